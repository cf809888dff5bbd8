import { extractClaims } from './claims/extract.ts';
import { findContradictions } from './contradictions/find.ts';
import { findEntities } from './entities/find.ts';
import { type LinkedEntities, linkEntities } from './entities/link.ts';
import type { FolderAnalysis, SourceAnalysis } from './model.ts';
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

/** Changes what was linked to what the user says; gives back what it does not know. */
export type Correct = (linked: LinkedEntities, sources: SourceAnalysis[]) => LinkedEntities;

/** Reads the sources against each other. */
export function compareSources(sources: SourceAnalysis[], correct: Correct = (linked) => linked): FolderAnalysis {
  const linked = correct(linkEntities(sources), sources);
  return { sources, entities: linked.entities, contradictions: findContradictions(sources, linked) };
}
