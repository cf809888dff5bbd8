import { dictionary } from '../../dictionary.ts';
import type { Span } from '../../model.ts';
import { NUMBER_WORDS, VAGUE } from '../lexicon/numbers.ts';
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

const CURRENCY: Record<string, string> = dictionary({ $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' });
const CURRENCY_NOUNS: Record<string, string> = dictionary({
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  rupee: 'INR',
  rupees: 'INR',
  rubles: 'RUB',
  roubles: 'RUB',
  leva: 'BGN',
  lev: 'BGN',
  francs: 'CHF',
  pence: 'GBp',
  cents: 'USc',
  crowns: 'CZK',
  kronor: 'SEK',
  kroner: 'NOK',
  pesos: 'MXN',
  reais: 'BRL',
  zlotys: 'PLN',
  forints: 'HUF',
  rand: 'ZAR',
  shekels: 'ILS',
  won: 'KRW',
  dirhams: 'AED',
  riyals: 'SAR',
  naira: 'NGN',
  shillings: 'KES',
  baht: 'THB',
  rupiah: 'IDR',
  ringgit: 'MYR',
});
/** ISO 4217 codes and the short forms that stand before a figure. */
const CURRENCY_CODES: Record<string, string> = dictionary({ rs: 'INR', 'rs.': 'INR', rm: 'MYR', kr: 'SEK' });
for (const code of 'eur usd gbp jpy chf cny inr rub aud cad nzd sek nok dkk pln czk huf try zar brl mxn krw sgd hkd ils ngn kes thb aed sar'.split(
  ' ',
))
  CURRENCY_CODES[code] = code.toUpperCase();
const SCALES: Record<string, number> = dictionary({
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  trn: 1e12,
  tn: 1e12,
  lakh: 1e5,
  crore: 1e7,
});
/** Units with their dimension and their size in its base unit (metres, kilograms, seconds, square metres, km/h). */
const UNITS: Record<string, [Dimension, number]> = dictionary();
for (const [dimension, list] of Object.entries({
  length:
    'm:1 metre:1 meter:1 km:1000 kilometre:1000 kilometer:1000 cm:.01 centimetre:.01 centimeter:.01 mile:1609.34 foot:.3048 ft:.3048 inch:.0254 yard:.9144 mi:1609.34',
  mass: 'kg:1 kilogram:1 kilo:1 gram:.001 tonne:1000 ton:1000 pound_mass:.4536 ounce:.02835 lb:.4536',
  duration:
    'second:1 minute:60 min:60 hour:3600 day:86400 night:86400 week:604800 fortnight:1209600 month:2629800 year:31557600 decade:315576000 season:31557600',
  area: 'acre:4046.86 hectare:10000',
  speed: 'mph:1.609 kph:1 km/h:1 kmh:1 kmph:1 knot:1.852',
})) {
  for (const entry of list.split(' ')) {
    const [unit = '', size = '1'] = entry.split(':');
    const value: [Dimension, number] = [dimension as Dimension, Number(size)];
    for (const form of [unit, `${unit}s`, unit === 'foot' ? 'feet' : '', unit === 'inch' ? 'inches' : ''])
      if (form) UNITS[form] = value;
  }
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

const SMALLER: Record<string, string> = dictionary({
  minute: 'second',
  hour: 'minute',
  year: 'month',
  foot: 'inch',
  pound: 'ounce',
  metre: 'centimetre',
  meter: 'centimeter',
});

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

interface Figure {
  value: number;
  last: number;
  digits: string;
  currency?: string;
  parts?: number[];
  vague?: [number, number];
  /** Written as minutes and seconds. */
  seconds?: boolean;
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
  if (!word.facts.startsQuantity) return undefined;
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
  return quantity;
}

const PARTS: Record<string, number> = dictionary({
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
});

/** "a third of the roofs", "two thirds of", "half of the pilots", "nine out of ten", "one in five": a share, as a percentage. */
function readShare(words: Word[], i: number): Quantity | undefined {
  const at = (k: number) => words[i + k]?.normal ?? '';
  const many = at(0) === 'a' ? 1 : NUMBER_WORDS.get(at(0));
  const hyphen = at(1) === '-' ? 1 : 0;
  const part = PARTS[at(1 + hyphen).replace(/s$/, '')];
  const found =
    many !== undefined && part !== undefined && many < part && at(2 + hyphen) === 'of'
      ? { share: many / part, last: i + 1 + hyphen }
      : at(0) === 'half' && (at(1) === 'of' || isHalved(at(1), at(2)))
        ? { share: 0.5, last: i }
        : outOf(words, i);
  if (!found) return undefined;
  const percent = Math.round(found.share * 1000) / 10;
  return {
    start: (words[i] as Word).start,
    end: (words[found.last] as Word).end,
    first: i,
    last: found.last,
    dimension: 'percent',
    low: percent * 0.97,
    high: Math.min(100, percent * 1.03),
    approximate: true,
    unit: '%',
    compound: false,
  };
}

/** "half the workers", "half his savings", not "half the size" */
const isHalved = (determiner: string, noun: string) =>
  /^(?:the|its|his|her|their|all)$/.test(determiner) &&
  !/^(?:size|price|time|number|distance|amount|value|length|cost|weight|speed|rate|way|battle|story|age)$/.test(noun);

function outOf(words: Word[], i: number): { share: number; last: number } | undefined {
  const [n, link, next] = [0, 1, 2].map((k) => words[i + k]?.normal ?? '');
  const skip = link === 'out' && next === 'of' ? 3 : link === 'in' ? 2 : 0;
  const [few, all] = [NUMBER_WORDS.get(n ?? ''), NUMBER_WORDS.get(words[i + skip]?.normal ?? '')];
  if (skip === 0 || few === undefined || all === undefined || few >= all || all < 3) return undefined;
  return { share: few / all, last: i + skip };
}

/** "one and a half", "six and a half million", "half an hour", "half a million", "an hour and a half" (the unit follows or is taken). */
function readHalf(words: Word[], i: number): Figure | undefined {
  const at = (k: number) => words[i + k]?.normal ?? '';
  if (at(0) === 'half' && (at(1) === 'a' || at(1) === 'an')) {
    const scale = SCALES[at(2)];
    if (scale && at(2).length > 4) return { value: scale / 2, digits: '', last: i + 2 };
    return UNITS[at(2)] ? { value: 0.5, digits: '', last: i + 1 } : undefined;
  }
  if (at(0) === 'half' && at(1) === '-' && UNITS[at(2)]) return { value: 0.5, digits: '', last: i };
  const whole =
    at(0) === 'a' || at(0) === 'an'
      ? undefined
      : (NUMBER_WORDS.get(at(0)) ?? (/^\d{1,3}$/.test(at(0)) ? Number(at(0)) : undefined));
  if (whole !== undefined && at(1) === 'and' && at(2) === 'a' && (at(3) === 'half' || at(3) === 'quarter')) {
    const scale = at(4).length > 4 ? SCALES[at(4)] : undefined;
    const value = whole + (at(3) === 'half' ? 0.5 : 0.25);
    return { value: value * (scale ?? 1), digits: '', last: i + (scale ? 4 : 3) };
  }
  return undefined;
}

/** One number: digits or words, with its scale word, or both glued together ("$1.39bn", "p74million"). */
function readFigure(words: Word[], i: number): Figure | undefined {
  const word = words[i];
  if (!word) return undefined;
  if (!/\d/.test(word.text)) return readNumberWords(words, i);
  const glued = /^([$€£p])?(\d[\d,]*(?:\.\d+)?)(k|m|mm|mn|mln|million|b|bn|bln|billion|trillion|tn)?$/i.exec(word.text);
  if (glued) {
    const [, mark, digits = '', scale] = glued;
    if (mark === 'p' && !scale) return undefined;
    const hyphen = words[i + 1]?.text === '-' && SCALES[words[i + 2]?.normal ?? ''] !== undefined ? 1 : 0;
    const next = words[i + 1 + hyphen];
    const spaced =
      scale === undefined &&
      next &&
      SCALES[next.normal] !== undefined &&
      next.normal !== 'b' &&
      (next.normal.length > 2 || next.joined || next.normal === 'bn' || next.normal === 'mm')
        ? next
        : undefined;
    const isMetre = spaced?.normal === 'm' && !isMoneyBefore(words, i);
    const factor = scale ? (SCALES[scale.toLowerCase()] ?? 1) : spaced && !isMetre ? (SCALES[spaced.normal] ?? 1) : 1;
    return {
      value: Number(digits.replace(/,/g, '')) * factor,
      digits,
      last: spaced && !isMetre ? i + 1 + hyphen : i,
      ...(mark === 'p' ? { currency: 'GBP' } : mark ? { currency: CURRENCY[mark] ?? mark } : {}),
    };
  }
  const left = /^(\d{1,2}):(\d\d)$/.exec(word.text);
  if (left && /^(?:left|remaining|to)$/.test(words[i + 1]?.normal ?? '')) {
    return { value: Number(left[1]) * 60 + Number(left[2]), digits: word.text, last: i, seconds: true };
  }
  const parts = /^\d+(?:-\d+){1,3}$/.test(word.text) ? word.text.split('-').map(Number) : undefined;
  if (parts) return { value: parts[0] ?? 0, digits: word.text, last: i, parts };
  return readNumberWords(words, i);
}

const isMoneyBefore = (words: Word[], i: number) =>
  CURRENCY[words[i - 1]?.text ?? ''] !== undefined || CURRENCY_NOUNS[words[i - 1]?.normal ?? ''] !== undefined;

/** Numbers in words ("twenty-three", "two hundred", "a million", "dozens of", "a couple of"). */
function readNumberWords(words: Word[], i: number): Figure | undefined {
  let at = i;
  const word = words[at] as Word;
  const vague = VAGUE[word.normal];
  const next = words[at + 1];
  if (vague) return { value: vague[0], digits: '', last: words[at + 1]?.normal === 'of' ? at + 1 : at, vague };
  if ((word.normal === 'a' || word.normal === 'an') && next) {
    const scale = SCALES[next.normal];
    if (scale && next.normal.length > 4) return { value: scale, digits: '', last: at + 1 };
    if (
      /^(?:day|week|month|year|hour)$/.test(next.normal) &&
      /^(?:after|before|later|earlier)$/.test(words[at + 2]?.normal ?? '')
    ) {
      return { value: 1, digits: '', last: at };
    }
    if (
      UNITS[next.normal] &&
      words[at + 2]?.normal === 'and' &&
      words[at + 3]?.normal === 'a' &&
      words[at + 4]?.normal === 'half'
    )
      return { value: 1.5, digits: '', last: at };
    if (isOneUnit(words, at)) return { value: 1, digits: '', last: /^(?:full|whole)$/.test(next.normal) ? at + 1 : at };
    const few = VAGUE[`a ${next.normal}`];
    if (few) return { value: few[0], digits: '', last: words[at + 2]?.normal === 'of' ? at + 2 : at + 1, vague: few };
    return undefined;
  }
  const first = NUMBER_WORDS.get(word.normal);
  if (first === undefined) return undefined;
  if (word.normal === 'one' && !isCounting(words, i)) return undefined;
  let value = first;
  if (first >= 20 && words[at + 1]?.text === '-' && (NUMBER_WORDS.get(words[at + 2]?.normal ?? '') ?? 99) < 10) {
    value += NUMBER_WORDS.get(words[at + 2]?.normal ?? '') ?? 0;
    at += 2;
  }
  for (let scale = SCALES[words[at + 1]?.normal ?? '']; scale && (words[at + 1]?.normal.length ?? 0) > 4; ) {
    value *= scale;
    at++;
    scale = SCALES[words[at + 1]?.normal ?? ''];
  }
  return { value, digits: '', last: at };
}

/** "a mile wide", "for a month": the article counts, where a measure is asked for. */
function isOneUnit(words: Word[], at: number): boolean {
  const full = /^(?:full|whole)$/.test(words[at + 1]?.normal ?? '') ? 1 : 0;
  const unit = UNITS[words[at + 1 + full]?.normal ?? ''];
  const after = words[at + 2 + full]?.normal ?? '';
  if (unit?.[0] === 'length') return /^(?:wide|long|high|deep|tall|across|away|from|off|up|down)$/.test(after);
  return unit?.[0] === 'duration' && /^(?:for|within|least|than)$/.test(words[at - 1]?.normal ?? '');
}

/** "one" counts when a noun or a scale word follows, not as a pronoun ("one of them", "the one"). */
function isCounting(words: Word[], i: number): boolean {
  const next = words[i + 1];
  const before = words[i - 1]?.normal;
  if (before === 'the' || before === 'no' || before === 'this' || before === 'that') return false;
  return (
    next !== undefined &&
    (next.tag === 'NOUN' ||
      next.tag === 'ADJ' ||
      next.tag === 'PROPN' ||
      next.text === '-' ||
      SCALES[next.normal] !== undefined)
  );
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
  const link = words[quantity.last + 1]?.normal;
  const between = words[quantity.first - 1]?.normal === 'between';
  if (!(link === 'to' || (between && link === 'and'))) return;
  const at = quantity.last + 2 + (money && CURRENCY[words[quantity.last + 2]?.text ?? ''] ? 1 : 0);
  const second = readFigure(words, at);
  if (!second || second.parts || second.vague) return;
  if (second.value <= quantity.low) {
    if (link === 'to' && !money && quantity.low < 1e5) becomeScore(words, quantity, second);
    return;
  }
  if (link === 'to' && second.value > quantity.low * 20 && second.value >= 1e5) quantity.low *= scaleOf(second.value);
  quantity.high = second.value;
  quantity.last = second.last;
  quantity.end = (words[second.last] as Word).end;
}

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
  let at = quantity.last + 1;
  if (words[at]?.text === '-' && words[at]?.joined) at++;
  const hyphen = at > quantity.last + 1;
  const unit = words[at];
  if (!unit) return;
  const take = (dimension: Dimension, name: string, factor = 1) => {
    quantity.dimension = dimension;
    quantity.unit = name;
    quantity.low *= factor;
    quantity.high *= factor;
    quantity.last = at;
    quantity.end = unit.end;
    quantity.compound = hyphen;
  };
  if (quantity.dimension !== 'count') return;
  if (unit.text === '%' || unit.normal === 'percent' || unit.normal === 'pct') {
    take('percent', '%');
    return;
  }
  if (unit.normal === 'per' && words[at + 1]?.normal === 'cent') {
    at++;
    take('percent', '%');
    return;
  }
  const currency = CURRENCY_NOUNS[unit.normal];
  if (currency) {
    take('money', currency);
    return;
  }
  if (unit.normal === 'magnitude') {
    take('magnitude', 'magnitude');
    return;
  }
  if (/^(?:year|month|week|day)s?-old$/.test(unit.normal)) {
    const months = unit.normal.startsWith('year') ? 1 : unit.normal.startsWith('month') ? 1 / 12 : 1 / 52;
    take('age', 'year', months);
    return;
  }
  const known = UNITS[unit.normal] ?? UNITS[unit.normal.replace(/\.$/, '')];
  if (known && !(unit.normal === 'm' && quantity.low >= 1e6)) {
    const old = words[at + 1]?.text === '-' ? words[at + 2] : words[at + 1];
    if (unit.normal.startsWith('year') && old?.normal === 'old') {
      at += words[at + 1]?.text === '-' ? 2 : 1;
      quantity.end = old.end;
      quantity.last = at;
      quantity.dimension = 'age';
      quantity.unit = 'year';
      quantity.compound = hyphen;
      return;
    }
    const hourly =
      known[0] === 'length' && /^(?:an|per|a)$/.test(words[at + 1]?.normal ?? '') && words[at + 2]?.normal === 'hour';
    // km/h is the base unit of speed
    if (hourly) {
      take('speed', 'km/h', known[1] / 1000);
      quantity.last = at + 2;
      quantity.end = (words[at + 2] as Word).end;
    } else take(known[0], unit.lemma || unit.normal, known[1]);
    return;
  }
  if (hyphen && (unit.tag === 'NOUN' || unit.tag === 'ADJ')) {
    quantity.compound = true;
    quantity.unit = unit.lemma;
    quantity.last = at;
    quantity.end = unit.end;
  }
}

/** The words before a number that loosen it, and the few that can follow it ("or more"). */
function readHedge(words: Word[], quantity: Quantity): void {
  let at = quantity.first - 1;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const one = words[at]?.normal ?? '';
    const two = `${words[at - 1]?.normal ?? ''} ${one}`;
    if (
      two === 'at least' ||
      two === 'more than' ||
      two === 'no fewer' ||
      two === 'excess of' ||
      two === 'upwards of'
    ) {
      bound(quantity, 'min', two !== 'at least');
      at -= two === 'excess of' && words[at - 2]?.normal === 'in' ? 3 : 2;
    } else if (
      two === 'at most' ||
      two === 'up to' ||
      two === 'as many' ||
      two === 'less than' ||
      two === 'fewer than' ||
      two === 'maximum of'
    ) {
      bound(quantity, 'max', two === 'less than' || two === 'fewer than');
      at -= 2;
    } else if (two === 'many as' || two === 'high as' || two === 'much as') {
      bound(quantity, 'max', false);
      at -= words[at - 2]?.normal === 'as' ? 3 : 2;
    } else if (
      (one === 'over' || one === 'above' || one === 'exceeding') &&
      (quantity.low >= 5 || quantity.dimension !== 'count')
    ) {
      bound(quantity, 'min', true);
      at--;
    } else if (one === 'under' || one === 'below') {
      if (quantity.dimension === 'count' && one === 'under') break;
      bound(quantity, 'max', true);
      at--;
    } else if (HEDGES.has(one)) {
      quantity.approximate = true;
      if (UNDER.has(one)) quantity.low *= 0.9;
      at--;
    } else if (one === 'a' || one === 'an' || one === 'the') {
      if (words[at + 1]?.normal !== 'estimated' && words[at + 1]?.normal !== 'reported') break;
      at--;
    } else break;
  }
  if (at + 1 < quantity.first) {
    quantity.first = at + 1;
    quantity.start = (words[at + 1] as Word).start;
  }
  const after = `${words[quantity.last + 1]?.normal ?? ''} ${words[quantity.last + 2]?.normal ?? ''}`;
  if (after === 'or more') bound(quantity, 'min', false);
}

function bound(quantity: Quantity, side: 'min' | 'max', strict: boolean): void {
  quantity.bound = side;
  if (strict) quantity.strict = true;
}
