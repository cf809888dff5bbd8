import { dictionary } from '../dictionary.ts';
import type { Span } from '../model.ts';
import type { Claim, Member, Relation, RosterValue, Term } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { singular } from './lexicon/inflect.ts';
import { nationOf } from './lexicon/nations.ts';
import { claim, type Reading, termOf } from './reading.ts';

/** Groups of people that have a membership. */
const COLLECTIVE = new Set(
  'delegation team mission party panel board jury committee commission cabinet crew cast squad lineup line-up band group side coalition contingent'.split(
    ' ',
  ),
);
/** Nouns for places in a body: "the members of the jury", "at the head of the delegation". */
const PLACES_IN_BODY = new Set('member head helm leader delegate part half rest'.split(' '));
const LEADING = new Set(['lead', 'head', 'chair', 'captain']);
/** Verbs whose subject is the body and whose object is in it; a list after one of the open ones need not be whole. */
const HOLDING: Record<string, { open: boolean }> = dictionary({
  include: { open: true },
  feature: { open: true },
  have: { open: true },
  comprise: { open: false },
  number: { open: false },
});
/** Verbs that say of several people that together they are the body. */
const FORMING = new Set(['make', 'form', 'constitute', 'comprise', 'compose']);
const TOGETHER = new Set(['with', 'alongside', 'beside']);
const SENDING = new Set(['travel', 'attend', 'arrive', 'represent']);
/** Verbs by which a country or firm chooses its people. */
const CHOOSING = new Set(['deploy', 'name', 'send', 'dispatch', 'appoint', 'nominate']);

export const ROSTER_TRIGGERS = [
  ...COLLECTIVE,
  ...CHOOSING,
  ...[...CHOOSING, ...SENDING].map((action) => `@${action}`),
  'represent',
  'with',
];

/** A body with some of its members, as one clause gives them. */
interface Membership {
  body: NounGroup;
  members: NounGroup[];
  /** The list need not be whole. */
  open: boolean;
}

/** Who belongs to a delegation, team or other body, and who leads it. */
export function readRosters(reading: Reading, sentence: ReadSentence): Claim[] {
  const drafts = new Map<string, Draft>();
  for (const clause of sentence.clauses) {
    const found = clause.verb.negative
      ? undefined
      : (fromBody(clause) ?? fromMembers(clause) ?? fromChoice(clause) ?? fromBeside(reading, sentence, clause));
    const owner = found && ownerOf(reading, sentence, found.body);
    if (!found || !owner) continue;
    const [first] = found.members;
    const draft = drafts.get(owner.word) ?? {
      owner,
      members: [],
      others: 0,
      open: false,
      start: first?.start ?? clause.start,
      end: first?.end ?? clause.end,
    };
    add(reading, draft, found);
    drafts.set(owner.word, draft);
  }
  const claims = [...drafts.values()].filter((d) => d.members.length > 0).map((d) => toClaim(reading, sentence, d));
  return [...claims, ...travellers(reading, sentence)];
}

interface Draft extends Span {
  owner: Term;
  members: Member[];
  others: number;
  open: boolean;
}

/** The body that a noun group names or stands for a part of. */
function bodyIn(group: NounGroup | undefined): NounGroup | undefined {
  if (!group || COLLECTIVE.has(group.head)) return group;
  if (!PLACES_IN_BODY.has(singular(group.head))) return undefined;
  return group.post.find((p) => p.preposition === 'of' && COLLECTIVE.has(p.group.head))?.group;
}

const listOf = (group: NounGroup | undefined) => group?.members ?? (group ? [group] : []);

/** "The delegation is led by …", "includes …", "is made up of …", "Russia is represented by …", "its members are …". */
function fromBody(clause: Clause): Membership | undefined {
  const { subject, verb, object, adjuncts } = clause;
  const after = (preposition: string) => adjuncts.find((a) => a.preposition === preposition)?.group;
  const body = bodyIn(subject);
  if (subject && verb.passive && verb.lemma === 'represent') return membership(subject, after('by'), false);
  if (!subject || !body) return undefined;
  if (verb.passive && verb.lemma === 'join') return membership(body, after('by'), true);
  if (verb.passive && LEADING.has(verb.lemma)) return membership(body, after('by'), isLeader(listOf(after('by'))));
  if (verb.lemma === 'consist' || (verb.passive && FORMING.has(verb.lemma)))
    return membership(body, after('of'), false);
  if (verb.copula && body !== subject) return membership(body, object, singular(subject.head) !== 'member');
  const holding = HOLDING[verb.lemma];
  return holding && membership(body, object, holding.open || body !== subject);
}

