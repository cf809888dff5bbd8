import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../../server/src/workspace/nodeFileSystem.ts';
import { withTimeLimit } from '../../../server/src/workspace/timeLimit.ts';
import { FIVE, TWENTY_FOUR } from '../../texts.ts';
import { MemoryFileSystem, ROOT, sourcesOf, uriOf, workspaceOf } from './memory.ts';

const LIMIT_MS = 20;

describe('a drive that does not answer', () => {
  const stalled = () =>
    workspaceOf({ 'a.txt': FIVE, 'file:///net/b.txt': TWENTY_FOUR, 'file:///net/c.txt': FIVE }, undefined, (fs) =>
      withTimeLimit(fs, LIMIT_MS),
    );

  test('is given up in time, told of once, and the rest is read', async () => {
    const { fs, workspace, configure, messages, logs } = stalled();
    fs.silent.add('file:///net');
    await configure({}, [ROOT, 'file:///net']);
    expect(sourcesOf(await workspace.reading())).toEqual(['a.txt']);
    expect(messages).toEqual(['silence: file:///net']);
    expect(logs).toEqual([expect.stringMatching(/net could not be read: no answer within 0.02 s/)]);
  });

  test('keeps the sources that were read from it before', async () => {
    const { fs, workspace, configure, messages } = stalled();
    await configure({}, [ROOT, 'file:///net']);
    fs.silent.add('file:///net');
    await workspace.rescan();
    await workspace.filesChanged([{ uri: 'file:///net/b.txt', type: 'changed' }]);
    const reading = await workspace.reading();
    expect(reading.sources).toHaveLength(3);
    expect(reading.contradictions).toHaveLength(1);
    expect(messages).toEqual(['silence: file:///net file:///net/b.txt file:///net/c.txt']);
  });

  test('is asked nothing more for a while, and then again', async () => {
    const fs = new MemoryFileSystem({
      'file:///net/a.txt': 'one',
      'file:///net/sub/b.txt': 'two',
      'file:///c.txt': '3',
    });
    const limited = withTimeLimit(fs, LIMIT_MS, LIMIT_MS);
    fs.silent.add('file:///net/a.txt');
    await expect(limited.readFile('file:///net/a.txt')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const reads = fs.reads;
    await expect(limited.readFile('file:///net/sub/b.txt')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(fs.reads).toBe(reads);
    expect(await limited.readFile('file:///c.txt')).toHaveLength(1);
    await expect.poll(() => limited.readFile('file:///net/sub/b.txt').catch(() => undefined)).toHaveLength(3);
  });

  test('answers in time as if there were no limit', async () => {
    const here = new URL(import.meta.url).href;
    const limited = withTimeLimit(nodeFileSystem);
    expect(await limited.stat(here)).toEqual(await nodeFileSystem.stat(here));
    await expect(limited.stat(`${here}.gone`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('files that change while they are read', () => {
  test('vanish and shrink, and the scan goes on', async () => {
    const { fs, workspace, configure, logs, messages } = workspaceOf({
      'a.txt': FIVE,
      'b.txt': TWENTY_FOUR,
      'c.txt': FIVE.repeat(50),
    });
    fs.onRead = (uri) => {
      if (uri === uriOf('b.txt')) fs.files.delete(uri);
      if (uri === uriOf('c.txt')) fs.files.set(uri, FIVE.slice(0, 10));
    };
    await configure();
    expect(sourcesOf(await workspace.reading())).toEqual(['a.txt']);
    expect([...logs, ...messages]).toEqual([]);
  });

  test('grow beyond the limit, and are left out', async () => {
    const { fs, workspace, configure, messages } = workspaceOf({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
    fs.onRead = (uri) => {
      if (uri === uriOf('b.txt')) fs.files.set(uri, TWENTY_FOUR.repeat(100));
    };
    await configure({ maximumFileSize: 0.001 });
    expect(sourcesOf(await workspace.reading())).toEqual(['a.txt']);
    expect(messages).toEqual([`size: ${uriOf('b.txt')}`]);
  });

  test('that may not be read are one line in the log each', async () => {
    const { fs, workspace, configure, logs } = workspaceOf({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
    fs.forbidden.add(uriOf('b.txt'));
    await configure();
    expect(sourcesOf(await workspace.reading())).toEqual(['a.txt']);
    expect(logs).toEqual([expect.stringMatching(/^warn: .*b\.txt could not be read: permission denied/)]);
  });
});

describe('a file that is too large', () => {
  const big = FIVE.repeat(100);

  test('is told of in one message for all of them, once', async () => {
    const made = workspaceOf({ 'a.txt': FIVE, 'big.txt': big, 'bigger.txt': big + big });
    await made.configure({ maximumFileSize: 0.001 });
    await made.workspace.rescan();
    expect(made.messages).toEqual([`size: ${uriOf('big.txt')} ${uriOf('bigger.txt')}`]);
  });

  test('is no news where there are no sources', async () => {
    const made = workspaceOf({ 'words.txt': big });
    await made.configure({ maximumFileSize: 0.001 });
    expect(made.messages).toEqual([]);
    expect(made.logs).toHaveLength(1);
  });

  test('is told of when it grows, and what it was is no source any more', async () => {
    const made = workspaceOf({ 'a.txt': FIVE, 'b.txt': TWENTY_FOUR });
    await made.configure({ maximumFileSize: 0.001 });
    made.fs.files.set(uriOf('b.txt'), big);
    await made.workspace.filesChanged([{ uri: uriOf('b.txt'), type: 'changed' }]);
    expect(sourcesOf(await made.workspace.reading())).toEqual(['a.txt']);
    expect(made.messages).toEqual([`size: ${uriOf('b.txt')}`]);
  });
});

test('a file whose name changes in case only is there once, by its new name, where case does not count', async () => {
  const { fs, workspace, configure } = workspaceOf({ 'a.txt': FIVE, 'News/b.txt': TWENTY_FOUR });
  await configure();
  for (const [from, to] of [
    ['a.txt', 'A.txt'],
    ['News/b.txt', 'news/b.txt'],
  ] as const) {
    fs.files.set(uriOf(to), fs.files.get(uriOf(from)) as string);
    fs.files.delete(uriOf(from));
    fs.links.set(uriOf(from), uriOf(to));
    await workspace.filesChanged([
      { uri: uriOf(to), type: 'created' },
      { uri: uriOf(from), type: 'deleted' },
    ]);
  }
  expect(sourcesOf(await workspace.reading())).toEqual(['A.txt', 'news/b.txt']);
});
