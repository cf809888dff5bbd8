import search from 'approx-string-match';
import type { Span } from '../analysis/model.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** UTF-16 code units of text that are kept on each side of a quotation, as Hypothesis keeps them. */
const CONTEXT = 32;
/** As in Hypothesis: a quotation may differ in half of its characters, in 256 at most. */
const MAX_ERRORS = 256;
/** How much of a quotation may have changed for it to be found again. */
const LEAST_QUOTE = 0.6;
/** How alike the text on one side has to be for a quotation to be known by it. */
const LEAST_CONTEXT = 0.75;
/** How alike both sides together (0..2) have to be for it to be sure: one side alone may be repeated elsewhere. */
const LEAST_SIDES = 1.1;
/** By how much the best of several places has to beat the next one, and by how much where one of its sides is not known. */
const LEAST_LEAD = { twoSides: 0.05, oneSide: 0.2 };
const HALF_KNOWN = 0.5;
/** Weights of quotation, text on each side and position, as in Hypothesis. */
const WEIGHT = { quote: 50, side: 20, position: 2 };

/** Where an annotation stands now. */
export interface Anchored extends Span {
  /** The words are the same, and no other place could be meant; otherwise the reader has to be told. */
  isSure: boolean;
}

/** Says where a span is, by its words, those around it and its position. */
export function describeSpan(text: string, { start, end }: Span): Selector[] {
  const prefix = text.slice(outside(text, Math.max(0, start - CONTEXT), 1), start);
  const suffix = text.slice(end, outside(text, Math.min(text.length, end + CONTEXT), -1));
  return [
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
    { type: 'TextPositionSelector', start: codePoints(text, start), end: codePoints(text, end) },
  ];
}

/**
 * Finds the span again in a text that may have changed since: by quotation, context and position together, like
 * Hypothesis (web.hypothes.is/blog/fuzzy-anchoring), and stricter, since the quotations here are short: what is only
 * similar, or one of several places that are as good, is given with `isSure` false.
 *
 * @returns undefined where there is no such place any more
 */
export function findSpan(text: string, selectors: Selector[]): Anchored | undefined {
  const quote = selectors.find((each): each is TextQuoteSelector => each.type === 'TextQuoteSelector');
  const position = selectors.find((each): each is TextPositionSelector => each.type === 'TextPositionSelector');
  const hint = position && codeUnits(text, position.start);
  if (!quote) return position && byPosition(text, position);
  if (quote.exact === '') return undefined;
  if (hint !== undefined && standsAt(text, quote, hint)) {
    return { start: hint, end: hint + quote.exact.length, isSure: true };
  }
  const wanted = withLineBreaksOf(text, quote);
  const exact = occurrences(text, wanted.exact).map((start) => place(text, wanted, start, 0, hint));
  return sureOf(exact) ?? best(exact) ?? similar(text, wanted, hint) ?? between(text, wanted);
}

interface Wanted {
  exact: string;
  prefix: string | undefined;
  suffix: string | undefined;
}

interface Candidate extends Span {
  errors: number;
  /** 0..1: how alike the sides are; 1 where nothing is known of one. */
  before: number;
  after: number;
  score: number;
}

function byPosition(text: string, position: TextPositionSelector): Anchored | undefined {
  const [start, end] = [codeUnits(text, position.start), codeUnits(text, position.end)];
  return start < end ? { start, end, isSure: false } : undefined;
}

function standsAt(text: string, quote: TextQuoteSelector, start: number): boolean {
  const { exact, prefix = '', suffix = '' } = quote;
  const from = start - prefix.length;
  return (
    from >= 0 &&
    text.startsWith(exact, start) &&
    text.startsWith(prefix, from) &&
    text.startsWith(suffix, start + exact.length)
  );
}

/** The one exact place that nothing else comes near to. */
function sureOf(places: Candidate[]): Anchored | undefined {
  const [first, second] = [...places].sort((a, b) => b.score - a.score);
  if (!first || !isKnown(first) || first.before + first.after < LEAST_SIDES) return undefined;
  const isHalf = Math.min(first.before, first.after) < HALF_KNOWN;
  const lead = second ? first.score - second.score : 1;
  if (lead < (isHalf ? LEAST_LEAD.oneSide : LEAST_LEAD.twoSides)) return undefined;
  return { start: first.start, end: first.end, isSure: true };
}

