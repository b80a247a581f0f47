/** A figure opens the list behind it: the question travels beside the address, which would not hold it. */
import type { MemberQuery, Opens } from '../door';
import { go } from './place.svelte';

let asked: MemberQuery | null = null;

/** The question that the list of members was opened with, once. */
export function takeQuestion(): MemberQuery | null {
  const taken = asked;
  asked = null;
  return taken;
}

export function open(opens: Opens): void {
  switch (opens.room) {
    case 'members':
      asked = opens.query;
      go('doan-vien', 'loc', Date.now());
      return;
    case 'duplicates':
      go('doan-vien', 'trung');
      return;
    case 'units':
      go('don-vi');
      return;
    case 'decisions': {
      const [only, more] = opens.query.states;
      if (only !== undefined && more === undefined) go('quyet-dinh', 'trang-thai', only);
      else go('quyet-dinh');
      return;
    }
    case 'decision':
      go('quyet-dinh', opens.query);
      return;
    case 'documents':
      go('van-ban', opens.query.due === 'late' ? 'qua-han' : '');
      return;
    case 'catalogue':
      go('danh-muc');
      return;
    case 'safekeeping':
      go('cai-dat', 'sao-luu');
  }
}
