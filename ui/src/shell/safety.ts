/** What the status bar says of backups. */
import type { SafetyState } from '../door';
import { address } from '../kit/place.svelte';
import { daysBetween, moment } from '../words/format';

export interface Notice {
  sentence: string;
  late: boolean;
  to: string;
}

const tooOld = 7;

/** The age of the newest copy, amber after seven days, and a second medium that waits. */
export function notices(safety: SafetyState, today: string): Notice[] {
  const to = address('cai-dat', 'sao-luu');
  const newest = safety.newest_at;
  const late = newest === null ? safety.changed : safety.changed && daysBetween(newest, today) > tooOld;
  const told: Notice[] = [
    { sentence: newest === null ? 'Chưa có bản sao lưu' : `Sao lưu gần nhất: ${moment(newest, today)}`, late, to },
  ];
  const second = safety.second;
  if (second !== null && second.trouble !== '') {
    told.push({ sentence: `Chưa chép được sang “${second.name}”`, late: true, to });
  } else if (second !== null && second.behind && !second.there) {
    told.push({ sentence: `Cắm “${second.name}” để chép bản mới nhất`, late: true, to });
  }
  return told;
}
