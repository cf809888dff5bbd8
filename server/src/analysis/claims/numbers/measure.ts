import type { Span } from '../../model.ts';
import type { Term } from '../claim.ts';
import { isPersonNoun, type NounGroup } from '../clauses/groups.ts';
import type { Quantity } from '../clauses/quantity.ts';
import type { Clause, ReadSentence } from '../clauses/read.ts';
import { type Reading, subjectsOf } from '../reading.ts';

export interface Place {
  group?: NounGroup;
  clause?: Clause;
  role?: 'subject' | 'object' | 'adjunct';
  preposition?: string;
}

/** The group that a quantity stands in and what that group does in the sentence. */
export function locate(sentence: ReadSentence, quantity: Quantity): Place {
  const group = sentence.groups.find((g) => g.first <= quantity.last && quantity.first <= g.last);
  if (!group) return {};
  const host = sentence.groups.find((g) => g.members?.includes(group)) ?? group;
  for (const clause of sentence.clauses) {
    if (clause.subject === host || clause.subject === group) return { group, clause, role: 'subject' };
    if (clause.object === host || clause.object === group) return { group, clause, role: 'object' };
  }
  for (const clause of sentence.clauses) {
    const adjunct = clause.adjuncts.find((a) => a.group === host || a.group === group);
    if (adjunct) return { group, clause, role: 'adjunct', preposition: adjunct.preposition };
  }
  return { group };
}

export interface Measure {
  topic: string;
  subject?: Term[];
  focus?: Span;
  dimension?: string;
}

export const near = (sentence: ReadSentence, quantity: Quantity, before: number, after: number) =>
  sentence.words.slice(Math.max(0, quantity.first - before), quantity.last + 1 + after).map((w) => w.normal);

/** Who is counted: the noun after the number, or after its "of". */
export function countedNoun(
  group: NounGroup | undefined,
  quantity: Quantity,
): { head: string; group: NounGroup } | undefined {
  if (!group) return undefined;
  const of = group.post.find((p) => p.preposition === 'of');
  if (group.head === '#') return { head: of?.group.head ?? '#', group: of?.group ?? group };
  return quantity.last < group.headIndex || group.quantity === quantity ? { head: group.head, group } : undefined;
}

/** The named subject and objects of a clause: an amount by another agent is another amount. */
export function agents(reading: Reading, sentence: ReadSentence, place: Place): Term[] {
  const group = place.clause?.subject;
  const terms = subjectsOf(reading, group?.name ? group : (group?.possessor ?? group), sentence);
  return terms.filter((t) => t.name || t.word.startsWith('age '));
}

export const PEOPLE = new Set(
  'person people other others more # them victim casualty suspect passenger villager resident patient man woman child civilian member soldier officer worker'.split(
    ' ',
  ),
);
export const isPerson = (noun: string) => PEOPLE.has(noun) || isPersonNoun(noun);
