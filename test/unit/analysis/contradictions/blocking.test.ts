import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Blocks } from '../../../../server/src/analysis/contradictions/blocking.ts';
import type { Item } from '../../../../server/src/analysis/contradictions/items.ts';

/** A claim of a source of its own. */
const itemOf = (index: number) => ({ index, blocks: [] }) as unknown as Item;
const blocksOf = () =>
  new Blocks(
    ({ index }) => ({ area: 'number', words: ['killed', `town ${index % 15}`] }),
    (index) => [index, (index + 15) % 30],
  );
const items = Array.from({ length: 30 }, (_, index) => itemOf(index));
const [first, ...others] = items as [Item, ...Item[]];

test('under a key of few sources all meet; under one of many only those that tell one story', () => {
  const blocks = blocksOf();
  blocks.update([], items);
  expect(blocks.crowded).toBe(1);
  expect([...blocks.met(first)]).toEqual([items[15]]);
});

test('in a small folder every key pairs all that have it', () => {
  const blocks = blocksOf();
  blocks.update([], items.slice(0, 10));
  expect(blocks.crowded).toBe(0);
  expect([...blocks.met(first)]).toEqual(items.slice(1, 10));
});

test('says who meets others than before when a key becomes crowded, and when it no longer is', () => {
  const blocks = blocksOf();
  blocks.update([], items.slice(0, 12));
  expect(blocks.update([], items.slice(12, 13))).toEqual(new Set(items.slice(0, 13)));
  expect(blocks.update([first], [])).toEqual(new Set(others.slice(0, 12)));
});

test('keeps no more of one source under a key than is bearable, and counts the others', () => {
  const blocks = blocksOf();
  const many = Array.from({ length: 50 }, () => itemOf(3));
  blocks.update([], many);
  expect(blocks.leftOut).toBe(20);
  expect(blocks.met(many[0] as Item).size).toBe(39);
  blocks.update(many, []);
  expect(blocks.leftOut).toBe(0);
});

test('keeps the first claims of a source in its text, whatever was there before', () => {
  const claim = fc.record({ order: fc.nat(90), isIn: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(claim, { minLength: 60, maxLength: 300 }),
      fc.integer({ min: 0, max: 14 }),
      (steps, others) => {
        const blocks = blocksOf();
        const fresh = blocksOf();
        const crowd = Array.from({ length: others }, (_, i) => itemOf(i));
        const own = Array.from({ length: 91 }, (_, order) => Object.assign(itemOf(20), { order }));
        const there = new Set<Item>(own.slice(0, 60));
        blocks.update([], [...crowd, ...there]);
        for (const { order, isIn } of steps) {
          const item = own[order] as Item;
          if (there.has(item) === isIn) continue;
          if (isIn) there.add(item);
          else there.delete(item);
          blocks.update(isIn ? [] : [item], isIn ? [item] : []);
        }
        const copies = own.filter((item) => there.has(item)).map(({ order }) => Object.assign(itemOf(20), { order }));
        fresh.update([], [...copies, ...crowd.map(({ index }) => itemOf(index))]);
        const kept = (items: Iterable<Item>) => [...items].map((item) => item.blocks.map(({ word }) => word).sort());
        expect(kept(own.filter((item) => there.has(item)))).toEqual(kept(copies));
        expect([blocks.leftOut, blocks.crowded]).toEqual([fresh.leftOut, fresh.crowded]);
      },
    ),
  );
});
