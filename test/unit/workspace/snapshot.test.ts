import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guidance } from '../../../server/src/analysis/entities/correct.ts';
import { SnapshotStore } from '../../../server/src/workspace/snapshotStore.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';
import { FIVE, TWENTY_FOUR } from '../../texts.ts';
import { content, documentOf, sourcesOf, uriOf, WaitingEngine, workspaceOf } from './memory.ts';

let storage: string;
let logs: string[];
const open: Workspace[] = [];
beforeEach(() => {
  storage = mkdtempSync(join(tmpdir(), 'crossread-snapshots-'));
  logs = [];
});
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.dispose();
  rmSync(storage, { recursive: true });
});

const storeOf = (version = '1') => new SnapshotStore(storage, version, (line) => logs.push(line));
const filesBelow = () =>
  readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .map((name) => join(storage, name))
    .filter((path) => statSync(path).isFile());

const SEEDS = join(import.meta.dirname, '../../../seeds');
const seeds = Object.fromEntries(
  readdirSync(SEEDS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(SEEDS, name), 'utf8')]),
);

/** What readers say of who is who, whatever the texts are. */
const decisionsOf = (guidance?: Guidance) =>
  guidance && { decisions: { guidance: () => guidance, judge: <T>(found: T): T => found } };

/** A session from start to end. @returns all that it shows */
async function session(files: Record<string, string>, guidance?: Guidance) {
  const made = workspaceOf(files, undefined, undefined, { snapshots: storeOf(), ...decisionsOf(guidance) });
  await made.configure();
  const shown = content(await made.workspace.reading());
  await made.workspace.dispose();
  return shown;
}

/** What a session shows that knows of none before. */
async function cold(files: Record<string, string>, guidance?: Guidance) {
  const made = workspaceOf(files, undefined, undefined, { ...decisionsOf(guidance) });
  await made.configure();
  return content(await made.workspace.reading());
}

/** A later session, whose engine reads nothing until it is let. */
function later(files: Record<string, string>, guidance?: Guidance, version?: string, engine = new WaitingEngine()) {
  const made = workspaceOf(files, undefined, undefined, {
    engine,
    snapshots: storeOf(version),
    ...decisionsOf(guidance),
  });
  open.push(made.workspace);
  const scan = made.configure();
  const end = async () => {
    engine.begin();
    await scan;
    return content(await made.workspace.reading());
  };
  return { ...made, end };
}

const FILES = { 'a.txt': FIVE, 'b.txt': TWENTY_FOUR, 'c.txt': FIVE.replace('Karo', 'Lemberg') };

test('the next session shows all that there was before the engine has read anything, and the same when it has', async () => {
  const first = await session(seeds);
  const second = later(seeds);
  expect(content(await second.workspace.reading())).toEqual(first);
  expect(second.scans.at(-1)).toBeUndefined();
  expect(await second.end()).toEqual(first);
}, 60_000);

