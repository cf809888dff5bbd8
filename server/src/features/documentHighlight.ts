import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { Reading } from '../workspace/reading.ts';
import { documentOf, toRange } from './convert.ts';

/** The mentions in a source of the entity that is named at an offset; roles and pronouns look fainter than names. */
export function documentHighlight(reading: Reading, path: string, offset: number): DocumentHighlight[] {
  const named = reading.mentionAt(path, offset);
  if (!named) return [];
  const document = documentOf(reading, path);
  return named.entity.mentions
    .filter((mention) => mention.path === path)
    .map((mention) => ({
      range: toRange(document, mention),
      kind: mention.kind === 'name' ? DocumentHighlightKind.Read : DocumentHighlightKind.Text,
    }));
}
