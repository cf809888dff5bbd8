import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BOTH } from '../texts.ts';
import { Client } from './client.ts';

let client: Client;
afterEach(() => client.stop());

const FILE = '{\n  // which are sources\n  "crossread.include": "**/*.txt",\n  "crossread.minimumConfidence": 0.1\n}\n';

test.each([1, 2])(
  'settings that come while the folder is read lose no source of it: after %i tidings',
  async (count) => {
    client = await Client.start({ folder: resolve('seeds') });
    await client.until(() => client.changes.length >= count);
    await client.configure({});
    await client.until(() => client.isScanned);
    expect((await client.overview()).sources).toHaveLength(5);
  },
);

test('a malformed setting is told once with its file, line and what was expected, and what held before goes on', async () => {
  client = await Client.startAndScan({
    files: { ...BOTH, 'c.md': BOTH['a.txt'], '.vscode/settings.json': FILE },
    settings: { include: ['**/*.md'] },
  });
  expect((await client.overview()).sources.map(({ uri }) => uri)).toEqual([client.uri('c.md')]);
  await client.configure({ include: '**/*.txt', minimumConfidence: 0.1 });
  await client.until(() => client.messages.length > 0);
  const [{ message } = { message: '' }] = client.messages;
  expect(message).toMatch(/\/\.vscode\/settings\.json, line 3: Setting crossread\.include: expected a list of globs/);
  expect((await client.overview()).sources.map(({ uri }) => uri)).toEqual([client.uri('c.md')]);
  await client.configure({ include: '**/*.txt', minimumConfidence: 0.2 });
  await client.configure({ include: ['**/*.txt'] });
  await client.until(() => client.isScanned && client.changes.at(-1)?.sources === 2);
  expect(client.messages).toHaveLength(1);
});

test('a malformed annotation file is told with its line and what was expected, in words of ours alone', async () => {
  const [head, foot] = ['{"@context":[],"@graph":[', '{"id":"x","type":"Dataset"}\n]}'];
  client = await Client.startAndScan({
    files: { ...BOTH, '.crossread/annotations.jsonld': `${head}\n[a](command:x.y)\n${foot}\n` },
  });
  await client.until(() => client.messages.length > 0);
  expect(client.messages[0]?.message).toMatch(/^annotations\.jsonld, line 2: Expected JSON/);
  expect(client.messages[0]?.message).not.toContain('command:');
});
