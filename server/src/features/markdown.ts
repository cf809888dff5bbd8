import type { Span } from '../analysis/model.ts';
import { escapeMarkdown } from '../report/escape.ts';
import type { Document } from '../workspace/document.ts';
import { schemeOf } from '../workspace/uri.ts';

export { emphasize, escapeMarkdown } from '../report/escape.ts';

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

/** A link to an address of the web, with a label that is shown as it is. */
export function linkToWeb(address: string, label: string): string {
  return `[${escapeMarkdown(label)}](${escapeAddress(address)})`;
}

/** Percent-encodes what could end the address of a link, or be read as something else in it. */
function escapeAddress(uri: string): string {
  return uri.replace(/[^\w\-.~:/%?=+,@;!$\u0080-\uffff]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
