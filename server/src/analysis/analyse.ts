import { extractClaims } from './claims/extract.ts';
import { type Guidance, NO_GUIDANCE } from './entities/correct.ts';
import { findEntities } from './entities/find.ts';
import { Folder } from './folder.ts';
import type { FolderAnalysis, SourceAnalysis } from './model.ts';
import { PackedSource } from './packedSource.ts';
import { findSourceInfo } from './text/info.ts';
import { readText } from './text/read.ts';

/**
 * Reads one source. Depends on nothing but its text, so the result can be cached by content.
 *
 * @param path an opaque key for the source, given back in every mention and statement
 * @param text the decoded text
 */
export function analyseSource(path: string, text: string): SourceAnalysis {
  const read = readText(text);
  const info = findSourceInfo(read);
  const entities = findEntities(read);
  const claims = extractClaims(read, entities, info);
  return { path, length: text.length, info, read, entities, claims };
}

/** Reads the sources against each other. @param guidance what readers say of who is who */
export function compareSources(sources: SourceAnalysis[], guidance: Guidance = NO_GUIDANCE): FolderAnalysis {
  const folder = new Folder();
  folder.update(new Map(sources.map((source) => [source.path, source])), guidance);
  return folder.analysis;
}

export { Folder, PackedSource };
