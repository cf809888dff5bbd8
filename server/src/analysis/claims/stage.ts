import type { EntityType } from '../model.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, Relation, ScaleValue, Term } from './claim.ts';
import { SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import type { VerbGroup } from './clauses/verbs.ts';
import type { Word } from './clauses/words.ts';
import { MATTERS, type Matter, PHRASES, type Phrase } from './lexicon/matters.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

export const STAGE_TRIGGERS = [...PHRASES.keys()];

/**
 * How far a matter has got, or which of two ways it is, where that is told in a phrase: sought, on the run or in custody; in talks, near a
 * deal or signed; missing, critical or dead; armed or not.
 */
export function readStages(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const claims: Claim[] = [];
  let from = 0;
  for (let k = 0; k < sentence.words.length; k++) {
    const found = phrasesAt(sentence, k).filter((f) => f.last >= from);
    for (const { phrase, last } of found) {
      claims.push(...told(reading, sentence, phrase, k, last));
      from = Math.max(from, last + 1);
    }
  }
  return claims;
}

interface Found {
  phrase: Phrase;
  /** The index of its last word. */
  last: number;
}

/** The longest phrase of each matter that begins with a word. */
function phrasesAt({ words, clauses, times }: ReadSentence, k: number): Found[] {
  const word = words[k] as Word;
  const lead = clauses.find((c) => c.verb.last === k);
  const candidates = [
    ...(PHRASES.get(word.lemma) ?? NONE),
    ...((word.normal !== word.lemma && PHRASES.get(word.normal)) || NONE),
    ...((lead && PHRASES.get(`@${lead.action}`)) || NONE),
  ];
  if (candidates.length === 0) return [];
  const isState =
    !lead &&
    clauses.some(
      (c) => c.state === word || (c.verb.copula && (c.object?.headIndex === k || isRightAfter(words, c, k))),
    );
  const inTime = (at: number) => times.some((t) => t.first <= at && at <= t.last);
  // "found him guilty"
  const inObject = (at: number) => lead?.object !== undefined && lead.object.first <= at && at <= lead.object.last;
  const found: Found[] = [];
  for (const phrase of candidates) {
    if (phrase.words.length === 1 && !lead && !isState) continue;
    const last = endOf(words, k, phrase.words, (at) => inTime(at) || (phrase.who === 'patient' && inObject(at)));
    if (last !== undefined) found.push({ phrase, last });
  }
  return found.filter((f) => !found.some((g) => g.phrase.matter === f.phrase.matter && g.last > f.last));
}

/** "is still down": the adverb that is the state. */
const isRightAfter = (words: Word[], { verb }: Clause, k: number) =>
  k > verb.last && k - verb.last < 3 && words.slice(verb.last + 1, k).every((w) => w.tag === 'ADV');

const NONE: readonly Phrase[] = [];

/** What may stand between the words of a phrase: "is on the run", "turned down on Monday the offer". */
const FILLERS = new Set('the a an his her their its still now already himself herself themselves'.split(' '));

function endOf(
  words: Word[],
  k: number,
  phrase: readonly string[],
  isPassedOver: (at: number) => boolean,
): number | undefined {
  let at = k;
  for (const wanted of phrase.slice(1)) {
    at++;
    const isWanted = () => words[at]?.lemma === wanted || words[at]?.normal === wanted;
    while (at < words.length && !isWanted() && (FILLERS.has(words[at]?.normal ?? '') || isPassedOver(at))) at++;
    if (!isWanted()) return undefined;
  }
  return at;
}

function told(reading: Reading, sentence: ReadSentence, phrase: Phrase, first: number, last: number): Claim[] {
  const { words, clauses } = sentence;
  const index = clauses.findLastIndex((c) => c.verb.first <= first);
  const clause = clauses[index];
  if (clause && assertionOf(sentence, clause, index) !== 'asserted') return [];
  const isVerb = clause?.verb.last === first;
  // "caught after a week on the run"
  if (!isVerb && words.slice(Math.max(0, first - 4), first).some((w) => w.normal === 'after')) return [];
  // "in talks to sign", "close to signing"
  if (isVerb && isOpen(words, clause.verb)) return [];
  // "is survived by"
  if (phrase.who === 'subject' && phrase.words.length === 1 && isVerb && clause.verb.passive) return [];
  const groups = groupsOf(sentence, phrase.who, clause, first, last);
  const isNone = groups.some(({ determiner }) => determiner === 'no');
  const rank = rankOf(phrase, clause?.verb, isNone);
  if (rank === undefined) return [];
  const start = isVerb ? clause.verb.start : (words[first] as Word).start;
  const focus = { start, end: (words[last] as Word).end };
  const { name, stages } = phrase.matter;
  const value: ScaleValue = { type: 'scale', scale: name, rank, text: textAt(reading, focus) };
  return aboutOf(reading, sentence, phrase.matter, groups).map((about) =>
    claim(reading, sentence, {
      kind: 'stage',
      as: stages ? 'outcome' : 'polarity',
      topic: `stage:${name}`,
      ...about,
      value,
      focus,
    }),
  );
}

/** What is only in view: an infinitive or gerund of which no verb before says how real it is. */
const isOpen = (words: Word[], { form, finite, infinitive, via, first }: VerbGroup) =>
  !finite &&
  !via &&
  (infinitive || (form === 'ing' && /^(?:to|on|of|for|without)$/.test(words[first - 1]?.normal ?? '')));

/** The rung that the phrase stands for as the verb has it: what will or did not happen is another. */
function rankOf({ matter, rank, words }: Phrase, verb: VerbGroup | undefined, isNone: boolean): number | undefined {
  const { modality = 'fact' } = verb ?? {};
  // "pleaded not guilty" is a phrase of its own
  const negative = !words.includes('not') && (verb?.negative ?? false) !== isNone;
  if (modality === 'fact') return negative ? matter.denied[rank] : rank;
  if (modality === 'planned' || modality === 'possible')
    return negative ? (modality === 'planned' ? matter.refused[rank] : undefined) : matter.planned[rank];
  return undefined;
}

function groupsOf(
  { groups }: ReadSentence,
  who: Phrase['who'],
  clause: Clause | undefined,
  first: number,
  last: number,
): NounGroup[] {
  const own = clause && clause.verb.last >= first ? clause : undefined;
  const before = () => groups.findLast((g) => g.last < first);
  const next = () => groups.find((g) => g.first > last && g.first <= last + 2);
  const all = {
    after: () => [next()],
    // a headline can do without a verb: "Suspect in custody"
    subject: () => [clause?.subject ?? before()],
    patient: () => [own ? (patientOf(own) ?? next()) : clause ? undefined : before()],
    parties: () => [
      clause?.subject ?? before(),
      own?.object,
      ...(clause?.adjuncts.filter((a) => a.preposition === 'with').map((a) => a.group) ?? []),
    ],
  }[who]();
  return all.filter((g) => g !== undefined);
}

function patientOf({ verb, subject, object }: Clause): NounGroup | undefined {
  if (verb.passive) return subject;
  return object ?? (verb.finite ? undefined : subject);
}

type About = Required<Pick<Claim, 'subject'>> & Pick<Claim, 'object'>;

/** Whom or what it is told of; where two organizations deal with each other, of each with the other. */
function aboutOf(reading: Reading, sentence: ReadSentence, matter: Matter, groups: NounGroup[]): About[] {
  const named = groups.flatMap((g) => termOf(reading, g, sentence) ?? []).filter((t) => t.entity !== undefined);
  const typeOf = (term: Term): EntityType | undefined => reading.entities[term.entity as number]?.type;
  const type = matter.names.find((t) => named.some((term) => typeOf(term) === t));
  const names = type ? named.filter((term) => typeOf(term) === type) : [];
  if (type === 'organization')
    return names.map((term) => ({ subject: [term], object: names.filter((other) => other !== term) }));
  const noun = groups
    .map((g) => (g.quantity?.dimension === 'count' ? undefined : matter.nouns[g.head]))
    .find((n) => n !== undefined);
  // "He was arrested at noon.": of whom a story has one
  const isOne =
    matter.unnamed !== undefined && named.length === 0 && groups.some((g) => /^(?:he|she|him|her)$/.test(g.head));
  if (names.length === 0 && noun === undefined && !isOne) return [];
  const unnamed = matter.unnamed ?? (names.length === 0 ? noun : undefined);
  const subject = names.slice(0, 1);
  if (unnamed) subject.push({ word: unnamed, name: false });
  return [{ subject }];
}

/** Two rungs of one matter: of its ends only one can come, of stages the later report knows the higher. */
export function compareStages(a: ScaleValue, b: ScaleValue): Relation {
  if (a.rank === b.rank) return SAME;
  const matter = MATTERS[a.scale];
  if (!matter?.stages) return { is: 'conflict', strength: 0.8, reason: 'one source affirms what the other denies' };
  if (matter.ends !== undefined && Math.min(a.rank, b.rank) >= matter.ends)
    return { is: 'conflict', strength: 0.8, reason: 'it can only have ended in one way' };
  return { is: 'update', strength: Math.abs(a.rank - b.rank) > 1 ? 0.8 : 0.6, reason: 'one report is further along' };
}
