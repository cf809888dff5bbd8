import { isTown } from '../entities/places.ts';
import type { Claim, Term, WordsValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { ReadSentence } from './clauses/read.ts';
import { claim, type Reading, termOf } from './reading.ts';

const SEATS = new Set(['headquarters', 'headquarter', 'base', 'seat', 'office']);
const SEATING = new Set(['run', 'base', 'manage', 'headquarter', 'lead']);

export const SEAT_TRIGGERS = [...SEATS, ...SEATING];

/** Where a company, division or body has its seat. */
export function readSeats(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    const place = clause.adjuncts.find(
      (a) => /^(?:in|from|at|out)$/.test(a.preposition) && a.group.name && isTown(a.group.name.text),
    );
    const of = place && seatedIn(clause.verb.lemma, clause.verb.passive, clause.object, clause.subject);
    const subject = of && subjectOf(reading, of, sentence);
    if (!place || !subject) return [];
    const value: WordsValue = {
      type: 'words',
      words: [],
      names: [place.group.name?.text ?? ''],
      text: place.group.name?.text ?? '',
    };
    const focus = { start: clause.verb.start, end: place.end };
    return [
      claim(reading, sentence, { kind: 'place', as: 'place', topic: 'place:seat', subject: [subject], value, focus }),
    ];
  });
}

/** What is seated: "is to be run from", "is based in", "will have its headquarters in", "the headquarters of X will be in", "leading X out of". */
function seatedIn(
  verb: string,
  passive: boolean,
  object: NounGroup | undefined,
  subject: NounGroup | undefined,
): NounGroup | undefined {
  if (SEATING.has(verb)) return passive ? subject : verb === 'lead' || verb === 'run' ? object : undefined;
  if (verb === 'have' && object && SEATS.has(object.head)) return subject;
  if (verb === 'be' && subject && SEATS.has(subject.head))
    return subject.post.find((p) => p.preposition === 'of')?.group ?? subject.possessor;
  return undefined;
}

function subjectOf(reading: Reading, group: NounGroup, sentence: ReadSentence): Term | undefined {
  const term = termOf(reading, group, sentence);
  return term && !group.pronoun ? term : undefined;
}
