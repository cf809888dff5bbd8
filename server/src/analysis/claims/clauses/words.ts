import { dictionary } from '../../dictionary.ts';
import { isGivenName } from '../../entities/gazetteer.ts';
import type { Pos, Sentence, Span, Token } from '../../model.ts';
import { wordForm } from '../../text/wordForms.ts';
import { takesParticle } from '../lexicon/actions.ts';
import { baseOfPast, type VerbForm } from '../lexicon/inflect.ts';
import { factsOf, type WordFacts } from './facts.ts';
import { isOnlyPast, mendedTag, mendVerbless, NO_INFINITIVES } from './mistagged.ts';
import { isLongScale } from './units.ts';

/** A token as the clause reader sees it: quotation marks left out, tags mended for headlines. */
export interface Word extends Span {
  text: string;
  /** Lower case, straight quotes. */
  normal: string;
  lemma: string;
  tag: Pos;
  /** What form of a verb the word can be, where that is known. */
  form: VerbForm | undefined;
  /** No white space between the word before and this one. */
  joined: boolean;
  /** Begins with a letter, and with a capital one. */
  isLetters: boolean;
  isCapital: boolean;
  /** Part of a name that the entity stage found. */
  isNamed: boolean;
  facts: WordFacts;
}

/** Words that open a clause. */
export const OPENERS = new Set(
  'if unless whether because after before while when as since although though until that who which whom where once'.split(
    ' ',
  ),
);

const MARKS = new Set(['"', '``', "''", '`', "'", '“', '”', '‘', '’', '«', '»', '*']);

/**
 * The words of a sentence.
 *
 * @param inName whether a token is part of a name that the entity stage found; such words are proper nouns whatever the tag
 */
export function readWords(sentence: Sentence, inName: (span: Span) => boolean): Word[] {
  const words: Word[] = [];
  let end = -1;
  let hyphens = 0;
  for (const token of splitGluedNumbers(mergeSplitNumbers(sentence.tokens))) {
    const { start, text, normal, form } = token;
    const joined = start === end;
    if (!form.isLetters && MARKS.has(text) && !isPossessive(token, joined, words.at(-1))) continue;
    const isNamed = (form.isCapital || token.pos === 'PROPN') && inName(token);
    form.facts ??= factsOf(normal);
    end = token.end;
    const stuck = token === sentence.tokens.at(-1) ? STUCK[normal] : undefined;
    if (stuck) {
      words.push(unstuck(token, stuck, joined));
      continue;
    }
    words.push({
      start,
      end,
      text,
      normal,
      lemma: token.pos === 'PROPN' ? normal : token.lemma,
      tag: isNamed && form.isCapital && token.pos !== 'DET' ? 'PROPN' : token.pos,
      form: undefined,
      joined,
      isLetters: form.isLetters,
      isCapital: form.isCapital,
      isNamed,
      facts: form.facts,
    });
    if (text === '-') hyphens++;
  }
  mendTags(words);
  const read = hyphens > 0 ? joinHyphens(words) : words;
  for (const word of read) mendLemma(word);
  return read;
}

/** Words that the tokenizer takes for abbreviations at the end of a sentence: "He fell ill." */
const STUCK: Record<string, Pos> = dictionary({ 'in.': 'ADP', 'ill.': 'ADJ' });

function unstuck({ start, end, text, normal }: Token, tag: Pos, joined: boolean): Word {
  const word = normal.slice(0, -1);
  const said = { text: text.slice(0, -1), normal: word, lemma: word, tag, form: undefined };
  return {
    start,
    end: end - 1,
    ...said,
    joined,
    isLetters: true,
    isCapital: false,
    isNamed: false,
    facts: factsOf(word),
  };
}

/** An apostrophe after a name in "s", not a quotation mark. */
const isPossessive = (token: Token, joined: boolean, before: Word | undefined) =>
  joined && token.normal === "'" && before?.tag === 'PROPN' && before.normal.endsWith('s');

