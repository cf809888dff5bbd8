import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crossread, withFiles } from './command.ts';

const FIVE = 'Five people died when the bridge in Sofia collapsed on Monday, police said.\n';
const NINE = 'Nine people died when the bridge in Sofia collapsed on Monday, police said.\n';
const FILES = { 'a.txt': FIVE, 'sub/b.txt': NINE };

interface Item {
  id: string;
  severity: string;
  positions: { value: string }[];
  verdict?: { state: string; holds?: string; author?: string };
}

const found = (folder: string): Item[] =>
  JSON.parse(crossread(['check', '.', '--format', 'json'], folder).stdout).contradictions;

describe('crossread verdict', () => {
  it('dismisses a contradiction, which check does not count any more but tells', () => {
    withFiles(FILES, (folder) => {
      const id = (found(folder)[0] as Item).id;
      expect(
        crossread(['verdict', id, 'dismissed', '.', '--reason', 'not-same-event', '--author', 'Ana'], folder),
      ).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(crossread(['check', '.'], folder)).toEqual({
        code: 0,
        stdout: 'No contradictions found in 2 sources. 1 more dismissed or resolved.\n',
        stderr: '',
      });
      expect(found(folder)[0]?.verdict).toMatchObject({ state: 'dismissed', author: 'Ana' });
      expect(crossread(['check', 'a.txt', 'sub/b.txt'], folder).code).toBe(0);
      expect(crossread(['verdict', id, 'open', '.'], folder).code).toBe(0);
      expect(crossread(['check', '.'], folder).code).toBe(1);
    });
  });

  it('resolves one by the value that holds', () => {
    withFiles(FILES, (folder) => {
      const { id, positions } = found(folder)[0] as Item;
      const holds = positions[1]?.value as string;
      expect(crossread(['verdict', id, 'resolved', '.', '--holds', holds], folder).code).toBe(0);
      expect(found(folder)[0]?.verdict).toMatchObject({ state: 'resolved', holds });
    });
  });

  it('counts a dismissed contradiction again once a position has changed', () => {
    withFiles(FILES, (folder) => {
      crossread(['verdict', (found(folder)[0] as Item).id, 'dismissed', '.'], folder);
      writeFileSync(join(folder, 'a.txt'), `Sofia\n\n${FIVE}`);
      expect(crossread(['check', '.'], folder).code).toBe(0);
      writeFileSync(join(folder, 'a.txt'), FIVE.replace('Five', 'Six'));
      const { code, stdout } = crossread(['check', '.'], folder);
      expect(code).toBe(1);
      expect(stdout).toContain('to decide again');
    });
  });

  it('ends with 1 only for what is as grave as --fail-on says', () => {
    withFiles(FILES, (folder) => {
      const { severity } = found(folder)[0] as Item;
      expect(crossread(['check', '.', '--fail-on', 'variation'], folder).code).toBe(1);
      expect(crossread(['check', '.', '--fail-on', 'conflict'], folder).code).toBe(severity === 'conflict' ? 1 : 0);
    });
  });

  it('says what is wrong with an annotation file, and leaves it', () => {
    withFiles({ ...FILES, '.crossread/annotations.jsonld': '{\n"@graph": [,]}' }, (folder) => {
      const { code, stderr } = crossread(['check', '.'], folder);
      expect(code).toBe(1);
      expect(stderr).toMatch(/annotations\.jsonld:2: /);
      expect(readFileSync(join(folder, '.crossread/annotations.jsonld'), 'utf8')).toBe('{\n"@graph": [,]}');
    });
  });

  it.each([
    ['an unknown id', ['verdict', 'c-0', 'dismissed', '.'], /no contradiction c-0/],
    ['an unknown state', ['verdict', 'c-0', 'wrong', '.'], /open, confirmed, dismissed, resolved/],
    ['no folder', ['verdict', 'c-0', 'open'], /files or folders/],
    ['an unknown reason', ['verdict', 'c-0', 'dismissed', '.', '--reason', 'no'], /--reason is one of/],
    ['nothing that holds', ['verdict', 'c-0', 'resolved', '.'], /--holds/],
    ['an unknown severity', ['check', '.', '--fail-on', 'all'], /--fail-on is/],
  ])('ends with 2 for %s', (_, args, message) => {
    withFiles(FILES, (folder) => {
      const { code, stderr } = crossread(args, folder);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    });
  });
});
