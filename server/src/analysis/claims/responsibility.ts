import type { Span } from '../model.ts';
import { assertionOf } from './assertion.ts';
import type { Claim, StanceValue, Term, WordsValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { actionOfNoun } from './lexicon/actions.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

const TAKES = new Set(['claim', 'accept', 'take', 'admit', 'acknowledge', 'bear']);
const DENIES = new Set(['deny', 'reject', 'disclaim', 'dispute', 'disavow']);
const PART = new Set('responsibility involvement role part hand link connection complicity knowledge'.split(' '));
const HARMFUL = new Set(
  'attack bomb explode kill shoot stab kidnap hijack raid hack burn strike leak theft steal crash suicide'.split(' '),
);

/** Whom a story has one of, so that they need no name. */
const FORCES = new Set(['army', 'military', 'government', 'police', 'navy', 'rebel', 'militia']);

export const RESPONSIBILITY_TRIGGERS = [...PART, ...DENIES, 'behind', 'carry', 'claim', 'work', 'blame'];

/** Who is behind an attack, by their own word or another's: "claimed responsibility", "is behind the attack", "denied any part in it". */
export function readResponsibilities(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  return sentence.clauses.flatMap((clause, i) => {
    if (clause.verb.modality !== 'fact' || assertionOf(sentence, clause, i) === 'open') return [];
    const told = tellsOf(clause);
    const who = told && termOf(reading, told.who, sentence);
    if (!told || !who || !(who.name || FORCES.has(who.word))) return [];
    const denied = assertionOf(sentence, clause, i) === 'denied';
    const no = told.negative !== denied;
    const focus = {
      start: Math.min(clause.verb.start, told.what.start),
      end: Math.max(clause.verb.end, told.what.end),
    };
    const value: StanceValue = { type: 'stance', stance: no ? 'no' : 'yes', text: textAt(reading, focus) };
    const topic = 'deed:responsible';
    return [
      claim(reading, sentence, { kind: 'deed', as: 'polarity', topic, subject: [who], value, focus, negative: no }),
      ...(no || !told.who?.name ? [] : [culprit(reading, sentence, told.who.name, who)]),
    ];
  });
}

/** Who is behind it: two who are named for one attack. */
function culprit(reading: Reading, sentence: ReadSentence, name: Span, who: Term): Claim {
  const text = textAt(reading, name);
  const value: WordsValue = { type: 'words', words: [who.word], names: [text], text };
  const subject = [{ word: '@attack', name: false }];
  return claim(reading, sentence, {
    kind: 'doer',
    as: 'person',
    topic: 'doer:responsible',
    subject,
    value,
    focus: name,
  });
}

interface Told {
  who: NounGroup | undefined;
  what: NounGroup;
  negative: boolean;
}

function tellsOf({ verb, subject, object, adjuncts }: Clause): Told | undefined {
  if (object && PART.has(object.head)) {
    if (DENIES.has(verb.lemma)) return { who: subject, what: object, negative: !verb.negative };
    if (TAKES.has(verb.lemma) && object.head === 'responsibility')
      return { who: subject, what: object, negative: verb.negative || object.determiner === 'no' };
    // "had nothing to do with it", "had no part in the attack"
    if (verb.lemma === 'have' && object.determiner === 'no') return { who: subject, what: object, negative: true };
  }
  if (verb.lemma === 'deny' && object && isHarmful(object))
    return { who: subject, what: object, negative: !verb.negative };
  const behind = adjuncts.find(({ preposition, group }) => preposition === 'behind' && isHarmful(group))?.group;
  if (verb.copula && behind) return { who: subject, what: behind, negative: verb.negative };
  const by = adjuncts.find(({ preposition }) => preposition === 'by')?.group;
  if (verb.lemma === 'claim' && verb.passive && isHarmful(subject) && by)
    return { who: by, what: by, negative: verb.negative };
  // "the attack was the work of the militia", "blamed the militia for the attack"
  const work =
    verb.copula && object?.head === 'work' && isHarmful(subject)
      ? object.post.find((p) => p.preposition === 'of')?.group
      : undefined;
  if (work) return { who: work, what: work, negative: verb.negative };
  const isBlamed =
    verb.lemma === 'blame' && adjuncts.some(({ preposition, group }) => preposition === 'for' && isHarmful(group));
  if (isBlamed && object && !verb.passive) return { who: object, what: object, negative: verb.negative };
  if (verb.lemma !== 'carry' || (!verb.passive && !isHarmful(object))) return undefined;
  if (!verb.passive) return { who: subject, what: object as NounGroup, negative: verb.negative };
  return by && isHarmful(subject) ? { who: by, what: by, negative: verb.negative } : undefined;
}

const isHarmful = (group: NounGroup | undefined) => group !== undefined && HARMFUL.has(actionOfNoun(group.head) ?? '');
