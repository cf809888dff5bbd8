import type { LocalEntity, ReadText, SourceInfo } from '../model.ts';
import { AGENT_TRIGGERS, readAgents } from './agent.ts';
import { readAnyone } from './anyone.ts';
import { readAttributes } from './attribute.ts';
import { AWARD_TRIGGERS, readAwards } from './award.ts';
import { BALLOT_TRIGGERS, readBallots } from './ballot.ts';
import { CAUSE_TRIGGERS, readCauses } from './cause.ts';
import { CERTAINTY_TRIGGERS, readCertainty } from './certainty.ts';
import { CHARGE_TRIGGERS, readCharges } from './charge.ts';
import type { Claim } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { readCommitments } from './commitment.ts';
import { COMPOSITION_TRIGGERS, readCompositions } from './composition.ts';
import { readDates } from './date.ts';
import { readDeeds } from './deed.ts';
import { DIRECTION_TRIGGERS, readDirections } from './direction.ts';
import { HOLDER_TRIGGERS, readHolders } from './holder.ts';
import { readLists } from './list.ts';
import { readNames } from './name.ts';
import { readNumbers } from './number.ts';
import { NONE_TRIGGERS, readNone } from './numbers/none.ts';
import { ORDER_TRIGGERS, readOrders } from './order.ts';
import { OUTCOME_TRIGGERS, readOutcomes } from './outcome.ts';
import { readPlaces } from './place.ts';
import { readQuotes } from './quote.ts';
import { readRanks } from './rank.ts';
import { type Reading, readSource } from './reading.ts';
import { REASON_TRIGGERS, readReasons } from './reason.ts';
import { RESPONSIBILITY_TRIGGERS, readResponsibilities } from './responsibility.ts';
import { readRoles } from './role.ts';
import { ROSTER_TRIGGERS, readRosters } from './roster.ts';
import { readSeats, SEAT_TRIGGERS } from './seat.ts';
import { readStages, STAGE_TRIGGERS } from './stage.ts';
import { type ClaimReader, Triggers } from './triggers.ts';
import { readUtterances, UTTERANCE_TRIGGERS } from './utterance.ts';
import { readWorkings, WORKING_TRIGGERS } from './working.ts';

/** Every kind of claim, in the order in which a sentence gives them. */
export const READERS: ClaimReader[] = [
  { read: readNone, on: NONE_TRIGGERS },
  { read: readNumbers },
  { read: readRosters, on: ROSTER_TRIGGERS },
  { read: readCommitments },
  { read: readDates },
  { read: readPlaces },
  { read: readCauses, on: CAUSE_TRIGGERS },
  { read: readOutcomes, on: OUTCOME_TRIGGERS },
  { read: readRoles },
  { read: readNames },
  { read: readQuotes },
  { read: readCertainty, on: CERTAINTY_TRIGGERS },
  { read: readRanks },
  { read: readHolders, on: HOLDER_TRIGGERS },
  { read: readCharges, on: CHARGE_TRIGGERS },
  { read: readAttributes },
  { read: readSeats, on: SEAT_TRIGGERS },
  { read: readLists },
  { read: readAgents, on: AGENT_TRIGGERS },
  { read: readDirections, on: DIRECTION_TRIGGERS },
  { read: readDeeds },
  { read: readAnyone },
  { read: readReasons, on: REASON_TRIGGERS },
  { read: readOrders, on: ORDER_TRIGGERS },
  { read: readCompositions, on: COMPOSITION_TRIGGERS },
  { read: readWorkings, on: WORKING_TRIGGERS },
  { read: readBallots, on: BALLOT_TRIGGERS },
  { read: readAwards, on: AWARD_TRIGGERS },
  { read: readUtterances, on: UTTERANCE_TRIGGERS },
  { read: readStages, on: STAGE_TRIGGERS },
  { read: readResponsibilities, on: RESPONSIBILITY_TRIGGERS },
];

export const triggers = new Triggers(READERS);

/**
 * Finds the comparable claims of one source. Clauses are read once; every kind of claim takes from them what it asks for.
 *
 * @param entities the source's own entities; terms of the claims refer to them by index
 */
export function extractClaims(read: ReadText, entities: LocalEntity[], info: SourceInfo): Claim[] {
  return readClaims(readSource(read, entities, info));
}

/** What every kind of claim finds in a source whose clauses are read. */
export function readClaims(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  for (const sentence of reading.sentences)
    for (const claim of withoutRetold(claimsOf(reading, sentence))) claims.push(claim);
  return claims;
}

function claimsOf(reading: Reading, sentence: ReadSentence): Claim[] {
  const woken = triggers.wakenBy(sentence);
  const claims: Claim[] = [];
  for (let i = 0; i < READERS.length; i++)
    if (woken[i]) for (const claim of (READERS[i] as ClaimReader).read(reading, sentence)) claims.push(claim);
  return claims;
}

/** The names of a delegation are a list too, but what can be said of it the roster says. */
function withoutRetold(claims: Claim[]): Claim[] {
  const rosters = claims.filter((c) => c.kind === 'roster');
  if (rosters.length === 0) return claims;
  const isRetold = ({ kind, focus }: Claim) =>
    kind === 'list' && rosters.some((r) => r.focus.start < focus.end && focus.start < r.focus.end);
  return claims.filter((c) => !isRetold(c));
}
