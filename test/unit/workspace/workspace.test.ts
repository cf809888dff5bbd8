import { describe, expect, test } from 'vitest';
import { FIVE, TWENTY_FOUR } from '../../texts.ts';
import { documentOf, ROOT, sourcesOf, uriOf, WaitingEngine, workspaceOf } from './memory.ts';

async function scanned(files: Record<string, string | Uint8Array>, settings = {}) {
  const made = workspaceOf(files);
  await made.configure(settings);
  return { ...made, names: async () => sourcesOf(await made.workspace.reading()) };
}

describe('a scan', () => {
  test('reads the prose and leaves the rest alone', async () => {
    const { names } = await scanned({
      'a.txt': FIVE,
      'sub/b.txt': TWENTY_FOUR,
      'words.txt': 'one\ntwo\n',
      'c.md': FIVE,
    });
    expect(await names()).toEqual(['a.txt', 'sub/b.txt']);
  });

  test('reads nothing at all where no file is a candidate', async () => {
    const { fs, names } = await scanned({
      'src/main.ts': 'export {};',
      'README.md': FIVE,
      'node_modules/x/a.txt': FIVE,
    });
    expect(await names()).toEqual([]);
    expect(fs.reads).toBe(0);
  });

  test('decodes what is not UTF-8', async () => {
    const { workspace } = await scanned({ 'a.txt': Buffer.from(`\ufeff${FIVE.replace('Karo', 'Čaro')}`, 'utf16le') });
    expect((await workspace.reading()).document(uriOf('a.txt'))?.text).toBe(FIVE.replace('Karo', 'Čaro'));
  });

  test('leaves out files above the size limit, and says so once', async () => {
    const files = { 'a.txt': FIVE, 'big.txt': FIVE.repeat(100) };
    const { names, logs, configure } = await scanned(files, { maximumFileSize: 0.001 });
    await configure({ maximumFileSize: 0.001 });
    expect(await names()).toEqual(['a.txt']);
    expect(logs).toHaveLength(1);
    expect(logs[0]).toMatch(/big\.txt is not read.*crossread\.maximumFileSize/);
  });

  test('stops at the most sources that may be read, says so, and reads on when the user wants all', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, FIVE]));
    const { names, bounds, workspace, fs } = await scanned(files, { maximumSources: 2 });
    expect(await names()).toEqual(['a.txt', 'b.txt']);
    expect(bounds).toEqual([2]);
    workspace.edit(documentOf('d.txt', TWENTY_FOUR));
    expect(await names()).toEqual(['a.txt', 'b.txt', 'd.txt']);
    fs.files.set(uriOf('e.txt'), FIVE);
    await workspace.filesChanged([{ uri: uriOf('e.txt'), type: 'created' }]);
    expect(await names()).toEqual(['a.txt', 'b.txt', 'd.txt']);
    await workspace.readAll();
    expect(await names()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']);
  });

  test('does not speak of a bound that is not reached, and knows none with 0', async () => {
    const files = { 'a.txt': FIVE, 'b.txt': TWENTY_FOUR, 'c.txt': 'too short' };
    expect((await scanned(files, { maximumSources: 2 })).bounds).toEqual([]);
    const { bounds, names } = await scanned(files, { maximumSources: 0 });
    expect([bounds, await names()]).toEqual([[], ['a.txt', 'b.txt']]);
  });

  test('reads what is forced in and leaves what is forced out', async () => {
    const sources = { 'notes.md': true, 'hidden/node_modules/x.txt': true, 'a.txt': false, 'list.txt': true };
    const files = { 'notes.md': 'One.', 'hidden/node_modules/x.txt': 'Two.', 'a.txt': FIVE, 'list.txt': 'three' };
    const { names } = await scanned(files, { sources });
    expect(await names()).toEqual(['hidden/node_modules/x.txt', 'list.txt', 'notes.md']);
  });

  test('takes the folders of a workspace as one reading', async () => {
    const made = workspaceOf({ 'file:///one/a.txt': FIVE, 'file:///two/b.txt': TWENTY_FOUR });
    await made.configure({}, ['file:///one', 'file:///two']);
    const reading = await made.workspace.reading();
    expect(sourcesOf(reading)).toEqual(['file:///one/a.txt', 'file:///two/b.txt']);
    expect(reading.contradictions).toHaveLength(1);
  });

  test('says how far it is, and when it has ended', async () => {
    const files = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`${i}.txt`, FIVE.replace('5', `${i}`)]));
    const { scans } = await scanned(files);
    expect(scans.at(0)).toEqual({ done: 0, total: 0 });
    expect(scans).toContainEqual({ done: 32, total: 70 });
    expect(scans.at(-1)).toBeUndefined();
  });

  test('can be cancelled, and keeps what it has read', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.txt`, FIVE.replace('5', `${i}`)]));
    const made = workspaceOf(files, (scan) => {
      if (scan && scan.done > 0) made.workspace.cancelScan();
    });
    await made.configure();
    const { sources } = await made.workspace.reading();
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.length).toBeLessThan(100);
    expect(made.scans.at(-1)).toBeUndefined();
  });

  test('that is cancelled before anything is read keeps what is open in an editor', async () => {
    const engine = new WaitingEngine();
    const made = workspaceOf({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR }, undefined, undefined, { engine });
    made.workspace.edit(documentOf('a.txt', FIVE));
    const scan = made.configure();
    await engine.asked;
    made.workspace.cancelScan();
    engine.begin();
    await scan;
    const reading = await made.workspace.reading();
    expect(sourcesOf(reading)).toEqual(['a.txt']);
    expect(reading.document(uriOf('a.txt'))?.text).toBe(FIVE);
    expect(made.scans.at(-1)).toBeUndefined();
  });

  test('answers from the open texts before it has read the others', async () => {
    const made = workspaceOf({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
    made.workspace.edit(documentOf('a.txt', FIVE));
    const scan = made.configure();
    expect(sourcesOf(await made.workspace.reading(uriOf('a.txt')))).toEqual(['a.txt']);
    await scan;
    expect(sourcesOf(await made.workspace.reading())).toEqual(['a.txt', 'b.txt']);
  });
});

describe('an editor', () => {
  test('counts before the disk, and no longer once it is closed', async () => {
    const { workspace } = await scanned({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
    workspace.edit(documentOf('a.txt', FIVE.replace('5 people', '24 people')));
    expect((await workspace.reading(uriOf('a.txt'))).contradictions).toEqual([]);
    await workspace.close(uriOf('a.txt'));
    expect((await workspace.reading(uriOf('a.txt'))).contradictions).toHaveLength(1);
  });

  test('with an untitled text is a source until it is closed', async () => {
    const { workspace, names } = await scanned({ 'a.txt': FIVE });
    workspace.edit(documentOf('untitled:Untitled-1', TWENTY_FOUR));
    expect(await names()).toEqual(['a.txt', 'untitled:Untitled-1']);
    await workspace.close('untitled:Untitled-1');
    expect(await names()).toEqual(['a.txt']);
  });

  test.each([
    ['untitled:Untitled-1', 'javascript'],
    ['output:log', 'plaintext'],
    ['git:/news/a.txt', 'plaintext'],
    ['file:///elsewhere/README.txt', 'plaintext'],
  ])('with %s (%s) is none', async (name, languageId) => {
    const { workspace, names } = await scanned({});
    workspace.edit(documentOf(name, TWENTY_FOUR, languageId));
    expect(await names()).toEqual([]);
  });

  test('with a single file outside all folders is one', async () => {
    const { workspace, names } = await scanned({});
    workspace.edit(documentOf('file:///elsewhere/a.txt', FIVE));
    expect(await names()).toEqual(['file:///elsewhere/a.txt']);
  });

  test('in the language that says so is one, whatever the text looks like, unless it was forced out', async () => {
    const { workspace, names } = await scanned({}, { sources: { 'out.txt': false } });
    workspace.edit(documentOf('note.md', 'One sentence.', 'source-text'));
    workspace.edit(documentOf('out.txt', FIVE, 'source-text'));
    expect(await names()).toEqual(['note.md']);
  });
});

describe('a change on disk', () => {
  test('is read when a file is created, changed, renamed and deleted', async () => {
    const { fs, workspace, names } = await scanned({ 'a.txt': FIVE });
    fs.files.set(uriOf('b.txt'), TWENTY_FOUR);
    await workspace.filesChanged([{ uri: uriOf('b.txt'), type: 'created' }]);
    expect((await workspace.reading()).contradictions).toHaveLength(1);

    fs.files.set(uriOf('b.txt'), TWENTY_FOUR.replace('24', '5'));
    await workspace.filesChanged([{ uri: uriOf('b.txt'), type: 'changed' }]);
    expect((await workspace.reading()).contradictions).toEqual([]);

    fs.files.delete(uriOf('b.txt'));
    fs.files.set(uriOf('c.txt'), TWENTY_FOUR);
    await workspace.filesChanged([
      { uri: uriOf('b.txt'), type: 'deleted' },
      { uri: uriOf('c.txt'), type: 'created' },
    ]);
    expect(await names()).toEqual(['a.txt', 'c.txt']);
  });

  test('of a whole folder takes in and drops what lies in it', async () => {
    const { fs, workspace, names } = await scanned({ 'a.txt': FIVE });
    fs.files.set(uriOf('new/deep/b.txt'), TWENTY_FOUR);
    await workspace.filesChanged([{ uri: uriOf('new'), type: 'created' }]);
    expect(await names()).toEqual(['a.txt', 'new/deep/b.txt']);
    fs.files.delete(uriOf('new/deep/b.txt'));
    await workspace.filesChanged([{ uri: uriOf('new'), type: 'deleted' }]);
    expect(await names()).toEqual(['a.txt']);
  });

  test('does not touch what an editor has open', async () => {
    const { fs, workspace, names } = await scanned({ 'a.txt': FIVE });
    workspace.edit(documentOf('a.txt', FIVE));
    fs.files.delete(uriOf('a.txt'));
    await workspace.filesChanged([{ uri: uriOf('a.txt'), type: 'deleted' }]);
    expect(await names()).toEqual(['a.txt']);
  });

  test('in an excluded folder is not looked at', async () => {
    const { fs, workspace, names } = await scanned({ 'a.txt': FIVE });
    const reads = fs.reads;
    fs.files.set(uriOf('node_modules/x/b.txt'), TWENTY_FOUR);
    await workspace.filesChanged([{ uri: uriOf('node_modules/x'), type: 'created' }]);
    expect(await names()).toEqual(['a.txt']);
    expect(fs.reads).toBe(reads);
  });
});

describe('settings', () => {
  test('take effect on what was read before', async () => {
    const { configure, names } = await scanned({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR, 'c.md': FIVE });
    await configure({ exclude: ['b.txt'], include: ['**/*.txt', '**/*.md'] });
    expect(await names()).toEqual(['a.txt', 'c.md']);
    await configure();
    expect(await names()).toEqual(['a.txt', 'b.txt']);
  });

  test('hide contradictions below the confidence that is asked for', async () => {
    const { configure, workspace } = await scanned({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
    await configure({ minimumConfidence: 1 });
    expect((await workspace.reading()).contradictions).toEqual([]);
    await configure({ minimumConfidence: 0 });
    expect((await workspace.reading()).contradictions).toHaveLength(1);
  });

  test('a folder that leaves the workspace takes its sources along', async () => {
    const made = workspaceOf({ 'a.txt': FIVE, 'file:///two/b.txt': TWENTY_FOUR });
    await made.configure({}, [ROOT, 'file:///two']);
    await made.configure({}, [ROOT]);
    expect(sourcesOf(await made.workspace.reading())).toEqual(['a.txt']);
  });
});

test('a rescan finds what nobody told of', async () => {
  const { fs, workspace, names } = await scanned({ 'a.txt': FIVE });
  fs.files.set(uriOf('b.txt'), TWENTY_FOUR);
  await workspace.rescan();
  expect(await names()).toEqual(['a.txt', 'b.txt']);
});

test('a rescan that another one takes the place of is over when that is', async () => {
  const { fs, workspace, configure, names } = await scanned({ 'a.txt': FIVE });
  fs.files.set(uriOf('b.txt'), TWENTY_FOUR);
  const rescan = workspace.rescan();
  await Promise.resolve();
  const second = configure({ minimumConfidence: 0 });
  await rescan;
  expect(await names()).toEqual(['a.txt', 'b.txt']);
  await second;
});
