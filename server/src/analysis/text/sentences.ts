import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Block, Pos, Sentence, Token } from '../model.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;
// wink's types describe the lemma helper as it is implemented, not as it is called.
const lemmaOf = its.lemma as unknown as typeof its.value;

/**
 * Splits the blocks of a text into sentences of tagged tokens. A sentence never crosses a block.
 * Every token's text is exactly the source's text at its span.
 */
export function readSentences(text: string, blocks: Block[]): Sentence[] {
  const tagged = plainLatin(text);
  return blocks.flatMap((block, index) => readBlock(text, tagged, block, index));
}

function readBlock(text: string, tagged: string, block: Block, index: number): Sentence[] {
  const doc = nlp.readDoc(tagged.slice(block.start, block.end));
  const all = doc.tokens();
  const values = all.out() as string[];
  const tags = all.out(its.pos) as (Pos | 'SPACE')[];
  const lemmas = all.out(lemmaOf) as string[];
  const starts = locate(tagged, values, block);
  const sentences: Sentence[] = [];
  for (const [first, last] of doc.sentences().out(its.span) as unknown as [number, number][]) {
    const tokens: Token[] = [];
    for (let i = first; i <= last; i++) {
      const start = starts[i] as number;
      const pos = tags[i] as Pos | 'SPACE';
      if (start < 0 || pos === 'SPACE') continue;
      const value = values[i] as string;
      const end = start + value.length;
      const word = wordOf(text === tagged ? value : text.slice(start, end));
      const token = { start, end, text: word.text, normal: word.normal, lemma: lemmas[i] ?? '', pos };
      if (pos === 'PROPN' && token.normal.endsWith("'s")) tokens.push(...splitClitic(token));
      else tokens.push(token);
    }
    addSentence(sentences, tokens, index);
  }
  return sentences;
}

type Word = Pick<Token, 'text' | 'normal'>;

const words = new Map<string, Word>();
/** Texts repeat their words; past this many the memory starts anew. */
const MEMORY = 50_000;

/** A word with its normal form, one object and one string for all its occurrences, so that later look-ups are cheap. */
function wordOf(text: string): Word {
  let word = words.get(text);
  if (!word) {
    if (words.size > MEMORY) words.clear();
    word = { text, normal: normalise(text) };
    words.set(text, word);
  }
  return word;
}

/** Cuts off the possessive that the tagger leaves on a name after a hyphen ("Jean-Pierre's"). */
function splitClitic(token: Token): Token[] {
  const at = token.text.length - 2;
  if (at < 2) return [token];
  const cut = token.start + at;
  return [
    { ...token, ...wordOf(token.text.slice(0, at)), end: cut },
    { ...token, ...wordOf(token.text.slice(at)), start: cut, lemma: "'s", pos: 'PART' },
  ];
}

/** Adds a sentence, or joins it to the one before where the splitter cut a word in two ("magnitude-5.|9", "People.|com"). */
function addSentence(sentences: Sentence[], tokens: Token[], block: number): void {
  const head = tokens[0];
  const tail = tokens.at(-1);
  if (!head || !tail) return;
  const before = sentences.at(-1);
  if (before && before.end === head.start && /^[\p{Ll}\p{Nd}]/u.test(head.text)) {
    before.tokens.push(...tokens);
    before.end = tail.end;
  } else {
    sentences.push({ start: head.start, end: tail.end, block, tokens });
  }
}

/** Letters that Unicode decomposition leaves whole, by a Latin-1 letter. */
const WHOLE_LETTERS: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'o',
  Œ: 'O',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * The text with letters beyond Latin-1 as their base letters, code unit by code unit: the tagger cuts words at them
 * ("Pozna|ń") and takes the pieces for no names.
 */
function plainLatin(text: string): string {
  return text.replace(/[\u0100-\u024f\u1e00-\u1eff]/g, (letter) => {
    const base = WHOLE_LETTERS[letter] ?? letter.normalize('NFD')[0];
    return base && base.length === 1 ? base : letter;
  });
}

/**
 * Where each token starts. The tagger keeps the text but for some white space and rewritten characters, so tokens are
 * searched in order rather than counted; one that cannot be found is -1 and left out.
 */
function locate(text: string, values: string[], block: Block): Int32Array {
  const starts = new Int32Array(values.length);
  let position = block.start;
  values.forEach((value, i) => {
    // nearly always the token is right here or one space on
    let at = text.startsWith(value, position) ? position : position + 1;
    if (at !== position && !(text.charCodeAt(position) === 32 && text.startsWith(value, at))) {
      at = text.slice(0, block.end).indexOf(value, position);
    }
    const end = at + value.length;
    starts[i] = end > block.end ? -1 : at;
    if (starts[i] !== -1) position = end;
  });
  return starts;
}

const MARKS = /[’‘“”]/;
const QUOTES: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"' };

/** Lower case with straight quotation marks: what rules compare. Keeps the length. */
export function normalise(value: string): string {
  const straight = MARKS.test(value) ? value.replace(/[’‘“”]/g, (mark) => QUOTES[mark] ?? mark) : value;
  return straight.toLowerCase();
}
