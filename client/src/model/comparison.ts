import type {
  ContradictionItem,
  EntityItem,
  Overview,
  SourceItem,
  StatementItem,
} from '../../../server/src/protocol.ts';
import type { Answer, AnswerStatement, ComparedSource, ComparisonData, Question } from '../../webview/messages.ts';
import { focusStart } from './contradictionTree.ts';
import { aboutSource, excerpt, fileName, sourceNames } from './text.ts';
import { openContradictions } from './verdict.ts';

/** About as much as three lines of a cell hold; the rest is a click away. */
const quotationLength = 150;

/** What the comparison shows: questions with, for every source that takes a position, what it says. */
export function comparisonData(overview: Overview): Omit<ComparisonData, 'situation'> {
  const { sources, entities } = overview;
  const contradictions = openContradictions(overview);
  const indexOf = new Map(sources.map(({ uri }, index) => [uri, index]));
  const disputed = disputedEntities(contradictions, entities);
  return {
    sources: comparedSources(sources),
    questions: contradictions.map((item) => question(item, indexOf)),
    entities: disputed.map(({ id, name, type }) => ({ id, name, type })),
  };
}

function comparedSources(sources: SourceItem[]): ComparedSource[] {
  const names = sourceNames(sources);
  const shared = sharedFolder(sources.map(({ uri }) => folderOf(uri)));
  return sources.map(({ uri, publisher, date, ...source }) => ({
    uri,
    name: names.get(uri) ?? fileName(uri),
    about: aboutSource(source, names.get(uri)),
    ...(publisher && { publisher }),
    ...(date && { date }),
    folder: decoded(folderOf(uri).slice(shared.length)),
  }));
}

function disputedEntities(contradictions: ContradictionItem[], entities: EntityItem[]): EntityItem[] {
  const uses = new Map<string, number>();
  for (const item of contradictions) for (const id of item.entities) uses.set(id, (uses.get(id) ?? 0) + 1);
  const weight = ({ id }: EntityItem) => uses.get(id) ?? 0;
  return entities.filter((e) => weight(e) > 0).sort((a, b) => weight(b) - weight(a) || b.mentions - a.mentions);
}

function question(item: ContradictionItem, indexOf: Map<string, number>): Question {
  const { id, kind, severity, confidence, question, explanation, positions } = item;
  const bySource = new Map<number, AnswerStatement[]>();
  positions.forEach(({ statements }, position) => {
    for (const statement of statements) {
      const source = indexOf.get(statement.uri);
      if (source === undefined) continue;
      const others = bySource.get(source);
      const answer = answerStatement(statement, position);
      if (others) others.push(answer);
      else bySource.set(source, [answer]);
    }
  });
  const answers: Answer[] = [...bySource].map(([source, statements]) => ({
    source,
    statements: statements.sort(byPlace),
  }));
  return {
    ...{ id, kind, severity, confidence, question, explanation },
    values: positions.map(({ value }) => value),
    answers: answers.sort((a, b) => a.source - b.source),
    entities: item.entities,
  };
}

function answerStatement(item: StatementItem, position: number): AnswerStatement {
  const start = focusStart(item);
  const quotation = excerpt(item.text, start, start + item.focusText.length, quotationLength);
  return { position, quotation, ...(item.speaker && { speaker: item.speaker }), range: item.focus };
}

function byPlace({ range: { start: a } }: AnswerStatement, { range: { start: b } }: AnswerStatement): number {
  return a.line - b.line || a.character - b.character;
}

/** The URI up to and with the last slash. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function sharedFolder([first = '', ...others]: string[]): string {
  let shared = first;
  for (const folder of others) while (!folder.startsWith(shared)) shared = folderOf(shared.slice(0, -1));
  return shared;
}

function decoded(path: string): string {
  const trimmed = path.replace(/\/$/, '');
  try {
    return decodeURIComponent(trimmed);
  } catch {
    return trimmed;
  }
}
