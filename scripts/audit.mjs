// Whether a known vulnerability is in what ships: `npm run audit`. Asks the registry with `npm audit`, which knows the whole
// lock file, and leaves out what is only a tool. Where the registry does not answer such questions it says so and ends with 2.
import { spawnSync } from 'node:child_process';
import { shippedPackages } from './shipped.mjs';

const shipped = new Set(shippedPackages());
const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
const answer = readAnswer();
if (!answer?.vulnerabilities) {
  console.error(`npm audit gave no answer: ${answer?.message ?? answer?.error?.summary ?? stdout.slice(0, 200)}`);
  process.exitCode = 2;
} else {
  /** @type {{ name: string, severity: string, nodes: string[] }[]} */
  const all = Object.values(answer.vulnerabilities);
  const found = all.filter(({ nodes }) => nodes.some((node) => shipped.has(node)));
  for (const { name, severity, nodes } of found) console.error(`${severity}: ${name} (${nodes.join(', ')})`);
  console.log(
    `${shipped.size} packages ship, ${found.length} of them with a known vulnerability; ${all.length} in all`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}

function readAnswer() {
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}
