/**
 * Trains the weights of server/src/analysis/contradictions/weights.ts on the labelled folders. Run it with `npm run train-measures`: once for pairs of
 * figures and times, then, with those weights built in, for disputes as a whole.
 *
 * Logistic regression by Newton's method with a Gaussian prior (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4) whose
 * means are what we believe before seeing data; a few hundred labelled pairs move them, but do not decide alone.
 */
import { writeFileSync } from 'node:fs';
import { type Labelled, readSets } from '../bench/labelled.ts';
import { analyseSource } from '../server/src/analysis/analyse.ts';
import { compareClaims } from '../server/src/analysis/claims/kinds.ts';
import { EVIDENCE, evidenceOf } from '../server/src/analysis/contradictions/confidence.ts';
import type { Group } from '../server/src/analysis/contradictions/groups.ts';
import type { Item } from '../server/src/analysis/contradictions/items.ts';
import { mayMeet } from '../server/src/analysis/contradictions/measured.ts';
import { FEATURES, featuresOf, type Surroundings, slotOf } from '../server/src/analysis/contradictions/measures.ts';
import { findDispute } from '../server/src/analysis/contradictions/positions.ts';
import * as WEIGHTS from '../server/src/analysis/contradictions/weights.ts';
import { Folder } from '../server/src/analysis/folder.ts';
import { type GoldStatement, locate } from '../test/gold/score.ts';

const OUTPUT = 'server/src/analysis/contradictions/weights.ts';

/** Means of the prior; what is not named here is believed to say nothing. */
const PAIR_PRIOR: Record<string, number> = {
  bias: -3,
  solid: 2,
  solidDiffers: -2.5,
  topic: 1.2,
  head: 0.7,
  person: 0.3,
  headDiffers: -1.2,
  noHead: -0.2,
  act: 0.5,
  actDiffers: -0.5,
  direct: 0.7,
  near: 0.4,
  around: 0.3,
  names: 0.2,
  subject: 0.8,
  subjectDiffers: -2.5,
  gap: -0.7,
  past: -1.5,
  partial: -1,
  answered: -1.5,
  lead: 0.3,
  bothLead: 0.6,
  planned: -0.2,
  small: -0.3,
  rare: 0.8,
  unit: 0.2,
  kin: 1,
  stranger: -1,
  headAct: 0.5,
  only: 1,
  namesDiffer: -0.4,
  bare: -1,
  apart: -1.5,
  headRare: 0.3,
  actRare: 0.3,
  eventDiffers: -1.5,
  kindred: 0.5,
  kindredNear: 0.3,
  strength: 0.5,
}; // prettier-ignore
const DISPUTE_PRIOR: Record<string, number> = {
  bias: 0.5,
  likely: 1,
  split: -2,
  across: 1,
  strength: 0.5,
  variation: -0.5,
  date: -0.3,
  tidy: 0.3,
  past: -0.3,
}; // prettier-ignore
const FIRMNESS = { pairs: 12, disputes: 3 };

/** How much a set counts: short folders are few, and merged ones hold the pairs of their parts again. */
const SET_WEIGHT: Record<string, number> = { 'short folders': 1.5, merged: 1 };

interface Example {
  features: number[];
  right: boolean;
  weight: number;
  isDate: boolean;
}

/** A folder with its figures and times, ready to be paired. */
interface Opened {
  set: string;
  items: Item[];
  groups: Group[];
  around: Surroundings;
  /** What its sources dispute, with the places of each value. */
  facts: Fact[];
}

interface Fact {
  id: string;
  kind: string;
  sides: { doc: string; start: number; end: number }[][];
}

function open(set: string, { texts, gold }: Labelled): Opened {
  const sources = [...texts].map(([path, text]) => analyseSource(path, text));
  const read = new Folder();
  read.update(new Map(sources.map((source) => [source.path, source])));
  const { around, groups } = read.claims;
  const place = (statements: GoldStatement[]) =>
    statements.filter((s) => texts.has(s.doc)).map((s) => locate(s, texts));
  const facts = gold.facts.map((f) => ({ ...f, sides: f.values.map((v) => place(v.statements)) }));
  return {
    set,
    items: [...around.sources.values()].flatMap(({ items }) => items.filter(({ slot }) => slot)),
    groups: groups.filter(({ items: [first] }) => first && slotOf(first.claim)),
    around,
    facts,
  };
}

