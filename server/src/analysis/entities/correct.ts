import {
  ENTITY_TYPES,
  type Entity,
  type EntityMention,
  type EntityType,
  type MentionKind,
  type SourceAnalysis,
  type Span,
  type WatchedEntity,
} from '../model.ts';
import { fold } from './fold.ts';
import { nameKey } from './names.ts';

/** Who is who: what a reader can say of the entities. */
export const ENTITY_CORRECTIONS = ['same', 'distinct', 'type', 'no-name', 'name', 'entity'] as const;
export type EntityCorrection = (typeof ENTITY_CORRECTIONS)[number];

/** How a place that is said to name an entity names it; a name where it is not told. */
type Place = Span & { path: string; kind?: MentionKind };

/** What a reader says of the entities that are named at some places. */
export interface Correction {
  says: EntityCorrection;
  /** Where the entities are named now; places that are gone are left out. */
  places: Place[];
  /** The type or name that is right. */
  value?: string;
  /** Of `entity`, which says that just these places name one thing: what it is. */
  type?: EntityType;
  /** Who says so, as the reader is told. */
  by: string;
}

/** All that readers say of who is who. Plain data: it goes to the engine's thread. */
export interface Guidance {
  /** The earlier first. */
  corrections: Correction[];
  watched: WatchedEntity[];
}

export const NO_GUIDANCE: Guidance = { corrections: [], watched: [] };

/** Stands for one of a source's own entities. @param index which of them it is */
export const ownKey = (path: string, index: number) => `${index} ${path}`;

/** Entities, and which of them each source's own became, by {@link ownKey}. */
export interface LinkedEntities {
  entities: Entity[];
  of: Map<string, Entity>;
}

/**
 * Changes what was linked to what readers say, one correction after the other. Pure: what was linked is not changed.
 *
 * @param isTaken whether an entity that is not among these has an id
 */
export function correctEntities(
  linked: LinkedEntities,
  sources: SourceAnalysis[],
  corrections: Correction[],
  isTaken: (id: string) => boolean = () => false,
): LinkedEntities {
  if (corrections.length === 0) return linked;
  const state = new Correcting(linked.entities, sources, isTaken);
  for (const correction of corrections) state.apply(correction);
  return state.result(linked, sources);
}

/** The entities as one correction after the other changes them. */
class Correcting {
  #entities: Entity[];
  /** The mentions that readers gave to an entity one by one. */
  readonly #given = new Set<string>();

  constructor(
    entities: Entity[],
    private readonly sources: SourceAnalysis[],
    private readonly isTaken: (id: string) => boolean,
  ) {
    this.#entities = [...entities];
  }

  apply({ says, places, value, type, by }: Correction): void {
    const named = distinct(places.flatMap((place) => this.#entityAt(place) ?? []));
    const [first] = named;
    if (says === 'entity') this.#give(places, value, type, by);
    if (!first) return;
    if (says === 'same') this.#merge(named, by);
    else if (says === 'distinct') this.#split(first, places, by);
    else if (says === 'no-name') for (const each of named) this.#replace(each, withoutNames(each, places));
    else if (says === 'name' && value) {
      const aliases = [...new Set([value, ...first.aliases])];
      this.#replace(first, { ...first, name: value, aliases, decided: told(first, `named by ${by}`) });
    } else if (says === 'type') {
      const right = ENTITY_TYPES.find((known) => known === value);
      if (right) this.#replace(first, { ...first, type: right, decided: told(first, `typed by ${by}`) });
    }
  }

  /** The corrected entities; each source's own entities lead to the ones that have most of their mentions. */
  result(linked: LinkedEntities, sources: SourceAnalysis[]): LinkedEntities {
    const holders = new Map(
      this.#entities.flatMap((entity) => entity.mentions.map((m) => [keyOf(m), entity] as const)),
    );
    const of = new Map<string, Entity>();
    for (const { path, entities } of sources) {
      for (const [i, local] of entities.entries()) {
        const key = ownKey(path, i);
        if (!linked.of.has(key)) continue;
        const holder = mostOf(local.mentions.map((mention) => holders.get(keyOf({ ...mention, path }))));
        if (holder) of.set(key, holder);
      }
    }
    return { entities: this.#entities, of };
  }

  #entityAt(place: Place): Entity | undefined {
    const touches = (m: EntityMention) => m.path === place.path && m.start < place.end && place.start < m.end;
    const isExact = (m: EntityMention) => touches(m) && m.start === place.start && m.end === place.end;
    return (
      this.#entities.find(({ mentions }) => mentions.some(isExact)) ??
      this.#entities.find(({ mentions }) => mentions.some(touches))
    );
  }

  #replace(before: Entity, after: Entity | undefined): void {
    this.#entities = this.#entities.flatMap((each) => (each === before ? (after ?? []) : each));
  }

  #merge([first, ...others]: Entity[], by: string): void {
    if (!first || others.length === 0) return;
    const all = [first, ...others];
    const link = (mention: EntityMention) => ({ ...mention, evidence: `${mention.evidence}, linked by ${by}` });
    const joined: Entity = {
      ...first,
      aliases: [...new Set(all.flatMap(({ aliases }) => aliases))],
      roles: [...new Set(all.flatMap(({ roles }) => roles))],
      mentions: sorted([...first.mentions, ...others.flatMap(({ mentions }) => mentions.map(link))]),
      decided: [...new Set(all.flatMap((each) => told(each, `linked by ${by}`)))],
    };
    for (const other of others) this.#replace(other, undefined);
    this.#replace(first, joined);
  }

