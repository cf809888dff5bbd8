import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, problems, scanned } from './helpers.ts';

/** The processes of the server that this extension host has started. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
        return (
          Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** What the Problems panel lists of Crossread, as text. */
function listed(): string {
  const all = vscode.languages
    .getDiagnostics()
    .flatMap(([uri]) => problems(uri).map(({ message, range }) => `${uri.path} ${range.start.line} ${message}`));
  return all.sort().join('\n');
}

describe('a server that is killed', () => {
  before(scanned);

  it('is started again and shows the same', async function () {
    if (process.platform !== 'linux') this.skip();
    const before = listed();
    assert.notEqual(before, '');
    const [pid] = servers();
    assert.ok(pid, 'the server is not found');
    process.kill(pid, 'SIGKILL');
    await eventually('another server runs', () => servers().some((each) => each !== pid));
    await eventually('the same problems are listed', () => !servers().includes(pid) && listed() === before);
  });
});
