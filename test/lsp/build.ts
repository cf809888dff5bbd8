import { execFileSync } from 'node:child_process';

/** Builds the bundles that the tests start. */
export default function setup(): void {
  execFileSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
}
