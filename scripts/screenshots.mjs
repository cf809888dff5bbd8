// Takes the pictures of docs/images, in three themes, and of the walkthrough from the real VS Code: `npm run screenshots`.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { placeInSeed, root } from '../test/vscode/harness/paths.mjs';
import { openSession } from '../test/vscode/harness/session.mjs';

const themes = { light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast' };
/** The theme of the walkthrough's pictures. */
const inWalkthrough = 'light';

const second = '001_90b08b1cdd409f8e.txt';
const third = '002_78510953446be25d.txt';
/** The disputed question of who is in the Russian delegation. */
const question = /Russian delegation|delegation of Russia/;

const images = join(root, 'docs/images');
const walkthrough = join(root, 'images/walkthrough');
for (const folder of [images, walkthrough]) await mkdir(folder, { recursive: true });
const size = { width: 1100, height: 640, scale: 1.25 };
const { workbench, close } = await openSession({
  name: 'screenshots',
  size,
  settings: {
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'editor.renderWhitespace': 'none',
    'editor.stickyScroll.enabled': false,
    'remote.autoForwardPorts': false,
    'window.menuBarVisibility': 'hidden',
    'crossread.author': 'Ana Bell',
  },
});
const { page } = workbench;
let theme = '';
try {
  await workbench.showCrossread();
  await workbench.tree('Contradictions', 2).filter({ hasText: question }).waitFor();
  await workbench.widenSideBar(100);
  await inEachTheme(async () => {
    if (theme === inWalkthrough) await shootSources();
    await sidePanel();
    await toggleSideBar();
    for (const shot of [problems, sideBySide, hover, marks, peek, comparison, comparisonWithText, timeline])
      await shot();
    await toggleSideBar();
    await entity();
  });
  await annotate();
  await inEachTheme(() => shoot('annotations'));
  await report();
} finally {
  await close();
}

/** @param {() => Promise<void>} shots */
async function inEachTheme(shots) {
  for (const [name, label] of Object.entries(themes)) {
    theme = name;
    await workbench.useTheme(label);
    await shots();
  }
}

/** Only the side bar, with the folder just opened. */
async function shootSources() {
  await leave();
  await workbench.settled();
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('The side bar cannot be seen');
  await page.screenshot({ path: join(walkthrough, 'sources.png'), clip: box });
}

async function sidePanel() {
  await workbench.openFile(third);
  const row = workbench.tree('Contradictions', 2).filter({ hasText: question });
  await workbench.expand(row);
  const position = workbench.tree('Contradictions', 3).filter({ hasText: third });
  await workbench.expand(position);
  await position.click();
  await shoot('side-panel', { step: 'contradictions' });
  await row.click();
  await page.keyboard.press('ArrowLeft');
}

async function problems() {
  await workbench.run('Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel-container').getByRole('treeitem');
  await rows.filter({ hasText: question }).first().click();
  await shoot('problems');
  await workbench.run('View: Hide Panel');
}

async function sideBySide() {
  await closeEditors();
  await workbench.run('Crossread: Open Conflicting Statements Side by Side');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: question }).click();
  await page.locator('.editor-group-container').nth(1).waitFor();
  await shoot('side-by-side', { step: 'side-by-side' });
  await closeEditors();
}

async function hover() {
  await workbench.openFile(second);
  await workbench.goTo(...placeInSeed(second, 'Medinsky and Fomin were already', 'Fomin'));
  await leave();
  await workbench.run('Show or Focus Hover');
  await workbench.hover.waitFor();
  await shoot('hover', { mouse: 'stays' });
  await page.keyboard.press('Escape');
}

/** Names in colors, disputed words underlined, and signs beside their lines and in the ruler. */
async function marks() {
  await workbench.goTo(2, 1);
  await shoot('text');
}

async function peek() {
  await workbench.openFile(third);
  await workbench.goTo(...placeInSeed(third, 'Presidential aide Vladimir', 'aide'));
  await workbench.run('Crossread: Show All Statements of a Contradiction');
  await page.locator('.peekview-widget .monaco-list-row').first().waitFor();
  await shoot('peek');
  await closeEditors();
}

