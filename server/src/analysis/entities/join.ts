import type { Token } from '../model.ts';
import type { TaggedName } from './tagger.ts';
import { isCapitalized } from './vocabulary.ts';
import { BIT, infoOf } from './words.ts';

/**
 * Puts together the names of a sentence that the tagger takes in pieces: "Court | of the | District of Columbia",
 * "Walter "Buck" Haines", "Haines, Walter".
 */
export function joinNames(names: TaggedName[]): TaggedName[] {
  const out: TaggedName[] = [];
  for (const part of names) {
    const name = withNickname(withSurname(withHead(part)));
    // what a longer name has taken in
    while (isInside(out.at(-1), name)) out.pop();
    const before = out.at(-1);
    if (before?.sentence !== name.sentence || before.last < name.first) out.push(name);
  }
  return out;
}

function isInside(inner: TaggedName | undefined, outer: TaggedName): boolean {
  return inner?.sentence === outer.sentence && inner.first >= outer.first;
}

const PERSON = 0;

function isMostly(type: number, { probabilities }: TaggedName): boolean {
  return probabilities.every((p, other) => other === type || p < (probabilities[type] as number));
}

const BODY = BIT.ofHead | BIT.organizationHead;

/** Bodies are named after what they are "of" or "for", and by ordinary words: a court, an authority, a diocese. */
function withHead(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  const link = name.first - (tokens[name.first - 1]?.normal === 'the' ? 2 : 1);
  const head = tokens[link - 1];
  if (!head || !/^(?:of|for)$/.test(tokens[link]?.normal ?? '') || !isCapitalized(head)) return name;
  if ((infoOf(head).classes & BODY) !== BODY || isMostly(PERSON, name)) return name;
  let first = link - 1;
  while (isPartOfBody(tokens[first - 1])) first--;
  return { ...name, first, probabilities: [0.02, 0.9, 0.05, 0] };
}

const NO_PART = BIT.title | BIT.role | BIT.dayOrMonth | BIT.country | BIT.givenName;

function isPartOfBody(token: Token | undefined): boolean {
  return token !== undefined && isCapitalized(token) && token.pos !== 'DET' && (infoOf(token).classes & NO_PART) === 0;
}

const OPEN = /^["“‘'(]$/;
const CLOSE = /^["”’')]$/;

/** A nickname in quotation marks or brackets stands between a given name and a surname. */
function withNickname(name: TaggedName): TaggedName {
  const [open, nickname, close, surname] = name.sentence.tokens.slice(name.last + 1, name.last + 5);
  if (!surname || !isCapitalized(surname) || !isCapitalized(nickname as Token) || !isMostly(PERSON, name)) return name;
  if (!OPEN.test((open as Token).text) || !CLOSE.test((close as Token).text)) return name;
  return { ...name, last: name.last + 4, probabilities: [0.9, 0.05, 0, 0] };
}

const BEFORE_ENTRY = /^[:;(<>]$/;
const AFTER_ENTRY = /^[;)<[>]$/;
const NO_ENTRY = BIT.city | BIT.country | BIT.knownPlace | BIT.dayOrMonth;

/** An entry of a list of people by surname: "To: Haines, Walter; Osei, Ama". */
function withSurname(name: TaggedName): TaggedName {
  const { tokens } = name.sentence;
  const first = name.first - 2;
  const surname = tokens[first];
  if (name.first !== name.last || tokens[first + 1]?.text !== ',' || !surname || !isCapitalized(surname)) return name;
  const entry =
    (first === 0 || BEFORE_ENTRY.test(tokens[first - 1]?.text ?? '')) &&
    (name.last === tokens.length - 1 || AFTER_ENTRY.test(tokens[name.last + 1]?.text ?? ''));
  const classes = (i: number) => infoOf(tokens[i] as Token).classes;
  const named =
    (classes(name.first) & BIT.givenName) !== 0 && ((classes(first) | classes(name.first)) & NO_ENTRY) === 0;
  return entry && named ? { ...name, first, probabilities: [0.9, 0.05, 0, 0] } : name;
}
