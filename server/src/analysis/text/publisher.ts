import { findDates } from './dates.ts';
import { isLabel } from './furniture.ts';
import type { Parts } from './info.ts';

/** Words that names of newspapers, broadcasters and agencies are made of. */
const PUBLICATION =
  /\b(?:news|newswire|newspaper|wire|agency|times|post|gazette|herald|tribune|monitor|review|journal|radio|tv|television|express|guardian|telegraph|chronicle|observer|mirror|daily|weekly|press|bulletin|courier|dispatch|globe|standard|independent|magazine|media|broadcasting|network|today|report|zeitung|kurier|presse|nachrichten|reuters|afp|bbc|cnn|nbc|cbs|abc|npr|dpa|tass|xinhua|anadolu|bloomberg|al jazeera|politico|axios)\b|^AP$/i;
/** A name of capitalized words, as a group for other expressions. Only a blank ends a word, so nothing is tried twice. */
const WORD = "\\p{Lu}[\\p{L}\\p{N}.&’'-]*";
const NAME = `((?:The )?${WORD}(?: (?:of |and |the )?${WORD})*)`;
const REPORTED = [
  new RegExp(`^(?:[Tt]he )?[Ss]ource: ${NAME}`, 'u'),
  new RegExp(`(?:^|[\\s(])(?:reporting|reports?|article|story) (?:from|by|in|of) ${NAME}`, 'u'),
  new RegExp(`(?:^|[\\s(])(?:from|on|by) ${NAME} report(?:ing|s)?\\b`, 'u'),
];
const RIGHTS = new RegExp(`^(?:[Cc]opyright )?(?:©|\\([cC]\\)) ?(?:\\d{4}(?:[-–]\\d{4})? )?(?:by )?${NAME}`, 'u');

/**
 * The newspaper, broadcaster or agency that a source names as its own: in its dateline, its masthead, behind its
 * headline, in a notice of rights, or in a source note.
 */
export function findPublisher(parts: Parts): string | undefined {
  const places: [texts: string[], find: (text: string) => string | undefined][] = [
    [parts.of('dateline'), inDateline],
    [parts.of('byline'), inByline],
    [parts.of('label').slice(0, 3), inMasthead],
    [parts.of('headline').slice(0, 1), behindHeadline],
    [parts.of('boilerplate'), (text) => RIGHTS.exec(text)?.[1]?.split(/\.(?:\s|$)/)[0]],
    [parts.of('note'), inNote],
  ];
  for (const [texts, find] of places) {
    for (const text of texts) {
      const publisher = find(text);
      if (publisher) return publisher;
    }
  }
  return undefined;
}

/** A headline without the publisher's name that a page's title carries behind it. */
export function withoutPublisher(headline: string): string {
  const publisher = behindHeadline(headline);
  return publisher ? headline.slice(0, -publisher.length).trimEnd().slice(0, -1).trimEnd() : headline;
}

/** "SOFIA, Sept 24 (BNW)", "Istanbul, May 15, 2025 – Reuters", "Europa One News | Business | Monday 20 October 2025". */
function inDateline(text: string): string | undefined {
  const agency = /\(([^()]{2,40})\)$/.exec(text)?.[1];
  if (agency && findDates(agency).length === 0) return agency;
  const names = text
    .split(/\s?[|,]\s|\s[–—-]\s/)
    .map((part) => part.replace(/\s?[–—-]{1,2}$/, '').trim())
    .filter((part) => /^\p{Lu}/u.test(part) && findDates(part).length === 0);
  return names.find((name) => PUBLICATION.test(name) && !isSection(name));
}

/** "By Ann Berg and Bo Lee, CNN". */
function inByline(text: string): string | undefined {
  const name = text.split(/,\s/).slice(1).at(-1) ?? '';
  if (name.split(' ').length > 4 || /\b(?:correspondent|reporter|editor)$/i.test(name)) return undefined;
  return PUBLICATION.test(name) ? name : undefined;
}

/** "Radio Thrace | Health", or a line of its own above the headline. */
function inMasthead(text: string): string | undefined {
  const name = text.split('|')[0]?.trim() ?? '';
  return PUBLICATION.test(name) && !isSection(name) ? name : undefined;
}

function behindHeadline(text: string): string | undefined {
  const parts = text.split(/\s[|–—-]\s/);
  const name = parts.length > 1 ? (parts.at(-1)?.trimStart() ?? '') : '';
  return name.length <= 40 && name.split(' ').length <= 4 && /^\p{Lu}/u.test(name) && PUBLICATION.test(name)
    ? name
    : undefined;
}

/** "This article is based on May 15, 2025 reporting from Reuters". */
function inNote(text: string): string | undefined {
  const names = REPORTED.flatMap((form) => form.exec(text)?.[1]?.replace(/[.,]$/, '') ?? []);
  return names.find((name) => PUBLICATION.test(name));
}

function isSection(name: string): boolean {
  return isLabel({ text: name, words: name.split(' ').length });
}
