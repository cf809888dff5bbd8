import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/settings.ts';

export const HELP = `Usage: crossread check <files or folders> [options]

Reads news texts against each other and reports where they contradict each other.
Folders are read with all folders inside them: files named *.txt and *.text.

Options:
  --format <format>         text (default): to read in the terminal; html: one page to keep, send or print;
                            markdown; json: as described in docs/report.schema.json
  --min-confidence <0..1>   leave out contradictions that are less sure than this (default ${DEFAULT_SETTINGS.minimumConfidence})
  -h, --help                show this help
  -v, --version             show the version

Exit codes: 0 nothing found, 1 contradictions found, 2 usage or input error.
`;

/** What the user asked for that cannot be done; the message is one line. */
export class InputError extends Error {}

const FORMATS = ['text', 'html', 'markdown', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export type Task =
  | { command: 'help' }
  | { command: 'version' }
  | { command: 'check'; names: string[]; format: Format; minimumConfidence: number };

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
  if (command !== 'check') throw usage(`unknown command "${command}"`);
  if (names.length === 0) throw usage('check needs files or folders to read');
  const format = FORMATS.find((known) => known === values.format);
  if (!format) throw usage(`--format is text, html, markdown or json, not "${values.format}"`);
  return { command, names, format, minimumConfidence: readConfidence(values['min-confidence']) };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        'min-confidence': { type: 'string', default: String(DEFAULT_SETTINGS.minimumConfidence) },
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
