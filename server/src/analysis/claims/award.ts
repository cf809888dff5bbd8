import { assertionOf } from './assertion.ts';
import type { Claim, Term, WordsValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

/** What one side gets and no other. */
const PRIZES = new Set(
  'prize award medal cup title trophy crown contract order job post seat grant scholarship commission license licence concession mandate'.split(
    ' ',
  ),
);
const GIVING = new Set(['award', 'give', 'hand', 'grant', 'present']);
const GETTING = new Set(['receive', 'take', 'get', 'land', 'secure', 'collect', 'scoop', 'earn', 'claim', 'win']);

export const AWARD_TRIGGERS = PRIZES;

/** Who won what there is one of: "was awarded the contract", "the prize went to her". */
export function readAwards(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  return sentence.clauses.flatMap((clause, i) => {
    const { verb } = clause;
    if (verb.modality !== 'fact' || assertionOf(sentence, clause, i) !== 'asserted') return [];
    const given = givenIn(clause);
    const winner = given && termOf(reading, given.winner, sentence);
    if (!winner?.name || !given) return [];
    const { prize } = given;
    const focus = { start: Math.min(verb.start, prize.start), end: Math.max(verb.end, prize.end, given.winner.end) };
    const about = prizeTerm(sentence, prize);
    const no = verb.negative;
    const text = textAt(reading, focus);
    const value = { type: 'stance' as const, stance: no ? ('no' as const) : ('yes' as const), text };
    const base = { focus, negative: no };
    const found = [
      claim(reading, sentence, {
        ...base,
        kind: 'commitment',
        as: 'polarity',
        topic: 'do:win',
        subject: [winner],
        value,
        object: [about],
      }),
    ];
    // "the prize" alone is one of many
    if (no || (!about.word.includes(' ') && about.word !== 'contract')) return found;
    const name = (winner.entity === undefined ? undefined : reading.entities[winner.entity]?.name) ?? winner.word;
    const who: WordsValue = { type: 'words', words: [winner.word], names: [name], text: name };
    found.push(
      claim(reading, sentence, { ...base, kind: 'doer', as: 'outcome', topic: 'winner', subject: [about], value: who }),
    );
    return found;
  });
}

interface Given {
  winner: NounGroup;
  prize: NounGroup;
}

function givenIn({ verb, subject, object, adjuncts }: Clause): Given | undefined {
  const to = adjuncts.find((a) => a.preposition === 'to')?.group;
  if (verb.lemma === 'go' && isPrize(subject)) return pair(to ?? object, subject);
  if (GETTING.has(verb.lemma) && !verb.passive && isPrize(object)) return pair(subject, object);
  if (!GIVING.has(verb.lemma)) return undefined;
  if (!verb.passive) return isPrize(object) ? pair(to, object) : undefined;
  return isPrize(object) ? pair(subject, object) : isPrize(subject) ? pair(to, subject) : undefined;
}

const pair = (winner: NounGroup | undefined, prize: NounGroup | undefined) => winner && prize && { winner, prize };

/** The prize: by name, or the contract that a story is about; "a medal" is one of several. */
function isPrize(group: NounGroup | undefined): boolean {
  if (!group || group.determiner === 'a' || group.determiner === 'an') return group?.head === 'contract';
  return PRIZES.has(group.head.toLowerCase());
}

/** A prize is known by the words before it: "the Halley Prize". */
function prizeTerm({ words }: ReadSentence, { first, headIndex, head, name }: NounGroup): Term {
  const before = words[headIndex - 1];
  const own = name && before && headIndex - 1 >= first && before.tag === 'PROPN' ? `${before.normal} ` : '';
  return { word: `${own}${head.toLowerCase()}`, name: false };
}
