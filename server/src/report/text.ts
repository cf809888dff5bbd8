/** Pieces of source text made fit to be shown: on one line, without characters that steer a display, cut to length. */

import type { Span } from '../analysis/model.ts';
import { harmless } from '../harmless.ts';

export { harmless };

const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;

/** The text on one line, cut to at most `maximum` code units with an ellipsis at a cut end. */
export function shorten(text: string, maximum: number): string {
  const line = harmless(text).replace(/ +/g, ' ').trim();
  if (line.length <= maximum) return line;
  const cut = line.slice(0, wholeCharacters(line, maximum - 1));
  const space = cut.lastIndexOf(' ');
  return `${space > maximum / 2 ? cut.slice(0, space) : cut}…`;
}

/**
 * The line around a span, cut to about `maximum` code units.
 *
 * @returns the cut text and where the span lies in it
 */
export function excerpt(text: string, span: Span, maximum: number): { text: string; highlight: Span } {
  const room = Math.max(0, maximum - (span.end - span.start));
  const lineStart = backTo(text, span.start, LINE_BREAK, maximum);
  const lineEnd = forwardTo(text, span.end, LINE_BREAK, maximum);
  const before = Math.min(span.start - lineStart, Math.max(room >> 1, room - (lineEnd - span.end)));
  const start = wordStart(text, span.start - before, lineStart, span.start);
  const end = wordEnd(text, Math.min(lineEnd, span.end + room - (span.start - start)), lineEnd, span.end);
  const lead = hasText(text.slice(lineStart, start)) || isCut(text, lineStart) ? '…' : '';
  const tail = hasText(text.slice(end, lineEnd)) || isCut(text, lineEnd + 1) ? '…' : '';
  const offset = lead.length - start;
  return {
    text: lead + harmless(text.slice(start, end)) + tail,
    highlight: { start: span.start + offset, end: span.end + offset },
  };
}

/** The largest length up to `length` that does not cut a surrogate pair. */
function wholeCharacters(text: string, length: number): number {
  const code = text.charCodeAt(length - 1);
  return code >= 0xd800 && code < 0xdc00 ? length - 1 : length;
}

/** Whether the search for the line's end was given up before the character at `index - 1` was a line break. */
function isCut(text: string, index: number): boolean {
  const character = text[index - 1];
  return character !== undefined && !LINE_BREAK.test(character);
}

function backTo(text: string, from: number, stop: RegExp, limit: number): number {
  let index = from;
  while (index > 0 && from - index < limit && !stop.test(text[index - 1] as string)) index--;
  return index;
}

function forwardTo(text: string, from: number, stop: RegExp, limit: number): number {
  let index = from;
  while (index < text.length && index - from < limit && !stop.test(text[index] as string)) index++;
  return index;
}

/** The first beginning of a word at or after `from`, unless that is the line's own beginning. */
function wordStart(text: string, from: number, lineStart: number, limit: number): number {
  if (from <= lineStart) return skipSpace(text, lineStart, limit);
  let index = from;
  while (index < limit && !/\s/.test(text[index - 1] as string)) index++;
  return skipSpace(text, index, limit);
}

function skipSpace(text: string, from: number, limit: number): number {
  let index = from;
  while (index < limit && /\s/.test(text[index] as string)) index++;
  return index;
}

/** The last end of a word at or before `from`, unless that is the line's own end. */
function wordEnd(text: string, from: number, lineEnd: number, limit: number): number {
  let index = from;
  if (index < lineEnd) while (index > limit && !/\s/.test(text[index] as string)) index--;
  while (index > limit && /\s/.test(text[index - 1] as string)) index--;
  return index;
}

function hasText(text: string): boolean {
  return text.trim() !== '';
}
