import { countryOfDemonym } from '../../entities/places.ts';
import type { Pos, Span } from '../../model.ts';
import { ROLE_NOUNS } from '../lexicon/roles.ts';
import { isPeople, senseOf } from '../lexicon/senses.ts';
import { isRole } from './facts.ts';
import type { Quantity } from './quantity.ts';
import type { TimeExpression } from './times.ts';
import type { Word } from './words.ts';

/** A noun with what stands before it, and the prepositional groups that may hang on it. */
export interface NounGroup extends Span {
  first: number;
  last: number;
  /** Singular, lower case; for a name its last word. */
  head: string;
  headIndex: number;
  /** The content words before the head, lower case. */
  modifiers: string[];
  /** The run of capitalized words at its end, when the group names something. */
  name?: Span & { text: string };
  /** A title or role before the name ("presidential aide"), or the whole group when its head is a role noun. */
  title?: Span & { text: string };
  quantity?: Quantity;
  possessor?: NounGroup;
  /** A time as possessor: "Friday's talks". */
  time?: TimeExpression;
  determiner?: string;
  pronoun: boolean;
  /** Set by the clause reader: "of" and other prepositional groups right after it. */
  post: { preposition: string; group: NounGroup }[];
  apposition?: NounGroup;
  /** Set when it begins a coordination: all its members, itself first. */
  members?: NounGroup[];
}

const PREMODIFIER = new Set<Pos>(['ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM']);
const MODIFIER = new Set<Pos>(['ADJ', 'NOUN', 'PROPN', 'VERB']);
/** The titles that a department belongs to. */
const DEPARTMENTAL = new Set(['secretary', 'minister', 'director', 'chief', 'chairman', 'head']);
const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your']);
const PRONOUNS = new Set(
  'he she it they we you i him them us who whom this these those himself herself everyone everybody nobody someone others none neither all both many'.split(
    ' ',
  ),
);

/** Reads the noun groups of a sentence in order. Words that are times belong to none. */
export function readGroups(
  words: Word[],
  quantities: Quantity[],
  times: TimeExpression[],
  taken: Uint8Array,
): NounGroup[] {
  const groups: NounGroup[] = [];
  const timeBefore = times.filter((t) => t.possessive || !t.preposition);
  let possessor: NounGroup | undefined;
  for (let i = 0; i < words.length; ) {
    const group = readGroup(words, i, quantities, taken);
    if (!group) {
      if (possessor && words[i]?.normal !== "'s" && words[i]?.normal !== "'") possessor = undefined;
      i++;
      continue;
    }
    group.possessor = possessor;
    group.time = timeBefore.length > 0 ? timeRightBefore(words, group, timeBefore) : undefined;
    i = group.last + 1;
    const mark = words[i];
    if (
      mark &&
      (mark.normal === "'s" || (mark.normal === "'" && group.head.endsWith('s')) || mark.normal === "s'") &&
      mark.joined
    ) {
      possessor = group;
      i++;
    } else {
      possessor = undefined;
      groups.push(group);
    }
  }
  return groups;
}

/** "Friday's talks", "the Friday meeting" */
function timeRightBefore(words: Word[], group: NounGroup, times: TimeExpression[]): TimeExpression | undefined {
  const last = words[group.first - 1]?.normal === "'s" ? group.first - 2 : group.first - 1;
  const time = times.findLast((t) => t.last === last);
  if (!time || time.clock !== undefined) return undefined;
  return time.possessive || group.first === time.last + 1 ? time : undefined;
}

