// Writes THIRD-PARTY-NOTICES.txt: the licence of every package that esbuild has put into the bundles of the extension,
// as its metafile says. Run by `npm run package`, after a build; a package without a licence text stops it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** @type {import('esbuild').Metafile} */
const { outputs } = JSON.parse(readFileSync('dist/meta.json', 'utf8'));
const files = ['dist/client.js', 'dist/server.js'].flatMap((bundle) =>
  Object.entries(outputs[bundle]?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
);
const folders = [...new Set(files.flatMap(packageOf))].sort();
const notices = folders.map(notice);
const head = 'Crossread contains the following packages, under the licenses given with each.';
writeFileSync('THIRD-PARTY-NOTICES.txt', `${[head, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
console.log(`THIRD-PARTY-NOTICES.txt: ${folders.length} packages`);

/** @param {string} path */
function packageOf(path) {
  // The innermost package, for one that is nested in another.
  const match = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
  return match ? [match[0]] : [];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file || !existsSync(`${folder}/${file}`)) throw new Error(`${name} has no license text`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}`;
}
