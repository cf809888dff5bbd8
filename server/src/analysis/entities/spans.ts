import type { ReadText, Sentence, Span, Token } from '../model.ts';
import { fold } from './fold.ts';
import { isGivenName, isKnownOrganization, isKnownPerson, isKnownPlace, isWord } from './gazetteer.ts';
import {
  DAYS_AND_MONTHS,
  FURNITURE,
  KINSHIP,
  NAME_SUFFIXES,
  OF_HEADS,
  ORGANIZATION_HEADS,
  PARTICLES,
  PLACE_HEADS,
  ROLE_MODIFIERS,
  ROLES,
  TITLES,
  WELL_KNOWN,
} from './lexicon.ts';
import { isNorp } from './norps.ts';
import { placeSize } from './places.ts';
import { isAllCaps, isCapitalized, startsClause, type Vocabulary } from './vocabulary.ts';

/** A stretch of tokens that names something, before it is known what. */
export interface NameSpan extends Span {
  sentence: Sentence;
  /** Token indices, the last inclusive. */
  first: number;
  last: number;
  text: string;
  /** {@link text} folded, white space as single spaces: what names are compared by. */
  key: string;
  /** The title or role right before the name ("Deputy Foreign Minister"), or empty. */
  role: string;
}

const FUNCTION_POS = new Set(['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'PUNCT', 'NUM', 'SYM', 'INTJ']);

/** Whether a folded name is listed as a name of any kind. */
export function isListed(folded: string): boolean {
  return placeSize(folded) > 0 || isKnownPlace(folded) || isKnownOrganization(folded) || isKnownPerson(folded);
}

/** Finds the spans of a source that name something. */
export function findSpans(read: ReadText, vocabulary: Vocabulary): NameSpan[] {
  return read.sentences.flatMap((sentence) => new SpanReader(read, sentence, vocabulary).read());
}

/** Reads one sentence from left to right: runs of name tokens, joined, split and trimmed into names. */
class SpanReader {
  private readonly tokens: Token[];
  private readonly folded: string[];
  private readonly out: NameSpan[] = [];

  constructor(
    private readonly source: ReadText,
    private readonly sentence: Sentence,
    private readonly vocabulary: Vocabulary,
  ) {
    this.tokens = sentence.tokens;
    this.folded = sentence.tokens.map((token) => fold(token.text));
  }

  read(): NameSpan[] {
    let i = 0;
    while (i < this.tokens.length) {
      if (!this.isName(i)) {
        i++;
        continue;
      }
      const end = this.runEnd(i);
      this.cut(i, end);
      i = end + 1;
    }
    return this.out;
  }

  private isName(i: number): boolean {
    const token = this.tokens[i] as Token;
    const word = this.folded[i] as string;
    if (/^@\w/.test(token.text)) return true;
    if (!isCapitalized(token) || word === 'i' || /^i'/.test(word)) return false;
    if (DAYS_AND_MONTHS.has(word) && !this.isPersonContext(i)) return false;
    const style = this.vocabulary.styles.get(this.sentence);
    if (FUNCTION_POS.has(token.pos) && !isAllCaps(token) && isWord(word)) return false;
    if (style === 'caps') return this.isKnown(word) || !isWord(word);
    if (style === 'title')
      return this.isKnown(word) || !isWord(word) || (isCapitalized(token) && this.vocabulary.capitalized.has(word));
    if (startsClause(this.tokens, i)) return this.isNameAtStart(i, token, word);
    if (FURNITURE.has(word) && !this.isNextCapital(i)) return false;
    if (isAllCaps(token) && token.text.length > 3 && isWord(word) && !WELL_KNOWN.has(token.text))
      return (
        this.vocabulary.capitalized.get(word) !== undefined && !this.vocabulary.lower.has(word) && this.isKnown(word)
      );
    return true;
  }

  private isPersonContext(i: number): boolean {
    return (
      TITLES.has(this.folded[i - 1] ?? '') ||
      (isGivenName(this.folded[i] ?? '') && this.isNextCapital(i) && !/^\d/.test(this.folded[i + 1] ?? ''))
    );
  }

  private isNextCapital(i: number): boolean {
    const next = this.tokens[i + 1];
    return next !== undefined && isCapitalized(next);
  }

  private isKnown(word: string): boolean {
    if (WELL_KNOWN.has(word.toUpperCase()) || placeSize(word) >= 6 || isNorp(word) || isKnownOrganization(word))
      return !isWord(word) || this.vocabulary.capitalized.has(word);
    return this.vocabulary.capitalized.has(word) && !this.vocabulary.lower.has(word);
  }

  /** At the start of a sentence only what is known to be a name, is no ordinary word, or leads a longer name. */
  private isNameAtStart(i: number, token: Token, word: string): boolean {
    if (isAllCaps(token) && token.text.length <= 5 && !isWord(word)) return true;
    if (this.vocabulary.capitalized.has(word)) return true;
    if (!isWord(word)) return !FURNITURE.has(word);
    if (FURNITURE.has(word) || this.vocabulary.lower.has(word)) return false;
    return token.pos === 'PROPN' && (this.isNextCapital(i) || placeSize(word) >= 6 || isListed(word));
  }

  /** The last token of the run of names and of what joins them that starts at a token. */
  private runEnd(start: number): number {
    let end = start;
    for (;;) {
      const next = this.joined(start, end);
      if (next === undefined) return end;
      end = next;
    }
  }

  private joined(start: number, end: number): number | undefined {
    const next = this.tokens[end + 1];
    const after = this.tokens[end + 2];
    const last = this.tokens[end] as Token;
    if (!next) return undefined;
    const gap = this.source.text.slice(last.end, next.start);
    if (/[\n\t]/.test(gap)) return undefined;
    const word = this.folded[end + 1] as string;
    if (this.isName(end + 1) && !last.text.startsWith('@') && !next.text.startsWith('@')) return end + 1;
    if (NAME_SUFFIXES.has(word) && isCapitalized(next)) return end + 1;
    if (!after) return undefined;
    if (next.text === '-' && next.start === last.end && after.start === next.end) return this.joinHyphen(end);
    if (next.text === '&' && this.isName(end + 2)) return end + 2;
    if ((word === "'s" || word === "'") && this.isName(end + 2) && this.isApostropheName(end)) return end + 2;
    if (PARTICLES.has(word) && this.particleEnd(end) !== undefined) return this.particleEnd(end);
    if (word === 'of' || word === 'for' || (word === 'and' && this.isInsideOf(start, end)))
      return this.joinOf(start, end);
    return undefined;
  }

  private joinHyphen(end: number): number | undefined {
    const left = this.folded[end] as string;
    const right = this.folded[end + 2] as string;
    if (!isCapitalized(this.tokens[end + 2] as Token)) return undefined;
    const separate = (word: string) => placeSize(word) > 0 || isNorp(word) || WELL_KNOWN.has(word.toUpperCase());
    return separate(left) && separate(right) ? undefined : end + 2;
  }

  private isApostropheName(end: number): boolean {
    const after = this.folded[end + 2] as string;
    return (
      isWord(after) &&
      (ORGANIZATION_HEADS.has(after) || PLACE_HEADS.has(after)) &&
      !isNorp(this.folded[end] as string) &&
      placeSize(this.folded[end] as string) === 0
    );
  }

  /** Lower-case particles lead on to another name ("von der Leyen"), unless they are also prepositions of a list. */
  private particleEnd(end: number): number | undefined {
    let i = end + 1;
    while (i < this.tokens.length && PARTICLES.has(this.folded[i] as string) && !isCapitalized(this.tokens[i] as Token))
      i++;
    if (this.tokens[i]?.text === '-') i++;
    return this.tokens[i] && isCapitalized(this.tokens[i] as Token) && this.isName(i) ? i : undefined;
  }

  private isInsideOf(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.folded[i] === 'of' || this.folded[i] === 'for') return true;
    return false;
  }

  private joinOf(start: number, end: number): number | undefined {
    const at = end + 1;
    const skip = this.folded[at + 1] === 'the' ? 2 : 1;
    const target = at + skip;
    if (!this.tokens[target] || !isCapitalized(this.tokens[target] as Token) || !this.isName(target)) return undefined;
    const target2 = this.folded[target] as string;
    if (this.folded[at] === 'and') return isWord(target2) && placeSize(target2) === 0 ? target : undefined;
    for (let i = start; i <= end; i++) {
      if (OF_HEADS.has(this.folded[i] as string)) return target;
    }
    return this.isRoleOf(end) ? target : undefined;
  }

  private isRoleOf(end: number): boolean {
    return this.folded[end] === 'secretary' && this.folded[end + 2] === 'state';
  }

  /** Cuts a run into names: roles and titles off, nationalities apart, two adjacent known names apart. */
  private cut(first: number, last: number): void {
    let start = first;
    let role = '';
    const roleEnd = this.roleEnd(first, last);
    if (roleEnd !== undefined) {
      const roleStart = this.roleStart(first, roleEnd);
      if (roleStart > first) this.cut(first, roleStart - 1);
      start = roleEnd + 1;
      role = this.slice(roleStart, roleEnd);
    } else {
      role = this.roleBefore(first);
    }
    if (start > last) return;
    const word = this.folded[start] as string;
    if (start < last && isNorp(word) && !this.isNorpPartOfName(start, last)) {
      this.emit(start, start, '');
      this.cut(start + 1, last);
      return;
    }
    const split = this.splitPoint(start, last);
    if (split !== undefined) {
      this.emit(start, split, role);
      this.cut(split + 1, last);
      return;
    }
    start = this.trimStart(start, last);
    this.emit(start, last, role);
  }

  private isNorpPartOfName(start: number, last: number): boolean {
    const head = this.folded[last] as string;
    return ORGANIZATION_HEADS.has(head) || PLACE_HEADS.has(head) || this.isInsideOf(start, last);
  }

  /** The last token of a role at the start of a run when a name follows it. */
  private roleEnd(first: number, last: number): number | undefined {
    const head = this.folded[last] as string;
    let end: number | undefined;
    for (let i = first; i < last; i++) {
      const word = this.folded[i] as string;
      if (
        TITLES.has(word) ||
        (ROLES.has(word) && !(ORGANIZATION_HEADS.has(head) && !isGivenName(this.folded[i + 1] as string)))
      )
        end = i;
      if (word === 'secretary' && this.folded[i + 1] === 'of' && i + 2 < last) end = i + 2;
    }
    if (end !== undefined && this.folded[end + 1] === 'of') return undefined;
    if (KINSHIP.has(this.folded[first] as string)) return undefined;
    return end;
  }

  private roleStart(first: number, end: number): number {
    let start = end;
    while (start > first) {
      const word = this.folded[start - 1] as string;
      if (!ROLE_MODIFIERS.has(word) && !ROLES.has(word) && !TITLES.has(word) && word !== 'of' && word !== '-') break;
      start--;
    }
    return start;
  }

  /** A role in lower case right before a name: "presidential adviser". */
  private roleBefore(first: number): string {
    let start = first;
    if (!ROLES.has(this.folded[first - 1] ?? '') && !TITLES.has(this.folded[first - 1] ?? '')) return '';
    while (start > 0) {
      const token = this.tokens[start - 1] as Token;
      const word = this.folded[start - 1] as string;
      if (!ROLES.has(word) && !TITLES.has(word) && !ROLE_MODIFIERS.has(word) && !(token.pos === 'ADJ' && start < first))
        break;
      start--;
    }
    return this.slice(start, first - 1);
  }

  /** Where two names meet without a mark: "Ukraine Peace", "U.S. President". */
  private splitPoint(start: number, last: number): number | undefined {
    if (start === last) return undefined;
    const word = this.folded[start] as string;
    const kind = WELL_KNOWN.get((this.tokens[start] as Token).text);
    if (kind === 'place' && !ORGANIZATION_HEADS.has(this.folded[last] as string)) return start;
    const style = this.vocabulary.styles.get(this.sentence);
    if (style !== 'sentence' && placeSize(word) >= 6 && isWord(this.folded[start + 1] as string)) return start;
    return undefined;
  }

  /** A sentence's first word that only leads a person's name: "Fitter Dean Hallam". */
  private trimStart(start: number, last: number): number {
    if (start === last || !startsClause(this.tokens, start)) return start;
    const word = this.folded[start] as string;
    if (!isWord(word) || isGivenName(word) || this.vocabulary.capitalized.has(word)) return start;
    return isGivenName(this.folded[start + 1] as string) ? start + 1 : start;
  }

  private slice(first: number, last: number): string {
    return this.source.text.slice((this.tokens[first] as Token).start, (this.tokens[last] as Token).end);
  }

  private emit(first: number, last: number, role: string): void {
    const text = this.slice(first, last);
    this.out.push({
      sentence: this.sentence,
      first,
      last,
      start: (this.tokens[first] as Token).start,
      end: (this.tokens[last] as Token).end,
      text,
      key: fold(text).replace(/\s+/g, ' '),
      role,
    });
  }
}
