import type { Sentence, Token } from '../model.ts';
import { matchKnown } from './known.ts';
import { PERSON_VERBS, SAYING_VERBS } from './lexicon.ts';
import { placeSize } from './places.ts';
import { type CaseStyle, isCapitalized, startsClause, type Vocabulary } from './vocabulary.ts';
import { BIT, hash, infoOf, NO_WORD, type WordInfo } from './words.ts';

/** Lower-case words and marks that can stand inside a name. */
const JOINERS = new Set(
  "of the and for de del della der den di da dos das du van von zu ter la le el al bin ibn bint ul e y on & 's".split(
    ' ',
  ),
);
/** How many of them may stand next to each other. */
const MAX_JOINERS = 2;

/** A sentence as the tagger sees it. */
export interface TaggedSentence {
  sentence: Sentence;
  words: WordInfo[];
  style: CaseStyle;
  /** Per token: 2 can start a name, 3 is a number that can, 1 can only go on with one, 0 neither. */
  candidates: Uint8Array;
  /** Per token, what the lists of well-known names say: see {@link matchKnown}. */
  known: Uint8Array;
}

/** Prepares a sentence; cheap for the sentences that hold no name. */
export function prepare(sentence: Sentence, vocabulary: Vocabulary): TaggedSentence {
  const { tokens } = sentence;
  const words = tokens.map(infoOf);
  const candidates = new Uint8Array(tokens.length);
  for (let i = 0; i < words.length; i++) if ((words[i] as WordInfo).startsName) candidates[i] = 2;
  markLowerCasePlaces(words, candidates);
  markJoiners(tokens, words, candidates);
  markNumbers(tokens, candidates);
  const style = vocabulary.styles.get(sentence) ?? 'sentence';
  const known = matchKnown(tokens, words, candidates, style === 'caps');
  for (let i = 0; i < known.length; i++) if (known[i] !== 0 && candidates[i] === 0) candidates[i] = 1;
  return { sentence, words, style, candidates, known };
}

/** Places of two words that are written small: "san francisco". */
function markLowerCasePlaces(words: WordInfo[], candidates: Uint8Array): void {
  const isPlace = (i: number) => sizeOfWords(words, i, 2) >= 5;
  const isLong = (i: number) => (words[i] as WordInfo).folded.length >= 3;
  const most = words.length - 1;
  for (let i = 0; i < most; i++)
    if (candidates[i] === 0 && candidates[i + 1] !== 0 && isLong(i) && isPlace(i)) candidates[i] = 2;
  for (let i = 0; i < most; i++)
    if (candidates[i] !== 0 && candidates[i + 1] === 0 && isLong(i + 1) && isPlace(i)) candidates[i + 1] = 2;
}

/** The size of the place that some words name: see {@link placeSize}. */
function sizeOfWords(words: WordInfo[], first: number, length: number): number {
  const start = words[first] as WordInfo;
  if (!start.startsPlace || !(words[first + length - 1] as WordInfo).endsPlace) return 0;
  let name = start.folded;
  for (let i = first + 1; i < first + length; i++) name += ` ${(words[i] as WordInfo).folded}`;
  return placeSize(name);
}

/** Marks the tokens between two candidates that can join them: "of the", "&", "de la". */
function markJoiners(tokens: Token[], words: WordInfo[], candidates: Uint8Array): void {
  for (let i = 0; i < candidates.length; i++) {
    if (candidates[i] !== 2) continue;
    const syllable = smallSyllable(tokens, i);
    if (syllable > 0) candidates.fill(1, i + 1, syllable + 1);
    let j = Math.max(i, syllable) + 1;
    while (j < tokens.length && candidates[j] === 0 && j - i <= MAX_JOINERS && canJoin(tokens, words, j)) j++;
    if (j > i + 1 && candidates[j] === 2) candidates.fill(1, i + 1, j);
    else if (canEnd(tokens[i + 1])) candidates[i + 1] = 1;
  }
}

/** Numbers and the possessive of a founder end names: "Apollo 11", "Denny's". */
function canEnd(token: Token | undefined): boolean {
  return token !== undefined && !token.form.isLetters && (token.normal === "'s" || /^\d+$/.test(token.text));
}

