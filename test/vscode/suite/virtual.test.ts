import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerFile, useFile } from '../../../client/src/files.ts';
import type { FileParams } from '../../../server/src/protocol.ts';

/** Files in memory, as a provider of VS Code. */
class Memory implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch = () => new vscode.Disposable(() => undefined);

  stat({ path }: vscode.Uri): vscode.FileStat {
    const content = this.files.get(path);
    const isFolder = [...this.files.keys()].some((each) => each.startsWith(`${path}/`));
    if (!content && !isFolder) throw vscode.FileSystemError.FileNotFound(path);
    const type = content ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: content?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = [...this.files.keys()].filter((each) => each.startsWith(`${path}/`));
    return names.map((each) => [each.slice(path.length + 1), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.files.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile = ({ path }: vscode.Uri, content: Uint8Array) => void this.files.set(path, content);
  delete = ({ path }: vscode.Uri) => void this.files.delete(path);
  createDirectory = () => undefined;

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.files.set(to.path, this.readFile(from));
    this.files.delete(from.path);
  }
}

const codeOf = (error: unknown) => (error as { data?: { code?: string } }).data?.code;
const use = (params: FileParams) => useFile(vscode.Uri.parse(params.uri), params);
const text = Buffer.from('Officials said so.').toString('base64');

describe('the files of a virtual workspace', () => {
  const memory = new Memory();
  let registered: vscode.Disposable;
  before(() => {
    registered = vscode.workspace.registerFileSystemProvider('crossread-test', memory);
  });
  after(() => registered.dispose());

  it('are read and written for the server', async () => {
    const uri = 'crossread-test:/news/a.txt';
    assert.deepEqual(await use({ does: 'write', uri, content: text, isNew: true }), { isWritten: true });
    assert.deepEqual(await use({ does: 'write', uri, content: '', isNew: true }), { isWritten: false });
    assert.deepEqual(await use({ does: 'read', uri }), { content: text });
    assert.deepEqual(await use({ does: 'stat', uri }), { stat: { type: 'file', size: 18 } });
    assert.deepEqual(await use({ does: 'list', uri: 'crossread-test:/news' }), {
      entries: [{ name: 'a.txt', type: 'file' }],
    });
    await use({ does: 'rename', uri, to: 'crossread-test:/news/b.txt' });
    await use({ does: 'delete', uri });
    assert.deepEqual([...memory.files.keys()], ['/news/b.txt']);
  });

  it('are those in its folders only', async () => {
    for (const uri of ['crossread-test:/news/b.txt', 'file:///etc/hosts', 'untitled:Untitled-1']) {
      await assert.rejects(answerFile({ does: 'read', uri }), (error) => codeOf(error) === 'EACCES');
    }
  });
});
