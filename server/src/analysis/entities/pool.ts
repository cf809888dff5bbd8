import type { EntityType, ReadText } from '../model.ts';
import { prepare } from './features.ts';
import { isKnownOrganization, isKnownPerson } from './gazetteer.ts';
import { EVENT_HEADS, LEGAL_FORMS, WELL_KNOWN_FOLDED } from './lexicon.ts';
import { type NameSpan, nameKey, nameSpan, textOf } from './names.ts';
import { placeSize } from './places.ts';
import { type TaggedName, TYPES, type TypeScores } from './tagger.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isCapitalized, startsClause } from './vocabulary.ts';
import { BIT } from './words.ts';

/** One name, one type: what all mentions of a name in the source say together outweighs what one says alone. */
export function poolNames(read: ReadText, tagged: TaggedName[], vocabulary: Vocabulary): NameSpan[] {
  const votes = collectVotes(read, tagged);
  const spans = tagged.map((name) => decide(read, name, votes));
  return [...spans, ...findMissed(read, spans, votes, vocabulary)];
}

function keyOf(read: ReadText, { sentence, first, last }: TaggedName): string {
  return nameKey(textOf(read, sentence, first, last));
}

function collectVotes(read: ReadText, tagged: TaggedName[]): Map<string, TypeScores> {
  const votes = new Map<string, TypeScores>();
  for (const name of tagged) {
    const key = keyOf(read, name);
    const own = votes.get(key) ?? listVotes(key);
    for (let type = 0; type < TYPES.length; type++)
      own[type] = (own[type] as number) + (name.probabilities[type] as number);
    votes.set(key, own);
  }
  addNamesakes(votes);
  return votes;
}

/** What the lists say of a name counts like one more mention. */
function listVotes(key: string): TypeScores {
  const several = key.includes(' ');
  const size = placeSize(key);
  const known = WELL_KNOWN_FOLDED.get(key);
  const place = size >= 8 || known === 'place' ? 1 : size > 0 && several ? 0.7 : size >= 6 ? 0.4 : 0;
  const organization = isKnownOrganization(key) || known === 'organization' ? 0.7 : 0;
  return [isKnownPerson(key) ? 1 : 0, organization, place, 0];
}

/** A full name speaks for its short form: "Ada Okafor" makes "Okafor" a person, "Pelham Industries" makes "Pelham" a company. */
function addNamesakes(votes: Map<string, TypeScores>): void {
  for (const [key, [person, organization]] of [...votes]) {
    const words = key.split(' ');
    if (words.length < 2) continue;
    if (person > organization) {
      add(votes.get(words.at(-1) as string), 0, person);
      continue;
    }
    if (placeSize(words[0] as string) < 6) add(votes.get(words[0] as string), 1, NAMESAKE_WEIGHT * organization);
    if (words.length > 2)
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
const OWN_WEIGHT = 0.5;

function decide(read: ReadText, name: TaggedName, votes: Map<string, TypeScores>): NameSpan {
  const pooled = votes.get(keyOf(read, name)) ?? [0, 0, 0, 0];
  const sum = pooled.reduce((total, vote) => total + vote, 0) || 1;
  const scores = pooled.map((vote, type) => vote / sum + OWN_WEIGHT * (name.probabilities[type] as number));
  const best = scores.indexOf(Math.max(...scores));
  return nameSpan(
    read,
    name.sentence,
    name.first,
    name.last,
    typeOf(TYPES[best], keyOf(read, name)),
    (pooled[best] as number) / sum,
  );
}

/** What a name of neither a person nor an organization nor a place names, by its last word. */
function typeOf(type: (typeof TYPES)[number] | undefined, key: string): EntityType {
  if (type !== 'other') return type ?? 'organization';
  const head = key.split(' ').at(-1) as string;
  if (EVENT_HEADS.has(head)) return 'event';
  return /\d/.test(key) ? 'product' : 'work';
}

/** Names that stand untagged elsewhere in the source, but were tagged with confidence. */
function findMissed(
  read: ReadText,
  spans: NameSpan[],
  votes: Map<string, TypeScores>,
  vocabulary: Vocabulary,
): NameSpan[] {
  const known = new Map<string, NameSpan>();
  let longest = 1;
  for (const span of spans) {
    const total = votes.get(span.key)?.reduce((sum, vote) => sum + vote, 0) ?? 0;
    if (total < 0.6) continue;
    known.set(span.key, span);
    longest = Math.max(longest, span.last - span.first + 1);
  }
  const taken = new Set(spans.flatMap((span) => span.sentence.tokens.slice(span.first, span.last + 1)));
  const found: NameSpan[] = [];
  for (const sentence of read.sentences) {
    const { tokens } = sentence;
    const { words, folded } = prepare(sentence);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || !isCapitalized(token) || taken.has(token)) continue;
      for (let last = Math.min(i + longest, tokens.length) - 1; last >= i; last--) {
        if (tokens.slice(i, last + 1).some((t) => taken.has(t))) continue;
        const like = known.get(nameKey(textOf(read, sentence, i, last)));
        if (!like || (i === last && isDoubtful(i))) continue;
        found.push(nameSpan(read, sentence, i, last, like.type, like.confidence));
        i = last;
        break;
      }
    }
    function isDoubtful(i: number): boolean {
      const ordinary = ((words[i]?.classes ?? 0) & BIT.word) !== 0;
      if (!ordinary) return false;
      return (
        vocabulary.lower.has(folded[i] as string) ||
        startsClause(tokens, i) ||
        vocabulary.styles.get(sentence) !== 'sentence'
      );
    }
  }
  return found;
}
