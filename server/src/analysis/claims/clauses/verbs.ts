import { dictionary } from '../../dictionary.ts';
import type { Span } from '../../model.ts';
import type { VerbForm } from '../lexicon/inflect.ts';
import { SAME_PARTICIPLE, type Word } from './words.ts';

/** How sure a source is that what the verb says is so. */
export type Modality = 'fact' | 'planned' | 'possible' | 'obligatory' | 'attempt';

export interface VerbGroup extends Span {
  first: number;
  last: number;
  lemma: string;
  form: VerbForm;
  negative: boolean;
  modality: Modality;
  passive: boolean;
  /** Has an auxiliary or a tensed form; a bare participle or infinitive has not. */
  finite: boolean;
  perfect: boolean;
  past: boolean;
  /** "is", "was" with no other verb. */
  copula: boolean;
  adverbs: string[];
  /** The verb that leads to this one: "plans" in "plans to attend", "pretended" in "pretended to leave". */
  via?: string;
  infinitive: boolean;
}

const BE = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  'am',
  "'s",
  "'re",
  "'m",
  'get',
  'gets',
  'got',
  'getting',
]);
const GET = new Set(['get', 'gets', 'got', 'getting']);
const PLANNED = new Set(['will', "'ll", 'shall', 'would', "'d", 'wo']);
const POSSIBLE = new Set(['may', 'might', 'could', 'can', 'ca']);
const OBLIGATORY = new Set(['must', 'should']);
const FLOATING = new Set(['all', 'both', 'each']);
const NEGATIVE = new Set(['not', "n't", 'never', 'no', 'hardly', 'cannot']);
const HEDGING = new Set(['possibly', 'perhaps', 'probably', 'likely', 'presumably']);
/** Verbs and participles before "to" (or a participle) that say how real the next verb is. */
const CATENATIVE: Record<string, { modality?: Modality; negative?: boolean }> = dictionary();
const catenatives: [string, { modality?: Modality; negative?: boolean }][] = [
  [
    'expect set schedule plan intend slate due promise agree vow pledge decide prepare aim hope want ready head commit scheduled arrange confirm go',
    { modality: 'planned' },
  ],
  ['try attempt seek look threaten', { modality: 'attempt' }],
  ['appear seem believe think say report suspect presume fear allege', { modality: 'possible' }],
  ['refuse fail decline avoid deny pretend neglect forget omit', { negative: true }],
  ['manage begin start continue help choose opt elect claim', {}],
];
for (const [words, effect] of catenatives) for (const word of words.split(' ')) CATENATIVE[word] = effect;

/** Adjectives before "to" that say how real the next verb is: "unable to save him". */
const LEADING_STATES: Record<string, { modality?: Modality; negative?: boolean }> = dictionary();
const states: [string, { modality?: Modality; negative?: boolean }][] = [
  ['unable powerless', { negative: true }],
  ['able', {}],
  ['unwilling reluctant unlikely', { modality: 'planned', negative: true }],
  ['willing ready likely eager keen determined sure certain bound poised', { modality: 'planned' }],
  ['free welcome', { modality: 'possible' }],
];
for (const [words, effect] of states) for (const word of words.split(' ')) LEADING_STATES[word] = effect;

/** "refused on Monday to sign", "voted 5-2 to dismiss": how real the infinitive after a verb is, where the two do not stand together. @param state an adjective between them: "was unable to sign" */
export function follow(leading: VerbGroup, verb: VerbGroup, state?: string): void {
  const effect = state ? LEADING_STATES[state] : leading.lemma === 'vote' ? {} : CATENATIVE[leading.lemma];
  if (!effect) return;
  verb.via = state ?? leading.lemma;
  verb.modality = effect.modality ?? leading.modality;
  if (leading.negative !== (effect.negative ?? false)) verb.negative = !verb.negative;
}

/** What comes before a gerund that is not done: "far from apologizing", "stopped short of calling". */
const UNDONE =
  /(?:^| )(?:(?:far|refrain|refrained|abstain|abstained) from|short of|instead of|rather than|without|avoid(?:s|ed|ing)?|resist(?:s|ed|ing)?)$/;
/** And before one that will not be: "had no intention of leaving", "decided against leaving". */
const UNPLANNED =
  /(?:^no (?:intention|plan|plans|interest|thought) of|(?:decided|advised|chose|chosen|opted|voted) against|rul(?:e|es|ed|ing) out)$/;
/** And before one that is done: "admitted taking it", "after taking it". */
const DONE =
  /(?:^| )(?:admitted|admits|acknowledged|acknowledges|confessed|confessed to|remembers|remembered|recalled|recalls|after)$/;

