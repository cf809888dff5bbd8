import { canMeet } from '../claims/kinds.ts';
import { canBeOne } from '../claims/name.ts';
import { type Block, Blocks, type Keys } from './blocking.ts';
import { type Item, inOrder, type LinkedTerm, sameTerm } from './items.ts';
import type { Surroundings } from './measures.ts';
import { type GroupChange, Membership } from './membership.ts';
import { canDiffer } from './plain.ts';
import { keyOf } from './sourceItems.ts';

/** Claims that answer one question: one topic, one subject, one event. */
export interface Group {
  topic: string;
  items: Item[];
  /** How likely the claims are of one measure, where that was weighed. */
  certainty?: number | undefined;
}

/** Claims that hang together by keys, of which some may not agree. */
export interface Component {
  items: Item[];
  /** Whether it hangs on what words weigh which of them are in one group. */
  isWeighed: boolean;
}

/** A group to which claims are added. */
interface GrowingGroup extends Group {
  /** The items that a new one is looked at against: one for each subject and object, and no more than a few. */
  faces: Item[];
  signatures: string[];
  names: Set<string>;
  words: Set<string>;
}

/** A claim with what surrounds it but for its own answer, which says nothing about its event. */
interface Candidate {
  item: Item;
  names: readonly string[];
}

/** No question draws more claims than this; what comes after joins no group, so that the cost stays in step with the folder. */
const MAX_GROUPS_PER_KEY = 12;

/**
 * Claims in groups. Claims meet only under a blocking key (topic and one term of their subject), never pair by pair: each is looked at
 * against the few groups under its keys. What hangs together by keys is grouped anew when some of it changes. Most claims agree with all that
 * they meet; these are left alone.
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

  get groups(): ReadonlySet<Group> {
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
    const change: GroupChange = { gone: new Set(), made: [], weighed: [] };
    const seeds = new Set<Item>(added);
    for (const item of removed) {
      scatter(item, seeds);
      this.#membership.leave(item, change);
    }
    for (const item of this.#blocks.update(removed, added)) scatter(item, seeds).add(item);
    for (const item of moved) if (item.blocks.some(({ crowd }) => crowd)) scatter(item, seeds).add(item);
    for (const item of weighed) if (item.component?.isWeighed) scatter(item, seeds);
    for (const item of removed) seeds.delete(item);
    this.#regroup(seeds, change);
    return change;
  }

  #regroup(seeds: Set<Item>, change: GroupChange): void {
    const seen = new Set<Item>();
    const expanded = new Set<Block>();
    const gather = (seed: Item) => {
      const items = this.#connected(seed, seen, expanded).sort(inOrder);
      const groups = items.length < 2 ? [] : this.#group(items).filter((group) => group.items.length > 1);
      this.#membership.regroup(items, groups, change);
    };
    for (const seed of seeds) if (!seen.has(seed) && !seed.isPlain) gather(seed);
    for (const seed of seeds) {
      if (seen.has(seed)) continue;
      if (this.#mayDiffer(seed)) gather(seed);
      else this.#membership.leave(seed, change);
    }
  }

  /** Whether a claim that agrees with most that it may meet hangs together with one that it does not agree with. */
  #mayDiffer(item: Item): boolean {
    const isName = item.spelling !== undefined;
    const mayDiffer = (other: Item) => other.component !== undefined || canDiffer(item, other);
    return item.blocks.some((block) => (isName || block.odd > 0) && this.#blocks.some(block, item, mayDiffer));
  }

  /** What a claim meets, and what that meets, and so on; spellings of names meet only where they are alike. */
  #connected(seed: Item, seen: Set<Item>, expanded: Set<Block>): Item[] {
    const found = [seed];
    seen.add(seed);
    for (let i = 0; i < found.length; i++) {
      const item = found[i] as Item;
      const { spelling } = item;
      for (const block of item.blocks) {
        if (!spelling && !block.crowd) {
          if (expanded.has(block)) continue;
          expanded.add(block);
        }
        this.#blocks.visit(block, item, (other) => {
          if (seen.has(other) || (spelling && other.spelling && !canBeOne(spelling, other.spelling))) return;
          seen.add(other);
          found.push(other);
        });
      }
    }
    return found;
  }

  /** Each claim goes to the group that it fits best of those under its keys. */
  #group(items: Item[]): Group[] {
    const component: Component = { items, isWeighed: false };
    const groups: GrowingGroup[] = [];
    const known = new KnownGroups(this.around.kin);
    for (const item of items) {
      put(item, component);
      const candidate = toCandidate(item);
      let best: GrowingGroup | undefined;
      let bestScore = 0;
      for (const group of known.for(item)) {
        this.compared();
        const score = belongs(candidate, group, this.around.weight);
        if (score > 0 && best) component.isWeighed = true;
        if (score <= bestScore) continue;
        best = group;
        bestScore = score;
      }
      const group = best ?? newGroup(item);
      if (!best) groups.push(group);
      addItem(group, candidate);
      known.add(group, item);
    }
    return groups.map(({ topic, items }) => ({ topic, items }));
  }
}

/** Takes apart what a claim hangs together with. @param seeds gets all of it */
function scatter({ component }: Item, seeds: Set<Item>): Set<Item> {
  for (const item of component?.items ?? []) {
    put(item, undefined);
    seeds.add(item);
  }
  return seeds;
}

function put(item: Item, component: Component | undefined): void {
  const was = item.isOdd;
  item.component = component;
  const change = Number(item.isOdd) - Number(was);
  if (change !== 0) for (const block of item.blocks) block.odd += change;
}

