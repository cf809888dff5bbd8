import { canMeet } from '../claims/kinds.ts';
import { Blocks } from './blocking.ts';
import { type Item, inOrder, type LinkedTerm, sameTerm } from './items.ts';
import type { Surroundings } from './measures.ts';
import { Membership } from './membership.ts';

/** Claims that answer one question: one topic, one subject, one event. */
export interface Group {
  topic: string;
  items: Item[];
  /** How likely the claims are of one measure, where that was weighed. */
  certainty?: number;
}

/** A group to which claims are added. */
interface GrowingGroup extends Group {
  /** The items that a new one is looked at against: one for each subject and object, and no more than a few. */
  faces: Item[];
  names: Map<string, number>;
  words: Map<string, number>;
}

/** No question draws more claims than this; what comes after joins no group, so that the cost stays in step with the folder. */
const MAX_GROUPS_PER_KEY = 12;

/** Groups that are no more, and new ones. */
export interface GroupChange {
  gone: Set<Group>;
  made: Group[];
}

/**
 * Claims in groups. Claims meet only under a blocking key (topic and one term of their subject), never pair by pair: each is looked at
 * against the few groups under its keys. What hangs together by keys is grouped anew when some of it changes.
 */
export class TopicGroups {
  readonly #blocks: Blocks;
  readonly #membership = new Membership();

  /** @param compared is called for each group that a claim is looked at against, for the benchmark of the cost */
  constructor(
    private readonly around: Pick<Surroundings, 'weight' | 'kin'>,
    private readonly compared: () => void,
  ) {
    this.#blocks = new Blocks(keysOf, around.kin);
  }

  get groups(): Set<Group> {
    return this.#membership.groups;
  }

  get left(): Pick<Blocks, 'crowded' | 'leftOut'> {
    return this.#blocks;
  }

  /**
   * @param moved claims of sources that have other kin than before
   * @param weighed claims with a word that says more or less than before
   */
  update(removed: Iterable<Item>, added: Iterable<Item>, moved: Iterable<Item>, weighed: Iterable<Item>): GroupChange {
    const seeds = new Set<Item>([...added, ...weighed]);
    for (const item of removed) for (const other of this.#blocks.met(item)) seeds.add(other);
    for (const item of this.#blocks.update(removed, added)) seeds.add(item);
    for (const item of moved) if (this.#blocks.keys(item).some((key) => this.#blocks.isCrowded(key))) seeds.add(item);
    const gone = new Set<Group>();
    for (const item of removed) {
      seeds.delete(item);
      this.#membership.leave(item, gone);
    }
    return { gone, made: this.#regroup(seeds, gone) };
  }

  #regroup(seeds: Iterable<Item>, gone: Set<Group>): Group[] {
    const seen = new Set<Item>();
    const expanded = new Set<string>();
    return [...seeds].flatMap((seed) => {
      if (seen.has(seed)) return [];
      const items = this.#connected(seed, seen, expanded).sort(inOrder);
      for (const item of items) this.#membership.leave(item, gone);
      if (items.length < 2) return [];
      const groups = this.#group(items).filter((group) => group.items.length > 1);
      this.#membership.join(groups);
      return groups;
    });
  }

  /** What a claim meets, and what that meets, and so on; spellings of names meet only where they are alike. */
  #connected(seed: Item, seen: Set<Item>, expanded: Set<string>): Item[] {
    const found = [seed];
    seen.add(seed);
    for (let i = 0; i < found.length; i++) {
      const item = found[i] as Item;
      const isName = item.claim.kind === 'name';
      for (const key of this.#blocks.keys(item)) {
        if (!isName && !this.#blocks.isCrowded(key)) {
          if (expanded.has(key)) continue;
          expanded.add(key);
        }
        this.#blocks.visit(key, item, (other) => {
          if (seen.has(other) || (isName && !canMeet(item.claim, other.claim))) return;
          seen.add(other);
          found.push(other);
        });
      }
    }
    return found;
  }

