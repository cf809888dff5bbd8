import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of the project, which is also the root of the extension. */
export const root = resolve(import.meta.dirname, '../../..');
/** Where the embedded VS Codes are kept; git-ignored. */
export const cacheDir = join(root, '.vscode-test');
/** Where tests leave their results, logs and pictures; git-ignored. */
export const resultsDir = join(root, 'test-results');
export const seedsDir = join(root, 'seeds');

/**
 * A copy of the seeds that a test may change.
 *
 * @returns the path of the folder, whose name is always `seeds`, and a function that deletes it
 */
export async function copySeeds() {
  const parent = await temporaryFolder();
  const folder = join(parent.path, 'seeds');
  await cp(seedsDir, folder, { recursive: true });
  return { path: folder, remove: parent.remove };
}

/** A new empty folder and a function that deletes it with all it holds. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'crossread-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/**
 * Where a word stands in a file of the seeds.
 *
 * @param {string} name of the file
 * @param {string} phrase the first occurrence of this
 * @param {string} word in the phrase
 * @returns {[line: number, column: number]} one column into the word, both from 1
 */
export function placeInSeed(name, phrase, word) {
  const text = readFileSync(join(seedsDir, name), 'utf8');
  const before = text.slice(0, text.indexOf(phrase) + phrase.indexOf(word) + 1).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}
