import { t } from '@vscode/l10n';
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Contradiction, Entity, EntityMention, Position, Span, Statement } from '../analysis/model.ts';
import { counted, kindName, severityName, typeName } from '../report/language.ts';
import type { PlacedMention, PlacedStatement, Reading } from '../workspace/reading.ts';
import { documentOf, toRange } from './convert.ts';
import { emphasize, escapeMarkdown, linkTo, linkToWeb } from './markdown.ts';
import { excerpt } from './text.ts';
import { toWatchedItem } from './watched.ts';
import { question, sourceName, value, verdictText } from './wording.ts';

const MOST_SOURCES = 8;
const MOST_MENTIONS_OF_A_SOURCE = 2;
const MOST_STATEMENTS = 4;
const MOST_CONTRADICTIONS = 2;
const MOST_INDIRECT = 8;
const MENTION_QUOTATION = 100;
const STATEMENT_QUOTATION = 160;
/** The evidence of a mention that is the entity's name itself. */
const EXACT = 'exact name';

/** What is known of the name or the disputed statement at an offset. */
export function hover(reading: Reading, path: string, offset: number): Hover | null {
  const named = reading.mentionAt(path, offset);
  const disputed = reading.statementsAt(path, offset);
  const onFocus = disputed.filter(({ statement: { focus } }) => focus.start <= offset && offset <= focus.end);
  // On a name inside a longer statement the reader asks who that is, unless the name itself is what is disputed.
  const shown = named && onFocus.length === 0 ? disputed.slice(0, 1) : disputed.slice(0, MOST_CONTRADICTIONS);
  const disputes = distinct(shown).map((placed) => describeContradiction(reading, placed));
  const entity = named ? [describeEntity(reading, named, path)] : [];
  const parts = onFocus.length > 0 ? [...disputes, ...entity] : [...entity, ...disputes];
  const span = onFocus[0]?.statement.focus ?? named?.mention ?? disputed[0]?.statement;
  if (!span) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: toRange(documentOf(reading, path), span),
  };
}

function distinct(placed: PlacedStatement[]): PlacedStatement[] {
  return [...new Map(placed.map((each) => [each.contradiction, each])).values()];
}

function describeContradiction(reading: Reading, { contradiction, position }: PlacedStatement): string {
  return [
    `**${escapeMarkdown(question(contradiction))}** — ${describeSeverity(contradiction)}`,
    contradiction.positions.map((each) => describePosition(reading, each, each === position)).join('\n'),
    escapeMarkdown(contradiction.explanation),
    ...(contradiction.verdict ? [escapeMarkdown(verdictText(contradiction.verdict))] : []),
  ].join('\n\n');
}

function describeSeverity({ severity, kind, confidence }: Contradiction): string {
  return t('{0} ({1}), confidence {2} %', severityName(severity), kindName(kind), Math.round(confidence * 100));
}

function describePosition(reading: Reading, position: Position, here: boolean): string {
  const shown = position.statements.slice(0, MOST_STATEMENTS).map((statement) => describeStatement(reading, statement));
  const left = position.statements.length - shown.length;
  const more = left > 0 ? [`  - ${andMore(left)}`] : [];
  return [`- **${escapeMarkdown(value(position))}**${here ? ` (${t('here')})` : ''}`, ...shown, ...more].join('\n');
}

function describeStatement(reading: Reading, statement: Statement): string {
  const document = documentOf(reading, statement.path);
  const link = linkTo(document, statement.focus, sourceName(reading, statement.path));
  const speaker = statement.speaker ? ` (${escapeMarkdown(statement.speaker)})` : '';
  const decided = statement.decided ? ` (${escapeMarkdown(statement.decided)})` : '';
  return `  - ${link}${speaker}${decided}: ${quotation(document.text, statement.focus, STATEMENT_QUOTATION)}`;
}

function describeEntity(reading: Reading, { entity, mention }: PlacedMention, path: string): string {
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  const names = entity.mentions.filter(({ kind }) => kind === 'name');
  const indirect = entity.mentions.filter(({ kind }) => kind !== 'name');
  return [
    `**${escapeMarkdown(entity.name)}** — ${typeName(entity.type)}`,
    // why this mention is taken for the entity's, which a reader may want to doubt
    ...(mention.evidence !== EXACT ? [t('Here: {0}', escapeMarkdown(mention.evidence))] : []),
    ...(entity.decided ? [t('Decided: {0}', entity.decided.map(escapeMarkdown).join(', '))] : []),
    ...describeWatched(entity),
    ...(others.length > 0 ? [t('Also: {0}', others.map(escapeMarkdown).join(', '))] : []),
    ...(entity.roles.length > 0 ? [t('Described as: {0}', entity.roles.map(escapeMarkdown).join(', '))] : []),
    ...(names.length > 0 ? [describeMentions(reading, names, path)] : []),
    ...(indirect.length > 0 ? [describeIndirect(reading, indirect)] : []),
  ].join('\n\n');
}

function describeWatched(entity: Entity): string[] {
  const watched = toWatchedItem(entity);
  if (!watched) return [];
  const { note, externalId = '', link } = watched;
  const id = link ? linkToWeb(link, externalId) : escapeMarkdown(externalId);
  return [
    [t('On your watch list'), ...(id ? [` (${id})`] : []), ...(note ? [`: ${escapeMarkdown(note)}`] : [])].join(''),
  ];
}

/** The mentions by name, grouped by source: the other sources first, for they are what the reader does not see. */
function describeMentions(reading: Reading, mentions: EntityMention[], path: string): string {
  const paths = [...new Set(mentions.map((mention) => mention.path))].sort(
    (a, b) => Number(a === path) - Number(b === path),
  );
  const shown = paths.slice(0, MOST_SOURCES).map((each) => {
    return describeSource(
      reading,
      each,
      mentions.filter((mention) => mention.path === each),
      path,
    );
  });
  const left = paths.length - shown.length;
  const summary = `${t('{0} in {1}', counted.mentions(mentions.length), counted.sources(paths.length))}:`;
  return [summary, '', ...shown, ...(left > 0 ? [`- ${t('and in {0} more', left)}`] : [])].join('\n');
}

function describeSource(reading: Reading, path: string, mentions: EntityMention[], here: string): string {
  const document = documentOf(reading, path);
  const name = escapeMarkdown(sourceName(reading, path));
  const shown = mentions.slice(0, MOST_MENTIONS_OF_A_SOURCE).map((mention) => {
    const line = linkTo(document, mention, t('line {0}', document.positionAt(mention.start).line + 1));
    return `  - ${line}: ${quotation(document.text, mention, MENTION_QUOTATION)}`;
  });
  const left = mentions.length - shown.length;
  const title = `- **${name}**${path === here ? ` (${t('this source')})` : ''}`;
  return [title, ...shown, ...(left > 0 ? [`  - ${andMore(left)}`] : [])].join('\n');
}

/** Mentions by role or pronoun, which a reader may want to doubt, apart from the names. */
function describeIndirect(reading: Reading, mentions: EntityMention[]): string {
  const shown = mentions
    .slice(0, MOST_INDIRECT)
    .map((mention) => linkTo(documentOf(reading, mention.path), mention, mention.text));
  const left = mentions.length - shown.length;
  const all = left > 0 ? `${shown.join(', ')} ${andMore(left)}` : shown.join(', ');
  return t('By role or pronoun: {0}', all);
}

function andMore(left: number): string {
  return t('and {0} more', left);
}

function quotation(text: string, span: Span, maximum: number): string {
  const cut = excerpt(text, span, maximum);
  return `“${emphasize(cut.text, cut.highlight)}”`;
}
