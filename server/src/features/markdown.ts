import type { Span } from '../analysis/model.ts';
import type { Document } from '../workspace/document.ts';
import { schemeOf } from '../workspace/uri.ts';
import { harmless } from './text.ts';

/**
 * Text as Markdown that renders as exactly that text: every character that could be structure is escaped (CommonMark
 * 0.31, section 2.4, lets any ASCII punctuation be), which also keeps addresses from becoming links, and line breaks
 * become spaces.
 */
export function escapeMarkdown(text: string): string {
  return literal(text).trim();
}

/** Text as Markdown with a span of it in bold. */
export function emphasize(text: string, span: Span): string {
  const [before, inside, after] = [text.slice(0, span.start), text.slice(span.start, span.end), text.slice(span.end)];
  if (!canBeStrong(before, inside, after)) return escapeMarkdown(text);
  return `${literal(before)}**${literal(inside)}**${literal(after)}`.trim();
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

/**
 * A link to a place in a source, with a label that is shown as it is. The fragment is the one that VS Code opens:
 * `#L<line>,<column>`, both from 1.
 */
export function linkTo(document: Document, span: Span, label: string): string {
  const text = escapeMarkdown(label);
  // An untitled text has no address that could be opened.
  if (schemeOf(document.uri) === 'untitled') return text;
  const { line, character } = document.positionAt(span.start);
  return `[${text}](${escapeAddress(document.uri)}#L${line + 1},${character + 1})`;
}

/** Percent-encodes what could end the address of a link, or be read as something else in it. */
function escapeAddress(uri: string): string {
  return uri.replace(/[^\w\-.~:/%?=+,@;!$\u0080-\uffff]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
