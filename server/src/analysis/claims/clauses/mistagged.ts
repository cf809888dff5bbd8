import { dictionary } from '../../dictionary.ts';
import type { Pos } from '../../model.ts';
import { actionOfVerb, isTransitiveOnly } from '../lexicon/actions.ts';
import { baseOfPast } from '../lexicon/inflect.ts';
import { isPeople, senseOf } from '../lexicon/senses.ts';
import { baseOfGerund, baseOfParticiple, classesOf } from '../lexicon/thesaurus.ts';
import type { Word } from './words.ts';

/** Nouns that the tagger takes for adjectives or participles where no noun follows: "her second final", "two of the injured". */
const NOUNS = new Set(
  `final semi-final quarter-final fine past present average capital total rival individual relative native patient criminal professional official original
  documentary musical editorial memorial minor adult veteran accused deceased chemical metal antique cold`.split(/\s+/),
);
/** The same after "the" alone: people by what they are. */
const PEOPLE = new Set('injured wounded accused deceased missing dead unemployed homeless'.split(' '));
/** Nouns that the tagger takes for verbs after "to": "closed to traffic". */
export const NO_INFINITIVES = new Set(['traffic', 'pilot', 'camp']);
/** What the subject of a sentence does at its beginning, though the word is a noun too: "Experts doubt the painting is real". */
const HOLDING = new Set('doubt fear hope claim demand face plan vow fight question back blame challenge'.split(' '));
const OBJECTS = /^(?:himself|herself|itself|themselves|him|them)$/;
const BARE_AFTER = new Set('help let make watch see hear dare go come'.split(' '));

/** The tag of a word that the tagger regularly takes for something else, told by the words beside it; undefined where the tag may stay. */
export function mendedTag(words: Word[], i: number): Pos | undefined {
  const { tag, normal } = words[i] as Word;
  // "jewels worth $2 million"
  if (normal === 'worth' && (tag === 'NOUN' || tag === 'ADJ') && isNoun(words[i - 1])) return 'ADP';
  if (isProgressive(words, i)) return 'VERB';
  if (tag === 'NOUN') return isVerbTakenForNoun(words, i) || isPastTakenForNoun(words, i) ? 'VERB' : undefined;
  if (tag === 'VERB')
    return isAdjectiveTaken(words, i) ?? (isNounTaken(words, i) || isNounAfterVerb(words, i) ? 'NOUN' : undefined);
  if (tag === 'ADJ')
    return isFoiled(words, i) || isPerfect(words, i) || isPastWithObject(words, i)
      ? 'VERB'
      : isNounTaken(words, i)
        ? 'NOUN'
        : undefined;
  if (tag === 'ADV' && normal === 'as' && isRoleNext(words, i)) return 'ADP';
  // "her second final"
  if (tag !== 'ADV' || !isOrdinal(words[i]) || words[i + 1]?.tag === 'VERB') return undefined;
  return /^(?:the|a|his|her|its|their|my|our)$/.test(words[i - 1]?.normal ?? '') ? 'ADJ' : undefined;
}

const isPerson = ({ facts }: Word) => isPeople(senseOf(facts.singular));

const isNoun = (word: Word | undefined) => word?.tag === 'NOUN' || word?.tag === 'PROPN';

/** "hired her as chief executive", not "as many as forty". */
function isRoleNext(words: Word[], i: number): boolean {
  const [next, after] = [words[i + 1], words[i + 2]];
  if (next?.tag !== 'ADJ' || !(isNoun(after) || after?.tag === 'ADJ')) return false;
  return !words.slice(i + 2, i + 5).some((w) => w.normal === 'as');
}

const HEDGES = new Set(['estimated', 'reported', 'alleged', 'suspected', 'projected']);

/** What is no verb but tells of the noun beside it. */
function isAdjectiveTaken(words: Word[], i: number): Pos | undefined {
  const [before, word, next] = [words[i - 1], words[i] as Word, words[i + 1]];
  const { normal } = word;
  if (isModifier(words, i)) return 'ADJ';
  // "Suspect caught", "Police question suspect in murder"
  if (normal === 'suspect' && before?.tag !== 'PRON' && !isObjectStart(next) && next?.normal !== 'that') return 'NOUN';
  if (normal === 'missing') {
    // "missing boy found", "reported her missing"
    if (next?.tag === 'NOUN') return 'ADJ';
    if (!isObjectStart(next)) return before?.normal === 'the' ? 'NOUN' : 'ADJ';
  }
  // "running back Dell"
  if (normal === 'running' && next?.normal === 'back') return 'ADJ';
  // "an estimated $1 million"
  const isSum = next?.tag === 'NUM' || next?.tag === 'SYM';
  return isSum && before?.tag === 'DET' && HEDGES.has(normal) ? 'ADJ' : undefined;
}

