import type { ReadText, Sentence, Token } from '../model.ts';
import { infoOf } from './words.ts';

/** How the words of a sentence are capitalized: headlines may capitalize every word, shouting every letter. */
export type CaseStyle = 'sentence' | 'title' | 'caps';

/** What the capitals of one source tell: which words are names, and which are merely at the start of a sentence. */
export interface Vocabulary {
  styles: Map<Sentence, CaseStyle>;
  /** Folded words that stand with a capital where ordinary words would not. */
  capitalized: Map<string, number>;
  /** Folded words that also stand in lower case. */
  lower: Set<string>;
  /** Whether capitals are used as in print, so that one inside a sentence is a name's. */
  careful: boolean;
}

const LOWER = /\p{Ll}/u;

/** Whether a token begins with a capital letter. */
export function isCapitalized({ form }: Token): boolean {
  return form.isCapital;
}

/** Whether a token is a word (or an initial), not a mark or a number. */
export function isWordToken({ form }: Token): boolean {
  return form.isWord;
}

/** Whether a token is written in capitals throughout, two letters or more. */
export const isAllCaps = (token: Token): boolean =>
  token.text.length > 1 && isCapitalized(token) && !LOWER.test(token.text);

/** Reads what the source's own capitals say. */
export function readVocabulary(read: ReadText): Vocabulary {
  const vocabulary: Vocabulary = {
    styles: new Map(),
    capitalized: new Map(),
    lower: new Set(),
    careful: isCareful(read),
  };
  for (const sentence of read.sentences) {
    const style = styleOf(sentence);
    vocabulary.styles.set(sentence, style);
    if (style === 'sentence') addWords(vocabulary, sentence);
  }
  return vocabulary;
}

function addWords({ capitalized, lower }: Vocabulary, { tokens }: Sentence): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const { isWord, isCapital } = token.form;
    if (!isWord) continue;
    const { folded } = infoOf(token);
    if (!isCapital) lower.add(folded);
    else if (!startsClause(tokens, i)) capitalized.set(folded, (capitalized.get(folded) ?? 0) + 1);
  }
}

/** Printed text starts its sentences with a capital and ends them with a mark; posts and messages often do neither. */
function isCareful({ text, sentences }: ReadText): boolean {
  let careful = 0;
  for (const { tokens, start, end } of sentences) {
    const [head] = tokens;
    const closed = tokens.length < 12 || /[.!?:"”’)\]]\s*$/.test(text.slice(Math.max(start, end - 4), end));
    if (head && !LOWER.test(head.text[0] ?? '') && closed && !tokens.some(isCareless)) careful++;
  }
  return careful >= 0.9 * sentences.length;
}

/** "i" for "I", handles and hashtags. */
function isCareless({ text, form }: Token): boolean {
  if (form.isLetters) return text.length === 1 && text === 'i';
  return text.length > 1 && (text[0] === '#' || text[0] === '@');
}

const OPENERS = new Set([
  '"',
  '“',
  '‘',
  ':',
  '(',
  '[',
  '—',
  '–',
  '•',
  '-',
  '*',
  '>',
  '…',
  '|',
  '/',
  '.',
  '!',
  '?',
  '#',
]);

/** Whether ordinary words are capitalized here too: at the start of a sentence, a quotation, or after a colon. */
export function startsClause(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before === undefined) return true;
  return (!before.form.isLetters && OPENERS.has(before.text)) || (before.pos === 'NUM' && i === 1);
}

function styleOf({ tokens }: Sentence): CaseStyle {
  let words = 0;
  let capitalized = 0;
  for (const { form } of tokens) {
    if (!form.isWord) continue;
    words++;
    if (form.isCapital) capitalized++;
  }
  // most sentences are settled by how few capitals they have
  if (capitalized < 0.5 * words) return 'sentence';
  if (words >= 2 && tokens.filter(isAllCaps).length / words >= 0.7) return 'caps';
  const long = tokens.filter((token) => token.text.length > 3 && isWordToken(token));
  return long.length >= 4 && long.filter(isCapitalized).length / long.length >= 0.8 ? 'title' : 'sentence';
}
