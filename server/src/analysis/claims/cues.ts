import type { Span } from '../model.ts';
import type { Cues } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import type { Word } from './clauses/words.ts';
import { actionOfNoun, actionOfState, actionOfVerb } from './lexicon/actions.ts';
import { singular } from './lexicon/inflect.ts';
import { ROLE_NOUNS } from './lexicon/roles.ts';
import { isPeople, phraseSense, senseOf } from './lexicon/senses.ts';
import type { Reading } from './reading.ts';

/** How many words to either side of a figure say what it is about. */
const REACH = 9;
const LIGHT = new Set(
  `be have do say make take get give go come see know think thing way time part one day week month year hour minute second more less least most
  number total toll count tally figure other another about around some new last next first tell report add announce accord put set amount
  hold occur happen take_place move schedule plan expect call place hit cause follow lead involve include reach become remain stay leave
  day night morning evening afternoon round many much several half quarter percent dollar euro pound million billion thousand hundred dozen people`.split(
    /\s+/,
  ),
);

/** "Norwegians", "Crystal Reels": a name of more than one. */
export const isPlural = (name: string) => /[^s]s$/.test(name);

/** Words that stand for the noun after their "of". */
const COUNTS = /^(?:number|total|toll|count|tally|figure|amount|sum|rate|level|share|majority|group|#)$/;

/**
 * What stands around a figure or a time: the nouns that it counts or measures, what happens to them, and the content words near it, all as
 * classes of words that mean the same.
 */
export function cuesAt(
  reading: Reading,
  sentence: ReadSentence,
  at: { first: number; last: number },
  clause?: Clause,
  group?: NounGroup,
): Cues {
  const heads = new Set<string>();
  for (const noun of headsOf(sentence, at, clause, group)) addHead(heads, noun);
  const acts = new Set(actsOf(sentence, clause, group));
  const near = new Set<string>();
  const [from, to] = windowOf(sentence.words, at);
  for (let k = from; k <= to; k++) {
    if (k >= at.first && k <= at.last) continue;
    const sense = contentSense(sentence.words, k);
    if (sense) near.add(sense);
  }
  const past = pastOf(reading, sentence, at);
  return { heads: [...heads], acts: [...acts], near: [...near], ...(past === undefined ? {} : { past }) };
}

/** What stands around a place in a row: what is numbered, whom and what its clause tells of, and the words around it. */
export function cuesOf(reading: Reading, sentence: ReadSentence, focus: Span): Cues {
  const at = wordsIn(sentence.words, focus);
  const clause = clauseOf(sentence, at);
  const group = sentence.groups.find((g) => g.last >= at.first && g.last <= at.last);
  const cues = cuesAt(reading, sentence, at, clause, group);
  const heads = new Set<string>();
  for (const one of [group, clause?.subject, clause?.object])
    for (const noun of one ? counted(one) : []) addHead(heads, noun);
  return { ...cues, heads: [...heads] };
}

function wordsIn(words: Word[], { start, end }: Span): { first: number; last: number } {
  const first = words.findIndex((w) => w.end > start);
  const last = words.findLastIndex((w) => w.start < end);
  return { first: Math.max(0, first), last: Math.max(0, last) };
}

/** The clause that words belong to: the one whose verb is among them, else the last one that begins before them. */
const clauseOf = ({ clauses }: ReadSentence, at: { first: number; last: number }): Clause | undefined =>
  clauses.find((c) => c.verb.first <= at.last && c.verb.last >= at.first) ??
  clauses.findLast((c) => c.verb.first < at.first) ??
  clauses[0];

const AGO =
  /\b(?:years?|decades?|months?|weeks) (?:ago|before|earlier)\b|\b(?:that time|on that occasion|back then|in those days|last (?:year|time|direct)|previous(?:ly)?|predecessor)\b/i;

/** The other time that a sentence speaks of, where it says so. */
function pastOf(reading: Reading, sentence: ReadSentence, at: { first: number }): number | undefined {
  const own = reading.info.date?.slice(0, 4);
  const year = sentence.times.find((t) => t.year !== undefined && t.first !== at.first)?.year;
  if (year !== undefined) return String(year) === own ? undefined : year;
  return AGO.test(sentence.text) ? -1 : undefined;
}

/**
 * What to call the measure of a figure that only the words around it tell: the noun, else the verb after a plus sign, so that the question can
 * be asked otherwise.
 */
export function nameOf({ heads, acts }: Cues): string {
  const noun = heads.find((h) => h !== '=person') ?? heads[0];
  if (noun) return noun.replace('=', '');
  return acts[0] ? `+${acts[0].replace('=', '')}` : '';
}

function addHead(heads: Set<string>, noun: string): void {
  if (noun === '#' || LIGHT.has(noun)) {
    if (/^(?:people|person|more|other|others|#)$/.test(noun)) heads.add('=person');
    return;
  }
  const sense = senseOf(noun);
  heads.add(sense);
  if (isPeople(sense) || ROLE_NOUNS.has(noun)) heads.add('=person');
}

/** The nouns that a figure belongs to: the one it stands before, those it hangs on, and the subject that it is said of. */
function headsOf(
  sentence: ReadSentence,
  at: { first: number; last: number },
  clause?: Clause,
  group?: NounGroup,
): string[] {
  if (!group || (group.first >= at.first && group.last <= at.last)) {
    const next = nounAfter(sentence.words, at.last + 1);
    if (next) return [next];
  }
  const whole =
    sentence.words[at.last + 1]?.normal === 'of' &&
    sentence.groups.find((g) => g.first > at.last && g.first <= at.last + 3);
  if (!group && whole) return counted(whole);
  if (!group) return [clause?.subject, clause?.object].flatMap((g) => (g ? counted(g) : []));
  const heads: string[] = [];
  const own = group.headIndex > at.last || group.headIndex < at.first;
  if (own && (!group.name || isPlural(group.name.text))) heads.push(singular(group.head));
  for (const { preposition, group: post } of group.post)
    if ((!own || COUNTS.test(group.head)) && /^(?:of|in|for)$/.test(preposition) && !post.name) heads.push(post.head);
  if (own) return heads;
  for (const host of sentence.groups)
    if (host.post.some((p) => p.group === group && p.preposition !== 'from')) heads.push(...counted(host));
  if (heads.length === 0 && clause?.subject && clause.subject !== group) heads.push(...counted(clause.subject));
  if (clause?.object && clause.object !== group) heads.push(...counted(clause.object));
  return heads;
}

/** The noun after a figure, over participles and adjectives ("five derailed coaches"). */
function nounAfter(words: Word[], from: number): string | undefined {
  let at = from;
  while (at < from + 3 && /^(?:ADJ|VERB)$/.test(words[at]?.tag ?? '') && !/s$|ing$/.test(words[at]?.normal ?? '')) at++;
  const word = words[at];
  return word?.tag === 'NOUN' ? word.lemma : undefined;
}

function counted(group: NounGroup): string[] {
  const of = group.post.find((p) => p.preposition === 'of')?.group;
  if (COUNTS.test(group.head)) return of ? [of.head] : group.head === 'toll' ? ['death'] : [];
  if (group.pronoun || (group.name && !isOpening(group))) return [];
  return LIGHT.has(group.head) ? [...group.modifiers, ...(of ? [of.head] : [])] : [group.head];
}

/** A capital that only opens the sentence or headline: "Elections will be held". */
const isOpening = (group: NounGroup) =>
  group.first === group.last && (actionOfNoun(group.head) !== undefined || senseOf(group.head) !== group.head);

/** What happens: the verb, the state that is told of the subject, participles and event nouns in the figure's group. */
function actsOf(sentence: ReadSentence, clause: Clause | undefined, group: NounGroup | undefined): string[] {
  const found: string[] = [];
  const add = (lemma: string, action?: string) => {
    if (!LIGHT.has(lemma)) found.push(actSense(lemma, action));
    else if (action === 'depart') found.push(senseOf(action));
  };
  const phrase = clause && phraseSense(clause.verb.lemma, sentence.words[clause.verb.last + 1]?.normal ?? '');
  if (phrase) found.push(phrase);
  else if (clause && !clause.verb.copula) add(clause.verb.lemma, clause.known ? clause.action : undefined);
  if (clause?.state) add(clause.state.normal, actionOfState(clause.state.normal));
  for (const one of [group, clause?.subject, clause?.object]) {
    if (!one || one.name) continue;
    const action = actionOfNoun(one.head);
    if (action) add(one.head, action);
    for (const { group: post } of one.post) if (actionOfNoun(post.head)) add(post.head, actionOfNoun(post.head));
  }
  if (group)
    for (const modifier of group.modifiers)
      if (/ed$/.test(modifier) || actionOfState(modifier))
        add(lemmaOf(sentence, group, modifier), actionOfState(modifier));
  return found;
}

const lemmaOf = (sentence: ReadSentence, group: NounGroup, modifier: string) =>
  sentence.words.slice(group.first, group.last + 1).find((w) => w.normal === modifier)?.lemma ?? modifier;

/** Classes of words come before classes of actions: they are wider. */
function actSense(lemma: string, action: string | undefined): string {
  const own = senseOf(lemma);
  if (own !== lemma) return own;
  return action ? senseOf(action) : lemma;
}

function contentSense(words: Word[], k: number): string | undefined {
  const word = words[k] as Word;
  const isVerb = word.tag === 'VERB';
  if (!isVerb && word.tag !== 'NOUN' && word.tag !== 'ADJ' && word.normal !== 'worth') return undefined;
  if (word.normal.length < 3 || LIGHT.has(word.lemma)) return undefined;
  const phrase = isVerb ? phraseSense(word.lemma, words[k + 1]?.normal ?? '') : undefined;
  if (phrase) return phrase;
  const action = isVerb ? actionOfVerb(word.lemma, words[k + 1]?.normal ?? '') : (word.facts.event ?? word.facts.state);
  return actSense(word.lemma, action);
}

const STOPS = new Set([';', ':', '–', '—']);

/** The stretch of the sentence around a figure, no further than a semicolon, colon or dash. */
function windowOf(words: Word[], at: { first: number; last: number }): [number, number] {
  const isStop = (k: number) => STOPS.has(words[k]?.text ?? '');
  let from = at.first;
  while (from > 0 && at.first - from < REACH && !isStop(from - 1)) from--;
  let to = at.last;
  while (to + 1 < words.length && to - at.last < REACH && !isStop(to + 1)) to++;
  return [from, to];
}

/** Whether a figure is only a part of another one ("three of the injured"). */
export function isPartial({ words }: ReadSentence, at: { first: number; last: number }): boolean {
  if (/^(?:including|include|latter)$/.test(words[at.first - 1]?.normal ?? '')) return true;
  const third = words[at.last + 2]?.normal ?? '';
  return words[at.last + 1]?.normal === 'of' && /^(?:the|them|whom|which|those|these)$/.test(third);
}

/** Whether a figure comes on top of another one or is the one that was left behind ("another 400", "400 more", "from 3 to 5"). */
export function isAdded({ words }: ReadSentence, at: { first: number; last: number }): boolean {
  const [before, next] = [words[at.first - 1]?.normal ?? '', words[at.last + 1]?.normal ?? ''];
  if (/^(?:another|additional|further|extra|remaining)$/.test(before)) return true;
  if (/^another$/.test(words[at.first]?.normal ?? '')) return true;
  if (before === 'from' && next === 'to') return true;
  return /^(?:more|further|additional|extra)$/.test(next) && words[at.last + 2]?.normal !== 'than';
}
