import { t } from '@vscode/l10n';
import type { WritableFileSystem } from '../workspace/fileSystem.ts';
import { childUri } from '../workspace/uri.ts';
import { type Annotation, timeOf } from './annotation.ts';
import {
  ANNOTATION_FILE,
  type AnnotationSet,
  ATTRIBUTES,
  ATTRIBUTES_FILE,
  encode,
  inOrder,
  merge,
  type Problem,
  parse,
} from './file.ts';
import { withLock } from './lock.ts';

/** Stands in the unsaved file for an annotation that was removed. */
const REMOVED = 'crossread:removed';
/** What is not in the annotation file yet, beside it: while that file cannot be read. */
const UNSAVED_FILE = '.crossread/annotations.unsaved.jsonld';

/** A file that was to take the place of another. */
const TEMPORARY = /^annotations\.[\w.]+\.[\da-f-]{36}\.tmp$/;

export interface StoreEvents {
  /** The annotations have changed, by this session or another. @param changed those added, changed or removed */
  onChanged(changed: Annotation[]): void;
  /** The file cannot be read, or can again. */
  onProblem(file: string, problem: Problem | undefined): void;
  /** What the user has to know, once. */
  onMessage(message: string): void;
}

/**
 * The annotations of one workspace folder: its file, what other programs make of it, and what this session adds. Nothing
 * is overwritten that was not read: every save merges, under a lock, into what the file has then.
 */
export class AnnotationStore {
  readonly file: string;
  #mine: Map<string, Annotation> = new Map();
  /** What the file had when it was last read or written. */
  #base: AnnotationSet = new Map();
  /** The bytes that the file had then; undefined where there is none. */
  #bytes: Uint8Array | undefined;
  #problem: Problem | undefined;
  #isReadOnly = false;
  #hasUnsaved = false;
  /** What was removed and is still in the file, for a later session to remove. */
  #removed: Map<string, Annotation> = new Map();
  #isLoaded = false;
  #isTidy = false;
  /** Reading and writing wait for each other here. */
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param folder of the workspace
   * @param fallback the file, outside the folder, that takes the annotations of a folder that cannot be written
   */
  constructor(
    private readonly fs: WritableFileSystem,
    readonly folder: string,
    private readonly fallback: string | undefined,
    private readonly events: StoreEvents,
  ) {
    this.file = childUri(folder, ANNOTATION_FILE);
  }