/** Tells of a gerund whether it is done, where what stands before it says so. */
export function readGerund(words: Word[], verb: VerbGroup): void {
  if (verb.via) return;
  const before = [3, 2, 1].map((back) => words[verb.first - back]?.normal ?? '').join(' ');
  // "rather than sign"
  const isBare = verb.form === 'base' && !verb.infinitive && before.endsWith('rather than');
  if ((verb.form !== 'ing' || verb.finite) && !isBare) return;
  if (UNDONE.test(before) || UNPLANNED.test(before)) {
    verb.negative = !verb.negative;
    verb.via = 'avoid';
    if (UNPLANNED.test(before)) verb.modality = 'planned';
  } else if (DONE.test(before)) verb.via = 'admit';
}

/** Reads the verb groups of a sentence in order. Words inside noun groups have been marked as taken. */
export function readVerbs(words: Word[], inGroup: Uint8Array): VerbGroup[] {
  const found: VerbGroup[] = [];
  for (let i = 0; i < words.length; i++) {
    if (inGroup[i]) continue;
    const tag = words[i]?.tag;
    const infinitive = words[i]?.normal === 'to' && isBaseVerb(words, i + 1);
    if (tag !== 'AUX' && tag !== 'VERB' && !infinitive) continue;
    const group = readVerb(words, i, inGroup);
    found.push(group);
    i = group.last;
  }
  return found;
}

function isBaseVerb(words: Word[], i: number): boolean {
  const at = words[i]?.tag === 'ADV' ? i + 1 : i;
  const word = words[at];
  return word !== undefined && (word.tag === 'VERB' || word.normal === 'be' || word.normal === 'have');
}

function emptyGroup(word: Word, i: number): VerbGroup {
  return {
    start: word.start,
    end: word.end,
    first: i,
    last: i,
    lemma: word.lemma,
    form: word.form ?? 'base',
    negative: false,
    modality: 'fact',
    passive: false,
    finite: false,
    perfect: false,
    past: false,
    copula: false,
    adverbs: [],
    via: undefined,
    infinitive: word.normal === 'to',
  };
}

function readVerb(words: Word[], first: number, inGroup: Uint8Array): VerbGroup {
  const group = emptyGroup(words[first] as Word, first);
  const state = { be: false, have: false, verb: -1, complete: false };
  let i = first;
  for (; i < words.length && !state.complete; i++) {
    const word = words[i] as Word;
    if (inGroup[i]) break;
    const resumes =
      word.normal === ',' && state.verb < 0 && group.finite ? afterInsertion(words, i, inGroup) : undefined;
    if (resumes !== undefined) {
      i = resumes - 1;
      continue;
    }
    if (
      word.tag === 'AUX' ||
      (BE.has(word.normal) && word.tag !== 'PART' && state.verb < 0) ||
      (word.lemma === 'have' && state.verb < 0 && isParticipleNext(words, i))
    )
      readAuxiliary(word, group, state);
    else if (NEGATIVE.has(word.normal) && word.tag !== 'DET') {
      // "was signed not by him": but "decided not to go"
      if (state.verb >= 0 && words[i + 1]?.normal !== 'to') break;
      group.negative = true;
    } else if (word.tag === 'ADV') {
      if (state.verb >= 0 || !leadsToVerb(words, i, inGroup)) break;
      readAdverb(word, group);
    } else if (word.normal === 'to' && leadsToVerb(words, i, inGroup)) {
      if (state.verb >= 0 && !CATENATIVE[words[state.verb]?.lemma ?? '']) break;
      if (state.verb >= 0) chain(group, words[state.verb] as Word, state);
      else if (state.be || state.have) {
        const isYet = words[i - 1]?.normal === 'yet';
        // "has yet to sign"
        if (isYet) group.negative = true;
        if (isYet) group.via = 'yet';
        group.modality = isYet ? 'fact' : state.be ? 'planned' : 'obligatory';
        state.be = false;
        state.have = false;
      } else group.infinitive = true;
    } else if (FLOATING.has(word.normal) && state.verb < 0 && i > first && leadsToVerb(words, i, inGroup)) {
      // "have all been cut"
    } else if (word.tag === 'VERB') {
      if (state.verb >= 0) break;
      state.verb = i;
      group.last = i;
      readMain(word, group, state);
    } else break;
    if ((word.tag === 'AUX' || word.lemma === 'have') && state.verb < 0) group.last = i;
  }
  finish(words, group, state);
  return group;
}

const LONGEST_INSERTION = 8;

/** "did not, according to her lawyer, sign": the word at which the verb goes on. */
function afterInsertion(words: Word[], comma: number, inGroup: Uint8Array): number | undefined {
  for (let k = comma + 2; k < Math.min(words.length, comma + LONGEST_INSERTION); k++) {
    if (words[k]?.normal !== ',') continue;
    const next = words[k + 1];
    const goesOn = next?.tag === 'VERB' && next.form !== 's' && !inGroup[k + 1];
    return goesOn && /^(?:according|as|in|at|for|by|it|of|if|on|despite|contrary)$/.test(words[comma + 1]?.normal ?? '')
      ? k + 1
      : undefined;
  }
  return undefined;
}

