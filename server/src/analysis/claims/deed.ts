import { assertionOf } from './assertion.ts';
import type { Claim, Relation, StanceValue, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import type { Word } from './clauses/words.ts';
import { actionOfNoun, takesParticle, verbFor } from './lexicon/actions.ts';
import { ordinal } from './lexicon/numbers.ts';
import { ROLE_NOUNS } from './lexicon/roles.ts';
import { baseOfParticiple, classesOf, type Polarity, polaritiesOf, turnsOf } from './lexicon/thesaurus.ts';
import { claim, isReporting, type Reading, termOf, textAt } from './reading.ts';

/** Verbs that say too little for two of them to be the same deed. */
const EMPTY_VERBS = new Set(
  'be do make take get give go come put set keep let become seem appear look use try want need like know think see hear feel believe hope expect mean happen begin continue stay remain turn call leave include involve concern say tell ask show find work run hold bring'.split(
    ' ',
  ),
);
/** Nouns that stand for too many things to be the same one in two sources. */
export const EMPTY_NOUNS = new Set(
  '# person people man woman men women thing something anything nothing everything one other way time day week month year part number lot kind case side place hour minute moment night morning evening half rest more most'.split(
    ' ',
  ),
);
/** Prepositions after which an intransitive verb has what it is about: "agree on", "vote for", "object to". */
const GOVERNED = new Set(['on', 'to', 'for', 'about', 'over', 'against', 'with', 'upon', 'of', 'from']);
/** Verbs that say whether something is there at all. */
const HAVING = new Set([
  'reach',
  'strike',
  'conclude',
  'achieve',
  'secure',
  'have',
  'carry',
  'wear',
  'contain',
  'possess',
  'own',
  'offer',
  'show',
  'hold',
  'find',
  'provide',
]);
/** What is told elsewhere (of what somebody is found guilty), or what the other side of the same match does the opposite of. */
const ELSEWHERE = new Set(['convict', 'acquit', 'plead', 'win', 'lose', 'defeat', 'draw', 'score']);
/** What these say, they say of their subject. */
const OF_SUBJECT = new Set([
  'survive',
  'resign',
  'quit',
  'deny',
  'admit',
  'confess',
  'escape',
  'flee',
  'leave',
  'join',
  'attend',
]);
/** States that somebody is left in: "released unharmed". */
const LEFT = new Set([
  'unharmed',
  'unhurt',
  'unscathed',
  'uninjured',
  'alive',
  'dead',
  'injured',
  'wounded',
  'safe',
  'intact',
]);
/** Verbs of saying that are also done to somebody. */
const DONE_TOO = new Set(['warn', 'quote', 'confirm', 'reveal', 'report', 'tell', 'write', 'announce']);
const NONE = new Set(['no', 'neither', 'nor', 'none', 'without']);
const NONE_OF = new Set(['none', 'neither', 'all', 'both']);
const ANYBODY_NOT = new Set(['no', 'neither', 'nor', 'none', 'nobody', 'nothing', 'no-one']);

/** What is said to have been done or not done to something, in whatever words. */
export function readDeeds(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const claims: Claim[] = [];
  for (let i = 0; i < sentence.clauses.length; i++)
    addClause(claims, reading, sentence, sentence.clauses[i] as Clause, i);
  for (const group of sentence.groups) {
    if (sentence.words[group.first - 1]?.normal === 'without') addMissing(claims, reading, sentence, group);
    addNamed(claims, reading, sentence, group);
    addState(claims, reading, sentence, group);
  }
  return claims;
}

/** "ended without agreement", "without a deal": what did not come about. */
function addMissing(claims: Claim[], reading: Reading, sentence: ReadSentence, group: NounGroup): void {
  const event = actionOfNoun(group.head);
  if (!event) return;
  const focus = { start: sentence.words[group.first - 1]?.start ?? group.start, end: group.end };
  const subject = { word: `@${event}`, name: false };
  claims.push(toClaim(reading, sentence, group, { key: 'exist', subject, stance: 'no', focus, negative: true }));
}

/** "a loaded pistol", "the unlocked door": the participle before a noun says what was done to it. */
function addState(claims: Claim[], reading: Reading, sentence: ReadSentence, group: NounGroup): void {
  if (group.name || !group.determiner || group.determiner === 'no') return;
  const modifier = sentence.words[group.headIndex - 1];
  if (!modifier || group.headIndex - 1 <= group.first || !STATE.test(modifier.normal)) return;
  const base = modifier.normal.startsWith('un') ? modifier.normal.slice(2) : modifier.normal;
  const word = baseOfParticiple(base);
  if (word === base || EMPTY_VERBS.has(word)) return;
  const subject = patientOf(reading, sentence, group);
  if (!subject) return;
  const focus = { start: modifier.start, end: group.end };
  const un = base !== modifier.normal;
  for (const { key, positive } of polaritiesOf(word)) {
    const stance = positive !== un ? 'yes' : 'no';
    claims.push(toClaim(reading, sentence, group, { key, subject, stance, focus, negative: stance === 'no' }));
  }
}

const STATE = /^(?:un)?\p{L}{3,}ed$/u;

/** What was or was not done, and to whom or what. */
interface Told extends Pick<Claim, 'focus' | 'negative'>, Partial<Pick<Claim, 'object' | 'modality'>> {
  /** See {@link Polarity}. */
  key: string;
  subject: Term;
  stance: StanceValue['stance'];
}

function toClaim(reading: Reading, sentence: ReadSentence, patient: NounGroup, told: Told): Claim {
  const { key, subject, stance, ...rest } = told;
  const value: StanceValue = { type: 'stance', stance, text: textAt(reading, told.focus), of: detailOf(patient) };
  const [topic, about] = [`deed:${key}`, [subject]];
  return claim(reading, sentence, { kind: 'deed', as: 'polarity', topic, subject: about, value, ...rest });
}

/** Events that happened to one whom their noun is told of. */
const NAMED = new Set(
  'dismiss resign arrest kill die acquit convict release_person kidnap rescue surrender expel extradite retire'.split(
    ' ',
  ),
);
const AFTER = new Set(['after', 'following', 'since', 'over', 'despite', 'before']);

/** "the sacking of Karen Pruitt surprised many", "after his arrest": what is spoken of as done was done. */
function addNamed(claims: Claim[], reading: Reading, sentence: ReadSentence, group: NounGroup): void {
  const event = actionOfNoun(group.head);
  if (!event || !NAMED.has(event) || !(group.determiner === 'the' || group.possessor)) return;
  const does = sentence.clauses.findIndex(({ subject, verb }) => subject === group && verb.modality === 'fact');
  const clause = sentence.clauses[does];
  const isSaid = clause && !clause.verb.negative && assertionOf(sentence, clause, does) === 'asserted';
  if (!isSaid && !AFTER.has(sentence.words[(group.possessor ?? group).first - 1]?.normal ?? '')) return;
  const patient = group.post.find(({ preposition }) => preposition === 'of')?.group ?? group.possessor;
  const subject = patient?.name && termOf(reading, patient, sentence);
  if (!patient || !subject) return;
  const focus = { start: Math.min(group.start, patient.start), end: Math.max(group.end, patient.end) };
  for (const { key, positive } of polaritiesOf(group.head)) {
    const stance = positive ? 'yes' : 'no';
    claims.push(toClaim(reading, sentence, patient, { key, subject, stance, focus, negative: !positive }));
  }
}

/** Verbs that only what has been given or said can undergo: "the warning was lifted". */
const PRESUPPOSING = new Set('lift heed ignore withdraw extend renew repeat expire disregard'.split(' '));

/** "lifted the warning": it had been given. */
function addPresupposed(
  claims: Claim[],
  reading: Reading,
  sentence: ReadSentence,
  { verb, subject, object }: Clause,
): void {
  if (!PRESUPPOSING.has(verb.lemma)) return;
  const what = verb.passive || !object ? subject : object;
  const event = what && actionOfNoun(what.head);
  if (!what || !event || what.determiner !== 'the') return;
  const focus = { start: Math.min(what.start, verb.start), end: Math.max(what.end, verb.end) };
  const about = { word: `@${event}`, name: false };
  claims.push(
    toClaim(reading, sentence, what, { key: 'exist', subject: about, stance: 'yes', focus, negative: false }),
  );
}

function addClause(claims: Claim[], reading: Reading, sentence: ReadSentence, clause: Clause, i: number): void {
  const { verb } = clause;
  // "is survived by his wife"
  if (verb.lemma === 'survive' && verb.passive) return;
  if (ELSEWHERE.has(clause.action) && !(clause.action === 'lose' && verb.passive)) return;
  if (isReporting(clause) && !(DONE_TOO.has(verb.lemma) && (verb.passive || clause.object))) return;
  // "could not agree": they did not
  const unable = verb.modality === 'possible' && verb.negative && sentence.words[verb.first]?.normal === 'could';
  if (verb.modality !== 'fact' && verb.modality !== 'planned' && !unable) return;
  // "would not have signed": it never came to that
  if (verb.modality === 'planned' && verb.perfect && !verb.via) return;
  const assertion = assertionOf(sentence, clause, i);
  if (assertion === 'open') return;
  const denied = assertion === 'denied';
  if (!verb.finite && !verb.via && !verb.passive && !denied) return;
  addPresupposed(claims, reading, sentence, clause);
  for (const deed of deedsOf(sentence, clause))
    for (const patient of deed.patients) addDeed(claims, reading, sentence, clause, deed, patient, denied);
}

function addDeed(
  claims: Claim[],
  reading: Reading,
  sentence: ReadSentence,
  clause: Clause,
  { word, planned, agent, negative }: Deed,
  patient: NounGroup,
  denied: boolean,
): void {
  const subject = patientOf(reading, sentence, patient);
  if (!subject) return;
  const { verb } = clause;
  const said = [clause.subject, clause.object].find((g) => whole(sentence, g) === patient) ?? patient;
  const focus = {
    start: Math.min(verb.start, patient.start, said.start),
    end: Math.max(verb.end, patient.end, particleEnd(sentence, clause)),
  };
  const doer = agent && agent !== patient ? termOf(reading, agent, sentence) : undefined;
  for (const { key, positive } of word === 'exist' ? EXISTENCE : polaritiesOf(word)) {
    const no = (negative !== denied) === positive;
    const stance: StanceValue['stance'] = planned ? (no ? 'unplanned' : 'planned') : no ? 'no' : 'yes';
    const object = doer?.name ? [doer] : [];
    const { modality } = verb;
    claims.push(toClaim(reading, sentence, patient, { key, subject, stance, focus, object, modality, negative: no }));
  }
  const when = turnsOf(word).length > 0 && !planned ? timeKey(sentence, clause) : undefined;
  if (when === undefined) return;
  for (const { key, positive } of turnsOf(word)) {
    const no = (negative !== denied) === positive;
    const turn = {
      key: `${key} ${when}`,
      subject,
      stance: no ? ('no' as const) : ('yes' as const),
      focus,
      negative: no,
    };
    claims.push(toClaim(reading, sentence, patient, turn));
  }
}

/** The day of a clause, or what else happened then ("when it collapsed"): only then what turns with time cannot be both. */
function timeKey({ clauses }: ReadSentence, clause: Clause): string | undefined {
  for (const { weekday, part } of clause.times) if (weekday !== undefined) return `${weekday} ${part ?? ''}`;
  const next = clauses[clauses.indexOf(clause) + 1];
  return next?.opener === 'when' ? next.action : undefined;
}

const EXISTENCE: readonly Polarity[] = [{ key: 'exist', positive: true }];

interface Deed {
  /** The verb, event noun or state that says what was done. */
  word: string;
  planned: boolean;
  patients: NounGroup[];
  agent: NounGroup | undefined;
  negative: boolean;
}

function deedsOf(sentence: ReadSentence, clause: Clause): Deed[] {
  const { verb, state } = clause;
  const [subject, object] = [whole(sentence, clause.subject), whole(sentence, clause.object)];
  const noObject = isNone(sentence, clause.object) || isNone(sentence, object);
  const yetTo = isYetTo(sentence, clause);
  const none = isNone(sentence, clause.subject) || isNone(sentence, subject);
  const negative = verb.negative || yetTo || none || noObject;
  const planned = verb.modality === 'planned' && verb.via !== 'agree' && !yetTo;
  const deeds: Deed[] = [];
  const governed = () => clause.adjuncts.filter((a) => GOVERNED.has(a.preposition)).map((a) => a.group);
  if (verb.via === 'agree' || verb.via === 'decide')
    deeds.push({
      word: verb.via,
      planned: false,
      patients: object ? [object] : governed(),
      negative,
      agent: subject,
    });
  if (verb.copula && object && sentence.words[verb.first - 1]?.normal === 'there')
    return [{ word: 'exist', planned, patients: [object], agent: undefined, negative }];
  // "is being treated": alive
  if (verb.passive && isNow(sentence, clause) && TREATED.has(verb.lemma) && subject)
    deeds.push({ word: 'survive', planned, patients: [subject], agent: undefined, negative: false });
  if (subject && isFighting(clause))
    return [{ word: 'survive', planned, patients: [subject], agent: undefined, negative: false }];
  if (verb.copula || (state && /^(?:remain|stay)$/.test(verb.lemma))) {
    if (state && subject) deeds.push({ word: state.normal, planned, patients: [subject], agent: undefined, negative });
    return deeds;
  }
  const left = leftIn(sentence, clause);
  const stays = verb.passive || !object ? subject : object;
  if (left && stays) deeds.push({ word: left, planned, patients: [stays], agent: undefined, negative: false });
  const noun = object && !noObject ? actionOfNoun(object.head) : undefined;
  if (noun && EMPTY_VERBS.has(verb.lemma)) {
    const patients = object?.post.filter((p) => GOVERNED.has(p.preposition)).map((p) => p.group) ?? [];
    deeds.push({ word: object?.head ?? '', planned, patients, agent: subject, negative });
    return deeds;
  }
  if (HAVING.has(verb.lemma) && (verb.passive ? subject : object)) {
    const what = (verb.passive ? subject : object) as NounGroup;
    deeds.push({
      word: 'exist',
      planned,
      patients: what.members ?? [what],
      agent: verb.passive ? undefined : subject,
      negative,
    });
    return deeds;
  }
  if (HAVING.has(verb.lemma) && !(verb.lemma === 'hold' && isBarrier(subject))) return deeds;
  if (isMade(clause, object, noObject)) {
    const what = (verb.passive ? subject : object) as NounGroup;
    deeds.push({ word: 'exist', planned, patients: [what], agent: verb.passive ? undefined : subject, negative });
  }
  const excluded = noun === undefined ? ruledOut(sentence, clause) : undefined;
  if (excluded && subject) {
    deeds.push({ word: excluded, planned: true, patients: [subject], agent: undefined, negative: !verb.negative });
    return deeds;
  }
  const word = wordOf(sentence, clause);
  // "recovered the body" is not "recovered"
  if ((EMPTY_VERBS.has(word) && turnsOf(word).length === 0) || (word === 'recover' && (object || verb.passive)))
    return deeds;
  const ofSubject = verb.passive || OF_SUBJECT.has(verb.lemma);
  const patients = object && !ofSubject ? [object] : subject ? [subject] : [];
  if (!object && !ofSubject) patients.push(...governed());
  // "conceded defeat" is as well said of whoever did it
  if (object && !ofSubject && noun && subject?.name) patients.push(subject);
  const agent = verb.passive ? clause.adjuncts.find((a) => a.preposition === 'by')?.group : subject;
  deeds.push({ word, planned, patients, agent, negative });
  return deeds;
}

/** "the dam held" */
const isBarrier = (group: NounGroup | undefined) => group !== undefined && BARRIERS.has(group.head);
const BARRIERS = new Set(
  'dam dike dyke levee wall barrier bank embankment roof truce ceasefire line rope bolt'.split(' '),
);

/** What brings about or notices that for which its object stands: "issued no warning", "left a note", "heard shots". */
const MAKING = new Set(
  'issue raise make send file lodge register report notice detect discover hear leave receive publish write sound fire'.split(
    ' ',
  ),
);

function isMade({ verb, subject }: Clause, object: NounGroup | undefined, noObject: boolean): boolean {
  if (!MAKING.has(verb.lemma)) return false;
  const what = verb.passive ? subject : object;
  if (!what || what.name || what.pronoun || what.quantity || EMPTY_NOUNS.has(what.head)) return false;
  return noObject || /^(?:a|an|any|no)$/.test(what.determiner ?? 'a');
}

/** "ruled out a return": the noun says what its subject will not do. */
function ruledOut({ words }: ReadSentence, { verb, object }: Clause): string | undefined {
  const out = verb.lemma === 'rule' && words[verb.last + 1]?.normal === 'out';
  if (!out || verb.passive || !object || object.name || !/^(?:a|an|any)$/.test(object.determiner ?? 'a'))
    return undefined;
  return classesOf(object.head).length > 0 ? object.head : undefined;
}

/** "were released unharmed", "walked away unhurt" */
function leftIn({ words }: ReadSentence, { verb }: Clause): string | undefined {
  for (let k = verb.last + 1; k < Math.min(verb.last + 4, words.length); k++) {
    const { tag, normal } = words[k] as Word;
    if (tag === 'ADJ' && LEFT.has(normal)) return normal;
  }
  return undefined;
}

/** "none of the results", "neither of the drivers": what the sentence is about is the results, the drivers. */
function whole({ words }: ReadSentence, group: NounGroup | undefined): NounGroup | undefined {
  if (!group || !NONE_OF.has(words[group.first]?.normal ?? '')) return group;
  return group.post.find((p) => p.preposition === 'of')?.group ?? group;
}

/** What tells the patient from others of its kind: "the plan for the bridge", "the second goal". */
function detailOf(patient: NounGroup): string[] {
  const detail: string[] = [];
  for (const { preposition, group } of patient.post)
    if (preposition === 'of' || preposition === 'for') detail.push(group.head);
  for (const modifier of patient.modifiers) if (ordinal(modifier) !== undefined) detail.push(modifier);
  return detail;
}

/** "has yet to be signed" */
function isYetTo({ words }: ReadSentence, { verb }: Clause): boolean {
  for (let k = Math.max(0, verb.first - 1); k < verb.last; k++)
    if (words[k]?.normal === 'yet' && words[k + 1]?.normal === 'to') return true;
  return false;
}

const TREATED = new Set(['treat', 'operate', 'question', 'interrogate', 'hold']);

/** "is fighting for her life", "was in critical condition": still alive. */
const isFighting = ({ verb, adjuncts }: Clause) =>
  adjuncts.some(
    ({ preposition, group }) =>
      (verb.lemma === 'fight' && preposition === 'for' && group.head === 'life') ||
      (verb.copula && preposition === 'in' && /^(?:condition|coma)$/.test(group.head)),
  );

/** "is being treated", "are being held" */
const isNow = ({ words }: ReadSentence, { verb }: Clause) => {
  if (!/^(?:is|are|'s|'re)$/.test(words[verb.first]?.normal ?? '')) return false;
  for (let k = verb.first; k < verb.last; k++) if (words[k]?.normal === 'being') return true;
  return false;
};

/** "was let go": the particle is part of what was done. */
const particleEnd = (sentence: ReadSentence, clause: Clause) =>
  clause.idiom !== undefined || wordOf(sentence, clause).includes('_')
    ? (sentence.words[clause.idiom ?? clause.verb.last + 1]?.end ?? 0)
    : 0;

const PARTICLES = new Set(['down', 'up', 'out', 'off', 'over', 'away', 'through', 'ahead']);

/** A verb with its particle, where the two are one word of the thesaurus; an idiom by the usual verb for it. */
function wordOf(sentence: ReadSentence, { verb, idiom, action, object }: Clause): string {
  if (verb.lemma === 'defeat' && action === 'reject') return action;
  if (action === 'release_person') return verbFor(action);
  const after = sentence.words[object && !verb.passive ? object.last + 1 : verb.last + 1]?.normal ?? '';
  // "was never told of the risks"
  if (verb.lemma === 'tell' && /^(?:of|about)$/.test(after)) return 'inform';
  if (idiom !== undefined || (action === 'shoot' && verb.lemma === 'fire')) return verbFor(action).replace(/ /g, '_');
  const next = sentence.words[verb.last + 1];
  // "held through the flood"
  const isKnown = (word: string) => !/^(?:through|over)$/.test(word) || classesOf(`${verb.lemma}_${word}`).length > 0;
  const joins = (word: string) =>
    (PARTICLES.has(word) && isKnown(word)) || (EMPTY_VERBS.has(verb.lemma) && takesParticle(verb.lemma, word));
  return next && joins(next.normal) ? `${verb.lemma}_${next.normal}` : verb.lemma;
}

/** "no lights", "neither side", "nobody": the noun carries the negation. */
function isNone(sentence: ReadSentence, group: NounGroup | undefined): boolean {
  if (!group) return false;
  const before = sentence.words[group.first - 1]?.normal ?? '';
  const own = sentence.words[group.first]?.normal ?? '';
  // "not a single bottle", "not one policeman"
  const single = before === 'not' && (own === 'one' || sentence.words[group.first + 1]?.normal === 'single');
  return single || NONE.has(before) || ANYBODY_NOT.has(own) || NONE.has(group.determiner ?? '');
}

const DEFINITE = new Set(['the', 'this', 'that', 'our', 'my', 'his', 'her', 'its', 'their', 'no', 'neither']);

function patientOf(reading: Reading, sentence: ReadSentence, group: NounGroup): Term | undefined {
  // "a climber", "drivers": somebody, who need not be the same one
  const known = DEFINITE.has(group.determiner ?? '') || group.possessor;
  if (!group.name && !known && ROLE_NOUNS.has(group.head) && !group.apposition?.name) return undefined;
  const term = termOf(reading, group, sentence);
  if (!term || EMPTY_NOUNS.has(term.word) || term.word.length < 3) return undefined;
  return term;
}

/** Done against not done is a conflict; what is still to come and what was not done yet can both hold. */
export function compareDeeds(a: StanceValue, b: StanceValue): Relation {
  if (a.stance === b.stance) return SAME;
  const is = (x: string, y: string) => (a.stance === x && b.stance === y) || (a.stance === y && b.stance === x);
  if (is('yes', 'no')) return { is: 'conflict', strength: 0.8, reason: 'one source affirms what the other denies' };
  if (is('planned', 'unplanned'))
    return { is: 'conflict', strength: 0.8, reason: 'one source expects what the other rules out' };
  if (is('yes', 'unplanned')) return { is: 'update', strength: 0.5, reason: 'one source rules it out' };
  return COMPATIBLE;
}
