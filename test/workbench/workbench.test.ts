import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { placeInSeed, resultsDir } from '../vscode/harness/paths.mjs';
import { openSession } from '../vscode/harness/session.mjs';
import type { Workbench } from '../vscode/harness/workbench.mjs';

const first = '000_a15eb59d7d17cfd2.txt';
const second = '001_90b08b1cdd409f8e.txt';
const third = '002_78510953446be25d.txt';

/** How many runs of words have a frame, as have disputed words side by side, or are bold, as is what tells them apart. */
const marked = (where: Locator, what: 'borderTopWidth' | 'fontWeight'): Promise<number> =>
  where.locator(':is(.view-lines, .view-overlays) [class*="ced-"]').evaluateAll((spans, what) => {
    const { getComputedStyle } = globalThis as unknown as { getComputedStyle: (of: unknown) => Record<string, string> };
    return spans.filter((span) => [1, 700].includes(Number.parseFloat(getComputedStyle(span)[what] ?? ''))).length;
  }, what);

/** The disputed question of who is in the Russian delegation. */
const russian = /Russian delegation|delegation of Russia/;

let session: Awaited<ReturnType<typeof openSession>>;
let workbench: Workbench;

beforeAll(async () => {
  session = await openSession({ name: 'workbench', size: { width: 1280, height: 800 } });
  ({ workbench } = session);
});

afterEach(async ({ task }) => {
  const name = task.name.replaceAll(/\W+/g, '-');
  await workbench?.page.screenshot({ path: join(resultsDir, 'workbench', `${name}.png`) });
});

afterAll(() => session?.close());

test('two keys lead from the opened folder to two conflicting statements side by side', async () => {
  const { page } = workbench;
  await page
    .locator('.statusbar')
    .getByRole('button', { name: /\d+ contradictions in 5 sources/ })
    .waitFor();
  await page.keyboard.press('ControlOrMeta+F8');
  await page.locator('.tab.active', { hasText: first }).waitFor();
  await page.keyboard.press('ControlOrMeta+F9');
  await page.locator('.editor-group-container').nth(1).waitFor();
  expect(new Set(await page.locator('.editor-group-container .tab.active').allTextContents()).size).toBeGreaterThan(1);
  for (const group of await page.locator('.editor-group-container').all())
    await expect.poll(() => marked(group, 'borderTopWidth')).toBeGreaterThan(0);
  expect(await marked(page.locator('.editor-group-container'), 'fontWeight')).toBeGreaterThan(0);
});

test('what was marked side by side is unmarked once the reader moves on', async () => {
  const { page } = workbench;
  await workbench.goTo(1, 1);
  await expect.poll(() => marked(page.locator('.editor-group-container'), 'borderTopWidth')).toBe(0);
  await workbench.run('View: Close All Editors');
});

test('a key shows all statements of a question in the text', async () => {
  const { page } = workbench;
  await page.keyboard.press('ControlOrMeta+F8');
  await page.locator('.tab.active', { hasText: first }).waitFor();
  await page.keyboard.press('ControlOrMeta+F10');
  const peek = page.locator('.peekview-widget');
  await peek.locator('.ref-tree .monaco-list-row').nth(2).waitFor();
  await page.keyboard.press('Escape');
  await peek.waitFor({ state: 'detached' });
});

test('disputed lines have a mark beside them, and the headline stays in view', async () => {
  const { page } = workbench;
  await workbench.openFile(second);
  await page.locator('.monaco-editor .glyph-margin-widgets .cgmr').first().waitFor();
  await workbench.goTo(30, 1);
  await page.locator('.sticky-widget').getByText('Stay Away').first().waitFor();
});

test('the side panel lists the disputed questions, the entities and the sources', async () => {
  await workbench.showCrossread();
  await workbench.tree('Contradictions').filter({ hasText: russian }).first().waitFor();
  await workbench.tree('Entities').filter({ hasText: 'People' }).waitFor();
  await workbench.tree('Sources').nth(4).waitFor();
  expect(await workbench.tree('Sources').count()).toBe(5);
});

test('a click on a position opens its source with the disputed words selected', async () => {
  await workbench.expand(workbench.tree('Contradictions', 2).filter({ hasText: russian }));
  await workbench.tree('Contradictions', 3).filter({ hasText: third }).click();
  await workbench.page.locator('.tab.active', { hasText: third }).waitFor();
  await workbench.cursorIn(9);
});

test('resting on a name shows where the other sources name it, and a link leads there', async () => {
  await workbench.openFile(second);
  const hover = await workbench.hoverAt(...placeInSeed(second, 'Medinsky and Fomin were already', 'Fomin'));
  expect(await hover.textContent()).toContain('Alexander Fomin');
  await hover.locator(`a[data-href*="${third}"]`).first().click();
  await workbench.page.locator('.tab.active', { hasText: third }).waitFor();
  await workbench.cursorIn(9);
});

test('Problems lists the conflict and leads to the other source', async () => {
  await workbench.run('Problems: Focus on Problems View');
  const rows = workbench.page.locator('.markers-panel-container').getByRole('treeitem');
  await rows.filter({ hasText: russian }).first().waitFor();
  expect(await rows.filter({ hasText: first }).count()).toBeGreaterThan(0);
});

test('the links of a hover open the statements side by side', async () => {
  await workbench.openFile(third);
  const hover = await workbench.hoverAt(...placeInSeed(third, 'aide Vladimir Medinsky is leading', 'leading'));
  await hover.getByText('Side by Side').first().click();
  await workbench.page.locator('.editor-group-container').nth(1).waitFor();
  await workbench.run('View: Close All Editors');
});

test('no mark flickers while one types', async () => {
  const { page } = workbench;
  await workbench.openFile(second);
  await workbench.goTo(...placeInSeed(second, 'It was President Putin', 'President'));
  const marks = page.locator('.monaco-editor .glyph-margin-widgets .cgmr');
  await marks.first().waitFor();
  await page.evaluate(`{
    const count = () => document.querySelectorAll('.monaco-editor .glyph-margin-widgets .cgmr').length;
    const seen = { least: count(), most: count() };
    const look = () => {
      seen.least = Math.min(seen.least, count());
      seen.most = Math.max(seen.most, count());
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.marksSeen = seen;
  }`);
  await page.keyboard.type('quite calmly ', { delay: 60 });
  await workbench.settled();
  const { least, most } = (await page.evaluate('window.marksSeen')) as { least: number; most: number };
  expect(least).toBeGreaterThan(0);
  expect(most - least).toBe(0);
  await workbench.run('File: Revert File');
});

test('getting started takes four steps with pictures', async () => {
  const { page } = workbench;
  await workbench.run('Crossread: Get Started');
  const steps = page.locator('.gettingStartedContainer .getting-started-step');
  await steps.nth(3).waitFor();
  expect(await steps.count()).toBe(4);
  await page.locator('.gettingStartedContainer img').first().waitFor();
  // The page takes the focus when it has been built, which would close the palette.
  await steps.nth(2).click();
  await workbench.settled();
  await workbench.run('View: Close All Editors');
});

test('the sample sources open in a window of their own', async () => {
  const [samples] = await Promise.all([
    workbench.page.waitForEvent('popup'),
    workbench.run('Crossread: Open the Sample Sources'),
  ]);
  await samples.locator('.explorer-folders-view').getByText(first).waitFor();
});
