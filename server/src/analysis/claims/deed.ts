import { assertionOf } from './assertion.ts';
import type { Claim, Relation, StanceValue, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { ordinal } from './lexicon/numbers.ts';
import { ROLE_NOUNS } from './lexicon/roles.ts';
import { polaritiesOf } from './lexicon/thesaurus.ts';
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
const DONE_TOO = new Set(['warn', 'quote', 'confirm', 'reveal', 'report']);
const NONE = new Set(['no', 'neither', 'nor', 'none']);
const ANYBODY_NOT = new Set(['no', 'neither', 'nor', 'none', 'nobody', 'nothing', 'no-one']);

/** What is said to have been done or not done to something, in whatever words. */
export function readDeeds(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.text.trimEnd().endsWith('?')) return [];
  return [
    ...sentence.clauses.flatMap((clause, i) => ofClause(reading, sentence, clause, i)),
    ...without(reading, sentence),
  ];
}

/** "ended without agreement", "without a deal": what did not come about. */
function without(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    const event = sentence.words[group.first - 1]?.normal === 'without' ? actionOfNoun(group.head) : undefined;
    if (!event) return [];
    const focus = { start: sentence.words[group.first - 1]?.start ?? group.start, end: group.end };
    const value: StanceValue = { type: 'stance', stance: 'no', text: textAt(reading, focus), of: detailOf(group) };
    const [topic, subject] = ['deed:exist', [{ word: `@${event}`, name: false }]];
    return [claim(reading, sentence, { kind: 'deed', as: 'polarity', topic, subject, value, focus, negative: true })];
  });
}

function ofClause(reading: Reading, sentence: ReadSentence, clause: Clause, i: number): Claim[] {
  const { verb } = clause;
  const assertion = assertionOf(sentence, clause, i);
  const reporting = isReporting(clause) && !(DONE_TOO.has(verb.lemma) && (verb.passive || clause.object));
  if (reporting || assertion === 'open' || ELSEWHERE.has(clause.action)) return [];
  // "could not agree": they did not
  const unable = verb.modality === 'possible' && verb.negative && sentence.words[verb.first]?.normal === 'could';
  if (verb.modality !== 'fact' && verb.modality !== 'planned' && !unable) return [];
  if (!verb.finite && !verb.via && !verb.passive && assertion !== 'denied') return [];
  // "would not have signed": it never came to that
  if (verb.modality === 'planned' && verb.perfect && !verb.via) return [];
  const denied = assertion === 'denied';
  return deedsOf(sentence, clause).flatMap(({ word, planned, patients, agent, negative }) =>
    patients.flatMap((patient) => {
      const subject = patientOf(reading, sentence, patient);
      if (!subject) return [];
      const doer = agent && agent !== patient ? termOf(reading, agent, sentence) : undefined;
      const questions = word === 'exist' ? [{ key: 'exist', positive: true }] : polaritiesOf(word);
      return questions.map(({ key, positive }) => {
        const no = (negative !== denied) === positive;
        const focus = {
          start: Math.min(clause.verb.start, patient.start),
          end: Math.max(clause.verb.end, patient.end),
        };
        const stance: StanceValue['stance'] = planned ? (no ? 'unplanned' : 'planned') : no ? 'no' : 'yes';
        const value: StanceValue = { type: 'stance', stance, text: textAt(reading, focus), of: detailOf(patient) };
        const object = doer?.name ? [doer] : [];
        return claim(reading, sentence, {
          kind: 'deed',
          as: 'polarity',
          topic: `deed:${key}`,
          subject: [subject],
          object,
          value,
          focus,
          negative: no,
          modality: verb.modality,
        });
      });
    }),
  );
}

interface Deed {
  /** The verb, event noun or state that says what was done. */
  word: string;
  planned: boolean;
  patients: NounGroup[];
  agent?: NounGroup;
  negative: boolean;
}

