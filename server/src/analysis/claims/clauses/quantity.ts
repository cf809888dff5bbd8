import { dictionary } from '../../dictionary.ts';
import type { Span } from '../../model.ts';
import { NUMBER_WORDS, VAGUE } from '../lexicon/numbers.ts';
import { type Figure, readFigure, readHalf } from './figures.ts';
import { readShare } from './shares.ts';
import { CURRENCY, CURRENCY_CODES, SMALLER, UNITS, unitAfter } from './units.ts';
import type { Word } from './words.ts';

/** What a number measures, from its unit or its form; 'count' when it counts a noun. */
export type Dimension =
  | 'count'
  | 'money'
  | 'percent'
  | 'length'
  | 'mass'
  | 'duration'
  | 'magnitude'
  | 'age'
  | 'area'
  | 'speed'
  | 'data'
  | 'ordinal'
  | 'record'
  | 'clock'
  | 'number';

/** A number as a text gives it: the range that it leaves open, in the base unit of its dimension. */
export interface Quantity extends Span {
  /** Indexes of its first and last word. */
  first: number;
  last: number;
  dimension: Dimension;
  low: number;
  high: number;
  /** The number as written was a round or hedged one ("about", "some", "an estimated", "dozens"). */
  approximate: boolean;
  /** "at least", "more than", "up to": only one side is given. */
  bound?: 'min' | 'max';
  /** "more than": the figure itself is left out of the range. */
  strict?: boolean;
  /** Currency code, or the unit as a noun. */
  unit?: string;
  /** For records and scores ("45-7-2"): the parts. */
  parts?: number[];
  /** The number itself stands as an adjective inside a compound ("30-day"). */
  compound: boolean;
}

const HEDGES = new Set([
  'about',
  'around',
  'roughly',
  'approximately',
  'some',
  'nearly',
  'almost',
  'estimated',
  'circa',
  'perhaps',
  'probably',
  'reportedly',
]);
const UNDER = new Set(['nearly', 'almost']);

/** "7 minutes 41 seconds", "two hours and ten minutes", "six feet two inches": one quantity in a larger and a smaller unit. */
function joinUnits(words: Word[], found: Quantity[]): Quantity[] {
  return found.filter((q, i) => {
    const before = found[i - 1];
    if (!before || SMALLER[before.unit ?? ''] !== q.unit || before.dimension !== q.dimension) return true;
    const link = words.slice(before.last + 1, q.first).map((w) => w.normal);
    if (link.length > 1 || (link.length === 1 && link[0] !== 'and' && link[0] !== ',')) return true;
    before.low += q.low;
    before.high += q.high;
    before.last = q.last;
    before.end = q.end;
    return false;
  });
}

/** Reads the quantities of a sentence in order; they never overlap. */
export function readQuantities(words: Word[], taken: Uint8Array): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < words.length; i++) {
    if (taken[i]) continue;
    const quantity = readQuantity(words, i, taken);
    if (!quantity) continue;
    found.push(quantity);
    i = quantity.last;
  }
  return joinUnits(words, found);
}

/** Most words cannot begin a quantity. @param n lower case */
export function canStartQuantity(n: string): boolean {
  return (
    /[\d$€£¥₹]/.test(n) ||
    n === 'a' ||
    n === 'an' ||
    n === 'half' ||
    NUMBER_WORDS.get(n) !== undefined ||
    VAGUE[n] !== undefined ||
    CURRENCY_CODES[n] !== undefined
  );
}

