import type { FileSystem } from '../workspace/fileSystem.ts';
import { childUri } from '../workspace/uri.ts';

/** In bytes; no configuration of Git is larger. */
const LARGEST = 1_000_000;

/**
 * Who annotates, as Git would say: `user.name` of the repository that a folder lies in, or else of the user. Git itself is
 * not run, and files that these include are not read.
 *
 * @param home the user's folder
 */
export async function gitUser(fs: FileSystem, folder: string, home: string | undefined): Promise<string | undefined> {
  const own = await repositoryConfig(fs, folder);
  const general = home ? [childUri(home, '.gitconfig'), childUri(home, '.config/git/config')] : [];
  for (const file of [...(own ? [own] : []), ...general]) {
    const name = userName(await read(fs, file));
    if (name) return name;
  }
  return undefined;
}

/** The configuration of the repository that a folder is, or lies in; also where `.git` is a file that names another place. */
async function repositoryConfig(fs: FileSystem, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = parentOf(at)) {
    const git = childUri(at, '.git');
    const info = await fs.stat(git).catch(() => undefined);
    if (info?.type === 'directory') return childUri(git, 'config');
    if (info?.type === 'file') return linkedConfig(fs, at, await read(fs, git));
    if (parentOf(at) === at) return undefined;
  }
}

/** A linked working tree says where its own files are, and they say where the repository's are. */
async function linkedConfig(fs: FileSystem, folder: string, link: string): Promise<string | undefined> {
  const path = /^gitdir:(.*)/.exec(link)?.[1]?.trim();
  if (!path) return undefined;
  const own = resolve(folder, path);
  const common = (await read(fs, childUri(own, 'commondir'))).trim();
  return childUri(common ? resolve(own, common) : own, 'config');
}

function resolve(base: string, path: string): string {
  const root = /^[^:]+:\/\/[^/]*/.exec(base)?.[0] ?? '';
  return /^(?:\/|[A-Za-z]:)/.test(path) ? childUri(`${root}/`, path) : childUri(base, path);
}

function parentOf(uri: string): string {
  return childUri(uri, '..');
}

async function read(fs: FileSystem, uri: string): Promise<string> {
  try {
    const { type, size } = await fs.stat(uri);
    // A repository of somebody else's may name any place of this machine, one without an end too.
    if (type !== 'file' || size > LARGEST) return '';
    return new TextDecoder().decode(await fs.readFile(uri));
  } catch {
    return '';
  }
}

/** `name` of the section `[user]` (git-config(1), "Syntax"); the last one counts. */
export function userName(config: string): string | undefined {
  let section = '';
  let name: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    section = /^\s*\[\s*([^\]"\s]+)\s*\]/.exec(line)?.[1]?.toLowerCase() ?? (/^\s*\[/.test(line) ? '' : section);
    const value = section === 'user' ? /^\s*name\s*=(.*)$/i.exec(line.replace(/^\s*\[[^\]]*\]/, ''))?.[1] : undefined;
    if (value !== undefined) name = unquote(value);
  }
  return name || undefined;
}

/** Quotation marks are dropped, escapes resolved, and a comment outside quotation marks ends the value. */
function unquote(value: string): string {
  let out = '';
  let isQuoted = false;
  for (let i = 0; i < value.length; i++) {
    const char = value[i] as string;
    if (char === '\\') out += value[++i] ?? '';
    else if (char === '"') isQuoted = !isQuoted;
    else if ((char === '#' || char === ';') && !isQuoted) break;
    else out += char;
  }
  return out.trim();
}
