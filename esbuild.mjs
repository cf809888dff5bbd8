// Builds one bundle each for the client, the server, the command line and the webviews into dist/.
// `--watch` rebuilds on change; source maps lie beside the bundles and stay out of the package. What went into each bundle
// is written to dist/meta.json, from which the third-party notices are made.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, context } from 'esbuild';

/** Data of more bytes than this lie beside the bundles: as text of a script they take long to read, also where they are not needed. */
const MOST_INLINE = 50_000;

/** @type {import('esbuild').Plugin} */
const dataFiles = {
  name: 'data files',
  setup({ onLoad, initialOptions: { outdir = '' } }) {
    onLoad({ filter: /\.json$/ }, async ({ path }) => {
      const data = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      if (data.length <= MOST_INLINE) return undefined;
      const name = basename(path);
      await mkdir(outdir, { recursive: true });
      await writeFile(join(outdir, name), data);
      const file = `require('node:path').join(__dirname, ${JSON.stringify(name)})`;
      return {
        contents: `module.exports = JSON.parse(require('node:fs').readFileSync(${file}, 'utf8'));`,
        loader: 'js',
      };
    });
  },
};

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
  plugins: [dataFiles],
  // Its main file finds its own parts only where it is not bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Libraries could load translations or tables from the network; nothing of ours may.
  define: Object.fromEntries(['fetch', 'XMLHttpRequest', 'importScripts'].map((name) => [name, 'undefined'])),
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
