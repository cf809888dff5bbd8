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
