// Runs the suite inside a real VS Code from npm, shown by a headless browser: `npm run test:vscode [-- --lowest]`.
import { join } from 'node:path';
import { launchBrowser } from './harness/browser.mjs';
import { installEditor } from './harness/install.mjs';
import { copySeeds, resultsDir, root, temporaryFolder } from './harness/paths.mjs';
import { quietSettings, serve, writeSettings } from './harness/serve.mjs';
import { bundleSuite, SuiteReport } from './harness/suite.mjs';
import { remoteUri, workbenchUrl } from './harness/workbench.mjs';

/** No test takes this long; when nothing was reported for as long, the extension host is gone. */
const silenceLimit = 180_000;

const release = process.argv.includes('--lowest') ? 'lowest' : 'current';
const name = release === 'lowest' ? 'vscode-lowest' : 'vscode';

const editor = await installEditor(release);
const tests = await bundleSuite();
const data = await temporaryFolder();
const folder = await copySeeds();
await writeSettings(data.path, quietSettings);
const report = new SuiteReport(join(data.path, 'suite.jsonl'));
const served = await serve(editor, {
  dataDir: data.path,
  logFile: join(resultsDir, `${name}-server.log`),
  env: { CROSSREAD_TEST_REPORT: report.path },
});
console.log(`VS Code ${editor.version} on port ${served.port}`);
const browser = await launchBrowser();
const problem = await watch().catch((error) => String(error));
const counts = await report.close(name, problem);
await browser.close();
await served.stop();
await Promise.all([data.remove(), folder.remove()]);
console.log(`VS Code ${editor.version}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);

/**
 * Opens the workbench and waits for the suite's end.
 *
 * @returns {Promise<string | undefined>} what went wrong
 */
async function watch() {
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  let gone = '';
  served.ended.then(() => (gone = 'the server ended'));
  page.on('crash', () => (gone = 'the page crashed'));
  await page.goto(
    workbenchUrl(served.port, folder.path, {
      extensionDevelopmentPath: remoteUri(served.port, root),
      extensionTestsPath: remoteUri(served.port, tests),
      skipWelcome: 'true',
    }),
  );
  let lastNews = Date.now();
  while (!report.ended && !gone) {
    if (await report.read()) lastNews = Date.now();
    else if (Date.now() - lastNews > silenceLimit) gone = `nothing was reported for ${silenceLimit / 1000} seconds`;
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (gone) await page.screenshot({ path: join(resultsDir, `${name}-failed.png`) });
  return gone;
}
