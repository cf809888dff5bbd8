import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MultiMap } from '../../../server/src/analysis/multiMap.ts';

const steps = fc.array(fc.record({ isAdded: fc.boolean(), key: fc.nat(2), value: fc.nat(40) }), { maxLength: 200 });

test('keeps what sets under keys would keep, in the order in which it came', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const map = new MultiMap<number, number>();
      const sets = [0, 1, 2].map(() => new Set<number>());
      for (const { isAdded, key, value } of all) {
        const set = sets[key] as Set<number>;
        if (isAdded && !set.has(value)) map.add(key, value);
        if (!isAdded) map.delete(key, value);
        if (isAdded) set.add(value);
        else set.delete(value);
      }
      expect([0, 1, 2].map((key) => map.get(key))).toEqual(sets.map((set) => [...set]));
      expect([0, 1, 2].map((key) => map.count(key))).toEqual(sets.map(({ size }) => size));
      expect(map.size).toBe(sets.filter(({ size }) => size > 0).length);
      expect(new Set(map.all)).toEqual(new Set(sets.flatMap((set) => [...set])));
      expect(map.some(1, (value) => value > 20)).toBe([...(sets[1] as Set<number>)].some((value) => value > 20));
    }),
  );
});
