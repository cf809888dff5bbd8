import { Interned } from '../interned.ts';
import type { EntityType, LocalEntity, WatchedEntity } from '../model.ts';
import type { PackedSource } from '../packedSource.ts';
import { isSame } from '../same.ts';
import {
  bearerOf,
  type Cluster,
  describe,
  describeBearer,
  genderIn,
  isFitting,
  isSameBearer,
  type Local,
  type Said,
  type UsedName,
} from './cluster.ts';
import { isBare, NameClusters } from './nameClusters.ts';
import { nameKey } from './names.ts';
import { type Form, isAcronym, readForm } from './same.ts';
import { NameTypes } from './types.ts';
import { typeOfWatched } from './watched.ts';

/** A source that was added, changed or removed. */
export interface SourceChange {
  before?: PackedSource;
  after?: PackedSource;
}

/** What a change of sources has done to the links. */
export interface LinkChange {
  /** Clusters that are new, have other members or are otherwise described than before. */
  clusters: Set<Cluster>;
  /** Clusters that are no more. */
  gone: Set<Cluster>;
  /** Sources of whose entities some are in another cluster than before. */
  paths: Set<string>;
}

/** A surname that more people than this bear in a folder is nobody's in particular. */
const MOST_BEARERS = 40;

/**
 * Links the entities of all sources: one cluster per thing. A short form that could be two things stays its own. What is linked depends on
 * the sources alone, not on the order in which they came; a change reaches only the names that it is about.
 */
export class Linker {
  readonly #types = new NameTypes();
  readonly #names = new Map<string, UsedName>();
  readonly #clusters = new NameClusters<UsedName>();
  readonly #locals = new Map<string, Local[]>();
  /** Bare names that more people bear than {@link MOST_BEARERS}. */
  readonly #crowded = new Set<UsedName>();
  /** The types that a reader's watch list gives to names. */
  readonly #listed = new Map<string, EntityType>();
  /** The type of each entity that the reader follows, once that is known. */
  #watchedTypes: EntityType[] | undefined;
  #made = 0;
  // what the update under way has reached
  #retold = new Set<UsedName>();
  #bare = new Set<UsedName>();
  #founders = new Set<UsedName>();
  #bearers = new Set<Cluster>();
  #touched = new Set<Cluster>();
  #moved = new Set<string>();

  /** The locals of a source, in the order of its entities. */
  localsOf(path: string): readonly Local[] {
    return this.#locals.get(path) ?? [];
  }

  /** @param watched the entities that a reader follows */
  constructor(private readonly watched: readonly WatchedEntity[] = []) {}

  /** How many surnames are left alone as too many people bear them. */
  get crowded(): number {
    return this.#crowded.size;
  }

