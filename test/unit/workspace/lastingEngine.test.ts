import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { EngineThread } from '../../../server/src/workspace/engineThread.ts';
import { LastingEngine } from '../../../server/src/workspace/lastingEngine.ts';

/** A thread that keeps texts as the engine does, and comes to grief over some of them. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
const kept = new Map();
parentPort.on('message', ({ does, id, path, text }) => {
  if (does === 'forget') return kept.delete(path);
  if (does === 'compare') {
    if (kept.has('no comparison')) throw new Error('the comparison has ended it');
    const sources = [...kept].sort().map(([path, text]) => ({ path, text }));
    return parentPort.postMessage({ id, result: { sources: { set: sources, gone: [] } } });
  }
  if (text === 'grows') for (const all = []; ; ) all.push(new Array(100_000).fill(all.length));
  if (text === 'hangs') for (;;);
  if (text === 'fails') return parentPort.postMessage({ id, error: 'it fails' });
  kept.set(path, text);
  parentPort.postMessage({ id });
});
`;
const MEMORY_MB = 32;

let folder: string;
let engine: LastingEngine;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-engine-'));
  writeFileSync(join(folder, 'thread.cjs'), THREAD);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => engine.dispose());

const start = (limit?: number) => {
  engine = new LastingEngine(new EngineThread(join(folder, 'thread.cjs'), MEMORY_MB), limit);
};
const kept = async () => (await engine.compare({ corrections: [], watched: [] })).sources.set.map(({ path }) => path);

test('a text that takes all the memory is given up, and the others are there, in order', async () => {
  start();
  await engine.analyse('a', 'one');
  await engine.analyse('b', 'old');
  const all = [engine.analyse('b', 'two'), engine.analyse('c', 'grows'), engine.analyse('d', 'four'), kept()];
  const [b, c, d, compared] = await Promise.allSettled(all);
  expect([b?.status, c?.status, d?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(compared).toMatchObject({ value: ['a', 'b', 'd'] });
});

test('a text that never ends is given up after its time', { timeout: 60_000 }, async () => {
  // Long enough for a thread to start on a machine that has much else to do.
  start(4000);
  await engine.analyse('a', 'one');
  await expect(engine.analyse('b', 'hangs')).rejects.toThrow('too long');
  expect(await kept()).toEqual(['a']);
});

test('a text that was given up is not tried again until it is another one, or all are read anew', async () => {
  start();
  await expect(engine.analyse('a', 'grows')).rejects.toThrow();
  await expect(engine.analyse('a', 'grows')).rejects.toThrow('before');
  await engine.analyse('a', 'mended');
  expect(await kept()).toEqual(['a']);
  engine.restart();
  await expect(engine.analyse('a', 'grows')).rejects.not.toThrow('before');
});

test('what was forgotten does not come back with the next life', async () => {
  start();
  await engine.analyse('a', 'one');
  await engine.analyse('b', 'two');
  engine.forget('a');
  await expect(engine.analyse('c', 'grows')).rejects.toThrow();
  expect(await kept()).toEqual(['b']);
});

test('a text that only fails harms nobody', async () => {
  start();
  await engine.analyse('a', 'one');
  await expect(engine.analyse('b', 'fails')).rejects.toThrow('it fails');
  expect(await kept()).toEqual(['a']);
});

test('a comparison that ends the engine twice is given up, and after too many deaths everything is, until all is read anew', async () => {
  start();
  await engine.analyse('no comparison', 'x');
  for (let i = 0; i < 3; i++) await expect(engine.compare({ corrections: [], watched: [] })).rejects.toThrow('ended');
  await expect(engine.analyse('a', 'one')).rejects.toThrow();
  engine.forget('no comparison');
  engine.restart();
  await engine.analyse('a', 'one');
  expect(await kept()).toEqual(['a']);
});
