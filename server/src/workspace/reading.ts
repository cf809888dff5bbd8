import type { EntityHead } from '../analysis/entities/folderEntities.ts';
import type { FolderChange } from '../analysis/folder.ts';
import type { Contradiction, EntityMention, FolderAnalysis, Position, Span, Statement } from '../analysis/model.ts';
import { isSame } from '../analysis/same.ts';
import type { Document } from './document.ts';
import { NO_CHANGE } from './engine.ts';
import { Labels } from './labels.ts';
import { Mentions, type NumberedMention } from './mentions.ts';
import { type PackedChange, type PackedMentions, packChange } from './packedChange.ts';
import { ReadEntity } from './readEntity.ts';
import { ReadSource } from './readSource.ts';
import { translated } from './translate.ts';

/** A mention with the entity that it names. */
export interface PlacedMention {
  entity: ReadEntity;
  mention: EntityMention;
}

/** A statement with the position that it gives and the question that is disputed. */
export interface PlacedStatement {
  contradiction: Contradiction;
  position: Position;
  statement: Statement;
}

/** What is made of what was found before it is shown: the same contradictions, or changed or fewer ones. Pure. */
export type Judge = (contradictions: Contradiction[], documents: ReadonlyMap<string, Document>) => Contradiction[];

/** What the sources say now: documents by path, nothing for those that are gone. */
export type DocumentChange = ReadonlyMap<string, Document | undefined>;

/**
 * The sources read against each other: what every feature answers from. A change is taken in as a whole, and at a cost that
 * goes with the change and not with the folder; between changes everything that is asked is answered from one state. Paths are
 * canonical URIs.
 */
export class Reading {
  readonly #documents = new Map<string, Document>();
  readonly #sources = new Map<string, ReadSource>();
  readonly #entities = new Map<string, ReadEntity>();
  /** The same by their numbers. */
  readonly #numbered: (ReadEntity | undefined)[] = [];
  readonly #mentions = new Mentions();
  readonly #labels = new Labels();
  /** What was found, and what is shown of it; both by id. */
  readonly #found = new Map<string, Contradiction>();
  readonly #shown = new Map<string, Contradiction>();
  readonly #byPath = new Map<string, Set<string>>();
  readonly #statements = new Map<string, PlacedStatement[]>();
  #ids: Map<string, ReadEntity> | undefined;
  readonly #inOrder: { sources?: ReadSource[]; entities?: ReadEntity[]; contradictions?: Contradiction[] } = {};

  /**
   * @param minimumConfidence contradictions below it are not shown
   * @param judge what is made of what is found
   */
  constructor(
    private minimumConfidence = 0,
    private readonly judge: Judge = (contradictions) => contradictions,
  ) {}

  /** A reading of what was read at once. */
  static of(analysis: FolderAnalysis, documents: ReadonlyMap<string, Document>): Reading {
    const reading = new Reading();
    reading.update(packChange(wholeOf(analysis)), documents);
    return reading;
  }

  /** By path, in its order. */
  get sources(): ReadSource[] {
    this.#inOrder.sources ??= [...this.#sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return this.#inOrder.sources;
  }

  /** In the order in which they are first mentioned. */
  get entities(): ReadEntity[] {
    this.#inOrder.entities ??= [...this.#entities.values()].sort(ReadEntity.compare);
    return this.#inOrder.entities;
  }

