import type { SourceAnalysis, Span, Token } from '../model.ts';
import { isWord } from './gazetteer.ts';
import { nameKey } from './names.ts';
import { placeSize } from './places.ts';
import { isCapitalized, isWordToken, startsClause } from './vocabulary.ts';
import { BIT, wordInfo } from './words.ts';

/** Tokens of the longest name that is looked for. */
const LONGEST = 5;
const NO_NAME = BIT.dayOrMonth | BIT.norp | BIT.title | BIT.role | BIT.furniture;

/** Capitalized runs of a source that are no name of its own, but may hold one, by key. */
export type LooseRuns = ReadonlyMap<string, readonly Span[]>;

const remembered = new WeakMap<SourceAnalysis, LooseRuns>();

/** What a source writes with capitals without its being seen as a name; another source may tell that it is one. */
export function looseRunsOf(source: SourceAnalysis): LooseRuns {
  let runs = remembered.get(source);
  if (!runs) {
    runs = readRuns(source);
    remembered.set(source, runs);
  }
  return runs;
}

function readRuns({ read, entities }: SourceAnalysis): Map<string, Span[]> {
  const taken = entities
    .filter(({ type }) => type !== 'norp' && type !== 'date')
    .flatMap(({ mentions }) => mentions.filter(({ kind }) => kind === 'name'))
    .sort((a, b) => a.start - b.start);
  const runs = new Map<string, Span[]>();
  let next = 0;
  for (const { tokens } of read.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      while (next < taken.length && (taken[next]?.end ?? 0) <= token.start) next++;
      if (!isCapitalized(token) || !isWordToken(token)) continue;
      if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) >= token.start)
        addRuns(runs, read.text, tokens, i, taken, next);
    }
  }
  return runs;
}

/** Every run that starts at a token and holds something that is in no name, and no name in part. */
function addRuns(
  runs: Map<string, Span[]>,
  text: string,
  tokens: Token[],
  first: number,
  taken: Span[],
  next: number,
): void {
  const { start } = tokens[first] as Token;
  let inside = next;
  let free = false;
  for (let last = first; last < Math.min(first + LONGEST, tokens.length); last++) {
    const token = tokens[last] as Token;
    while (inside < taken.length && (taken[inside]?.end ?? 0) <= token.start) inside++;
    const own = taken[inside];
    const isTaken = own !== undefined && own.start <= token.start;
    free ||= !isTaken && isCapitalized(token);
    if (!isCapitalized(token) || !free || (isTaken && own.end > token.end)) continue;
    if (last === first && isOrdinary(tokens, first)) continue;
    const key = nameKey(text.slice(start, token.end));
    const same = runs.get(key);
    if (same) same.push({ start, end: token.end });
    else runs.set(key, [{ start, end: token.end }]);
  }
}

/** Whether a word alone can be an ordinary one in spite of its capital. */
function isOrdinary(tokens: Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  const { folded, classes } = wordInfo(text);
  if (folded.length < 3 || (classes & NO_NAME) !== 0) return true;
  const neighbor = [tokens[i - 1], tokens[i + 1]].some((t) => t && isCapitalized(t) && !startsClause(tokens, i));
  return (
    neighbor || (isWord(folded) && (startsClause(tokens, i) || text !== text.toUpperCase()) && placeSize(folded) < 8)
  );
}
