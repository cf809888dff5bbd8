import { decode } from '../analysis/text/decode.ts';
import type { Decisions } from './decisions.ts';
import { Document, type PositionEncoding } from './document.ts';
import type { Engine } from './engine.ts';
import type { FileSystem } from './fileSystem.ts';
import { isProse } from './prose.ts';
import type { Reading } from './reading.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { packSnapshot, Snapshot } from './snapshot.ts';
import type { SnapshotStore } from './snapshotStore.ts';
import { SourceFilter, type Standing } from './sourceFilter.ts';
import { SourceIndex } from './sourceIndex.ts';
import { isTimeOut } from './timeLimit.ts';
import { canonicalUri, childUri, fileName, isInside, relativePath, schemeOf } from './uri.ts';
import { walk } from './walk.ts';

/** The language that a user chooses to say that a text is a source. */
export const SOURCE_LANGUAGE = 'source-text';
/** Files read at the same time. */
const BATCH = 32;
/** How long nothing changes before what is known is kept for the next session. */
const QUIET_MS = 5000;
const MEGABYTE = 1_000_000;
/** Of a file whose drive does not answer: what was known of it stands. */
const UNKNOWN = Symbol();

export interface WorkspaceFolder {
  uri: string;
  settings: Settings;
}

export interface FileEvent {
  uri: string;
  type: 'created' | 'changed' | 'deleted';
}

export interface WorkspaceEvents {
  /** Sources were read, or read anew. @param paths those whose disputes, or what is said of them, may be others than before */
  onRead(reading: Reading, paths: Set<string>): void;
  /** A scan begins, goes on, or has ended (undefined). What it gives back resolves when that, and all that was told before, has been sent. */
  onScan(progress: { done: number; total: number } | undefined): Promise<void> | void;
  /** There are more sources than may be read. @param bound how many may be */
  onTooMany(bound: number): void;
  log(level: 'error' | 'warn' | 'info', message: string): void;
  /** Files are missed for their size, or since their drive does not answer; each is told of once. */
  onUnread(uris: string[], why: 'size' | 'silence'): void;
}

/** The files that were read for what an earlier session has found. */
interface LoadedFiles {
  files: string[];
  /** All that there is now was found then. */
  isWhole: boolean;
}

interface Folder {
  uri: string;
  filter: SourceFilter;
  maximumSize: number;
}

/**
 * The sources of all workspace folders and of the open editors, which are one reading. What stands in an editor counts
 * before what is on disk.
 */