function groupBy<T>(list: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Two events of one kind in each folder: the pairs across them are of two events. */
function merged(folders: Labelled[]): Labelled[] {
  const groups = groupBy(folders, ({ name }) => name.replace(/p$/, ''));
  return [...groups].map(([name, parts]) => ({
    name,
    texts: new Map(parts.flatMap(({ texts }) => [...texts])),
    gold: { facts: parts.flatMap((p) => p.gold.facts), decoys: [], entities: [] },
  }));
}

function openAll(): Opened[] {
  const sets = readSets();
  sets.set('merged', merged(sets.get('shared folders') ?? []));
  return [...sets].flatMap(([set, folders]) => folders.map((folder) => open(set, folder)));
}

/** The fact that two claims answer differently. */
function factOf(facts: Fact[], a: Item[], b: Item[]): Fact | undefined {
  const touched = ({ sides }: Fact, items: Item[]) =>
    sides.flatMap((side, i) => (side.some((place) => items.some((item) => touches(item, place))) ? [i] : []));
  return facts.find((fact) => touched(fact, a).some((x) => touched(fact, b).some((y) => x !== y)));
}

const touches = ({ source, claim }: Item, place: { doc: string; start: number; end: number }) =>
  source.path === place.doc && place.start < claim.focus.end && claim.focus.start < place.end;

/** The kinds of fact that figures and times can show. */
const OWN_KINDS = /^(?:number|date|time|sequence|polarity|outcome)$/;

/** All pairs of a folder that differ; the pairs of one fact, or of one claim, count together as a few. */
function pairsOf({ set, items, around, facts }: Opened): Example[] {
  const found: (Example & { key: string })[] = [];
  for (const [i, a] of items.entries())
    for (const b of items.slice(i + 1)) {
      if (a.index === b.index || slotOf(a.claim) !== slotOf(b.claim) || !mayMeet(a, b)) continue;
      const { is, strength } = compareClaims(a.claim, b.claim, (x, y) => x.word === y.word);
      if (is !== 'conflict' && is !== 'update') continue;
      const fact = factOf(facts, [a], [b]);
      // a claim that only lies on the same words as a fact of another kind is neither right nor wrong
      if (fact && !OWN_KINDS.test(fact.kind)) continue;
      const key = fact?.id ?? `${a.source.path} ${a.claim.topic}`;
      const features = featuresOf(a, b, around, strength);
      found.push({ features, right: fact !== undefined, weight: 1, isDate: a.claim.kind === 'date', key });
    }
  const sizes = groupBy(found, ({ key }) => key);
  for (const example of found) {
    const size = sizes.get(example.key)?.length ?? 1;
    example.weight = (SET_WEIGHT[set] ?? 1) * Math.min(1, (example.right ? 3 : 6) / size);
  }
  return found;
}

function disputesOf({ set, groups, around, facts }: Opened): Example[] {
  return groups.flatMap((group) => {
    const dispute = findDispute(group);
    if (!dispute) return [];
    const right = dispute.answers.some((a, i) =>
      dispute.answers.slice(i + 1).some((b) => factOf(facts, a.items, b.items)),
    );
    const weight = SET_WEIGHT[set] ?? 1;
    return [
      {
        features: evidenceOf(dispute, around),
        right,
        weight,
        isDate: false,
      },
    ];
  });
}

/** Maximizes the penalized likelihood: Newton steps from the means of the prior. */
function regress(examples: Example[], means: number[], firmness: number): number[] {
  const precision = means.map((_, i) => (i === 0 ? 0.05 : firmness));
  let weights = [...means];
  for (let step = 0; step < 40; step++) {
    const gradient = means.map((mean, i) => (precision[i] as number) * (mean - (weights[i] as number)));
    const hessian = means.map((_, i) => means.map((_, j) => (i === j ? (precision[i] as number) : 0)));
    for (const { features, right, weight } of examples) {
      const p = 1 / (1 + Math.exp(-features.reduce((sum, x, i) => sum + x * (weights[i] as number), 0)));
      features.forEach((x, i) => {
        if (x === 0) return;
        gradient[i] = (gradient[i] as number) + weight * (Number(right) - p) * x;
        const row = hessian[i] as number[];
        for (const [j, y] of features.entries()) row[j] = (row[j] as number) + weight * p * (1 - p) * x * y;
      });
    }
    const delta = solve(hessian, gradient);
    weights = weights.map((w, i) => w + (delta[i] as number));
    if (Math.max(...delta.map(Math.abs)) < 1e-6) break;
  }
  return weights.map((w) => Math.round(w * 100) / 100);
}

/** Solves a linear system with a positive definite matrix by Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  rows.forEach((pivot, i) => {
    for (const row of rows.slice(i + 1)) {
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let k = i; k <= n; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    }
  });
  const found = right.map(() => 0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    const rest = found.reduce((sum, x, k) => (k > i ? sum + x * (row[k] as number) : sum), 0);
    found[i] = ((row[n] as number) - rest) / (row[i] as number);
  }
  return found;
}

const means = (names: string[], prior: Record<string, number>) => names.map((name) => prior[name] ?? 0);
const named = (names: string[], weights: number[]) =>
  Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0]));

const tables = { ...WEIGHTS } as Record<string, Record<string, number>>;
const folders = openAll();
if (process.argv[2] === 'pairs') {
  const pairs = folders.flatMap(pairsOf);
  for (const [table, isDate] of [
    ['NUMBER_WEIGHTS', false],
    ['DATE_WEIGHTS', true],
  ] as const) {
    const own = pairs.filter((p) => p.isDate === isDate);
    tables[table] = named(FEATURES, regress(own, means(FEATURES, PAIR_PRIOR), FIRMNESS.pairs));
    console.log(`${table}: ${own.length} pairs, ${own.filter((p) => p.right).length} of them of one measure`);
  }
} else {
  const disputes = folders.flatMap(disputesOf);
  tables.DISPUTE_WEIGHTS = named(EVIDENCE, regress(disputes, means(EVIDENCE, DISPUTE_PRIOR), FIRMNESS.disputes));
  console.log(`DISPUTE_WEIGHTS: ${disputes.length} disputes, ${disputes.filter((d) => d.right).length} of them right`);
}
const head =
  '/** Written by `npm run train-measures`: logistic regression on the labelled folders; see docs/contradictions.md. */\n\n';
const body = Object.entries(tables).map(
  ([name, table]) =>
    `export const ${name}: Record<string, number> = ${JSON.stringify(table, null, 2).replace(/"(\w+)"/g, '$1')};\n`,
);
writeFileSync(OUTPUT, head + body.join('\n'));
