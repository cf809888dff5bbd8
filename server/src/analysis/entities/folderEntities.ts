import type { Entity, WatchedEntity } from '../model.ts';
import type { PackedSource } from '../packedSource.ts';
import type { About, Cluster } from './cluster.ts';
import { type Correction, correctEntities, ownKey } from './correct.ts';
import { fold } from './fold.ts';
import { byPlace, EntityIds } from './ids.ts';
import { Linker, type SourceChange } from './link.ts';
import { Mentions, type Placed } from './mentions.ts';

/** What is said of an entity, but for where it is mentioned. */
export interface EntityHead extends Omit<Entity, 'mentions'> {
  /** Where it is first mentioned; entities stand in that order, and those that readers have split off at the end. */
  first: About['first'] | undefined;
}

/** A mention in a source, by the key of its entity. */
export interface SourceMention {
  entity: string;
  mention: Entity['mentions'][number];
}

export interface EntityChange {
  /** The sources whose mentions are others, or other things', than before. */
  paths: Set<string>;
  /** The sources of whose entities some have become another. */
  relinked: Set<string>;
  gone: Set<string>;
  /** New, or said other things of than before. */
  heads: Set<string>;
}

/** What readers have made of some entities. */
interface Corrected {
  /** What was linked, in place of which the corrected entities stand. */
  clusters: Set<Cluster>;
  /** The sources that mention these, or that readers have said something of: of a name that is none, nothing is left in them. */
  paths: Set<string>;
  heads: Map<string, EntityHead>;
  /** By path. */
  mentions: Map<string, SourceMention[]>;
  /** By {@link ownKey}. */
  of: Map<string, Entity>;
  keys: Map<Entity, string>;
}

const NOTHING_CORRECTED: Corrected = {
  clusters: new Set(),
  paths: new Set(),
  heads: new Map(),
  mentions: new Map(),
  of: new Map(),
  keys: new Map(),
};

/** The entities of a folder, one for each thing, as the sources show them and readers have corrected them. */
export class FolderEntities {
  readonly #linker: Linker;
  readonly #mentions: Mentions;
  readonly #ids = new EntityIds();
  readonly #clusters = new Map<string, Cluster>();
  #corrected = NOTHING_CORRECTED;

  constructor(
    private readonly sources: ReadonlyMap<string, PackedSource>,
    private readonly watched: readonly WatchedEntity[] = [],
  ) {
    this.#linker = new Linker(watched);
    this.#mentions = new Mentions(this.#linker, sources);
  }

  /** How many surnames are left alone as too many people bear them. */
  get crowded(): number {
    return this.#linker.crowded;
  }

