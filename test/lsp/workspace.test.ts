import { afterEach, describe, expect, test } from 'vitest';
import type { CodeLens, InlayHint } from 'vscode-languageserver-protocol';
import { BOTH, FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client, editorCapabilities, type StartOptions } from './client.ts';

let client: Client;
const start = async (options: StartOptions = { files: BOTH }) => {
  client = await Client.startAndScan(options);
  return client;
};
afterEach(() => client.stop());

const has = (sources: number, contradictions: number) => () => {
  const last = client.changes.at(-1);
  return last?.scan === undefined && last?.sources === sources && last.contradictions === contradictions;
};

describe('files that change outside the editor', () => {
  test('are picked up when they are created, changed and deleted', async () => {
    await start({ files: { 'a.txt': FIVE } });
    await client.createFile('b.txt', TWENTY_FOUR);
    await client.until(has(2, 1));
    await client.changeFile('b.txt', TWENTY_FOUR.replace('24', '5'));
    await client.until(has(2, 0));
    await client.changeFile('b.txt', TWENTY_FOUR);
    await client.until(has(2, 1));
    await client.deleteFile('b.txt');
    await client.until(has(1, 0));
  });

  test('are picked up when they or their folder are renamed', async () => {
    await start({ files: { 'a.txt': FIVE, 'old/b.txt': TWENTY_FOUR } });
    const { length } = client.changes;
    await client.renameFile('old', 'new');
    await client.until(() => has(2, 1)() && client.changes.length > length);
    const { sources } = await client.overview();
    expect(sources.map(({ uri }) => uri)).toEqual([client.uri('a.txt'), client.uri('new/b.txt')]);
  });
});

describe('settings', () => {
  test('that change are applied to what was read', async () => {
    await start();
    await client.configure({ exclude: ['b.txt'] });
    await client.until(has(1, 0));
    await client.configure({});
    await client.until(has(2, 1));
  });

  test('say how grave a problem is', async () => {
    await start();
    const before = client.refreshes;
    await client.configure({ severity: { conflict: 'error' } });
    await client.until(() => client.refreshes > before);
    expect((await client.problems('a.txt'))[0]?.severity).toBe(1);
  });

  test('force a file in or out', async () => {
    await start({ files: { ...BOTH, 'note.md': FIVE }, settings: { sources: { 'b.txt': false, 'note.md': true } } });
    const { sources } = await client.overview();
    expect(sources.map(({ uri }) => uri)).toEqual([client.uri('a.txt'), client.uri('note.md')]);
  });

  test('leave out what the editor hides from its explorer', async () => {
    client = await Client.start({ files: { ...BOTH, 'hidden/c.txt': FIVE }, hidden: { hidden: true, 'b.txt': false } });
    await client.until(has(2, 1));
    const { sources } = await client.overview();
    expect(sources.map(({ uri }) => uri)).toEqual([client.uri('a.txt'), client.uri('b.txt')]);
  });

  test('that are malformed are logged by name, and the default holds', async () => {
    await start({ files: BOTH, settings: { minimumConfidence: 'high' } });
    const logged = client.logs.map(({ message }) => message).filter((message) => message.includes('minimumConfidence'));
    expect(logged).toEqual([
      'Setting crossread.minimumConfidence: expected a number from 0 to 1; 0.45 goes on to hold.',
    ]);
    expect((await client.overview()).contradictions).toHaveLength(1);
  });

  test('are taken from what is sent by a client that cannot be asked', async () => {
    const capabilities = { ...editorCapabilities, workspace: {} };
    await start({ files: BOTH, capabilities });
    await client.configure({ exclude: ['b.txt'] });
    await client.until(has(1, 0));
  });

  test('turn hints with full names on', async () => {
    await start({ files: { 'a.txt': `${FIVE}\nOn Tuesday Bell said that the search had ended.\n` } });
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const params = { textDocument: { uri: client.uri('a.txt') }, range: whole };
    expect(await client.request('textDocument/inlayHint', params)).toEqual([]);
    const before = client.lensRefreshes;
    await client.configure({ inlayHints: { enabled: true } });
    await client.until(() => client.lensRefreshes > before);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', params);
    expect(hints.map(({ label, position }) => [label, position.line])).toEqual([['Anna Bell', 5]]);
  });

  test('switch the lens over headlines on', async () => {
    await start();
    const params = { textDocument: { uri: client.uri('a.txt') } };
    expect(await client.request('textDocument/codeLens', params)).toEqual([]);
    const before = client.lensRefreshes;
    await client.configure({ codeLens: { enabled: true } });
    await client.until(() => client.lensRefreshes > before);
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', params);
    expect(lens?.command?.title).toBe('1 contradiction with 1 other source');
  });
});

test('folders that are added are read with the others, and dropped when they are removed', async () => {
  await start({ files: { 'a.txt': FIVE } });
  const other = await Client.startAndScan({ files: { 'b.txt': TWENTY_FOUR } });
  const folder = { uri: other.uri(''), name: 'other' };
  const change = (added: object[], removed: object[]) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  await change([folder], []);
  await client.until(has(2, 1));
  await change([], [folder]);
  await client.until(has(1, 0));
  await other.stop();
});

test('an untitled text is read against the folder as it stands in the editor', async () => {
  await start({ files: { 'a.txt': FIVE } });
  await client.open('untitled:Untitled-1', TWENTY_FOUR);
  await client.until(has(2, 1));
  await client.change('untitled:Untitled-1', [{ text: TWENTY_FOUR.replace('24', '5') }]);
  await client.until(has(2, 0));
  await client.close('untitled:Untitled-1');
  await client.until(has(1, 0));
});