test('what is shown of changed, new and deleted files is right at every time', async () => {
  const text = fc.constantFrom(
    FIVE,
    TWENTY_FOUR,
    FIVE.replace('5 people', '7 people'),
    `${FIVE} Anna Bell left.`,
    'short',
  );
  const folder = fc.dictionary(fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd/e.txt'), text, { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(folder, folder, async (before, now) => {
      const first = await session(before);
      const second = later(now);
      const expected = await cold(now);
      const same = Object.keys(before).filter((name) => before[name] === now[name]);
      if (first.sources.length > 0) {
        const shown = content(await second.workspace.reading());
        const holds = new Set(same.map(uriOf));
        expect(shown.sources).toEqual(first.sources.filter(({ path }) => holds.has(path)));
        expect(shown.contradictions).toEqual(
          first.contradictions.filter(({ positions }) =>
            positions.every(({ statements }) => statements.every(({ path }) => holds.has(path))),
          ),
        );
        for (const { mentions } of shown.entities) expect(mentions.length).toBeGreaterThan(0);
      }
      expect(await second.end()).toEqual(expected);
      await second.workspace.dispose();
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('while the engine reads, a text that changes is left out, and shown again in the end', async () => {
  await session(FILES);
  const second = later(FILES);
  expect(sourcesOf(await second.workspace.reading())).toEqual(['a.txt', 'b.txt', 'c.txt']);
  const edited = FIVE.replace('5 people', '24 people');
  second.workspace.edit(documentOf('a.txt', edited));
  const reading = await second.workspace.reading(uriOf('a.txt'));
  expect(sourcesOf(reading)).toEqual(['b.txt', 'c.txt']);
  expect(reading.contradictions).toEqual([]);
  expect(await second.end()).toEqual(await cold({ ...FILES, 'a.txt': edited }));
});

test('while the engine compares for the first time, requests are answered and edits are not lost', async () => {
  await session(FILES);
  const engine = new WaitingEngine('compare');
  const second = later(FILES, undefined, undefined, engine);
  await engine.asked;
  const shown = await second.workspace.reading(uriOf('c.txt'));
  expect(sourcesOf(shown)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  const edited = FIVE.replace('5 people', '24 people');
  second.workspace.edit(documentOf('a.txt', edited));
  expect(sourcesOf(await second.workspace.reading(uriOf('a.txt')))).toEqual(['b.txt', 'c.txt']);
  await second.end();
  expect(content(await second.workspace.reading(uriOf('a.txt')))).toEqual(await cold({ ...FILES, 'a.txt': edited }));
});

test('a reading that readers have said something else of since is not shown, but made anew', async () => {
  const name = FIVE.indexOf('Karo');
  const guidance: Guidance = {
    corrections: [
      { says: 'type', places: [{ path: uriOf('a.txt'), start: name, end: name + 4 }], value: 'person', by: 'you' },
    ],
    watched: [],
  } as unknown as Guidance;
  const plain = await session(FILES);
  expect(await later(FILES, guidance).end()).toEqual(await cold(FILES, guidance));
  const corrected = await session(FILES, guidance);
  const third = later(FILES, guidance);
  expect(content(await third.workspace.reading())).toEqual(corrected);
  expect(await third.end()).toEqual(corrected);
  expect(plain.sources).toEqual(corrected.sources);
});

test('what was edited in a session is known in the next', async () => {
  const made = workspaceOf(FILES, undefined, undefined, { snapshots: storeOf() });
  await made.configure();
  const edited = FIVE.replace('5 people', '24 people');
  made.fs.files.set(uriOf('a.txt'), edited);
  await made.workspace.filesChanged([{ uri: uriOf('a.txt'), type: 'changed' }]);
  const shown = content(await made.workspace.reading());
  await made.workspace.dispose();
  expect(content(await later({ ...FILES, 'a.txt': edited }).workspace.reading())).toEqual(shown);
});

test.each([
  ['nothing', () => '', false],
  ['something else', () => 'no snapshot', true],
  ['half of it', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), true],
  ['one byte less', (bytes: Buffer) => bytes.subarray(1), true],
  ['other bytes in the middle', (bytes: Buffer) => bytes.fill(7, bytes.length >> 1, (bytes.length >> 1) + 3), true],
])('a snapshot of which the disk has %s is passed over', async (_, damage, isTold) => {
  const first = await session(FILES);
  for (const file of filesBelow()) writeFileSync(file, damage(readFileSync(file)));
  expect(await later(FILES).end()).toEqual(first);
  expect(logs).toEqual(isTold ? [expect.stringContaining('damaged')] : []);
});

test('another version knows nothing of it and takes its place', async () => {
  const first = await session(FILES);
  const second = later(FILES, undefined, '2');
  expect(await second.end()).toEqual(first);
  await second.workspace.dispose();
  expect(filesBelow()).toHaveLength(1);
  expect(filesBelow().filter((file) => !file.includes(join('snapshots', '2')))).toEqual([]);
  expect(logs).toEqual([]);
});

test('a file that was forced in is none when it is not any more', async () => {
  const files = { ...FILES, 'list.txt': 'one\ntwo\n' };
  const made = workspaceOf(files, undefined, undefined, { snapshots: storeOf() });
  await made.configure({ sources: { 'list.txt': true } });
  expect(sourcesOf(await made.workspace.reading())).toContain('list.txt');
  await made.workspace.dispose();
  const second = later(files);
  expect(sourcesOf(await second.workspace.reading())).toEqual(['a.txt', 'b.txt', 'c.txt']);
  expect(await second.end()).toEqual(await cold(files));
});

test('does without where nothing can be written, and says so', async () => {
  writeFileSync(join(storage, 'snapshots'), 'a file where the folder should be');
  const first = await session(FILES);
  expect(await later(FILES).end()).toEqual(first);
  expect(logs.length).toBeGreaterThan(0);
});
