/**
 * Speed of names: the text and entity stages against compromise's people(), places() and organizations() on the same texts
 * in the same run; and how well the folders of bench/linking are linked. Run it with `npm run bench -- entities`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import nlp from 'compromise';
import { findEntities } from '../server/src/analysis/entities/find.ts';
import { readText } from '../server/src/analysis/text/read.ts';
import { countPairs, readFolders } from './folders.ts';

/** Seconds of use that only warm up the compiler, and seconds that are measured; the same for both. */
const WARM_UP = 3;
const MEASURED = 5;

/** Megabytes a second of one core, over and over the same texts. */
function throughput(texts: string[], use: (text: string) => void): number {
  runFor(WARM_UP, texts, use);
  const { bytes, seconds } = runFor(MEASURED, texts, use);
  return bytes / 1e6 / seconds;
}

function runFor(least: number, texts: string[], use: (text: string) => void): { bytes: number; seconds: number } {
  const started = performance.now();
  let bytes = 0;
  let seconds = 0;
  while (seconds < least) {
    for (const text of texts) {
      use(text);
      bytes += Buffer.byteLength(text);
    }
    seconds = (performance.now() - started) / 1000;
  }
  return { bytes, seconds };
}

const texts = readdirSync('seeds').map((file) => readFileSync(`seeds/${file}`, 'utf8'));
const own = throughput(texts, (text) => findEntities(readText(text)));
const other = throughput(texts, (text) => {
  const doc = nlp(text);
  for (const names of [doc.people(), doc.places(), doc.organizations()]) names.out('array');
});
console.log(
  `text and entities ${own.toFixed(2)} MB/s, compromise ${other.toFixed(3)} MB/s: ${(own / other).toFixed(1)} times`,
);

const total = { right: 0, linked: 0, wanted: 0 };
for (const folder of readFolders('bench/linking')) {
  const counts = countPairs(folder, (message) => process.argv.includes('--verbose') && console.log(message));
  total.right += counts.right;
  total.linked += counts.linked;
  total.wanted += counts.wanted;
}
console.log(
  `linking: pairwise precision ${(total.right / total.linked).toFixed(3)}, recall ${(total.right / total.wanted).toFixed(3)}`,
);
