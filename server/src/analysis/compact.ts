import type { Claim, Context, Term, Value } from './claims/claim.ts';
import type { SourceAnalysis } from './model.ts';

/** So many words are remembered; a folder's vocabulary grows ever more slowly. */
const MOST_WORDS = 500_000;

/** Keeps each word once, however many claims of however many sources have it: most of the memory of a large folder is words. */
export class Compactor {
  readonly #words = new Map<string, string>();

  compact(source: SourceAnalysis): SourceAnalysis {
    const contexts = new Map<Context, Context>();
    return { ...source, claims: source.claims.map((claim) => this.#claim(claim, contexts)) };
  }

  /** @param contexts those of the source, which all claims of a sentence share */
  #claim(claim: Claim, contexts: Map<Context, Context>): Claim {
    const { topic, subject, object, cues, value } = claim;
    const terms = (list: Term[]) => list.map((term) => ({ ...term, word: this.#word(term.word) }));
    const words = (list: string[]) => list.map((word) => this.#word(word));
    const { names, words: others, ...rest } = claim.context;
    const context = contexts.get(claim.context) ?? { ...rest, names: words(names), words: words(others) };
    contexts.set(claim.context, context);
    return {
      ...claim,
      topic: this.#word(topic),
      subject: terms(subject),
      ...(object ? { object: terms(object) } : {}),
      context,
      ...(cues ? { cues: { ...cues, heads: words(cues.heads), acts: words(cues.acts), near: words(cues.near) } } : {}),
      value: this.#value(value, words),
    };
  }

  #value(value: Value, words: (list: string[]) => string[]): Value {
    if (value.type !== 'words') return value;
    return { ...value, words: words(value.words), names: words(value.names) };
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    if (this.#words.size < MOST_WORDS) this.#words.set(word, word);
    return word;
  }
}
