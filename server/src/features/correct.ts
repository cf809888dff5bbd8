import { t } from '@vscode/l10n';
import { ENTITY_TYPES, type Entity, type EntityMention, type Statement } from '../analysis/model.ts';
import { type Annotation, authorOf, targetsOf, textOf, timeOf } from '../annotations/annotation.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { CorrectionItem, CorrectParams } from '../protocol.ts';
import { list, typeName } from '../report/language.ts';
import type { Document } from '../workspace/document.ts';
import type { Reading } from '../workspace/reading.ts';
import { canonicalUri } from '../workspace/uri.ts';
import { failure, orFail } from './decide.ts';
import { shorten } from './text.ts';

/** How many mentions stand for an entity: when a text has changed, another one is found. */
const MOST_MENTIONS = 3;
const LONGEST_QUOTE = 60;

/**
 * Keeps what the reader says of an entity or a statement; it holds for all sources at once.
 *
 * @param asked the text that a name was marked in, where that is known: the reading may have a later one
 * @returns the id of the correction, once it is written
 */
export function correct(
  annotations: Annotations,
  reading: Reading,
  params: CorrectParams,
  asked?: Document,
): Promise<string> {
  return orFail(act(annotations, reading, params, asked));
}

async function act(
  annotations: Annotations,
  reading: Reading,
  params: CorrectParams,
  asked: Document | undefined,
): Promise<string> {
  const { documents } = reading;
  switch (params.action) {
    case 'same': {
      const mentions = params.entities.flatMap((id) => mentionsOf(entityOf(reading, id)));
      return annotations.addCorrection('same', mentions, documents);
    }
    case 'distinct': {
      const leaving = mentionsAt(reading, entityOf(reading, params.entity), params.mentions);
      return annotations.addCorrection('distinct', leaving, documents);
    }
    case 'no-name':
      return annotations.addCorrection('no-name', eachName(entityOf(reading, params.entity)), documents);
    case 'type':
      if (!ENTITY_TYPES.includes(params.type)) throw failure(t('A type is one of {0}.', ENTITY_TYPES.join(', ')));
      return annotations.addCorrection('type', mentionsOf(entityOf(reading, params.entity)), documents, {
        value: params.type,
      });
    case 'name':
      if (!params.name.trim()) throw failure(t('The name is missing.'));
      return annotations.addCorrection('name', mentionsOf(entityOf(reading, params.entity)), documents, {
        value: params.name.trim(),
      });
    case 'entity': {
      const now = reading.document(canonicalUri(params.uri));
      return markEntity(annotations, now && (asked ?? now), params);
    }
    default:
      return correctStatement(annotations, reading, params);
  }
}

function correctStatement(
  annotations: Annotations,
  reading: Reading,
  params: Extract<CorrectParams, { action: 'value' | 'unrelated' }>,
): Promise<string> {
  const contradiction = reading.contradiction(params.contradiction);
  const path = canonicalUri(params.uri);
  const document = reading.document(path);
  const start = document?.offsetAt(params.focus.start);
  const position = contradiction?.positions.find(({ statements }) => statements.some(isAsked));
  const statement = position?.statements.find(isAsked);
  if (!contradiction || !position || !statement) throw failure(t('There is no such statement any more.'));
  function isAsked(each: Statement): boolean {
    return each.path === path && each.focus.start === start;
  }
  const { kind } = contradiction;
  const place = (each: Statement) => ({ path: each.path, start: each.focus.start, end: each.focus.end });
  if (params.action === 'value') {
    if (!params.value.trim()) throw failure(t('The value is missing.'));
    const value = params.value.trim();
    return annotations.addCorrection('value', [place(statement)], reading.documents, { value, kind });
  }
  const others = contradiction.positions.filter((each) => each !== position).flatMap(({ statements }) => statements);
  return annotations.addCorrection('unrelated', [statement, ...others].map(place), reading.documents, { kind });
}

function markEntity(
  annotations: Annotations,
  document: Document | undefined,
  { range, type }: Extract<CorrectParams, { action: 'entity' }>,
): Promise<string> {
  if (!ENTITY_TYPES.includes(type)) throw failure(t('A type is one of {0}.', ENTITY_TYPES.join(', ')));
  if (!document) throw failure(t('Only texts that are read as sources can be annotated.'));
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  if (start >= end) throw failure(t('Select the words that name somebody or something.'));
  const path = document.uri;
  return annotations.addCorrection('entity', [{ path, start, end }], new Map([[path, document]]), { type });
}

function entityOf(reading: Reading, id: string): Entity {
  const entity = reading.entity(id);
  if (!entity) throw failure(t('There is no such entity any more.'));
  return entity;
}

/** Some mentions of an entity, rather in different sources. */
function mentionsOf({ mentions }: Entity): EntityMention[] {
  const names = mentions.filter(({ kind }) => kind === 'name');
  const firsts = names.filter(({ path }, i) => names.findIndex((each) => each.path === path) === i);
  return (firsts.length > 0 ? firsts : mentions).slice(0, MOST_MENTIONS);
}

/** One mention for every way in which the entity is named. */
function eachName({ mentions }: Entity): EntityMention[] {
  const names = mentions.filter(({ kind }) => kind === 'name');
  return names.filter(({ text }, i) => names.findIndex((each) => each.text === text) === i);
}

function mentionsAt(
  reading: Reading,
  { mentions }: Entity,
  places: Extract<CorrectParams, { action: 'distinct' }>['mentions'],
): EntityMention[] {
  const found = places.flatMap(({ uri, range }) => {
    const path = canonicalUri(uri);
    const start = reading.document(path)?.offsetAt(range.start);
    return mentions.filter((mention) => mention.path === path && mention.start === start);
  });
  if (found.length === 0) throw failure(t('Choose the mentions that are somebody or something else.'));
  return found;
}

/** All corrections, the last first, as they are told to the reader who may want to take one back. */
export function corrections(annotations: Annotations): CorrectionItem[] {
  return annotations.corrected.map((annotation) => {
    const author = authorOf(annotation);
    return { id: annotation.id, text: describe(annotation), ...(author ? { author } : {}), time: timeOf(annotation) };
  });
}

function describe(annotation: Annotation): string {
  const quotes = targetsOf(annotation).flatMap(({ selector }) =>
    selector.flatMap((each) => (each.type === 'TextQuoteSelector' ? shorten(each.exact, LONGEST_QUOTE) : [])),
  );
  const names = [...new Set(quotes)].map((quote) => `“${quote}”`);
  const [name = ''] = names;
  const value = textOf(annotation, 'identifying') ?? '';
  switch (annotation['crossread:correction']) {
    case 'same':
      return t('{0} are the same', list(names));
    case 'distinct':
      return t('{0}: told apart', list(names));
    case 'type': {
      const type = ENTITY_TYPES.find((known) => known === value);
      return t('{0} is of type {1}', name, type ? typeName(type) : value);
    }
    case 'no-name':
      return t('{0}: no name', names.join(', '));
    case 'name':
      return t('{0} is called “{1}”', name, value);
    case 'entity': {
      const told = [value && t('named “{0}”', value), textOf(annotation, 'classifying')].filter(Boolean);
      return `${names.join(', ')}: ${told.join(', ')}`;
    }
    case 'value':
      return t('{0}: the value is “{1}”', name, value);
    default:
      return t('{0} is about something else', name);
  }
}
