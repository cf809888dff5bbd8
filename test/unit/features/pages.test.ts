import { describe, expect, test } from 'vitest';
import { analyseSource } from '../../../server/src/analysis/analyse.ts';
import { toKnown } from '../../../server/src/analysis/known.ts';
import { PackedSource } from '../../../server/src/analysis/packedSource.ts';
import { entityPage } from '../../../server/src/features/entityPage.ts';
import { timeline } from '../../../server/src/features/timeline.ts';
import { Document } from '../../../server/src/workspace/document.ts';
import { Reading } from '../../../server/src/workspace/reading.ts';
import { uriOf } from '../workspace/memory.ts';
import { explosion, Folder, there } from './folder.ts';

describe('the page of an entity', () => {
  test('has its mentions by source, in text order', () => {
    const folder = explosion();
    const { entity, sources } = there(entityPage(folder.reading, 'e-Anna Bell'));
    expect(entity).toMatchObject({ name: 'Anna Bell', type: 'person', mentions: 4, sources: 2 });
    expect(sources.map(({ uri, mentions }) => [uri, mentions.map((each) => folder.wordsAt(each)[1])])).toEqual([
      [uriOf('a.txt'), ['Anna Bell', 'the mayor', 'She']],
      [uriOf('b.txt'), ['Bell']],
    ]);
  });

  test('has the roles that each source gives, and where', () => {
    const folder = new Folder({
      'a.txt': 'Mayor Anna Bell spoke on Monday.\n\nAnna Bell left.\n',
      'b.txt': 'Anna Bell, the governor of Tersk, was there.\n',
    }).entity('Anna Bell', 'person', [
      ['a.txt', 'Anna Bell'],
      ['b.txt', 'Anna Bell'],
    ]);
    const { sources } = there(entityPage(folder.reading, 'e-Anna Bell'));
    const roles = sources.flatMap(({ uri, roles }) =>
      roles.map(({ text, range }) => [text.toLowerCase(), range && folder.wordsAt({ uri, range })[1].toLowerCase()]),
    );
    expect(roles).toContainEqual(['mayor', 'mayor']);
    expect(roles.find(([role]) => role?.startsWith('governor'))?.[1]).toMatch(/^governor/);
  });

  test('has who is named in the same sentences, and the disputes that it is in', () => {
    const folder = new Folder({
      'a.txt': 'Bell met Ortiz in Karo. Bell saw Ortiz. Ortiz left.',
      'b.txt': 'Bell met Ortiz in Tersk.',
      'c.txt': 'Ortiz met Prada.',
    })
      .entity('Bell', 'person', [
        ['a.txt', 'Bell'],
        ['b.txt', 'Bell'],
      ])
      .entity('Ortiz', 'person', [
        ['a.txt', 'Ortiz'],
        ['b.txt', 'Ortiz'],
        ['c.txt', 'Ortiz'],
      ])
      .entity('Karo', 'place', [['a.txt', 'Karo']])
      .entity('Prada', 'organization', [['c.txt', 'Prada']])
      .dispute('Where?', {
        Karo: [{ in: 'a.txt', says: 'Bell met Ortiz in Karo', focus: 'Karo' }],
        Tersk: [{ in: 'b.txt', says: 'Bell met Ortiz in Tersk', focus: 'Tersk' }],
      });
    const page = there(entityPage(folder.reading, 'e-Bell'));
    expect(page.companions.map(({ name, sentences, sources }) => [name, sentences, sources])).toEqual([
      ['Ortiz', 2, 2],
      ['Karo', 1, 1],
    ]);
    expect(page.contradictions).toEqual(['c-1']);
    expect(there(entityPage(folder.reading, 'e-Prada')).contradictions).toEqual([]);
  });

  test('is not there for what nobody names', () => {
    expect(entityPage(explosion().reading, 'unknown')).toBeNull();
  });
});

describe('the timeline', () => {
  const files = {
    'a.txt':
      'Karo, May 15, 2025\n\nThe bridge in Karo was opened on 3 May 2019. The fire at Karo broke out on Wednesday.\n',
    'b.txt': 'Tersk closed its factory in March 2022.\n',
  };

  test('has what the sources date in order of time, as exactly as they tell it', () => {
    const folder = new Folder(files);
    const items = timeline(folder.reading);
    expect(
      items.map(({ when, statement }) => [when, folder.wordsAt({ uri: statement.uri, range: statement.focus })]),
    ).toEqual([
      ['2019-05-03', ['a.txt', '3 May 2019']],
      ['2022-03', ['b.txt', 'March 2022']],
      ['2025-05-14', ['a.txt', 'Wednesday']],
    ]);
  });

  test('marks the dates that are disputed', () => {
    const folder = new Folder(files).dispute(
      'When did the bridge open?',
      {
        '3 May': [{ in: 'a.txt', says: 'The bridge in Karo was opened on 3 May 2019', focus: '3 May 2019' }],
        March: [{ in: 'b.txt', says: 'in March 2022', focus: 'March 2022' }],
      },
      { kind: 'date' },
    );
    expect(timeline(folder.reading).map(({ contradiction }) => contradiction)).toEqual(['c-1', 'c-1', undefined]);
  });

  test('is empty without sources', () => {
    const source = toKnown(PackedSource.of(analyseSource(uriOf('x.txt'), 'Nothing happened.')));
    const document = new Document(uriOf('x.txt'), 'Nothing happened.');
    const reading = Reading.of(
      { sources: [source], entities: [], contradictions: [] },
      new Map([[document.uri, document]]),
    );
    expect(timeline(reading)).toEqual([]);
  });
});
