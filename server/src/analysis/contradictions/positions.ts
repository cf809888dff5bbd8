import { type Claim, COMPATIBLE, type Relation } from '../claims/claim.ts';
import { compareClaims } from '../claims/kinds.ts';
import type { Severity } from '../model.ts';
import type { Group } from './groups.ts';
import type { Item } from './items.ts';
import { sameTerm } from './items.ts';

/** Claims of one group that give the same answer. */
export interface Answer {
  items: Item[];
  /** The claim that says it most exactly; the others are compared through it. */
  lead: Item;
}

export interface Dispute {
  group: Group;
  answers: Answer[];
  severity: Severity;
  strength: number;
  reason: string;
}

/** A question with more answers than this is no question that sources answer differently. */
const MAX_ANSWERS = 8;

/** Merges equal answers of a group and keeps those that contradict another one. */
export function findDispute(group: Group): Dispute | undefined {
  if (group.items.length < 2) return undefined;
  const answers: Answer[] = [];
  for (const item of [...group.items].sort((a, b) => exactness(b.claim) - exactness(a.claim))) {
    const known = answers.find((a) => relation(a.lead, item).is === 'same');
    if (known) known.items.push(item);
    else if (answers.length < MAX_ANSWERS) answers.push({ items: [item], lead: item });
  }
  return (answers.length < 2 ? undefined : judge(group, answers)) ?? findVariation(group);
}

/** Where no answers clash, one may still say more than another: an exact figure and a bound or a vague one. */
function findVariation(group: Group): Dispute | undefined {
  if (group.items[0]?.claim.kind !== 'number') return undefined;
  const answers: Answer[] = [];
  for (const item of group.items) {
    const known = answers.find((a) => isEqual(relation(a.lead, item)));
    if (known) known.items.push(item);
    else if (answers.length < MAX_ANSWERS) answers.push({ items: [item], lead: item });
  }
  return answers.length < 2 ? undefined : judge(group, answers, true);
}

/** Values that say the same word for word, not only within rounding. */
const isEqual = (r: Relation) => r.is === 'same' && r.strength === 1;

function judge(group: Group, answers: Answer[], loose = false): Dispute | undefined {
  const disputed = new Set<Answer>();
  let worst: Relation | undefined;
  answers.forEach((a, i) => {
    for (const b of answers.slice(i + 1)) {
      const exact = relation(a.lead, b.lead);
      const found: Relation =
        loose && exact.is === 'same' && exact.strength < 1 ? { ...exact, is: 'variation' } : exact;
      if (
        found.is === 'compatible' ||
        found.is === 'same' ||
        (found.is === 'update' && isRetold(a, b)) ||
        isKnownToBoth(a, b)
      )
        continue;
      disputed.add(a).add(b);
      if (!worst || rank(found) > rank(worst)) worst = found;
    }
  });
  if (!worst || disputed.size < 2 || areSeveral([...disputed])) return undefined;
  const kept = answers.filter((a) => disputed.has(a)).sort((a, b) => b.items.length - a.items.length);
  return { group, answers: kept, severity: worst.is as Severity, strength: worst.strength, reason: worst.reason };
}

/** A source that sets meetings, or fires, in two places tells of several. */
function areSeveral(answers: Answer[]): boolean {
  if (!answers[0]?.lead.claim.topic.startsWith('place:@')) return false;
  const seen = answers.flatMap((answer) => [...new Set(answer.items.map(({ index }) => index))]);
  return new Set(seen).size < seen.length;
}

/** Who tells an earlier stage and a later one in one text knows how it went on: charged, and then convicted. */
function isRetold(a: Answer, b: Answer): boolean {
  if (!/^(?:ladder:(?:legal|certain)|stage)/.test(a.lead.claim.topic)) return false;
  return isWithin(a, b) || isWithin(b, a);
}

/** Whether every source that gives one answer gives the other too. */
const isWithin = (x: Answer, y: Answer) => x.items.every((i) => y.items.some((j) => j.index === i.index));

/**
 * Who tells of both, though another source knows only one, tells of two things: a bomb that went off, and another that was defused. A source
 * that alone says both contradicts itself.
 */
function isKnownToBoth(a: Answer, b: Answer): boolean {
  if (a.lead.claim.value.type !== 'stance') return false;
  const [here, there] = [isWithin(a, b), isWithin(b, a)];
  if (here && there) return new Set(a.items.map(({ index }) => index)).size > 1;
  return here || there;
}

const SEVERITY = { conflict: 2, update: 1, variation: 0, same: -1, compatible: -1 };
const rank = (r: Relation) => SEVERITY[r.is] + r.strength;

function relation(a: Item, b: Item): Relation {
  if (a.index === b.index && (a.claim.statement.start === b.claim.statement.start || a.claim.topic === 'age'))
    return sameSentence(a, b);
  return compareClaims(a.claim, b.claim, (x, y) => sameTerm(linked(a, x), linked(b, y)));
}

/** What one sentence says twice in other words is no contradiction, only more detail. */
function sameSentence(a: Item, b: Item): Relation {
  const found = compareClaims(a.claim, b.claim, (x, y) => x.word === y.word);
  return found.is === 'same' ? found : COMPATIBLE;
}

function linked(item: Item, term: { word: string; entity?: number }) {
  const known = item.subject.find((t) => t.word === term.word);
  return known ?? { word: term.word, name: true, person: false };
}

/** Exact figures and full lists lead; hedged, vague and quoted ones follow. */
function exactness(claim: Claim): number {
  const { value } = claim;
  if (value.type === 'quantity') return (value.vague ? -3 : 0) - (value.approximate ? 1 : 0) - (value.bound ? 1 : 0);
  if (value.type === 'roster') return value.members.length;
  return -value.text.length / 1000;
}
