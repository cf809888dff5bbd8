import type { FileSystem } from './fileSystem.ts';
import { childUri } from './uri.ts';

export interface WalkOptions {
  /** Whether to look into a folder, by its path relative to the root. */
  enters(path: string): boolean;
  /** Whether to give a file, by its path relative to the root. */
  gives(path: string): boolean;
  /** Told once for every folder or link that cannot be read. */
  onError(uri: string, error: unknown): void;
}

interface Place {
  uri: string;
  path: string;
  /** The URI with all links resolved; undefined for a link that was not followed yet. */
  real?: string;
}

/**
 * Gives the URIs of the files below a folder, in the order of their names. Links are followed after everything else,
 * and what was already met under its own name is not given again; so loops end and no file counts twice.
 *
 * @param met the real places met so far; share it between overlapping roots
 */
export async function* walk(
  fs: FileSystem,
  root: string,
  options: WalkOptions,
  met: Set<string>,
): AsyncGenerator<string> {
  const links: Place[] = [];
  const folders: Place[] = [{ uri: root, path: '' }];
  for (let place = folders.pop(); place; place = folders.pop() ?? links.shift()) {
    const { uri, path } = place;
    try {
      const real = place.real ?? (await fs.realPath(uri));
      if (met.has(real)) continue;
      if (place.real === undefined && (await fs.stat(uri)).type === 'file') {
        if (options.gives(path)) yield uri;
        met.add(real);
        continue;
      }
      met.add(real);
      const inner: Place[] = [];
      for (const { name, type } of (await fs.readDirectory(uri)).sort(byName)) {
        const child = {
          uri: childUri(uri, name),
          path: path === '' ? name : `${path}/${name}`,
          real: childUri(real, name),
        };
        if (type === 'directory' && options.enters(child.path)) inner.push(child);
        else if (type === 'link' && options.enters(child.path)) links.push({ uri: child.uri, path: child.path });
        else if (type === 'file' && options.gives(child.path) && !met.has(child.real)) {
          met.add(child.real);
          yield child.uri;
        }
      }
      folders.push(...inner.reverse());
    } catch (error) {
      options.onError(uri, error);
    }
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
