import { dictionary } from '../dictionary.ts';
import type { Block, Quotation } from '../model.ts';
import { isPostFrame } from './posts.ts';

/** Opening marks with what closes them; straight marks open and close alike and are told apart by what is beside them. */
const CLOSING: Record<string, string> = dictionary({ '“': '”"', '"': '"”', '„': '“”', '«': '»', '‘': '’', "'": "'’" });
const OPENING = new Set(Object.keys(CLOSING).map((mark) => mark.charCodeAt(0)));
/** Marks around at most this many words hold a term at arm's length rather than report speech. */
const SCARE_WORDS = 2;
/** No quotation is longer inside one paragraph; it bounds the search for a mark that is missing. */
const LONGEST = 5000;
/** After a first closing mark, that of the outer of two nested quotations is looked for in this many characters. */
const NESTED = 300;

/**
 * Finds what stands between quotation marks, and embedded posts, in text order. A quotation ends with its block at the
 * latest: where speech goes on over several paragraphs, each is a quotation. One inside another is part of it.
 */
export function findQuotations(text: string, blocks: Block[]): Quotation[] {
  return blocks.flatMap((block, i) => {
    const between = findBetweenMarks(text, block, blocks[i + 1]);
    return between.length === 0 && isQuotedWhole(text, blocks, i) ? [wholeBlock(text, block)] : between;
  });
}

/** The text of an embedded post, or a line that is marked as a quotation with ">". */
function isQuotedWhole(text: string, blocks: Block[], i: number): boolean {
  const content = (block: Block | undefined): string => (block ? text.slice(block.start, block.end) : '');
  const block = blocks[i];
  if (block?.kind !== 'post') return /^>\s?\S/.test(content(block).slice(0, 3));
  const isAuthor = content(blocks[i + 1]).startsWith('@');
  return !isAuthor && !isPostFrame(content(block));
}

function wholeBlock(text: string, { start, end }: Block): Quotation {
  const mark = /^>\s*/.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
  return { start: start + mark, end, scare: false };
}

function findBetweenMarks(text: string, block: Block, next: Block | undefined): Quotation[] {
  const found: Quotation[] = [];
  // Up to where a mark was looked for in vain; looking again would make a text of opening marks slow.
  const barren: Record<string, number> = {};
  for (let i = block.start; i < block.end; i++) {
    const code = text.charCodeAt(i);
    // a space, a letter, a digit
    if (code < 34 || (code > 39 && code < 171) || !OPENING.has(code)) continue;
    const mark = text[i] as string;
    if (i < (barren[mark] ?? 0) || !opens(text, i, block)) continue;
    const end = closingMark(text, i, block) ?? openEnd(text, i, block, next);
    if (end === undefined) {
      barren[mark] = i + LONGEST;
      continue;
    }
    if (end > i + 1) found.push({ start: i + 1, end, scare: isScare(text, i + 1, end) });
    i = end;
  }
  return found;
}

/** A mark opens when something follows it and no word goes on before it; so apostrophes and inches do not. */
function opens(text: string, i: number, block: Block): boolean {
  const before = i > block.start ? text[i - 1] : undefined;
  const after = i + 1 < block.end ? text[i + 1] : undefined;
  if (after === undefined || /[\s,.;:!?)]/.test(after)) return text[i] === '“' && after !== undefined;
  if (text[i] === '“' || text[i] === '„' || text[i] === '«') return true;
  return before === undefined || /[\s([{—–\-/“"‘'>]/.test(before);
}

function closingMark(text: string, open: number, block: Block): number | undefined {
  const limit = Math.min(block.end, open + LONGEST);
  const mark = text[open] as string;
  return mark === '‘' || mark === "'" ? closingSingle(text, open, limit) : closingDouble(text, open, limit);
}

/** Curly marks of one kind may be nested; the outermost pair counts, or the first closing mark where they do not add up. */
function closingDouble(text: string, open: number, limit: number): number | undefined {
  const mark = text[open] as string;
  const closing = CLOSING[mark] as string;
  let depth = 1;
  let first: number | undefined;
  for (let i = open + 1; i < Math.min(limit, (first ?? limit) + NESTED); i++) {
    const character = text[i] as string;
    if (closing.includes(character) && !isInch(text, i, limit)) {
      first ??= i;
      if (mark !== '“' || character === '"' || --depth === 0) return i;
    } else if (character === mark) depth++;
  }
  return first;
}

/** A straight mark after a digit is an inch mark when the next mark closes too. */
function isInch(text: string, i: number, limit: number): boolean {
  if (text[i] !== '"' || !/\d/.test(text[i - 1] ?? '')) return false;
  const next = text.slice(i + 1, Math.min(limit, i + 200)).indexOf('"');
  return next > 0 && !/\s/.test(text[i + next] ?? ' ') && !isWord(text[i + next + 2]);
}

/** Single marks are apostrophes as well: inside a word, and after a plural's "s" when a surer closing mark follows. */
function closingSingle(text: string, open: number, limit: number): number | undefined {
  const closing = CLOSING[text[open] as string] as string;
  let possessive: number | undefined;
  for (let i = open + 1; i < limit; i++) {
    const character = text[i] as string;
    if (character === '‘') break;
    if (!closing.includes(character) || isWord(text[i + 1])) continue;
    if (text[i - 1] !== 's' || !/^\s\p{Ll}/u.test(text.slice(i + 1, i + 3))) return i;
    possessive ??= i;
  }
  return possessive;
}

/** Where a quotation without a closing mark ends: with its paragraph, when the next one opens with the mark again. */
function openEnd(text: string, open: number, block: Block, next: Block | undefined): number | undefined {
  const mark = text[open] as string;
  const goesOn = next !== undefined && text[next.start] === mark;
  return goesOn || (mark === '“' && block.end - open <= LONGEST) ? block.end : undefined;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** A word or two, and neither exclaimed, asked nor followed by who said it. */
function isScare(text: string, start: number, end: number): boolean {
  if (end - start > 80) return false;
  const inside = text.slice(start, end).trim();
  if (inside.split(/\s+/).length > SCARE_WORDS || /[!?]$/.test(inside)) return false;
  return !(inside.endsWith(',') && /^\s\p{L}/u.test(text.slice(end + 1, end + 3)));
}
