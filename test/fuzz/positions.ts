/** Positions counted in the plainest way, to hold the server's to. */
import type { Position } from 'vscode-languageserver-protocol';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The lines of a text with their starts; lines end with LF, CRLF or CR. */
function linesOf(text: string): { start: number; text: string }[] {
  const lines: { start: number; text: string }[] = [];
  let start = 0;
  for (const part of text.split(/(\r\n|\r|\n)/)) {
    if (/^[\r\n]/.test(part)) start += part.length;
    else {
      lines.push({ start, text: part });
      start += part.length;
    }
  }
  return lines;
}

function lengthIn(encoding: Encoding, text: string): number {
  if (encoding === 'utf-16') return text.length;
  return encoding === 'utf-8' ? new TextEncoder().encode(text).length : Array.from(text).length;
}

/** The offset of a position; what lies outside the text counts as the nearest place in it. */
export function offsetAt(text: string, { line, character }: Position, encoding: Encoding): number {
  const lines = linesOf(text);
  if (line < 0) return 0;
  const found = lines[line];
  if (!found) return text.length;
  if (encoding === 'utf-16') return found.start + Math.min(Math.max(character, 0), found.text.length);
  let offset = found.start;
  let units = 0;
  for (const each of found.text) {
    units += lengthIn(encoding, each);
    if (units > character) break;
    offset += each.length;
  }
  return offset;
}

/** The position of an offset that is not inside a line break or a surrogate pair. */
export function positionAt(text: string, offset: number, encoding: Encoding): Position {
  const lines = linesOf(text);
  const line = lines.findLastIndex(({ start }) => start <= offset);
  const found = lines[line] as { start: number; text: string };
  return { line, character: lengthIn(encoding, found.text.slice(0, offset - found.start)) };
}