  /** The keys of all entities, in order. */
  get keys(): string[] {
    const linked = [...this.#clusters.values()].filter((cluster) => this.#isShown(cluster)).map(({ key }) => key);
    const heads = [...linked, ...this.#corrected.heads.keys()].map(
      (key) => [key, this.head(key) as EntityHead] as const,
    );
    return heads.sort(([, a], [, b]) => inOrder(a, b)).map(([key]) => key);
  }

  head(key: string): EntityHead | undefined {
    const cluster = this.#clusters.get(key);
    if (!cluster) return this.#corrected.heads.get(key);
    if (!this.#isShown(cluster)) return undefined;
    const { name, aliases, roles, first } = cluster.about as About;
    return { id: this.#ids.of(cluster), name, type: cluster.type, aliases, roles, first, ...watchedAs(cluster) };
  }

  /** The mentions in a source. */
  in(path: string): SourceMention[] {
    const { clusters, mentions } = this.#corrected;
    const linked = this.#mentions.in(path).filter(({ cluster }) => !clusters.has(cluster));
    return [...linked.map(toMention), ...(mentions.get(path) ?? [])].sort((a, b) => a.mention.start - b.mention.start);
  }

  /** The folder's entity for each of a source's own. */
  linked(path: string): ({ id: string; type: Entity['type'] } | undefined)[] {
    const { clusters, of, keys } = this.#corrected;
    return this.#linker.localsOf(path).map(({ cluster }, i) => {
      if (!cluster) return undefined;
      if (!clusters.has(cluster)) return { id: cluster.key, type: cluster.type };
      const corrected = of.get(ownKey(path, i));
      return corrected && { id: keys.get(corrected) as string, type: corrected.type };
    });
  }

  /**
   * Takes in changes of sources, which the sources already show.
   *
   * @param corrections what readers say of who is who, the earlier first
   * @returns nothing where all has to be linked anew
   */
  update(changes: SourceChange[], corrections: Correction[]): EntityChange | undefined {
    const link = this.#linker.update(changes);
    if (!link) return undefined;
    const paths = changes.map(({ before, after }) => (after ?? before)?.path as string);
    const reached = this.#mentions.update(
      changes.map(({ before }) => before),
      link,
      paths,
    );
    const renumbered = this.#ids.update(link.clusters, link.gone);
    const change: EntityChange = { paths: reached, relinked: link.paths, gone: new Set(), heads: new Set() };
    for (const cluster of link.gone) {
      this.#clusters.delete(cluster.key);
      change.gone.add(cluster.key);
    }
    for (const cluster of [...link.clusters, ...renumbered, ...this.#mentions.revealed]) {
      if (!cluster.about) continue;
      this.#clusters.set(cluster.key, cluster);
      change.heads.add(cluster.key);
    }
    if (corrections.length > 0 || this.#corrected.heads.size > 0 || this.#corrected.clusters.size > 0)
      this.#correct(corrections, change);
    for (const key of change.heads) {
      if (this.head(key)) continue;
      change.heads.delete(key);
      change.gone.add(key);
    }
    return change;
  }

  #isShown(cluster: Cluster): boolean {
    return this.#mentions.count(cluster) > 0 && !this.#corrected.clusters.has(cluster);
  }

  /** Applies the corrections to those entities that they are about. */
  #correct(corrections: Correction[], change: EntityChange): void {
    const before = this.#corrected;
    this.#corrected = NOTHING_CORRECTED;
    const clusters = this.#namedBy(corrections);
    const places = corrections.flatMap((correction) => correction.places.map(({ path }) => path));
    const paths = new Set([...places, ...[...clusters].flatMap((cluster) => [...this.#mentions.pathsOf(cluster)])]);
    const sources = [...paths].sort().flatMap((path) => this.sources.get(path) ?? []);
    const entities = new Map([...clusters].map((cluster) => [cluster, this.#entityOf(cluster, paths)]));
    const of = new Map<string, Entity>();
    for (const path of paths)
      for (const [i, { cluster }] of this.#linker.localsOf(path).entries()) {
        const linked = cluster && entities.get(cluster);
        if (linked) of.set(ownKey(path, i), linked);
      }
    const result = correctEntities({ entities: [...entities.values()], of }, sources, corrections, (id) => {
      return this.#ids.has(id) && ![...entities.values()].some((entity) => entity.id === id);
    });
    const first = new Map([...entities].map(([cluster, entity]) => [entity.id, (cluster.about as About).first]));
    const keys = new Map(result.entities.map((entity) => [entity, `=${entity.id}`]));
    const heads = new Map<string, EntityHead>();
    const mentions = new Map<string, SourceMention[]>();
    for (const entity of result.entities) {
      const { mentions: own, ...head } = watchedByName(entity, this.watched);
      const key = keys.get(entity) as string;
      heads.set(key, { ...head, first: first.get(entity.id) });
      for (const mention of own)
        mentions.set(mention.path, [...(mentions.get(mention.path) ?? []), { entity: key, mention }]);
    }
    this.#corrected = { clusters, paths, heads, mentions, of: result.of, keys };
    for (const { key } of clusters) change.heads.add(key);
    for (const { key } of before.clusters) if (this.#clusters.has(key)) change.heads.add(key);
    for (const key of before.heads.keys()) change.gone.add(key);
    for (const key of heads.keys()) {
      change.gone.delete(key);
      change.heads.add(key);
    }
    for (const path of [...before.paths, ...paths]) {
      change.paths.add(path);
      change.relinked.add(path);
    }
  }

  #namedBy(corrections: Correction[]): Set<Cluster> {
    const places = corrections.flatMap((correction) => correction.places);
    const named = places.flatMap(({ path, start, end }) =>
      this.#mentions
        .in(path)
        .filter(({ mention }) => mention.start < end && start < mention.end)
        .map(({ cluster }) => cluster),
    );
    return new Set(named.sort((a, b) => byPlace(a.about as About, b.about as About)));
  }

  #entityOf(cluster: Cluster, paths: Iterable<string>): Entity {
    const { name, aliases, roles } = cluster.about as About;
    const mentions = [...paths]
      .sort()
      .flatMap((path) => this.#mentions.in(path).filter((placed) => placed.cluster === cluster))
      .map(({ mention }) => mention);
    const inText = mentions.sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1));
    const head = { id: this.#ids.of(cluster), name, type: cluster.type, aliases, roles };
    return { ...head, mentions: inText, ...watchedAs(cluster) };
  }
}

/** What the reader's watch list says of it. */
function watchedAs({ listed }: Cluster): Pick<Entity, 'watched'> {
  return listed ? saidOf(listed) : {};
}

/** Of what was made one or told apart, the watch list speaks where its names are now. */
function watchedByName({ watched, ...entity }: Entity, list: readonly WatchedEntity[]): Entity {
  const names = new Set([entity.name, ...entity.aliases].map(fold));
  const listed = list.find(({ name, aliases }) => [name, ...aliases].some((each) => names.has(fold(each))));
  return listed ? { ...entity, ...saidOf(listed) } : entity;
}

function saidOf({ note, externalId }: WatchedEntity): Pick<Entity, 'watched'> {
  return { watched: { ...(note ? { note } : {}), ...(externalId ? { externalId } : {}) } };
}

const toMention = ({ cluster, mention }: Placed): SourceMention => ({ entity: cluster.key, mention });

function inOrder(a: EntityHead, b: EntityHead): number {
  if (a.first && b.first) return byPlace({ first: a.first }, { first: b.first });
  return a.first ? -1 : b.first ? 1 : a.id < b.id ? -1 : 1;
}
