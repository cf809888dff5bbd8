// `npm test`: every check and every suite, one after the other, whatever fails; at the end come the tests of Vitest that failed, and the
// last line counts all tests.
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { resultsDir, root } from './vscode/harness/paths.mjs';
import { start, stop } from './vscode/harness/processes.mjs';

/** A step that takes this long hangs. */
const timeLimit = 15 * 60_000;
/** So much of what a failed test says is repeated at the end, in UTF-16 code units. */
const MOST_TOLD = 500;

/**
 * @typedef {import('./vscode/harness/suite.mjs').Counts} Counts
 * @typedef {object} Step
 * @property {string} name the name of its results file
 * @property {string[]} script what `npm run` runs
 * @property {'vitest' | 'counts'} [results] what its results file holds; a step without one only succeeds or fails
 */

/** @type {Step[]} */
const steps = [
  { name: 'check', script: ['check'] },
  { name: 'build', script: ['build'] },
  { name: 'unit', script: ['test:unit'], results: 'vitest' },
  { name: 'lsp', script: ['test:lsp'], results: 'vitest' },
  { name: 'cli', script: ['test:cli'], results: 'vitest' },
  { name: 'fuzz', script: ['test:fuzz'], results: 'vitest' },
  { name: 'vscode', script: ['test:vscode'], results: 'counts' },
  { name: 'vscode-lowest', script: ['test:vscode', '--', '--lowest'], results: 'counts' },
  { name: 'workbench', script: ['test:workbench'], results: 'vitest' },
];

/** @type {{ name: string, seconds: number, counts: Counts }[]} */
const done = [];
/** @type {string[]} */
const failures = [];
for (const step of steps) {
  console.log(`\n━━ ${step.name} ━━`);
  const before = Date.now();
  const counts = await take(step);
  done.push({ name: step.name, seconds: Math.round((Date.now() - before) / 1000), counts });
}

console.log('\n━━ summary ━━');
for (const failure of failures) console.log(`✗ ${failure}`);
for (const { name, seconds, counts } of done) {
  console.log(
    `${name.padEnd(14)}${String(seconds).padStart(5)} s   ${counts.failed ? 'FAILED' : 'ok'}   ${sentence(counts)}`,
  );
}
const total = done.reduce((sum, { counts }) => add(sum, counts), { passed: 0, failed: 0, skipped: 0 });
console.log(`\n${sentence(total)}`);
process.exit(total.failed === 0 ? 0 : 1);

/**
 * Runs a step. One that fails without a failed test, or leaves no results, counts as one failure.
 *
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function take(step) {
  const results = join(resultsDir, `${step.name}.json`);
  await rm(results, { force: true });
  const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${relative(root, results)}`];
  const code = await npmRun([...step.script, ...(step.results === 'vitest' ? reporters : [])]);
  const counts = step.results ? await readCounts(results) : { passed: 0, failed: 0, skipped: 0 };
  if (!counts) console.log(`✗ ${step.name} left no results`);
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 || !counts ? { ...known, failed: Math.max(1, known.failed) } : known;
}

/**
 * @param {string[]} script
 * @returns {Promise<number>} the exit code
 */
function npmRun(script) {
  const cli = process.env.npm_execpath;
  const [command, before] = cli ? [process.execPath, [cli]] : ['npm', []];
  const child = start(command, [...before, 'run', ...script], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !cli && process.platform === 'win32',
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      console.log(`✗ stopped after ${timeLimit / 60_000} minutes`);
      stop(child);
    }, timeLimit);
    child.once('error', (error) => {
      console.log(String(error));
      resolve(1);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string} path a results file
 * @returns {Promise<Counts | undefined>} undefined when there is none
 */
async function readCounts(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const results = JSON.parse(text);
  if ('passed' in results) return results;
  for (const { assertionResults } of results.testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') {
        const messages = failureMessages.join('\n').replace(/\n {4}at .*/g, '');
        failures.push(`${fullName}\n${messages.slice(0, MOST_TOLD)}`);
      }
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/**
 * @param {Counts} one
 * @param {Counts} other
 * @returns {Counts}
 */
function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** @param {Counts} counts */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
