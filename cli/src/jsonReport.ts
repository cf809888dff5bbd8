import type {
  Contradiction,
  Entity,
  FolderAnalysis,
  KnownSource,
  Span,
  Statement,
} from '../../server/src/analysis/model.ts';
import { harmlessJson } from '../../server/src/harmless.ts';

/**
 * The report as JSON (docs/report.schema.json), one source, entity or contradiction per line. Comes in pieces, so that
 * a report may be longer than a string can be.
 */
export function* jsonReport({ sources, entities, contradictions }: FolderAnalysis): Generator<string> {
  yield '{"version":1';
  yield* list('sources', sources.map(sourceItem));
  yield* list('entities', entities.map(entityItem));
  yield* list('contradictions', contradictions.map(contradictionItem));
  yield '\n}\n';
}

function* list(name: string, items: object[]): Generator<string> {
  yield `,\n"${name}":[`;
  for (const [i, item] of items.entries()) yield `${i === 0 ? '' : ','}\n${harmlessJson(JSON.stringify(item))}`;
  yield ']';
}

function sourceItem({ path, info: { title, publisher, date }, length }: KnownSource): object {
  return { path, title, publisher, date, length };
}

/** The report holds names only: it cannot tell a name from a role or pronoun that stands for it. */
function entityItem({ id, name, type, aliases, mentions, watched }: Entity): object {
  const names = mentions.filter(({ kind }) => kind === 'name');
  return {
    id,
    name,
    type,
    aliases,
    mentions: names.map(({ path, start, end, text }) => ({ path, start, end, text })),
    watched,
  };
}

function contradictionItem(found: Contradiction): object {
  const { id, kind, severity, confidence, question, explanation, verdict } = found;
  const positions = found.positions.map(({ value, statements }) => ({
    value,
    statements: statements.map(statementItem),
  }));
  return { id, kind, severity, confidence, question, explanation, positions, verdict };
}

function statementItem({ path, start, end, text, speaker, focus }: Statement): object {
  return { path, start, end, text, speaker, focus: spanItem(focus) };
}

function spanItem({ start, end, text }: Span & { text: string }): object {
  return { start, end, text };
}
