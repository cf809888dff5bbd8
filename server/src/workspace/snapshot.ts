import { deserialize, serialize } from 'node:v8';
import type { EntityHead } from '../analysis/entities/folderEntities.ts';
import type { Left } from '../analysis/folder.ts';
import type { Contradiction } from '../analysis/model.ts';
import type { Document } from './document.ts';
import { mentionsIn, type PackedChange, type PackedKnown, type PackedMentions } from './packedChange.ts';
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

interface Sources {
  sources: (PackedKnown & { hash: string; isProse: boolean })[];
  mentions: PackedMentions;
}

type Part = Head | Sources | { entities: [key: string, head: EntityHead][] } | { contradictions: Contradiction[] };

/**
 * What is known of a folder, for the next session to show at once: all that a reading holds, but for the texts, of which only the hashes are kept.
 *
 * @param head with what readers said of who is who when the sources were compared
 * @param isProse whether the text of a source was found to be prose, which need not be found out again
 */
export function* packSnapshot(reading: Reading, head: Head, isProse: (path: string) => boolean): Generator<Uint8Array> {
  yield serialize(head satisfies Part);
  for (const some of chunks(reading.sources, SOURCES)) {
    const sources = some.map(({ path, packed }) => {
      const hash = textHash(reading.document(path)?.text ?? '');
      return { ...packed, hash, isProse: isProse(path) };
    });
    yield serialize({ sources, mentions: reading.packMentions(some.map(({ path }) => path)) } satisfies Part);
  }
  for (const some of chunks(reading.entityHeads, ENTITIES)) yield serialize({ entities: some } satisfies Part);
  for (const some of chunks(reading.found, CONTRADICTIONS)) yield serialize({ contradictions: some } satisfies Part);
}

/** What of a snapshot still holds. */
export interface Restored {
  change: PackedChange;
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
    const sources: PackedKnown[] = [];
    const mentions: PackedMentions[] = [];
    const mentioned = new Set<string>();
    for (const part of this.#parts) {
      if (!('sources' in part)) continue;
      for (const { hash: _, isProse: __, ...source } of part.sources) {
        const document = documents.get(source.path);
        if (!document || !this.#has(source.path, document.text)) continue;
        kept.set(source.path, document);
        sources.push(source);
      }
      const own = mentionsIn(part.mentions, kept);
      mentions.push(own);
      for (const key of own.keys) mentioned.add(key);
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

function* chunks<T>(values: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < values.length; i += size) yield values.slice(i, i + size);
}
