/** A part of a text, without the rest: what `slice` gives may keep the whole text in memory. */
export function cut(text: string, start: number, end: number): string {
  const part = text.slice(start, end);
  const encoding = /[^\0-\xff]/.test(part) ? 'utf16le' : 'latin1';
  return Buffer.from(part, encoding).toString(encoding);
}
