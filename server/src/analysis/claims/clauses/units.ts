import { dictionary } from '../../dictionary.ts';
import type { Dimension } from './quantity.ts';
import type { Word } from './words.ts';

export const CURRENCY: Record<string, string> = dictionary({
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
});
export const CURRENCY_NOUNS: Record<string, string> = dictionary({
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
  cent: 'USc',
  pesetas: 'ESP',
  lira: 'TRY',
  liras: 'TRY',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  zloty: 'PLN',
  rupiah: 'IDR',
  ringgit: 'MYR',
});
/** ISO 4217 codes and the short forms that stand before a figure. */
export const CURRENCY_CODES: Record<string, string> = dictionary({ rs: 'INR', 'rs.': 'INR', rm: 'MYR', kr: 'SEK' });
for (const code of 'eur usd gbp jpy chf cny inr rub aud cad nzd sek nok dkk pln czk huf try zar brl mxn krw sgd hkd ils ngn kes thb aed sar'.split(
  ' ',
))
  CURRENCY_CODES[code] = code.toUpperCase();
export const SCALES: Record<string, number> = dictionary({
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

/** What a scale word multiplies by, also short and with a point ("bn", "m."). @param word lower or upper case */
export const scaleOf = (word: string): number | undefined => SCALES[word.toLowerCase().replace(/\.$/, '')];

/** "hundred" or "million", not "m". */
export const isLongScale = (word: { normal: string } | undefined): boolean =>
  word !== undefined && word.normal.length > 4 && SCALES[word.normal] !== undefined;

/** Units with their dimension and their size in its base unit (metres, kilograms, seconds, square metres, bytes, km/h). */
export const UNITS: Record<string, [Dimension, number]> = dictionary();
for (const [dimension, list] of Object.entries({
  length:
    'm:1 metre:1 meter:1 km:1000 kilometre:1000 kilometer:1000 cm:.01 mm:.001 millimetre:.001 millimeter:.001 centimetre:.01 centimeter:.01 mile:1609.34 foot:.3048 ft:.3048 inch:.0254 yard:.9144 mi:1609.34',
  mass: 'kg:1 kilogram:1 kilo:1 gram:.001 tonne:1000 ton:1000 pound_mass:.4536 ounce:.02835 lb:.4536',
  duration:
    'second:1 sec:1 minute:60 min:60 hour:3600 hr:3600 yr:31557600 day:86400 night:86400 week:604800 fortnight:1209600 month:2629800 year:31557600 decade:315576000 season:31557600',
  area: 'acre:4046.86 hectare:10000',
  data: 'kb:1e3 kilobyte:1e3 mb:1e6 megabyte:1e6 gb:1e9 gig:1e9 gigabyte:1e9 tb:1e12 terabyte:1e12',
  speed: 'mph:1.609 kph:1 km/h:1 kmh:1 kmph:1 knot:1.852',
})) {
  for (const entry of list.split(' ')) {
    const [unit = '', size = '1'] = entry.split(':');
    const value: [Dimension, number] = [dimension as Dimension, Number(size)];
    for (const form of [unit, `${unit}s`, unit === 'foot' ? 'feet' : '', unit === 'inch' ? 'inches' : ''])
      if (form) UNITS[form] = value;
  }
}

export const SMALLER: Record<string, string> = dictionary({
  minute: 'second',
  min: 'sec',
  hour: 'minute',
  hr: 'min',
  year: 'month',
  foot: 'inch',
  ft: 'inch',
  pound: 'ounce',
  metre: 'centimetre',
  meter: 'centimeter',
});

/** The unit that follows a number. */
interface Unit {
  dimension: Dimension;
  name: string;
  /** What the number is multiplied by to be in the base unit of its dimension. */
  factor?: number;
  /** Index of its last word. */
  last: number;
  /** Stands before a noun with a hyphen: "30-day". */
  compound: boolean;
}

/** The unit after the number at `last`; undefined where the number counts things. */
export function unitAfter(words: Word[], { last, low }: { last: number; low: number }): Unit | undefined {
  const hyphen = words[last + 1]?.text === '-' && words[last + 1]?.joined === true;
  const at = last + (hyphen ? 2 : 1);
  const word = words[at];
  if (!word) return undefined;
  const found =
    percentAt(words, at) ??
    moneyAt(words, at) ??
    (word.normal === 'magnitude' ? { dimension: 'magnitude' as const, name: 'magnitude', last: at } : undefined) ??
    ageAt(words, at, hyphen) ??
    areaAt(words, at) ??
    speedAt(words, at) ??
    plainAt(words, at, low);
  if (found) return { ...found, compound: hyphen };
  const isNoun = word.tag === 'NOUN' || word.tag === 'ADJ';
  return hyphen && isNoun ? { dimension: 'count', name: word.lemma, last: at, compound: true } : undefined;
}

type Found = Omit<Unit, 'compound'> | undefined;

/** A unit's name without the point that an abbreviation or the end of a sentence gives it. */
const unitOf = (word: Word | undefined) => UNITS[word?.normal ?? ''] ?? UNITS[word?.normal.replace(/\.$/, '') ?? ''];

function percentAt(words: Word[], at: number): Found {
  const [one, two] = [words[at]?.normal ?? '', words[at + 1]?.normal ?? ''];
  if (/^(?:%|percent|pct|percentage)$/.test(one)) {
    if (one === 'percentage' && !/^points?$/.test(two)) return undefined;
    return { dimension: 'percent', name: '%', last: /^points?$/.test(two) ? at + 1 : at };
  }
  if (one === 'pc' && words[at]?.joined) return { dimension: 'percent', name: '%', last: at };
  return one === 'per' && two === 'cent' ? { dimension: 'percent', name: '%', last: at + 1 } : undefined;
}

/** "euros", "US dollars"; pounds that are weighed, or of something, are none. */
function moneyAt(words: Word[], at: number): Found {
  const skip =
    /^(?:us|u\.s\.?|american|canadian|australian|singapore|swiss|swedish|norwegian|danish|czech|indian|british)$/.test(
      words[at]?.normal ?? '',
    );
  const last = skip ? at + 1 : at;
  const unit = words[last]?.normal ?? '';
  const currency = CURRENCY_NOUNS[unit];
  if (!currency) return undefined;
  if (/^pounds?$/.test(unit) && isWeighed(words, last))
    return { dimension: 'mass', name: 'pound', factor: 0.4536, last };
  return { dimension: 'money', name: currency, last };
}

const isWeighed = (words: Word[], at: number) =>
  words.slice(Math.max(0, at - 5), at).some(({ normal }) => /^weigh/.test(normal)) ||
  (words[at + 1]?.normal === 'of' &&
    words[at + 2]?.tag === 'NOUN' &&
    !/^(?:damage|debt)/.test(words[at + 2]?.normal ?? ''));

const YEARS: Record<string, number> = dictionary({ year: 1, month: 1 / 12, week: 1 / 52, day: 1 / 365 });

/** "60-year-old", "3-month old", "26 years of age". */
function ageAt(words: Word[], at: number, hyphen: boolean): Found {
  const [unit = '', joined] = (words[at]?.normal ?? '').split('-');
  const years = YEARS[unit.replace(/s$/, '')];
  if (years === undefined) return undefined;
  const found = (last: number): Found => ({ dimension: 'age', name: 'year', factor: years, last });
  if (joined === 'old') return found(at);
  const dash = words[at + 1]?.text === '-' ? 1 : 0;
  if (words[at + 1 + dash]?.normal === 'old' && (hyphen || unit.startsWith('year') || dash || !/s$/.test(unit)))
    return found(at + 1 + dash);
  return words[at + 1]?.normal === 'of' && words[at + 2]?.normal === 'age' ? found(at + 2) : undefined;
}

/** "square miles", "sq km" */
function areaAt(words: Word[], at: number): Found {
  if (!/^(?:square|sq\.?)$/.test(words[at]?.normal ?? '')) return undefined;
  const side = unitOf(words[at + 1]);
  if (side?.[0] !== 'length') return undefined;
  return { dimension: 'area', name: `square ${words[at + 1]?.lemma}`, factor: side[1] ** 2, last: at + 1 };
}

/** "miles an hour", "km/h" */
function speedAt(words: Word[], at: number): Found {
  const unit = unitOf(words[at]);
  if (unit?.[0] !== 'length') return undefined;
  const [by, time] = [words[at + 1]?.normal ?? '', words[at + 2]?.normal ?? ''];
  const isHourly = (/^(?:an|per|a)$/.test(by) && time === 'hour') || (by === '/' && /^h\.?$/.test(time));
  // km/h is the base unit of speed
  return isHourly ? { dimension: 'speed', name: 'km/h', factor: unit[1] / 1000, last: at + 2 } : undefined;
}

/** One of the units in the table; short ones only where they touch their number. */
function plainAt(words: Word[], from: number, low: number): Found {
  const at =
    /^(?:metric|nautical|short|long)$/.test(words[from]?.normal ?? '') && unitOf(words[from + 1]) ? from + 1 : from;
  const word = words[at] as Word;
  const short = word.normal.replace(/\.$/, '');
  if (word.joined && (short === 'in' || short === 's')) {
    if (short === 'in') return { dimension: 'length', name: 'inch', factor: 0.0254, last: at };
    return { dimension: 'duration', name: 'second', last: at };
  }
  const known = unitOf(word);
  if (!known || short === 's' || (short === 'm' && low >= 1e6)) return undefined;
  return { dimension: known[0], name: word.lemma || word.normal, factor: known[1], last: at };
}