/** Participles that are states more often than deeds. */
const STATES = new Set(['married', 'retired', 'separated', 'limited', 'tired', 'related', 'located', 'based']);

/** "was foiled by a warship", "was foiled on Monday" */
function isFoiled(words: Word[], i: number): boolean {
  const word = words[i] as Word;
  const { normal, facts } = word;
  if (words[i - 1]?.tag !== 'AUX' || !normal.endsWith('ed')) return false;
  const next = words[i + 1];
  const isDone = facts.verb && facts.state === undefined && !STATES.has(normal);
  if (next?.normal !== 'by' && !(isDone && (next === undefined || /^(?:ADP|PUNCT|CCONJ)$/.test(next.tag))))
    return false;
  word.lemma = baseOfParticiple(normal);
  return true;
}

/** "Soldiers patched the bridge" */
function isPastWithObject(words: Word[], i: number): boolean {
  const word = words[i] as Word;
  const before = words[i - 1];
  if (!word.normal.endsWith('ed') || !before || !/^(?:NOUN|PROPN|PRON|CCONJ)$/.test(before.tag)) return false;
  if (!/^(?:DET|PRON|NUM)$/.test(words[i + 1]?.tag ?? '')) return false;
  const base = baseOfParticiple(word.normal);
  if (base === word.normal) return false;
  word.lemma = base;
  return true;
}

/** "is bombing the factory" */
function isProgressive(words: Word[], i: number): boolean {
  const { tag, normal, facts } = words[i] as Word;
  if ((tag !== 'NOUN' && tag !== 'ADJ') || facts.verb?.form !== 'ing') return false;
  const at = words[i - 1]?.tag === 'ADV' ? i - 2 : i - 1;
  return words[at]?.lemma === 'be' && words[at]?.tag === 'AUX' && normal !== 'being' && words[i + 1]?.tag === 'DET';
}

/** Participles that are nouns too. */
const SAME_AS_NOUN = new Set(['shot', 'cut', 'hit', 'hurt', 'split', 'bid', 'cast', 'set', 'cost']);

/** Past forms that news writing does not use as nouns. */
const NEVER_NOUNS: Record<string, string> = dictionary({ found: 'find', lay: 'lie' });

const OBJECT_TAGS = new Set<Pos>(['DET', 'PRON', 'PROPN', 'NUM']);
const isObjectStart = (word: Word | undefined) => word !== undefined && OBJECT_TAGS.has(word.tag);

function isVerbTakenForNoun(words: Word[], i: number): boolean {
  const word = words[i] as Word;
  const [before, next] = [words[i - 1], words[i + 1]];
  if (!before) return false;
  const { normal } = word;
  // "accused of poisoning her husband", "after spending 30 hours"
  if (normal.endsWith('ing') && BEFORE_GERUND.test(before.normal) && (isObjectStart(next) || takesPlural(word, next))) {
    word.lemma = baseOfGerund(normal);
    return true;
  }
  const past = NEVER_NOUNS[normal];
  if (past && (normal !== 'lay' || /^(?:NOUN|PROPN|PRON)$/.test(before.tag))) {
    word.lemma = past;
    return true;
  }
  // "She swam the Channel", "Troops retook the town"
  const base = baseOfPast(normal);
  if (base && (isNoun(before) || before.tag === 'PRON' || before.tag === 'ADV')) {
    word.lemma = base;
    return true;
  }
  // "had shot down a drone", "The suspect shot himself"
  if (SAME_AS_NOUN.has(normal))
    return (
      isAfterAuxiliary(before, next) || isCasualty(words, i) || isBid(words, i) || OBJECTS.test(next?.normal ?? '')
    );
  if (HOLDING.has(normal) && i <= 2 && before.normal.endsWith('s') && isObjectStart(next)) return true;
  // "The dam, built in 1962, supplies half of the water"
  return (
    before.normal === ',' &&
    /[^su]s$/.test(normal) &&
    (next?.normal === 'half' || next?.tag === 'DET' || next?.tag === 'NUM') &&
    words.some((w, k) => k < i && w.tag === 'VERB') &&
    words.every((w, k) => k >= i || w.tag !== 'AUX')
  );
}

