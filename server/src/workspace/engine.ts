import type { Guidance } from '../analysis/entities/correct.ts';
import type { FolderAnalysis } from '../analysis/model.ts';

/**
 * The analysis as the index uses it: it keeps what it has read of each source. What is asked of it is done in the order in which it was
 * asked for.
 */
export interface Engine {
  /** Reads a text and keeps the result under its path, in place of what was there. Rejects when the text cannot be analysed. */
  analyse(path: string, text: string): Promise<void>;
  /** Drops what is kept of a source. */
  forget(path: string): void;
  /** Compares all sources that are kept, in the order of their paths. @param guidance what readers say of who is who */
  compare(guidance: Guidance): Promise<FolderAnalysis>;
  /** Begins anew after the engine has failed; the caller has every source analysed again. */
  restart(): void;
  dispose(): void;
}
