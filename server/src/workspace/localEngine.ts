import type { Guidance } from '../analysis/entities/correct.ts';
import type { Folder } from '../analysis/folder.ts';
import { PackedSource } from '../analysis/packedSource.ts';
import { type Engine, NO_CHANGE } from './engine.ts';
import { type PackedChange, packChange } from './packedChange.ts';

/** The analysis with its language model takes a while and a hundred megabytes to load: a folder without sources never does. */
type Analysis = typeof import('../analysis/analyse.ts');

/** The engine on this thread. */
export class LocalEngine implements Engine {
  /** What was read or forgotten since the last comparison. */
  #changed = new Map<string, PackedSource | undefined>();
  #folder: Folder | undefined;
  #analysis: Analysis | undefined;
  #last: Promise<unknown> = Promise.resolve();

  analyse(path: string, text: string, isKept = false): Promise<Uint8Array | undefined> {
    return this.#inTurn(async () => {
      const { analyseSource } = await this.#load();
      const source = PackedSource.of(analyseSource(path, text));
      this.#change(path, source);
      return isKept ? source.bytes : undefined;
    });
  }

  /** @param packed what was read of a source elsewhere */
  take(path: string, packed: Uint8Array): Promise<void> {
    return this.#inTurn(() => this.#change(path, new PackedSource(path, packed)));
  }

  forget(path: string): void {
    void this.#inTurn(() => this.#change(path, undefined));
  }

  compare(guidance: Guidance): Promise<PackedChange> {
    return this.#inTurn(async () => {
      if (!this.#folder && this.#changed.size === 0) return NO_CHANGE;
      this.#folder ??= new (await this.#load()).Folder();
      const changed = this.#changed;
      this.#changed = new Map();
      return packChange(this.#folder.update(changed, guidance));
    });
  }

  restart(): void {}

  dispose(): void {
    this.#folder = undefined;
  }

  #change(path: string, source: PackedSource | undefined): void {
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
