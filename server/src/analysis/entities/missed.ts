import type { ReadText, Sentence, Token } from '../model.ts';
import { isMedium } from './cues.ts';
import { ORGANIZATION_HEADS } from './lexicon.ts';
import { type NameSpan, nameKey, nameSpan, startsOf, textOf } from './names.ts';
import { isAcronym, readForm } from './same.ts';
import { parsePerson } from './similarity.ts';
import { isCapitalized, startsClause, type Vocabulary } from './vocabulary.ts';
import { BIT, infoOf } from './words.ts';

/** Names that the source has shown to be names, by key, with one of their mentions. */
interface Known {
  names: Map<string, NameSpan>;
  /** Last words of organizations' names, which name them after an article. */
  heads: Map<string, NameSpan>;
  /** Tokens of the longest. */
  longest: number;
  /** What they begin with: see {@link headOf}. */
  starts: Set<string>;
}

/** The letters by which most words are told to begin no known name. */
function headOf(folded: string): string {
  return folded.slice(0, HEAD);
}

const HEAD = 3;

/** Finds where known names stand untagged: at the start of a sentence, in a headline, in capitals. */
export function findMissed(read: ReadText, spans: NameSpan[], vocabulary: Vocabulary): NameSpan[] {
  const known = knownNames(spans);
  const taken = startsOf(spans);
  const found: NameSpan[] = [];
  for (const sentence of read.sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      const span = knownAt(read, sentence, i, known, taken, vocabulary);
      if (!span) continue;
      found.push(span);
      i = span.last;
    }
  }
  return found;
}

/** Mends names that were cut where the source has them whole elsewhere: "Dunmore | Calder", "Wade | Allen Pruitt". */
export function completeNames(read: ReadText, spans: NameSpan[]): NameSpan[] {
  const whole = new Map<string, NameSpan>();
  let longest = 1;
  for (const span of spans) {
    if (!span.key.includes(' ') || span.support < LEAST_SUPPORT) continue;
    whole.set(span.key, span);
    // without the legal form it is the name still
    const { key } = readForm(span.type, span.key);
    if (span.type === 'organization' && key.includes(' ')) whole.set(key, span);
    longest = Math.max(longest, span.last - span.first + 1);
  }
  if (whole.size === 0) return spans;
  const keys = byWord(whole.keys());
  const out: NameSpan[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before?.sentence === span.sentence && span.last <= before.last) continue;
    const full = isPart(span.key, keys) ? wholeAround(read, span, whole, longest) : undefined;
    if (full && before?.sentence === span.sentence && before.last >= full.first) {
      if (before.first < full.first) out.push(span);
      else out[out.length - 1] = full;
    } else out.push(full ?? span);
  }
  return out;
}

/** Names of several words by each of their words. */
function byWord(names: Iterable<string>): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const name of names) {
    for (const word of new Set(name.split(' '))) {
      const same = out.get(word);
      if (same) same.push(name);
      else out.set(word, [name]);
    }
  }
  return out;
}

/** Whether a name is a part of a longer one. */
function isPart(key: string, names: Map<string, string[]>): boolean {
  const same = names.get(key.split(' ')[0] as string) ?? [];
  return same.some((name) => name.length > key.length && name.includes(key));
}

/** The longest known name that holds a span and more. */
function wholeAround(
  read: ReadText,
  span: NameSpan,
  whole: Map<string, NameSpan>,
  longest: number,
): NameSpan | undefined {
  const { sentence } = span;
  const { tokens } = sentence;
  const own = span.last - span.first + 1;
  for (let length = longest; length > own; length--) {
    for (let first = Math.max(0, span.last - length + 1); first <= span.first; first++) {
      const last = first + length - 1;
      if (!tokens[last] || !isCapitalized(tokens[first] as Token)) continue;
      const like = whole.get(nameKey(textOf(read, sentence, first, last)));
      if (!like) continue;
      const full = nameSpan(read, sentence, first, last, like.type, like.confidence);
      full.support = like.support;
      return full;
    }
  }
  return undefined;
}

