import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CHANGE, type SingleEngine } from '../../../server/src/workspace/engine.ts';
import { Helpers } from '../../../server/src/workspace/helpers.ts';
import { LocalEngine } from '../../../server/src/workspace/localEngine.ts';
import { Readers } from '../../../server/src/workspace/readers.ts';
import { SourceIndex } from '../../../server/src/workspace/sourceIndex.ts';
import { BOTH, ELECTION } from '../../texts.ts';
import { fileOf, sourcesOf } from './memory.ts';

/** A helper that reads a text by giving back its bytes, and comes to grief over some. */
const HELPER = `
require(${JSON.stringify(createRequire(import.meta.url).resolve('workerpool'))}).worker({
  read(text) {
    if (text === 'fails') throw new Error('it fails');
    if (text === 'dies') process.exit(1);
    return new Uint8Array(Buffer.from(text));
  },
});
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-readers-'));
  writeFileSync(join(folder, 'helper.cjs'), HELPER);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Readers around an engine that keeps texts, with who has read them; it compares until it is told to stop. */
function readersOf(helpers: number) {
  const kept = new Map<string, string>();
  let stop = () => {};
  const engine: SingleEngine = {
    analyse: async (path, text) => void kept.set(path, `the engine: ${text}`) as undefined,
    take: async (path, _text, packed) => void kept.set(path, `a helper: ${Buffer.from(packed)}`),
    forget: (path) => void kept.delete(path),
    compare: () =>
      new Promise((resolve) => {
        stop = () => resolve(NO_CHANGE);
      }),
    restart: () => {},
    dispose: () => {},
  };
  const readers = new Readers(engine, new Helpers(join(folder, 'helper.cjs'), helpers));
  return { readers, kept, stop: () => stop() };
}

const NAMES = Array.from({ length: 20 }, (_, i) => `${i}.txt`);
const NOBODY = { corrections: [], watched: [] };

test('files are read on while the engine compares, and by it again when it has', async () => {
  const { readers, kept, stop } = readersOf(1);
  const comparison = readers.compare(NOBODY);
  await Promise.all(NAMES.map((name) => readers.analyse(name, name, true)));
  expect([...kept.values()]).toEqual(NAMES.map((name) => `a helper: ${name}`));
  stop();
  await comparison;
  await readers.analyse('late.txt', 'late', true);
  expect(kept.has('late.txt')).toBe(true);
  await readers.dispose();
});

test('the engine reads alone where there is no other core, but not while it compares', async () => {
  const { readers, kept, stop } = readersOf(0);
  const comparison = readers.compare(NOBODY);
  const reading = NAMES.map((name) => readers.analyse(name, name, true));
  await readers.analyse('open.txt', 'in an editor');
  expect([...kept.keys()]).toEqual(['open.txt']);
  stop();
  await Promise.all([comparison, ...reading]);
  expect(kept.get('19.txt')).toBe('the engine: 19.txt');
  await readers.dispose();
});

test('of a file that is edited or goes before its turn comes, nothing is kept', async () => {
  const { readers, kept, stop } = readersOf(0);
  const comparison = readers.compare(NOBODY);
  const reading = ['a.txt', 'b.txt', 'c.txt'].map((name) => readers.analyse(name, 'on the disk', true));
  await readers.analyse('a.txt', 'in an editor');
  readers.forget('b.txt');
  stop();
  await Promise.all([comparison, ...reading]);
  expect(Object.fromEntries(kept)).toEqual({ 'a.txt': 'the engine: in an editor', 'c.txt': 'the engine: on the disk' });
  await readers.dispose();
});

test('sources that are to be read anew before their turn has come are in the reading', async () => {
  const local = new LocalEngine();
  const engine: SingleEngine = {
    analyse: (...of) => local.analyse(...of),
    take: (path, _text, packed) => local.take(path, packed),
    forget: (path) => local.forget(path),
    compare: (guidance) => local.compare(guidance),
    restart: () => {},
    dispose: () => {},
  };
  const readers = new Readers(engine, new Helpers(join(folder, 'helper.cjs'), 0));
  const index = new SourceIndex(readers, { onRead: () => {}, onError: (message) => expect.fail(message) });
  for (const [name, text] of Object.entries({ ...BOTH, 'c.txt': ELECTION })) index.set(fileOf(name, text));
  const first = index.read();
  index.forget();
  await Promise.all([first, index.read()]);
  expect(sourcesOf(await index.current())).toEqual(['a.txt', 'b.txt', 'c.txt']);
});

test('a text that a helper fails at, or dies of, is given up, and the others are read', async () => {
  const { readers, kept } = readersOf(1);
  void readers.compare(NOBODY);
  const reading = [...NAMES, 'fails', 'dies', 'last'].map((name) => readers.analyse(name, name, true));
  const results = await Promise.allSettled(reading);
  expect(results.map(({ status }) => status)).toEqual([
    ...NAMES.map(() => 'fulfilled'),
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(kept.get('last')).toBe('a helper: last');
  await readers.dispose();
});