function readQuantity(words: Word[], i: number, taken: Uint8Array): Quantity | undefined {
  const word = words[i] as Word;
  if (!word.facts.startsQuantity || (word.tag === 'PROPN' && /^\d+$/.test(word.text))) return undefined;
  if (words[i + 1]?.text === '/' && words[i + 1]?.joined) return undefined;
  if (words[i - 1]?.text === '/' && word.joined) return undefined;
  let at = i;
  let currency: string | undefined;
  const symbol = /^(?:US|C|A|HK|NZ)?([$€£¥₹])$/.exec(word.text)?.[1];
  const code = CURRENCY_CODES[word.normal] !== undefined && /^(?:[A-Z]{3}|R[sm]|RM|Kr)\.?$/.test(word.text);
  if (symbol || code) {
    currency = symbol ? CURRENCY[symbol] : CURRENCY_CODES[word.normal];
    at = i + 1;
  }
  const share = readShare(words, i);
  if (share) return share;
  const figure = readHalf(words, at) ?? readFigure(words, at);
  if (!figure || taken[figure.last]) return undefined;
  currency ??= figure.currency;
  const quantity: Quantity = {
    start: word.start,
    end: (words[figure.last] as Word).end,
    first: i,
    last: figure.last,
    dimension: figure.parts ? 'record' : figure.seconds ? 'duration' : currency ? 'money' : 'count',
    low: figure.vague?.[0] ?? figure.value,
    high: figure.vague?.[1] ?? figure.value,
    approximate: figure.vague !== undefined,
    compound: false,
    ...(currency ? { unit: currency } : {}),
    ...(figure.parts ? { parts: figure.parts } : {}),
  };
  readRange(words, quantity, currency !== undefined);
  readUnit(words, quantity);
  readHedge(words, quantity);
  // "£18m." ends the sentence
  if (/[a-z]\.$/.test(words[quantity.last]?.text ?? '')) quantity.end--;
  return quantity;
}

/** "10 to 15", "between 10 and 15", "10-15 people". */
function readRange(words: Word[], quantity: Quantity, money: boolean): void {
  if (quantity.parts) {
    const [low = 0, high = 0] = quantity.parts;
    const next = words[quantity.last + 1];
    if (quantity.parts.length === 2 && low < high && next && UNITS[next.normal]) {
      quantity.dimension = 'count';
      quantity.low = low;
      quantity.high = high;
      delete quantity.parts;
    }
    return;
  }
  const votes = /^(?:votes?|points?|goals?|seats?|games|sets)$/.test(words[quantity.last + 1]?.normal ?? '') ? 1 : 0;
  const counter = votes === 1 ? readFigure(words, quantity.last + 3) : undefined;
  if (counter && words[quantity.last + 2]?.normal === 'to' && counter.value <= quantity.low) {
    becomeScore(words, quantity, counter);
    if (/^(?:votes?|points?)$/.test(words[quantity.last + 1]?.normal ?? '')) {
      quantity.last++;
      quantity.end = (words[quantity.last] as Word).end;
    }
    return;
  }
  const link = words[quantity.last + 1]?.normal ?? '';
  const between = words[quantity.first - 1]?.normal === 'between';
  const isDash = DASH.test(link);
  if (!(link === 'to' || link === 'or' || isDash || (between && link === 'and'))) return;
  const at = quantity.last + 2 + (money && CURRENCY[words[quantity.last + 2]?.text ?? ''] ? 1 : 0);
  const second = readFigure(words, at);
  if (!second || second.parts || second.vague) return;
  if (second.value <= quantity.low) {
    const isScore = isDash ? isSpacedScore(words, quantity, second) : link === 'to' && quantity.low < 1e5;
    if (isScore && !money) becomeScore(words, quantity, second);
    return;
  }
  if ((link === 'or' || isDash) && !isNear(words, quantity, second)) return;
  if (link === 'to' && second.value > quantity.low * 20 && second.value >= 1e5) quantity.low *= scaleOf(second.value);
  quantity.high = second.value;
  quantity.last = second.last;
  quantity.end = (words[second.last] as Word).end;
}

const DASH = /^[-–—]$/;

/** "3 - 0", not "flight 370 - 239 people" */
const isSpacedScore = (words: Word[], quantity: Quantity, second: Figure) =>
  quantity.low <= 150 && !/^(?:NOUN|ADJ|PROPN)$/.test(words[second.last + 1]?.tag ?? '');

/** "two or three people", "30–40 people": two figures for one thing, not "20 or 2,000". */
const isNear = (words: Word[], quantity: Quantity, second: Figure) =>
  second.value <= Math.max(quantity.low * 2.1, 3) && /^(?:NOUN|ADJ|PUNCT|SYM)$/.test(words[second.last + 1]?.tag ?? '');

/** "47 to 41", "nine to three": how a vote or a match went. */
function becomeScore(words: Word[], quantity: Quantity, second: Figure): void {
  const [before, two] = [words[quantity.first - 1]?.normal ?? '', words[quantity.first - 2]?.normal ?? ''];
  if (before === 'from' || two === 'from') return;
  quantity.parts = [quantity.low, second.value];
  quantity.dimension = 'record';
  quantity.last = second.last;
  quantity.end = (words[second.last] as Word).end;
}

const scaleOf = (value: number) => (value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3);

