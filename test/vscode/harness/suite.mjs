// What the embedded and the desktop VS Code have in common: bundling the suite and reading what it reports.
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { resultsDir, root } from './paths.mjs';

const sources = join(root, 'test/vscode/suite');

/**
 * Bundles the suite, one file per test file.
 *
 * @returns {Promise<string>} the path of the module that exports `run()`
 */
export async function bundleSuite() {
  const outdir = join(root, 'out/vscode-suite');
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(sources)
      .filter((name) => /^index\.ts$|\.test\.ts$/.test(name))
      .map((name) => join(sources, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'index.js');
}

/**
 * @typedef {{ event: 'suite' | 'pass' | 'skip', title: string, depth: number }
 *   | { event: 'fail', title: string, depth: number, error: string }
 *   | { event: 'end' }} SuiteEvent one line of the file that the suite writes as it runs
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** Reads the file that the suite writes, shows what is new in it, and counts. */
export class SuiteReport {
  #shown = 0;
  /** @type {Counts} */
  counts = { passed: 0, failed: 0, skipped: 0 };
  ended = false;

  /** @param {string} path the file; it need not exist yet */
  constructor(path) {
    this.path = path;
  }

  /** @returns {Promise<boolean>} whether there was anything new */
  async read() {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    const lines = text.split('\n').slice(0, -1);
    const fresh = lines.slice(this.#shown);
    this.#shown = lines.length;
    for (const line of fresh) this.#take(JSON.parse(line));
    return fresh.length > 0;
  }

  /** @param {SuiteEvent} event */
  #take(event) {
    if (event.event === 'end') {
      this.ended = true;
      return;
    }
    const indent = '  '.repeat(event.depth);
    if (event.event === 'suite') console.log(`${indent}${event.title}`);
    else if (event.event === 'pass') this.counts.passed++;
    else if (event.event === 'skip') this.counts.skipped++;
    else this.counts.failed++;
    if (event.event === 'pass') console.log(`${indent}✓ ${event.title}`);
    if (event.event === 'skip') console.log(`${indent}- ${event.title} (skipped)`);
    if (event.event === 'fail')
      console.log(`${indent}✗ ${event.title}\n${event.error.replace(/^/gm, `${indent}    `)}`);
  }

  /**
   * The final word: a suite that did not come to its end, or ran nothing, has failed.
   *
   * @param {string} name under which the counts are kept for `npm test`
   * @param {string} [problem] why it did not come to its end
   */
  async close(name, problem) {
    await this.read();
    if (!this.ended || this.counts.passed + this.counts.failed === 0) {
      this.counts.failed++;
      console.log(`✗ the suite in VS Code did not finish: ${problem ?? 'it reported no end'}`);
    }
    await mkdir(resultsDir, { recursive: true });
    await writeFile(join(resultsDir, `${name}.json`), JSON.stringify(this.counts));
    return this.counts;
  }
}
