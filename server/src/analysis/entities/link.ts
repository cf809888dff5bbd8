import type { Entity, EntityType, LocalEntity, SourceAnalysis, WatchedEntity } from '../model.ts';
import { addFromElsewhere } from './elsewhere.ts';
import { type Gender, genderOf, isFamilyName, isGivenName } from './gazetteer.ts';
import { nameKey } from './names.ts';
import { isKinRole } from './namesakes.ts';
import { placeSize } from './places.ts';
import { genderOfTitle, sameRole } from './roles.ts';
import { type Form, isAcronym, isShortForm, readForm, sameThing } from './same.ts';
import { soundKey } from './similarity.ts';
import { addWatched, typeOfWatched } from './watched.ts';

/** The entities of a folder, and which of them each source's own entities became. */
export interface LinkedEntities {
  entities: Entity[];
  /** The folder's entity for a source's own entity. */
  of: Map<LocalEntity, Entity>;
}

/** One source's entity. */
interface Local {
  source: number;
  entity: LocalEntity;
  form: Form;
}

/** Locals that are one thing; the forms of their names, each once. */
interface Cluster {
  type: EntityType;
  members: Local[];
  forms: Map<string, Form>;
  /** The entry of the reader's watch list that it is, and its names as names are compared. */
  watched?: { entity: WatchedEntity; keys: Set<string> };
}

/**
 * Links the entities of all sources: one entity per thing. A short form that could be two things stays its own.
 *
 * @param watched the entities that a reader follows: their names are theirs, and other names are linked to these like to any
 */
export function linkEntities(sources: SourceAnalysis[], watched: WatchedEntity[] = []): LinkedEntities {
  const types = poolTypes(sources);
  const index = new ClusterIndex();
  for (const entity of watched) {
    const type = typeOfWatched(entity, types);
    const keys = index.watch(entity, type);
    for (const key of keys) types.set(key, type);
  }
  const locals = sources.flatMap(({ entities }, source) =>
    entities.map((entity): Local => {
      const key = nameKey(entity.name);
      return { source, entity, form: readForm(types.get(key) ?? entity.type, key) };
    }),
  );
  // fuller names first, so that short forms find them; ties keep the order of the sources, so the result is stable
  for (const local of [...locals].sort((a, b) => fullness(b.form) - fullness(a.form))) {
    const found = index.find(local, sources);
    if (found) index.join(found, local);
    else index.open(local);
  }
  return build(index.clusters, sources);
}

function fullness(form: Form): number {
  return form.words.length * 100 + form.key.length;
}

/** One name, one type: the sources vote with all their names for the thing, each by its confidence. */
function poolTypes(sources: SourceAnalysis[]): Map<string, EntityType> {
  const votes = new Map<string, Map<EntityType, number>>();
  const vote = (key: string, type: EntityType, weight: number) => {
    const own = votes.get(key) ?? new Map<EntityType, number>();
    votes.set(key, own.set(type, (own.get(type) ?? 0) + weight));
  };
  for (const { type, typeConfidence, aliases, mentions } of sources.flatMap(({ entities }) => entities)) {
    const weight = typeConfidence ** 2 * Math.sqrt(mentions.length);
    for (const key of new Set(aliases.map(nameKey))) {
      vote(key, type, weight);
      const form = readForm(type, key);
      // a full name tells what its surname is, and a legal form settles what the name without it is
      if (form.person?.given.length) {
        vote(form.person.surname, type, SURNAME_WEIGHT * weight);
        vote(form.person.given[0] as string, type, SURNAME_WEIGHT * weight);
      } else if (type === 'organization' && form.key !== key.replace(/^the /, ''))
        vote(form.key, type, LEGAL_FORM_WEIGHT);
      // the first word of a company's name is the company, unless a town or a founder is called so
      if (
        type === 'organization' &&
        form.words.length > 1 &&
        form.key !== key &&
        isCompanyWord(form.words[0] as string)
      )
        vote(form.words[0] as string, type, COMPANY_WEIGHT);
    }
  }
  return new Map([...votes].map(([key, own]) => [key, [...own].sort((a, b) => b[1] - a[1])[0]?.[0] as EntityType]));
}