function knownNames(spans: NameSpan[]): Known {
  const known: Known = { names: new Map(), heads: new Map(), longest: 1, starts: new Set() };
  for (const span of spans) {
    if (span.support < LEAST_SUPPORT) continue;
    known.names.set(span.key, span);
    known.longest = Math.max(known.longest, span.last - span.first + 1);
  }
  // parts of a person's name are names too: "Maria is right", "Lindgren declined"
  for (const span of [...known.names.values()]) {
    const words = span.type === 'person' ? span.key.split(' ') : [];
    for (const part of words.length > 1 ? [words[0] as string, words.at(-1) as string] : []) {
      if (part.length > 2 && !known.names.has(part)) known.names.set(part, span);
    }
  }
  for (const name of known.names.keys()) known.starts.add(headOf(name));
  // so are the heads of organizations, with an article: "the Commission", "the Monitor"
  for (const span of [...known.names.values()]) {
    const words = span.type === 'organization' ? span.key.split(' ') : [];
    const head = words.at(-1) as string;
    if (words.length > 1 && (ORGANIZATION_HEADS.has(head) || isMedium(head)) && !known.names.has(head))
      known.heads.set(head, span);
  }
  return known;
}

const LEAST_SUPPORT = 0.6;
/** A name that stands this often needs no further proof. */
const SURE = 1.5;

/** The longest known name that starts at a token and overlaps no other. */
function knownAt(
  read: ReadText,
  sentence: Sentence,
  first: number,
  known: Known,
  taken: Set<number>,
  vocabulary: Vocabulary,
): NameSpan | undefined {
  const { tokens } = sentence;
  const token = tokens[first];
  if (!token || !isCapitalized(token) || taken.has(token.start)) return undefined;
  const { folded } = infoOf(token);
  if (folded.length >= HEAD && !known.starts.has(headOf(folded))) return headAt(read, sentence, first, known);
  for (let last = Math.min(first + known.longest, tokens.length) - 1; last >= first; last--) {
    if (taken.has((tokens[last] as Token).start)) continue;
    const like = known.names.get(nameKey(textOf(read, sentence, first, last)));
    if (!like || (first === last && isDoubtful(sentence, first, like, vocabulary))) continue;
    return nameSpan(
      read,
      sentence,
      first === last ? first - particlesBefore(tokens, last, like) : first,
      last,
      like.type,
      like.confidence,
    );
  }
  return headAt(read, sentence, first, known);
}

/** How many words of a surname with particles stand before its last: "van der Merwe". */
function particlesBefore(tokens: Token[], last: number, like: NameSpan): number {
  const surname = like.type === 'person' ? parsePerson(like.key).surname.split(' ') : [];
  const before = surname.slice(0, -1);
  const isWhole =
    surname.at(-1) === tokens[last]?.normal &&
    before.every((word, i) => tokens[last - before.length + i]?.normal === word);
  return isWhole ? before.length : 0;
}

/** The head of a known organization's name after an article inside a sentence, with no other name beside it. */
function headAt(read: ReadText, sentence: Sentence, first: number, { heads }: Known): NameSpan | undefined {
  const { tokens } = sentence;
  const [before, next] = [tokens[first - 1], tokens[first + 1]];
  if (before?.normal !== 'the' || (next && isCapitalized(next)) || /^(?:of|for)$/.test(next?.normal ?? ''))
    return undefined;
  const like = heads.get(infoOf(tokens[first] as Token).folded);
  return like && nameSpan(read, sentence, first, first, like.type, like.confidence);
}

/** Whether a word can be an ordinary one here in spite of its capital. */
function isDoubtful(sentence: Sentence, i: number, like: NameSpan, vocabulary: Vocabulary): boolean {
  const token = sentence.tokens[i] as Token;
  const { text } = token;
  const { folded, classes } = infoOf(token);
  // in capitals among ordinary words it is the acronym again
  if (isAcronym(text) && like.text === text && vocabulary.styles.get(sentence) === 'sentence') return false;
  const givenName = (classes & BIT.givenName) !== 0 && like.type === 'person';
  if ((classes & BIT.word) === 0 || givenName) return vocabulary.lower.has(folded) && givenName;
  if (vocabulary.lower.has(folded)) return true;
  return like.support < SURE && (vocabulary.styles.get(sentence) !== 'sentence' || startsClause(sentence.tokens, i));
}
