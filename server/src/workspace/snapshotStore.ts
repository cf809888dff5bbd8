import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** The folder in the client's storage. */
const NAME = 'snapshots';
/** So many sets of workspace folders are known again. */
const MOST = 4;
/** In bytes. */
const MOST_BYTES = 300_000_000;
/** Before each part: its length and its checksum. */
const HEAD = 8;

/**
 * Snapshots of earlier sessions on this machine, one for each set of workspace folders, each in a file that is whole or not there. One of
 * another version is not there, either. The last window to write one wins.
 */
export class SnapshotStore {
  readonly #folder: string;

  /**
   * @param storage the path of the client's storage folder
   * @param version tells versions of engine and server apart
   * @param log is told of what is damaged or cannot be written
   */
  constructor(
    private readonly storage: string,
    version: string,
    private readonly log: (message: string) => void,
    private readonly mostBytes = MOST_BYTES,
  ) {
    this.#folder = join(storage, NAME, version);
  }

  /** The parts of a snapshot; none where there is none that is whole. */
  async load(folders: string[]): Promise<Uint8Array[]> {
    const file = this.#fileOf(folders);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return [];
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; ) {
      const length = at + HEAD <= bytes.length ? bytes.readUInt32LE(at) : Number.POSITIVE_INFINITY;
      const part = bytes.subarray(at + HEAD, at + HEAD + length);
      if (part.length !== length || crc32(part) !== bytes.readUInt32LE(at + 4)) return this.damaged(folders);
      parts.push(part);
      at += HEAD + length;
    }
    return parts;
  }

  /** Gives up a snapshot that cannot be read. */
  async damaged(folders: string[]): Promise<[]> {
    const file = this.#fileOf(folders);
    this.log(`${file} is damaged; all sources are compared anew.`);
    await rm(file, { force: true }).catch(() => undefined);
    return [];
  }

  /** Keeps a snapshot in place of the one before, unless it turns out while it is made that it does not hold any more. */
  async save(folders: string[], parts: Iterable<Uint8Array>, holds: () => boolean): Promise<boolean> {
    const file = this.#fileOf(folders);
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
      await mkdir(this.#folder, { recursive: true });
      const isWhole = await this.#write(temporary, parts, holds);
      if (isWhole) await rename(temporary, file);
      else await rm(temporary, { force: true });
      if (isWhole) await this.#prune();
      return isWhole;
    } catch (error) {
      this.log(`What was found is not kept for the next session: ${error instanceof Error ? error.message : error}`);
      await rm(temporary, { force: true }).catch(() => undefined);
      return false;
    }
  }

  async #write(path: string, parts: Iterable<Uint8Array>, holds: () => boolean): Promise<boolean> {
    const file = await open(path, 'w');
    try {
      let written = 0;
      for (const part of parts) {
        const head = Buffer.alloc(HEAD);
        head.writeUInt32LE(part.length, 0);
        head.writeUInt32LE(crc32(part), 4);
        await file.appendFile(Buffer.concat([head, part]));
        written += HEAD + part.length;
        if (written > this.mostBytes || !holds()) return false;
      }
      return true;
    } finally {
      await file.close();
    }
  }

  /** Removes what other versions and sessions that were cut short have left, and the oldest. */
  async #prune(): Promise<void> {
    const versions = await readdir(join(this.storage, NAME));
    for (const name of versions) {
      const folder = join(this.storage, NAME, name);
      if (folder !== this.#folder) await rm(folder, { recursive: true, force: true });
    }
    const files = (await readdir(this.#folder)).map((name) => join(this.#folder, name));
    const dated = await Promise.all(
      files.map(async (file) => ({ file, changed: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 })),
    );
    dated.sort((a, b) => b.changed - a.changed);
    for (const { file } of dated.slice(MOST)) await rm(file, { force: true });
  }

  #fileOf(folders: string[]): string {
    return join(this.#folder, createHash('sha256').update(folders.toSorted().join('\n')).digest('hex').slice(0, 32));
  }
}
