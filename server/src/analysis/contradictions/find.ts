import { cut } from '../cut.ts';
import type { Contradiction, Position, Statement } from '../model.ts';
import type { PackedSource } from '../packedSource.ts';
import { Ages } from './ages.ts';
import { confidenceOf } from './confidence.ts';
import { type Group, TopicGroups } from './groups.ts';
import { type Item, keepSame, type Linked } from './items.ts';
import { MeasuredGroups } from './measured.ts';
import type { GroupChange } from './membership.ts';
import { OwnIds } from './ownIds.ts';
import { type Answer, type Dispute, findDispute } from './positions.ts';
import { bySureness, Repeats } from './repeats.ts';
import { SourceItems, wordsOf } from './sourceItems.ts';
import { type Stories, storiesOf } from './stories.ts';
import { FolderSurroundings, type Shift } from './surroundings.ts';
import { explainInEnglish, explanationOf, inEnglish, questionOf } from './wording.ts';

/** A source whose claims, or what these are about, have changed. */
export interface SourceLinks {
  source: PackedSource;
  /** The folder's entity for each of the source's own. */
  linked: readonly (Linked | undefined)[];
}

interface Found {
  dispute: Dispute;
  stories: Stories;
  contradiction: Contradiction;
}

/**
 * The disputed questions of a folder: one contradiction per question, with all its positions. The cost grows in step with the number of
 * claims: claims are grouped under blocking keys, never compared pair by pair. A change leads to new comparisons only where it reaches, and
 * to what reading the whole folder anew would give.
 */
export class Contradictions {
  readonly around = new FolderSurroundings();
  readonly #indexes = new Map<string, number>();
  readonly #ages = new Ages();
  readonly #measured: MeasuredGroups;
  readonly #topics: TopicGroups;
  readonly #found = new Map<Group, Found>();
  /** The disputes that a source takes part in. */
  readonly #disputesOf = new Map<number, Set<Group>>();
  /** The disputes whose stories hang on a source. */
  readonly #toldBy = new Map<number, Set<Group>>();
  readonly #repeats = new Repeats();
  readonly #shown = new Set<Contradiction>();
  readonly #ids = new OwnIds();
  #last = 0;

  /** @param compared is called for each comparison, for the benchmark of the cost */
  constructor(compared = () => {}) {
    this.#measured = new MeasuredGroups(this.around, compared);
    this.#topics = new TopicGroups(this.around, compared);
  }

  /** All that there are, the surest first. */
  get all(): Contradiction[] {
    return this.#ids.all.sort(bySureness);
  }

  /** The groups of claims that are compared. */
  get groups(): Group[] {
    return [...this.#measured.groups, ...this.#topics.groups];
  }

  /** What was left out so that the cost stays in step with the folder: keys that too many sources share, and claims beyond what a source keeps. */
  get left(): { crowded: number; leftOut: number } {
    const [a, b] = [this.#measured.left, this.#topics.left];
    return { crowded: a.crowded + b.crowded, leftOut: a.leftOut + b.leftOut };
  }

  /** Takes sources out and in. @returns the contradictions that are no more, and those that are new or have changed */
  update(removed: Iterable<string>, changed: Iterable<SourceLinks>): { gone: Contradiction[]; made: Contradiction[] } {
    const { before, after, kept } = this.#exchange(removed, changed);
    const shift = this.around.update(before, after);
    const reached = this.#reach(shift, before, after, kept);
    const [gone, made] = [before, after].map((list) => list.flatMap(({ items }) => items.filter((i) => !kept.has(i))));
    const split = (items: Item[] = []) =>
      [items.filter(isMeasured), items.filter((item) => !isMeasured(item))] as const;
    const [[goneMeasured, goneOthers], [madeMeasured, madeOthers]] = [split(gone), split(made)];
    const [[movedMeasured, movedOthers], [weighed, weighedOthers]] = [split(reached.moved), split(reached.weighed)];
    const measured = this.#measured.update(goneMeasured, madeMeasured, {
      moved: movedMeasured,
      weighed,
      pairs: reached.pairs,
    });
    const topics = this.#topics.update(goneOthers, madeOthers, movedOthers, weighedOthers);
    return this.#judge(measured, topics, shift, new Set(after.map(({ index }) => index)));
  }

