import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import type { Severity } from '../analysis/model.ts';
import type { Reading } from '../workspace/reading.ts';
import type { ShownAs } from '../workspace/settings.ts';
import { canonicalUri } from '../workspace/uri.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cancelled, unlessCancelled } from './cancellation.ts';
import { DiagnosticReports } from './diagnosticReports.ts';

/**
 * Brings problems to the client: it pulls them where it can, document by document and for the whole workspace;
 * otherwise they are pushed.
 */
export class DiagnosticDelivery {
  readonly #reports = new DiagnosticReports();
  readonly #listeners = new Set<() => void>();
  /** What the client has seen through each workspace request that is held open: path to result id. */
  readonly #held = new Set<Map<string, string>>();
  #isShutDown = false;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: () => Workspace,
    private readonly isPulled: boolean,
  ) {
    if (!isPulled) return;
    const { diagnostics } = connection.languages;
    diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const path = canonicalUri(textDocument.uri);
      await unlessCancelled(this.workspace().reading(path), token);
      // After the answer: with it a client may stop asking for the document and go by the workspace reports.
      setImmediate(() => this.#tellAgain(path));
      return this.#reports.document(path, previousResultId);
    });
    diagnostics.onWorkspace(({ previousResultIds }, token, _progress, partial) => {
      const seen = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), value]));
      return this.#answerWorkspace(seen, token, partial && ((items) => partial.report({ items })));
    });
  }

  /** Takes a new reading or new settings. @param paths where problems can be others than before; else all @returns whether any are */
  update(reading: Reading, shownAs: Record<Severity, ShownAs>, paths?: Iterable<string>): boolean {
    const changed = this.#reports.update(reading, shownAs, paths);
    if (!this.isPulled) for (const [path, items] of changed) this.#push(path, items, reading.document(path)?.version);
    if (changed.length > 0) this.#wake();
    return changed.length > 0;
  }

  /** Answers the request that is held open, if any. */
  shutDown(): void {
    this.#isShutDown = true;
    this.#wake();
  }

  /**
   * Held open until there is something that the client has not seen (LSP specification, "Workspace Diagnostics"); with
   * partial results for as long as the client likes, so that it hears of each change at once.
   */
  async #answerWorkspace(
    seen: Map<string, string>,
    token: CancellationToken,
    report: ((items: ReturnType<DiagnosticReports['unseen']>) => void) | undefined,
  ) {
    this.#held.add(seen);
    try {
      while (!this.#isShutDown) {
        const items = this.#reports.unseen(seen);
        if (items.length > 0 && !report) return { items };
        if (items.length > 0) report?.(items);
        await unlessCancelled(this.#nextChange(token), token);
      }
      return { items: [] };
    } finally {
      this.#held.delete(seen);
    }
  }

  async #nextChange(token: CancellationToken): Promise<void> {
    let wake: () => void = () => undefined;
    const change = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#listeners.add(wake);
    await Promise.race([change, cancelled(token)]);
    this.#listeners.delete(wake);
  }

  /**
   * Reports a document to the workspace requests once more. vscode-languageclient passes over their reports on documents
   * that it shows, and asks for such a document a last time when its editor closes, which the server does not hear of;
   * what came in between would be lost.
   */
  #tellAgain(path: string): void {
    for (const seen of this.#held) seen.delete(path);
    if (this.#held.size > 0) this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#listeners]) wake();
  }

  #push(uri: string, diagnostics: Diagnostic[], version: number | undefined): void {
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}
