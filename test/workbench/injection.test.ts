import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { harmless } from '../../server/src/harmless.ts';
import { hostileFiles } from '../injection/folder.ts';
import { PAYLOADS, STEERING, TRAP_COMMAND, TRAP_VARIABLE } from '../injection/payloads.ts';
import { resultsDir } from '../vscode/harness/paths.mjs';
import { openSession } from '../vscode/harness/session.mjs';
import type { Workbench } from '../vscode/harness/workbench.mjs';

/** A file with control characters is no text; those come in through editors (test/lsp/injection.test.ts). */
const payloads = PAYLOADS.filter(({ text }) => !/\p{Cc}/u.test(text));

let session: Awaited<ReturnType<typeof openSession>>;
let workbench: Workbench;
/** All that the window has asked for. */
const requests: string[] = [];

beforeAll(async () => {
  session = await openSession({
    name: 'injection',
    size: { width: 1280, height: 800 },
    settings: { 'crossread.sources': { 'hostile/*': true }, 'crossread.minimumConfidence': 0 },
  });
  ({ workbench } = session);
  workbench.page.on('request', (request) => requests.push(request.url()));
  await mkdir(join(session.folder, 'hostile'));
  for (const [i, { text }] of payloads.entries())
    for (const [name, content] of Object.entries(hostileFiles(text)))
      await writeFile(join(session.folder, 'hostile', `${String(i).padStart(2, '0')}-${name}`), content);
  await workbench.showCrossread();
  await workbench.run('Crossread: Scan Sources Again');
  await workbench.page
    .locator('.statusbar')
    .getByRole('button', { name: `${2 * payloads.length + 5} sources` })
    .waitFor();
}, 300_000);

afterEach(async ({ task }) => {
  const name = task.name.replaceAll(/\W+/g, '-');
  await workbench?.page.screenshot({ path: join(resultsDir, 'workbench', `${name}.png`) });
  for (const frame of workbench?.page.frames() ?? []) {
    const trapped = await frame.evaluate(`globalThis.${TRAP_VARIABLE}`).catch(() => undefined);
    expect(trapped, `something ran in ${frame.url()}`).toBeUndefined();
  }
  expect(requests.filter((url) => url.includes('attacker.invalid'))).toEqual([]);
});

afterAll(() => session?.close());

/** Which elements there are below another, by their names, and where its links lead. */
const contents = (frame: Frame, selector: string) =>
  frame.evaluate(`(() => {
    const roots = [...document.querySelectorAll(${JSON.stringify(selector)})];
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    const names = [...new Set(all.map((each) => each.localName))];
    const handlers = all.flatMap((each) => each.getAttributeNames()).filter((name) => name.startsWith('on'));
    const links = all.flatMap((each) => each.getAttribute('href') ?? each.getAttribute('data-href') ?? []);
    return { names, handlers, links, text: roots.map((root) => root.innerText).join(' ').replace(/[\\n\\t]/g, ' ') };
  })()`) as Promise<{ names: string[]; handlers: string[]; links: string[]; text: string }>;

const squeezed = (text: string) => harmless(text).replace(/\s+/g, ' ').trim();
const FOREIGN = ['script', 'img', 'svg', 'iframe', 'form', 'link', 'base', 'meta', 'body', 'style', 'object', 'embed'];

test('hovers show a payload as text, and run nothing but what is ours', async () => {
  await workbench.openFile('00-a.txt');
  const [first] = payloads;
  const line = hostileFiles(first?.text ?? '')['a.txt'].split('\n')[2] ?? '';
  const hover = await workbench.hoverAt(3, line.indexOf('Anna Bell') + 2);
  await hover.getByText('Open entity page').waitFor();
  const { names, handlers, links, text } = await contents(workbench.page.mainFrame(), '.monaco-hover');
  expect(names.filter((name) => ['img', 'iframe', 'form', 'script'].includes(name))).toEqual([]);
  expect(handlers).toEqual([]);
  expect(links.filter((link) => link.startsWith('command:') && !link.startsWith('command:crossread.'))).toEqual([]);
  expect(links.join()).not.toContain(TRAP_COMMAND);
  expect(squeezed(text)).toContain('Anna Bell');
});

test('the entity page shows every payload as text', async () => {
  await workbench.openFile('00-a.txt');
  const line = hostileFiles(payloads[0]?.text ?? '')['a.txt'].split('\n')[2] ?? '';
  await workbench.goTo(3, line.indexOf('Anna Bell') + 2);
  await workbench.run('Crossread: Open Entity Page');
  const frame = await workbench.webview('entity');
  await frame.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
  await frame.waitForFunction("[...document.querySelectorAll('details')].every((each) => each.children.length > 1)");
  const { names, handlers, text } = await contents(frame, '#view');
  expect(names.filter((name) => FOREIGN.includes(name))).toEqual([]);
  expect(handlers).toEqual([]);
  expect(text).not.toMatch(STEERING);
  const shown = payloads.filter((payload) => squeezed(text).includes(squeezed(payload.text).slice(0, 12).trim()));
  expect(shown.length).toBeGreaterThan(0.8 * payloads.length);
});

test('the comparison and the trees show text', async () => {
  await workbench.run('Crossread: Open Comparison');
  const frame = await workbench.webview('comparison');
  const { names, handlers, text } = await contents(frame, '#view');
  expect(names.filter((name) => FOREIGN.includes(name))).toEqual([]);
  expect(handlers).toEqual([]);
  expect(text).not.toMatch(STEERING);
  const rows = await contents(workbench.page.mainFrame(), '.sidebar');
  expect(rows.text).not.toMatch(STEERING);
  expect(rows.names.filter((name) => ['img', 'iframe', 'form', 'script'].includes(name))).toEqual([]);
  expect(rows.handlers).toEqual([]);
});

test('the Problems panel shows text', async () => {
  await workbench.run('Problems: Focus on Problems View');
  const panel = workbench.page.locator('.markers-panel-container');
  await panel.getByText('Crossread').first().waitFor();
  const { names, handlers, links } = await contents(workbench.page.mainFrame(), '.markers-panel-container');
  expect(names.filter((name) => ['img', 'iframe', 'form', 'script'].includes(name))).toEqual([]);
  expect(handlers).toEqual([]);
  expect(links.join()).not.toContain('command:');
});

test('nothing was asked of any address that a source names', () => {
  expect(requests.length).toBeGreaterThan(0);
  const hosts = [...new Set(requests.map((url) => new URL(url).hostname))];
  expect(hosts.filter((host) => host.includes('invalid'))).toEqual([]);
});
