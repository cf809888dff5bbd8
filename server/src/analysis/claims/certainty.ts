import { dictionary } from '../dictionary.ts';
import type { Claim, ScaleValue, Term } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { claim, type Reading, subjectsOf, textAt } from './reading.ts';

/** Crimes that are first suspected and later established. */
const CRIMES: Record<string, string> = dictionary({
  arson: 'arson',
  arsonist: 'arson',
  sabotage: 'sabotage',
  terrorism: 'terrorism',
  hoax: 'hoax',
});
const DOUBT = new Set([
  'suspected',
  'possible',
  'apparent',
  'alleged',
  'presumed',
  'suspicious',
  'likely',
  'potential',
  'feared',
]);
const DOUBTING = new Set([
  'suspect',
  'suspected',
  'may',
  'might',
  'could',
  'possibly',
  'apparently',
  'allegedly',
  'whether',
  'if',
  'suspicion',
  'believe',
  'believed',
]);

export const CERTAINTY_TRIGGERS = [...Object.keys(CRIMES), 'suspicious', '@die', '@kill'];

/** How sure a source is: suspected or established arson, feared or known dead. */
export function readCertainty(reading: Reading, sentence: ReadSentence): Claim[] {
  return [
    ...sentence.groups.flatMap((group) => ofCrime(reading, sentence, group)),
    ...sentence.clauses.flatMap((clause) => ofDeath(reading, sentence, clause)),
  ];
}

function ofCrime(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const crime = CRIMES[group.head] ?? group.modifiers.map((m) => CRIMES[m]).find((c) => c !== undefined);
  const suspicious = group.modifiers.includes('suspicious') && /^(?:fire|blaze|death|package)$/.test(group.head);
  if (!crime && !suspicious) return [];
  const words = sentence.words.map((w) => w.normal);
  const doubted = suspicious || group.modifiers.some((m) => DOUBT.has(m)) || words.some((w) => DOUBTING.has(w));
  const charged = sentence.clauses.some((c) => c.action === 'charge' || c.action === 'convict');
  if (!charged && words.some((w) => w === 'deny' || w === 'denied' || w === 'not')) return [];
  const rank = charged ? 4 : doubted ? 1 : 3;
  const topic = `ladder:certain:${crime ?? (group.head === 'death' ? 'suicide' : 'arson')}`;
  return [toClaim(reading, sentence, topic, [], rank, group)];
}

/** "is presumed dead", "feared dead" against "died", "was killed". */
function ofDeath(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  if ((clause.action !== 'die' && clause.action !== 'kill') || clause.verb.negative || clause.condition) return [];
  const before =
    sentence.words[(clause.state ? sentence.words.indexOf(clause.state) : clause.verb.first) - 1]?.normal ?? '';
  const doubted = DOUBT.has(before) || (clause.verb.via !== undefined && clause.verb.modality === 'possible');
  if (clause.verb.modality !== 'fact' && !doubted) return [];
  const patient = clause.action === 'die' || clause.verb.passive || clause.verb.copula ? clause.subject : clause.object;
  const subject = subjectsOf(reading, patient, sentence).filter((t) => t.name);
  if (subject.length === 0) return [];
  const span = { start: clause.verb.start, end: Math.max(clause.verb.end, clause.state?.end ?? 0) };
  return [toClaim(reading, sentence, 'ladder:certain:dead', subject, doubted ? 1 : 3, span)];
}

function toClaim(
  reading: Reading,
  sentence: ReadSentence,
  topic: string,
  subject: Term[],
  rank: number,
  focus: { start: number; end: number },
): Claim {
  const span = { start: focus.start, end: focus.end };
  const value: ScaleValue = { type: 'scale', scale: 'certain', rank, text: textAt(reading, span) };
  return claim(reading, sentence, { kind: 'outcome', as: 'outcome', topic, subject, value, focus: span });
}
