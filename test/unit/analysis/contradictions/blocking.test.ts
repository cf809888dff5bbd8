import { expect, test } from 'vitest';
import { blockingKeys } from '../../../../server/src/analysis/contradictions/blocking.ts';

const items = Array.from({ length: 30 }, (_, index) => ({ index, keys: ['killed', `town ${index % 15}`] }));
const kin = (index: number) => [index, (index + 15) % 30];

test('under a key of few sources all meet; under one of many only those that tell one story', () => {
  const keys = blockingKeys(items, (item) => item.keys, kin);
  const [first, same, other] = [items[0], items[15], items[1]].map((item) => keys(item as (typeof items)[number]));
  const meet = (a: typeof first, b: typeof first) => b?.sought.filter((key) => a?.kept.includes(key)).length;
  expect(meet(first, same)).toBe(2);
  expect(meet(first, other)).toBe(0);
});

test('in a small folder every key pairs all that have it', () => {
  const few = items.slice(0, 10);
  const keys = blockingKeys(few, (item) => item.keys, kin);
  for (const item of few) expect(keys(item)).toEqual({ kept: item.keys, sought: item.keys });
});
