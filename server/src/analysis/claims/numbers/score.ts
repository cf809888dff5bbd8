import type { Term } from '../claim.ts';
import type { Quantity } from '../clauses/quantity.ts';
import type { ReadSentence } from '../clauses/read.ts';
import { type Reading, termOf } from '../reading.ts';
import { type Measure, near } from './measure.ts';

const RESULT =
  /^(?:win|won|victory|beat|defeat|lose|loss|draw|drew|tie|edge|thrash|rout|overcome|down|triumph|final|result|match|game|end|finish|thrashing|upset)$/;
const NOT_ALL =
  /^(?:half-time|halftime|half|interval|aggregate|set|sets|lead|led|ahead|record|series|quarter|period|vote|votes)$/;

/** "won 3-1 against Leeds", "a 3-1 win": how a match ended, where the sentence tells of one. */
export function score(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  const { parts, dimension } = quantity;
  if (dimension !== 'record' || parts?.length !== 2 || sentence.quantities.some((q) => q !== quantity && q.parts))
    return undefined;
  const around = sentence.words.slice(Math.max(0, quantity.first - 8), quantity.last + 8);
  if (near(sentence, quantity, 6, 6).some((w) => NOT_ALL.test(w)) || !around.some(({ lemma }) => RESULT.test(lemma)))
    return undefined;
  const teams = sentence.groups.map((group) => termOf(reading, group.name ? group : group.possessor, sentence));
  const named = teams.filter((term): term is Term => term?.name === true);
  return named.length > 0 ? { topic: 'record:score', subject: named } : undefined;
}
