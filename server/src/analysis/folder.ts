import { Contradictions } from './contradictions/find.ts';
import { type Correction, type Guidance, NO_GUIDANCE } from './entities/correct.ts';
import { type EntityChange, type EntityHead, FolderEntities, type SourceMention } from './entities/folderEntities.ts';
import { toKnown } from './known.ts';
import type { Contradiction, Entity, FolderAnalysis, KnownSource, SourceAnalysis, WatchedEntity } from './model.ts';
import { PackedSource } from './packedSource.ts';
import { isSame } from './same.ts';

/** What has changed in a folder since the last update: all that is new or other than before, and what is gone. Plain data. */
export interface FolderChange {
  /** It is all that is known: what was told before counts no more. */
  isWhole: boolean;
  sources: { set: KnownSource[]; gone: string[] };
  /** By key. */
  entities: { set: [key: string, head: EntityHead][]; gone: string[] };
  /** By path: all mentions in a source, in text order. */
  mentions: [path: string, mentions: SourceMention[]][];
  /** By id. */
  contradictions: { set: Contradiction[]; gone: string[] };
  left: Left;
}

/** What was left out so that the cost stays in step with the size of the folder. */
export interface Left {
  /** Blocking keys that too many sources share: claims meet there only within what seems to be one story. */
  crowdedKeys: number;
  /** Claims of a source beyond what it keeps under one key. */
  claims: number;
  /** Surnames that too many people bear: they are linked with nobody. */
  surnames: number;
}

/**
 * The sources of a folder read against each other. A change costs what it reaches, not what there is; what is known after it
 * is what a new folder with the same sources would know, in whatever order they came.
 */
export class Folder {
  readonly #sources = new Map<string, PackedSource>();
  #entities = new FolderEntities(this.#sources);
  #contradictions: Contradictions;
  /** What the reader follows, as text. */
  #watched = '[]';
  #isNew = true;

  /** @param compared is called for each comparison, for the benchmark of the cost */
  constructor(private readonly compared?: () => void) {
    this.#contradictions = new Contradictions(compared);
  }

  get size(): number {
    return this.#sources.size;
  }

  /** What is compared, for the benchmarks. */
  get claims(): Pick<Contradictions, 'around' | 'groups'> {
    return this.#contradictions;
  }

  /**
   * Takes in what has changed.
   *
   * @param sources each path with what its source says now; nothing for one that is gone
   * @param guidance all that readers say of who is who
   */
  update(
    sources: ReadonlyMap<string, SourceAnalysis | undefined>,
    { corrections, watched }: Guidance = NO_GUIDANCE,
  ): FolderChange {
    const changes = [...sources].flatMap(([path, source]) => {
      const before = this.#sources.get(path);
      const after = source && PackedSource.of(source);
      if (after) this.#sources.set(path, after);
      else this.#sources.delete(path);
      return before || after ? [{ ...(before ? { before } : {}), ...(after ? { after } : {}) }] : [];
    });
    const isAsWatched = JSON.stringify(watched) === this.#watched;
    const entities = isAsWatched ? this.#entities.update(changes, corrections) : undefined;
    if (!entities) return this.#begin(corrections, watched);
    const gone = changes.flatMap(({ before, after }) => (before && !after ? [before.path] : []));
    const set = changes.flatMap(({ after }) => after ?? []);
    return this.#tell(gone, set, entities);
  }

  /** Reads all sources against each other anew, as what the reader follows has changed. */
  #begin(corrections: Correction[], watched: WatchedEntity[]): FolderChange {
    this.#watched = JSON.stringify(watched);
    this.#isNew = true;
    this.#entities = new FolderEntities(this.#sources, watched);
    this.#contradictions = new Contradictions(this.compared);
    const set = [...this.#sources.values()];
    const entities = this.#entities.update(
      set.map((after) => ({ after })),
      corrections,
    );
    return this.#tell([], set, entities as EntityChange);
  }

  #tell(gone: string[], set: PackedSource[], entities: EntityChange): FolderChange {
    const relinked = new Set([...set.map(({ path }) => path), ...entities.relinked]);
    const links = [...relinked].flatMap((path) => {
      const source = this.#sources.get(path);
      return source ? [{ source, linked: this.#entities.linked(path) }] : [];
    });
    const contradictions = this.#contradictions.update(gone, links);
    const kept = new Set(contradictions.made.map(({ id }) => id));
    const before = new Map(contradictions.gone.map((each) => [each.id, each]));
    const isNew = (each: Contradiction) => !isSame(before.get(each.id), each);
    const isWhole = this.#isNew;
    this.#isNew = false;
    return {
      isWhole,
      sources: { set: set.map(toKnown), gone },
      entities: {
        set: [...entities.heads].map((key) => [key, this.#entities.head(key) as EntityHead]),
        gone: [...entities.gone],
      },
      mentions: [...entities.paths].map((path) => [path, this.#entities.in(path)]),
      contradictions: {
        set: contradictions.made.filter(isNew),
        gone: contradictions.gone.map(({ id }) => id).filter((id) => !kept.has(id)),
      },
      left: this.#left,
    };
  }

  /** All that is known. */
  get analysis(): FolderAnalysis {
    const paths = [...this.#sources.keys()].sort();
    const mentions = new Map<string, Entity['mentions']>();
    for (const path of paths) {
      for (const { entity, mention } of this.#entities.in(path)) {
        const own = mentions.get(entity);
        if (own) own.push(mention);
        else mentions.set(entity, [mention]);
      }
    }
    return {
      sources: paths.map((path) => toKnown(this.#sources.get(path) as PackedSource)),
      entities: this.#entities.keys.map((key) => {
        const { first: _, ...head } = this.#entities.head(key) as EntityHead;
        return { ...head, mentions: mentions.get(key) ?? [] };
      }),
      contradictions: this.#contradictions.all,
    };
  }

  get #left(): Left {
    const { crowded, leftOut } = this.#contradictions.left;
    return { crowdedKeys: crowded, claims: leftOut, surnames: this.#entities.crowded };
  }
}
