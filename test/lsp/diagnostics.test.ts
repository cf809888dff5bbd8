import { afterEach, describe, expect, test } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { BOTH, FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client, editorCapabilities, type StartOptions } from './client.ts';

let client: Client;
const start = async (options: StartOptions = { files: BOTH }) => {
  client = await Client.startAndScan(options);
  return client;
};
afterEach(() => client.stop());

const AGREEING = FIVE.replace('5 people', '24 people');

describe('problems that are pulled', () => {
  test('stand in both sources and point at each other', async () => {
    await start();
    const [a] = await client.problems('a.txt');
    const [b] = await client.problems('b.txt');
    expect(a).toMatchObject({ source: 'Crossread', code: 'number', severity: 2 });
    expect(a?.relatedInformation?.map(({ location }) => location.uri)).toEqual([client.uri('b.txt')]);
    expect(b?.relatedInformation?.map(({ location }) => location.uri)).toEqual([client.uri('a.txt')]);
    expect(b?.data).toEqual(a?.data);
  });

  test('are not sent again while they are the same', async () => {
    await start();
    const { resultId } = await client.diagnostics('a.txt');
    expect(await client.diagnostics('a.txt', resultId)).toEqual({ kind: 'unchanged', resultId });
  });

  test('go in all files with an edit that ends the conflict, and come back with it', async () => {
    await start();
    const before = client.refreshes;
    await client.open(client.uri('a.txt'), FIVE);
    const range = { start: { line: 2, character: 15 }, end: { line: 2, character: 16 } };
    await client.change(client.uri('a.txt'), [{ range, text: '24' }]);
    await client.until(() => client.refreshes > before);
    expect(await client.problems('a.txt')).toEqual([]);
    expect(await client.problems('b.txt')).toEqual([]);
    await client.close(client.uri('a.txt'));
    await client.until(() => client.refreshes > before + 1);
    expect(await client.problems('b.txt')).toHaveLength(1);
  });

  test('for the whole workspace come at once, then when they change', async () => {
    await start();
    const first = await client.workspaceDiagnostics();
    expect(first.items.map(({ uri }) => uri).sort()).toEqual([client.uri('a.txt'), client.uri('b.txt')]);
    const seen = first.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    const next = client.workspaceDiagnostics(seen);
    await client.changeFile('a.txt', AGREEING);
    const cleared = (await next).items.map((report) => [report.uri, report.kind === 'full' && report.items.length]);
    expect(cleared.sort()).toEqual([
      [client.uri('a.txt'), 0],
      [client.uri('b.txt'), 0],
    ]);
  });

  test('for the whole workspace are streamed to a client that takes parts', async () => {
    await start();
    const parts: WorkspaceDiagnosticReport['items'] = [];
    const params = { previousResultIds: [], partialResultToken: 'parts' };
    const answer = client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
    const takeParts = async (count: number) => {
      await client.until(() => client.partialResults('parts').length >= count);
      parts.splice(
        0,
        parts.length,
        ...client.partialResults<WorkspaceDiagnosticReport>('parts').flatMap(({ items }) => items),
      );
    };
    await takeParts(1);
    expect(parts).toHaveLength(2);
    await client.deleteFile('b.txt');
    await takeParts(2);
    expect(parts.slice(2).map((report) => report.kind === 'full' && report.items.length)).toEqual([0, 0]);
    const stopped = client.stop();
    expect(await answer).toEqual({ items: [] });
    await stopped;
  });
});

test('problems of a file that is asked for by itself are told to the workspace again', async () => {
  client = await Client.start({ files: BOTH });
  await client.overview();
  const params = { previousResultIds: [], partialResultToken: 'parts' };
  void client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', params).catch(() => undefined);
  const told = () =>
    client
      .partialResults<WorkspaceDiagnosticReport>('parts')
      .flatMap(({ items }) => items)
      .filter(({ uri }) => uri === client.uri('b.txt'));
  await client.until(() => told().length > 0);
  await client.request('textDocument/diagnostic', { textDocument: { uri: client.uri('b.txt') } });
  await client.until(() => told().length > 1);
  expect(told().at(-1)).toMatchObject({ kind: 'full', items: [expect.anything()] });
});

describe('problems that are pushed, to a client that does not pull', () => {
  const capabilities = { ...editorCapabilities, textDocument: {} };

  test('come for every file that has some, and are cleared', async () => {
    client = await Client.start({ files: BOTH, capabilities });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const count = (path: string) => client.published.get(client.uri(path))?.length;
    await client.until(() => count('a.txt') === 1 && count('b.txt') === 1);
    await client.open(client.uri('b.txt'), TWENTY_FOUR);
    await client.change(client.uri('b.txt'), [{ text: TWENTY_FOUR.replace('24 people', '5 people') }]);
    await client.until(() => count('a.txt') === 0 && count('b.txt') === 0);
  });
});
