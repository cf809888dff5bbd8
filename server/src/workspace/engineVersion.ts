import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tells one version of the engine from another: by its bundle and the data beside it in a folder. */
export function engineVersion(folder: string): string {
  const data = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const hash = createHash('sha256').update(readFileSync(join(folder, 'engine.js')));
  for (const name of data.sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
