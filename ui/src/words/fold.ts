/** Search without accents, for short lists that are wholly in the page; long lists are searched by the core. */

/** "Đặng Thị Hường" → "dang thi huong" */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Whether every word of `asked` is somewhere in `text`, accents and case apart. */
export function matches(text: string, asked: string): boolean {
  const folded = fold(text);
  return fold(asked)
    .split(' ')
    .every((word) => folded.includes(word));
}
