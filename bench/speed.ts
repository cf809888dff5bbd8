import { spawnSync } from 'node:child_process';
import { analyseSource, compareSources } from '../server/src/analysis/analyse.ts';
import { findEntities } from '../server/src/analysis/entities/find.ts';
import type { SourceAnalysis } from '../server/src/analysis/model.ts';
import { readText } from '../server/src/analysis/text/read.ts';
import { readSentences } from '../server/src/analysis/text/sentences.ts';
import { findBlocks } from '../server/src/analysis/text/structure.ts';
import { readSeeds } from './seeds.ts';

/** How often everything is measured; the best run counts, since other programs only ever slow one down. */
const RUNS = 5;
const COPIES = 4;

const texts = Array.from({ length: COPIES }, () => [...readSeeds().texts.values()]).flat();
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** @returns the best time of a run over all texts, in seconds */
function best(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least / 1000;
}

const tags = best(() => texts.forEach((text) => void readSentences(text, findBlocks(text))));
const report = (name: string, seconds: number) =>
  console.log(
    `${name.padEnd(34)} ${(bytes / seconds / 1e6).toFixed(2).padStart(6)} MB/s ${(tags / seconds).toFixed(2).padStart(6)}`,
  );

console.log(
  `${texts.length} texts, ${bytes} bytes, best of ${RUNS}; the last column is the speed relative to the first row`,
);
report('sentences and tags', tags);
report(
  'text and entities',
  best(() => texts.forEach((text) => void findEntities(readText(text)))),
);
let sources: SourceAnalysis[] = [];
report(
  'everything about one source',
  best(() => (sources = texts.map((text, i) => analyseSource(String(i), text)))),
);
report(
  'comparing the sources',
  best(() => void compareSources(sources)),
);

const starts = Array.from({ length: RUNS }, () => {
  const start = performance.now();
  spawnSync(process.execPath, ['dist/cli.js', 'check', 'seeds', '--format', 'json'], { stdio: 'ignore' });
  return performance.now() - start;
});
console.log(`crossread check seeds --format json: ${(Math.min(...starts) / 1000).toFixed(2)} s for the process`);
