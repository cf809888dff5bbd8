import { NUMBER_WORDS, ordinal, VAGUE } from '../lexicon/numbers.ts';
import { CURRENCY, CURRENCY_CODES, CURRENCY_NOUNS, isLongScale, SCALES, scaleOf, UNITS } from './units.ts';
import type { Word } from './words.ts';

/** One number as it stands, without its unit. */
export interface Figure {
  value: number;
  last: number;
  digits: string;
  currency?: string;
  parts?: number[];
  vague?: [number, number];
  /** Written as minutes and seconds, or with hours. */
  seconds?: boolean;
}

const FRACTIONS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };

/** "one and a half", "six and a half million", "4½", "half an hour", "half a million", "half a dozen" (the unit follows or is taken). */
export function readHalf(words: Word[], i: number): Figure | undefined {
  const at = (k: number) => words[i + k]?.normal ?? '';
  if (at(0) === 'half') return readHalfOf(words, i);
  const part = readPartOfScale(words, i);
  if (part) return part;
  const whole =
    at(0) === 'a' || at(0) === 'an'
      ? undefined
      : (NUMBER_WORDS.get(at(0)) ?? (/^\d{1,3}$/.test(at(0)) ? Number(at(0)) : undefined));
  if (whole === undefined) return undefined;
  const fraction = FRACTIONS[at(1)];
  if (fraction !== undefined && /^\d/.test(at(0))) return scaled(words, whole + fraction, i + 1);
  let k = i + 1;
  for (const part of ['and', 'a']) {
    if (words[k]?.text === '-') k++;
    if (words[k]?.normal !== part) return undefined;
    k++;
  }
  if (words[k]?.text === '-') k++;
  const last = words[k]?.normal;
  if (last !== 'half' && last !== 'quarter') return undefined;
  return scaled(words, whole + (last === 'half' ? 0.5 : 0.25), k);
}

/** A figure with the scale word after it. */
function scaled(words: Word[], value: number, last: number): Figure {
  const next = words[last + 1];
  const scale = isLongScale(next) ? (SCALES[next?.normal ?? ''] ?? 1) : 1;
  return { value: value * scale, digits: '', last: scale > 1 ? last + 1 : last };
}

function readHalfOf(words: Word[], i: number): Figure | undefined {
  const at = (k: number) => words[i + k]?.normal ?? '';
  const link = at(1) === 'a' || at(1) === 'an' || at(1) === '-';
  if (!link) return undefined;
  if (at(2) === 'dozen') return { value: 6, digits: '', last: i + 2, vague: [5.5, 6.5] };
  if (isLongScale(words[i + 2])) return { value: (SCALES[at(2)] ?? 1) / 2, digits: '', last: i + 2 };
  return UNITS[at(2)] ? { value: 0.5, digits: '', last: at(1) === '-' ? i : i + 1 } : undefined;
}

/** "a quarter of a million" */
function readPartOfScale(words: Word[], i: number): Figure | undefined {
  const at = (k: number) => words[i + k]?.normal ?? '';
  const many = at(0) === 'a' ? 1 : NUMBER_WORDS.get(at(0));
  const skip = at(1) === '-' ? 2 : 1;
  if (many === undefined || !/^quarters?$/.test(at(skip))) return undefined;
  if (at(skip + 1) !== 'of' || at(skip + 2) !== 'a' || !isLongScale(words[i + skip + 3])) return undefined;
  return { value: ((SCALES[at(skip + 3)] ?? 1) * many) / 4, digits: '', last: i + skip + 3 };
}

const GLUED =
  /^([$€£p]|[A-Z]{2,3}|Rs\.?)?(\d[\d,]*(?:\.\d+)?)(k|m|mm|mn|mln|million|b|bn|bln|billion|trillion|tn)?\.?$/i;