/** Joins "top-level" and "second-in-command" into one word; numbers ("30-day", "twenty-three") stay apart for the quantity reader. */
function joinHyphens(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const before = joined.at(-1);
    const next = words[i + 1];
    const hyphen =
      word.text === '-' &&
      word.joined &&
      next?.joined &&
      before &&
      !isNumber(before) &&
      !isNumber(next) &&
      !isFraction(joined);
    if (!hyphen) {
      joined.push(word);
      continue;
    }
    const tag =
      next.tag === 'ADP' || next.tag === 'ADV' || next.tag === 'PART'
        ? 'NOUN'
        : next.tag === 'VERB' || before.tag === 'ADJ'
          ? 'ADJ'
          : next.tag;
    const text = `${before.text}-${next.text}`;
    const normal = text.toLowerCase();
    const lemma = `${before.normal}-${next.lemma}`;
    joined[joined.length - 1] = { ...before, end: next.end, text, normal, lemma, tag, facts: factsOf(normal) };
    i++;
  }
  return joined;
}

const isNumber = (word: Word) => word.tag === 'NUM' || /^\d/.test(word.text) || isLongScale(word);

/** "four-and-a-half-year": what goes on with a number. */
function isFraction(read: Word[]): boolean {
  const [number, hyphen, last] = read.slice(-3);
  if (!number || hyphen?.text !== '-' || !last || !/^(?:and|a|half|quarter)$/.test(last.normal)) return false;
  return isNumber(number) || number.normal === 'and' || number.normal === 'a';
}

/** The tokenizer splits "7.40pm" into "7.4" and "0pm"; a token that begins with a digit and touches a number belongs to it. */
function mergeSplitNumbers(tokens: Token[]): Token[] {
  let i = 1;
  while (i < tokens.length && !isSplit(tokens[i - 1], tokens[i] as Token)) i++;
  if (i >= tokens.length) return tokens;
  const merged: Token[] = [];
  for (const token of tokens) {
    const before = merged.at(-1);
    if (before && isSplit(before, token)) {
      const form = wordForm(before.text + token.text);
      merged[merged.length - 1] = { ...before, end: token.end, text: form.text, normal: form.normal, form };
    } else merged.push(token);
  }
  return merged;
}

/** The tokenizer splits "magnitude-5.9" into "magnitude-5", "." and "9", and "M6.1" in the same way: the number is one, the word before it another. */
function splitGluedNumbers(tokens: Token[]): Token[] {
  if (!tokens.some((_, i) => gluedAt(tokens, i))) return tokens;
  const split: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const glued = gluedAt(tokens, i);
    if (!glued) {
      split.push(token);
      continue;
    }
    const { word, hyphen, digits } = glued;
    const numberAt = token.start + word.length + hyphen.length;
    split.push(part(token, word, token.start, 'NOUN'));
    if (hyphen) split.push(part(token, hyphen, token.start + word.length, 'PUNCT'));
    const last = tokens[i + 2] as Token;
    split.push({ ...part(token, `${digits}.${last.text}`, numberAt, 'NUM'), end: last.end });
    i += 2;
  }
  return split;
}

function part(token: Token, said: string, start: number, pos: Pos): Token {
  const form = wordForm(said);
  return {
    ...token,
    start,
    end: start + said.length,
    text: form.text,
    normal: form.normal,
    lemma: form.normal,
    pos,
    form,
  };
}

function gluedAt(tokens: Token[], i: number): { word: string; hyphen: string; digits: string } | undefined {
  const [token, point, rest] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  if (point?.text !== '.' || point.start !== token.end || rest?.start !== point.end || !/^\d+$/.test(rest.text))
    return undefined;
  const [, word = '', hyphen = '', digits = ''] = /^(\p{L}+)(-?)(\d{1,2})$/u.exec(token.text) ?? [];
  return digits ? { word, hyphen, digits } : undefined;
}

