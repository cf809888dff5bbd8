import type { Sentence } from '../model.ts';
import { FeatureReader, prepare, ROWS, readRuns, type TaggedSentence } from './features.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Tags of the chain: outside, and beginning and inside of a person's, an organization's, a place's and another name. */
export const TAGS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-MISC', 'I-MISC'] as const;
export const TAG_COUNT = TAGS.length;
/** The last stands for everything else that has a name: events, works, products. */
export const TYPES = ['person', 'organization', 'place', 'other'] as const;
/** Summed or averaged probabilities, by {@link TYPES}. */
export type TypeScores = [person: number, organization: number, place: number, other: number];

/** Weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001). */
export interface Weights {
  /** Row-major, {@link ROWS} times {@link TAG_COUNT}. */
  emission: Float32Array | Int8Array;
  /** From tag times to tag. */
  transition: Float32Array;
  /** What one unit of an emission weight is worth. */
  scale: number;
}

const FORBIDDEN = -1e4;
const ORGANIZATION = TAGS.indexOf('B-ORG');
/** Organizations have the most various names, so the tagger sees too many of them; this much is taken off their score. */
const CAUTION = 0.5;

/** Whether a tag may follow another: a name's inside only follows its own beginning or inside. */
export function mayFollow(from: number, to: number): boolean {
  if (to === 0 || to % 2 === 1) return true;
  return from === to || from === to - 1;
}

/** A stretch of candidate tokens; before and after it stand tokens that are in no name. */
export interface Chain {
  first: number;
  last: number;
  /** Emission scores, token by token. */
  scores: Float64Array;
}

/** The chains of a sentence with the scores of their tags. */
export function readChains(
  tagged: TaggedSentence,
  vocabulary: Vocabulary,
  weights: Weights,
  visit?: (token: number, reader: FeatureReader) => void,
): Chain[] {
  const { candidates } = tagged;
  const chains: Chain[] = [];
  let runs: ReturnType<typeof readRuns> | undefined;
  for (let i = 0; i < candidates.length; i++) {
    if (candidates[i] === 0) continue;
    runs ??= readRuns(tagged);
    let last = i;
    while ((candidates[last + 1] ?? 0) > 0) last++;
    const chain: Chain = { first: i, last, scores: new Float64Array((last - i + 1) * TAG_COUNT) };
    for (let k = i; k <= last; k++) {
      const run = runs[k];
      if (run) reader.read(tagged, k, run, vocabulary);
      visit?.(k, reader);
      addScores(chain, k - i, weights, candidates[k] as number);
    }
    chains.push(chain);
    i = last;
  }
  return chains;
}

const reader = new FeatureReader();

function addScores(chain: Chain, at: number, { emission, scale }: Weights, candidate: number): void {
  const base = at * TAG_COUNT;
  for (let f = 0; f < reader.count; f++) {
    const row = (reader.rows[f] as number) * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++)
      chain.scores[base + tag] = (chain.scores[base + tag] as number) + (emission[row + tag] as number);
  }
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    chain.scores[base + tag] = (chain.scores[base + tag] as number) * scale;
    if (tag === ORGANIZATION || tag === ORGANIZATION + 1)
      chain.scores[base + tag] = (chain.scores[base + tag] as number) - CAUTION;
    if (candidate === 1 && tag % 2 === 1) chain.scores[base + tag] = FORBIDDEN;
  }
}

/** Forward and backward log sums, and from them the probability of each tag at each token. */
export interface Marginals {
  tags: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  logZ: number;
}

