import { t } from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Span } from '../analysis/model.ts';
import type { Document } from '../workspace/document.ts';
import { toRange } from './convert.ts';

/** What a reader does not see and should know of. */
interface Hidden extends Span {
  code: 'bidirectional-override' | 'invisible-character';
  severity: DiagnosticSeverity;
  message: string;
}

const OVERRIDES = /[\u202d\u202e]/;
const OPENS_EMBEDDING = /[\u202a\u202b\u202d\u202e]/;
const OPENS_ISOLATE = /[\u2066-\u2068]/;
const ANY_BIDIRECTIONAL = /[\u202a-\u202e\u2066-\u2069]/g;
/** Where a paragraph ends, every embedding in it does (Unicode Standard Annex #9, rule X8). */
const LINE_BREAK = /[\n\r\u2029]/g;
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
/** Between the letters of a Latin word; joiners belong to other scripts and to emoji. */
const INVISIBLE = /(?<=\p{Script=Latin})[\u00ad\u200b-\u200d\u2060\ufeff]+(?=\p{Script=Latin})/gu;
/** The soft hyphen is what a page breaks long words with. */
const SOFT_HYPHENS = /^\u00ad+$/;
/** Problems of a kind in one text; who has seen these has seen enough. */
const MOST = 20;

/**
 * The characters of a text that make it look other than it is: overrides of the direction of the writing, and embeddings and
 * isolates that are left open (Boucher and Anderson, "Trojan Source", 2021), each once for its line; and characters without
 * a width inside words, once for all of them.
 */
export function hiddenCharacters(document: Document): Diagnostic[] {
  return findings(document).map(({ start, end, ...problem }) => ({
    range: toRange(document, { start, end }),
    source: 'Crossread',
    ...problem,
  }));
}

export function hasHiddenCharacters(document: Document): boolean {
  return findings(document).length > 0;
}

const known = new WeakMap<Document, Hidden[]>();

/** A document never changes, so its text is looked through once. */
function findings(document: Document): Hidden[] {
  let found = known.get(document);
  if (!found) {
    found = [...bidirectional(document.text), ...invisible(document.text)];
    known.set(document, found);
  }
  return found;
}

function bidirectional(text: string): Hidden[] {
  const found: Hidden[] = [];
  let lineEnd = -1;
  for (const { index, 0: character } of text.matchAll(ANY_BIDIRECTIONAL)) {
    if (index < lineEnd || found.length === MOST) continue;
    LINE_BREAK.lastIndex = index;
    const end = LINE_BREAK.exec(text)?.index ?? text.length;
    const line = text.slice(index, end);
    if (!OVERRIDES.test(line) && !leavesOpen(line)) continue;
    lineEnd = end;
    found.push({
      start: index,
      end: index + 1,
      code: 'bidirectional-override',
      severity: DiagnosticSeverity.Warning,
      message: t(
        'A character that is not shown ({0}) turns the direction of the writing: from here to the end of the line, what you see may be in another order than what is there, and what Crossread reads.',
        nameOf(character),
      ),
    });
  }
  return found;
}

function leavesOpen(line: string): boolean {
  let embeddings = 0;
  let isolates = 0;
  for (const character of line) {
    if (OPENS_EMBEDDING.test(character)) embeddings++;
    else if (OPENS_ISOLATE.test(character)) isolates++;
    else if (character === '\u202c') embeddings = Math.max(0, embeddings - 1);
    else if (character === '\u2069') isolates = Math.max(0, isolates - 1);
  }
  return embeddings + isolates > 0;
}

function invisible(text: string): Hidden[] {
  // Most texts have none, which is soon seen without looking around.
  if (!WITHOUT_WIDTH.test(text)) return [];
  const all = [...text.matchAll(INVISIBLE)].filter(([characters]) => !SOFT_HYPHENS.test(characters));
  const [first] = all;
  if (!first) return [];
  const more = all.length === 1 ? '' : ` ${t('The text has {0} such places.', all.length)}`;
  return [
    {
      start: first.index,
      end: first.index + first[0].length,
      code: 'invisible-character',
      severity: DiagnosticSeverity.Information,
      message: `${t('A character without a width ({0}) is inside a word: it looks like the same word without it and is another.', nameOf(first[0]))}${more}`,
    },
  ];
}

function nameOf(characters: string): string {
  return `U+${(characters.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
