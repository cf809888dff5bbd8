import type { EntityType, SourceAnalysis, Span, Token, Unexplained } from '../model.ts';
import { isNoName } from './acronyms.ts';
import type { About } from './cluster.ts';
import { isWord } from './gazetteer.ts';
import { ROLES, TITLES } from './lexicon.ts';
import { nameKey } from './names.ts';
import { placeSize } from './places.ts';
import { findRolesOfCountries, type RolePhrase } from './references.ts';
import { readForm } from './same.ts';
import { isCapitalized, isWordToken, startsClause } from './vocabulary.ts';
import { BIT, wordInfo } from './words.ts';

/** What linking asks of a source's tokens. */
export function readUnexplained(source: SourceAnalysis): Unexplained {
  return { names: readRuns(source), roles: unresolvedRoles(source) };
}

function unresolvedRoles({ read, entities }: SourceAnalysis): RolePhrase[] {
  const taken = entities.flatMap(({ type, mentions }) => (type === 'norp' ? [] : mentions));
  return findRolesOfCountries(read).filter(
    ({ start, end }) => !taken.some((m) => m.start < end && start < m.end && m.kind === 'role'),
  );
}

/** The names that stand for an entity alone, if no other claims them: those of several words, and the parts of people's names. */
export function namesFor(type: EntityType, { name, aliases, mentions }: About): string[] {
  if (type !== 'person' && type !== 'organization' && type !== 'place') return [];
  const often = mentions >= LEAST_MENTIONS;
  const whole = aliases.filter((alias) => (alias.includes(' ') ? isWholeName(alias) : often)).map(nameKey);
  const form = often && type === 'person' ? readForm(type, nameKey(name)) : undefined;
  const parts = form && form.words.length > 1 ? form.words.filter((word) => word.length > 2 && !isWord(word)) : [];
  return [...new Set([...whole, ...parts])];
}

export const LEAST_MENTIONS = 2;

/** Whether a name of several words neither begins nor ends with a title, as what is badly cut or none does ("Alaska Gov."). */
function isWholeName(alias: string): boolean {
  const words = nameKey(alias).split(' ');
  return !isTitle(words[0] as string) && !isTitle(words.at(-1) as string);
}

const isTitle = (word: string) => TITLES.has(word) || ROLES.has(word);

/** Tokens of the longest name that is looked for. */
const LONGEST = 5;
const NO_NAME = BIT.dayOrMonth | BIT.norp | BIT.title | BIT.role | BIT.furniture;

/** Capitalized runs of a source that are no name of its own, but may hold one, by key; another source may tell that it is one. */
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
  if (folded.length < 3 || isNoName(text) || (classes & NO_NAME) !== 0) return true;
  const neighbor = [tokens[i - 1], tokens[i + 1]].some((t) => t && isCapitalized(t) && !startsClause(tokens, i));
  return (
    neighbor || (isWord(folded) && (startsClause(tokens, i) || text !== text.toUpperCase()) && placeSize(folded) < 8)
  );
}
