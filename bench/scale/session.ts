import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { type Changed, ChangedNotification } from '../../server/src/protocol.ts';

/** How often a long scan says how far it is. */
const REPORT_MS = 10_000;

/** A session with the built server on a folder, as an editor has one. */
export class Session {
  /** From the start of the process until all that there is is shown, in seconds. */
  scanned!: number;
  /** Until the engine has read and compared all sources itself: later than that only after a warm start. */
  readonly compared: Promise<number>;
  #told: (() => void)[] = [];
  #version = 1;

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: ProtocolConnection,
    scanned: () => void,
  ) {
    const start = performance.now();
    let reported = start;
    let isScanned = false;
    let isWarm = true;
    this.compared = new Promise((resolve) => {
      connection.onNotification(ChangedNotification, ({ scan }: Changed) => {
        const now = performance.now();
        if (scan && scan.done > 0) isWarm = false;
        // Where an earlier session was shown, the first that is told after the end of the scan is of the engine's own comparison.
        if (isScanned || (scan === undefined && !isWarm)) resolve((now - start) / 1000);
        if (scan === undefined) isScanned = true;
        if (scan === undefined) scanned();
        else if (now - reported > REPORT_MS) {
          reported = now;
          console.error(`  ${scan.done} of ${scan.total} sources, ${Math.round((now - start) / 1000)} s`);
        }
        // It comes after the problems of the same reading.
        for (const tell of this.#told.splice(0)) tell();
      });
    });
  }

  /** Starts a server on a folder and waits until all of it is shown. */
  static async open(folder: string, storage: string): Promise<Session> {
    const start = performance.now();
    const child = spawn(process.execPath, ['--max-old-space-size=8000', 'dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    let told = () => {};
    const scanned = new Promise<void>((resolve) => {
      told = resolve;
    });
    const session = new Session(child, connection, told);
    connection.listen();
    const uri = URI.file(folder).toString();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'sources' }],
      capabilities: {},
      initializationOptions: { storage: URI.file(storage).toString(), maximumSources: 0 },
    });
    await connection.sendNotification('initialized', {});
    await scanned;
    session.scanned = (performance.now() - start) / 1000;
    return session;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Opens a source in the editor. */
  async show(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'plaintext', version: this.#version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    await this.request('textDocument/documentSymbol', { textDocument: { uri } });
  }

  /** Gives a source that is open another text. @returns the time until all problems are up to date, in milliseconds */
  async edit(uri: string, text: string): Promise<number> {
    const told = new Promise<void>((resolve) => this.#told.push(resolve));
    const start = performance.now();
    const textDocument = { uri, version: ++this.#version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    await told;
    return performance.now() - start;
  }

  /** The most memory that the process has held so far, in megabytes; undefined where the system does not tell. */
  get peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    const exited = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await exited;
    this.connection.dispose();
  }
}
