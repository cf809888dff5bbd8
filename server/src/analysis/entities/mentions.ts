import { cut } from '../cut.ts';
import type { EntityMention, LocalEntity, Span } from '../model.ts';
import { MultiMap } from '../multiMap.ts';
import type { PackedSource } from '../packedSource.ts';
import type { About, Cluster } from './cluster.ts';
import { LEAST_MENTIONS, namesFor } from './elsewhere.ts';
import { Holders } from './holders.ts';
import type { LinkChange, Linker } from './link.ts';
import { nameKey } from './names.ts';
import type { Role } from './references.ts';
import { addWatched, namesOfOne } from './watched.ts';

/** A mention with what it names. */
export interface Placed {
  cluster: Cluster;
  mention: EntityMention;
}

/** What is told of a cluster in the sources: its name, and whether it is named often. */
interface Told {
  name: string;
  often: boolean;
  keys: string[];
  roles: string;
}

/**
 * The mentions in each source: its own, and those that only the other sources explain, which are names that its own text does not show to
 * be any, and roles.
 */
export class Mentions {
  readonly #placed = new Map<string, Placed[]>();
  readonly #counts = new Map<Cluster, number>();
  /** How many there were when the update under way began. */
  #before = new Map<Cluster, number>();
  /** The sources that name a thing only by what the others tell of it. */
  readonly #added = new Map<Cluster, Set<string>>();
  readonly #told = new Map<Cluster, Told>();
  /** Which clusters claim a name; it stands for one only where no other does. */
  readonly #named = new MultiMap<string, Cluster>();
  readonly #holders = new Holders();
  /** The names of what the reader follows. */
  #followed: ReadonlyMap<string, Cluster> | undefined;
  /** The sources that have a name or role unexplained. */
  readonly #unexplained = new MultiMap<string, string>();
  /** The roles of a country that are unexplained somewhere, and who was found for them. */
  readonly #roles = new Map<string, Map<string, { role: Role; holder: Cluster | undefined }>>();

  constructor(
    private readonly linker: Linker,
    private readonly sources: ReadonlyMap<string, PackedSource>,
  ) {}

  /** In the order in which they were found. */
  in(path: string): readonly Placed[] {
    return this.#placed.get(path) ?? [];
  }

  /** How many there are of one thing. */
  count(cluster: Cluster): number {
    return this.#counts.get(cluster) ?? 0;
  }

