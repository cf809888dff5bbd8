import { ENTITY_TYPES, type Entity, type EntityType, type MentionKind, type Span } from '../analysis/model.ts';
import type { Document } from '../workspace/document.ts';
import type { Reading } from '../workspace/reading.ts';

/** An entity as formats of corpora have it: its name, its type, and where it is mentioned. */
export interface ExchangedEntity {
  /** What tells it from the others of the file. */
  key: string;
  /** Undefined where the file has none, or one that is not known here. */
  name?: string;
  type?: EntityType;
  mentions: ExchangedMention[];
}

/** In UTF-16 code units of the source's text. */
export interface ExchangedMention extends Span {
  /** The path of the source as a reader would write it. */
  path: string;
  kind: MentionKind;
}

/** What a file says that could not be made out, and in which line (from 0). */
export interface Unplaced {
  line: number;
  message: string;
}

/** Finds sources by the paths that files of other programs give. */
export interface Sources {
  /** The text of the source; undefined where there is none, or several could be meant. */
  find(path: string): { path: string; text: string } | undefined;
}

/** The sources of a reading. @param pathOf how the reader would write the path of a source */
export function sourcesOf(reading: Reading, pathOf: (path: string) => string): Sources {
  const byPath = new Map([...reading.documents.values()].map((document) => [pathOf(document.uri), document]));
  const found = (path: string, { text }: Document) => ({ path, text });
  return {
    find(wanted) {
      const path = wanted.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
      const exact = byPath.get(path);
      if (exact) return found(path, exact);
      const ending = [...byPath].filter(([known]) => isEnd(known, path) || isEnd(path, known));
      const [only] = ending;
      return only && ending.length === 1 ? found(...only) : undefined;
    },
  };
}

/** Whether a path is the last part of another: files are often copied out of, or into, a folder. */
function isEnd(path: string, of: string): boolean {
  return of.endsWith(`/${path}`);
}

/** The entities with the mentions of one source, in the order of their first mention there. */
export function entitiesIn(reading: Reading, path: string): Map<Entity, Span[]> {
  const found = new Map<Entity, Span[]>();
  for (const { entity, mention } of reading.mentionsIn(path))
    found.set(entity, [...(found.get(entity) ?? []), mention]);
  return found;
}

const OTHER_NAMES: Record<string, EntityType> = {
  per: 'person',
  pers: 'person',
  loc: 'place',
  location: 'place',
  gpe: 'place',
  fac: 'place',
  org: 'organization',
  organisation: 'organization',
  work_of_art: 'work',
  time: 'date',
};

/** The type that another program's name for it means: `PER` of CoNLL-2003, `GPE` of OntoNotes, `Person` of brat. */
export function typeNamed(name: string): EntityType | undefined {
  const plain = name.toLowerCase().replaceAll('-', '_');
  return (
    ENTITY_TYPES.find((known) => known === plain) ??
    (Object.hasOwn(OTHER_NAMES, plain) ? OTHER_NAMES[plain] : undefined)
  );
}

/** Brings together what a file says of one entity in several places. */
export class EntityCollector {
  readonly #entities = new Map<string, ExchangedEntity>();

  add(key: string, mentions: ExchangedMention[], { name, type }: Pick<ExchangedEntity, 'name' | 'type'>): void {
    const known = this.#entities.get(key) ?? { key, mentions: [] };
    if (name !== undefined) known.name ??= name;
    if (type !== undefined) known.type ??= type;
    known.mentions.push(...mentions);
    this.#entities.set(key, known);
  }

  get entities(): ExchangedEntity[] {
    return [...this.#entities.values()];
  }
}
