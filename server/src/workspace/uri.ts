import { URI, Utils } from 'vscode-uri';

/** One spelling for each URI, so that what the client names and what a scan finds are the same source. */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

export function childUri(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

export function fileName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

export function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}

/** The decoded path of a URI relative to a folder's, with `/`; undefined when it does not lie in the folder. */
export function relativePath(folder: string, uri: string): string | undefined {
  if (!isInside(folder, uri)) return undefined;
  const base = URI.parse(folder).path.replace(/\/$/, '');
  return URI.parse(uri).path.slice(base.length + 1);
}

/** Whether a canonical URI lies below a canonical folder URI. */
export function isInside(folder: string, uri: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