  /**
   * @returns nothing where what the sources say makes something that the reader follows another kind of thing: all has to be linked
   *   anew then
   */
  update(changes: Iterable<SourceChange>): LinkChange | undefined {
    this.#retold = new Set();
    this.#bare = new Set();
    this.#founders = new Set();
    this.#bearers = new Set();
    this.#touched = new Set();
    this.#moved = new Set();
    const all = [...changes];
    const retyped = this.#types.update(
      entitiesOf(all.map(({ before }) => before)),
      entitiesOf(all.map(({ after }) => after)),
    );
    const types = this.watched.map((entity) => typeOfWatched(entity, (key) => this.#types.of(key)));
    if (!this.#watchedTypes) this.#watch(types);
    else if (types.some((type, i) => type !== this.#watchedTypes?.[i])) return undefined;
    for (const change of all) this.#take(change);
    for (const key of retyped) this.#retype(key);
    for (const name of this.#retold) this.#renew(name);
    this.#follow(this.#clusters.settle());
    for (const name of this.#retold) if (name.locals.size > 0 && !isBare(name.form)) this.#gather(name);
    this.#resolve();
    return this.#result();
  }

  /** Takes the locals of a source out and in; those that say the same as before stay. */
  #take({ before, after }: SourceChange): void {
    const path = (after ?? before)?.path as string;
    const old = new Map<string, Local[]>();
    for (const local of this.localsOf(path)) {
      const known = signature(local.said, local.gender);
      old.set(known, [...(old.get(known) ?? []), local]);
    }
    const text = after?.read.text ?? '';
    const locals = (after?.entities ?? []).map((entity) => {
      const gender = genderIn(text, entity);
      const said = saidOf(entity);
      const same = old.size === 0 ? undefined : old.get(signature(said, gender))?.shift();
      if (!same) return this.#add({ path, said, gender }, entity.type);
      same.said = said;
      if (same.cluster?.about?.first.path === path) this.#touched.add(same.cluster);
      return same;
    });
    for (const local of [...old.values()].flat()) this.#drop(local);
    if (after) this.#locals.set(path, locals);
    else this.#locals.delete(path);
  }

  #add(source: Pick<Local, 'path' | 'said' | 'gender'>, type: EntityType): Local {
    const name = this.#nameOf(nameKey(source.said.name), type);
    const local: Local = { ...source, name, cluster: undefined };
    name.locals.add(local);
    this.#retold.add(name);
    return local;
  }

  #drop(local: Local): void {
    local.name.locals.delete(local);
    this.#retold.add(local.name);
    this.#place(local, undefined);
  }

  #nameOf(key: string, type: EntityType): UsedName {
    const known = this.#names.get(key);
    if (known) return known;
    const name = newName(key, readForm(this.#typeOf(key) ?? type, key));
    this.#names.set(key, name);
    return name;
  }

  #typeOf(key: string): EntityType | undefined {
    return this.#listed.get(key) ?? this.#types.of(key);
  }

  /** Begins a cluster for each entity that a reader follows: its names are its own, and other names are linked to these like to any. */
  #watch(types: EntityType[]): void {
    this.#watchedTypes = types;
    this.watched.forEach((entity, i) => {
      const type = types[i] as EntityType;
      const forms = [entity.name, ...entity.aliases].map((name) => readForm(type, nameKey(name)));
      const names = [...new Map(forms.map((form) => [form.key, form])).values()].map((form, n) =>
        newName(`\n${i} ${n}`, form),
      );
      const [founder] = names as [UsedName, ...UsedName[]];
      const cluster = { ...this.#newCluster(founder), listed: entity };
      founder.clusters.all = cluster;
      this.#touched.add(cluster);
      if (type === 'person') this.#bearers.add(cluster);
      for (const name of names) {
        this.#listed.set(name.form.key, type);
        name.isListed = true;
        name.founder = founder;
        this.#clusters.put(name);
      }
    });
  }

  /** A name that is now of another type begins anew. */
  #retype(key: string): void {
    const name = this.#names.get(key);
    const type = this.#typeOf(key);
    if (!name || !type || name.form.type === type) return;
    this.#leave(name);
    for (const local of name.locals) {
      this.#place(local, undefined);
      local.alone = undefined;
    }
    name.clusters = {};
    name.form = readForm(type, key);
    this.#retold.add(name);
  }

  /** Takes a name out of the index of names; it stands for itself then. */
  #leave(name: UsedName): void {
    for (const bare of this.#clusters.shortFor(name)) this.#bare.add(bare);
    this.#clusters.remove(name);
    this.#bare.delete(name);
    this.#crowded.delete(name);
    name.unclaimed = [];
    this.#setFounder(name, name);
  }

  #setFounder(name: UsedName, founder: UsedName, before = name.founder): void {
    if (isBare(name.form)) this.#founders.add(before).add(founder);
    before.names.delete(name);
    founder.names.add(name);
    name.founder = founder;
  }

  /** The users of a name have changed: it is new, gone, or defined as other acronyms. */
  #renew(name: UsedName): void {
    if (name.locals.size === 0) {
      this.#leave(name);
      if (this.#names.get(name.key) === name) this.#names.delete(name.key);
      return;
    }
    const acronyms = acronymsOf(name);
    const isNew = !this.#clusters.has(name);
    if (isNew || !isSame(acronyms, name.acronyms)) {
      name.acronyms = acronyms;
      this.#clusters.put(name);
      for (const bare of this.#clusters.shortFor(name)) this.#bare.add(bare);
    }
    if (isBare(name.form)) this.#bare.add(name);
  }

  /** Names whose founder is another. */
  #follow(moved: Map<UsedName, UsedName>): void {
    for (const [name, before] of moved) {
      this.#setFounder(name, name.founder, before);
      if (isBare(name.form)) continue;
      for (const bare of this.#clusters.shortFor(name)) this.#bare.add(bare);
      this.#gather(name);
    }
  }

  /** Brings the locals of a full name into the cluster of its founder. */
  #gather({ founder, locals }: UsedName): void {
    founder.clusters.all ??= this.#newCluster(founder);
    for (const local of locals) this.#place(local, founder.clusters.all);
  }

  #newCluster({ form: { type } }: UsedName): Cluster {
    this.#made++;
    return { key: `${type}~${this.#made}`, type, members: new Set() };
  }