/** One number: digits or words, with its scale word, or both glued together ("$1.39bn", "p74million", "EUR18m"). */
export function readFigure(words: Word[], i: number): Figure | undefined {
  const word = words[i];
  if (!word) return undefined;
  if (!/\d/.test(word.text)) return readNumberWords(words, i);
  const glued = GLUED.exec(word.text);
  if (glued) {
    const [, mark, digits = '', scale] = glued;
    const currency = mark === undefined ? undefined : currencyOf(mark, scale !== undefined);
    if (mark !== undefined && currency === undefined) return undefined;
    const whole = readGroups(words, i, digits);
    const { factor, last } = scale
      ? { factor: scaleOf(scale) ?? 1, last: i }
      : readScale(words, whole.last, currency !== undefined);
    return { value: whole.value * factor, digits, last, ...(currency ? { currency } : {}) };
  }
  return readTimed(words, i) ?? readParts(word, i) ?? readNumberWords(words, i);
}

function currencyOf(mark: string, isScaled: boolean): string | undefined {
  if (mark === 'p') return isScaled ? 'GBP' : undefined;
  return CURRENCY[mark] ?? (/^[A-Z]/.test(mark) ? CURRENCY_CODES[mark.toLowerCase()] : undefined);
}

/** "20 000", "1 200 000", and "20.000" where things are counted: groups of three digits. */
function readGroups(words: Word[], i: number, digits: string): { value: number; last: number } {
  let last = i;
  let all = digits.replace(/,/g, '');
  if (/^[1-9]\d{0,2}$/.test(all)) {
    for (let next = words[last + 1]; next && !next.joined && /^\d{3}$/.test(next.text); next = words[last + 1]) {
      all += next.text;
      last++;
    }
  }
  const next = words[i + 1];
  const isCounted = next?.tag === 'NOUN' && next.facts.singular !== next.normal && UNITS[next.normal] === undefined;
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(all) && isCounted) all = all.replace(/\./g, '');
  return { value: Number(all), last };
}

/** The scale word after digits: "1.39 billion", "5-million", "18m". */
function readScale(words: Word[], i: number, isMoney: boolean): { factor: number; last: number } {
  const hyphen = words[i + 1]?.text === '-' ? 1 : 0;
  const next = words[i + 1 + hyphen];
  const scale = next && scaleOf(next.normal);
  const none = { factor: 1, last: i };
  if (!next || scale === undefined || (hyphen === 1 && !isLongScale(next) && !next.joined)) return none;
  const name = next.normal.replace(/\.$/, '');
  const money = isMoney || isMoneyBefore(words, i) || CURRENCY_NOUNS[words[i + 2 + hyphen]?.normal ?? ''] !== undefined;
  // "$5.4B", but "48 B 52s"
  if (name === 'b' && !(money && (next.joined || next.text === 'B'))) return none;
  // "18m euros", "1.2m people", but "100m"
  if (name === 'm' && !money && !isCountedNext(words, i + 1)) return none;
  return name.length > 2 || next.joined || money || name === 'bn' || name === 'mm'
    ? { factor: scale, last: i + 1 + hyphen }
    : none;
}

function isCountedNext(words: Word[], i: number): boolean {
  const noun = words[i + 1];
  return noun?.tag === 'NOUN' && noun.facts.singular !== noun.normal && noun.normal !== 'hurdles';
}

/** "7:42" left on the clock, "2:03:59" as a runner's time. */
function readTimed(words: Word[], i: number): Figure | undefined {
  const text = words[i]?.text ?? '';
  const [, first, second, third] = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  const isLeft = /^(?:left|remaining|to)$/.test(words[i + 1]?.normal ?? '');
  if (third === undefined && !isLeft) return undefined;
  const minutes = Number(first) * 60 + Number(second);
  const value = third === undefined ? minutes : minutes * 60 + Number(third);
  return { value, digits: text, last: i, seconds: true };
}

/** "45-7-2", "3:0": what was won and lost. */
function readParts({ text }: Word, i: number): Figure | undefined {
  const isScore = /^\d+(?:-\d+){1,3}$/.test(text) || /^\d:\d$/.test(text);
  if (!isScore) return undefined;
  const parts = text.split(/[-:]/).map(Number);
  return { value: parts[0] ?? 0, digits: text, last: i, parts };
}

const isMoneyBefore = (words: Word[], i: number) =>
  CURRENCY[words[i - 1]?.text ?? ''] !== undefined ||
  CURRENCY_CODES[words[i - 1]?.normal ?? ''] !== undefined ||
  /^(?:US|C|A|HK|NZ)[$]$/.test(words[i - 1]?.text ?? '') ||
  CURRENCY_NOUNS[words[i - 1]?.normal ?? ''] !== undefined;

