// Builds one bundle each for the client, the server, the command line and the webviews into dist/.
// `--watch` rebuilds on change; source maps lie beside the bundles and stay out of the package. What went into each bundle
// is written to dist/meta.json, from which the third-party notices are made.
import { writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    engine: 'server/src/threadMain.ts',
    cli: 'cli/src/cli.ts',
  },
  outdir: 'dist',
  bundle: true,
  minify: true,
  sourcemap: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // Its main file finds its own parts only where it is not bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

/** The script and the style of the webviews. @type {import('esbuild').BuildOptions} */
const pages = {
  ...options,
  entryPoints: { webview: 'client/webview/main.ts' },
  platform: 'browser',
  format: 'iife',
  target: 'chrome128',
};

if (process.argv.includes('--watch')) for (const each of [options, pages]) await (await context(each)).watch();
else {
  const built = (await Promise.all([build(options), build(pages)])).map(({ metafile }) => metafile);
  const inputs = Object.assign({}, ...built.map((each) => each?.inputs));
  const outputs = Object.assign({}, ...built.map((each) => each?.outputs));
  await writeFile('dist/meta.json', JSON.stringify({ inputs, outputs }));
}
