import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { DecideRequest, ReportRequest, TimelineRequest } from '../../server/src/protocol.ts';
import { hostileFiles } from '../injection/folder.ts';
import { PAYLOADS } from '../injection/payloads.ts';
import { Calls } from '../offline/calls.ts';
import { BOTH, FIVE } from '../texts.ts';
import { Client } from './client.ts';

let calls: Calls;
beforeEach(() => {
  calls = new Calls();
});
afterEach(() => calls.dispose());

const seeds = Object.fromEntries(
  readdirSync('seeds').map((name) => [`seeds/${name}`, readFileSync(`seeds/${name}`, 'utf8')] as const),
);

describe('the network', () => {
  test('is watched: a call is found and fails, in a thread too', () => {
    const program = `
      const { Worker } = require('node:worker_threads');
      for (const call of [() => require('node:https').get('https://a.invalid'), () => fetch('https://a.invalid')]) {
        try { call(); } catch {}
      }
      new Worker('try { require("node:dns").lookup("a.invalid", () => {}) } catch {}', { eval: true });`;
    spawnSync(process.execPath, [...calls.execArgv, '--eval', program], { env: calls.env });
    expect(calls.made.match(/^(?:node:\S+ \w+|fetch)$/gm)).toEqual(['node:https get', 'fetch', 'node:dns lookup']);
  });

  test('is never used by the server, nor is another program started, whatever the sources say', async () => {
    const payloads = PAYLOADS.filter((_, i) => i % 3 === 0).flatMap(({ text }, i) =>
      Object.entries(hostileFiles(text)).map(([name, content]) => [`hostile/${i}-${name}`, content] as const),
    );
    const files = { ...BOTH, ...seeds, ...Object.fromEntries(payloads) };
    const settings = { sources: { 'hostile/**': true } };
    const client = await Client.startAndScan({ files, settings, execArgv: calls.execArgv, env: calls.env });
    const { contradictions, sources } = await client.overview();
    expect(sources.length).toBeGreaterThan(40);
    expect(await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, 'Anna Bell')).toBeTruthy();
    await client.request(TimelineRequest);
    await client.request(ReportRequest, { format: 'html' });
    await client.request(DecideRequest, { id: contradictions[0]?.id, state: 'confirmed' });
    expect(await client.stop()).toBe(0);
    expect(calls.made).toBe('');
  }, 120_000);
});

/** What of Node reaches the network, and what each bundle has of it all the same. */
const NETWORK = /^(?:node:)?(?:net|tls|http|https|http2|dns|dgram|undici)(?:\/|$)/;

test('the bundles have no client of the network', () => {
  const { outputs } = JSON.parse(readFileSync('dist/meta.json', 'utf8')) as {
    outputs: Record<string, { imports: { path: string; external?: boolean }[] }>;
  };
  const found = Object.entries(outputs).flatMap(([bundle, { imports }]) =>
    [...new Set(imports.filter(({ path, external }) => external && NETWORK.test(path)).map(({ path }) => path))].map(
      (path) => `${bundle} ${path}`,
    ),
  );
  // Named pipes and sockets between an editor and the server, in vscode-jsonrpc.
  expect(found.sort()).toEqual(['dist/client.js net', 'dist/server.js net']);
  for (const bundle of ['client', 'server', 'engine', 'cli', 'webview']) {
    expect(readFileSync(`dist/${bundle}.js`, 'utf8')).not.toMatch(
      /(?<!\.|async )\b(?:fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts)/,
    );
  }
});
