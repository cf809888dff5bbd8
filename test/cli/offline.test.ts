import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostileFiles } from '../injection/folder.ts';
import { PAYLOADS } from '../injection/payloads.ts';
import { Calls } from '../offline/calls.ts';
import { withFiles } from './command.ts';

let calls: Calls;
beforeEach(() => {
  calls = new Calls();
});
afterEach(() => calls.dispose());

/** Some of them, for every format is a run; those that hold control characters are taken for binary data. */
const chosen = PAYLOADS.filter(({ text }, i) => !/\p{Cc}/u.test(text) && (i % 8 === 0 || /[\u0080-\uffff]/.test(text)));
const files = Object.fromEntries(
  chosen.flatMap(({ text }, i) =>
    Object.entries(hostileFiles(text)).map(([name, content]) => [`${i}-${name}`, content] as const),
  ),
);

/** What may stand on a terminal beside text: line ends. */
const STEERING = /(?!\r?\n)[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060]/u;

test.each(['text', 'json', 'sarif'])(
  'as %s hostile sources steer no terminal, start nothing and reach no network',
  (format) => {
    withFiles(files, (folder) => {
      const args = [...calls.execArgv, resolve('dist/cli.js'), 'check', '.', '--format', format];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        env: calls.env,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(1);
      expect(stdout.length).toBeGreaterThan(1000);
      expect(STEERING.exec(stdout)).toBeNull();
    });
    expect(calls.made).toBe('');
  },
);

test('nor do names of files that cannot be read, or arguments', () => {
  const name = 'a\u001b]0;owned\u0007\u202e.txt';
  withFiles({ [name]: new Uint8Array([0, 1, 2, 3, 0, 0]) }, (folder) => {
    for (const args of [
      ['check', '.'],
      ['check', '\u001b[31mnone'],
    ]) {
      const { stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stderr).not.toBe('');
      expect(STEERING.exec(stderr)).toBeNull();
    }
  });
});
