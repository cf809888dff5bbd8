import { scoreLinking } from '../test/gold/score.ts';
import { analyse, readSeeds } from './seeds.ts';

const { texts, gold } = readSeeds();
const { places, linked, incomplete } = scoreLinking(analyse(texts).entities, gold, texts, (path) => path);
for (const line of incomplete) console.log(line);
console.log(`seeds/: ${linked} of ${places} mentions linked (${((100 * linked) / places).toFixed(1)} %)`);
