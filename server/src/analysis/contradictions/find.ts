import type { LinkedEntities } from '../entities/link.ts';
import type { Contradiction, SourceAnalysis } from '../model.ts';

/** Finds the disputed questions of a folder: one contradiction per question, with all its positions. */
export function findContradictions(_sources: SourceAnalysis[], _linked: LinkedEntities): Contradiction[] {
  return [];
}
