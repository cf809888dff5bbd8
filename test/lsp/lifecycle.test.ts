import { afterEach, describe, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import { ServerUnderTest } from '../fuzz/process.ts';
import { FIVE } from '../texts.ts';
import { editorCapabilities } from './client.ts';

let server: ServerUnderTest;
const start = async (isInitialized = true) => {
  server = new ServerUnderTest();
  if (isInitialized) await server.initialize({});
  return server;
};
afterEach(async () => {
  await server.kill();
  expect(server.faults).toEqual([]);
});

const uri = 'untitled:Untitled-1';
const hover = { textDocument: { uri }, position: { line: 2, character: 50 } };
const code = async (method: string, params?: unknown) => (await server.request(method, params)).error?.code;
const open = (text: unknown = FIVE) =>
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 5, text } });
const edit = (version: number, text: string) =>
  server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
const titles = async () => {
  const { result } = await server.request<{ sources: { title: string }[] }>('crossread/overview');
  return result?.sources.map(({ title }) => title);
};

describe('out of turn', () => {
  test('a request before initialize is refused, and initialize is still taken', async () => {
    await start(false);
    expect(await code('textDocument/hover', hover)).toBe(ErrorCodes.ServerNotInitialized);
    expect(await code('shutdown')).toBe(ErrorCodes.ServerNotInitialized);
    open();
    expect((await server.initialize({})).result).toMatchObject({ serverInfo: { name: 'Crossread' } });
    expect(await titles()).toEqual([]);
  });

  test('a second initialize is refused, and the session goes on', async () => {
    await start();
    open();
    expect((await server.initialize({})).error?.code).toBe(ErrorCodes.InvalidRequest);
    expect(await titles()).toEqual(['Explosion at Karo depot']);
  });

  test('a request after shutdown is refused, and exit ends with 0', async () => {
    await start();
    expect((await server.request('shutdown')).result).toBeNull();
    expect(await code('textDocument/hover', hover)).toBe(ErrorCodes.InvalidRequest);
    expect(await code('shutdown')).toBe(ErrorCodes.InvalidRequest);
    server.notify('exit');
    await server.exited;
    expect(server.process.exitCode).toBe(0);
  });

  test('an edit with an old version, or the same one twice, changes nothing', async () => {
    await start();
    open();
    edit(7, FIVE.replace('Karo depot', 'Brusk depot'));
    edit(6, 'late');
    edit(7, 'twice');
    expect(await titles()).toEqual(['Explosion at Brusk depot']);
    expect(server.logs.filter((each) => each.includes('passed over'))).toHaveLength(2);
  });

  test('edits of what is not open and closing it are passed over', async () => {
    await start();
    edit(2, FIVE);
    server.notify('textDocument/didClose', { textDocument: { uri } });
    expect(await titles()).toEqual([]);
    expect((await server.request('textDocument/hover', hover)).result).toBeNull();
  });
});

describe('malformed', () => {
  test.each([
    ['textDocument/hover', undefined],
    ['textDocument/hover', [uri, 1, 2]],
    ['textDocument/hover', { textDocument: { uri: 5 }, position: { line: 0, character: 0 } }],
    ['textDocument/hover', { textDocument: { uri }, position: { line: '0', character: 0.5 } }],
    ['textDocument/references', hover],
    ['workspace/symbol', { query: null }],
    ['crossread/mentions', {}],
    ['crossread/annotate', { action: 'burn' }],
  ])('parameters of %s are refused as such: %o', async (method, params) => {
    await start();
    const { error } = await server.request(method, params);
    expect(error?.code).toBe(ErrorCodes.InvalidParams);
    expect(error?.message).toContain(method);
  });

  test('notifications are passed over with one line in the log', async () => {
    await start();
    open(99);
    edit(2, FIVE);
    server.notify('$/cancelRequest');
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 5, type: 1 }] });
    expect(await titles()).toEqual([]);
    expect(server.logs.filter((each) => each.includes('passed over'))).toHaveLength(2);
  });

  test('an unknown method is answered as unknown', async () => {
    await start();
    expect(await code('crossread/unknown')).toBe(ErrorCodes.MethodNotFound);
  });

  test.each([
    ['JSON', 'Content-Length: 9\r\n\r\n{"jsonrpc'],
    ['a header', 'Content-Length: many\r\n\r\n'],
    ['a header that never ends', 'x'.repeat(100_000)],
    ['a length that nothing has', 'Content-Length: 999999999999\r\n\r\n'],
    ['bytes between messages', '\0\xff GET / HTTP/1.1\r\n\r\n{}'],
  ])('%s is answered with a parse error, and what follows is read', async (_, bytes) => {
    await start();
    server.raw(bytes);
    open();
    expect(await titles()).toEqual(['Explosion at Karo depot']);
    expect(server.refused).toBe(1);
  });
});

test.each([
  ['refuses', { error: { code: ErrorCodes.MethodNotFound, message: 'no' } }],
  ['answers with nonsense', { result: 'nonsense' }],
])('a client that says it can do everything and %s when it is asked is served', async (_, answers) => {
  await start(false);
  server.answers = answers;
  await server.initialize(editorCapabilities);
  open();
  expect(await titles()).toEqual(['Explosion at Karo depot']);
  edit(6, FIVE.replace('Karo depot', 'Brusk depot'));
  expect(await titles()).toEqual(['Explosion at Brusk depot']);
  server.notify('workspace/didChangeConfiguration', { settings: {} });
  expect((await server.request('shutdown')).result).toBeNull();
});

test('thousands of requests at once are all answered, those that are cancelled as cancelled', async () => {
  await start();
  open();
  edit(6, `${FIVE}\nMore was said.`);
  const asked = Array.from({ length: 2000 }, () => server.ask('textDocument/hover', hover));
  for (const { id } of asked.filter((_, i) => i % 10 === 0)) server.notify('$/cancelRequest', { id });
  const answers = await Promise.all(asked.map(({ answer }) => answer));
  const cancelled = answers.filter(({ error }) => error?.code === -32800);
  expect(cancelled).toHaveLength(200);
  expect(answers.filter(({ error }) => !error)).toHaveLength(1800);
});
