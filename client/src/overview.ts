import { commands, type Disposable, EventEmitter, window, workspace } from 'vscode';
import { type Changed, type Overview, OverviewRequest } from '../../server/src/protocol.ts';
import { type Situation, viewState } from './model/status.ts';
import type { ServerProcess } from './serverProcess.ts';

const empty: Overview = { sources: [], contradictions: [], entities: [] };

/** What the views show: the server's last overview, kept while the server is away or starts over. */
export class OverviewStore implements Disposable {
  #overview = empty;
  #askedAt = 0;
  #changed: Changed | undefined;
  #isFetching = false;
  #isStale = false;
  #endOfScan: (() => void) | undefined;
  readonly #overviewChanged = new EventEmitter<void>();
  readonly #situationChanged = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  readonly onOverview = this.#overviewChanged.event;
  readonly onSituation = this.#situationChanged.event;

  constructor(private readonly server: ServerProcess) {
    this.#subscriptions = [
      server.onChanged((changed) => this.#take(changed)),
      server.onState((state) => {
        if (state === 'stopped') this.#showProgress(false);
        this.#tell();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#tell()),
    ];
    this.#tell();
  }

  get overview(): Overview {
    return this.#overview;
  }

  /** When the server was asked for the overview that is shown; milliseconds, as of `performance.now()`. */
  get askedAt(): number {
    return this.#askedAt;
  }

  get situation(): Situation {
    const hasFolder = (workspace.workspaceFolders?.length ?? 0) > 0;
    return { server: this.server.state, hasFolder, changed: this.#changed, shown: this.#overview.sources.length };
  }

  dispose(): void {
    this.#endOfScan?.();
    for (const each of [this.#overviewChanged, this.#situationChanged, ...this.#subscriptions]) each.dispose();
  }

  #take(changed: Changed): void {
    this.#changed = changed;
    this.#showProgress(changed.scan !== undefined);
    this.#tell();
    // After a restart the half-read folder would replace the whole one: what is shown stays until there is as much.
    if (!changed.scan || changed.sources >= this.#overview.sources.length) void this.#fetch();
  }

  /** One request at a time; changes that come meanwhile lead to one more. */
  async #fetch(): Promise<void> {
    this.#isStale = true;
    if (this.#isFetching) return;
    this.#isFetching = true;
    while (this.#isStale) {
      this.#isStale = false;
      const askedAt = performance.now();
      const overview = await this.server.request<Overview>(OverviewRequest);
      if (overview) this.#show(overview, askedAt);
    }
    this.#isFetching = false;
  }

  #show(overview: Overview, askedAt: number): void {
    this.#overview = overview;
    this.#askedAt = askedAt;
    setContext('hasSources', overview.sources.length > 0);
    setContext('hasContradictions', overview.contradictions.length > 0);
    this.#overviewChanged.fire();
    this.#tell();
  }

  #tell(): void {
    setContext('state', viewState(this.situation));
    this.#situationChanged.fire();
  }

  /** The thin progress line of the view, for as long as a scan runs. */
  #showProgress(isScanning: boolean): void {
    if (!isScanning) {
      this.#endOfScan?.();
      this.#endOfScan = undefined;
    } else if (!this.#endOfScan) {
      const scan = new Promise<void>((resolve) => {
        this.#endOfScan = resolve;
      });
      void window.withProgress({ location: { viewId: 'crossread.contradictions' } }, () => scan);
    }
  }
}

function setContext(key: string, value: unknown): void {
  void commands.executeCommand('setContext', `crossread.${key}`, value);
}
