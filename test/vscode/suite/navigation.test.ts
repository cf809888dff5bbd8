import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  awaitDelegationProblem,
  closeAll,
  eventually,
  file,
  lineAt,
  placeOf,
  problems,
  scanned,
  show,
} from './helpers.ts';

describe('finding one’s way', () => {
  before(scanned);
  afterEach(closeAll);

  it('hover on a name lists the other sources that name it', async () => {
    const document = await vscode.workspace.openTextDocument(file('001'));
    const text = await hover(document.uri, placeOf(document, 'consists of Secretary of State Marco Rubio', 'Rubio'));
    assert.match(text, /Marco Rubio/);
    for (const seed of ['000', '002', '004'] as const) {
      assert.ok(text.includes(linkTo(file(seed))), `${seed} is not linked in: ${text}`);
    }
  });

  it('hover on a disputed statement tells every position', async () => {
    const document = await vscode.workspace.openTextDocument(file('002'));
    const { range } = await awaitDelegationProblem(file('002'));
    const text = await hover(document.uri, range.end.translate(0, -1));
    assert.match(text, /Russian delegation|delegation of Russia/);
    assert.ok(text.includes(linkTo(file('001'))), `001 is not linked in: ${text}`);
  });

  it('go to definition on a disputed statement leads to what contradicts it', async () => {
    const document = await vscode.workspace.openTextDocument(file('001'));
    const found = await definitions(document.uri, placeOf(document, 'would lead the Russian delegation', 'lead'));
    const target = found.find(({ uri }) => uri.path === file('002').path);
    assert.ok(target, `it leads to ${found.map(({ uri }) => uri.path).join(', ') || 'nothing'}`);
    assert.match(await lineAt(target.uri, target.range), /Galuzin/);
  });

  it('find all references on a name gives its mentions in all sources', async () => {
    const document = await vscode.workspace.openTextDocument(file('001'));
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, 'consists of Secretary of State Marco Rubio', 'Rubio'),
    );
    const paths = new Set(references.map(({ uri }) => uri.path));
    for (const seed of ['000', '001', '002', '004'] as const) assert.ok(paths.has(file(seed).path), `not in ${seed}`);
  });

  it('the outline of a source names its people', async () => {
    await show(file('001'));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      file('001'),
    );
    const names = flatten(symbols).map(({ name }) => name);
    for (const name of ['Marco Rubio', 'Vladimir Medinsky', 'Alexander Fomin']) {
      assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
    }
  });

  it('go to symbol finds an entity by another spelling', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Zelenskyy',
    );
    assert.ok(
      symbols.some(({ name }) => /Zelensky/.test(name)),
      `found ${symbols.map(({ name }) => name).join(', ')}`,
    );
  });

  it('next and previous contradiction move the selection from one to the other', async () => {
    await show(file('000'));
    const first = await step('crossread.nextContradiction');
    const second = await step('crossread.nextContradiction');
    assert.notEqual(second, first);
    assert.equal(await step('crossread.previousContradiction'), first);
  });

  it('next contradiction goes on in the next source after the last of one', async () => {
    const editor = await show(file('000'));
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await step('crossread.nextContradiction');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, file('001').path);
  });

  it('conflicting statements open side by side', async () => {
    const editor = await show(file('002'));
    const { range } = await awaitDelegationProblem(file('002'));
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('crossread.openSideBySide');
    const editors = await eventually('two editors are visible', () => {
      const { visibleTextEditors } = vscode.window;
      return visibleTextEditors.length > 1 && visibleTextEditors;
    });
    assert.equal(new Set(editors.map(({ document }) => document.uri.path)).size, editors.length);
    for (const { document, selection } of editors) {
      const disputed = problems(document.uri).some((problem) => problem.range.start.isEqual(selection.active));
      assert.ok(disputed, `the cursor in ${document.uri.path} is not where a disputed statement begins`);
    }
  });
});

async function hover(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** What a link to a source has in it, in whatever form it is written. */
function linkTo(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function definitions(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Location[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return found.map((each) =>
    'targetUri' in each ? new vscode.Location(each.targetUri, each.targetSelectionRange ?? each.targetRange) : each,
  );
}

function flatten(symbols: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}

/** Runs the command; the selection is then a place that Problems lists. */
async function step(command: string): Promise<string> {
  await vscode.commands.executeCommand(command);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'no editor is open');
  const { document, selection } = editor;
  assert.ok(
    problems(document.uri).some(({ range }) => range.isEqual(selection)),
    `nothing is disputed at line ${selection.start.line + 1} of ${document.uri.path}`,
  );
  return `${document.uri.path}:${selection.start.line}:${selection.start.character}`;
}
