import type { NounGroup } from './groups.ts';
import { OPENERS, type Word } from './words.ts';

const LINKS = new Set([
  'of',
  'in',
  'from',
  'at',
  'on',
  'for',
  'with',
  'near',
  'to',
  'against',
  'between',
  'over',
  'by',
  'off',
  'outside',
]);
export const LIST_LINK = new Set([',', 'and', '&', 'or']);

/** The words between two groups, as long as they are few enough to be a link between them; the last is `from - 1`. */
function linkOf(words: Word[], { last }: NounGroup, { first }: NounGroup): string {
  const length = first - last - 1;
  if (length < 1 || length > LONGEST_LINK) return '';
  let link = (words[last + 1] as Word).normal;
  for (let k = last + 2; k < first; k++) link += ` ${(words[k] as Word).normal}`;
  return link;
}
/** ", as well as" */
const LONGEST_LINK = 4;

/** Hangs prepositional groups, appositions and list members on the noun groups they follow. */
export function attach(words: Word[], groups: NounGroup[]): void {
  groups.forEach((group, i) => {
    const next = groups[i + 1];
    if (!next) return;
    const gap = next.first - group.last - 1;
    const only = gap === 1 ? (words[group.last + 1] as Word).normal : '';
    if (LINKS.has(only)) group.post.push({ preposition: only, group: next });
    else if (only === ',' && !next.pronoun && !group.pronoun && isApposition(words, group, next, groups[i + 2]))
      group.apposition = next;
    else if (gap === 0 && group.title && next.name) group.apposition = next;
  });
  for (let i = 0; i < groups.length; i++) {
    const members = readList(words, groups, i);
    if (members.length > 1) {
      (groups[i] as NounGroup).members = members;
      i += members.length - 1;
    }
  }
}

/** "Felt, the former official," or "former official Felt, 95,": one of the two is a name and the other is not, set off by commas. */
function isApposition(words: Word[], group: NounGroup, next: NounGroup, third: NounGroup | undefined): boolean {
  // "Dell, whose wife died"
  if (next.determiner === 'whose') return false;
  if (isHolder(words, group, next)) return !isPreamble(words, group);
  if (next.determiner === undefined && !next.title && !next.quantity) return false;
  if (isPreamble(words, group) || isAttribution(words[next.last + 1])) return false;
  if ((group.name !== undefined) === (next.name !== undefined && next.title === undefined)) return false;
  if (group.name && next.name) return false;
  if (group.name && !group.title && !next.name && next.determiner) return true;
  const after = words[next.last + 1]?.normal;
  if (after === 'and' && third && third.first === next.last + 2) return false;
  return true;
}

/** "by the chairman, Tom Reed, …": an office and, set off by commas, who holds it. */
function isHolder(words: Word[], group: NounGroup, next: NounGroup): boolean {
  if (!group.title || group.name || !next.name || next.title) return false;
  if (!group.possessor && !/^(?:the|his|her|its|their|our|my)$/.test(group.determiner ?? '')) return false;
  const after = words[next.last + 1];
  return after === undefined || after.tag === 'PUNCT' || after.normal === 'who';
}

/** "… about the war, the ministry said": who said it explains nothing that stands before. */
const isAttribution = (after: Word | undefined) =>
  after?.tag === 'VERB' && /^(?:say|tell|add|report)$/.test(after.lemma);

const OPENS_PREAMBLE = new Set([...OPENERS, 'according']);

/** "On Thursday, before the talks in Istanbul, the leader …": what follows the comma explains nothing, the sentence begins there. */
function isPreamble(words: Word[], group: NounGroup): boolean {
  let from = group.first;
  while (from > 0 && words[from - 1]?.normal !== ',') from--;
  while (from < group.first && (words[from]?.tag === 'ADV' || words[from]?.tag === 'CCONJ')) from++;
  const opening = from < group.first ? words[from] : undefined;
  if (!opening || !(opening.tag === 'ADP' || opening.tag === 'SCONJ' || OPENS_PREAMBLE.has(opening.normal)))
    return false;
  for (let k = 0; k < group.first; k++) {
    const { tag, normal } = words[k] as Word;
    if ((tag === 'VERB' || tag === 'AUX') && !OPENS_PREAMBLE.has(normal)) return false;
  }
  return true;
}

const JOINERS = new Set([
  ', and',
  'and',
  '&',
  ',',
  'as well as',
  ', as well as',
  'along with',
  ', along with',
  'or',
  ', or',
  'and by',
]);

/** Groups joined by commas and a conjunction; a list of three names needs its "and", two groups need one. */
function readList(words: Word[], groups: NounGroup[], from: number): NounGroup[] {
  const list = [groups[from] as NounGroup];
  let closed = false;
  for (let k = from; k + 1 < groups.length; k++) {
    const member = groups[k] as NounGroup;
    // "Lee, a lawyer, and Ray": what explains a member stands between it and the next.
    if (member.name && member.apposition && member.apposition === groups[k + 1] && k + 2 < groups.length) k++;
    const left = groups[k] as NounGroup;
    const right = groups[k + 1] as NounGroup;
    const between = linkOf(words, left, right);
    if (!JOINERS.has(between) || right.pronoun || left.pronoun) break;
    if (between === ',' && left.apposition === right) break;
    if (between !== ',') closed = true;
    list.push(right);
    if (between.includes('and') && !nextJoins(words, groups, k + 1)) break;
  }
  return closed ? list : list.slice(0, 1);
}

const nextJoins = (words: Word[], groups: NounGroup[], k: number) => {
  const next = groups[k + 1];
  if (!next) return false;
  const between = words
    .slice((groups[k] as NounGroup).last + 1, next.first)
    .map((w) => w.normal)
    .join(' ');
  return between.includes('as well as') || between.includes('along with');
};
