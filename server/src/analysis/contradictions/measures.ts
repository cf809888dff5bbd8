import type { Claim, ClaimKind, Cues, TimeValue } from '../claims/claim.ts';
import { eventFamilies, senseOf } from '../claims/lexicon/senses.ts';
import { kindredAction, opposite, sameAction } from '../claims/lexicon/thesaurus.ts';
import type { Item, LinkedTerm } from './items.ts';
import { sameTerm } from './items.ts';
import { DATE_WEIGHTS, NUMBER_WEIGHTS } from './weights.ts';

/** The figures that can be compared at all: of one dimension, or times. */
export function slotOf({ kind, value }: Claim): string | undefined {
  if (kind === 'number' && value.type === 'quantity')
    return value.dimension === 'money' ? `money ${value.unit}` : value.dimension;
  if (kind === 'date' && value.type === 'time') return isHour(value) ? 'clock' : 'day';
  if (kind === 'rank') return 'rank';
  return undefined;
}

/** An hour or a part of a day that is not named. */
const isHour = ({ weekday, month, year, clock, part }: TimeValue) =>
  weekday === undefined && (clock !== undefined || (part !== undefined && month === undefined && year === undefined));

/** What the folder knows that tells whether two figures are of one measure. */
export interface Surroundings {
  /** How much a shared name or word says about a shared event: less, the more sources use it. */
  weight(word: string): number;
  /** Whether a source also gives this very value of a thing that can be the same. */
  answers(item: Item, index: number): boolean;
  /** How much two sources tell one story, 0 to 1. */
  kinship(a: number, b: number): number;
  /** The sources that may tell the same story as one, itself included, in the order of their paths. */
  kin(index: number): readonly number[];
  /** How many figures of that slot a source has. */
  figures(index: number, slot: string): number;
  /** Whether a source gives but one value of the thing that a claim measures. */
  isOnly(item: Item, thing: string): boolean;
}

/** What a claim measures: its solid topic, or the nouns that it counts. */
export const thingsOf = (claim: Claim) =>
  [solidOf(claim) ?? topicOf(claim) ?? '', ...(claim.cues?.heads ?? [])].filter((t) => t && t !== '=person');

export const valueKey = ({ value }: Claim) => (value.type === 'quantity' ? `${value.low}-${value.high}` : value.text);

const NO_CUES: Cues = { heads: [], acts: [], near: [] };
export const cueWords = ({ heads, acts, near }: Cues = NO_CUES) => [...heads, ...acts, ...near];

/** The same value, of things that share a word; large figures hardly ever agree by chance. */
export function isSameAnswer(a: Claim, b: Claim): boolean {
  const [x, y] = [a.value, b.value];
  const [p, q] = [a.cues ?? NO_CUES, b.cues ?? NO_CUES];
  if (x.type === 'quantity' && y.type === 'quantity') {
    if (x.low !== y.low || x.high !== y.high || x.parts?.join() !== y.parts?.join()) return false;
    if (p.partial !== q.partial) return false;
    return x.low > 12 || (common(p.heads, q.heads).length > 0 && common(p.acts, q.acts).length > 0);
  }
  if (x.type !== 'time' || y.type !== 'time' || !TIME_PARTS.every((part) => x[part] === y[part])) return false;
  return a.topic === b.topic || common([...p.heads, ...p.acts], [...q.heads, ...q.acts]).length > 0;
}

const TIME_PARTS = ['clock', 'weekday', 'day', 'month', 'year'] as const;

export const FEATURES =
  'bias solid solidDiffers topic head person headDiffers noHead act actDiffers direct near around names subject subjectDiffers gap past partial answered lead bothLead planned count money percent duration length age magnitude record clock day small rare unit kin stranger headAct only namesDiffer bare apart headRare actRare eventDiffers kindred kindredNear strength rank zero'.split(
    ' ',
  );

/** Measures with a name of their own, which no words around them can make another. */
const SOLID =
  /^(?:magnitude|depth|speed:.*|age|distance|population|record(?::score)?|left:.*|money(?:\/share)?:takeover(?: with debt)?|money:retail price|count:(?:jobs lost|staff|children|crowd|[a-z]+:person)|percent:shares .*)$/;
/** The topic of a claim, where it says more than the noun that is counted. */
export const topicOf = ({ topic, cues }: Claim) =>
  cues?.loose || topic.endsWith(':') || topic.startsWith('rank:') || /^count:[^:]*$/.test(topic) ? undefined : topic;
export const solidOf = ({ topic, cues }: Claim) => (SOLID.test(topic) && !cues?.loose ? topic : undefined);

/** The weights of features in their order. */
export const inOrderOf = (names: readonly string[], weights: Record<string, number>) =>
  names.map((name) => weights[name] ?? 0);

