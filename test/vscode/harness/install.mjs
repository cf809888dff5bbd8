// A whole VS Code from npm, for machines where VS Code itself cannot be downloaded or shown.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, root } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * The releases of code-server, whose minor and patch numbers are those of the VS Code inside, with the Node that each
 * needs. `lowest` is the VS Code that `engines.vscode` in package.json promises.
 */
const releases = {
  current: { codeServer: '4.139.1', node: '24' },
  lowest: { codeServer: '4.104.0', node: '22' },
};

/** @typedef {keyof typeof releases} Release */

/**
 * @typedef {object} Editor
 * @property {string} version the version of VS Code
 * @property {string} node the path of the Node that runs it
 * @property {string} server the path of its server's entry point
 */

/**
 * Installs VS Code into the cache unless it is there. An installation appears under its final name only when it is
 * complete; what an interrupted one left is deleted.
 *
 * @param {Release} release
 * @returns {Promise<Editor>}
 */
export async function installEditor(release) {
  const { codeServer, node } = releases[release];
  if (release === 'lowest') await checkLowest(codeServer);
  const name = `code-server-${codeServer}`;
  const folder = join(cacheDir, name);
  if (!existsSync(folder)) await install(folder, codeServer, `${nodePackage()}@${node}`);
  const modules = join(folder, 'node_modules');
  return {
    version: codeServer.replace(/^4/, '1'),
    node: join(modules, nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    server: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * @param {string} folder
 * @param {string} codeServer
 * @param {string} node
 */
async function install(folder, codeServer, node) {
  await mkdir(cacheDir, { recursive: true });
  await removeInterrupted();
  const partial = `${folder}.${process.pid}.partial`;
  await mkdir(partial);
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
  console.log(`Installing code-server ${codeServer} and ${node} into .vscode-test (once; under a minute) …`);
  await npm(partial, ['install', `code-server@${codeServer}`, node]);
  console.log(`Installing what the VS Code in code-server ${codeServer} needs …`);
  await npm(join(partial, 'node_modules/code-server/lib/vscode'), ['install', '--omit=dev']);
  // Another process may have been faster; its installation is as good.
  if (existsSync(folder)) await rm(partial, { recursive: true, force: true });
  else await rename(partial, folder);
}

/** Deletes what processes that are no more left unfinished. */
async function removeInterrupted() {
  for (const entry of await readdir(cacheDir)) {
    const owner = /\.(\d+)\.partial$/.exec(entry)?.[1];
    if (owner && !isRunning(Number(owner))) await rm(join(cacheDir, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
async function npm(cwd, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const [command, before] = cli ? [process.execPath, [cli]] : ['npm', []];
  const code = await run(command, [...before, ...args, ...quiet], {
    cwd,
    env: withoutNpmScript(process.env),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !cli && process.platform === 'win32',
  });
  if (code !== 0)
    throw new Error(`"npm ${args.join(' ')}" failed with exit code ${code}; is the npm registry reachable?`);
}

/**
 * The environment without what `npm run` tells its scripts of the project, which would lead another npm astray.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpmScript(env) {
  const own = /^(npm_(package|lifecycle)_|npm_config_(local_prefix|engine_strict)$|npm_command$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/** The npm package that holds the Node binary of this platform. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

/** @param {string} codeServer */
async function checkLowest(codeServer) {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const promised = manifest.engines.vscode;
  if (promised !== codeServer.replace(/^4/, '^1')) {
    throw new Error(
      `package.json promises VS Code ${promised}, but the lowest that is tested comes from code-server ${codeServer}`,
    );
  }
}
