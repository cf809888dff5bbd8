/**
 * Trains the tagger of server/src/analysis/entities/tagger.ts and writes its weights. Run it with `npm run train-tagger`.
 *
 * Data: the Broad Twitter Corpus and the training part of WNUT 2017 (both CC BY 4.0; ../shared/bench/ner/train), and
 * the templates of this folder, whose slots are filled with names from the gazetteers.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FeatureSink,
  prepare,
  ROWS,
  type Run,
  readFeatures,
  rowsOfWord,
} from '../../server/src/analysis/entities/features.ts';
import { isNorp } from '../../server/src/analysis/entities/norps.ts';
import {
  FORBIDDEN_SCORE,
  forEachChain,
  marginalsOf,
  mayFollow,
  movesOf,
  TAG_COUNT,
  TAGS,
} from '../../server/src/analysis/entities/tagger.ts';
import { readVocabulary } from '../../server/src/analysis/entities/vocabulary.ts';
import type { WordInfo } from '../../server/src/analysis/entities/words.ts';
import { readText } from '../../server/src/analysis/text/read.ts';
import { type LabelledText, readConll } from './conll.ts';
import { fillSlots, readPool, shout, titleCase, whisper } from './slots.ts';

const DATA = '../shared/bench/ner/train';
const OUTPUT = 'server/src/analysis/entities/data/tagger.json';
const EPOCHS = 8;
const RATE = 0.1;
const L2 = 3e-5;
/** How often each template text is filled with new names. */
const FILLS = 5;
const DROP = 0.7;
/** The share of sentences that are read as if no list of names had theirs. */
const UNLISTED = 0.3;
/** Features seen less often are left out, and so are rows whose weights all stay below the smallest. */
const LEAST = 6;
const SMALLEST = 0.05;
const SNAPSHOTS = 5;
/** How many times it is trained from nothing, on other fillings of the templates. */
const ROUNDS = 3;
/** Posts were labelled by people, the templates' fillings are many and alike. */
const POST_WEIGHT = 4;
const TEXTS = 'scripts/tagger/texts';

/** A chain with its features and gold tags. */
interface Example {
  length: number;
  rows: Int32Array[];
  inside: Uint8Array;
  gold: Uint8Array;
  weight: number;
}

