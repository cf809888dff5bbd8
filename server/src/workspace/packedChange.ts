import type { SourceMention } from '../analysis/entities/folderEntities.ts';
import type { FolderChange } from '../analysis/folder.ts';
import type { KnownSource } from '../analysis/model.ts';
import { packList } from '../analysis/packing.ts';
import { Words } from './words.ts';

/**
 * What has changed in a folder, as it goes from the engine's thread to a reading and from there to the disk: in few objects, however many
 * sentences and mentions there are.
 */
export interface PackedChange extends Omit<FolderChange, 'sources' | 'mentions'> {
  sources: { set: PackedKnown[]; gone: string[] };
  mentions: PackedMentions[];
}

/** What readers are told of a source. */
export interface PackedKnown extends Pick<KnownSource, 'path' | 'length' | 'info'> {
  /** A {@link packList} of its blocks, its sentences, its roles and what it dates. */
  rest: Uint8Array;
}

/** All mentions in some sources. */
export interface PackedMentions {
  paths: string[];
  /** Of the entities that are mentioned. */
  keys: string[];
  /** Each once: kinds of mentions, evidence, and how they stand in the text. */
  words: string[];
  /** For each path how many mentions follow, and these: see {@link FIELDS}. */
  numbers: Int32Array;
}

/** A mention has so many numbers: of its entity, where it starts and ends, and of its kind, its evidence and its text. */
export const FIELDS = 6;

/** Packs what the engine tells. */
export function packChange({ sources, mentions, ...rest }: FolderChange): PackedChange {
  return {
    ...rest,
    sources: { set: sources.set.map(packSource), gone: sources.gone },
    mentions: mentions.length > 0 ? [packMentions(mentions)] : [],
  };
}

function packSource({ path, length, info, read, roles, dates }: KnownSource): PackedKnown {
  return { path, length, info, rest: packList([read.blocks, read.sentences, roles, dates]) };
}

function packMentions(mentions: FolderChange['mentions']): PackedMentions {
  const [keys, words] = [new Words(), new Words()];
  const numbers: number[] = [];
  const add = ({ entity, mention: { start, end, kind, evidence, text } }: SourceMention) =>
    numbers.push(keys.idOf(entity), start, end, words.idOf(kind), words.idOf(evidence), words.idOf(text));
  for (const [, list] of mentions) {
    numbers.push(list.length);
    list.forEach(add);
  }
  return { paths: mentions.map(([path]) => path), keys: keys.all, words: words.all, numbers: Int32Array.from(numbers) };
}

/** The mentions in each of the sources, {@link FIELDS} numbers for each. */
export function* mentionsBySource({ paths, numbers }: PackedMentions): Generator<[path: string, mentions: Int32Array]> {
  let at = 0;
  for (const path of paths) {
    const start = at + 1;
    at = start + FIELDS * (numbers[at] as number);
    yield [path, numbers.subarray(start, at)];
  }
}

/** The mentions in those of the sources that are among others. */
export function mentionsIn(packed: PackedMentions, among: { has(path: string): boolean }): PackedMentions {
  if (packed.paths.every((path) => among.has(path))) return packed;
  const own = [...mentionsBySource(packed)].filter(([path]) => among.has(path));
  const keys = new Words();
  const numbers = own.flatMap(([, mentions]) => [
    mentions.length / FIELDS,
    ...mentions.map((number, i) => (i % FIELDS === 0 ? keys.idOf(packed.keys[number] as string) : number)),
  ]);
  return { paths: own.map(([path]) => path), keys: keys.all, words: packed.words, numbers: Int32Array.from(numbers) };
}
