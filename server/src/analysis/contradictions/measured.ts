import type { Claim } from '../claims/claim.ts';
import { compareClaims } from '../claims/kinds.ts';
import { Blocks, type Keys } from './blocking.ts';
import type { Group } from './groups.ts';
import { type Item, inOrder, sameTerm } from './items.ts';
import { featuresOf, likelihood, measureOf, type Surroundings } from './measures.ts';
import { type GroupChange, Membership } from './membership.ts';

/** Pairs less likely to be of one measure than this are not joined: where their values agree, and where they differ. */
const JOIN = { agree: 0.35, differ: 0.06 };
/** Two claims that can be of one measure. */
export interface Pair {
  a: Item;
  b: Item;
  differ: boolean;
  /** How far apart the values are. */
  strength: number;
  likely: number;
}

/** What has changed around the claims. */
export interface Around {
  /** Claims of sources that have other kin than before. */
  moved: Iterable<Item>;
  /** Claims with a word that says more or less than before. */
  weighed: Iterable<Item>;
  /** Claims of sources that are nearer to some others than before or less near, with the indexes of these. */
  pairs: Map<Item, Set<number>>;
}

/** Figures and times in groups of one measure. */
export class MeasuredGroups {
  readonly #blocks: Blocks;
  readonly #membership = new Membership();

  /** @param compared is called for each pair that is looked at, for the benchmark of the cost */
  constructor(
    private readonly around: Surroundings,
    private readonly compared: () => void,
  ) {
    this.#blocks = new Blocks(keysOf, around.kin);
  }

  get groups(): ReadonlySet<Group> {
    return this.#membership.groups;
  }

  get left(): Pick<Blocks, 'crowded' | 'leftOut'> {
    return this.#blocks;
  }

  update(removed: Iterable<Item>, added: Iterable<Item>, { moved, weighed, pairs }: Around): GroupChange {
    const change: GroupChange = { gone: new Set(), made: [], weighed: [] };
    const seeds = new Set<Item>(added);
    const met = this.#blocks.update(removed, added);
    for (const item of removed) {
      for (const other of item.pairs?.keys() ?? []) part(item, other, seeds);
      this.#membership.leave(item, change);
    }
    for (const item of moved) if (item.blocks.some(({ crowd }) => crowd)) met.add(item);
    for (const item of met) this.#meet(item, seeds);
    for (const item of added) if (!met.has(item)) this.#meet(item, seeds);
    const others = new Set<Pair>();
    for (const item of weighed) for (const pair of item.pairs?.values() ?? []) others.add(pair);
    for (const [item, indexes] of pairs)
      for (const [other, pair] of item.pairs ?? NO_PAIRS) if (indexes.has(other.index)) others.add(pair);
    for (const pair of others) this.#weigh(pair, seeds);
    for (const item of removed) seeds.delete(item);
    this.#regroup(seeds, change);
    return change;
  }

  /** Pairs a claim with all that it meets now, and with nothing else. */
  #meet(item: Item, seeds: Set<Item>): void {
    const met = this.#blocks.met(item);
    for (const other of item.pairs?.keys() ?? []) if (!met.has(other)) part(item, other, seeds);
    for (const other of met) {
      if (item.pairs?.has(other)) continue;
      this.compared();
      const pair = inOrder(item, other) < 0 ? pairOf(item, other) : pairOf(other, item);
      if (!pair) continue;
      pair.likely = this.#likelihood(pair);
      pairsOf(item).set(other, pair);
      pairsOf(other).set(item, pair);
      seeds.add(item).add(other);
    }
  }

  #weigh(pair: Pair, seeds: Set<Item>): void {
    const likely = this.#likelihood(pair);
    if (likely === pair.likely) return;
    pair.likely = likely;
    seeds.add(pair.a).add(pair.b);
  }

  #likelihood({ a, b, differ, strength }: Pair): number {
    return likelihood(featuresOf(a, b, this.around, differ ? strength : 0), a.claim.kind);
  }

  /** Groups anew what hangs together with some claims. */
  #regroup(seeds: Iterable<Item>, change: GroupChange): void {
    const seen = new Set<Item>();
    for (const seed of seeds) {
      if (seen.has(seed)) continue;
      const { items, pairs } = connected(seed, seen);
      this.#membership.regroup(items, joinPairs(pairs), change);
    }
  }
}

const NO_PAIRS: ReadonlyMap<Item, Pair> = new Map();

function pairsOf(item: Item): Map<Item, Pair> {
  item.pairs ??= new Map();
  return item.pairs;
}

/** Drops the pair of two claims. */
function part(a: Item, b: Item, seeds: Set<Item>): void {
  a.pairs?.delete(b);
  b.pairs?.delete(a);
  seeds.add(a).add(b);
}

/** All pairs that a claim is in, and those that the others of these are in, and so on. */
function connected(seed: Item, seen: Set<Item>): { items: Item[]; pairs: Pair[] } {
  const items = [seed];
  const pairs: Pair[] = [];
  seen.add(seed);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    for (const [other, pair] of item.pairs ?? NO_PAIRS) {
      if (pair.likely < (pair.differ ? JOIN.differ : JOIN.agree)) continue;
      if (pair.a === item) pairs.push(pair);
      if (seen.has(other)) continue;
      seen.add(other);
      items.push(other);
    }
  }
  return { items, pairs };
}

