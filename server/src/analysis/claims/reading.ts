import { genderOf } from '../entities/gazetteer.ts';
import type { LocalEntity, Mention, Quotation, ReadText, SourceInfo, Span } from '../model.ts';
import { remembered } from '../remembered.ts';
import type { Claim, Context, Term } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import { type Clause, type ReadSentence, readClauses } from './clauses/read.ts';
import type { TimeExpression } from './clauses/times.ts';
import type { Word } from './clauses/words.ts';
import { actionOfNoun } from './lexicon/actions.ts';

/** What the readers of all kinds work on: one source with its clauses read once. */
export interface Reading {
  read: ReadText;
  info: SourceInfo;
  entities: LocalEntity[];
  sentences: ReadSentence[];
  /** The entity of the name that a span touches, as an index into `entities`. */
  entityAt(span: Span): number | undefined;
  /** The entity that a role ("the actress") or pronoun at a span stands for. */
  referentAt(span: Span): number | undefined;
  context(sentence: ReadSentence): Context;
}

const SKIPPED = new Set(['credit', 'boilerplate', 'byline', 'note']);

/** Reads the clauses of all sentences of a source that can hold a statement. */
export function readSource(read: ReadText, entities: LocalEntity[], info: SourceInfo): Reading {
  const { quotations } = read;
  const nextQuotations = quotationReader(quotations);
  const index = indexEntities(entities, (m) => m.kind === 'name');
  const referents = indexEntities(entities, (m) => m.kind !== 'name');
  const names = nameStarts(entities);
  const inName = (span: Span) => names.has(span.start);
  const sentences = read.sentences
    .filter(
      (s) => !SKIPPED.has(read.blocks[s.block]?.kind ?? 'paragraph') && s.tokens.length > 1 && s.tokens.length < 200,
    )
    .map((s, i) => readClauses(read, s, nextQuotations(s), inName, i));
  const contexts: Context[] = [];
  const reading: Reading = {
    read,
    info,
    entities,
    sentences,
    entityAt: (span) => index.find(span),
    referentAt: (span) => referents.find(span),
    context: (sentence) => {
      contexts[sentence.index] ??= contextOf(sentence, sentences);
      return contexts[sentence.index] as Context;
    },
  };
  for (const sentence of sentences) findSpeaker(sentence);
  return reading;
}

/** Gives the quotations that touch each sentence; sentences are asked for in text order, so all are looked at once. */
function quotationReader(quotations: Quotation[]): (span: Span) => Quotation[] {
  let from = 0;
  return (span) => {
    while (from < quotations.length && (quotations[from]?.end ?? 0) < span.start) from++;
    let to = from;
    while (to < quotations.length && (quotations[to]?.start ?? 0) < span.end) to++;
    return quotations.slice(from, to);
  };
}

/** Where the words of names begin; a name's words are looked up one by one. */
function nameStarts(entities: LocalEntity[]): { has(start: number): boolean } {
  const spans = entities.flatMap((e) => e.mentions.filter((m) => m.kind === 'name')).sort((a, b) => a.start - b.start);
  return {
    has: (start) => {
      let [low, high] = [0, spans.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      const span = spans[low];
      return span !== undefined && span.start <= start;
    },
  };
}

function indexEntities(
  entities: LocalEntity[],
  wanted: (mention: Mention) => boolean,
): { find(span: Span): number | undefined } {
  const mentions = entities
    .flatMap((e, entity) => e.mentions.filter(wanted).map((m) => ({ start: m.start, end: m.end, entity })))
    .sort((a, b) => a.start - b.start);
  return {
    find: (span) => {
      let low = 0;
      let high = mentions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((mentions[middle]?.end ?? 0) <= span.start) low = middle + 1;
        else high = middle;
      }
      const mention = mentions[low];
      return mention && mention.start < span.end ? mention.entity : undefined;
    },
  };
}

export const REPORTING = new Set(
  'say tell report announce add claim state note confirm write explain insist warn argue deny reveal suggest believe quote cite according post tweet'.split(
    ' ',
  ),
);

export const isReporting = (clause: Clause) => REPORTING.has(clause.verb.lemma) || clause.verb.lemma === 'accord';

/** Who is named as saying what the sentence says: the subject of its reporting verb, or whom it is "according to". */
function findSpeaker(sentence: ReadSentence): void {
  for (const clause of sentence.clauses) {
    if (!isReporting(clause)) continue;
    const group = clause.verb.lemma === 'accord' ? clause.adjuncts[0]?.group : clause.subject;
    if (group && !group.pronoun) {
      sentence.speaker = sentence.text.slice(group.start - sentence.start, group.end - sentence.start);
      return;
    }
  }
}

