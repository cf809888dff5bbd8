/**
 * The address at which an embedded VS Code opens a folder.
 *
 * @param {number} port
 * @param {string} folder
 * @param {Record<string, string>} [payload] what the command line of the desktop VS Code would say
 */
export function workbenchUrl(port, folder, payload = {}) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', forwardSlashes(folder));
  const entries = Object.entries(payload);
  if (entries.length > 0) url.searchParams.set('payload', JSON.stringify(entries));
  return url.href;
}

/**
 * A path of this machine as the workbench in the browser names it.
 *
 * @param {number} port
 * @param {string} path
 */
export function remoteUri(port, path) {
  return `vscode-remote://127.0.0.1:${port}${forwardSlashes(path)}`;
}

/** @param {string} path */
function forwardSlashes(path) {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
