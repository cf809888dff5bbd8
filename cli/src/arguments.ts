import { parseArgs } from 'node:util';
import {
  DISMISSAL_REASONS,
  type DismissalReason,
  type Severity,
  VERDICT_STATES,
  type VerdictState,
} from '../../server/src/analysis/model.ts';
import { ANNOTATION_FILE } from '../../server/src/annotations/file.ts';
import { EXCHANGE_FORMATS, type ExchangeFormat } from '../../server/src/exchange/formats.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/settings.ts';

export const HELP = `Usage: crossread check <files or folders> [options]
       crossread verdict <id> <open|confirmed|dismissed|resolved> <files or folders> [options]
       crossread export <jsonld|brat|conll|csv|sarif> <files or folders> [--output <path>]
       crossread import <file, or folder of brat> <folder> [--format <format>]

check reads news texts against each other and reports where they contradict each other.
Folders are read with all folders inside them: files named *.txt and *.text.

Contradictions that were dismissed or resolved, as ${ANNOTATION_FILE} says, are not counted.

verdict keeps what was decided of a contradiction, by the id that the JSON report gives.
export writes annotations (jsonld), entities and notes (brat), names (conll) or contradictions with verdicts (csv, sarif).
import takes in what other programs or readers made of them, and names what has no place in the sources.

Options of check:
  --format <format>         text (default): to read in the terminal; html: one page to keep, send or print;
                            markdown; json: as described in docs/report.schema.json;
                            sarif: SARIF 2.1.0 for code-scanning pages; csv: a row for each statement
  --min-confidence <0..1>   leave out contradictions that are less sure than this (default ${DEFAULT_SETTINGS.minimumConfidence})
  --fail-on <severity>      end with 1 only on a conflict, or also on an update, or also on a variation (default)

Options of verdict:
  --reason <reason>         why it is dismissed: ${DISMISSAL_REASONS.join(', ')}
  --holds <value>           which position holds, for resolved
  --note <text>             the evidence, or why
  --author <name>           instead of the user that Git knows

Options of export and import:
  -o, --output <path>       the file, or for brat the folder, that is written; standard output without it
  --format <format>         of the import, where the ending of the file does not tell it

  -h, --help                show this help
  -v, --version             show the version

Exit codes: 0 nothing found, 1 contradictions found, 2 usage or input error.
`;

/** What the user asked for that cannot be done; the message is one line. */
export class InputError extends Error {}

const FORMATS = ['text', 'html', 'markdown', 'json', 'sarif', 'csv'] as const;
export type Format = (typeof FORMATS)[number];
const SEVERITIES: readonly Severity[] = ['conflict', 'update', 'variation'];

export interface CheckTask {
  command: 'check';
  names: string[];
  format: Format;
  minimumConfidence: number;
  /** The least grave that counts as found. */
  failOn: Severity;
}

export interface VerdictTask {
  command: 'verdict';
  names: string[];
  /** Of the contradiction, as a report gives it. */
  id: string;
  state: VerdictState;
  reason: DismissalReason | undefined;
  /** The value of the position that holds. */
  holds: string | undefined;
  note: string | undefined;
  author: string | undefined;
}

export interface ImportTask {
  command: 'import';
  /** Or a folder. */
  file: string;
  names: string[];
  /** Where it was told. */
  format: ExchangeFormat | undefined;
}

export interface ExportTask {
  command: 'export';
  format: ExchangeFormat;
  names: string[];
  output: string | undefined;
}

export type Task = { command: 'help' } | { command: 'version' } | CheckTask | VerdictTask | ImportTask | ExportTask;

/**
 * Reads the command line without the program's name.
 *
 * @throws InputError where it cannot be understood
 */
export function readArguments(argv: string[]): Task {
  const { values, positionals } = parse(argv);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [command, ...names] = positionals;
  if (command === undefined) throw usage('a command is missing');
  if (command === 'verdict') return readVerdict(names, values);
  if (command === 'import') return readImport(names, values.format);
  if (command === 'export') return readExport(names, values.output);
  if (command !== 'check') throw usage(`unknown command "${command}"`);
  if (names.length === 0) throw usage('check needs files or folders to read');
  const format = FORMATS.find((known) => known === (values.format ?? 'text'));
  if (!format) throw usage(`--format is text, html, markdown, json, sarif or csv, not "${values.format}"`);
  const failOn = SEVERITIES.find((known) => known === values['fail-on']);
  if (!failOn) throw usage(`--fail-on is conflict, update or variation, not "${values['fail-on']}"`);
  return { command, names, format, minimumConfidence: readConfidence(values['min-confidence']), failOn };
}

function readImport([file, ...names]: string[], given: string | undefined): ImportTask {
  if (file === undefined || names.length === 0) throw usage('import needs a file and the folder that takes it');
  const format = EXCHANGE_FORMATS.find((known) => known === given);
  if (given !== undefined && !format) throw usage(`--format of an import is ${list(EXCHANGE_FORMATS)}, not "${given}"`);
  return { command: 'import', file, names, format };
}

function readExport([given, ...names]: string[], output: string | undefined): ExportTask {
  const format = EXCHANGE_FORMATS.find((known) => known === given);
  if (!format) throw usage(`export needs a format: ${list(EXCHANGE_FORMATS)}`);
  if (names.length === 0) throw usage('export needs files or folders to read');
  if (format === 'brat' && output === undefined) throw usage('brat needs --output with the folder that takes it');
  return { command: 'export', format, names, output };
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function readVerdict([id, given, ...names]: string[], values: ReturnType<typeof parse>['values']): VerdictTask {
  const state = VERDICT_STATES.find((known) => known === given);
  if (id === undefined || !state) throw usage(`verdict needs an id and one of ${VERDICT_STATES.join(', ')}`);
  if (names.length === 0) throw usage('verdict needs the files or folders that the contradiction is in');
  const reason = DISMISSAL_REASONS.find((known) => known === values.reason);
  if (values.reason !== undefined && !reason) throw usage(`--reason is one of ${DISMISSAL_REASONS.join(', ')}`);
  if (state === 'resolved' && values.holds === undefined) throw usage('resolved needs --holds with the right value');
  const { holds, note, author } = values;
  return { command: 'verdict', names, id, state, reason, holds, note, author };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
        'min-confidence': { type: 'string', default: String(DEFAULT_SETTINGS.minimumConfidence) },
        'fail-on': { type: 'string', default: 'variation' },
        reason: { type: 'string' },
        holds: { type: 'string' },
        note: { type: 'string' },
        author: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error));
  }
}

function readConfidence(given: string): number {
  const confidence = Number(given);
  if (given.trim() === '' || !(confidence >= 0 && confidence <= 1)) {
    throw usage(`--min-confidence is a number from 0 to 1, not "${given}"`);
  }
  return confidence;
}

function usage(problem: string): InputError {
  return new InputError(`${problem} (see crossread --help)`);
}