function readGroup(words: Word[], i: number, quantities: Quantity[], taken: Uint8Array): NounGroup | undefined {
  const first = words[i] as Word;
  if (taken[i]) return undefined;
  if ((first.tag === 'PRON' || first.normal === 'none') && !POSSESSIVES.has(first.normal)) {
    return PRONOUNS.has(first.normal) ? makeGroup(words, i, i, undefined, undefined) : undefined;
  }
  if (isEachOther(words, i)) return { ...makeGroup(words, i, i + 1, undefined, undefined), pronoun: true };
  let at = i;
  let determiner: string | undefined;
  // "a third of the town" is a figure from its article on
  if ((first.tag === 'DET' || POSSESSIVES.has(first.normal)) && quantityAt(quantities, i)?.dimension !== 'percent') {
    determiner = first.normal;
    at++;
  }
  let quantity: Quantity | undefined;
  let head = -1;
  while (at < words.length && !taken[at]) {
    const q = quantityAt(quantities, at);
    if (q) {
      if (head >= 0 && q.dimension !== 'count' && !q.compound) break;
      quantity ??= q;
      head = q.last;
      at = q.last + 1;
      continue;
    }
    const word = words[at] as Word;
    if (word.normal === 'of' && isDepartment(words, at)) {
      at += 2;
      continue;
    }
    // "23 Somali and Yemeni pirates"
    if (word.normal === 'and' && joinsPeoples(words, at)) {
      at++;
      continue;
    }
    if (word.tag === 'ADJ' || isParticipleModifier(words, at, at > i)) at++;
    else if (head >= 0 && startsSpan(words, at)) break;
    else if (PREMODIFIER.has(word.tag)) {
      head = at;
      at++;
    } else if (word.text === '-' && word.joined && words[at + 1]?.joined) at++;
    else if (word.tag === 'ADV' && at + 1 < words.length && words[at + 1]?.tag === 'ADJ' && at > i) at++;
    else if (word.tag === 'VERB' && words[at - 1]?.text === '-' && word.joined) at++;
    else break;
  }
  if (at - 1 > i && isNominal(words, at - 1, head < 0 && determiner !== undefined)) head = at - 1;
  if (head < 0) {
    if (determiner && first.tag === 'DET' && PRONOUNS.has(first.normal))
      return makeGroup(words, i, i, undefined, undefined);
    return undefined;
  }
  return makeGroup(words, i, head, determiner, quantity);
}

const joinsPeoples = (words: Word[], and: number) =>
  words[and + 2]?.tag === 'NOUN' &&
  [words[and - 1], words[and + 1]].every((w) => w?.isCapital === true && countryOfDemonym(w.text) !== undefined);

/** "each other", "one another" */
const isEachOther = (words: Word[], i: number) =>
  (words[i]?.normal === 'each' && words[i + 1]?.normal === 'other') ||
  (words[i]?.normal === 'one' && words[i + 1]?.normal === 'another');

/** "vetoed the bill hours before the deadline" */
const startsSpan = (words: Word[], at: number) =>
  /^(?:second|minute|hour|day|week|month|year)s$/.test(words[at]?.normal ?? '') &&
  /^(?:before|after|later|earlier|ago)$/.test(words[at + 1]?.normal ?? '');

/** "the premier sacked", "no tsunami alert was issued": what the tagger takes for an adjective, though a verb follows. */
function isNominal(words: Word[], at: number, isAlone: boolean): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.tag !== 'ADJ' || word.facts.state !== undefined) return false;
  const isVerb = next?.tag === 'AUX' || (next?.tag === 'VERB' && (next.form === 'past' || next.form === 's'));
  return isVerb && (isAlone ? ROLE_NOUNS.has(word.normal) : word.facts.event !== undefined);
}

function quantityAt(quantities: Quantity[], first: number): Quantity | undefined {
  for (let k = quantities.length - 1; k >= 0; k--) if (quantities[k]?.first === first) return quantities[k];
  return undefined;
}

/** "Secretary of State Marco Rubio": the department belongs to the title before the name. */
function isDepartment(words: Word[], of: number): boolean {
  const [title, department, name] = [words[of - 1], words[of + 1], words[of + 2]];
  if (!title || !department || !name || !DEPARTMENTAL.has(title.normal)) return false;
  return department.tag === 'PROPN' && name.tag === 'PROPN' && title.tag === 'PROPN';
}