const SURNAME_WEIGHT = 0.5;
const LEGAL_FORM_WEIGHT = 10;
const COMPANY_WEIGHT = 2;

function isCompanyWord(word: string): boolean {
  return placeSize(word) === 0 && !isGivenName(word) && !isFamilyName(word);
}

/** Clusters by what names of one thing have in common, so that a name is compared with few others. */
class ClusterIndex {
  readonly clusters: Cluster[] = [];
  private readonly byBlock = new Map<string, Set<Cluster>>();

  /** The one cluster that a name belongs to; undefined where there is none or several. */
  find(local: Local, sources: SourceAnalysis[]): Cluster | undefined {
    const { form } = local;
    const near = this.near(form).filter((cluster) => isFitting(local, cluster, sources));
    const listed = near.filter(({ watched }) => watched?.keys.has(form.key));
    if (listed.length === 1) return listed[0];
    // several people bear the surname: it is nobody's, not even that of the other sources' bare surname
    const isBearer = ({ forms }: Cluster) => some(forms, (other) => isShortForm(form, other));
    const bearers = isBare(form) ? near.filter(isBearer) : [];
    if (bearers.length > MOST_BEARERS) return undefined;
    if (bearers.length > 1) return holderOf(local, bearers) ?? dominant(bearers);
    const exact = near.filter((cluster) => cluster.forms.has(form.key));
    if (exact.length === 1) return exact[0];
    const same = first2(near, ({ forms }) => some(forms, (other) => sameThing(other, form)));
    if (same.length > 0) return same.length === 1 ? same[0] : undefined;
    const longer = isBare(form) ? bearers : first2(near, isBearer);
    return longer.length === 1 ? longer[0] : undefined;
  }

  open(local: Local): void {
    const cluster: Cluster = { type: local.form.type, members: [], forms: new Map() };
    this.clusters.push(cluster);
    this.join(cluster, local);
  }

  /** Begins a cluster with the names that a reader follows. @returns these as names are compared */
  watch(entity: WatchedEntity, type: EntityType): Set<string> {
    const forms = [entity.name, ...entity.aliases].map((name) => readForm(type, nameKey(name)));
    const keys = new Set(forms.map(({ key }) => key));
    const cluster: Cluster = { type, members: [], forms: new Map(), watched: { entity, keys } };
    this.clusters.push(cluster);
    for (const form of forms) this.add(cluster, form);
    return keys;
  }

  join(cluster: Cluster, local: Local): void {
    cluster.members.push(local);
    if (!isBare(local.form) || cluster.forms.size === 0) this.add(cluster, local.form);
    // an acronym that one source defines is the organization's in all
    if (local.form.type !== 'organization') return;
    for (const alias of local.entity.aliases)
      if (isAcronym(alias)) this.add(cluster, readForm('organization', nameKey(alias)));
  }

  private add(cluster: Cluster, form: Form): void {
    if (cluster.forms.has(form.key)) return;
    cluster.forms.set(form.key, form);
    for (const block of blocksOf(form)) {
      const set = this.byBlock.get(block);
      if (set) set.add(cluster);
      else this.byBlock.set(block, new Set([cluster]));
    }
  }

  private near(form: Form): Cluster[] {
    const found = new Set<Cluster>();
    for (const block of soughtBy(form)) for (const cluster of this.byBlock.get(block) ?? []) found.add(cluster);
    return [...found];
  }
}

/** Whether a name is a person's surname or given name only. */
function isBare(form: Form): boolean {
  return form.type === 'person' && form.words.length === 1;
}

