import type { FolderAnalysis, SourceAnalysis } from '../analysis/model.ts';
import type { Document } from './document.ts';
import { Reading } from './reading.ts';

/** How long an edit waits for the next one before the sources are compared again, and how long at most. */
export const DEBOUNCE_MS = 100;
const LONGEST_WAIT_MS = 1000;
/** Requests are let in at least this often while sources are analysed. */
const SLICE_MS = 15;

/** The engine with its language model takes a while and a hundred megabytes to load: a folder without sources never does. */
type Engine = typeof import('../analysis/analyse.ts');

const NOTHING: FolderAnalysis = { sources: [], entities: [], contradictions: [] };

export interface SourceIndexEvents {
  /** There is a new reading. */
  onRead(reading: Reading): void;
  /** A source, or the sources together, could not be analysed; what was known before stands. */
  onError(message: string): void;
}

/**
 * The sources and what is known of them. Each source is analysed once for each text it has; changes are collected and
 * then compared across all sources, which makes the next {@link Reading}.
 */
export class SourceIndex {
  reading = Reading.empty;
  /** Every source with the text that it has now. */
  readonly #documents = new Map<string, Document>();
  /** Every source that was analysed, with the text that was. */
  readonly #read = new Map<string, { document: Document; analysis: SourceAnalysis }>();
  /** Sources whose text was not analysed yet. */
  readonly #unread = new Set<string>();
  /** Sources that changed since the last reading. */
  readonly #changed = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  #minimumConfidence = 0;
  /** Loaded with the first source. */
  #engine: Engine | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | undefined;

  constructor(private readonly events: SourceIndexEvents) {}

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
    const read = this.#read.get(document.uri);
    if (read?.document.text === document.text) read.document = document;
    if (before?.text === document.text) return;
    this.#unread.add(document.uri);
    this.#changed.add(document.uri);
  }

  delete(path: string): void {
    if (!this.#documents.delete(path)) return;
    this.#read.delete(path);
    this.#unread.delete(path);
    this.#changed.add(path);
  }

  /** Has every source analysed again; what is known stands until it is. */
  forget(): void {
    for (const path of this.#documents.keys()) {
      this.#unread.add(path);
      this.#changed.add(path);
    }
  }

  /** Contradictions below the bound are left out of this and the following readings. */
  setMinimumConfidence(bound: number): void {
    if (bound === this.#minimumConfidence) return;
    this.#minimumConfidence = bound;
    if (this.size > 0) this.compare();
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
    if (this.#changed.size > 0) this.compare();
  }

  /** Analyses the sources whose text is new, letting requests in between. */
  async analyse(): Promise<void> {
    if (this.#unread.size === 0) return;
    const engine = this.#engine ?? (await import('../analysis/analyse.ts'));
    this.#engine = engine;
    let sliceEnd = Date.now() + SLICE_MS;
    for (const path of this.#unread) {
      this.#analyseOne(engine, path);
      if (Date.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = Date.now() + SLICE_MS;
    }
  }

  /** Compares what has been analysed and makes the next reading, without waiting for what has not. */
  compare(): void {
    for (const path of this.#changed) if (!this.#unread.has(path)) this.#changed.delete(path);
    const read = [...this.#read.values()].sort((a, b) => (a.document.uri < b.document.uri ? -1 : 1));
    try {
      const analysis = this.#engine?.compareSources(read.map((source) => source.analysis)) ?? NOTHING;
      const documents = new Map(read.map(({ document }) => [document.uri, document]));
      this.reading = new Reading(analysis, documents, this.#minimumConfidence);
    } catch (error) {
      this.events.onError(`The sources could not be compared: ${describe(error)}`);
    }
    for (const resolve of this.#waiting.splice(0)) resolve();
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
  }

  #analyseOne(engine: Engine, path: string): void {
    const document = this.#documents.get(path);
    this.#unread.delete(path);
    if (!document) return;
    try {
      this.#read.set(path, { document, analysis: engine.analyseSource(path, document.text) });
    } catch (error) {
      this.#read.delete(path);
      this.events.onError(`${path} could not be analysed: ${describe(error)}`);
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
