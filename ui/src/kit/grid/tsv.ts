/** The clipboard of spreadsheets: cells by tabs, lines by CRLF, cells with breaks or quotes in quotes. */

function quote(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

export function writeTsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(quote).join('\t')).join('\r\n');
}

/** Reads a quoted cell that begins at `from` (after the quote); answers the cell and where it ended. */
function quoted(text: string, from: number): [string, number] | null {
  let cell = '';
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return null;
    cell += text.slice(at, end);
    if (text.charAt(end + 1) !== '"') return [cell, end + 1];
    cell += '"';
    at = end + 2;
  }
}

function isBreak(char: string): boolean {
  return char === '\t' || char === '\r' || char === '\n' || char === '';
}

/** Reads one cell; a quote that is never closed, or followed by more text, is an ordinary letter. */
function cellAt(text: string, from: number): [string, number] {
  if (text.charAt(from) === '"') {
    const found = quoted(text, from + 1);
    if (found !== null && isBreak(text.charAt(found[1]))) return found;
  }
  let end = from;
  while (end < text.length && !isBreak(text.charAt(end))) end += 1;
  return [text.slice(from, end), end];
}

/** Lines of cells. The break that ends the last line makes no line of its own. */
export function readTsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = cellAt(text, at);
    line.push(cell);
    const after = text.charAt(end);
    at = end + 1;
    if (after === '\t') {
      if (at >= text.length) line.push('');
      continue;
    }
    if (after === '\r' && text.charAt(at) === '\n') at += 1;
    lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  return lines;
}
