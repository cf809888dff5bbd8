import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { start, stop } from './processes.mjs';

/** Settings under which the workbench shows the sources and Crossread, and nothing that asks for attention. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.wordWrap': 'on',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} Served
 * @property {number} port
 * @property {Promise<void>} ended settles when the server's process ends
 * @property {() => Promise<void>} stop ends the server and its extension hosts
 */

/**
 * Starts the server of an embedded VS Code on a free port of this machine and waits until it listens.
 *
 * @param {import('./install.mjs').Editor} editor
 * @param {object} options
 * @param {string} options.dataDir where it keeps settings, state and extensions
 * @param {string} options.logFile what it prints goes here
 * @param {number} [options.port] 0 or nothing for any free port
 * @param {string} [options.folder] what opens when the address names no folder
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<Served>}
 */
export async function serve(editor, { dataDir, logFile, port = 0, folder, env }) {
  await mkdir(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const child = start(
    editor.node,
    [
      editor.server,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--disable-experiments', '--disable-workspace-trust'],
      // Recent versions read the address's payload (extension under development, its tests) only with this.
      '--enable-smoke-test-driver',
      ...['--server-data-dir', dataDir, ...(folder ? ['--default-folder', folder] : [])],
    ],
    { env: { ...withoutOuterEditor(process.env), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise((resolve) => child.once('exit', () => resolve(undefined)));
  return { port: await listening(child, editor, logFile), ended, stop: () => stop(child) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('./install.mjs').Editor} editor
 * @param {string} logFile
 * @returns {Promise<number>} the port
 */
function listening(child, editor, logFile) {
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The server of VS Code ${editor.version} ended with ${code}: see ${logFile}`)),
    );
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

/**
 * Writes the user's settings of an embedded VS Code.
 *
 * @param {string} dataDir
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(dataDir, settings) {
  const path = settingsFile(dataDir);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`);
}

/** @param {string} dataDir */
export function settingsFile(dataDir) {
  return join(dataDir, 'data', 'User', 'settings.json');
}

/**
 * The environment without what a VS Code tells the programs that run in its terminal.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutOuterEditor(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}