const isSplit = (before: Token | undefined, token: Token) =>
  before?.pos === 'NUM' && before.end === token.start && /^\d/.test(token.text);

const FUTURE = new Set(['will', 'would', 'could', 'can', 'may', 'might', 'must', 'should', "'ll", 'did']);

/** Headlines in capitals leave the tagger with nothing but proper nouns; the lexicon says which of them are verbs. */
/** "The Arc 3 sells well": a number that ends a name. Months, and places that something happens in, end before theirs. */
function nameNumber(words: Word[], i: number): void {
  const [name, number, next] = [words[i - 1], words[i] as Word, words[i + 1]];
  if (name?.tag !== 'PROPN' || number.joined || !/^\d{1,2}$/.test(number.text)) return;
  if (name.facts.startsTime || !next) return;
  let first = i - 1;
  while (words[first - 1]?.tag === 'PROPN') first--;
  if (/^(?:in|at|from|near|on|of)$/.test(words[first - 1]?.normal ?? '')) return;
  // "ships on", "hits the"
  const isVerb =
    next.tag === 'NOUN' && next.facts.verb?.form === 's' && /^(?:ADP|DET|ADV|PART)$/.test(words[i + 2]?.tag ?? '');
  if (isVerb) next.tag = 'VERB';
  else if (!/^(?:AUX|VERB)$/.test(next.tag) && !(next.tag === 'ADP' && next.normal !== 'of')) return;
  number.tag = 'PROPN';
}

function mendTags(words: Word[]): void {
  const titled = isTitled(words);
  let finite = words.some((w) => w.tag === 'AUX');
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (!titled && word.tag === 'NUM') nameNumber(words, i);
    if (!word.isLetters || (!titled && word.isNamed && word.isCapital)) continue;
    mendTag(words, i, titled, finite);
    if (word.tag === 'VERB') finite = true;
    if (titled && word.tag === 'PROPN' && word.facts.event) word.tag = 'NOUN';
  }
  if (!finite && !titled) mendVerbless(words);
}

/** Whether most of the words that can begin with a capital letter do. */
function isTitled(words: Word[]): boolean {
  let letters = 0;
  let capitals = 0;
  for (const { isLetters, isCapital, text, facts } of words) {
    if (!isLetters || (text.length <= 3 && (text.length < 3 || facts.fixed !== undefined))) continue;
    letters++;
    if (isCapital) capitals++;
  }
  return letters >= 3 && capitals >= letters * 0.7;
}

/** "to trucks": no infinitive. */
const isThirdPerson = ({ normal, lemma }: Word) => /[^su]s$/.test(normal) && lemma !== normal;
/** "Mark Dell fled to Canada": before a name or an article "to" opens no infinitive, whatever the tagger says. */
const opensNoInfinitive = (next: Word | undefined) =>
  next !== undefined &&
  (/^(?:DET|PRON|NUM)$/.test(next.tag) || (next.tag === 'PROPN' && next.isNamed) || NO_INFINITIVES.has(next.normal));
const opensClause = (word: Word | undefined) =>
  word?.tag === 'AUX' ||
  (word?.tag === 'VERB' &&
    ((word.facts.verb?.form ?? word.facts.ending) === 's' || baseOfPast(word.normal) !== undefined));
