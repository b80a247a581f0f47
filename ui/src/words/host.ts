/** The kinds of upper-level unions, and what usually goes with each. The clerk may change all of it. */
import type { Kind } from '../door';

export interface KindWords {
  value: Kind;
  label: string;
  /** How the full name usually begins. */
  begins: string;
  /** What usually stands after the hyphen in document numbers. */
  symbol: string;
}

export const kinds: readonly KindWords[] = [
  { value: 'district', label: 'LĐLĐ huyện', begins: 'Liên đoàn Lao động huyện ', symbol: 'LĐLĐ' },
  { value: 'urban_district', label: 'LĐLĐ quận', begins: 'Liên đoàn Lao động quận ', symbol: 'LĐLĐ' },
  { value: 'town', label: 'LĐLĐ thị xã', begins: 'Liên đoàn Lao động thị xã ', symbol: 'LĐLĐ' },
  { value: 'city', label: 'LĐLĐ thành phố', begins: 'Liên đoàn Lao động thành phố ', symbol: 'LĐLĐ' },
  { value: 'commune', label: 'Công đoàn xã', begins: 'Công đoàn xã ', symbol: 'CĐX' },
  { value: 'ward', label: 'Công đoàn phường', begins: 'Công đoàn phường ', symbol: 'CĐP' },
  { value: 'special_zone', label: 'Công đoàn đặc khu', begins: 'Công đoàn đặc khu ', symbol: 'CĐĐK' },
  {
    value: 'industrial_zone',
    label: 'Công đoàn khu công nghiệp',
    begins: 'Công đoàn các khu công nghiệp ',
    symbol: 'CĐKCN',
  },
  { value: 'sector', label: 'Công đoàn ngành', begins: 'Công đoàn ngành ', symbol: 'CĐN' },
  { value: 'corporation', label: 'Công đoàn tổng công ty', begins: 'Công đoàn Tổng công ty ', symbol: 'CĐTCT' },
  { value: 'other', label: 'Khác', begins: '', symbol: '' },
];

export const signingForms: readonly string[] = [
  'TM. BAN THƯỜNG VỤ',
  'TM. BAN CHẤP HÀNH',
  'KT. CHỦ TỊCH',
  'TL. BAN THƯỜNG VỤ',
];

/** The office's name where there is little room: "LĐLĐ huyện Minh Châu". */
export function shortName(name: string): string {
  return name.replace(/^Liên đoàn Lao động\b/i, 'LĐLĐ');
}
