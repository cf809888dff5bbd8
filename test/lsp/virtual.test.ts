import { afterEach, expect, test } from 'vitest';
import type { Overview } from '../../server/src/protocol.ts';
import { BOTH, TWENTY_FOUR } from '../texts.ts';
import { Client } from './client.ts';

let client: Client;
afterEach(() => client.stop());

test('a folder that is on no disk is read and annotated through the client', async () => {
  client = await Client.startAndScan({ files: { ...BOTH, 'sub/words.txt': 'one' }, virtualFolder: 'mem://press/news' });
  const { sources, contradictions } = await client.overview();
  expect(sources.map(({ uri }) => uri)).toEqual(['mem://press/news/a.txt', 'mem://press/news/b.txt']);
  const [found] = contradictions as [Overview['contradictions'][number]];
  await client.request('crossread/decide', { id: found.id, state: 'confirmed' });
  const kept = [...client.virtualFiles.keys()].filter((uri) => uri.includes('.crossread')).sort();
  expect(kept).toEqual([
    'mem://press/news/.crossread/.gitattributes',
    'mem://press/news/.crossread/annotations.jsonld',
  ]);

  await client.open(client.uri('b.txt'), TWENTY_FOUR);
  await client.change(client.uri('b.txt'), [{ text: TWENTY_FOUR.replace('24', '5') }]);
  expect((await client.overview()).contradictions).toEqual([]);
  await client.close(client.uri('b.txt'));
  await client.until(() => client.changes.at(-1)?.contradictions === 1);
  expect(client.logs).toEqual([]);
});

test('a client that cannot reach such a folder has it told in the log, and the session goes on', async () => {
  client = await Client.startAndScan({ virtualFolder: 'mem://press/gone' });
  expect((await client.overview()).sources).toEqual([]);
  expect(client.logs.map(({ message }) => message)).toEqual([
    expect.stringContaining('mem://press/gone could not be read: no such file'),
  ]);
});
