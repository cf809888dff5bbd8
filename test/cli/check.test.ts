import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { crossread, withFiles } from './command.ts';

const FIVE_DIED = 'Five people died when the bridge in Sofia collapsed on Monday, police said.\n';
const NINE_DIED = 'Nine people died when the bridge in Sofia collapsed on Monday, police said.\n';

const paths = (folder: string, args: string[]): string[] =>
  JSON.parse(crossread([...args, '--format', 'json'], folder).stdout).sources.map((s: { path: string }) => s.path);

describe('crossread check', () => {
  it('leaves out files of many megabytes that lie in a folder, with one line, and reads the rest', () => {
    withFiles({ 'a.txt': FIVE_DIED, 'data.txt': FIVE_DIED.repeat(30_000) }, (folder) => {
      const { code, stderr } = crossread(['check', '.'], folder);
      expect(code).toBe(0);
      expect(stderr).toMatch(/^crossread: .*data\.txt: 2 MB; name it itself to have it read\n$/);
    });
  });

  it('ends with 0 where nothing is found, and says so', () => {
    withFiles({ 'a.txt': FIVE_DIED }, (folder) => {
      expect(crossread(['check', '.'], folder)).toEqual({
        code: 0,
        stdout: 'No contradictions found in 1 source.\n',
        stderr: '',
      });
    });
  });

  it('ends with 1 where contradictions are found, and quotes both sides with their places', () => {
    withFiles({ 'a.txt': FIVE_DIED, 'b.txt': `Bridge collapses\n\n${NINE_DIED}` }, (folder) => {
      const { code, stdout, stderr } = crossread(['check', '.'], folder);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toMatch(/^ +a\.txt:1:1 “Five people died/m);
      expect(stdout).toMatch(/^ +b\.txt:3:1 “Nine people died/m);
      expect(stdout).toMatch(/\n1 contradiction in 2 sources: 1 (conflict|update|variation)\.\n$/);
    });
  });

  it.each([
    ['html', /<mark>Five<\/mark>[\s\S]*<code>texts\/a\.txt:1<\/code>[\s\S]*<\/html>\n$/],
    ['markdown', /> \*\*Five\*\*[\s\S]*`texts\/a\.txt:1`[\s\S]*\n## Sources\n/],
  ])('writes a whole %s report', (format, expected) => {
    withFiles({ 'texts/a.txt': FIVE_DIED, 'texts/b.txt': NINE_DIED }, (folder) => {
      const { code, stdout, stderr } = crossread(['check', 'texts', '--format', format], folder);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toMatch(expected);
    });
  });

  it('leaves out what is less sure than --min-confidence', () => {
    withFiles({ 'a.txt': FIVE_DIED, 'b.txt': NINE_DIED }, (folder) => {
      expect(crossread(['check', '.', '--min-confidence', '1'], folder).code).toBe(0);
      expect(crossread(['check', '.', '--min-confidence', '0'], folder).code).toBe(1);
    });
  });

  it.each([
    ['no command', [], /a command is missing/],
    ['an unknown command', ['verify', '.'], /unknown command "verify"/],
    ['no files', ['check'], /needs files or folders/],
    ['an unknown option', ['check', '.', '--loud'], /--loud/],
    [
      'an unknown format',
      ['check', '.', '--format', 'xml'],
      /--format is text, html, markdown, json, sarif or csv, not "xml"/,
    ],
    ['a confidence out of range', ['check', '.', '--min-confidence', '2'], /from 0 to 1, not "2"/],
    ['a missing path', ['check', 'nowhere'], /nowhere: no such file or folder/],
    ['a binary file by name', ['check', 'picture.txt'], /picture\.txt: not a text \(binary data\)/],
  ])('ends with 2 and one line on stderr for %s', (_, args, message) => {
    withFiles({ 'picture.txt': Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256) }, (folder) => {
      const { code, stdout, stderr } = crossread(args, folder);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^crossread: [^\n]+\n$/);
      expect(stderr).toMatch(message);
    });
  });

  it('prints help and version', () => {
    expect(crossread(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = crossread(['--help']);
    expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: '' });
    expect(help.stdout).toContain('--min-confidence');
  });

  it('reads the texts of a folder and of all folders inside but hidden ones and node_modules, each once', () => {
    const files = [
      'b.txt',
      'a.text',
      'in/C.TXT',
      '.git/x.txt',
      'node_modules/p/x.txt',
      'readme.md',
      'requirements.txt',
    ];
    withFiles(Object.fromEntries(files.map((file) => [file, FIVE_DIED])), (folder) => {
      symlinkSync('..', join(folder, 'in', 'loop'));
      expect(paths(folder, ['check', '.'])).toEqual(['a.text', 'b.txt', 'in/C.TXT', 'requirements.txt']);
      expect(paths(folder, ['check', 'b.txt', './b.txt', '.'])).toEqual([
        'a.text',
        'b.txt',
        'in/C.TXT',
        'requirements.txt',
      ]);
      expect(paths(folder, ['check', 'readme.md', 'node_modules'])).toEqual(['node_modules/p/x.txt', 'readme.md']);
      expect(paths('.', ['check', folder])[0]).toBe(join(folder, 'a.text'));
    });
  });

  it('reads names with spaces, quotes, percent signs and other scripts', () => {
    const names = [`it's 100% #1.txt`, 'Київ–Türkiye.txt', 'a%20b.txt'];
    withFiles(Object.fromEntries(names.map((name) => [name, FIVE_DIED])), (folder) => {
      expect(paths(folder, ['check', '.']).toSorted()).toEqual(names.toSorted());
    });
  });

  it('warns of a binary file inside a folder and reads the rest', () => {
    withFiles({ 'a.txt': FIVE_DIED, 'b.txt': new Uint8Array(400) }, (folder) => {
      const { code, stdout, stderr } = crossread(['check', '.'], folder);
      expect({ code, stdout }).toEqual({ code: 0, stdout: 'No contradictions found in 1 source.\n' });
      expect(stderr).toBe('crossread: b.txt: not a text (binary data)\n');
    });
  });

  it('counts offsets from after the byte order mark, in any encoding', () => {
    const files = {
      'utf16.txt': Buffer.from(`\uFEFF${FIVE_DIED}`, 'utf16le'),
      'utf8.txt': Buffer.from(`\uFEFF${FIVE_DIED}`),
    };
    withFiles(files, (folder) => {
      const report = JSON.parse(crossread(['check', '.', '--format', 'json'], folder).stdout);
      for (const source of report.sources) expect(source.length).toBe(FIVE_DIED.length);
      const sofia = report.entities.find((entity: { name: string }) => entity.name === 'Sofia');
      for (const mention of sofia.mentions) expect(mention.start).toBe(FIVE_DIED.indexOf('Sofia'));
    });
  });

  it('does not let a text steer the terminal', () => {
    const steer = (text: string) => text.replace('in Sofia', 'in \u001b[31mSofia\u202e');
    withFiles({ 'a.txt': steer(FIVE_DIED), 'b.txt': steer(NINE_DIED) }, (folder) => {
      const { stdout } = crossread(['check', '.', '--min-confidence', '0'], folder);
      expect(stdout).toContain('Nine people died');
      expect(stdout).not.toContain('\u001b');
      expect(stdout).not.toContain('\u202e');
    });
  });

  it('writes a long report wholly into a pipe', () => {
    const names = Array.from({ length: 6000 }, (_, i) => `Anna Berg met Carl Dahl in Oslo on day ${i}.`);
    withFiles({ 'long.txt': names.join('\n') }, (folder) => {
      const { code, stdout } = crossread(['check', '.', '--format', 'json'], folder);
      expect(code).not.toBe(2);
      expect(stdout.length).toBeGreaterThan(500_000);
      expect(JSON.parse(stdout).version).toBe(1);
    });
  });

  it.skipIf(process.platform === 'win32')('stays quiet when the reader of the pipe leaves early', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `Anna Berg met Carl Dahl in Oslo on day ${i}.`);
    withFiles({ 'long.txt': names.join('\n') }, (folder) => {
      const command = `"${process.execPath}" "${resolve('dist/cli.js')}" check . --format json | head -c 20`;
      const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
      expect({ stdout: stdout.slice(0, 12), stderr }).toEqual({ stdout: '{"version":1', stderr: '' });
    });
  });
});
