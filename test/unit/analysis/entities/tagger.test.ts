import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginalsOf, movesOf, TAG_COUNT } from '../../../../server/src/analysis/entities/tagger.ts';

/** Every sequence of tags of a length. */
function sequences(length: number): number[][] {
  if (length === 0) return [[]];
  return sequences(length - 1).flatMap((rest) => Array.from({ length: TAG_COUNT }, (_, tag) => [...rest, tag]));
}

/** The score of a sequence: emissions and transitions, the first from the outside. */
function scoreOf(tags: number[], scores: Float64Array, transition: Float32Array): number {
  return tags.reduce(
    (sum, tag, i) =>
      sum + (scores[i * TAG_COUNT + tag] as number) + (transition[(tags[i - 1] ?? 0) * TAG_COUNT + tag] as number),
    0,
  );
}

const weight = fc.double({ min: -8, max: 8, noNaN: true });
const chains = fc
  .integer({ min: 1, max: 3 })
  .chain((length) =>
    fc.tuple(
      fc.constant(length),
      fc.array(weight, { minLength: length * TAG_COUNT, maxLength: length * TAG_COUNT }),
      fc.array(weight, { minLength: TAG_COUNT ** 2, maxLength: TAG_COUNT ** 2 }),
    ),
  );

describe('the probabilities of a chain', () => {
  it('are those of summing over every sequence of tags', () => {
    fc.assert(
      fc.property(chains, ([length, emissions, moves]) => {
        const scores = Float64Array.from(emissions);
        const transition = Float32Array.from(moves);
        const all = sequences(length).map((tags) => ({ tags, p: Math.exp(scoreOf(tags, scores, transition)) }));
        const total = all.reduce((sum, { p }) => sum + p, 0);
        const shareOf = (holds: (tags: number[]) => boolean) =>
          all.reduce((sum, { tags, p }) => sum + (holds(tags) ? p : 0), 0) / total;

        const marginals = marginalsOf(length, scores, movesOf(transition));

        expect(marginals.logZ).toBeCloseTo(Math.log(total), 3);
        for (let tag = 0; tag < TAG_COUNT; tag++) {
          for (let i = 0; i < length; i++)
            expect(marginals.tags[i * TAG_COUNT + tag]).toBeCloseTo(
              shareOf((tags) => tags[i] === tag),
              4,
            );
          if (length > 1)
            expect(marginals.pair(1, 1, tag)).toBeCloseTo(
              shareOf((tags) => tags[0] === 1 && tags[1] === tag),
              4,
            );
        }
      }),
      { numRuns: 30 },
    );
  });
});
