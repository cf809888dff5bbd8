import type { EntityType, Token } from '../model.ts';
import { fold } from './fold.ts';
import { isFamilyName, isGivenName, isKnownOrganization, isKnownPerson, isKnownPlace, isWord } from './gazetteer.ts';
import {
  EVENT_HEADS,
  LEGAL_FORMS,
  NAME_SUFFIXES,
  OF_HEADS,
  ORGANIZATION_HEADS,
  ORGANIZATION_NOUNS,
  PERSON_VERBS,
  PLACE_HEADS,
  PLACE_NOUNS,
  PLACE_OF_HEADS,
  PLACE_PREPOSITIONS,
  PLACE_STARTS,
  ROLES,
  SAYING_VERBS,
  TITLES,
  WELL_KNOWN,
  WORK_HEADS,
} from './lexicon.ts';
import { isNorp } from './norps.ts';
import { placeSize } from './places.ts';
import type { NameSpan } from './spans.ts';
import { isAllCaps } from './vocabulary.ts';

/** How much speaks for each type; additive, so that the evidence of all mentions of a name can be pooled. */
export type Scores = Partial<Record<EntityType, number>>;

export function addScores(to: Scores, from: Scores, weight = 1): void {
  for (const [type, score] of Object.entries(from) as [EntityType, number][]) {
    to[type] = (to[type] ?? 0) + score * weight;
  }
}

/** What the name itself tells of its type. */
export function internalEvidence(span: NameSpan): Scores {
  const scores: Scores = {};
  const words = span.key.split(/[ -]/).filter((word) => word !== '');
  const head = words.at(-1) as string;
  const first = words[0] as string;
  const single = words.length === 1;
  const add = (type: EntityType, score: number) => addScores(scores, { [type]: score });
  if (isNorp(span.key)) add('norp', 8);
  if (span.text.startsWith('@')) add('person', 1);
  const known = WELL_KNOWN.get(span.text);
  if (known) add(known, 6);
  if (isKnownOrganization(span.key)) add('organization', 4);
  if (isKnownPerson(span.key)) add('person', 5);
  const size = placeSize(span.key);
  if (size > 0) add('place', size >= 8 ? 6 : size >= 6 ? 4 : single ? 2 : 3);
  else if (isKnownPlace(span.key)) add('place', 3);
  if (!single) {
    const of = words.findIndex((word) => word === 'of' || word === 'for');
    const leader = of > 0 ? (words[of - 1] as string) : undefined;
    if (leader && PLACE_OF_HEADS.has(leader)) add('place', 3);
    else if (leader && OF_HEADS.has(leader)) add('organization', 5);
    else if (LEGAL_FORMS.has(head)) add('organization', 7);
    else if (ORGANIZATION_HEADS.has(head)) add('organization', 4);
    else if (PLACE_HEADS.has(head)) add('place', 4);
    else if (EVENT_HEADS.has(head)) add('event', 4);
    else if (WORK_HEADS.has(head)) add('work', 3);
    if (words.some((word) => ORGANIZATION_HEADS.has(word))) add('organization', 1);
    if (PLACE_STARTS.has(first)) add('place', 1.5);
    if (isGivenName(first) && !ORGANIZATION_HEADS.has(head)) add('person', isWord(first) ? 2 : 3.5);
    if (isFamilyName(head)) add('person', 1.5);
    if (NAME_SUFFIXES.has(head)) add('person', 4);
    if (/^\p{Lu}\.?$/u.test(span.text.split(' ')[1] ?? '') || /^\p{Lu}\./u.test(span.text)) add('person', 2);
    if (words.length > 4) add('organization', 1);
    if (/&/.test(span.text)) add('organization', 3);
  } else {
    if (isGivenName(first)) add('person', isWord(first) ? 0.5 : 1.5);
    if (isFamilyName(first)) add('person', 1);
    if (/^[A-Z]{2,6}s?$/.test(span.text)) add('organization', 2);
    if (/(?:stan|burg|grad|ville|shire|ford|ton|land|ia)$/.test(first)) add('place', 0.5);
  }
  return scores;
}

/** What the words around one mention tell of the type of what it names. */
export function contextEvidence(span: NameSpan): Scores {
  const scores: Scores = {};
  const { tokens } = span.sentence;
  const add = (type: EntityType, score: number) => addScores(scores, { [type]: score });
  const at = (i: number): string => (tokens[i] ? fold((tokens[i] as Token).text) : '');
  const before = at(span.first - 1);
  const after = at(span.last + 1);
  const next = tokens[span.last + 1];
  if (span.role) add('person', 5);
  if (span.role && TITLES.has(span.role.toLowerCase())) add('person', 3);
  if (next && SAYING_VERBS.has(next.lemma)) addScores(scores, { person: 1.5, organization: 0.5 });
  if (next && PERSON_VERBS.has(next.lemma)) add('person', 1);
  if (after === ',' && /^\d{1,2}$/.test(at(span.last + 2))) add('person', 4);
  if (after === ',' && at(span.last + 2) === 'who') add('person', 3);
  if (after === 'who') add('person', 2);
  if (after === ',' && ['a', 'the', 'an'].includes(at(span.last + 2))) roleAhead(span, at, add);
  if (PLACE_PREPOSITIONS.has(before)) add('place', 2);
  if (before === 'at' || before === 'from' || before === 'to') add('place', 0.3);
  if (before === 'of' && PLACE_NOUNS.has(at(span.first - 2))) add('place', 4);
  if (before === 'the') addScores(scores, { organization: 1, person: -2.5 });
  if (ORGANIZATION_NOUNS.has(after)) addScores(scores, { organization: 1.5 });
  if (ORGANIZATION_NOUNS.has(before)) addScores(scores, { organization: 2 });
  if (after === "'s" && ROLES.has(at(span.last + 2))) addScores(scores, { organization: 0.7, place: 0.7 });
  if (before === 'by' && span.first === 1) add('person', 2);
  if (at(span.first - 1) === ',' && span.first > 1) addScores(scores, { place: 0.3 });
  return scores;
}

/** An apposition that names a role makes the name before it a person. */
function roleAhead(span: NameSpan, at: (i: number) => string, add: (type: EntityType, score: number) => void): void {
  for (let i = span.last + 3; i < span.last + 9; i++) {
    const word = at(i);
    const type = ROLES.has(word)
      ? 'person'
      : ORGANIZATION_NOUNS.has(word)
        ? 'organization'
        : PLACE_NOUNS.has(word)
          ? 'place'
          : undefined;
    if (type === undefined) continue;
    add(type, type === 'person' ? 3 : 2);
    return;
  }
}

/** Slight leanings where nothing else speaks. */
export function prior(span: NameSpan): Scores {
  const words = span.key.split(' ').length;
  const caps = span.sentence.tokens.slice(span.first, span.last + 1).every(isAllCaps);
  return {
    person: words === 2 && !caps ? 1 : 0.6,
    organization: 0.5 + (words > 3 ? 0.5 : 0),
    place: 0.4,
  };
}
