/** What a client may do to a server, in order and out of it, as data that fast-check makes and a file can keep. */
import fc from 'fast-check';
import { ELECTION, FIVE, TWENTY_FOUR } from '../texts.ts';

/** A place in a text as a share of its length, or any position at all. */
export type Place = number | { line: number; character: number };

export type Step =
  | { does: 'open'; name: string; text: string; language: string }
  | { does: 'edit'; name: string; from: Place; to: Place; text: string; version: 'next' | 'stale' | 'far' }
  | { does: 'replace' | 'write'; name: string; text: string }
  | { does: 'close' | 'delete'; name: string }
  | { does: 'ask'; method: string; name: string; at: Place; isCancelled: boolean }
  | { does: 'view'; method: string; params: unknown; isCancelled: boolean }
  | { does: 'send'; method: string; params: unknown; isRequest: boolean }
  | { does: 'settings'; settings: unknown }
  | { does: 'bytes'; bytes: string };

export const NAMES = ['a.txt', 'b.txt', 'sub/ä #1%.txt', 'gone.txt'];

const AT_PLACE = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'crossread/entityAt',
  'crossread/contradictionsAt',
];
const IN_DOCUMENT = [
  'textDocument/documentSymbol',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/codeAction',
];
const VIEWS = ['crossread/overview', 'crossread/timeline', 'crossread/notes', 'crossread/corrections'];
const BY_ID = ['crossread/mentions', 'crossread/entityPage', 'crossread/report', 'crossread/decide'];
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'workspace/didChangeConfiguration',
  'window/workDoneProgress/cancel',
  '$/cancelRequest',
  '$/setTrace',
  'initialized',
  '$/unknown',
];

const name = fc.constantFrom(...NAMES);
const oddName = fc.oneof(
  { weight: 6, arbitrary: name },
  fc.constantFrom('', '../../etc/passwd', 'a.txt/', 'line\nbreak.txt', '%', '?x', '#', 'nul\0.txt', '__proto__'),
);
const pieces = fc.constantFrom(
  'Officials said 5 people were killed in Karo on Monday. ',
  'Anna Bell',
  'the mayor of Karo, ',
  '24',
  '“It is over,” she said. ',
  '\n\n',
  '\r',
  '\r\n',
  '\0',
  '😀',
  '\ud83d',
  'e\u0301\u0301',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u2028',
  '中文',
  '\t| a | b |\n',
  '- ',
  '<b>',
  '[x](command:y)',
  '$(',
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(FIVE, TWENTY_FOUR, ELECTION, '') },
  { weight: 2, arbitrary: fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')) },
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const wild = fc.constantFrom(-1, 0, 1, 7, 1000, 2 ** 31 - 1, -(2 ** 31), Number.MAX_SAFE_INTEGER);
const place: fc.Arbitrary<Place> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  fc.record({ line: wild, character: wild }),
);
const json = fc.jsonValue({ maxDepth: 3 });
/** Nearly the right parameters. */
const almost = fc.oneof(
  json,
  fc.record(
    {
      textDocument: fc.oneof(
        json,
        fc.record({ uri: fc.oneof(json, fc.constant('file:///a.txt')), version: json, text: json, languageId: json }),
      ),
      position: fc.oneof(json, fc.record({ line: json, character: json })),
      range: fc.oneof(json, fc.record({ start: json, end: json })),
      context: json,
      contentChanges: fc.oneof(json, fc.array(fc.record({ range: json, text: json }), { maxLength: 2 })),
      changes: fc.oneof(json, fc.array(fc.record({ uri: json, type: json }), { maxLength: 2 })),
      event: json,
      id: json,
      query: json,
      settings: json,
    },
    { requiredKeys: [] },
  ),
);
const idParams = fc.oneof(
  fc.record({ id: fc.constantFrom('x', '__proto__', 'constructor', '', 'person:anna bell') }),
  fc.record({ entity: fc.constantFrom('x', '__proto__') }),
  fc.constantFrom<object>({ format: 'html' }, { format: 'markdown' }, { contradiction: 'x' }),
  fc.record({ id: fc.constant('x'), state: fc.constantFrom('dismissed', 'resolved', '?'), position: wild }),
);
const isCancelled = fc.nat(5).map((n) => n === 0);
const settings = fc.oneof(
  fc.constantFrom<unknown>({}, null, { codeLens: { enabled: true }, inlayHints: { enabled: true } }),
  fc.record({ include: json, exclude: json, minimumConfidence: json, severity: json, maximumFileSize: json }),
);
const bytes = fc.oneof(
  fc.constantFrom(
    'Content-Length: 2\r\n\r\n{]',
    'Content-Length: 0\r\n\r\n',
    'Content-Length: x\r\n\r\n{}',
    'Content-Length: -1\r\n\r\n',
    'Content-Length: 99999999999999999999\r\n\r\n',
    'Content-Type: text/x; charset=none\r\nContent-Length: 2\r\n\r\n{}',
    '\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'Content-Length: 4\r\n\r\nnull',
    'Content-Length: 2\r\n\r\n[]',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map((noise) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 'noise', method: noise });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  }),
  // Not one that could be the beginning of a header with a length in it: what follows would be its body.
  fc.string({ unit: 'binary', maxLength: 40 }).map((noise) => `${noise.replace(/content/gi, '')}\r\n\r\n`),
);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('open' as const),
      name,
      text,
      language: fc.constantFrom('plaintext', 'source-text', 'x'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      name,
      from: place,
      to: place,
      text: fc.oneof(pieces, text),
      version: fc.constantFrom('next' as const, 'next' as const, 'next' as const, 'stale' as const, 'far' as const),
    }),
  },
  fc.record({ does: fc.constantFrom('replace' as const, 'write' as const), name, text }),
  fc.record({ does: fc.constantFrom('close' as const, 'delete' as const), name }),
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('ask' as const),
      method: fc.constantFrom(...AT_PLACE, ...IN_DOCUMENT),
      name: oddName,
      at: place,
      isCancelled,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('view' as const),
      method: fc.constantFrom(...VIEWS),
      params: fc.constant(undefined),
      isCancelled,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('view' as const),
      method: fc.constantFrom(...BY_ID),
      params: idParams,
      isCancelled,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('view' as const),
      method: fc.constant('workspace/symbol'),
      params: fc.record({ query: text }),
      isCancelled,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      method: fc.constantFrom(
        ...AT_PLACE,
        ...IN_DOCUMENT,
        ...BY_ID,
        'crossread/annotate',
        'crossread/correct',
        'workspace/symbol',
        'initialize',
        'unknown/method',
      ),
      params: almost,
      isRequest: fc.constant(true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      method: fc.constantFrom(...NOTIFICATIONS),
      params: almost,
      isRequest: fc.constant(false),
    }),
  },
  fc.record({ does: fc.constant('settings' as const), settings }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('bytes' as const), bytes }) },
);
