import { dictionary } from '../dictionary.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { isReporting } from './reading.ts';

/** Reporting verbs whose that-clause is held to be untrue. */
const DENYING = new Set(['deny', 'dispute', 'reject', 'dismiss', 'rebut', 'refute', 'contradict']);
/** Verbs of saying and thinking: what they report is only asserted where they are. */
const STATING = new Set(
  'say tell claim state believe think suppose argue suggest confirm know allege assume expect mean report announce insist'.split(
    ' ',
  ),
);
/** "It is not true that …", "it is false that …" */
const TRUTH: Record<string, boolean> = dictionary({
  true: true,
  correct: true,
  untrue: false,
  false: false,
  wrong: false,
});
const UNPROVEN = new Set('evidence proof sign indication suggestion confirmation guarantee'.split(' '));
const CONDITIONS = new Set(['if', 'unless', 'whether', 'until', 'before']);

/** Words that put a statement before the news: what was so then need not be so now. */
const EARLIER = new Set(['earlier', 'initially', 'originally', 'previously', 'once', 'formerly', 'before']);

const isBeforeNow = (word: string) => EARLIER.has(word);

/** How a source stands to what a clause says: it says so, denies it, or leaves it open. */
export type Assertion = 'asserted' | 'denied' | 'open';

/** "denied that he fled", "did not say that he is guilty", "if he comes": who says it is not always saying that it is so. */
export function assertionOf(sentence: ReadSentence, clause: Clause, i: number): Assertion {
  clause.assertion ??= readAssertion(sentence, clause, i);
  return clause.assertion;
}

function readAssertion(sentence: ReadSentence, clause: Clause, i: number): Assertion {
  if (CONDITIONS.has(clause.opener ?? '') || clause.condition) return 'open';
  if (isEarlier(sentence, clause, i)) return 'open';
  const leads = sentence.clauses[i - 1];
  if (!leads) return 'asserted';
  const opener = sentence.words[(clause.subject?.first ?? clause.verb.first) - 1]?.normal;
  const reported = clause.opener === 'that' || opener === 'that';
  // "denied taking it" has its subject before
  const starts = clause.verb.finite ? (clause.subject?.first ?? clause.verb.first) : clause.verb.first;
  const follows = leads.verb.last < starts;
  // "did not rule out leaving"
  if (clause.verb.via === 'avoid' && leads.verb.negative) return 'open';
  if (DENYING.has(leads.verb.lemma) && follows && (reported || clause.verb.form === 'ing'))
    return leads.verb.negative || leads.verb.modality !== 'fact' ? 'open' : 'denied';
  if (reported && follows && leads.verb.copula && TRUTH[leads.state?.normal ?? ''] === leads.verb.negative)
    return 'denied';
  if (isUnproven(sentence, i)) return 'open';
  if (reported && STATING.has(leads.verb.lemma) && (leads.verb.negative || leads.verb.modality !== 'fact'))
    return 'open';
  return 'asserted';
}

/** "there is no evidence that the gun was fired" */
export function isUnproven({ clauses, words }: ReadSentence, i: number): boolean {
  const [object, clause] = [clauses[i - 1]?.object, clauses[i]];
  if (object?.determiner !== 'no' || !UNPROVEN.has(object.head)) return false;
  return clause?.opener === 'that' || words[object.last + 1]?.normal === 'that';
}

/** What somebody had first meant to do is no contradiction of what he does. */
export function isEarlier(sentence: ReadSentence, clause: Clause, i: number): boolean {
  const leads = sentence.clauses[i - 1];
  if (clause.verb.adverbs.some(isBeforeNow)) return true;
  const reports = leads && leads.verb.adverbs.length > 0 && (clause.opener === 'that' || isReporting(leads));
  return reports === true && leads.verb.adverbs.some(isBeforeNow);
}
