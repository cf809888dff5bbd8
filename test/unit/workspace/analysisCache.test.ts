import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { analyseSource, withoutTokens } from '../../../server/src/analysis/analyse.ts';
import { AnalysisCache } from '../../../server/src/workspace/analysisCache.ts';
import { FIVE, TWENTY_FOUR } from '../../texts.ts';

let storage: string;
let logs: string[];

beforeEach(() => {
  storage = mkdtempSync(join(tmpdir(), 'crossread-cache-'));
  logs = [];
});
afterEach(() => rmSync(storage, { recursive: true }));

const cacheOf = (version = '1', most?: number) => new AnalysisCache(storage, version, (line) => logs.push(line), most);
const read = (text: string, path = 'a.txt') => withoutTokens(analyseSource(path, text));
const filesBelow = () =>
  readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .map((name) => join(storage, name))
    .filter((path) => statSync(path).isFile());

test('gives back what was read of a text, under whatever path it has now', async () => {
  await cacheOf().put(read(FIVE));
  expect(await cacheOf().get('b.txt', FIVE)).toEqual(read(FIVE, 'b.txt'));
  expect(await cacheOf().get('b.txt', TWENTY_FOUR)).toBeUndefined();
  expect(logs).toEqual([]);
});

test('passes over what is damaged, says so once and makes room for what is read anew', async () => {
  await cacheOf().put(read(FIVE));
  await cacheOf().put(read(TWENTY_FOUR));
  for (const file of filesBelow()) writeFileSync(file, 'no analysis');
  const cache = cacheOf();
  expect(await cache.get('a.txt', FIVE)).toBeUndefined();
  expect(await cache.get('b.txt', TWENTY_FOUR)).toBeUndefined();
  expect(logs).toHaveLength(1);
  await cache.put(read(FIVE));
  expect(await cache.get('a.txt', FIVE)).toEqual(read(FIVE));
});

test('knows nothing of what another version has read, and removes it with one line in the log', async () => {
  await cacheOf('1').put(read(FIVE));
  const cache = cacheOf('2');
  expect(await cache.get('a.txt', FIVE)).toBeUndefined();
  await cache.prune();
  expect(logs).toHaveLength(1);
  expect(filesBelow()).toEqual([]);
});

test('keeps no more than it may', async () => {
  const cache = cacheOf('1', 1);
  await cache.put(read(FIVE));
  await cache.put(read(TWENTY_FOUR));
  await cache.prune();
  expect(filesBelow()).toEqual([]);
  expect(logs).toEqual([]);
});

test('clears away what a session that was cut short has left half written', async () => {
  await cacheOf().put(read(FIVE));
  const [file = ''] = filesBelow();
  writeFileSync(`${file}.1.tmp`, 'half');
  utimesSync(`${file}.1.tmp`, 1, 1);
  await cacheOf().prune();
  expect(filesBelow()).toEqual([file]);
});

test('does without where nothing can be written', async () => {
  writeFileSync(join(storage, 'analyses'), 'a file where the folder should be');
  const cache = cacheOf();
  await cache.put(read(FIVE));
  await cache.put(read(TWENTY_FOUR));
  expect(await cache.get('a.txt', FIVE)).toBeUndefined();
  expect(logs).toHaveLength(1);
});
