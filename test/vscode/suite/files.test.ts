import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import {
  awaitDelegationProblem,
  closeAll,
  delegationProblem,
  eventually,
  file,
  problems,
  scanned,
  show,
} from './helpers.ts';

const fifth = `Russian delegation lands in Istanbul

Istanbul, May 15, 2025

The plane that carried the Russian delegation landed in Istanbul on Thursday morning, the Kremlin said.

Presidential aide Vladimir Medinsky is leading the Russian delegation, which also includes Deputy Justice Minister
Pavel Orlov and Maria Belova, a member of the parliament. They are to meet the Ukrainian delegation in the afternoon.
`.replace('Minister\nPavel', 'Minister Pavel');

const added = ['005.txt', '006.txt', 'requirements.txt'];

describe('files that come and go outside the editor', () => {
  before(scanned);
  afterEach(async () => {
    await closeAll();
    for (const name of added) await rm(file(name).fsPath, { force: true });
    await eventually('nothing is left of the added files', () => !mentioned(added));
  });

  it('a new source is read against the others', async () => {
    await writeFile(file('005.txt').fsPath, fifth);
    await awaitDelegationProblem(file('005.txt'));
    await eventually('the conflict in 002 refers to the new source', () => mentioned(['005.txt']));
  });

  it('a source that is renamed is known by its new name', async () => {
    await writeFile(file('005.txt').fsPath, fifth);
    await awaitDelegationProblem(file('005.txt'));
    await rename(file('005.txt').fsPath, file('006.txt').fsPath);
    await awaitDelegationProblem(file('006.txt'));
    await eventually('the old name is gone', () => !mentioned(['005.txt']));
  });

  it('a source that is deleted is forgotten', async () => {
    await writeFile(file('005.txt').fsPath, fifth);
    await awaitDelegationProblem(file('005.txt'));
    await rm(file('005.txt').fsPath);
    await eventually('no problem refers to the deleted source', () => !mentioned(['005.txt']));
  });

  it('a source that is changed is read again', async () => {
    await writeFile(file('005.txt').fsPath, fifth);
    await awaitDelegationProblem(file('005.txt'));
    await writeFile(file('005.txt').fsPath, fifth.replace(/^Presidential aide.*$/m, 'Nobody said who was on board.'));
    await eventually('the conflict is gone', async () => !(await delegationProblem(file('005.txt'))));
  });

  it('a file that is no prose is left alone', async () => {
    await writeFile(file('requirements.txt').fsPath, 'requests==2.32.0\nflask>=3.0\nnumpy==2.1.0\n');
    await show(file('requirements.txt'));
    await writeFile(file('005.txt').fsPath, fifth);
    await awaitDelegationProblem(file('005.txt'));
    assert.deepEqual(problems(file('requirements.txt')), []);
  });
});

/** Whether Problems has one of these files, or refers to it from another. */
function mentioned(names: string[]): boolean {
  const paths = new Set(names.map((name) => file(name).path));
  return vscode.languages
    .getDiagnostics()
    .some(([uri]) =>
      problems(uri).some(
        ({ relatedInformation = [] }) =>
          paths.has(uri.path) || relatedInformation.some(({ location }) => paths.has(location.uri.path)),
      ),
    );
}
