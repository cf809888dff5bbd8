import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { placeInSeed, resultsDir } from '../vscode/harness/paths.mjs';
import { openSession } from '../vscode/harness/session.mjs';
import type { Workbench } from '../vscode/harness/workbench.mjs';

const third = '002_78510953446be25d.txt';
/** The disputed question of who is in the Russian delegation. */
const russian = /Russian delegation|delegation of Russia/;

/** `crossread.highlightBackground` of a light theme. */
const highlighted = 'rgba(255, 224, 138, 0.6)';

let session: Awaited<ReturnType<typeof openSession>>;
let workbench: Workbench;

beforeAll(async () => {
  session = await openSession({
    name: 'annotations',
    size: { width: 1280, height: 800 },
    settings: { 'crossread.author': 'Ana Bell' },
  });
  ({ workbench } = session);
  await workbench.showCrossread();
  await unfoldOnly('Contradictions');
  await workbench.tree('Contradictions', 2).filter({ hasText: russian }).waitFor();
});

afterEach(async ({ task }) => {
  const name = task.name.replaceAll(/\W+/g, '-');
  await workbench?.page.screenshot({ path: join(resultsDir, 'workbench', `${name}.png`) });
});

afterAll(() => session?.close());

const pick = (label: string | RegExp) =>
  workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
/** Takes an item of the menu, which pays no heed to the mouse in its first moments. */
const menu = async (label: string) => {
  const item = workbench.page.locator('.monaco-menu').getByText(label, { exact: true });
  await item.waitFor();
  while (await item.isVisible()) await item.click({ timeout: 1000 }).catch(() => undefined);
};
/** Where a view's header has no button. */
const clear = { x: 30, y: 10 };
/** Unfolds one of Crossread's trees and folds the others away, so that all its rows have room. */
async function unfoldOnly(view: 'Contradictions' | 'Entities') {
  for (const title of ['Contradictions', 'Entities', 'Sources']) {
    const header = workbench.page.locator('.sidebar .pane-header', { hasText: title });
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) !== String(title === view))
      await header.click({ position: clear });
  }
}
const stored = () => readFile(join(session.folder, '.crossread/annotations.jsonld'), 'utf8');
/** What is drawn behind the words of the editors. */
const backgrounds = (): Promise<string[]> =>
  workbench.page.evaluate(
    "[...document.querySelectorAll('.view-overlays .cdr')].map((each) => getComputedStyle(each).backgroundColor)",
  );
const disputes = () => workbench.tree('Contradictions', 2);

test('a contradiction is dismissed from its row and leaves the list', async () => {
  const row = disputes().filter({ hasText: russian });
  await row.click({ button: 'right' });
  await menu('Dismiss Contradiction…');
  await pick('Not the same event');
  await row.waitFor({ state: 'detached' });
  expect(await stored()).toContain('not-same-event');
});

test('dismissed ones are shown when asked for', async () => {
  await workbench.run('Crossread: Show Dismissed and Resolved Contradictions');
  await workbench.tree('Contradictions', 1).filter({ hasText: 'Dismissed and resolved' }).waitFor();
  await disputes().filter({ hasText: russian }).filter({ hasText: 'Dismissed' }).waitFor();
});

test('a contradiction is confirmed', async () => {
  const row = disputes().filter({ hasNotText: russian }).first();
  await row.click({ button: 'right' });
  await menu('Confirm Contradiction');
  await disputes().filter({ hasText: 'Confirmed' }).first().waitFor();
});

test('a contradiction is decided from the menu of the comparison, and back', async () => {
  await workbench.run('Crossread: Open Comparison');
  const frame = await workbench.webview('comparison');
  const question = frame.getByRole('rowheader').last();
  const text = (await question.locator('.question').textContent())?.replace(/^[^:]*: /, '') ?? '';
  await question.click({ button: 'right' });
  await workbench.page.locator('.monaco-menu').waitFor();
  await workbench.page.screenshot({ path: join(resultsDir, 'workbench', 'comparison-menu.png') });
  await menu('Dismiss Contradiction…');
  await pick('Only the wording differs');
  await expect.poll(stored, { timeout: 30_000 }).toContain('wording-only');
  const row = disputes().filter({ hasText: text }).filter({ hasText: 'Dismissed' }).first();
  await row.click({ button: 'right' });
  await menu('Reopen Contradiction');
  await expect.poll(stored, { timeout: 30_000 }).not.toContain('wording-only');
  await workbench.run('View: Close All Editors');
});

test('a note is written on selected words', async () => {
  await workbench.openFile(third);
  await workbench.goTo(...placeInSeed(third, 'Medinsky', 'Medinsky'));
  await workbench.run('Expand Selection');
  await workbench.run('Crossread: Add Note');
  await workbench.page.locator('.review-widget .monaco-editor').first().click();
  await workbench.page.keyboard.type('Who appointed him?');
  await workbench.page.locator('.review-widget .monaco-button', { hasText: 'Add Note' }).click();
  await workbench.page.locator('.review-widget .comment-body', { hasText: 'Who appointed him?' }).waitFor();
  expect(await stored()).toContain('Who appointed him?');
});