  /** Each claim goes to the group that it fits best of those under its keys. */
  #group(items: Item[]): Group[] {
    const groups: GrowingGroup[] = [];
    const byKey = new Map<string, GrowingGroup[]>();
    for (const item of items) {
      const { kept, sought } = this.#keys(item);
      const candidates = new Set(sought.flatMap((key) => byKey.get(key) ?? []));
      let best: GrowingGroup | undefined;
      let bestScore = 0;
      for (const group of candidates) {
        this.compared();
        const score = belongs(item, group, this.around.weight);
        if (score > bestScore) {
          best = group;
          bestScore = score;
        }
      }
      const group = best ?? { topic: item.claim.topic, items: [], faces: [], names: new Map(), words: new Map() };
      if (!best) groups.push(group);
      addItem(group, item);
      for (const key of kept) {
        const list = byKey.get(key) ?? [];
        if (!list.includes(group) && list.length < MAX_GROUPS_PER_KEY) list.push(group);
        byKey.set(key, list);
      }
    }
    return groups.map(({ topic, items }) => ({ topic, items }));
  }

  /** Under which keys a claim is kept, and under which the groups are that it may join: under a crowded one those of its kin. */
  #keys(item: Item): { kept: string[]; sought: string[] } {
    const keys = this.#blocks.keys(item);
    const open = keys.filter((key) => !this.#blocks.isCrowded(key));
    if (open.length === keys.length) return { kept: open, sought: open };
    const found = { kept: [...open], sought: open };
    const kin = this.around.kin(item.index);
    for (const key of keys) {
      if (!this.#blocks.isCrowded(key)) continue;
      found.kept.push(`${key}@${item.index}`);
      for (const index of kin) found.sought.push(`${key}@${index}`);
    }
    return found;
  }
}

function keysOf(item: Item): string[] {
  const { topic } = item.claim;
  if (item.subject.length === 0) return [topic];
  const open = item.claim.kind === 'number' || item.claim.kind === 'date' ? [topic] : [];
  const own = item.subject.flatMap((t) => (t.id ? [`${topic}|${t.id}`, `${topic}|${t.word}`] : [`${topic}|${t.word}`]));
  return [...new Set([...open, ...own])];
}

const MAX_FACES = 12;
const signature = (item: Item) =>
  `${item.subject.map((t) => t.id ?? t.word)}|${item.object.map((t) => t.word)}|${item.claim.value.text}`;

function addItem(group: GrowingGroup, item: Item): void {
  group.items.push(item);
  if (group.faces.length < MAX_FACES && !group.faces.some((f) => signature(f) === signature(item)))
    group.faces.push(item);
  const own = answerWords(item);
  for (const name of item.claim.context.names)
    if (!own.has(name)) group.names.set(name, (group.names.get(name) ?? 0) + 1);
  for (const word of item.claim.context.words) group.words.set(word, (group.words.get(word) ?? 0) + 1);
}

/** Above 0 when the claim can be about the same thing as the group's: the subject fits, and the event does. */
function belongs(item: Item, group: GrowingGroup, weight: (word: string) => number): number {
  const first = group.faces[0] as Item;
  if (!fitsSubjects(item, group)) return 0;
  if (!objectsMeet(item, first)) return 0;
  if (!group.faces.some((i) => canMeet(item.claim, i.claim))) return 0;
  if (item.claim.kind === 'name' || item.claim.kind === 'quote') return 1;
  const [mine, theirs] = [item.claim.context.past, first.claim.context.past];
  if (mine !== undefined && theirs !== undefined && mine !== theirs && mine > 0 && theirs > 0) return 0;
  if ((mine === -1) !== (theirs === -1)) return 0;
  return eventScore(item, group, weight);
}

