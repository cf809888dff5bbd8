import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { EntityType } from '../analysis/model.ts';
import type { Reading } from '../workspace/reading.ts';
import { documentOf, toRange } from './convert.ts';

const TYPES: EntityType[] = ['person', 'organization', 'place', 'event', 'date', 'work', 'product', 'norp'];

/** The token types are the entity types by name; there are no modifiers. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: TYPES, tokenModifiers: [] };

/** The names in a source by the type of their entity. Where names lie in each other the outermost counts. */
export function semanticTokens(reading: Reading, path: string): SemanticTokens {
  const document = documentOf(reading, path);
  const builder = new SemanticTokensBuilder();
  let end = 0;
  const names = reading.mentionsIn(path).filter(({ mention }) => mention.kind === 'name');
  for (const { entity, mention } of names.sort(
    (a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end,
  )) {
    if (mention.start < end) continue;
    end = mention.end;
    const range = toRange(document, mention);
    // Tokens cannot go over a line break (LSP specification, multilineTokenSupport).
    if (range.start.line !== range.end.line) continue;
    const { line, character } = range.start;
    builder.push(line, character, range.end.character - character, TYPES.indexOf(entity.type), 0);
  }
  return builder.build();
}
