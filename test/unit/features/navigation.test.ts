import { describe, expect, test } from 'vitest';
import { definition } from '../../../server/src/features/definition.ts';
import { documentHighlight } from '../../../server/src/features/documentHighlight.ts';
import { references } from '../../../server/src/features/references.ts';
import { uriOf } from '../workspace/memory.ts';
import { explosion, Folder, type Place } from './folder.ts';

function at<R>(
  folder: Folder,
  feature: (...args: [Folder['reading'], string, number]) => R,
  ...[name, words]: Place
): R {
  return feature(folder.reading, uriOf(name), folder.offset(name, words));
}

describe('the definition', () => {
  test('of a name is its fullest mention', () => {
    const folder = explosion();
    expect(at(folder, definition, 'b.txt', 'Bell').map((each) => folder.wordsAt(each))).toEqual([
      ['a.txt', 'Anna Bell'],
    ]);
    expect(at(folder, definition, 'a.txt', 'She').map((each) => folder.wordsAt(each))).toEqual([
      ['a.txt', 'Anna Bell'],
    ]);
  });

  test('of a disputed statement is every statement that conflicts with it', () => {
    const folder = explosion();
    expect(at(folder, definition, 'a.txt', '5 people').map((each) => folder.wordsAt(each))).toEqual([
      ['b.txt', '24 people'],
      ['c.txt', '24'],
    ]);
    expect(at(folder, definition, 'c.txt', 'Police').map((each) => folder.wordsAt(each))).toEqual([
      ['a.txt', '5 people'],
    ]);
  });

  test('of a name that is itself in dispute is the conflicting statement', () => {
    const folder = new Folder({ 'a.txt': 'Anna Bell won.', 'b.txt': 'Cora Dean won.' })
      .entity('Anna Bell', 'person', [['a.txt', 'Anna Bell']])
      .dispute('Who won?', {
        'Anna Bell': [{ in: 'a.txt', says: 'Anna Bell won', focus: 'Anna Bell' }],
        'Cora Dean': [{ in: 'b.txt', says: 'Cora Dean won', focus: 'Cora Dean' }],
      });
    expect(at(folder, definition, 'a.txt', 'Anna').map((each) => folder.wordsAt(each))).toEqual([
      ['b.txt', 'Cora Dean'],
    ]);
  });

  test('of other words is nowhere', () => {
    expect(at(explosion(), definition, 'a.txt', 'noon')).toEqual([]);
  });
});

test('references are all mentions in all sources, with or without the fullest', () => {
  const folder = explosion();
  const found = (all: boolean) =>
    at(folder, (...of) => references(...of, all), 'b.txt', 'Bell').map((l) => folder.wordsAt(l)[1]);
  expect(found(true)).toEqual(['Anna Bell', 'the mayor', 'She', 'Bell']);
  expect(found(false)).toEqual(['the mayor', 'She', 'Bell']);
});

test('highlights are the mentions in the same source only', () => {
  const folder = explosion();
  const found = at(folder, documentHighlight, 'a.txt', 'Anna Bell');
  expect(found.map(({ range }) => folder.wordsAt({ uri: uriOf('a.txt'), range })[1])).toEqual([
    'Anna Bell',
    'the mayor',
    'She',
  ]);
});
