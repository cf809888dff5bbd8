import type { Guidance } from '../analysis/entities/correct.ts';
import type { Folder, FolderChange } from '../analysis/folder.ts';
import type { SourceAnalysis } from '../analysis/model.ts';
import type { AnalysisCache } from './analysisCache.ts';
import { type Engine, NO_CHANGE } from './engine.ts';
import type { Helpers } from './helpers.ts';

/** The analysis with its language model takes a while and a hundred megabytes to load: a folder without sources never does. */
type Analysis = typeof import('../analysis/analyse.ts');

/** So many tasks are waiting when helpers are asked: an edit, or a folder of a few sources, needs none. */
const LEAST_WAITING = 6;

/** The engine on this thread, with helpers on others where there are some. */
export class LocalEngine implements Engine {
  /** What was read or forgotten since the last comparison. */
  #changed = new Map<string, SourceAnalysis | undefined>();
  #folder: Folder | undefined;
  #analysis: Analysis | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #asked = 0;
  #cache: AnalysisCache | undefined;

  /**
   * @param helpers where there are some
   * @param openCache makes the memory of earlier sessions in a folder
   */
  constructor(
    private readonly helpers?: Helpers,
    private readonly openCache?: (storage: string) => AnalysisCache,
  ) {}

  keepIn(storage: string): void {
    this.#cache = this.openCache?.(storage);
    void this.#cache?.prune();
  }

  analyse(path: string, text: string, isFile: boolean): Promise<void> {
    const cache = isFile ? this.#cache : undefined;
    const early = this.#readEarly(path, text, cache);
    return this.#inTurn(async () => {
      this.#changed.delete(path);
      this.#changed.set(path, (await early) ?? (await this.#analyseHere(path, text, cache)));
    });
  }

  forget(path: string): void {
    void this.#inTurn(() => this.#changed.set(path, undefined));
  }

  compare(guidance: Guidance): Promise<FolderChange> {
    return this.#inTurn(async () => {
      if (!this.#folder && this.#changed.size === 0) return NO_CHANGE;
      this.#folder ??= new (await this.#load()).Folder();
      const changed = this.#changed;
      this.#changed = new Map();
      return this.#folder.update(changed, guidance);
    });
  }

  restart(): void {}

  dispose(): void {
    this.#folder = undefined;
  }

  /** What is known from an earlier session, or read by a helper, before the source's turn comes. */
  async #readEarly(path: string, text: string, cache?: AnalysisCache): Promise<SourceAnalysis | undefined> {
    const asks = this.#asksHelper();
    const known = await cache?.get(path, text);
    if (known || !asks) return known;
    const read = await this.helpers?.analyse(path, text).catch(() => undefined);
    if (read) void cache?.put(read);
    return read;
  }

  /** Gives helpers their part of what waits; the rest is read here, as is what a helper fails at. */
  #asksHelper(): boolean {
    if (!this.helpers || this.#waiting < LEAST_WAITING) return false;
    this.#asked++;
    return this.#asked % (this.helpers.count + 1) !== 0;
  }

  async #analyseHere(path: string, text: string, cache?: AnalysisCache): Promise<SourceAnalysis> {
    const { analyseSource, withoutTokens } = await this.#load();
    const source = withoutTokens(analyseSource(path, text));
    void cache?.put(source);
    return source;
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
