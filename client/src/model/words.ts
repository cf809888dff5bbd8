import { t } from '@vscode/l10n';

let locale = 'en-US';

/** Has numbers and dates written as in a language. @param tag a BCP 47 language tag */
export function writeAsIn(tag: string): void {
  locale = tag.startsWith('en') ? 'en-US' : tag;
}

/** How many of each, in the user's language: "1 source", "3 sources". */
export const counted = {
  contradictions: (n: number) => (n === 1 ? t('1 contradiction') : t('{0} contradictions', figure(n))),
  positions: (n: number) => (n === 1 ? t('1 position') : t('{0} positions', figure(n))),
  sources: (n: number) => (n === 1 ? t('1 source') : t('{0} sources', figure(n))),
  mentions: (n: number) => (n === 1 ? t('1 mention') : t('{0} mentions', figure(n))),
  entities: (n: number) => (n === 1 ? t('1 entity') : t('{0} entities', figure(n))),
  names: (n: number) => (n === 1 ? t('1 name') : t('{0} names', figure(n))),
};

/** "May 15, 2025" for "2025-05-15"; what is no calendar date is left as it is. */
export function readableDate(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

function figure(n: number): string {
  return n.toLocaleString(locale);
}
