import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { gunzip, gzip } from 'node:zlib';
import type { SourceAnalysis } from '../analysis/model.ts';

/** The folder in the client's storage. */
const NAME = 'analyses';
/** In bytes: what is kept at most from one session to the next. */
const MOST_BYTES = 500_000_000;

const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

/**
 * What was read of texts in earlier sessions, by their content: a file for each text, in a folder for each version of the engine. All that is said
 * of a source hangs on its text alone and on no setting. What cannot be kept or read is only read anew.
 */
export class AnalysisCache {
  readonly #folder: string;
  readonly #began = Date.now();
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
  }

  /** What is known of a text, as a source under a path. */
  async get(path: string, text: string): Promise<SourceAnalysis | undefined> {
    const file = this.#fileOf(text);
    const packed = await readFile(file).catch(() => undefined);
    if (!packed) return undefined;
    try {
      // the checksum of the format tells what is damaged
      const source = deserialize(await decompress(packed)) as SourceAnalysis;
      return { ...source, path, read: { ...source.read, text } };
    } catch (error) {
      this.#complain(`${file} is damaged: ${error instanceof Error ? error.message : error}`);
      await rm(file, { force: true }).catch(() => undefined);
      return undefined;
    }
  }

  /** Keeps what was read of a source; the file appears whole or not at all. */
  async put(source: SourceAnalysis): Promise<void> {
    const file = this.#fileOf(source.read.text);
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
      const packed = await compress(serialize({ ...source, path: '', read: { ...source.read, text: '' } }), {
        level: 1,
      });
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(temporary, packed);
      await rename(temporary, file);
    } catch (error) {
      this.#complain(`Nothing is kept for the next session: ${error instanceof Error ? error.message : error}`);
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  /** Removes what other versions and broken writes have left, and of the rest the oldest until it is no more than may be kept. */
  async prune(): Promise<void> {
    const versions = await readdir(join(this.storage, NAME)).catch(() => []);
    const others = versions.filter((name) => name !== this.version);
    for (const name of others) await rm(join(this.storage, NAME, name), { recursive: true, force: true });
    if (others.length > 0) this.log('What another version has kept of the sources is removed; they are read anew.');
    const files = await filesIn(this.#folder);
    files.sort((a, b) => b.changed - a.changed);
    let bytes = 0;
    for (const { path, size, changed } of files) {
      bytes += size;
      const isLeft = path.endsWith('.tmp') && changed < this.#began;
      if (bytes > this.mostBytes || isLeft) await rm(path, { force: true });
    }
  }

  #fileOf(text: string): string {
    const hash = createHash('sha256').update(text, 'utf8').digest('hex');
    return join(this.#folder, hash.slice(0, 2), hash.slice(2));
  }

  #complain(message: string): void {
    if (!this.#hasComplained) this.log(message);
    this.#hasComplained = true;
  }
}

async function filesIn(folder: string): Promise<{ path: string; size: number; changed: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const sized = found.map(async (path) => {
    const info = await stat(path).catch(() => undefined);
    return info ? [{ path, size: info.size, changed: info.mtimeMs }] : [];
  });
  return (await Promise.all(sized)).flat();
}
