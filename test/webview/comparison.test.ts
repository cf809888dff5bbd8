import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../vscode/harness/browser.mjs';
import { violations } from './accessibility.ts';
import { WebviewPage } from './page.ts';
import { manySources } from './synthetic.ts';
import { longTasks } from './tasks.ts';

let browser: Browser;
let view: WebviewPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  expect(view.errors).toEqual([]);
  await view.page.close();
});
afterAll(() => browser?.close());

const open = async (data: unknown, size?: { width: number; height: number }) => {
  view = await WebviewPage.open(browser, 'comparison', data, size);
  await view.page.getByRole('rowheader').or(view.page.locator('.empty:not(:empty)')).first().waitFor();
  return view.page;
};
/** What the cell that has the focus says. */
const focused = () => view.page.locator(':focus').textContent();

describe('with five sources', () => {
  const data = manySources(5, 40);

  test('a click on a cell opens the statement, and Enter goes there', async () => {
    const page = await open(data);
    await page
      .getByRole('gridcell', { name: /^Source 2: A/ })
      .first()
      .click();
    await page.keyboard.press('Enter');
    const range = data.questions[1]?.answers.find(({ source }) => source === 1)?.statements[0]?.range;
    const place = { uri: 'file:///sources/1.txt', range };
    expect(view.sent).toEqual([
      { type: 'ready' },
      { type: 'open', place, stay: true },
      { type: 'open', place, stay: false },
    ]);
  });

  test('the header of a row leads to all its statements side by side', async () => {
    const page = await open(data);
    await page.getByRole('rowheader').nth(2).click();
    expect(view.sent.at(-1)).toEqual({ type: 'sideBySide', contradiction: 'q2' });
  });

  test('the keys go through the grid, and what they reach comes into view', async () => {
    const page = await open(data);
    await page.getByRole('rowheader').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('Source 1');
    await page.keyboard.press('Control+End');
    expect(await focused()).toContain('Source 5');
    const last = page.locator('[aria-rowindex="41"] [aria-colindex="6"]');
    expect(await last.evaluate((cell) => cell === cell.ownerDocument.activeElement)).toBe(true);
    const [cell, grid] = [await last.boundingBox(), await page.locator('.grid-scroller').boundingBox()];
    if (!cell || !grid) throw new Error('The last cell cannot be seen');
    expect(cell.y + cell.height).toBeLessThanOrEqual(grid.y + grid.height);
    expect(cell.x + cell.width).toBeLessThanOrEqual(grid.x + grid.width + 1);
    await page.keyboard.press('Control+Home');
    expect(await focused()).toContain('district 1?');
  });

  test('an update changes nothing that the reader looks at', async () => {
    const page = await open(data);
    const header = page.getByRole('rowheader', { name: 'district 21?' });
    await page.getByRole('rowheader').first().focus();
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown');
    const before = await header.boundingBox();
    await view.show({ ...data, questions: data.questions.slice(4) });
    await page.getByText('36 questions', { exact: true }).waitFor();
    expect(await header.boundingBox()).toEqual(before);
    expect(await focused()).toContain('district 21?');
  });

  test('a window of another width moves what is drawn, and draws nothing anew', async () => {
    const page = await open(data);
    const cell = page.getByRole('gridcell', { name: /^Source 2: A/ }).first();
    const before = await cell.elementHandle();
    const at = await cell.boundingBox();
    await page.setViewportSize({ width: 900, height: 700 });
    await expect.poll(async () => (await cell.boundingBox())?.x).toBeLessThan(at?.x ?? 0);
    expect(await before?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test('the filters say what is left, and can be cleared', async () => {
    const page = await open(data);
    await page.getByRole('searchbox', { name: 'Search questions' }).fill('district 7?');
    await page.getByText('4 of 40 questions', { exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Search questions' }).fill('nothing like it');
    await page.getByText('No question passes the filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('40 questions', { exact: true }).waitFor();
    await page.getByRole('switch', { name: 'Conflicts' }).click();
    await page.getByText('26 of 40 questions', { exact: true }).waitFor();
  });

  test('a header sorts by the text of its source', async () => {
    const page = await open({ ...data, questions: [...data.questions].reverse() });
    await page.getByRole('columnheader', { name: 'Source 1' }).click();
    expect(await page.getByRole('columnheader', { name: 'Source 1' }).getAttribute('aria-sort')).toBe('ascending');
    const first = data.questions.find(({ answers }) => answers.some(({ source }) => source === 0));
    expect(await page.getByRole('rowheader').first().textContent()).toContain(first?.question);
  });

  test.each([
    ['wide', { width: 1200, height: 700 }],
    ['narrow', { width: 300, height: 700 }],
  ])('no rule of accessibility is broken in a %s window', async (_, size) => {
    const page = await open(data, size);
    expect(await violations(page.mainFrame())).toEqual([]);
  });

  test('what can be searched stays usable in a narrow window', async () => {
    const page = await open(data, { width: 300, height: 700 });
    expect(await page.getByRole('combobox', { name: 'Kind' }).isVisible()).toBe(false);
    await page.getByRole('switch', { name: 'More filters' }).click();
    expect(await page.getByRole('combobox', { name: 'Kind' }).isVisible()).toBe(true);
    expect(await violations(page.mainFrame())).toEqual([]);
  });
});

test('text of a source is only ever text', async () => {
  const data = manySources(2, 1);
  const [question] = data.questions;
  const said = '<img src=x onerror="document.title=1">';
  if (!question) throw new Error('There is no question');
  question.question = said;
  question.answers = [
    {
      source: 0,
      statements: [
        {
          position: 0,
          quotation: { text: said, highlight: [0, 4] },
          speaker: said,
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
        },
      ],
    },
  ];
  const page = await open(data);
  expect(await page.getByRole('rowheader').textContent()).toContain(said);
  expect(await page.locator('img').count()).toBe(0);
});

test('says why there is nothing to show', async () => {
  await open({ situation: 'scanning', sources: [], questions: [], entities: [] });
  await view.page.getByText('Reading the sources…').waitFor();
  await view.show({ ...manySources(1, 0), situation: 'ready' });
  await view.page.getByText('The sources do not contradict each other.').waitFor();
});

describe('with 200 sources and 500 questions', () => {
  /** Notes every stretch in which the browser could not answer. Milliseconds. */
  const watch = `window.longTasks = []; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
  }).observe({ type: 'longtask' })`;
  /** Scrolls down and to the right in steps, a frame each. */
  const scroll = `(async () => {
    const scroller = document.querySelector('.grid-scroller');
    const frame = () => new Promise(requestAnimationFrame);
    for (const [x, y] of [[0, 900], [700, 0], [300, 4000], [-200, -2500]])
      for (let i = 0; i < 20; i++) { scroller.scrollBy(x, y); await frame(); }
  })()`;

  test('is shown, scrolls, filters and is updated without a long task, and makes only what is in view', async () => {
    const data = manySources(200, 500);
    await open({ situation: 'scanning', sources: [], questions: [], entities: [] });
    const { page } = view;
    await page.evaluate(watch);
    await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
    await view.show(data);
    await status('500 questions');
    await page.evaluate(scroll);
    await page.locator('.search input').fill('district 99?');
    await status('5 of 500 questions');
    await page.locator('.toggle').nth(1).click();
    await status('4 of 500 questions');
    await page.locator('.filters .clear').click();
    await status('500 questions');
    await page.locator('.columnheader.group').first().click();
    await page.locator('.columnheader[aria-expanded=true]').waitFor();
    await choose('Columns', 'Columns: each source');
    await page.locator('.columnheader', { hasText: 'Source 3' }).first().waitFor();
    await page.evaluate(scroll);
    await choose('Entity', 'Person 9');
    await status('5 of 500 questions');
    await page.locator('.filters .clear').click();
    await view.show({ ...data, questions: data.questions.slice(3) });
    await status('497 questions');
    const elapsed = (await page.evaluate('window.longTasks')) as number[];
    const worked = longTasks(await browser.stopTracing());
    console.log(`long tasks, ms: ${sorted(elapsed)} (elapsed), ${sorted(worked)} (processor time)`);
    // On a machine that does other things a task takes as long as those do: what counts is what it works.
    expect(worked).toEqual([]);
    expect(await page.locator('.gridcell').count()).toBeLessThan(400);
  });

  /** Waits until the view says how many questions it shows. Found by plain selectors: finding by role is work for the page. */
  const status = (questions: string) =>
    view.page.locator('.status', { hasText: new RegExp(`^${questions},`) }).waitFor({ state: 'attached' });

  const sorted = (durations: number[]) => [...durations].sort((a, b) => b - a).join(' ') || 'none above 50';

  const choose = async (list: string, option: string) => {
    const select = view.page.locator(`vscode-single-select[label=${list}]`);
    await select.click();
    await select.locator('li', { hasText: option }).first().click();
  };
});
