import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** What the file names of the seeds begin with. */
export type Seed = '000' | '001' | '002' | '003' | '004';

const seeds: Record<Seed, string> = {
  '000': '000_a15eb59d7d17cfd2.txt',
  '001': '001_90b08b1cdd409f8e.txt',
  '002': '002_78510953446be25d.txt',
  '003': '003_0fffe3313c319658.txt',
  '004': '004_99c7245f22b35a64.txt',
};

/** The file of a seed, or of any other name, in the folder that is open. */
export function file(name: Seed | (string & {})): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, seeds[name as Seed] ?? name);
}

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Where a text stands; it must stand there exactly once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `"${text}" is not in ${document.uri.path}`);
  assert.equal(document.getText().indexOf(text, start + 1), -1, `"${text}" is more than once in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Where `word` stands in the first occurrence of `context`. */
export function placeOf(document: vscode.TextDocument, context: string, word: string): vscode.Position {
  const offset = context.indexOf(word);
  assert.notEqual(offset, -1, `"${word}" is not in "${context}"`);
  const { start } = rangeOf(document, context);
  return document.positionAt(document.offsetAt(start) + offset + 1);
}

/** What the Problems panel lists of Crossread for a file. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((problem) => problem.source === 'Crossread');
}

/** The kind of contradiction that a problem is about: its code. */
export function kindOf(problem: vscode.Diagnostic): string {
  const { code } = problem;
  return String(typeof code === 'object' ? code.value : code);
}

/** The line of a source that a place is in, as it is in the editor or else on disk; the source is not opened for it. */
export async function lineAt(uri: vscode.Uri, { start }: vscode.Range): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const text = open?.getText() ?? (await readFile(uri.fsPath, 'utf8'));
  return text.split(/\r?\n/)[start.line] ?? '';
}

/** A problem that the panel lists (a hint is not) which disputes a roster on a line that names Medinsky. */
export async function delegationProblem(uri: vscode.Uri): Promise<vscode.Diagnostic | undefined> {
  for (const problem of problems(uri)) {
    const isListed = problem.severity === vscode.DiagnosticSeverity.Warning;
    if (isListed && kindOf(problem) === 'roster' && /Medinsky/.test(await lineAt(uri, problem.range))) return problem;
  }
  return undefined;
}

/**
 * Waits until something is so. There is no other wait in the suite: whatever takes longer on a slow machine just does.
 *
 * @param what completes the sentence "waited in vain until …"
 * @param condition asked again and again; anything but false, null and undefined is the answer
 */
export async function eventually<T>(
  what: string,
  condition: () => T | false | null | undefined | Promise<T | false | null | undefined>,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await condition();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (Date.now() > deadline) assert.fail(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Crossread itself, as VS Code has it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('crossread.crossread');
  assert.ok(found, 'the extension is not installed');
  return found;
}

/**
 * Waits until the first scan has found something. The extension is started here: an embedded VS Code without native modules looks in vain
 * for the files that would start it.
 */
export async function scanned(): Promise<void> {
  await extension().activate();
  await eventually('Problems has something of Crossread', () =>
    vscode.languages.getDiagnostics().some(([uri]) => problems(uri).length > 0),
  );
}

/** Waits until a source has the conflict about the Russian delegation. */
export function awaitDelegationProblem(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return eventually(`the delegation conflict is listed in ${uri.path}`, () => delegationProblem(uri));
}

/** Throws away what was changed in the editors and closes them. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
