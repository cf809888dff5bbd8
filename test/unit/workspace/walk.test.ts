import { expect, test } from 'vitest';
import { walk } from '../../../server/src/workspace/walk.ts';
import { MemoryFileSystem } from './memory.ts';

async function walked(fs: MemoryFileSystem, roots = ['file:///r'], enters = (_path: string) => true) {
  const met = new Set<string>();
  const found: string[] = [];
  const errors: string[] = [];
  const options = {
    enters,
    gives: (path: string) => path.endsWith('.txt'),
    onError: (uri: string) => errors.push(uri),
  };
  for (const root of roots) for await (const uri of walk(fs, root, options, met)) found.push(uri);
  return { found, errors };
}

const FILES = { 'file:///r/b.txt': '', 'file:///r/a/x.txt': '', 'file:///r/a/y.md': '', 'file:///r/c/d/z.txt': '' };

test('gives the files that are wanted, in the order of their names', async () => {
  const { found } = await walked(new MemoryFileSystem(FILES));
  expect(found).toEqual(['file:///r/b.txt', 'file:///r/a/x.txt', 'file:///r/c/d/z.txt']);
});

test('does not look into a folder that is not entered', async () => {
  const { found } = await walked(new MemoryFileSystem(FILES), undefined, (path) => path !== 'c');
  expect(found).toEqual(['file:///r/b.txt', 'file:///r/a/x.txt']);
});

test('a link to a folder above ends nowhere', async () => {
  const fs = new MemoryFileSystem(FILES);
  fs.links.set('file:///r/a/loop', 'file:///r');
  expect((await walked(fs)).found).toHaveLength(3);
});

test('what a link leads to counts once, under its own name when it has one here', async () => {
  const fs = new MemoryFileSystem({ ...FILES, 'file:///elsewhere/e.txt': '' });
  fs.links.set('file:///r/0.txt', 'file:///r/b.txt');
  fs.links.set('file:///r/outside', 'file:///elsewhere');
  fs.links.set('file:///r/again', 'file:///elsewhere');
  const { found } = await walked(fs);
  expect(found).toHaveLength(4);
  expect(found).toContain('file:///r/b.txt');
  expect(found.filter((uri) => uri.endsWith('e.txt'))).toHaveLength(1);
});

test('a link that leads nowhere and a folder that may not be read are told of, and the rest is read', async () => {
  const fs = new MemoryFileSystem(FILES);
  fs.links.set('file:///r/dead.txt', 'file:///gone.txt');
  fs.forbidden.add('file:///r/a');
  const { found, errors } = await walked(fs);
  expect(found).toEqual(['file:///r/b.txt', 'file:///r/c/d/z.txt']);
  expect(errors.sort()).toEqual(['file:///r/a', 'file:///r/dead.txt']);
});

test('a root inside another gives nothing twice', async () => {
  const { found } = await walked(new MemoryFileSystem(FILES), ['file:///r', 'file:///r/c']);
  expect(found).toHaveLength(3);
});
