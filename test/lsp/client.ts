/** A client for the tests: a folder on disk, the bundled server as a process, and the protocol between them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import {
  CancellationToken,
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  FileChangeType,
  type InitializeResult,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  ResponseError,
  type ShowMessageParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import {
  type Changed,
  ChangedNotification,
  type FileParams,
  FileRequest,
  type FileResult,
  type Overview,
  OverviewRequest,
} from '../../server/src/protocol.ts';

export interface StartOptions {
  /** The URI of the folder for what outlasts the session. */
  storage?: string;
  /** The language of the client. */
  locale?: string;
  /** A folder that is there before the session and after it; one of its own when absent. */
  folder?: string;
  /** The files of the folder by their path. */
  files?: Record<string, string>;
  /** The section `crossread`. */
  settings?: unknown;
  /** The setting `files.exclude`. */
  hidden?: unknown;
  /** The process that the server is to outlive by no more than a moment; this one when absent. */
  parent?: number;
  /** Does more to the folder before the server starts. */
  prepare?: (folder: string) => void;
  /** The address of the folder, when it is not on the disk but here, by the requests for files. */
  virtualFolder?: string;
  /** Options of Node for the server, and its environment. */
  execArgv?: string[];
  env?: NodeJS.ProcessEnv;
  /** Instead of those of an editor that can do everything. */
  capabilities?: ClientCapabilities;
}

/** What an editor like VS Code says of itself. */
export const editorCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

export class Client {
  readonly changes: Changed[] = [];
  readonly logs: LogMessageParams[] = [];
  /** What was shown to the user. */
  readonly messages: ShowMessageParams[] = [];
  readonly registrations: RegistrationParams['registrations'] = [];
  readonly published = new Map<string, Diagnostic[]>();
  initialized!: InitializeResult;
  settings: unknown;
  virtualFolder: string | undefined;
  /** The files of a virtual folder by their address. */
  readonly virtualFiles = new Map<string, Buffer>();
  #hidden: unknown;
  #isLent = false;
  refreshes = 0;
  lensRefreshes = 0;
  readonly #progress: { token: string; value: unknown }[] = [];
  #watchers: (() => void)[] = [];
  #versions = new Map<string, number>();

