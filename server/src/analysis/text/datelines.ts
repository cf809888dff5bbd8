import type { Span } from '../model.ts';
import { findDates } from './dates.ts';
import type { Line } from './lines.ts';

const FUNCTION_WORDS = new Set([
  ...[
    'of',
    'the',
    'and',
    'for',
    'in',
    'at',
    'on',
    'from',
    'edition',
    'updated',
    'published',
    'posted',
    'last',
    'modified',
  ],
  ...['am', 'pm', 'ago', 'hour', 'hours', 'minutes'],
]);

/**
 * Whether a line says where and when and no more: a date, and around it only names and words such as "updated"; or an
 * agency's name before the dash of a dateline that lost its place ("CNN —").
 */
export function isDateline({ text, words }: Line): boolean {
  if (/^[\p{Lu}\d]{2,6}\s?[–—-]{1,2}$/u.test(text)) return true;
  if (words > 16 || text.length > 160) return false;
  const rest = withoutDates(text);
  if (rest === text) return false;
  const names = rest.match(/\p{L}[\p{L}\p{M}’'.-]*/gu) ?? [];
  return (
    names.length <= 7 && names.every((word) => /^\p{Lu}/u.test(word) || FUNCTION_WORDS.has(word.replaceAll('.', '')))
  );
}

/** Datelines are looked for in this many characters. */
const HEAD = 120;
/** "KASSEL. It is drizzling". */
const STOPPED = /^(\p{Lu}{3,}(?:[ -]\p{Lu}{2,}){0,2})\.\s(?=["“‘']?\p{Lu})/u;

/**
 * Parts a dateline at the head of a paragraph from its first sentence: "SOFIA, Sept 24 (BNW) - ", "Istanbul, Turkey – ".
 * Undefined where the paragraph has none.
 */
export function splitDateline({ text, start, end }: Line): { dateline: Span; rest: Span } | undefined {
  const head = text.slice(0, HEAD);
  const dash = /\s?(?:--|[–—])\s?|\s-\s/.exec(head);
  const stopped = STOPPED.exec(head);
  let length = stopped?.[1]?.length;
  let skip = stopped?.[0].length ?? 0;
  if (dash && isPlaceAndTime(head.slice(0, dash.index))) {
    length = dash.index;
    skip = dash.index + dash[0].length;
  }
  if (length === undefined || !/^["“‘']?[\p{Lu}\d$€£]/u.test(text.slice(skip, skip + 2))) return undefined;
  return { dateline: { start, end: start + length }, rest: { start: start + skip, end } };
}

/** Places, and what tells them from a sentence's subject: a date, an agency in brackets, capitals, or town and country. */
function isPlaceAndTime(text: string): boolean {
  const place = withoutAgency(text);
  const undated = withoutDates(place);
  const parts = undated
    .split(/[,/]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0 || parts.length > 4 || !parts.every((part) => PLACE.test(part))) return false;
  const town = parts[0] ?? '';
  return place !== text || undated !== place || (town.length > 2 && town === town.toUpperCase()) || parts.length > 1;
}

/** "PARIS (Reuters)" without its brackets. */
function withoutAgency(text: string): string {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const inside = text.slice(open + 1, -1);
  const isName = open >= 0 && inside.length >= 2 && inside.length <= 40 && !inside.includes(')');
  return isName ? text.slice(0, open).trimEnd() : text;
}

const PLACE = /^\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:\p{Lu}[\p{L}\p{M}.’'-]*|de|la|al|am|an der|upon|on)){0,3}$/u;

function withoutDates(text: string): string {
  return findDates(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
