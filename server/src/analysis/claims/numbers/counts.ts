import type { Quantity } from '../clauses/quantity.ts';
import type { ReadSentence } from '../clauses/read.ts';
import { ROLE_NOUNS } from '../lexicon/roles.ts';
import { type Reading, subjectsOf, termOf } from '../reading.ts';
import { agents, countedNoun, type Measure, near, PEOPLE, type Place } from './measure.ts';

const JOBS = new Set('job position post role'.split(' '));
const LOST = /^(?:cut|lose|go|shed|disappear|axe|eliminate|chop|slash|travel|miss)$/;

const isWorker = (noun: string) => /^(?:employee|staff|people|person)$|worker$/.test(noun);

/** Jobs that are to go, in any of the words for it. */
export function jobs(sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  const noun = countedNoun(place.group, quantity);
  if (quantity.dimension !== 'count' || !noun) return undefined;
  // "lay off 700 workers"
  if (place.clause?.action === 'cut' && place.role === 'object' && isWorker(noun.head))
    return { topic: 'count:jobs lost' };
  if (!JOBS.has(noun.head)) return undefined;
  const after = near(sentence, quantity, 0, 8).slice(quantity.last - quantity.first + 1);
  const lost =
    LOST.test(place.clause?.verb.lemma ?? '') ||
    after.some((w) => /^(?:chop|lost|cut|axed|go|disappear|cuts)$/.test(w));
  return lost ? { topic: 'count:jobs lost' } : undefined;
}

const FIRMS = /^(?:company|firm|plant|factory|group|business|workforce|maker|unit)$/;

/** "64 employees", "9,200 people work for the company": how many a firm employs. */
export function staff(reading: Reading, sentence: ReadSentence, quantity: Quantity, place: Place): Measure | undefined {
  const noun = countedNoun(place.group, quantity);
  if (quantity.dimension !== 'count' || !noun) return undefined;
  // "the 900-employee company"
  if (
    quantity.compound &&
    /^(?:employee|worker|person|staff|strong)$/.test(quantity.unit ?? '') &&
    FIRMS.test(noun.head)
  ) {
    const host = sentence.groups.find((g) => g.apposition === place.group || g === place.group?.apposition);
    const firm = termOf(reading, host, sentence);
    return { topic: 'count:staff', subject: firm?.name ? [firm] : [] };
  }
  const works = place.clause?.verb.lemma === 'work' && place.role === 'subject' && PEOPLE.has(noun.head);
  // "employs 900 people"
  const employed = place.clause?.action === 'employ' && place.role === 'object' && isWorker(noun.head);
  if (!works && !employed && !/^(?:employee|staff|workforce)$/.test(noun.head)) return undefined;
  if (place.clause && !works && !employed && place.clause.known) return undefined;
  const employer = works
    ? place.clause?.adjuncts.find((a) => a.preposition === 'for' || a.preposition === 'at')?.group
    : place.clause?.subject;
  const host = sentence.groups.find((g) => g.apposition?.post.some((p) => p.group === place.group));
  const term = termOf(reading, host ?? employer, sentence);
  return { topic: 'count:staff', subject: term?.name ? [term] : [] };
}

/** "mother of 13": how many children. */
export function children(reading: Reading, sentence: ReadSentence, quantity: Quantity): Measure | undefined {
  const parent = sentence.words[quantity.first - 2]?.normal ?? '';
  if (
    sentence.words[quantity.first - 1]?.normal !== 'of' ||
    !/^(?:mother|father|mom|dad|mum|parent|parents)$/.test(parent)
  )
    return undefined;
  const group = sentence.groups.find((g) => g.last === quantity.first - 2);
  const host = sentence.groups.find((g) => g.apposition === group);
  const terms = subjectsOf(reading, host ?? group, sentence);
  return { topic: 'count:children', subject: terms.filter((t) => t.name) };
}

const VAGUE_NOUNS = new Set(
  'time way thing part side case day week month year hour minute season # other more half point percent number'.split(
    ' ',
  ),
);

/** Anything else that is counted: by its noun and what is done to it. */
export function counted(
  reading: Reading,
  sentence: ReadSentence,
  quantity: Quantity,
  place: Place,
): Measure | undefined {
  if (quantity.dimension !== 'count') return undefined;
  const noun = countedNoun(place.group, quantity);
  const before = sentence.words[quantity.first - 1]?.normal ?? '';
  if (before === 'of' && sentence.quantities.some((q) => q.last === quantity.first - 2)) return undefined;
  if (sentence.words[quantity.first]?.normal === 'one') return undefined;
  if (quantity.low >= 1900 && quantity.low < 2100 && /^\d{4}$/.test(sentence.words[quantity.first]?.text ?? ''))
    return undefined;
  if (!noun || VAGUE_NOUNS.has(noun.head) || noun.group.name) return undefined;
  const home =
    sentence.words[quantity.first - 1]?.normal === 'to' && sentence.words[quantity.first - 2]?.normal === 'home';
  if (home) {
    const place = sentence.groups.findLast((g) => g.name && g.last < quantity.first);
    const term = termOf(reading, place, sentence);
    return term ? { topic: 'population', subject: [term] } : undefined;
  }
  if (ROLE_NOUNS.has(noun.head) || PEOPLE.has(noun.head) || /worker$/.test(noun.head)) {
    if (!place.clause?.known || place.role === 'adjunct') return undefined;
  }
  const human = PEOPLE.has(noun.head) || ROLE_NOUNS.has(noun.head) || /(?:er|or|ist|ian|man|woman)$/.test(noun.head);
  const action = human && place.clause ? `:${place.clause.action}:${place.role}` : '';
  return { topic: `count:${noun.head}${action}`, subject: action ? agents(reading, sentence, place) : [] };
}
