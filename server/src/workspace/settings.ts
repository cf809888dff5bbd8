import type { Severity } from '../analysis/model.ts';

/** How a contradiction is shown among the problems; `off` keeps it to the panel and the hover. */
export const SHOWN_AS = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/** The section `crossread` of the client's configuration. */
export interface Settings {
  /** Globs of the files that may be sources, relative to the workspace folder. */
  include: string[];
  /** Globs of files and folders that are never read. */
  exclude: string[];
  /** Files (paths or globs relative to the workspace folder) that are sources, or are not, whatever the rest says. */
  sources: Record<string, boolean>;
  severity: Record<Severity, ShownAs>;
  /** 0..1: contradictions below it are not shown anywhere. */
  minimumConfidence: number;
  codeLens: { enabled: boolean };
  inlayHints: { enabled: boolean };
  /** Who annotates; empty for the user that Git knows. */
  author: string;
  /** In megabytes (1,000,000 bytes); larger files are not read. */
  maximumFileSize: number;
  /** How many sources are read at most, but for those in open editors; 0 for all. */
  maximumSources: number;
}

export const DEFAULT_SETTINGS: Settings = {
  include: ['**/*.txt', '**/*.text'],
  exclude: ['**/.*', '**/node_modules', '**/bower_components', '**/site-packages', '**/venv'],
  sources: {},
  severity: { conflict: 'warning', update: 'information', variation: 'hint' },
  minimumConfidence: 0.45,
  codeLens: { enabled: false },
  inlayHints: { enabled: false },
  author: '',
  maximumFileSize: 2,
  maximumSources: 10_000,
};

/**
 * Takes what a client sent as its configuration. What is absent has its default; what is malformed too, with one
 * problem each that names the setting and what was expected.
 */
export function parseSettings(raw: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const section = isRecord(raw) ? raw : {};
  const read = <T>(path: string, expected: string, valid: (value: unknown) => value is T, otherwise: T): T => {
    const value = valueAt(section, path.split('.'));
    if (value === undefined || value === null) return otherwise;
    if (valid(value)) return value;
    problems.push(`Setting crossread.${path}: expected ${expected}; using ${JSON.stringify(otherwise)} instead.`);
    return otherwise;
  };
  const severity = (of: Severity): ShownAs =>
    read(`severity.${of}`, `one of ${SHOWN_AS.join(', ')}`, isShownAs, DEFAULT_SETTINGS.severity[of]);
  const settings: Settings = {
    include: read('include', 'a list of globs', isStrings, DEFAULT_SETTINGS.include),
    exclude: read('exclude', 'a list of globs', isStrings, DEFAULT_SETTINGS.exclude),
    sources: read('sources', 'an object from path or glob to true or false', isFlags, DEFAULT_SETTINGS.sources),
    severity: { conflict: severity('conflict'), update: severity('update'), variation: severity('variation') },
    minimumConfidence: read(
      'minimumConfidence',
      'a number from 0 to 1',
      (value): value is number => isNumber(value) && value <= 1,
      DEFAULT_SETTINGS.minimumConfidence,
    ),
    codeLens: { enabled: read('codeLens.enabled', 'true or false', isBoolean, DEFAULT_SETTINGS.codeLens.enabled) },
    inlayHints: {
      enabled: read('inlayHints.enabled', 'true or false', isBoolean, DEFAULT_SETTINGS.inlayHints.enabled),
    },
    author: read('author', 'a name', isString, DEFAULT_SETTINGS.author),
    maximumFileSize: read('maximumFileSize', 'a size in megabytes', isNumber, DEFAULT_SETTINGS.maximumFileSize),
    maximumSources: read('maximumSources', 'a number of sources', isNumber, DEFAULT_SETTINGS.maximumSources),
  };
  return { settings, problems };
}

function valueAt(section: Record<string, unknown>, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    section,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isFlags(value: unknown): value is Record<string, boolean> {
  return isRecord(value) && Object.values(value).every(isBoolean);
}

function isShownAs(value: unknown): value is ShownAs {
  return SHOWN_AS.some((known) => known === value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
