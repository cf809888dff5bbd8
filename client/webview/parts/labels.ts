import * as l10n from '@vscode/l10n';
import type { ContradictionKind, EntityType, Severity } from '../../../server/src/protocol.ts';

export function severityLabel(severity: Severity): string {
  return {
    conflict: l10n.t('Conflict'),
    update: l10n.t('Update'),
    variation: l10n.t('Variation'),
  }[severity];
}

export function severitiesLabel(severity: Severity): string {
  return {
    conflict: l10n.t('Conflicts'),
    update: l10n.t('Updates'),
    variation: l10n.t('Variations'),
  }[severity];
}

export function kindLabel(kind: ContradictionKind): string {
  return {
    number: l10n.t('Number'),
    date: l10n.t('Date'),
    place: l10n.t('Place'),
    person: l10n.t('Person'),
    roster: l10n.t('Who takes part'),
    role: l10n.t('Role'),
    outcome: l10n.t('Outcome'),
    polarity: l10n.t('Yes or no'),
    modality: l10n.t('How certain'),
    quote: l10n.t('Quotation'),
    name: l10n.t('Name'),
    sequence: l10n.t('Order of events'),
    cause: l10n.t('Cause'),
    other: l10n.t('Other'),
  }[kind];
}

export function entityTypeLabel(type: EntityType): string {
  return {
    person: l10n.t('Person'),
    organization: l10n.t('Organization'),
    place: l10n.t('Place'),
    event: l10n.t('Event'),
    norp: l10n.t('Nationality or group'),
    product: l10n.t('Product'),
    work: l10n.t('Work'),
    date: l10n.t('Date'),
  }[type];
}

/** "May 15, 2025" for "2025-05-15", in the language of VS Code; what is no calendar date is left as it is. */
export function readableDate(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** "1 source", "3 sources": both whole, so that each can be translated. */
export function sourceCount(count: number): string {
  return count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', count);
}

export function questionCount(count: number): string {
  return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
}

export function mentionCount(count: number): string {
  return count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count);
}

/** "Thursday, May 15, 2025", "May 2025" or "2025", for as much as is told. */
export function readableMoment(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  const time = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time) || month === undefined) return iso;
  const style: Intl.DateTimeFormatOptions =
    day === undefined ? { year: 'numeric', month: 'long' } : { dateStyle: 'full' };
  return new Intl.DateTimeFormat(language(), { ...style, timeZone: 'UTC' }).format(time);
}

/** The time of day for minutes after midnight. */
export function readableTime(minutes: number): string {
  const time = new Intl.DateTimeFormat(language(), { timeStyle: 'short', timeZone: 'UTC' });
  return time.format(minutes * 60_000);
}

function language(): string {
  return document.documentElement.lang || 'en';
}
