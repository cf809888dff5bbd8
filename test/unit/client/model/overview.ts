import type { Range } from 'vscode-languageserver-protocol';
import type {
  ContradictionItem,
  EntityItem,
  Overview,
  SourceItem,
  StatementItem,
} from '../../../../server/src/protocol.ts';

/** A range within one line. */
export function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

export function source(uri: string, more: Partial<SourceItem> = {}): SourceItem {
  return { uri, title: '', entities: 0, contradictions: 0, ...more };
}

/** A statement whose focus is marked with brackets: `statement('file:///a', 3, 'It took [two] days.')`. */
export function statement(uri: string, line: number, marked: string, more: Partial<StatementItem> = {}): StatementItem {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const focusText = text.slice(start, end);
  return { uri, range: range(line, 0, text.length), focus: range(line, start, end), text, focusText, ...more };
}

/** A contradiction from its positions: value → statements. */
export function contradiction(
  id: string,
  positions: Record<string, StatementItem[]>,
  more: Partial<ContradictionItem> = {},
): ContradictionItem {
  return {
    id,
    kind: 'number',
    severity: 'conflict',
    confidence: 0.9,
    question: `Which ${id}?`,
    explanation: 'Both cannot hold.',
    entities: [],
    positions: Object.entries(positions).map(([value, statements]) => ({ value, statements })),
    ...more,
  };
}

export function entity(name: string, more: Partial<EntityItem> = {}): EntityItem {
  return { id: name, name, type: 'person', aliases: [name], roles: [], mentions: 1, sources: 1, ...more };
}

export function overview(parts: Partial<Overview>): Overview {
  return { sources: [], contradictions: [], entities: [], ...parts };
}
