// The workbench of an embedded VS Code, driven as a person does: with keys and the mouse.

/**
 * The address at which an embedded VS Code opens a folder.
 *
 * @param {number} port
 * @param {string} folder
 * @param {Record<string, string>} [payload] what the command line of the desktop VS Code would say
 */
export function workbenchUrl(port, folder, payload = {}) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', forwardSlashes(folder));
  const entries = Object.entries(payload);
  if (entries.length > 0) url.searchParams.set('payload', JSON.stringify(entries));
  return url.href;
}

/**
 * A path of this machine as the workbench in the browser names it.
 *
 * @param {number} port
 * @param {string} path
 */
export function remoteUri(port, path) {
  return `vscode-remote://127.0.0.1:${port}${forwardSlashes(path)}`;
}

/** @param {string} path */
function forwardSlashes(path) {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

/** @typedef {{ width: number, height: number, scale?: number }} WindowSize in CSS pixels; scale: device pixels for one */

export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens a folder in a window of the browser.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {string} url from {@link workbenchUrl}
   * @param {WindowSize} size
   */
  static async open(browser, url, { width, height, scale = 1 }) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page);
  }

  /**
   * The rows of one of Crossread's trees.
   *
   * @param {string} view the tree's title
   * @param {number} [level] only those so deep in the tree; the roots are 1
   */
  tree(view, level) {
    return this.page.getByRole('tree', { name: view }).getByRole('treeitem', { level });
  }

  /** The editor that has the focus. */
  get editor() {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** The hover that is shown. */
  get hover() {
    return this.page.locator('.monaco-editor .monaco-hover:visible, .monaco-resizable-hover:visible').first();
  }

  /**
   * The page of one of Crossread's webviews, once it shows something.
   *
   * @param {string} view its name
   * @param {'editor' | 'sideBar'} [place] where it stands
   */
  async webview(view, place = 'editor') {
    const body = `body${place === 'sideBar' ? '.in-side-bar' : ':not(.in-side-bar)'}[data-view="${view}"]`;
    for (let tries = 0; tries < 300; tries++) {
      for (const frame of this.page.frames()) {
        const isShown = await frame
          .locator(`${body} #view > :nth-child(2)`)
          .isVisible()
          .catch(() => false);
        if (isShown) return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`There is no webview "${view}"`);
  }

  /** Shows Crossread's container in the side bar. */
  async showCrossread() {
    await this.page
      .locator('.activitybar')
      .getByRole('tab', { name: /Crossread/ })
      .click();
    await this.page.locator('.sidebar .composite.title').getByText('Crossread').waitFor();
  }

  /** Shows what is below a row of a tree. @param {import('playwright-core').Locator} row */
  async expand(row) {
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  }

  /**
   * Runs a command by its title in the palette.
   *
   * @param {string} title such as `Crossread: Go to Next Contradiction`
   */
  async run(title) {
    await this.page.keyboard.press('F1');
    await this.#choose(`>${title}`, title);
  }

  /**
   * Changes the color theme.
   *
   * @param {string} name as it is listed, such as `Dark High Contrast`
   */
  async useTheme(name) {
    await this.run('Preferences: Color Theme');
    await this.page.locator('.quick-input-box input[placeholder*="Color Theme"]').waitFor();
    await this.#choose(name, name);
  }

  /**
   * Opens a file of the folder by its name.
   *
   * @param {string} name
   */
  async openFile(name) {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.#choose(name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /**
   * Puts the cursor somewhere in the open editor.
   *
   * @param {number} line from 1
   * @param {number} column from 1
   */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-box input');
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await this.page.locator('.statusbar').getByText(`Ln ${line}, Col ${column}`).waitFor();
  }

  /**
   * Waits until the cursor, or the selection, ends in a line of the open editor.
   *
   * @param {number} line from 1
   */
  async cursorIn(line) {
    await this.page
      .locator('.statusbar')
      .getByText(new RegExp(`^Ln ${line}, Col`))
      .waitFor();
  }

  /**
   * Rests the mouse on a place in the open editor until the hover comes.
   *
   * @param {number} line from 1
   * @param {number} column from 1
   */
  async hoverAt(line, column) {
    await this.goTo(line, column);
    const box = await this.editor.locator('.cursor').first().boundingBox();
    if (!box) throw new Error('The cursor cannot be seen');
    await this.page.mouse.move(box.x - 40, box.y + box.height / 2);
    await this.page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 4 });
    await this.hover.waitFor();
    return this.hover;
  }

  /**
   * Drags the border of the side bar.
   *
   * @param {number} by CSS pixels
   */
  async widenSideBar(by) {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('The side bar cannot be seen');
    const [x, y] = [box.x + box.width, box.y + box.height / 3];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Waits until two pictures in a row are the same: nothing moves, loads or fades any more. */
  async settled() {
    let before;
    for (let pictures = 0; pictures < 50; pictures++) {
      const now = await this.page.screenshot({ caret: 'hide' });
      if (before?.equals(now)) return;
      before = now;
      await this.page.waitForTimeout(300);
    }
  }

  /**
   * @param {string} filter what is typed
   * @param {string} label of the row that is taken
   */
  async #choose(filter, label) {
    const input = this.page.locator('.quick-input-box input');
    await input.fill(filter);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }
}
