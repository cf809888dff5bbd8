import {
  commands,
  Disposable,
  type Event,
  env,
  l10n,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  type WebviewView,
  window,
} from 'vscode';
import type { FromView, ToView, ViewName } from '../../webview/messages.ts';
import { viewState } from '../model/status.ts';
import type { OverviewStore } from '../overview.ts';
import { openPlace, placeFrom } from '../places.ts';
import { pageHtml } from './page.ts';

/** What a webview shows, wherever it stands. */
export interface ViewContent {
  name: ViewName;
  title: string;
  extension: Uri;
  /** All that is shown; asked for again after every change, and whenever the view comes back from being hidden. */
  data(): unknown | Promise<unknown>;
  /** Makes what tells a new page; it may count on what it told that page before. Without it, one message tells all. */
  sender?(): Sender;
  changed: Event<unknown>;
  /** Whether a place may be opened: only those in sources. */
  isSource(uri: string): boolean;
  openEntity(id: string): void;
}

/** Turns what is shown into messages. */
export interface Sender {
  messagesFor(data: unknown): ToView<unknown>[];
}

/** Fires when there is something else to show: another overview, or another reason for there being none. */
export function contentChanged(store: OverviewStore): Event<void> {
  return (listener) => {
    let state = viewState(store.situation);
    const told = () => {
      const before = state;
      state = viewState(store.situation);
      if (state !== before) listener();
    };
    return Disposable.from(
      store.onOverview(() => listener()),
      store.onSituation(told),
    );
  };
}

/** Fills a view of the side bar or the panel. */
export function fillView(view: WebviewView, content: ViewContent): void {
  const place = { isVisible: () => view.visible, column: () => undefined, className: 'in-side-bar' };
  const connection = connect(view.webview, content, place);
  view.onDidDispose(() => connection.dispose());
}

/** Fills a panel of the editor area. Places are opened beside it, not over it. */
export function fillPanel(panel: WebviewPanel, content: ViewContent): void {
  const column = () => (panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const connection = connect(panel.webview, content, { isVisible: () => panel.visible, column });
  panel.onDidDispose(() => connection.dispose());
}

/** Where a webview stands. */
interface Standing {
  /** A hidden one has no page; when it is shown again, its page says that it is ready. */
  isVisible(): boolean;
  /** Where places are opened; the active column when undefined. */
  column(): ViewColumn | undefined;
  className?: string;
}

const wholly: Sender = { messagesFor: (data) => [{ type: 'show', data }] };

function connect(webview: Webview, content: ViewContent, place: Standing): Disposable {
  const folder = Uri.joinPath(content.extension, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  let sender = content.sender?.() ?? wholly;
  let asked = 0;
  const show = async () => {
    const own = ++asked;
    const data = await content.data();
    // What was asked for later is newer, even where it came sooner.
    if (own === asked) await Promise.all(sender.messagesFor(data).map((message) => webview.postMessage(message)));
  };
  const subscriptions = [
    content.changed(() => {
      if (place.isVisible()) void show();
    }),
    webview.onDidReceiveMessage(async (message: FromView) => {
      if (message.type === 'ready') {
        sender = content.sender?.() ?? wholly;
        await show();
      } else await answer(message, content, place.column());
    }),
  ];
  webview.html = pageHtml({
    view: content.name,
    title: content.title,
    script: webview.asWebviewUri(Uri.joinPath(folder, 'webview.js')).toString(),
    style: webview.asWebviewUri(Uri.joinPath(folder, 'webview.css')).toString(),
    language: env.language,
    translations: l10n.bundle && JSON.stringify(l10n.bundle),
    className: place.className,
  });
  return Disposable.from(...subscriptions);
}

/** Does what the reader asked for in a view. What comes from a webview is checked like what comes from a link. */
async function answer(message: FromView, content: ViewContent, viewColumn: ViewColumn | undefined): Promise<void> {
  switch (message.type) {
    case 'open': {
      const place = placeFrom(message.place?.uri, message.place?.range);
      if (!place || !content.isSource(place.uri)) return;
      await openPlace(place, { viewColumn, preserveFocus: message.stay === true, preview: true });
      return;
    }
    case 'sideBySide':
      await commands.executeCommand('crossread.openSideBySide', String(message.contradiction));
      return;
    case 'entity':
      content.openEntity(String(message.id));
      return;
    case 'ready':
      return;
  }
}

/** One panel of the editor area that is shown again rather than opened twice, and comes back after a restart. */
export class SinglePanel implements Disposable {
  #panel: WebviewPanel | undefined;
  readonly #serializer: Disposable;

  constructor(
    private readonly type: string,
    private readonly content: ViewContent,
  ) {
    this.#serializer = window.registerWebviewPanelSerializer(type, {
      deserializeWebviewPanel: async (panel) => this.#adopt(panel),
    });
  }

  show(column?: ViewColumn): void {
    const { title } = this.content;
    if (this.#panel) {
      this.#panel.title = title;
      this.#panel.reveal();
    } else this.#adopt(window.createWebviewPanel(this.type, title, column ?? ViewColumn.Active, {}));
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.iconPath = Uri.joinPath(this.content.extension, 'images', 'icon.png');
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    fillPanel(panel, this.content);
  }
}
