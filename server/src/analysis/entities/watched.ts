import type { Entity, EntityMention, EntityType, SourceAnalysis, Span, WatchedEntity } from '../model.ts';
import { isGivenName } from './gazetteer.ts';
import { nameKey } from './names.ts';

/** What an entity that a reader follows is: what he says, else what the sources have its names for. */
export function typeOfWatched({ type, name, aliases }: WatchedEntity, types: Map<string, EntityType>): EntityType {
  if (type) return type;
  const known = [name, ...aliases].map((each) => types.get(nameKey(each))).find((found) => found !== undefined);
  return known ?? (isGivenName(nameKey(name).split(' ')[0] as string) ? 'person' : 'organization');
}

/** Says of the entities that they are followed, and adds the mentions that the sources' own reading has missed. */
export function addWatched(watched: Map<Entity, WatchedEntity>, entities: Entity[], sources: SourceAnalysis[]): void {
  if (watched.size === 0) return;
  for (const [entity, { note, externalId }] of watched) {
    entity.watched = { ...(note ? { note } : {}), ...(externalId ? { externalId } : {}) };
  }
  const names = namesOfOne(watched);
  const found = sources.map((source) => ({ source, places: placesIn(source, [...names.keys()]) }));
  const named = namesIn(
    new Set(found.flatMap(({ source, places }) => (places.length > 0 ? source.path : []))),
    entities,
  );
  for (const { source, places } of found) {
    for (const { name, start, end } of places) {
      addMention(names.get(name) as Entity, source, { start, end }, named.get(source.path) ?? []);
    }
  }
}

interface Named {
  entity: Entity;
  mention: EntityMention;
}

/** The names in some sources with the entities that have them. */
function namesIn(paths: ReadonlySet<string>, entities: Entity[]): Map<string, Named[]> {
  const named = new Map([...paths].map((path): [string, Named[]] => [path, []]));
  for (const entity of entities) {
    for (const mention of entity.mentions)
      if (mention.kind === 'name') named.get(mention.path)?.push({ entity, mention });
  }
  return named;
}

/** The names that belong to one followed entity only, the longest first. */
function namesOfOne(watched: Map<Entity, WatchedEntity>): Map<string, Entity> {
  const holders = new Map<string, Set<Entity>>();
  for (const [entity, { name, aliases }] of watched) {
    for (const each of [name, ...aliases]) holders.set(each, (holders.get(each) ?? new Set()).add(entity));
  }
  const single = [...holders].flatMap(([name, [only, other]]): [string, Entity][] =>
    only && !other ? [[name, only]] : [],
  );
  return new Map(single.sort(([a], [b]) => b.length - a.length));
}

interface Place extends Span {
  name: string;
}

/** A folder is compared anew whenever something changes, and most sources stay as they were. */
const remembered = new WeakMap<SourceAnalysis, { names: string; places: Place[] }>();

function placesIn(source: SourceAnalysis, names: string[]): Place[] {
  const key = names.join('\n');
  const known = remembered.get(source);
  if (known?.names === key) return known.places;
  const { text } = source.read;
  const places = names.flatMap((name) => placesOf(name, text));
  remembered.set(source, { names: key, places });
  return places;
}

/** Where a name stands as words of their own. */
function placesOf(name: string, text: string): Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length;
    if (!isWordAt(text, start - 1) && !isWordAt(text, end)) places.push({ name, start, end });
  }
  return places;
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

/** A name inside a longer one is that one's; parts of the name that were taken for names of others are not. */
function addMention(entity: Entity, { path, read }: SourceAnalysis, span: Span, named: Named[]): void {
  const here = named.filter(({ mention }) => mention.start < span.end && span.start < mention.end);
  if (!here.every(({ mention }) => isPart(mention, span))) return;
  for (const { entity: holder, mention } of here) {
    holder.mentions.splice(holder.mentions.indexOf(mention), 1);
    named.splice(
      named.findIndex((each) => each.mention === mention),
      1,
    );
  }
  const text = read.text.slice(span.start, span.end);
  const mention: EntityMention = { path, ...span, text, kind: 'name', evidence: 'on your watch list' };
  entity.mentions.push(mention);
  named.push({ entity, mention });
  if (!entity.aliases.includes(text)) entity.aliases.push(text);
}

function isPart(part: Span, whole: Span): boolean {
  return whole.start <= part.start && part.end <= whole.end && part.end - part.start < whole.end - whole.start;
}
