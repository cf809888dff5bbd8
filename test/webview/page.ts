import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ComparisonSender } from '../../client/src/model/comparisonMessages.ts';
import { pageHtml } from '../../client/src/webviews/page.ts';
import type { ComparisonData, FromView, ToView, ViewName } from '../../client/webview/messages.ts';
import { root } from '../vscode/harness/paths.mjs';

const origin = 'http://crossread.test';

/**
 * The bundled page of a webview in a plain browser, under its own security policy, with what VS Code would be to it: the
 * state that it keeps, and messages both ways. Nothing else of it is replaced.
 */
export class WebviewPage {
  readonly sent: FromView[] = [];
  readonly errors: string[] = [];

  readonly #messagesFor: (data: unknown) => ToView<unknown>[];

  private constructor(
    readonly page: Page,
    view: ViewName,
  ) {
    const sender = new ComparisonSender();
    this.#messagesFor = (data) =>
      view === 'comparison' ? sender.messagesFor(data as ComparisonData) : [{ type: 'show', data }];
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  static async open(browser: Browser, view: ViewName, data: unknown, size = { width: 1200, height: 700 }) {
    const page = new WebviewPage(await browser.newPage({ viewport: size }), view);
    await page.#start(view, data);
    return page;
  }

  async #start(view: ViewName, data: unknown): Promise<void> {
    const { page } = this;
    await page.route(`${origin}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const html = () =>
        pageHtml({ view, title: 'Crossread', script: 'webview.js', style: 'webview.css', language: 'en' });
      const contentType = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html';
      await route.fulfill({ contentType, body: await bodyOf(name, html) });
    });
    page.setDefaultTimeout(15_000);
    await page.exposeFunction('sendToTest', (message: FromView) => this.sent.push(message));
    await page.addInitScript(vscode);
    await page.goto(`${origin}/`);
    await this.show(data);
  }

  /** Shows other data, as the extension does after a change. */
  async show(data: unknown): Promise<void> {
    for (const message of this.#messagesFor(data))
      await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }
}

async function bodyOf(name: string, html: () => string): Promise<string> {
  if (!name) return html();
  const content = await readFile(join(root, 'dist', name), 'utf8');
  return name.endsWith('.css') ? theme + content : content;
}

/** What VS Code gives to the script of a webview. */
const vscode = `
  let kept;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => globalThis.sendToTest(message),
    getState: () => kept,
    setState: (state) => { kept = state; },
  });
`;

/** What VS Code gives to the style of a webview, as in its theme Dark Modern. */
const theme = `:root {
  --vscode-editor-background: #1f1f1f; --vscode-foreground: #cccccc; --vscode-descriptionForeground: #9d9d9d;
  --vscode-focusBorder: #0078d4; --vscode-font-family: sans-serif; --vscode-font-size: 13px; --vscode-panel-border: #2b2b2b;
  --vscode-charts-blue: #59a4f9; --vscode-charts-orange: #d18616; --vscode-charts-green: #89d185;
  --vscode-charts-purple: #b180d7; --vscode-charts-yellow: #cca700; --vscode-charts-red: #f14c4c;
  --vscode-problemsWarningIcon-foreground: #cca700; --vscode-problemsInfoIcon-foreground: #59a4f9;
  --vscode-list-hoverBackground: #2a2d2e;
}
`;