/** "Acme bid $5 million for the firm" */
const isBid = (words: Word[], i: number) =>
  words[i]?.normal === 'bid' &&
  /^(?:PROPN|PRON)$/.test(words[i - 1]?.tag ?? '') &&
  /^[$€£\d]/.test(words[i + 1]?.text ?? '');

/** "Two men shot in Detroit": what befell those of whom a headline tells. */
function isCasualty(words: Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i] as Word, words[i + 1]];
  if (word.normal !== 'shot' && word.normal !== 'hurt') return false;
  if (!/^(?:in|at|outside|near|inside|during|dead|after|by|on)$/.test(next?.normal ?? '')) return false;
  return (
    (before?.tag === 'PROPN' && before.isNamed) || (before?.tag === 'NOUN' && (before.facts.role || isPerson(before)))
  );
}

/** "had shot down a drone", "is being shot in London" */
const isAfterAuxiliary = (before: Word, next: Word | undefined) =>
  before.tag === 'AUX' && (before.lemma === 'have' || (/^be(?:en|ing)?$/.test(before.normal) && !isNoun(next)));

/** "of killing patients", not "of building materials" */
const takesPlural = ({ facts }: Word, next: Word | undefined) =>
  facts.verb?.form === 'ing' &&
  next?.tag === 'NOUN' &&
  next.facts.singular !== next.normal &&
  isTransitiveOnly(actionOfVerb(facts.verb.base, '') ?? '');

/** "Soldiers rescued the hostages": hardly a noun ends so, unless an article makes one of a participle ("the accused"). */
function isPastTakenForNoun(words: Word[], i: number): boolean {
  const word = words[i] as Word;
  const before = words[i - 1];
  if (word.normal.length < 5 || !word.normal.endsWith('ed') || !before || /^(?:DET|ADJ|NUM)$/.test(before.tag))
    return false;
  const base = baseOfParticiple(word.normal);
  if (base === word.normal || /^(?:his|her|its|their)$/.test(before.normal)) return false;
  word.lemma = base;
  return true;
}

const BEFORE_GERUND = /^(?:of|by|for|without|after|before|while|from|despite|about|when|since)$/;

/** "Two girls drowned in the river": the only verb of its sentence, which the tagger takes for an adjective. */
export function isOnlyPast(words: Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i] as Word, words[i + 1]];
  if (!word.normal.endsWith('ed') || !(before?.tag === 'NOUN' || before?.tag === 'PROPN')) return false;
  if (next && !/^(?:ADP|ADV|PUNCT|SCONJ)$/.test(next.tag)) return false;
  word.lemma = baseOfParticiple(word.normal);
  return true;
}

/** "has paralysed the port": no adjective after "have". */
function isPerfect(words: Word[], i: number): boolean {
  const word = words[i] as Word;
  if (!word.normal.endsWith('ed')) return false;
  const at = words[i - 1]?.tag === 'ADV' || words[i - 1]?.normal === 'not' ? i - 2 : i - 1;
  const next = words[i + 1];
  const isFollowed = isObjectStart(next) || next === undefined || /^(?:ADP|ADV|PUNCT|SCONJ)$/.test(next.tag);
  if (words[at]?.lemma !== 'have' || !isFollowed) return false;
  word.lemma = baseOfParticiple(word.normal);
  return true;
}

const GROUP_TAGS = new Set<Pos>(['NOUN', 'ADJ', 'PROPN', 'NUM']);

