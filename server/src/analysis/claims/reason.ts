import { dictionary } from '../dictionary.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import { isPerson, type NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { kindredAction } from './lexicon/thesaurus.ts';
import { claim, isReporting, type Reading, termOf, textAt } from './reading.ts';

/** Verbs whose subject is the cause and whose object is the effect. */
const CAUSING = new Set(
  'cause trigger spark provoke prompt ignite precipitate unleash cripple paralyze paralyse produce start'.split(' '),
);
/** Such verbs that need a particle or preposition: "set off", "bring down", "lead to", "result in". */
const CAUSING_WITH: Record<string, string> = dictionary({
  set: 'off',
  bring: 'down',
  knock: 'out',
  lead: 'to',
  result: 'in',
  touch: 'off',
});
/** Verbs whose subject is the effect and whose cause follows "from". */
const RESULTING = new Set(['result', 'stem', 'arise', 'come', 'originate', 'follow']);
/** Nouns for a cause. */
const CAUSES = new Set('cause reason origin trigger culprit explanation motive'.split(' '));
/** Verbs and nouns for what goes wrong: a short report of a disaster may name it by any of them. */
const MISHAPS = new Set(
  `fail failure break_down breakdown outage blackout crash accident collision collide disaster catastrophe explode explosion blast burn fire blaze
  derail derailment sink sinking collapse leak spill malfunction fault disruption interruption incident tragedy emergency go_down
  eruption erupt mishap wreck loss flood flooding stoppage shutdown error @crash @explode @burn @derail @sink @collapse @leak @outage @flood`.split(
    /\s+/,
  ),
);
/** What somebody is punished with or sent away by; the reason follows "for". */
const PUNISHED = new Set(
  '@arrest @charge @fine @dismiss @ban @sentence @expel suspend punish discipline disqualify book caution reprimand deport evict send_off detain jail'.split(
    ' ',
  ),
);
/** Quarrels and their outcomes; what they are about follows "over". */
const QUARRELS = new Set(
  '@resign @protest @walkout @divorce @dismiss quarrel argue clash split fight turn fall collapse quit dispute row feud'.split(
    ' ',
  ),
);
/** For how long, not for what: "banned for the next match". */
const SPELLS = new Set(
  'match game race round season rest remainder life trial hearing time period tournament second'.split(' '),
);
const PHRASES: [words: string[], length: number][] = [
  [['because', 'of'], 2],
  [['due', 'to'], 2],
  [['owing', 'to'], 2],
  [['thanks', 'to'], 2],
  [['as', 'a', 'result', 'of'], 4],
  [['on', 'account', 'of'], 3],
];
const PHRASE_STARTS = new Set(PHRASES.map(([[start]]) => start));
/** One offence under many names. */
const DRUNK = new Set('dui dwi drunk drunken drink drinking drink-driving drunk-driving alcohol'.split(' '));
/** Words that name no cause of their own. */
const EMPTY = new Set(
  'cause reason ground grounds result suspicion he she it they something thing accident incident offence offense misdemeanor misdemeanour felony crime fact way unknown unclear factor event problem issue other number series people person'.split(
    ' ',
  ),
);

/** What may lie behind a disaster: crimes, faults and forces of nature. */
const SUSPECTS = new Set(
  `sabotage terrorism arson attack cyberattack cyber-attack hack hacking hacker bomb bombing vandalism negligence carelessness crime play suicide
  error mistake fault defect malfunction overload overheating fatigue corrosion wear weather lightning storm wind fog ice frost earthquake drought
  bug virus malware glitch spark leak short-circuit explosion speeding drunkenness`.split(/\s+/),
);
const SUSPECTING = new Set([
  'suspect',
  'speak',
  'talk',
  'point',
  'indicate',
  'suggest',
  'assume',
  'treat',
  'investigate',
  'fear',
]);
const RULING_OUT = new Set(['exclude', 'discount', 'rule']);

