/** The one place where spans and paths of the analysis become ranges and locations of the protocol. */
import type { Location, Range } from 'vscode-languageserver';
import type { EntityMention, Span, Statement } from '../analysis/model.ts';
import type { MentionItem, StatementItem } from '../protocol.ts';
import type { Document } from '../workspace/document.ts';
import type { Reading } from '../workspace/reading.ts';
import { excerpt } from './text.ts';

const MENTION_CONTEXT = 140;

export function toRange(document: Document, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toLocation(reading: Reading, path: string, span: Span): Location {
  return { uri: path, range: toRange(documentOf(reading, path), span) };
}

export function toStatementItem(reading: Reading, statement: Statement): StatementItem {
  const document = documentOf(reading, statement.path);
  return {
    uri: statement.path,
    range: toRange(document, statement),
    focus: toRange(document, statement.focus),
    text: statement.text,
    focusText: statement.focus.text,
    ...(statement.speaker === undefined ? {} : { speaker: statement.speaker }),
  };
}

export function toMentionItem(reading: Reading, mention: EntityMention): MentionItem {
  const document = documentOf(reading, mention.path);
  const { text, highlight } = excerpt(document.text, mention, MENTION_CONTEXT);
  return {
    uri: mention.path,
    range: toRange(document, mention),
    kind: mention.kind,
    evidence: mention.evidence,
    context: text,
    highlight: [highlight.start, highlight.end],
  };
}

/**
 * The document of a path that the reading itself gave.
 *
 * @throws when the reading names a path that it does not hold, which is an error of the analysis
 */
export function documentOf(reading: Reading, path: string): Document {
  const document = reading.document(path);
  if (!document) throw new Error(`The reading names ${path}, which it does not hold.`);
  return document;
}
