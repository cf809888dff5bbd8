import type { BlockKind } from '../model.ts';
import { findDates } from './dates.ts';
import { isBoilerplate, isCopyright, isLabel } from './furniture.ts';
import { endsSentence, type Line } from './lines.ts';

/** Longer lines are prose, whatever they look like; it also bounds the work of the expressions below. */
const LONGEST = 600;

const AGENCIES =
  'getty(?: images)?|reuters|afp|ap|epa(?:-efe)?|shutterstock|alamy|xinhua|tass|anadolu|bloomberg|imago|dpa|upi|pa (?:images|media|wire)|zuma(?: press)?|sipa|handout|pool';
const AGENCY = new RegExp(`\\b(?:${AGENCIES})\\b`, 'i');
const AGENCY_ALONE = new RegExp(`^(?:via |source: )?(?:${AGENCIES})$`, 'i');

/**
 * What a line is by its own form, wherever it stands: bullets, credits, captions, source notes, boilerplate and labels.
 * Undefined where the form does not say, which holds for all prose.
 */
export function kindByForm(line: Line): BlockKind | undefined {
  if (/^[-•*‣◦▪·●–—+]\s+[^\s*–—-]/.test(line.text.slice(0, 8))) return 'bullet';
  if (line.text.length > LONGEST) return undefined;
  return FORMS.find(([, matches]) => matches(line))?.[0];
}

const FORMS: [BlockKind, (line: Line) => boolean][] = [
  ['label', isLabel],
  ['credit', isCredit],
  ['caption', isCaption],
  ['note', isNote],
  ['boilerplate', isBoilerplate],
  ['dateline', isPublishedLine],
  ['byline', isByline],
];

const CREDIT_START =
  /^[[(]?(?:photos?|pictures?|photograph|images?|credit|illustration|graphic)\s?(?:by\b|courtesy\b|credit\b|:)/i;

function isCredit({ text, words }: Line): boolean {
  if (words > 10 || isCopyright(text) || /.[[(]/.test(text)) return false;
  if (/^©/.test(text)) return true;
  const parts = text.split(/\s?[|/]\s?/);
  if (parts.length > 1 && parts.some((part) => AGENCY.test(part)))
    return !endsSentence(text) && findDates(text).length === 0;
  if (AGENCY_ALONE.test(text)) return true;
  return CREDIT_START.test(text) && looksLikeNames(text.replace(CREDIT_START, ''));
}

const CAPTION_START =
  /^(?:[[(]?(?:photos?|pictures?|pictured|images?|file (?:photo|picture)|(?:photo )?caption)[^:\]\s]{0,12}\s?[:\]]|FILE(?: PHOTO)?\s?[-–—:])/i;
const CAPTION_ENDS = [
  /[([]\s?(?:(?:file |ap |afp |epa )?(?:photos?|pictures?|images?|pic|credit)\b|file:)[^()[\]]{0,100}[)\]]$/i,
  /[.!?”"’')]\s+(?:photos?|pictures?|photograph|images?|credit)\s?:\s?[^.:]{2,80}\.?\]?$/i,
  /\((?:file|archive|handout|getty images|reuters|afp|ap|epa)\)$/i,
];

/** Whose picture it is, after the caption's last full stop. */
const CREDIT_MARK = /©|\b(?:REUTERS|AFP)\/|\/Getty\b|\bAP Photo\b/;

function isCaption({ text, words }: Line): boolean {
  if (words > 80) return false;
  if (CAPTION_START.test(text)) return true;
  if (words > 60) return false;
  const tail = text.slice(-160);
  if (CREDIT_MARK.test(tail.slice(tail.lastIndexOf('.') + 1).slice(-80))) return true;
  return (tail.includes(':') || /[)\]]$/.test(tail)) && CAPTION_ENDS.some((end) => end.test(tail));
}

const NOTE_STARTS = [
  /^(?:the )?sources?(?: note)?\s?:/i,
  /^(?:editor['’]s note|correction|clarification|disclaimer)\s?(?:[:.(–—]|$)/i,
  /^this (?:article|story|report|piece) (?:is based|(?:was|has been) (?:first|originally|updated|corrected|amended|produced)|first appeared|originally)\b/i,
  // A rate of exchange below a wire story: "(1 pound = 1.15 euros)".
  /^\([^()=]{1,40}=[^()=]{1,40}\)$/,
];
const CREW = /^[[(]?(?:(?:additional |further )?(?:reporting|writing|editing)|compiled|edited) by (?:the )?\p{Lu}/iu;
const INPUT = /^[[(]?with (?:reporting|files|inputs?|contributions?) (?:by|from)\b/i;

/** Where a text comes from: its sources, the people behind it, corrections. A sentence about a report is none. */
function isNote({ text, words }: Line): boolean {
  if (NOTE_STARTS.some((start) => start.test(text))) return true;
  if (words > 40) return false;
  if (/\bcontributed to this (?:report|story|article)\b/i.test(text)) return true;
  return (CREW.test(text) || INPUT.test(text)) && (words <= 8 || text.includes(';') || !endsSentence(text));
}

const PUBLISHED = /^(?:first )?(?:published|updated|posted|last (?:updated|modified)|modified)\b/i;

function isPublishedLine({ text, words }: Line): boolean {
  return words <= 14 && PUBLISHED.test(text) && (findDates(text).length > 0 || /\d[:.]\d\d/.test(text));
}

const BY = /^(?:exclusive )?(?:words |written |story )?by:?\s+(?=\S)/i;
const REPORTER = /\b(?:correspondent|reporter|editor|writer|columnist|producer|bureau chief|journalist)$/i;

/** "By Ann Lee and Bo Ek, Business Reporter", "Reporting from Oslo", or a name and a newsroom's role. */
function isByline({ text, words }: Line): boolean {
  if (words > 15 || endsSentence(text)) return false;
  const rest = text.replace(BY, '');
  if (rest !== text) return isPersonName(rest.split(/[,|]|\s(?:and|in|for)\s/)[0] ?? '');
  if (/^reporting from \p{Lu}/iu.test(text)) return words <= 5;
  const [name = '', role = ''] = text.split(/,\s|\s\|\s/);
  return words <= 8 && isPersonName(name) && REPORTER.test(role);
}

/** A line below a name: "Diplomatic correspondent". */
export function isReporterRole({ text, words }: Line): boolean {
  return words <= 4 && REPORTER.test(text);
}

/** Two to four capitalized words as a person's name has them; capitals throughout and initials are names too. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 4) return false;
  return words.every((word, i) => NAME_WORD.test(word) || (i > 0 && PARTICLE.test(word)));
}

const NAME_WORD = /^(?:\p{Lu}\.){1,3}$|^\p{Lu}[\p{L}\p{M}’'-]+$/u;
const PARTICLE = /^(?:de|da|di|del|van|von|der|den|la|le|al|el|bin|ibn)$/;

/** Names, agencies and what joins them: "Nele Harms / Europa One", "L. Marchetti". */
function looksLikeNames(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  return words.length > 0 && words.length <= 8 && words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3);
}
