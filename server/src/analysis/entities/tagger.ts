import type { Sentence } from '../model.ts';
import { type FeatureSink, type Run, readFeatures, readRuns, rowsOfWord, type TaggedSentence } from './features.ts';
import type { Vocabulary } from './vocabulary.ts';
import { PLACE_COUNT, type WordInfo } from './words.ts';

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

/** The score of what may not be. */
export const FORBIDDEN_SCORE = -1e4;
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
}

/** Calls back for each chain of a sentence, with the runs that its tokens stand in. */
export function forEachChain(tagged: TaggedSentence, use: (chain: Chain, runs: (Run | undefined)[]) => void): void {
  const { candidates } = tagged;
  let runs: (Run | undefined)[] | undefined;
  for (let i = 0; i < candidates.length; i++) {
    if (candidates[i] === 0) continue;
    runs ??= readRuns(tagged);
    let last = i;
    while ((candidates[last + 1] ?? 0) > 0) last++;
    use({ first: i, last }, runs);
    i = last;
  }
}

/** Sums the weights of a chain's features, tag by tag; what a word gives at one place is summed once for all texts. */
class Scorer implements FeatureSink {
  /** Row-major, token by token. */
  scores = new Float64Array(64 * TAG_COUNT);
  private base = 0;

  readonly moves: Float64Array;

  constructor(readonly weights: Weights) {
    this.moves = movesOf(weights.transition);
  }

  add(row: number): void {
    const { scores, base } = this;
    const { emission } = this.weights;
    const from = row * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) (scores[base + tag] as number) += emission[from + tag] as number;
  }

  addWord(word: WordInfo, place: number): void {
    const { scores, base } = this;
    word.scores ??= new Int16Array(PLACE_COUNT * TAG_COUNT);
    const own = word.scores;
    if ((word.scored & (1 << place)) === 0) this.learn(word, own, place);
    const from = place * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) (scores[base + tag] as number) += own[from + tag] as number;
  }

  private learn(word: WordInfo, scores: Int16Array, place: number): void {
    word.scored |= 1 << place;
    for (const row of rowsOfWord(word, place))
      for (let tag = 0; tag < TAG_COUNT; tag++)
        (scores[place * TAG_COUNT + tag] as number) += this.weights.emission[row * TAG_COUNT + tag] as number;
  }

  /** Fills {@link scores} with those of a chain's tokens. */
  read(tagged: TaggedSentence, { first, last }: Chain, runs: (Run | undefined)[], vocabulary: Vocabulary): void {
    const length = (last - first + 1) * TAG_COUNT;
    if (this.scores.length < length) this.scores = new Float64Array(2 * length);
    this.scores.fill(0, 0, length);
    for (let i = first; i <= last; i++) {
      this.base = (i - first) * TAG_COUNT;
      const run = runs[i];
      if (run) readFeatures(tagged, i, run, vocabulary, this);
      this.finish(tagged.candidates[i] === 1);
    }
  }

  private finish(onlyInside: boolean): void {
    const { scores, base } = this;
    for (let tag = 0; tag < TAG_COUNT; tag++) (scores[base + tag] as number) *= this.weights.scale;
    (scores[base + ORGANIZATION] as number) -= CAUTION;
    (scores[base + ORGANIZATION + 1] as number) -= CAUTION;
    if (onlyInside) for (let tag = 1; tag < TAG_COUNT; tag += 2) scores[base + tag] = FORBIDDEN_SCORE;
  }
}

let scorer: Scorer | undefined;

/** What the forward-backward algorithm tells of a chain; all scaled token by token so that tags' probabilities sum to one. */
export interface Marginals {
  /** The probability of each tag at each token. */
  tags: Float64Array;
  /** The probability of going from one tag to another, into a token after the first. */
  pair(token: number, from: number, to: number): number;
  logZ: number;
}

/** Working memory of one chain at a time: allocating it for each would take longer than the sums. */
const room = {
  emit: new Float64Array(0),
  forward: new Float64Array(0),
  backward: new Float64Array(0),
  tags: new Float64Array(0),
  back: new Uint8Array(0),
};

function makeRoom(size: number): void {
  if (room.emit.length >= size) return;
  for (const name of ['emit', 'forward', 'backward', 'tags'] as const) room[name] = new Float64Array(2 * size);
  room.back = new Uint8Array(2 * size);
}

/** What a transition's score makes of a probability. */
export function movesOf(transition: Float32Array): Float64Array {
  return Float64Array.from(transition, Math.exp);
}

