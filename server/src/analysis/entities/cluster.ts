import type { EntityType, LocalEntity, WatchedEntity } from '../model.ts';
import { type Gender, genderOf } from './gazetteer.ts';
import { byFullness, isBare, type Name } from './nameClusters.ts';
import { nameKey } from './names.ts';
import { isKinRole } from './namesakes.ts';
import { genderOfTitle, officeOf } from './roles.ts';
import { readForm } from './same.ts';

/** A name with those who use it. */
export interface UsedName extends Name {
  locals: Set<Local>;
  founder: UsedName;
  /** Those that it is the founder of. */
  names: Set<UsedName>;
  /** Of a founder: what its names name. Of bare names the men and women are apart where there are both. */
  clusters: { all?: Cluster; male?: Cluster; female?: Cluster };
  /** The locals with a bare name whom no full name can be of. */
  unclaimed: Local[];
}

/** What linking asks of a source's entity. */
export interface Said {
  name: string;
  aliases: readonly string[];
  roles: readonly string[];
  /** How many there are, and where the first is. */
  mentions: number;
  start: number;
}

/** One source's entity. */
export interface Local {
  readonly path: string;
  /** What its source says of it. */
  said: Said;
  readonly gender: Gender | undefined;
  name: UsedName;
  cluster?: Cluster | undefined;
  /** Where nothing else has it. */
  alone?: Cluster | undefined;
}

/** Locals that are one thing. */
export interface Cluster {
  /** The same for as long as it is there; no other has it. */
  readonly key: string;
  readonly type: EntityType;
  readonly members: Set<Local>;
  /** The entry of the reader's watch list that it is. */
  readonly listed?: WatchedEntity;
  bearer?: Bearer | undefined;
  /** What its members together say; worked out last. */
  about?: About | undefined;
}

/** What tells whether a bare surname is a person's. */
export interface Bearer {
  gender: Gender | undefined;
  mentions: number;
  /** Whether several sources name the person. */
  isKnown: boolean;
  isRelative: boolean;
  offices: Set<string>;
}

export interface About {
  name: string;
  aliases: string[];
  roles: string[];
  mentions: number;
  /** Where it is first mentioned. */
  first: { path: string; start: number };
}

/** What a source tells of a person's gender: roles and forms of address, the given name, pronouns. */
export function genderIn(text: string, { name, type, roles, mentions }: LocalEntity): Gender | undefined {
  if (type !== 'person') return undefined;
  let [pronouns, female] = [0, 0];
  for (const { kind, start, end } of mentions) {
    if (kind !== 'pronoun') continue;
    pronouns++;
    if (/^(?:she|hers?|herself)$/i.test(text.slice(start, end))) female++;
  }
  const [given, ...others] = readForm('person', nameKey(name)).words;
  return (
    roles.map((role) => genderOfTitle(role.split(/ (?:of|to|for) |,/)[0] ?? '')).find((found) => found) ??
    (others.length > 0 ? genderOf(given as string) : undefined) ??
    (female * 2 === pronouns ? undefined : female * 2 > pronouns ? 'female' : 'male')
  );
}

/** Sums up those members that have the full name. */
export function describeBearer({ members }: Cluster): Bearer {
  const full = [...members].filter(({ name }) => !isBare(name.form));
  const count = (gender: Gender) => full.filter((member) => member.gender === gender).length;
  const [male, female] = [count('male'), count('female')];
  return {
    gender: male === female ? undefined : male > female ? 'male' : 'female',
    mentions: full.reduce((sum, { said }) => sum + said.mentions, 0),
    isKnown: new Set(full.map(({ path }) => path)).size > 1,
    isRelative: full.some(({ said }) => said.roles.some(isKinRole)),
    offices: officesOf(full.flatMap(({ said }) => said.roles)),
  };
}

export function isSameBearer(a: Bearer, b: Bearer): boolean {
  const same = a.gender === b.gender && a.mentions === b.mentions && a.isKnown === b.isKnown;
  return same && a.isRelative === b.isRelative && [...a.offices].join() === [...b.offices].join();
}

const officesOf = (roles: readonly string[]) => new Set(roles.map(officeOf).filter((office) => office !== ''));

/** Which of the people who can be meant a bare surname or given name is; undefined where that cannot be told. */
export function bearerOf({ said }: Local, bearers: Cluster[]): Cluster | undefined {
  if (bearers.length < 2) return bearers[0];
  const offices = officesOf(said.roles);
  const holders = bearers.filter(({ bearer }) => [...offices].some((office) => bearer?.offices.has(office)));
  return holders.length === 1 ? holders[0] : dominant(bearers);
}

/** A bare name is not a person's of the other gender. */
export function isFitting({ gender }: Local, { bearer }: Cluster): boolean {
  return !gender || !bearer?.gender || gender === bearer.gender;
}

/** The one of several bearers of a surname whom the folder is about: named in several sources, and far more than the others. */
function dominant(bearers: Cluster[]): Cluster | undefined {
  const count = ({ bearer }: Cluster) => bearer?.mentions ?? 0;
  const own = bearers.filter(({ bearer }) => !bearer?.isRelative);
  const [main, next] = [...(own.length > 0 ? own : bearers)].sort((a, b) => count(b) - count(a));
  if (!main?.bearer?.isKnown) return undefined;
  // the others are somebody's wives and brothers, or hardly named
  if (!next) return bearers.every((other) => count(other) <= count(main)) ? main : undefined;
  return count(main) >= 2 * DOMINANCE && count(main) >= DOMINANCE * count(next) ? main : undefined;
}

const DOMINANCE = 3;

/** Sums up all members. */
export function describe(cluster: Cluster): About {
  const members = [...cluster.members].sort(inOrder);
  const [first] = members;
  const { name = fullest(members), aliases = [] } = cluster.listed ?? {};
  const listed = cluster.listed ? [name, ...aliases] : [];
  return {
    name,
    aliases: [...new Set([...members.flatMap(({ said }) => said.aliases), ...listed])],
    roles: [...new Set(members.flatMap(({ said }) => said.roles))],
    mentions: members.reduce((sum, { said }) => sum + said.mentions, 0),
    first: { path: first?.path ?? '', start: first?.said.start ?? 0 },
  };
}

/** By path, and in one source the fuller name first. */
export function inOrder(a: Local, b: Local): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return byFullness(a.name, b.name) || a.said.start - b.said.start;
}

/** The name of most words without shouting, and of equally full ones the commonest. */
function fullest(members: Local[]): string {
  const counts = new Map<string, number>();
  for (const { said } of members) counts.set(said.name, (counts.get(said.name) ?? 0) + said.mentions);
  const rank = ([name, count]: [string, number]) =>
    Math.min(name.split(' ').length, 4) * 1000 +
    Math.min(count, 400) -
    (name === name.toUpperCase() || /\b\p{Lu}\.|\.$/u.test(name) ? 500 : 0);
  return [...counts].sort((a, b) => rank(b) - rank(a))[0]?.[0] ?? '';
}
