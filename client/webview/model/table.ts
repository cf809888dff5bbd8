/** Which rows and columns the comparison shows, from what there is and what the reader chose. Nothing here knows the DOM. */
import type { ContradictionKind, Severity } from '../../../server/src/protocol.ts';
import type { Answer, ComparedSource, ComparisonData, Question } from '../messages.ts';

export const sortings = ['severity', 'kind', 'entity', 'confidence', 'sources', 'question'] as const;
export type Sorting = (typeof sortings)[number];

export const groupings = ['auto', 'none', 'publisher', 'date', 'folder'] as const;
export type Grouping = (typeof groupings)[number];

/** What the reader chose. Empty strings choose nothing. */
export interface Choices {
  words: string;
  /** Those that are left out. */
  hidden: Severity[];
  kind: ContradictionKind | '';
  /** Id of an entity. */
  entity: string;
  /** URI of a source: only questions to which it takes a position. */
  source: string;
  sorting: Sorting;
  /** URI of a source by whose text the rows are sorted, in place of `sorting`. */
  along: string;
  grouping: Grouping;
  /** Keys of the groups whose sources are shown. */
  open: string[];
  /** Leave out the sources that take no position in any row. */
  onlyAnswering: boolean;
}

export const noChoices: Choices = {
  words: '',
  hidden: [],
  kind: '',
  entity: '',
  source: '',
  sorting: 'severity',
  along: '',
  grouping: 'auto',
  open: [],
  onlyAnswering: false,
};

export interface SourceColumn {
  type: 'source';
  key: string;
  source: ComparedSource;
  index: number;
}

/** Several sources in one column. When open, its sources follow it. */
export interface GroupColumn {
  type: 'group';
  key: string;
  label: string;
  /** Indexes of its sources. */
  sources: number[];
  open: boolean;
}

export type Column = SourceColumn | GroupColumn;

export interface Table {
  rows: Question[];
  columns: Column[];
  /** What the columns are grouped by. */
  grouping: Exclude<Grouping, 'auto'>;
}

/** More sources than this are grouped unless the reader says otherwise. */
const mostSources = 16;

/** The rows and columns to show. */
export function tableOf(data: ComparisonData, choices: Choices): Table {
  const rows = sorted(data, choices, data.questions.filter(wanted(data, choices)));
  const shown = shownSources(data, choices, rows);
  const grouping = groupingOf(data, choices.grouping);
  return { rows, columns: columnsOf(data, shown, grouping, new Set(choices.open)), grouping };
}

/** How many of the reader's choices leave something out. */
export function activeFilters({ words, hidden, kind, entity, source, onlyAnswering }: Choices): number {
  return [words.trim(), hidden.length, kind, entity, source, onlyAnswering].filter(Boolean).length;
}

const answersOf = new WeakMap<Question, Map<number, Answer>>();

/** What a source says to a question; undefined when it is silent. */
export function answerOf(question: Question, source: number): Answer | undefined {
  let answers = answersOf.get(question);
  if (!answers) {
    answers = new Map(question.answers.map((answer) => [answer.source, answer]));
    answersOf.set(question, answers);
  }
  return answers.get(source);
}

/** How many of the sources take each position; an entry per position, and last how many are silent. */
export function tally(question: Question, sources: number[]): { positions: number[]; silent: number } {
  const positions = question.values.map(() => 0);
  let silent = 0;
  for (const source of sources) {
    const answer = answerOf(question, source);
    if (!answer) silent++;
    else for (const position of positionsOf(answer)) positions[position] = (positions[position] ?? 0) + 1;
  }
  return { positions, silent };
}

/** The positions that a source takes, each once, in the order of the question. */
export function positionsOf({ statements }: Answer): number[] {
  return [...new Set(statements.map(({ position }) => position))].sort((a, b) => a - b);
}

function wanted(data: ComparisonData, choices: Choices): (question: Question) => boolean {
  const { hidden, kind } = choices;
  const words = fold(choices.words).split(/\s+/).filter(Boolean);
  // What was chosen may be gone after an edit; then it chooses nothing.
  const entity = data.entities.find(({ id }) => id === choices.entity);
  const source = data.sources.findIndex(({ uri }) => uri === choices.source);
  const nameOf = entityNames(data);
  return (question) =>
    !hidden.includes(question.severity) &&
    (kind === '' || question.kind === kind) &&
    (!entity || question.entities.includes(entity.id)) &&
    (source < 0 || answerOf(question, source) !== undefined) &&
    (words.length === 0 || hasAll(words, [searchable(question), ...question.entities.map((id) => fold(nameOf(id)))]));
}

