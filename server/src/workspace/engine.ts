import type { Guidance } from '../analysis/entities/correct.ts';
import type { PackedChange } from './packedChange.ts';

/** What a text comes to that was not read, since its source is gone or has been given once more. */
export const PASSED_OVER = Symbol('passed over');

/**
 * The analysis as the index uses it: it keeps what it has read of each source. A comparison has in it all that was read before it was
 * asked for, that is, all texts whose promise had resolved.
 */
export interface Engine {
  /**
   * Reads a text and keeps the result under its path, in place of what was there, unless it is {@link PASSED_OVER}. Rejects when the text
   * cannot be analysed.
   *
   * @param isFile whether later sessions may find the same text: what an editor holds changes with every key
   */
  analyse(path: string, text: string, isFile?: boolean): Promise<unknown>;
  /** Drops what is kept of a source. */
  forget(path: string): void;
  /** Compares what has changed with all that is kept. @param guidance what readers say of who is who @returns what is new by that */
  compare(guidance: Guidance): Promise<PackedChange>;
  /** Begins anew after the engine has failed; the caller has every source analysed again. */
  restart(): void;
  /** What is still asked for is never answered. Resolves when what is kept for later sessions is written. */
  dispose(): Promise<void> | void;
}

/** An engine of one thread, which does what it is asked for in the order in which it was asked, and also takes what others have read. */
export interface SingleEngine extends Engine {
  /** @param isKept whether what was read is to be given back, packed */
  analyse(path: string, text: string, isKept?: boolean): Promise<Uint8Array | undefined>;
  /** Keeps what was read of a text elsewhere. @param packed see packedSource.ts */
  take(path: string, text: string, packed: Uint8Array): Promise<void>;
}

export const NO_CHANGE: PackedChange = {
  isWhole: false,
  sources: { set: [], gone: [] },
  entities: { set: [], gone: [] },
  mentions: [],
  contradictions: { set: [], gone: [] },
  left: { crowdedKeys: 0, claims: 0, surnames: 0 },
};
