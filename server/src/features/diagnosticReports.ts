import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Severity } from '../analysis/model.ts';
import type { Reading } from '../workspace/reading.ts';
import type { ShownAs } from '../workspace/settings.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { hasHiddenCharacters, hiddenCharacters } from './hiddenCharacters.ts';

interface Report {
  resultId: string;
  /** The items as JSON: they are compared with each new report and seldom asked for. */
  content: string;
  version: number | null;
}

const NO_PROBLEMS: Report = { resultId: 'none', content: '[]', version: null };

/**
 * The problems of every source as they were last worked out, each under a result id that changes only when they do. So a
 * client is told of a source again only when it has something new to show there.
 */
export class DiagnosticReports {
  /** Every source that has problems, or had some that a client may still show. */
  readonly #reports = new Map<string, Report>();
  readonly #session = Date.now().toString(36);
  #results = 0;

  /** Works the problems of some sources, or of all, out anew. @returns those sources that have other problems than before, with these */
  update(
    reading: Reading,
    shownAs: Record<Severity, ShownAs>,
    paths = this.#all(reading),
  ): [path: string, items: Diagnostic[]][] {
    return [...new Set(paths)].flatMap((path) => {
      const items = this.#updateOne(reading, path, shownAs);
      return items ? [[path, items]] : [];
    });
  }

  #all(reading: Reading): Iterable<string> {
    const hiding = [...reading.documents.values()].filter(hasHiddenCharacters).map(({ uri }) => uri);
    return [...this.#reports.keys(), ...reading.disputedPaths, ...hiding];
  }

  /** The answer to a document pull. */
  document(path: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const report = this.#report(path);
    const { resultId } = report;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: itemsIn(report) };
  }

  /**
   * The reports that a client which has seen some results has not, as part of an answer to a workspace pull.
   *
   * @param seen the result id that was last seen of each path; brought up to date
   */
  unseen(seen: Map<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const paths = new Set([...seen.keys(), ...this.#reports.keys()]);
    return [...paths].flatMap((path) => {
      const report = this.#report(path);
      const { resultId, version } = report;
      if (seen.get(path) === resultId) return [];
      seen.set(path, resultId);
      return [{ kind: DocumentDiagnosticReportKind.Full, uri: path, version, resultId, items: itemsIn(report) }];
    });
  }

  #report(path: string): Report {
    return this.#reports.get(path) ?? NO_PROBLEMS;
  }

  #updateOne(reading: Reading, path: string, shownAs: Record<Severity, ShownAs>): Diagnostic[] | undefined {
    const document = reading.document(path);
    const items = [...diagnosticsOf(reading, path, shownAs), ...(document ? hiddenCharacters(document) : [])];
    const content = JSON.stringify(items);
    const version = document?.version ?? null;
    const before = this.#report(path);
    if (before.content === content) {
      before.version = before === NO_PROBLEMS ? null : version;
      return undefined;
    }
    this.#results += 1;
    this.#reports.set(path, { resultId: `${this.#session}.${this.#results}`, content, version });
    return items;
  }
}

function itemsIn({ content }: Report): Diagnostic[] {
  return JSON.parse(content) as Diagnostic[];
}
