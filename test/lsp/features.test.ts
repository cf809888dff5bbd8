import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  MarkupContent,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import {
  type ContradictionItem,
  ContradictionsAtRequest,
  EntityAtRequest,
  type EntityItem,
  type MentionItem,
  MentionsRequest,
  ReportRequest,
  RescanRequest,
} from '../../server/src/protocol.ts';
import { BOTH, FIVE, TWENTY_FOUR } from '../texts.ts';
import { Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await Client.startAndScan({ files: BOTH });
});
afterAll(() => client.stop());

const linesOf = (locations: Location[]) => locations.map(({ uri, range }) => [uri, range.start.line]);

describe('the server answers', () => {
  test('a hover on a name with the other source', async () => {
    const hover = await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, 'Anna Bell');
    expect((hover.contents as MarkupContent).value).toContain(`${client.uri('b.txt')}#L3,`);
  });

  test('a hover on a disputed number with both positions', async () => {
    const hover = await client.at<Hover>('textDocument/hover', 'a.txt', FIVE, '5 people');
    const { value } = hover.contents as MarkupContent;
    expect(value).toContain(`${client.uri('a.txt')}#L3,`);
    expect(value).toContain(`${client.uri('b.txt')}#L3,`);
    expect(value).toContain('24');
  });

  test('go to definition on a disputed number with the conflicting statement', async () => {
    const found = await client.at<Location[]>('textDocument/definition', 'a.txt', FIVE, '5 people');
    expect(linesOf(found)).toEqual([[client.uri('b.txt'), 2]]);
  });

  test('references of a name with all sources', async () => {
    const context = { includeDeclaration: true };
    const found = await client.at<Location[]>('textDocument/references', 'a.txt', FIVE, 'Anna Bell', { context });
    expect(new Set(found.map(({ uri }) => uri))).toEqual(new Set([client.uri('a.txt'), client.uri('b.txt')]));
  });

  test('highlights of a name', async () => {
    const found = await client.at<DocumentHighlight[]>('textDocument/documentHighlight', 'a.txt', FIVE, 'Anna Bell');
    expect(found.map(({ range }) => range.start.line)).toContain(2);
  });

  test('the outline of a source', async () => {
    const params = { textDocument: { uri: client.uri('a.txt') } };
    const [headline] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', params);
    expect(headline?.name).toBe('Explosion at Karo depot');
    expect(headline?.children?.map(({ name }) => name)).toContain('Anna Bell');
  });

  test('a search for a name with a wrong letter', async () => {
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'Ana Bell' });
    expect(found[0]?.name).toBe('Anna Bell');
  });

  test('semantic tokens', async () => {
    const params = { textDocument: { uri: client.uri('a.txt') } };
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', params);
    expect(data.length).toBeGreaterThan(0);
    expect(data.length % 5).toBe(0);
  });

  test('code actions on a problem with the way to the conflicting statement', async () => {
    const diagnostics = await client.problems('a.txt');
    const params = {
      textDocument: { uri: client.uri('a.txt') },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
    expect(actions.map(({ command }) => command?.command)).toEqual([
      'crossread.openLocation',
      'crossread.openSideBySide',
      'crossread.peekStatements',
      'crossread.copyContradiction',
      'crossread.decide',
      'crossread.decide',
      'crossread.decide',
    ]);
    expect(actions[0]?.command?.arguments?.[0]).toBe(client.uri('b.txt'));
    expect(actions[0]?.diagnostics).toEqual(diagnostics);
  });

  test('the panel: what there is, an entity’s mentions, and what is at a place', async () => {
    const { sources, contradictions, entities } = await client.overview();
    expect(sources.map(({ uri }) => uri)).toEqual([client.uri('a.txt'), client.uri('b.txt')]);
    expect(contradictions).toHaveLength(1);
    const entity = await client.at<EntityItem>(EntityAtRequest, 'b.txt', TWENTY_FOUR, 'Anna Bell');
    expect(entities).toContainEqual(entity);
    const mentions = await client.request<MentionItem[]>(MentionsRequest, { id: entity.id });
    expect(mentions).toHaveLength(entity.mentions);
    const here = await client.at<ContradictionItem[]>(ContradictionsAtRequest, 'b.txt', TWENTY_FOUR, '24 people');
    expect(here).toEqual(contradictions);
  });

  test('a report of everything, of a contradiction and of an entity, with the files as they are called in the folder', async () => {
    const { contradictions, entities } = await client.overview();
    const page = await client.request<string>(ReportRequest, { format: 'html' });
    expect(page).toMatch(/^<!DOCTYPE html>[\s\S]*<code>a\.txt:3<\/code>[\s\S]*<\/html>\n$/);
    const markdown = await client.request<string>(ReportRequest, { contradiction: contradictions[0]?.id });
    expect(markdown).toContain('`b.txt:3`');
    const bell = entities.find(({ name }) => name === 'Anna Bell');
    expect(await client.request<string>(ReportRequest, { entity: bell?.id })).toMatch(/^## Anna Bell\n/);
    expect(await client.request<null>(ReportRequest, { entity: 'nobody' })).toBeNull();
  });

  test('a rescan once it has ended', async () => {
    await client.write('c.txt', FIVE.replace('Karo depot', 'the depot'));
    await client.request(RescanRequest);
    expect((await client.overview()).sources).toHaveLength(3);
    await client.deleteFile('c.txt');
  });
});
