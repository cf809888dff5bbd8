import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../server/src/analysis/model.ts';
import { codePoints, codeUnits, describeSpan, findSpan } from '../../../server/src/annotations/anchor.ts';

const TEXT =
  'Officials said 5 people were killed on Monday. Rescuers said 5 people were missing.\r\nMayor Bell “wept”. 🌋🌋 Ash fell.';

/** Finds the words that a marked span had after an edit; the marks are | and |. */
function find(before: string, after: string) {
  const [start, end] = [before.indexOf('|'), before.lastIndexOf('|') - 1];
  const found = findSpan(after, describeSpan(before.replaceAll('|', ''), { start, end }));
  return found && { words: after.slice(found.start, found.end), at: found.start, isSure: found.isSure };
}

describe('describing a span', () => {
  it('gives its words, those around it, and its position in code points', () => {
    const start = TEXT.indexOf('Ash');
    const [quote, position] = describeSpan(TEXT, { start, end: start + 3 });
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'Ash', suffix: ' fell.' });
    expect(position).toEqual({ type: 'TextPositionSelector', start: start - 2, end: start + 1 });
  });

  it('cuts no character in two', () => {
    const text = `${'x'}${'🌋'.repeat(40)}end`;
    const [quote] = describeSpan(text, { start: text.indexOf('end'), end: text.length });
    expect(quote).toMatchObject({ prefix: '🌋'.repeat(16) });
  });

  it('counts code points there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const points = at % ([...text].length + 1);
        expect(codePoints(text, codeUnits(text, points))).toBe(points);
      }),
    );
  });
});

describe('finding a span again', () => {
  it('finds it in the same text', () => {
    expect(find('It was |five| of them.', 'It was five of them.')).toEqual({ words: 'five', at: 7, isSure: true });
  });

  it('finds the right one of several, moved by an edit before it', () => {
    const before = 'They said 5 people were hurt. Later |5 people| were missing.';
    const after = 'On the day after, they said 5 people were hurt. Later 5 people were missing.';
    expect(find(before, after)).toEqual({ words: '5 people', at: after.lastIndexOf('5 people'), isSure: true });
  });

  it('finds it where line breaks were changed by another program', () => {
    expect(find('One\nline.\nTwo |lines\nof| text.', 'One\r\nline.\r\nTwo lines\r\nof text.')).toMatchObject({
      words: 'lines\r\nof',
      isSure: true,
    });
  });

  it('finds words that were changed by what is around them, and says so', () => {
    expect(find('Officials said |24 people| were killed.', 'Officials said 25 people were killed.')).toMatchObject({
      words: '25 people',
      isSure: false,
    });
  });

  it('finds other words that took the place of those, and says so', () => {
    const before = 'Officials said that |five| people were killed on Monday.';
    expect(find(before, 'Officials said that as many as 90 people were killed on Monday.')).toEqual({
      words: 'as many as 90',
      at: 20,
      isSure: false,
    });
  });

  it('does not take other words that are the same for those that are gone', () => {
    const before = 'Officials said |5| were killed. A long way down the page is more.';
    const after = 'Nothing was said. A long way down the page is more, and 5 of it.';
    expect(find(before, after)).toBeUndefined();
  });

  it('finds nothing in a text without it', () => {
    expect(find('Officials said |24 people| were killed.', 'Rain fell in the hills.')).toBeUndefined();
    expect(find('Officials said |24 people| were killed.', '')).toBeUndefined();
  });
});

interface Edit {
  at: number;
  remove: number;
  insert: string;
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(60),
    insert: fc.oneof(
      fc.constant(''),
      fc.constantFrom(' The minister', 'more than ', '\n\n', 'On Monday, 5 people were hurt. ', 'x'),
      fc.string({ maxLength: 40 }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Edits a text outside a span, which may move. */
function editAround(text: string, span: Span, changes: Edit[]): { text: string; span: Span } {
  let [now, { start, end }] = [text, span];
  for (const { at, remove, insert } of changes) {
    const isBefore = at * (now.length - (end - start)) < start;
    const from = isBefore ? Math.floor(at * start) : end + Math.floor(at * (now.length - end));
    const to = Math.min(from + remove, isBefore ? start : now.length);
    now = now.slice(0, from) + insert + now.slice(to);
    if (isBefore) [start, end] = [start + insert.length - (to - from), end + insert.length - (to - from)];
  }
  return { text: now, span: { start, end } };
}

const seeds = readdirSync('seeds').map((name) => readFileSync(`seeds/${name}`, 'utf8'));
const spans = fc
  .record({
    text: fc.constantFrom(...seeds),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    length: fc.integer({ min: 2, max: 120 }),
  })
  .map(({ text, at, length }) => {
    const start = Math.floor(at * text.length);
    return { text, span: { start, end: Math.min(text.length, start + length) } };
  });
/** A share is measured, so the cases are always the same. */
const RUNS = { seed: 20261122, numRuns: 3000 };
/** Milliseconds that a busy machine may take. */
const PATIENCE = 60_000;

describe('after random edits', () => {
  it(
    'finds at least 99 % of the spans whose words are left, and none in a wrong place without saying so',
    () => {
      const count = { all: 0, right: 0, unsure: 0, flagged: 0, lost: 0, wrong: 0 };
      fc.assert(
        fc.property(spans, edits, ({ text, span }, changes) => {
          const after = editAround(text, span, changes);
          const found = findSpan(after.text, describeSpan(text, span));
          count.all++;
          if (!found) count.lost++;
          else if (found.start === after.span.start && found.end === after.span.end) {
            count.right++;
            if (!found.isSure) count.unsure++;
          } else if (found.isSure) count.wrong++;
          else count.flagged++;
        }),
        RUNS,
      );
      console.log('anchors after edits around them:', count);
      expect(count.wrong).toBe(0);
      expect(count.right / count.all).toBeGreaterThanOrEqual(0.99);
    },
    PATIENCE,
  );

  it(
    'is never sure of a place when the words are gone',
    () => {
      let wrong = 0;
      fc.assert(
        fc.property(spans, edits, fc.constantFrom('', 'something else', '9'), ({ text, span }, changes, instead) => {
          const after = editAround(text, span, changes);
          const gone = after.text.slice(0, after.span.start) + instead + after.text.slice(after.span.end);
          const found = findSpan(gone, describeSpan(text, span));
          // What an edit has put together again at that place is as good as what stood there.
          const isThere = found && gone.slice(found.start, found.end) === text.slice(span.start, span.end);
          const isSamePlace =
            isThere && Math.abs(found.start - after.span.start) <= instead.length + span.end - span.start + 1;
          if (found?.isSure && !isSamePlace) wrong++;
        }),
        RUNS,
      );
      expect(wrong).toBe(0);
    },
    PATIENCE,
  );
});