/** The one of several bearers of a surname whom the folder is about: named in several sources, and far more than the others. */
function dominant(bearers: Cluster[]): Cluster | undefined {
  const count = ({ members }: Cluster) => members.reduce((sum, { entity }) => sum + entity.mentions.length, 0);
  const isRelative = ({ members }: Cluster) => members.some(({ entity }) => entity.roles.some(isKinRole));
  const own = bearers.filter((cluster) => !isRelative(cluster));
  const [main, next] = [...(own.length > 0 ? own : bearers)].sort((a, b) => count(b) - count(a));
  if (!main || new Set(main.members.map(({ source }) => source)).size < 2) return undefined;
  // the others are somebody's wives and brothers, or hardly named
  if (!next) return bearers.every((other) => count(other) <= count(main)) ? main : undefined;
  return count(main) >= 2 * DOMINANCE && count(main) >= DOMINANCE * count(next) ? main : undefined;
}

const DOMINANCE = 3;

/** A bare surname or given name is not a person's of the other gender. */
function isFitting(local: Local, cluster: Cluster, sources: SourceAnalysis[]): boolean {
  if (!isBare(local.form)) return true;
  const gender = genderOfLocal(local, sources);
  const other = gender && cluster.members.map((member) => genderOfLocal(member, sources)).find((found) => found);
  return !other || gender === other;
}

const genders = new WeakMap<LocalEntity, { gender: Gender | undefined }>();

/** What a source tells of a person's gender: the given name, forms of address and roles, pronouns. */
function genderOfLocal({ entity, form, source }: Local, sources: SourceAnalysis[]): Gender | undefined {
  const before = genders.get(entity);
  if (before) return before.gender;
  const { text } = (sources[source] as SourceAnalysis).read;
  const pronouns = entity.mentions.filter(({ kind }) => kind === 'pronoun').map((m) => text.slice(m.start, m.end));
  const female = pronouns.filter((pronoun) => /^(?:she|hers?|herself)$/i.test(pronoun)).length;
  const gender =
    entity.roles.map((role) => genderOfTitle(role.split(/ (?:of|to|for) |,/)[0] ?? '')).find((found) => found) ??
    (form.words.length > 1 ? genderOf(form.words[0] as string) : undefined) ??
    (female * 2 === pronouns.length ? undefined : female * 2 > pronouns.length ? 'female' : 'male');
  genders.set(entity, { gender });
  return gender;
}

/** Of several people with one surname, the one who holds the office that the source gives its bearer. */
function holderOf({ entity, form }: Local, clusters: Cluster[]): Cluster | undefined {
  if (form.type !== 'person') return undefined;
  const holders = clusters.filter(({ members }) =>
    members.some((member) => member.entity.roles.some((role) => entity.roles.some((own) => sameRole(own, role)))),
  );
  return holders.length === 1 ? holders[0] : undefined;
}

function some(forms: Map<string, Form>, test: (form: Form) => boolean): boolean {
  for (const form of forms.values()) if (test(form)) return true;
  return false;
}

/** A surname that more people than this bear in a folder is nobody's in particular. */
const MOST_BEARERS = 40;

/** The first two that pass: whether there is one and no other. */
function first2<T>(list: T[], test: (each: T) => boolean): T[] {
  const found: T[] = [];
  for (const each of list) if (test(each) && found.push(each) === 2) break;
  return found;
}

/** Where a name can be found: see {@link soughtBy}. */
function blocksOf({ type, key, words, person, place, acronyms }: Form): string[] {
  if (person) return [...words.map((word) => `any:${consonants(word)}`), `surname:${consonants(person.surname)}`];
  if (type === 'place') return [`place:${place ?? key}`];
  if (type !== 'organization') return [`${type}:${key}`];
  const parts = [`sound:${soundKey(key)}`, `first:${words[0]}`, `last:${words.at(-1)}`, `start:${pair(words)}`];
  const ends = `end:${pair(words.slice(-2))}`;
  return [...new Set([`is:${key}`, ...parts, ends, ...(acronyms ?? []).map((each) => `letters:${each}`)])];
}

/**
 * Where what a name is or stands for is to be found; it can be one thing with no other name. A full name of a person meets others by
 * its surname alone, that of an organization by its sound or by a start or end of two words, so that all the Annas and all
 * the ministries are not looked through each time.
 */