  #place(local: Local, cluster: Cluster | undefined): void {
    const before = local.cluster;
    if (before === cluster) return;
    local.cluster = cluster;
    this.#moved.add(local.path);
    for (const each of [before, cluster]) {
      if (!each) continue;
      this.#touched.add(each);
      if (!isBare(local.name.form)) this.#bearers.add(each);
    }
    before?.members.delete(local);
    cluster?.members.add(local);
  }

  /** Decides whose the bare surnames and given names are that the change reaches. */
  #resolve(): void {
    for (const cluster of this.#bearers) {
      const before = cluster.bearer;
      cluster.bearer = cluster.type === 'person' ? describeBearer(cluster) : undefined;
      if (before && cluster.bearer && isSameBearer(before, cluster.bearer)) continue;
      const names = new Set([...cluster.members].map(({ name }) => name));
      for (const name of names) for (const bare of this.#clusters.shortFor(name)) this.#bare.add(bare);
    }
    for (const name of this.#bare) this.#claim(name);
    for (const founder of this.#founders) this.#keepUnclaimed(founder);
  }

  /** Gives the locals of a bare name to the people who bear it. */
  #claim(name: UsedName): void {
    const bearers = [...this.#clusters.bearersOf(name, MOST_BEARERS)].flatMap(({ clusters }) => clusters.all ?? []);
    const isCrowded = bearers.length > MOST_BEARERS;
    if (isCrowded) this.#crowded.add(name);
    else this.#crowded.delete(name);
    name.unclaimed = [];
    const own = name.founder.isListed ? name.founder.clusters.all : undefined;
    for (const local of name.locals) {
      if (own && this.#listed.has(name.form.key)) {
        this.#place(local, own);
        continue;
      }
      const fitting = isCrowded ? [] : bearers.filter((cluster) => isFitting(local, cluster));
      if (!isCrowded && fitting.length === 0) name.unclaimed.push(local);
      // several people bear the surname: it is nobody's, not even that of the other sources' bare surname
      else this.#place(local, bearerOf(local, fitting) ?? this.#aloneOf(local));
    }
    this.#founders.add(name.founder);
  }

  /** Unclaimed locals of one bare name are one person, unless some are a man's and some a woman's. */
  #keepUnclaimed(founder: UsedName): void {
    const locals = [...founder.names].flatMap(({ unclaimed }) => unclaimed);
    const genders = new Set(locals.flatMap(({ gender }) => gender ?? []));
    for (const local of locals) {
      const kind = genders.size < 2 ? 'all' : local.gender;
      if (kind) founder.clusters[kind] ??= this.#newCluster(founder);
      this.#place(local, kind ? founder.clusters[kind] : this.#aloneOf(local));
    }
  }

  #aloneOf(local: Local): Cluster {
    local.alone ??= this.#newCluster(local.name);
    return local.alone;
  }

  #result(): LinkChange {
    const clusters = new Set<Cluster>();
    const gone = new Set<Cluster>();
    for (const cluster of this.#touched) {
      const before = cluster.about;
      cluster.about = cluster.members.size === 0 && !cluster.listed ? undefined : describe(cluster);
      if (!cluster.about) gone.add(cluster);
      else if (!isSame(cluster.about, before)) clusters.add(cluster);
    }
    return { clusters, gone, paths: this.#moved };
  }
}

function newName(key: string, form: Form): UsedName {
  const name = { key, form, acronyms: [], isListed: false, locals: new Set(), clusters: {}, unclaimed: [] };
  const own = name as unknown as UsedName;
  own.founder = own;
  own.names = new Set([own]);
  return own;
}

function* entitiesOf(sources: (PackedSource | undefined)[]): Generator<LocalEntity> {
  for (const source of sources) if (source) yield* source.entities;
}

const names = new Interned<string>(500_000);
const lists = new Interned<readonly string[]>(500_000);
/** Most entities have one name, and many sources one entity. */
const oneList = (list: string[]) => lists.one(list.join('\n'), list);

function saidOf({ name, aliases, roles, mentions }: LocalEntity): Said {
  const start = mentions[0]?.start ?? 0;
  return {
    name: names.one(name, name),
    aliases: oneList(aliases),
    roles: oneList(roles),
    mentions: mentions.length,
    start,
  };
}

/** Where it stays the same, so do the links. */
function signature({ name, aliases, roles, mentions }: Said, gender: string | undefined): string {
  return JSON.stringify([name, aliases, roles, mentions, gender]);
}

const NO_ACRONYMS: string[] = [];

/** An acronym that one source defines is the organization's in all. */
function acronymsOf({ form, locals }: UsedName): string[] {
  if (form.type !== 'organization') return NO_ACRONYMS;
  const found = [...locals].flatMap(({ said }) => said.aliases.filter(isAcronym).map(nameKey));
  return [...new Set(found)].sort();
}
