import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { dictionary } from '../dictionary.ts';
import type { Block, Pos, Sentence, Token, WordForm } from '../model.ts';
import { intern, wordForm } from './wordForms.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;
// wink's types describe the lemma helper as it is implemented, not as it is called.
const lemmaOf = its.lemma as unknown as typeof its.value;

/** What is so long without a space is no word: a bar of dashes, data in a line. The tagger takes quadratic time over it and more. */
const UNBROKEN = /(?<!\S)\S{200,}/g;
const LONGEST_WORD = 200;

/**
 * Splits the blocks of a text into sentences of tagged tokens. A sentence never crosses a block.
 * Every token's text is exactly the source's text at its span.
 */
export function readSentences(text: string, blocks: Block[]): Sentence[] {
  const { latin, replaced } = plainLatin(text);
  const tagged = isUnbroken(latin) ? latin.replace(UNBROKEN, (run) => ' '.repeat(run.length)) : latin;
  const sentences: Sentence[] = [];
  const given: Tagged = { text, tagged, replaced, next: 0 };
  for (let index = 0; index < blocks.length; index++) readBlock(given, blocks[index] as Block, index, sentences);
  return sentences;
}

/** Whether a text can have what is no word: it is looked through from behind, in steps of that length. */
function isUnbroken(text: string): boolean {
  for (let from = 0; from + LONGEST_WORD <= text.length; ) {
    let at = from + LONGEST_WORD - 1;
    while (at >= from && text.charCodeAt(at) !== SPACE) at--;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

const SPACE = 32;

/** A text, and as the tagger is given it, which has other letters at some places. */
interface Tagged {
  text: string;
  tagged: string;
  /** Those places in order, and which of them is next. */
  replaced: number[];
  next: number;
}

function readBlock(given: Tagged, block: Block, index: number, sentences: Sentence[]): void {
  const { text, tagged } = given;
  const doc = nlp.readDoc(tagged.slice(block.start, block.end));
  const all = doc.tokens();
  const lexemes = lexemesOf(all);
  const tags = all.out(its.pos) as (Pos | 'SPACE')[];
  const isContracted = all.out(its.contractionFlag) as unknown as boolean[];
  const spans = doc.sentences().out(its.span) as unknown as [number, number][];
  let position = block.start;
  for (let k = 0; k < spans.length; k++) {
    const [first, last] = spans[k] as [number, number];
    const tokens: Token[] = [];
    for (let i = first; i <= last; i++) {
      const lexeme = lexemes[i] as Lexeme;
      const pos = tags[i] as Pos | 'SPACE';
      const start = locate(tagged, lexeme.value, position, block.end);
      if (start < 0) continue;
      const end = start + lexeme.value.length;
      position = end;
      if (pos === 'SPACE') continue;
      const form = isReplaced(given, start, end) ? wordForm(text.slice(start, end)) : lexeme.form;
      // as part of a contraction a word has another lemma ("won't": "will")
      const lemma = (isContracted[i] ? undefined : knownLemma(lexeme, pos)) ?? readLemma(all, i, lexeme, pos);
      const token = { start, end, text: form.text, normal: form.normal, lemma, pos, form };
      if (pos === 'PROPN' && token.normal.endsWith("'s")) tokens.push(...splitClitic(token));
      else tokens.push(token);
    }
    addSentence(sentences, tokens, index);
  }
}

/** Whether the tagger was given another letter somewhere in a token; asked of tokens in order. */
function isReplaced(given: Tagged, start: number, end: number): boolean {
  const { replaced } = given;
  while (given.next < replaced.length && (replaced[given.next] as number) < start) given.next++;
  return given.next < replaced.length && (replaced[given.next] as number) < end;
}

type Tokens = ReturnType<ReturnType<typeof nlp.readDoc>['tokens']>;

/** A word of the tagger's. */
interface Lexeme {
  /** As the tagger has it. */
  value: string;
  form: WordForm;
  /** The tags that it was given so far, and its lemma by each. */
  tags: Pos[];
  lemmas: string[];
}

/** The tagger numbers its words; past this many none is remembered. */
const MEMORY = 100_000;
const known: (Lexeme | undefined)[] = new Array(MEMORY);

function lexemesOf(tokens: Tokens): Lexeme[] {
  const numbers = tokens.out(its.uniqueId) as unknown as number[];
  const lexemes: Lexeme[] = new Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    lexemes[i] = known[number] ?? readLexeme(tokens, i, number);
  }
  return lexemes;
}

function readLexeme(tokens: Tokens, i: number, number: number): Lexeme {
  const value = tokens.itemAt(i).out();
  const lexeme: Lexeme = { value, form: wordForm(value), tags: [], lemmas: [] };
  if (number < MEMORY) known[number] = lexeme;
  return lexeme;
}

const knownLemma = ({ tags, lemmas }: Lexeme, pos: Pos): string | undefined =>
  tags[0] === pos ? lemmas[0] : lemmas[tags.indexOf(pos)];

function readLemma(tokens: Tokens, i: number, lexeme: Lexeme, pos: Pos): string {
  const item = tokens.itemAt(i);
  const lemma = intern(item.out(lemmaOf));
  if (!item.out(its.contractionFlag)) {
    lexeme.tags.push(pos);
    lexeme.lemmas.push(lemma);
  }
  return lemma;
}

/** Cuts off the possessive that the tagger leaves on a name after a hyphen ("Jean-Pierre's"). */
function splitClitic(token: Token): Token[] {
  const at = token.text.length - 2;
  if (at < 2) return [token];
  const cut = token.start + at;
  return [
    piece(token.start, cut, token.text.slice(0, at), token.lemma, 'PROPN'),
    piece(cut, token.end, token.text.slice(at), "'s", 'PART'),
  ];
}

function piece(start: number, end: number, text: string, lemma: string, pos: Pos): Token {
  const form = wordForm(text);
  return { start, end, text, normal: form.normal, lemma, pos, form };
}

/** Adds a sentence, or joins it to the one before where the splitter cut a word in two ("magnitude-5.|9", "People.|com"). */
function addSentence(sentences: Sentence[], tokens: Token[], block: number): void {
  const head = tokens[0];
  const tail = tokens.at(-1);
  if (!head || !tail) return;
  const before = sentences.at(-1);
  if (before?.block === block && before.end === head.start && /^[\p{Ll}\p{Nd}]/u.test(head.text)) {
    before.tokens.push(...tokens);
    before.end = tail.end;
  } else {
    sentences.push({ start: head.start, end: tail.end, block, tokens });
  }
}

/** Letters that Unicode decomposition leaves whole, by a Latin-1 letter. */
const WHOLE_LETTERS: Record<string, string> = dictionary({
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'o',
  Œ: 'O',
  ħ: 'h',
  ŋ: 'n',
});

/**
 * The text with letters beyond Latin-1 as their base letters, code unit by code unit, and where they stand: the tagger cuts words at them
 * ("Pozna|ń") and takes the pieces for no names.
 */
function plainLatin(text: string): { latin: string; replaced: number[] } {
  const replaced: number[] = [];
  const latin = text.replace(/[\u0100-\u024f\u1e00-\u1eff]/g, (letter, at: number) => {
    replaced.push(at);
    const base = WHOLE_LETTERS[letter] ?? letter.normalize('NFD')[0];
    return base && base.length === 1 ? base : letter;
  });
  return { latin, replaced };
}

/**
 * Where a token starts. The tagger keeps the text but for some white space and rewritten characters, so tokens are
 * searched in order rather than counted; one that cannot be found is -1 and left out.
 */
function locate(text: string, value: string, position: number, limit: number): number {
  // nearly always the token is right here or one space on
  let at = text.charCodeAt(position) === SPACE ? position + 1 : position;
  if (!text.startsWith(value, at)) at = text.slice(0, limit).indexOf(value, position);
  return at + value.length > limit ? -1 : at;
}
