import { scoreLinking } from '../test/gold/score.ts';
import { countPairs, readFolders } from './linking.ts';
import { analyse, readSeeds } from './seeds.ts';

const { texts, gold } = readSeeds();
const { places, linked, incomplete } = scoreLinking(analyse(texts).entities, gold, texts, (path) => path);
for (const line of incomplete) console.log(line);
console.log(`seeds/: ${linked} of ${places} mentions linked (${((100 * linked) / places).toFixed(1)} %)`);

const folders = readFolders('bench/linking').map((folder) => countPairs(folder, console.log));
const sum = (key: 'right' | 'linked' | 'wanted') => folders.reduce((total, counts) => total + counts[key], 0);
const [precision, recall] = [sum('right') / sum('linked'), sum('right') / sum('wanted')];
console.log(`bench/linking: pairwise precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
