import type { Span } from '../model.ts';
import type { Claim, Member, Relation, RosterValue, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { nationOf } from './lexicon/nations.ts';
import { claim, type Reading, termOf, textAt } from './reading.ts';

/** Groups of people that have a membership. */
const COLLECTIVE = new Set(
  'delegation team mission party panel board jury committee commission cabinet crew cast squad lineup band group side coalition contingent'.split(
    ' ',
  ),
);
/** Verbs whose object (or agent) is a member, and whether the list can be taken for the whole. */
const MEMBERSHIP: Record<string, { passive: boolean; open: boolean }> = {
  lead: { passive: true, open: true },
  head: { passive: true, open: true },
  represent: { passive: true, open: false },
  include: { passive: false, open: true },
  comprise: { passive: false, open: false },
  consist: { passive: false, open: false },
};
const SENDING = new Set(['travel', 'attend', 'arrive', 'represent']);

/** Who belongs to a delegation, team or other body, and who leads it. */
export function readRosters(reading: Reading, sentence: ReadSentence): Claim[] {
  const found = new Map<NounGroup, Draft>();
  for (const clause of sentence.clauses) {
    const list = membership(clause);
    const body = clause.subject;
    if (!list || !body) continue;
    const owner = ownerOf(reading, sentence, body, clause);
    if (!owner) continue;
    const draft = found.get(body) ?? {
      owner,
      members: [],
      others: 0,
      open: false,
      start: list.groups[0]?.start ?? clause.start,
      end: clause.end,
    };
    add(reading, draft, list);
    found.set(body, draft);
  }
  const claims = [...found.values()].filter((d) => d.members.length > 0).map((d) => toClaim(reading, sentence, d));
  return [...claims, ...travellers(reading, sentence)];
}

interface Draft extends Span {
  owner: Term;
  members: Member[];
  others: number;
  open: boolean;
}

interface List {
  groups: NounGroup[];
  open: boolean;
}

function membership(clause: Clause): List | undefined {
  const key = clause.action === 'lead' ? 'lead' : clause.verb.lemma;
  const rule = MEMBERSHIP[key];
  if (!rule || clause.verb.negative) return undefined;
  const group = rule.passive
    ? clause.verb.passive
      ? clause.adjuncts.find((a) => a.preposition === 'by')?.group
      : undefined
    : (clause.object ?? clause.adjuncts[0]?.group);
  if (!group) return undefined;
  const groups = group.members ?? [group];
  return { groups, open: rule.open && groups.length === 1 ? true : rule.open && key === 'include' };
}

/** Whose body it is: its possessor, or the name or nation among its modifiers; for "Russia is represented by", the subject itself. */
function ownerOf(reading: Reading, sentence: ReadSentence, body: NounGroup, clause: Clause): Term | undefined {
  if (!COLLECTIVE.has(body.head)) {
    const represented = clause.verb.lemma === 'represent' ? termOf(reading, body, sentence) : undefined;
    return represented?.name ? nation(represented) : undefined;
  }
  if (body.possessor) {
    const term = termOf(reading, body.possessor, sentence);
    return term && nation(term);
  }
  const modifier = body.modifiers.find((m) => nationOf(m)) ?? body.modifiers[0];
  if (modifier) return nation({ word: modifier, name: true });
  if (body.determiner === 'its' || body.determiner === 'their') {
    const before = sentence.clauses.findLast((c) => c.subject && c.subject.end < body.start)?.subject;
    const term = termOf(reading, before, sentence);
    if (term) return nation(term);
  }
  const sender = sentence.clauses.findLast((c) => c.object === body && c.subject)?.subject;
  const term = termOf(reading, sender, sentence);
  return term ? nation(term) : { word: body.head, name: false };
}

/** A government's seat, a country and its adjective are one owner. */
function nation(term: Term): Term {
  const country = nationOf(term.word);
  return country ? { word: country, name: true } : term;
}

function add(reading: Reading, draft: Draft, list: List): void {
  for (const group of list.groups) {
    const named = group.name ? group : group.apposition?.name ? group.apposition : undefined;
    draft.end = Math.max(draft.end, group.end, named?.end ?? 0);
    draft.start = Math.min(draft.start, group.start);
    if (named) {
      const term = termOf(reading, named);
      if (term && !draft.members.some((m) => m.word === term.word)) {
        draft.members.push({
          word: term.word,
          text: named.name?.text ?? term.word,
          ...(term.entity === undefined ? {} : { entity: term.entity }),
        });
      }
    } else if (group.quantity?.dimension === 'count' && !group.quantity.approximate) draft.others += group.quantity.low;
  }
  draft.open = draft.open || list.open;
}

function toClaim(reading: Reading, sentence: ReadSentence, draft: Draft): Claim {
  const { owner, members, others, open, start, end } = draft;
  const focus = { start, end };
  const value: RosterValue = {
    type: 'roster',
    members,
    others,
    open: open && others === 0,
    text: textAt(reading, focus),
  };
  const subject: Term[] = [
    owner,
    ...members.map((m) => ({ word: m.word, name: true, ...(m.entity === undefined ? {} : { entity: m.entity }) })),
  ];
  return claim(reading, sentence, { kind: 'roster', as: 'roster', topic: 'roster:members', subject, value, focus });
}

/** "U.S. envoys A and B, as well as C, will be traveling": a delegation that is named one by one. */
function travellers(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    const list = clause.subject?.members;
    if (!list || list.length < 2 || !SENDING.has(clause.action) || clause.verb.negative) return [];
    const from = list
      .flatMap((g) => g.modifiers)
      .map(nationOf)
      .find((n) => n !== undefined);
    if (!from || list.some((g) => !g.name)) return [];
    const draft: Draft = {
      owner: { word: from, name: true },
      members: [],
      others: 0,
      open: true,
      start: list[0]?.start ?? clause.start,
      end: list[0]?.end ?? clause.end,
    };
    add(reading, draft, { groups: list, open: true });
    return [toClaim(reading, sentence, draft)];
  });
}

/** Two lists of members. The same people in another order agree; a list that is open may name fewer. */
export function compareRosters(a: RosterValue, b: RosterValue, same: (x: Member, y: Member) => boolean): Relation {
  const shared = a.members.filter((m) => b.members.some((n) => same(m, n))).length;
  const [sizeA, sizeB] = [a.members.length + a.others, b.members.length + b.others];
  const subset = shared === a.members.length || shared === b.members.length;
  if (subset && sizeA === sizeB) return SAME;
  if (shared === 0) return { is: 'conflict', strength: 0.7, reason: 'the lists have nobody in common' };
  const smaller = sizeA < sizeB ? a : b;
  if (subset && smaller.open) return { is: 'variation', strength: 0.75, reason: 'one list may be incomplete' };
  if (subset) return { is: 'conflict', strength: 0.9, reason: 'one list leaves out people whom the other names' };
  return { is: 'conflict', strength: 0.9, reason: 'each list names people whom the other does not' };
}

/** Two lists in running text: they are about one thing only when they share two members or more, and most of the shorter one. */
export function compareLists(a: RosterValue, b: RosterValue, same: (x: Member, y: Member) => boolean): Relation {
  const shared = a.members.filter((m) => b.members.some((n) => same(m, n))).length;
  const shorter = Math.min(a.members.length, b.members.length);
  if (shared === a.members.length && shared === b.members.length) return SAME;
  if (shared < 2 || shared < shorter * 0.6) return COMPATIBLE;
  if (shared === shorter) return { is: 'variation', strength: 0.6, reason: 'one list may be incomplete' };
  return { is: 'conflict', strength: 0.7, reason: 'each list names something that the other does not' };
}