  /** The clusters that the last update has given their first mention, or taken their last from. */
  get revealed(): Cluster[] {
    return [...this.#before].flatMap(([cluster, count]) => (count > 0 === this.count(cluster) > 0 ? [] : cluster));
  }

  /** The sources that mention something. */
  pathsOf(cluster: Cluster): Set<string> {
    return new Set([...[...cluster.members].map(({ path }) => path), ...(this.#added.get(cluster) ?? [])]);
  }

  /**
   * @param changes the sources that have changed, with what they were before
   * @returns the sources whose mentions are others, or other things', than before
   */
  update(changes: Iterable<PackedSource | undefined>, link: LinkChange, paths: Iterable<string>): Set<string> {
    this.#before = new Map();
    const reached = new Set([...paths, ...link.paths]);
    // they are there from the beginning, and stay
    this.#followed ??= namesOfOne([...link.clusters].filter(({ listed }) => listed));
    for (const before of changes) if (before) this.#forget(before);
    for (const path of paths) this.#expect(path);
    for (const cluster of [...link.clusters, ...link.gone]) this.#retell(cluster, reached);
    for (const path of reached) this.#replace(path);
    return reached;
  }

  #forget(source: PackedSource): void {
    for (const key of keysIn(source)) this.#unexplained.delete(key, source.path);
  }

  #expect(path: string): void {
    const source = this.sources.get(path);
    if (!source) return;
    for (const key of keysIn(source)) this.#unexplained.add(key, path);
    for (const { role } of source.unexplained.roles) {
      const country = role.country ?? '';
      const roles = this.#roles.get(country) ?? new Map();
      this.#roles.set(country, roles);
      if (!roles.has(role.head)) roles.set(role.head, { role, holder: this.#holders.only(role) });
    }
  }

  /** What is said of a cluster has changed: its names, its offices, what its mentions say of it. */
  #retell(cluster: Cluster, reached: Set<string>): void {
    const reach = (key: string) => {
      for (const path of this.#unexplained.get(key)) reached.add(path);
    };
    const before = this.#told.get(cluster);
    const isGone = cluster.about === undefined;
    const after = isGone ? undefined : tell(cluster);
    if (after) this.#told.set(cluster, after);
    else this.#told.delete(cluster);
    if (before?.name !== after?.name) for (const { path } of cluster.members) reached.add(path);
    const isOther = before?.name !== after?.name || before?.often !== after?.often;
    for (const key of new Set([...(before?.keys ?? []), ...(after?.keys ?? [])])) {
      const was = this.#only(key);
      if (!after?.keys.includes(key)) this.#named.delete(key, cluster);
      else if (!before?.keys.includes(key)) this.#named.add(key, cluster);
      const is = this.#only(key);
      if (was !== is || (isOther && is === cluster)) reach(key);
    }
    if (before?.roles === after?.roles && before?.name === after?.name) return;
    for (const country of this.#holders.put(cluster, isGone ? [] : aboutOf(cluster).roles)) {
      for (const known of this.#roles.get(country)?.values() ?? []) {
        const was = known.holder;
        known.holder = this.#holders.only(known.role);
        if (was !== known.holder || was === cluster) reach(roleKey(known.role));
      }
    }
  }

  /** The one cluster that a name stands for. */
  #only(key: string): Cluster | undefined {
    return this.#named.count(key) === 1 ? this.#named.get(key)[0] : undefined;
  }

  #replace(path: string): void {
    this.#count(path, -1);
    for (const { cluster } of this.in(path)) this.#added.get(cluster)?.delete(path);
    const source = this.sources.get(path);
    if (!source) {
      this.#placed.delete(path);
      return;
    }
    const own = new Set(this.linker.localsOf(path).map(({ cluster }) => cluster));
    const named = addWatched(source, this.#own(source), this.#followed ?? new Map());
    const placed = this.#addRoles(source, this.#addNames(source, named));
    this.#placed.set(path, placed);
    for (const { cluster } of placed.filter(({ cluster }) => !own.has(cluster))) {
      this.#added.set(cluster, (this.#added.get(cluster) ?? new Set()).add(path));
    }
    this.#count(path, 1);
  }

  #count(path: string, step: 1 | -1): void {
    for (const { cluster } of this.in(path)) {
      if (!this.#before.has(cluster)) this.#before.set(cluster, this.count(cluster));
      const count = this.count(cluster) + step;
      if (count === 0) this.#counts.delete(cluster);
      else this.#counts.set(cluster, count);
    }
  }

  #own({ path, read, entities }: PackedSource): Placed[] {
    const { text } = read;
    return this.linker.localsOf(path).flatMap(({ cluster }, i) => {
      if (!cluster) return [];
      const entity = entities[i] as LocalEntity;
      const { name } = aboutOf(cluster);
      const linked = nameKey(entity.name) === nameKey(name) ? '' : `, linked to ${name}`;
      return entity.mentions.map(({ start, end, kind, evidence }) => {
        const part = cut(text, start, end);
        return { cluster, mention: { start, end, kind, evidence: evidence + linked, path, text: part } };
      });
    });
  }

  /** Names that the source has untagged and that other sources know for certain. */
  #addNames(source: PackedSource, own: Placed[]): Placed[] {
    const runs = source.unexplained.names;
    const { text } = source.read;
    const taken = new Set<number>();
    let placed = own;
    const found = [...runs.keys()].filter((key) => this.#only(key)).sort((a, b) => b.length - a.length);
    for (const key of found) {
      const cluster = this.#only(key) as Cluster;
      for (const { start, end } of runs.get(key) as Span[]) {
        if (overlaps(taken, start, end)) continue;
        const kept = key.includes(' ') ? replaceParts(placed, cluster, { start, end }) : placed;
        if (!kept) continue;
        const evidence = `named so in other sources: ${aboutOf(cluster).name}`;
        const part = cut(text, start, end);
        placed = [...kept, { cluster, mention: { path: source.path, start, end, text: part, kind: 'name', evidence } }];
      }
    }
    return placed;
  }

  /** "The Ukrainian president" in a source that does not name him, where the other sources know of one only. */
  #addRoles(source: PackedSource, placed: Placed[]): Placed[] {
    const { path, read } = source;
    const added = source.unexplained.roles.flatMap(({ start, end, role }): Placed[] => {
      const cluster = this.#holders.only(role);
      if (!cluster) return [];
      const evidence = `role of ${aboutOf(cluster).name} in other sources`;
      return [{ cluster, mention: { path, start, end, text: cut(read.text, start, end), kind: 'role', evidence } }];
    });
    return [...placed, ...added];
  }
}

const roleKey = ({ country, head }: Role) => `\n${country} ${head}`;

function keysIn(source: PackedSource): Set<string> {
  const { names, roles } = source.unexplained;
  return new Set([...names.keys(), ...roles.map(({ role }) => roleKey(role))]);
}

function tell(cluster: Cluster): Told {
  const about = aboutOf(cluster);
  const { name, mentions, roles } = about;
  return { name, often: mentions >= LEAST_MENTIONS, keys: namesFor(cluster.type, about), roles: roles.join('\n') };
}

const aboutOf = ({ about }: Cluster) => about as About;

/**
 * A name that another source knows whole replaces the parts of it that this one has, unless it is named only once and may be badly cut
 * there; undefined then.
 */
function replaceParts(placed: Placed[], whole: Cluster, { start, end }: Span): Placed[] | undefined {
  const isPart = ({ cluster, mention: m }: Placed) => cluster.type !== 'norp' && start <= m.start && m.end <= end;
  const parts = placed.filter(isPart);
  const isOften = whole.type === 'person' || aboutOf(whole).mentions >= LEAST_MENTIONS;
  if (parts.length > 0 && !isOften) return undefined;
  return parts.length === 0 ? placed : placed.filter((each) => !isPart(each) || each.mention.kind !== 'name');
}

/** Marks the places of a span as taken; whether one of them was before. */
function overlaps(taken: Set<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken.has(at)) return true;
  for (let at = start; at < end; at++) taken.add(at);
  return false;
}
