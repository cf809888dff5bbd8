import picomatch from 'picomatch';
import type { Settings } from './settings.ts';

/** What the settings say of a file: a source, not a source, or one if its text reads as prose. */
export type Standing = 'source' | 'candidate' | 'ignored';

/** Never entered, whatever the settings say: version control and installed packages. */
const NEVER_ENTERED = ['**/{.git,.hg,.svn,.jj,node_modules}'];

/** Of one glob: more would let it match slowly, and neither settings nor VS Code's own examples need more. */
const MOST_WILDCARDS = 3;
const LONGEST_GLOB = 400;

type Matcher = (path: string) => boolean;

/** Whether a glob is matched in little time, whatever the path: settings of a folder come from whoever made the folder. */
export function isBounded(glob: string): boolean {
  const wildcards = glob.match(/\*+|\{/g)?.length ?? 0;
  return wildcards === 0 || (wildcards <= MOST_WILDCARDS && glob.length <= LONGEST_GLOB);
}

/** Which files of a workspace folder are sources by their path. Paths are relative to the folder, with `/`. */
export class SourceFilter {
  readonly #included: Matcher;
  readonly #excluded: Matcher;
  readonly #forced: { path: string; matches: Matcher; source: boolean }[];

  constructor(settings: Pick<Settings, 'include' | 'exclude' | 'sources'>) {
    this.#included = matcher(settings.include);
    this.#excluded = matcher([...NEVER_ENTERED, ...settings.exclude]);
    this.#forced = Object.entries(settings.sources).map(([path, source]) => ({
      path,
      matches: matcher([path], false),
      source,
    }));
  }

  /** A path in `sources` wins over a glob there, and both over `include` and `exclude`. */
  standing(path: string): Standing {
    const forced = this.forced(path);
    if (forced !== undefined) return forced ? 'source' : 'ignored';
    return this.#included(path) && !this.isExcluded(path) ? 'candidate' : 'ignored';
  }

  /** What the setting `sources` says of a file, if anything. */
  forced(path: string): boolean | undefined {
    const rule = this.#forced.find((rule) => rule.path === path) ?? this.#forced.find((rule) => rule.matches(path));
    return rule?.source;
  }

  /** True when the path or a folder above it is excluded. */
  isExcluded(path: string): boolean {
    const parts = path.split('/');
    return parts.some((_, index) => this.#excluded(parts.slice(0, index + 1).join('/')));
  }

  /** The paths that are named as sources one by one, which are read even inside an excluded folder. */
  get named(): string[] {
    return this.#forced.filter((rule) => rule.source && !picomatch.scan(rule.path).isGlob).map((rule) => rule.path);
  }
}

function matcher(globs: string[], nocase = true): Matcher {
  const options = { dot: true, nocase, noextglob: true, nonegate: true, windows: false };
  const usable = globs.filter((glob) => glob !== '' && isBounded(glob));
  // VS Code's globs know no groups and no repetition: these are characters like others.
  const matchers = usable.map((glob) => picomatch(glob.replace(/[()|+]/g, '\\$&'), options));
  return (path) => matchers.some((matches) => matches(path));
}
