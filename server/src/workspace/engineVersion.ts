import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tells one version of engine and server from another: by their bundles and the data beside these in a folder. */
export function engineVersion(folder: string): string {
  const data = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const hash = createHash('sha256');
  for (const name of ['engine.js', 'server.js', ...data.sort()]) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
