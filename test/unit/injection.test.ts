import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { jsonReport } from '../../cli/src/jsonReport.ts';
import { textReport } from '../../cli/src/textReport.ts';
import { contradictionTree } from '../../client/src/model/contradictionTree.ts';
import { csvReport } from '../../server/src/exchange/csv.ts';
import { sarifReport } from '../../server/src/exchange/sarif.ts';
import { codeAction } from '../../server/src/features/codeAction.ts';
import { diagnosticsOf } from '../../server/src/features/diagnostics.ts';
import { documentSymbol } from '../../server/src/features/documentSymbol.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHint } from '../../server/src/features/inlayHint.ts';
import { overview } from '../../server/src/features/overview.ts';
import { workspaceSymbol } from '../../server/src/features/workspaceSymbol.ts';
import { harmless, harmlessLines, withoutLinks } from '../../server/src/harmless.ts';
import { htmlReport } from '../../server/src/report/html.ts';
import { markdownReport } from '../../server/src/report/markdown.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/settings.ts';
import { PAYLOADS, STEERING } from '../injection/payloads.ts';
import { Folder, there } from './features/folder.ts';
import { uriOf } from './workspace/memory.ts';

/** A folder in which all that a source can say is the payload: names, roles, values, speakers, verdicts, file names. */
function full(words: string): Folder {
  const name = `a ${words.replace(/[^\w ]/g, '_')}.txt`;
  return new Folder({ [name]: `${words}\n\n${words} 5 said\n`, 'b.txt': `Not ${words} 24\n` })
    .entity(
      words,
      'person',
      [
        [name, words],
        ['b.txt', words],
      ],
      { roles: [words], aliases: [words, `${words} x`] },
    )
    .dispute(
      words,
      {
        [`${words} 5`]: [{ in: name, says: `${words} 5`, focus: words, speaker: words }],
        '24': [{ in: 'b.txt', says: `Not ${words} 24`, focus: words }],
      },
      { explanation: words },
    )
    .decided(words, {
      state: 'confirmed',
      time: '2026-11-22T10:00:00Z',
      isOutdated: false,
      author: words,
      note: words,
    });
}

const first = (folder: Folder) => Object.keys(folder.files)[0] as string;
const pathOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const subjectOf = ({ reading }: Folder) => ({ reading, pathOf });
const documentsOf = ({ reading }: Folder) => [...reading.documents.values()];
const analysisOf = ({ reading }: Folder) => ({
  sources: reading.sources,
  entities: reading.entities,
  contradictions: reading.contradictions,
});

/** The tags of a page and where its links lead, without what is told of numbers and names of files. */
function skeleton(html: string): string[] {
  return (html.replace(/<q dir="auto">/g, '').match(/<[a-z/!][^<>]*>/gi) ?? []).map((tag) =>
    tag.replace(/href="file:[^"<>]*#L\d+,\d+"/, 'href="FILE"'),
  );
}

const plain = full('plainword');
const render = (markdown: string) => marked.parse(markdown, { async: false, gfm: true });

/** What a text shows once it is read as HTML. */
function shown(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp|#39);/g, (each) => REFERENCES.get(each) ?? each);
}

const REFERENCES = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

const squeezed = (text: string) => harmless(text).replace(/ +/g, ' ').trim();

test('there are enough payloads, and no two are the same', () => {
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
});