/** Units, stations and bands have names that begin with a number: "65th Fighter Wing", "2GB". */
function markNumbers(tokens: Token[], candidates: Uint8Array): void {
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (candidates[i] !== 0 || candidates[i + 1] !== 2) continue;
    const { form, text } = tokens[i] as Token;
    if (!form.isLetters && /^\d+(?:st|nd|rd|th)?$/.test(text)) candidates[i] = 3;
  }
}

/** The end of a name that goes on in small letters after a hyphen ("Jae-won Kim", "Ban Ki-moon"), or -1. */
export function smallSyllable(tokens: Token[], i: number): number {
  const hyphen = tokens[i + 1];
  const rest = tokens[i + 2];
  if (hyphen?.text !== '-' || !rest || hyphen.start !== tokens[i]?.end || rest.start !== hyphen.end) return -1;
  if (!/^\p{Ll}{2,6}$/u.test(rest.text)) return -1;
  const named = tokens[i + 3] && isCapitalized(tokens[i + 3] as Token);
  const ordinary = (infoOf(rest).classes & BIT.word) !== 0;
  return (named && /^\p{Lu}\p{Ll}{1,5}$/u.test((tokens[i] as Token).text)) || !ordinary ? i + 2 : -1;
}

function canJoin(tokens: Token[], words: WordInfo[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1] as Token;
  const after = tokens[i + 1];
  if (token.text === '-') return after !== undefined && before.end === token.start && token.end === after.start;
  if (token.text === ',') return ((words[i + 1]?.classes ?? 0) & (BIT.legalForm | BIT.nameSuffix)) !== 0;
  return JOINERS.has(token.normal) || /^\d+$/.test(token.text);
}

const MIX = 0x9e3779b1;
/** Number of weight rows; features are hashed into them. */
export const ROWS = 1 << 20;

/** Where a word stands as seen from a token of a name: each place has features of its own. */
const PLACES = { own: 0, near: 3, lastOfRun: 6, firstOfRun: 9, beforeRun: 12, afterRun: 13, noun: 14 };

/** Takes the features of a token: hashed rows, and words of which all the rows of one place count. */
export interface FeatureSink {
  add(row: number): void;
  addWord(word: WordInfo, place: number): void;
}

function rowOf(template: number, value: number): number {
  let h = Math.imul(value ^ Math.imul(template + 1, MIX), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) & (ROWS - 1);
}

/** The rows of a word at one of the {@link PLACES}; they depend on nothing else. */
export function rowsOfWord(word: WordInfo, place: number): number[] {
  const { own, lastOfRun, firstOfRun, beforeRun, afterRun } = PLACES;
  const classes = (template: number) => classRows(template, word.classes);
  if (place === own) {
    const [last2, last3, last4, first3] = word.affixes;
    return [rowOf(1, word.hash), rowOf(2, last2), rowOf(3, last3), rowOf(6, last4), rowOf(4, first3), ...classes(5)];
  }
  if (place < lastOfRun) return [rowOf(7 + place, word.hash), rowOf(74 + place, word.shape), ...classes(17 + place)];
  if (place < firstOfRun) return [rowOf(54, word.hash), ...classes(51 + place - lastOfRun)];
  if (place < beforeRun) return [rowOf(55, word.hash ^ (place - firstOfRun)), ...classes(56 + place - firstOfRun)];
  if (place === beforeRun) return [rowOf(60, word.hash), ...classes(62)];
  if (place === afterRun) return [rowOf(61, word.hash), ...classes(63)];
  return [rowOf(70, word.hash), ...classes(71)];
}

function classRows(template: number, classes: number): number[] {
  const rows: number[] = [];
  for (let rest = classes; rest !== 0; rest &= rest - 1) rows.push(rowOf(template, 31 - Math.clz32(rest & -rest)));
  return rows;
}

/** Gives the features of a token to a sink. */
export function readFeatures(
  tagged: TaggedSentence,
  i: number,
  run: Run,
  vocabulary: Vocabulary,
  sink: FeatureSink,
): void {
  readWords(tagged, i, sink);
  readCase(tagged, i, run, vocabulary, sink);
  readRun(tagged, i, run, sink);
  readKnown(tagged, i, sink);
}

