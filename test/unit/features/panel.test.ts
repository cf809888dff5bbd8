import { describe, expect, test } from 'vitest';
import { contradictionsAt } from '../../../server/src/features/contradictionsAt.ts';
import { entityAt } from '../../../server/src/features/entityAt.ts';
import { mentionsOf } from '../../../server/src/features/mentions.ts';
import { overview } from '../../../server/src/features/overview.ts';
import { uriOf } from '../workspace/memory.ts';
import { explosion, Folder } from './folder.ts';

describe('the overview', () => {
  test('counts per source, and names a source without a title by its file', () => {
    const folder = new Folder({ ...explosion().files, 'd.txt': '' });
    expect(overview(folder.reading).sources.find(({ uri }) => uri === uriOf('d.txt'))?.title).toBe('d.txt');
    expect(overview(explosion().reading).sources[0]).toMatchObject({
      uri: uriOf('a.txt'),
      title: 'Depot burns in Karo',
      entities: 2,
      contradictions: 1,
    });
  });

  test('says how a source begins that has no headline', () => {
    const text = 'KARO, May 4 – Rescuers looked for more people on Monday.\nThey dug all night.\n';
    const [source] = overview(new Folder({ 'a.txt': text }).reading).sources;
    expect(source).toMatchObject({ title: 'a.txt', opening: 'Rescuers looked for more people on Monday.' });
    expect(overview(explosion().reading).sources[0]).not.toHaveProperty('opening');
  });

  test('has the statements of each position as ranges', () => {
    const folder = explosion();
    const [contradiction] = overview(folder.reading).contradictions;
    expect(contradiction).toMatchObject({ id: 'c-1', question: 'How many people were killed?', confidence: 0.9 });
    const [first] = contradiction?.positions ?? [];
    expect(first).toMatchObject({ value: '5', statements: [{ focusText: '5 people', speaker: 'Officials' }] });
    const { uri = '', range } = first?.statements[0] ?? {};
    expect(range && folder.wordsAt({ uri, range })[1]).toBe('Officials said 5 people were killed');
  });

  test('has the gravest and surest contradictions first, and the most named entities', () => {
    const folder = new Folder({ 'a.txt': 'Bell saw Karo. Bell left Karo. Bell slept.', 'b.txt': 'x' });
    const said = {
      one: [{ in: 'a.txt', says: 'Bell saw', focus: 'Bell' }],
      two: [{ in: 'b.txt', says: 'x', focus: 'x' }],
    };
    folder
      .dispute('variation', said, { severity: 'variation', confidence: 1 })
      .dispute('unsure', said, { confidence: 0.6 })
      .dispute('sure', said)
      .entity('Karo', 'place', [['a.txt', 'Karo']])
      .entity('Bell', 'person', [
        ['a.txt', 'Bell saw'],
        ['a.txt', 'Bell left'],
      ]);
    const { contradictions, entities } = overview(folder.reading);
    expect(contradictions.map(({ question }) => question)).toEqual(['sure', 'unsure', 'variation']);
    expect(entities.map(({ name }) => name)).toEqual(['Bell', 'Karo']);
  });
});

test('a question is about the entities that a disputed value names or that statements of two positions name', () => {
  const folder = new Folder({
    'a.txt': 'Bell said Karo would pay 5 for it to Tersk.',
    'b.txt': 'Bell said Ana would pay 6 for it to Tersk.',
    'c.txt': 'Ana did not speak.',
  });
  folder
    .entity('Bell', 'person', [
      ['a.txt', 'Bell'],
      ['b.txt', 'Bell'],
    ])
    .entity('Karo', 'place', [['a.txt', 'Karo']])
    .entity('Ana', 'person', [
      ['b.txt', 'Ana'],
      ['c.txt', 'Ana'],
    ])
    .entity('Tersk', 'place', [['b.txt', 'Tersk']])
    .dispute('Who pays?', {
      Karo: [{ in: 'a.txt', says: 'Bell said Karo would pay 5 for it to Tersk', focus: 'Karo' }],
      Ana: [{ in: 'b.txt', says: 'Bell said Ana would pay 6 for it to Tersk', focus: 'Ana' }],
    });
  expect(overview(folder.reading).contradictions[0]?.entities).toEqual(['e-Bell', 'e-Karo', 'e-Ana']);
});

test('mentions come by source and in text order, each with the line around it', () => {
  const folder = explosion();
  const mentions = mentionsOf(folder.reading, 'e-Anna Bell');
  expect(mentions.map((each) => folder.wordsAt(each))).toEqual([
    ['a.txt', 'Anna Bell'],
    ['a.txt', 'the mayor'],
    ['a.txt', 'She'],
    ['b.txt', 'Bell'],
  ]);
  expect(mentions.map(({ context, highlight }) => context.slice(...highlight))).toEqual([
    'Anna Bell',
    'the mayor',
    'She',
    'Bell',
  ]);
  expect(mentionsOf(folder.reading, 'unknown')).toEqual([]);
});

test('the entity at a place is the innermost one, or none', () => {
  const folder = new Folder({ 'a.txt': 'The Bank of Karo closed.' })
    .entity('Bank of Karo', 'organization', [['a.txt', 'Bank of Karo']])
    .entity('Karo', 'place', [['a.txt', 'Karo']]);
  const named = (words: string) => entityAt(folder.reading, uriOf('a.txt'), folder.offset('a.txt', words))?.name;
  expect([named('Karo'), named('Bank'), named('closed')]).toEqual(['Karo', 'Bank of Karo', undefined]);
});

test('the contradictions at a place come with the closest first', () => {
  const folder = new Folder({ 'a.txt': 'Police said 5 died and 9 were hurt in Karo.', 'b.txt': 'x' });
  const all = 'Police said 5 died and 9 were hurt in Karo';
  const other = [{ in: 'b.txt', says: 'x', focus: 'x' }];
  folder
    .dispute('Where?', { here: [{ in: 'a.txt', says: all, focus: 'Karo' }], there: other })
    .dispute('How many were hurt?', { 9: [{ in: 'a.txt', says: '9 were hurt', focus: '9' }], 8: other })
    .dispute('How many died?', { 5: [{ in: 'a.txt', says: all, focus: '5' }], 6: other });
  const at = (words: string) =>
    contradictionsAt(folder.reading, uriOf('a.txt'), folder.offset('a.txt', words)).map(({ question }) => question);
  expect(at('were hurt')).toEqual(['How many were hurt?', 'Where?', 'How many died?']);
  expect(at('5 died')[0]).toBe('How many died?');
});