  /** In the order of the file, as the next session will have them. */
  get annotations(): AnnotationSet {
    return this.#mine;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Reads the file, and what an earlier session could not write into it. */
  load(): Promise<void> {
    return this.#queue(async () => {
      const left = new Map([...(await this.#readUnsaved(this.fallback)), ...(await this.#readUnsaved(this.#unsaved))]);
      this.#hasUnsaved = left.size > 0;
      this.#removed = new Map([...left].filter(([, each]) => each.motivation === REMOVED));
      this.#mine = inOrder(new Map([...left].filter(([id]) => !this.#removed.has(id))));
      await this.#read();
      this.#removeAgain();
      if (this.#hasUnsaved) await this.#write();
    }).finally(() => {
      this.#isLoaded = true;
    });
  }

  /** Takes in what another program has made of the file. */
  reload(): Promise<void> {
    return this.#queue(async () => {
      const before = this.#problem;
      await this.#read();
      if (before && !this.#problem && this.#hasUnsaved) await this.#write();
    });
  }

  /** Adds annotations or new versions of them, and saves. */
  put(...annotations: Annotation[]): Promise<void> {
    const next = new Map(this.#mine);
    for (const each of annotations) {
      next.set(each.id, each);
      this.#removed.delete(each.id);
    }
    return this.#change(next);
  }

  remove(...ids: string[]): Promise<void> {
    const next = new Map(this.#mine);
    const created = new Date().toISOString();
    for (const id of ids) {
      next.delete(id);
      this.#removed.set(id, { id, type: 'Annotation', motivation: REMOVED, created, target: '' });
    }
    return this.#change(next);
  }

  /** What an earlier session removed and could not write, unless it has been changed since. */
  #removeAgain(): void {
    const next = new Map(this.#mine);
    for (const [id, { created }] of this.#removed) {
      const here = next.get(id);
      if (here && timeOf(here) <= created) next.delete(id);
    }
    this.#mine = next;
  }

  #change(next: Map<string, Annotation>): Promise<void> {
    const before = this.#mine;
    this.#mine = inOrder(next);
    this.events.onChanged(differing(before, next));
    return this.#queue(() => this.#write());
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Takes in the file when it is not what it was. */
  async #read(): Promise<void> {
    const bytes = await this.#bytesOf(this.file);
    const isNews = !isSame(bytes, this.#bytes);
    if (!isNews && !this.#problem) return;
    this.#bytes = bytes;
    const { annotations, problem } = parse(new TextDecoder().decode(bytes));
    // What a broken line held is not gone: it will be there when the file is mended.
    const theirs = problem ? new Map([...this.#base, ...annotations]) : annotations;
    const before = this.#mine;
    this.#mine = merge(this.#base, before, theirs);
    this.#base = theirs;
    if (problem || this.#problem) this.events.onProblem(this.file, problem);
    this.#problem = problem;
    if (isNews && this.#isLoaded) this.events.onChanged(differing(before, this.#mine));
  }

  async #write(): Promise<void> {
    if (this.#isReadOnly) return this.#writeUnsaved(this.fallback);
    try {
      await this.fs.createDirectory(childUri(this.folder, '.crossread'));
      await withLock(this.fs, `${this.file}.lock`, () => this.#mergeIntoFile());
    } catch (error) {
      if (!isForbidden(error)) throw error;
      this.#isReadOnly = true;
      this.events.onMessage(
        this.fallback
          ? t('{0} cannot be written: annotations are kept on this machine only, outside the folder.', this.file)
          : t('{0} cannot be written: annotations are lost when the session ends.', this.file),
      );
      await this.#writeUnsaved(this.fallback);
    }
  }

  async #mergeIntoFile(): Promise<void> {
    if (!this.#isTidy) await this.#tidy();
    await this.#read();
    if (this.#problem) return this.#writeUnsaved(this.#unsaved);
    const written = this.#mine;
    if (written !== this.#base && (this.#bytes || written.size > 0)) {
      if (!this.#bytes) await this.#writeAttributes();
      this.#bytes = await this.#replace(this.file, encode(written));
    }
    this.#base = written;
    this.#removed.clear();
    if (this.#hasUnsaved) await this.#forgetUnsaved();
  }

  /** Removes what processes have left that were killed while they wrote; under the lock nobody else writes. */
  async #tidy(): Promise<void> {
    this.#isTidy = true;
    const folder = childUri(this.folder, '.crossread');
    for (const { name } of await this.fs.readDirectory(folder).catch(() => [])) {
      if (TEMPORARY.test(name)) await this.fs.deleteFile(childUri(folder, name));
    }
  }

  /** Only where there is none: one of the user's is left as it is. */
  async #writeAttributes(): Promise<void> {
    await this.fs.createFile(childUri(this.folder, ATTRIBUTES_FILE), new TextEncoder().encode(ATTRIBUTES));
  }

  get #unsaved(): string {
    return childUri(this.folder, UNSAVED_FILE);
  }

  async #writeUnsaved(file: string | undefined): Promise<void> {
    if (!file) return;
    const left = [...this.#mine].filter(([id, annotation]) => this.#base.get(id) !== annotation);
    left.push(...this.#removed);
    this.#hasUnsaved = left.length > 0;
    await this.fs.createDirectory(file.slice(0, file.lastIndexOf('/')));
    await this.#replace(file, encode(new Map(left)));
  }

  async #readUnsaved(file: string | undefined): Promise<AnnotationSet> {
    const bytes = file && (await this.#bytesOf(file));
    return bytes ? parse(new TextDecoder().decode(bytes)).annotations : new Map();
  }

  async #forgetUnsaved(): Promise<void> {
    for (const file of [this.fallback, this.#unsaved]) if (file) await this.fs.deleteFile(file);
    this.#hasUnsaved = false;
  }

  /** Whoever reads the file meanwhile finds the old one or the new one, never a part. */
  async #replace(file: string, bytes: Uint8Array): Promise<Uint8Array> {
    const temporary = `${file}.${crypto.randomUUID()}.tmp`;
    try {
      // One that takes the place of another before it is on the disk may be empty after a power cut.
      await this.fs.writeFile(temporary, bytes, { flush: true });
      await this.fs.replaceFile(temporary, file);
      return bytes;
    } catch (error) {
      await this.fs.deleteFile(temporary).catch(() => undefined);
      throw error;
    }
  }

  async #bytesOf(file: string): Promise<Uint8Array | undefined> {
    try {
      // A link may lead to a device, which has no end.
      if ((await this.fs.stat(file)).type !== 'file') throw new Error('it is not a file');
      return await this.fs.readFile(file);
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  }
}

/** What one set has that the other does not have in the same version. */
function differing(before: AnnotationSet, after: AnnotationSet): Annotation[] {
  const gone = [...before].filter(([id, annotation]) => after.get(id) !== annotation);
  const here = [...after].filter(([id, annotation]) => before.get(id) !== annotation);
  return [...gone, ...here].map(([, annotation]) => annotation);
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0);
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
