import type { Range } from 'vscode-languageserver-protocol';
import type { StatementItem } from '../../../server/src/protocol.ts';

/** UTF-16 code units, end exclusive. */
type Span = [start: number, end: number];

/** Comparing longer wordings word by word would take long and show little. */
const mostWords = 300;

/**
 * What tells wordings apart: in each, the runs of words that are not in all others in the same order. Case, and
 * punctuation around words, do not count.
 *
 * @returns for each text the spans of its own words; the whole text where it has nothing in common with the others
 */
export function differences(texts: string[]): Span[][] {
  const words = texts.map(wordsOf);
  return words.map((own, index) => {
    if (own.length > mostWords) return [];
    const shared = own.map(() => true);
    for (const [other, theirs] of words.entries()) {
      if (other === index || theirs.length > mostWords) continue;
      const common = commonWords(own, theirs);
      for (const [i] of shared.entries()) shared[i] &&= common.has(i);
    }
    return runs(own, shared);
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

/** The indexes of the words of `own` that are in a longest common subsequence with `theirs`. */
function commonWords(own: Word[], theirs: Word[]): Set<number> {
  const width = theirs.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] as number;
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isSame(own[i], theirs[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common = new Set<number>();
  for (let i = 0, j = 0; i < own.length && j < theirs.length; ) {
    if (isSame(own[i], theirs[j])) {
      common.add(i);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}

function isSame(a: Word | undefined, b: Word | undefined): boolean {
  return a?.text === b?.text;
}

function runs(words: Word[], shared: boolean[]): Span[] {
  const spans: Span[] = [];
  for (const [index, { span }] of words.entries()) {
    if (shared[index]) continue;
    const last = spans.at(-1);
    if (last && index > 0 && !shared[index - 1]) last[1] = span[1];
    else spans.push([...span]);
  }
  return spans;
}
