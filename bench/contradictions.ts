import { analyseSource, compareSources } from '../server/src/analysis/analyse.ts';
import { Folder } from '../server/src/analysis/folder.ts';
import type { Contradiction, SourceAnalysis } from '../server/src/analysis/model.ts';
import { DEFAULT_SETTINGS } from '../server/src/workspace/settings.ts';
import { scoreContradictions } from '../test/gold/score.ts';
import { type Labelled, readSets, readUnseen } from './labelled.ts';

const VERBOSE = process.argv.includes('--verbose');

/** A reported contradiction, and whether the labels know it. */
interface Judged {
  contradiction: Contradiction;
  right: boolean;
}

/** What was found and reported of one kind. */
interface Count {
  facts: number;
  found: number;
  reported: number;
  right: number;
}

/** Scores one set at the default threshold; gives back everything that was reported at any. */
function score(name: string, folders: Labelled[]): Judged[] {
  const kinds = new Map<string, Count>();
  const of = (kind: string) => {
    const count = kinds.get(kind) ?? { facts: 0, found: 0, reported: 0, right: 0 };
    kinds.set(kind, count);
    return count;
  };
  const judged: Judged[] = [];
  const decoys = { hit: 0, all: 0 };
  for (const { name: folder, texts, gold } of folders) {
    const all = compareSources([...texts].map(([path, text]) => analyseSource(path, text))).contradictions;
    judged.push(...judge(all, texts, gold));
    const shown = all.filter((c) => c.confidence >= DEFAULT_SETTINGS.minimumConfidence);
    const result = scoreContradictions(shown, gold, texts, (path) => path);
    shown.forEach(({ kind }, i) => {
      of(kind).reported++;
      if (result.right[i]) of(kind).right++;
    });
    for (const { id, kind, strength } of gold.facts) {
      if (strength === 'soft') continue;
      const count = of(kind === 'time' ? 'date' : kind);
      count.facts++;
      if (result.found.includes(id)) count.found++;
    }
    decoys.hit += result.decoysHit.length;
    decoys.all += gold.decoys.length;
    if (!VERBOSE) continue;
    for (const question of result.missed) console.log(`${folder}: missed ${question}`);
    for (const question of result.falseQuestions) console.log(`${folder}: false ${question}`);
  }
  print(name, kinds, decoys);
  return judged;
}

function judge(all: Contradiction[], texts: Labelled['texts'], gold: Labelled['gold']): Judged[] {
  const { right } = scoreContradictions(all, gold, texts, (path) => path);
  return all.map((contradiction, i) => ({ contradiction, right: right[i] === true }));
}

const share = (part: number, whole: number) => (whole === 0 ? '    -' : (part / whole).toFixed(2).padStart(5));
const cell = (value: number | string) => String(value).padStart(9);

function print(name: string, kinds: Map<string, Count>, decoys: { hit: number; all: number }): void {
  console.log(`\n${name}: ${decoys.hit} of ${decoys.all} decoys hit`);
  console.log(
    `${'kind'.padEnd(10)}${['facts', 'found', 'recall', 'reported', 'right', 'precision'].map(cell).join('')}`,
  );
  const rows = [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sum = (key: keyof Count) => rows.reduce((n, [, count]) => n + count[key], 0);
  const all = { facts: sum('facts'), found: sum('found'), reported: sum('reported'), right: sum('right') };
  for (const [kind, { facts, found, reported, right }] of [...rows, ['all', all] as const])
    console.log(
      kind.padEnd(10) + [facts, found, share(found, facts), reported, right, share(right, reported)].map(cell).join(''),
    );
}

/** Of those that are reported at a confidence, how many are right. */
function printCalibration(name: string, judged: Judged[]): void {
  console.log(`\ncalibration: ${name}`);
  console.log(`${'confidence'.padEnd(12)}${['reported', 'right', 'share'].map(cell).join('')}`);
  for (let from = 0; from < 10; from++) {
    const bucket = judged.filter(({ contradiction: c }) => Math.min(9, Math.floor(c.confidence * 10 + 1e-9)) === from);
    const right = bucket.filter((j) => j.right).length;
    const label = `${(from / 10).toFixed(1)} to ${((from + 1) / 10).toFixed(1)}`;
    console.log(label.padEnd(12) + [bucket.length, right, share(right, bucket.length)].map(cell).join(''));
  }
}

/** How the number of comparisons grows with the number of sources: more folders of other events, and the same ones again. */
function printCost(folders: Labelled[]): void {
  const sources = folders.flatMap(({ texts }) => [...texts].map(([path, text]) => analyseSource(path, text)));
  const again = (copy: number) => sources.map((source) => ({ ...source, path: `${source.path} (${copy})` }));
  console.log('\ncost');
  console.log(`${'sources'.padEnd(26)}${['sources', 'claims', 'compared', 'per claim'].map(cell).join('')}`);
  for (const [name, list] of [
    ['a quarter of the folders', sources.slice(0, sources.length / 4)],
    ['half of the folders', sources.slice(0, sources.length / 2)],
    ['all folders', sources],
    ['all folders twice', [sources, again(2)].flat()],
    ['all folders four times', [sources, again(2), again(3), again(4)].flat()],
  ] as const) {
    const { claims, compared } = countComparisons(list);
    console.log(name.padEnd(26) + [list.length, claims, compared, (compared / claims).toFixed(1)].map(cell).join(''));
  }
}

function countComparisons(sources: SourceAnalysis[]): { claims: number; compared: number } {
  let compared = 0;
  new Folder(() => compared++).update(new Map(sources.map((source) => [source.path, source])));
  return { claims: sources.reduce((sum, { claims }) => sum + claims.length, 0), compared };
}

const sets = readSets();
printCalibration(
  'all seen sets',
  [...sets].flatMap(([name, folders]) => score(name, folders)),
);
printCalibration(
  'unseen',
  [...readUnseen()].flatMap(([name, folders]) => score(name, folders)),
);
printCost([...(sets.get('short folders') ?? []), ...(sets.get('clusters of long articles') ?? [])]);
