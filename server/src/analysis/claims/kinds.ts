import type { Claim, ClaimKind, Relation } from './claim.ts';
import { COMPATIBLE } from './claim.ts';
import { compareStances } from './commitment.ts';
import { compareNumbers } from './number.ts';
import { compareRosters } from './roster.ts';

/** Tells whether two terms of two sources are the same thing. */
export type SameTerm = (a: { word: string; entity?: number }, b: { word: string; entity?: number }) => boolean;

/** How two claims of one kind and topic, about the same thing, stand to each other. */
export function compareClaims(a: Claim, b: Claim, same: SameTerm): Relation {
  const [x, y] = [a.value, b.value];
  if (x.type === 'quantity' && y.type === 'quantity') return compareNumbers(x, y);
  if (x.type === 'roster' && y.type === 'roster') return compareRosters(x, y, same);
  if (x.type === 'stance' && y.type === 'stance') return compareStances(x, y);
  return COMPATIBLE;
}

/** How sure a conflict of the kind is before anything else is known: the share that was right on the benchmark. */
export const BASE_CONFIDENCE: Record<ClaimKind, number> = {
  number: 0.75,
  roster: 0.85,
  commitment: 0.7,
  date: 0.75,
  place: 0.6,
  cause: 0.6,
  outcome: 0.7,
  role: 0.5,
  name: 0.8,
  quote: 0.6,
  rank: 0.6,
  agent: 0.5,
};
