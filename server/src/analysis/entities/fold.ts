import { dictionary } from '../dictionary.ts';

/** Letters that Unicode decomposition leaves whole, and Cyrillic and Greek letters as news agencies romanize them. */
const LETTERS: Record<string, string> = dictionary({
  ...{ ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ə: 'a', ħ: 'h', ŋ: 'ng' },
  ...{ '’': "'", '‘': "'", ʼ: "'", ʻ: "'", '‐': '-', '‑': '-' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'yo', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i' },
  ...{ ї: 'yi', й: 'y', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's' },
  ...{ т: 't', ћ: 'c', ђ: 'dj', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', џ: 'dz', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', ѓ: 'gj', ќ: 'kj', ѕ: 'dz' },
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
});

const MARKS = /\p{M}+/gu;
const ASCII = /^[\x20-\x7f]*$/;
const COMPOSED_LETTERS = /[їйўѓќё]/;

/**
 * Brings a name to the form that names are compared in: lower case, no diacritics, Latin letters, straight apostrophes.
 * "Erdoğan" and "Erdogan" fold to one string, and so do most romanizations' common parts of a Cyrillic name.
 */
export function fold(name: string): string {
  const lower = name.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const kept = COMPOSED_LETTERS.test(lower.normalize('NFC')) ? replaceLetters(lower.normalize('NFC')) : lower;
  return replaceLetters(kept.normalize('NFD').replace(MARKS, ''));
}

function replaceLetters(text: string): string {
  let out = '';
  for (const letter of text) out += LETTERS[letter] ?? letter;
  return out;
}
