import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { installEditor } from './install.mjs';
import { copySeeds, resultsDir, root, temporaryFolder } from './paths.mjs';
import { quietSettings, serve, writeSettings } from './serve.mjs';
import { remoteUri, Workbench, workbenchUrl } from './workbench.mjs';

/**
 * Opens a copy of the seeds with Crossread in an embedded VS Code, in a window of a headless browser.
 *
 * @param {object} options
 * @param {string} options.name names its log in `test-results/`
 * @param {import('./workbench.mjs').WindowSize} options.size
 * @param {Record<string, unknown>} [options.settings] beside the quiet ones
 */
export async function openSession({ name, size, settings }) {
  const editor = await installEditor('current');
  const data = await temporaryFolder();
  const folder = await copySeeds();
  await writeSettings(data.path, { ...quietSettings, ...settings });
  const logFile = join(resultsDir, `${name}-server.log`);
  const served = await serve(editor, { dataDir: data.path, logFile });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await served.stop();
    await Promise.all([data.remove(), folder.remove()]);
  };
  const url = workbenchUrl(served.port, folder.path, {
    extensionDevelopmentPath: remoteUri(served.port, root),
    skipWelcome: 'true',
  });
  const workbench = await Workbench.open(browser, url, size);
  return { workbench, folder: folder.path, close };
}
