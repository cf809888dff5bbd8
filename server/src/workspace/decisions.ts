import type { LinkedEntities } from '../analysis/entities/link.ts';
import type { Contradiction, SourceAnalysis } from '../analysis/model.ts';
import type { Document } from './document.ts';

/** What the user has decided of what the engine finds. Both are pure: they give back the same or something new. */
export interface Decisions {
  /** Who is who, before the sources are compared. */
  correct(linked: LinkedEntities, sources: SourceAnalysis[]): LinkedEntities;
  /** What is to be made of the contradictions. */
  judge(contradictions: Contradiction[], documents: ReadonlyMap<string, Document>): Contradiction[];
}

export const NO_DECISIONS: Decisions = {
  correct: (linked) => linked,
  judge: (contradictions) => contradictions,
};