/** "when a tyre burst": a form that is its own past, after a noun, where its clause has no other verb. */
function isPastAfterOpener(words: Word[], i: number): boolean {
  const { normal } = words[i] as Word;
  const next = words[i + 1]?.tag;
  if (!SAME_PARTICIPLE.has(normal) || words[i - 1]?.tag !== 'NOUN' || next === 'NOUN' || next === 'VERB') return false;
  for (let k = i - 2; k >= 0; k--) {
    const word = words[k] as Word;
    if (/^(?:when|after|because|as|before)$/.test(word.normal)) return true;
    if (!/^(?:DET|ADJ|NOUN|NUM|PROPN)$/.test(word.tag) && !/^(?:his|her|its|their)$/.test(word.normal)) return false;
  }
  return false;
}
const TAKES_GERUND = new Set(
  'deny admit avoid finish risk consider recall regret report stop confess acknowledge suggest propose recommend remember oppose resume'.split(
    ' ',
  ),
);
const isObjectStart = (word: Word | undefined) => /^(?:DET|PRON|PROPN)$/.test(word?.tag ?? '');
/** "Bell claims to be ill" */
const WISHES = new Set('claims plans hopes needs wants aims vows offers threatens intends'.split(' '));
/** "The Reds plan to keep him" */
const WISH = new Set('claim plan hope need want aim vow offer threaten'.split(' '));

function isWish(word: string, before: Word | undefined): boolean {
  if (before?.tag !== 'PROPN') return false;
  return WISHES.has(word) || (WISH.has(word) && before.normal.endsWith('s'));
}

const BEFORE_NAMES = new Set<Pos | undefined>(['ADP', 'DET', 'PROPN']);
const BEFORE_ADJECTIVES = new Set<Pos | undefined>(['NOUN', 'ADJ', 'PROPN']);

function mendTag(words: Word[], i: number, titled: boolean, finite: boolean): void {
  const word = words[i] as Word;
  const before = words[i - 1];
  const next = words[i + 1];
  const { facts, normal } = word;
  if (i === 0) {
    if (next?.tag === 'PROPN' && isGivenName(normal)) {
      word.tag = 'PROPN';
      return;
    }
    if (!titled && word.tag === 'PROPN' && isPlainWord(word, next)) word.tag = 'NOUN';
    // "Voting begins on Sunday."
    if (word.tag === 'VERB' && normal.endsWith('ing') && opensClause(next)) word.tag = 'NOUN';
  } else {
    if (!titled && word.tag === 'VERB' && word.isCapital && BEFORE_NAMES.has(before?.tag)) {
      word.tag = 'PROPN';
      return;
    }
    if (facts.fixed && (titled || word.tag === 'PROPN') && word.text !== 'US' && word.text !== 'IT')
      word.tag = facts.fixed;
  }
  if (word.tag === 'PART' && normal === 'to' && opensNoInfinitive(next)) word.tag = 'ADP';
  if (word.tag === 'VERB' && facts.event && before?.normal === 'of') word.tag = 'NOUN';
  if (normal === 'bail' && before?.tag === 'ADP') word.tag = 'NOUN';
  // "stayed shut"
  if (word.tag === 'VERB' && facts.state !== undefined && /^(?:stay|remain)$/.test(before?.lemma ?? ''))
    word.tag = 'ADJ';
  // "it last erupted"
  if (normal === 'last' && word.tag === 'VERB' && next?.tag === 'VERB') word.tag = 'ADV';
  // "two counts of murder"
  if (word.tag === 'VERB' && before?.tag === 'NUM' && before.normal !== 'one' && isThirdPerson(word)) word.tag = 'NOUN';
  if (word.tag === 'VERB' && before?.normal === 'to' && isThirdPerson(word)) word.tag = 'NOUN';
  if (normal === 'since' && before?.lemma === 'have' && next?.tag === 'VERB') word.tag = 'ADV';
  if (word.tag === 'NOUN' && normal.endsWith('ing') && TAKES_GERUND.has(before?.lemma ?? '') && isObjectStart(next))
    word.tag = 'VERB';
  if (word.tag === 'NOUN' && next?.normal === 'to' && isWish(normal, before)) word.tag = 'VERB';
  if (isMovingCount(words, i) || isWorking(words, i)) word.tag = 'VERB';
  word.tag = mendedTag(words, i) ?? word.tag;
  if (word.tag === 'NOUN' && isPastAfterOpener(words, i)) word.tag = 'VERB';
  if (!finite && !titled && word.tag === 'ADJ' && isOnlyPast(words, i)) word.tag = 'VERB';
  if (word.tag === 'VERB' && before?.tag === 'NOUN' && isNounAfterNoun(words, i)) word.tag = 'NOUN';
  if (word.tag === 'VERB' && next?.tag === 'NOUN' && before?.lemma === 'be' && isNoParticiple(word)) word.tag = 'NOUN';
  if (normal === 'overnight' && !BEFORE_ADJECTIVES.has(next?.tag)) word.tag = 'ADV';
  if (facts.verb) mendVerb(words, i, facts.verb.form, titled, finite);
}

