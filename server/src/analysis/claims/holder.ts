import { dictionary } from '../dictionary.ts';
import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { ReadSentence } from './clauses/read.ts';
import { claim, type Reading, termOf } from './reading.ts';

/** Posts and relations that somebody or some body has one of, under one word each. */
const SINGLE: Record<string, string> = dictionary({
  lawyer: 'lawyer',
  attorney: 'lawyer',
  solicitor: 'lawyer',
  coach: 'coach',
  manager: 'manager',
  ceo: 'chief executive',
  executive: 'chief executive',
  chairman: 'chair',
  chairwoman: 'chair',
  chair: 'chair',
  wife: 'wife',
  husband: 'husband',
  father: 'father',
  mother: 'mother',
  widow: 'wife',
});

export const HOLDER_TRIGGERS = Object.keys(SINGLE);

/** Who holds a post that there is one of. */
export function readHolders(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    const person = group.name ? group : group.apposition?.name ? group.apposition : undefined;
    const title = group.title;
    if (!person?.name || !title) return [];
    const words = title.text.toLowerCase().split(/\s+/);
    const post = SINGLE[words.at(-1) ?? ''];
    if (!post || words.some((w) => /^(?:former|ex|deputy|assistant|vice|then|late)$/.test(w))) return [];
    const owner = ownerOf(reading, sentence, group, title.text);
    const holder = termOf(reading, person, sentence);
    if (!owner || !holder) return [];
    const value: WordsValue = { type: 'words', words: [holder.word], names: [], text: person.name.text };
    const focus = { start: title.start, end: person.name.end };
    return [
      claim(reading, sentence, { kind: 'holder', as: 'role', topic: `holder:${post}`, subject: [owner], value, focus }),
    ];
  });
}

/** Whose: the possessor, or the name before the post ("Lohan lawyer Mark Heller"). */
function ownerOf(reading: Reading, sentence: ReadSentence, group: NounGroup, title: string): Term | undefined {
  if (group.possessor) return termOf(reading, group.possessor, sentence);
  const first = title.split(/\s+/)[0] ?? '';
  if (!/^\p{Lu}/u.test(first) || title.split(/\s+/).length < 2) return undefined;
  const start = group.title?.start ?? group.start;
  const entity = reading.entityAt({ start, end: start + first.length });
  return entity === undefined ? undefined : { word: first.toLowerCase(), name: true, entity };
}

/** Two holders of one post: unless one followed the other, one of the reports is wrong. */
export function compareHolders(a: WordsValue, b: WordsValue): Relation {
  return a.words[0] === b.words[0] ? SAME : { is: 'update', strength: 0.6, reason: 'one may have followed the other' };
}