/** The probability that a logistic regression gives to features. */
export function logistic(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (weights[i] as number);
  return 1 / (1 + Math.exp(-sum));
}

const DATES = inOrderOf(FEATURES, DATE_WEIGHTS);
const NUMBERS = inOrderOf(FEATURES, NUMBER_WEIGHTS);

/** How likely two claims are of one measure, 0 to 1. */
export function likelihood(features: readonly number[], kind: ClaimKind): number {
  return logistic(features, kind === 'date' ? DATES : NUMBERS);
}

/** What comparing asks of a figure or time, worked out once. */
export interface Measure {
  slot: string;
  solid: string | undefined;
  topic: string | undefined;
  things: string[];
  heads: string[];
  acts: string[];
  /** Heads and acts. */
  direct: string[];
  near: string[];
  /** All cues. */
  cues: string[];
  /** The words around as classes of words of one meaning, and the kinds of event that they tell of. */
  senses: string[];
  families: string[];
  /** The names among what it is of, and these with those who are known by their age. */
  named: LinkedTerm[];
  known: LinkedTerm[];
  isLead: boolean;
}

export const measureOf = (item: Item) => item.of.measure(item);

export function readMeasure({ claim, subject, isLead }: Item): Measure {
  const { heads, acts, near } = claim.cues ?? NO_CUES;
  const senses = claim.context.words.map(bareSense);
  return {
    slot: slotOf(claim) ?? '',
    solid: solidOf(claim),
    topic: topicOf(claim),
    things: thingsOf(claim),
    heads,
    acts,
    direct: [...heads, ...acts],
    near,
    cues: cueWords(claim.cues),
    senses,
    families: senses.flatMap(eventFamilies),
    named: subject.filter((t) => t.name),
    known: subject.filter((t) => t.name || t.word.startsWith('age ')),
    isLead,
  };
}

const SLOTS = ['count', 'money', 'percent', 'duration', 'length', 'age', 'magnitude', 'record', 'clock', 'day'];
/** For each slot which of these it is. */
const slotFlags = new Map<string, number[]>();

function flagsOf(slot: string): number[] {
  let flags = slotFlags.get(slot);
  if (!flags) {
    flags = SLOTS.map((name) => flag(slot.startsWith(name)));
    slotFlags.set(slot, flags);
  }
  return flags;
}

export function featuresOf(a: Item, b: Item, around: Surroundings, strength: number): number[] {
  const differs = strength > 0;
  const { weight } = around;
  const [x, y] = [a.claim, b.claim];
  const [p, q] = [measureOf(a), measureOf(b)];
  const heads = common(p.heads, q.heads);
  const things = heads.filter((h) => h !== '=person');
  const acts = common(p.acts, q.acts);
  const crossed = common(p.cues, q.cues).filter((w) => !heads.includes(w) && !acts.includes(w));
  const crossedAll = [...heads, ...acts, ...crossed];
  const direct = crossed.filter((w) => p.direct.includes(w) || q.direct.includes(w));
  const near = crossed.filter((w) => !direct.includes(w));
  const names = common(x.context.names, y.context.names);
  const shared = p.named.some((m) => q.named.some((n) => sameTerm(m, n)));
  const [s, t] = [p.solid, q.solid];
  const { slot } = p;
  const rare = 1 / Math.max(1, (around.figures(a.index, slot) + around.figures(b.index, slot)) / 2);
  const kin = around.kinship(a.index, b.index);
  const isOfTopic = p.topic !== undefined && p.topic === q.topic;
  return [
    1,
    flag(s !== undefined && s === t),
    flag(s !== undefined && t !== undefined && s !== t),
    flag(s === undefined && t === undefined && isOfTopic),
    flag(things.length > 0),
    flag(things.length === 0 && heads.length > 0),
    flag(x.topic !== y.topic && p.heads.length > 0 && q.heads.length > 0 && heads.length === 0 && direct.length === 0),
    flag(p.heads.length === 0 || q.heads.length === 0),
    flag(acts.length > 0),
    flag(p.acts.length > 0 && q.acts.length > 0 && acts.length === 0 && direct.length === 0),
    sum(direct, weight),
    sum(near, weight),
    sum(common(x.context.words, y.context.words), weight),
    sum(names, weight),
    flag(shared),
    flag(p.named.length > 0 && q.named.length > 0 && !shared),
    gapOf(x, y),
    flag(x.cues?.past !== y.cues?.past),
    flag((x.cues?.partial ?? false) !== (y.cues?.partial ?? false)),
    differs && a.index !== b.index ? flag(around.answers(b, a.index)) + flag(around.answers(a, b.index)) : 0,
    flag(p.isLead !== q.isLead),
    flag(p.isLead && q.isLead),
    flag((x.modality === 'fact') !== (y.modality === 'fact')),
    ...flagsOf(slot),
    flag(isSmall(x) && isSmall(y)),
    rare,
    flag(
      x.value.type === 'quantity' &&
        y.value.type === 'quantity' &&
        x.value.unit !== undefined &&
        x.value.unit === y.value.unit,
    ),
    kin,
    flag(kin < 0.2),
    flag((things.length > 0 || heads.length > 0) && acts.length > 0),
    flag(p.things.some((thing) => q.things.includes(thing) && around.isOnly(a, thing) && around.isOnly(b, thing))),
    flag(x.context.names.length > 0 && y.context.names.length > 0 && names.length === 0),
    flag(crossed.length === 0 && names.length === 0 && isBare(p, q, heads, acts)),
    heads.length + acts.length + crossed.length > 0 || isOfTopic ? 0 : 1 - rare,
    sum(things, weight),
    sum(acts, weight),
    flag(areOtherEvents(p, q)),
    nearestKin(p.direct, q.direct, crossedAll),
    Math.max(nearestKin(p.direct, q.near, crossedAll), nearestKin(q.direct, p.near, crossedAll)),
    strength,
    flag(slot.startsWith('rank')),
    flag(isZero(x) !== isZero(y)),
  ];
}

