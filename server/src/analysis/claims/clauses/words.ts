import { isGivenName, isWord } from '../../entities/gazetteer.ts';
import type { Pos, Sentence, Span, Token } from '../../model.ts';
import { actionOfNoun, actionOfVerb, knownVerb, takesParticle } from '../lexicon/actions.ts';
import { singular, type VerbForm } from '../lexicon/inflect.ts';

/** A token as the clause reader sees it: quotation marks left out, tags mended for headlines. */
export interface Word extends Span {
  text: string;
  /** Lower case, straight quotes. */
  normal: string;
  lemma: string;
  tag: Pos;
  /** What form of a verb the word can be, where that is known. */
  form?: VerbForm;
  /** No white space between the word before and this one. */
  joined: boolean;
}

const MARKS = new Set(['"', '``', "''", '`', "'", '“', '”', '‘', '’', '«', '»', '*']);
const FUNCTION_WORDS = new Map<string, Pos>(
  Object.entries({
    ADP: 'in on at by for from of with into over after before under near off out up down about against between through during without',
    DET: 'the a an this that these those no every each some any',
    CCONJ: 'and or but nor',
    SCONJ: 'if because while although though since unless whether',
    AUX: 'is are was were be been being has have had do does did will would can could may might must shall should',
    PRON: 'he she it they we you i him her them us his its their our my who whom whose which nobody everyone',
    PART: "to not n't",
  }).flatMap(([tag, words]) => words.split(' ').map((word): [string, Pos] => [word, tag as Pos])),
);

/**
 * The words of a sentence.
 *
 * @param inName whether a token is part of a name that the entity stage found; such words are proper nouns whatever the tag
 */
export function readWords(sentence: Sentence, inName: (span: Span) => boolean): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const token of mergeSplitNumbers(sentence.tokens)) {
    const possessive =
      token.normal === "'" &&
      token.start === end &&
      words.at(-1)?.normal.endsWith('s') &&
      words.at(-1)?.tag === 'PROPN';
    if (MARKS.has(token.text) && !possessive) continue;
    words.push({
      start: token.start,
      end: token.end,
      text: token.text,
      normal: token.normal,
      lemma: token.pos === 'PROPN' ? token.normal : token.lemma,
      tag: isCapital(token.text) && token.pos !== 'DET' && inName(token) ? 'PROPN' : token.pos,
      joined: token.start === end,
    });
    end = token.end;
  }
  mendTags(words, inName);
  const joined = joinHyphens(words);
  for (const word of joined) mendLemma(word);
  return joined;
}

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/** Joins "top-level" and "second-in-command" into one word; numbers ("30-day", "twenty-three") stay apart for the quantity reader. */
function joinHyphens(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const before = joined.at(-1);
    const next = words[i + 1];
    const hyphen = word.text === '-' && word.joined && next?.joined && before && !isNumber(before) && !isNumber(next);
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
    joined[joined.length - 1] = {
      ...before,
      end: next.end,
      text,
      normal: text.toLowerCase(),
      lemma: `${before.normal}-${next.lemma}`,
      tag,
    };
    i++;
  }
  return joined;
}

const isNumber = (word: Word) => word.tag === 'NUM' || /^\d/.test(word.text);

/** The tokenizer splits "7.40pm" into "7.4" and "0pm"; a token that begins with a digit and touches a number belongs to it. */
function mergeSplitNumbers(tokens: Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const before = merged.at(-1);
    if (before && before.end === token.start && before.pos === 'NUM' && /^\d/.test(token.text)) {
      merged[merged.length - 1] = {
        ...before,
        end: token.end,
        text: before.text + token.text,
        normal: before.normal + token.normal,
      };
    } else merged.push(token);
  }
  return merged;
}

