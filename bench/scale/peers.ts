import compromise from 'compromise';
import { getDefaultSettings, mergeSettings, spellCheckDocument } from 'cspell-lib';
import MiniSearch from 'minisearch';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A well-known program on the same texts, to say how fast is fast on this machine. */
export interface Peer {
  name: string;
  /** On how many of the texts it is measured; the slow ones need not see all. */
  share: number;
  run(texts: string[]): Promise<void> | void;
}

export const WINK = 'wink-nlp: tokens, sentences and tags';

export const PEERS: Peer[] = [
  { name: WINK, share: 1, run: readWithWink },
  {
    name: 'compromise: topics',
    share: 0.1,
    run: (texts) => texts.forEach((text) => void compromise(text).topics().out('array')),
  },
  { name: 'cspell-lib: checking', share: 0.2, run: checkSpelling },
  {
    name: 'minisearch: indexing',
    share: 1,
    run: (texts) => new MiniSearch({ fields: ['text'] }).addAll(texts.map((text, id) => ({ id, text }))),
  },
];

const nlp = winkNLP(model, ['sbd', 'pos']);

export function readWithWink(texts: string[]): void {
  for (const text of texts) {
    const document = nlp.readDoc(text);
    const tokens = document.tokens();
    tokens.out();
    tokens.out(nlp.its.pos);
    document.sentences().out(nlp.its.span);
  }
}

async function checkSpelling(texts: string[]): Promise<void> {
  const settings = mergeSettings(await getDefaultSettings(true), { words: [] });
  const options = { generateSuggestions: false, noConfigSearch: true };
  for (const [i, text] of texts.entries()) {
    await spellCheckDocument(
      { uri: `file:///${i}.txt`, text, languageId: 'plaintext', locale: 'en' },
      options,
      settings,
    );
  }
}