  /** Collects the claims of what has changed, and of all who speak of people that are now known to have another age. */
  #exchange(removed: Iterable<string>, changed: Iterable<SourceLinks>) {
    const ages = new Map<string, string | undefined>();
    const before = new Map<string, SourceItems>();
    const take = (path: string) => {
      const known = this.#itemsOf(path);
      if (!known) return;
      before.set(path, known);
      this.#ages.remove(path, known.items, ages);
    };
    for (const path of removed) {
      take(path);
      this.#indexes.delete(path);
    }
    const collected = new Map<string, { own: SourceItems; subjects: Set<string> }>();
    const collect = ({ source, linked }: SourceLinks) => {
      const own = new SourceItems(source, this.#indexOf(source.path), linked);
      collected.set(source.path, { own, subjects: this.#ages.add(source.path, own.items, ages) });
    };
    for (const links of changed) {
      take(links.source.path);
      collect(links);
    }
    const aged = [...ages].filter(([key, age]) => this.#ages.of(key) !== age);
    for (const path of new Set(aged.flatMap(([key]) => [...this.#ages.speakersOf(key)]))) {
      const known = this.#itemsOf(path);
      if (!known || collected.has(path)) continue;
      take(path);
      collect(known);
    }
    const kept = new Set<Item>();
    for (const { own, subjects } of collected.values()) {
      const known = this.#ages.among(subjects);
      if (known.size > 0) own.tellAges(known);
      const old = before.get(own.path);
      if (old) for (const item of keepSame(old, own)) kept.add(item);
    }
    return { before: [...before.values()], after: [...collected.values()].map(({ own }) => own), kept };
  }

  #itemsOf(path: string): SourceItems | undefined {
    const index = this.#indexes.get(path);
    return index === undefined ? undefined : this.around.sources.get(index);
  }

  #indexOf(path: string): number {
    const index = this.#indexes.get(path) ?? ++this.#last;
    this.#indexes.set(path, index);
    return index;
  }

  /** The claims that are as before, but around which something has changed. */
  #reach({ weighed, moved, nearer, pairs }: Shift, before: SourceItems[], after: SourceItems[], kept: Set<Item>) {
    const { sources } = this.around;
    const taken = new Map(after.map((source) => [source.index, source.items.filter((item) => kept.has(item))]));
    const of = (index: number) => taken.get(index) ?? sources.get(index)?.items ?? [];
    const found = { moved: [...moved].flatMap(of), weighed: [] as Item[], pairs: new Map<Item, Set<number>>() };
    for (const index of nearer) found.weighed.push(...of(index).filter(isMeasured));
    // what a figure is likely to measure hangs on the other figures of its source
    const isOther = (item: Item) => isMeasured(item) && !kept.has(item);
    const altered = new Set([...before, ...after].flatMap(({ index, items }) => (items.some(isOther) ? index : [])));
    for (const index of altered) found.weighed.push(...of(index).filter(isMeasured));
    if (weighed === 'all') found.weighed = [...sources.keys()].flatMap(of).filter(isWeighable);
    else {
      const words = new Map<number, string[]>();
      for (const word of weighed)
        for (const index of this.around.users(word)) words.set(index, [...(words.get(index) ?? []), word]);
      for (const [index, own] of words) {
        const isWeighed = (item: Item) => own.some((word) => wordsOf(item.claim).includes(word));
        found.weighed.push(...of(index).filter((item) => isWeighable(item) && isWeighed(item)));
      }
    }
    const others = new Map<number, Set<number>>();
    for (const [index, other] of pairs) others.set(index, (others.get(index) ?? new Set()).add(other));
    for (const [index, own] of others) for (const item of of(index).filter(isMeasured)) found.pairs.set(item, own);
    return found;
  }

  /** Finds what the new groups dispute, and tells anew what has moved in its text or hangs on the kinship of sources. */
  #judge(measured: GroupChange, topics: GroupChange, { nearer, moved, pairs, weighed }: Shift, retold: Set<number>) {
    const removed: Contradiction[] = [];
    const added: Contradiction[] = [];
    for (const group of [...measured.gone, ...topics.gone]) {
      const found = this.#found.get(group);
      if (!found) continue;
      removed.push(found.contradiction);
      this.#found.delete(group);
      for (const index of sourcesOf(group)) this.#disputesOf.get(index)?.delete(group);
      for (const index of found.stories.context) this.#toldBy.get(index)?.delete(group);
    }
    const of = (index: number) => this.#disputesOf.get(index) ?? NO_GROUPS;
    const retelling = new Set([...moved, ...retold].flatMap((index) => [...(this.#toldBy.get(index) ?? NO_GROUPS)]));
    const reached = new Set<Group>(weighed === 'all' ? this.#found.keys() : retelling);
    for (const index of [...nearer, ...retold]) for (const group of of(index)) reached.add(group);
    for (const [index, other] of pairs) for (const group of of(index)) if (of(other).has(group)) reached.add(group);
    for (const group of measured.weighed) if (this.#found.has(group)) reached.add(group);
    for (const group of reached) {
      const found = this.#found.get(group) as Found;
      const stories = storiesOf(found.dispute, this.around, retelling.has(group) ? undefined : found.stories);
      const isMoved = group.items.some(({ index }) => retold.has(index));
      const now = this.#tell(group, found.dispute, stories, found, isMoved);
      if (now === found.contradiction) continue;
      removed.push(found.contradiction);
      added.push(now);
    }
    for (const group of [...topics.made, ...measured.made]) {
      const dispute = findDispute(group);
      if (!dispute) continue;
      added.push(this.#tell(group, dispute, storiesOf(dispute, this.around)));
      for (const index of sourcesOf(group)) note(this.#disputesOf, index, group);
    }
    return this.#show(removed, added);
  }

  /**
   * @param before what was told of it before
   * @param isMoved whether one of its statements stands in another place than before
   */
  #tell(group: Group, dispute: Dispute, stories: Stories, before?: Found, isMoved = true): Contradiction {
    const confidence = confidenceOf(dispute, this.around, stories.areApart);
    const isSame = before && !isMoved && before.contradiction.confidence === confidence;
    const contradiction = isSame ? before.contradiction : toContradiction(dispute, confidence);
    this.#found.set(group, { dispute, stories, contradiction });
    if (stories === before?.stories) return contradiction;
    for (const index of before?.stories.context ?? []) this.#toldBy.get(index)?.delete(group);
    for (const index of stories.context) note(this.#toldBy, index, group);
    return contradiction;
  }

  #show(removed: Contradiction[], added: Contradiction[]): { gone: Contradiction[]; made: Contradiction[] } {
    const affected = this.#repeats.update(removed, added);
    const gone = removed.filter((contradiction) => this.#shown.delete(contradiction));
    const made: Contradiction[] = [];
    for (const contradiction of affected) {
      const isShown = !this.#repeats.isRepeat(contradiction);
      if (isShown === this.#shown.has(contradiction)) continue;
      if (isShown) {
        this.#shown.add(contradiction);
        made.push(contradiction);
      } else {
        this.#shown.delete(contradiction);
        gone.push(contradiction);
      }
    }
    return this.#ids.update(gone, made);
  }
}

const NO_GROUPS: ReadonlySet<Group> = new Set();
const note = (map: Map<number, Set<Group>>, index: number, group: Group) =>
  map.set(index, (map.get(index) ?? new Set()).add(group));
/** Whether anything hangs on what the words around a claim weigh. */
const isWeighable = (item: Item) => item.component?.isWeighed || isMeasured(item);
const isMeasured = ({ slot }: Item) => slot !== undefined;
const sourcesOf = ({ items }: Group) => new Set(items.map(({ index }) => index));

function toContradiction(dispute: Dispute, confidence: number): Contradiction {
  const told = { question: questionOf(dispute), explanation: explanationOf(dispute) };
  return {
    id: idOf(dispute),
    kind: kindOf(dispute),
    severity: dispute.severity,
    confidence,
    question: inEnglish(told.question),
    explanation: explainInEnglish(told.explanation),
    told,
    positions: dispute.answers.map((answer) => toPosition(answer)),
  };
}

function kindOf(dispute: Dispute): Contradiction['kind'] {
  const kinds = dispute.answers.map((a) => a.lead.claim.as);
  return kinds.find((k) => k === 'modality') ?? kinds[0] ?? 'other';
}

function toPosition(answer: Answer): Position {
  const seen = new Set<string>();
  const statements: Statement[] = [];
  for (const { claim, source } of answer.items) {
    const key = `${source.path}:${claim.focus.start}:${claim.focus.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { text } = source.read;
    statements.push({
      path: source.path,
      ...claim.statement,
      text: cut(text, claim.statement.start, claim.statement.end),
      ...(claim.speaker ? { speaker: claim.speaker } : {}),
      focus: { ...claim.focus, text: cut(text, claim.focus.start, claim.focus.end) },
    });
  }
  return { value: answer.lead.claim.value.text.replace(/\s+/g, ' '), statements };
}

/**
 * Depends on nothing but what the statements say, so it stays while these are unchanged, and is the same in the editor and
 * on the command line, which name the sources differently.
 */
function idOf(dispute: Dispute): string {
  const parts = dispute.answers.flatMap(({ items }) =>
    items.map(({ source, claim: { statement, focus } }) => {
      const said = source.read.text.slice(statement.start, statement.end);
      return `${said}@${focus.start - statement.start}`;
    }),
  );
  return `c-${hash(`${dispute.group.topic}|${parts.sort().join('|')}`)}`;
}

/** FNV-1a, 32 bits, twice with different offsets; ids need to be short and stable, not secret. */
function hash(text: string): string {
  const run = (seed: number) => {
    let h = seed;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return run(0x811c9dc5) + run(0x9747b28c);
}