const BLAMING = new Set(['blame', 'attribute', 'ascribe', 'put', 'trace']);
/** Verbs of showing the red or yellow card. */
const CARDING = new Set(['show', 'give', 'get', 'receive', 'see']);
const CARDS = new Set(['red', 'yellow']);

/** What things and forces of nature do to others: "fog delayed the flight", "closed by high winds". */
const EFFECTS = new Set(
  'delay cancel close halt evacuate strand displace destroy derail rise raise drop recall'.split(' '),
);
/** What is done for a reason that comes before it: "recalled after bacteria were found in it". */
const DECIDED = new Set('cancel delay recall evacuate close dismiss halt withdraw'.split(' '));
export const REASON_TRIGGERS = [
  ...[CAUSING, Object.keys(CAUSING_WITH), RESULTING, BLAMING, CAUSES, SUSPECTS, PUNISHED, CARDS].flatMap((words) => [
    ...words,
  ]),
  ...[...EFFECTS, ...DECIDED].map((action) => `@${action}`),
  ...[
    'send',
    'cite',
    'withdraw',
    'reason',
    'ground',
    'over',
    'because',
    'after',
    'when',
    'due',
    'owing',
    'thanks',
    'account',
  ],
];

interface Reason {
  effect: Term[];
  cause: NounGroup | Clause;
  negative: boolean;
}

/** Why something happened: what is said to have caused it, and for what somebody was punished. */
export function readReasons(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const found = [
    ...sentence.clauses.flatMap((clause, i) =>
      assertionOf(sentence, clause, i) === 'open' ? [] : ofClause(reading, sentence, clause, i),
    ),
    ...ofPhrases(reading, sentence),
  ];
  return found.flatMap((reason) => toClaim(reading, sentence, reason) ?? []);
}

const adjunct = (clause: Clause, ...prepositions: string[]) =>
  clause.adjuncts.find((a) => prepositions.includes(a.preposition))?.group;