function hasAll(words: string[], texts: string[]): boolean {
  return words.every((word) => texts.some((text) => text.includes(word)));
}

/** The name of an entity by its id; empty for one that is gone. */
function entityNames({ entities }: ComparisonData): (id: string | undefined) => string {
  const names = new Map<string | undefined, string>(entities.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

const searchables = new WeakMap<Question, string>();

function searchable(question: Question): string {
  let text = searchables.get(question);
  if (text === undefined) {
    text = fold([question.question, question.explanation, ...question.values].join('\n'));
    searchables.set(question, text);
  }
  return text;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The questions come from the server by severity and confidence; where two are equal, that order stays. */
function sorted(data: ComparisonData, { sorting, along }: Choices, questions: Question[]): Question[] {
  const source = data.sources.findIndex(({ uri }) => uri === along);
  if (source >= 0) return byNumber(questions, (question) => lineIn(question, source));
  switch (sorting) {
    case 'severity':
      return questions;
    case 'kind':
      return byText(questions, ({ kind }) => kind);
    case 'entity': {
      const nameOf = entityNames(data);
      return byText(questions, ({ entities }) => nameOf(entities[0]));
    }
    case 'confidence':
      return byNumber(questions, ({ confidence }) => -confidence);
    case 'sources':
      return byNumber(questions, ({ answers }) => -answers.length);
    case 'question':
      return byText(questions, ({ question }) => question);
  }
}

/** Where a source first speaks to a question; what it is silent on comes last. */
function lineIn(question: Question, source: number): number {
  const start = answerOf(question, source)?.statements[0]?.range.start;
  return start ? start.line + start.character / 1e6 : Number.MAX_VALUE;
}

function byNumber(questions: Question[], value: (question: Question) => number): Question[] {
  return [...questions].sort((a, b) => value(a) - value(b));
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** What has no text comes last. */
function byText(questions: Question[], text: (question: Question) => string): Question[] {
  return [...questions].sort(
    (a, b) => Number(text(a) === '') - Number(text(b) === '') || collator.compare(text(a), text(b)),
  );
}

function shownSources({ sources }: ComparisonData, { onlyAnswering }: Choices, rows: Question[]): number[] {
  const all = sources.map((_, index) => index);
  if (!onlyAnswering) return all;
  const answering = new Set(rows.flatMap(({ answers }) => answers.map(({ source }) => source)));
  return all.filter((index) => answering.has(index));
}

const groupKeys: Record<Table['grouping'], (source: ComparedSource) => string> = {
  none: ({ uri }) => uri,
  publisher: ({ publisher }) => publisher ?? '',
  date: ({ date }) => date ?? '',
  folder: ({ folder }) => folder,
};

function groupingOf({ sources }: ComparisonData, chosen: Grouping): Table['grouping'] {
  if (chosen !== 'auto') return chosen;
  if (sources.length <= mostSources) return 'none';
  const saves = (grouping: Table['grouping']) => {
    const groups = new Set(sources.map(groupKeys[grouping])).size;
    return groups > 1 && groups <= sources.length / 2;
  };
  return (['publisher', 'folder', 'date'] as const).find(saves) ?? 'none';
}

function columnsOf(
  { sources }: ComparisonData,
  shown: number[],
  grouping: Table['grouping'],
  open: Set<string>,
): Column[] {
  const column = (index: number): Column => {
    const source = sources[index] as ComparedSource;
    return { type: 'source', key: source.uri, source, index };
  };
  if (grouping === 'none') return shown.map(column);
  const groups = new Map<string, number[]>();
  for (const index of shown) {
    const label = groupKeys[grouping](sources[index] as ComparedSource);
    const group = groups.get(label);
    if (group) group.push(index);
    else groups.set(label, [index]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || collator.compare(a, b))
    .flatMap(([label, members]): Column[] => {
      // A group of one would only hide what its source says.
      if (members.length === 1) return members.map(column);
      const key = `${grouping}:${label}`;
      const isOpen = open.has(key);
      return [{ type: 'group', key, label, sources: members, open: isOpen }, ...(isOpen ? members.map(column) : [])];
    });
}
