// The browser that shows the embedded VS Code to tests.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './processes.mjs';

const programs = {
  linux: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((program) =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, program)),
  ),
};

/**
 * An installed Chrome, Chromium or Edge, or the Chromium that Playwright keeps.
 *
 * @returns {string | undefined} the path of its program
 */
export function findBrowser() {
  const candidates = programs[/** @type {keyof typeof programs} */ (process.platform)] ?? programs.linux;
  const folders = process.env.PATH?.split(delimiter) ?? [];
  const paths =
    process.platform === 'linux' ? candidates.flatMap((name) => folders.map((dir) => join(dir, name))) : candidates;
  return [...paths, chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * Starts a headless browser, after installing one where there is none.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const executablePath = findBrowser() ?? (await installBrowser());
  return chromium.launch({
    executablePath,
    args: [
      ...['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
      // Gray text looks the same on every machine, and its pictures are smaller.
      '--disable-lcd-text',
      // Chromium refuses to run its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

async function installBrowser() {
  console.log('No Chrome, Chromium or Edge is installed; installing Chromium with Playwright …');
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'ignore'] });
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  throw new Error('No browser: install Chrome, Chromium or Edge (on Debian and Ubuntu: "apt-get install chromium").');
}
