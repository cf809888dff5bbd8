import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import {
  type AnnotateParams,
  AnnotateRequest,
  type CorrectionItem,
  CorrectionsRequest,
  type CorrectParams,
  CorrectRequest,
  type DecideParams,
  DecideRequest,
  type EntityItem,
  type EntityPage,
  EntityPageRequest,
  type ExportParams,
  ExportRequest,
  type ImportParams,
  ImportRequest,
  type ImportResult,
  type NoteItem,
  NotesRequest,
  type Verdict,
} from '../../server/src/protocol.ts';
import { BOTH, FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client, type StartOptions } from './client.ts';

const FILE = '.crossread/annotations.jsonld';
const FRONT = { line: 0, character: 0 };

let client: Client;
afterEach(() => client.stop());
const start = async (options: StartOptions = { files: BOTH }) => {
  client = await Client.startAndScan(options);
  return (await client.overview()).contradictions[0] as { id: string };
};
const decide = (params: DecideParams) => client.request(DecideRequest, params);
const verdict = async (): Promise<Verdict | undefined> => (await client.overview()).contradictions[0]?.verdict;
const stored = () => readFile(join(client.folder, FILE), 'utf8');

test('a dismissed contradiction leaves the problems, and the hover says why', async () => {
  const { id } = await start({ files: BOTH, settings: { author: 'Ana' } });
  expect(await client.problems('a.txt')).toHaveLength(1);
  await decide({ id, state: 'dismissed', reason: 'wording-only' });
  expect(await verdict()).toMatchObject({
    state: 'dismissed',
    reason: 'wording-only',
    author: 'Ana',
    isOutdated: false,
  });
  expect(await client.problems('a.txt')).toEqual([]);
  expect(client.changes.at(-1)?.contradictions).toBe(0);
  const hover = await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, '5 people');
  expect((hover.contents as MarkupContent).value).toContain('Dismissed by Ana');
});

test('a verdict is there in the next session, and outlasts an edit of the text', async () => {
  const { id } = await start();
  await decide({ id, state: 'dismissed' });
  const file = await stored();
  await client.stop();
  await start({ files: { ...BOTH, 'a.txt': `UPDATE\n\n${FIVE}`, [FILE]: file } });
  expect(await verdict()).toMatchObject({ state: 'dismissed', isOutdated: false });
  expect(await client.problems('a.txt')).toEqual([]);
});

test('a contradiction comes back when a position changes, with what was decided before', async () => {
  const { id } = await start();
  await decide({ id, state: 'dismissed' });
  await client.changeFile('b.txt', TWENTY_FOUR.replace('24', '31'));
  await client.until(() => client.changes.at(-1)?.contradictions === 1);
  expect(await verdict()).toMatchObject({ state: 'dismissed', isOutdated: true });
  expect(await client.problems('a.txt')).toHaveLength(1);
});

test('a verdict can be changed and taken back', async () => {
  const { id } = await start();
  await decide({ id, state: 'resolved', position: 0, note: 'The list of the ministry.' });
  expect(await verdict()).toMatchObject({
    state: 'resolved',
    holds: expect.any(String),
    note: 'The list of the ministry.',
  });
  await decide({ id, state: 'confirmed' });
  expect(await verdict()).toMatchObject({ state: 'confirmed' });
  expect(await client.problems('a.txt')).toHaveLength(1);
  await decide({ id, state: 'open' });
  expect(await verdict()).toBeUndefined();
});

test('what cannot be decided is refused with a reason', async () => {
  const { id } = await start();
  await expect(decide({ id: 'c-0', state: 'confirmed' })).rejects.toThrow('no such contradiction');
  await expect(decide({ id, state: 'resolved' })).rejects.toThrow('position');
});

test('what another program decides shows at once', async () => {
  const { id } = await start();
  await decide({ id, state: 'dismissed' });
  const file = await stored();
  await decide({ id, state: 'open' });
  await client.changeFile(FILE, file);
  await client.until(() => client.changes.at(-1)?.contradictions === 0);
  expect(await verdict()).toMatchObject({ state: 'dismissed' });
});

test('what was decided goes and comes with the folder that it is kept in', async () => {
  const { id } = await start();
  await decide({ id, state: 'dismissed' });
  await client.renameFile('.crossread', 'elsewhere');
  await client.until(() => client.changes.at(-1)?.contradictions === 1);
  expect(await verdict()).toBeUndefined();
  await client.renameFile('elsewhere', '.crossread');
  await client.until(() => client.changes.at(-1)?.contradictions === 0);
  expect(await verdict()).toMatchObject({ state: 'dismissed' });
});