function readKnown({ known, words }: TaggedSentence, i: number, sink: FeatureSink): void {
  const code = known[i] as number;
  if (code === 0) return;
  sink.add(rowOf(67, code));
  const ordinary = ((words[i] as WordInfo).classes & BIT.word) !== 0 ? 1 : 0;
  sink.add(rowOf(73, code * 2 + ordinary));
}

const BIAS = rowOf(0, 0);

function readWords({ words, sentence: { tokens } }: TaggedSentence, i: number, sink: FeatureSink): void {
  sink.add(BIAS);
  sink.addWord(words[i] as WordInfo, PLACES.own);
  for (let offset = -2; offset <= 2; offset++) {
    if (offset === 0) continue;
    sink.addWord(words[i + offset] ?? NO_WORD, PLACES.near + offset);
    addVerb(20 + offset, tokens[i + offset], sink);
  }
  sink.add(readPos(tokens[i - 1]).before);
  sink.add(readPos(tokens[i + 1]).after);
  sink.add(readPos(tokens[i]).own);
  sink.add(rowOf(36, (words[i - 1]?.hash ?? 1) ^ Math.imul(words[i + 1]?.hash ?? 1, 31)));
}

const POS_TEMPLATES = { before: 29, after: 31, own: 35 };

/** What a part of speech gives at one place; there are few, and every token asks. */
const posRows = new Map<string, Record<keyof typeof POS_TEMPLATES | 'hash', number>>();

function readPos(token: Token | undefined): Record<keyof typeof POS_TEMPLATES | 'hash', number> {
  const pos = token?.pos ?? '';
  let rows = posRows.get(pos);
  if (!rows) {
    const value = hash(pos);
    const { before, after, own } = POS_TEMPLATES;
    rows = { before: rowOf(before, value), after: rowOf(after, value), own: rowOf(own, value), hash: value };
    posRows.set(pos, rows);
  }
  return rows;
}

const SAYING = 31 - Math.clz32(BIT.saying);
const PERSON_VERB = 31 - Math.clz32(BIT.personVerb);

function addVerb(template: number, token: Token | undefined, sink: FeatureSink): void {
  if (token?.pos !== 'VERB') return;
  if (SAYING_VERBS.has(token.lemma)) sink.add(rowOf(template, SAYING));
  if (PERSON_VERBS.has(token.lemma)) sink.add(rowOf(template, PERSON_VERB));
}

function readCase(
  { sentence, words, style }: TaggedSentence,
  i: number,
  run: Run,
  vocabulary: Vocabulary,
  sink: FeatureSink,
): void {
  const token = sentence.tokens[i] as Token;
  const { shape, classes, folded } = words[i] as WordInfo;
  const styleCode = style === 'sentence' ? 0 : style === 'title' ? 1 : 2;
  const start = startsClause(sentence.tokens, i) ? 1 : 0;
  const ordinary = (classes & BIT.word) !== 0 ? 1 : 0;
  const capitalized = vocabulary.capitalized.get(folded) ?? 0;
  const seen = (capitalized > 0 ? 2 : 0) + (vocabulary.lower.has(folded) ? 1 : 0);
  const careful = vocabulary.careful ? 1 : 0;
  const situation = ((start * 2 + ordinary) * 3 + styleCode) * 4 + seen;
  const proper = token.pos === 'PROPN' ? 1 : 0;
  sink.add(rowOf(40, shape));
  sink.add(rowOf(41, styleCode * 16 + shape));
  sink.add(rowOf(42, (start * 2 + ordinary) * 4 + seen));
  sink.add(rowOf(43, ((start * 2 + ordinary) * 3 + styleCode) * 2 + (run.first < run.last ? 1 : 0)));
  sink.add(rowOf(44, styleCode * 4 + seen));
  sink.add(rowOf(45, (situation * 2 + careful) * 2 + proper));
  sink.add(rowOf(46, (((classes & NAME_BITS) * 2 + start) * 2 + careful) * 3 + styleCode));
  sink.add(rowOf(47, (Math.min(capitalized, 4) * 2 + ordinary) * 2 + careful));
}

