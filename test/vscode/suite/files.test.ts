import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import { closeAll, delegationProblem, eventually, file, problems, scanned, show } from './helpers.ts';

const fifth = `Russian delegation lands in Istanbul

Istanbul, May 15, 2025

The plane that carried the Russian delegation landed in Istanbul on Thursday morning, the Kremlin said.

Presidential aide Vladimir Medinsky is leading the Russian delegation, which also includes Deputy Justice Minister
Pavel Orlov and Maria Belova, a member of the parliament. They are to meet the Ukrainian delegation in the afternoon.
`.replace('Minister\nPavel', 'Minister Pavel');

describe('files that come and go outside the editor', () => {
  before(scanned);
  after(async () => {
    await rm(file('005.txt').fsPath, { force: true });
    await rm(file('006.txt').fsPath, { force: true });
    await closeAll();
  });

  it('a new source is read against the others, renamed, and forgotten when it is deleted', async () => {
    await writeFile(file('005.txt').fsPath, fifth);
    await eventually('the new source has the conflict', () => delegationProblem(file('005.txt')));
    await eventually('the conflict in 001 refers to the new source', async () => refersTo('005.txt'));
    await rename(file('005.txt').fsPath, file('006.txt').fsPath);
    await eventually('the conflict in 001 refers to the new name', async () => refersTo('006.txt'));
    await eventually('the old name has no problems', () => problems(file('005.txt')).length === 0);
    await rm(file('006.txt').fsPath);
    await eventually('the deleted source has no problems', () => problems(file('006.txt')).length === 0);
    await eventually('no conflict refers to the deleted source', async () => !(await refersTo('006.txt')));
  });

  it('a file that is no prose is left alone', async () => {
    await writeFile(file('requirements.txt').fsPath, 'requests==2.32.0\nflask>=3.0\nnumpy==2.1.0\n');
    await show(file('requirements.txt'));
    await writeFile(file('005.txt').fsPath, fifth);
    await eventually('a source that came later has been read', () => delegationProblem(file('005.txt')));
    assert.deepEqual(problems(file('requirements.txt')), []);
    await rm(file('requirements.txt').fsPath);
  });
});

async function refersTo(name: string): Promise<boolean> {
  const related = (await delegationProblem(file('001')))?.relatedInformation ?? [];
  return related.some(({ location }) => location.uri.path === file(name).path);
}
