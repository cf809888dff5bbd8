import type { Entity, EntityMention, EntityType, LocalEntity, SourceAnalysis, Span } from '../model.ts';
import { fold } from './fold.ts';

/** Who is who: what a reader can say of the entities. */
export const ENTITY_CORRECTIONS = ['same', 'distinct', 'type', 'no-name', 'name'] as const;
export type EntityCorrection = (typeof ENTITY_CORRECTIONS)[number];

export const ENTITY_TYPES: readonly EntityType[] = [
  'person',
  'organization',
  'place',
  'event',
  'date',
  'work',
  'product',
  'norp',
];

type Place = Span & { path: string };

/** What a reader says of the entities that are named at some places. Plain data: it goes to the engine's thread. */
export interface Correction {
  says: EntityCorrection;
  /** Where the entities are named now; places that are gone are left out. */
  places: Place[];
  /** The type or name that is right. */
  value?: string;
  /** Who says so, as the reader is told. */
  by: string;
}

/** Entities, and which of them each source's own became. */
export interface LinkedEntities {
  entities: Entity[];
  of: Map<LocalEntity, Entity>;
}

/** Changes what was linked to what readers say, one correction after the other. Pure: what was linked is not changed. */
export function correctEntities(
  linked: LinkedEntities,
  sources: SourceAnalysis[],
  corrections: Correction[],
): LinkedEntities {
  if (corrections.length === 0) return linked;
  const state = new Correcting(linked.entities);
  for (const correction of corrections) state.apply(correction);
  return state.result(linked, sources);
}

/** The entities as one correction after the other changes them. */
class Correcting {
  #entities: Entity[];

  constructor(entities: Entity[]) {
    this.#entities = [...entities];
  }

  apply({ says, places, value, by }: Correction): void {
    const named = distinct(places.flatMap((place) => this.#entityAt(place) ?? []));
    const [first] = named;
    if (!first) return;
    if (says === 'same') this.#merge(named, by);
    else if (says === 'distinct') this.#split(first, places, by);
    else if (says === 'no-name') for (const each of named) this.#replace(each, withoutNames(each, places));
    else if (says === 'name' && value) {
      const aliases = [...new Set([value, ...first.aliases])];
      this.#replace(first, { ...first, name: value, aliases, decided: told(first, `named by ${by}`) });
    } else if (says === 'type') {
      const type = ENTITY_TYPES.find((known) => known === value);
      if (type) this.#replace(first, { ...first, type, decided: told(first, `typed by ${by}`) });
    }
  }

  /** The corrected entities; each source's own entities lead to the ones that have most of their mentions. */
  result(linked: LinkedEntities, sources: SourceAnalysis[]): LinkedEntities {
    const holders = new Map(
      this.#entities.flatMap((entity) => entity.mentions.map((m) => [keyOf(m), entity] as const)),
    );
    const of = new Map<LocalEntity, Entity>();
    for (const { path, entities } of sources) {
      for (const local of entities) {
        if (!linked.of.has(local)) continue;
        const holder = mostOf(local.mentions.map((mention) => holders.get(keyOf({ ...mention, path }))));
        if (holder) of.set(local, holder);
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
    const leaving = new Set(entity.mentions.filter((mention) => isNamedAt(entity, mention, places)));
    for (const mention of entity.mentions) {
      if (mention.kind === 'name') continue;
      const name = lastNameBefore(entity, mention);
      if (name && leaving.has(name)) leaving.add(mention);
    }
    const staying = entity.mentions.filter((mention) => !leaving.has(mention));
    if (leaving.size === 0 || staying.length === 0) return;
    const other = this.#part(entity, [...leaving], by);
    this.#replace(entity, this.#part(entity, staying, by));
    this.#entities.push({ ...other, id: this.#freeId(entity.id) });
  }

  #part(entity: Entity, mentions: EntityMention[], by: string): Entity {
    const names = mentions.filter(({ kind }) => kind === 'name').map(({ text }) => text.replace(/\s+/g, ' '));
    const aliases = [...new Set(names)];
    const isNamed = aliases.some((alias) => fold(alias) === fold(entity.name));
    const fullest = [...aliases].sort((a, b) => b.length - a.length)[0];
    const name = isNamed || !fullest ? entity.name : fullest;
    return { ...entity, name, aliases, mentions: sorted(mentions), decided: told(entity, `told apart by ${by}`) };
  }

  #freeId(id: string): string {
    for (let n = 2; ; n++) if (!this.#entities.some((each) => each.id === `${id}~${n}`)) return `${id}~${n}`;
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

function told({ decided = [] }: Entity, what: string): string[] {
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