/** Numbers in words ("twenty-three", "two hundred and fifty", "a million", "dozens of", "a couple of"). */
function readNumberWords(words: Word[], i: number): Figure | undefined {
  const word = words[i] as Word;
  const next = words[i + 1];
  if (VAGUE[word.normal]) return readVague(words, i, i, VAGUE[word.normal] as [number, number]);
  if ((word.normal === 'a' || word.normal === 'an') && next) return readArticle(words, i, next);
  const first = NUMBER_WORDS.get(word.normal);
  if (first === undefined) return undefined;
  if (word.normal === 'one' && !isCounting(words, i)) return undefined;
  let value = first;
  let at = i;
  const ones = NUMBER_WORDS.get(words[at + 2]?.normal ?? '') ?? 99;
  if (first >= 20 && words[at + 1]?.text === '-' && ones < 10) {
    value += ones;
    at += 2;
  }
  // "twenty-first"
  if (at === i && words[at + 1]?.text === '-' && ordinal(words[at + 2]?.normal ?? '') !== undefined) return undefined;
  if (words[at + 1]?.normal === 'dozen') return { value: value * 12, digits: '', last: at + 1 };
  return readScaled(words, at, value);
}

/** "hundred thousand", "hundred and twenty", "thousand five hundred" after a number in words. */
function readScaled(words: Word[], from: number, first: number): Figure {
  let [value, at, least] = [first, from, Number.POSITIVE_INFINITY];
  for (;;) {
    const hyphen = words[at + 1]?.text === '-' ? 1 : 0;
    const next = words[at + 1 + hyphen];
    if (!isLongScale(next)) break;
    least = SCALES[next?.normal ?? ''] ?? 1;
    value *= least;
    at += 1 + hyphen;
  }
  const and = words[at + 1]?.normal === 'and' ? 1 : 0;
  const more = NUMBER_WORDS.get(words[at + 1 + and]?.normal ?? '');
  if (more === undefined || least === Number.POSITIVE_INFINITY) return { value, digits: '', last: at };
  const rest = readNumberWords(words, at + 1 + and);
  if (!rest || rest.value >= least) return { value, digits: '', last: at };
  return { value: value + rest.value, digits: '', last: rest.last };
}

/** "dozens of", "tens of thousands of": a number that nobody counted. */
function readVague(words: Word[], i: number, at: number, [low, high]: [number, number]): Figure {
  const of = words[at + 1]?.normal === 'of';
  const many = SCALES[(of ? (words[at + 2]?.normal ?? '') : '').replace(/s$/, '')];
  const plain = { value: low, digits: '', last: of ? at + 1 : at, vague: [low, high] as [number, number] };
  if (many === undefined || many < 1000 || at !== i) return plain;
  const last = words[at + 3]?.normal === 'of' ? at + 3 : at + 2;
  return { value: low * many, digits: '', last, vague: [low * many, Math.min(high, low * 10) * many] };
}

/** "a hundred thousand", "a day later", "a year and a half", "a couple of". */
function readArticle(words: Word[], at: number, next: Word): Figure | undefined {
  if (isLongScale(next)) return readScaled(words, at, 1);
  const isOneThen =
    /^(?:day|week|month|year|hour)$/.test(next.normal) &&
    /^(?:after|before|later|earlier)$/.test(words[at + 2]?.normal ?? '');
  if (isOneThen) return { value: 1, digits: '', last: at };
  const rest = [2, 3, 4].map((k) => words[at + k]?.normal).join(' ');
  if (UNITS[next.normal] && rest === 'and a half') return { value: 1.5, digits: '', last: at };
  if (isOneUnit(words, at)) return { value: 1, digits: '', last: /^(?:full|whole)$/.test(next.normal) ? at + 1 : at };
  const few = VAGUE[`a ${next.normal}`];
  return few && readVague(words, at, at + 1, few);
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
      (next.normal === 'or' && words[i + 2]?.normal === 'two') ||
      SCALES[next.normal] !== undefined)
  );
}
