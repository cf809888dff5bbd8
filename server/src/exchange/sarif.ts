import type { Location, Log, ReportingDescriptor, Result, Suppression } from 'sarif';
import { homepage, repository, version } from '../../../package.json';
import { type Contradiction, isSettled, type Severity, type Statement } from '../analysis/model.ts';
import { isRecord, listOf } from '../annotations/annotation.ts';
import { harmlessJson } from '../harmless.ts';
import type { Subject } from '../report/content.ts';
import type { Unplaced } from './entities.ts';
import { readVerdict, type VerdictRow, verdictToReport } from './verdictRow.ts';

/** How a result is known again in the next run. */
const FINGERPRINT = 'contradiction/v1';
const LEVELS: Record<Severity, Result.level> = { conflict: 'warning', update: 'note', variation: 'note' };

/**
 * The report as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), which code-scanning pages show: a result for each
 * contradiction, at the first statement of its first position; what was dismissed or resolved is suppressed.
 */
export function* sarifReport(subject: Subject): Generator<string> {
  const { contradictions } = subject.reading;
  const kinds = [...new Set(contradictions.map(({ kind }) => kind))].sort();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Crossread', version, informationUri: homepage, rules: kinds.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        results: contradictions.map((each) => toResult(each, kinds.indexOf(each.kind), subject)),
      },
    ],
  };
  yield `${harmlessJson(JSON.stringify(log, null, 2))}\n`;
}

function toRule(kind: string): ReportingDescriptor {
  return {
    id: kind,
    shortDescription: { text: `The sources contradict each other (${kind}).` },
    helpUri: `${repository.url.replace(/\.git$/, '')}/blob/main/docs/contradictions.md#${kind}`,
  };
}

function toResult(contradiction: Contradiction, ruleIndex: number, subject: Subject): Result {
  const { id, kind, severity, confidence, question, explanation, positions } = contradiction;
  const [first, ...others] = positions.flatMap(({ value, statements }) =>
    statements.map((statement) => ({ value, statement })),
  );
  const verdict = verdictToReport(contradiction);
  const values = positions.map(({ value }) => `“${plain(value)}”`).join(', ');
  return {
    ruleId: kind,
    ruleIndex,
    level: LEVELS[severity],
    rank: Math.round(confidence * 1000) / 10,
    message: { text: `${plain(question)} The sources say ${values}. ${plain(explanation)}`.trim() },
    locations: first ? [toLocation(first.statement, subject)] : [],
    relatedLocations: others.map(({ value, statement }, index) => ({
      id: index + 1,
      ...toLocation(statement, subject),
      message: { text: `“${plain(value)}”: ${plain(statement.text)}` },
    })),
    partialFingerprints: { [FINGERPRINT]: id },
    suppressions: suppressionsOf(contradiction),
    properties: { severity, confidence, ...(verdict ? { verdict } : {}) },
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

function toLocation({ path, focus }: Statement, { reading, pathOf }: Subject): Location {
  const document = reading.document(path);
  const start = document?.positionAt(focus.start) ?? { line: 0, character: 0 };
  const end = document?.positionAt(focus.end) ?? start;
  return {
    physicalLocation: {
      artifactLocation: { uri: pathOf(path).split('/').map(encodeURIComponent).join('/') },
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

/**
 * Reads the verdicts of a log: those that Crossread wrote, and suppressions that code-scanning pages added since. A result
 * without either says nothing.
 *
 * @throws Error where it is no SARIF 2.1.0
 */
export function readSarif(content: string): { verdicts: VerdictRow[]; unplaced: Unplaced[] } {
  const log: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
  if (!isRecord(log) || log.version !== '2.1.0' || !Array.isArray(log.runs)) throw new Error('This is no SARIF 2.1.0.');
  const verdicts: VerdictRow[] = [];
  const unplaced: Unplaced[] = [];
  for (const result of log.runs.flatMap((run: unknown) => (isRecord(run) ? listOf<unknown>(run.results) : []))) {
    if (!isRecord(result)) continue;
    const given = verdictIn(result);
    if (!given) continue;
    const read = readVerdict({ ...given, id: textIn(result.partialFingerprints, FINGERPRINT) });
    if (typeof read === 'string') unplaced.push({ line: 0, message: read });
    else verdicts.push(read);
  }
  return { verdicts, unplaced };
}

function verdictIn(result: Record<string, unknown>) {
  const own = isRecord(result.properties) ? result.properties.verdict : undefined;
  const field = (name: string) => textIn(own, name);
  const [state, reason, holds, note] = ['state', 'reason', 'holds', 'note'].map(field);
  if (state !== undefined) return { state, reason, holds, note, author: field('author'), time: field('time') };
  const accepted = listOf<unknown>(result.suppressions).find(
    (each) => isRecord(each) && (each.status === undefined || each.status === 'accepted'),
  );
  const why = textIn(accepted, 'justification');
  const nothing = { holds: undefined, author: undefined, time: undefined };
  return accepted ? { state: 'dismissed', reason: 'other', note: why, ...nothing } : undefined;
}

function textIn(record: unknown, key: string): string | undefined {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