async function comparison() {
  await workbench.run('Crossread: Open Comparison');
  const frame = await workbench.webview('comparison');
  await frame.getByRole('rowheader').first().waitFor();
  await shoot('comparison');
}

/** What a click on a cell opens, beside it. */
async function comparisonWithText() {
  const frame = await workbench.webview('comparison');
  await frame.getByRole('gridcell', { name: /: B / }).first().click();
  await page.locator('.editor-group-container').nth(1).waitFor();
  await shoot('comparison-text');
  await closeEditors();
}

async function timeline() {
  await workbench.run('Crossread: Open Timeline');
  const frame = await workbench.webview('timeline');
  await frame.locator('.event').first().waitFor();
  await shoot('timeline');
  await closeEditors();
}

async function entity() {
  const row = workbench.tree('Entities', 2).filter({ hasText: 'Vladimir Medinsky' });
  await row.hover();
  await row.getByRole('button', { name: 'Open Entity Page' }).click();
  const frame = await workbench.webview('entity');
  await frame.locator('h2').first().waitFor();
  await toggleSideBar();
  await shoot('entity');
  await toggleSideBar();
  await closeEditors();
}

/** A note on a name, with a contradiction that was confirmed and one that was dismissed. */
async function annotate() {
  await decide(workbench.tree('Contradictions', 2).filter({ hasText: question }), 'Dismiss Contradiction…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not the same event' }).click();
  await workbench.run('Crossread: Show Dismissed and Resolved Contradictions');
  await decide(workbench.tree('Contradictions', 2).first(), 'Confirm Contradiction');
  await workbench.openFile(third);
  await workbench.goTo(...placeInSeed(third, 'Vladimir Medinsky is', 'Medinsky'));
  await workbench.run('Expand Selection');
  await workbench.run('Crossread: Add Note');
  await page.locator('.review-widget .monaco-editor').first().click();
  await page.keyboard.type('Who appointed him? Ask the press office.');
  await page.locator('.review-widget .monaco-button', { hasText: 'Add Note' }).click();
  await page.locator('.review-widget .comment-body').waitFor();
  await workbench.run('View: Hide Panel');
}

/**
 * Takes an item of a row's menu, which pays no heed to the mouse in its first moments.
 *
 * @param {import('playwright-core').Locator} row
 * @param {string} label
 */
async function decide(row, label) {
  await row.click({ button: 'right' });
  const item = page.locator('.monaco-menu').getByText(label, { exact: true });
  await item.waitFor();
  while (await item.isVisible()) await item.click({ timeout: 1000 }).catch(() => undefined);
}

/** The page that is saved, in the browser itself. */
async function report() {
  const cli = join(root, 'dist/cli.js');
  const { stdout } = spawnSync(process.execPath, [cli, 'check', 'seeds', '--format', 'html'], {
    cwd: root,
    encoding: 'utf8',
  });
  await page.setViewportSize({ width: 720, height: 580 });
  await page.setContent(stdout);
  await page.screenshot({ path: join(walkthrough, 'report.png') });
}

async function closeEditors() {
  await workbench.run('View: Close All Editors');
}

async function toggleSideBar() {
  await page.keyboard.press('ControlOrMeta+B');
}

/** Moves the mouse to where nothing answers to it. */
async function leave() {
  await page.mouse.move(size.width / 2, size.height - 4);
}

/**
 * @param {string} name of the picture; the theme is added
 * @param {{ step?: string, mouse?: 'stays' }} [options] the step of the walkthrough that shows it too; whether the mouse
 *   stays where it is, for a hover goes with it
 */
async function shoot(name, { step, mouse } = {}) {
  if (mouse !== 'stays') await leave();
  await workbench.settled();
  const path = join(images, `${name}-${theme}.png`);
  await page.screenshot({ path });
  if (step && theme === inWalkthrough) await copyFile(path, join(walkthrough, `${step}.png`));
  console.log(path);
}
