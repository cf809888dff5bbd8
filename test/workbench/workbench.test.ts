import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { placeInSeed, resultsDir } from '../vscode/harness/paths.mjs';
import { openSession } from '../vscode/harness/session.mjs';
import type { Workbench } from '../vscode/harness/workbench.mjs';

const first = '000_a15eb59d7d17cfd2.txt';
const second = '001_90b08b1cdd409f8e.txt';
const third = '002_78510953446be25d.txt';

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
