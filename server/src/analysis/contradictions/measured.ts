import type { Claim } from '../claims/claim.ts';
import { compareClaims } from '../claims/kinds.ts';
import { blockingKeys } from './blocking.ts';
import { emptyGroup, type Group } from './groups.ts';
import { type Item, sameTerm } from './items.ts';
import { cueWords, featuresOf, likelihood, type Surroundings, slotOf, solidOf, topicOf } from './measures.ts';

/** Pairs less likely to be of one measure than this are not joined: where their values agree, and where they differ. */
const JOIN = { agree: 0.35, differ: 0.06 };
/** A key draws no more claims than this, so that the cost stays in step with the folder. */
const MAX_PER_KEY = 40;

interface Pair {
  a: Item;
  b: Item;
  likely: number;
  differ: boolean;
}

/**
 * Puts figures and times into groups of one measure: the likeliest pairs first, as long as no source is made to contradict itself.
 *
 * @param compared is called for each pair that is looked at, for the benchmark of the cost
 */
export function groupMeasured(items: Item[], around: Surroundings, compared = () => {}): Group[] {
  const pairs = pairsOf(items, around, compared).sort((p, q) => q.likely - p.likely);
  const groups = new Map<Item, Group>();
  for (const pair of pairs) {
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

/** Far weaker links than those that hold a group together bring in other measures. */
function isTooLoose({ likely, differ }: Pair, g: Group, h: Group): boolean {
  const firm = Math.max(g.certainty ?? 0, h.certainty ?? 0);
  if (g.items.length > 1 && h.items.length > 1 && likely < 0.3) return true;
  return differ && likely < firm * 0.35;
}

function single(item: Item): Group {
  return { ...emptyGroup(item.claim.topic), items: [item] };
}

/** Whether joining two groups would have one source give two answers. */
const isTorn = (g: Group, h: Group) => g.items.some((a) => h.items.some((b) => a.index === b.index && differ(a, b)));

const relationOf = (a: Item, b: Item) => compareClaims(a.claim, b.claim, (x, y) => x.word === y.word);
const differ = (a: Item, b: Item) => !/^(?:same|compatible)$/.test(relationOf(a, b).is);

function pairsOf(items: Item[], around: Surroundings, compared: () => void): Pair[] {
  const pairs: Pair[] = [];
  const byKey = new Map<string, Item[]>();
  const blocks = blockingKeys(items, keysOf, around.kin);
  for (const item of items) {
    const { kept, sought } = blocks(item);
    for (const other of new Set(sought.flatMap((key) => byKey.get(key) ?? []))) {
      compared();
      const pair = pairOf(other, item, around);
      if (pair) pairs.push(pair);
    }
    for (const key of kept) {
      const list = byKey.get(key);
      if (!list) byKey.set(key, [item]);
      else if (list.length < MAX_PER_KEY) list.push(item);
    }
  }
  return pairs;
}

function pairOf(a: Item, b: Item, around: Surroundings): Pair | undefined {
  if (!mayMeet(a, b)) return undefined;
  const relation = relationOf(a, b);
  if (relation.is === 'compatible') return undefined;
  const differs = relation.is !== 'same';
  if (differs && a.claim.cues?.added !== b.claim.cues?.added) return undefined;
  const likely = likelihood(featuresOf(a, b, around, differs ? relation.strength : 0), a.claim.kind);
  return likely >= (differs ? JOIN.differ : JOIN.agree) ? { a, b, likely, differ: differs } : undefined;
}

/** What no likeness of the words around makes up for. */
export function mayMeet(a: Item, b: Item): boolean {
  if (a.index === b.index && !isSelfContradiction(a, b)) return false;
  if (areYearsApart(a.claim, b.claim) || areYearsApart(b.claim, a.claim)) return false;
  if (a.claim.kind === 'rank' && !areInOneRow(a.claim, b.claim)) return false;
  return haveSubjectInCommon(a, b) && (slotOf(a.claim) !== 'day' || shareEvent(a.claim, b.claim) || areClose(a, b));
}

/** A source contradicts itself where two of its sentences measure what has a name of its own. */
const isSelfContradiction = (a: Item, b: Item) =>
  a.claim.statement.start !== b.claim.statement.start &&
  solidOf(a.claim) !== undefined &&
  solidOf(a.claim) === solidOf(b.claim) &&
  a.claim.topic !== 'age';

/** Where both name whom or what the figure is of, it is the same. */
function haveSubjectInCommon(a: Item, b: Item): boolean {
  const [named, others] = [a, b].map(({ subject }) => subject.filter((t) => t.name || t.word.startsWith('age ')));
  if (!named?.length || !others?.length) return true;
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

/** Days are of one event only where both name it: every sentence of a story has its day. */
function shareEvent({ topic, cues: x }: Claim, { topic: other, cues: y }: Claim): boolean {
  if (!x || !y || (topic === other && !x.loose && !y.loose)) return true;
  const [direct, others] = [
    [...x.heads, ...x.acts],
    [...y.heads, ...y.acts],
  ];
  return direct.some((w) => cueWords(y).includes(w)) || others.some((w) => cueWords(x).includes(w));
}

/** Years that lie further apart than a report can err are of two events. */
function areYearsApart({ value: x }: Claim, { value: y }: Claim): boolean {
  if (x.type !== 'time' || y.type !== 'time' || x.year === undefined) return false;
  const other = y.year ?? (y.date ? Number(y.date.slice(0, 4)) : undefined);
  return other !== undefined && Math.abs(x.year - other) >= 3;
}

/** Dimensions that a text has few figures of, so that they meet without a shared word. */
const SPARSE = /^(?:speed|length|mass|area|age|record|clock|magnitude|duration)$/;

function keysOf({ claim, subject }: Item): string[] {
  const slot = slotOf(claim) ?? '';
  const named = [solidOf(claim), topicOf(claim)].filter((t) => t !== undefined);
  const words = claim.cues ? cueWords(claim.cues) : [];
  const sparse = SPARSE.test(slot) ? [`unit ${unitOf(claim)}`] : [];
  const names = subject.filter((t) => t.name).map((t) => t.word);
  return [...new Set([...named, ...words, ...sparse, ...names])].map((key) => `${slot}|${key}`);
}

const unitOf = ({ value }: Claim) => (value.type === 'quantity' ? value.unit : undefined);
