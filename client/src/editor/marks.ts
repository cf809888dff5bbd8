import {
  type Disposable,
  type ExtensionContext,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { marksIn, type ShownAs, severities } from '../model/marks.ts';
import type { OverviewStore } from '../overview.ts';
import { asRange } from '../places.ts';
import { section } from '../settings.ts';

type Types = Record<(typeof severities)[number], TextEditorDecorationType>;

const colors = {
  conflict: 'editorWarning.foreground',
  update: 'editorInfo.foreground',
  variation: 'crossread.variationForeground',
};

/**
 * The marks of disputed lines and words in the text. VS Code moves them along while one types; they are set anew only
 * from what the server said of the text as it now stands, so that none jumps to a place it had before.
 */
export class TextMarks implements Disposable {
  readonly #lines: Types;
  readonly #words: Types;
  readonly #edited = new Map<string, number>();
  readonly #subscriptions: Disposable[];

  constructor(
    { extensionUri }: ExtensionContext,
    private readonly store: OverviewStore,
  ) {
    this.#lines = typesOf((severity) => ({
      gutterIconPath: Uri.joinPath(extensionUri, 'images', 'gutter', `${severity}.svg`),
      gutterIconSize: 'contain',
    }));
    this.#words = typesOf((severity) => ({
      textDecoration: `underline dotted 1px var(--vscode-${colors[severity].replace('.', '-')}); text-underline-offset: 3px`,
      overviewRulerColor: new ThemeColor(colors[severity]),
      overviewRulerLane: OverviewRulerLane.Right,
    }));
    this.#subscriptions = [
      store.onOverview(() => this.#showAll()),
      window.onDidChangeVisibleTextEditors(() => this.#showAll()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#edited.set(document.uri.toString(), performance.now());
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#edited.delete(uri.toString())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) this.#showAll();
      }),
    ];
    this.#showAll();
  }

  dispose(): void {
    const types = [...Object.values(this.#lines), ...Object.values(this.#words)];
    for (const each of [...types, ...this.#subscriptions]) each.dispose();
  }

  #showAll(): void {
    for (const editor of window.visibleTextEditors) this.#show(editor);
  }

  #show(editor: TextEditor): void {
    const { uri } = editor.document;
    // After an edit the server has news, and with it comes an overview of the text as it then stands.
    if ((this.#edited.get(uri.toString()) ?? 0) > this.store.askedAt) return;
    const { lines, words } = marksIn(this.store.overview, uri.toString(), shownAs(uri));
    for (const severity of severities) {
      editor.setDecorations(
        this.#lines[severity],
        lines[severity].map((line) => new Range(line, 0, line, 0)),
      );
      editor.setDecorations(this.#words[severity], words[severity].map(asRange));
    }
  }
}

function typesOf(
  options: (severity: (typeof severities)[number]) => Parameters<typeof window.createTextEditorDecorationType>[0],
): Types {
  const [conflict, update, variation] = severities.map((severity) =>
    window.createTextEditorDecorationType(options(severity)),
  );
  return { conflict, update, variation } as Types;
}

/** How each severity is shown in a file; nowhere in its text when the marks are turned off. */
function shownAs(uri: Uri): ShownAs {
  const settings = workspace.getConfiguration(section, uri);
  const isOff = !settings.get('decorations.enabled', true);
  const of = (severity: string) => (isOff ? 'off' : settings.get(`severity.${severity}`, 'warning'));
  return { conflict: of('conflict'), update: of('update'), variation: of('variation') };
}
