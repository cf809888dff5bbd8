import type { Guidance } from '../analysis/entities/correct.ts';
import type { AnalysisCache } from './analysisCache.ts';
import { type Engine, PASSED_OVER, type SingleEngine } from './engine.ts';
import type { Helpers } from './helpers.ts';
import { limitFor } from './lastingEngine.ts';
import type { PackedChange } from './packedChange.ts';

/** So many sources wait when helpers are started: a folder of a few sources needs none. */
const LEAST_WAITING = 6;
/** With the engine's own thread at a time: it is never idle for want of a source, and what is opened now comes next. */
const MOST_OWN = 2;
/** In bytes: what helpers have read while the engine compares, and it has not taken yet. */
const MOST_UNTAKEN = 64_000_000;

type Result = typeof PASSED_OVER | undefined;

interface Job {
  path: string;
  text: string;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * The engine with helpers on other threads, and with the memory of earlier sessions. Files wait in one queue, from which each thread takes
 * the next as it has read the one before; while the engine's own compares, the others read on. What an editor holds does not wait.
 */
export class Readers implements Engine {
  readonly #queue: Job[] = [];
  /** The last that was asked for of each path whose file is being read. */
  readonly #wanted = new Map<string, Job>();
  #own = 0;
  #comparing = 0;
  #untaken = 0;

  /** @param cache keeps what is read of files for later sessions, and knows what earlier ones have read */
  constructor(
    private readonly engine: SingleEngine,
    private readonly helpers: Helpers,
    private readonly cache?: AnalysisCache,
  ) {}

  async analyse(path: string, text: string, isFile = false): Promise<unknown> {
    this.#wanted.delete(path);
    if (!isFile) return this.engine.analyse(path, text);
    return new Promise<Result>((resolve, reject) => {
      const job = { path, text, resolve, reject };
      this.#wanted.set(path, job);
      void this.#begin(job);
    });
  }

  forget(path: string): void {
    this.#wanted.delete(path);
    this.engine.forget(path);
  }

  async compare(guidance: Guidance): Promise<PackedChange> {
    this.#comparing++;
    try {
      return await this.engine.compare(guidance);
    } finally {
      this.#comparing--;
      this.#next();
    }
  }

  restart(): void {
    this.engine.restart();
  }

  dispose(): Promise<void> {
    this.#queue.length = 0;
    this.helpers.end();
    this.engine.dispose();
    return this.cache?.close() ?? Promise.resolve();
  }

  async #begin(job: Job): Promise<void> {
    const packed = await this.cache?.get(job.text);
    if (packed) return this.#finish(job, this.#take(job, packed));
    this.#queue.push(job);
    this.#next();
  }

  /** Gives every thread that has nothing to do the next source. */
  #next(): void {
    while (this.#queue.length > 0) {
      const hasHelper = this.#hasHelper;
      if (!hasHelper && (this.#own === MOST_OWN || this.#comparing > 0)) return;
      const job = this.#queue.shift() as Job;
      if (this.#isWanted(job)) void this.#finish(job, hasHelper ? this.#readElsewhere(job) : this.#readHere(job));
      else job.resolve(PASSED_OVER);
    }
  }

  async #finish(job: Job, work: Promise<Result>): Promise<void> {
    await work.then(job.resolve, job.reject);
    if (this.#isWanted(job)) this.#wanted.delete(job.path);
    this.#next();
  }

  get #hasHelper(): boolean {
    const { areFree, areThere } = this.helpers;
    return areFree && this.#untaken < MOST_UNTAKEN && (areThere || this.#queue.length >= LEAST_WAITING);
  }

  async #readHere({ path, text }: Job): Promise<undefined> {
    this.#own++;
    try {
      const packed = await this.engine.analyse(path, text, this.cache !== undefined);
      if (packed) this.cache?.put(text, packed);
    } finally {
      this.#own--;
    }
  }

  async #readElsewhere(job: Job): Promise<Result> {
    const packed = await this.helpers.read(job.text, limitFor(job.text));
    // The helper is free before the engine has taken what it has read.
    this.#next();
    this.cache?.put(job.text, packed);
    return this.#take(job, packed);
  }

  async #take(job: Job, packed: Uint8Array): Promise<Result> {
    if (!this.#isWanted(job)) return PASSED_OVER;
    this.#untaken += packed.length;
    try {
      await this.engine.take(job.path, job.text, packed);
    } finally {
      this.#untaken -= packed.length;
    }
  }

  #isWanted(job: Job): boolean {
    return this.#wanted.get(job.path) === job;
  }
}
