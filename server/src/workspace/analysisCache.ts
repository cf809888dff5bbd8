import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { textHash } from './textHash.ts';

/** The folder in the client's storage. */
const NAME = 'analyses';
/** In bytes: what is kept at most from one session to the next. */
const MOST_BYTES = 500_000_000;
/** Each session that reads something new leaves a pack. */
const MOST_PACKS = 50;

const PACK = '.pack';
const INDEX = '.index';
/** In an index, for each text: its hash (SHA-256), where in the pack its analysis is, how long that is, and its checksum. */
const HASH = 32;
const ENTRY = HASH + 6 + 4 + 4;

interface Place {
  pack: string;
  start: number;
  length: number;
  checksum: number;
}

/**
 * What was read of texts in earlier sessions, by their content, in a folder for each version of the engine. All that is said of a source
 * hangs on its text alone and on no setting. A session appends what it reads to a pack of its own, and then to the pack's index where that
 * is: what is cut short is in no index, and two windows do not meet. What cannot be kept or read is only read anew.
 */
export class AnalysisCache {
  readonly #folder: string;
  readonly #places = new Map<string, Place>();
  readonly #handles = new Map<string, Promise<FileHandle>>();
  readonly #opened: Promise<void>;
  readonly #own = randomUUID();
  /** What is to be written, by the hash of its text. */
  #waiting = new Map<string, Uint8Array>();
  #writing: Promise<void> | undefined;
  #written = 0;
  #hasComplained = false;

  /**
   * @param storage the path of the client's storage folder
   * @param version tells versions of the engine apart
   * @param log is told once of what is damaged or cannot be written, and of what other versions have left
   */
  constructor(
    private readonly storage: string,
    private readonly version: string,
    private readonly log: (message: string) => void,
    private readonly mostBytes = MOST_BYTES,
  ) {
    this.#folder = join(storage, NAME, version);
    this.#opened = this.#open();
  }

  /** The analysis that is kept of a text. */
  async get(text: string): Promise<Uint8Array | undefined> {
    await this.#opened;
    const place = this.#places.get(textHash(text));
    if (!place) return undefined;
    try {
      const handle = await this.#handleOf(place.pack);
      const bytes = Buffer.alloc(place.length);
      await handle.read(bytes, 0, place.length, place.start);
      if (crc32(bytes) === place.checksum) return bytes;
      this.#complain(`${this.#pathOf(place.pack)} is damaged; what it has of the sources is read anew.`);
    } catch {
      // another window has removed it to make room
    }
    this.#places.delete(textHash(text));
    return undefined;
  }

  /** Keeps the analysis of a text. */
  put(text: string, packed: Uint8Array): void {
    const hash = textHash(text);
    if (this.#places.has(hash)) return;
    this.#waiting.set(hash, packed);
    this.#writing ??= this.#write();
  }

  /** Resolves when all that was put is written. */
  async close(): Promise<void> {
    await this.#writing;
    for (const handle of this.#handles.values()) await handle.then((file) => file.close()).catch(() => undefined);
    this.#handles.clear();
  }

  /** Removes what other versions have left, and what is more than may be kept, and reads the indexes of the rest. */
  async #open(): Promise<void> {
    const versions = await readdir(join(this.storage, NAME)).catch(() => []);
    const others = versions.filter((name) => name !== this.version);
    for (const name of others) await rm(join(this.storage, NAME, name), { recursive: true, force: true });
    if (others.length > 0) this.log('What another version has kept of the sources is removed; they are read anew.');
    for (const pack of await this.#prune()) await this.#readIndex(pack);
  }

  /** @returns the packs that stay, the newest last: without the oldest where they are too large together, without the smallest where they are too many */
  async #prune(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const found = names.filter((name) => name.endsWith(PACK)).map((name) => name.slice(0, -PACK.length));
    const sized = found.map(async (pack) => {
      const info = await stat(join(this.#folder, pack + PACK)).catch(() => undefined);
      return info ? [{ pack, size: info.size, changed: info.mtimeMs }] : [];
    });
    const packs = (await Promise.all(sized)).flat();
    packs.sort((a, b) => b.changed - a.changed);
    let bytes = 0;
    const young = packs.filter(({ size }) => {
      bytes += size;
      return bytes <= this.mostBytes;
    });
    const kept = new Set([...young].sort((a, b) => b.size - a.size).slice(0, MOST_PACKS));
    for (const each of packs) if (!kept.has(each)) await this.#remove(each.pack);
    return [...kept].sort((a, b) => a.changed - b.changed).map(({ pack }) => pack);
  }

  async #readIndex(pack: string): Promise<void> {
    const index = await readFile(join(this.#folder, pack + INDEX)).catch(() => Buffer.alloc(0));
    for (let at = 0; at + ENTRY <= index.length; at += ENTRY) this.#note(pack, index.subarray(at, at + ENTRY));
  }

  #note(pack: string, entry: Buffer): void {
    this.#places.set(entry.toString('base64', 0, HASH), {
      pack,
      start: entry.readUIntLE(HASH, 6),
      length: entry.readUInt32LE(HASH + 6),
      checksum: entry.readUInt32LE(HASH + 10),
    });
  }

  /** Writes what waits, and what has come to wait meanwhile. */
  async #write(): Promise<void> {
    await this.#opened;
    try {
      await mkdir(this.#folder, { recursive: true });
      const pack = await open(join(this.#folder, this.#own + PACK), 'a');
      const index = await open(join(this.#folder, this.#own + INDEX), 'a');
      try {
        while (this.#waiting.size > 0) await this.#append(pack, index);
      } finally {
        await pack.close();
        await index.close();
      }
    } catch (error) {
      this.#waiting.clear();
      this.#complain(`Nothing is kept for the next session: ${error instanceof Error ? error.message : error}`);
    }
    this.#writing = undefined;
  }

  async #append(pack: FileHandle, index: FileHandle): Promise<void> {
    const written = [...this.#waiting].filter(([hash]) => !this.#places.has(hash));
    this.#waiting = new Map();
    if (this.#written > this.mostBytes) return;
    const entries = written.map(([hash, bytes]) => {
      const entry = Buffer.alloc(ENTRY);
      entry.write(hash, 'base64');
      entry.writeUIntLE(this.#written, HASH, 6);
      entry.writeUInt32LE(bytes.length, HASH + 6);
      entry.writeUInt32LE(crc32(bytes), HASH + 10);
      this.#written += bytes.length;
      return entry;
    });
    await pack.appendFile(Buffer.concat(written.map(([, bytes]) => bytes)));
    await index.appendFile(Buffer.concat(entries));
    for (const entry of entries) this.#note(this.#own, entry);
  }

  #handleOf(pack: string): Promise<FileHandle> {
    const known = this.#handles.get(pack) ?? open(this.#pathOf(pack), 'r');
    this.#handles.set(pack, known);
    return known;
  }

  #pathOf(pack: string): string {
    return join(this.#folder, pack + PACK);
  }

  async #remove(pack: string): Promise<void> {
    for (const end of [INDEX, PACK]) await rm(join(this.#folder, pack + end), { force: true }).catch(() => undefined);
  }

  #complain(message: string): void {
    if (!this.#hasComplained) this.log(message);
    this.#hasComplained = true;
  }
}
