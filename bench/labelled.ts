import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Gold } from '../test/gold/score.ts';
import { readSeeds } from './seeds.ts';

/** A folder of texts with what they dispute. */
export interface Labelled {
  name: string;
  /** By document name: the file's name without ".txt". */
  texts: Map<string, string>;
  gold: Gold;
}

/** Our labelled folders that no rule and no weight was made with, by the name of their set. */
export function readUnseen(): Map<string, Labelled[]> {
  return new Map([
    ['unseen short folders', readSet('bench/unseen/contradictions')],
    ['unseen clusters', readSet('bench/unseen/clusters')],
  ]);
}

/** Our own labelled folders, and those of ../shared/bench where it is there, by the name of their set. */
export function readSets(): Map<string, Labelled[]> {
  const sets = new Map([['seeds', [{ name: 'seeds', ...readSeeds() }]]]);
  sets.set('short folders', readSet('bench/contradictions'));
  sets.set('clusters of long articles', readSet('bench/clusters'));
  for (const [name, directory] of [
    ['shared folders', '../shared/bench/ecb'],
    ['shared clusters', '../shared/bench/clusters'],
  ] as const)
    if (existsSync(directory)) sets.set(name, readSet(directory));
  return sets;
}

function readSet(directory: string): Labelled[] {
  return readdirSync(join(directory, 'gold'))
    .filter((file) => file.endsWith('.json') && existsSync(join(directory, 'corpus', basename(file, '.json'))))
    .map((file) => readFolder(directory, basename(file, '.json')));
}

function readFolder(directory: string, name: string): Labelled {
  const corpus = join(directory, 'corpus', name);
  const files = readdirSync(corpus).filter((file) => file.endsWith('.txt'));
  const gold: Gold = JSON.parse(readFileSync(join(directory, 'gold', `${name}.json`), 'utf8'));
  const texts = new Map(files.map((file) => [basename(file, '.txt'), readFileSync(join(corpus, file), 'utf8')]));
  return {
    name,
    texts,
    gold: { ...gold, decoys: gold.decoys.filter(({ statements }) => statements.every((s) => texts.has(s.doc))) },
  };
}
