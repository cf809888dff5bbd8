import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { gitUser, userName } from '../../../server/src/annotations/author.ts';
import { ANNOTATION_FILE, type Problem, parse, serialize } from '../../../server/src/annotations/file.ts';
import { AnnotationStore } from '../../../server/src/annotations/store.ts';
import type { WritableFileSystem } from '../../../server/src/workspace/fileSystem.ts';
import { nodeFileSystem } from '../../../server/src/workspace/nodeFileSystem.ts';
import { MemoryFileSystem, ROOT } from '../workspace/memory.ts';
import { note } from './notes.ts';

const TEXT = 'Officials said 5 people were killed on Monday. Rain fell.\n';
const FILE = `${ROOT}/${ANNOTATION_FILE}`;
const FALLBACK = 'file:///storage/news.jsonld';
const a = note('urn:a', TEXT, '5 people');
const b = note('urn:b', TEXT, 'Monday');
const c = note('urn:c', TEXT, 'Rain');
const file = (...annotations: Annotation[]) => serialize(new Map(annotations.map((each) => [each.id, each])));

async function open(fs: WritableFileSystem, folder = ROOT) {
  const told: { changes: number; problems: (Problem | undefined)[]; messages: string[] } = {
    changes: 0,
    problems: [],
    messages: [],
  };
  const store = new AnnotationStore(fs, folder, FALLBACK, {
    onChanged: () => told.changes++,
    onProblem: (_, problem) => told.problems.push(problem),
    onMessage: (message) => told.messages.push(message),
  });
  await store.load();
  return { store, told, ids: () => [...store.annotations.keys()].sort() };
}

async function stored(fs: WritableFileSystem, uri = FILE): Promise<string[]> {
  return [...parse(new TextDecoder().decode(await fs.readFile(uri))).annotations.keys()].sort();
}