function mendVerb(words: Word[], i: number, form: VerbForm, titled: boolean, finite: boolean): void {
  const word = words[i] as Word;
  const before = words[i - 1];
  if (word.normal === 'hit' || word.normal === 'hits') {
    if (word.tag === 'NOUN' && (before?.tag === 'NOUN' || before?.tag === 'PROPN')) word.tag = 'VERB';
  }
  if (form === 'ing' && word.tag !== 'VERB' && isParticipleWithObject(words, i)) word.tag = 'VERB';
  else if (form === 'ing' && word.tag === 'NOUN' && isGerund(words, i)) word.tag = 'VERB';
  else if ((word.tag === 'NOUN' || word.tag === 'ADJ') && form === 'base' && isAfterModal(words, i)) word.tag = 'VERB';
  else if (word.tag === 'NOUN' && form === 'base' && isApartFromDid(words, i)) word.tag = 'VERB';
  else if (titled && form === 's' && finite && word.facts.event && before?.text !== ',') word.tag = 'NOUN';
  else if (titled && word.tag === 'PROPN' && form !== 'base' && i > 0 && !(form === 's' && isPlural(before)))
    word.tag = 'VERB';
  else if (titled && word.tag === 'PROPN' && before?.normal === 'to') word.tag = 'VERB';
  else if (!finite && (word.tag === 'NOUN' || (titled && word.tag === 'PROPN')) && isHeadlineVerb(words, i, form))
    word.tag = 'VERB';
  else if (word.tag !== 'VERB' && form !== 'ing' && form !== 'base' && isAfterWho(words, i)) word.tag = 'VERB';
}

/** "the man who shot the guard", "the phone, which costs $599", not "in which cases" */
function isAfterWho(words: Word[], i: number): boolean {
  const [before, who, next] = [words[i - 2], words[i - 1], words[i + 1]];
  if (/^(?:who|which)$/.test(who?.normal ?? '') && /^(?:DET|PRON|PROPN|NUM|CCONJ)$/.test(next?.tag ?? '')) return true;
  const isRelative =
    (who?.normal === 'which' && before?.text === ',') ||
    (/^(?:who|which|that)$/.test(who?.normal ?? '') && before?.tag === 'NOUN');
  return isRelative && words[i]?.facts.verb?.form === 's' && /^(?:DET|NUM|SYM|NOUN|ADJ|PROPN)$/.test(next?.tag ?? '');
}

