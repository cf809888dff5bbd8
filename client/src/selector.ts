import type { TextDocumentFilter } from 'vscode-languageserver-protocol';

/** What the settings say about the sources of one workspace folder. */
export interface FolderSettings {
  uri: string;
  include: string[];
  /** Paths or globs, relative to the folder, of files that are always read. */
  always: string[];
}

const languages = ['plaintext', 'source-text'];

/**
 * The documents that are kept in step with the server: texts of the languages that are prose by nature, and whatever the
 * user has included by name, in any language. Everything else (other editors, diffs, output) never leaves VS Code.
 */
export function documentSelector(folders: FolderSettings[]): TextDocumentFilter[] {
  const schemes = new Set(['file', 'untitled', ...folders.map(({ uri }) => schemeOf(uri))]);
  return [
    ...[...schemes].flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    ...folders.flatMap(({ uri, include, always }) =>
      [...new Set([...include, ...always.filter(isBeyond(include)).flatMap(asPathAndGlob)])].map((pattern) => ({
        scheme: schemeOf(uri),
        pattern: { baseUri: uri, pattern },
      })),
    ),
  ];
}

/** A workspace folder may be virtual: in a repository on the web, in an archive. */
function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}

// What the included endings take in already is left out: a selector that stays the same needs no new client.
function isBeyond(include: string[]): (name: string) => boolean {
  const endings = include.flatMap((pattern) => /^\*\*\/\*(\.\w+)$/.exec(pattern)?.[1] ?? []);
  return (name) => !endings.some((ending) => name.endsWith(ending));
}

/** A name that could be a glob may be the very path of a file. */
function asPathAndGlob(name: string): string[] {
  return [name, name.replace(/[[\]{}*?]/g, '[$&]')];
}