test('a highlight is kept, drawn and removed', async () => {
  await workbench.goTo(...placeInSeed(third, 'Medinsky', 'Medinsky'));
  await workbench.page.keyboard.press('ArrowDown');
  await workbench.run('Crossread: Highlight');
  await expect.poll(stored, { timeout: 30_000 }).toContain('highlighting');
  await expect.poll(backgrounds, { timeout: 30_000 }).toContain(highlighted);
  await workbench.page.screenshot({ path: join(resultsDir, 'workbench', 'highlight.png') });
  await workbench.run('Crossread: Remove Highlight');
  await expect.poll(backgrounds, { timeout: 30_000 }).not.toContain(highlighted);
  await workbench.run('Crossread: Highlight');
  await expect.poll(backgrounds, { timeout: 30_000 }).toContain(highlighted);
});

test('two entities are made one, and the hover says by whom', async () => {
  await unfoldOnly('Entities');
  const people = workbench.tree('Entities', 2);
  await people.filter({ hasText: 'Alexander Fomin' }).click({ button: 'right' });
  await menu('Same as Another Entity…');
  await pick('Vladimir Medinsky');
  await people.filter({ hasText: 'Vladimir Medinsky' }).waitFor({ state: 'detached' });
  const hover = await workbench.hoverAt(...placeInSeed(third, 'Vladimir Medinsky', 'Medinsky'));
  expect(await hover.textContent()).toContain('linked by you');
  await workbench.page.keyboard.press('Escape');
});

test('an entity is split in two', async () => {
  const people = workbench.tree('Entities', 2);
  await people.filter({ hasText: 'Alexander Fomin' }).click({ button: 'right' });
  await menu('Split into Two Entities…');
  const rows = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: /^Vladimir Medinsky/ });
  await rows.first().waitFor();
  for (const row of await rows.all()) await row.click();
  await workbench.page.keyboard.press('Enter');
  await people.filter({ hasText: 'Vladimir Medinsky' }).waitFor();
  await people.filter({ hasText: 'Alexander Fomin' }).waitFor();
});

test('a correction is undone at once', async () => {
  const people = workbench.tree('Entities', 2);
  const medinsky = people.filter({ hasText: 'Vladimir Medinsky' });
  await workbench.run('Notifications: Clear All Notifications');
  await medinsky.click({ button: 'right' });
  await menu('This Is No Name');
  await medinsky.waitFor({ state: 'detached' });
  // VS Code shows no toasts while its test driver is on
  await workbench.run('Notifications: Show Notifications');
  const told = workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'Corrected in all' });
  await told.waitFor();
  await workbench.page.screenshot({ path: join(resultsDir, 'workbench', 'correction-undo.png') });
  await told.locator('.monaco-button', { hasText: 'Undo' }).click();
  await medinsky.waitFor();
});

test('an entity is put on the watch list, and its hover and page say so', async () => {
  await workbench.tree('Entities', 2).filter({ hasText: 'Vladimir Medinsky' }).click({ button: 'right' });
  await menu('Add to Watch List');
  const list = () => readFile(join(session.folder, '.crossread/watchlist.json'), 'utf8');
  await expect.poll(list, { timeout: 30_000 }).toContain('Vladimir Medinsky');
  await writeFile(
    join(session.folder, '.crossread/watchlist.json'),
    (await list()).replace('"note": ""', '"note": "Leads the delegation.", "id": "Q4115189"'),
  );
  await workbench.openFile(third);
  // a hover stays as it was when it came: the file may be read only after that
  const hover = async () => {
    await workbench.page.keyboard.press('Escape');
    return (await workbench.hoverAt(...placeInSeed(third, 'Vladimir Medinsky', 'Medinsky'))).textContent();
  };
  await expect.poll(hover, { timeout: 60_000 }).toContain('On your watch list (Q4115189)');
  await workbench.page.screenshot({ path: join(resultsDir, 'workbench', 'watch-list.png') });
  await workbench.page.keyboard.press('Escape');
});

test('all is there when the window is opened again', async () => {
  await workbench.page.reload();
  await workbench.page.locator('.monaco-workbench').waitFor();
  await workbench.showCrossread();
  await unfoldOnly('Contradictions');
  await disputes().filter({ hasText: russian }).filter({ hasText: 'Dismissed' }).waitFor();
  await disputes().filter({ hasText: 'Confirmed' }).first().waitFor();
  await unfoldOnly('Entities');
  await workbench.tree('Entities', 2).filter({ hasText: 'Vladimir Medinsky' }).waitFor();
  await workbench.tree('Entities', 2).filter({ hasText: 'Alexander Fomin' }).waitFor();
  await workbench.openFile(third);
  await workbench.page.locator('.margin-view-overlays [class*="comment-thread"]').first().click();
  await workbench.page.locator('.review-widget .comment-body', { hasText: 'Who appointed him?' }).waitFor();
});
