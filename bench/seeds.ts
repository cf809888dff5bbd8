import { readdirSync, readFileSync } from 'node:fs';
import { analyseSource, compareSources } from '../server/src/analysis/analyse.ts';
import type { FolderAnalysis } from '../server/src/analysis/model.ts';
import { DEFAULT_SETTINGS } from '../server/src/workspace/settings.ts';
import type { Gold } from '../test/gold/score.ts';

/** The sample sources by document name, with their labels. Runs in the project's root. */
export function readSeeds(): { texts: Map<string, string>; gold: Gold } {
  const names = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
  const texts = new Map(names.toSorted().map((name) => [name.slice(0, -4), readFileSync(`seeds/${name}`, 'utf8')]));
  return { texts, gold: JSON.parse(readFileSync('test/gold/seeds.json', 'utf8')) as Gold };
}

/** What a user is shown of the texts: with the contradictions that are sure enough by default. */
export function analyse(texts: Map<string, string>): FolderAnalysis {
  const found = compareSources([...texts].map(([name, text]) => analyseSource(name, text)));
  const contradictions = found.contradictions.filter((c) => c.confidence >= DEFAULT_SETTINGS.minimumConfidence);
  return { ...found, contradictions };
}
