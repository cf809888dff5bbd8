import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { awaitDelegationProblem, closeAll, delegationProblem, eventually, file, problems, scanned } from './helpers.ts';

describe('Annotations', () => {
  let out = '';
  const at = (name: string) => vscode.Uri.file(join(out, name));
  const folder = () => file('.').fsPath;
  const exportTo = (format: string, name: string) =>
    vscode.commands.executeCommand('crossread.export', { format, uri: at(name) });
  /** The contradictions and what was decided of them, as the exported table says. */
  const decided = async (): Promise<Map<string, string>> => {
    await exportTo('csv', 'now.csv');
    const rows = (await readFile(at('now.csv').fsPath, 'utf8')).split('\r\n').slice(1);
    return new Map(
      rows.flatMap((row): [string, string][] => {
        const id = /^c-[^,]+/.exec(row)?.[0];
        const state = /,(confirmed|dismissed|resolved),/.exec(row)?.[1] ?? '';
        return id ? [[id, state]] : [];
      }),
    );
  };
  const importRows = async (rows: string[]) => {
    await writeFile(at('rows.csv').fsPath, ['id,verdict', ...rows].join('\n'));
    await vscode.commands.executeCommand('crossread.import', at('rows.csv'));
  };
  const all = () => vscode.languages.getDiagnostics().flatMap(([uri]) => problems(uri));

  before(async () => {
    await scanned();
    out = await mkdtemp(join(tmpdir(), 'crossread-out-'));
  });
  afterEach(async () => {
    await closeAll();
    for (const each of ['.crossread', '.git']) await rm(join(folder(), each), { recursive: true, force: true });
    await awaitDelegationProblem(file('002'));
  });
  after(() => rm(out, { recursive: true }));

  it('take problems away, and give them back when another program removes the file', async () => {
    const ids = [...(await decided()).keys()];
    assert.ok(ids.length > 0);
    await importRows(ids.map((id) => `${id},dismissed`));
    await eventually('no problem is left', () => all().length === 0);
    await rm(join(folder(), '.crossread/annotations.jsonld'));
    await awaitDelegationProblem(file('002'));
  });

  it('are exported for other programs', async () => {
    for (const format of ['jsonld', 'conll', 'sarif']) await exportTo(format, `x.${format}`);
    await exportTo('brat', 'brat');
    const files = (await readdir(at('brat').fsPath)).filter((name) => name.endsWith('.ann'));
    assert.equal(files.length, 5);
    assert.match(await readFile(at(`brat/${files[0]}`).fsPath, 'utf8'), /^T1\t\w+ \d+ \d+\t/);
    assert.equal(JSON.parse(await readFile(at('x.sarif').fsPath, 'utf8')).version, '2.1.0');
    assert.match(await readFile(at('x.conll').fsPath, 'utf8'), /\tB-PER$/m);
  });

  it('of two branches are both there after Git has merged them', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
        cwd: folder(),
        stdio: 'pipe',
      });
    const commit = () => {
      git('add', '-A');
      git('commit', '-qm', 'Decide');
    };
    const [first, second] = [...(await decided()).keys()];
    git('init', '-q', '-b', 'main');
    commit();
    git('checkout', '-qb', 'other');
    await importRows([`${first},confirmed`]);
    commit();
    git('checkout', '-q', 'main');
    await eventually('the other branch is out of sight', async () => (await decided()).get(first as string) === '');
    await importRows([`${second},dismissed`]);
    commit();
    git('merge', '-q', '--no-edit', 'other');
    await eventually('both are decided', async () => {
      const now = await decided();
      return now.get(first as string) === 'confirmed' && now.get(second as string) === 'dismissed';
    });
  });

  it('say at its line what is wrong with a watch list, and use it when it is right', async () => {
    await vscode.commands.executeCommand('crossread.openWatchList');
    const document = vscode.window.activeTextEditor?.document as vscode.TextDocument;
    const write = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
      await document.save();
    };
    await write('{\n  "entities": [\n    { "name": "The delegation", "type": "human" }\n  ]\n}\n');
    const problem = await eventually('the line has a problem', () => problems(document.uri)[0]);
    assert.equal(problem.range.start.line, 2);
    await write(
      '{\n  "entities": [\n    { "name": "Our man", "aliases": ["Vladimir Medinsky"], "type": "person" }\n  ]\n}\n',
    );
    await eventually('the problem is gone', () => problems(document.uri).length === 0);
    await eventually('it has the name of the list', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Our man',
      );
      return symbols.some(({ name }) => name === 'Our man');
    });
    assert.ok(await delegationProblem(file('002')));
  });
});