export class Workspace {
  readonly #index: SourceIndex;
  readonly #open = new Map<string, Document>();
  /** The last begun read of each file; one that ends after a later one has begun is dropped. */
  readonly #reads = new Map<string, symbol>();
  /** The files whose size was complained of, which is done once. */
  readonly #tooLarge = new Set<string>();
  /** Those among them, and those whose drive does not answer, that the user was not told of. */
  readonly #untold = { size: new Set<string>(), silence: new Set<string>() };
  readonly #told = new Set<string>();
  #folders: Folder[] = [];
  /** What holds outside all folders. */
  #elsewhere = folderOf({ uri: '', settings: DEFAULT_SETTINGS });
  /** How many sources are read, but for those in open editors. */
  #bound = Number.POSITIVE_INFINITY;
  /** Whether the user wants all sources read, however many there are. */
  #wantsAll = false;
  #hasTooMany = false;
  #scanning: AbortController | undefined;
  #lastScan: Promise<void> | undefined;
  /** How many readings there were, and which of them the next session will know. */
  #readings = 0;
  #saved = 0;
  /** What the last session has found, while the files are read for that. */
  #snapshot: Snapshot | undefined;
  #saving: Promise<void> = Promise.resolve();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #configured!: () => void;
  readonly #ready = new Promise<void>((resolve) => {
    this.#configured = resolve;
  });

  constructor(
    private readonly fs: FileSystem,
    private readonly events: WorkspaceEvents,
    engine: Engine,
    private readonly encoding: PositionEncoding = 'utf-16',
    decisions?: Decisions,
    private readonly snapshots?: SnapshotStore,
  ) {
    this.#index = new SourceIndex(
      engine,
      {
        onRead: (reading, paths) => {
          this.#readings++;
          this.#saveWhenQuiet();
          events.onRead(reading, paths);
        },
        onError: (message) => events.log('error', message),
      },
      decisions,
    );
  }

  /**
   * Takes the folders and settings and reads all sources; resolves when they are read.
   *
   * @param general the settings outside all folders
   */
  async configure(folders: WorkspaceFolder[], general: Settings): Promise<void> {
    this.#folders = folders.map(folderOf).sort((a, b) => b.uri.length - a.uri.length);
    this.#elsewhere = folderOf({ uri: '', settings: general });
    this.#index.setMinimumConfidence(general.minimumConfidence);
    this.#bound = general.maximumSources || Number.POSITIVE_INFINITY;
    await this.#scan();
  }

  /** Reads and analyses all sources again. */
  async rescan(): Promise<void> {
    await this.#ready;
    this.#index.forget();
    await this.#scan();
  }

  /** Reads all sources from now on, however many there are. */
  async readAll(): Promise<void> {
    this.#wantsAll = true;
    await this.#scan();
  }

  /** The last reading, without waiting for what has changed since. */
  get lastReading(): Reading {
    return this.#index.reading;
  }

  /** The text that a source or an open editor has now, also where no reading has it yet. */
  document(path: string): Document | undefined {
    return this.#open.get(path) ?? this.#index.documents.get(path);
  }

  /** Brings to bear what the user has decided. @param ofEntities whether it is about who is who, or only verdicts */
  decided(ofEntities: boolean): void {
    if (ofEntities) void this.#index.correct();
    else this.#index.judge();
  }

  /** A file as a reader would write it: its path below its folder, after the folder's name where there are several. */
  displayPath(uri: string): string {
    const folder = this.#folderOf(uri);
    if (!folder) return fileName(uri);
    const path = relativePath(folder.uri, uri) as string;
    return this.#folders.length > 1 ? `${fileName(folder.uri)}/${path}` : path;
  }

  /** Stops the scan that is under way; what was read stays. */
  cancelScan(): void {
    this.#scanning?.abort();
    this.#index.recall();
  }

  /** The text of an open editor, when it opens and after every change. */
  edit(document: Document): void {
    this.#open.set(document.uri, document);
    this.#reads.delete(document.uri);
    this.#consider(document);
    this.#index.schedule();
  }

  /** An editor has closed: from now on the file counts as it is on disk. */
  async close(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.#refresh([uri]);
    this.#index.schedule();
  }

  async filesChanged(changes: FileEvent[]): Promise<void> {
    const affected = new Set<string>();
    for (const { uri, type } of changes) {
      if (type === 'deleted') {
        for (const path of this.#atOrBelow(uri)) {
          if (await this.#isOtherwiseSpelled(path)) this.#index.delete(path);
          else affected.add(path);
        }
      } else if (this.#standing(uri) !== 'ignored') affected.add(uri);
      else if (type === 'created') for (const path of await this.#filesBelow(uri)) affected.add(path);
    }
    await this.#refresh([...affected]);
    this.#index.schedule();
    this.#tellUnread();
  }

  /**
   * The state to answer a request from: with the last text of the document when one is named, otherwise with all
   * changes; while a scan is under way, with all changes in the editors and what has been read so far.
   */
  async reading(uri?: string): Promise<Reading> {
    await this.#ready;
    if (uri !== undefined || !this.#scanning) return this.#index.current(uri);
    for (const open of [...this.#open.keys()]) await this.#index.current(open);
    return this.#index.reading;
  }

  /** Resolves when what outlasts the session is written. */
  async dispose(): Promise<void> {
    clearTimeout(this.#quiet);
    this.#scanning?.abort();
    await this.#save();
    await this.#index.dispose();
  }

  /** Reads all files; resolves when that is done, by a later scan where one has taken the place of this. */
  async #scan(): Promise<void> {
    let scan: Promise<void> | undefined;
    this.#lastScan = this.#scanOnce();
    while (scan !== this.#lastScan) {
      scan = this.#lastScan;
      await scan;
    }
  }

  async #scanOnce(): Promise<void> {
    this.#scanning?.abort();
    const scan = new AbortController();
    this.#scanning = scan;
    this.events.onScan({ done: 0, total: 0 });
    this.#hasTooMany = false;
    for (const document of this.#open.values()) this.#consider(document);
    const loaded = await this.#restore(scan.signal);
    const readings = this.#readings;
    const shown = loaded?.isWhole ? this.events.onScan(undefined) : undefined;
    await this.#readOpen();
    this.#configured();
    // Reading on would keep the thread so busy that what is there to be shown came late.
    await shown;
    await this.#readFiles(loaded?.files ?? (await this.#listFiles(scan.signal)), scan.signal, loaded);
    await this.#index.allRead();
    if (this.#scanning !== scan) return;
    await this.#index.takeOver();
    if (this.#scanning !== scan) return;
    this.#scanning = undefined;
    await this.#index.read();
    if (loaded?.isWhole && this.#readings === readings + 1) this.#saved = this.#readings;
    this.events.onScan(undefined);
    this.#tellUnread();
    this.#tellWhatIsLeft();
    if (this.#hasTooMany) this.events.onTooMany(this.#bound);
    void this.#save();
  }

  async #readOpen(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((path) => this.#index.feed(path)));
    if (!this.#index.isUpToDate) await this.#index.compare();
  }

  /**
   * Shows what the last session on the folders has found, as far as it holds. Every file is read for that, so that nothing is shown of a text
   * that is another one now.
   */
  async #restore(signal: AbortSignal): Promise<LoadedFiles | undefined> {
    if (!this.snapshots || this.#index.size > 0) return undefined;
    const folders = this.#folders.map(({ uri }) => uri);
    const packed = await this.snapshots.load(folders);
    if (packed.length === 0) return undefined;
    try {
      this.#snapshot = new Snapshot(packed);
      const files = await this.#listFiles(signal);
      await this.#refresh(files);
      const isUsable = !signal.aborted && this.#snapshot.guidance === this.#index.guidance;
      const restored = isUsable ? this.#snapshot.restore(this.#index.documents) : undefined;
      if (restored) this.#index.restore(restored);
      return { files, isWhole: restored?.isWhole === true };
    } catch {
      await this.snapshots.damaged(folders);
      return undefined;
    } finally {
      this.#snapshot = undefined;
    }
  }

  #saveWhenQuiet(): void {
    clearTimeout(this.#quiet);
    if (this.snapshots) this.#quiet = setTimeout(() => void this.#save(), QUIET_MS).unref();
  }

  /** Keeps what is known for the next session, if it is complete and not kept yet. */
  #save(): Promise<void> {
    this.#saving = this.#saving.then(async () => {
      const readings = this.#readings;
      const isComplete = !this.#scanning && this.#index.isUpToDate && this.#index.size > 0;
      if (!this.snapshots || !isComplete || this.#saved === readings) return;
      const { reading, guidance, left } = this.#index;
      const folders = this.#folders.map(({ uri }) => uri);
      const isProse = (path: string) => !this.#open.has(path) && this.#standing(path) === 'candidate';
      const parts = packSnapshot(reading, { guidance, left }, isProse);
      if (await this.snapshots.save(folders, parts, () => this.#readings === readings)) this.#saved = readings;
    });
    return this.#saving;
  }

  #tellWhatIsLeft(): void {
    const { crowdedKeys, claims, surnames } = this.#index.left;
    if (crowdedKeys + claims + surnames === 0) return;
    this.events.log(
      'info',
      `So that reading stays quick: what ${crowdedKeys} words and names that many sources share say is compared only between sources of one story, ${claims} statements were passed over in sources that say much of one thing, and ${surnames} surnames that too many people bear are linked with nobody.`,
    );
  }

  /** Reads files ahead of the engine, and has those compared that it has read by then while it reads on. */
  async #readFiles(files: string[], signal: AbortSignal, loaded?: LoadedFiles): Promise<void> {
    const total = files.length;
    let done = 0;
    const progress = () => {
      done++;
      if (signal.aborted) return;
      if (done % BATCH === 0 && !loaded?.isWhole) this.events.onScan({ done, total });
      if (showsEarly(done, total)) void this.#index.compare();
    };
    const reading: Promise<void>[] = [];
    const left = files.values();
    const readOn = async () => {
      for (const uri of left) {
        if (!loaded) await this.#refreshOne(uri);
        if (signal.aborted || (this.#hasTooMany && !loaded)) return;
        reading.push(this.#index.feed(uri).then(progress));
        await this.#index.room();
      }
    };
    await Promise.all(Array.from({ length: BATCH }, readOn));
    await Promise.all(reading);
  }

  /** All files that may be sources, and after them the sources that were known and are no longer among these. */
  async #listFiles(signal: AbortSignal): Promise<string[]> {
    const files = new Set<string>();
    const met = new Set<string>();
    for (const folder of this.#folders) {
      for await (const uri of this.#walk(folder, folder.uri, met)) {
        if (signal.aborted) return [];
        files.add(uri);
      }
      for (const path of folder.filter.named) files.add(childUri(folder.uri, path));
    }
    return [...new Set([...files, ...this.#index.paths])];
  }

  #walk(folder: Folder, from: string, met: Set<string>): AsyncGenerator<string> {
    const base = relativePath(folder.uri, from);
    const full = (path: string) => [base, path].filter(Boolean).join('/');
    return walk(
      this.fs,
      from,
      {
        enters: (path) => !folder.filter.isExcluded(full(path)),
        gives: (path) => folder.filter.standing(full(path)) !== 'ignored',
        onError: (uri, error) => this.#noteUnread(uri, error),
      },
      met,
    );
  }

  #atOrBelow(uri: string): string[] {
    return this.#index.has(uri) ? [uri] : [...this.#index.paths].filter((path) => isInside(uri, path));
  }

  /** The files below a folder that has appeared; none for anything else. */
  async #filesBelow(uri: string): Promise<string[]> {
    const folder = this.#folderOf(uri);
    if (!folder || folder.filter.isExcluded(relativePath(folder.uri, uri) ?? '')) return [];
    const info = await this.fs.stat(uri).catch(() => undefined);
    if (info?.type !== 'directory') return [];
    const files: string[] = [];
    for await (const file of this.#walk(folder, uri, new Set())) files.push(file);
    return files;
  }

  /** Reads files from disk into the index, unless an editor has them open. */
  async #refresh(uris: string[]): Promise<void> {
    for (let i = 0; i < uris.length; i += BATCH) {
      await Promise.all(uris.slice(i, i + BATCH).map((uri) => this.#refreshOne(uri)));
    }
  }

  async #refreshOne(uri: string): Promise<void> {
    if (this.#open.has(uri)) return;
    const read = Symbol();
    this.#reads.set(uri, read);
    const document = await this.#load(uri);
    if (this.#reads.get(uri) !== read) return;
    this.#reads.delete(uri);
    if (document === UNKNOWN) return;
    if (document && this.#hasRoomFor(uri)) this.#index.set(document);
    else this.#index.delete(uri);
  }

  #hasRoomFor(uri: string): boolean {
    if (this.#wantsAll || this.#index.has(uri) || this.#index.count < this.#bound) return true;
    this.#hasTooMany = true;
    return false;
  }

  /** The text of a file as a document; undefined when it is not a source, and unknown when nothing can be said of it now. */
  async #load(uri: string): Promise<Document | typeof UNKNOWN | undefined> {
    const standing = this.#standing(uri);
    if (standing === 'ignored') return undefined;
    try {
      const { type, size } = await this.fs.stat(uri);
      if (type !== 'file' || this.#isTooLarge(uri, size)) return undefined;
      const bytes = await this.fs.readFile(uri);
      // It may have grown meanwhile.
      if (this.#isTooLarge(uri, bytes.length)) return undefined;
      const decoded = decode(bytes);
      if ('reason' in decoded) {
        this.events.log('info', `${uri} is not read: ${decoded.reason}.`);
        return undefined;
      }
      const isSource = standing === 'source' || this.#isProse(uri, decoded.text);
      return isSource ? new Document(uri, decoded.text, undefined, undefined, this.encoding) : undefined;
    } catch (error) {
      if (!isMissing(error)) this.#noteUnread(uri, error);
      return isTimeOut(error) ? UNKNOWN : undefined;
    }
  }

  /** What was prose in the last session still is. */
  #isProse(uri: string, text: string): boolean {
    return this.#snapshot?.isProse(uri, text) || isProse(text, fileName(uri));
  }

  #noteUnread(uri: string, error: unknown): void {
    this.events.log('warn', `${uri} could not be read: ${messageOf(error)}`);
    if (isTimeOut(error)) this.#untold.silence.add(uri);
  }

  /**
   * Whether a path leads to a file whose name differs in case: where case does not count, a file that is renamed so is told
   * of as deleted and still answers to its old name.
   */
  async #isOtherwiseSpelled(uri: string): Promise<boolean> {
    const folder = this.#folderOf(uri);
    const real = folder && (await this.fs.realPath(uri).catch(() => undefined));
    if (!folder || real === undefined) return false;
    const names = uri.slice(folder.uri.length);
    const realNames = real.slice(-names.length);
    return realNames !== names && realNames.toLowerCase() === names.toLowerCase();
  }

  /** Tells of the files that are missed. Where there are no sources, none is for its size. */
  #tellUnread(): void {
    if (this.#untold.silence.size > 0) this.#tellOf('silence');
    if (this.#untold.size.size > 0 && this.#index.size > 0) this.#tellOf('size');
  }

  #tellOf(why: 'size' | 'silence'): void {
    const fresh = [...this.#untold[why]].filter((uri) => !this.#told.has(uri));
    this.#untold[why].clear();
    for (const uri of fresh) this.#told.add(uri);
    if (fresh.length > 0) this.events.onUnread(fresh, why);
  }

  /** Takes an open document into the index, or out of it. */
  #consider(document: Document): void {
    const standing = this.#standingOpen(document);
    const isSource =
      standing !== 'ignored' &&
      !this.#isTooLarge(document.uri, document.text.length) &&
      (standing === 'source' || isProse(document.text, fileName(document.uri)));
    if (isSource) this.#index.set(document);
    else this.#index.delete(document.uri);
  }

  #standingOpen({ uri, languageId }: Document): Standing {
    const folder = this.#folderOf(uri);
    if (folder) {
      const path = relativePath(folder.uri, uri) as string;
      if (languageId === SOURCE_LANGUAGE && folder.filter.forced(path) !== false) return 'source';
      return folder.filter.standing(path);
    }
    const scheme = schemeOf(uri);
    if (scheme !== 'file' && scheme !== 'untitled') return 'ignored';
    if (languageId === SOURCE_LANGUAGE) return 'source';
    if (scheme === 'untitled') return languageId === 'plaintext' ? 'candidate' : 'ignored';
    return this.#elsewhere.filter.standing(fileName(uri));
  }

  #standing(uri: string): Standing {
    const folder = this.#folderOf(uri);
    return folder?.filter.standing(relativePath(folder.uri, uri) as string) ?? 'ignored';
  }

  /** The innermost folder around a file. */
  #folderOf(uri: string): Folder | undefined {
    return this.#folders.find((folder) => isInside(folder.uri, uri));
  }

  #isTooLarge(uri: string, size: number): boolean {
    const { maximumSize } = this.#folderOf(uri) ?? this.#elsewhere;
    if (size <= maximumSize) {
      this.#tooLarge.delete(uri);
      return false;
    }
    if (this.#tooLarge.has(uri)) return true;
    this.#tooLarge.add(uri);
    this.#untold.size.add(uri);
    const limit = `the limit is ${maximumSize / MEGABYTE} MB (setting crossread.maximumFileSize)`;
    this.events.log('warn', `${uri} is not read: it has ${(size / MEGABYTE).toFixed(1)} MB and ${limit}.`);
    return true;
  }
}

/** When a half, a quarter, an eighth … of all is read: that shows early results at a bounded cost. */
function showsEarly(done: number, total: number): boolean {
  for (let part = total >> 1; part >= BATCH; part >>= 1) if (part === done) return true;
  return false;
}

function folderOf({ uri, settings }: WorkspaceFolder): Folder {
  return {
    uri: canonicalUri(uri).replace(/\/$/, ''),
    filter: new SourceFilter(settings),
    maximumSize: settings.maximumFileSize * MEGABYTE,
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
