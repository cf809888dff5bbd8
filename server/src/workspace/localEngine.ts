import type { Guidance } from '../analysis/entities/correct.ts';
import type { Folder, FolderChange } from '../analysis/folder.ts';
import type { SourceAnalysis } from '../analysis/model.ts';
import { type Engine, NO_CHANGE } from './engine.ts';
import { packAnalysis, unpackAnalysis } from './packedAnalysis.ts';

/** The analysis with its language model takes a while and a hundred megabytes to load: a folder without sources never does. */
type Analysis = typeof import('../analysis/analyse.ts');

/** The engine on this thread. */
export class LocalEngine implements Engine {
  /** What was read or forgotten since the last comparison. */
  #changed = new Map<string, SourceAnalysis | undefined>();
  #folder: Folder | undefined;
  #analysis: Analysis | undefined;
  #last: Promise<unknown> = Promise.resolve();

  analyse(path: string, text: string, isKept = false): Promise<Uint8Array | undefined> {
    return this.#inTurn(async () => {
      const { analyseSource, withoutTokens } = await this.#load();
      const source = withoutTokens(analyseSource(path, text));
      this.#change(path, source);
      return isKept ? packAnalysis(source) : undefined;
    });
  }

  /** @param packed what was read of a source elsewhere */
  take(path: string, packed: Uint8Array): Promise<void> {
    return this.#inTurn(() => this.#change(path, unpackAnalysis(packed, path)));
  }

  forget(path: string): void {
    void this.#inTurn(() => this.#change(path, undefined));
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

  #change(path: string, source: SourceAnalysis | undefined): void {
    this.#changed.delete(path);
    this.#changed.set(path, source);
  }

  async #load(): Promise<Analysis> {
    this.#analysis ??= await import('../analysis/analyse.ts');
    return this.#analysis;
  }

  #inTurn<R>(work: () => R | Promise<R>): Promise<R> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
