import type { Claim, Relation, Term, WordsValue } from './claim.ts';
import { COMPATIBLE, SAME } from './claim.ts';
import { isPerson, type NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import type { VerbGroup } from './clauses/verbs.ts';
import { claim, personOf, type Reading, subjectsOf, textAt } from './reading.ts';

const FROM = new Set(['of', 'from']);
/** Words that name no cause of their own. */
const EMPTY = new Set('cause reason complication effect result age part home illness natural long short'.split(' '));
const NOT_CAUSES = new Set('year month day home hospital person man woman age'.split(' '));

/** What people die after: "a long battle with cancer". */
const STRUGGLES = new Set(['battle', 'fight', 'struggle', 'bout']);

/** What people die in or after. */
const HARMS = new Set(
  'fall stroke accident crash collision explosion fire blaze shooting overdose operation surgery infection avalanche landslide earthquake flood attack seizure drowning'.split(
    ' ',
  ),
);
/** One accident under many names. */
const CRASHES = new Set(['accident', 'collision', 'wreck', 'smash', 'hit-and-run', 'pile-up']);
/** Ways to die of which there is one for each death. */
const WAYS = new Set('drown strangle stab poison electrocute suffocate asphyxiate behead starve'.split(' '));

export const CAUSE_TRIGGERS = ['succumb', 'cause', '@die', '@kill', ...WAYS, ...STRUGGLES];

/** What somebody died of. */
export function readCauses(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.clauses.flatMap((clause, i) => {
    const way = wayOfDeath(clause);
    const found =
      way ??
      ofDeath(sentence, clause, i) ??
      ofKilling(clause) ??
      killed(clause) ??
      lostBattle(clause) ??
      givenAs(sentence, clause);
    if (!found || ('group' in found && !isCause(found.group))) return [];
    const subject = subjectsOf(reading, found.who, sentence).find((t) => t.name) ?? personOf(reading);
    if (!subject) return [];
    if (!('group' in found)) return [ofWay(reading, sentence, found, subject)];
    const last = deepest(found.group);
    const value: WordsValue = {
      type: 'words',
      words: causeWords(found.group),
      names: [],
      text: textAt(reading, { start: found.group.start, end: last.end }),
    };
    const focus = { start: Math.min(clause.verb.start, found.group.start), end: Math.max(clause.verb.end, last.end) };
    return [
      claim(reading, sentence, { kind: 'cause', as: 'cause', topic: 'cause:die', subject: [subject], value, focus }),
    ];
  });
}

/** "drowned", "was strangled" */
interface WayOfDeath {
  way: VerbGroup;
  who: NounGroup | undefined;
}

function wayOfDeath({ verb, subject, object }: Clause): WayOfDeath | undefined {
  if (!WAYS.has(verb.lemma) || verb.negative || verb.modality !== 'fact') return undefined;
  if ((object && !verb.passive) || !subject) return undefined;
  return { way: verb, who: subject };
}

function ofWay(reading: Reading, sentence: ReadSentence, { way }: WayOfDeath, subject: Term): Claim {
  const focus = { start: way.start, end: way.end };
  const value: WordsValue = { type: 'words', words: [way.lemma], names: [], text: textAt(reading, focus) };
  return claim(reading, sentence, { kind: 'cause', as: 'cause', topic: 'cause:die', subject: [subject], value, focus });
}

/** "was killed by a falling tree", "was killed in an avalanche" */
function ofKilling({ verb, action, subject: who, adjuncts }: Clause): Death | undefined {
  if (action !== 'kill' || !verb.passive || verb.negative || verb.modality !== 'fact') return undefined;
  const by = adjuncts.find((a) => a.preposition === 'by' && !isPerson(a.group) && !a.group.pronoun)?.group;
  const group = by ?? adjuncts.find((a) => a.preposition === 'in' && HARMS.has(a.group.head))?.group;
  return group && { group, who };
}

/** "a heart attack killed her": a person who kills is no cause. */
function killed({ verb, action, subject: group, object: who }: Clause): Death | undefined {
  if (action !== 'kill' || verb.passive || verb.negative || verb.modality !== 'fact' || !group || !who)
    return undefined;
  return group.name || group.title || isPerson(group) || DOERS.test(group.head) ? undefined : { group, who };
}

/** "lost her battle with cancer" */
function lostBattle({ verb, subject: who, object, adjuncts }: Clause): Death | undefined {
  if (verb.lemma !== 'lose' || verb.negative || !object || !STRUGGLES.has(object.head)) return undefined;
  const group = [...object.post, ...adjuncts].find(
    (p) => p.preposition === 'with' || p.preposition === 'against',
  )?.group;
  return group && { group, who };
}

/** Who kills, where the lists of persons do not know them. */
const DOERS =
  /(?:er|or|man|men|ist|brother|sister|son|daughter|husband|wife|father|mother|gang|group|troop|police|army|bomb|shot|bullet)s?$/;

/** What is said to have killed whom. */
interface Death {
  group: NounGroup;
  who: NounGroup | undefined;
}

/** "died of cancer", "succumbed to his wounds", "passed away after a battle with cancer", "died after suffering a stroke" */
function ofDeath(sentence: ReadSentence, clause: Clause, i: number): Death | undefined {
  const { verb, subject: who } = clause;
  if (
    verb.negative ||
    verb.modality !== 'fact' ||
    !(verb.lemma === 'die' || verb.lemma === 'succumb' || isDying(clause))
  )
    return undefined;
  if (!who) return undefined;
  const from = clause.adjuncts.find((a) =>
    verb.lemma === 'succumb' ? a.preposition === 'to' : FROM.has(a.preposition),
  );
  if (from) return { group: from.group, who };
  const harm = clause.adjuncts.find((a) => /^(?:in|after|following)$/.test(a.preposition) && HARMS.has(a.group.head));
  if (harm) return { group: harm.group, who };
  const struggle = clause.adjuncts.find((a) => a.preposition === 'after' && STRUGGLES.has(a.group.head))?.group;
  const against = struggle?.post.find((p) => p.preposition === 'with' || p.preposition === 'against')?.group;
  if (against) return { group: against, who };
  const suffering = sentence.clauses[i + 1];
  const suffered = suffering?.verb.lemma === 'suffer' && suffering.verb.form === 'ing' ? suffering.object : undefined;
  return suffered ? { group: suffered, who } : undefined;
}

/** "passed away", not "was killed" */
const isDying = ({ action, verb }: Clause) => action === 'die' && !verb.passive && !verb.copula;

/** "The cause of death was given as pneumonia" */
function givenAs({ groups }: ReadSentence, { verb, object, adjuncts }: Clause): Death | undefined {
  if (verb.negative || verb.modality !== 'fact') return undefined;
  const death = groups.find((g) => g.head === 'death' && g.last === verb.first - 1);
  const cause = death && groups.find((g) => g.head === 'cause' && g.last < death.first);
  if (!cause) return undefined;
  const group = verb.copula ? object : adjuncts.find((a) => a.preposition === 'as')?.group;
  return group ? { group, who: death.possessor } : undefined;
}

const isCause = (group: NounGroup) =>
  !group.name?.text.includes(' ') && !NOT_CAUSES.has(group.head) && !group.pronoun && !group.time && !group.quantity;

function deepest(group: NounGroup): NounGroup {
  const next = group.post.find((p) => p.preposition === 'of' || p.preposition === 'from')?.group;
  return next ?? group.members?.at(-1) ?? group;
}

function causeWords(group: NounGroup): string[] {
  const groups = [
    group,
    ...group.post.filter((p) => p.preposition === 'of' || p.preposition === 'from').map((p) => p.group),
    ...(group.members ?? []),
  ];
  const words = groups.flatMap((g) => [...g.modifiers, g.head]).map((w) => (CRASHES.has(w) ? 'crash' : w));
  return [...new Set(words)].filter((w) => !EMPTY.has(w));
}

/** Two causes. One that shares a word with the other is the other told more fully; one with no content of its own says nothing. */
export function compareCauses(a: WordsValue, b: WordsValue): Relation {
  if (a.words.length === 0 || b.words.length === 0)
    return { is: 'variation', strength: 0.6, reason: 'one source is less precise' };
  if (a.words.some((w) => b.words.includes(w))) return SAME;
  return a.text === b.text ? COMPATIBLE : { is: 'conflict', strength: 0.8, reason: 'the causes differ' };
}