/** Nothing but the measure itself is in both sentences: no other word. */
const isBare = (p: Measure, q: Measure, heads: string[], acts: string[]) =>
  p.senses.every((w) => !q.senses.includes(w) || heads.includes(w) || acts.includes(w));

/** Both sentences tell of a disaster or crime, and one cannot be the other in another word. */
const areOtherEvents = ({ families: e }: Measure, { families: f }: Measure) =>
  e.length > 0 && f.length > 0 && !e.some((family) => f.includes(family));

/** How near the words of one list come to those of another by the thesaurus, 0 to 1, leaving out the words that both have. */
function nearestKin(a: string[], b: string[], shared: string[]): number {
  let best = 0;
  for (const x of a)
    if (!shared.includes(x)) for (const y of b) if (!shared.includes(y)) best = Math.max(best, nearness(x, y));
  return best;
}

/** Of pairs of words; begun anew when it is full, so that a long session does not fill the memory with it. */
const known = new Map<string, Map<string, number>>();
const MOST_KNOWN = 100_000;
let pairsKnown = 0;

/** How near two words are: of one meaning 1, one a kind of the other 0.7, opposites 0.5. */
function nearness(a: string, b: string): number {
  if (a > b) return nearness(b, a);
  let near = known.get(a)?.get(b);
  if (near === undefined) {
    const [x, y] = [a.replace(/^[=@]/, ''), b.replace(/^[=@]/, '')];
    near = sameAction(x, y) ? 1 : kindredAction(x, y) ? 0.7 : opposite(x, y) ? 0.5 : 0;
    if (pairsKnown >= MOST_KNOWN) {
      known.clear();
      pairsKnown = 0;
    }
    pairsKnown++;
    known.set(a, (known.get(a) ?? new Map<string, number>()).set(b, near));
  }
  return near;
}

const bareSense = (word: string) => senseOf(word.replace('@', ''));
const flag = (is: boolean) => (is ? 1 : 0);
/** What two lists share, each once; mostly they share nothing. */
function common(a: string[], b: string[]): string[] {
  let found = NOTHING;
  for (const word of a) {
    if (!b.includes(word) || found.includes(word)) continue;
    if (found === NOTHING) found = [];
    found.push(word);
  }
  return found;
}

const NOTHING: string[] = [];
const sum = (words: string[], weight: (word: string) => number) =>
  Math.min(
    3,
    words.reduce((n, w) => n + weight(w), 0),
  );
const isZero = ({ value }: Claim) => value.type === 'quantity' && value.high === 0;
const isSmall = ({ value }: Claim) => value.type === 'quantity' && value.high <= 3;

/** How far apart two values are, 0 to 3: figures by the logarithm of their ratio, times by days, years or hours. */
function gapOf(a: Claim, b: Claim): number {
  const [x, y] = [a.value, b.value];
  if (x.type === 'quantity' && y.type === 'quantity') {
    const [m, n] = [(x.low + x.high) / 2, (y.low + y.high) / 2];
    if (m === 0 || n === 0) return 1;
    return Math.min(3, Math.abs(Math.log(Math.max(0.01, m) / Math.max(0.01, n))));
  }
  if (x.type === 'time' && y.type === 'time') return Math.min(3, timeGap(x, y));
  return 3;
}

const DAY = 86_400_000;

function timeGap(a: TimeValue, b: TimeValue): number {
  if (a.date && b.date && a.date !== b.date) return Math.abs(Date.parse(a.date) - Date.parse(b.date)) / DAY / 10;
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return Math.abs(a.year - b.year) / 2;
  if (a.clock !== undefined && b.clock !== undefined) return Math.abs(a.clock - b.clock) / 120;
  return 1;
}
