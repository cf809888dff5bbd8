import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { placeInSeed, resultsDir } from '../vscode/harness/paths.mjs';
import { openSession } from '../vscode/harness/session.mjs';
import type { Workbench } from '../vscode/harness/workbench.mjs';
import { violations } from '../webview/accessibility.ts';

const second = '001_90b08b1cdd409f8e.txt';
const third = '002_78510953446be25d.txt';
/** The disputed question of who is in the Russian delegation. */
const russian = /Russian delegation|delegation of Russia/;

const wide = { width: 1280, height: 800 };
const narrow = { width: 620, height: 700 };

let session: Awaited<ReturnType<typeof openSession>>;
let workbench: Workbench;

beforeAll(async () => {
  session = await openSession({ name: 'webviews', size: wide });
  ({ workbench } = session);
  await workbench.showCrossread();
  await workbench.tree('Contradictions', 2).filter({ hasText: russian }).first().waitFor();
});

afterEach(async ({ task }) => {
  const name = task.name.replaceAll(/\W+/g, '-');
  await workbench?.page.screenshot({ path: join(resultsDir, 'workbench', `${name}.png`) });
});

afterAll(() => session?.close());

const closeAll = () => workbench.run('View: Close All Editors');
const groups = () => workbench.page.locator('.editor-group-container');

async function openComparison(): Promise<Frame> {
  await workbench.run('Crossread: Open Comparison');
  const frame = await workbench.webview('comparison');
  await frame.getByRole('rowheader').first().waitFor();
  return frame;
}

async function openTimeline(): Promise<Frame> {
  await workbench.run('Crossread: Open Timeline');
  const frame = await workbench.webview('timeline');
  await frame.locator('.event').first().waitFor();
  return frame;
}

/** From the row of the tree to the page. */
async function openEntity(name: string): Promise<Frame> {
  const row = workbench.tree('Entities', 2).filter({ hasText: name });
  await row.hover();
  await row.getByRole('button', { name: 'Open Entity Page' }).click();
  const frame = await workbench.webview('entity');
  await frame.getByRole('heading', { name, level: 1 }).waitFor({ state: 'attached' });
  return frame;
}

test('the comparison has a row for each disputed question, and a cell leads to the disputed words', async () => {
  const frame = await openComparison();
  // the rows come as the sources are read
  const bar = workbench.page.locator('.statusbar');
  const told = async () => {
    const rows = await frame.getByRole('rowheader').count();
    return bar.getByRole('button', { name: `Crossread: ${rows} contradictions` }).count();
  };
  await expect.poll(told, { timeout: 30_000 }).toBe(1);
  expect(await frame.getByRole('columnheader').count()).toBe(6);
  const row = frame.getByRole('row').filter({ hasText: russian }).first();
  await row.getByRole('gridcell', { name: /^002_.*leading the Russian/ }).click();
  await workbench.page.locator('.tab.active', { hasText: third }).waitFor();
  expect(await frame.locator('.grid').isVisible()).toBe(true);
  await workbench.page.keyboard.press('Enter');
  await workbench.cursorIn(9);
});

test('the keys lead from the grid to the words, and the keyboard goes with them', async () => {
  const frame = await openComparison();
  await frame.getByRole('rowheader', { name: russian }).first().focus();
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: second }).waitFor();
});

test('what the reader chose is kept while the comparison is hidden', async () => {
  await closeAll();
  let frame = await openComparison();
  await frame.getByRole('searchbox', { name: 'Search questions' }).fill('zelensky');
  const some = frame.getByText(/^\d of \d questions$/).first();
  const left = await some.textContent();
  await workbench.run('Crossread: Open Timeline');
  await workbench.webview('timeline');
  frame = await openComparison();
  await frame
    .getByText(left ?? '', { exact: true })
    .first()
    .waitFor();
  expect(await frame.getByRole('searchbox', { name: 'Search questions' }).inputValue()).toBe('zelensky');
});

test('a question opens its statements side by side', async () => {
  await closeAll();
  const frame = await openComparison();
  await frame.getByRole('rowheader', { name: russian }).first().click();
  await groups().nth(1).waitFor();
  expect(await groups().count()).toBeGreaterThan(1);
});

