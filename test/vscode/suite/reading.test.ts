import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { awaitDelegationProblem, closeAll, eventually, file, placeOf, scanned, show } from './helpers.ts';

describe('reading sources against each other', () => {
  before(scanned);
  afterEach(closeAll);

  it('the hover on a disputed statement leads to its statements, and runs nothing else', async () => {
    await show(file('002'));
    const { range } = await awaitDelegationProblem(file('002'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      file('002'),
      range.start,
    );
    const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
    const trusted = contents.filter(({ isTrusted }) => isTrusted);
    assert.equal(trusted.length, 1);
    assert.match(trusted[0]?.value ?? '', /^(\[[^\]]+\]\(command:crossread\.\w+\?%5B%22[\w-]+%22%5D\)( &nbsp; |$)){3}/);
  });

  it('the next mention of a name is in the same source or the next one that names it', async () => {
    const editor = await show(file('001'));
    const start = placeOf(editor.document, 'consists of Secretary of State Marco Rubio', 'Rubio');
    editor.selection = new vscode.Selection(start, start);
    const places: string[] = [];
    for (let i = 0; i < 4; i++) {
      await vscode.commands.executeCommand('crossread.nextMention');
      const active = vscode.window.activeTextEditor;
      assert.ok(active);
      assert.match(active.document.getText(active.selection), /Rubio|he|him|his|secretary/i);
      places.push(`${active.document.uri.path}:${active.selection.start.line}:${active.selection.start.character}`);
    }
    assert.equal(new Set(places).size, places.length, places.join(', '));
    await vscode.commands.executeCommand('crossread.previousMention');
    const { document, selection } = vscode.window.activeTextEditor as vscode.TextEditor;
    assert.equal(`${document.uri.path}:${selection.start.line}:${selection.start.character}`, places.at(-2));
  });

  it('a contradiction and an entity are copied with their quotations and places', async () => {
    const editor = await show(file('002'));
    const { range } = await awaitDelegationProblem(file('002'));
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('crossread.copyContradiction');
    const contradiction = await vscode.env.clipboard.readText();
    assert.match(contradiction, /^## .*delegation/);
    assert.match(contradiction, /\n> .*\*\*.*Galuzin.*\n>\n> — .*`002_\w+\.txt:\d+`\n/);
    const name = placeOf(editor.document, 'Mikhail Galuzin', 'Galuzin');
    editor.selection = new vscode.Selection(name, name);
    await vscode.commands.executeCommand('crossread.copyEntity');
    assert.match(await vscode.env.clipboard.readText(), /^## Mikhail Galuzin\n/);
  });

  it('the whole comparison is saved as a page or as Markdown', async () => {
    for (const [name, expected] of [
      ['report.html', /^<!DOCTYPE html>[\s\S]*<mark>[\s\S]*<\/html>\n$/],
      ['report.md', /^# [\s\S]*\n## Sources\n/],
    ] as const) {
      await vscode.commands.executeCommand('crossread.saveReport', file(name));
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(name)));
      await rm(file(name).fsPath);
      assert.match(text, expected);
    }
  });

  it('hints with full names come and go with their setting', async () => {
    const { document } = await show(file('001'));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('crossread');
    await settings.update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
    const shown = await eventually('there are hints', async () => {
      const found = await hints();
      return found.length > 0 && found;
    });
    assert.ok(shown.some(({ label }) => label === 'Vladimir Medinsky'));
    await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    await eventually('there are no hints', async () => (await hints()).length === 0);
  });

  it('no key of ours does what another key of VS Code does', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const bindings = JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')) as { key: string; command: string; when?: string }[];
    const own = bindings.filter(({ command }) => command.startsWith('crossread.'));
    assert.ok(own.length >= 6, `found ${own.length} keys of Crossread`);
    for (const { key, command, when = '' } of own) {
      const others = bindings.filter((each) => each.key === key && !each.command.startsWith('crossread.'));
      // One that holds only where ours is ruled out does no harm.
      const excluded = when.split(' && ').flatMap((each) => (each.startsWith('!') ? each.slice(1) : []));
      const rivals = others.filter((each) => !excluded.some((context) => each.when?.split(' && ').includes(context)));
      assert.deepEqual(rivals, [], `${key} of ${command}`);
    }
  });
});
