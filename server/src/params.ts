import * as v from 'valibot';
import * as protocol from './protocol.ts';

/** Any whole number: one outside the text counts as its end, but one that is no number has no place at all. */
const whole = v.pipe(v.number(), v.safeInteger());
const texts = v.array(v.string());
const position = v.object({ line: whole, character: whole });
const range = v.object({ start: position, end: position });
const textDocument = v.object({ uri: v.string() });
const inDocument = v.object({ textDocument });
const atPosition = v.object({ textDocument, position });
const withId = v.object({ id: v.string() });
const folders = v.array(v.object({ uri: v.string() }));
const note = { uri: v.string(), range, text: v.optional(v.string()), tags: v.optional(texts) };
const statement = { contradiction: v.string(), uri: v.string(), focus: range };

/** What the messages that carry parameters have to carry at least; of what is not named here, nothing is asked. */
const SHAPES: Record<string, v.GenericSchema> = {
  initialize: v.object({
    processId: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
    rootUri: v.nullish(v.string()),
    rootPath: v.nullish(v.string()),
    workspaceFolders: v.nullish(folders),
    capabilities: v.object({
      general: v.nullish(v.object({ positionEncodings: v.nullish(texts) })),
      textDocument: v.nullish(v.looseObject({})),
      workspace: v.nullish(v.looseObject({})),
    }),
  }),
  '$/cancelRequest': v.object({ id: v.union([v.string(), v.number()]) }),
  '$/setTrace': v.object({ value: v.string() }),
  'window/workDoneProgress/cancel': v.object({ token: v.union([v.string(), v.number()]) }),
  'textDocument/didOpen': v.object({
    textDocument: v.object({ uri: v.string(), languageId: v.string(), version: whole, text: v.string() }),
  }),
  'textDocument/didChange': v.object({
    textDocument: v.object({ uri: v.string(), version: whole }),
    contentChanges: v.array(v.object({ range: v.nullish(range), text: v.string() })),
  }),
  'textDocument/didClose': inDocument,
  'textDocument/hover': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': v.object({
    textDocument,
    position,
    context: v.object({ includeDeclaration: v.boolean() }),
  }),
  'textDocument/documentHighlight': atPosition,
  'textDocument/documentSymbol': inDocument,
  'textDocument/semanticTokens/full': inDocument,
  'textDocument/codeLens': inDocument,
  'textDocument/inlayHint': v.object({ textDocument, range }),
  'textDocument/codeAction': v.object({
    textDocument,
    range,
    context: v.object({ diagnostics: v.array(v.looseObject({ range })), only: v.nullish(texts) }),
  }),
  'textDocument/diagnostic': v.object({ textDocument, previousResultId: v.nullish(v.string()) }),
  'workspace/diagnostic': v.object({ previousResultIds: v.array(v.object({ uri: v.string(), value: v.string() })) }),
  'workspace/symbol': v.object({ query: v.string() }),
  'workspace/didChangeWatchedFiles': v.object({
    changes: v.array(v.object({ uri: v.string(), type: v.picklist([1, 2, 3]) })),
  }),
  'workspace/didChangeWorkspaceFolders': v.object({ event: v.object({ added: folders, removed: folders }) }),
  'workspace/didChangeConfiguration': v.object({ settings: v.optional(v.unknown()) }),
  [protocol.EntityAtRequest]: atPosition,
  [protocol.ContradictionsAtRequest]: atPosition,
  [protocol.MentionsRequest]: withId,
  [protocol.EntityPageRequest]: withId,
  [protocol.ReportRequest]: v.union([
    v.object({ format: v.picklist(['html', 'markdown']) }),
    v.object({ contradiction: v.string() }),
    v.object({ entity: v.string() }),
  ]),
  [protocol.DecideRequest]: v.object({
    id: v.string(),
    state: v.string(),
    reason: v.optional(v.string()),
    position: v.optional(whole),
    note: v.optional(v.string()),
  }),
  [protocol.AnnotateRequest]: v.variant('action', [
    v.object({ action: v.literal('note'), ...note }),
    v.object({ action: v.picklist(['reply', 'edit']), id: v.string(), text: v.string() }),
    v.object({ action: v.literal('tag'), id: v.string(), tags: texts }),
    v.object({ action: v.literal('resolve'), id: v.string(), isResolved: v.boolean() }),
    v.object({ action: v.literal('remove'), id: v.string() }),
  ]),
  [protocol.ExportRequest]: v.object({ format: v.string(), uri: v.string(), folder: v.optional(v.string()) }),
  [protocol.ImportRequest]: v.object({ uris: texts, folder: v.optional(v.string()) }),
  [protocol.CorrectRequest]: v.variant('action', [
    v.object({ action: v.literal('same'), entities: texts }),
    v.object({
      action: v.literal('distinct'),
      entity: v.string(),
      mentions: v.array(v.object({ uri: v.string(), range })),
    }),
    v.object({ action: v.literal('type'), entity: v.string(), type: v.string() }),
    v.object({ action: v.literal('name'), entity: v.string(), name: v.string() }),
    v.object({ action: v.literal('no-name'), entity: v.string() }),
    v.object({ action: v.literal('entity'), uri: v.string(), range, type: v.string() }),
    v.object({ action: v.literal('value'), value: v.string(), ...statement }),
    v.object({ action: v.literal('unrelated'), ...statement }),
  ]),
};

/** What is wrong with the parameters of a message, as a sentence that names the place; undefined when nothing is. */
export function problemOf(method: string, params: unknown): string | undefined {
  const shape = Object.hasOwn(SHAPES, method) ? SHAPES[method] : undefined;
  if (!shape) return undefined;
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return 'The parameters are no object.';
  const [issue] = v.safeParse(shape, params, { abortEarly: true }).issues ?? [];
  if (!issue) return undefined;
  const path = v.getDotPath(issue);
  return `${path ? `${path}: ` : ''}expected ${issue.expected ?? 'something else'}, received ${issue.received}.`;
}
