import type { FolderAnalysis } from '../analysis/model.ts';
import { type Decisions, NO_DECISIONS } from './decisions.ts';
import type { Document } from './document.ts';
import type { Engine } from './engine.ts';
import { Reading } from './reading.ts';

/** How long an edit waits for the next one before the sources are compared again, and how long at most. */
export const DEBOUNCE_MS = 100;
const LONGEST_WAIT_MS = 1000;
/** Sources that are with the engine at a time: enough to keep it busy, few enough that what is opened now comes next. */
const BATCH = 16;

/** Stands among the changed sources for what the user has corrected; no source has this path. */
const CORRECTIONS = '';

const NOTHING: FolderAnalysis = { sources: [], entities: [], contradictions: [] };

export interface SourceIndexEvents {
  /** There is a new reading. */
  onRead(reading: Reading): void;
  /** A source, or the sources together, could not be analysed; what was known before stands. */
  onError(message: string): void;
}

/**
 * The sources and what is known of them. Each source is analysed once for each text it has; changes are collected and
 * then compared across all sources, which makes the next {@link Reading}. Analysing and comparing are the engine's, which may
 * be on another thread: texts can change while it works.
 */
export class SourceIndex {
  reading = Reading.empty;
  /** What the reading is of. */
  #analysed: { analysis: FolderAnalysis; documents: ReadonlyMap<string, Document> } = {
    analysis: NOTHING,
    documents: new Map(),
  };
  /** Every source with the text that it has now. */
  readonly #documents = new Map<string, Document>();
  /** Every source that the engine has, with the text that it has. */
  readonly #read = new Map<string, Document>();
  /** Sources whose text the engine does not have yet. */
  readonly #unread = new Set<string>();
  /** Sources that changed since the last reading, each with its last change. */
  readonly #changed = new Map<string, symbol>();
  readonly #waiting: (() => void)[] = [];
  #minimumConfidence = 0;
  #comparing: Promise<void> = Promise.resolve();
  /** A comparison that waits for the one under way; it will have all changes until it begins. */
  #next: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly events: SourceIndexEvents,
    private readonly decisions: Decisions = NO_DECISIONS,
  ) {}

  get paths(): IterableIterator<string> {
    return this.#documents.keys();
  }

  has(path: string): boolean {
    return this.#documents.has(path);
  }

  /** How many sources were analysed. */
  get size(): number {
    return this.#read.size;
  }

  /** Adds a source or gives it a new text. Call {@link schedule} or {@link read} for it to show. */
  set(document: Document): void {
    const before = this.#documents.get(document.uri);
    this.#documents.set(document.uri, document);
    if (this.#read.get(document.uri)?.text === document.text) this.#read.set(document.uri, document);
    if (before?.text !== document.text) this.#change(document.uri);
  }

  delete(path: string): void {
    if (!this.#documents.delete(path)) return;
    this.#read.delete(path);
    this.#unread.delete(path);
    this.#changed.set(path, Symbol());
    this.engine.forget(path);
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
    if (this.size === 0) return;
    this.#makeReading();
    this.events.onRead(this.reading);
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
    while (this.#unread.size > 0) {
      const batch = [...this.#unread].slice(0, BATCH);
      await Promise.all(batch.map((path) => this.#analyseOne(path)));
    }
  }

  /** Compares what has been analysed and makes the next reading, without waiting for what has not. */
  compare(): Promise<void> {
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
    this.#makeReading();
    this.events.onRead(this.reading);
  }

  /** Resolves to a reading that has the last text of a source in it, or of all sources when none is named. */
  async current(path?: string): Promise<Reading> {
    while (path === undefined ? this.#changed.size > 0 : this.#changed.has(path)) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.reading;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.engine.dispose();
  }

  #change(path: string): void {
    this.#unread.add(path);
    this.#changed.set(path, Symbol());
  }

  async #analyseOne(path: string): Promise<void> {
    const document = this.#documents.get(path);
    this.#unread.delete(path);
    if (!document) return;
    this.#read.set(path, document);
    try {
      await this.engine.analyse(path, document.text);
    } catch (error) {
      this.events.onError(`${path} could not be analysed: ${describe(error)}`);
    }
  }

  async #compareNow(): Promise<void> {
    const documents = new Map(this.#read);
    const taken = [...this.#changed].filter(([path]) => !this.#unread.has(path));
    try {
      const analysis = await this.engine.compare(this.decisions.guidance(documents));
      this.#analysed = { analysis, documents };
      this.#makeReading();
    } catch (error) {
      this.events.onError(`The sources could not be compared: ${describe(error)}`);
    }
    this.#settle(taken);
    this.events.onRead(this.reading);
  }

  /** The changes are in the reading, but for those of sources that have changed again. */
  #settle(taken: [path: string, change: symbol][]): void {
    for (const [path, change] of taken) if (this.#changed.get(path) === change) this.#changed.delete(path);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #makeReading(): void {
    const { analysis } = this.#analysed;
    const known = analysis.sources.flatMap(({ path }) => this.#analysed.documents.get(path) ?? []);
    const documents = new Map(known.map((each) => [each.uri, each]));
    const contradictions = this.decisions.judge(analysis.contradictions, documents);
    this.reading = new Reading({ ...analysis, contradictions }, documents, this.#minimumConfidence);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