/** A place with almost the same words, where the text around is still known. */
function similar(text: string, wanted: Wanted, hint: number | undefined): Anchored | undefined {
  const { exact } = wanted;
  const allowed = Math.min(MAX_ERRORS, Math.floor(exact.length * (1 - LEAST_QUOTE)) || 1, exact.length);
  const found = search(text, exact, allowed).map((match) =>
    place(text, wanted, match.start, match.errors, hint, match.end),
  );
  return best(found);
}

/** Where other words stand now between the same text on both sides, which is known by standing there once. */
function between(text: string, { exact, prefix = '', suffix = '' }: Wanted): Anchored | undefined {
  const starts = prefix === '' ? [0] : occurrences(text, prefix).map((at) => at + prefix.length);
  const ends = suffix === '' ? [text.length] : occurrences(text, suffix);
  const longest = exact.length * 2 + CONTEXT;
  const gaps = starts.flatMap((start) =>
    ends.filter((end) => end > start && end - start <= longest).map((end) => ({ start, end, isSure: false })),
  );
  return gaps.length === 1 && prefix.length + suffix.length >= CONTEXT ? gaps[0] : undefined;
}

function best(places: Candidate[]): Anchored | undefined {
  const first = places.filter(isKnown).sort((a, b) => b.score - a.score)[0];
  return first && { start: first.start, end: first.end, isSure: false };
}

function isKnown({ before, after }: Candidate): boolean {
  return Math.max(before, after) >= LEAST_CONTEXT;
}

function place(
  text: string,
  { exact, prefix, suffix }: Wanted,
  start: number,
  errors: number,
  hint: number | undefined,
  end = start + exact.length,
): Candidate {
  const before = prefix === undefined ? 1 : likeEnd(text, start, prefix);
  const after = suffix === undefined ? 1 : likeStart(text, end, suffix);
  const near = hint === undefined ? 1 : 1 - Math.abs(start - hint) / Math.max(text.length, 1);
  const raw = WEIGHT.quote * (1 - errors / exact.length) + WEIGHT.side * (before + after) + WEIGHT.position * near;
  return { start, end, errors, before, after, score: raw / (WEIGHT.quote + 2 * WEIGHT.side + WEIGHT.position) };
}

/** 0..1: how alike the text before an offset is to what stood there. */
function likeEnd(text: string, offset: number, prefix: string): number {
  return alike(text.slice(Math.max(0, offset - prefix.length), offset), prefix, offset <= prefix.length);
}

function likeStart(text: string, offset: number, suffix: string): number {
  return alike(text.slice(offset, offset + suffix.length), suffix, offset + suffix.length >= text.length);
}

/** Few words are kept where the text began or ended: they tell much only where it still does. */
function alike(now: string, then: string, isEdge: boolean): number {
  const weight = isEdge ? 1 : Math.min(1, then.length / CONTEXT);
  if (now === then) return weight;
  if (now === '' || then === '') return 0;
  const errors = search(now, then, then.length)[0]?.errors ?? then.length;
  return weight * (1 - errors / then.length);
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** Git and editors change line breaks, which no reader sees. */
function withLineBreaksOf(text: string, { exact, prefix, suffix }: TextQuoteSelector): Wanted {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const convert = (part: string) => part.replace(/\r?\n/g, lineBreak);
  return { exact: convert(exact), prefix: prefix && convert(prefix), suffix: suffix && convert(suffix) };
}

/** An offset moved so that it cuts no surrogate pair. */
function outside(text: string, offset: number, step: 1 | -1): number {
  const isInside = isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
  return isInside ? offset + step : offset;
}

/** How many code points there are before an offset in UTF-16 code units. */
export function codePoints(text: string, offset: number): number {
  let pairs = 0;
  for (let i = 1; i < offset; i++) if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) pairs++;
  return offset - pairs;
}

/** Whether texts have a surrogate pair, by the text; most have none, and then code points are code units. */
const withPairs = new Map<string, boolean>();
const MOST_TEXTS = 64;

function hasPairs(text: string): boolean {
  let known = withPairs.get(text);
  if (known === undefined) {
    if (withPairs.size >= MOST_TEXTS) withPairs.clear();
    known = /[\ud800-\udbff]/.test(text);
    withPairs.set(text, known);
  }
  return known;
}

/** The offset in UTF-16 code units after some code points, at most the length of the text. */
export function codeUnits(text: string, points: number): number {
  if (!hasPairs(text)) return Math.min(points, text.length);
  let offset = 0;
  for (let left = points; left > 0 && offset < text.length; left--) {
    offset += isHigh(text.charCodeAt(offset)) && isLow(text.charCodeAt(offset + 1)) ? 2 : 1;
  }
  return offset;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