export function marginalsOf(chain: Chain, transition: Float32Array): Marginals {
  const n = chain.last - chain.first + 1;
  const forward = new Float64Array(n * TAG_COUNT);
  const backward = new Float64Array(n * TAG_COUNT);
  const sum = new Float64Array(TAG_COUNT);
  for (let t = 0; t < TAG_COUNT; t++) forward[t] = (chain.scores[t] as number) + (transition[t] as number);
  for (let i = 1; i < n; i++) {
    for (let t = 0; t < TAG_COUNT; t++) {
      for (let f = 0; f < TAG_COUNT; f++)
        sum[f] = (forward[(i - 1) * TAG_COUNT + f] as number) + (transition[f * TAG_COUNT + t] as number);
      forward[i * TAG_COUNT + t] = logSum(sum) + (chain.scores[i * TAG_COUNT + t] as number);
    }
  }
  for (let i = n - 2; i >= 0; i--) {
    for (let f = 0; f < TAG_COUNT; f++) {
      for (let t = 0; t < TAG_COUNT; t++) {
        sum[t] =
          (backward[(i + 1) * TAG_COUNT + t] as number) +
          (transition[f * TAG_COUNT + t] as number) +
          (chain.scores[(i + 1) * TAG_COUNT + t] as number);
      }
      backward[i * TAG_COUNT + f] = logSum(sum);
    }
  }
  const logZ = logSum(forward.subarray((n - 1) * TAG_COUNT));
  const tags = new Float64Array(n * TAG_COUNT);
  for (let k = 0; k < tags.length; k++) tags[k] = Math.exp((forward[k] as number) + (backward[k] as number) - logZ);
  return { tags, forward, backward, logZ };
}

function logSum(values: Float64Array): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > max) max = values[i] as number;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.exp((values[i] as number) - max);
  return max + Math.log(sum);
}

/** The best sequence of tags of a chain (Viterbi). */
export function bestTags(chain: Chain, transition: Float32Array): number[] {
  const n = chain.last - chain.first + 1;
  const best = new Float64Array(n * TAG_COUNT);
  const back = new Uint8Array(n * TAG_COUNT);
  for (let t = 0; t < TAG_COUNT; t++) best[t] = (chain.scores[t] as number) + (transition[t] as number);
  for (let i = 1; i < n; i++) {
    for (let t = 0; t < TAG_COUNT; t++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let f = 0; f < TAG_COUNT; f++) {
        const score = (best[(i - 1) * TAG_COUNT + f] as number) + (transition[f * TAG_COUNT + t] as number);
        if (score <= top) continue;
        top = score;
        back[i * TAG_COUNT + t] = f;
      }
      best[i * TAG_COUNT + t] = top + (chain.scores[i * TAG_COUNT + t] as number);
    }
  }
  let tag = 0;
  for (let t = 1; t < TAG_COUNT; t++)
    if ((best[(n - 1) * TAG_COUNT + t] as number) > (best[(n - 1) * TAG_COUNT + tag] as number)) tag = t;
  const tags = [tag];
  for (let i = n - 1; i > 0; i--) {
    tag = back[i * TAG_COUNT + tag] as number;
    tags.push(tag);
  }
  return tags.reverse();
}

/** A name that the tagger sees, with how probable each type is. */
export interface TaggedName {
  sentence: Sentence;
  first: number;
  last: number;
  /** By {@link TYPES}; what is left to one is the probability that it is no such name. */
  probabilities: TypeScores;
}

export { prepare, ROWS };
export const FORBIDDEN_SCORE = FORBIDDEN;

/** Tags the names of a sentence. */
export function tagSentence(sentence: Sentence, vocabulary: Vocabulary, weights: Weights): TaggedName[] {
  const tagged = prepare(sentence);
  return readChains(tagged, vocabulary, weights).flatMap((chain) => readNames(chain, sentence, weights));
}

function readNames(chain: Chain, sentence: Sentence, { transition }: Weights): TaggedName[] {
  const tags = bestTags(chain, transition);
  const names: TaggedName[] = [];
  let marginals: Marginals | undefined;
  for (let i = 0; i < tags.length; i++) {
    if (tags[i] === 0) continue;
    let last = i;
    while (last + 1 < tags.length && (tags[last + 1] as number) > 0 && (tags[last + 1] as number) % 2 === 0) last++;
    marginals ??= marginalsOf(chain, transition);
    names.push({
      sentence,
      first: chain.first + i,
      last: chain.first + last,
      probabilities: probabilities(marginals, i, last),
    });
    i = last;
  }
  return names;
}

/** The mean over a name's tokens of the probability of each type. */
function probabilities({ tags }: Marginals, first: number, last: number): TypeScores {
  const out: TypeScores = [0, 0, 0, 0];
  for (let i = first; i <= last; i++) {
    for (let type = 0; type < TYPES.length; type++) {
      const at = i * TAG_COUNT + 1 + 2 * type;
      out[type] = (out[type] as number) + ((tags[at] as number) + (tags[at + 1] as number)) / (last - first + 1);
    }
  }
  return out;
}
