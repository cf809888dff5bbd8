import type { Claim, QuantityValue } from '../claim.ts';
import type { NounGroup } from '../clauses/groups.ts';
import type { Clause, ReadSentence } from '../clauses/read.ts';
import { cuesAt } from '../cues.ts';
import { actionOfNoun } from '../lexicon/actions.ts';
import { claim, type Reading, textAt } from '../reading.ts';
import { CASUALTY } from './casualties.ts';
import { isPerson } from './measure.ts';

const NOBODY = new Set(['nobody', 'no-one', 'none', 'neither']);
/** What leaves somebody without an injury. */
const UNHURT = new Set(['unhurt', 'unharmed', 'uninjured', 'unscathed']);

export const NONE_TRIGGERS = [...NOBODY, ...UNHURT, 'no'];

/** Nouns with "no" before them that count nothing: "no doubt", "no comment", "no way". */
const NOT_COUNTED = new Set(
  'doubt way idea reason sign comment evidence question matter need time place sense point chance choice intention plan indication word information detail response answer threat risk problem trouble longer more surprise mistake secret hurry use wonder hope case'.split(
    ' ',
  ),
);

/** "no one was hurt", "there were no arrests", "all passengers escaped unharmed": a count of none, which another source may give a figure for. */
export function readNone(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  return [...sentence.groups.flatMap((group) => ofGroup(reading, sentence, group)), ...unhurt(reading, sentence)];
}

function ofGroup(reading: Reading, sentence: ReadSentence, group: NounGroup): Claim[] {
  const at = noneAt(sentence, group);
  if (at < 0) return [];
  const clause = sentence.clauses.find((c) => c.subject === group || c.object === group);
  if (clause && clause.verb.modality !== 'fact') return [];
  return topicsOf(group, clause).map((topic) => toClaim(reading, sentence, topic, group, clause, at));
}

/** The word in a group, or right before it, that says that there is none of it. */
function noneAt({ words }: ReadSentence, { first, last }: NounGroup): number {
  for (let k = Math.max(0, first - 1); k <= last; k++) {
    const word = words[k]?.normal ?? '';
    if (word === 'no' || NOBODY.has(word)) return k;
  }
  return -1;
}

/** What there was none of: victims of some kind, or things that something was done to. */
function topicsOf(group: NounGroup, clause: Clause | undefined): string[] {
  if (group.head === 'casualty') return ['count:killed:person', 'count:injured:person'];
  const event = CASUALTY[actionOfNoun(group.head) ?? ''];
  if (event) return [`count:${event}:person`];
  const people = NOBODY.has(group.head) || group.head === 'one' || isPerson(group.head);
  const patient =
    clause && (clause.verb.passive || clause.verb.copula || clause.action === 'die' ? clause.subject : clause.object);
  const state = patient === group && people ? CASUALTY[clause?.action ?? ''] : undefined;
  if (state) return [`count:${state}:person`, ...(state === 'injured' ? ['count:hospitalized:person'] : [])];
  if (people || NOT_COUNTED.has(group.head) || group.name || !clause?.verb.passive) return [];
  return [`count:${group.head}`];
}

function unhurt(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.words.flatMap((word, k) => {
    if (!UNHURT.has(word.normal)) return [];
    const clause = sentence.clauses.findLast((c) => c.verb.first < k);
    const who = clause?.subject;
    if (!who || clause.verb.negative || !isAll(sentence, who)) return [];
    const group = { ...who, start: who.start, end: word.end };
    return [toClaim(reading, sentence, 'count:injured:person', group, clause, k)];
  });
}

/** "all 40 passengers", "both drivers", "the crew". */
const isAll = ({ words }: ReadSentence, group: NounGroup) =>
  words
    .slice(Math.max(0, group.first - 1), group.last + 1)
    .some((w) => /^(?:all|both|everyone|everybody)$/.test(w.normal)) ||
  /^(?:crew|everyone|everybody)$/.test(group.head);

function toClaim(
  reading: Reading,
  sentence: ReadSentence,
  topic: string,
  group: NounGroup,
  clause: Clause | undefined,
  at: number,
): Claim {
  const focus = {
    start: Math.min(group.start, sentence.words[at]?.start ?? group.start),
    end: Math.max(group.end, clause?.verb.passive ? clause.verb.end : 0),
  };
  const value: QuantityValue = {
    type: 'quantity',
    dimension: 'count',
    low: 0,
    high: 0,
    approximate: false,
    vague: false,
    text: textAt(reading, focus),
  };
  const cues = cuesAt(reading, sentence, { first: at, last: at }, clause, group);
  return claim(reading, sentence, { kind: 'number', as: 'number', topic, value, focus, cues });
}
