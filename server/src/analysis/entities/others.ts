import type { LocalEntity, ReadText, Sentence, Token } from '../model.ts';
import { fold } from './fold.ts';
import { type NameSpan, nameSpan, startsOf } from './names.ts';
import { countryOfDemonym } from './places.ts';
import { isCapitalized } from './vocabulary.ts';
import type { Group } from './within.ts';
import { BIT, infoOf } from './words.ts';

/** Nationalities and groups: every capitalized word that is listed as one and stands in no other name. */
export function findNorps(read: ReadText, taken: NameSpan[]): LocalEntity[] {
  const used = startsOf(taken);
  const found = new Map<string, LocalEntity>();
  for (const sentence of read.sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      const token = sentence.tokens[i] as Token;
      if (!isCapitalized(token)) continue;
      const { folded, classes } = infoOf(token);
      if ((classes & BIT.norp) === 0 || used.has(token.start)) continue;
      const span = nameSpan(read, sentence, i, i, 'norp', 0.95);
      collect(found, countryOfDemonym(folded) ?? folded.replace(/s$/, ''), span, 'nationality or group');
    }
  }
  return [...found.values()];
}

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'
    .split(' ')
    .flatMap((month) => [month, `${month}.`]),
);

/** Calendar dates with a month ("May 15, 2025", "15 May", "March 2022"); what they are dates of is the claims' business. */
export function findDates(read: ReadText): LocalEntity[] {
  const found = new Map<string, LocalEntity>();
  for (const sentence of read.sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      if (!isCapitalized(sentence.tokens[i] as Token)) continue;
      if (!MONTHS.has(wordAt(sentence, i))) continue;
      const [first, last] = dateAround(sentence, i);
      if (first === last) continue;
      const span = nameSpan(read, sentence, first, last, 'date', 0.95);
      collect(found, span.key.replace(/(?<=\d)(?:st|nd|rd|th)\b|,/g, ''), span, 'date');
      i = last;
    }
  }
  return [...found.values()];
}

function wordAt(sentence: Sentence, i: number): string {
  return sentence.tokens[i]?.normal ?? '';
}

/** The tokens of the date around a month's name: a day before or after it, then a year. */
function dateAround(sentence: Sentence, month: number): [first: number, last: number] {
  const isDay = (i: number) => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(wordAt(sentence, i));
  const isYear = (i: number) => /^(?:1[5-9]|20)\d\d$/.test(wordAt(sentence, i));
  const first = isDay(month - 1) ? month - 1 : month;
  let last = first === month && isDay(month + 1) ? month + 1 : month;
  if (isYear(last + 1)) last++;
  else if (wordAt(sentence, last + 1) === ',' && isYear(last + 2)) last += 2;
  return [first, last];
}

function collect(found: Map<string, LocalEntity>, key: string, span: NameSpan, evidence: string): void {
  const entity = found.get(key) ?? {
    name: span.text,
    type: span.type,
    typeConfidence: span.confidence,
    aliases: [],
    roles: [],
    mentions: [],
  };
  entity.mentions.push({ start: span.start, end: span.end, kind: 'name', evidence });
  if (!entity.aliases.includes(span.text)) entity.aliases.push(span.text);
  found.set(key, entity);
}

/** A surname shorter than this is found in handles by chance. */
const LEAST = 5;

/** Handles ("@ZelenskyyUa") go to the one person or organization whose name they hold. */
export function addHandles(read: ReadText, groups: Group[]): void {
  for (const { tokens } of read.sentences) {
    for (const token of tokens) {
      if (token.form.isLetters || token.text[0] !== '@' || !/^@\w{3,}$/.test(token.text)) continue;
      const handle = fold(token.text).replace(/[^a-z]/g, '');
      const owners = groups.filter(({ form }) => {
        const name = (form.person?.surname ?? form.key).replace(/[^a-z]/g, '');
        return name.length >= LEAST && handle.includes(name);
      });
      const [owner] = owners;
      if (owners.length !== 1 || !owner) continue;
      owner.entity.mentions.push({
        start: token.start,
        end: token.end,
        kind: 'name',
        evidence: `handle of ${owner.entity.name}`,
      });
      owner.entity.aliases.push(token.text);
    }
  }
}
