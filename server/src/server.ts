import {
  type CancellationToken,
  type Connection,
  FileChangeType,
  type InitializeResult,
  MessageType,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Annotations } from './annotations/annotations.ts';
import { ClientSide } from './clientSide.ts';
import { annotationFileProblems, showMessage, watchListProblems } from './features/annotationFile.ts';
import { unlessCancelled } from './features/cancellation.ts';
import { codeAction, wantsCodeActions } from './features/codeAction.ts';
import { codeLens } from './features/codeLens.ts';
import { contradictionsAt } from './features/contradictionsAt.ts';
import { correct, corrections } from './features/correct.ts';
import { decide } from './features/decide.ts';
import { definition } from './features/definition.ts';
import { DiagnosticDelivery } from './features/diagnosticDelivery.ts';
import { documentHighlight } from './features/documentHighlight.ts';
import { documentSymbol } from './features/documentSymbol.ts';
import { entityAt } from './features/entityAt.ts';
import { entityPage } from './features/entityPage.ts';
import { exportTo, importFrom } from './features/exchange.ts';
import { hover } from './features/hover.ts';
import { inlayHint } from './features/inlayHint.ts';
import { mentionsOf } from './features/mentions.ts';
import { annotate, notes } from './features/notes.ts';
import { overview } from './features/overview.ts';
import { references } from './features/references.ts';
import { report } from './features/report.ts';
import { ScanProgress } from './features/scanProgress.ts';
import { semanticTokens, semanticTokensLegend } from './features/semanticTokens.ts';
import { SettingProblems } from './features/settingProblems.ts';
import { timeline } from './features/timeline.ts';
import { tellOfTooMany } from './features/tooMany.ts';
import { unreadMessage } from './features/unread.ts';
import { workspaceSymbol } from './features/workspaceSymbol.ts';
import * as protocol from './protocol.ts';
import { Document } from './workspace/document.ts';
import type { Engine } from './workspace/engine.ts';
import type { WritableFileSystem } from './workspace/fileSystem.ts';
import type { Reading } from './workspace/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from './workspace/settings.ts';
import type { SnapshotStore } from './workspace/snapshotStore.ts';
import { canonicalUri } from './workspace/uri.ts';
import { type FileEvent, Workspace } from './workspace/workspace.ts';

/**
 * Answers a client over a connection; files are read and annotated through `fs`. The caller
 * starts listening.
 *
 * @param open makes what analyses, and what keeps its results for later sessions where there is a folder on this machine
 * @param speakAs chooses the language of what people are told, for the client's locale
 */
export function createServer(
  connection: Connection,
  fs: WritableFileSystem,
  open: (storage: string | undefined) => { engine: Engine; snapshots?: SnapshotStore },
  speakAs: (locale: string | undefined) => void,
): void {
  connection.onInitialize((params): InitializeResult => {
    speakAs(params.locale);
    const client = new ClientSide(connection, params);
    const storage = client.storage?.startsWith('file:') ? URI.parse(client.storage).fsPath : undefined;
    new Server(connection, fs, open(storage), client).start();
    return { serverInfo: { name: 'Crossread' }, capabilities: capabilitiesFor(client) };
  });
}

function capabilitiesFor(client: ClientSide): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    codeLensProvider: {},
    inlayHintProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** The wiring of one session: what comes from the client goes to the workspace, and what features answer goes back. */
class Server {
  readonly #workspace: Workspace;
  readonly #annotations: Annotations;
  readonly #diagnostics: DiagnosticDelivery;
  readonly #progress: ScanProgress;
  readonly #settingProblems: SettingProblems;
  #settings: Settings = DEFAULT_SETTINGS;

