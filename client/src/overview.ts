import { commands, type Disposable, EventEmitter, window, workspace } from 'vscode';
import { type Changed, type Overview, OverviewRequest } from '../../server/src/protocol.ts';
import { type Situation, viewState } from './model/status.ts';
import type { ServerProcess } from './serverProcess.ts';

const empty: Overview = { sources: [], contradictions: [], entities: [] };

/** What the views show: the server's last overview, kept while the server is away or starts over. */
export class OverviewStore implements Disposable {
  #overview = empty;
  #changed: Changed | undefined;
  #isFetching = false;
  #isStale = false;
  #endOfScan: (() => void) | undefined;
  readonly #updated = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  readonly onUpdated = this.#updated.event;

  constructor(private readonly server: ServerProcess) {
    this.#subscriptions = [
      server.onChanged((changed) => this.#take(changed)),
      server.onState(() => this.#tell()),
      workspace.onDidChangeWorkspaceFolders(() => this.#tell()),
    ];
    this.#tell();
  }

  get overview(): Overview {
    return this.#overview;
  }

  get situation(): Situation {
    const hasFolder = (workspace.workspaceFolders?.length ?? 0) > 0;
    return { server: this.server.state, hasFolder, changed: this.#changed };
  }

  dispose(): void {
    this.#endOfScan?.();
    for (const each of [this.#updated, ...this.#subscriptions]) each.dispose();
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
      this.#overview = (await this.server.request<Overview>(OverviewRequest)) ?? this.#overview;
      this.#tell();
    }
    this.#isFetching = false;
  }

  #tell(): void {
    const { sources, contradictions } = this.#overview;
    void commands.executeCommand('setContext', 'crossread.state', viewState(this.situation));
    void commands.executeCommand('setContext', 'crossread.hasSources', sources.length > 0);
    void commands.executeCommand('setContext', 'crossread.hasContradictions', contradictions.length > 0);
    this.#updated.fire();
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