const GENERIC = new Set(
  'be have do say make take get give go come see know think thing way time part people person one year day week month'.split(
    ' ',
  ),
);

function contextOf(sentence: ReadSentence, sentences: ReadSentence[]): Context {
  const before = sentences[sentence.index - 1];
  const own = namesOf(sentence);
  const names = own.length === 0 && before ? namesOf(before) : own;
  const words: string[] = [];
  for (const { tag, facts, lemma } of sentence.words) {
    if (tag !== 'NOUN' && tag !== 'VERB' && tag !== 'ADJ') continue;
    const term = facts.eventTerm ?? lemma;
    if (!GENERIC.has(term) && !words.includes(term)) words.push(term);
  }
  const past = pastYear(sentence);
  return past === undefined ? { names, words } : { names, words, past };
}

/** The capitalized names of a sentence, without days and months: that two reports name a day says nothing of their event. */
function namesOf({ words, times }: ReadSentence): string[] {
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const { tag, text, normal } = words[i] as Word;
    if (tag !== 'PROPN' || text.length < 3 || isIn(times, i)) continue;
    const isName = i > 0 || words[1]?.tag === 'PROPN' || text === text.toUpperCase();
    if (isName && !names.includes(normal)) names.push(normal);
  }
  return names;
}

function isIn(times: TimeExpression[], word: number): boolean {
  for (const { first, last } of times) if (first <= word && word <= last) return true;
  return false;
}

const AROUND_NOW = new Set(['since', 'until', 'till']);

/** A year that the sentence places itself in, when a time says so. */
function pastYear(sentence: ReadSentence): number | undefined {
  for (const time of sentence.times) {
    // "since 2021", "until 2028": the news itself is of now
    if (AROUND_NOW.has(sentence.words[time.first - 1]?.normal ?? '')) continue;
    if (time.year !== undefined) return time.year;
    if (time.unit === 'year' && time.relative === 'last') return -1;
  }
  return undefined;
}

const PRONOUN_SUBJECTS = new Set(['he', 'she', 'they', 'it', 'who', 'his', 'her', 'their', 'its']);

/** The term for a noun group; a pronoun stands for the subject of the clause or sentence before. */
export function termOf(reading: Reading, group: NounGroup | undefined, sentence?: ReadSentence): Term | undefined {
  if (!group) return undefined;
  if (group.name) return nameTerm(group.name, reading.entityAt(group.name));
  if (group.apposition?.name) return termOf(reading, group.apposition, sentence);
  const listed = group.members?.find((m) => m.name);
  if (listed) return termOf(reading, listed, sentence);
  const referent = reading.referentAt({ start: group.end - 1, end: group.end });
  const entity = referent === undefined ? undefined : reading.entities[referent];
  if (entity) return nameTerm({ text: entity.name }, referent);
  if (group.pronoun) {
    if (!PRONOUN_SUBJECTS.has(group.head) || !sentence) return undefined;
    const before = antecedent(reading, group, sentence);
    if (before && before !== group) return termOf(reading, before);
    // "She died at her summer house": named only later, or in the headline alone.
    const main = /^(?:he|she)$/.test(group.head) && !before ? personOf(reading) : undefined;
    const name = main?.entity === undefined ? undefined : reading.entities[main.entity]?.name;
    return name && fitsGender(group.head, name) ? main : undefined;
  }
  const action = actionOfNoun(group.head);
  return { word: action ? `@${action}` : group.head, name: false };
}

/**
 * All terms for a person: the name, and the age, by which reports that do not name somebody can still be told to be about
 * the same ("a 36-year-old climber").
 */
export function subjectsOf(reading: Reading, group: NounGroup | undefined, sentence: ReadSentence): Term[] {
  const term = termOf(reading, group, sentence) ?? mainPerson(reading, group);
  const named = term?.name ? term : mainPerson(reading, group);
  const age = group?.quantity?.dimension === 'age' ? group.quantity : undefined;
  const found = [];
  if (named ?? term) found.push((named ?? term) as Term);
  if (age) found.push({ word: `age ${age.low}`, name: false });
  return found;
}

const PERSONS = new Set(
  'man woman actor actress singer star teenager boy girl driver climber suspect victim player doctor officer comedian host swimmer governor senator celebrity athlete coach minister president mayor author writer painter musician composer director politician'.split(
    ' ',
  ),
);

