import { t } from '@vscode/l10n';
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { isSettled } from '../analysis/model.ts';
import { type Changed, ChangedNotification } from '../protocol.ts';
import type { Reading } from '../workspace/reading.ts';

/** Tells the client how far the reading is: its views by notification, and a scan as work-done progress. */
export class ScanProgress {
  #changed: Changed = { sources: 0, entities: 0, contradictions: 0 };
  #shown: Promise<WorkDoneProgressReporter> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly cancel: () => void,
  ) {}

  /** There is a new reading. */
  read({ size, contradictions }: Reading): void {
    const { scan } = this.#changed;
    const open = contradictions.filter((found) => !isSettled(found)).length;
    this.#changed = { ...size, contradictions: open, scan };
    void this.#tell();
  }

  /** A scan begins, goes on, or has ended (undefined). Resolves when that is sent, or cannot be. */
  scanned(scan: { done: number; total: number } | undefined): Promise<void> {
    this.#changed = { ...this.#changed, scan };
    const told = this.#tell();
    if (scan) this.#report(scan.done, scan.total);
    else this.#end();
    return told;
  }

  #tell(): Promise<void> {
    return this.connection.sendNotification(ChangedNotification, this.#changed).catch(() => undefined);
  }

  #report(done: number, total: number): void {
    this.#shown ??= this.#begin();
    const percentage = total === 0 ? 0 : Math.floor((100 * done) / total);
    this.#shown.then((shown) => shown.report(percentage, t('{0} of {1}', done, total))).catch(() => undefined);
  }

  async #begin(): Promise<WorkDoneProgressReporter> {
    const shown = await this.connection.window.createWorkDoneProgress();
    shown.begin(t('Reading sources'), 0, undefined, true);
    shown.token.onCancellationRequested(this.cancel);
    return shown;
  }

  #end(): void {
    this.#shown?.then((shown) => shown.done()).catch(() => undefined);
    this.#shown = undefined;
  }
}
