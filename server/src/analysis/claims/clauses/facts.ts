import { isGivenName, isWord } from '../../entities/gazetteer.ts';
import type { Pos } from '../../model.ts';
import { remembered } from '../../remembered.ts';
import { actionOfNoun, actionOfState, knownVerb } from '../lexicon/actions.ts';
import { singular, type VerbForm } from '../lexicon/inflect.ts';
import { ROLE_NOUNS } from '../lexicon/roles.ts';
import { canStartQuantity } from './quantity.ts';
import { canStartTime } from './times.ts';

/** What the clause reader knows of a word wherever it stands. */
export interface WordFacts {
  /** Its base and form, where the lexicon knows it as a verb. */
  verb: { base: string; form: VerbForm } | undefined;
  /** What form of a verb its ending says that it is. */
  ending: VerbForm;
  /** The class of the event that it names, and of the state. */
  event: string | undefined;
  /** What the class is called among words: "@explode". */
  eventTerm: string | undefined;
  state: string | undefined;
  singular: string;
  role: boolean;
  /** An ordinary word, and no given name too. */
  ordinary: boolean;
  /** The tag of a word that has only one. */
  fixed: Pos | undefined;
  startsTime: boolean;
  startsQuantity: boolean;
  /** The readers of claims that it wakes (see triggers.ts), once that was asked. */
  wakes: readonly number[] | undefined;
}

/** So many words are remembered. */
const MEMORY = 50_000;

/** @param normal lower case, straight quotes */
export const factsOf = remembered(readFacts, MEMORY);

function readFacts(normal: string): WordFacts {
  const event = actionOfNoun(normal);
  return {
    verb: knownVerb(normal),
    ending: endingOf(normal),
    event,
    eventTerm: event && `@${event}`,
    state: actionOfState(normal),
    singular: singular(normal),
    role: isRole(normal),
    ordinary: isWord(normal) && !isGivenName(normal),
    fixed: FUNCTION_WORDS.get(normal),
    startsTime: canStartTime(normal),
    startsQuantity: canStartQuantity(normal),
    wakes: undefined,
  };
}

/** Whether a word is a role's, also with its dot ("sen."). @param word lower case */
export function isRole(word: string): boolean {
  return ROLE_NOUNS.has(word.endsWith('.') ? word.slice(0, -1) : word);
}

function endingOf(word: string): VerbForm {
  if (word.endsWith('ing')) return 'ing';
  if (word.endsWith('ed')) return 'past';
  return word.endsWith('s') ? 's' : 'base';
}

const FUNCTION_WORDS = new Map<string, Pos>(
  Object.entries({
    ADP: 'in on at by for from of with into over after before under near off out up down about against between through during without',
    DET: 'the a an this that these those no every each some any',
    CCONJ: 'and or but nor',
    SCONJ: 'if because while although though since unless whether',
    AUX: 'is are was were be been being has have had do does did will would can could may might must shall should',
    PRON: 'he she it they we you i him her us them his its our their my who whom whose which nobody everyone',
    PART: "to not n't",
  }).flatMap(([tag, words]) => words.split(' ').map((word): [string, Pos] => [word, tag as Pos])),
);
