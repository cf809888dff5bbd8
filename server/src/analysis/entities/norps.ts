import { OTHER_NORPS } from './lexicon.ts';
import { countryOfDemonym, placeSize } from './places.ts';

/** Whether a folded word is a nationality, religion, people or political family. */
export function isNorp(folded: string): boolean {
  return OTHER_NORPS.has(folded) || (countryOfDemonym(folded) !== undefined && placeSize(folded) === 0);
}
