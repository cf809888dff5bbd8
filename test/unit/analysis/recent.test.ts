import { expect, test } from 'vitest';
import { Recent } from '../../../server/src/analysis/recent.ts';

test('the oldest is released when there is too much, and never the last', () => {
  const released: string[] = [];
  const named = (name: string) => ({ release: () => released.push(name) });
  const recent = new Recent(10);
  const first = named('first');
  recent.hold(first, 4);
  recent.hold(named('second'), 4);
  expect(released).toEqual([]);
  recent.hold(first, 4);
  recent.hold(named('third'), 4);
  expect(released).toEqual(['second']);
  recent.hold(named('large'), 100);
  expect(released).toEqual(['second', 'first', 'third']);
});
