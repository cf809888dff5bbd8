import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import schema from '../../../docs/annotations.schema.json';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { sourceAddress, sourcePath } from '../../../server/src/annotations/annotation.ts';
import { ATTRIBUTES, encode, merge, parse, serialize } from '../../../server/src/annotations/file.ts';
import { note } from './notes.ts';

const TEXT = 'Officials said 5 people were killed on Monday. Rain fell.\n';
const set = (...annotations: Annotation[]) => new Map(annotations.map((each) => [each.id, each]));
const a = note('urn:a', TEXT, '5 people');
const b = note('urn:b', TEXT, 'Monday');
const c = note('urn:c', TEXT, 'Rain');

describe('the annotation file', () => {
  it('gives back what was written, whatever is in it', { timeout: 30_000 }, () => {
    const comments = fc.array(
      fc.record({ id: fc.uuid(), comment: fc.string({ unit: 'binary' }), path: fc.string({ minLength: 1 }) }),
    );
    fc.assert(
      fc.property(comments, (all) => {
        const annotations = set(...all.map(({ id, comment, path }) => note(id, TEXT, '5 people', comment, path)));
        expect(parse(serialize(annotations))).toEqual({ annotations });
        expect(new TextDecoder().decode(encode(annotations))).toBe(serialize(annotations));
      }),
    );
  });

  it('keeps what other programs wrote into it', () => {
    const foreign = { ...a, 'dcterms:license': 'CC0', body: [{ type: 'Image', id: 'https://example.org/a.png' }] };
    const { annotations } = parse(serialize(set(foreign as unknown as Annotation)));
    expect(annotations.get('urn:a')).toEqual(foreign);
  });

  it('has the same lines in the same order, in whatever order they were made', () => {
    expect(serialize(set(c, a, b))).toBe(serialize(set(a, b, c)));
    const withMore = serialize(set(c, a, b, note('urn:d', TEXT, 'killed'))).split('\n');
    expect(withMore.filter((line) => !serialize(set(a, b, c)).includes(line))).toHaveLength(1);
  });

  it('is as docs/annotations.schema.json describes', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(JSON.parse(serialize(set(a, b))));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('says in which line it is broken, and gives the other annotations', () => {
    const lines = serialize(set(a, b, c)).split('\n');
    const broken = lines.with(2, (lines[2] as string).slice(0, 50)).join('\n');
    const { problem, annotations } = parse(broken);
    expect(problem?.line).toBe(2);
    expect([...annotations.keys()]).toEqual(['urn:a', 'urn:c']);
  });

  it.each([
    ['a missing comma', (text: string) => text.replace('},\n{"id":"urn:c"', '}\n{"id":"urn:c"'), 2],
    ['marks of a conflict', (text: string) => text.replace('\n{"id":"urn:b"', '\n<<<<<<< HEAD\n{"id":"urn:b"'), 2],
    ['an annotation without a target', (text: string) => text.replace(/"target":.*},$/m, '"body":[]},'), 1],
    ['another document', () => '{\n  "name": "x"\n}', 0],
    ['a file that was cut off', (text: string) => text.slice(0, text.indexOf('{"id":"annotations')), 4],
  ])('says where it is not right: %s', (_, spoil, line) => {
    expect(parse(spoil(serialize(set(a, b, c)))).problem?.line).toBe(line);
  });

  it('names sources relative to itself, whatever their names are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1 }).filter((s) => !/[/\\]|^\.\.?$/.test(s)),
          { minLength: 1 },
        ),
        (parts) => {
          expect(sourcePath(sourceAddress(parts.join('/')))).toBe(parts.join('/'));
        },
      ),
    );
    expect(sourcePath('../../etc/passwd')).toBeUndefined();
    expect(sourcePath('../a%2F..%2Fb')).toBeUndefined();
    expect(sourcePath('https://example.org/a.txt')).toBeUndefined();
  });
});

describe('merging', () => {
  const changed = (annotation: Annotation, time: string) => ({ ...annotation, modified: time });

  it('takes what either side added, changed or removed', () => {
    const base = set(a, b);
    const mine = set(changed(a, '2026-11-22T11:00:00Z'), b, c);
    const theirs = set(a, note('urn:d', TEXT, 'killed'));
    expect([...merge(base, mine, theirs)].map(([id, { modified }]) => [id, modified])).toEqual([
      ['urn:a', '2026-11-22T11:00:00Z'],
      ['urn:d', undefined],
      ['urn:c', undefined],
    ]);
  });

  it('takes the later of two changes, and a change before a removal', () => {
    const [early, late] = [changed(a, '2026-11-22T11:00:00Z'), changed(a, '2026-11-22T12:00:00Z')];
    expect(merge(set(a), set(early), set(late))).toEqual(set(late));
    expect(merge(set(a), set(late), set(early))).toEqual(set(late));
    expect(merge(set(a), set(), set(late))).toEqual(set(late));
    expect(merge(set(a), set(late), set())).toEqual(set(late));
  });
});

describe('in Git', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const file = () => join(folder, '.crossread/annotations.jsonld');
  const commit = (annotations: Map<string, Annotation>) => {
    writeFileSync(file(), serialize(annotations));
    writeFileSync(join(folder, '.crossread/.gitattributes'), ATTRIBUTES);
    git('add', '-A');
    git('commit', '-qm', 'Annotate');
  };
  const start = () => {
    folder = mkdtempSync(join(tmpdir(), 'crossread-git-'));
    mkdirSync(join(folder, '.crossread'));
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'Begin');
  };

  it('two branches merge, though both annotated the same place', () => {
    start();
    commit(set(a));
    git('checkout', '-qb', 'other');
    const again = { ...a, modified: '2026-11-22T11:00:00Z' };
    commit(set(again, note('urn:x', TEXT, '5 people'), c));
    git('checkout', '-q', 'main');
    commit(set(a, note('urn:y', TEXT, '5 people'), b));
    git('merge', '-q', '--no-edit', 'other');
    const { annotations, problem } = parse(readFileSync(file(), 'utf8'));
    expect(problem).toBeUndefined();
    expect([...annotations.keys()].sort()).toEqual(['urn:a', 'urn:b', 'urn:c', 'urn:x', 'urn:y']);
    expect(annotations.get('urn:a')).toEqual(again);
  });

  it('two branches merge that both began the file', () => {
    start();
    git('checkout', '-qb', 'other');
    commit(set(a, c));
    git('checkout', '-q', 'main');
    mkdirSync(join(folder, '.crossread'), { recursive: true });
    commit(set(b));
    git('merge', '-q', '--no-edit', 'other');
    const { annotations, problem } = parse(readFileSync(file(), 'utf8'));
    expect(problem).toBeUndefined();
    expect([...annotations.keys()].sort()).toEqual(['urn:a', 'urn:b', 'urn:c']);
  });
});
