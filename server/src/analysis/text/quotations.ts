import type { Block, Quotation } from '../model.ts';

const PAIRS: [open: string, close: string][] = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ['«', '»'],
];
/** Marks around at most this many words hold a term at arm's length rather than report speech. */
const SCARE_WORDS = 2;

/** Finds what stands between quotation marks. A quotation ends with its block at the latest. */
export function findQuotations(text: string, blocks: Block[]): Quotation[] {
  return blocks.flatMap((block) => findInBlock(text, block));
}

function findInBlock(text: string, block: Block): Quotation[] {
  const found: Quotation[] = [];
  for (let i = block.start; i < block.end; i++) {
    const close = PAIRS.find(([open]) => open === text[i])?.[1];
    if (close === undefined || isApostrophe(text, i)) continue;
    const end = closingMark(text, i + 1, block.end, close);
    if (end > i + 1) found.push({ start: i + 1, end, scare: isScare(text.slice(i + 1, end)) });
    i = end;
  }
  return found;
}

/** The index of the closing mark, or the end of the block where a speaker's paragraph goes on without one. */
function closingMark(text: string, from: number, limit: number, close: string): number {
  for (let i = from; i < limit; i++) {
    if (text[i] === close && !(close === '’' && isApostrophe(text, i))) return i;
  }
  return limit;
}

/** A single mark between letters ("Putin’s") is an apostrophe. */
function isApostrophe(text: string, i: number): boolean {
  return (text[i] === '’' || text[i] === '‘') && isLetter(text[i - 1]) && isLetter(text[i + 1]);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

function isScare(inside: string): boolean {
  return inside.trim().split(/\s+/).length <= SCARE_WORDS;
}