test('a malformed file is left as it is, its line is a problem, and what is new comes in once it is mended', async () => {
  const broken = '{"@context":\n"x",\n"@graph":[}\n';
  const { id } = await start({ files: { ...BOTH, [FILE]: broken } });
  await client.until(() => (client.published.get(client.uri(FILE)) ?? []).length > 0);
  expect(client.published.get(client.uri(FILE))?.[0]?.range.start.line).toBe(2);
  await decide({ id, state: 'dismissed' });
  expect(await verdict()).toMatchObject({ state: 'dismissed' });
  expect(await stored()).toBe(broken);
  await client.changeFile(FILE, '{"@graph":[]}\n');
  await client.until(() => client.published.get(client.uri(FILE))?.length === 0);
  await decide({ id, state: 'confirmed' });
  expect(await stored()).toContain('"confirmed"');
});

test('notes are kept, moved with the text, answered, resolved and removed', async () => {
  await start();
  const annotate = (params: AnnotateParams) => client.request<string>(AnnotateRequest, params);
  const notes = () => client.request<NoteItem[]>(NotesRequest);
  const range = { start: { line: 2, character: 15 }, end: { line: 2, character: 23 } };
  const id = await annotate({ action: 'note', uri: client.uri('a.txt'), range, text: 'Who counted?' });
  await annotate({ action: 'reply', id, text: 'The police.' });
  await annotate({ action: 'resolve', id, isResolved: true });
  await client.open(client.uri('a.txt'), `UPDATE\n\n${FIVE}`);
  expect(await notes()).toMatchObject([
    {
      id,
      uri: client.uri('a.txt'),
      quote: '5 people',
      range: { start: { line: 4, character: 15 }, end: { line: 4, character: 23 } },
      isSure: true,
      isResolved: true,
      comments: [{ text: 'Who counted?' }, { text: 'The police.' }],
    },
  ]);
  await annotate({ action: 'remove', id });
  expect(await notes()).toEqual([]);
  expect(await stored()).not.toContain('police');
  await expect(annotate({ action: 'reply', id, text: 'x' })).rejects.toThrow('no such annotation');
  await expect(annotate({ action: 'note', uri: client.uri('no.txt'), range })).rejects.toThrow('read as sources');
});

test('a note and a mark stand on the words that they were asked for, whatever is typed before they are answered', async () => {
  await start();
  const uri = client.uri('a.txt');
  await client.open(uri, FIVE);
  const insert = (text: string) => client.change(uri, [{ range: { start: FRONT, end: FRONT }, text }]);
  await insert('UPDATE\n');
  const range = { start: { line: 3, character: 15 }, end: { line: 3, character: 23 } };
  const asked = [
    client.request(AnnotateRequest, { action: 'note', uri, range, text: 'Who counted?' }),
    client.request(CorrectRequest, { action: 'entity', uri, range, type: 'person' }),
  ];
  await insert('NEW ');
  await insert('\n');
  await Promise.all(asked);
  const moved = { start: { line: 4, character: 15 }, end: { line: 4, character: 23 } };
  expect(await client.request<NoteItem[]>(NotesRequest)).toMatchObject([{ quote: '5 people', range: moved }]);
  expect(await entities()).toContainEqual(expect.objectContaining({ name: '5 people', type: 'person' }));
});

test('so does a note on what is a source only by the time of the answer', async () => {
  await start();
  const uri = client.uri('a.txt');
  await client.open(uri, '5 people');
  const range = { start: FRONT, end: { line: 0, character: 8 } };
  const asked = client.request(AnnotateRequest, { action: 'note', uri, range, text: 'Who counted?' });
  await client.change(uri, [{ range: { start: FRONT, end: FRONT }, text: FIVE.replace('5 people', 'They') }]);
  await asked;
  expect(await client.request<NoteItem[]>(NotesRequest)).toMatchObject([{ quote: '5 people' }]);
});

test('sources are read also where the annotations cannot be', async () => {
  const { id } = await start({ files: { ...BOTH, [`${FILE}/x`]: 'a folder in the place of the file' } });
  expect(id).toBeDefined();
  expect(client.messages.some(({ message }) => message.includes('could not be read'))).toBe(true);
});

const WATCH_LIST = '.crossread/watchlist.json';
const entities = async (): Promise<EntityItem[]> => (await client.overview()).entities;
const watchList = (name: string) =>
  JSON.stringify({ entities: [{ name, aliases: ['5 people'], note: 'Who?', id: 'Q42' }] });

