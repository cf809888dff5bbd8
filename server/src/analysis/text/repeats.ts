import type { Line } from './lines.ts';

/** Shorter lines repeat words of a text by chance; longer ones are paragraphs. */
const WORDS = { least: 4, most: 40 };
/** More pull quotes than this no text has; it bounds the search. */
const MOST_CANDIDATES = 20;

/** Of the given lines, those whose words stand a second time in the text. */
export function findRepeats<T extends Line>(text: string, lines: T[]): T[] {
  const candidates = lines.filter(({ words }) => words >= WORDS.least && words <= WORDS.most).slice(0, MOST_CANDIDATES);
  if (candidates.length === 0) return [];
  const lower = text.toLowerCase();
  const likely = candidates.filter((line) => isTwiceIn(lower, longestWord(line.text.toLowerCase())));
  if (likely.length === 0) return [];
  const all = ` ${wordsOf(text)} `;
  return likely.filter((line) => isTwiceIn(all, ` ${wordsOf(line.text)} `));
}

function isTwiceIn(text: string, wanted: string): boolean {
  return text.indexOf(wanted, text.indexOf(wanted) + 1) >= 0;
}

/** The longest run of plain letters: a line without a second one of it needs no closer look. */
function longestWord(lower: string): string {
  const words = lower.match(/[a-z]+/g) ?? [''];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}

/** The words of a text without punctuation and case, for comparing. */
export function wordsOf(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
