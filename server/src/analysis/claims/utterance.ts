import { assertionOf } from './assertion.ts';
import type { Claim, StanceValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { polaritiesOf } from './lexicon/thesaurus.ts';
import { claim, isReporting, REPORTING, type Reading, termOf, textAt } from './reading.ts';

const ADMITTING = new Set(['admit', 'acknowledge', 'concede', 'deny']);
export const UTTERANCE_TRIGGERS = [...REPORTING, ...ADMITTING];
const NOTHING = /^(?:nothing|nobody|none|no-one)$/;
/** Verbs that say too little without what follows. */
const LIGHT = new Set(['be', 'have', 'do', 'get', 'make', 'go', 'come', 'take', 'say', 'tell']);

/** What a named speaker says is so or not, within quotation marks or without: "she had known of it", "I never knew of it". */
export function readUtterances(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const { clauses } = sentence;
  const at = clauses.findIndex((c) => isReporting(c) || ADMITTING.has(c.verb.lemma));
  const saying = clauses[at];
  if (!saying?.subject || saying.verb.negative || saying.verb.modality !== 'fact') return [];
  const speaker = termOf(reading, saying.subject, sentence);
  if (!speaker?.name) return [];
  return clauses.flatMap((clause, i) => {
    if (clause === saying || !isSaid(sentence, clause, i, at)) return [];
    const said = saidIn(sentence, clause);
    if (!said || said.of.length === 0) return [];
    const denied = assertionOf(sentence, clause, i) === 'denied';
    const negative = (clause.verb.negative !== said.negative) !== denied;
    const focus = { start: clause.start, end: Math.max(clause.end, clause.verb.end) };
    const text = textAt(reading, focus);
    return polaritiesOf(said.word).flatMap(({ key, positive }) => {
      const no = negative === positive;
      const { planned, can } = said;
      const stance: StanceValue['stance'] = planned ? (no ? 'unplanned' : 'planned') : no ? 'no' : 'yes';
      const value: StanceValue = { type: 'stance', stance, text, of: said.of };
      const draft = { kind: 'deed' as const, as: 'quote' as const, subject: [speaker], value, focus, negative: no };
      // "I forgive him" against "could not forgive him"
      const topics = can ? (no ? [`said:can ${key}`, `said:${key}`] : [`said:can ${key}`]) : [`said:${key}`];
      return topics.map((topic) => claim(reading, sentence, { ...draft, topic }));
    });
  });
}

/** The clause right after "he said (that)", or one before ", he said" or in the quotation. */
function isSaid({ words, quotations, clauses }: ReadSentence, clause: Clause, i: number, saying: number): boolean {
  const { verb, opener } = clause;
  if (!verb.finite || (opener && opener !== 'that') || clause.condition || isReporting(clause)) return false;
  if (verb.modality === 'obligatory' || verb.modality === 'attempt') return false;
  if (quotations.some((q) => !q.scare && q.start <= verb.start && verb.end <= q.end)) return true;
  if (i !== saying + 1) return false;
  const from = (clauses[saying] as Clause).verb.last + 1;
  for (let k = from; k < (clause.subject?.first ?? verb.first); k++) if (words[k]?.tag === 'PUNCT') return false;
  return !/^(?:who|which|whom|where)$/.test(words[(clause.subject?.first ?? verb.first) - 1]?.normal ?? '');
}

interface Said {
  word: string;
  of: string[];
  negative: boolean;
  planned: boolean;
  can: boolean;
}

function saidIn(sentence: ReadSentence, clause: Clause): Said | undefined {
  const { verb, state, object, subject, adjuncts } = clause;
  const leads = sentence.clauses[sentence.clauses.indexOf(clause) + 1];
  const infinitive = leads?.verb.infinitive && leads.verb.first === verb.last + 1 ? leads.verb.lemma : undefined;
  const groups = [subject, object, ...adjuncts.map((a) => a.group)];
  const of = groups.flatMap((g) => (g && !g.pronoun && !NOTHING.test(g.head) ? [g.head] : []));
  const pronouns = [object, ...adjuncts.map((a) => a.group)].flatMap((g) => (g?.pronoun ? [g.head] : []));
  if (infinitive) of.push(infinitive);
  if (verb.copula) {
    if (!state) return undefined;
    of.push(state.normal);
  } else if (LIGHT.has(verb.lemma)) return undefined;
  else of.push(...pronouns);
  const negative = [object, subject].some((g) => g && isNothing(sentence, g));
  return {
    word: state && verb.copula ? state.normal : verb.lemma,
    of,
    negative,
    planned: verb.modality === 'planned',
    can: verb.modality === 'possible',
  };
}

const isNothing = ({ words }: ReadSentence, { head, determiner, first }: NounGroup) =>
  NOTHING.test(head) || determiner === 'no' || words[first - 1]?.normal === 'no';
