import type { Sentence, Token } from '../model.ts';
import { fold } from './fold.ts';
import { WELL_KNOWN } from './lexicon.ts';
import { placeSize } from './places.ts';
import type { TaggedName } from './tagger.ts';
import { isCapitalized, type Vocabulary } from './vocabulary.ts';
import { BIT, infoOf } from './words.ts';

/** Countries and the codes of states are named in one way only; those that the tagger passes over are added. */
export function addCountries(sentence: Sentence, names: TaggedName[], vocabulary: Vocabulary): TaggedName[] {
  const { tokens } = sentence;
  const taken = new Set<number>();
  for (const { first, last } of names) for (let i = first; i <= last; i++) taken.add(i);
  const added: TaggedName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const last = taken.has(i) ? -1 : countryEnd(tokens, i, vocabulary);
    if (last < 0 || taken.has(last)) continue;
    added.push({ sentence, first: i, last, probabilities: [0, 0.05, 0.9, 0] });
    i = last;
  }
  return [...names, ...added];
}

/** Postal codes of the states of the United States and the provinces of Canada, in capitals after a town and a comma. */
const STATE_CODES = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
  SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK YT NT`.split(/\s+/),
);

function isStateCode(tokens: Token[], i: number): boolean {
  if (!STATE_CODES.has((tokens[i] as Token).text) || tokens[i - 1]?.text !== ',') return false;
  const town = tokens[i - 2];
  return (
    town !== undefined && isCapitalized(town) && (/\p{Ll}/u.test(town.text) || /^\d/.test(tokens[i + 1]?.text ?? ''))
  );
}

/** The last token of a country's name that starts here, or -1. */
function countryEnd(tokens: Token[], i: number, vocabulary: Vocabulary): number {
  const token = tokens[i] as Token;
  if (!isCapitalized(token)) return -1;
  const next = tokens[i + 1];
  if (next && isCapitalized(next) && placeSize(fold(`${token.text} ${next.text}`)) === 9) return i + 1;
  if (WELL_KNOWN.get(token.text) === 'place' || isStateCode(tokens, i)) return i;
  const { folded, classes } = infoOf(token);
  const ordinary = (classes & BIT.word) !== 0 && !vocabulary.capitalized.has(folded);
  const inLongerName = (next && isCapitalized(next)) || (i > 0 && isCapitalized(tokens[i - 1] as Token) && i > 1);
  return (classes & BIT.country) !== 0 && !ordinary && !inLongerName ? i : -1;
}
