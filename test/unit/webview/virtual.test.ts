import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, offsets, revealed, within } from '../../../client/webview/parts/virtual.ts';

describe('the columns in view', () => {
  const starts = offsets([100, 50, 200]);

  it('are those of which something shows', () => {
    expect(starts).toEqual([0, 100, 150, 350]);
    expect(within(starts, 0, 100)).toEqual([0, 1]);
    expect(within(starts, 99, 101)).toEqual([0, 2]);
    expect(within(starts, 150, 1000)).toEqual([2, 3]);
  });

  it('are none where there are none', () => {
    expect(within(offsets([]), 0, 500)).toEqual([0, 0]);
  });

  it('are all that overlap the stretch and no others', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(widths, fc.nat(20_000), fc.integer({ min: 1, max: 900 }), (each, from, length) => {
        const at = offsets(each);
        const start = Math.min(from, (at.at(-1) ?? 1) - 1);
        const [first, end] = within(at, start, start + length);
        const overlapping = each.flatMap((_, i) =>
          (at[i + 1] ?? 0) > start && (at[i] ?? 0) < start + length ? i : [],
        );
        expect(overlapping).toEqual(Array.from({ length: end - first }, (_, i) => first + i));
      }),
    );
  });
});

describe('bringing a cell into view', () => {
  it('scrolls as little as needed, and not under what is fixed', () => {
    const seen = { start: 300, end: 400 };
    expect(revealed(200, 500, seen, 60)).toBe(200);
    expect(revealed(280, 500, seen, 60)).toBe(240);
    expect(revealed(0, 350, seen, 60)).toBe(50);
  });

  it('shows the start of what is larger than the view', () => {
    expect(revealed(0, 300, { start: 500, end: 1000 }, 60)).toBe(440);
  });
});

it('columns share what room is left, up to a width, and never shrink', () => {
  expect(filled([100, 100], [true, true], 300, 440)).toEqual([150, 150]);
  expect(filled([100, 50], [true, false], 300, 180)).toEqual([180, 50]);
  expect(filled([100, 100], [true, true], 150, 440)).toEqual([100, 100]);
});
