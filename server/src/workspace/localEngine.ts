import type { Correction } from '../analysis/entities/correct.ts';
import type { Folder, FolderChange } from '../analysis/folder.ts';
import type { SourceAnalysis } from '../analysis/model.ts';
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

  constructor(private readonly helpers?: Helpers) {}

  analyse(path: string, text: string): Promise<void> {
    const helped = this.#askHelpers(path, text);
    return this.#inTurn(async () => {
      this.#changed.delete(path);
      this.#changed.set(path, (await helped) ?? (await this.#analyseHere(path, text)));
    });
  }

  forget(path: string): void {
    void this.#inTurn(() => this.#changed.set(path, undefined));
  }

  compare(corrections: Correction[]): Promise<FolderChange> {
    return this.#inTurn(async () => {
      if (!this.#folder && this.#changed.size === 0) return NO_CHANGE;
      this.#folder ??= new (await this.#load()).Folder();
      const changed = this.#changed;
      this.#changed = new Map();
      return this.#folder.update(changed, corrections);
    });
  }

  restart(): void {}

  dispose(): void {
    this.#folder = undefined;
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
