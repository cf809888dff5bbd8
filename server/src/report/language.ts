/** The language in which people are told what was found: English, until another is chosen. What sources say stays as it is. */
import { config, type l10nJsonFormat, t } from '@vscode/l10n';
import type { ContradictionKind, DismissalReason, EntityType, Severity, VerdictState } from '../analysis/model.ts';

let tag = 'en';

/**
 * Chooses the language for the whole process.
 *
 * @param language a BCP 47 tag
 * @param contents the messages in it, by their English
 */
export function speak(language: string, contents: l10nJsonFormat): void {
  config({ contents });
  tag = language;
}

/** The BCP 47 tag of the language. */
export function spoken(): string {
  return tag;
}

/** How many of each: "1 source", "3 sources"; each whole, so that it can be translated. */
export const counted = {
  contradictions: (n: number) => (n === 1 ? t('1 contradiction') : t('{0} contradictions', n)),
  sources: (n: number) => (n === 1 ? t('1 source') : t('{0} sources', n)),
  mentions: (n: number) => (n === 1 ? t('1 mention') : t('{0} mentions', n)),
  conflict: (n: number) => (n === 1 ? t('1 conflict') : t('{0} conflicts', n)),
  update: (n: number) => (n === 1 ? t('1 update') : t('{0} updates', n)),
  variation: (n: number) => (n === 1 ? t('1 variation') : t('{0} variations', n)),
};

/** "a", "a and b", "a, b and c". */
export function list(items: string[]): string {
  if (items.length < 2) return items.join('');
  return t('{0} and {1}', items.slice(0, -1).join(', '), items.at(-1) ?? '');
}

export function severityLabel(severity: Severity): { one: string; many: string } {
  return {
    conflict: { one: t('Conflict'), many: t('Conflicts') },
    update: { one: t('Update'), many: t('Updates') },
    variation: { one: t('Variation'), many: t('Variations') },
  }[severity];
}

/** Inside a sentence: "conflict". */
export function severityName(severity: Severity): string {
  return { conflict: t('conflict'), update: t('update'), variation: t('variation') }[severity];
}

export function kindName(kind: ContradictionKind): string {
  return {
    number: t('number'),
    date: t('date'),
    place: t('place'),
    person: t('person'),
    roster: t('roster'),
    role: t('role'),
    outcome: t('outcome'),
    polarity: t('polarity'),
    modality: t('modality'),
    quote: t('quote'),
    name: t('name'),
    sequence: t('sequence'),
    cause: t('cause'),
    other: t('other'),
  }[kind];
}

export function typeName(type: EntityType): string {
  return {
    person: t('person'),
    organization: t('organization'),
    place: t('place'),
    event: t('event'),
    norp: t('norp'),
    product: t('product'),
    work: t('work'),
    date: t('date'),
  }[type];
}

/** "People". */
export function typeLabel(type: EntityType): string {
  return {
    person: t('People'),
    organization: t('Organizations'),
    place: t('Places'),
    event: t('Events'),
    norp: t('Nationalities and groups'),
    product: t('Products'),
    work: t('Works'),
    date: t('Dates'),
  }[type];
}

export function verdictLabel(state: VerdictState): string {
  return { open: t('Undecided'), confirmed: t('Confirmed'), dismissed: t('Dismissed'), resolved: t('Resolved') }[state];
}

export function reasonName(reason: DismissalReason): string {
  return {
    'not-same-event': t('not the same event'),
    'wording-only': t('wording only'),
    'extraction-error': t('read wrongly'),
    other: t('another reason'),
  }[reason];
}
