import type { FolderAnalysis, SourceAnalysis } from '../analysis/model.ts';
import type { Engine } from './engine.ts';

/** The analysis with its language model takes a while and a hundred megabytes to load: a folder without sources never does. */
type Analysis = typeof import('../analysis/analyse.ts');

const NOTHING: FolderAnalysis = { sources: [], entities: [], contradictions: [] };

/** The engine on this thread. */
export class LocalEngine implements Engine {
  readonly #sources = new Map<string, SourceAnalysis>();
  #analysis: Analysis | undefined;
  #last: Promise<unknown> = Promise.resolve();

  analyse(path: string, text: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#analysis ??= await import('../analysis/analyse.ts');
      this.#sources.delete(path);
      const { analyseSource, withoutTokens } = this.#analysis;
      this.#sources.set(path, withoutTokens(analyseSource(path, text)));
    });
  }

  forget(path: string): void {
    void this.#inTurn(() => this.#sources.delete(path));
  }

  compare(): Promise<FolderAnalysis> {
    return this.#inTurn(() => {
      const sources = [...this.#sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      return this.#analysis?.compareSources(sources) ?? NOTHING;
    });
  }

  restart(): void {}

  dispose(): void {
    this.#sources.clear();
  }

  #inTurn<R>(work: () => R | Promise<R>): Promise<R> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
