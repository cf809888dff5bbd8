import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { type Changed, ChangedNotification } from '../../server/src/protocol.ts';

/** A session with the built server on a folder, as an editor has one. */
export class Session {
  /** From the start of the process until all sources are read and compared, in seconds. */
  scanned!: number;
  #told: (() => void)[] = [];
  #version = 1;

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: ProtocolConnection,
  ) {}

  /** Starts a server on a folder and waits until it has read all of it. */
  static async open(folder: string, storage: string): Promise<Session> {
    const start = performance.now();
    const child = spawn(process.execPath, ['--max-old-space-size=8000', 'dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const session = new Session(child, connection);
    const scanned = new Promise<void>((resolve) => {
      connection.onNotification(ChangedNotification, ({ scan }: Changed) => {
        if (scan === undefined) resolve();
        // It comes after the problems of the same reading.
        for (const tell of session.#told.splice(0)) tell();
      });
    });
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