describe.each(PAYLOADS)('$name', ({ text }) => {
  const folder = full(text);
  const name = first(folder);
  const path = uriOf(name);
  const { reading } = folder;

  test('is text in a hover', () => {
    const value = (at: Folder) => {
      const found = hover(
        at.reading,
        uriOf(first(at)),
        at.offset(first(at), Object.values(at.files)[0]?.split('\n')[0] ?? ''),
      );
      return (there(found).contents as { value: string }).value;
    };
    const html = render(value(folder));
    expect(skeleton(html)).toEqual(skeleton(render(value(plain))));
    expect(shown(html)).toContain(squeezed(text).slice(0, 30).trim());
    expect(value(folder)).not.toMatch(STEERING_BUT_LINES);
  });

  test('is text in a problem, an action, a hint and a symbol', () => {
    const problems = diagnosticsOf(reading, path, DEFAULT_SETTINGS.severity);
    expect(problems).toHaveLength(1);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const actions = codeAction(reading, path, range, problems);
    const told = [
      ...problems.flatMap(({ message, relatedInformation = [] }) => [
        ...String(message).split('\n'),
        ...relatedInformation.map((each) => each.message),
      ]),
      ...actions.flatMap(({ title, command }) => [title, command?.title ?? '']),
      ...inlayHint(reading, path, range).map(({ label }) => String(label)),
      ...documentSymbol(reading, path).flatMap((each) => [each.name, each.detail ?? '']),
      ...workspaceSymbol(reading, '').flatMap((each) => [each.name, each.containerName ?? '']),
    ];
    expect(told.filter((each) => STEERING.test(each))).toEqual([]);
    for (const { command } of actions) expect(command?.command).toMatch(/^crossread\.\w+$/);
  });

  test('is text in a tree', () => {
    const rows = flat(contradictionTree(overview(reading), 'severity'));
    expect(rows.some(({ label }) => label.includes(text))).toBe(true);
    // as views/tree.ts shows them
    for (const { label, description = '', tooltip = '', spoken = '' } of rows) {
      for (const each of [label, description, spoken]) expect(harmless(each)).not.toMatch(STEERING);
      expect(harmlessLines(tooltip)).not.toMatch(STEERING_BUT_LINES);
    }
  });

  test('is no link in a notification', () => {
    // what VS Code makes links of: linkedText.ts
    expect(withoutLinks(`a.txt: ${text}`)).not.toMatch(/\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i);
    expect(withoutLinks(text)).not.toMatch(STEERING);
  });

  test('is text in the report as a page and as Markdown', () => {
    const page = [...htmlReport(subjectOf(folder))].join('');
    expect(skeleton(page)).toEqual(skeleton([...htmlReport(subjectOf(plain))].join('')));
    expect(page).not.toMatch(STEERING_BUT_LINES);
    const markdown = [...markdownReport(subjectOf(folder))].join('');
    expect(skeleton(render(markdown))).toEqual(skeleton(render([...markdownReport(subjectOf(plain))].join(''))));
    expect(markdown).not.toMatch(STEERING_BUT_LINES);
  });

  test('is text in SARIF, JSON, CSV and a terminal', () => {
    const [analysis, documents] = [analysisOf(folder), documentsOf(folder)];
    const sarif = [...sarifReport(subjectOf(folder))].join('');
    const [result] = JSON.parse(sarif).runs[0].results;
    // SARIF 2.1.0, sections 3.11.5 and 3.11.6: placeholders and links
    expect(result.message.text.replace(/\{\{|\}\}|\\[[\]]/g, '')).not.toMatch(/[[\]{}]/);
    expect(result.locations[0].physicalLocation.region.snippet.text).toBe(text);
    const json = [...jsonReport(analysis)].join('');
    expect(JSON.parse(json).contradictions[0].positions[0].statements[0].focus.text).toBe(text);
    for (const each of [sarif, json]) expect(each).not.toMatch(STEERING_BUT_LINES);

    const csv = [...csvReport(subjectOf(folder))].join('');
    const rows = cellsOf(csv);
    expect(rows.map((row) => row.length)).toEqual(
      cellsOf([...csvReport(subjectOf(plain))].join('')).map((row) => row.length),
    );
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect([...textReport(analysis, documents, false)].join('')).not.toMatch(STEERING_BUT_LINES);
  });

  test('changes nothing that all objects share', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** In a text of several lines. */
const STEERING_BUT_LINES = /(?!\n)[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\u2060]/u;

type Row = ReturnType<typeof contradictionTree>[number];

function flat(rows: Row[]): Row[] {
  return rows.flatMap((row) => [row, ...(Array.isArray(row.children) ? flat(row.children) : [])]);
}

/** The cells of a CSV (RFC 4180). */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
