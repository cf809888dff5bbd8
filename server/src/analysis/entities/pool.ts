import type { EntityType, ReadText } from '../model.ts';
import { remembered } from '../remembered.ts';
import { type CueVotes, cuesOf, isOfTown, votesOfWords } from './cues.ts';
import { isGivenName } from './gazetteer.ts';
import { knownAs } from './known.ts';
import { EVENT_HEADS, LEGAL_FORMS, WELL_KNOWN_FOLDED } from './lexicon.ts';
import { completeNames, findMissed } from './missed.ts';
import { type NameSpan, nameKey, nameSpan, textOf } from './names.ts';
import { placeSize } from './places.ts';
import { type TaggedName, TYPES, type TypeScores } from './tagger.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name as it is voted on. */
interface Candidate {
  name: TaggedName;
  key: string;
  /** What the words around this mention say. */
  cues: CueVotes;
}

/** One name, one type: what all mentions of a name in the source say together outweighs what one says alone. */
export function poolNames(read: ReadText, tagged: TaggedName[], vocabulary: Vocabulary): NameSpan[] {
  const candidates = tagged.map((name) => candidateOf(read, name));
  const votes = collectVotes(candidates);
  const spans = completeNames(
    read,
    candidates.map((candidate) => decide(read, candidate, votes)),
  );
  return [...spans, ...findMissed(read, spans, vocabulary)];
}

function candidateOf(read: ReadText, name: TaggedName): Candidate {
  const key = nameKey(textOf(read, name.sentence, name.first, name.last));
  return { name, key, cues: cuesOf(name, placeSize(key) > 0) };
}

function collectVotes(candidates: Candidate[]): Map<string, TypeScores> {
  const votes = new Map<string, TypeScores>();
  for (const { name, key, cues } of candidates) {
    let own = votes.get(key);
    if (!own) {
      own = [...listVotes(key)];
      votes.set(key, own);
    }
    for (let type = 0; type < TYPES.length; type++)
      own[type] = (own[type] as number) + (name.probabilities[type] as number) + (cues[type] ?? 0);
  }
  addNamesakes(votes);
  return votes;
}

/** What the lists say of a name counts like one more mention, or two where a name of several words is on one list only. */
const listVotes = remembered((key): Readonly<TypeScores> => {
  const several = key.includes(' ');
  const lists = knownAs(key);
  const weight = several && (lists & (lists - 1)) === 0 ? 2 : 0.7;
  const on = (list: number) => ((lists & list) !== 0 ? weight : 0);
  const size = placeSize(key);
  const famous = WELL_KNOWN_FOLDED.get(key);
  const place = size >= 8 || famous === 'place' ? 1 : size > 0 && several ? 0.7 : size >= 6 ? 0.4 : 0;
  const [, ofMedia, ofArea] = votesOfWords(key);
  const organization = Math.max(on(2), famous === 'organization' ? 0.7 : 0);
  return [on(4), organization + ofMedia, Math.max(on(1), place) + ofArea, on(8)];
});

/** A full name speaks for its short form: "Ada Okafor" makes "Okafor" a person, "Pelham Industries" makes "Pelham" a company. */
function addNamesakes(votes: Map<string, TypeScores>): void {
  const full = [...votes].flatMap(([key, scores]) => (key.includes(' ') ? [{ words: key.split(' '), scores }] : []));
  const people = full.filter(({ scores: [person, organization] }) => person > organization);
  const surnames = new Set(people.map(({ words }) => words.at(-1)));
  for (const { words, scores } of full) {
    const [person, organization] = scores;
    if (person > organization) {
      add(votes.get(words.at(-1) as string), 0, person);
      continue;
    }
    // "Pruitt & Sons" is not "Pruitt", a family's foundation not the family, and a town's hospital is not the town
    const ofTown = placeSize(words[0] as string);
    const ofPerson = surnames.has(words[0]) && !LEGAL_FORMS.has(words.at(-1) as string);
    if (ofTown < 6 && !ofPerson && !/^(?:&|and)$/.test(words[1] as string))
      add(
        votes.get(words[0] as string),
        1,
        ofTown > 0 && isOfTown(words) ? organization / 2 : NAMESAKE_WEIGHT * organization,
      );
    // whom a foundation is named after is not the foundation
    if (words.length > 2 && !(words.length === 3 && isGivenName(words[0] as string)))
      add(
        votes.get(words.slice(0, -1).join(' ')),
        1,
        LEGAL_FORMS.has(words.at(-1) as string) ? 5 * organization : organization,
      );
  }
}

function add(votes: TypeScores | undefined, type: 0 | 1, support: number): void {
  if (votes) votes[type] += Math.min(support, NAMESAKE_WEIGHT);
}

const NAMESAKE_WEIGHT = 3;
/** How much one mention's own evidence counts against the votes of all. */
const OWN_WEIGHT = 1;

function decide(read: ReadText, { name, key, cues }: Candidate, votes: Map<string, TypeScores>): NameSpan {
  const pooled = votes.get(key) as TypeScores;
  let sum = 0;
  for (let type = 0; type < TYPES.length; type++) sum += pooled[type] as number;
  sum ||= 1;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let type = 0; type < TYPES.length; type++) {
    const own = Math.min((name.probabilities[type] as number) + (cues[type] ?? 0), 2);
    const score = (pooled[type] as number) / sum + OWN_WEIGHT * own;
    if (score <= most) continue;
    most = score;
    best = type;
  }
  const type = typeOf(TYPES[best], key);
  const span = nameSpan(read, name.sentence, name.first, name.last, type, (pooled[best] as number) / sum);
  span.support = sum;
  return span;
}

/** What a name of neither a person nor an organization nor a place names, by its last word. */
function typeOf(type: (typeof TYPES)[number] | undefined, key: string): EntityType {
  if (type !== 'other') return type ?? 'organization';
  const head = key.split(' ').at(-1) as string;
  if (EVENT_HEADS.has(head)) return 'event';
  return /\d/.test(key) ? 'product' : 'work';
}
