/** Invented people for the looks of a list. */
import type { Tone } from '../../src/kit/grid/types';

export interface Line {
  code: string;
  name: string;
  gender: string;
  birth: string;
  post: string;
  joined: string;
  state: string;
  tone: Tone;
}

const told: [string, string, string, string, string, Tone][] = [
  ['Bùi Thị Thu An', 'Nữ', '14/03/1988', 'Tổ trưởng CĐ', 'Đang sinh hoạt', 'green'],
  ['Đặng Hữu Bình', 'Nam', '02/11/1979', 'Đoàn viên', 'Đang sinh hoạt', 'green'],
  ['Đỗ Ngọc Châu', 'Nữ', '27/07/1992', 'Đoàn viên', 'Đang sinh hoạt', 'green'],
  ['Hoàng Đức Dũng', 'Nam', '19/01/1985', 'UV BCH', 'Đang sinh hoạt', 'green'],
  ['Huỳnh Thị Mỹ Hạnh', 'Nữ', '08/12/1990', 'Đoàn viên', 'Nghỉ thai sản', 'gold'],
  ['Lê Quang Hiếu', 'Nam', '30/04/1983', 'Chủ tịch CĐCS', 'Đang sinh hoạt', 'green'],
  ['Nguyễn Thị Hường', 'Nữ', '05/09/1987', 'Kế toán CĐ', 'Đang sinh hoạt', 'green'],
  ['Ngô Xuân Khoa', 'Nam', '', 'Đoàn viên', 'Thiếu ngày sinh', 'red'],
  ['Vũ Ngọc Phượng', 'Nữ', '12/12/1984', 'Đoàn viên', 'Chuyển đi', 'grey'],
];

export const lines: Line[] = Array.from({ length: 64 }, (_, at) => {
  const [name, gender, birth, post, state, tone] = told[at % told.length] ?? ['', '', '', '', '', 'grey'];
  return { code: `DV00${String(4812 + at)}`, name, gender, birth, post, joined: '01/09/2012', state, tone };
});
