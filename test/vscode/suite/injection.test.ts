import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hostileFiles } from '../../injection/folder.ts';
import { PAYLOADS, STEERING, TRAP_COMMAND } from '../../injection/payloads.ts';
import { closeAll, eventually, kindOf, problems } from './helpers.ts';

describe('hostile sources', () => {
  let ran = 0;
  let trap: vscode.Disposable;
  const documents: vscode.TextDocument[] = [];

  before(async () => {
    trap = vscode.commands.registerCommand(TRAP_COMMAND, () => ran++);
    for (let i = 0; i < 2; i++)
      documents.push(await vscode.workspace.openTextDocument({ language: 'source-text', content: '' }));
  });

  after(async () => {
    trap.dispose();
    await closeAll();
  });

  it(`are text in the hovers and Problems of VS Code: ${PAYLOADS.length} payloads`, async () => {
    for (const { name, text } of PAYLOADS) {
      const files = Object.values(hostileFiles(text));
      const edit = new vscode.WorkspaceEdit();
      for (const [i, document] of documents.entries())
        edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), files[i] as string);
      await vscode.workspace.applyEdit(edit);
      const [document] = documents as [vscode.TextDocument];
      const at = document.positionAt(document.getText().indexOf('5 people') + 1);
      const hovers = await eventually(`${name} has a hover`, async () => {
        const found = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          at,
        );
        return found.some(({ contents }) => valuesOf(contents).some(({ value }) => value.includes('24'))) && found;
      });
      for (const { value, isTrusted, supportHtml } of hovers.flatMap(({ contents }) => valuesOf(contents))) {
        assert.doesNotMatch(value.replaceAll('\n', ''), STEERING, name);
        assert.ok(!supportHtml, name);
        // Only the rows of links of ours run anything, and nothing of a source stands in them.
        if (isTrusted)
          assert.match(value, /^(?:\[[^\]]+\]\(command:crossread\.\w+\?%5B%22[\w%.:-]+%22%5D\)(?: &nbsp; |$))+$/, name);
        else assert.doesNotMatch(value, /(?<!\\)\]\(command:|(?<!\\)</, name);
      }
      const shown = await eventually(`${name} has a problem`, () => {
        const found = problems(document.uri);
        return found.some((problem) => kindOf(problem) === 'number') && found;
      });
      for (const { message, relatedInformation = [] } of shown)
        for (const told of [...message.split('\n'), ...relatedInformation.map((each) => each.message)])
          assert.doesNotMatch(told, STEERING, name);
    }
    assert.equal(ran, 0);
  });
});

function valuesOf(contents: vscode.Hover['contents']): vscode.MarkdownString[] {
  return contents as vscode.MarkdownString[];
}