test('the watch list is used, shown in the hover and on the page, and followed when it changes', async () => {
  await start({ files: { ...BOTH, [WATCH_LIST]: watchList('The five') } });
  const watched = (await entities()).find(({ name }) => name === 'The five') as EntityItem;
  expect(watched).toMatchObject({ mentions: 1 });
  const hover = await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, '5 people');
  expect((hover.contents as MarkupContent).value).toContain(
    'On your watch list ([Q42](https://www.wikidata.org/wiki/Q42)): Who\\?',
  );
  const page = await client.request<EntityPage>(EntityPageRequest, { id: watched.id });
  expect(page.watched).toEqual({ note: 'Who?', externalId: 'Q42', link: 'https://www.wikidata.org/wiki/Q42' });
  await client.changeFile(WATCH_LIST, watchList('The dead'));
  await expect.poll(async () => (await entities()).map(({ name }) => name)).toContain('The dead');
});

test('a malformed watch list is a problem at its line, and what it said before holds', async () => {
  await start({ files: { ...BOTH, [WATCH_LIST]: watchList('The five') } });
  await client.changeFile(WATCH_LIST, '{\n"entities": [\n{}]}');
  await client.until(() => (client.published.get(client.uri(WATCH_LIST)) ?? []).length > 0);
  expect(client.published.get(client.uri(WATCH_LIST))).toMatchObject([
    { range: { start: { line: 2 } }, message: expect.stringContaining('The "name" is missing.') },
  ]);
  expect((await entities()).map(({ name }) => name)).toContain('The five');
  await client.changeFile(WATCH_LIST, '{"entities": []}');
  await client.until(() => client.published.get(client.uri(WATCH_LIST))?.length === 0);
  await expect.poll(async () => (await entities()).map(({ name }) => name)).not.toContain('The five');
});

test('a reader marks a name, and takes it back by what the answer was', async () => {
  await start();
  const range = { start: { line: 2, character: 15 }, end: { line: 2, character: 23 } };
  const mark: CorrectParams = { action: 'entity', uri: client.uri('a.txt'), range, type: 'person' };
  const id = await client.request<string>(CorrectRequest, mark);
  expect(await entities()).toContainEqual(expect.objectContaining({ name: '5 people', type: 'person' }));
  expect(await client.request<CorrectionItem[]>(CorrectionsRequest)).toMatchObject([
    { id, text: '“5 people”: person' },
  ]);
  await client.request(AnnotateRequest, { action: 'remove', id });
  expect((await entities()).map(({ name }) => name)).not.toContain('5 people');
});

test('what was decided, noted and marked goes out in every format and comes into another folder', async () => {
  const { id } = await start();
  await decide({ id, state: 'dismissed', reason: 'wording-only' });
  const range = { start: { line: 2, character: 15 }, end: { line: 2, character: 23 } };
  await client.request(AnnotateRequest, { action: 'note', uri: client.uri('a.txt'), range, text: 'Who counted?' });
  await client.request(CorrectRequest, { action: 'entity', uri: client.uri('a.txt'), range, type: 'person' });
  const out = await mkdtemp(join(tmpdir(), 'crossread-export-'));
  const at = (name: string) => pathToFileURL(join(out, name)).href;
  const write = (params: ExportParams) => client.request<number>(ExportRequest, params);
  const read = (...uris: string[]) => client.request<ImportResult>(ImportRequest, { uris } satisfies ImportParams);
  try {
    for (const format of ['jsonld', 'conll', 'csv', 'sarif'] as const) {
      expect(await write({ format, uri: at(`x.${format}`) })).toBe(1);
    }
    expect(await write({ format: 'brat', uri: at('brat') })).toBe(5);
    expect((await readdir(join(out, 'brat'))).sort()).toEqual(['a.ann', 'a.txt', 'annotation.conf', 'b.ann', 'b.txt']);
    expect(await read(at('x.csv'), at('x.sarif'), at('x.conll'))).toMatchObject({ imported: 0, problems: [] });
    await client.stop();

    await start();
    expect(await read(at('x.csv'))).toEqual({ imported: 1, removed: 0, unplaced: 0, problems: [] });
    expect(await verdict()).toMatchObject({ state: 'dismissed', reason: 'wording-only' });
    expect(await read(at('x.sarif'))).toMatchObject({ imported: 0 });
    expect(await read(at('brat'))).toEqual({ imported: 2, removed: 0, unplaced: 0, problems: [] });
    expect(await entities()).toContainEqual(expect.objectContaining({ name: '5 people', type: 'person' }));
    expect(await client.request<NoteItem[]>(NotesRequest)).toMatchObject([{ comments: [{ text: 'Who counted?' }] }]);
    expect(await read(at('x.jsonld'))).toEqual({ imported: 3, removed: 0, unplaced: 0, problems: [] });

    await writeFile(join(out, 'bad.jsonld'), '{\n"items": [}');
    await expect(read(at('bad.jsonld'))).rejects.toThrow('bad.jsonld:2: ');
    await expect(read(at('none.csv'))).rejects.toThrow();
  } finally {
    await rm(out, { recursive: true });
  }
});
