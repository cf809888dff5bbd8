/** Source text made fit to stand in Markdown and in HTML, where it renders as exactly that text. */
import type { Span } from '../analysis/model.ts';
import { harmless } from './text.ts';

/**
 * Text as Markdown that renders as exactly that text: every character that could be structure is escaped (CommonMark
 * 0.31, section 2.4, lets any ASCII punctuation be), which also keeps addresses from becoming links, and line breaks
 * become spaces.
 */
export function escapeMarkdown(text: string): string {
  return literal(text).trim();
}

/**
 * The same for Markdown that people also read as it is written: only what would be structure where it stands is escaped.
 * The addresses, names and formulas that GitHub makes of `www.`, `://`, `@` and `$` are.
 */
export function escapeLightly(text: string): string {
  return light(text).trim();
}

/**
 * Text as Markdown with a span of it in bold.
 *
 * @param escaper escapes each of the three pieces; it must not cut white space
 */
export function emphasize(text: string, span: Span, escaper = literal): string {
  const [before, inside, after] = [text.slice(0, span.start), text.slice(span.start, span.end), text.slice(span.end)];
  if (!canBeStrong(before, inside, after)) return escaper(text).trim();
  return `${escaper(before)}**${escaper(inside)}**${escaper(after)}`.trim();
}

/** As {@link escapeLightly}, with the white space at both ends. */
export function light(text: string): string {
  return harmless(text)
    .replace(/ +/g, ' ')
    .replace(/[\\`*[\]<|~&$@#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/^ ?[-+=>:]/, (start) => start.replace(/\S/, '\\$&'))
    .replace(/^( ?\d{1,9})([.)])/, '$1\\$2');
}

function literal(text: string): string {
  return harmless(text)
    .replace(/ +/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** CommonMark 0.31, section 6.2: asterisks between a word and punctuation, or beside white space, are asterisks. */
function canBeStrong(before: string, inside: string, after: string): boolean {
  const opens = /^[\p{L}\p{N}]/u.test(inside) || /(?:^|[\s\p{P}])$/u.test(before);
  const closes = /[\p{L}\p{N}]$/u.test(inside) || /^(?:$|[\s\p{P}])/u.test(after);
  return /^\S(?:.*\S)?$/su.test(inside) && opens && closes;
}

/** Text as a code span, with as many backticks around it as it takes (CommonMark 0.31, section 6.1). */
export function codeSpan(text: string): string {
  const plain = harmless(text);
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + plain + fence : `${fence} ${plain} ${fence}`;
}

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, for the content of an element and for the value of an attribute in quotation marks. */
export function escapeHtml(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => REFERENCES[character] as string);
}
