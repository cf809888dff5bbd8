import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BOTH, ELECTION, FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client, type StartOptions } from './client.ts';

let client: Client;
afterEach(() => client.stop());

/** Starts on a folder that has been made odd, and gives the names of the sources. */
async function sourcesOf(
  files: Record<string, string>,
  make: (path: (name: string) => string) => void,
  more: StartOptions = {},
) {
  client = await Client.start({ ...more, files, prepare: (folder) => make((name) => join(folder, name)) });
  await client.until(() => client.isScanned);
  const { sources } = await client.overview();
  return sources.map(({ uri }) => decodeURIComponent(uri.slice(client.uri('').length + 1)));
}

const isUnix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;
const warnings = () => client.logs.filter(({ type }) => type <= 2).map(({ message }) => message);

test.skipIf(!isUnix)('names with everything that a file system bears are sources as any other', async () => {
  const names = [
    'a b.txt',
    `it's "c".txt`,
    '#d?.txt',
    '100%25.txt',
    'line\nbreak.txt',
    'Žluť 😀.txt',
    '[x] (y) {z}.txt',
    '__proto__.txt',
  ];
  const found = await sourcesOf(Object.fromEntries(names.map((name) => [name, FIVE])), () => undefined);
  expect(found.sort()).toEqual(names.sort());
  for (const name of names) {
    const highlights = await client.at<unknown[]>('textDocument/documentHighlight', name, FIVE, 'Anna');
    expect(highlights).toHaveLength(1);
  }
  expect(warnings()).toEqual([]);
});

test.skipIf(!isUnix)('links in a circle, to nowhere and to what is no file are passed over', async () => {
  const found = await sourcesOf({ ...BOTH, 'sub/c.txt': ELECTION }, (path) => {
    symlinkSync('..', path('sub/up'));
    symlinkSync('sub', path('again'));
    symlinkSync('self.txt', path('self.txt'));
    symlinkSync('gone', path('gone.txt'));
    symlinkSync('/dev/zero', path('zeros.txt'));
    mkdirSync(path('folder.txt'));
    execFileSync('mkfifo', [path('pipe.txt')]);
  });
  expect(found).toEqual(['a.txt', 'b.txt', 'sub/c.txt']);
  expect(
    warnings()
      .map((each) => /(\w+)\.txt could not be read/.exec(each)?.[1])
      .sort(),
  ).toEqual(['gone', 'self', 'zeros']);
});

test.skipIf(!isUnix || isRoot)('what may not be read is one line in the log', async () => {
  const found = await sourcesOf({ ...BOTH, 'sub/c.txt': ELECTION }, (path) => {
    chmodSync(path('b.txt'), 0);
    chmodSync(path('sub'), 0);
  });
  chmodSync(join(client.folder, 'sub'), 0o700);
  expect(found).toEqual(['a.txt']);
  expect(warnings()).toHaveLength(2);
});

test('files that are huge, empty or no text are left out, and the huge ones told of in one message', async () => {
  const found = await sourcesOf({ ...BOTH, 'empty.txt': '' }, (path) => {
    writeFileSync(path('huge.txt'), FIVE);
    truncateSync(path('huge.txt'), 200_000_000);
    writeFileSync(path('line.txt'), 'He said that it was so. '.repeat(420_000));
    writeFileSync(path('picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 0, 1, 0]));
  });
  expect(found).toEqual(['a.txt', 'b.txt']);
  expect(warnings()).toHaveLength(2);
  expect(client.messages.map(({ message }) => message)).toEqual([
    'huge.txt and 1 more: not read, for the size. The setting crossread.maximumFileSize is the limit.',
  ]);
});

test('a document whose line has ten megabytes is left alone while it is typed in', async () => {
  await sourcesOf(BOTH, () => undefined);
  const text = `${FIVE}${'x '.repeat(5_000_000)}`;
  await client.open(client.uri('c.txt'), text);
  const end = { line: 4, character: 10_000_000 };
  await client.change(client.uri('c.txt'), [{ range: { start: end, end }, text: '!' }]);
  expect(await client.at('textDocument/hover', 'c.txt', text, 'Anna')).toBeNull();
  await client.change(client.uri('c.txt'), [
    { range: { start: { line: 4, character: 0 }, end: { line: 9, character: 0 } }, text: '' },
  ]);
  expect(await client.at('textDocument/hover', 'c.txt', FIVE, 'Anna')).not.toBeNull();
});

test('a file whose name changes in case only is there once, by its new name', async () => {
  await sourcesOf(BOTH, () => undefined);
  await rename(join(client.folder, 'a.txt'), join(client.folder, 'A.txt'));
  const changes = [
    { uri: client.uri('A.txt'), type: 1 },
    { uri: client.uri('a.txt'), type: 3 },
  ];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const uris = async () => (await client.overview()).sources.map(({ uri }) => uri);
  await expect.poll(uris, { timeout: 30_000 }).toEqual([client.uri('A.txt'), client.uri('b.txt')]);
});

test('overrides of the direction of the writing are a problem, in a source that disputes nothing too', async () => {
  await sourcesOf(
    { 'a.txt': FIVE.replace('Anna', '\u202eannA'), 'b.txt': TWENTY_FOUR.replace('24', '5') },
    () => undefined,
  );
  const [problem] = await client.problems('a.txt');
  expect(problem).toMatchObject({ code: 'bidirectional-override', severity: 2, range: { start: { line: 2 } } });
  expect(await client.problems('b.txt')).toEqual([]);
});
