// Takes the pictures of docs/images from the real VS Code: `npm run screenshots`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { placeInSeed, root } from '../test/vscode/harness/paths.mjs';
import { openSession } from '../test/vscode/harness/session.mjs';

const second = '001_90b08b1cdd409f8e.txt';
const third = '002_78510953446be25d.txt';
/** The disputed question of who is in the Russian delegation. */
const question = /Russian delegation|delegation of Russia/;

const images = join(root, 'docs/images');
await mkdir(images, { recursive: true });
const { workbench, close } = await openSession({
  name: 'screenshots',
  size: { width: 1200, height: 750, scale: 1.5 },
  settings: {
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'remote.autoForwardPorts': false,
    'window.menuBarVisibility': 'hidden',
    'workbench.colorTheme': 'Light Modern',
  },
});
try {
  await workbench.showCrossread();
  await workbench.tree('Contradictions').filter({ hasText: question }).first().waitFor();
  await workbench.widenSideBar(120);
  await sidePanel();
  await problems();
  await sideBySide();
  await hover();
} finally {
  await close();
}

async function sidePanel() {
  await workbench.openFile(third);
  await workbench.expand('Contradictions', question, /Galuzin/);
  await workbench
    .tree('Contradictions')
    .filter({ hasText: /Galuzin/ })
    .nth(1)
    .click();
  await shoot('side-panel');
}

async function problems() {
  await workbench.run('Problems: Focus on Problems View');
  await workbench.page
    .locator('.markers-panel-container')
    .getByRole('treeitem')
    .filter({ hasText: question })
    .first()
    .click();
  await shoot('problems');
  await workbench.run('View: Hide Panel');
}

async function sideBySide() {
  await workbench.openFile(third);
  await workbench.goTo(...placeInSeed(third, 'Alexander Fomin, Deputy', 'Fomin'));
  await workbench.run('View: Hide Primary Side Bar');
  await workbench.run('Crossread: Open Conflicting Statements Side by Side');
  await workbench.page.locator('.editor-group-container').nth(1).waitFor();
  await shoot('side-by-side');
  await workbench.run('View: Close All Editors');
}

async function hover() {
  await workbench.openFile(second);
  await workbench.hoverAt(...placeInSeed(second, 'Medinsky and Fomin were already', 'Fomin'));
  await shoot('hover');
}

/** @param {string} name */
async function shoot(name) {
  await workbench.settled();
  const path = join(images, `${name}.png`);
  await workbench.page.screenshot({ path });
  console.log(path);
}