  /** The surest first. */
  get contradictions(): Contradiction[] {
    this.#inOrder.contradictions ??= [...this.#shown.values()].sort(
      (a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1),
    );
    return this.#inOrder.contradictions;
  }

  /** What is said of each entity, by its key. */
  get entityHeads(): [key: string, head: EntityHead][] {
    return [...this.#entities].map(([key, { head }]) => [key, head]);
  }

  /** What was found, before readers have decided anything of it. */
  get found(): Contradiction[] {
    return [...this.#found.values()];
  }

  get documents(): ReadonlyMap<string, Document> {
    return this.#documents;
  }

  /** How many sources, entities and contradictions there are. */
  get size(): { sources: number; entities: number; contradictions: number } {
    return { sources: this.#sources.size, entities: this.#entities.size, contradictions: this.#shown.size };
  }

  /** The text that the reading is of; undefined for what is not a source. */
  document(path: string): Document | undefined {
    return this.#documents.get(path);
  }

  source(path: string): ReadSource | undefined {
    return this.#sources.get(path);
  }

  entity(id: string): ReadEntity | undefined {
    this.#ids ??= new Map([...this.#entities.values()].map((entity) => [entity.id, entity]));
    return this.#ids.get(id);
  }

  contradiction(id: string): Contradiction | undefined {
    return this.#shown.get(id);
  }

  /** The paths of the sources that take part in a contradiction. */
  get disputedPaths(): string[] {
    return [...this.#byPath.keys()];
  }

  /** The mentions in a source, in text order. */
  mentionsIn(path: string): PlacedMention[] {
    return this.#placed(this.#mentions.in(path));
  }

  /** The mentions inside a span of a source, in text order. */
  mentionsWithin(path: string, span: Span): PlacedMention[] {
    return this.#placed(this.#mentions.within(path, span));
  }

  /** How many entities a source mentions. */
  countEntitiesIn(path: string): number {
    return new Set(this.#mentions.entitiesIn(path)).size;
  }

  /** All mentions in some sources, as {@link update} takes them. */
  packMentions(paths: readonly string[]): PackedMentions {
    return this.#mentions.pack(paths, (number) => (this.#numbered[number] as ReadEntity).key);
  }

  /** The disputed statements in a source, in text order. */
  statementsIn(path: string): PlacedStatement[] {
    const known = this.#statements.get(path);
    if (known) return known;
    const ids = [...(this.#byPath.get(path) ?? [])];
    const disputes = ids.map((id) => this.#shown.get(id) as Contradiction);
    disputes.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
    const here = disputes.flatMap(placeStatements).filter(({ statement }) => statement.path === path);
    here.sort((a, b) => a.statement.start - b.statement.start);
    this.#statements.set(path, here);
    return here;
  }

  /** The mention at an offset, the shortest where several lie over each other. The end of a span counts as in it. */
  mentionAt(path: string, offset: number): PlacedMention | undefined {
    const here = this.mentionsIn(path).filter(({ mention }) => touches(mention, offset));
    return here.sort((a, b) => length(a.mention) - length(b.mention))[0];
  }

  /** The disputed statements at an offset, those whose focus lies there first, then the shorter first. */
  statementsAt(path: string, offset: number): PlacedStatement[] {
    const distance = ({ statement }: PlacedStatement) => (touches(statement.focus, offset) ? 0 : 1);
    return this.statementsIn(path)
      .filter(({ statement }) => touches(statement, offset) || touches(statement.focus, offset))
      .sort((a, b) => distance(a) - distance(b) || length(a.statement) - length(b.statement));
  }

  /** What to call a source in a sentence: its publisher or title where that tells it from the others, or its file. */
  label(path: string): string {
    return this.#labels.of(path);
  }

  /**
   * Takes in what has changed in the folder and in the documents.
   *
   * @returns the paths of the sources whose disputes, or what is said of them, may be others than before
   */
  update(told: PackedChange, documents: DocumentChange): Set<string> {
    const change = told.isWhole ? this.#differenceTo(told) : told;
    const changed = [...documents].flatMap(([path, now]) => (this.#documents.get(path) === now ? [] : [path]));
    for (const [path, document] of documents) {
      if (document) this.#documents.set(path, document);
      else this.#documents.delete(path);
    }
    const renamed = this.#labels.update(change.sources);
    for (const path of change.sources.gone) {
      this.#sources.delete(path);
      this.#documents.delete(path);
    }
    for (const source of change.sources.set) this.#sources.set(source.path, new ReadSource(source));
    for (const path of documents.keys()) if (!this.#sources.has(path)) this.#documents.delete(path);
    this.#updateEntities(change);
    const affected = new Set<string>();
    for (const path of [...renamed, ...changed]) for (const id of this.#byPath.get(path) ?? []) affected.add(id);
    for (const id of change.contradictions.gone) this.#found.delete(id);
    for (const each of change.contradictions.set) this.#found.set(each.id, each);
    for (const id of change.contradictions.gone) affected.add(id);
    for (const { id } of change.contradictions.set) affected.add(id);
    const isChanged = ({ set, gone }: { set: unknown[]; gone: unknown[] }) => set.length + gone.length > 0;
    if (isChanged(change.sources)) delete this.#inOrder.sources;
    if (isChanged(change.entities)) delete this.#inOrder.entities;
    return new Set([...this.#rejudge(affected), ...changed]);
  }

  /** What has to change for a whole to take the place of what there is: after a warm start that is little. */
  #differenceTo({ sources, entities, mentions, contradictions, left }: PackedChange): PackedChange {
    const paths = new Set(mentions.flatMap((packed) => packed.paths));
    const unmentioned = [...this.#mentions.paths].filter((path) => !paths.has(path));
    const none = { paths: unmentioned, keys: [], words: [], numbers: new Int32Array(unmentioned.length) };
    const isOther = (each: Contradiction) => !isSame(this.#found.get(each.id), each);
    return {
      isWhole: false,
      sources: { set: sources.set, gone: missing(this.#sources, new Set(sources.set.map(({ path }) => path))) },
      entities: { set: entities.set, gone: missing(this.#entities, new Set(entities.set.map(([key]) => key))) },
      mentions: [...mentions, none],
      contradictions: {
        set: contradictions.set.filter(isOther),
        gone: missing(this.#found, new Set(contradictions.set.map(({ id }) => id))),
      },
      left,
    };
  }

  /** Takes out all that some sources have part in. @returns as {@link update} does */
  leaveOut(paths: ReadonlySet<string>): Set<string> {
    const hasPart = (each: Contradiction) => [...pathsOf(each)].some((path) => paths.has(path));
    const alone = [...this.#entities].filter(([, entity]) => entity.isOnlyIn(paths)).map(([key]) => key);
    const found = this.found.filter(hasPart).map(({ id }) => id);
    const change = {
      ...NO_CHANGE,
      sources: { set: [], gone: [...paths] },
      entities: { set: [], gone: alone },
      contradictions: { set: [], gone: found },
    };
    return this.update(change, new Map([...paths].map((path) => [path, undefined])));
  }

  /** Judges anew everything that was found. @returns as {@link update} does */
  reconsider(minimumConfidence = this.minimumConfidence): Set<string> {
    this.minimumConfidence = minimumConfidence;
    return this.#rejudge(new Set([...this.#found.keys(), ...this.#shown.keys()]));
  }

  #updateEntities({ entities, mentions, sources }: PackedChange): void {
    for (const [key, head] of entities.set) {
      const known = this.#entities.get(key);
      if (known) known.describe(head);
      else this.#addEntity(key, head);
    }
    for (const path of sources.gone) this.#place(path, new Int32Array());
    const numberOf = (key: string) => this.#entities.get(key)?.number;
    for (const packed of mentions) {
      for (const [path, own] of this.#mentions.translated(packed, numberOf)) this.#place(path, own);
    }
    for (const key of entities.gone) {
      const number = numberOf(key);
      if (number !== undefined) this.#numbered[number] = undefined;
      this.#entities.delete(key);
    }
    if (entities.set.length + entities.gone.length > 0) this.#ids = undefined;
  }

  #addEntity(key: string, head: EntityHead): void {
    const entity = new ReadEntity(head, key, this.#numbered.length, this.#mentionsOf);
    this.#entities.set(key, entity);
    this.#numbered.push(entity);
  }

  readonly #mentionsOf = (entity: number, path: string): EntityMention[] => this.#mentions.of(entity, path);

  #place(path: string, own: Int32Array): void {
    for (const number of this.#mentions.entitiesIn(path)) this.#numbered[number]?.leave(path);
    this.#mentions.set(path, own);
    for (const number of this.#mentions.entitiesIn(path)) this.#numbered[number]?.enter(path);
  }

  #placed(mentions: NumberedMention[]): PlacedMention[] {
    return mentions.flatMap(({ entity: number, mention }) => {
      const entity = this.#numbered[number];
      return entity ? [{ entity, mention }] : [];
    });
  }

  #rejudge(ids: Set<string>): Set<string> {
    const paths = new Set<string>();
    const reach = (contradiction: Contradiction) => {
      for (const path of pathsOf(contradiction)) {
        paths.add(path);
        this.#statements.delete(path);
      }
    };
    for (const id of ids) {
      const before = this.#shown.get(id);
      if (!before) continue;
      reach(before);
      this.#shown.delete(id);
      for (const path of pathsOf(before)) {
        const own = this.#byPath.get(path);
        if (own?.delete(id) && own.size === 0) this.#byPath.delete(path);
      }
    }
    const found = [...ids].flatMap((id) => this.#found.get(id) ?? []);
    for (const each of this.judge(found, this.#documents).map(translated)) {
      if (each.confidence < this.minimumConfidence) continue;
      this.#shown.set(each.id, each);
      reach(each);
      for (const path of pathsOf(each)) this.#byPath.set(path, (this.#byPath.get(path) ?? new Set()).add(each.id));
    }
    delete this.#inOrder.contradictions;
    return paths;
  }
}

/** What was read at once as a change of nothing. */
function wholeOf({ sources, entities, contradictions }: FolderAnalysis): FolderChange {
  const mentions = new Map<string, { entity: string; mention: EntityMention }[]>();
  for (const { id, mentions: own } of entities) {
    for (const mention of own) {
      const list = mentions.get(mention.path) ?? [];
      list.push({ entity: id, mention });
      mentions.set(mention.path, list);
    }
  }
  for (const list of mentions.values()) list.sort((a, b) => a.mention.start - b.mention.start);
  const heads = entities.map(({ mentions: _, ...head }, i): [string, EntityHead] => {
    return [head.id, { ...head, first: { path: '', start: i } }];
  });
  return {
    isWhole: true,
    sources: { set: sources, gone: [] },
    entities: { set: heads, gone: [] },
    mentions: [...mentions],
    contradictions: { set: contradictions, gone: [] },
    left: { crowdedKeys: 0, claims: 0, surnames: 0 },
  };
}

/** The keys that a whole has no more. */
function missing(known: ReadonlyMap<string, unknown>, whole: ReadonlySet<string>): string[] {
  return [...known.keys()].filter((key) => !whole.has(key));
}

function pathsOf({ positions }: Contradiction): Set<string> {
  return new Set(positions.flatMap(({ statements }) => statements.map(({ path }) => path)));
}

function placeStatements(contradiction: Contradiction): PlacedStatement[] {
  return contradiction.positions.flatMap((position) =>
    position.statements.map((statement) => ({ contradiction, position, statement })),
  );
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function length(span: Span): number {
  return span.end - span.start;
}