/** "will close", "would not release" */
function isAfterModal(words: Word[], i: number): boolean {
  const at = /^(?:not|n't|never|also|soon)$/.test(words[i - 1]?.normal ?? '') ? i - 2 : i - 1;
  return FUTURE.has(words[at]?.normal ?? '') && words[at]?.tag === 'AUX';
}

/** "at no time did Karen Bell sign it", "did not, she said, sign it" */
function isApartFromDid(words: Word[], i: number): boolean {
  if (!isObjectStart(words[i + 1]) || !/^(?:PROPN|PRON|NOUN|PUNCT)$/.test(words[i - 1]?.tag ?? '')) return false;
  for (let k = i - 1; k >= Math.max(0, i - LONGEST_WAY); k--) {
    const { tag, normal } = words[k] as Word;
    if (normal === 'did') return true;
    if (tag === 'VERB' && normal !== 'according') return false;
  }
  return false;
}
const LONGEST_WAY = 9;

/** "Shots were fired", "Money was missing": the capital of a sentence's first word makes no name of it. */
function isPlainWord(word: Word, next: Word | undefined): boolean {
  if (word.isNamed || word.text === word.text.toUpperCase() || !word.facts.ordinary) return false;
  if (next?.tag === 'AUX' || next?.tag === 'VERB') return true;
  // "Talks between the two", "Plans for a bridge"
  return next?.tag === 'ADP' && (word.facts.event !== undefined || word.facts.singular !== word.normal);
}

/** "by pretending to leave", "after hitting the car": a gerund with an object or infinitive of its own. */
function isGerund(words: Word[], i: number): boolean {
  const before = words[i - 1]?.normal ?? '';
  const after = words[i + 1];
  if (!/^(?:after|before|by|while|without|for|of|against|from|not|than|out)$/.test(before)) return false;
  return after?.tag === 'DET' || after?.tag === 'PROPN' || after?.tag === 'PRON' || after?.normal === 'to';
}

/** "cases rise to 23": a plural noun, a verb of change, and a number. */
function isMovingCount(words: Word[], i: number): boolean {
  if (words[i + 1]?.normal !== 'to') return false;
  const number = words[i + 2];
  return (number?.tag === 'NUM' || number?.normal === 'at') && MOVING.test(words[i]?.normal ?? '');
}

const MOVING = /^(?:(?:ris|climb|grow|fall|drop|jump)(?:e|s|es)?|rose|climbed|grew|fell|dropped|jumped|risen|fallen)$/;

/** Base forms that are participles too. */
export const SAME_PARTICIPLE = new Set(
  'beat bet burst cast cost cut hit hurt let put quit read set shed shut split spread upset'.split(' '),
);

/** "It was store manager Krupa": after a form of "be" the base form of a verb is a noun. */
const isNoParticiple = ({ normal, facts }: Word) =>
  (facts.verb?.form ?? facts.ending) === 'base' && !SAME_PARTICIPLE.has(normal) && !/(?:n|ld|ght|t)$/.test(normal);

/**
 * "A software update installed overnight had …", "A power cut in …": after an article and a singular noun a base form is no verb,
 * nor is one that looks like its own past, unless an object follows.
 */
function isNounAfterNoun(words: Word[], i: number): boolean {
  const [article, noun, word, next] = [words[i - 2], words[i - 1], words[i], words[i + 1]];
  if (
    word?.tag !== 'VERB' ||
    noun?.tag !== 'NOUN' ||
    !/^(?:a|an|the|this|that|another|no|any|every|each|his|her|its|their|our)$/.test(article?.normal ?? '')
  )
    return false;
  const form = word.facts.verb?.form ?? word.facts.ending;
  const isIrregularPast = !word.facts.verb && word.lemma !== '' && word.lemma !== word.normal;
  if (
    form !== 'base' ||
    isIrregularPast ||
    PAST_ONLY.has(word.normal) ||
    noun.facts.singular !== noun.normal ||
    /^(?:police|people|crew|staff|team)$/.test(noun.normal)
  )
    return false;
  return /^(?:ADP|AUX|VERB)$/.test(next?.tag ?? '');
}

/** Hardly ever nouns after another noun, though they look like base forms: "the dam burst at dawn". */
const PAST_ONLY = new Set(['lay', 'burst', 'shut', 'split', 'quit', 'beat', 'bet']);

/** "9,200 people work for the firm": the tagger takes the verb for a noun. */
function isWorking(words: Word[], i: number): boolean {
  return (
    words[i]?.normal === 'work' &&
    /^(?:people|men|women|employees)$/.test(words[i - 1]?.normal ?? '') &&
    /^(?:for|at|in|there|on)$/.test(words[i + 1]?.normal ?? '')
  );
}

/** "quake hits Iran": tagged as a noun, but between a noun and a noun group it is the headline's verb. */
function isHeadlineVerb(words: Word[], i: number, form: VerbForm): boolean {
  const before = words[i - 1];
  const after = words[i + 1];
  if (before?.tag !== 'NOUN' && before?.tag !== 'PROPN') return false;
  if (form === 's' && after?.tag === 'ADP') {
    const base = words[i]?.facts.verb?.base ?? '';
    return /^(?:rises|climbs|falls|dies|soars)$/.test(words[i]?.normal ?? '') || takesParticle(base, after.normal);
  }
  const isPast = form === 'past' && IRREGULAR_PAST.test(words[i]?.normal ?? '');
  if (/^(?:DET|NUM|PROPN|ADJ|PRON)$/.test(after?.tag ?? '') && (form === 's' || isPast)) return true;
  // "Airline scraps plan to merge", "Rebels attack town"
  const agrees = form === 's' ? !isPlural(before) : form === 'base' && (isPlural(before) || before.normal === 'police');
  const isObject = OBJECT.test(after?.tag ?? '') || after?.normal === 'suspect';
  return agrees && isObject && isWholeSubject(words, i) && isOnlyVerb(words, i);
}

const OBJECT = /^(?:DET|NUM|PROPN|ADJ|PRON|NOUN)$/;
const isPlural = (word: Word | undefined) =>
  /[^su]s$/.test(word?.normal ?? '') && word?.facts.singular !== word?.normal;

/** Nothing but a noun group stands before it. */
const isWholeSubject = (words: Word[], i: number) =>
  i < 6 &&
  words
    .slice(0, i)
    .every(({ tag, normal }) => /^(?:DET|NUM|PROPN|ADJ|NOUN)$/.test(tag) || normal === '-' || normal === "'s");

/** No other verb follows in its part of the headline. */
function isOnlyVerb(words: Word[], i: number): boolean {
  for (let k = i + 1; k < words.length; k++) {
    const { tag, normal } = words[k] as Word;
    if (tag === 'PUNCT' || tag === 'SCONJ' || normal === 'to') return true;
    if (tag === 'AUX' || (tag === 'VERB' && normal !== 'suspect')) return false;
  }
  return true;
}

const IRREGULAR_PAST = /^(?:shook|struck|hit|hurt|killed|injured|left|rose|fell|sank|shot|won|beat|lost|swept)$/;

/** "killing ten", "wounding 70": a participle that the tagger took for a modifier, though it has an object of its own. */
function isParticipleWithObject(words: Word[], i: number): boolean {
  const before = words[i - 1]?.normal ?? ',';
  if (before !== ',' && before !== 'and' && before !== 'or') return false;
  const after = words[i + 1];
  const second = words[i + 2];
  return (
    after !== undefined &&
    (after.tag === 'NUM' ||
      after.tag === 'DET' ||
      after.tag === 'PROPN' ||
      second?.tag === 'NUM' ||
      /^(?:several|many|dozens|hundreds|at|others|more)$/.test(after.normal))
  );
}

/** What the tagger has another base for is a past form: "wrote", or a participle: "thrown". */
function irregular({ normal, lemma, tag }: Word): VerbForm {
  if (tag === 'AUX' || normal === lemma || lemma === '') return 'base';
  return /ne?$/.test(normal) ? 'participle' : 'past';
}

function mendLemma(word: Word): void {
  const { verb, ending, singular } = word.facts;
  if (word.tag === 'VERB' || word.tag === 'AUX') {
    if (verb) word.lemma = verb.base;
    word.form = verb?.form ?? (ending === 'base' ? irregular(word) : ending);
  } else if (word.tag === 'NOUN') word.lemma = singular;
  else if (word.lemma === '') word.lemma = word.normal;
}
