// `npm run bench [-- entities|contradictions|pairs|speed|reading|scale|comparing|annotations …]`: how right and how fast the built engine is.
// Without a name: all. Numbers after `reading`, `scale` or `comparing` are sizes of folders to make and measure.
// The labelled data in ../shared/bench are used where they are; our own labelled sample sources always.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const shared = resolve(root, '../shared/bench');
const cli = 'node dist/cli.js check';

/** @type {Record<string, () => Promise<void> | void>} */
const benchmarks = {
  async entities() {
    await ours('linking');
    await ours('entities');
    score('score-entities.mjs', ['--seeds']);
    score('score-entities.mjs', ['--clusters']);
    score('score-entities.mjs', ['--data', 'ner/uner-ewt-dev.iob2']);
    score('score-entities.mjs', ['--data', 'ner/wikigold.conll']);
  },
  async contradictions() {
    await ours('contradictions');
    score('score-contradictions.mjs', ['--seeds']);
    score('score-contradictions.mjs', []);
    score('score-contradictions.mjs', ['--merge']);
    score('score-contradictions.mjs', ['--clusters']);
  },
  pairs: () => ours('pairs'),
  speed: () => ours('speed'),
  reading: () => packaged('reading', sizes),
  scale: () => packaged('scale', sizes),
  comparing: () => packaged('comparing', sizes),
  annotations: () => ours('annotations'),
};

const sizes = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const wanted = process.argv.slice(2).filter((argument) => !sizes.includes(argument));
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) if (wanted.length === 0 || wanted.includes(name)) await run();

/**
 * Bundles and runs a benchmark of this folder.
 *
 * @param {string} name
 */
async function ours(name) {
  console.log(`\n━━ ${name} (ours) ━━`);
  const outfile = join(root, 'out/bench', `${name}.cjs`);
  const entry = join(root, 'bench', `${name}.ts`);
  const alias = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias,
    logLevel: 'error',
  });
  execFileSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' });
}

/**
 * The same for a benchmark that takes packages as they are installed, to compare with them.
 *
 * @param {string} name
 * @param {string[]} options
 */
async function packaged(name, options) {
  console.log(`\n━━ ${name} ${options.join(' ')} ━━`);
  const outfile = join(root, 'out/bench', `${name}.mjs`);
  const entry = join(root, 'bench', `${name}.ts`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  execFileSync(process.execPath, ['--max-old-space-size=8000', outfile, ...options], { cwd: root, stdio: 'inherit' });
}

/**
 * Runs a scorer of the shared data on the built command line.
 *
 * @param {string} scorer
 * @param {string[]} options
 */
function score(scorer, options) {
  const title = `${scorer} ${options.join(' ')}`.trim();
  if (!existsSync(join(shared, scorer))) {
    console.log(`\n━━ ${title}: skipped, there is no ../shared/bench ━━`);
    return;
  }
  console.log(`\n━━ ${title} ━━`);
  const args = options.map((option) => (option.includes('/') ? join(shared, option) : option));
  execFileSync(process.execPath, [join(shared, scorer), '--cli', cli, ...args], { cwd: root, stdio: 'inherit' });
}