/** One of the group's subjects is the claim's; and where both have names, they share one. */
function fitsSubjects(item: Item, group: GrowingGroup): boolean {
  const named = group.faces.filter((i) => i.subject.some((t) => t.name));
  if (item.subject.some((t) => t.name) && named.length > 0) return named.some((i) => shares(item.subject, i.subject));
  return group.faces.some((i) => sameSubject(item, i));
}

/** Both are about one thing; a figure with no subject of its own goes with one whose subject stands beside it. */
function sameSubject(a: Item, b: Item): boolean {
  if (a.subject.length === 0 && b.subject.length === 0) return true;
  if (a.subject.length > 0 && b.subject.length > 0) return shares(a.subject, b.subject);
  if (a.claim.kind !== 'number' && a.claim.kind !== 'date') return false;
  const [named, bare] = a.subject.length > 0 ? [a, b] : [b, a];
  return named.subject.some((t) => t.name && bare.claim.context.names.includes(t.word));
}

/** Names decide where both sides have some. */
function shares(a: LinkedTerm[], b: LinkedTerm[]): boolean {
  const [namesA, namesB] = [a.filter((t) => t.name), b.filter((t) => t.name)];
  const [x, y] = namesA.length > 0 && namesB.length > 0 ? [namesA, namesB] : [a, b];
  return x.some((s) => y.some((t) => sameTerm(s, t)));
}

/** Objects that both name must not differ: meeting the president is not meeting the envoy. */
function objectsMeet(a: Item, b: Item): boolean {
  if (a.object.length === 0 || b.object.length === 0) return true;
  return shares(a.object, b.object);
}

/** Both speak of what their sources are mainly about, and the sources are about one thing: their leads share names. */
function shareLead(a: Item, b: Item): boolean {
  if (!isOnTheme(a) || !isOnTheme(b)) return false;
  let shared = 0;
  for (const name of a.lead.names) if (b.lead.names.has(name)) shared++;
  return shared >= 2;
}

const isOnTheme = (item: Item) =>
  item.claim.statement.start < item.lead.end ||
  item.subject.some((t) => !t.name) ||
  item.claim.context.names.some((n) => item.lead.names.has(n));

/** The words of a claim's own answer, which say nothing about its event. */
function answerWords(item: Item): Set<string> {
  const { value } = item.claim;
  const texts = value.type === 'words' ? value.names : [];
  return new Set(texts.flatMap((t) => t.toLowerCase().split(/\s+/)));
}

/** Kinds whose topic and subject together say so much that no name has to be shared. */
const TELLING = new Set<string>(['deed', 'why', 'order', 'composition']);

/** How much of what surrounds a claim also surrounds the group, weighed by how rare it is in the folder. */
export function eventScore(item: Item, group: GrowingGroup, weight: (word: string) => number): number {
  let score = 0.1;
  let names = 0;
  const own = answerWords(item);
  const around = item.claim.context.names.filter((n) => !own.has(n));
  for (const name of around) {
    if (!group.names.has(name)) continue;
    names++;
    score += 1 + weight(name);
  }
  for (const word of item.claim.context.words) if (group.words.has(word)) score += 0.3 + weight(word);
  const subject = item.subject.some((t) => t.name || t.word.startsWith('age '));
  const bothNamed = around.length > 0 && group.names.size > 0;
  if (
    names === 0 &&
    bothNamed &&
    !subject &&
    !TELLING.has(item.claim.kind) &&
    !group.faces.some((i) => shareLead(item, i))
  )
    return 0;
  if (item.claim.kind === 'place' && item.claim.topic !== 'place:seat' && !subject && names === 0) return 0;
  if (isPlainCount(item) && !subject && names < 2) return 0;
  return score;
}

/** A number of things of some kind: without a verb that says what happened to them, much else has to agree. */
const isPlainCount = (item: Item) =>
  /^count:[^:]+$/.test(item.claim.topic) && !/^count:(?:jobs lost|staff|children)$/.test(item.claim.topic);
