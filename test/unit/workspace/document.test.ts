import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, type DocumentChange, type PositionEncoding } from '../../../server/src/workspace/document.ts';

const TEXT = 'a\r\nžluť 😀 b\rc\n';

function document(text: string, encoding: PositionEncoding = 'utf-16'): Document {
  return new Document('file:///a.txt', text, 'plaintext', 1, encoding);
}

describe('positions', () => {
  test.each([
    ['utf-8', 12],
    ['utf-16', 8],
    ['utf-32', 7],
  ] as const)('count %s units on the line', (encoding, character) => {
    const offset = TEXT.indexOf('b');
    expect(document(TEXT, encoding).positionAt(offset)).toEqual({ line: 1, character });
    expect(document(TEXT, encoding).offsetAt({ line: 1, character })).toBe(offset);
  });

  test('break lines at LF, CRLF and CR', () => {
    expect(document(TEXT).positionAt(TEXT.indexOf('c'))).toEqual({ line: 2, character: 0 });
    expect(document(TEXT).positionAt(TEXT.length)).toEqual({ line: 3, character: 0 });
  });

  test('outside the text count as its ends', () => {
    expect(document(TEXT).offsetAt({ line: 0, character: 99 })).toBe(1);
    expect(document(TEXT).offsetAt({ line: 99, character: 0 })).toBe(TEXT.length);
    expect(document(TEXT).offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(document(TEXT).positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(document(TEXT).positionAt(9999)).toEqual(document(TEXT).positionAt(TEXT.length));
  });
});

test.each(['utf-8', 'utf-16', 'utf-32'] as const)(
  'count in a line of ten megabytes, place after place, in %s',
  (units) => {
    const line = 'žluť 😀 — and so on; '.repeat(500_000);
    const read = document(line, units);
    const word = { 'utf-8': 27, 'utf-16': 21, 'utf-32': 20 }[units];
    for (let i = 0; i < 500_000; i += 500) {
      expect(read.positionAt(21 * i).character).toBe(word * i);
    }
    expect(read.positionAt(5).character).toBe(document('žluť ', units).positionAt(5).character);
  },
);

const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', ' ', '中') });
const encoding = fc.constantFrom<PositionEncoding>('utf-8', 'utf-16', 'utf-32');

test('every place between characters has one position, which leads back to it', () => {
  fc.assert(
    fc.property(text, encoding, (content, units) => {
      const read = document(content, units);
      let offset = 0;
      for (const character of content) {
        const insideLineBreak = content[offset - 1] === '\r' && character === '\n';
        if (!insideLineBreak) expect(read.offsetAt(read.positionAt(offset))).toBe(offset);
        offset += character.length;
      }
    }),
  );
});

test('edits by range give the text that splicing gives', () => {
  const cuts = fc.array(fc.record({ from: fc.nat(40), length: fc.nat(10), text }), { maxLength: 6 });
  fc.assert(
    fc.property(text, encoding, cuts, (content, units, edits) => {
      let expected = content;
      let edited = document(content, units);
      for (const edit of edits) {
        const range = {
          start: edited.positionAt(edit.from),
          end: edited.positionAt(edit.from + edit.length),
        };
        const [start, end] = [edited.offsetAt(range.start), edited.offsetAt(range.end)];
        const change: DocumentChange = { range, text: edit.text };
        expected = expected.slice(0, start) + edit.text + expected.slice(end);
        edited = edited.edited([change], 2);
      }
      expect(edited.text).toBe(expected);
    }),
  );
});

test('an edit leaves the document it was made on as it was', () => {
  const before = document('one');
  const after = before.edited([{ text: 'two' }], 7);
  expect([before.text, after.text, after.version]).toEqual(['one', 'two', 7]);
});
