import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  Hover,
  MarkupContent,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { ReportRequest, type TimelineItem, TimelineRequest } from '../../server/src/protocol.ts';
import { hostileFiles } from '../injection/folder.ts';
import { PAYLOADS, STEERING } from '../injection/payloads.ts';
import { Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await Client.startAndScan({ settings: { minimumConfidence: 0 } });
  for (const [name, text] of Object.entries(hostileFiles('first')))
    await client.open(client.uri(name), text, 'source-text');
});
afterAll(() => client?.stop());

/** What may stand in a hover: paragraphs, lists, emphasis, rules, and links to places in the files. */
function isInert(html: string): boolean {
  const tags = html.match(/<[a-z/!][^<>]*>/gi) ?? [];
  return tags.every((tag) =>
    /^<\/?(?:p|strong|ul|li|hr|a)>$|^<a href="file:\/\/\/[^"]*\/[ab]\.txt#L\d+,\d+">$/.test(tag),
  );
}

describe.each(PAYLOADS)('$name', ({ text: payload }) => {
  const files = hostileFiles(payload);
  const text = files['a.txt'];
  const here = () => ({ textDocument: { uri: client.uri('a.txt') } });

  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) await client.change(client.uri(name), [{ text }]);
  });

  test('is text in a problem and in what can be done about it', async () => {
    const problems = await client.problems('a.txt');
    expect(problems.map(({ code }) => code)).toContain('number');
    for (const problem of problems) for (const line of linesOf(problem)) expect(line).not.toMatch(STEERING);
    const params = { ...here(), range: problems[0]?.range, context: { diagnostics: problems } };
    for (const { title, command } of await client.request<CodeAction[]>('textDocument/codeAction', params)) {
      expect(title).not.toMatch(STEERING);
      expect(command?.command).toMatch(
        /^crossread\.(?:openLocation|openSideBySide|peekStatements|copyContradiction|decide)$/,
      );
    }
  });

  test('is text in the hovers on the number and on the name', async () => {
    for (const words of ['5 people', 'Anna Bell']) {
      const hover = await client.at<Hover>('textDocument/hover', 'a.txt', text, words);
      const { kind, value } = hover.contents as MarkupContent;
      expect(kind).toBe('markdown');
      expect(isInert(marked.parse(value, { async: false, gfm: true })), value).toBe(true);
      expect(value.replaceAll('\n', '')).not.toMatch(STEERING);
      expect(value).toContain(client.uri('b.txt'));
    }
  });

  test('is text in the outline and in the search for symbols', async () => {
    const outline = flat(await client.request<DocumentSymbol[]>('textDocument/documentSymbol', here()));
    for (const { name, detail = '' } of outline) expect(name + detail).not.toMatch(STEERING);
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
    expect(symbols.length).toBeGreaterThan(0);
    for (const { name, containerName = '' } of symbols) expect(name + containerName).not.toMatch(STEERING);
  });

  test('is sent to the views as it stands in the text', async () => {
    const { contradictions } = await client.overview();
    const dated = await client.request<TimelineItem[]>(TimelineRequest);
    const statements = [
      ...contradictions.flatMap(({ positions }) => positions.flatMap((each) => each.statements)),
      ...dated.map(({ statement }) => statement),
    ];
    expect(statements.length).toBeGreaterThanOrEqual(2);
    for (const { uri, text } of statements)
      expect(uri === client.uri('a.txt') ? files['a.txt'] : files['b.txt']).toContain(text);
  });

  test('is text in a report', async () => {
    const { contradictions } = await client.overview();
    for (const params of [{ format: 'markdown' }, { format: 'html' }, { contradiction: contradictions[0]?.id }]) {
      const report = await client.request<string>(ReportRequest, params);
      expect(report.replaceAll('\n', '')).not.toMatch(STEERING);
      const html = params.format === 'html' ? report : marked.parse(report, { async: false, gfm: true });
      expect(html).not.toMatch(/<(?:script|img|svg|iframe|form|link|base|body [^>]*onload|button)\b|<a href="(?!#)/i);
    }
  });
});

function linesOf({ message, relatedInformation = [] }: Diagnostic): string[] {
  return [...String(message).split('\n'), ...relatedInformation.map((each) => each.message)];
}

function flat(symbols: DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);
}
