/** The built server as a process that is talked to in bytes, so that what is sent need not be a message. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StreamMessageReader } from 'vscode-jsonrpc/node';

export interface Answer {
  id: number | string | null;
  result?: unknown;
  error?: { code: number; message: string };
}

interface Told {
  method: string;
  params: { message?: string; type?: number; sources?: number; scan?: object };
}

interface Waiting {
  method: string;
  since: number;
  /** What the server had worked by then. */
  worked: number;
  resolve(answer: Answer): void;
}

export class ServerUnderTest {
  readonly process: ChildProcess;
  /** What has gone wrong, in the order in which it came to light. */
  readonly faults: string[] = [];
  readonly logs: string[] = [];
  /** In milliseconds: the longest that a request has waited for its answer, and that the server has worked meanwhile. */
  slowest = { method: '', took: 0, worked: 0 };
  sent = 0;
  /** Answers without an id: what was sent was no message. */
  refused = 0;
  isScanned = false;
  /** What the server gets for whatever it asks. */
  answers: { result: unknown } | { error: { code: number; message: string } } = { result: null };
  readonly exited: Promise<void>;
  readonly #waiting = new Map<number | string, Waiting>();
  #ids = 0;
  #measured = { at: 0, worked: 0 };
  #wake: (() => void)[] = [];

  /** @param memoryFile where the server writes what it holds in memory, when it is sent SIGUSR2 */
  constructor(
    private readonly folder?: string,
    memoryFile?: string,
  ) {
    const args = memoryFile ? ['--expose-gc', '--require', './test/fuzz/memory.cjs'] : [];
    this.process = spawn(process.execPath, [...args, 'dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, FUZZ_MEMORY: memoryFile },
    });
    this.process.stderr?.on('data', (bytes) => this.faults.push(`printed: ${bytes}`));
    this.process.stdin?.on('error', () => undefined);
    this.exited = new Promise((resolve) =>
      this.process.once('exit', (code, signal) => {
        if (code !== 0 && signal !== 'SIGKILL') this.faults.push(`ended with ${code ?? signal}`);
        for (const { resolve } of this.#waiting.values())
          resolve({ id: null, error: { code: 0, message: 'the server has ended' } });
        this.#waiting.clear();
        resolve();
        this.#tell();
      }),
    );
    const reader = new StreamMessageReader(this.process.stdout as NodeJS.ReadableStream);
    reader.listen((message) => this.#take(message as unknown as Answer & Told));
  }

  get isAlive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  async initialize(capabilities: object, more: object = {}): Promise<Answer> {
    const uri = this.folder === undefined ? null : `file://${this.folder}`;
    const answer = await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: 'sources' }],
      capabilities,
      ...more,
    });
    this.notify('initialized', {});
    return answer;
  }

  raw(bytes: string | Uint8Array): void {
    this.sent++;
    this.process.stdin?.write(bytes);
  }

  send(message: unknown): void {
    const body = JSON.stringify(message) ?? '';
    this.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  request<R = unknown>(method: string, params?: unknown): Promise<Answer & { result?: R }> {
    return this.ask(method, params).answer as Promise<Answer & { result?: R }>;
  }

  ask(method: string, params?: unknown): { id: number; answer: Promise<Answer> } {
    const id = ++this.#ids;
    const answer = new Promise<Answer>((resolve) => {
      if (!this.isAlive) return resolve({ id, error: { code: 0, message: 'the server has ended' } });
      this.#waiting.set(id, { method, since: performance.now(), worked: this.#worked, resolve });
    });
    this.send({ jsonrpc: '2.0', id, method, params });
    return { id, answer };
  }

  /** Waits until something that the server sent makes the condition true, or it has ended. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition() && this.isAlive) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    await this.request('shutdown');
    this.notify('exit');
    await this.exited;
  }

  #take(message: Answer & Told): void {
    if (message.method === undefined) this.#answered(message);
    else if (message.id !== undefined) this.send({ jsonrpc: '2.0', id: message.id, ...this.answers });
    else if (message.method === 'window/logMessage') this.#logged(message.params.message ?? '');
    else if (message.method === 'crossread/changed') this.isScanned = message.params.scan === undefined;
    this.#tell();
  }

  #answered(answer: Answer): void {
    if (answer.id === null) {
      this.refused++;
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) {
      if (typeof answer.id === 'number') this.faults.push(`an answer to ${answer.id}, which was not asked`);
      return;
    }
    this.#waiting.delete(answer.id);
    const took = performance.now() - waiting.since;
    const worked = this.#worked - waiting.worked;
    if (worked > this.slowest.worked) this.slowest = { method: waiting.method, took, worked };
    if (answer.error?.code === -32603) this.faults.push(`${waiting.method}: ${answer.error.message}`);
    waiting.resolve(answer);
  }

  /** A handler that has thrown, and an analysis that has, show in the log only. */
  #logged(message: string): void {
    this.logs.push(message);
    if (/failed with message|failed unexpectedly|could not be (?:analysed|compared|shown)|^Unhandled/.test(message)) {
      this.faults.push(`logged: ${message}`);
    }
  }

  /**
   * The processor time of the server, in milliseconds: on a machine that others use, how long an answer takes says little.
   * Where the system does not tell it, the time of the clock.
   */
  get #worked(): number {
    const now = performance.now();
    if (now - this.#measured.at < 20) return this.#measured.worked;
    this.#measured = { at: now, worked: processorTime(this.process.pid) ?? now };
    return this.#measured.worked;
  }

  #tell(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}

/** Linux counts it in hundredths of a second (proc(5), /proc/pid/stat, utime and stime). */
function processorTime(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return undefined;
  }
}
