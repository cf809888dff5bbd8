import type { LocalEntity, ReadText, SourceInfo } from '../model.ts';
import { readAgents } from './agent.ts';
import { readAttributes } from './attribute.ts';
import { readBallots } from './ballot.ts';
import { readCauses } from './cause.ts';
import { readCertainty } from './certainty.ts';
import { readCharges } from './charge.ts';
import type { Claim } from './claim.ts';
import type { ReadSentence } from './clauses/read.ts';
import { readCommitments } from './commitment.ts';
import { readCompositions } from './composition.ts';
import { readDates } from './date.ts';
import { readDeeds } from './deed.ts';
import { readHolders } from './holder.ts';
import { readLists } from './list.ts';
import { readNames } from './name.ts';
import { readNumbers } from './number.ts';
import { readOrders } from './order.ts';
import { readOutcomes } from './outcome.ts';
import { readPlaces } from './place.ts';
import { readQuotes } from './quote.ts';
import { readRanks } from './rank.ts';
import { type Reading, readSource } from './reading.ts';
import { readReasons } from './reason.ts';
import { readRoles } from './role.ts';
import { readRosters } from './roster.ts';
import { readSeats } from './seat.ts';
import { readWorkings } from './working.ts';

const READERS: ((reading: Reading, sentence: ReadSentence) => Claim[])[] = [
  readNumbers,
  readRosters,
  readCommitments,
  readDates,
  readPlaces,
  readCauses,
  readOutcomes,
  readRoles,
  readNames,
  readQuotes,
  readCertainty,
  readRanks,
  readHolders,
  readCharges,
  readAttributes,
  readSeats,
  readLists,
  readAgents,
  readDeeds,
  readReasons,
  readOrders,
  readCompositions,
  readWorkings,
  readBallots,
];

/**
 * Finds the comparable claims of one source. Clauses are read once; every kind of claim takes from them what it asks for.
 *
 * @param entities the source's own entities; terms of the claims refer to them by index
 */
export function extractClaims(read: ReadText, entities: LocalEntity[], info: SourceInfo): Claim[] {
  const reading = readSource(read, entities, info);
  return reading.sentences.flatMap((sentence) => withoutRetold(READERS.flatMap((reader) => reader(reading, sentence))));
}

/** The names of a delegation are a list too, but what can be said of it the roster says. */
function withoutRetold(claims: Claim[]): Claim[] {
  const rosters = claims.filter((c) => c.kind === 'roster');
  if (rosters.length === 0) return claims;
  const isRetold = ({ kind, focus }: Claim) =>
    kind === 'list' && rosters.some((r) => r.focus.start < focus.end && focus.start < r.focus.end);
  return claims.filter((c) => !isRetold(c));
}