/** A small deterministic generator (mulberry32), so that a training run can be repeated. */
export function randomOf(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Collects a token's rows. */
class RowCollector implements FeatureSink {
  rows: number[] = [];
  add(row: number): void {
    this.rows.push(row);
  }
  addWord(word: WordInfo, place: number): void {
    this.rows.push(...rowsOfWord(word, place));
  }
}

function examplesOf({ text, names }: LabelledText, weight: number): Example[] {
  const read = readText(text);
  const vocabulary = readVocabulary(read);
  const examples: Example[] = [];
  for (const sentence of read.sentences) {
    const tagged = prepare(sentence, vocabulary);
    // no list is complete: the tagger has to find names without them, too
    if (random() < UNLISTED) tagged.known.fill(0);
    const gold = sentence.tokens.map((token) => {
      const name = names.find((n) => token.start < n.end && n.start < token.end);
      if (!name || isNorp(text.slice(name.start, name.end).toLowerCase())) return 0;
      const inside = token.start > name.start;
      return TAGS.indexOf(`${inside ? 'I' : 'B'}-${name.label}`);
    });
    forEachChain(tagged, ({ first, last }, runs) => {
      const own = Uint8Array.from(gold.slice(first, last + 1));
      for (let i = 0; i < own.length; i++) {
        const tag = own[i] as number;
        // a gold name can start at a token that the tagger never considers
        if (tag > 0 && tag % 2 === 0 && (i === 0 || !mayFollow(own[i - 1] as number, tag))) own[i] = tag - 1;
        if (tagged.candidates[first + i] === 1 && (own[i] as number) % 2 === 1) own[i] = 0;
      }
      const rows = runs.slice(first, last + 1).map((run, i) => {
        const collector = new RowCollector();
        readFeatures(tagged, first + i, run as Run, vocabulary, collector);
        return Int32Array.from(collector.rows);
      });
      examples.push({ length: own.length, rows, inside: tagged.candidates.slice(first, last + 1), gold: own, weight });
    });
  }
  return examples;
}

const random = randomOf(1);
const emission = new Float32Array(ROWS * TAG_COUNT);
const transition = new Float32Array(TAG_COUNT * TAG_COUNT);
const squares = new Float32Array(ROWS * TAG_COUNT).fill(1e-8);
const transitionSquares = new Float32Array(TAG_COUNT * TAG_COUNT).fill(1e-8);

/** Starts the transitions anew: nothing learned, and what may not follow forbidden. */
function forbid(): void {
  for (let f = 0; f < TAG_COUNT; f++) {
    for (let t = 0; t < TAG_COUNT; t++) transition[f * TAG_COUNT + t] = mayFollow(f, t) ? 0 : FORBIDDEN_SCORE;
  }
}

function update(weights: Float32Array, sums: Float32Array, at: number, gradient: number): void {
  const g = gradient - L2 * (weights[at] as number);
  sums[at] = (sums[at] as number) + g * g;
  weights[at] = (weights[at] as number) + (RATE * g) / Math.sqrt(sums[at] as number);
}

/** One step of AdaGrad on the log-likelihood of a chain; returns it. */
function step(example: Example): number {
  const { length, gold, inside } = example;
  // a name that is known by heart teaches nothing about the next one: features are left out at random
  const rows = example.rows.map((own) => own.filter(() => random() >= DROP));
  const scores = new Float64Array(length * TAG_COUNT);
  const boost = 1 / (1 - DROP);
  for (let i = 0; i < length; i++) {
    for (const row of rows[i] as Int32Array)
      for (let t = 0; t < TAG_COUNT; t++)
        scores[i * TAG_COUNT + t] =
          (scores[i * TAG_COUNT + t] as number) + (emission[row * TAG_COUNT + t] as number) * boost;
    if (inside[i] === 1) for (let t = 1; t < TAG_COUNT; t += 2) scores[i * TAG_COUNT + t] = FORBIDDEN_SCORE;
  }
  const { tags, pair, logZ } = marginalsOf(length, scores, movesOf(transition));
  for (let i = 0; i < length; i++) {
    for (let t = 0; t < TAG_COUNT; t++) {
      const g = ((gold[i] === t ? 1 : 0) - (tags[i * TAG_COUNT + t] as number)) * example.weight;
      if (Math.abs(g) < 1e-4) continue;
      for (const row of rows[i] as Int32Array) update(emission, squares, row * TAG_COUNT + t, g);
    }
  }
  for (let i = 0; i < length; i++) {
    for (let f = 0; f < (i === 0 ? 1 : TAG_COUNT); f++) {
      for (let t = 0; t < TAG_COUNT; t++) {
        if (!mayFollow(f, t)) continue;
        const p = i === 0 ? (tags[t] as number) : pair(i, f, t);
        const right = (i === 0 || gold[i - 1] === f) && gold[i] === t ? 1 : 0;
        if (Math.abs(right - p) > 1e-4)
          update(transition, transitionSquares, f * TAG_COUNT + t, (right - p) * example.weight);
      }
    }
  }
  let score = 0;
  for (let i = 0; i < length; i++)
    score +=
      (scores[i * TAG_COUNT + (gold[i] as number)] as number) +
      (transition[(i === 0 ? 0 : (gold[i - 1] as number)) * TAG_COUNT + (gold[i] as number)] as number);
  return score - logZ;
}

/** The mean of the weights along the way generalizes better than their last value. */
const mean = new Float32Array(emission.length);
const meanTransition = new Float32Array(transition.length);
let snapshots = 0;

function average(): void {
  snapshots++;
  for (let i = 0; i < mean.length; i++)
    mean[i] = (mean[i] as number) + ((emission[i] as number) - (mean[i] as number)) / snapshots;
  for (let i = 0; i < transition.length; i++) {
    meanTransition[i] =
      (meanTransition[i] as number) + ((transition[i] as number) - (meanTransition[i] as number)) / snapshots;
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}

/** The rows that carry weight, each as the distance from the row before (7 bits a byte, the last marked) and a byte a tag. */
function write(): void {
  const max = emission.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const scale = Math.min(max, 3) / 127;
  const bytes: number[] = [];
  let previous = -1;
  let kept = 0;
  for (let row = 0; row < ROWS; row++) {
    const own = [...emission.subarray(row * TAG_COUNT, (row + 1) * TAG_COUNT)].map((w) =>
      Math.max(-127, Math.min(127, Math.round(w / scale))),
    );
    if (Math.max(...own.map(Math.abs)) * scale < SMALLEST) continue;
    for (let rest = row - previous; ; rest >>= 7) {
      bytes.push((rest & 127) | (rest < 128 ? 128 : 0));
      if (rest < 128) break;
    }
    bytes.push(...own.map((w) => w & 255));
    previous = row;
    kept++;
  }
  writeFileSync(
    OUTPUT,
    `${JSON.stringify({ scale, transition: [...transition].map((w) => Math.round(w * 1000) / 1000), rows: Buffer.from(bytes).toString('base64') })}\n`,
  );
  console.log(`largest weight ${max.toFixed(2)}, ${kept} rows, ${bytes.length} bytes`);
}

/** Headlines stand alone: every line of a text by itself, the long ones left out. */
function linesOf({ text, names }: LabelledText): Example[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const own = names
      .filter((n) => n.start >= start && n.end <= start + line.length)
      .map((n) => ({ ...n, start: n.start - start, end: n.end - start }));
    start += line.length + 1;
    return line.length < 120 ? examplesOf({ text: line, names: own }, 0.5) : [];
  });
}

