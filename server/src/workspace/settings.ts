import type { Severity } from '../analysis/model.ts';
import { isBounded } from './sourceFilter.ts';

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
  maximumSources: 3_000,
};

/** A setting that is malformed. */
export interface SettingProblem {
  /** As in settings.json: `crossread.include`. */
  setting: string;
  expected: string;
  /** What holds in its place. */
  used: unknown;
}

/**
 * Takes what a client sent as its configuration. What is absent has its default; what is malformed is as it was before, with
 * one problem each.
 *
 * @param before what held until now
 */
export function parseSettings(
  raw: unknown,
  before: Settings = DEFAULT_SETTINGS,
): { settings: Settings; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const section = isRecord(raw) ? raw : {};
  const read = <T>(path: string, expected: string, valid: (value: unknown) => value is T, otherwise: T): T => {
    const value = valueAt(section, path.split('.'));
    if (value === undefined || value === null) return otherwise;
    if (valid(value)) return value;
    const used = valueAt(before as unknown as Record<string, unknown>, path.split('.')) as T;
    problems.push({ setting: `crossread.${path}`, expected, used });
    return used;
  };
  const severity = (of: Severity): ShownAs =>
    read(`severity.${of}`, `one of ${SHOWN_AS.join(', ')}`, isShownAs, DEFAULT_SETTINGS.severity[of]);
  const settings: Settings = {
    include: read('include', GLOBS, isGlobs, DEFAULT_SETTINGS.include),
    exclude: read('exclude', GLOBS, isGlobs, DEFAULT_SETTINGS.exclude),
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

const GLOBS = 'a list of globs, each with at most three of * ** {';

function isGlobs(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && isBounded(item));
}

function isFlags(value: unknown): value is Record<string, boolean> {
  return isRecord(value) && Object.entries(value).every(([path, on]) => isBoolean(on) && isBounded(path));
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