/** "the actress": the person whom a short text is about, when it names hardly anybody else. */
function mainPerson(reading: Reading, group: NounGroup | undefined): Term | undefined {
  if (
    !group ||
    group.name ||
    group.quantity?.dimension === 'count' ||
    !/^(?:the|this)$/.test(group.determiner ?? '') ||
    !PERSONS.has(group.head)
  )
    return undefined;
  return personOf(reading);
}

const mainPeople = new WeakMap<Reading, Term | null>();

/** The person whom a text is about: named at least twice as often as anybody else. */
export function personOf(reading: Reading): Term | undefined {
  const known = mainPeople.get(reading);
  if (known !== undefined) return known ?? undefined;
  const found = findMainPerson(reading);
  mainPeople.set(reading, found ?? null);
  return found;
}

function findMainPerson(reading: Reading): Term | undefined {
  const people = reading.entities
    .map((e, i) => ({ e, i }))
    .filter(({ e }) => e.type === 'person')
    .sort((a, b) => b.e.mentions.length - a.e.mentions.length);
  const [first, second] = people;
  if (!first || (second && second.e.mentions.length * 2 > first.e.mentions.length && second.e.mentions.length > 1))
    return undefined;
  if (second && first.e.mentions.length === 1) return undefined;
  return nameTerm({ text: first.e.name }, first.i);
}

const GEOGRAPHIC = new Set(
  'island city town county province district region village state river park mountain sea gulf'.split(' '),
);
const SUFFIXES = new Set('jr jr. sr sr. ii iii inc inc. plc ag ltd corp corp. co co. llc'.split(' '));

/** A name is known by its last word, a place by the word before "Island" or "County". */
function nameTerm(name: { text: string }, entity: number | undefined): Term {
  const word = lastWord(name.text);
  return entity === undefined ? { word, name: true } : { word, name: true, entity };
}

const lastWord = remembered((name) => {
  const words = name
    .toLowerCase()
    .replace(/['’]s$/, '')
    .split(/\s+/);
  let last = words.length - 1;
  while (last > 0 && (GEOGRAPHIC.has(words[last] ?? '') || SUFFIXES.has(words[last] ?? ''))) last--;
  const word = words[last]?.replace(/[.,]$/, '') ?? '';
  // "Arc 3" is no "3"
  return last > 0 && /^\d+$/.test(word) ? `${words[last - 1]} ${word}` : word;
});

/** A given name that is known to be of the other sex is not whom "she" or "he" stands for. */
function fitsGender(pronoun: string, name: string): boolean {
  const gender = genderOf(name.split(' ')[0]?.toLowerCase() ?? '');
  if (/^(?:she|her|herself)$/.test(pronoun)) return gender !== 'male';
  return /^(?:he|his|him|himself)$/.test(pronoun) ? gender !== 'female' : true;
}

/** The named subject that a pronoun most likely stands for: in its own sentence before it, else the one before. */
function antecedent(reading: Reading, group: NounGroup, sentence: ReadSentence): NounGroup | undefined {
  const named = (g: NounGroup | undefined) => {
    const name = g?.name ?? g?.apposition?.name;
    return name && fitsGender(group.head, name.text) ? g : undefined;
  };
  const own = sentence.clauses.findLast((c) => c.subject && c.subject.end <= group.start && named(c.subject))?.subject;
  if (own) return own;
  const at = sentence.index;
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const before = reading.sentences[k]?.clauses.find((c) => named(c.subject))?.subject;
    if (before) return before;
  }
  return undefined;
}

export type Draft = Pick<Claim, 'kind' | 'as' | 'topic' | 'value' | 'focus'> & Partial<Claim>;

/** Completes a claim with what every kind takes from its sentence. */
export function claim(reading: Reading, sentence: ReadSentence, draft: Draft): Claim {
  const { start, end, quotations, speaker } = sentence;
  const made: Claim = {
    subject: [],
    context: reading.context(sentence),
    statement: { start, end },
    modality: 'fact',
    negative: false,
    quoted:
      quotations.length > 0 &&
      quotations.some((q) => !q.scare && q.start <= draft.focus.start && draft.focus.end <= q.end + 1),
    ...draft,
  };
  if (speaker) made.speaker ??= speaker;
  return made;
}

/** The source's text at a span. */
export const textAt = (reading: Reading, span: Span) => reading.read.text.slice(span.start, span.end);