/** The groups under the keys of claims; those under a crowded key by source. */
class KnownGroups {
  readonly #open = new Map<Block, GrowingGroup[]>();
  readonly #crowded = new Map<Block, Map<number, GrowingGroup[]>>();

  constructor(private readonly kin: Surroundings['kin']) {}

  /** Those that a claim may join: under a crowded key those of its kin. */
  for(item: Item): Set<GrowingGroup> {
    const found = new Set<GrowingGroup>();
    for (const block of item.blocks)
      if (!block.crowd) for (const group of this.#open.get(block) ?? []) found.add(group);
    for (const block of item.blocks) {
      const bySource = block.crowd && this.#crowded.get(block);
      if (bySource)
        for (const index of this.kin(item.index)) for (const group of bySource.get(index) ?? []) found.add(group);
    }
    return found;
  }

  add(group: GrowingGroup, item: Item): void {
    for (const block of item.blocks) {
      if (!block.crowd) note(this.#open, block, group);
      else {
        const bySource = this.#crowded.get(block) ?? new Map<number, GrowingGroup[]>();
        this.#crowded.set(block, bySource);
        note(bySource, item.index, group);
      }
    }
  }
}

function note<K>(groups: Map<K, GrowingGroup[]>, key: K, group: GrowingGroup): void {
  const list = groups.get(key);
  if (!list) groups.set(key, [group]);
  else if (list.length < MAX_GROUPS_PER_KEY && !list.includes(group)) list.push(group);
}

function keysOf({ claim: { topic, kind }, subject }: Item): Keys {
  const words = subject.length === 0 || kind === 'number' || kind === 'date' ? [''] : [];
  for (const { id, word } of subject) {
    if (id) words.push(id);
    words.push(word);
  }
  return { area: topic, words };
}

const MAX_FACES = 12;
const signature = (item: Item) =>
  `${item.subject.map(keyOf)}|${item.object.map((t) => t.word)}|${item.claim.value.text}`;

function newGroup({ claim: { topic } }: Item): GrowingGroup {
  return { topic, items: [], faces: [], signatures: [], names: new Set(), words: new Set() };
}

function toCandidate(item: Item): Candidate {
  const own = answerWords(item);
  const { names } = item.claim.context;
  return { item, names: own.size === 0 ? names : names.filter((name) => !own.has(name)) };
}

function addItem(group: GrowingGroup, { item, names }: Candidate): void {
  group.items.push(item);
  if (group.faces.length < MAX_FACES) {
    const own = signature(item);
    if (!group.signatures.includes(own)) {
      group.signatures.push(own);
      group.faces.push(item);
    }
  }
  for (const name of names) group.names.add(name);
  for (const word of item.claim.context.words) group.words.add(word);
}

/** Above 0 when the claim can be about the same thing as the group's: the subject fits, and the event does. */
function belongs(candidate: Candidate, group: GrowingGroup, weight: (word: string) => number): number {
  const { item } = candidate;
  const first = group.faces[0] as Item;
  if (!fitsSubjects(item, group)) return 0;
  if (!objectsMeet(item, first)) return 0;
  if (!group.faces.some((i) => canMeet(item.claim, i.claim))) return 0;
  if (item.claim.kind === 'name' || item.claim.kind === 'quote') return 1;
  const [mine, theirs] = [item.claim.context.past, first.claim.context.past];
  if (mine !== undefined && theirs !== undefined && mine !== theirs && mine > 0 && theirs > 0) return 0;
  if ((mine === -1) !== (theirs === -1)) return 0;
  return eventScore(candidate, group, weight);
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
  item.isLead || item.subject.some((t) => !t.name) || item.claim.context.names.some((n) => item.lead.names.has(n));

const NO_WORDS: ReadonlySet<string> = new Set();

/** The words of a claim's own answer. */
function answerWords(item: Item): ReadonlySet<string> {
  const { value } = item.claim;
  if (value.type !== 'words' || value.names.length === 0) return NO_WORDS;
  return new Set(value.names.flatMap((text) => text.toLowerCase().split(/\s+/)));
}

/** Kinds whose topic and subject together say so much that no name has to be shared. */
const TELLING = new Set<string>(['deed', 'why', 'order', 'composition']);

/** How much of what surrounds a claim also surrounds the group, weighed by how rare it is in the folder. */
function eventScore({ item, names: around }: Candidate, group: GrowingGroup, weight: (word: string) => number): number {
  let score = 0.1;
  let names = 0;
  for (const name of around) {
    if (!group.names.has(name)) continue;
    names++;
    score += 1 + weight(name);
  }
  for (const word of item.claim.context.words) if (group.words.has(word)) score += 0.3 + weight(word);
  const subject = item.subject.some((t) => t.name || t.word.startsWith('age '));
  const bothNamed = around.length > 0 && group.names.size > 0;
  const isApart = names === 0 && !subject && !group.faces.some((i) => shareLead(item, i));
  if (isApart && bothNamed && !TELLING.has(item.claim.kind)) return 0;
  if (isApart && item.claim.kind === 'place' && item.claim.topic !== 'place:seat') return 0;
  if (isPlainCount(item) && !subject && names < 2) return 0;
  return score;
}

/** A number of things of some kind: without a verb that says what happened to them, much else has to agree. */
const isPlainCount = (item: Item) =>
  /^count:[^:]+$/.test(item.claim.topic) && !/^count:(?:jobs lost|staff|children)$/.test(item.claim.topic);
