import { dictionary } from '../dictionary.ts';
import { isGivenName } from '../entities/gazetteer.ts';
import { areNicknames } from '../entities/nicknames.ts';
import type { Span } from '../model.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { EMPTY_NOUNS } from './deed.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { singular } from './lexicon/inflect.ts';
import { ordinal } from './lexicon/numbers.ts';
import { areOtherDoers, isDoerRole } from './lexicon/roles.ts';
import { polaritiesOf } from './lexicon/thesaurus.ts';
import { claim, isReporting, type Reading, subjectsOf, termOf, textAt } from './reading.ts';

/** What one person or body alone does to the same other one. */
const ALONE = new Set(
  'kill shoot stab arrest kidnap order sign win defeat direct replace hijack bomb marry name dismiss rescue confess'.split(
    ' ',
  ),
);

/** What happens to one thing once, and is done by one person or body: the order, the goal, the letter, the winning entry. */
const ONCE = new Set(
  `order command sign call dial phone telephone ring alert discover find spot invent found establish create design write compose direct score head net kick
  win capture shoot kill stab strangle poison fire light ignite drive pilot steer captain lead chair host open unveil propose launch plant steal
  hack leak buy acquire sell receive accept collect lift push press pull broker mediate conduct referee deliver draft raise trigger start
  paint record film photograph sculpt land fly commission appoint nominate replace succeed crown sack dismiss fire hire block veto cast
  notice isolate introduce represent present hand file write report donate identify`.split(/\s+/),
);

/** Nouns for who did something, with the verb. */
const DOERS: Record<string, string> = dictionary({
  leader: 'lead',
  head: 'lead',
  chief: 'lead',
  captain: 'captain',
  director: 'direct',
  author: 'write',
  winner: 'win',
  founder: 'found',
  designer: 'design',
  inventor: 'invent',
  discoverer: 'discover',
  host: 'host',
  referee: 'referee',
});

export const AGENT_TRIGGERS = [
  ...ONCE,
  ...[...ALONE].map((action) => `@${action}`),
  ...Object.keys(DOERS),
  'successor',
  'take',
];

/** Who did it: the named agent of something done to a named other, or of something that is done once. */
export function readAgents(reading: Reading, sentence: ReadSentence): Claim[] {
  return [...toNamed(reading, sentence), ...toThings(reading, sentence), ...byNouns(reading, sentence)];
}

function toThings(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause, i) => {
    const { verb } = clause;
    if (!ONCE.has(verb.lemma) || verb.negative || !isSettled(clause)) return [];
    if (assertionOf(sentence, clause, i) !== 'asserted') return [];
    const { agent, patient } = roles(clause);
    const what = patient && thingOf(patient);
    const doer = agent && doerOf(reading, sentence, agent);
    if (!what || !doer) return [];
    const { value, name } = doer;
    const focus = { start: Math.min(name.start, verb.start), end: Math.max(name.end, patient.end, verb.end) };
    return toDoer(reading, sentence, verb.lemma, what, value, focus);
  });
}

/** That somebody did something, known by the deed and what it was done to. */
function toDoer(
  reading: Reading,
  sentence: ReadSentence,
  verb: string,
  what: string,
  value: WordsValue,
  focus: Span,
): Claim[] {
  const subject = [{ word: what, name: false }];
  return polaritiesOf(verb)
    .slice(0, 1)
    .map(({ key }) =>
      claim(reading, sentence, { kind: 'doer', as: 'person', topic: `doer:${key}`, subject, value, focus }),
    );
}

/** That one named person did something to another. */
function toAgent(
  reading: Reading,
  sentence: ReadSentence,
  action: string,
  subject: Term[],
  { word }: Term,
  name: Span & { text: string },
): Claim {
  const value: WordsValue = { type: 'words', words: [word], names: [], text: name.text };
  const focus = { start: name.start, end: name.end };
  return claim(reading, sentence, { kind: 'agent', as: 'person', topic: `agent:${action}`, subject, value, focus });
}

/** Who did it, by name or as what: "a passing cyclist". The words are the name's, or none, and the role. */
function doerOf(
  reading: Reading,
  sentence: ReadSentence,
  agent: NounGroup,
): { value: WordsValue; name: Span } | undefined {
  const who = termOf(reading, agent, sentence);
  const role = [agent, agent.apposition].map((g) => roleIn(g)).find((r) => r !== undefined);
  const name = agent.name ?? agent.apposition?.name ?? (agent.pronoun ? agent : undefined);
  if (who?.name) {
    if (!name || !isPerson(reading, who)) return undefined;
    const text = (who.entity === undefined ? undefined : reading.entities[who.entity]?.name) ?? who.word;
    return { value: { type: 'words', words: role ? [who.word, role] : [who.word], names: [text], text }, name };
  }
  if (!role || agent.members || isNone(sentence, agent)) return undefined;
  return { value: { type: 'words', words: ['', role], names: [], text: textAt(reading, agent) }, name: agent };
}

