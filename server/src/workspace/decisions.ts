import { type Guidance, NO_GUIDANCE } from '../analysis/entities/correct.ts';
import type { Contradiction } from '../analysis/model.ts';
import type { Document } from './document.ts';

/** What the user has decided of what the engine finds. */
export interface Decisions {
  /** Who is who, for the engine to compare the sources by. */
  guidance(documents: ReadonlyMap<string, Document>): Guidance;
  /** What is to be made of the contradictions. Pure: gives back the same or something new. */
  judge(contradictions: Contradiction[], documents: ReadonlyMap<string, Document>): Contradiction[];
}

export const NO_DECISIONS: Decisions = {
  guidance: () => NO_GUIDANCE,
  judge: (contradictions) => contradictions,
};
