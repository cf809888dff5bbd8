import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { claim, isReporting, type Reading, subjectsOf, termOf } from './reading.ts';

/** What one person or body alone does to the same other one. */
const ALONE = new Set(
  'kill shoot stab arrest kidnap order sign win defeat direct replace hijack bomb marry name dismiss rescue confess'.split(
    ' ',
  ),
);

/** Who did it: the named agent of something done to a named other. */
export function readAgents(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    if (!ALONE.has(clause.action) || isReporting(clause) || clause.verb.negative || clause.verb.modality !== 'fact')
      return [];
    const { agent, patient } = roles(clause);
    const who = agent && termOf(reading, agent, sentence);
    const whom = subjectsOf(reading, patient, sentence).filter((t) => t.name);
    if (!agent?.name || !who || !isPerson(reading, who) || whom.length === 0) return [];
    const value: WordsValue = { type: 'words', words: [who.word], names: [], text: agent.name.text };
    const focus = { start: agent.name.start, end: agent.name.end };
    return [
      claim(reading, sentence, {
        kind: 'agent',
        as: 'person',
        topic: `agent:${clause.action}`,
        subject: whom,
        value,
        focus,
      }),
    ];
  });
}

function roles(clause: Clause) {
  if (!clause.verb.passive) return { agent: clause.subject, patient: clause.object };
  return { agent: clause.adjuncts.find((a) => a.preposition === 'by')?.group, patient: clause.subject };
}

const isPerson = (reading: Reading, term: Term) =>
  term.entity !== undefined && reading.entities[term.entity]?.type === 'person';

/** Two agents of one deed. */
export function compareAgents(a: WordsValue, b: WordsValue): Relation {
  if (a.words[0] === b.words[0]) return SAME;
  if (a.text.includes(b.text) || b.text.includes(a.text)) return COMPATIBLE;
  return { is: 'conflict', strength: 0.7, reason: 'the sources name different people' };
}
