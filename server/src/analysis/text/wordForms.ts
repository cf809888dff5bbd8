import { dictionary } from '../dictionary.ts';
import type { WordForm } from '../model.ts';

const known = new Map<string, WordForm>();
/** Texts repeat their words; past this many the memory starts anew. */
const MEMORY = 50_000;

/** What is known of a word as it is written: one object for all its occurrences, so that nothing is looked up twice. */
export function wordForm(text: string): WordForm {
  let form = known.get(text);
  if (!form) {
    if (known.size > MEMORY) known.clear();
    form = {
      text: intern(text),
      normal: intern(normalise(text)),
      isCapital: /^\p{Lu}/u.test(text),
      isLetters: /^\p{L}/u.test(text),
      isWord: /\p{L}/u.test(text),
      name: undefined,
      facts: undefined,
    };
    known.set(form.text, form);
  }
  return form;
}

/**
 * The one string of the engine with some content, as names of properties are: it costs no more to compare such strings than two numbers,
 * and words are compared with each other and with those of rules all the time.
 */
export function intern(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}

const MARKS = /[’‘“”]/;
const QUOTES: Record<string, string> = dictionary({ '’': "'", '‘': "'", '“': '"', '”': '"' });

/** Lower case with straight quotation marks: what rules compare. Keeps the length. */
export function normalise(value: string): string {
  const straight = MARKS.test(value) ? value.replace(/[’‘“”]/g, (mark) => QUOTES[mark] ?? mark) : value;
  return straight.toLowerCase();
}
