import { availableParallelism } from 'node:os';
import { type Pool, pool, worker } from 'workerpool';
import type { SourceAnalysis } from '../analysis/model.ts';

/** What tells a thread that it is a helper. */
export const HELPER = 'helper';
/** How long helpers that have nothing to do are kept, with what they have learned of the language. */
const IDLE_MS = 20_000;

/** Further threads that analyse sources while many wait: one fewer than the cores, since the engine's own thread does its part. */
export class Helpers {
  readonly count = availableParallelism() - 1;
  #pool: Pool | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param file the bundle that a helper runs */
  constructor(private readonly file: string) {}

  /** @returns the source without its tokens */
  async analyse(path: string, text: string): Promise<SourceAnalysis> {
    this.#pool ??= pool(this.file, {
      maxWorkers: this.count,
      workerType: 'thread',
      workerThreadOpts: { workerData: HELPER },
    });
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#end(), IDLE_MS);
    return await this.#pool.exec('analyse', [path, text]);
  }

  #end(): void {
    void this.#pool?.terminate();
    this.#pool = undefined;
  }
}

/** Makes this thread a helper. */
export function help(): void {
  worker({
    analyse: async (path: string, text: string): Promise<SourceAnalysis> => {
      const { analyseSource, withoutTokens } = await import('../analysis/analyse.ts');
      return withoutTokens(analyseSource(path, text));
    },
  });
}
