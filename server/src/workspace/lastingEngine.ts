import type { Guidance } from '../analysis/entities/correct.ts';
import type { SingleEngine } from './engine.ts';
import { ThreadDeath } from './engineThread.ts';
import type { PackedChange } from './packedChange.ts';

/** An engine that may end with all that it keeps: everything that it is asked for then rejects with {@link ThreadDeath}, in order. */
export interface MortalEngine extends SingleEngine {
  end(reason: string): void;
}

interface Task<R = unknown> {
  does: 'analyse' | 'compare';
  /** In milliseconds: how long it may take once the engine is at it. */
  limit: number;
  work(): Promise<R>;
  resolve(result: R): void;
  reject(error: unknown): void;
  /** Whether it has ended the engine. */
  isCause: boolean;
}

/** A text, and the last of its path while it is that. */
interface Given {
  text: string;
}

/** Many times what prose takes. */
const LIMIT_MS = 60_000;
/** For each UTF-16 code unit of a text. */
const LIMIT_PER_UNIT_MS = 0.06;
/** How long a text may take, in milliseconds. */
export function limitFor(text: string, limit = LIMIT_MS): number {
  return limit + LIMIT_PER_UNIT_MS * text.length;
}

/** So many deaths without a comparison in between are not the fault of one text each. */
const MOST_DEATHS = 5;

/**
 * An engine that outlives its thread. When that has run out of memory or hangs, the text that it was at is given up, the
 * others are read anew, and what was asked for is asked again: one text never takes the others along.
 */
export class LastingEngine implements SingleEngine {
  readonly #given = new Map<string, Given>();
  /** What the engine has read and keeps, by path. */
  readonly #kept = new Map<string, Given>();
  /** The texts that have been given up, by path. */
  readonly #lethal = new Map<string, string>();
  /** What the engine is at, and after it what waits for that. */
  readonly #tasks = new Set<Task>();
  #watched: Task | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lives = 1;
  #deaths = 0;

  /** @param limit how long any text may take, in milliseconds */
  constructor(
    private readonly engine: MortalEngine,
    private readonly limit = LIMIT_MS,
  ) {}

  analyse(path: string, text: string, isKept = false): Promise<Uint8Array | undefined> {
    return this.#give(path, text, () => this.engine.analyse(path, text, isKept));
  }

  take(path: string, text: string, packed: Uint8Array): Promise<void> {
    return this.#give(path, text, () => this.engine.take(path, text, packed)).then(() => undefined);
  }

  async #give<R>(path: string, text: string, work: () => Promise<R>): Promise<R | undefined> {
    if (this.#lethal.get(path) === text) throw new Error('its text has ended the engine before');
    const given = { text };
    this.#given.set(path, given);
    this.#kept.delete(path);
    const isWanted = () => this.#given.get(path) === given;
    try {
      const result = await this.#do('analyse', limitFor(text, this.limit), async () => {
        return isWanted() ? work() : undefined;
      });
      if (isWanted()) this.#kept.set(path, given);
      return result;
    } catch (error) {
      if (error instanceof ThreadDeath) this.#lethal.set(path, text);
      throw error;
    }
  }

  forget(path: string): void {
    this.#given.delete(path);
    this.#kept.delete(path);
    this.engine.forget(path);
  }

  compare(guidance: Guidance): Promise<PackedChange> {
    return this.#do('compare', Number.POSITIVE_INFINITY, () => this.engine.compare(guidance));
  }

  restart(): void {
    this.#lethal.clear();
    this.#deaths = 0;
    this.engine.restart();
  }

  dispose(): void {
    this.#tasks.clear();
    this.#watch();
    this.engine.dispose();
  }

  /** @throws ThreadDeath when the task has ended the engine, or too many others have */
  #do<R>(does: Task['does'], limit: number, work: () => Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      const task: Task<R> = { does, limit, work, resolve, reject, isCause: false };
      this.#tasks.add(task as Task);
      this.#send(task as Task);
      this.#watch();
    });
  }

  #send(task: Task): void {
    const life = this.#lives;
    task.work().then(
      (result) => {
        if (task.does === 'compare') this.#deaths = 0;
        this.#settle(task, () => task.resolve(result));
      },
      (error: unknown) => {
        if (!(error instanceof ThreadDeath)) this.#settle(task, () => task.reject(error));
        else if (life === this.#lives) this.#revive(error);
      },
    );
  }

  #settle(task: Task, settle: () => void): void {
    this.#tasks.delete(task);
    settle();
    this.#watch();
  }

  /** Has all but the task that the engine was at done anew. A comparison is tried once more: it may have more memory then. */
  #revive(death: ThreadDeath): void {
    this.#lives++;
    this.#deaths++;
    const [cause, ...others] = this.#tasks;
    const isOver = this.#deaths > MOST_DEATHS;
    for (const task of isOver ? others : []) this.#settle(task, () => task.reject(death));
    if (cause && (isOver || cause.isCause || cause.does === 'analyse')) this.#settle(cause, () => cause.reject(death));
    if (isOver) return;
    if (cause) cause.isCause = true;
    this.engine.restart();
    const left = [...this.#tasks];
    this.#tasks.clear();
    for (const [path, { text }] of [...this.#kept]) this.analyse(path, text).catch(() => undefined);
    for (const task of left) {
      this.#tasks.add(task);
      this.#send(task);
    }
    this.#watch();
  }

  /** Times the task that the engine is at. */
  #watch(): void {
    const [task] = this.#tasks;
    if (task === this.#watched) return;
    this.#watched = task;
    clearTimeout(this.#timer);
    if (!task || task.limit === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.engine.end('it took too long'), task.limit);
    this.#timer.unref();
  }
}
