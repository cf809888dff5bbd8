// Takes the pictures of the webviews for docs/images from the real VS Code, in three themes: part of `npm run screenshots`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../test/vscode/harness/paths.mjs';
import { openSession } from '../test/vscode/harness/session.mjs';

const themes = { light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast' };

const images = join(root, 'docs/images');
await mkdir(images, { recursive: true });
const size = { width: 1180, height: 660, scale: 1.25 };
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.renderWhitespace': 'none',
  'editor.stickyScroll.enabled': false,
  'remote.autoForwardPorts': false,
  'window.menuBarVisibility': 'hidden',
};
const { workbench, close } = await openSession({ name: 'screenshots-views', size, settings });
const { page } = workbench;
try {
  await workbench.showCrossread();
  await workbench.tree('Contradictions', 2).first().waitFor();
  for (const [name, theme] of Object.entries(themes)) {
    await workbench.useTheme(theme);
    await comparison(name);
    await comparisonWithText(name);
    await timeline(name);
    await entity(name);
  }
} finally {
  await close();
}

/** @param {string} theme */
async function comparison(theme) {
  await workbench.run('Crossread: Open Comparison');
  const frame = await workbench.webview('comparison');
  await frame.getByRole('rowheader').first().waitFor();
  await page.keyboard.press('ControlOrMeta+B');
  await shoot(`comparison-${theme}`);
  await page.keyboard.press('ControlOrMeta+B');
}

/** What a click on a cell opens, beside it. @param {string} theme */
async function comparisonWithText(theme) {
  const frame = await workbench.webview('comparison');
  await frame.getByRole('gridcell', { name: /: B / }).first().click();
  await page.locator('.editor-group-container').nth(1).waitFor();
  await page.keyboard.press('ControlOrMeta+B');
  await shoot(`comparison-text-${theme}`);
  await page.keyboard.press('ControlOrMeta+B');
  await workbench.run('View: Close All Editors');
}

/** @param {string} theme */
async function timeline(theme) {
  await workbench.run('Crossread: Open Timeline');
  const frame = await workbench.webview('timeline');
  await frame.locator('.event').first().waitFor();
  await page.keyboard.press('ControlOrMeta+B');
  await shoot(`timeline-${theme}`);
  await page.keyboard.press('ControlOrMeta+B');
  await workbench.run('View: Close All Editors');
}

/** @param {string} theme */
async function entity(theme) {
  const row = workbench.tree('Entities', 2).filter({ hasText: 'Vladimir Medinsky' });
  await row.hover();
  await row.getByRole('button', { name: 'Open Entity Page' }).click();
  const frame = await workbench.webview('entity');
  await frame.locator('h2').first().waitFor();
  await page.keyboard.press('ControlOrMeta+B');
  await shoot(`entity-${theme}`);
  await page.keyboard.press('ControlOrMeta+B');
  await workbench.run('View: Close All Editors');
}

/** @param {string} name */
async function shoot(name) {
  await page.mouse.move(size.width / 2, size.height - 4);
  await workbench.settled();
  const path = join(images, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
