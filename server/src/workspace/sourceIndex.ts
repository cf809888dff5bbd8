import type { Left } from '../analysis/folder.ts';
import { type Decisions, NO_DECISIONS } from './decisions.ts';
import type { Document } from './document.ts';
import { type Engine, NO_CHANGE, PASSED_OVER } from './engine.ts';
import { Reading } from './reading.ts';
import type { Restored } from './snapshot.ts';

/** How long an edit waits for the next one before the sources are compared again, and how long at most. */
export const DEBOUNCE_MS = 100;
const LONGEST_WAIT_MS = 1000;
/** Sources that are with the engine at a time: enough to keep all its threads busy while one of them compares. */
const MOST_SENT = 4000;

/** Stands among the changed sources for what the user has corrected; no source has this path. */
const CORRECTIONS = '';

export interface SourceIndexEvents {
  /** The reading has changed. @param paths the sources whose disputes, or what is said of them, may be others than before */
  onRead(reading: Reading, paths: Set<string>): void;
  /** A source, or the sources together, could not be analysed; what was known before stands. */
  onError(message: string): void;
}

/**
 * The sources and what is known of them. Each source is analysed once for each text it has; changes are collected and
 * then compared across all sources, which makes the next {@link Reading}. Analysing and comparing are the engine's, which may
 * be on another thread: texts can change while it works.
 */
