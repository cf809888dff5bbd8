import type { Range } from 'vscode-languageserver-protocol';
import type { StatementItem } from '../../../server/src/protocol.ts';

/** UTF-16 code units, end exclusive. */
type Span = [start: number, end: number];

/** Words that by themselves make no difference. */
const empty = new Set(['a', 'an', 'the', 'and', 'of']);

/**
 * What tells wordings apart: in each, the runs of words that are in none of the others. Case and order do not count, nor does
 * punctuation around words: two lists of the same names say the same.
 *
 * @returns for each text the spans of its own words
 */
export function differences(texts: string[]): Span[][] {
  const words = texts.map(wordsOf);
  return words.map((own, index) => {
    const others = words.filter((_, other) => other !== index).map(countsOf);
    const isShared = own.map(({ text }) => {
      // Each word of another is matched once, so that a repeated one stands out; all are counted, hence no short cut.
      return others.map((counts) => take(counts, text)).some(Boolean);
    });
    return runs(own, isShared);
  });
}

/** The same for the disputed words of statements, as ranges in their sources. Those over a line break are left out. */
export function differingRanges(statements: StatementItem[]): Range[][] {
  const found = differences(statements.map(({ focusText }) => focusText));
  return statements.map(({ focus }, index) => {
    if (focus.start.line !== focus.end.line) return [];
    const { line, character } = focus.start;
    return (found[index] ?? []).map(([start, end]) => ({
      start: { line, character: character + start },
      end: { line, character: character + end },
    }));
  });
}

interface Word {
  text: string;
  span: Span;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[.,’'-][\p{L}\p{N}\p{M}]+)*|[$€£¥%]/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    span: [match.index, match.index + match[0].length],
  }));
}

function countsOf(words: Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, text: string): boolean {
  const left = counts.get(text) ?? 0;
  counts.set(text, left - 1);
  return left > 0;
}

function runs(words: Word[], isShared: boolean[]): Span[] {
  const found: Word[][] = [];
  for (const [index, word] of words.entries()) {
    if (isShared[index]) continue;
    const isNext = index > 0 && !isShared[index - 1];
    if (isNext) found.at(-1)?.push(word);
    else found.push([word]);
  }
  return found
    .filter((run) => run.some(({ text }) => !empty.has(text)))
    .map((run) => [(run[0] as Word).span[0], (run.at(-1) as Word).span[1]]);
}
