import type { LocalEntity, ReadText } from '../model.ts';
import { addCountries } from './countries.ts';
import { poolNames } from './pool.ts';
import { tagSentence } from './tagger.ts';
import { trimNames } from './trim.ts';
import { readVocabulary } from './vocabulary.ts';
import { taggerWeights } from './weights.ts';
import { groupNames } from './within.ts';

/** Finds the entities of one source with all their mentions, resolved inside the source. */
export function findEntities(read: ReadText): LocalEntity[] {
  const vocabulary = readVocabulary(read);
  const weights = taggerWeights();
  const tagged = trimNames(
    read.sentences.flatMap((sentence) =>
      addCountries(sentence, tagSentence(sentence, vocabulary, weights), vocabulary),
    ),
    vocabulary,
  );
  const groups = groupNames(poolNames(read, tagged, vocabulary), read.text);
  return groups.map(({ entity }) => entity).sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}