function deedsOf(sentence: ReadSentence, clause: Clause): Deed[] {
  const { verb, subject, object, state } = clause;
  const noObject = isNone(sentence, object);
  const negative = verb.negative || isYetTo(sentence, clause) || isNone(sentence, subject) || noObject;
  const planned = verb.modality === 'planned' && verb.via !== 'agree' && !isYetTo(sentence, clause);
  const deeds: Deed[] = [];
  const governed = clause.adjuncts.filter((a) => GOVERNED.has(a.preposition)).map((a) => a.group);
  if (verb.via === 'agree' || verb.via === 'decide')
    deeds.push({
      word: verb.via,
      planned: false,
      patients: object ? [object] : governed,
      negative,
      ...withAgent(subject),
    });
  if (verb.copula && object && sentence.words[verb.first - 1]?.normal === 'there')
    return [{ word: 'exist', planned, patients: [object], negative }];
  // "is being treated": alive
  if (verb.passive && isNow(sentence, clause) && TREATED.has(verb.lemma) && subject)
    deeds.push({ word: 'survive', planned, patients: [subject], negative: false });
  if (verb.copula) {
    if (state && subject) deeds.push({ word: state.normal, planned, patients: [subject], negative });
    return deeds;
  }
  const left = leftIn(sentence, clause);
  const stays = verb.passive || !object ? subject : object;
  if (left && stays) deeds.push({ word: left, planned, patients: [stays], negative: false });
  const noun = object && !noObject ? actionOfNoun(object.head) : undefined;
  if (noun && EMPTY_VERBS.has(verb.lemma)) {
    const patients = object?.post.filter((p) => GOVERNED.has(p.preposition)).map((p) => p.group) ?? [];
    deeds.push({ word: object?.head ?? '', planned, patients, negative, ...withAgent(subject) });
  } else if (HAVING.has(verb.lemma) && (verb.passive ? subject : object)) {
    const what = (verb.passive ? subject : object) as NounGroup;
    deeds.push({
      word: 'exist',
      planned,
      patients: what.members ?? [what],
      negative,
      ...(verb.passive ? {} : withAgent(subject)),
    });
  } else if (!EMPTY_VERBS.has(wordOf(sentence, clause))) {
    const patients =
      verb.passive || OF_SUBJECT.has(verb.lemma) ? [subject] : object ? [object] : [subject, ...governed];
    const agent = verb.passive ? clause.adjuncts.find((a) => a.preposition === 'by')?.group : subject;
    deeds.push({
      word: wordOf(sentence, clause),
      planned,
      patients: patients.filter((g): g is NounGroup => g !== undefined),
      negative,
      ...withAgent(agent),
    });
  }
  return deeds;
}

const withAgent = (agent: NounGroup | undefined) => (agent ? { agent } : {});

/** "were released unharmed", "walked away unhurt" */
function leftIn({ words }: ReadSentence, { verb }: Clause): string | undefined {
  return words.slice(verb.last + 1, verb.last + 4).find((w) => w.tag === 'ADJ' && LEFT.has(w.normal))?.normal;
}

/** What tells the patient from others of its kind: "the plan for the bridge", "the second goal". */
function detailOf(patient: NounGroup): string[] {
  const posts = patient.post.filter((p) => p.preposition === 'of' || p.preposition === 'for').map((p) => p.group.head);
  return [...posts, ...patient.modifiers.filter((m) => ordinal(m) !== undefined)];
}

/** "has yet to be signed" */
const isYetTo = ({ words }: ReadSentence, { verb }: Clause) =>
  words.some((w, k) => w.normal === 'yet' && words[k + 1]?.normal === 'to' && k >= verb.first - 1 && k < verb.last);

const TREATED = new Set(['treat', 'operate', 'question', 'interrogate', 'hold']);

/** "is being treated", "are being held" */
const isNow = ({ words }: ReadSentence, { verb }: Clause) => {
  const own = words.slice(verb.first, verb.last).map((w) => w.normal);
  return own.includes('being') && /^(?:is|are|'s|'re)$/.test(own[0] ?? '');
};

/** A verb with its particle, where the two are one word of the thesaurus. */
function wordOf(sentence: ReadSentence, { verb }: Clause): string {
  const next = sentence.words[verb.last + 1];
  return next && /^(?:down|up|out|off|over|away|through|ahead)$/.test(next.normal)
    ? `${verb.lemma}_${next.normal}`
    : verb.lemma;
}

/** "no lights", "neither side", "nobody": the noun carries the negation. */
function isNone(sentence: ReadSentence, group: NounGroup | undefined): boolean {
  if (!group) return false;
  const before = sentence.words[group.first - 1]?.normal ?? '';
  const own = sentence.words[group.first]?.normal ?? '';
  return NONE.has(before) || ANYBODY_NOT.has(own) || NONE.has(group.determiner ?? '');
}

function patientOf(reading: Reading, sentence: ReadSentence, group: NounGroup): Term | undefined {
  // "a climber", "drivers": somebody, who need not be the same one
  const known =
    /^(?:the|this|that|our|my|his|her|its|their|no|neither)$/.test(group.determiner ?? '') || group.possessor;
  if (!group.name && ROLE_NOUNS.has(group.head) && !known && !group.apposition?.name) return undefined;
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
