import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { ANNOTATION_FILE } from './annotations/file.ts';
import { WATCH_LIST_FILE } from './annotations/watchList.ts';
import type { PositionEncoding } from './workspace/document.ts';
import { DEFAULT_SETTINGS, parseSettings, type SettingProblem, type Settings } from './workspace/settings.ts';
import type { WorkspaceFolder } from './workspace/workspace.ts';

const ENCODINGS: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies PositionEncoding[];

/** What is asked of the client's configuration: our own settings, and what its explorer hides. */
const SECTIONS = ['crossread', 'files.exclude'];

/** A malformed setting, and the folder whose settings have it; none for those outside all folders. */
export type FolderProblem = SettingProblem & { folder: string | undefined };

/** The client at the other end: what it can do, its folders and its settings. */
export class ClientSide {
  readonly encoding: PositionEncoding;
  readonly pullsDiagnostics: boolean;
  /** Whether a message can have buttons. */
  readonly canAsk: boolean;
  /** The folder that the client gives for what cannot be kept in the workspace. */
  readonly storage: string | undefined;
  readonly #capabilities: InitializeParams['capabilities'];
  #folders: string[];
  /** The settings of a client that sends them rather than being asked. */
  #pushed: unknown;
  /** What held last, by the folder it holds for. */
  readonly #settings = new Map<string | undefined, Settings>();
  #watched = '';
  #watching: Promise<Disposable> | undefined;

  constructor(
    private readonly connection: Connection,
    params: InitializeParams,
  ) {
    this.#capabilities = params.capabilities;
    this.#folders = foldersOf(params);
    this.#pushed = params.initializationOptions;
    const { storage } = params.initializationOptions ?? {};
    this.storage = typeof storage === 'string' ? storage : undefined;
    const offered = params.capabilities.general?.positionEncodings ?? [];
    this.canAsk = params.capabilities.window?.showMessage !== undefined;
    this.encoding = (offered.find((each) => ENCODINGS.includes(each)) as PositionEncoding | undefined) ?? 'utf-16';
    this.pullsDiagnostics = params.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** Asks to be told of changed settings and folders. Call it once the client is initialized. */
  subscribe(onFoldersChanged: () => void): void {
    const { workspace } = this.#capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      ignoreAnswer(this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTIONS }));
    }
    if (!workspace?.workspaceFolders) return;
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      onFoldersChanged();
    });
  }

  /** Takes what came with a change of settings, for a client that cannot be asked. */
  takeSettings(pushed: unknown): void {
    this.#pushed = typeof pushed === 'object' && pushed !== null && 'crossread' in pushed ? pushed.crossread : pushed;
  }

  /** The folders with their settings, the settings outside them, and which are malformed: there what held before holds. */
  async configuration(): Promise<{ folders: WorkspaceFolder[]; general: Settings; problems: FolderProblem[] }> {
    const problems: FolderProblem[] = [];
    const scopes = [undefined, ...this.#folders];
    const sections = await this.#sections(scopes);
    const [general, ...own] = sections.map(({ crossread, hidden }, index) => {
      const folder = scopes[index];
      const parsed = parseSettings(crossread, this.#settings.get(folder) ?? DEFAULT_SETTINGS);
      this.#settings.set(folder, parsed.settings);
      problems.push(...parsed.problems.map((problem) => ({ ...problem, folder })));
      return { ...parsed.settings, exclude: [...parsed.settings.exclude, ...hidden] };
    }) as [Settings, ...Settings[]];
    const folders = this.#folders.map((uri, index) => ({ uri, settings: own[index] ?? general }));
    return { general, folders, problems };
  }

  /** Has the client tell of files that are created, changed or deleted outside the editor. */
  watchFiles(settings: Settings[]): void {
    if (!this.#capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    const named = settings.flatMap(({ include, sources }) => [...include, ...Object.keys(sources)]);
    const globs = [...new Set(named)].sort();
    if (this.#watched === globs.join('\n')) return;
    this.#watched = globs.join('\n');
    if (this.#watching) ignoreAnswer(this.#watching.then((watching) => watching.dispose()));
    this.#watching = this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        // A folder that is moved is told of by its own name only.
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ...globs.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
        { globPattern: `**/${ANNOTATION_FILE}`, kind: WatchKind.Change },
        { globPattern: `**/${WATCH_LIST_FILE}`, kind: WatchKind.Change },
      ],
    });
    this.#watching.catch((error) => this.connection.console.error(`Files cannot be watched: ${error}`));
  }

  /** Has the client ask anew for the problems of its open documents. */
  refreshProblems(): void {
    if (!this.#capabilities.workspace?.diagnostics?.refreshSupport) return;
    ignoreAnswer(this.connection.languages.diagnostics.refresh());
  }

  /** Has the client ask anew for what is drawn in its editors. */
  refreshEditors(): void {
    const { semanticTokens, codeLens, inlayHint } = this.#capabilities.workspace ?? {};
    if (semanticTokens?.refreshSupport) ignoreAnswer(this.connection.languages.semanticTokens.refresh());
    if (inlayHint?.refreshSupport) ignoreAnswer(this.connection.languages.inlayHint.refresh());
    if (codeLens?.refreshSupport) ignoreAnswer(this.connection.sendRequest(CodeLensRefreshRequest.type));
  }

  async #sections(scopes: (string | undefined)[]): Promise<{ crossread: unknown; hidden: string[] }[]> {
    if (!this.#capabilities.workspace?.configuration)
      return scopes.map(() => ({ crossread: this.#pushed, hidden: [] }));
    const items = scopes.flatMap((scopeUri) =>
      SECTIONS.map((section) => (scopeUri === undefined ? { section } : { scopeUri, section })),
    );
    const values = await this.connection.workspace.getConfiguration(items).catch((error): unknown[] => {
      this.connection.console.error(`The settings could not be read, the defaults hold: ${error}`);
      return [];
    });
    return scopes.map((_, index) => ({ crossread: values[2 * index], hidden: globsIn(values[2 * index + 1]) }));
  }
}

/** A client that is shutting down need not answer, and one that refuses does without. */
function ignoreAnswer(answer: Promise<unknown>): void {
  answer.catch(() => undefined);
}

/** The globs that `files.exclude` hides from the explorer. */
function globsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  if (params.rootUri) return [params.rootUri];
  return params.rootPath ? [URI.file(params.rootPath).toString()] : [];
}
