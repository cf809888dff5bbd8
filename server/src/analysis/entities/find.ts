import type { LocalEntity, ReadText, Sentence } from '../model.ts';
import { addAcronyms } from './acronyms.ts';
import { addCompanies, addOffices } from './companies.ts';
import { addCountries } from './countries.ts';
import { prepare } from './features.ts';
import { joinNames } from './join.ts';
import { addListed } from './listed.ts';
import { addHandles, findDates, findNorps } from './others.ts';
import { poolNames } from './pool.ts';
import { addReferences } from './references.ts';
import { addSettings } from './settings.ts';
import { type TaggedName, tagNames } from './tagger.ts';
import { trimNames } from './trim.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import { taggerWeights } from './weights.ts';
import { groupNames } from './within.ts';

/** Finds the entities of one source with all their mentions, resolved inside the source; in the order of their first mention. */
export function findEntities(read: ReadText): LocalEntity[] {
  const vocabulary = readVocabulary(read);
  const tagged: TaggedName[] = [];
  for (const sentence of read.sentences) tagged.push(...namesOf(sentence, vocabulary));
  const names = poolNames(read, joinNames(trimNames(tagged, vocabulary)), vocabulary);
  const groups = groupNames(names, read.text);
  addHandles(read, groups);
  addReferences(read, groups);
  const entities = [...groups.map(({ entity }) => entity), ...findNorps(read, names), ...findDates(read)];
  for (const { mentions } of entities) mentions.sort((a, b) => a.start - b.start);
  return entities.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** The names of a sentence in order: what the tagger sees, with companies and countries that it cannot miss. */
function namesOf(sentence: Sentence, vocabulary: Vocabulary): TaggedName[] {
  const prepared = prepare(sentence, vocabulary);
  const tagged = addListed(prepared, tagNames(prepared, vocabulary, taggerWeights()));
  const sure = addCountries(sentence, addOffices(sentence, addCompanies(sentence, tagged)), vocabulary);
  return addAcronyms(sentence, addSettings(sentence, sure), vocabulary).sort((a, b) => a.first - b.first);
}