const FUTURE = /^(?:will|would|could|can|may|might|must|should|'ll)$/;
const isLetters = (word: Word) => /^\p{L}/u.test(word.text);

/** Headlines in capitals leave the tagger with nothing but proper nouns; the lexicon says which of them are verbs. */
function mendTags(words: Word[], inName: (span: Span) => boolean): void {
  const letters = words.filter((w) => isLetters(w) && w.text.length > 3);
  const capitals = letters.filter((w) => /^\p{Lu}/u.test(w.text)).length;
  const titled = letters.length >= 3 && capitals >= letters.length * 0.7;
  let finite = words.some((w) => w.tag === 'AUX');
  words.forEach((word, i) => {
    if (!isLetters(word)) return;
    if (!titled && isCapital(word.text) && inName(word)) return;
    if (
      !titled &&
      i > 0 &&
      word.tag === 'VERB' &&
      isCapital(word.text) &&
      /^(?:ADP|DET|PROPN)$/.test(words[i - 1]?.tag ?? '')
    ) {
      word.tag = 'PROPN';
      return;
    }
    if (i === 0 && isGivenName(word.normal) && words[1]?.tag === 'PROPN') {
      word.tag = 'PROPN';
      return;
    }
    if (i === 0 && !titled && word.tag === 'PROPN' && isPlainWord(words, inName)) word.tag = 'NOUN';
    const fixed = FUNCTION_WORDS.get(word.normal);
    if (fixed && (titled || word.tag === 'PROPN') && word.text !== 'US' && word.text !== 'IT' && i > 0)
      word.tag = fixed;
    if (word.tag === 'VERB' && words[i - 1]?.normal === 'of' && actionOfNoun(word.normal)) word.tag = 'NOUN';
    if (isMovingCount(words, i) || isWorking(words, i)) word.tag = 'VERB';
    if (isNounAfterNoun(words, i)) word.tag = 'NOUN';
    if (word.normal === 'overnight' && !/^(?:NOUN|ADJ|PROPN)$/.test(words[i + 1]?.tag ?? '')) word.tag = 'ADV';
    const verb = knownVerb(word.normal);
    if (word.normal === 'hit' || word.normal === 'hits') {
      if (word.tag === 'NOUN' && /^(?:NOUN|PROPN)$/.test(words[i - 1]?.tag ?? '')) word.tag = 'VERB';
    }
    if (verb) {
      if (verb.form === 'ing' && word.tag !== 'VERB' && isParticipleWithObject(words, i)) word.tag = 'VERB';
      else if (verb.form === 'ing' && word.tag === 'NOUN' && isGerund(words, i)) word.tag = 'VERB';
      else if (word.tag === 'NOUN' && FUTURE.test(words[i - 1]?.normal ?? '') && verb.form === 'base')
        word.tag = 'VERB';
      else if (titled && verb.form === 's' && finite && actionOfNoun(word.normal) && words[i - 1]?.text !== ',')
        word.tag = 'NOUN';
      else if (titled && word.tag === 'PROPN' && verb.form !== 'base' && i > 0) word.tag = 'VERB';
      else if (titled && word.tag === 'PROPN' && words[i - 1]?.normal === 'to') word.tag = 'VERB';
      else if (!finite && word.tag === 'NOUN' && isHeadlineVerb(words, i, verb.form)) word.tag = 'VERB';
    }
    if (word.tag === 'VERB') finite = true;
    if (titled && word.tag === 'PROPN' && actionOfNoun(word.normal)) word.tag = 'NOUN';
  });
}

/** "Shots were fired", "Money was missing": the capital of a sentence's first word makes no name of it. */
function isPlainWord(words: Word[], inName: (span: Span) => boolean): boolean {
  const [word, next] = words;
  if (!word || inName(word) || word.text === word.text.toUpperCase()) return false;
  return (next?.tag === 'AUX' || next?.tag === 'VERB') && isWord(word.normal) && !isGivenName(word.normal);
}

/** "by pretending to leave", "after hitting the car": a gerund with an object or infinitive of its own. */
function isGerund(words: Word[], i: number): boolean {
  const before = words[i - 1]?.normal ?? '';
  const after = words[i + 1];
  if (!/^(?:after|before|by|while|without|for|of)$/.test(before)) return false;
  return after?.tag === 'DET' || after?.tag === 'PROPN' || after?.tag === 'PRON' || after?.normal === 'to';
}

/** "cases rise to 23": a plural noun, a verb of change, and a number. */
function isMovingCount(words: Word[], i: number): boolean {
  if (
    !/^(?:(?:ris|climb|grow|fall|drop|jump)(?:e|s|es)?|rose|climbed|grew|fell|dropped|jumped|risen|fallen)$/.test(
      words[i]?.normal ?? '',
    )
  )
    return false;
  const [to, number] = [words[i + 1]?.normal, words[i + 2]];
  return to === 'to' && (number?.tag === 'NUM' || number?.normal === 'at');
}

/**
 * "A software update installed overnight had …", "A power cut in …": after an article and a singular noun a base form is no verb,
 * nor is one that looks like its own past, unless an object follows.
 */
function isNounAfterNoun(words: Word[], i: number): boolean {
  const [article, noun, word, next] = [words[i - 2], words[i - 1], words[i], words[i + 1]];
  if (word?.tag !== 'VERB' || noun?.tag !== 'NOUN' || !/^(?:a|an|the|this|another)$/.test(article?.normal ?? ''))
    return false;
  const form = knownVerb(word.normal)?.form ?? guessForm(word.normal);
  if (
    form !== 'base' ||
    singular(noun.normal) !== noun.normal ||
    /^(?:police|people|crew|staff|team)$/.test(noun.normal)
  )
    return false;
  return /^(?:ADP|AUX|VERB)$/.test(next?.tag ?? '');
}

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
    const base = knownVerb(words[i]?.normal ?? '')?.base ?? '';
    return /^(?:rises|climbs|falls|dies|soars)$/.test(words[i]?.normal ?? '') || takesParticle(base, after.normal);
  }
  if (!/^(?:DET|NUM|PROPN|ADJ)$/.test(after?.tag ?? '')) return false;
  if (form === 's') return true;
  if (form === 'past') return IRREGULAR_PAST.test(words[i]?.normal ?? '');
  return (
    form === 'base' && before.normal.endsWith('s') && after?.tag === 'PROPN' && actionOfVerbOnly(words[i]?.normal ?? '')
  );
}

const IRREGULAR_PAST = /^(?:shook|struck|hit|hurt|killed|injured|left|rose|fell|sank|shot|won|beat|lost|swept)$/;
const actionOfVerbOnly = (word: string) => actionOfVerb(word, '') !== undefined;

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

function mendLemma(word: Word): void {
  if (word.tag === 'VERB' || word.tag === 'AUX') {
    const verb = knownVerb(word.normal);
    if (verb) {
      word.lemma = verb.base;
      word.form = verb.form;
    } else word.form = guessForm(word.normal);
  } else if (word.tag === 'NOUN') word.lemma = singular(word.normal);
  else if (word.lemma === '') word.lemma = word.normal;
}

function guessForm(word: string): VerbForm {
  if (word.endsWith('ing')) return 'ing';
  if (word.endsWith('ed')) return 'past';
  return word.endsWith('s') ? 's' : 'base';
}
