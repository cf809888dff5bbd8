import { spawn } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type Hover,
  LSPErrorCodes,
  type MarkupContent,
  type ResponseError,
} from 'vscode-languageserver-protocol';
import { ReportRequest } from '../../server/src/protocol.ts';
import { BOTH, ELECTION, FIVE } from '../texts.ts';
import { Client, editorCapabilities, type StartOptions } from './client.ts';

let client: Client;
const start = async (options: StartOptions = {}) => {
  client = await Client.startAndScan(options);
  return client;
};
afterEach(() => client.stop());

describe('a session', () => {
  test('begins with what the server can do', async () => {
    const { capabilities, serverInfo } = (await start()).initialized;
    expect(serverInfo?.name).toBe('Crossread');
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
      hoverProvider: true,
      semanticTokensProvider: { legend: { tokenTypes: expect.arrayContaining(['person', 'organization', 'place']) } },
    });
  });

  test('is in the language of the client, where there is a translation', async () => {
    await start({ files: BOTH, locale: 'de-AT' });
    const hover = await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, '5 people');
    const { value } = hover.contents as MarkupContent;
    expect(value).toContain('Wie viele Tote');
    expect(value).toContain('Konflikt (Zahl), Sicherheit');
    expect(value).toContain('Die Zahlen weichen voneinander ab');
    const report = await client.request<string>(ReportRequest, { format: 'html' });
    expect(report).toContain('<html lang="de">');
    expect(report).toContain('<h1>Quellen im Vergleich</h1>');
  });

  test('is in English for a language that nobody has translated it into', async () => {
    await start({ files: BOTH, locale: '../../de' });
    const hover = await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, '5 people');
    expect((hover.contents as MarkupContent).value).toContain('conflict (number), confidence');
  });

  test('ends with exit code 0, and leaves no process behind', async () => {
    await start({ files: BOTH });
    expect(await client.stop()).toBe(0);
    expect(client.process.exitCode).toBe(0);
  });

  test('ends when the client goes away without a word', async () => {
    await start({ files: BOTH });
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    client.process.stdin?.end();
    expect(await exited).toBe(1);
  });

  test('ends when the process dies that it was started for, even with the channel open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    client = await Client.startAndScan({ files: BOTH, parent: parent.pid });
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    parent.kill();
    expect(await exited).toBe(1);
  });

  test('shows the first scan as progress, from begin to end', async () => {
    await start({ files: BOTH });
    await client.until(() => client.progress.at(-1)?.kind === 'end');
    expect(client.progress[0]).toMatchObject({ kind: 'begin', title: 'Reading sources', cancellable: true });
  });

  test('has files watched: all that come and go, and changes of those that may be sources', async () => {
    await start({ settings: { include: ['**/*.story'] } });
    const method = 'workspace/didChangeWatchedFiles';
    await client.until(() => client.registrations.some((each) => each.method === method));
    expect(client.registrations.find((each) => each.method === method)?.registerOptions).toEqual({
      watchers: [
        { globPattern: '**/*', kind: 5 },
        { globPattern: '**/*.story', kind: 2 },
        { globPattern: '**/.crossread/annotations.jsonld', kind: 2 },
        { globPattern: '**/.crossread/watchlist.json', kind: 2 },
      ],
    });
  });

  test('works without a folder', async () => {
    client = await Client.start({ capabilities: { ...editorCapabilities, workspace: {} } });
    await client.open('untitled:Untitled-1', FIVE);
    const { sources } = await client.overview();
    expect(sources.map(({ title }) => title)).toEqual(['Explosion at Karo depot']);
  });
});

describe('a request', () => {
  test('that is cancelled is answered as such', async () => {
    await start({ files: BOTH });
    await client.open(client.uri('a.txt'), FIVE);
    await client.change(client.uri('a.txt'), [{ text: `${FIVE}More was said.` }]);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: client.uri('a.txt') }, position: { line: 0, character: 0 } };
    const answer = client.request('textDocument/hover', params, source.token);
    source.cancel();
    const error = await answer.then(
      () => undefined,
      (reason: ResponseError<void>) => reason,
    );
    expect(error?.code).toBe(LSPErrorCodes.RequestCancelled);
  });

  test('about a document that is no source has an empty answer', async () => {
    await start({ files: { ...BOTH, 'words.txt': 'one\ntwo' } });
    expect(await client.at('textDocument/hover', 'words.txt', 'one\ntwo', 'one')).toBeNull();
    expect(await client.at('textDocument/definition', 'gone.txt', 'x', 'x')).toEqual([]);
    expect(await client.problems('gone.txt')).toEqual([]);
  });

  test('with a position outside the text is answered', async () => {
    await start({ files: BOTH });
    const textDocument = { uri: client.uri('a.txt') };
    for (const position of [
      { line: 999, character: 0 },
      { line: 0, character: 99_999 },
      { line: -1, character: -1 },
    ]) {
      const answer = await client.request('textDocument/hover', { textDocument, position });
      expect(answer === null || typeof answer === 'object').toBe(true);
    }
    expect((await client.overview()).sources).toHaveLength(2);
  });

  test('is answered while the first scan goes on', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`${i}.txt`, ELECTION.replace('May', `${i}`)]),
    );
    client = await Client.start({ files });
    await client.open(client.uri('0.txt'), ELECTION);
    const hover = await client.at<object>('textDocument/hover', '0.txt', ELECTION, 'Olga');
    expect(hover).not.toBeNull();
    expect(client.isScanned).toBe(false);
    await client.until(() => client.isScanned);
    expect(client.changes.at(-1)?.sources).toBe(400);
  });
});

describe('positions', () => {
  test.each(['utf-8', 'utf-16', 'utf-32'] as const)(
    'are counted in %s when the client asks for it',
    async (encoding) => {
      const text = FIVE.replace('Mayor', '😀 žluťoučký Mayor');
      const capabilities = { ...editorCapabilities, general: { positionEncodings: [encoding] } };
      await start({ files: { 'a.txt': text }, capabilities });
      expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
      const line = text.split('\n')[2] as string;
      const before = line.slice(0, line.indexOf('Anna'));
      const units = { 'utf-8': Buffer.byteLength(before), 'utf-16': before.length, 'utf-32': [...before].length }[
        encoding
      ];
      const params = { textDocument: { uri: client.uri('a.txt') }, position: { line: 2, character: units + 1 } };
      const highlights = await client.request<{ range: object }[]>('textDocument/documentHighlight', params);
      expect(highlights[0]?.range).toMatchObject({ start: { line: 2, character: units } });

      await client.open(client.uri('a.txt'), text);
      const place = { line: 2, character: units };
      await client.change(client.uri('a.txt'), [{ range: { start: place, end: place }, text: 'Dr ' }]);
      const moved = { ...params, position: { line: 2, character: units + 5 } };
      const after = await client.request<{ range: object }[]>('textDocument/documentHighlight', moved);
      expect(after).toHaveLength(1);
    },
  );
});