  /** What leaves: in each source that is named the mentions in the words that are named, and what refers to these. */
  #split(entity: Entity, places: Place[], by: string): void {
    const leaving = withReferences(
      entity,
      entity.mentions.filter((mention) => isNamedAt(entity, mention, places)),
    );
    const staying = entity.mentions.filter((mention) => !leaving.has(mention));
    if (leaving.size === 0 || staying.length === 0) return;
    const other = this.#part(entity, [...leaving], by);
    this.#replace(entity, this.#part(entity, staying, by));
    this.#entities.push({ ...other, id: this.#freeId(entity.id) });
  }

  /** Makes just these places the mentions of one entity: what is there of another leaves it, what is not there is added. */
  #give(places: Place[], name: string | undefined, type: EntityType | undefined, by: string): void {
    const texts = new Map(this.sources.map(({ path, read }) => [path, read.text]));
    const wanted = new Map(places.flatMap((place) => (texts.has(place.path) ? [[keyOf(place), place]] : [])));
    if (wanted.size === 0) return;
    const byPath = new Map<string, Place[]>();
    for (const place of places) byPath.set(place.path, [...(byPath.get(place.path) ?? []), place]);
    const isWanted = (m: EntityMention) => byPath.has(m.path) && wanted.has(keyOf(m));
    const donors = this.#entities.filter(({ mentions }) => mentions.some(isWanted));
    const taken = donors.flatMap((donor) => this.#take(donor, wanted));
    const known = new Map(taken.map((mention) => [keyOf(mention), mention]));
    const mentions = [...wanted].map(([key, { path, start, end, kind = 'name' }]): EntityMention => {
      const text = (texts.get(path) as string).slice(start, end);
      return known.get(key) ?? { path, start, end, text, kind, evidence: `named by ${by}` };
    });
    const followers = taken.filter((mention) => !wanted.has(keyOf(mention)));
    for (const key of wanted.keys()) this.#given.add(key);
    this.#drop((m) => (byPath.get(m.path) ?? []).some((each) => overlaps(each, m)) && !this.#given.has(keyOf(m)));
    const like = donors.sort((a, b) => b.mentions.length - a.mentions.length)[0];
    this.#entities.push(this.#asGiven(sorted([...mentions, ...followers]), like, name, type, by));
  }

  /** Takes mentions out of an entity, with what refers to them. @returns what is taken */
  #take(donor: Entity, wanted: ReadonlyMap<string, Place>): EntityMention[] {
    const isGiven = (mention: EntityMention) => this.#given.has(keyOf(mention));
    const leaving = withReferences(
      donor,
      donor.mentions.filter((m) => wanted.has(keyOf(m))),
      isGiven,
    );
    const staying = donor.mentions.filter((mention) => !leaving.has(mention));
    const names = new Set(namesIn(staying).map(fold));
    const aliases = donor.aliases.filter((alias) => names.has(fold(alias)));
    this.#replace(donor, names.size > 0 ? { ...donor, mentions: staying, aliases } : undefined);
    return [...leaving];
  }

  #drop(isWrong: (mention: EntityMention) => boolean): void {
    this.#entities = this.#entities.flatMap((entity) => {
      const mentions = entity.mentions.filter((mention) => !isWrong(mention));
      if (mentions.length === entity.mentions.length) return entity;
      return mentions.length > 0 ? { ...entity, mentions } : [];
    });
  }

  #asGiven(
    mentions: EntityMention[],
    like: Entity | undefined,
    given: string | undefined,
    typed: EntityType | undefined,
    by: string,
  ): Entity {
    const aliases = namesIn(mentions);
    const fullest = [...aliases].sort((a, b) => b.length - a.length)[0] ?? mentions[0]?.text ?? '';
    const name = given ?? fullest;
    const type = typed ?? like?.type ?? 'organization';
    const isFree = like && !this.#entities.some(({ id }) => id === like.id);
    const id = isFree ? like.id : this.#freeId(`${type}:${nameKey(name)}`);
    const watched = isFree && like.watched ? { watched: like.watched } : {};
    const decided = told(like ?? {}, `named by ${by}`);
    return { id, name, type, aliases, roles: like?.roles ?? [], mentions, decided, ...watched };
  }

  #part(entity: Entity, mentions: EntityMention[], by: string): Entity {
    const aliases = namesIn(mentions);
    const isNamed = aliases.some((alias) => fold(alias) === fold(entity.name));
    const fullest = [...aliases].sort((a, b) => b.length - a.length)[0];
    const name = isNamed || !fullest ? entity.name : fullest;
    return { ...entity, name, aliases, mentions: sorted(mentions), decided: told(entity, `told apart by ${by}`) };
  }

  #freeId(id: string): string {
    const isFree = (wanted: string) => !this.isTaken(wanted) && !this.#entities.some((each) => each.id === wanted);
    if (isFree(id)) return id;
    for (let n = 2; ; n++) if (isFree(`${id}~${n}`)) return `${id}~${n}`;
  }
}

