import { findPlaces } from '../entities/places.ts';
import type { Claim, Member, RosterValue, Term } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { ReadSentence } from './clauses/read.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

const KIN = new Set(
  'mother father sister brother son daughter wife husband child dog cat aunt uncle cousin grandmother grandfather baby'.split(
    ' ',
  ),
);

/** Lists of names or relatives in a sentence: the titles at stake, the towns hit, the people killed. */
export function readLists(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) => {
    const members = group.members && membersOf(reading, group.members);
    if (!members || members.length < 2) return [];
    const last = group.members?.at(-1) as NounGroup;
    const focus = { start: group.start, end: last.end };
    const value: RosterValue = { type: 'roster', members, others: 0, open: false, text: textAt(reading, focus) };
    const kin = members.every((m) => KIN.has(m.word));
    const subject: Term[] = members.map((m) => ({
      word: m.word,
      name: !kin,
      ...(m.entity === undefined ? {} : { entity: m.entity }),
    }));
    return [
      claim(reading, sentence, {
        kind: 'list',
        as: 'roster',
        topic: kin ? 'list:kin' : 'list:names',
        subject,
        value,
        focus,
      }),
    ];
  });
}

/** The members, when all of them are names that the text knows for one kind of thing, or all of them relatives. */
function membersOf(reading: Reading, groups: NounGroup[]): Member[] | undefined {
  if (groups.every((g) => KIN.has(g.head))) return groups.map((g) => ({ word: g.head, text: g.head }));
  const terms = groups.map((g) => (g.name ? termOf(reading, g) : acronym(g)));
  if (terms.some((t) => t === undefined) || terms.every((t) => isWide((t as Term).word))) return undefined;
  return terms.map((t) => ({
    word: (t as Term).word,
    text: (t as Term).word,
    ...((t as Term).entity === undefined ? {} : { entity: (t as Term).entity as number }),
  }));
}

/** Countries and parts of the world: such lists are samples, never whole. */
const isWide = (word: string) =>
  findPlaces(word).some((p) => p.kind !== 'town') || /^(?:middle|east|west|asia|europe|africa)$/.test(word);

/** "IBF, WBO and IBO heavyweight titles": the last member carries the noun, its own name stands first. */
function acronym(group: NounGroup): Term | undefined {
  const first = group.modifiers[0];
  return first && /^[a-z]{2,5}$/.test(first) ? { word: first, name: true } : undefined;
}
