import { deserialize, serialize } from 'node:v8';
import type { EntityHead } from '../analysis/entities/folderEntities.ts';
import type { FolderChange, Left } from '../analysis/folder.ts';
import type { BlockKind, Contradiction, KnownSource, MentionKind } from '../analysis/model.ts';
import type { Document } from './document.ts';
import type { Reading } from './reading.ts';
import { textHash } from './textHash.ts';

/** How much goes into one part, so that packing can pause in between. */
const SOURCES = 200;
const ENTITIES = 2000;
const CONTRADICTIONS = 500;

/** What comes first. */
interface Head {
  /** What readers said of who is who. */
  guidance: string;
  left: Left;
}

interface PackedSources {
  sources: (Pick<KnownSource, 'path' | 'length' | 'info' | 'roles' | 'dates'> & { hash: string; isProse: boolean })[];
  /** Each once: kinds of blocks and mentions, evidence. */
  words: string[];
  /** For each source its blocks, sentences and mentions, each list after its length: kind, start and end; start and end; entity, start, end, kind and evidence. */
  numbers: Int32Array;
}

type Part =
  | Head
  | PackedSources
  | { entities: [key: string, head: EntityHead][] }
  | { contradictions: Contradiction[] };

/**
 * What is known of a folder, for the next session to show at once: all that a reading holds, but for the texts, of which only the hashes are kept.
 *
 * @param head with what readers said of who is who when the sources were compared
 * @param isProse whether the text of a source was found to be prose, which need not be found out again
 */
export function* packSnapshot(reading: Reading, head: Head, isProse: (path: string) => boolean): Generator<Uint8Array> {
  yield serialize(head satisfies Part);
  const entities = reading.entityHeads;
  const places = new Map(entities.map(([, { id }], i) => [id, i]));
  for (const some of chunks(reading.sources, SOURCES))
    yield serialize(packSources(some, reading, places, isProse) satisfies Part);
  for (const some of chunks(entities, ENTITIES)) yield serialize({ entities: some } satisfies Part);
  for (const some of chunks(reading.found, CONTRADICTIONS)) yield serialize({ contradictions: some } satisfies Part);
}

function packSources(
  sources: KnownSource[],
  reading: Reading,
  places: ReadonlyMap<string, number>,
  isProse: (path: string) => boolean,
): PackedSources {
  const words = new Map<string, number>();
  const wordOf = (word: string) => {
    const known = words.get(word) ?? words.size;
    words.set(word, known);
    return known;
  };
  const numbers: number[] = [];
  for (const { path, read } of sources) {
    numbers.push(read.blocks.length);
    for (const { kind, start, end } of read.blocks) numbers.push(wordOf(kind), start, end);
    numbers.push(read.sentences.length);
    for (const { start, end } of read.sentences) numbers.push(start, end);
    const mentions = reading.mentionsIn(path);
    numbers.push(mentions.length);
    for (const { entity, mention } of mentions) {
      const { start, end, kind, evidence } = mention;
      numbers.push(places.get(entity.id) as number, start, end, wordOf(kind), wordOf(evidence));
    }
  }
  const told = sources.map(({ path, length, info, roles, dates }) => {
    const hash = textHash(reading.document(path)?.text ?? '');
    return { path, length, info, roles, dates, hash, isProse: isProse(path) };
  });
  return { sources: told, words: [...words.keys()], numbers: Int32Array.from(numbers) };
}

/** What of a snapshot still holds. */
export interface Restored {
  change: FolderChange;
  /** Of those sources that are what they were. */
  documents: Map<string, Document>;
  /** No source is new, gone or another than it was. */
  isWhole: boolean;
}

/** What an earlier session has kept. */
export class Snapshot {
  readonly #parts: Part[];
  /** Of the texts of the sources, by path. */
  readonly #hashes: Map<string, string>;
  readonly #prose: Set<string>;

  /** @throws when the parts are no snapshot */
  constructor(packed: Iterable<Uint8Array>) {
    this.#parts = [...packed].map((part) => deserialize(part) as Part);
    const sources = this.#parts.flatMap((part) => ('sources' in part ? part.sources : []));
    this.#prose = new Set(sources.flatMap(({ path, isProse }) => (isProse ? [path] : [])));
    this.#hashes = new Map(sources.map(({ path, hash }) => [path, hash]));
  }

  /** What readers said of who is who. */
  get guidance(): string {
    return (this.#parts[0] as Head).guidance;
  }

  /** Whether this text was found to be prose then. */
  isProse(path: string, text: string): boolean {
    return this.#prose.has(path) && this.#has(path, text);
  }

  #has(path: string, text: string): boolean {
    return this.#hashes.has(path) && this.#hashes.get(path) === textHash(text);
  }

  /**
   * What holds for the texts that there are now: all but the sources that have changed, their mentions, and the contradictions that they take
   * part in.
   */
  restore(documents: ReadonlyMap<string, Document>): Restored {
    const entities = this.#parts.flatMap((part) => ('entities' in part ? part.entities : []));
    const found = this.#parts.flatMap((part) => ('contradictions' in part ? part.contradictions : []));
    const kept = new Map<string, Document>();
    const sources: KnownSource[] = [];
    const mentions: FolderChange['mentions'] = [];
    const mentioned = new Set<string>();
    for (const part of this.#parts) {
      if (!('numbers' in part)) continue;
      for (const { source, own } of unpackSources(part, entities)) {
        const document = documents.get(source.path);
        if (!document || !this.#has(source.path, document.text)) continue;
        kept.set(source.path, document);
        sources.push(source);
        mentions.push([source.path, own.map((each) => placed(each, document))]);
        for (const { entity } of own) mentioned.add(entity);
      }
    }
    const holds = ({ positions }: Contradiction) =>
      positions.every(({ statements }) => statements.every(({ path }) => kept.has(path)));
    const change = {
      isWhole: true,
      sources: { set: sources, gone: [] },
      entities: { set: entities.filter(([key]) => mentioned.has(key)), gone: [] },
      mentions,
      contradictions: { set: found.filter(holds), gone: [] },
      left: (this.#parts[0] as Head).left,
    };
    return { change, documents: kept, isWhole: kept.size === this.#hashes.size && kept.size === documents.size };
  }
}

interface PackedMention {
  entity: string;
  start: number;
  end: number;
  kind: MentionKind;
  evidence: string;
}

function* unpackSources(
  { sources, words, numbers }: PackedSources,
  entities: [key: string, head: EntityHead][],
): Generator<{ source: KnownSource; own: PackedMention[] }> {
  let at = 0;
  const next = () => numbers[at++] as number;
  const word = () => words[next()] as string;
  const list = <T>(read: () => T): T[] => Array.from({ length: next() }, read);
  for (const { path, length, info, roles, dates } of sources) {
    const blocks = list(() => ({ kind: word() as BlockKind, start: next(), end: next() }));
    const sentences = list(() => ({ start: next(), end: next() }));
    const own = list(() => ({
      entity: entities[next()]?.[0] as string,
      start: next(),
      end: next(),
      kind: word() as MentionKind,
      evidence: word(),
    }));
    yield { source: { path, length, info, roles, dates, read: { blocks, sentences } }, own };
  }
}

/** The text of a mention is what stands in its place. */
function placed(
  { entity, ...mention }: PackedMention,
  { uri, text }: Document,
): FolderChange['mentions'][number][1][number] {
  return { entity, mention: { ...mention, path: uri, text: text.slice(mention.start, mention.end) } };
}

function* chunks<T>(values: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < values.length; i += size) yield values.slice(i, i + size);
}