function ofClause(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Reason[] {
  const personal = [...ofPersonal(reading, sentence, clause, i), ...cited(reading, sentence, clause, i)];
  if (personal.length > 0) return personal;
  const named = byVerb(sentence, clause) ?? byBlame(clause) ?? byCauseNoun(clause);
  if (named) {
    const { cause, effect } = named;
    const down = /^(?:bring|knock|cripple|paraly[sz]e)$/.test(clause.verb.lemma);
    const what = down ? [MISHAP] : effect ? effectOf(effect) : unknown(sentence);
    return [{ cause, effect: what, negative: clause.verb.negative }];
  }
  return [
    ...byEffect(reading, sentence, clause),
    ...suspected(sentence, clause),
    ...punished(reading, sentence, clause),
    ...quarrelled(reading, sentence, clause),
    ...forReasons(reading, sentence, clause),
    ...byClause(reading, sentence, clause, i),
  ];
}

type Named = { cause: NounGroup; effect: NounGroup | undefined };

/** "X caused Y", "Y was caused by X", "X led to Y", "Y resulted from X". */
function byVerb(sentence: ReadSentence, clause: Clause): Named | undefined {
  const { verb, subject, object } = clause;
  if (RESULTING.has(verb.lemma) && !verb.passive && subject && isEvent(subject)) {
    const cause = adjunct(clause, 'from');
    if (cause) return { cause, effect: subject };
  }
  const particle = CAUSING_WITH[verb.lemma];
  const after = sentence.words[verb.last + 1]?.normal;
  const effect = particle && after === particle ? (object ?? adjunct(clause, particle)) : undefined;
  if (!CAUSING.has(verb.lemma) && !effect && !(particle && verb.passive && after === particle)) return undefined;
  if (verb.passive) {
    const cause = adjunct(clause, 'by');
    return cause && subject ? { cause, effect: subject } : undefined;
  }
  const caused = effect ?? object;
  const isCause = subject && !subject.pronoun && !isPersonLike(subject);
  return isCause && caused && (effect || isEvent(caused)) ? { cause: subject, effect: caused } : undefined;
}

const isEvent = (group: NounGroup) => MISHAPS.has(group.head) || actionOfNoun(group.head) !== undefined;
const isPersonLike = (group: NounGroup) => group.title !== undefined;

function byEffect(reading: Reading, sentence: ReadSentence, clause: Clause): Reason[] {
  const { verb, subject, object, action } = clause;
  if (!EFFECTS.has(action) || verb.modality !== 'fact') return [];
  const cause = verb.passive ? adjunct(clause, 'by') : object ? subject : undefined;
  if (!cause || cause.name || cause.pronoun || cause.quantity || isPerson(cause) || isBody(cause)) return [];
  const isForce = SUSPECTS.has(cause.head) || actionOfNoun(cause.head) !== undefined || cause.modifiers.length > 0;
  if (MISHAPS.has(cause.head) || (!verb.passive && !isForce)) return [];
  return [{ cause, effect: effectOfClause(reading, sentence, clause), negative: verb.negative }];
}

/** "the company closed the plant": who decides is no cause. */
const isBody = ({ head }: NounGroup) => ACTORS.has(head) || /(?:er|or|ist|man|men|woman|women)$/.test(head);
const ACTORS = new Set(
  'company firm government ministry agency court board bank authority council police union club team league airline airport school university committee commission parliament state country city army group party chain retailer'.split(
    ' ',
  ),
);

/** "blamed X for Y", "blamed Y on X", "X is to blame for Y", "attributed Y to X". */
function byBlame(clause: Clause): Named | undefined {
  const { verb, subject, object } = clause;
  const on = adjunct(clause, 'on', 'upon');
  const whatFor = adjunct(clause, 'for');
  if (verb.lemma === 'blame') {
    // "blamed ice on the road for the crash"
    if (whatFor && object && !verb.passive && !object.pronoun) return { cause: object, effect: whatFor };
    if (on) return { cause: on, effect: verb.passive ? subject : object };
    const cause = verb.passive || !object ? subject : object;
    return cause && !cause.pronoun ? { cause, effect: whatFor } : undefined;
  }
  const to = adjunct(clause, 'to');
  if (!BLAMING.has(verb.lemma) || !to) return undefined;
  if (verb.lemma === 'put' && !clause.adjuncts.some((a) => a.preposition === 'to' || a.preposition === 'down'))
    return undefined;
  const effect = verb.passive ? subject : object;
  return effect && isEvent(effect) ? { cause: to, effect } : undefined;
}

/** "the cause was X", "X is not the reason for Y", "X is regarded as the origin". */
function byCauseNoun(clause: Clause): Named | undefined {
  const { verb, subject, object } = clause;
  const as = adjunct(clause, 'as');
  if (subject && as && CAUSES.has(as.head) && !object) return { cause: subject, effect: effectIn(as) };
  if (!verb.copula || !subject || !object) return undefined;
  const [noun, cause] = CAUSES.has(subject.head) ? [subject, object] : CAUSES.has(object.head) ? [object, subject] : [];
  if (!noun || !cause || cause.pronoun) return undefined;
  return { cause, effect: effectIn(noun) };
}

const effectIn = (noun: NounGroup) =>
  noun.post.find((p) => /^(?:of|for|behind)$/.test(p.preposition))?.group ?? noun.possessor;

/** "spoke of a cyberattack", "ruled out sabotage", "an act of terrorism": named for what the text is about. */
function suspected(sentence: ReadSentence, clause: Clause): Reason[] {
  const { verb, object, subject } = clause;
  const effect = unknown(sentence);
  const of = adjunct(clause, 'of', 'to', 'as');
  const cause = [object, of, verb.passive ? subject : undefined].find((g) => g && SUSPECTS.has(g.head));
  if (!cause || effect.length === 0) return [];
  const ruledOut =
    RULING_OUT.has(verb.lemma) && (verb.lemma !== 'rule' || sentence.words[verb.last + 1]?.normal === 'out');
  const found = SUSPECTING.has(verb.lemma) || (verb.copula && object === cause) || ruledOut;
  return found ? [{ cause, effect, negative: verb.negative !== ruledOut }] : [];
}

/** "sent off for a second yellow card", "arrested on suspicion of theft", "fined for speeding". */
function punished(reading: Reading, sentence: ReadSentence, clause: Clause): Reason[] {
  const { verb, object } = clause;
  const next = sentence.words[verb.last + 1]?.normal ?? '';
  const carded =
    CARDING.has(verb.lemma) && sentence.words.slice(verb.last + 1, verb.last + 6).some((w) => CARDS.has(w.normal));
  const word = verb.lemma === 'send' && next === 'off' ? 'send_off' : verb.lemma;
  if (!carded && !PUNISHED.has(word) && !PUNISHED.has(`@${clause.action}`)) return [];
  const patient = verb.passive || carded ? clause.subject : object;
  const who = termOf(reading, patient, sentence);
  if (!who?.name || verb.negative) return [];
  const group = adjunct(clause, 'for');
  const charge = clause.adjuncts.find(
    (a) => a.preposition === 'on' && /^(?:suspicion|charge|count)$/.test(a.group.head),
  )?.group;
  const offence = charge?.post.find((p) => p.preposition === 'of')?.group;
  const gerund = sentence.clauses.find(
    (c) => c.verb.form === 'ing' && c.verb.first > verb.last && sentence.words[c.verb.first - 1]?.normal === 'for',
  );
  const cause = gerund ?? offence ?? group;
  const isCause =
    cause && ('verb' in cause || (!cause.name && !cause.quantity && !cause.time && !SPELLS.has(cause.head)));
  const stage = carded || word === 'send_off' ? 'send_off' : clause.action;
  return isCause ? [{ cause, effect: [who, { word: `@punish ${stage}`, name: false }], negative: false }] : [];
}

/** "turned against him over the nuclear plant", "resigned over the affair". */
function quarrelled(reading: Reading, sentence: ReadSentence, clause: Clause): Reason[] {
  const about = adjunct(clause, 'over');
  if (!about || about.name || about.quantity || about.time) return [];
  if (!QUARRELS.has(clause.verb.lemma) && !QUARRELS.has(`@${clause.action}`)) return [];
  const who = termOf(reading, clause.subject, sentence);
  const own = who?.name && clause.known ? [who, { word: `@${clause.action}`, name: false }] : [];
  return [{ cause: about, effect: [{ word: '@quarrel', name: false }, ...own], negative: clause.verb.negative }];
}

/** "resigned for health reasons", "missed the race on medical grounds" */
function forReasons(reading: Reading, sentence: ReadSentence, clause: Clause): Reason[] {
  const cause = adjunct(clause, 'for', 'on');
  if (!cause || !/^(?:reason|ground)s?$/.test(cause.head) || cause.modifiers.length === 0) return [];
  return [{ cause, effect: effectOfClause(reading, sentence, clause), negative: clause.verb.negative }];
}

/** "failed because its first stage lost a nozzle", "crashed after a tire burst". */
function byClause(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Reason[] {
  const { opener } = clause;
  if (opener !== 'because' && opener !== 'after' && opener !== 'when') return [];
  const effect = sentence.clauses[i - 1] ?? sentence.clauses[i + 1];
  if (!effect || isReporting(effect)) return [];
  const goesWrong =
    MISHAPS.has(clause.verb.lemma) ||
    clause.verb.negative ||
    /^(?:break|burst|snap|stop|lose|crack|jam|overheat|hit|strike|collide|shift|slip)$/.test(clause.verb.lemma);
  const terms = effectOfClause(reading, sentence, effect);
  const isDecided = opener === 'after' && effect.verb.passive && DECIDED.has(effect.action);
  const sure = opener === 'because' || isDecided || (goesWrong && terms.some((t) => t.word === '@mishap'));
  return sure && terms.length > 0 && clause.subject && (!clause.subject.pronoun || clause.state || clause.object)
    ? [{ cause: clause, effect: terms, negative: false }]
    : [];
}

/** "delayed because of fog", "the outage, due to a power cut, …". */
function ofPhrases(reading: Reading, sentence: ReadSentence): Reason[] {
  const { words, clauses, groups } = sentence;
  const starts = words.flatMap(({ normal }, k) => (PHRASE_STARTS.has(normal) ? [k] : []));
  return starts.flatMap((k) => {
    const phrase = PHRASES.find(([list]) => list.every((w, j) => words[k + j]?.normal === w));
    const cause = phrase && groups.find((g) => g.first === k + phrase[1]);
    if (!cause || cause.pronoun) return [];
    const before = clauses.findLast((c) => c.verb.last < k);
    // "the crash was due to an error"
    const copula = before?.verb.copula && before.verb.last === k - 1 ? before.subject : undefined;
    const near = copula && isEvent(copula) ? copula : groups.find((g) => g.last === k - 1 && isEvent(g));
    const main = before ?? clauses.find((c) => c.verb.first > k);
    const effect = near ? effectOf(near) : main ? effectOfClause(reading, sentence, main) : [];
    const negative = words[k - 1]?.normal === 'not' || (main?.verb.negative ?? false);
    return effect.length > 0 ? [{ cause, effect, negative }] : [];
  });
}

/** Where a source does not say of what it names the cause, it is what the text is about. */
const unknown = (sentence: ReadSentence): Term[] => (sentence.index < 8 ? [MISHAP] : []);
const MISHAP: Term = { word: '@mishap', name: false };

/** What is called off, put off or taken back for one reason is told by either word. */
const ONE_EFFECT: Record<string, string> = dictionary({ cancel: 'delay', withdraw: 'recall', raise: 'rise' });
const effectClass = (action: string) => ONE_EFFECT[action] ?? action;

function effectOf(group: NounGroup): Term[] {
  const action = actionOfNoun(group.head);
  if (MISHAPS.has(group.head) || MISHAPS.has(`@${action}`)) return [MISHAP];
  return PERSONAL.has(action ?? '') ? [] : [{ word: action ? `@${effectClass(action)}` : group.head, name: false }];
}

const PERSONAL = new Set([
  'injure',
  'kill',
  'die',
  'arrest',
  'charge',
  'convict',
  'hospitalize',
  'sicken',
  'play',
  'arrive',
]);

function effectOfClause(reading: Reading, sentence: ReadSentence, clause: Clause): Term[] {
  const { verb, action, known, object, subject } = clause;
  if (MISHAPS.has(verb.lemma) || MISHAPS.has(`@${action}`)) return [MISHAP];
  const noun = [object, subject].find((g) => g && MISHAPS.has(g.head));
  // "the driver lost control because of ice"
  if (noun || (verb.lemma === 'lose' && object?.head === 'control')) return [MISHAP];
  if (hasLeft(clause)) return goneFrom(termOf(reading, subject, sentence));
  if (!known && !DECIDED.has(action)) return [];
  const whom = termOf(reading, verb.passive || !object ? subject : object, sentence);
  // Many are hurt or arrested, each for a reason of his own.
  if (PERSONAL.has(action) && !whom?.name) return [];
  return [{ word: `@${effectClass(action)}`, name: false }, ...(whom?.name ? [whom] : [])];
}

/** "left the post": resigned. */
const hasLeft = ({ verb, object }: Clause) =>
  /^(?:leave|quit)$/.test(verb.lemma) &&
  !verb.passive &&
  /^(?:post|job|position|office|role|company|team|party)$/.test(object?.head ?? '');
const goneFrom = (who: Term | undefined): Term[] => (who?.name ? [{ word: '@resign', name: false }, who] : []);

/** "stepped down, citing ill health" */
function cited(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Reason[] {
  const { verb, object: cause } = clause;
  if (verb.lemma !== 'cite' || verb.form !== 'ing' || !cause || cause.pronoun || cause.name) return [];
  const effect = sentence.clauses.slice(0, i).findLast((c) => c.verb.finite);
  return effect ? [{ cause, effect: effectOfClause(reading, sentence, effect), negative: false }] : [];
}

/** "the reason for Bell's resignation was …", "… was the reason why Bell resigned": what a person did. */
function ofPersonal(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Reason[] {
  const { verb, subject, object } = clause;
  if (!verb.copula || !subject || !object) return [];
  const { words, groups } = sentence;
  const next = sentence.clauses[i + 1];
  if (CAUSES.has(object.head) && next && words[(next.subject ?? next.verb).first - 1]?.normal === 'why')
    return subject.pronoun
      ? []
      : [{ cause: subject, effect: effectOfClause(reading, sentence, next), negative: verb.negative }];
  const isReason = (g: NounGroup) => CAUSES.has(g.head) && /^(?:for|of|behind)$/.test(words[g.last + 1]?.normal ?? '');
  const deed = groups.some((g) => isReason(g) && g.last < subject.first) ? subject : effectIn(subject);
  if (!deed || (deed !== subject && !CAUSES.has(subject.head)) || object.pronoun) return [];
  const who = termOf(reading, deed.possessor ?? deed.post.find((p) => p.preposition === 'of')?.group, sentence);
  const action = actionOfNoun(deed.head);
  const cause = object;
  const effect: Term[] = action && who?.name ? [{ word: `@${effectClass(action)}`, name: false }, who] : [];
  return effect.some(({ name }) => name) ? [{ cause, effect, negative: verb.negative }] : [];
}

function toClaim(reading: Reading, sentence: ReadSentence, { cause, effect, negative }: Reason): Claim | undefined {
  const start = 'verb' in cause && !cause.verb.finite ? cause.verb.start : cause.start;
  const focus = 'verb' in cause ? { start, end: cause.end } : spanOf(cause);
  const words = ('verb' in cause ? wordsOfClause(cause) : wordsOf(cause))
    .map((w) => (DRUNK.has(w) ? 'drunk' : w))
    .filter((w) => !EMPTY.has(w));
  if (words.length === 0 || effect.length === 0 || (!('verb' in cause) && isSomebody(cause))) return undefined;
  const value: WordsValue = { type: 'words', words: [...new Set(words)], names: [], text: textAt(reading, focus) };
  return claim(reading, sentence, { kind: 'why', as: 'cause', topic: 'why', subject: effect, value, focus, negative });
}

/** Who is at fault is another question than what went wrong. */
const isSomebody = (group: NounGroup) =>
  group.title !== undefined || group.quantity?.dimension === 'age' || PEOPLE.has(group.head);
const PEOPLE = new Set(
  'boy girl man woman child teenager youth driver pilot group people person company government police'.split(' '),
);

function spanOf(group: NounGroup) {
  const last = group.post.find((p) => /^(?:of|in)$/.test(p.preposition))?.group ?? group.members?.at(-1);
  return { start: group.start, end: Math.max(group.end, last?.end ?? 0) };
}

function wordsOf(group: NounGroup): string[] {
  const groups = [
    group,
    ...group.post.filter((p) => /^(?:of|in|with)$/.test(p.preposition)).map((p) => p.group),
    ...(group.members ?? []),
  ];
  return groups.flatMap((g) => [...g.modifiers, g.head]);
}

const wordsOfClause = ({ verb, subject, object, state }: Clause) => [
  ...(verb.copula ? [] : [verb.lemma]),
  ...(state ? [state.normal] : []),
  ...(subject && verb.finite ? wordsOf(subject) : []),
  ...(object ? wordsOf(object) : []),
];

/** Two causes of one thing. One that shares a word with the other is the other told more fully. */
export function compareReasons(a: Claim, b: Claim): Relation {
  if (a.value.type !== 'words' || b.value.type !== 'words') return COMPATIBLE;
  const others = b.value.words;
  const alike = a.value.words.some((x) => others.some((y) => x === y || kindredAction(x, y)));
  if (a.negative !== b.negative)
    return alike
      ? { is: 'conflict', strength: 0.8, reason: 'one source rules out what the other holds to be the cause' }
      : COMPATIBLE;
  if (alike || a.negative) return SAME;
  return { is: 'conflict', strength: 0.75, reason: 'the causes differ' };
}
