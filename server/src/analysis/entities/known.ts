import type { Token } from '../model.ts';
import data from './data/gazetteers.json' with { type: 'json' };
import type { WordInfo } from './words.ts';

/** The lists of well-known names: `scripts/known` and the lexicon of compromise. */
export const LISTS = ['places', 'organizations', 'persons', 'others'] as const;

/** A well-known name as the tagger sees it: which list, from 1, at which tokens. */
interface KnownName {
  list: number;
  /** Tokens. */
  length: number;
}

interface Index {
  /** Plain form (see {@link plain}) to the lists that have it, a bit each. */
  names: Map<string, number>;
  /** Acronyms as written, without their full stops. */
  acronyms: Map<string, number>;
  /** First word to the words of the longest name that begins with it. */
  longest: Map<string, number>;
  /** All words but the first. */
  later: Set<string>;
}

let built: Index | undefined;

function index(): Index {
  built ??= build();
  return built;
}

function build(): Index {
  const out: Index = { names: new Map(), acronyms: new Map(), longest: new Map(), later: new Set() };
  LISTS.forEach((list, i) => {
    for (const name of data.known[list].split('\n')) {
      if (/^\p{Lu}/u.test(name)) {
        out.acronyms.set(name, (out.acronyms.get(name) ?? 0) | (1 << i));
        continue;
      }
      out.names.set(name, (out.names.get(name) ?? 0) | (1 << i));
      const words = name.split(' ');
      const first = words[0] as string;
      out.longest.set(first, Math.max(out.longest.get(first) ?? 0, words.length));
      for (let k = 1; k < words.length; k++) out.later.add(words[k] as string);
    }
  });
  return out;
}

/** A folded name in words of letters and digits only: "at&t" and "AT & T" are one. */
export function plain(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The lists that have a name of several words, or of one that is no acronym; bits by {@link LISTS}. */
export function knownAs(folded: string): number {
  return listsOf(plain(folded));
}

/** The same for a name in plain form. */
export function listsOf(name: string): number {
  return index().names.get(name) ?? 0;
}

/** The number of words of the longest name that begins as a word in plain form does; 0 where none does. */
export function longestFrom(word: string): number {
  const blank = word.indexOf(' ');
  return index().longest.get(blank < 0 ? word : word.slice(0, blank)) ?? 0;
}

/** Whether some name of several words goes on with a word in plain form. */
export function goesOn(word: string): boolean {
  const blank = word.indexOf(' ');
  return index().later.has(blank < 0 ? word : word.slice(0, blank));
}

/** The lists that have an acronym, which counts only as it is written: "WHO" is one and "who" is none. */
export function acronymAs(text: string): number {
  return index().acronyms.get(text.replaceAll('.', '')) ?? 0;
}

/** Set in the codes of {@link matchKnown} for names of several words. */
export const SEVERAL = 4;

/** The list of a code of {@link matchKnown}: 1 place, 2 organization, 3 person, 4 other. */
export function typeBits(code: number): number {
  return code >> 3;
}

/**
 * What the lists know of a sentence: per token 0, or list (1 to 4) * 8 + 4 for names of several words + 2 for acronyms + 1 inside.
 * The longest name wins; of a name that is on several lists, the first list.
 */
export function matchKnown(tokens: Token[], words: WordInfo[], candidates: Uint8Array, shouted: boolean): Uint8Array {
  const codes = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if ((candidates[i] as number) < 2) continue;
    const { longest, acronym } = words[i] as WordInfo;
    const name = longest === 0 ? undefined : longestName(words, i, longest);
    if (name) {
      const code = name.list * 8 + (name.length > 1 ? SEVERAL : 0);
      for (let k = 0; k < name.length; k++) codes[i + k] = code + (k > 0 ? 1 : 0);
      i += name.length - 1;
    } else if (!shouted) {
      const list = firstList(acronym);
      if (list > 0) codes[i] = list * 8 + 2;
    }
  }
  return codes;
}

function longestName(words: WordInfo[], first: number, most: number): KnownName | undefined {
  const own = words[first] as WordInfo;
  let name = own.plain;
  const alone = firstList(own.lists);
  let best: KnownName | undefined = alone > 0 ? { list: alone, length: 1 } : undefined;
  let count = 1;
  for (let last = first + 1; last < words.length && count < most; last++) {
    const { plain: word, goesOn } = words[last] as WordInfo;
    // marks between words ("Coca-Cola", "AT&T") are no words, but a name does not end in one
    if (word === '') {
      if (last - first > 2 * most) break;
      continue;
    }
    if (!goesOn) break;
    name += ` ${word}`;
    count++;
    const list = firstList(listsOf(name));
    if (list > 0) best = { list, length: last - first + 1 };
  }
  return best;
}

function firstList(lists: number): number {
  return lists === 0 ? 0 : 32 - Math.clz32(lists & -lists);
}
