import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseSource, compareSources } from '../../server/src/analysis/analyse.ts';

const folder = process.argv[3] as string;
const sources = readdirSync(folder)
  .sort()
  .map((f) => analyseSource(join(folder, f), readFileSync(join(folder, f), 'utf8')));
const r = compareSources(sources);
process.stdout.write(
  JSON.stringify({
    version: 1,
    sources: r.sources.map((s) => ({ path: s.path, length: s.length, ...s.info })),
    // roles and pronouns are no names
    entities: r.entities.map((e) => ({ ...e, mentions: e.mentions.filter((m) => m.kind === 'name') })),
    contradictions: r.contradictions,
  }),
);
