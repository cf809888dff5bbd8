import { Worker } from 'node:worker_threads';
import type { Guidance } from '../analysis/entities/correct.ts';
import { NO_CHANGE, type SingleEngine } from './engine.ts';
import type { PackedChange } from './packedChange.ts';

/** What goes to the thread; it answers those that have an id. */
export type Task =
  | { does: 'analyse'; id: number; path: string; text: string; isKept: boolean }
  | { does: 'take'; id: number; path: string; packed: Uint8Array }
  | { does: 'forget'; path: string }
  | { does: 'compare'; id: number; guidance: Guidance };

/** What comes back: a result, or why there is none. */
export interface Answer {
  id: number;
  result?: Result;
  error?: string;
}

type Result = PackedChange | Uint8Array | undefined;

interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** In megabytes: the bound on what the thread may hold, far above what any folder that people read needs. */
const MOST_MEMORY = 8000;

/** Why a task was not done: the thread has ended, and with it all that it kept. */
export class ThreadDeath extends Error {}

/**
 * The engine on a thread of its own, so that requests are answered while sources are read and compared. The thread starts with the first
 * source. One that has died stays dead until {@link restart}: its sources are gone, and what it was asked for rejects with
 * {@link ThreadDeath}, in the order in which it was asked.
 */
export class EngineThread implements SingleEngine {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #death: ThreadDeath | undefined;
  #tasks = 0;

  /**
   * @param file the bundle that the thread runs (threadMain.ts)
   * @param memory the most that it may hold, in megabytes
   */
  constructor(
    private readonly file: string,
    private readonly memory = MOST_MEMORY,
  ) {}

  async analyse(path: string, text: string, isKept = false): Promise<Uint8Array | undefined> {
    return (await this.#ask({ does: 'analyse', id: ++this.#tasks, path, text, isKept })) as Uint8Array | undefined;
  }

  async take(path: string, _text: string, packed: Uint8Array): Promise<void> {
    await this.#ask({ does: 'take', id: ++this.#tasks, path, packed });
  }

  forget(path: string): void {
    this.#worker?.postMessage({ does: 'forget', path } satisfies Task);
  }

  async compare(guidance: Guidance): Promise<PackedChange> {
    if (!this.#worker && !this.#death) return NO_CHANGE;
    return (await this.#ask({ does: 'compare', id: ++this.#tasks, guidance })) as PackedChange;
  }

  restart(): void {
    this.#death = undefined;
  }

  /** Ends the thread, whatever it is at. */
  end(reason: string): void {
    const worker = this.#worker;
    this.#die(new ThreadDeath(reason));
    void worker?.terminate();
  }

  /** What is still asked for is never answered. */
  dispose(): void {
    this.#waiting.clear();
    void this.#worker?.terminate();
  }

  #ask(task: Task & { id: number }): Promise<Result> {
    if (this.#death) return Promise.reject(this.#death);
    this.#worker ??= this.#start();
    this.#worker.postMessage(task);
    return new Promise((resolve, reject) => this.#waiting.set(task.id, { resolve, reject }));
  }

  #start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: this.memory } });
    worker.on('message', ({ id, result, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error));
    });
    let reason = 'the thread of the engine has ended';
    worker.on('error', ({ message }) => {
      reason = message;
    });
    // Not before: until then answers may come that were given earlier. One that was ended says so while the next one works.
    worker.on('exit', () =>
      // The last answers come in the same turn: what waits for them goes first, or a text that was read is taken for the one that ended it.
      setImmediate(() => {
        if (worker === this.#worker) this.#die(new ThreadDeath(reason));
      }),
    );
    return worker;
  }

  #die(error: ThreadDeath): void {
    this.#death ??= error;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