  private constructor(
    readonly folder: string,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  /** Starts a server on a folder and shakes hands with it. */
  static async start({
    files = {},
    settings = null,
    hidden = null,
    parent,
    prepare,
    virtualFolder,
    capabilities,
    storage,
    locale,
    execArgv = [],
    env = process.env,
    folder: given,
  }: StartOptions = {}): Promise<Client> {
    const folder = given ?? realpathSync(mkdtempSync(join(tmpdir(), 'crossread-')));
    const child = spawn(process.execPath, [...execArgv, 'dist/server.js', '--stdio'], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new Client(folder, child, connection);
    client.#isLent = given !== undefined;
    client.settings = settings;
    client.#hidden = hidden;
    client.virtualFolder = virtualFolder;
    for (const [path, text] of Object.entries(files)) await client.write(path, text);
    prepare?.(folder);
    client.#listen();
    client.initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: parent ?? process.pid,
      ...(locale && { locale }),
      rootUri: client.uri(''),
      workspaceFolders: [{ uri: client.uri(''), name: 'sources' }],
      capabilities: capabilities ?? editorCapabilities,
      ...(storage === undefined ? {} : { initializationOptions: { storage } }),
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Starts a server and waits for its first scan to end. */
  static async startAndScan(options: StartOptions = {}): Promise<Client> {
    const client = await Client.start(options);
    await client.until(() => client.isScanned);
    return client;
  }

  get isScanned(): boolean {
    const last = this.changes.at(-1);
    return last !== undefined && last.scan === undefined;
  }

  /** What was sent as work-done progress. */
  get progress(): { kind: string }[] {
    return this.#progress.flatMap(({ value }) => (isWorkDone(value) ? [value] : []));
  }

  /** What was sent as parts of the answer to a request with this token. */
  partialResults<R>(token: string): R[] {
    return this.#progress.flatMap((part) => (part.token === token ? [part.value as R] : []));
  }

  uri(path: string): string {
    if (this.virtualFolder)
      return URI.parse(path === '' ? this.virtualFolder : `${this.virtualFolder}/${path}`).toString();
    return URI.file(path === '' ? this.folder : join(this.folder, path)).toString();
  }

  /** Waits until something that the server sent makes the condition true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  request<R>(method: string, params: unknown = null, token = CancellationToken.None): Promise<R> {
    return this.connection.sendRequest<R>(method, params, token);
  }

  overview(): Promise<Overview> {
    return this.request<Overview>(OverviewRequest);
  }

  /** A request about the first place where some words stand in a file of the folder. */
  async at<R>(method: string, path: string, text: string, words: string, more: object = {}): Promise<R> {
    return this.request<R>(method, {
      textDocument: { uri: this.uri(path) },
      position: positionOf(text, words),
      ...more,
    });
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, contentChanges: { range?: Range; text: string }[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Pulls the problems of a file. */
  async diagnostics(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri: this.uri(path) }, previousResultId });
  }

  /** Pulls the problems of a file. */
  async problems(path: string): Promise<Diagnostic[]> {
    const report = await this.diagnostics(path);
    return report.kind === 'full' ? report.items : [];
  }

  workspaceDiagnostics(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.request('workspace/diagnostic', { previousResultIds });
  }

  async write(path: string, text: string): Promise<void> {
    if (this.virtualFolder) {
      this.virtualFiles.set(this.uri(path), Buffer.from(text));
      return;
    }
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** Changes the folder as another program would, and tells the server as an editor that watches it does. */
  async createFile(path: string, text: string): Promise<void> {
    await this.write(path, text);
    await this.#tellWatched(path, FileChangeType.Created);
  }

  async changeFile(path: string, text: string): Promise<void> {
    await this.write(path, text);
    await this.#tellWatched(path, FileChangeType.Changed);
  }

  async deleteFile(path: string): Promise<void> {
    await rm(join(this.folder, path), { recursive: true });
    await this.#tellWatched(path, FileChangeType.Deleted);
  }

  async renameFile(from: string, to: string): Promise<void> {
    await rename(join(this.folder, from), join(this.folder, to));
    await this.#tellWatched(from, FileChangeType.Deleted);
    await this.#tellWatched(to, FileChangeType.Created);
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { crossread: settings } });
  }

  /** Ends the session as the protocol says. @returns the exit code of the process */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    if (this.process.exitCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    }
    const code = this.process.exitCode ?? (await exited);
    if (!this.#isLent) rmSync(this.folder, { recursive: true, force: true });
    this.connection.dispose();
    return code;
  }

  async #tellWatched(path: string, type: FileChangeType): Promise<void> {
    const changes = [{ uri: this.uri(path), type }];
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  #listen(): void {
    const { connection } = this;
    const note = <P>(take: (params: P) => void) => {
      return (params: P) => {
        take(params);
        for (const wake of this.#watchers.splice(0)) wake();
      };
    };
    connection.onNotification(
      ChangedNotification,
      note((changed: Changed) => this.changes.push(changed)),
    );
    connection.onNotification(
      'window/logMessage',
      note((message: LogMessageParams) => this.logs.push(message)),
    );
    connection.onNotification(
      'window/showMessage',
      note((message: ShowMessageParams) => this.messages.push(message)),
    );
    connection.onNotification(
      '$/progress',
      note((part: { token: string; value: unknown }) => this.#progress.push(part)),
    );
    connection.onNotification(
      'textDocument/publishDiagnostics',
      note(({ uri, diagnostics }: PublishDiagnosticsParams) => this.published.set(uri, diagnostics)),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'crossread' ? this.settings : this.#hidden)),
    );
    connection.onRequest(
      'client/registerCapability',
      note(({ registrations }: RegistrationParams) => this.registrations.push(...registrations)),
    );
    connection.onRequest(FileRequest, (params: FileParams) => answerFile(this.virtualFiles, params));
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest(
      'workspace/diagnostic/refresh',
      note(() => {
        this.refreshes++;
      }),
    );
    connection.onRequest(
      'workspace/codeLens/refresh',
      note(() => {
        this.lensRefreshes++;
      }),
    );
    connection.listen();
  }
}

/** What an editor answers of files that are not on the disk. */
function answerFile(files: Map<string, Buffer>, params: FileParams): FileResult {
  const { uri } = params;
  const content = files.get(uri);
  const inside = [...files.keys()].filter((each) => each.startsWith(`${uri}/`));
  const missing = () => new ResponseError(0, `no such file: ${uri}`, { code: 'ENOENT' });
  switch (params.does) {
    case 'stat':
      if (!content && inside.length === 0) throw missing();
      return { stat: { type: content ? 'file' : 'directory', size: content?.length ?? 0 } };
    case 'read':
      if (!content) throw missing();
      return { content: content.toString('base64') };
    case 'list': {
      const names = new Set(inside.map((each) => each.slice(uri.length + 1).split('/')[0] as string));
      return {
        entries: [...names].map((name) => ({ name, type: files.has(`${uri}/${name}`) ? 'file' : 'directory' })),
      };
    }
    case 'write':
      if (params.isNew && content) return { isWritten: false };
      files.set(uri, Buffer.from(params.content, 'base64'));
      return { isWritten: true };
    case 'rename':
      files.set(params.to, content as Buffer);
      files.delete(uri);
      return {};
    case 'delete':
      files.delete(uri);
      return {};
    default:
      return {};
  }
}

function isWorkDone(value: unknown): value is { kind: string } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Where some words first stand in a text, as a position inside them. */
export function positionOf(text: string, words: string): Position {
  const offset = text.indexOf(words);
  if (offset < 0) throw new Error(`"${words}" is not in the text`);
  const before = text.slice(0, offset + 1).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: (before.at(-1) as string).length };
}