/**
 * Forward-backward over a chain of some length (Rabiner 1989, with his scaling).
 * What it returns holds until the next call.
 * @param scores emission scores, row-major; @param moves see {@link movesOf}
 */
export function marginalsOf(length: number, scores: Float64Array, moves: Float64Array): Marginals {
  const size = length * TAG_COUNT;
  makeRoom(size);
  const { emit, forward, backward, tags } = room;
  let logZ = 0;
  for (let i = 0; i < length; i++) {
    const at = i * TAG_COUNT;
    let max = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < TAG_COUNT; t++) max = Math.max(max, scores[at + t] as number);
    let sum = 0;
    for (let t = 0; t < TAG_COUNT; t++) {
      emit[at + t] = Math.exp((scores[at + t] as number) - max);
      let reached = i === 0 ? (moves[t] as number) : 0;
      if (i > 0)
        for (let f = 0; f < TAG_COUNT; f++)
          reached += (forward[at - TAG_COUNT + f] as number) * (moves[f * TAG_COUNT + t] as number);
      forward[at + t] = reached * (emit[at + t] as number);
      sum += forward[at + t] as number;
    }
    for (let t = 0; t < TAG_COUNT; t++) {
      (forward[at + t] as number) /= sum;
      (emit[at + t] as number) /= sum;
    }
    logZ += max + Math.log(sum);
  }
  backward.fill(1, size - TAG_COUNT, size);
  for (let at = size - 2 * TAG_COUNT; at >= 0; at -= TAG_COUNT) {
    for (let f = 0; f < TAG_COUNT; f++) {
      let sum = 0;
      for (let t = 0; t < TAG_COUNT; t++) {
        const next = at + TAG_COUNT + t;
        sum += (moves[f * TAG_COUNT + t] as number) * (emit[next] as number) * (backward[next] as number);
      }
      backward[at + f] = sum;
    }
  }
  for (let k = 0; k < size; k++) tags[k] = (forward[k] as number) * (backward[k] as number);
  const pair = (i: number, f: number, t: number) =>
    (forward[(i - 1) * TAG_COUNT + f] as number) *
    (moves[f * TAG_COUNT + t] as number) *
    (emit[i * TAG_COUNT + t] as number) *
    (backward[i * TAG_COUNT + t] as number);
  return { tags, pair, logZ };
}

/** The best sequence of tags of a chain (Viterbi). */
function bestTags(n: number, scores: Float64Array, transition: Float32Array): number[] {
  makeRoom(n * TAG_COUNT);
  const { forward: best, back } = room;
  for (let t = 0; t < TAG_COUNT; t++) best[t] = (scores[t] as number) + (transition[t] as number);
  for (let i = 1; i < n; i++) {
    for (let t = 0; t < TAG_COUNT; t++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let f = 0; f < TAG_COUNT; f++) {
        const score = (best[(i - 1) * TAG_COUNT + f] as number) + (transition[f * TAG_COUNT + t] as number);
        if (score <= top) continue;
        top = score;
        back[i * TAG_COUNT + t] = f;
      }
      best[i * TAG_COUNT + t] = top + (scores[i * TAG_COUNT + t] as number);
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

/** Tags the names of a sentence. */
export function tagNames(tagged: TaggedSentence, vocabulary: Vocabulary, weights: Weights): TaggedName[] {
  const names: TaggedName[] = [];
  if (scorer?.weights !== weights) scorer = new Scorer(weights);
  const own = scorer;
  forEachChain(tagged, (chain, runs) => {
    own.read(tagged, chain, runs, vocabulary);
    addNames(names, chain, tagged.sentence, own);
  });
  return names;
}

function addNames(
  names: TaggedName[],
  chain: Chain,
  sentence: Sentence,
  { scores, moves, weights: { transition } }: Scorer,
): void {
  const length = chain.last - chain.first + 1;
  const tags = bestTags(length, scores, transition);
  let marginals: Marginals | undefined;
  for (let i = 0; i < length; i++) {
    if (tags[i] === 0) continue;
    let last = i;
    while (last + 1 < length && (tags[last + 1] as number) > 0 && (tags[last + 1] as number) % 2 === 0) last++;
    marginals ??= marginalsOf(length, scores, moves);
    names.push({
      sentence,
      first: chain.first + i,
      last: chain.first + last,
      probabilities: probabilities(marginals, i, last),
    });
    i = last;
  }
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