/** "the warring nations", "an abandoned house": a participle between a determiner or adjective and a noun. */
function isParticipleModifier(words: Word[], i: number, inside: boolean): boolean {
  const word = words[i] as Word;
  if (word.tag !== 'VERB' || !inside) return false;
  if (!/(?:ed|ing|en|wn)$/.test(word.normal)) return false;
  const next = words[i + 1];
  const before = words[i - 1];
  if (!next || !(next.tag === 'NOUN' || next.tag === 'ADJ')) return before?.text === '-' && next?.tag === 'NOUN';
  return (
    before?.tag === 'DET' ||
    before?.tag === 'ADJ' ||
    // "the two missing hikers"
    (before?.tag === 'NUM' && words[i - 2]?.tag === 'DET') ||
    before?.text === '-' ||
    POSSESSIVES.has(before?.normal ?? '') ||
    before?.normal === "'s"
  );
}

function makeGroup(
  words: Word[],
  first: number,
  last: number,
  determiner: string | undefined,
  quantity: Quantity | undefined,
): NounGroup {
  const headWord = words[last] as Word;
  const from = (words[first] as Word).start;
  const bare = quantity && quantity.last === last && !quantity.compound;
  const group: NounGroup = {
    start: from,
    end: headWord.end,
    first,
    last,
    head: bare ? (quantity.unit ?? '#') : headWord.tag === 'NOUN' ? headWord.lemma : headWord.normal,
    headIndex: last,
    modifiers: [],
    name: undefined,
    title: undefined,
    quantity,
    possessor: undefined,
    time: undefined,
    determiner,
    pronoun: headWord.tag === 'PRON' || (headWord.tag === 'DET' && first === last),
    post: [],
    apposition: undefined,
    members: undefined,
  };
  for (let k = first; k < last; k++) {
    const word = words[k] as Word;
    if (quantity && k >= quantity.first && k <= quantity.last) continue;
    if (MODIFIER.has(word.tag)) group.modifiers.push(word.tag === 'NOUN' ? word.lemma : word.normal);
  }
  if (!bare) readName(words, group);
  return group;
}

/** Common nouns that follow the name of a place: "Qeshm island". */
const PLACE_NOUNS = new Set('island city town county province district region village state river'.split(' '));

/** Within a group that begins at a word: what follows "of" there belongs to a title ("Secretary of State Marco Rubio"). */
const isName = (words: Word[], k: number, first: number) => {
  const word = words[k] as Word;
  const isDepartment = k > first && words[k - 1]?.normal === 'of';
  return word.tag === 'PROPN' && word.normal !== 'of' && !isDepartment && !word.facts.role;
};

/** Splits "presidential aide Vladimir Medinsky" into title and name. */
function readName(words: Word[], group: NounGroup): void {
  let from = group.last;
  const endsInName = isName(words, from, group.first);
  if (
    !endsInName &&
    PLACE_NOUNS.has((words[from] as Word).normal) &&
    from > group.first &&
    (words[from - 1] as Word).tag === 'PROPN'
  ) {
    let first = from - 1;
    while (first > group.first && isName(words, first - 1, group.first)) first--;
    group.name = slice(words, first, from - 1);
    return;
  }
  if (!endsInName) {
    const role = words[group.last] as Word;
    const base = role.tag === 'PROPN' ? role.normal : role.lemma;
    if (isRole(base)) {
      const start = group.determiner ? group.first + 1 : group.first;
      group.title = slice(words, start, group.last);
    }
    return;
  }
  while (from > group.first && isName(words, from - 1, group.first)) from--;
  group.name = slice(words, from, group.last);
  group.head = (words[group.last] as Word).normal;
  const start = group.determiner ? group.first + 1 : group.first;
  const beforeName = words[from - 1];
  const department = words[from - 2]?.normal === 'of';
  if (from > start && department) group.title = slice(words, start, from - 1);
  else if (from > start && beforeName && isRole(beforeName.lemma.toLowerCase())) {
    group.title = slice(words, start, from - 1);
  }
}

function slice(words: Word[], first: number, last: number): Span & { text: string } {
  const start = (words[first] as Word).start;
  const end = (words[last] as Word).end;
  let text = (words[first] as Word).text;
  for (let k = first + 1; k <= last; k++) {
    const word = words[k] as Word;
    text += word.joined ? word.text : ` ${word.text}`;
  }
  return { start, end, text };
}

export const isPersonNoun = (noun: string) => ROLE_NOUNS.has(noun) || isPeople(senseOf(noun));
export const isPerson = ({ head, name }: NounGroup) => name !== undefined || isPersonNoun(head);
