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
  sources: (Pick<KnownSource, 'path' | 'length' | 'info' | 'roles' | 'dates'> & { hash: string })[];
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
 * @param guidance what readers said of who is who when the sources were compared
 */
export function* packSnapshot(reading: Reading, guidance: string, left: Left): Generator<Uint8Array> {
  yield serialize({ guidance, left } satisfies Part);
  const entities = reading.entityHeads;
  const places = new Map(entities.map(([, { id }], i) => [id, i]));
  for (const some of chunks(reading.sources, SOURCES))
    yield serialize(packSources(some, reading, places) satisfies Part);
  for (const some of chunks(entities, ENTITIES)) yield serialize({ entities: some } satisfies Part);
  for (const some of chunks(reading.found, CONTRADICTIONS)) yield serialize({ contradictions: some } satisfies Part);
}

function packSources(sources: KnownSource[], reading: Reading, places: ReadonlyMap<string, number>): PackedSources {
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
    return { path, length, info, roles, dates, hash: textHash(reading.document(path)?.text ?? '') };
  });
  return { sources: told, words: [...words.keys()], numbers: Int32Array.from(numbers) };
}

/** What of a snapshot still holds. */
export interface Restored {
  change: FolderChange;
  /** Of those sources that are what they were. */
  documents: Map<string, Document>;
  guidance: string;
  /** No source of it is another than it was, or gone. */
  isWhole: boolean;
}

/**
 * What of a snapshot holds for the texts that there are now: without the sources that have changed, their mentions, and the contradictions
 * that they take part in.
 *
 * @throws when the parts are no snapshot
 */
export function unpackSnapshot(packed: Iterable<Uint8Array>, documents: ReadonlyMap<string, Document>): Restored {
  const parts = [...packed].map((part) => deserialize(part) as Part);
  const { guidance, left } = parts[0] as Head;
  const entities = parts.flatMap((part) => ('entities' in part ? part.entities : []));
  const found = parts.flatMap((part) => ('contradictions' in part ? part.contradictions : []));
  const kept = new Map<string, Document>();
  const sources: KnownSource[] = [];
  const mentions: FolderChange['mentions'] = [];
  const mentioned = new Set<string>();
  let isWhole = true;
  for (const part of parts) {
    if (!('numbers' in part)) continue;
    for (const { source, own, hash } of unpackSources(part, entities)) {
      const document = documents.get(source.path);
      if (!document || textHash(document.text) !== hash) {
        isWhole = false;
        continue;
      }
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
    left,
  };
  return { change, documents: kept, guidance, isWhole };
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
): Generator<{ source: KnownSource; own: PackedMention[]; hash: string }> {
  let at = 0;
  const next = () => numbers[at++] as number;
  const word = () => words[next()] as string;
  const list = <T>(read: () => T): T[] => Array.from({ length: next() }, read);
  for (const { hash, ...told } of sources) {
    const blocks = list(() => ({ kind: word() as BlockKind, start: next(), end: next() }));
    const sentences = list(() => ({ start: next(), end: next() }));
    const own = list(() => ({
      entity: entities[next()]?.[0] as string,
      start: next(),
      end: next(),
      kind: word() as MentionKind,
      evidence: word(),
    }));
    yield { source: { ...told, read: { blocks, sentences } }, own, hash };
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