test('the hover on a name leads to the page of its entity', async () => {
  await closeAll();
  await workbench.openFile(second);
  const hover = await workbench.hoverAt(...placeInSeed(second, 'Medinsky and Fomin were already', 'Fomin'));
  await hover.getByText('Open entity page').click();
  const frame = await workbench.webview('entity');
  await frame.getByRole('heading', { name: 'Alexander Fomin', level: 1 }).waitFor({ state: 'attached' });
});

test('the page of an entity has its roles, disputes and mentions, each leading to its place', async () => {
  await closeAll();
  const frame = await openEntity('Vladimir Medinsky');
  await frame.getByRole('button', { name: russian }).first().waitFor();
  await frame.getByRole('rowheader', { name: 'presidential aide' }).waitFor();
  await frame
    .getByRole('button', { name: /leading the Russian/ })
    .first()
    .press('Enter');
  await workbench.page.locator('.tab.active', { hasText: third }).waitFor();
  await workbench.cursorIn(9);
  await frame.getByRole('button', { name: /^Alexander Fomin/ }).click();
  await frame.getByRole('heading', { name: 'Alexander Fomin', level: 1 }).waitFor({ state: 'attached' });
  await workbench.page.locator('.tab.active', { hasText: 'Alexander Fomin' }).waitFor();
});

test('the timeline goes from the past to what is planned, and leads to where that is said', async () => {
  await closeAll();
  const frame = await openTimeline();
  const days = await frame.getByRole('heading', { level: 2 }).allTextContents();
  expect(days[0]).toBe('2019');
  expect(days).toContain('Thursday, May 15, 2025');
  await frame.getByRole('searchbox', { name: 'Search the timeline' }).fill('Turkey hosted several rounds');
  await frame.getByText('1 event', { exact: true }).waitFor();
  await frame.getByRole('button', { name: /Turkey hosted several rounds/ }).click();
  await workbench.page.locator('.tab.active', { hasText: '003_' }).waitFor();
});

test('an edit shows in the comparison', async () => {
  await closeAll();
  const frame = await openComparison();
  const before = await frame.getByRole('rowheader').count();
  await workbench.openFile(third);
  await workbench.page.keyboard.press('ControlOrMeta+A');
  await workbench.page.keyboard.press('Delete');
  await workbench.run('View: Open Previous Editor in Group');
  const again = await workbench.webview('comparison');
  await again.locator(`.grid:not([aria-rowcount="${before + 1}"])`).waitFor();
  await workbench.openFile(third);
  await workbench.page.keyboard.press('ControlOrMeta+Z');
});

test('the comparison stands in the side bar too', async () => {
  await closeAll();
  for (const title of ['Contradictions', 'Entities', 'Comparison'])
    await workbench.page.locator('.sidebar .pane-header', { hasText: title }).click();
  const frame = await workbench.webview('comparison', 'sideBar');
  await frame.getByRole('rowheader', { name: russian }).first().waitFor();
  expect(await violations(frame)).toEqual([]);
  for (const title of ['Comparison', 'Contradictions', 'Entities'])
    await workbench.page.locator('.sidebar .pane-header', { hasText: title }).click();
});

test.each([
  ['Light Modern', 'vscode-light'],
  ['Dark Modern', 'vscode-dark'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
])('no view breaks a rule of accessibility in %s, wide or narrow', async (theme, className) => {
  await closeAll();
  await workbench.useTheme(theme);
  for (const [open, what] of [
    [openComparison, 'rowheader'],
    [openTimeline, 'listitem'],
    [() => openEntity('Vladimir Medinsky'), 'rowheader'],
  ] as const) {
    const frame = await open();
    await frame.locator(`body.${className}`).waitFor();
    for (const size of [wide, narrow]) {
      await workbench.page.setViewportSize(size);
      await workbench.settled();
      expect(await frame.getByRole(what).first().isVisible()).toBe(true);
      expect(await violations(frame)).toEqual([]);
    }
    await workbench.page.setViewportSize(wide);
  }
});
