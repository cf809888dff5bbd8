import { scoreContradictions } from '../test/gold/score.ts';
import { analyse, readSeeds } from './seeds.ts';

const { texts, gold } = readSeeds();
const { found, missed, precision, falseQuestions, decoysHit } = scoreContradictions(
  analyse(texts).contradictions,
  gold,
  texts,
  (path) => path,
);
for (const question of missed) console.log(`missed ${question}`);
for (const question of falseQuestions) console.log(`false ${question}`);
console.log(
  `seeds/: ${found.length} of ${gold.facts.length} facts, precision ${precision.toFixed(3)}, ` +
    `${decoysHit.length} of ${gold.decoys.length} decoys hit`,
);
