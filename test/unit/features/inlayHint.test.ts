import { describe, expect, test } from 'vitest';
import { toRange } from '../../../server/src/features/convert.ts';
import { inlayHint } from '../../../server/src/features/inlayHint.ts';
import { uriOf } from '../workspace/memory.ts';
import { Folder, there } from './folder.ts';

const text =
  'Anna Bell spoke first. Then Bell left, and Bell, the mayor, slept.\n\nIn Karo they said that Bell was ill.\n';

function hints(folder: Folder, words = text) {
  const document = there(folder.reading.document(uriOf('a.txt')));
  return inlayHint(folder.reading, document.uri, toRange(document, folder.span(['a.txt', words]))).map(
    ({ label, position }) => [
      label,
      document.text.slice(0, document.offsetAt(position)).split(/\s+/).slice(-2).join(' '),
    ],
  );
}

describe('hints', () => {
  test('tell the full name after a bare one, once in a paragraph', () => {
    const names = new Folder({ 'a.txt': text })
      .entity('Anna Bell', 'person', [
        ['a.txt', 'Anna Bell'],
        ['a.txt', 'Bell'],
      ])
      .entity('Carl Dorn', 'person', [
        ['a.txt', 'left'],
        ['a.txt', 'slept'],
        ['a.txt', 'ill'],
      ]);
    expect(hints(names)).toEqual([
      ['Anna Bell', 'Anna Bell'],
      ['Carl Dorn', 'Bell left'],
      ['Carl Dorn', 'was ill'],
    ]);
  });

  test('are given for the lines that are asked for', () => {
    const names = new Folder({ 'a.txt': text }).entity('Anna Bell', 'person', [
      ['a.txt', 'Bell'],
      ['a.txt', 'slept'],
      ['a.txt', 'ill'],
    ]);
    expect(hints(names, 'In Karo they said that Bell was ill.')).toEqual([['Anna Bell', 'was ill']]);
  });

  test('follow neither names of several words nor roles nor places', () => {
    const none = new Folder({ 'a.txt': text })
      .entity('Anna Maria Bell', 'person', [
        ['a.txt', 'Anna Bell'],
        ['a.txt', 'mayor', 'role'],
      ])
      .entity('Karo District', 'place', [['a.txt', 'Karo']]);
    expect(hints(none)).toEqual([]);
  });
});
