import type { Guidance } from '../analysis/entities/correct.ts';
import type { FolderAnalysis, SourceAnalysis } from '../analysis/model.ts';
import type { Engine } from './engine.ts';
import type { Helpers } from './helpers.ts';

/** The analysis with its language model takes a while and a hundred megabytes to load: a folder without sources never does. */
type Analysis = typeof import('../analysis/analyse.ts');

const NOTHING: FolderAnalysis = { sources: [], entities: [], contradictions: [] };
/** So many tasks are waiting when helpers are asked: an edit, or a folder of a few sources, needs none. */
const LEAST_WAITING = 6;

/** The engine on this thread, with helpers on others where there are some. */
export class LocalEngine implements Engine {
  readonly #sources = new Map<string, SourceAnalysis>();
  #analysis: Analysis | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #asked = 0;

  constructor(private readonly helpers?: Helpers) {}

  analyse(path: string, text: string): Promise<void> {
    const helped = this.#askHelpers(path, text);
    return this.#inTurn(async () => {
      this.#sources.delete(path);
      this.#sources.set(path, (await helped) ?? (await this.#analyseHere(path, text)));
    });
  }

  forget(path: string): void {
    void this.#inTurn(() => this.#sources.delete(path));
  }

  compare(guidance: Guidance): Promise<FolderAnalysis> {
    return this.#inTurn(async () => {
      if (this.#sources.size === 0) return NOTHING;
      const { compareSources } = await this.#load();
      const sources = [...this.#sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      return compareSources(sources, guidance);
    });
  }

  restart(): void {}

  dispose(): void {
    this.#sources.clear();
  }

  /** Gives helpers their part of what waits. @returns nothing where the source is to be read here, as when a helper has failed */
  async #askHelpers(path: string, text: string): Promise<SourceAnalysis | undefined> {
    if (!this.helpers || this.#waiting < LEAST_WAITING) return undefined;
    this.#asked++;
    if (this.#asked % (this.helpers.count + 1) === 0) return undefined;
    return await this.helpers.analyse(path, text).catch(() => undefined);
  }

  async #analyseHere(path: string, text: string): Promise<SourceAnalysis> {
    const { analyseSource, withoutTokens } = await this.#load();
    return withoutTokens(analyseSource(path, text));
  }

  async #load(): Promise<Analysis> {
    this.#analysis ??= await import('../analysis/analyse.ts');
    return this.#analysis;
  }

  #inTurn<R>(work: () => R | Promise<R>): Promise<R> {
    this.#waiting++;
    const result = this.#last.then(work).finally(() => this.#waiting--);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
