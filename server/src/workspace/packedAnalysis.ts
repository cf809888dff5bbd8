import { deserialize, serialize } from 'node:v8';
import type { SourceAnalysis } from '../analysis/model.ts';

/** What was read of a source as bytes, which go from thread to thread and to the disk at the cost of a copy. */
export function packAnalysis(source: SourceAnalysis): Uint8Array {
  return serialize({ ...source, path: '' });
}

/** @param path of the source: of two with one text only this differs @throws when the bytes are no analysis */
export function unpackAnalysis(packed: Uint8Array, path: string): SourceAnalysis {
  return { ...(deserialize(packed) as SourceAnalysis), path };
}