/** "… lead the delegation", "… represent Russia", "… make up the team". */
function fromMembers(clause: Clause): Membership | undefined {
  const { subject, verb, adjuncts } = clause;
  // "make up the team"
  const object = clause.object ?? adjuncts.find((a) => a.preposition === 'up')?.group;
  if (verb.passive || !subject || !object || bodyIn(subject)) return undefined;
  const beside = adjuncts.filter((a) => TOGETHER.has(a.preposition)).flatMap((a) => listOf(a.group));
  const people = [...listOf(subject), ...beside];
  if (verb.lemma === 'represent') return nationIn(object) ? { body: object, members: people, open: false } : undefined;
  const body = bodyIn(object);
  if (!body) return undefined;
  if (LEADING.has(verb.lemma)) return { body, members: people, open: isLeader(people) };
  if (verb.lemma === 'join' || (verb.copula && body !== object)) return { body, members: people, open: true };
  return FORMING.has(verb.lemma) && people.length > 1 ? { body, members: people, open: false } : undefined;
}

/** "Ann Bell leads the Danes. With her are B and C.": who stands beside somebody who was said to lead. */
function fromBeside(reading: Reading, sentence: ReadSentence, clause: Clause): Membership | undefined {
  const { subject, verb, object } = clause;
  if (!verb.copula || !subject?.pronoun || !object?.name || sentence.words[subject.first - 1]?.normal !== 'with')
    return undefined;
  const before = reading.sentences[sentence.index - 1];
  const lead = before?.clauses.find((c) => LEADING.has(c.verb.lemma) && (c.verb.passive ? c.subject : c.object));
  const body = lead?.verb.passive ? lead.subject : lead?.object;
  const leader = lead?.verb.passive ? lead.adjuncts.find((a) => a.preposition === 'by')?.group : lead?.subject;
  return body && leader ? { body, members: [leader, ...listOf(object)], open: false } : undefined;
}

/** "Moscow is sending A, B and C": people whom a country has chosen, one by one. */
function fromChoice(clause: Clause): Membership | undefined {
  const { subject, verb, object } = clause;
  const chosen = listOf(object);
  if (!subject || verb.passive || chosen.length < 2 || chosen.some((g) => !g.name)) return undefined;
  if (!CHOOSING.has(clause.action) && !CHOOSING.has(verb.lemma)) return undefined;
  return nationIn(subject) ? { body: subject, members: chosen, open: false } : undefined;
}

/** One who leads has others behind; two or more who lead together are the delegation, as far as a report goes. */
const isLeader = (people: NounGroup[]) => people.length === 1;

function membership(body: NounGroup, list: NounGroup | undefined, open: boolean): Membership | undefined {
  return list && { body, members: listOf(list), open };
}

/** The country that a group names, or that its possessor or a modifier does. */
function nationIn(group: NounGroup): string | undefined {
  const words = [group.name?.text.toLowerCase() ?? '', group.head, group.possessor?.head ?? '', ...group.modifiers];
  return words.map(nationOf).find((n) => n !== undefined);
}

/**
 * Whose body it is: the country or firm that its own words name, else the one that sends it or that the sentence, or
 * the sentence before, speaks of.
 */
function ownerOf(reading: Reading, sentence: ReadSentence, body: NounGroup): Term | undefined {
  const country = nationIn(body);
  if (country) return { word: country, name: true };
  if (!COLLECTIVE.has(body.head)) {
    const owner = termOf(reading, body, sentence);
    return owner?.name ? owner : undefined;
  }
  const possessor = termOf(reading, body.possessor, sentence);
  if (possessor) return nation(possessor);
  const [modifier] = body.modifiers;
  if (modifier) return { word: modifier, name: true };
  const sender = sentence.clauses.findLast((c) => c.object === body && c.subject)?.subject;
  const sending = sender && nationIn(sender);
  if (sending) return { word: sending, name: true };
  const named = nation(termOf(reading, sender, sentence) ?? { word: body.head, name: false });
  return named.name ? named : (nationBefore(reading, sentence, body) ?? named);
}

/** "According to the Kremlin, the delegation …": the country that was named last before the body. */
function nationBefore(reading: Reading, sentence: ReadSentence, body: NounGroup): Term | undefined {
  const before = reading.sentences[sentence.index - 1];
  const groups = [...(before?.groups ?? []), ...sentence.groups.filter((g) => g.last < body.first)];
  const word = groups.map(nationIn).findLast((n) => n !== undefined);
  return word === undefined ? undefined : { word, name: true };
}

/** A government's seat, a country and its adjective are one owner. */
function nation(term: Term): Term {
  const country = nationOf(term.word);
  return country ? { word: country, name: true } : term;
}

function add(reading: Reading, draft: Draft, list: Pick<Membership, 'members' | 'open'>): void {
  for (const group of list.members) {
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

/** "Petrov, Orlova and 2 others" */
function tell(members: Member[], others: number): string {
  const names = members.map((m) => m.text);
  if (others > 0) names.push(`${others} other${others === 1 ? '' : 's'}`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function toClaim(reading: Reading, sentence: ReadSentence, draft: Draft): Claim {
  const { owner, members, others, open, start, end } = draft;
  const focus = { start, end };
  const value: RosterValue = {
    type: 'roster',
    members,
    others,
    open: open && others === 0,
    text: tell(members, others),
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
    add(reading, draft, { members: list, open: true });
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
