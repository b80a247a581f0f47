/** Marks what was searched for inside a name, in the name's own spelling. */
import { fold } from './fold';

export interface Piece {
  text: string;
  hit: boolean;
}

/** Each letter folded, with the place where it stands in the text. */
function letters(text: string): { folded: string; at: number[] } {
  let folded = '';
  const at: number[] = [];
  let place = 0;
  for (const letter of text) {
    const plain = /\s/.test(letter) ? ' ' : fold(letter);
    for (let n = 0; n < plain.length; n++) at.push(place);
    folded += plain;
    place += letter.length;
  }
  at.push(place);
  return { folded, at };
}

/** "Nguyễn Thị Hường" asked for "huong" → "Nguyễn Thị " + hit "Hường". */
export function highlight(text: string, asked: string): Piece[] {
  const { folded, at } = letters(text);
  const hits = Array<boolean>(text.length).fill(false);
  for (const word of fold(asked).split(' ')) {
    const found = word === '' ? -1 : folded.indexOf(word);
    if (found >= 0) hits.fill(true, at[found], at[found + word.length]);
  }
  const pieces: Piece[] = [];
  for (let from = 0; from < text.length;) {
    const hit = hits[from] ?? false;
    let to = from + 1;
    while (to < text.length && (hits[to] ?? false) === hit) to += 1;
    pieces.push({ text: text.slice(from, to), hit });
    from = to;
  }
  return pieces;
}
