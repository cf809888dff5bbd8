import { compareAgents } from './agent.ts';
import { compareAnyone } from './anyone.ts';
import { compareAttributes } from './attribute.ts';
import { compareCauses } from './cause.ts';
import { compareCharges } from './charge.ts';
import type { Claim, ClaimKind, Relation, WordsValue } from './claim.ts';
import { COMPATIBLE } from './claim.ts';
import { compareStances } from './commitment.ts';
import { compareCompositions } from './composition.ts';
import { compareTimes } from './dates/compare.ts';
import { compareDeeds } from './deed.ts';
import { compareDirections } from './direction.ts';
import { compareHolders } from './holder.ts';
import { compareSpellings } from './name.ts';
import { compareNumbers } from './numbers/compare.ts';
import { compareOrders } from './order.ts';
import { compareScales } from './outcome.ts';
import { compareQuotes, soundsAlike } from './quote.ts';
import { compareRanks } from './rank.ts';
import { compareReasons } from './reason.ts';
import { compareRoles } from './role.ts';
import { compareLists, compareRosters } from './roster.ts';
import { compareStages } from './stage.ts';
import { comparePlaces } from './whereabouts.ts';

/** Tells whether two terms of two sources are the same thing. */
export type SameTerm = (a: { word: string; entity?: number }, b: { word: string; entity?: number }) => boolean;

/** How two claims of one kind and topic, about the same thing, stand to each other. */
export function compareClaims(a: Claim, b: Claim, same: SameTerm): Relation {
  if (a.kind === 'why') return compareReasons(a, b);
  const [x, y] = [a.value, b.value];
  if (x.type === 'quantity' && y.type === 'quantity')
    return a.kind === 'rank' ? compareRanks(x, y) : compareNumbers(x, y);
  if (x.type === 'roster' && y.type === 'roster')
    return a.kind === 'list' ? compareLists(x, y, same) : compareRosters(x, y, same);
  if (a.kind === 'anyone' && x.type === 'stance' && y.type === 'stance') return compareAnyone(x, y);
  if (x.type === 'stance' && y.type === 'stance') return a.kind === 'deed' ? compareDeeds(x, y) : compareStances(x, y);
  if (x.type === 'time' && y.type === 'time') return compareTimes(x, y);
  if (x.type === 'scale' && y.type === 'scale') return a.kind === 'stage' ? compareStages(x, y) : compareScales(x, y);
  if (x.type === 'words' && y.type === 'words') return WORD_COMPARATORS[a.kind]?.(x, y) ?? COMPATIBLE;
  return COMPATIBLE;
}

const WORD_COMPARATORS: Partial<Record<ClaimKind, (a: WordsValue, b: WordsValue) => Relation>> = {
  place: comparePlaces,
  cause: compareCauses,
  name: compareSpellings,
  quote: compareQuotes,
  role: compareRoles,
  agent: compareAgents,
  direction: compareDirections,
  doer: compareAgents,
  order: compareOrders,
  composition: compareCompositions,
  holder: compareHolders,
  charge: compareCharges,
  attribute: compareAttributes,
};

/** Whether two claims that share a term of their subject can be about one thing, where the kind asks for more than that. */
export function canMeet(a: Claim, b: Claim): boolean {
  if (a.kind === 'quote' && a.value.type === 'words' && b.value.type === 'words') return soundsAlike(a.value, b.value);
  if (a.kind === 'anyone') return true;
  if (a.value.type === 'stance' && b.value.type === 'stance') return sameDetail(a.value.of, b.value.of);
  if (a.kind === 'name' && a.value.type === 'words' && b.value.type === 'words')
    return compareSpellings(a.value, b.value).is !== 'compatible';
  return true;
}

const sameDetail = (a: string[] = [], b: string[] = []) =>
  a.length === 0 || b.length === 0 || a.some((w) => b.includes(w));

/**
 * How sure a clear conflict of the kind is: the share that was right on the labelled folders, taken down a little where the
 * folders have few of the kind.
 */
export const BASE_CONFIDENCE: Record<ClaimKind, number> = {
  number: 0.88,
  roster: 0.88,
  commitment: 0.78,
  date: 0.85,
  place: 0.8,
  cause: 0.8,
  outcome: 0.8,
  role: 0.58,
  name: 0.85,
  quote: 0.78,
  rank: 0.6,
  agent: 0.6,
  holder: 0.6,
  charge: 0.62,
  attribute: 0.68,
  list: 0.66,
  deed: 0.7,
  anyone: 0.7,
  direction: 0.7,
  why: 0.7,
  doer: 0.66,
  order: 0.66,
  composition: 0.72,
  stage: 0.72,
};