/** The likeliest pairs first, as long as no source is made to contradict itself. */
function joinPairs(pairs: Pair[]): Group[] {
  const groups = new Map<Item, Group>();
  for (const pair of pairs.sort(byLikelihood)) {
    const [g, h] = [groups.get(pair.a) ?? single(pair.a), groups.get(pair.b) ?? single(pair.b)];
    if (g !== h && isTooLoose(pair, g, h)) continue;
    if (g !== h && pair.a.index !== pair.b.index && isTorn(g, h)) continue;
    if (pair.differ) g.certainty = Math.max(g.certainty ?? 0, pair.likely);
    if (g === h) continue;
    g.items.push(...h.items);
    if (h.certainty) g.certainty = Math.max(g.certainty ?? 0, h.certainty);
    for (const item of g.items) groups.set(item, g);
  }
  return [...new Set(groups.values())];
}

const byLikelihood = (p: Pair, q: Pair) => q.likely - p.likely || inOrder(p.b, q.b) || inOrder(p.a, q.a);

/** Far weaker links than those that hold a group together bring in other measures. */
function isTooLoose({ likely, differ }: Pair, g: Group, h: Group): boolean {
  const firm = Math.max(g.certainty ?? 0, h.certainty ?? 0);
  if (g.items.length > 1 && h.items.length > 1 && likely < 0.3) return true;
  return differ && likely < firm * 0.35;
}

function single(item: Item): Group {
  return { topic: item.claim.topic, items: [item] };
}

/** Whether joining two groups would have one source give two answers. */
const isTorn = (g: Group, h: Group) => g.items.some((a) => h.items.some((b) => a.index === b.index && differ(a, b)));

const relationOf = (a: Item, b: Item) => compareClaims(a.claim, b.claim, (x, y) => x.word === y.word);
const differ = (a: Item, b: Item) => !/^(?:same|compatible)$/.test(relationOf(a, b).is);

function pairOf(a: Item, b: Item): Pair | undefined {
  if (!mayMeet(a, b)) return undefined;
  const { is, strength } = relationOf(a, b);
  if (is === 'compatible') return undefined;
  const differ = is !== 'same';
  const [x, y] = [a.claim.cues, b.claim.cues];
  if (differ && (x?.added !== y?.added || x?.threatened !== y?.threatened)) return undefined;
  return { a, b, differ, strength, likely: 0 };
}

/** What no likeness of the words around makes up for. */
export function mayMeet(a: Item, b: Item): boolean {
  if (a.index === b.index && !isSelfContradiction(a, b)) return false;
  if (areYearsApart(a.claim, b.claim) || areYearsApart(b.claim, a.claim)) return false;
  if (a.claim.kind === 'rank' && !areInOneRow(a.claim, b.claim)) return false;
  if (measureOf(a).slot === 'clock' && isPlanned(a) !== isPlanned(b) && !isOneTopic(a.claim, b.claim)) return false;
  return haveSubjectInCommon(a, b) && (measureOf(a).slot !== 'day' || shareEvent(a, b) || areClose(a, b));
}

/** A source contradicts itself where two of its sentences measure what has a name of its own. */
const isSelfContradiction = (a: Item, b: Item) =>
  a.claim.statement.start !== b.claim.statement.start &&
  measureOf(a).solid !== undefined &&
  measureOf(a).solid === measureOf(b).solid &&
  a.claim.topic !== 'age';

/** Where both name whom or what the figure is of, it is the same. */
function haveSubjectInCommon(a: Item, b: Item): boolean {
  const [named, others] = [measureOf(a).known, measureOf(b).known];
  if (named.length === 0 || others.length === 0) return true;
  return named.some((s) => others.some((t) => sameTerm(s, t)));
}

/** The same things are numbered: the third death and the fourth, not the third death and the fourth arrest. */
const areInOneRow = ({ topic, cues: x }: Claim, { topic: other, cues: y }: Claim) =>
  topic === other || (x?.heads[0] !== undefined && x.heads[0] === y?.heads[0]);

/** Both tell what something did or suffered that is named in both. */
const areClose = (a: Item, b: Item) =>
  [a, b].every(({ claim }) => (claim.cues?.acts.length ?? 0) > 0) &&
  (a.subject.some((s) => s.name && b.subject.some((t) => sameTerm(s, t))) ||
    a.claim.context.names.filter((n) => b.claim.context.names.includes(n)).length > 1);

/** The hour of what lies ahead is of another event than that of what is done, unless both tell of the same by its name. */
const isPlanned = ({ claim }: Item) => claim.modality === 'planned';
const isOneTopic = (x: Claim, y: Claim) => x.topic === y.topic && !x.cues?.loose && !y.cues?.loose;

/** Days are of one event only where both name it: every sentence of a story has its day. */
function shareEvent(a: Item, b: Item): boolean {
  const [x, y] = [a.claim, b.claim];
  if (!x.cues || !y.cues || isOneTopic(x, y)) return true;
  const [p, q] = [measureOf(a), measureOf(b)];
  return p.direct.some((w) => q.cues.includes(w)) || q.direct.some((w) => p.cues.includes(w));
}

/** Years that lie further apart than a report can err are of two events. */
function areYearsApart({ value: x }: Claim, { value: y }: Claim): boolean {
  if (x.type !== 'time' || y.type !== 'time' || x.year === undefined) return false;
  const other = y.year ?? (y.date ? Number(y.date.slice(0, 4)) : undefined);
  return other !== undefined && Math.abs(x.year - other) >= 3;
}

/** Dimensions that a text has few figures of, so that they meet without a shared word. */
const SPARSE = /^(?:speed|length|mass|area|age|record|clock|magnitude|duration)$/;

function keysOf(item: Item): Keys {
  const { slot, solid, topic, cues, named } = measureOf(item);
  const keys = [solid, topic].filter((key) => key !== undefined);
  const sparse = SPARSE.test(slot) ? [`unit ${unitOf(item.claim)}`] : [];
  return { area: slot, words: [...keys, ...cues, ...sparse, ...named.map(({ word }) => word)] };
}

const unitOf = ({ value }: Claim) => (value.type === 'quantity' ? value.unit : undefined);
