import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../docs/watchlist.schema.json';
import type { Problem } from '../../../server/src/annotations/file.ts';
import { parseWatchList, WATCH_LIST_FILE, WatchList } from '../../../server/src/annotations/watchList.ts';
import { MemoryFileSystem, ROOT } from '../workspace/memory.ts';

const FILE = `${ROOT}/${WATCH_LIST_FILE}`;
const GOOD = `{
  // whom we follow
  "entities": [
    { "name": "Anna Bell", "aliases": ["A. Bell", "the mayor of Karo"], "type": "person", "note": "Sees us on Friday.", "id": "Q42" },
    { "name": "Karo Tram", },
  ]
}
`;

describe('a watch list', () => {
  it('is read with its comments', () => {
    expect(parseWatchList(GOOD)).toEqual({
      entities: [
        {
          name: 'Anna Bell',
          aliases: ['A. Bell', 'the mayor of Karo'],
          type: 'person',
          note: 'Sees us on Friday.',
          externalId: 'Q42',
        },
        { name: 'Karo Tram', aliases: [] },
      ],
    });
  });

  it.each([
    ['a comma too few', '{\n"entities": [\n{"name": "A"}\n{"name": "B"}]}', 3, 'Comma expected.'],
    ['no list', '{\n}', 0, 'There is no list "entities".'],
    ['nothing', '', 0, 'Value expected.'],
    ['an entity that is none', '{"entities": [\n"Anna"]}', 1, 'An entity is an object with a "name".'],
    ['no name', '{"entities": [\n{"name": "A"},\n{"note": "x"}]}', 2, 'The "name" is missing.'],
    ['an unknown type', '{"entities": [{"name": "A",\n"type": "human"}]}', 1, '"type" is one of person'],
    ['aliases that are none', '{"entities": [{"name": "A",\n"aliases": "B"}]}', 1, '"aliases" is a list of names.'],
    ['an id that is none', '{"entities": [{"name": "A",\n"id": 42}]}', 1, '"id" is a text.'],
    ['a name twice', '{"entities": [{"name": "A"},\n{"name": "A"}]}', 1, '“A” is there twice.'],
  ])('says in which line it has %s', (_, text, line, message) => {
    const { entities, problem } = parseWatchList(text);
    expect(entities).toEqual([]);
    expect(problem?.line).toBe(line);
    expect(problem?.message).toContain(message);
  });

  it('is described by docs/watchlist.schema.json', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const check = (entities: unknown) => validate({ entities });
    expect(check([{ name: 'A', aliases: ['B'], type: 'place', note: 'x', id: 'Q1' }])).toBe(true);
    for (const wrong of [
      {},
      { name: ' ' },
      { name: 'A', type: 'human' },
      { name: 'A', id: 42 },
      { name: 'A', alias: 'B' },
    ]) {
      expect(check([wrong])).toBe(false);
    }
  });
});

describe('the watch list of a folder', () => {
  async function open(files: Record<string, string> = {}) {
    const fs = new MemoryFileSystem(files);
    const told: { changes: number; problems: (Problem | undefined)[] } = { changes: 0, problems: [] };
    const list = new WatchList(fs, ROOT, {
      onChanged: () => told.changes++,
      onProblem: (_, problem) => told.problems.push(problem),
    });
    await list.read();
    return { fs, list, told, names: () => list.entities.map(({ name }) => name) };
  }

  it('may be missing', async () => {
    expect(await open()).toMatchObject({ told: { changes: 0, problems: [] }, list: { entities: [] } });
  });

  it('holds as it was while the file is malformed, and is told once it is mended', async () => {
    const { fs, list, told, names } = await open({ [FILE]: GOOD });
    expect(names()).toEqual(['Anna Bell', 'Karo Tram']);
    fs.files.set(FILE, GOOD.replace('"Karo Tram"', ''));
    await list.read();
    expect(names()).toEqual(['Anna Bell', 'Karo Tram']);
    expect(told.problems).toMatchObject([{ line: 4 }]);
    fs.files.set(FILE, GOOD.replace('Karo Tram', 'Karo Bus'));
    await list.read();
    expect(names()).toEqual(['Anna Bell', 'Karo Bus']);
    expect(told).toMatchObject({ changes: 1, problems: [{ line: 4 }, undefined] });
    fs.files.delete(FILE);
    await list.read();
    expect(names()).toEqual([]);
  });
});
