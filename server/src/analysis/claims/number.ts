import type { Claim, QuantityValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Quantity } from './clauses/quantity.ts';
import type { ReadSentence } from './clauses/read.ts';
import type { Word } from './clauses/words.ts';
import { cuesAt, isAdded, isPartial, isPlural, nameOf } from './cues.ts';
import { amount, moved } from './numbers/amounts.ts';
import { casualties, reached, readSum } from './numbers/casualties.ts';
import { children, counted, jobs, staff } from './numbers/counts.ts';
import { agents, locate, type Place } from './numbers/measure.ts';
import { crowd, deprived, evacuated } from './numbers/people.ts';
import { RETAIL, retail, takeover } from './numbers/prices.ts';
import { age, distance, interval, magnitude, record, remaining, speed } from './numbers/scales.ts';
import { score } from './numbers/score.ts';
import { claim, type Reading, textAt } from './reading.ts';

/** The claims that numbers make. */
export function readNumbers(reading: Reading, sentence: ReadSentence): Claim[] {
  const claims: Claim[] = [];
  const summed = new Set<Quantity>();
  for (const clause of sentence.clauses) claims.push(...readSum(reading, sentence, clause, summed));
  for (const quantity of sentence.quantities) {
    if (summed.has(quantity)) continue;
    const found = readOne(reading, sentence, quantity);
    if (found) claims.push(found);
  }
  return claims;
}

function readOne(reading: Reading, sentence: ReadSentence, quantity: Quantity): Claim | undefined {
  const place = locate(sentence, quantity);
  const measure =
    magnitude(sentence, quantity) ??
    casualties(sentence, quantity, place) ??
    reached(reading, sentence, quantity, place) ??
    crowd(sentence, quantity, place) ??
    evacuated(sentence, quantity, place) ??
    deprived(sentence, quantity, place) ??
    children(reading, sentence, quantity) ??
    jobs(sentence, quantity, place) ??
    staff(reading, sentence, quantity, place) ??
    moved(reading, sentence, quantity) ??
    age(reading, sentence, quantity, place) ??
    distance(reading, sentence, quantity) ??
    speed(sentence, quantity) ??
    takeover(reading, sentence, quantity, place) ??
    retail(reading, sentence, quantity, place) ??
    remaining(sentence, quantity) ??
    interval(sentence, quantity) ??
    record(reading, sentence, quantity) ??
    score(reading, sentence, quantity) ??
    amount(reading, sentence, quantity, place) ??
    counted(reading, sentence, quantity, place);
  if (!measure && isNoMeasure(reading, sentence, quantity, place)) return undefined;
  const cues = cuesAt(reading, sentence, quantity, place.clause, place.group);
  if (quantity.dimension !== 'percent' && isPartial(sentence, quantity)) cues.partial = true;
  if (isAdded(sentence, quantity)) cues.added = true;
  if (/^(?:duration|money)$/.test(quantity.dimension) && measure?.topic !== RETAIL && isThreat(place))
    cues.threatened = true;
  if (!measure) cues.loose = true;
  return claim(reading, sentence, {
    kind: 'number',
    as: 'number',
    topic: measure?.topic ?? `${quantity.dimension}:${nameOf(cues)}`,
    subject: measure?.subject ?? agents(reading, sentence, place),
    value: {
      ...quantityValue(reading, quantity, measure?.topic === 'record:score'),
      ...(measure?.dimension ? { dimension: measure.dimension } : {}),
    },
    focus: measure?.focus ?? quantity,
    cues,
    modality: place.clause?.verb.modality ?? 'fact',
    negative: place.clause?.verb.negative ?? false,
  });
}

/** "faces up to ten years", "could be fined $500": what is not imposed yet. */
const isThreat = ({ clause }: Place) =>
  clause !== undefined &&
  (/^(?:face|risk|carry)$/.test(clause.verb.lemma) ||
    (clause.verb.modality === 'possible' && /^(?:sentence|fine|get|face|serve|spend|receive)$/.test(clause.action)));

/** Figures that say nothing that another source could say otherwise: years, pronouns, numbers in names and lists. */
function isNoMeasure(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): boolean {
  const { words } = sentence;
  const first = words[quantity.first];
  if (
    quantity.dimension === 'count' &&
    quantity.low >= 1500 &&
    quantity.low < 2100 &&
    /^\d{4}$/.test(first?.text ?? '')
  )
    return true;
  if (
    /^(?:no|no\.|number|nr|#|chapter|page|section|article|highway|route|flight|unit)$/.test(
      words[quantity.first - 1]?.normal ?? '',
    ) &&
    quantity.dimension === 'count'
  )
    return true;
  if (first?.normal === 'one' && place.group?.head === '#') return true;
  if (words[quantity.first - 1]?.tag === 'PROPN' && quantity.dimension === 'count') return true;
  if (countsNames(place.group, quantity, words)) return false;
  if (place.group?.name && quantity.dimension === 'count') return true;
  return reading.entityAt(quantity) !== undefined && quantity.dimension === 'count';
}

/** "two Norwegians", "seven Crystal Reels": a plural name right after a figure is counted. */
const countsNames = (group: NounGroup | undefined, quantity: Quantity, words: Word[]) =>
  group?.name?.start === words[quantity.last + 1]?.start && isPlural(group?.name?.text ?? '');

/** @param isScore the winner's figure comes first, whoever tells it */
function quantityValue(reading: Reading, quantity: Quantity, isScore: boolean): QuantityValue {
  const { dimension, low, high, approximate, bound, unit } = quantity;
  const parts = isScore ? quantity.parts?.toSorted((a, b) => b - a) : quantity.parts;
  return {
    type: 'quantity',
    dimension,
    low,
    high,
    approximate,
    vague: high > low * 1.9 && parts === undefined && dimension === 'count',
    text: textAt(reading, quantity),
    ...(bound ? { bound } : {}),
    ...(unit ? { unit } : {}),
    ...(parts ? { parts } : {}),
  };
}
