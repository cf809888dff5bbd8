import type { Guidance } from '../analysis/entities/correct.ts';
import type { FolderChange } from '../analysis/folder.ts';

/**
 * The analysis as the index uses it: it keeps what it has read of each source. What is asked of it is done in the order in which it was
 * asked for.
 */
export interface Engine {
  /**
   * Reads a text and keeps the result under its path, in place of what was there. Rejects when the text cannot be analysed.
   *
   * @param isFile whether later sessions may find the same text: what an editor holds changes with every key
   */
  analyse(path: string, text: string, isFile?: boolean): Promise<void>;
  /** Drops what is kept of a source. */
  forget(path: string): void;
  /** Compares what has changed with all that is kept. @param guidance what readers say of who is who @returns what is new by that */
  compare(guidance: Guidance): Promise<FolderChange>;
  /** Keeps what is read for later sessions in a folder of this machine, and takes from there what is known. */
  keepIn(storage: string): void;
  /** Begins anew after the engine has failed; the caller has every source analysed again. */
  restart(): void;
  dispose(): void;
}

export const NO_CHANGE: FolderChange = {
  isWhole: false,
  sources: { set: [], gone: [] },
  entities: { set: [], gone: [] },
  mentions: [],
  contradictions: { set: [], gone: [] },
  left: { crowdedKeys: 0, claims: 0, surnames: 0 },
};
