import type { LocalEntity, ReadText } from '../model.ts';
import { poolNames } from './pool.ts';
import { tagSentence } from './tagger.ts';
import { readVocabulary } from './vocabulary.ts';
import { taggerWeights } from './weights.ts';
import { groupNames } from './within.ts';

/** Finds the entities of one source with all their mentions, resolved inside the source. */
export function findEntities(read: ReadText): LocalEntity[] {
  const vocabulary = readVocabulary(read);
  const weights = taggerWeights();
  const tagged = read.sentences.flatMap((sentence) => tagSentence(sentence, vocabulary, weights));
  return groupNames(poolNames(read, tagged, vocabulary));
}
