/** A document on its way into the register. */
import type { Direction, DocumentDraft, DocumentKind } from '../../door';

export function blankDocument(direction: Direction, today: string | null): DocumentDraft {
  return {
    id: null,
    direction,
    kind: direction === 'out' ? 'ke_hoach' : 'cong_van',
    number: '',
    dated: direction === 'out' ? today : null,
    arrived: direction === 'in' ? today : null,
    party: '',
    summary: '',
    deadline: null,
    handled: null,
    decision: null,
    note: '',
  };
}

export const documentKinds: readonly DocumentKind[] = [
  'ke_hoach',
  'huong_dan',
  'cong_van',
  'quyet_dinh',
  'thong_bao',
  'bao_cao',
  'to_trinh',
  'chuong_trinh',
  'nghi_quyet',
  'chi_thi',
  'quy_che',
  'de_an',
  'bien_ban',
  'giay_moi',
  'khac',
];
