// Opens VS Code with Crossread on the seeds, or on the folder that is given: `npm start [-- <folder>] [-- --embedded]`.
// The desktop VS Code is used where there is one and a screen to show it; else, or when asked for, the embedded one.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { installEditor } from '../test/vscode/harness/install.mjs';
import { cacheDir, root, seedsDir } from '../test/vscode/harness/paths.mjs';
import { quietSettings, serve, settingsFile, writeSettings } from '../test/vscode/harness/serve.mjs';

const windows = process.platform === 'win32';
const embedded = process.argv.includes('--embedded');
const folder = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? seedsDir);
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`There is no folder ${folder}`);
  process.exit(2);
}

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const desktop = !embedded && hasScreen() ? findDesktop() : undefined;
if (desktop) openDesktop(desktop);
else await openEmbedded();

/** @param {string} program */
function openDesktop(program) {
  console.log(`Opening ${folder} in VS Code (${program}) with Crossread.`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const quoted = args.map((argument) => `"${argument}"`);
  if (windows) spawn(`"${program}"`, quoted, { stdio: 'inherit', shell: true });
  else spawn(program, args, { stdio: 'inherit' });
}

async function openEmbedded() {
  const editor = await installEditor('current');
  const dataDir = join(cacheDir, 'start');
  await linkExtension(join(dataDir, 'extensions'));
  if (!existsSync(settingsFile(dataDir))) await writeSettings(dataDir, quietSettings);
  const logFile = join(dataDir, 'server.log');
  const served = await serve(editor, { dataDir, folder, logFile });
  const url = `http://127.0.0.1:${served.port}/`;
  console.log(`VS Code ${editor.version} with Crossread on ${folder}:\n\n  ${url}\n\nCtrl+C stops it.`);
  if (hasScreen()) openBrowser(url);
  await served.ended;
  console.error(`VS Code ended; what it said is in ${logFile}`);
  process.exit(1);
}

/**
 * Makes the project's own folder the installed extension, so that a rebuild and a reload of the page show a change.
 *
 * @param {string} extensionsDir
 */
async function linkExtension(extensionsDir) {
  await rm(extensionsDir, { recursive: true, force: true });
  await mkdir(extensionsDir, { recursive: true });
  const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
  await symlink(root, join(extensionsDir, name), windows ? 'junction' : 'dir');
}

/** @returns {string | undefined} the path of the command of a desktop VS Code that is new enough */
function findDesktop() {
  // The desktop VS Code does not run as root without more ado.
  if (process.platform === 'linux' && process.getuid?.() === 0) return undefined;
  const lowest = manifest.engines.vscode.replace('^', '');
  return desktopPaths().find((path) => existsSync(path) && !isOlder(desktopVersion(path), lowest));
}

function desktopPaths() {
  const name = windows ? 'code.cmd' : 'code';
  const onPath = (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name));
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  const windowsPrograms = [LOCALAPPDATA ? join(LOCALAPPDATA, 'Programs') : undefined, PROGRAMFILES];
  const macPrograms = ['/Applications', join(homedir(), 'Applications')];
  return [
    ...onPath,
    ...windowsPrograms.flatMap((dir) => (dir ? [join(dir, 'Microsoft VS Code', 'bin', name)] : [])),
    ...macPrograms.map((dir) => join(dir, 'Visual Studio Code.app/Contents/Resources/app/bin/code')),
    '/snap/bin/code',
  ];
}

/** @param {string} program */
function desktopVersion(program) {
  try {
    const command = windows ? `"${program}"` : program;
    return execFileSync(command, ['--version'], { encoding: 'utf8', shell: windows }).split('\n')[0] ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {string} version
 * @param {string} than
 */
function isOlder(version, than) {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

/** Whether a window opened from here would be seen: not without a screen, nor through SSH or a remote terminal. */
function hasScreen() {
  const { CI, DISPLAY, SSH_CONNECTION, VSCODE_IPC_HOOK_CLI, WAYLAND_DISPLAY } = process.env;
  if (CI || SSH_CONNECTION || VSCODE_IPC_HOOK_CLI) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** @param {string} url */
function openBrowser(url) {
  const [command = '', ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[
    String(process.platform)
  ] ?? ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // The address is printed; a machine without a default browser is no error.
  child.on('error', () => {});
  child.unref();
}