describe('the annotations of a folder', () => {
  it('are there in the next session', async () => {
    const fs = new MemoryFileSystem();
    await (await open(fs)).store.put(a, b);
    expect((await open(fs)).ids()).toEqual(['urn:a', 'urn:b']);
  });

  it('stand in the order in which the next session has them, in whatever order they were added', async () => {
    const fs = new MemoryFileSystem();
    const { store } = await open(fs);
    await store.put(c);
    const saved = store.put(a, b);
    expect([...store.annotations.keys()]).toEqual(['urn:a', 'urn:b', 'urn:c']);
    await saved;
    expect([...(await open(fs)).store.annotations.keys()]).toEqual(['urn:a', 'urn:b', 'urn:c']);
  });

  it('leave nothing beside the file but what helps Git', async () => {
    const fs = new MemoryFileSystem();
    const { store } = await open(fs);
    await store.put(a);
    await store.remove('urn:a');
    expect([...fs.files.keys()].sort()).toEqual([`${ROOT}/.crossread/.gitattributes`, FILE]);
  });

  it('are saved at once after a process was killed while it saved, and what it left is gone', async () => {
    const fs = new MemoryFileSystem();
    await (await open(fs)).store.put(a);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const left = `${FILE}.${crypto.randomUUID()}.tmp`;
    fs.files.set(`${FILE}.lock`, `${dead} ${hostname()} x`);
    fs.files.set(left, file(a).slice(0, 40));
    const { store } = await open(fs);
    await store.put(b);
    expect(await stored(fs)).toEqual(['urn:a', 'urn:b']);
    expect([...fs.files.keys()].sort()).toEqual([`${ROOT}/.crossread/.gitattributes`, FILE]);
  });

  it('make no file until there is one', async () => {
    const fs = new MemoryFileSystem();
    await open(fs);
    expect(fs.files.size).toBe(0);
  });

  it('take in what another program does to the file, and do not write over it', async () => {
    const fs = new MemoryFileSystem({ [FILE]: file(a) });
    const { store, told, ids } = await open(fs);
    fs.files.set(FILE, file(b));
    await store.put(c);
    expect(ids()).toEqual(['urn:b', 'urn:c']);
    fs.files.set(FILE, file(c, b, a));
    await store.reload();
    expect(ids()).toEqual(['urn:a', 'urn:b', 'urn:c']);
    expect(told.changes).toBe(3);
  });

  it('leave a malformed file as it is, and put what is new into it once it is mended', async () => {
    const broken = file(a, b).replace('"Monday"', '"Mon');
    const fs = new MemoryFileSystem({ [FILE]: broken });
    const { store, told, ids } = await open(fs);
    expect(told.problems).toMatchObject([{ line: 2 }]);
    await store.put(c);
    expect(ids()).toEqual(['urn:a', 'urn:c']);
    expect(fs.files.get(FILE)).toBe(broken);
    fs.files.set(FILE, file(a, b));
    await store.reload();
    expect(told.problems.at(-1)).toBeUndefined();
    expect(await stored(fs)).toEqual(['urn:a', 'urn:b', 'urn:c']);
  });

  it('hold what could not be written over the end of the session', async () => {
    const fs = new MemoryFileSystem({ [FILE]: 'nonsense' });
    await (await open(fs)).store.put(c);
    expect((await open(fs)).ids()).toEqual(['urn:c']);
    fs.files.set(FILE, file(a));
    expect((await open(fs)).ids()).toEqual(['urn:a', 'urn:c']);
    expect(await stored(fs)).toEqual(['urn:a', 'urn:c']);
    expect([...fs.files.keys()].filter((uri) => uri.includes('unsaved'))).toEqual([]);
  });

  it('go to the storage of the extension where the folder is read-only, and the user is told once', async () => {
    const fs = new MemoryFileSystem({ [FILE]: file(a) });
    const real = fs.writeFile.bind(fs);
    fs.createDirectory = async () => undefined;
    fs.createFile = async () => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
    fs.writeFile = async (uri, content) => {
      if (uri.startsWith(ROOT)) throw new Error('written into a read-only folder');
      return real(uri, content);
    };
    const { store, told } = await open(fs);
    await store.put(b);
    await store.put(c);
    expect(told.messages).toHaveLength(1);
    expect(await stored(fs, FALLBACK)).toEqual(['urn:b', 'urn:c']);
    expect((await open(fs)).ids()).toEqual(['urn:a', 'urn:b', 'urn:c']);
  });

  it('stay removed where the folder is read-only, and leave the file once it can be written', async () => {
    const fs = new MemoryFileSystem({ [FILE]: file(a, b) });
    const createFile = fs.createFile.bind(fs);
    fs.createFile = async () => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
    await (await open(fs)).store.remove('urn:a');
    expect((await open(fs)).ids()).toEqual(['urn:b']);
    expect(await stored(fs)).toEqual(['urn:a', 'urn:b']);
    fs.createFile = createFile;
    expect((await open(fs)).ids()).toEqual(['urn:b']);
    expect(await stored(fs)).toEqual(['urn:b']);
    expect([...fs.files.keys()].filter((uri) => uri === FALLBACK)).toEqual([]);
  });

  it('are not removed by an earlier session when they were changed since', async () => {
    const fs = new MemoryFileSystem({ [FILE]: `${file(a)}nonsense` });
    await (await open(fs)).store.remove('urn:a');
    const later = { ...a, modified: '2999-01-01T00:00:00Z' };
    fs.files.set(FILE, file(later));
    expect((await open(fs)).store.annotations.get('urn:a')).toEqual(later);
  });

  it('all reach the file when two write at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crossread-'));
    try {
      const uri = URI.file(folder).toString();
      const [one, two] = [await open(nodeFileSystem, uri), await open(nodeFileSystem, uri)];
      const writes = Array.from({ length: 20 }, (_, i) => {
        const { store } = i % 2 === 0 ? one : two;
        return store.put(note(`urn:${i}`, TEXT, 'Rain', `Note ${i}`));
      });
      await Promise.all(writes);
      const ids = Array.from({ length: 20 }, (_, i) => `urn:${i}`).sort();
      expect(await stored(nodeFileSystem, `${uri}/${ANNOTATION_FILE}`)).toEqual(ids);
      await Promise.all([one.store.reload(), two.store.reload()]);
      expect(one.ids()).toEqual(ids);
      expect(two.ids()).toEqual(ids);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the author', () => {
  it.each([
    ['[user]\n\tname = Ana Bell\n\temail = a@example.org', 'Ana Bell'],
    ['[user]\nname = "Ana \\"A\\" Bell" # me', 'Ana "A" Bell'],
    ['[user]\nname = Old\n[core]\nname = Core\n[user]\nname = New', 'New'],
    ['[user "work"]\nname = Other', undefined],
    ['[User] Name = Ana', 'Ana'],
    ['; name = x', undefined],
  ])('is read from the configuration of Git: %j', (config, name) => {
    expect(userName(config)).toBe(name);
  });

  it('is the repository’s before the user’s, also in a folder below and in a linked working tree', async () => {
    const fs = new MemoryFileSystem({
      'file:///repo/.git/config': '[user]\nname = Repo',
      'file:///repo/news/a.txt': '',
      'file:///repo/.git/worktrees/w/commondir': '../..\n',
      'file:///linked/.git': 'gitdir: /repo/.git/worktrees/w\n',
      'file:///plain/a.txt': '',
      'file:///home/ana/.gitconfig': '[user]\nname = Ana',
    });
    const home = 'file:///home/ana';
    expect(await gitUser(fs, 'file:///repo/news', home)).toBe('Repo');
    expect(await gitUser(fs, 'file:///linked', home)).toBe('Repo');
    expect(await gitUser(fs, 'file:///plain', home)).toBe('Ana');
    expect(await gitUser(fs, 'file:///plain', undefined)).toBeUndefined();
  });

  it('is not looked for in what is no file, or has no end', async () => {
    const fs = new MemoryFileSystem({
      'file:///zip/.git': 'gitdir: /dev',
      'file:///dev/config': `[user]\nname = Evil\n${' '.repeat(2_000_000)}`,
    });
    expect(await gitUser(fs, 'file:///zip', undefined)).toBeUndefined();
  });
});