  constructor(
    private readonly connection: Connection,
    private readonly fs: WritableFileSystem,
    { engine, snapshots }: { engine: Engine; snapshots?: SnapshotStore },
    private readonly client: ClientSide,
  ) {
    this.#settingProblems = new SettingProblems(connection, fs);
    this.#diagnostics = new DiagnosticDelivery(connection, () => this.#workspace, client.pullsDiagnostics);
    this.#progress = new ScanProgress(connection, () => this.#workspace.cancelScan());
    this.#annotations = new Annotations(fs, client.storage, {
      onChanged: (ofEntities) => {
        this.#workspace.decided(ofEntities);
        void connection.sendNotification(protocol.AnnotationsChangedNotification);
      },
      onProblem: (file, problem) => annotationFileProblems(connection, file, problem),
      onWatchListProblem: (file, problem) => watchListProblems(connection, file, problem),
      onMessage: (message) => showMessage(connection, MessageType.Warning, message),
    });
    this.#workspace = new Workspace(
      fs,
      {
        onRead: (reading, paths) => this.#show(reading, paths),
        onScan: (scan) => this.#progress.scanned(scan),
        onTooMany: (bound) => void tellOfTooMany(connection, bound, client.canAsk, () => this.#workspace.readAll()),
        log: (level, message) => connection.console[level](message),
        onUnread: (uris, why) => {
          const names = uris.map((uri) => this.#workspace.displayPath(uri));
          showMessage(connection, MessageType.Warning, unreadMessage(names, why));
        },
      },
      engine,
      client.encoding,
      this.#annotations,
      snapshots,
    );
  }

  start(): void {
    this.#followClient();
    this.#followDocuments();
    this.#answerPlaces();
    this.#answerDocuments();
    this.#answerViews();
  }

  #followClient(): void {
    const { connection, client } = this;
    connection.onInitialized(() => {
      client.subscribe(() => this.#configure());
      void this.#configure();
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      client.takeSettings(settings);
      void this.#configure();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const events = changes.map(({ uri, type }) => ({ uri: canonicalUri(uri), type: EVENT[type] }));
      void this.#annotations.filesChanged(events.map(({ uri }) => uri));
      void this.#workspace.filesChanged(events);
    });
    connection.onShutdown(() => {
      this.#diagnostics.shutDown();
      return this.#workspace.dispose();
    });
  }

  #followDocuments(): void {
    const documents = new TextDocuments<Document>({
      create: (uri, languageId, version, text) =>
        new Document(canonicalUri(uri), text, languageId, version, this.client.encoding),
      update: (document, changes, version) =>
        this.#isStale(document, version) ? document : document.edited(changes, version),
    });
    documents.onDidChangeContent(({ document }) => this.#workspace.edit(document));
    documents.onDidClose(({ document }) => void this.#workspace.close(document.uri));
    documents.listen(this.connection);
  }

  /** An edit that comes late, or twice, is of a text that is there no more. */
  #isStale({ uri, version: last }: Document, version: number): boolean {
    if (last === undefined || version > last) return false;
    this.connection.console.warn(`An edit of ${uri} is passed over: its version is ${version}, after ${last}.`);
    return true;
  }

  #answerPlaces(): void {
    const { connection } = this;
    connection.onHover(this.#at(hover, null));
    connection.onDefinition(this.#at(definition, []));
    connection.onReferences((params, token) =>
      this.#at((...at) => references(...at, params.context.includeDeclaration), [])(params, token),
    );
    connection.onDocumentHighlight(this.#at(documentHighlight, []));
    connection.onRequest(protocol.EntityAtRequest, this.#at(entityAt, null));
    connection.onRequest(protocol.ContradictionsAtRequest, this.#at(contradictionsAt, []));
  }

  #answerDocuments(): void {
    const { connection } = this;
    connection.onDocumentSymbol(this.#in(documentSymbol, []));
    connection.languages.semanticTokens.on(this.#in(semanticTokens, { data: [] }));
    connection.onCodeLens(this.#in((...of) => (this.#settings.codeLens.enabled ? codeLens(...of) : []), []));
    connection.languages.inlayHint.on((params, token) => {
      if (!this.#settings.inlayHints.enabled) return [];
      return this.#in((...of) => inlayHint(...of, params.range), [])(params, token);
    });
    connection.onCodeAction((params, token) => {
      if (!wantsCodeActions(params.context.only)) return [];
      return this.#in((...of) => codeAction(...of, params.range, params.context.diagnostics), [])(params, token);
    });
  }

  #answerViews(): void {
    const { connection } = this;
    const whole = (token: CancellationToken) => unlessCancelled(this.#workspace.reading(), token);
    connection.onWorkspaceSymbol(async ({ query }, token) => workspaceSymbol(await whole(token), query));
    // The token is the last argument, whether or not the client sends parameters.
    connection.onRequest(protocol.OverviewRequest, async (...args: unknown[]) =>
      overview(await whole(args.at(-1) as CancellationToken)),
    );
    connection.onRequest(protocol.MentionsRequest, async ({ id }: protocol.MentionsParams, token: CancellationToken) =>
      mentionsOf(await whole(token), id),
    );
    connection.onRequest(protocol.ReportRequest, async (params: protocol.ReportParams, token: CancellationToken) =>
      report(await whole(token), (path) => this.#workspace.displayPath(path), params),
    );
    connection.onRequest(
      protocol.EntityPageRequest,
      async ({ id }: protocol.MentionsParams, token: CancellationToken) => entityPage(await whole(token), id),
    );
    connection.onRequest(protocol.TimelineRequest, async (...args: unknown[]) =>
      timeline(await whole(args.at(-1) as CancellationToken)),
    );
    connection.onRequest(protocol.DecideRequest, async (params: protocol.DecideParams, token: CancellationToken) =>
      decide(this.#annotations, await whole(token), params),
    );
    connection.onRequest(protocol.NotesRequest, async (...args: unknown[]) =>
      notes(this.#annotations, await whole(args.at(-1) as CancellationToken)),
    );
    // A range is of the text that there is when it is asked for; by the time of the answer there may be another one.
    const documentOf = (params: object) =>
      'uri' in params ? this.#workspace.document(canonicalUri(String(params.uri))) : undefined;
    connection.onRequest(
      protocol.AnnotateRequest,
      async (params: protocol.AnnotateParams, token: CancellationToken) => {
        const document = documentOf(params);
        return annotate(this.#annotations, await whole(token), params, document);
      },
    );
    connection.onRequest(protocol.CorrectRequest, async (params: protocol.CorrectParams, token: CancellationToken) => {
      const document = documentOf(params);
      return correct(this.#annotations, await whole(token), params, document);
    });
    connection.onRequest(protocol.CorrectionsRequest, () => corrections(this.#annotations));
    const subject = async (token: CancellationToken) => ({
      reading: await whole(token),
      pathOf: (path: string) => this.#workspace.displayPath(path),
    });
    connection.onRequest(protocol.ExportRequest, async (params: protocol.ExportParams, token: CancellationToken) =>
      exportTo(this.fs, this.#annotations, await subject(token), params),
    );
    connection.onRequest(protocol.ImportRequest, async (params: protocol.ImportParams, token: CancellationToken) =>
      importFrom(this.fs, this.#annotations, await subject(token), params),
    );
    connection.onRequest(protocol.RescanRequest, () => this.#workspace.rescan());
  }

  /** A handler that answers from the reading of the document, or with `otherwise` for what is not a source. */
  #in<R>(answer: (reading: Reading, path: string) => R, otherwise: R) {
    return async ({ textDocument }: { textDocument: { uri: string } }, token: CancellationToken): Promise<R> => {
      const path = canonicalUri(textDocument.uri);
      const reading = await unlessCancelled(this.#workspace.reading(path), token);
      return reading.document(path) ? answer(reading, path) : otherwise;
    };
  }

  /** The same for a position in the document. */
  #at<R>(answer: (reading: Reading, path: string, offset: number) => R, otherwise: R) {
    return (params: TextDocumentPositionParams, token: CancellationToken): Promise<R> =>
      this.#in((reading, path) => {
        const document = reading.document(path) as Document;
        return answer(reading, path, document.offsetAt(params.position));
      }, otherwise)(params, token);
  }

  async #configure(): Promise<void> {
    try {
      const { folders, general, problems } = await this.client.configuration();
      void this.#settingProblems.tell(problems);
      this.#settings = general;
      this.#showProblems(this.#workspace.lastReading);
      this.client.refreshEditors();
      this.client.watchFiles([general, ...folders.map(({ settings }) => settings)]);
      await this.#annotations.configure(folders.map(({ uri, settings }) => ({ uri, author: settings.author })));
      await this.#workspace.configure(folders, general);
    } catch (error) {
      this.connection.console.error(`The sources could not be read: ${error}`);
    }
  }

  #show(reading: Reading, paths: Set<string>): void {
    try {
      this.#showProblems(reading, paths);
    } catch (error) {
      this.connection.console.error(`The problems could not be shown: ${error}`);
    }
    this.#progress.read(reading);
    this.client.refreshEditors();
  }

  #showProblems(reading: Reading, paths?: Iterable<string>): void {
    if (this.#diagnostics.update(reading, this.#settings.severity, paths)) this.client.refreshProblems();
  }
}

const EVENT: Record<FileChangeType, FileEvent['type']> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};
