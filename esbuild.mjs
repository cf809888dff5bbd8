// Builds one bundle each for the client, the server and the command line into dist/.
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
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

if (process.argv.includes('--watch')) await (await context(options)).watch();
else {
  const { metafile } = await build(options);
  await writeFile('dist/meta.json', JSON.stringify(metafile));
}
