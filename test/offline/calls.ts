import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Has a process of Node write down every call that would leave it, and fail it: what to start it with, and what was called. */
export class Calls {
  readonly #folder = mkdtempSync(join(tmpdir(), 'crossread-calls-'));
  readonly #file = join(this.#folder, 'calls.txt');
  readonly env = { ...process.env, CROSSREAD_TEST_CALLS: this.#file };
  readonly execArgv = ['--require', resolve('test/offline/deny.cjs')];

  constructor() {
    writeFileSync(this.#file, '');
  }

  get made(): string {
    return readFileSync(this.#file, 'utf8');
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
