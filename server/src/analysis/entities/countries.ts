import type { Sentence, Token } from '../model.ts';
import { WELL_KNOWN } from './lexicon.ts';
import { placeSize } from './places.ts';
import type { TaggedName } from './tagger.ts';
import { isCapitalized, type Vocabulary } from './vocabulary.ts';
import { BIT, infoOf } from './words.ts';

/** Countries and the codes of states are named in one way only; those that the tagger passes over are added. */
export function addCountries(sentence: Sentence, names: TaggedName[], vocabulary: Vocabulary): TaggedName[] {
  const { tokens } = sentence;
  const added: TaggedName[] = [];
  const isTaken = (i: number) => names.some(({ first, last }) => first <= i && i <= last);
  for (let i = 0; i < tokens.length; i++) {
    if (!isCapitalized(tokens[i] as Token)) continue;
    const last = countryEnd(tokens, i, vocabulary);
    if (last < 0 || isTaken(i) || isTaken(last)) continue;
    added.push({ sentence, first: i, last, probabilities: [0, 0.05, 0.9, 0] });
    i = last;
  }
  return added.length > 0 ? [...names, ...added] : names;
}

/** Postal codes of the states of the United States and the provinces of Canada, in capitals after a town and a comma. */
const STATE_CODES = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
  SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK YT NT`.split(/\s+/),
);

function isStateCode(tokens: Token[], i: number): boolean {
  if (tokens[i - 1]?.text !== ',' || !STATE_CODES.has((tokens[i] as Token).text)) return false;
  const town = tokens[i - 2];
  return (
    town !== undefined && isCapitalized(town) && (/\p{Ll}/u.test(town.text) || /^\d/.test(tokens[i + 1]?.text ?? ''))
  );
}

/** The last token of a country's name that starts at a capitalized token, or -1. */
function countryEnd(tokens: Token[], i: number, vocabulary: Vocabulary): number {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  const { folded, classes, startsPlace } = infoOf(token);
  if (startsPlace && next && isCapitalized(next) && placeSize(`${folded} ${infoOf(next).folded}`) === 9) return i + 1;
  if (WELL_KNOWN.get(token.text) === 'place' || isStateCode(tokens, i)) return i;
  const ordinary = (classes & BIT.word) !== 0 && !vocabulary.capitalized.has(folded);
  const inLongerName = (next && isCapitalized(next)) || (i > 0 && isCapitalized(tokens[i - 1] as Token) && i > 1);
  return (classes & BIT.country) !== 0 && !ordinary && !inLongerName ? i : -1;
}
