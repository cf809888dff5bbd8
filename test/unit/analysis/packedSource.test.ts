import { expect, test } from 'vitest';
import { readSeeds } from '../../../bench/seeds.ts';
import { analyseSource, compareSources, PackedSource } from '../../../server/src/analysis/analyse.ts';

test('packed sources, which have no tokens, compare as they do with them', () => {
  const sources = [...readSeeds().texts].map(([path, text]) => analyseSource(path, text));
  const kept = sources.map(PackedSource.of);
  expect(kept.flatMap(({ read }) => read.sentences.flatMap(({ tokens }) => tokens))).toEqual([]);
  const [whole, compact] = [compareSources(sources), compareSources(kept)];
  expect(whole.contradictions.length).toBeGreaterThan(0);
  expect(compact.entities).toEqual(whole.entities);
  expect(compact.contradictions).toEqual(whole.contradictions);
});
