import { assertionOf } from './assertion.ts';
import { offencesIn } from './charge.ts';
import type { Claim, Relation, ScaleValue, Term } from './claim.ts';
import { SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import {
  ADJECTIVE_RUNGS,
  BADLY,
  BUSINESSES,
  LADDERS,
  NEARLY,
  OFFICIALS,
  type Rung,
  VERB_RUNGS,
} from './lexicon/ladders.ts';
import { nationOf } from './lexicon/nations.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

/** Adjectives of two words may stand apart ("second-tier"). */
export const OUTCOME_TRIGGERS = [
  ...Object.keys(VERB_RUNGS),
  ...Object.keys(ADJECTIVE_RUNGS).flatMap((word) => [word, word.split('-')[0] as string]),
  ...['loose', 'lam', 'run', 'large'],
];

/** How far something went: degree of damage, stage of a case, seniority, size. */
export function readOutcomes(reading: Reading, sentence: ReadSentence): Claim[] {
  return [
    ...sentence.clauses.flatMap((clause, i) =>
      assertionOf(sentence, clause, i) === 'asserted' ? ofClause(reading, sentence, clause) : [],
    ),
    ...atLarge(reading, sentence),
    ...sentence.groups.flatMap((group) => ofGroup(reading, sentence, group)),
  ];
}

function ofClause(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  const rung = rungOf(clause);
  // Of which count he was cleared says nothing of the others.
  if (rung?.ladder === 'legal' && rung.rank === 6 && offencesIn(clause).length > 0) return [];
  if (!rung || clause.verb.negative || clause.verb.modality !== 'fact') return [];
  const patient = clause.verb.passive || clause.verb.copula ? clause.subject : (clause.object ?? clause.subject);
  const term = termOf(reading, patient, sentence);
  if (!term || !patient) return [];
  const subject = aboutOf(rung, term, patient);
  if (subject.length === 0) return [];
  const adverb = sentence.words[clause.verb.first - 1];
  const focus = {
    start: adverb?.tag === 'ADV' && clause.verb.passive ? adverb.start : clause.verb.start,
    end: clause.verb.end,
  };
  const value: ScaleValue = { type: 'scale', scale: rung.ladder, rank: rung.rank, text: textAt(reading, focus) };
  return [
    claim(reading, sentence, { kind: 'outcome', as: 'outcome', topic: `ladder:${rung.ladder}`, subject, value, focus }),
  ];
}

const STRUCTURES = new Set(
  'building church warehouse store supermarket house home school factory hotel shop mill barn hall plant hospital mosque temple library museum theater theatre cinema garage tower villa farmhouse apartment'.split(
    ' ',
  ),
);
const SETTLEMENTS = new Set('village town city island area'.split(' '));
const SUSPECTS = new Set(
  'man woman suspect gunman son daughter employee worker teenager boy girl student husband wife father mother'.split(
    ' ',
  ),
);

const FUGITIVES = new Set(
  'inmate prisoner convict fugitive suspect escapee gunman hijacker killer murderer man offender'.split(' '),
);

/** Buildings, settlements and suspects need no name: a story about damage or a case mostly has one kind of each. */
function aboutOf(rung: Rung, term: Term, patient: NounGroup): Term[] {
  if (rung.ladder === 'damage') {
    const kind = STRUCTURES.has(patient.head)
      ? '@structure'
      : SETTLEMENTS.has(patient.head)
        ? '@settlement'
        : patient.head;
    return [{ word: kind, name: false }];
  }
  if (rung.ladder === 'custody')
    return term.name
      ? [term, { word: '@fugitive', name: false }]
      : FUGITIVES.has(term.word)
        ? [{ word: '@fugitive', name: false }]
        : [];
  if (rung.ladder === 'legal' && rung.rank >= 5 && !term.name) return [];
  if (rung.ladder !== 'legal') return term.name ? [term] : [];
  const unnamed: Term = { word: '@suspect', name: false };
  return term.name ? [term, unnamed] : SUSPECTS.has(term.word) ? [unnamed] : [];
}

function rungOf(clause: Clause): Rung | undefined {
  const rung = VERB_RUNGS[clause.verb.lemma] ?? VERB_RUNGS[`@${clause.action}`];
  if (rung?.ladder !== 'damage') return rung;
  const { adverbs } = clause.verb;
  if (rung.rank === 1 && adverbs.some((a) => BADLY.has(a))) return { ladder: 'damage', rank: 2 };
  if (rung.rank === 4 && adverbs.some((a) => NEARLY.has(a))) return { ladder: 'damage', rank: 3 };
  return rung;
}

/** "top-level envoys", "a mid-sized producer". */
function ofGroup(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  for (let k = group.first; k < group.last; k++) {
    const found = adjectiveAt(sentence, k, group);
    if (!found) continue;
    const { rung, start } = found;
    const subject = rung.ladder === 'level' ? owners(reading, sentence, group) : business(reading, sentence, group);
    if (subject.length === 0) continue;
    const focus = { start, end: group.end };
    const value: ScaleValue = { type: 'scale', scale: rung.ladder, rank: rung.rank, text: textAt(reading, focus) };
    return [
      claim(reading, sentence, { kind: 'outcome', as: 'other', topic: `ladder:${rung.ladder}`, subject, value, focus }),
    ];
  }
  return [];
}

function adjectiveAt(sentence: ReadSentence, k: number, group: NounGroup): { rung: Rung; start: number } | undefined {
  const word = sentence.words[k];
  if (!word) return undefined;
  const joined = sentence.words[k + 1]?.text === '-' ? `${word.normal}-${sentence.words[k + 2]?.normal}` : word.normal;
  const rung = ADJECTIVE_RUNGS[joined];
  if (!rung) return undefined;
  const heads = rung.ladder === 'level' ? OFFICIALS : BUSINESSES;
  return heads.has(group.head) ? { rung, start: word.start } : undefined;
}

/** Whose envoys they are: the nation before the noun, of whoever sends them, or in the relative clause after. */
function owners(reading: Reading, sentence: ReadSentence, group: NounGroup): Term[] {
  const nations = new Set<string>();
  for (const modifier of group.modifiers) addNation(nations, modifier);
  const host = sentence.groups.find((g) => g.post.some((p) => p.group === group));
  for (const owner of [group.possessor?.head, host?.possessor?.head, ...(host?.modifiers ?? [])])
    addNation(nations, owner ?? '');
  for (const clause of sentence.clauses) {
    if (clause.object !== group && clause.object !== host && !clause.adjuncts.some((a) => a.group === group)) continue;
    for (const sender of clause.subject?.members ?? [clause.subject])
      addNation(nations, termOf(reading, sender, sentence)?.word ?? '');
  }
  const after = sentence.clauses.find((c) => c.verb.first > group.last && c.verb.first - group.last < 5 && c.subject);
  if (nations.size === 0 && after?.subject && after.subject.first > group.last)
    addNation(nations, termOf(reading, after.subject, sentence)?.word ?? '');
  return [...nations].map((word) => ({ word, name: true }));
}

function addNation(nations: Set<string>, word: string): void {
  const nation = nationOf(word);
  if (nation) nations.add(nation);
}

function business(reading: Reading, sentence: ReadSentence, group: NounGroup): Term[] {
  const host = sentence.groups.find((g) => g.apposition === group);
  const named = host ?? (group.name ? group : group.apposition);
  const copula = sentence.clauses.find((c) => c.verb.copula && c.object === group)?.subject;
  const term = termOf(reading, named ?? copula, sentence);
  return term?.name ? [term] : [];
}

/** Rungs of the legal ladder (ladders.ts). */
const [CHARGED, CONVICTED] = [3, 5];

/** Two rungs of one ladder. */
export function compareScales(a: ScaleValue, b: ScaleValue): Relation {
  if (a.rank === b.rank) return SAME;
  const ladder = LADDERS[a.scale];
  const far = Math.abs(a.rank - b.rank) > 1;
  const [lower, higher] = [Math.min(a.rank, b.rank), Math.max(a.rank, b.rank)];
  // months lie between a charge and the verdict: reports of the one are not superseded by those of the other
  if (a.scale === 'legal' && lower >= CHARGED && higher <= CONVICTED)
    return { is: 'update', strength: 0, reason: 'one report is further along' };
  if (ladder?.stages) return { is: 'update', strength: far ? 0.8 : 0.6, reason: 'one report is further along' };
  return { is: far ? 'conflict' : 'variation', strength: far ? 0.8 : 0.6, reason: 'the reports differ in degree' };
}

/** "on the loose", "at large", "escaped inmate": nobody has him yet. */
function atLarge(reading: Reading, sentence: ReadSentence): Claim[] {
  const { words } = sentence;
  for (let k = 0; k < words.length; k++) {
    const loose =
      words[k]?.normal === 'the' &&
      /^(?:loose|lam|run)$/.test(words[k + 1]?.normal ?? '') &&
      words[k - 1]?.normal === 'on';
    const large = words[k]?.normal === 'at' && words[k + 1]?.normal === 'large';
    if (!loose && !large) continue;
    if (sentence.clauses.some((c) => /^(?:capture|catch|recapture|arrest)$/.test(c.verb.lemma))) return [];
    const focus = { start: words[loose ? k - 1 : k]?.start ?? 0, end: words[k + 1]?.end ?? 0 };
    const value: ScaleValue = { type: 'scale', scale: 'custody', rank: 1, text: textAt(reading, focus) };
    return [
      claim(reading, sentence, {
        kind: 'outcome',
        as: 'outcome',
        topic: 'ladder:custody',
        subject: [{ word: '@fugitive', name: false }],
        value,
        focus,
      }),
    ];
  }
  return [];
}
