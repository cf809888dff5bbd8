import { commands, type Disposable, type TextEditor, TextEditorRevealType, ViewColumn, window } from 'vscode';
import { type ContradictionItem, ContradictionsAtRequest } from '../../../server/src/protocol.ts';
import type { TreeNode } from '../model/node.ts';
import { facingStatements } from '../model/order.ts';
import type { OverviewStore } from '../overview.ts';
import { openPlace, plain, readerPlace } from '../places.ts';
import type { ServerProcess } from '../serverProcess.ts';

const columns = [ViewColumn.One, ViewColumn.Two, ViewColumn.Three];

/** Opens the conflicting statements of one disputed question in two or three editors, each with its focus selected. */
export function registerSideBySide(server: ServerProcess, store: OverviewStore): Disposable[] {
  const find = (id: string | undefined) => store.overview.contradictions.find((c) => c.id === id);

  const atCursor = async () => {
    const place = readerPlace();
    if (!place) return undefined;
    const params = { textDocument: { uri: place.uri }, position: place.position };
    return (await server.request<ContradictionItem[]>(ContradictionsAtRequest, params))?.[0];
  };

  const pick = async () => {
    const items = store.overview.contradictions.map((contradiction) => ({
      label: plain(contradiction.question),
      description: plain(contradiction.positions.map((p) => p.value).join(' / ')),
      contradiction,
    }));
    if (items.length === 0) return void window.setStatusBarMessage('Crossread: no contradictions', 4000);
    const title = 'Open the conflicting statements of';
    return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.contradiction;
  };

  const open = async (from?: TreeNode | string) => {
    const id = typeof from === 'string' ? from : from?.of;
    const contradiction = id ? find(id) : ((await atCursor()) ?? (await pick()));
    if (!contradiction) return;
    const row = typeof from === 'object' ? from.place : undefined;
    const first = row ? { uri: row.uri, position: row.range.start } : readerPlace();
    const statements = facingStatements(contradiction, first);
    const editors: TextEditor[] = [];
    for (const [index, { uri, focus }] of statements.entries()) {
      const options = { viewColumn: columns[index], preserveFocus: index > 0, preview: false };
      editors.push(await openPlace({ uri, range: focus }, options));
    }
    // Every editor that opens beside another makes that one narrower, and its lines wrap anew.
    for (const editor of editors) editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
  };

  return [commands.registerCommand('crossread.openSideBySide', open)];
}