function soughtBy({ type, key, words, person, place }: Form): string[] {
  if (person && words.length === 1) return [`any:${consonants(words[0] as string)}`];
  // family name first: the given name of one is the surname of the other
  if (person) return [person.surname, words[0] as string].map((name) => `surname:${consonants(name)}`);
  if (type === 'place') return [`place:${place ?? key}`];
  if (type !== 'organization') return [`${type}:${key}`];
  const same = [`is:${key}`, `letters:${key.replaceAll('.', '')}`];
  if (words.length === 1) return [...same, `first:${key}`, `last:${key}`];
  return [...same, `sound:${soundKey(key)}`, `start:${pair(words)}`, `end:${pair(words.slice(-2))}`];
}

const pair = ([first, second]: string[]) => `${first} ${second}`;

function consonants(word: string): string {
  const sound = soundKey(word);
  // one name has "h" and "g" in neighboring languages
  return (
    (sound[0] ?? '').replace('h', 'g') +
    sound
      .slice(1)
      .replaceAll('h', 'g')
      .replace(/[aeiou ]/g, '')
  );
}

function build(clusters: Cluster[], sources: SourceAnalysis[]): LinkedEntities {
  const of = new Map<LocalEntity, Entity>();
  const ids = new Set<string>();
  for (const { members } of clusters) members.sort((a, b) => a.source - b.source);
  const ordered = [...clusters].sort((a, b) => first(a) - first(b));
  const watched = new Map<Entity, WatchedEntity>();
  const entities = ordered.map(({ type, members, watched: listed }) => {
    const name = listed?.entity.name ?? fullest(members);
    const entity: Entity = {
      id: uniqueId(`${type}:${nameKey(name)}`, ids),
      name,
      type,
      aliases: unique(members.flatMap((m) => m.entity.aliases)),
      roles: unique(members.flatMap((m) => m.entity.roles)),
      mentions: members.flatMap(({ source, entity: local }) =>
        mentionsOf(sources[source] as SourceAnalysis, local, name),
      ),
    };
    for (const member of members) of.set(member.entity, entity);
    if (listed) watched.set(entity, listed.entity);
    return entity;
  });
  addWatched(watched, entities, sources);
  addFromElsewhere(entities, sources);
  const order = new Map(sources.map(({ path }, i) => [path, i]));
  const place = ({ path, start }: Entity['mentions'][number]) => (order.get(path) ?? 0) * 1e9 + start;
  for (const { mentions } of entities) mentions.sort((a, b) => place(a) - place(b));
  return { entities: entities.filter(({ mentions }) => mentions.length > 0), of };
}

function first({ members }: Cluster): number {
  return (members[0]?.source ?? 0) * 1e9 + (members[0]?.entity.mentions[0]?.start ?? 0);
}

function unique(list: string[]): string[] {
  return [...new Set(list)];
}

function mentionsOf({ path, read }: SourceAnalysis, local: LocalEntity, name: string): Entity['mentions'] {
  const linked = nameKey(local.name) === nameKey(name) ? '' : `, linked to ${name}`;
  return local.mentions.map((mention) => ({
    ...mention,
    evidence: mention.evidence + linked,
    path,
    text: read.text.slice(mention.start, mention.end),
  }));
}

/** The name of most words without shouting, and of equally full ones the commonest. */
function fullest(members: Local[]): string {
  const counts = new Map<string, number>();
  for (const { entity } of members) counts.set(entity.name, (counts.get(entity.name) ?? 0) + entity.mentions.length);
  const rank = ([name, count]: [string, number]) =>
    Math.min(name.split(' ').length, 4) * 1000 +
    Math.min(count, 400) -
    (name === name.toUpperCase() || /\b\p{Lu}\.|\.$/u.test(name) ? 500 : 0);
  return [...counts].sort((a, b) => rank(b) - rank(a))[0]?.[0] ?? '';
}

function uniqueId(base: string, taken: Set<string>): string {
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}#${n}`;
  taken.add(id);
  return id;
}