/** Whether the mention has the words, in the source, of one that stands at a place. */
function isNamedAt({ mentions }: Entity, mention: EntityMention, places: Place[]): boolean {
  return places.some((place) => {
    if (place.path !== mention.path) return false;
    const there = mentions.find((m) => m.path === place.path && m.start < place.end && place.start < m.end);
    return there !== undefined && fold(there.text) === fold(mention.text);
  });
}

function lastNameBefore({ mentions }: Entity, { path, start }: EntityMention): EntityMention | undefined {
  return mentions.filter((m) => m.kind === 'name' && m.path === path && m.start < start).at(-1);
}

/** The entity without the words that are no name, wherever they stand. */
function withoutNames(entity: Entity, places: Place[]): Entity | undefined {
  const wrong = new Set(entity.mentions.filter((m) => isNamedAt(entity, m, places)).map(({ text }) => fold(text)));
  const mentions = entity.mentions.filter(({ text }) => !wrong.has(fold(text)));
  if (!mentions.some(({ kind }) => kind === 'name')) return undefined;
  return { ...entity, mentions, aliases: entity.aliases.filter((alias) => !wrong.has(fold(alias))) };
}

/** Names of an entity with the roles and pronouns that stand for them: those after which no other name of it comes. */
function withReferences(
  entity: Entity,
  names: EntityMention[],
  isKept: (mention: EntityMention) => boolean = () => false,
): Set<EntityMention> {
  const all = new Set(names);
  for (const mention of entity.mentions) {
    if (mention.kind === 'name' || isKept(mention)) continue;
    const name = lastNameBefore(entity, mention);
    if (name && all.has(name)) all.add(mention);
  }
  return all;
}

function namesIn(mentions: EntityMention[]): string[] {
  const names = mentions.filter(({ kind }) => kind === 'name').map(({ text }) => text.replace(/\s+/g, ' '));
  return [...new Set(names)];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function told({ decided = [] }: Pick<Entity, 'decided'>, what: string): string[] {
  return [...new Set([...decided, what])];
}

function sorted(mentions: EntityMention[]): EntityMention[] {
  return mentions.sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1));
}

function keyOf({ path, start, end }: Place): string {
  return `${start}-${end} ${path}`;
}

function distinct<T>(list: T[]): T[] {
  return [...new Set(list)];
}

function mostOf<T>(list: (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const each of list) if (each !== undefined) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