function roleIn(group: NounGroup | undefined): string | undefined {
  if (!group) return undefined;
  const title = group.name
    ? group.title?.text
        .toLowerCase()
        .split(/[\s-]+/)
        .at(-1)
    : group.head;
  const role = title && singular(title);
  return role && isDoerRole(role) ? role : undefined;
}

const isNone = ({ words }: ReadSentence, { first, determiner }: NounGroup) =>
  determiner === 'no' || /^(?:no|not|neither|none)$/.test(words[first - 1]?.normal ?? '');

/** A thing without a name that there is one of in the story: "the order", "911", "the second goal". */
function thingOf(patient: NounGroup): string | undefined {
  if (patient.name || patient.pronoun || EMPTY_NOUNS.has(patient.head)) {
    const digits = patient.quantity && patient.head === '#' ? String(patient.quantity.low) : undefined;
    return digits && digits.length === 3 ? digits : undefined;
  }
  if (patient.quantity || patient.members) return undefined;
  const place = patient.modifiers.filter(
    (m) => ordinal(m) !== undefined || /^(?:winning|opening|last|final|top|only)$/.test(m),
  );
  const definite =
    /^(?:the|this|that|his|her|its|their)$/.test(patient.determiner ?? '') || patient.possessor || place.length > 0;
  const action = actionOfNoun(patient.head);
  return definite ? [...place, action ? `@${action}` : patient.head].join(' ') : undefined;
}

function toNamed(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    const action = succession(sentence, clause) ?? (ALONE.has(clause.action) ? clause.action : undefined);
    if (!action || isReporting(clause) || clause.verb.negative || !isSettled(clause)) return [];
    const { agent, patient } =
      action === clause.action ? roles(clause) : { agent: clause.subject, patient: from(clause) };
    const who = agent && termOf(reading, agent, sentence);
    const whom = subjectsOf(reading, patient, sentence).filter((t) => t.name);
    if (!agent?.name || !who || !isPerson(reading, who) || whom.length === 0) return [];
    return [toAgent(reading, sentence, action, whom, who, agent.name)];
  });
}

/** Who is to do what one person alone does is named before it is done. */
const AHEAD = new Set(['lead', 'head', 'chair', 'host', 'direct', 'replace', 'succeed', 'take', 'referee', 'captain']);
const isSettled = ({ verb }: Clause) =>
  verb.modality === 'fact' || (verb.modality === 'planned' && AHEAD.has(verb.lemma));

/** "takes over from John Stone" */
const succession = ({ words }: ReadSentence, clause: Clause) =>
  clause.verb.lemma === 'take' && words[clause.verb.last + 1]?.normal === 'over' && from(clause)
    ? 'replace'
    : undefined;
const from = ({ adjuncts }: Clause) => adjuncts.find((a) => a.preposition === 'from' && a.group.name)?.group;

/** "the leader of the delegation is Anna Bell", "the successor of John Stone, Anna Bell". */
function byNouns(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    const verb = DOERS[group.head];
    if ((!verb && group.head !== 'successor') || group.name || /^(?:a|an|no)$/.test(group.determiner ?? '')) return [];
    const of = group.post.find((p) => p.preposition === 'of')?.group ?? group.possessor;
    const clause = sentence.clauses.find((c) => c.subject === group && c.verb.copula && !c.verb.negative);
    const agent = [group.apposition, of?.apposition, clause?.object].find((g) => g?.name);
    const who = agent?.name && termOf(reading, agent, sentence);
    if (!of || !agent?.name || !who || !isPerson(reading, who)) return [];
    if (!verb) {
      const whom = subjectsOf(reading, of, sentence).filter((t) => t.name);
      return whom.length > 0 ? [toAgent(reading, sentence, 'replace', whom, who, agent.name)] : [];
    }
    const what = thingOf(of);
    const doer = what && doerOf(reading, sentence, agent);
    const focus = { start: agent.name.start, end: agent.name.end };
    return doer ? toDoer(reading, sentence, verb, what, doer.value, focus) : [];
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
  if (!a.words[0] || !b.words[0]) return compareDoers(a.words[1] ?? '', b.words[1] ?? '');
  if (a.words[0] === b.words[0]) return haveOtherNames(a.text, b.text) ? OTHER : SAME;
  if (a.text.includes(b.text) || b.text.includes(a.text)) return COMPATIBLE;
  return OTHER;
}

/** Of two of whom one has no name only what they are can be compared. */
function compareDoers(a: string, b: string): Relation {
  if (a === b) return SAME;
  return areOtherDoers(a, b) ? OTHER : COMPATIBLE;
}

const OTHER: Relation = { is: 'conflict', strength: 0.7, reason: 'the sources name different people' };

/** Two of one family: both are given a first name, and not the same one. */
function haveOtherNames(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().split(/\s+/), b.toLowerCase().split(/\s+/)];
  return (
    x.length > 1 &&
    y.length > 1 &&
    isGivenName(x[0] ?? '') &&
    isGivenName(y[0] ?? '') &&
    !areNicknames(x[0] ?? '', y[0] ?? '') &&
    x[0] !== y[0]
  );
}