function isNounTaken(words: Word[], i: number): boolean {
  const { normal, facts } = words[i] as Word;
  const [before, next] = [words[i - 1], words[i + 1]];
  // "the island's only doctor", "climbed the north face"
  if (facts.role && (before?.normal === 'only' || before?.tag === 'DET')) return next?.tag !== 'DET';
  if (isObjectNoun(words, i)) return true;
  if (NO_INFINITIVES.has(normal)) return before?.normal === 'to';
  // "refused him bail", "gave up hope of finding them"
  if (normal === 'bail') return next?.normal !== 'out';
  if (next?.normal === 'of' && /^(?:hope|fear|claim|doubt)$/.test(normal)) return true;
  if (next && (GROUP_TAGS.has(next.tag) || next.text === '-')) return false;
  if (PEOPLE.has(normal)) return before?.normal === 'the';
  // "is getting help", "a running back"
  if (normal === 'help') return /^(?:get|need|seek|want|find|give|offer|receive)$/.test(before?.lemma ?? '');
  // "captured 23 piracy suspects"
  const counted = before?.tag === 'NOUN' && words[i - 2]?.tag === 'NUM' && words[i - 2]?.normal !== 'one';
  if (counted && /[^su]s$/.test(normal))
    return next === undefined || /^(?:ADP|PUNCT|CCONJ)$/.test(next.tag) || next.normal === 'who';
  return (
    NOUNS.has(normal) && (before?.tag === 'DET' || before?.tag === 'ADJ' || before?.tag === 'NUM' || isOrdinal(before))
  );
}

/** A base form that ends a noun group which is the object of a verb. */
function isObjectNoun(words: Word[], i: number): boolean {
  if (words[i - 1]?.tag !== 'ADJ' || words[i - 2]?.normal !== 'the' || words[i - 3]?.tag !== 'VERB') return false;
  const { lemma, normal, facts } = words[i] as Word;
  const next = words[i + 1];
  return (
    lemma === normal &&
    (facts.verb?.form ?? facts.ending) === 'base' &&
    (next === undefined || /^(?:ADP|CCONJ|PUNCT)$/.test(next.tag))
  );
}

const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'last', 'next']);
const isOrdinal = (word: Word | undefined) => word !== undefined && ORDINALS.has(word.normal);

/** "buys stolen painting", "over leaked memo": in headlines a participle before a noun has no article. */
function isModifier(words: Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i] as Word, words[i + 1]];
  if (next?.tag !== 'NOUN' || !/(?:ed|en|wn)$/.test(word.normal) || word.lemma === word.normal) return false;
  return before?.tag === 'ADP' || (before?.tag === 'VERB' && /(?:s|ed)$/.test(before.normal));
}

/** "fired tear gas", "rejects pay offer": a base form after a past one and before a noun. */
function isNounAfterVerb(words: Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i] as Word, words[i + 1]];
  return (
    before?.tag === 'VERB' &&
    /(?:ed|[^su]s)$/.test(before.normal) &&
    !BARE_AFTER.has(before.lemma) &&
    (word.facts.verb?.form ?? word.facts.ending) === 'base' &&
    word.lemma === word.normal &&
    next?.tag === 'NOUN'
  );
}

/** "Talks collapse over border": what several things do in a headline. */
const DOING = new Set(
  'collapse clash rise fall resume end begin start erupt resign flee return stall continue rally march vote quit die gather'.split(
    ' ',
  ),
);

/** "The virus spreads through contact.": in a sentence with no verb, the plural that follows a singular noun. */
export function mendVerbless(words: Word[]): void {
  if (words.some(({ tag }) => tag === 'VERB' || tag === 'AUX')) return;
  if (words.at(-1)?.text !== '.') {
    const verb = words[1];
    const plural = words[0]?.normal.endsWith('s') && words[0].facts.singular !== words[0].normal;
    if (plural && verb?.tag === 'NOUN' && DOING.has(verb.normal) && words[2]?.tag === 'ADP') verb.tag = 'VERB';
    return;
  }
  const at = words.findIndex(
    ({ tag, normal, lemma }, i) =>
      tag === 'NOUN' &&
      /[^su]s$/.test(normal) &&
      isSingular(words, i - 1) &&
      /^(?:ADP|DET|ADV|PRON)$/.test(words[i + 1]?.tag ?? '') &&
      classesOf(lemma === normal ? normal.slice(0, -1) : lemma).length > 0,
  );
  const verb = words[at];
  if (!verb) return;
  verb.tag = 'VERB';
  if (verb.lemma === verb.normal) verb.lemma = verb.normal.slice(0, -1);
}

/** A singular noun after an article. */
function isSingular(words: Word[], i: number): boolean {
  const noun = words[i];
  if (noun?.tag !== 'NOUN' || noun.facts.singular !== noun.normal) return false;
  const before = words[i - 1]?.tag === 'ADJ' ? words[i - 2] : words[i - 1];
  return before?.tag === 'DET';
}
