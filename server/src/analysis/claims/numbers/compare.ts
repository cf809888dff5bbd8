import { COMPATIBLE, type QuantityValue, type Relation, SAME } from '../claim.ts';

/** Two win-loss records: any difference is one. */
function compareRecords(a: number[], b: number[]): Relation {
  return a.join() === b.join() ? SAME : { is: 'conflict', strength: 0.8, reason: 'the records differ' };
}

/** Two figures for one measure. Rounding, hedges and bounds that leave room are no contradiction. */
export function compareNumbers(a: QuantityValue, b: QuantityValue): Relation {
  if (a.dimension !== b.dimension || (a.dimension === 'money' && a.unit !== b.unit)) return COMPATIBLE;
  if (a.parts && b.parts) return compareRecords(a.parts, b.parts);
  if (a.vague || b.vague) return compareVague(a, b);
  if (a.low === b.low && a.high === b.high) {
    if (a.bound === b.bound) return SAME;
    return { is: 'same', strength: 0.4, reason: 'one figure is a bound and the other is exact' };
  }
  if (a.low <= b.high && b.low <= a.high) return SAME;
  const [less, more] = a.high < b.low ? [a, b] : [b, a];
  const gap = (more.low - less.high) / Math.max(more.low, 1e-9);
  const tolerance =
    a.approximate || b.approximate
      ? Math.max(hedgeOf(a), hedgeOf(b))
      : a.dimension === 'length' || a.dimension === 'mass' || a.dimension === 'area'
        ? 0.04
        : 0;
  if (gap <= tolerance || isRounding(less, more)) return SAME;
  if (less.bound === 'min' && more.bound !== 'max') {
    return { is: 'update', strength: 0.7, reason: 'the lower figure is a lower bound' };
  }
  if (more.bound === 'max') return { is: 'update', strength: 0.6, reason: 'the higher figure is an upper bound' };
  return { is: 'conflict', strength: gap < 0.1 && a.approximate ? 0.6 : 0.9, reason: 'the figures differ' };
}

/** How far off a hedged figure may be: as far as its last digit that is no zero, and no more than 6 percent ("about 100", but not "an estimated 102", can be 108). */
function hedgeOf({ approximate, low, high }: QuantityValue): number {
  if (!approximate || low <= 0) return 0;
  if (low !== high || !Number.isInteger(low)) return 0.06;
  let step = 1;
  while (low % (step * 10) === 0) step *= 10;
  return Math.min(0.06, step / low);
}

/** "several" against 10 is at most a less precise report. */
function compareVague(a: QuantityValue, b: QuantityValue): Relation {
  if (a.vague && b.vague) return COMPATIBLE;
  const [vague, exact] = a.vague ? [a, b] : [b, a];
  return exact.low > vague.high * 1.5 || exact.high < vague.low * 0.7
    ? { is: 'variation', strength: 0.5, reason: 'one figure is vague' }
    : { is: 'same', strength: 0.3, reason: 'one figure is vague' };
}

/** 9,200 for 9,180: the rounder figure is the other one rounded. */
function isRounding(a: QuantityValue, b: QuantityValue): boolean {
  const [x, y] = [a.low, b.low];
  for (const [round, exact] of [
    [x, y],
    [y, x],
  ] as const) {
    if (round < 20 || exact === 0) continue;
    for (const step of [10, 100, 1000, 1e4, 1e5, 1e6, 1e8, 1e9]) {
      if (round % step === 0 && step <= round / 9 && Math.abs(round - exact) <= step / 2 && exact % step !== 0)
        return true;
    }
  }
  return false;
}
