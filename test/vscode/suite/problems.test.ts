import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  awaitDelegationProblem,
  closeAll,
  delegationProblem,
  eventually,
  file,
  lineAt,
  rangeOf,
  scanned,
  show,
} from './helpers.ts';

/** Any text as a whole: VS Code cuts a range to the document. */
const whole = new vscode.Range(0, 0, 1_000_000, 0);

describe('Problems', () => {
  before(scanned);
  afterEach(closeAll);

  it('lists who is in the Russian delegation in each source that says so', async () => {
    for (const seed of ['000', '001', '002'] as const) {
      await awaitDelegationProblem(file(seed));
    }
  });

  it('leads to the conflicting statements in the other sources', async () => {
    const problem = await awaitDelegationProblem(file('002'));
    const related = problem.relatedInformation ?? [];
    assert.ok(related.length > 0, 'there is no related information');
    const paths = related.map(({ location }) => location.uri.path);
    assert.ok(paths.includes(file('001').path), `001 is not among ${paths.join(', ')}`);
    for (const { location } of related) {
      assert.match(await lineAt(location.uri, location.range), /Medinsky/);
      assert.ok(!location.range.isEmpty);
    }
  });

  it('shows a conflict as a warning, with a code that leads to its explanation', async () => {
    const problem = await awaitDelegationProblem(file('002'));
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof problem.code === 'object' && problem.code.target, 'the code has no link');
  });

  it('underlines the disputed words and not the whole line', async () => {
    const problem = await awaitDelegationProblem(file('002'));
    const document = await vscode.workspace.openTextDocument(file('002'));
    assert.match(document.getText(problem.range), /^[\w ]*Vladimir Medinsky .*Igor Kostyukov$/);
  });

  it('says nothing of a source that agrees, nor of what is no source', async () => {
    const uris = vscode.languages.getDiagnostics().filter(([, all]) => all.some((one) => one.source === 'Crossread'));
    for (const [uri] of uris) assert.match(uri.path, /\/seeds\/00[0-4]_\w+\.txt$/);
  });

  it('drops the conflict from every source when an edit removes it', async () => {
    await awaitDelegationProblem(file('002'));
    const edit = new vscode.WorkspaceEdit();
    const undo = new vscode.WorkspaceEdit();
    const long = await vscode.workspace.openTextDocument(file('002'));
    const others =
      ', Deputy Foreign Minister Mikhail Galuzin and Igor Kostyukov, a senior military official. Putin had stayed';
    edit.replace(long.uri, rangeOf(long, others), '. Putin had stayed');
    undo.replace(long.uri, whole, long.getText());
    const short = await vscode.workspace.openTextDocument(file('000'));
    edit.replace(short.uri, rangeOf(short, ' and to have three other members'), '');
    undo.replace(short.uri, whole, short.getText());
    await show(long.uri);
    await show(short.uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const seed of ['000', '001', '002'] as const) {
      await eventually(`the conflict is gone from ${seed}`, async () => !(await delegationProblem(file(seed))));
    }
    assert.ok(await vscode.workspace.applyEdit(undo));
    for (const seed of ['000', '001', '002'] as const) await awaitDelegationProblem(file(seed));
  });

  it('says in its message what is disputed, and which sources say otherwise', async () => {
    const { message } = await awaitDelegationProblem(file('002'));
    assert.match(message, /Russian delegation|delegation of Russia/);
    assert.match(message, /Putin and Trump Stay Away/);
  });
});
