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
  return blocks.flatMap((block, index) => readBlock(text, block, index));
}

function readBlock(text: string, block: Block, index: number): Sentence[] {
  const doc = nlp.readDoc(text.slice(block.start, block.end));
  const all = doc.tokens();
  const values = all.out() as string[];
  const tags = all.out(its.pos) as (Pos | 'SPACE')[];
  const lemmas = all.out(lemmaOf) as string[];
  const starts = locate(text, values, block);
  const sentences: Sentence[] = [];
  for (const [first, last] of doc.sentences().out(its.span) as unknown as [number, number][]) {
    const tokens: Token[] = [];
    for (let i = first; i <= last; i++) {
      const start = starts[i];
      const value = values[i] as string;
      const pos = tags[i] as Pos | 'SPACE';
      if (start === undefined || pos === 'SPACE') continue;
      tokens.push({
        start,
        end: start + value.length,
        text: value,
        normal: normalise(value),
        lemma: lemmas[i] ?? '',
        pos,
      });
    }
    addSentence(sentences, tokens, index);
  }
  return sentences;
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

const QUOTES: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"' };

/** Lower case with straight quotation marks: what rules compare. Keeps the length. */
export function normalise(value: string): string {
  return value.replace(/[’‘“”]/g, (mark) => QUOTES[mark] ?? mark).toLowerCase();
}
