import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AnalysisCache } from '../../../server/src/workspace/analysisCache.ts';

let storage: string;
let logs: string[];

beforeEach(() => {
  storage = mkdtempSync(join(tmpdir(), 'crossread-cache-'));
  logs = [];
});
afterEach(() => rmSync(storage, { recursive: true }));

const cacheOf = (version = '1', most?: number) => new AnalysisCache(storage, version, (line) => logs.push(line), most);
const filesBelow = () =>
  readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .map((name) => join(storage, name))
    .filter((path) => statSync(path).isFile());
const packs = () => filesBelow().filter((path) => path.endsWith('.pack'));

/** A session that keeps something of each text. */
async function keep(texts: string[], version?: string, most?: number): Promise<void> {
  const cache = cacheOf(version, most);
  for (const text of texts) cache.put(text, Buffer.from(`what is said of ${text}`));
  await cache.close();
}

/** What a new session finds of a text. */
async function known(text: string, cache = cacheOf()): Promise<string | undefined> {
  const bytes = await cache.get(text);
  await cache.close();
  return bytes && Buffer.from(bytes).toString();
}

test('gives back what was read of a text, in this session and in later ones', async () => {
  await keep(['one', 'two']);
  await keep(['three']);
  expect(await known('one')).toBe('what is said of one');
  expect(await known('two')).toBe('what is said of two');
  expect(await known('three')).toBe('what is said of three');
  expect(await known('four')).toBeUndefined();
  expect(logs).toEqual([]);
});

test('two windows on one folder keep both what they read', async () => {
  const [one, other] = [cacheOf(), cacheOf()];
  one.put('one', Buffer.from('first'));
  other.put('two', Buffer.from('second'));
  await Promise.all([one.close(), other.close()]);
  expect([await known('one'), await known('two')]).toEqual(['first', 'second']);
});

test('passes over what is damaged, says so once and makes room for what is read anew', async () => {
  await keep(['one', 'two']);
  for (const file of packs()) writeFileSync(file, 'no analysis');
  const cache = cacheOf();
  expect([await cache.get('one'), await cache.get('two')]).toEqual([undefined, undefined]);
  expect(logs).toEqual([expect.stringContaining('damaged')]);
  cache.put('one', Buffer.from('anew'));
  await cache.close();
  expect(await known('one')).toBe('anew');
  expect(logs).toHaveLength(1);
});

test('finds what was written before a session was cut short', async () => {
  await keep(['one', 'two']);
  for (const file of filesBelow()) if (file.endsWith('.index')) truncateSync(file, statSync(file).size - 5);
  expect([await known('one'), await known('two')]).toEqual(['what is said of one', undefined]);
  expect(logs).toEqual([]);
});

test('knows nothing of what another version has read, and removes it with one line in the log', async () => {
  await keep(['one'], '1');
  expect(await known('one', cacheOf('2'))).toBeUndefined();
  expect(logs).toHaveLength(1);
  expect(filesBelow()).toEqual([]);
});

test('keeps no more than it may', async () => {
  await keep(['one'], '1', 10);
  await keep(['two'], '1', 10);
  expect(await known('one', cacheOf('1', 10))).toBeUndefined();
  expect(filesBelow()).toEqual([]);
  for (let i = 0; i < 60; i++) await keep([`text ${i}`]);
  await known('one');
  expect(packs()).toHaveLength(50);
  expect(logs).toEqual([]);
});

test('does without where nothing can be written', async () => {
  writeFileSync(join(storage, 'analyses'), 'a file where the folder should be');
  const cache = cacheOf();
  cache.put('one', Buffer.from('1'));
  await cache.close();
  cache.put('two', Buffer.from('2'));
  await cache.close();
  expect(await cache.get('one')).toBeUndefined();
  expect(logs).toHaveLength(1);
});

test('leaves alone what was removed by another window', async () => {
  await keep(['one']);
  const cache = cacheOf();
  expect(await cache.get('nothing')).toBeUndefined();
  for (const file of filesBelow()) rmSync(file);
  expect(await known('one', cache)).toBeUndefined();
  expect(logs).toEqual([]);
});
