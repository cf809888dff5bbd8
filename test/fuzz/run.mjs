// `npm run fuzz [-- protocol|bytes|kills|chaos|soak …]`: the fuzzers at the scale that docs/reliability.md reports, all or
// those that are named. FUZZ_SEED repeats a run; FUZZ_MESSAGES, FUZZ_INPUTS, FUZZ_KILLS, FUZZ_SECONDS and FUZZ_EDITS change its scale.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const scale = {
  FUZZ_MESSAGES: '200000',
  FUZZ_INPUTS: '50000',
  FUZZ_KILLS: '100',
  FUZZ_SECONDS: '60',
  FUZZ_EDITS: '20000',
};
const files = process.argv.slice(2).map((name) => `test/fuzz/${name}.test.ts`);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'fuzz', ...files], {
  cwd: root,
  env: { ...scale, ...process.env },
  stdio: 'inherit',
});
process.exit(status ?? 1);
