import { describe, expect, test } from 'vitest';
import { hiddenCharacters } from '../../../server/src/features/hiddenCharacters.ts';
import { Document } from '../../../server/src/workspace/document.ts';

const found = (text: string) =>
  hiddenCharacters(new Document('file:///a.txt', text)).map(({ code, range: { start, end }, message }) => ({
    code,
    at: [start.line, start.character, end.line, end.character],
    message,
  }));

describe('directions of the writing', () => {
  test('that are turned over are warned of where they begin, once for a line', () => {
    const text = 'The toll is \u202e42\u202c people.\nIt was \u202dno\u202c and \u202eyes.\n';
    expect(found(text)).toMatchObject([
      { code: 'bidirectional-override', at: [0, 12, 0, 13], message: expect.stringContaining('U+202E') },
      { code: 'bidirectional-override', at: [1, 7, 1, 8], message: expect.stringContaining('U+202D') },
    ]);
  });

  test.each(['\u202b', '\u2066', '\u2067', '\u2068'])('that are left open are warned of: %j', (opens) => {
    expect(found(`He said ${opens}this and\nthat.`)).toHaveLength(1);
  });

  test('of an Arabic or Hebrew name that is set apart and closed are no problem', () => {
    expect(found('The mayor, \u2067משה\u2069, and \u202bعلي\u202c agreed.\u200e\u200f')).toEqual([]);
  });

  test('are listed up to a number', () => {
    expect(found('a\u202eb\n'.repeat(500))).toHaveLength(20);
  });
});

describe('characters without a width', () => {
  test('inside words are told of once for a text', () => {
    expect(found('Anna Be\u200bll and Ka\u2060ro\nKa\ufeffro')).toEqual([
      { code: 'invisible-character', at: [0, 7, 0, 8], message: expect.stringContaining('3 such places') },
    ]);
  });

  test('that a page or a script needs are no problem', () => {
    expect(found('long\u00adwords, \u200b 👩\u200d🚀, می\u200cخواهم, \ufeffKaro')).toEqual([]);
  });
});