/** "having lost", "to have left" */
function isParticipleNext(words: Word[], i: number): boolean {
  let at = i + 1;
  while (words[at]?.tag === 'ADV' || words[at]?.tag === 'PART') at++;
  const next = words[at];
  return (
    next?.tag === 'VERB' && (next.form === 'past' || next.form === 'participle' || SAME_PARTICIPLE.has(next.normal))
  );
}

/** Whether a verb follows before anything but adverbs and negations. */
function leadsToVerb(words: Word[], i: number, inGroup: Uint8Array): boolean {
  for (let k = i + 1; k < Math.min(words.length, i + 4); k++) {
    if (inGroup[k]) return false;
    const word = words[k] as Word;
    if (word.tag === 'VERB' || word.tag === 'AUX') return true;
    if (word.tag !== 'ADV' && word.tag !== 'PART') return false;
  }
  return false;
}

interface State {
  be: boolean;
  have: boolean;
  verb: number;
  complete: boolean;
}

function readAuxiliary(word: Word, group: VerbGroup, state: State): void {
  const n = word.normal;
  group.finite ||= !/^(?:be|been|being|having)$/.test(n) && !(n === 'have' && group.infinitive);
  if (PLANNED.has(n)) group.modality = 'planned';
  else if (POSSIBLE.has(n)) group.modality = 'possible';
  else if (OBLIGATORY.has(n)) group.modality = 'obligatory';
  else if (BE.has(n)) {
    state.be = true;
    group.past ||= n === 'was' || n === 'were';
  } else if (n === 'have' || n === 'has' || n === 'had' || n === "'ve" || n === 'having') {
    state.have = true;
    group.past ||= n === 'had';
  } else if (n === 'did') group.past = true;
}

function readAdverb(word: Word, group: VerbGroup): void {
  group.adverbs.push(word.normal);
  // "he never met her"
  if (word.normal === 'never' || word.normal === 'hardly') group.negative = true;
  if (HEDGING.has(word.normal) && group.modality === 'fact') group.modality = 'possible';
}

/** "is expected to be present": what was read so far becomes the modality of the verb that follows. */
function chain(group: VerbGroup, word: Word, state: State): void {
  const effect = CATENATIVE[word.lemma];
  group.via = word.lemma;
  if (effect?.modality) group.modality = effect.modality;
  if (effect?.negative) group.negative = !group.negative;
  // "refuses to sign": nor will he
  if (word.form === 's' && /^(?:refuse|decline)$/.test(word.lemma)) group.modality = 'planned';
  if (word.form !== 'ing' || state.be) group.finite = true;
  group.passive = false;
  state.verb = -1;
  state.be = false;
  state.have = false;
}

function readMain(word: Word, group: VerbGroup, state: State): void {
  const form = word.form ?? 'base';
  group.lemma = word.lemma;
  group.form = form;
  if (state.be && (form === 'past' || form === 'participle' || form === 'base')) group.passive = true;
  if (state.have) group.perfect = true;
  if (!state.be && !state.have && (form === 'past' || form === 's')) group.finite = true;
  if (!state.be && !state.have && form === 'base' && !group.infinitive) group.finite = true;
  if (form === 'past' && !state.be && !state.have) group.past = true;
}

/** Adverbs that say nothing of the verb. */
const LINKING = new Set(['however', 'also', 'then', 'later', 'instead']);

function finish(words: Word[], group: VerbGroup, state: State): void {
  if (state.verb < 0) {
    const last = words[group.last] as Word;
    // "got away", "got a job", but "got drunk"
    const gets = GET.has(last.normal) && words[group.last + 1]?.tag !== 'ADJ';
    if (gets) group.past ||= last.normal === 'got';
    group.copula = !gets && (state.be || last.lemma === 'be');
    group.lemma = gets ? 'get' : group.copula ? 'be' : last.lemma;
  }
  group.end = (words[group.last] as Word).end;
  const before = words[group.first - 1];
  // "neither signed nor spoke", "for not signing", "having signed"
  if (/^(?:neither|nor)$/.test(before?.normal ?? '')) group.negative = true;
  if (before?.normal === 'not' && group.form === 'ing' && !group.finite) {
    group.negative = true;
    group.via = 'not';
  }
  if (state.have && !group.finite && !group.infinitive && group.via === undefined) group.via = 'have';
  if (before?.normal === 'longer' && words[group.first - 2]?.normal === 'no') group.negative = true;
  if (before?.tag === 'ADV' && !LINKING.has(before.normal)) readAdverb(before, group);
}