export class SourceIndex {
  readonly reading: Reading;
  /** Every source with the text that it has now. */
  readonly #documents = new Map<string, Document>();
  /** Every source that the engine has, with the text that it has. */
  readonly #read = new Map<string, Document>();
  /** What the reading does not know yet of that: the text that the engine has, or that it has none. */
  #told = new Map<string, Document | undefined>();
  /** The same of the comparison that is under way. */
  #compared: Map<string, Document | undefined> | undefined;
  /** Sources whose text the engine does not have yet. */
  readonly #unread = new Set<string>();
  /** Sources that the engine is to read, with their text. */
  readonly #sent = new Map<string, Document>();
  /** What waits for the engine to have read one of them. */
  readonly #feeders: (() => void)[] = [];
  /** Sources that changed since the last reading, each with its last change. */
  readonly #changed = new Map<string, symbol>();
  readonly #waiting: (() => void)[] = [];
  /** What is shown was found in an earlier session; the engine has compared nothing yet. */
  #isRestored = false;
  /** Sources of it that have changed since. */
  readonly #outdated = new Set<string>();
  #minimumConfidence = 0;
  #left = NO_CHANGE.left;
  #comparing: Promise<void> = Promise.resolve();
  /** A comparison that waits for the one under way; it will have all changes until it begins. */
  #next: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly events: SourceIndexEvents,
    private readonly decisions: Decisions = NO_DECISIONS,
  ) {
    this.reading = new Reading(0, (contradictions, documents) => decisions.judge(contradictions, documents));
  }

  get paths(): IterableIterator<string> {
    return this.#documents.keys();
  }

  has(path: string): boolean {
    return this.#documents.has(path);
  }

  /** How many sources there are. */
  get count(): number {
    return this.#documents.size;
  }

  /** What the last comparison has left out. */
  get left(): Left {
    return this.#left;
  }

  /** How many sources were analysed. */
  get size(): number {
    return this.#read.size;
  }

  /** Whether what is shown is all that there is to show. */
  get isUpToDate(): boolean {
    return !this.#isRestored && this.#changed.size === 0;
  }

  /** What readers say of who is who now, as text. */
  get guidance(): string {
    return JSON.stringify(this.decisions.guidance(this.#documents));
  }

  /** Every source with the text that it has now, by path. */
  get documents(): ReadonlyMap<string, Document> {
    return this.#documents;
  }

  /**
   * Shows what an earlier session has found of the texts that there are, until {@link takeOver}: until then nothing is compared, and what is
   * said of a source goes when its text does.
   */
  restore({ change, documents }: Restored): void {
    this.#isRestored = true;
    this.#left = change.left;
    this.events.onRead(this.reading, this.reading.update(change, documents));
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Has the engine compare what there is, and from then on say what is shown. */
  async takeOver(): Promise<void> {
    if (!this.#isRestored) return;
    await this.analyse();
    this.#comparing = this.#compareNow();
    await this.#comparing;
  }

  /** Adds a source or gives it a new text. Call {@link schedule} or {@link read} for it to show. */
  set(document: Document): void {
    const before = this.#documents.get(document.uri);
    this.#documents.set(document.uri, document);
    if (this.#read.get(document.uri)?.text === document.text) this.#note(document.uri, document);
    if (before?.text === document.text) return;
    this.#change(document.uri);
    this.#leaveOut(document.uri);
  }

  delete(path: string): void {
    if (!this.#documents.delete(path)) return;
    this.#note(path, undefined);
    this.#unread.delete(path);
    this.#sent.delete(path);
    this.#changed.set(path, Symbol());
    this.engine.forget(path);
    this.#leaveOut(path);
  }

  /** Has every source analysed again; what is known stands until it is. */
  forget(): void {
    this.engine.restart();
    for (const path of this.#documents.keys()) this.#change(path);
  }

  /** Contradictions below the bound are left out of this and the following readings. */
  setMinimumConfidence(bound: number): void {
    if (bound === this.#minimumConfidence) return;
    this.#minimumConfidence = bound;
    const paths = this.reading.reconsider(bound);
    if (this.size > 0) this.events.onRead(this.reading, paths);
  }

  /** Reads what changed once no further change has come for a moment. */
  schedule(): void {
    if (this.#changed.size === 0) return;
    const now = Date.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    const left = this.#waitingSince + LONGEST_WAIT_MS - now;
    this.#timer = setTimeout(() => void this.read(), Math.max(0, Math.min(DEBOUNCE_MS, left)));
  }

  /** Analyses what changed and compares all sources. */
  async read(): Promise<void> {
    clearTimeout(this.#timer);
    this.#waitingSince = undefined;
    await this.analyse();
    if (this.#changed.size > 0) await this.compare();
  }

  /** Analyses the sources whose text is new. */
  async analyse(): Promise<void> {
    while (this.#unread.size > 0) await Promise.all([...this.#unread].map((path) => this.#analyseOne(path)));
  }

  /** Has a source analysed if its text is new. */
  async feed(path: string): Promise<void> {
    if (this.#unread.has(path)) await this.#analyseOne(path);
  }

  /** Resolves when the engine has room for another source. */
  async room(): Promise<void> {
    while (this.#sent.size >= MOST_SENT) await new Promise<void>((resolve) => this.#feeders.push(resolve));
  }

  /** Resolves when all that the engine was given is read, also what a scan that was given up had given it. */
  async allRead(): Promise<void> {
    while (this.#sent.size > 0) await new Promise<void>((resolve) => this.#feeders.push(resolve));
  }

  /** Takes back the files that have never been read and are not yet. */
  recall(): void {
    for (const [path, { version }] of this.#sent) if (version === undefined && !this.#read.has(path)) this.delete(path);
  }

  /** Compares what has been analysed and makes the next reading, without waiting for what has not. */
  compare(): Promise<void> {
    if (this.#isRestored) return Promise.resolve();
    this.#next ??= this.#comparing.then(() => {
      this.#next = undefined;
      this.#comparing = this.#compareNow();
      return this.#comparing;
    });
    return this.#next;
  }

  /** Compares anew, after the user has corrected who is who: a change like those of sources, which {@link current} waits for. */
  correct(): Promise<void> {
    this.#changed.set(CORRECTIONS, Symbol());
    return this.compare();
  }

  /** Judges what was found anew, after the user has decided something of it. */
  judge(): void {
    this.events.onRead(this.reading, this.reading.reconsider());
  }

  /** Resolves to a reading that has the last text of a source in it, or of all sources when none is named. */
  async current(path?: string): Promise<Reading> {
    this.#dropOutdated();
    while (!this.#isRestored && (path === undefined ? this.#changed.size > 0 : this.#changed.has(path))) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.reading;
  }

  dispose(): Promise<void> | void {
    clearTimeout(this.#timer);
    return this.engine.dispose();
  }

  /** What an earlier session has found says nothing of a text that is another one now. */
  #leaveOut(path: string): void {
    if (!this.#isRestored) return;
    if (this.#outdated.size === 0) setImmediate(() => this.#dropOutdated());
    this.#outdated.add(path);
  }

  #dropOutdated(): void {
    const paths = [...this.#outdated].filter((path) => this.reading.source(path));
    this.#outdated.clear();
    if (this.#isRestored && paths.length > 0) this.events.onRead(this.reading, this.reading.leaveOut(new Set(paths)));
  }

  #change(path: string): void {
    this.#unread.add(path);
    this.#changed.set(path, Symbol());
  }

  /** Keeps what text the engine has of a source. */
  #note(path: string, document: Document | undefined): void {
    if (document) this.#read.set(path, document);
    else this.#read.delete(path);
    if (document && this.#compared) {
      this.#compared.set(path, document);
      this.#told.delete(path);
    } else this.#told.set(path, document);
  }

  async #analyseOne(path: string): Promise<void> {
    const document = this.#documents.get(path);
    this.#unread.delete(path);
    if (!document) return;
    this.#sent.set(path, document);
    let result: unknown;
    try {
      result = await this.engine.analyse(path, document.text, document.version === undefined);
    } catch (error) {
      this.events.onError(`${path} could not be analysed: ${describe(error)}`);
    }
    if (result !== PASSED_OVER) this.#takeRead(path, document);
    for (const resolve of this.#feeders.splice(0)) resolve();
  }

  #takeRead(path: string, document: Document): void {
    // What has been read before the engine has compared was read before it began to: it is in that comparison, also when it has changed since.
    this.#compared?.set(path, document);
    if (this.#sent.get(path) !== document) return;
    this.#sent.delete(path);
    this.#note(path, document);
  }

  async #compareNow(): Promise<void> {
    const taken = [...this.#changed].filter(([path]) => !this.#unread.has(path) && !this.#sent.has(path));
    const documents = this.#told;
    this.#told = new Map();
    this.#compared = documents;
    let paths = new Set<string>();
    try {
      const change = await this.engine.compare(this.decisions.guidance(this.#read));
      paths = this.reading.update(change, documents);
      this.#left = change.left;
    } catch (error) {
      this.#told = new Map([...documents, ...this.#told]);
      this.events.onError(`The sources could not be compared: ${describe(error)}`);
    }
    this.#compared = undefined;
    this.#isRestored = false;
    this.#settle(taken);
    this.events.onRead(this.reading, paths);
  }

  /** The changes are in the reading, but for those of sources that have changed again. */
  #settle(taken: [path: string, change: symbol][]): void {
    for (const [path, change] of taken) if (this.#changed.get(path) === change) this.#changed.delete(path);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
