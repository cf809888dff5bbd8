import type { Sentence, Token } from '../model.ts';
import { SAYING_VERBS } from './lexicon.ts';
import type { TaggedName } from './tagger.ts';
import { isCapitalized, startsClause } from './vocabulary.ts';
import { BIT, infoOf } from './words.ts';

/** Nouns after a name that show it to be a medium or a company: "his Truth Social account", "the Unite union". */
const MEDIA =
  /^(?:platform|account|app|website|site|newspaper|magazine|network|channel|broadcaster|agency|company|firm|union|party)$/;
const NO_NAME = BIT.dayOrMonth | BIT.norp | BIT.role | BIT.title | BIT.city | BIT.country | BIT.town | BIT.placeHead;

/**
 * Settings that take an organization: what somebody writes or posts "on", and what a noun such as "platform" or "newspaper"
 * follows. Names made of ordinary words show their kind nowhere else.
 */
export function addSettings(sentence: Sentence, names: TaggedName[]): TaggedName[] {
  const { tokens } = sentence;
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of names) taken.fill(1, first, last + 1);
  const out = [...names];
  for (let i = 1; i < tokens.length; i++) {
    if (taken[i] || !canBeName(tokens, i)) continue;
    let last = i;
    while (!taken[last + 1] && tokens[last + 1] && canBeName(tokens, last + 1)) last++;
    const free = !taken[i - 1] && !taken[last + 1];
    if (free && (isWrittenOn(tokens, i) || isMedium(tokens, last))) {
      out.push({ sentence, first: i, last, probabilities: [0.05, 0.7, 0.05, 0] });
    }
    i = last;
  }
  return out;
}

function canBeName(tokens: Token[], i: number): boolean {
  const token = tokens[i] as Token;
  return isCapitalized(token) && !startsClause(tokens, i) && (infoOf(token).classes & NO_NAME) === 0;
}

function isWrittenOn(tokens: Token[], first: number): boolean {
  if (tokens[first - 1]?.normal !== 'on') return false;
  return tokens
    .slice(Math.max(0, first - 4), first - 1)
    .some((t) => t.pos === 'VERB' && (SAYING_VERBS.has(t.lemma) || t.lemma === 'post'));
}

function isMedium(tokens: Token[], last: number): boolean {
  const next = tokens[last + 1];
  if (next?.pos !== 'NOUN') return false;
  return MEDIA.test(next.normal) || (next.normal === 'media' && MEDIA.test(tokens[last + 2]?.normal ?? ''));
}
