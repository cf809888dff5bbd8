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
      const start = starts[i];
      const pos = tags[i] as Pos | 'SPACE';
      if (start === undefined || pos === 'SPACE') continue;
      const end = start + (values[i] as string).length;
      tokens.push(...splitClitic({ ...spanOf(text, start, end), lemma: lemmas[i] ?? '', pos }));
    }
    addSentence(sentences, tokens, index);
  }
  return sentences;
}

function spanOf(text: string, start: number, end: number): Pick<Token, 'start' | 'end' | 'text' | 'normal'> {
  const value = text.slice(start, end);
  return { start, end, text: value, normal: normalise(value) };
}

/** Cuts off the possessive that the tagger leaves on a name after a hyphen ("Jean-Pierre's"). */
function splitClitic(token: Token): Token[] {
  if (token.pos !== 'PROPN') return [token];
  const at = token.normal.length - 2;
  if (at < 2 || !token.normal.endsWith("'s")) return [token];
  const name = { ...token, ...spanOf(token.text, 0, at), start: token.start, end: token.start + at };
  return [name, { ...spanOf(token.text, at, at + 2), start: name.end, end: token.end, lemma: "'s", pos: 'PART' }];
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
 * searched in order rather than counted; one that cannot be found is undefined and left out.
 */
function locate(text: string, values: string[], block: Block): (number | undefined)[] {
  let position = block.start;
  return values.map((value) => {
    const at = text.indexOf(value, position);
    if (at < 0 || at + value.length > block.end) return undefined;
    position = at + value.length;
    return at;
  });
}

const MARKS = /[’‘“”]/;
const QUOTES: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"' };

/** Lower case with straight quotation marks: what rules compare. Keeps the length. */
export function normalise(value: string): string {
  const straight = MARKS.test(value) ? value.replace(/[’‘“”]/g, (mark) => QUOTES[mark] ?? mark) : value;
  return straight.toLowerCase();
}
