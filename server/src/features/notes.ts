import { t } from '@vscode/l10n';
import type { Annotations } from '../annotations/annotations.ts';
import { withResolution, withTags, withText } from '../annotations/notes.ts';
import type { AnnotateParams, NoteItem } from '../protocol.ts';
import type { Document } from '../workspace/document.ts';
import type { Reading } from '../workspace/reading.ts';
import { canonicalUri } from '../workspace/uri.ts';
import { toRange } from './convert.ts';
import { failure, orFail } from './decide.ts';

/** All notes and highlights of the workspace. Those whose place is gone have no range. */
export function notes(annotations: Annotations, reading: Reading): NoteItem[] {
  return annotations.threads(reading.documents).map(({ id, path, at, quote, tags, isResolved, comments }) => {
    const document = reading.document(path);
    const place = document && at ? { range: toRange(document, at), isSure: at.isSure } : { isSure: false };
    return { id, uri: path, quote, tags, isResolved, comments, ...place };
  });
}

/**
 * Adds a note or changes one.
 *
 * @param asked the text that a new note was asked for on, where that is known: the reading may have a later one
 * @returns the id of the note, once it is written
 */
export function annotate(
  annotations: Annotations,
  reading: Reading,
  params: AnnotateParams,
  asked?: Document,
): Promise<string> {
  return orFail(act(annotations, reading, params, asked));
}

async function act(
  annotations: Annotations,
  reading: Reading,
  params: AnnotateParams,
  asked: Document | undefined,
): Promise<string> {
  if (params.action === 'note') {
    const now = reading.document(canonicalUri(params.uri));
    return addNote(annotations, now && (asked ?? now), params);
  }
  const { id } = params;
  if (params.action === 'reply') await annotations.reply(id, params.text);
  else if (params.action === 'edit') await annotations.change(id, (each, now) => withText(each, params.text, now));
  else if (params.action === 'tag') await annotations.change(id, (each, now) => withTags(each, params.tags, now));
  else if (params.action === 'resolve') {
    await annotations.change(id, (each, now) => withResolution(each, params.isResolved, now));
  } else if (params.action === 'remove') await annotations.remove(id);
  else throw failure(t('There is no such action.'));
  return id;
}

function addNote(
  annotations: Annotations,
  document: Document | undefined,
  { range, text = '', tags = [] }: Extract<AnnotateParams, { action: 'note' }>,
): Promise<string> {
  if (!document) throw failure(t('Only texts that are read as sources can be annotated.'));
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  if (span.start >= span.end) throw failure(t('Select the words that the note is on.'));
  const path = document.uri;
  return annotations.addNote({ path, span, text, tags }, new Map([[path, document]]));
}
