/** What a report says, whatever it is written in: plain data with the words of the sources as they stand there. */
import { t } from '@vscode/l10n';
import {
  type Contradiction,
  type Entity,
  type EntityType,
  isSettled,
  type Severity,
  type Span,
  type Statement,
} from '../analysis/model.ts';
import type { Reading } from '../workspace/reading.ts';
import { counted, kindName, reasonName, severityLabel, verdictLabel } from './language.ts';

/** A reading and how to call its files: their path as the reader would write it. */
export interface Subject {
  reading: Reading;
  pathOf: (path: string) => string;
}

export interface ReportSource {
  label: string;
  title?: string;
  publisher?: string;
  date?: string;
  file: string;
  contradictions: number;
}

export interface Quotation {
  text: string;
  /** UTF-16 code units of `text` to be emphasized. */
  highlight: Span;
  speaker?: string;
  source: string;
  /** Index of the source in {@link sourcesOf}. */
  index: number;
  /** `path:line` of the emphasized words, lines from 1. */
  place: string;
}

export const SEVERITIES: readonly Severity[] = ['conflict', 'update', 'variation'];
export const TYPES: readonly EntityType[] = [
  'person',
  'organization',
  'place',
  'event',
  'norp',
  'product',
  'work',
  'date',
];

/** The sources in path order. */
export function sourcesOf({ reading, pathOf }: Subject): ReportSource[] {
  return reading.sources.map(({ path, info }) => ({
    ...info,
    label: reading.label(path),
    file: pathOf(path),
    contradictions: new Set(
      reading
        .statementsIn(path)
        .map(({ contradiction }) => contradiction)
        .filter((contradiction) => !isSettled(contradiction)),
    ).size,
  }));
}

/** The contradictions of one severity that nobody has dismissed or resolved, the surest first. */
export function contradictionsOf({ reading }: Subject, severity: Severity): Contradiction[] {
  return reading.contradictions
    .filter((contradiction) => contradiction.severity === severity && !isSettled(contradiction))
    .sort((a, b) => b.confidence - a.confidence);
}

/** The entities of one type that are named, those in the most sources first. */
export function entitiesOf({ reading }: Subject, type: EntityType): Entity[] {
  return reading.entities
    .filter((entity) => entity.type === type && entity.mentionCount > 0)
    .sort(
      (a, b) => b.sourceCount - a.sourceCount || b.mentionCount - a.mentionCount || a.name.localeCompare(b.name, 'en'),
    );
}

/** The contradictions, but for what was dismissed or resolved, in which an entity is named by a disputed statement. */
export function disputesOf({ reading }: Subject, entity: Entity): Contradiction[] {
  const found = entity.mentions.flatMap((mention) =>
    reading
      .statementsIn(mention.path)
      .filter(({ statement }) => statement.start < mention.end && mention.start < statement.end)
      .map(({ contradiction }) => contradiction),
  );
  return [...new Set(found)].filter((contradiction) => !isSettled(contradiction));
}

export function quoteStatement(subject: Subject, { path, start, text, speaker, focus }: Statement): Quotation {
  const from = clamp(focus.start - start, text.length);
  const highlight = { start: from, end: Math.max(from, clamp(focus.end - start, text.length)) };
  return { text, highlight, ...(speaker === undefined ? {} : { speaker }), ...placed(subject, path, focus.start) };
}

/** The source of an offset and its place. */
export function placed({ reading, pathOf }: Subject, path: string, offset: number) {
  const line = reading.document(path)?.positionAt(offset).line ?? 0;
  return {
    source: reading.label(path),
    index: reading.sources.findIndex((source) => source.path === path),
    place: `${pathOf(path)}:${line + 1}`,
  };
}

/** "Conflict (number), confidence 90 %". */
export function rating({ severity, kind, confidence }: Contradiction): string {
  return t('{0} ({1}), confidence {2} %', severityLabel(severity).one, kindName(kind), Math.round(confidence * 100));
}

/** What a reader decided: "Dismissed (wording only), by Ana: a rounded figure"; empty where nothing was. */
export function decided({ verdict }: Contradiction): string {
  if (!verdict || verdict.state === 'open') return '';
  const { state, reason, holds, author, note, isOutdated } = verdict;
  const told = [
    isOutdated ? t('To be decided again, before: {0}', verdictLabel(state)) : verdictLabel(state),
    reason && ` (${reasonName(reason)})`,
    holds !== undefined && `, ${t('“{0}” holds', holds)}`,
    author && `, ${t('by {0}', author)}`,
    note && `: ${note}`,
  ];
  return told.filter(Boolean).join('').replace(/\s+/g, ' ');
}

/** "3 contradictions in 5 sources: 2 conflicts, 1 update; 1 more dismissed or resolved". */
export function summary(subject: Subject): string {
  const { contradictions: all, sources } = subject.reading;
  const contradictions = all.filter((contradiction) => !isSettled(contradiction));
  const settled = all.length - contradictions.length;
  const left = settled > 0 ? `; ${t('{0} more dismissed or resolved', settled)}` : '';
  const read = counted.sources(sources.length);
  if (contradictions.length === 0) return `${t('No contradictions found in {0}', read)}${left}`;
  const parts = SEVERITIES.map((severity) => [contradictionsOf(subject, severity).length, severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => counted[severity](number));
  return `${t('{0} in {1}', counted.contradictions(contradictions.length), read)}: ${parts.join(', ')}${left}`;
}

/** The other names of an entity. */
export function otherNames({ name, aliases }: Entity): string[] {
  return aliases.filter((alias) => alias !== name);
}

export function pathsOf({ mentions }: Entity): Set<string> {
  return new Set(mentions.map(({ path }) => path));
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