function readTemplates(): string[] {
  return readdirSync(TEXTS)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) =>
      readFileSync(join(TEXTS, file), 'utf8')
        .trim()
        .split(/\n\s*\n/),
    );
}

const templates = readTemplates();
const pool = readPool(templates);

function readExamples(): Example[] {
  const examples: Example[] = [];
  for (const file of readdirSync(DATA).filter((f) => f.endsWith('.conll'))) {
    for (const labelled of readConll(join(DATA, file))) examples.push(...examplesOf(labelled, POST_WEIGHT));
  }
  for (const template of templates) {
    for (let k = 0; k < FILLS; k++) {
      const filled = fillSlots(template, random, pool);
      examples.push(...examplesOf(filled, 1));
      if (k % 5 === 0) examples.push(...linesOf(titleCase(filled)), ...(k % 10 === 0 ? linesOf(shout(filled)) : []));
      if (k % 5 === 3) examples.push(...linesOf(whisper(filled)));
    }
  }
  return withoutRare(examples);
}

function withoutRare(examples: Example[]): Example[] {
  const counts = new Uint32Array(ROWS);
  for (const { rows } of examples)
    for (const own of rows) for (const row of own) counts[row] = (counts[row] as number) + 1;
  const isCommon = (row: number) => (counts[row] as number) >= LEAST;
  return examples.map((example) => ({ ...example, rows: example.rows.map((own) => own.filter(isCommon)) }));
}

/** Trains on one filling of the templates, from nothing; the means of all fillings' weights are kept. */
function train(round: number): void {
  emission.fill(0);
  squares.fill(1e-8);
  transitionSquares.fill(1e-8);
  forbid();
  const examples = readExamples();
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    shuffle(examples, random);
    let total = 0;
    examples.forEach((example, i) => {
      total += step(example);
      if (epoch > 1 && i % Math.ceil(examples.length / SNAPSHOTS) === 0) average();
    });
    console.log(
      `round ${round}, epoch ${epoch}: ${examples.length} chains, mean log-likelihood ${(total / examples.length).toFixed(4)}`,
    );
  }
}

for (let round = 1; round <= ROUNDS; round++) train(round);
emission.set(mean);
transition.set(meanTransition);
write();
