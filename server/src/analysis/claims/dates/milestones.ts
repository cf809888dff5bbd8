import type { NounGroup } from '../clauses/groups.ts';
import type { Clause, ReadSentence } from '../clauses/read.ts';
import { actionOfNoun } from '../lexicon/actions.ts';

/** What the news dates again and again in other words each time: when something goes on sale, when a deal is done, since when there is a firm. */
export type Milestone = 'release' | 'completion' | 'founding';

const DEAL = /^(?:deal|acquisition|takeover|merger|transaction|purchase|sale|buyout|agreement|tie-up)$/;
const DONE = /^(?:close|complete|finalize|finalise|conclude|consummate|seal|wrap)$/;
const SHOP = /^(?:shel(?:f|ve|ves)|store|shop|market|street|dealer|dealership|showroom|cinema|theater|theatre|screen)$/;
const OUT = /^(?:release|launch|ship|publish|issue|debut|premiere)$/;
const FOUND = /^(?:found|establish|set|start|form|create|incorporate|launch)$/;

/** Which of these a clause tells of. */
export function milestoneOf({ words, groups }: ReadSentence, clause: Clause): Milestone | undefined {
  const { verb, subject, object } = clause;
  const next = words[verb.last + 1]?.normal ?? '';
  const deal = [subject, object].find((group) => group && isDeal(group));
  const goesThrough = verb.lemma === 'go' && next === 'through';
  if (deal && (DONE.test(verb.lemma) || goesThrough)) return 'completion';
  if (subject && isCompletion(groups, subject)) return 'completion';
  if (isFounding(clause, next)) return 'founding';
  return isRelease(words, clause, next) ? 'release' : undefined;
}

const isDeal = ({ head, name }: NounGroup) => !name && (DEAL.test(head) || actionOfNoun(head) === 'merge');

/** "completion of the deal is expected in May" */
const isCompletion = (groups: NounGroup[], { head, post }: NounGroup) =>
  /^(?:completion|closing|closure)$/.test(head) && post.some((p) => groups.includes(p.group) && isDeal(p.group));

/** "was founded in 1962", "dates back to 1962", "has existed since 1962"; of a firm that has a name, or "the company". */
function isFounding({ verb, subject, object }: Clause, next: string): boolean {
  const isFirm = (group: NounGroup | undefined) =>
    group !== undefined &&
    (group.name !== undefined ||
      /^(?:company|firm|group|club|school|bank|business|brewery|newspaper|party|university)$/.test(group.head));
  if (verb.lemma === 'date') return next === 'back' || next === 'to' || next === 'from';
  if (verb.lemma === 'exist') return isFirm(subject);
  if (!FOUND.test(verb.lemma) || (verb.lemma === 'set' && next !== 'up' && !verb.passive)) return false;
  if (verb.passive)
    return verb.lemma !== 'start' && verb.lemma !== 'launch' && verb.lemma !== 'form' && isFirm(subject);
  return /^(?:found|establish)$/.test(verb.lemma) && isFirm(object);
}

/** "goes on sale", "hits the shelves", "will be available", "ships", "comes out", "arrives in stores". */
function isRelease(words: ReadSentence['words'], { verb, subject, object, adjuncts }: Clause, next: string): boolean {
  const inShops = [object, ...adjuncts.map(({ group }) => group)].some((group) => group && SHOP.test(group.head));
  if (verb.lemma === 'go') return next === 'on' && words[verb.last + 2]?.normal === 'sale';
  if (/^(?:hit|reach|arrive|come|be|appear)$/.test(verb.lemma) && inShops) return true;
  if (verb.lemma === 'come') return next === 'out' && subject?.pronoun !== true;
  if (verb.copula) return /^(?:available|out)$/.test(next);
  if (/^(?:set|schedule|plan|slate|expect)$/.test(verb.lemma)) return /^(?:launch|release)$/.test(subject?.head ?? '');
  if (verb.lemma === 'ship') return !object;
  return OUT.test(verb.lemma) && isThing(verb.passive || !object ? subject : object);
}

const isThing = (group: NounGroup | undefined) =>
  group !== undefined &&
  !group.pronoun &&
  !/^(?:statement|report|hostage|prisoner|attack|investigation|probe|campaign|rocket|satellite)$/.test(group.head);
