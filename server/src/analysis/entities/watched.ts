import type { EntityMention, EntityType, SourceAnalysis, Span, WatchedEntity } from '../model.ts';
import type { Cluster } from './cluster.ts';
import { isGivenName } from './gazetteer.ts';
import type { Placed } from './mentions.ts';
import { nameKey } from './names.ts';

/** What an entity that a reader follows is: what he says, else what the sources have its names for. */
export function typeOfWatched(
  { type, name, aliases }: WatchedEntity,
  typeOf: (key: string) => EntityType | undefined,
): EntityType {
  if (type) return type;
  const known = [name, ...aliases].map((each) => typeOf(nameKey(each))).find((found) => found !== undefined);
  return known ?? (isGivenName(nameKey(name).split(' ')[0] as string) ? 'person' : 'organization');
}

/** The names that belong to one followed entity only, the longest first. */
export function namesOfOne(watched: Iterable<Cluster>): Map<string, Cluster> {
  const holders = new Map<string, Set<Cluster>>();
  for (const cluster of watched) {
    const { name, aliases } = cluster.listed as WatchedEntity;
    for (const each of [name, ...aliases]) holders.set(each, (holders.get(each) ?? new Set()).add(cluster));
  }
  const single = [...holders].flatMap(([name, [only, other]]): [string, Cluster][] =>
    only && !other ? [[name, only]] : [],
  );
  return new Map(single.sort(([a], [b]) => b.length - a.length));
}

/** Adds the mentions of followed entities that a source's own reading has missed. @param names see {@link namesOfOne} */
export function addWatched(source: SourceAnalysis, placed: Placed[], names: ReadonlyMap<string, Cluster>): Placed[] {
  return [...names].reduce((before, [name, cluster]) => {
    return placesOf(name, source.read.text).reduce((all, span) => addMention(cluster, source, span, all), before);
  }, placed);
}

/** Where a name stands as words of their own. */
function placesOf(name: string, text: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length;
    if (!isWordAt(text, start - 1) && !isWordAt(text, end)) places.push({ start, end });
  }
  return places;
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

/** A name inside a longer one is that one's; parts of the name that were taken for names of others are not. */
function addMention(cluster: Cluster, { path, read }: SourceAnalysis, span: Span, placed: Placed[]): Placed[] {
  const here = placed.filter(({ mention: m }) => m.kind === 'name' && m.start < span.end && span.start < m.end);
  if (!here.every(({ mention }) => isPart(mention, span))) return placed;
  const text = read.text.slice(span.start, span.end);
  const mention: EntityMention = { path, ...span, text, kind: 'name', evidence: 'on your watch list' };
  return [...placed.filter((each) => !here.includes(each)), { cluster, mention }];
}

function isPart(part: Span, whole: Span): boolean {
  return whole.start <= part.start && part.end <= whole.end && part.end - part.start < whole.end - whole.start;
}
