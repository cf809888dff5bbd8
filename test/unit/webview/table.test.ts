import { describe, expect, it } from 'vitest';
import { comparisonData } from '../../../client/src/model/comparison.ts';
import type { ComparisonData } from '../../../client/webview/messages.ts';
import { letter } from '../../../client/webview/model/positions.ts';
import {
  activeFilters,
  answerOf,
  type Choices,
  noChoices,
  positionsOf,
  tableOf,
  tally,
} from '../../../client/webview/model/table.ts';
import { contradiction, entity, overview, source, statement } from '../client/model/overview.ts';

const [a, b, c] = ['file:///folder/a.txt', 'file:///folder/old/b.txt', 'file:///folder/c.txt'];
const dead = contradiction(
  'dead',
  {
    two: [statement(a, 9, 'The flood killed [two] people.', { speaker: 'the mayor' }), statement(c, 1, '[Two] died.')],
    five: [statement(b, 2, 'At least [five] died.'), statement(a, 3, '[Five] were buried.')],
  },
  { entities: ['Bell'] },
);
const day = contradiction(
  'day',
  { Monday: [statement(a, 1, 'It rained on [Monday].')], Tuesday: [statement(b, 8, 'It rained on [Tuesday].')] },
  { severity: 'update', kind: 'date', confidence: 0.5, entities: ['Élodie', 'Bell'] },
);
const data = dataOf([dead, day]);

function dataOf(contradictions = [dead, day]): ComparisonData {
  const sources = [
    source(a, { publisher: 'Gazette' }),
    source(b, { publisher: 'Herald', date: '2025-05-02' }),
    source(c),
  ];
  const entities = [entity('Nobody'), entity('Élodie'), entity('Bell')];
  return { situation: 'ready', ...comparisonData(overview({ sources, contradictions, entities })) };
}

function rows(choices: Partial<Choices>): string[] {
  return tableOf(data, { ...noChoices, ...choices }).rows.map(({ id }) => id);
}

describe('what the comparison is made of', () => {
  it('is, for each question, what each source says in the order of its text', () => {
    const [first] = data.questions;
    expect(first?.values).toEqual(['two', 'five']);
    expect(first?.answers.map((answer) => [answer.source, positionsOf(answer)])).toEqual([
      [0, [0, 1]],
      [1, [1]],
      [2, [0]],
    ]);
    const [five, two] = first?.answers[0]?.statements ?? [];
    expect(five).toMatchObject({ position: 1, quotation: { text: 'Five were buried.', highlight: [0, 4] } });
    expect(two).toMatchObject({ position: 0, speaker: 'the mayor', range: { start: { line: 9, character: 17 } } });
  });

  it('has the entities that questions are about, those of most questions first', () => {
    expect(data.entities.map(({ name }) => name)).toEqual(['Bell', 'Élodie']);
    expect(data.questions[1]?.entities.map((each) => data.entities.find(({ id }) => id === each)?.name)).toEqual([
      'Élodie',
      'Bell',
    ]);
  });

  it('names the folder of a source below what all share', () => {
    expect(data.sources.map(({ folder }) => folder)).toEqual(['', 'old', '']);
  });

  it('leaves out what a source said that is not there any more', () => {
    const gone = contradiction('gone', { yes: [statement('file:///gone.txt', 1, '[Yes].')] });
    expect(dataOf([gone]).questions[0]?.answers).toEqual([]);
  });
});