function readRun({ words, sentence: { tokens } }: TaggedSentence, i: number, run: Run, sink: FeatureSink): void {
  const last = words[run.last] as WordInfo;
  const first = words[run.first] as WordInfo;
  const length = Math.min(run.last - run.first, 5);
  const position = i === run.first ? 0 : i === run.last ? 1 : 2;
  sink.add(rowOf(50, length * 4 + position));
  sink.addWord(last, PLACES.lastOfRun + position);
  sink.addWord(first, PLACES.firstOfRun + position);
  const before = words[run.first - 1] ?? NO_WORD;
  sink.addWord(before, PLACES.beforeRun);
  sink.addWord(words[run.last + 1] ?? NO_WORD, PLACES.afterRun);
  addVerb(63, tokens[run.last + 1], sink);
  sink.add(rowOf(64, (before.hash || 1) ^ length));
  sink.add(rowOf(65, readPos(tokens[run.last + 1]).hash ^ length));
  const noun = definingNoun(tokens, run.last);
  if (noun >= 0) {
    sink.addWord(words[noun] as WordInfo, PLACES.noun);
    sink.add(rowOf(72, ((words[noun] as WordInfo).classes & NOUN_BITS) * 8 + length));
  }
  if (run.place[i - run.first] !== 0) sink.add(rowOf(66, (run.place[i - run.first] as number) * 8 + length));
  sink.add(rowOf(68, ((words[i] as WordInfo).classes & NAME_BITS) * 4 + position));
  sink.add(rowOf(69, ((first.classes & NAME_BITS) ^ Math.imul(last.classes & NAME_BITS, 7)) * 4 + position));
}

const NAME_BITS =
  BIT.givenName | BIT.familyName | BIT.word | BIT.town | BIT.city | BIT.country | BIT.organizationHead | BIT.placeHead;

const NOUN_BITS =
  BIT.role | BIT.organizationNoun | BIT.placeNoun | BIT.organizationHead | BIT.placeHead | BIT.workHead | BIT.eventHead;

const BE = new Set(['is', 'was', 'are', 'were']);
const ARTICLES = new Set(['a', 'an', 'the', 'one']);

/**
 * The noun that says what a name is: "Champdor is a commune", "Bistra Fish, a processor near Sliven"; -1 where none does.
 */
function definingNoun(tokens: Token[], last: number): number {
  const link = tokens[last + 1];
  if (!link || !(link.text === ',' || BE.has(link.normal)) || !ARTICLES.has(tokens[last + 2]?.normal ?? '')) return -1;
  let noun = -1;
  for (let i = last + 3; i < last + 10; i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'NOUN') noun = i;
    else if (
      pos !== 'ADJ' &&
      pos !== 'PROPN' &&
      pos !== 'NUM' &&
      !(pos === 'ADV' && noun < 0) &&
      tokens[i]?.text !== '-'
    )
      break;
    else if (noun >= 0) break;
  }
  return noun;
}

/** A stretch of capitalized tokens without joiners. */
export interface Run {
  first: number;
  last: number;
  /** Per token: 1 where a place of two words or more begins, 2 where it goes on. */
  place: Uint8Array;
}

/** The run that a capitalized token stands in; a joiner is a run of its own. */
export function readRuns({ words, candidates }: TaggedSentence): (Run | undefined)[] {
  const runs: (Run | undefined)[] = new Array(words.length);
  for (let i = 0; i < words.length; i++) {
    if (candidates[i] === 0 || runs[i]) continue;
    let last = i;
    if (candidates[i] === 2) while (candidates[last + 1] === 2) last++;
    const run: Run = { first: i, last, place: new Uint8Array(last - i + 1) };
    if (last > i) findPlaces(run, words);
    for (let k = i; k <= last; k++) runs[k] = run;
  }
  return runs;
}

function findPlaces(run: Run, words: WordInfo[]): void {
  for (let length = Math.min(run.last - run.first + 1, 4); length >= 2; length--) {
    for (let at = run.first; at + length - 1 <= run.last; at++) {
      if (run.place[at - run.first] !== 0 || sizeOfWords(words, at, length) === 0) continue;
      for (let k = 0; k < length; k++) run.place[at - run.first + k] = k === 0 ? 1 : 2;
    }
  }
}