/** The unit after a number, which settles the dimension. */
function readUnit(words: Word[], quantity: Quantity): void {
  if (quantity.dimension !== 'count') return;
  const unit = unitAfter(words, quantity);
  if (!unit) return;
  const { factor = 1 } = unit;
  quantity.dimension = unit.dimension;
  quantity.unit = unit.name;
  quantity.low *= factor;
  quantity.high *= factor;
  quantity.last = unit.last;
  quantity.end = (words[unit.last] as Word).end;
  quantity.compound = unit.compound;
}

/** What stands before or after a number that gives only one side of it, and whether the number itself is left out. */
const BOUNDS: Record<string, ['min' | 'max', strict?: true]> = dictionary();
for (const [side, strict, phrases] of [
  ['min', false, 'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of'],
  ['min', true, 'more than|greater than|in excess of|excess of|upwards of|upward of|north of|over|above|exceeding'],
  ['max', false, 'at most|up to|as many as|as much as|as high as|a maximum of|maximum of|no more than|not more than'],
  ['max', true, 'less than|fewer than|under|below'],
] as const) {
  for (const phrase of phrases.split('|')) BOUNDS[phrase] = strict ? [side, true] : [side];
}
/** What says how far beyond a bound: "well over", "just under". */
const DEGREES = new Set(['just', 'well', 'slightly', 'far', 'little', 'barely', 'only']);

/** The words before a number that loosen it, and the few that can follow it ("or more"). */
function readHedge(words: Word[], quantity: Quantity): void {
  let at = quantity.first - 1;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const taken = takeBound(words, at, quantity) || takeHedge(words, at, quantity);
    if (taken === 0) break;
    at -= taken;
  }
  if (at + 1 < quantity.first) {
    quantity.first = at + 1;
    quantity.start = (words[at + 1] as Word).start;
  }
  readHedgeAfter(words, quantity);
}

/** @returns how many words before a number, of which the last is at `at`, bound it */
function takeBound(words: Word[], at: number, quantity: Quantity): number {
  let phrase = words[at]?.normal ?? '';
  let found = BOUNDS[phrase] ? 1 : 0;
  for (let length = 2; length <= 3 && at - length >= -1; length++) {
    phrase = `${words[at - length + 1]?.normal} ${phrase}`;
    if (BOUNDS[phrase]) found = length;
  }
  if (found === 0) return 0;
  const said = words
    .slice(at - found + 1, at + 1)
    .map(({ normal }) => normal)
    .join(' ');
  const isCount = quantity.dimension === 'count';
  if (isCount && (said === 'under' || (/^(?:over|above|exceeding)$/.test(said) && quantity.low < 5))) return 0;
  const [side, strict] = BOUNDS[said] as ['min' | 'max', true?];
  bound(quantity, side, strict === true);
  return DEGREES.has(words[at - found]?.normal ?? '') ? found + 1 : found;
}

function takeHedge(words: Word[], at: number, quantity: Quantity): number {
  const one = words[at]?.normal ?? '';
  if (HEDGES.has(one) || (one === 'to' && words[at - 1]?.normal === 'close')) {
    quantity.approximate = true;
    if (UNDER.has(one)) quantity.low *= 0.9;
    return one === 'to' ? 2 : 1;
  }
  const isArticle = one === 'a' || one === 'an' || one === 'the';
  const hedged = words[at + 1]?.normal;
  return isArticle && (hedged === 'estimated' || hedged === 'reported') ? 1 : 0;
}

/** "30 or more", "30-plus", "30+", "30 or so", "30 people or more". */
function readHedgeAfter(words: Word[], quantity: Quantity): void {
  const at = (k: number) => words[quantity.last + k]?.normal ?? '';
  const isPlus = (at(1) === '+' && words[quantity.last + 1]?.joined) || (at(1) === '-' && at(2) === 'plus');
  const skip = /^(?:NOUN)$/.test(words[quantity.last + 1]?.tag ?? '') ? 1 : 0;
  const said = at(1 + skip) === 'or' ? at(2 + skip) : '';
  if (isPlus || said === 'more') bound(quantity, 'min', false);
  else if (said === 'less' || said === 'fewer') bound(quantity, 'max', false);
  else if (said === 'so') quantity.approximate = true;
}

function bound(quantity: Quantity, side: 'min' | 'max', strict: boolean): void {
  quantity.bound = side;
  if (strict) quantity.strict = true;
}
