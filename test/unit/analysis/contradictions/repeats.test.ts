import { expect, test } from 'vitest';
import { Repeats } from '../../../../server/src/analysis/contradictions/repeats.ts';
import type { Contradiction } from '../../../../server/src/analysis/model.ts';

const said = (path: string) => ({ path, start: 0, end: 1, text: 'x', focus: { start: 0, end: 1, text: 'x' } });
const dispute = (id: string, confidence: number) =>
  ({
    id,
    kind: 'number',
    confidence,
    positions: ['a', 'b'].map((path) => ({ value: path, statements: [said(path)] })),
  }) as unknown as Contradiction;

test('what is taken out together with its repeat is not there any more', () => {
  const repeats = new Repeats();
  const [one, other] = [dispute('c-1', 0.9), dispute('c-2', 0.8)];
  expect(repeats.update([], [one, other])).toEqual(new Set([one, other]));
  expect([one, other].map((each) => repeats.isRepeat(each))).toEqual([false, true]);
  expect(repeats.update([one, other], [])).toEqual(new Set());
});
