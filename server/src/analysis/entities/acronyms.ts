import type { Sentence, Token } from '../model.ts';
import { isWord } from './gazetteer.ts';
import { ORGANIZATION_HEADS, ORGANIZATION_NOUNS, SAYING_VERBS } from './lexicon.ts';
import { countryCode } from './places.ts';
import type { TaggedName } from './tagger.ts';
import type { Vocabulary } from './vocabulary.ts';
import { BIT, CAPITALS, infoOf, MANY_CAPITALS } from './words.ts';

/** Capitals that name no organization: currencies, units, times, degrees, numerals, and what a page is made of. */
const NO_NAME =
  /^(?:EUR|USD|GBP|CHF|JPY|CNY|RUB|UAH|AUD|CAD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|BGN|GMT|UTC|CET|CEST|EST|EDT|PST|PDT|BST|AM|PM|AD|BC|BCE|CEO|CFO|COO|CTO|MP|MEP|MSP|TD|QC|KC|PC|DJ|VIP|GP|DA|PHD|MBA|BA|MA|MD|TV|PR|HR|IT|AI|DNA|RNA|PCR|HIV|GDP|VAT|CCTV|GPS|SUV|LED|PDF|FAQ|OK|ID|UFO|ATM|ICU|IVF|IPO|EBITDA|PHOTO|UPDATE|MORE|NOTE|FILE|II|III|IV|VI|VII|VIII|IX|XI|XII|MW|KW|KM|KG|MPH|KPH|BN|SOS|RIP|TBC|TBA|DUI|DWI|KO|KOS|TKO|MVP|RBI|ERA|TD|TDS|KOs)$/;

/** Whether capitals stand for no organization. */
export function isNoName(text: string): boolean {
  return NO_NAME.test(text);
}

/**
 * Acronyms that the text shows to be an organization's and that the tagger passed over: in brackets or between commas after what
 * they stand for ("the labor inspectorate, ACT,"), behind a possessor ("China's SAMR"), before a possessive or a verb of saying,
 * and the agency in a dateline.
 */
export function addAcronyms(sentence: Sentence, names: TaggedName[], vocabulary: Vocabulary): TaggedName[] {
  if (vocabulary.styles.get(sentence) === 'caps') return names;
  const { tokens } = sentence;
  const added: TaggedName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!isCandidate(token) || names.some(({ first, last }) => first <= i && i <= last)) continue;
    if (isAllCapsWord(tokens[i - 1]) || isAllCapsWord(tokens[i + 1])) continue;
    if (isExplained(tokens, i) || (!isWord(token.text) && isActor(tokens, i)))
      added.push({ sentence, first: i, last: i, probabilities: [0, 0.75, 0.05, 0] });
  }
  return added.length > 0 ? [...names, ...added] : names;
}

function isCandidate(token: Token): boolean {
  const { text } = token;
  if (!token.form.isCapital || text.length > 16) return false;
  const { shape } = infoOf(token);
  if (shape !== CAPITALS && shape !== MANY_CAPITALS) return false;
  if (!/^\p{Lu}{2,8}$/u.test(text) || isNoName(text) || countryCode(text)) return false;
  return (infoOf(token).classes & (BIT.dayOrMonth | BIT.placeAcronym)) === 0;
}

function isAllCapsWord(token: Token | undefined): boolean {
  return token?.form.isCapital === true && /^\p{Lu}{3,}$/u.test(token.text) && !isCandidate(token);
}

/** Whether a noun of an organization stands right before, in brackets or commas: "the criminal police (PJ)". */
function isExplained(tokens: Token[], i: number): boolean {
  const [open, close] = [tokens[i - 1]?.text, tokens[i + 1]?.text];
  const bracketed = open === '(' && (close === ')' || close === ',' || close === ';');
  if (!bracketed && !(open === ',' && (close === ',' || close === '.'))) return false;
  const head = tokens[i - 2];
  if (!head) return false;
  if (ORGANIZATION_NOUNS.has(head.normal) || ORGANIZATION_HEADS.has(head.normal)) return true;
  // a dateline: "LISBON, March 4 (LNA) -"; or the end of a name in capitals: "Authority for Working Conditions (ACT)"
  const dateline = i < 14 && head.pos === 'NUM' && (!tokens[i + 2] || /^[-–—]$/.test(tokens[i + 2]?.text ?? ''));
  return bracketed && (dateline || isNamedBefore(tokens, i));
}

/** Whether the capitals before the brackets begin with the acronym's letter. */
function isNamedBefore(tokens: Token[], i: number): boolean {
  const letter = tokens[i]?.text[0];
  const words = tokens.slice(Math.max(0, i - 10), i - 1).filter(({ text }) => /^\p{Lu}\p{Ll}/u.test(text));
  return words.length > 1 && words.some(({ text }) => text[0] === letter) && /^\p{Lu}/u.test(tokens[i - 2]?.text ?? '');
}

/** Whether the acronym acts or owns, or belongs to somebody. */
function isActor(tokens: Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (before?.normal === "'s" && next?.pos !== 'NOUN') return true;
  if (next?.normal === "'s") return true;
  return next?.pos === 'VERB' && SAYING_VERBS.has(next.lemma);
}
