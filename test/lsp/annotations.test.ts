import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import {
  type AnnotateParams,
  AnnotateRequest,
  type DecideParams,
  DecideRequest,
  type NoteItem,
  NotesRequest,
  type Verdict,
} from '../../server/src/protocol.ts';
import { BOTH, FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client, type StartOptions } from './client.ts';

const FILE = '.crossread/annotations.jsonld';

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

test('sources are read also where the annotations cannot be', async () => {
  const { id } = await start({ files: { ...BOTH, [`${FILE}/x`]: 'a folder in the place of the file' } });
  expect(id).toBeDefined();
  expect(client.messages.some(({ message }) => message.includes('could not be read'))).toBe(true);
});
