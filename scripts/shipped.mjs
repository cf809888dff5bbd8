// Which packages ship: those of which esbuild has put something into the bundles of the extension, as its metafile says. All
// of them are devDependencies, so npm cannot tell them from tools.
import { readFileSync } from 'node:fs';

const bundles = [
  'dist/client.js',
  'dist/server.js',
  'dist/engine.js',
  'dist/cli.js',
  'dist/webview.js',
  'dist/webview.css',
];

/** The folders of the packages that ship, such as `node_modules/fuse.js`; after a build. */
export function shippedPackages() {
  /** @type {import('esbuild').Metafile} */
  const { outputs } = JSON.parse(readFileSync('dist/meta.json', 'utf8'));
  const inputs = bundles.flatMap((bundle) => Object.entries(outputs[bundle]?.inputs ?? {}));
  return [...new Set(inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? folderOf(path) : [])))].sort();
}

/** @param {string} path of a file; of a package in a package it is the inner one that counts */
export function folderOf(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? [];
}
