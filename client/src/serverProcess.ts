import { t } from '@vscode/l10n';
import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  window,
  workspace,
} from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  type ProgressToken,
  type ServerOptions,
  State,
  TransportKind,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageclient/node';
import { withoutLinks } from '../../server/src/harmless.ts';
import {
  AnnotationsChangedNotification,
  type Changed,
  ChangedNotification,
  FileRequest,
} from '../../server/src/protocol.ts';
import { answerFile } from './files.ts';
import type { ServerState } from './model/status.ts';
import { documentSelector } from './selector.ts';
import { folderSettings, section } from './settings.ts';

const uncancelled = new CancellationTokenSource().token;

/** The language server's process, as the rest of the client sees it: it can be asked, and it says when it has news. */
export class ServerProcess implements Disposable {
  #client: LanguageClient | undefined;
  #state: ServerState = 'starting';
  #scan: ProgressToken | undefined;
  /** Starting and stopping wait for each other here. */
  #last: Promise<void> = Promise.resolve();
  readonly #changed = new EventEmitter<Changed>();
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #subscriptions: Disposable[];
  readonly onChanged = this.#changed.event;
  readonly #annotationsChanged = new EventEmitter<void>();
  readonly onState = this.#stateChanged.event;
  readonly onAnnotationsChanged = this.#annotationsChanged.event;

  constructor(
    private readonly context: ExtensionContext,
    readonly log: LogOutputChannel,
  ) {
    this.#subscriptions = [
      workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration(`${section}.include`) || e.affectsConfiguration(`${section}.sources`)) this.#adapt();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#adapt()),
    ];
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server, or stops it and starts it again. Open texts are sent again; failures are shown, not thrown. */
  restart(): Promise<void> {
    this.#last = this.#last.then(async () => {
      await this.#stop();
      this.#setState('starting');
      const client = this.#create();
      this.#client = client;
      try {
        await client.start();
      } catch (error) {
        this.log.error('The server could not be started.', error instanceof Error ? error : String(error));
      }
    });
    return this.#last;
  }

  /** Sends a request. @returns undefined when the server is not there or fails; the log says why */
  async request<R>(method: string, params?: unknown, token = uncancelled): Promise<R | undefined> {
    const client = this.#client;
    try {
      // A parameter that is absent must not be passed as undefined: it would be sent as one.
      if (params === undefined) return await client?.sendRequest<R>(method, token);
      return await client?.sendRequest<R>(method, params, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      this.log.warn(`${method}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  /** Sends a request that changes something. What goes wrong is shown to the user, and then there is no answer. */
  async tell<R>(method: string, params: unknown): Promise<{ answer: R } | undefined> {
    try {
      if (!this.#client) throw new Error(t('The server is not running.'));
      return { answer: await this.#client.sendRequest<R>(method, params) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.warn(`${method}: ${message}`);
      void this.#offerLog(`Crossread: ${withoutLinks(message)}`);
      return undefined;
    }
  }

  /** Ends the scan that is under way; what was read stays. */
  async cancelScan(): Promise<void> {
    if (this.#scan === undefined) return;
    await this.#client?.sendNotification(WorkDoneProgressCancelNotification.type, { token: this.#scan });
  }

  dispose(): Promise<void> {
    for (const each of [this.#changed, this.#stateChanged, this.#annotationsChanged, ...this.#subscriptions])
      each.dispose();
    return this.#last.then(() => this.#stop());
  }

  #create(): LanguageClient {
    const client: LanguageClient = new LanguageClient(section, 'Crossread', this.#serverOptions(), {
      documentSelector: documentSelector(folderSettings()),
      outputChannel: this.log,
      initializationOptions: { storage: (this.context.storageUri ?? this.context.globalStorageUri).toString() },
      // The scan is its only progress, and the status bar item and the views show that already.
      middleware: {
        handleWorkDoneProgress: (token, progress) => {
          this.#scan = progress.kind === 'end' ? undefined : token;
        },
      },
      errorHandler: this.#errorHandler(() => client.createDefaultErrorHandler()),
    });
    client.onRequest(FileRequest, answerFile);
    client.onNotification(ChangedNotification, (changed: Changed) => this.#changed.fire(changed));
    client.onNotification(AnnotationsChangedNotification, () => this.#annotationsChanged.fire());
    client.onDidChangeState(({ newState }) => {
      if (client !== this.#client) return;
      if (newState === State.Running) this.#setState('running');
      else if (newState === State.Starting) this.#setState('starting');
      else this.#setState('stopped');
    });
    return client;
  }

  #serverOptions(): ServerOptions {
    const run = {
      module: this.context.asAbsolutePath('dist/server.js'),
      transport: TransportKind.ipc,
      // Not the workspace: a process that sits in a folder keeps Windows from renaming it.
      options: { cwd: this.context.extensionPath },
    };
    return { run, debug: { ...run, options: { ...run.options, execArgv: ['--nolazy', '--inspect=6009'] } } };
  }

  /** The usual limit of restarts; the user hears of the first crash and of the one after which we give up. */
  #errorHandler(createUsual: () => ErrorHandler): ErrorHandler {
    let usual: ErrorHandler | undefined;
    let isReported = false;
    const handler = () => {
      usual ??= createUsual();
      return usual;
    };
    return {
      error: async (error, message, count) => ({ ...(await handler().error(error, message, count)), handled: true }),
      closed: async () => {
        const result = await handler().closed();
        if (result.action === CloseAction.DoNotRestart) this.#report(t('Crossread keeps stopping unexpectedly.'), true);
        else if (!isReported) this.#report(t('Crossread stopped unexpectedly and was started again.'), false);
        isReported = true;
        return { ...result, handled: true };
      },
    };
  }

  async #offerLog(message: string): Promise<void> {
    if (await window.showErrorMessage(message, t('Show Log'))) this.log.show();
  }

  async #report(message: string, isFinal: boolean): Promise<void> {
    const show = isFinal ? window.showErrorMessage : window.showWarningMessage;
    const [restart, showLog] = [t('Restart'), t('Show Log')];
    const choice = await show(message, ...(isFinal ? [restart, showLog] : [showLog]));
    if (choice === restart) await this.restart();
    else if (choice === showLog) this.log.show();
  }

  /** Which documents go to the server is settled when its client is made, so other documents mean another client. */
  #adapt(): void {
    const wanted = JSON.stringify(documentSelector(folderSettings()));
    if (this.#client && wanted !== JSON.stringify(this.#client.clientOptions.documentSelector)) void this.restart();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      // One that is on its way up after a crash has to arrive before it can be stopped.
      if (client?.state === State.Starting) await client.start();
      await client?.dispose();
    } catch (error) {
      // One that has crashed cannot be stopped, which is no news.
      this.log.debug('Stopping the server:', String(error));
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
