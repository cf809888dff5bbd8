import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, differingRanges } from '../../../../client/src/model/difference.ts';

/** The words that are marked in each text. */
const marked = (...texts: string[]) =>
  differences(texts).map((spans, index) => spans.map(([start, end]) => texts[index]?.slice(start, end)));

describe('what tells wordings apart', () => {
  it.each([
    [
      ['5 people were killed', 'At least 24 people were killed'],
      [['5'], ['At least 24']],
    ],
    [
      ['Ann Bell, Carl Dorn', 'Carl Dorn and Ann Bell'],
      [[], []],
    ],
    [
      ['on Monday', 'On Monday.'],
      [[], []],
    ],
    [
      ['$3.5 million', '€3.5 million'],
      [['$'], ['€']],
    ],
    [
      ['very very good', 'very good'],
      [['very'], []],
    ],
    [
      ['five', 'nine'],
      [['five'], ['nine']],
    ],
  ])('is marked word by word: %j', (texts, expected) => {
    expect(marked(...texts)).toEqual(expected);
  });

  it('is, of three, what neither of the others says', () => {
    expect(marked('led by Bell', 'led by Dorn', 'headed by Bell')).toEqual([[], ['Dorn'], ['headed']]);
  });

  it('lies in the text, in order, and is nothing between equals', () => {
    const words = fc
      .array(fc.constantFrom('a', 'B', 'c,', '“d”', '5', '—'), { maxLength: 12 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        for (const [index, spans] of differences([one, other]).entries()) {
          let last = 0;
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual([one, other][index]?.length ?? 0);
        }
        expect(differences([one, one.toUpperCase()])).toEqual([[], []]);
      }),
    );
  });
});

it('the differing words of statements are ranges in their sources, but for those over a line break', () => {
  const at = (line: number, start: number, end: number, endLine = line) => ({
    start: { line, character: start },
    end: { line: endLine, character: end },
  });
  const statement = (focusText: string, focus: ReturnType<typeof at>) => ({
    uri: 'file:///a.txt',
    range: focus,
    focus,
    text: focusText,
    focusText,
  });
  const statements = [statement('5 people', at(3, 10, 18)), statement('24 people', at(7, 2, 1, 8))];
  expect(differingRanges(statements)).toEqual([[at(3, 10, 11)], []]);
});