describe('the rows', () => {
  it('are those that pass every filter', () => {
    expect(rows({})).toEqual(['dead', 'day']);
    expect(rows({ hidden: ['conflict'] })).toEqual(['day']);
    expect(rows({ kind: 'number' })).toEqual(['dead']);
    expect(rows({ entity: 'Élodie' })).toEqual(['day']);
    expect(rows({ source: c })).toEqual(['dead']);
    expect(rows({ source: c, kind: 'date' })).toEqual([]);
  });

  it('have every word of the search in question, values or entities, whatever case and accents', () => {
    expect(rows({ words: 'TWO  five' })).toEqual(['dead']);
    expect(rows({ words: 'elodie' })).toEqual(['day']);
    expect(rows({ words: 'two monday' })).toEqual([]);
  });

  it('ignore a choice that is gone after an edit', () => {
    expect(rows({ entity: 'gone', source: 'file:///gone.txt', along: 'file:///gone.txt' })).toEqual(['dead', 'day']);
  });

  it('can be sorted', () => {
    expect(rows({ sorting: 'kind' })).toEqual(['day', 'dead']);
    expect(rows({ sorting: 'entity' })).toEqual(['dead', 'day']);
    expect(rows({ sorting: 'confidence' })).toEqual(['dead', 'day']);
    expect(rows({ sorting: 'sources' })).toEqual(['dead', 'day']);
    expect(rows({ sorting: 'question' })).toEqual(['day', 'dead']);
  });

  it('can follow the text of a source, and what it is silent on comes last', () => {
    expect(rows({ along: a })).toEqual(['day', 'dead']);
    expect(rows({ along: b })).toEqual(['dead', 'day']);
    expect(rows({ along: c })).toEqual(['dead', 'day']);
  });
});

describe('the columns', () => {
  const columns = (choices: Partial<Choices>, of = data) =>
    tableOf(of, { ...noChoices, ...choices }).columns.map((column) =>
      column.type === 'group' ? `[${column.label} ${column.sources.length}]` : column.source.name,
    );

  it('are the sources', () => {
    expect(columns({})).toEqual(['Gazette', 'Herald', 'c.txt']);
  });

  it('can be those that answer one of the rows', () => {
    expect(columns({ kind: 'date', onlyAnswering: true })).toEqual(['Gazette', 'Herald']);
  });

  it('are grouped as the reader says, a group of one being its source', () => {
    const two = { ...data, sources: data.sources.map((each) => ({ ...each, folder: each.folder && 'old' })) };
    expect(columns({ grouping: 'folder' }, two)).toEqual(['Herald', '[ 2]']);
    expect(columns({ grouping: 'folder', open: ['folder:'] }, two)).toEqual(['Herald', '[ 2]', 'Gazette', 'c.txt']);
  });

  it('are grouped by what makes fewer of them when there are many', () => {
    const sources = Array.from({ length: 40 }, (_, index) =>
      source(`file:///${index}.txt`, {
        title: `Report ${index}`,
        publisher: `Paper ${index % 4}`,
        date: `2025-05-0${index % 2}`,
      }),
    );
    const many: ComparisonData = { situation: 'ready', ...comparisonData(overview({ sources })) };
    expect(tableOf(many, noChoices).grouping).toBe('publisher');
    expect(columns({}, many)).toEqual(['[Paper 0 10]', '[Paper 1 10]', '[Paper 2 10]', '[Paper 3 10]']);
    expect(columns({ grouping: 'none' }, many)).toHaveLength(40);
  });
});

it('a group tells how many sources take which position', () => {
  const [question] = data.questions;
  expect(question && tally(question, [0, 1, 2])).toEqual({ positions: [2, 2], silent: 0 });
  expect(data.questions[1] && tally(data.questions[1], [1, 2])).toEqual({ positions: [0, 1], silent: 1 });
});

it('a silent source has no answer', () => {
  expect(data.questions[1] && answerOf(data.questions[1], 2)).toBeUndefined();
});

it('only what leaves something out counts as a filter', () => {
  expect(activeFilters({ ...noChoices, sorting: 'kind', grouping: 'date', words: ' ' })).toBe(0);
  expect(activeFilters({ ...noChoices, words: 'x', hidden: ['update'], kind: 'date' })).toBe(3);
});

it('positions are lettered beyond Z', () => {
  expect([0, 1, 25, 26, 27, 51, 52].map(letter)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});
