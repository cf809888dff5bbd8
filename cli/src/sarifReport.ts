import type { Location, Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import { homepage, repository, version } from '../../package.json';
import {
  type Contradiction,
  type FolderAnalysis,
  isSettled,
  type Severity,
  type Statement,
} from '../../server/src/analysis/model.ts';
import type { Document } from '../../server/src/workspace/document.ts';

const LEVELS: Record<Severity, Result.level> = { conflict: 'warning', update: 'note', variation: 'note' };

/**
 * The report as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), which code-scanning pages show: a result for each
 * contradiction, at the first statement of its first position; what was dismissed or resolved is suppressed.
 */
export function* sarifReport(found: FolderAnalysis, documents: Document[]): Generator<string> {
  const kinds = [...new Set(found.contradictions.map(({ kind }) => kind))].sort();
  const byPath = new Map(documents.map((document) => [document.uri, document]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Crossread', version, informationUri: homepage, rules: kinds.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        results: found.contradictions.map((each) => toResult(each, kinds.indexOf(each.kind), byPath)),
      },
    ],
  };
  yield `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(kind: string): ReportingDescriptor {
  return {
    id: kind,
    shortDescription: { text: `The sources contradict each other (${kind}).` },
    helpUri: `${repository.url.replace(/\.git$/, '')}/blob/main/docs/contradictions.md#${kind}`,
  };
}

function toResult(contradiction: Contradiction, ruleIndex: number, documents: Map<string, Document>): Result {
  const { id, kind, severity, confidence, question, explanation, positions } = contradiction;
  const [first, ...others] = positions.flatMap(({ value, statements }) =>
    statements.map((statement) => ({ value, statement })),
  );
  const values = positions.map(({ value }) => `“${plain(value)}”`).join(', ');
  return {
    ruleId: kind,
    ruleIndex,
    level: LEVELS[severity],
    rank: Math.round(confidence * 1000) / 10,
    message: { text: `${plain(question)} The sources say ${values}. ${plain(explanation)}`.trim() },
    locations: first ? [toLocation(first.statement, documents)] : [],
    relatedLocations: others.map(({ value, statement }, index) => ({
      id: index + 1,
      ...toLocation(statement, documents),
      message: { text: `“${plain(value)}”: ${plain(statement.text)}` },
    })),
    partialFingerprints: { 'contradiction/v1': id },
    suppressions: suppressionsOf(contradiction),
    properties: { severity, confidence },
  };
}

/** An empty list says that nothing suppresses it (section 3.27.23), which viewers tell from not knowing. */
function suppressionsOf(contradiction: Contradiction): Suppression[] {
  const { verdict } = contradiction;
  if (!verdict || !isSettled(contradiction)) return [];
  const { state, reason, holds, note, author } = verdict;
  const holding = holds === undefined ? undefined : `“${plain(holds)}” holds`;
  const why = [state, reason, holding, note && plain(note)].filter((each) => each !== undefined && each !== '');
  const by = author ? `, by ${plain(author)}` : '';
  return [{ kind: 'external', status: 'accepted', justification: `${why.join(': ')}${by}` }];
}

function toLocation({ path, focus }: Statement, documents: Map<string, Document>): Location {
  const document = documents.get(path);
  const start = document?.positionAt(focus.start) ?? { line: 0, character: 0 };
  const end = document?.positionAt(focus.end) ?? start;
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split(/[\\/]/).map(encodeURIComponent).join('/') },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        snippet: { text: focus.text },
      },
    },
  };
}

/** Text of a source as one line: in messages of SARIF, brackets would begin a link and braces a placeholder. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\\?[[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&')
    .trim();
}
