import type { Entity, SourceAnalysis, Span, Token, Unexplained } from '../model.ts';
import { isNoName } from './acronyms.ts';
import { isWord } from './gazetteer.ts';
import { nameKey } from './names.ts';
import { placeSize } from './places.ts';
import { findRolesOfCountries, fits, parseRole, type RolePhrase } from './references.ts';
import { readForm } from './same.ts';
import { isCapitalized, isWordToken, startsClause } from './vocabulary.ts';
import { BIT, wordInfo } from './words.ts';

/** Adds the mentions that only the other sources explain: names that a source's own text does not show to be any, and roles. */
export function addFromElsewhere(entities: Entity[], sources: SourceAnalysis[]): void {
  addKnownElsewhere(entities, sources);
  addRoles(entities, sources);
}

/** What linking asks of a source's tokens. */
export function readUnexplained(source: SourceAnalysis): Unexplained {
  return { names: readRuns(source), roles: unresolvedRoles(source) };
}

const remembered = new WeakMap<SourceAnalysis, Unexplained>();

function unexplainedIn(source: SourceAnalysis): Unexplained {
  if (source.unexplained) return source.unexplained;
  const known = remembered.get(source) ?? readUnexplained(source);
  remembered.set(source, known);
  return known;
}

/** Names that a source has untagged and that other sources know for certain. */
function addKnownElsewhere(entities: Entity[], sources: SourceAnalysis[]): void {
  const names = knownNames(entities);
  for (const source of sources) {
    const runs = unexplainedIn(source).names;
    const taken = new Set<number>();
    const found = [...runs.keys()].filter((key) => names.get(key)).sort((a, b) => b.length - a.length);
    for (const key of found) {
      const entity = names.get(key) as Entity;
      for (const { start, end } of runs.get(key) as Span[]) {
        if (overlaps(taken, start, end)) continue;
        const span = { start, end };
        if (key.includes(' ') && !replacesParts(entities, entity, source.path, span)) continue;
        const evidence = `named so in other sources: ${entity.name}`;
        entity.mentions.push({
          path: source.path,
          start,
          end,
          text: source.read.text.slice(start, end),
          kind: 'name',
          evidence,
        });
      }
    }
  }
}

/** "The Ukrainian president" in a source that does not name him, where the other sources know of one only. */
function addRoles(entities: Entity[], sources: SourceAnalysis[]): void {
  const holders = entities
    .filter(({ type, roles }) => type === 'person' && roles.length > 0)
    .map((entity) => ({ entity, roles: entity.roles.map(parseRole) }));
  for (const source of sources) {
    for (const { start, end, role: wanted } of unexplainedIn(source).roles) {
      const fitting = holders.filter(({ roles }) =>
        roles.some((own) => own.country === wanted.country && fits(own, wanted)),
      );
      const [only] = fitting;
      if (fitting.length !== 1 || !only) continue;
      const evidence = `role of ${only.entity.name} in other sources`;
      only.entity.mentions.push({
        path: source.path,
        start,
        end,
        text: source.read.text.slice(start, end),
        kind: 'role',
        evidence,
      });
    }
  }
}

function unresolvedRoles({ read, entities }: SourceAnalysis): RolePhrase[] {
  const taken = entities.flatMap(({ type, mentions }) => (type === 'norp' ? [] : mentions));
  return findRolesOfCountries(read).filter(
    ({ start, end }) => !taken.some((m) => m.start < end && start < m.end && m.kind === 'role'),
  );
}

/**
 * A name that another source knows whole replaces the parts of it that this one has, unless it is named only
 * once and may be badly cut there; false then.
 */
function replacesParts(entities: Entity[], whole: Entity, path: string, { start, end }: Span): boolean {
  const isInside = (m: Entity['mentions'][number]) => m.path === path && start <= m.start && m.end <= end;
  const holders = entities.filter(({ type, mentions }) => type !== 'norp' && mentions.some(isInside));
  const isOften = whole.type === 'person' || whole.mentions.length >= LEAST_MENTIONS;
  if (holders.length > 0 && !isOften) return false;
  for (const holder of holders) holder.mentions = holder.mentions.filter((m) => !isInside(m) || m.kind !== 'name');
  return true;
}

/** Marks the places of a span as taken; whether one of them was before. */
function overlaps(taken: Set<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken.has(at)) return true;
  for (let at = start; at < end; at++) taken.add(at);
  return false;
}

/** Every name that stands for one entity of the folder only, and the parts of people's names. */
function knownNames(entities: Entity[]): Map<string, Entity | undefined> {
  const names = new Map<string, Entity | undefined>();
  const add = (key: string, entity: Entity) => {
    const before = names.get(key);
    names.set(key, names.has(key) && before !== entity ? undefined : entity);
  };
  for (const entity of entities) {
    const { type, aliases, mentions } = entity;
    if (type !== 'person' && type !== 'organization' && type !== 'place') continue;
    const often = mentions.length >= LEAST_MENTIONS;
    for (const alias of aliases) if (alias.includes(' ') ? isWholeName(alias) : often) add(nameKey(alias), entity);
    if (!often) continue;
    const form = readForm(type, nameKey(entity.name));
    for (const word of type === 'person' && form.words.length > 1 ? form.words : []) {
      if (word.length > 2 && !isWord(word)) add(word, entity);
    }
  }
  return names;
}

const LEAST_MENTIONS = 2;

/** Whether a name of several words neither begins nor ends with a title, as what is badly cut or none does ("Alaska Gov."). */
function isWholeName(alias: string): boolean {
  const words = nameKey(alias).split(' ');
  const isTitle = (word: string) => (wordInfo(word).classes & (BIT.title | BIT.role)) !== 0;
  return !isTitle(words[0] as string) && !isTitle(words.at(-1) as string);
}

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
