import { availableParallelism } from 'node:os';
import { type Pool, pool, worker } from 'workerpool';

/** What tells a thread that it is a helper. */
export const HELPER = 'helper';
/** How long helpers that have nothing to do are kept, with what they have learned of the language. */
const IDLE_MS = 20_000;

/** Further threads that read sources while many wait: one fewer than the cores, since the engine's own thread does its part. */
export class Helpers {
  #busy = 0;
  #pool: Pool | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param file the bundle that a helper runs */
  constructor(
    private readonly file: string,
    private readonly count = availableParallelism() - 1,
  ) {}

  get areThere(): boolean {
    return this.#pool !== undefined;
  }

  /** Whether one of them has nothing to do. */
  get areFree(): boolean {
    return this.#busy < this.count;
  }

  /**
   * @param limit how long it may take, in milliseconds
   * @returns the source, packed
   */
  async read(text: string, limit: number): Promise<Uint8Array> {
    this.#pool ??= pool(this.file, {
      maxWorkers: this.count,
      workerType: 'thread',
      workerThreadOpts: { workerData: HELPER },
    });
    clearTimeout(this.#idle);
    this.#busy++;
    try {
      return await this.#pool.exec('read', [text]).timeout(limit);
    } finally {
      this.#busy--;
      if (this.#busy === 0) this.#idle = setTimeout(() => this.end(), IDLE_MS).unref();
    }
  }

  end(): void {
    clearTimeout(this.#idle);
    void this.#pool?.terminate(true);
    this.#pool = undefined;
  }
}

/** Makes this thread a helper. */
export function help(): void {
  worker({
    read: async (text: string): Promise<Uint8Array> => {
      const { analyseSource, PackedSource } = await import('../analysis/analyse.ts');
      return PackedSource.of(analyseSource('', text)).bytes;
    },
  });
}
