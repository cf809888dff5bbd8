// Runs the suite inside the desktop VS Code, which is downloaded unless it is there: `npm run test:electron`.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { copySeeds, root, temporaryFolder } from './harness/paths.mjs';
import { quietSettings, writeSettings } from './harness/serve.mjs';
import { bundleSuite, SuiteReport } from './harness/suite.mjs';

const tests = await bundleSuite();
const data = await temporaryFolder();
const folder = await copySeeds();
await writeSettings(data.path, quietSettings);
const report = new SuiteReport(join(data.path, 'suite.jsonl'));
const problem = await runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: tests,
  extensionTestsEnv: { CROSSREAD_TEST_REPORT: report.path },
  launchArgs: [
    folder.path,
    ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    `--user-data-dir=${join(data.path, 'data')}`,
    // Electron refuses to run its sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}).then(
  () => undefined,
  (error) => String(error),
);
const counts = await report.close('electron', problem);
await Promise.all([data.remove(), folder.remove()]);
console.log(`Desktop VS Code: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
