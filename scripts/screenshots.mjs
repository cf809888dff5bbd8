// Takes the pictures of docs/images and of the walkthrough from the real VS Code: `npm run screenshots`.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { placeInSeed, root } from '../test/vscode/harness/paths.mjs';
import { openSession } from '../test/vscode/harness/session.mjs';

const second = '001_90b08b1cdd409f8e.txt';
const third = '002_78510953446be25d.txt';
/** The disputed question of who is in the Russian delegation. */
const question = /Russian delegation|delegation of Russia/;

const images = join(root, 'docs/images');
const walkthrough = join(root, 'images/walkthrough');
for (const folder of [images, walkthrough]) await mkdir(folder, { recursive: true });
const size = { width: 1000, height: 580, scale: 1.25 };
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
    'workbench.colorTheme': 'Light Modern',
    'crossread.author': 'Ana Bell',
  },
});
try {
  await workbench.showCrossread();
  await workbench.tree('Contradictions', 2).filter({ hasText: question }).waitFor();
  await workbench.widenSideBar(100);
  await shootSources();
  await sidePanel();
  await workbench.page.keyboard.press('ControlOrMeta+B');
  await problems();
  await sideBySide();
  await hover();
  await annotations();
  await report();
} finally {
  await close();
}

/** Only the side bar, with the folder just opened. */
async function shootSources() {
  await leave();
  await workbench.settled();
  const box = await workbench.page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('The side bar cannot be seen');
  await workbench.page.screenshot({ path: join(walkthrough, 'sources.png'), clip: box });
}

async function sidePanel() {
  await workbench.openFile(third);
  await workbench.expand(workbench.tree('Contradictions', 2).filter({ hasText: question }));
  const position = workbench.tree('Contradictions', 3).filter({ hasText: third });
  await workbench.expand(position);
  await position.click();
  await leave();
  await shoot('side-panel', 'contradictions');
}

async function problems() {
  await workbench.run('Problems: Focus on Problems View');
  const rows = workbench.page.locator('.markers-panel-container').getByRole('treeitem');
  await rows.filter({ hasText: question }).first().click();
  await leave();
  await shoot('problems');
  await workbench.run('View: Hide Panel');
}

async function sideBySide() {
  await workbench.run('View: Close All Editors');
  await workbench.run('Crossread: Open Conflicting Statements Side by Side');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: question }).click();
  await workbench.page.locator('.editor-group-container').nth(1).waitFor();
  await leave();
  await shoot('side-by-side', 'side-by-side');
  await workbench.run('View: Close All Editors');
}

async function hover() {
  await workbench.openFile(second);
  await workbench.hoverAt(...placeInSeed(second, 'Medinsky and Fomin were already', 'Fomin'));
  await shoot('hover');
}

/** A note on a name, with a contradiction that was confirmed and one that was dismissed. */
async function annotations() {
  await workbench.run('View: Close All Editors');
  await workbench.showCrossread();
  await decide(workbench.tree('Contradictions', 2).filter({ hasText: question }), 'Dismiss Contradiction…');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not the same event' }).click();
  await workbench.run('Crossread: Show Dismissed and Resolved Contradictions');
  await decide(workbench.tree('Contradictions', 2).first(), 'Confirm Contradiction');
  await workbench.openFile(third);
  await workbench.goTo(...placeInSeed(third, 'Vladimir Medinsky is', 'Medinsky'));
  await workbench.run('Expand Selection');
  await workbench.run('Crossread: Add Note');
  await workbench.page.locator('.review-widget .monaco-editor').first().click();
  await workbench.page.keyboard.type('Who appointed him? Ask the press office.');
  await workbench.page.locator('.review-widget .monaco-button', { hasText: 'Add Note' }).click();
  await workbench.page.locator('.review-widget .comment-body').waitFor();
  await workbench.run('View: Hide Panel');
  await leave();
  await shoot('annotations');
}

/**
 * Takes an item of a row's menu, which pays no heed to the mouse in its first moments.
 *
 * @param {import('playwright-core').Locator} row
 * @param {string} label
 */
async function decide(row, label) {
  await row.click({ button: 'right' });
  const item = workbench.page.locator('.monaco-menu').getByText(label, { exact: true });
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
  await workbench.page.setViewportSize({ width: 720, height: 580 });
  await workbench.page.setContent(stdout);
  await workbench.page.screenshot({ path: join(walkthrough, 'report.png') });
}

/** Moves the mouse to where nothing answers to it. */
async function leave() {
  await workbench.page.mouse.move(size.width / 2, size.height - 4);
}

/**
 * @param {string} name of the picture
 * @param {string} [step] of the walkthrough that shows it too
 */
async function shoot(name, step) {
  await workbench.settled();
  const path = join(images, `${name}.png`);
  await workbench.page.screenshot({ path });
  if (step) await copyFile(path, join(walkthrough, `${step}.png`));
  console.log(path);
}
