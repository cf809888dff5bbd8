import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client } from './client.ts';

let folder: string;
let storage: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'crossread-')));
  storage = mkdtempSync(join(tmpdir(), 'crossread-storage-'));
});
afterEach(() => {
  for (const each of [folder, storage]) rmSync(each, { recursive: true });
});

const start = (files: Record<string, string> = {}) =>
  Client.startAndScan({ folder, files, storage: pathToFileURL(storage).href });

function filesBelow(): string[] {
  const names = readdirSync(storage, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(storage, name)).filter((path) => statSync(path).size > 0 && statSync(path).isFile());
}

async function shown(client: Client) {
  const problems = await Promise.all(['a.txt', 'b.txt'].map((path) => client.problems(path)));
  return { overview: await client.overview(), problems };
}

/** What a session shows at first, and what it has said in the end. */
async function session(files?: Record<string, string>) {
  const client = await start(files);
  const first = await shown(client);
  await client.stop();
  return { ...first, logs: client.logs.map(({ message }) => message) };
}

const FILES = { 'a.txt': FIVE, 'b.txt': TWENTY_FOUR };

test('a later session shows the same from what the first has kept, and again when that is damaged', async () => {
  const first = await session(FILES);
  expect(first.overview.contradictions).toHaveLength(1);
  expect(first.problems.map((each) => each.length)).toEqual([1, 1]);
  expect(first.logs).toEqual([]);
  expect(filesBelow().length).toBeGreaterThan(2);
  expect(await session()).toEqual(first);

  for (const file of filesBelow()) if (!file.endsWith('.index')) writeFileSync(file, 'damaged');
  const { logs, ...again } = await session();
  expect({ ...again, logs: [] }).toEqual(first);
  expect(logs).toEqual([expect.stringContaining('damaged'), expect.stringContaining('damaged')]);
});

test('what was changed, made and removed between two sessions is shown as if there had been none before', async () => {
  await session({ ...FILES, 'c.txt': FIVE.replaceAll('Karo', 'Lemberg') });
  writeFileSync(join(folder, 'a.txt'), FIVE.replace('5 people', '24 people'));
  writeFileSync(join(folder, 'd.txt'), FIVE.replace('5 people', '7 people'));
  rmSync(join(folder, 'c.txt'));
  const warm = await session();
  rmSync(storage, { recursive: true });
  expect(warm).toEqual(await session());
  expect(warm.overview.sources).toHaveLength(3);
});

test('an edit right after the start is answered and in the end read against the others', async () => {
  await session(FILES);
  const client = await start();
  const edited = FIVE.replace('5 people', '24 people');
  await client.open(client.uri('a.txt'), edited);
  expect(await client.at<Hover | null>('textDocument/hover', 'b.txt', TWENTY_FOUR, 'Karo')).not.toBeNull();
  await client.until(() => client.changes.at(-1)?.contradictions === 0 && client.changes.at(-1)?.sources === 2);
  expect(await client.problems('b.txt')).toEqual([]);
  await client.stop();
});
