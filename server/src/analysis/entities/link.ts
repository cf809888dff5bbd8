import type { Entity, EntityType, LocalEntity, SourceAnalysis } from '../model.ts';
import { fold } from './fold.ts';
import { isGivenName } from './gazetteer.ts';
import { LEGAL_FORMS } from './lexicon.ts';
import { countryOfName } from './places.ts';
import { parsePerson, samePerson, sameSound, soundKey } from './similarity.ts';

/** The entities of a folder, and which of them each source's own entities became. */
export interface LinkedEntities {
  entities: Entity[];
  /** The folder's entity for a source's own entity. */
  of: Map<LocalEntity, Entity>;
}

/** One source's entity with its path. */
interface Local {
  path: string;
  text: string;
  entity: LocalEntity;
  key: string;
}

/** Locals that are one thing. */
interface Cluster {
  type: EntityType;
  members: Local[];
}

/** Links the entities of all sources: one entity per thing. */
export function linkEntities(sources: SourceAnalysis[]): LinkedEntities {
  const locals = sources.flatMap((source) =>
    source.entities.map((entity): Local => ({ path: source.path, text: source.read.text, entity, key: keyOf(entity) })),
  );
  const types = poolTypes(locals);
  const clusters: Cluster[] = [];
  // fuller names first, so that short forms find them; the order of sources breaks ties, which keeps the result stable
  const ordered = [...locals].sort((a, b) => wordCount(b.key) - wordCount(a.key) || b.key.length - a.key.length);
  for (const local of ordered) {
    const type = types.get(local.key) ?? local.entity.type;
    const matches = clusters.filter(
      (cluster) => cluster.type === type && cluster.members.some((m) => same(type, m, local)),
    );
    const short =
      matches.length > 0
        ? matches
        : clusters.filter((c) => c.type === type && c.members.some((m) => isShortOf(type, local.key, m.key)));
    if (short.length === 1 || (matches.length > 1 && matches[0])) (short[0] as Cluster).members.push(local);
    else clusters.push({ type, members: [local] });
  }
  return build(clusters, sources);
}

function keyOf(entity: LocalEntity): string {
  return fold(entity.name).replace(/^the /, '').replace(/\s+/g, ' ');
}

function wordCount(key: string): number {
  return key.split(' ').length;
}

/** One name, one type: the sources vote, each with its confidence. */
function poolTypes(locals: Local[]): Map<string, EntityType> {
  const votes = new Map<string, Map<EntityType, number>>();
  for (const { key, entity } of locals) {
    const own = votes.get(key) ?? new Map<EntityType, number>();
    const weight = Math.log(entity.typeConfidence / (1.0001 - entity.typeConfidence)) + 0.1;
    own.set(entity.type, (own.get(entity.type) ?? 0) + Math.max(weight, 0.1));
    votes.set(key, own);
  }
  return new Map([...votes].map(([key, own]) => [key, [...own].sort((a, b) => b[1] - a[1])[0]?.[0] as EntityType]));
}

function same(type: EntityType, a: Local, b: Local): boolean {
  if (a.key === b.key) return true;
  if (type === 'person') {
    const [x, y] = [parsePerson(a.key), parsePerson(b.key)];
    if (samePerson(x, y)) return true;
    return x.given.length === 0 && y.given.length === 0 && sameSound(x.surname, y.surname);
  }
  if (type === 'place') {
    const country = countryOfName(a.key);
    return country !== undefined && country === countryOfName(b.key);
  }
  return stripLegal(a.key) === stripLegal(b.key) || (type === 'organization' && soundKey(a.key) === soundKey(b.key));
}

function stripLegal(key: string): string {
  const words = key.split(' ');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) as string)) words.pop();
  return words.join(' ');
}

/** Whether one name is a shorter form of another: surname, first name, start of a company's name, acronym. */
function isShortOf(type: EntityType, short: string, full: string): boolean {
  const words = full.split(' ');
  if (short.includes(' ') && type === 'person') return false;
  if (wordCount(short) >= words.length && !isAcronymOf(short, words)) return false;
  if (type === 'person') {
    const { surname, given } = parsePerson(full);
    return sameSound(short, surname) || (short === given[0] && isGivenName(short));
  }
  if (type === 'organization') return isAcronymOf(short, words) || words.slice(0, wordCount(short)).join(' ') === short;
  return false;
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'in', '&', 'on']);

function isAcronymOf(short: string, words: string[]): boolean {
  const letters = short.replaceAll('.', '');
  if (letters.length < 2 || words.length < 2) return false;
  const initials = words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word[0]);
  return initials.join('') === letters || words.map((word) => word[0]).join('') === letters;
}

function build(clusters: Cluster[], sources: SourceAnalysis[]): LinkedEntities {
  const order = new Map(sources.map((source, i) => [source.path, i]));
  const of = new Map<LocalEntity, Entity>();
  const ids = new Set<string>();
  const entities = clusters.map(({ type, members }) => {
    members.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
    const aliases = [...new Set(members.flatMap((m) => m.entity.aliases))];
    const name = fullest(members);
    const entity: Entity = {
      id: uniqueId(`${type}:${fold(name)}`, ids),
      name,
      type,
      aliases,
      roles: [...new Set(members.flatMap((m) => m.entity.roles))],
      mentions: members.flatMap((m) =>
        m.entity.mentions.map((mention) => ({
          ...mention,
          path: m.path,
          text: m.text.slice(mention.start, mention.end),
        })),
      ),
    };
    for (const member of members) of.set(member.entity, entity);
    return entity;
  });
  return { entities, of };
}

/** The longest name, and of equally long ones the commonest. */
function fullest(members: Local[]): string {
  const counts = new Map<string, number>();
  for (const { entity } of members) counts.set(entity.name, (counts.get(entity.name) ?? 0) + entity.mentions.length);
  return [...counts].sort((a, b) => wordCount(b[0]) - wordCount(a[0]) || b[1] - a[1])[0]?.[0] ?? '';
}

function uniqueId(base: string, taken: Set<string>): string {
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}#${n}`;
  taken.add(id);
  return id;
}
