import type { Quotation, ReadText, Sentence, Span } from '../../model.ts';
import type { Assertion } from '../assertion.ts';
import { actionOfNoun, actionOfState } from '../lexicon/actions.ts';
import { classesOf } from '../lexicon/thesaurus.ts';
import { nameAction, REFLEXIVE } from './action.ts';
import { attach, LIST_LINK } from './attach.ts';
import { isPerson, type NounGroup, readGroups } from './groups.ts';
import { type Quantity, readQuantities } from './quantity.ts';
import { readTimes, type TimeExpression } from './times.ts';
import { follow, readGerund, readVerbs, type VerbGroup } from './verbs.ts';
import { OPENERS, readWords, type Word } from './words.ts';

/** A prepositional group that goes with a verb. */
export interface Adjunct extends Span {
  preposition: string;
  group: NounGroup;
}

/** One verb with what goes with it. */
export interface Clause extends Span {
  verb: VerbGroup;
  /** The class of what happens (see the action lexicon), or the verb's lemma where it is in none. */
  action: string;
  known: boolean;
  /** The index of the last word where the verb is one with others, which only together say the action: "took him into custody". */
  idiom?: number;
  subject?: NounGroup;
  object?: NounGroup;
  /** A predicative adjective or participle: "dead", "present". */
  state?: Word;
  adjuncts: Adjunct[];
  times: TimeExpression[];
  /** The word that opens it: "if", "because", "who", "after". */
  opener?: string;
  /** What the verb was said to depend on. */
  condition?: Span;
  /** Who did not do it, as the source says: "not the coach", "it was not Aldo who". */
  undoer?: NounGroup;
  /** Joined to the verb before by "and". */
  coordinated?: boolean;
  /** "while", "after", "as" clauses and participles hang on another clause. */
  subordinate: boolean;
  /** How the source stands to it, once that was asked (see assertion.ts). */
  assertion?: Assertion;
}

/** A sentence with everything that the kinds of claim read from it. */
export interface ReadSentence extends Span {
  /** Its place among the sentences that were read. */
  index: number;
  sentence: Sentence;
  words: Word[];
  groups: NounGroup[];
  quantities: Quantity[];
  times: TimeExpression[];
  clauses: Clause[];
  quotations: Quotation[];
  speaker?: string;
  text: string;
  isQuestion: boolean;
}

/** Reads one sentence: words, times, quantities, noun groups, verb groups, then clauses. */
export function readClauses(
  read: ReadText,
  sentence: Sentence,
  quotations: Quotation[],
  inName: (span: Span) => boolean,
  index: number,
): ReadSentence {
  const words = readWords(sentence, inName);
  const taken = new Uint8Array(words.length);
  const times = readTimes(words, taken);
  const quantities = readQuantities(words, taken);
  const groups = readGroups(words, quantities, times, taken);
  const inGroup = new Uint8Array(words.length);
  for (const group of groups) for (let k = group.first; k <= group.last; k++) inGroup[k] = 1;
  attach(words, groups);
  const clauses = buildClauses(words, groups, times, readVerbs(words, inGroup));
  const { start, end } = sentence;
  const text = read.text.slice(start, end);
  return {
    index,
    start,
    end,
    sentence,
    words,
    groups,
    quantities,
    times,
    clauses,
    quotations,
    speaker: undefined,
    text,
    isQuestion: text.endsWith('?'),
  };
}

/** "Killed in the crash were Mark Dell and his sister": to whom it was done stands last. */
function turnRound([first, second]: Clause[]): void {
  if (first?.verb.first !== 0 || first.subject || first.verb.form === 'ing' || first.verb.form === 'base') return;
  if (!second?.verb.copula || !second.object || second.subject?.last !== second.verb.first - 1) return;
  first.subject = second.object;
  first.verb.passive = true;
}

/** "Neither of the pilots survived": of both it is denied. */
function negateNeither(clause: Clause): void {
  clause.subject = clause.subject?.post.find((p) => p.preposition === 'of')?.group ?? clause.subject;
  clause.verb.negative = !clause.verb.negative;
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'where']);

/** Openers that are no prepositions too. */
const CLAUSE_OPENERS = new Set([...OPENERS].filter((w) => !['after', 'before', 'as', 'since', 'until'].includes(w)));

function buildClauses(words: Word[], groups: NounGroup[], times: TimeExpression[], verbs: VerbGroup[]): Clause[] {
  const clauses: Clause[] = [];
  let resumed: NounGroup | undefined;
  verbs.forEach((verb, i) => {
    const clause = emptyClause(verb, openerOf(words, verb));
    if (resumed) clause.subject = resumed;
    else findSubject(words, groups, clauses, clause, verbs[i - 1], times);
    const leading = clauses.at(-1);
    clauses.push(clause);
    resumed = resumedAfter(words, groups, clauses, verbs[i + 1]);
    readRight(words, groups, clause, verbs[i + 1]?.first ?? words.length, resumed !== undefined);
    if (clause.subject?.head === 'neither') negateNeither(clause);
    nameAction(words, groups, clause);
    if (leading && isInverted(words, leading, clause)) {
      invert(words, leading.verb, verb);
      clauses.splice(-2, 1);
    } else if (leading && isLedBy(words, groups, leading, clause)) {
      // "went on to sign"
      const goesOn = leading.verb.lemma === 'go' && /^(?:on|ahead)$/.test(words[leading.verb.last + 1]?.normal ?? '');
      if (goesOn) verb.via = 'go on';
      else follow(leading.verb, verb, leading.state?.normal);
    } else if (!readNounLead(words, groups, leading, clause)) readGerund(words, verb);
    if (leading) readPrevented(words, leading, clause);
  });
  turnRound(clauses);
  for (let i = 0; i < clauses.length; i++) {
    findUndoer(words, groups, clauses, i);
    // "Far from apologizing, Tubbs repeated it", "having signed it, she left"
    const [clause, next] = [clauses[i] as Clause, clauses[i + 1]];
    if (clause.verb.via && !clause.verb.finite && !clause.subject) clause.subject = next?.subject;
    // "three of them died after eating cheese"
    if (words[clause.verb.first - 1]?.normal === 'after' && clause.subject?.quantity) clause.verb.via = undefined;
  }
  clauses.push(...verbless(words, groups, clauses));
  for (const clause of clauses) clause.start = Math.min(clause.subject?.start ?? clause.verb.start, clause.verb.start);
  if (times.length > 0) {
    for (let i = 0; i < clauses.length; i++) giveTimes(clauses, clauses[i] as Clause, i, times, words);
    shareTimes(clauses);
  }
  const [supposed] = clauses;
  // "had the alarm worked, nobody would have died"
  if (supposed?.verb.first === 0 && words[0]?.normal === 'had' && !supposed.subject && clauses.length > 2)
    for (const clause of clauses.slice(0, 2)) clause.opener = 'if';
  for (const [i, clause] of clauses.entries()) {
    if (clause.opener !== 'if' && clause.opener !== 'unless' && clause.opener !== 'whether') continue;
    const governed = clauses[i - 1] ?? clauses[i + 1];
    if (governed) governed.condition = { start: clause.start, end: endOfPhrase(words, clause) };
  }
  return clauses;
}

/**
 * "The man who robbed the bank was arrested", "the car that they sold is lost": with nothing between them that parts clauses, the finite verb
 * after a relative clause is that of the noun which this describes. Of relative clauses one in the other it is the outermost.
 */
function resumedAfter(
  words: Word[],
  groups: NounGroup[],
  clauses: Clause[],
  next: VerbGroup | undefined,
): NounGroup | undefined {
  let found: NounGroup | undefined;
  if (!next?.finite || isNominative(words[skipAdverbs(words, next.first - 1)])) return found;
  for (let k = clauses.length - 1, to = next.first; k >= 0; k--) {
    const clause = clauses[k] as Clause;
    const { verb } = clause;
    if (!isUnbroken(words, groups, verb.last + 1, to)) break;
    const antecedent = antecedentOf(words, groups, clause);
    // "who shot and killed two of them"
    if (!antecedent && clause.coordinated) {
      to = skipAdverbs(words, verb.first - 1);
      continue;
    }
    // "who said the bank was robbed"
    if (!antecedent && TAKES_CLAUSE.has(clauses[k - 1]?.verb.lemma ?? '')) continue;
    const direct = groupEnding(groups, skipAdverbs(words, to - 1));
    const isComplement = direct && direct.first > verb.last && TAKES_CLAUSE.has(verb.lemma);
    if (!antecedent || isComplement || (direct && isNominative(words[direct.first]))) break;
    found = antecedent.group;
    to = antecedent.at;
  }
  return found;
}

/** The noun that a relative clause describes, and the word at which the clause begins. */
function antecedentOf(
  words: Word[],
  groups: NounGroup[],
  clause: Clause,
): { group: NounGroup; at: number } | undefined {
  const { verb, subject } = clause;
  // "plans to close the plant were dropped", "the man driving the car was hurt"
  if (!verb.finite) {
    const group =
      verb.infinitive || verb.form === 'ing' || verb.passive
        ? groupEnding(groups, skipAdverbs(words, verb.first - 1))
        : undefined;
    return group && !group.pronoun ? { group: chainStart(groups, group) as NounGroup, at: verb.first } : undefined;
  }
  const before = skipAdverbs(words, verb.first - 1);
  const starts = subject?.first ?? verb.first;
  const whose = words[starts]?.normal === 'whose' ? starts : starts - 1;
  const own = RELATIVE.has(words[before]?.normal ?? '') ? before : whose;
  const isMarked = own === starts || RELATIVE.has(words[own]?.normal ?? '');
  // "the woman he attacked"
  if (!isMarked && !(subject && isNominative(words[subject.first]))) return undefined;
  const group = describedBy(words[own]?.normal ?? '', groups, groupEnding(groups, isMarked ? own - 1 : own));
  return group && !group.pronoun ? { group, at: isMarked ? own : own + 1 } : undefined;
}

/** The noun before a relative pronoun, or what that hangs on; "who" is the nearest person ("pulled a gun on two guards who …"). */
function describedBy(
  pronoun: string,
  groups: NounGroup[],
  nearest: NounGroup | undefined,
  verb?: VerbGroup,
): NounGroup | undefined {
  const start = chainStart(groups, nearest);
  // "survivors of an earthquake that killed ten", "serving three life sentences who escaped"
  if (pronoun !== 'who' && verb && HARMS.has(verb.lemma)) return hostWhere(groups, nearest, isHappening) ?? start;
  const isThing = nearest !== undefined && !isPerson(nearest) && nearest.head !== '#' && !nearest.pronoun;
  if (pronoun === 'who' && isThing && start && !isPerson(start) && start.head !== '#')
    return groups.findLast((g) => g.last <= nearest.last && g.name === undefined && isPerson(g)) ?? start;
  const host = nearest && hostOf(groups, nearest);
  if (!nearest || !start || !host) return start;
  // "the captain of the ferry that sank"
  if (pronoun === 'that' || pronoun === 'which') return isPerson(start) && !isPerson(nearest) ? nearest : start;
  if (pronoun !== 'who' || !isPerson(nearest)) return start;
  return isPerson(start) ? start : nearest;
}

const HARMS = new Set('kill injure destroy damage devastate flatten wound hurt displace'.split(' '));
const isHappening = ({ head }: NounGroup) => actionOfNoun(head) !== undefined;

/** Of a group and those that it hangs on, the nearest of some kind. */
function hostWhere(
  groups: NounGroup[],
  group: NounGroup | undefined,
  is: (group: NounGroup) => boolean,
): NounGroup | undefined {
  let current = group;
  for (let steps = 0; current && steps < 4; steps++) {
    if (is(current)) return current;
    current = hostOf(groups, current);
  }
  return undefined;
}

const isNominative = (word: Word | undefined) => /^(?:he|she|they|we|i)$/.test(word?.normal ?? '');

function skipAdverbs(words: Word[], from: number): number {
  let at = from;
  while (words[at]?.tag === 'ADV') at--;
  return at;
}

/** Nothing stands there that parts clauses; an "and" within a list does not. */
function isUnbroken(words: Word[], groups: NounGroup[], from: number, to: number): boolean {
  const isInList = (k: number) =>
    groups.some(({ first, members }) => members && first < k && (members.at(-1) as NounGroup).last > k);
  for (let k = from; k < to; k++) {
    const { tag, normal } = words[k] as Word;
    if (tag === 'PUNCT' || tag === 'SCONJ' || OPENERS.has(normal) || (tag === 'CCONJ' && !isInList(k))) return false;
  }
  return true;
}

/** What stands after these and before another verb is that verb's subject: "who said the bank was robbed". */
const TAKES_CLAUSE = new Set(
  `say tell think believe claim know hope fear feel hear see find show mean warn insist add report announce admit confirm allege argue suggest suspect assume
  realize realise learn discover decide agree promise swear estimate expect predict understand notice remember forget wish guess conclude note explain reveal
  declare maintain acknowledge concede reckon imagine pretend worry ensure prove`.split(/\s+/),
);

/** "refused on Monday to sign", but not "asked the bank to pay" */
const isLedBy = (words: Word[], groups: NounGroup[], leading: Clause, { verb, subject }: Clause) =>
  verb.infinitive &&
  subject !== undefined &&
  leading.subject === subject &&
  leading.verb.finite &&
  (leading.verb.lemma === 'vote' || leading.object === undefined) &&
  leading.verb.copula === (leading.state !== undefined) &&
  isUnbroken(words, groups, leading.verb.last + 1, verb.first);

/** "Nor did she sign it": an auxiliary before the subject. */
const isInverted = (words: Word[], { verb: leading }: Clause, { verb, subject }: Clause) =>
  leading.first === leading.last &&
  words[leading.first]?.tag === 'AUX' &&
  subject?.first === leading.last + 1 &&
  subject.last + 1 === verb.first &&
  verb.first === verb.last &&
  (verb.form === 'base' || verb.form === 'participle' || verb.form === 'past') &&
  negatesBefore(words, leading.first);

/** "nor did", "at no time did", "not once did" */
function negatesBefore(words: Word[], at: number): boolean {
  const [second, first] = [words[at - 2]?.normal ?? '', words[at - 1]?.normal ?? ''];
  return (
    /^(?:nor|neither|never)$/.test(first) ||
    /^(?:no (?:time|point|way|circumstances)|not once)$/.test(`${second} ${first}`)
  );
}

function invert(words: Word[], leading: VerbGroup, verb: VerbGroup): void {
  const { normal } = words[leading.first] as Word;
  verb.finite = true;
  verb.negative = !verb.negative;
  verb.modality = leading.modality;
  verb.perfect = /^(?:has|have|had)$/.test(normal);
  verb.past ||= /^(?:did|had)$/.test(normal);
}

const REFUSALS = new Set(['refusal', 'failure', 'inability', 'unwillingness']);
const PLANS = new Set(['plan', 'intention', 'intent', 'desire', 'wish']);
const CHANCES = new Set(['chance', 'opportunity', 'time']);
const DROPPING = new Set(['drop', 'abandon', 'scrap', 'shelve', 'cancel', 'ditch', 'withdraw']);

/** "her refusal to sign", "has no plans to sign", "dropped plans to sign": the noun before an infinitive says how real it is. */
function readNounLead(words: Word[], groups: NounGroup[], leading: Clause | undefined, clause: Clause): boolean {
  const { verb } = clause;
  const noun = verb.infinitive ? groupEnding(groups, verb.first - 1) : undefined;
  if (!noun) return false;
  const refuses = REFUSALS.has(noun.head);
  const none = noun.determiner === 'no' || words[noun.first - 1]?.normal === 'no';
  const [isPlan, isChance] = [PLANS.has(noun.head), CHANCES.has(noun.head)];
  const isUnplanned =
    isPlan && (none || (leading !== undefined && DROPPING.has(leading.verb.lemma) && !leading.verb.negative));
  if (!refuses && !isUnplanned && !(isChance && none)) return false;
  verb.negative = !verb.negative;
  verb.via = noun.head;
  if (isUnplanned) verb.modality = 'planned';
  const owner = refuses ? noun.possessor : leading?.subject;
  if (owner) clause.subject = owner;
  return true;
}

const PREVENTING = new Set(['prevent', 'stop', 'keep', 'bar', 'ban', 'block', 'deter', 'discourage']);

/** "Guards prevented her from signing": it is she who did not. */
function readPrevented(words: Word[], { verb: leading, subject, object }: Clause, clause: Clause): void {
  const { verb } = clause;
  if (verb.finite || verb.form !== 'ing' || words[verb.first - 1]?.normal !== 'from') return;
  if (!PREVENTING.has(leading.lemma) || leading.negative || leading.modality !== 'fact') return;
  verb.negative = !verb.negative;
  verb.via = 'prevent';
  clause.subject = leading.passive ? subject : object;
}

/** "It was not Aldo who opened it, but Chiara", "Vardy, not the coach, blamed him": who is said not to have done it. */
function findUndoer(words: Word[], groups: NounGroup[], clauses: Clause[], i: number): void {
  const clause = clauses[i] as Clause;
  const { verb, subject } = clause;
  if (!subject) return;
  const cleft = clauses[i - 1];
  if (
    cleft?.verb.copula &&
    cleft.verb.negative &&
    cleft.object === subject &&
    cleft.subject?.head === 'it' &&
    /^(?:who|that|which)$/.test(words[verb.first - 1]?.normal ?? '')
  ) {
    const doer = groups.find((g) => g.first > verb.last && words[g.first - 1]?.normal === 'but');
    clause.undoer = subject;
    clause.subject = doer;
    return;
  }
  const at = words[subject.last + 1]?.normal === ',' ? subject.last + 2 : -1;
  if (words[at]?.normal !== 'not') return;
  const undoer = groups.find((g) => g.first === at + 1);
  if (undoer && words[undoer.last + 1]?.normal === ',' && undoer.last + 2 === verb.first) clause.undoer = undoer;
}

/** A condition goes on to the next mark: "if Putin stayed away", "if he was there too". */
function endOfPhrase(words: Word[], { verb, end }: Clause): number {
  const mark = words.findIndex((w, i) => i > verb.last && w.tag === 'PUNCT');
  return Math.max(end, words[mark < 0 ? words.length - 1 : mark - 1]?.end ?? end);
}

function emptyClause(verb: VerbGroup, opener: string | undefined): Clause {
  return {
    start: verb.start,
    end: verb.end,
    verb,
    action: verb.lemma,
    known: false,
    idiom: undefined,
    subject: undefined,
    object: undefined,
    state: undefined,
    adjuncts: [],
    times: [],
    opener,
    condition: undefined,
    undoer: undefined,
    coordinated: undefined,
    subordinate: !verb.finite,
    assertion: undefined,
  };
}

function openerOf(words: Word[], verb: VerbGroup): string | undefined {
  const before = words[verb.first - 1]?.normal ?? '';
  return OPENERS.has(before) ? before : undefined;
}

/** The group that ends at a word; groups stand in order. */
function groupEnding(groups: NounGroup[], last: number): NounGroup | undefined {
  for (const group of groups) if (group.last >= last) return group.last === last ? group : undefined;
  return undefined;
}

/** Verbs whose object does what the infinitive after it says; after others ("used a crane to lift it") their subject does. */
const OBJECT_CONTROL = new Set(
  `advise allow appoint ask assign authorize beg cause challenge choose command compel convince direct elect empower enable encourage expect forbid force get
  help hire instruct invite lead leave lobby motivate need oblige order pay permit persuade press prompt push remind request require send teach tell tempt
  train trust urge want warn wish`.split(/\s+/),
);

function findSubject(
  words: Word[],
  groups: NounGroup[],
  before: Clause[],
  clause: Clause,
  previous: VerbGroup | undefined,
  times: TimeExpression[],
): void {
  const { verb } = clause;
  const at = skipBack(words, verb.first - 1, times);
  const mark = words[at]?.normal ?? '';
  if (mark === 'and') clause.coordinated = true;
  const limit = previous?.last ?? -1;
  if (RELATIVE.has(mark)) {
    const skip = words[at - 1]?.normal === ',' ? at - 2 : at - 1;
    const antecedent = describedBy(mark, groups, groupEnding(groups, skip), verb);
    if (antecedent && mark !== 'where' && mark !== 'whom') clause.subject = antecedent;
    clause.subordinate = true;
    return;
  }
  const direct = groupEnding(groups, at);
  const reduced = verb.finite
    ? (reducedBefore(words, groups, before, direct, at) ?? insertedBefore(words, groups, before, at))
    : undefined;
  if (reduced) {
    clause.subject = reduced;
    return;
  }
  if (direct && direct.first > limit) {
    const start = chainStart(groups, direct) as NounGroup;
    const subject = verb.finite ? fromPreposition(words, groups, start, limit) : start;
    const leads = before.at(-1);
    // "It took firefighters six hours to put out the fire."
    if (verb.infinitive && leads?.verb.lemma === 'take' && leads.subject?.head === 'it' && leads.object) {
      clause.subject = leads.object;
      return;
    }
    if (verb.infinitive && leads?.subject && isOfPurpose(leads, subject)) {
      clause.subject = leads.subject;
      return;
    }
    const opener = words[subject.first - 1]?.normal ?? '';
    if (OPENERS.has(opener)) {
      clause.opener = opener;
      clause.subordinate = true;
    }
    if (leads && isOutcome(words, groups, leads, clause, direct)) clause.subject = leads.subject;
    else
      clause.subject = verb.form === 'ing' && !verb.finite ? direct : listedSubject(words, groups, subject, previous);
    return;
  }
  if (direct && !verb.finite) {
    clause.subject = direct;
    return;
  }
  if (mark === 'and' || mark === 'but' || mark === 'or' || mark === ',' || !verb.finite) {
    const explaining = mark === ',' ? groupEnding(groups, at - 1) : undefined;
    const explained = explaining && groups.find((g) => g.apposition === explaining);
    const main = mark === ',' && verb.finite ? (explained ?? mainSubject(words, groups, before, verb)) : undefined;
    const inherited =
      main ??
      before.findLast(
        (c, k) =>
          c.subject &&
          (mark !== 'and' || !verb.finite || !isInner(words, before, k) || isInner(words, before, before.length - 1)) &&
          (verb.finite ? c.verb.finite && !RELATIVE.has(c.opener ?? '') : true),
      )?.subject;
    if (inherited) clause.subject = inherited;
    else if (mark === ',' || verb.finite) {
      const isOpen = (g: NounGroup) => g.last < verb.first && !RELATIVE.has(words[g.first]?.normal ?? '');
      const open = groups.find((g) => isOpen(g) && !before.some((c) => c.subject === g)) ?? before.at(-1)?.subject;
      if (open) clause.subject = open;
    }
  }
}

const OUTCOMES = new Set(
  'kill injure wound destroy damage leave force trap capture arrest seize send cause'.split(' '),
);

/** "exploded at a bank in Woodburn late on Friday killing two": what comes of it, told after where it was. */
function isOutcome(words: Word[], groups: NounGroup[], leads: Clause, { verb }: Clause, near: NounGroup): boolean {
  if (verb.form !== 'ing' || verb.finite || !OUTCOMES.has(verb.lemma) || !leads.subject || !leads.verb.finite)
    return false;
  const start = chainStart(groups, near);
  return start !== undefined && leads.object !== start && isAfterPreposition(words, start);
}

/** Verbs that ask somebody whom a preposition names to do something: "called on the government to act". */
const ASKING = new Set(
  'appeal beckon call count go gesture look plead rely shout signal turn wait yell vote'.split(' '),
);

/** "used a crane to lift it", "took to the streets to protest": the infinitive tells to what end its subject did so. */
function isOfPurpose({ verb, object, adjuncts }: Clause, near: NounGroup): boolean {
  if (object === near) return !OBJECT_CONTROL.has(verb.lemma);
  const adjunct = adjuncts.find(({ group }) => group === near);
  return adjunct !== undefined && adjunct.preposition !== 'for' && !ASKING.has(verb.lemma);
}

/**
 * "A man arrested in Leeds was charged", "an update installed overnight had …": a bare past form that nothing separates from the next
 * finite verb was a participle, and what it describes is the subject of both.
 */
function reducedBefore(
  words: Word[],
  groups: NounGroup[],
  before: Clause[],
  direct: NounGroup | undefined,
  at: number,
): NounGroup | undefined {
  const previous = before.at(-1);
  if (!previous?.subject || !isBarePast(previous)) return undefined;
  const { verb } = previous;
  if (previous.subject.pronoun || previous.subject.last !== verb.first - 1) return undefined;
  if ((direct && TAKES_CLAUSE.has(verb.lemma)) || INTRANSITIVE.has(verb.lemma)) return undefined;
  const start = direct && chainStart(groups, direct);
  if (direct ? !start || !isAfterPreposition(words, start) : at !== verb.last) return undefined;
  if (!isUnbroken(words, [], verb.last + 1, at + 1)) return undefined;
  describe(previous);
  return previous.subject;
}

/** A verb that can be a participle: one word, with no object. */
const isBarePast = ({ verb, object, opener }: Clause) =>
  verb.first === verb.last &&
  (verb.form === 'past' || verb.form === 'participle') &&
  !verb.copula &&
  object === undefined &&
  opener === undefined;

/** Makes a clause one that only describes its subject, to which something is done in it. */
function describe(clause: Clause): void {
  clause.verb.finite = false;
  clause.verb.passive = true;
  clause.subordinate = true;
}

/** "The report, published on Monday, said …": a bare past form between commas after a noun is a participle of it. */
function insertedBefore(words: Word[], groups: NounGroup[], before: Clause[], at: number): NounGroup | undefined {
  const previous = before.at(-1);
  if (!previous || words[at]?.normal !== ',' || !isBarePast(previous)) return undefined;
  const { verb } = previous;
  if (words[verb.first - 1]?.normal !== ',') return undefined;
  const described = groupEnding(groups, verb.first - 2);
  const subject = described && chainStart(groups, described);
  if (
    !subject ||
    subject.pronoun ||
    before.some((c) => c !== previous && (c.object === subject || c.subject === subject))
  )
    return undefined;
  for (let k = verb.last + 1; k < at; k++) if (words[k]?.tag === 'CCONJ') return undefined;
  describe(previous);
  previous.subject = subject;
  return subject;
}

/** Nothing is died, arrived or happened. */
const INTRANSITIVE = new Set(
  'die arrive fall rise go come happen occur escape resign vanish disappear sleep live stay remain collapse erupt crash fly survive emerge appear fail stand lie sit'.split(
    ' ',
  ),
);

/** Quantifiers that stand after the subject they belong to: "the two sides each send envoys". */
const FLOATING = new Set(['each', 'both', 'all']);

/** Over adverbs and times ("the fire on Friday was") back to the word that tells what the verb's subject is. */
function skipBack(words: Word[], from: number, times: TimeExpression[]): number {
  let at = from;
  for (let steps = 0; at >= 0 && steps < 4; steps++) {
    const time = times.length > 0 ? times.find((t) => t.last === at && !t.possessive) : undefined;
    if (time) at = time.from - 1;
    else if (words[at]?.text === ')') at = openingOf(words, at) - 1;
    else if (words[at]?.normal === 'no' && words[at + 1]?.normal === 'longer') at--;
    else if (words[at]?.tag === 'ADV' || FLOATING.has(words[at]?.normal ?? '')) at--;
    else break;
  }
  return at;
}

/** "the Food Safety Agency (BFSA) closed": what stands in brackets belongs to the noun before. */
function openingOf(words: Word[], at: number): number {
  for (let k = at - 1; k >= Math.max(0, at - LONGEST_GAP); k--) if (words[k]?.text === '(') return k;
  return at + 1;
}

/** Whether a clause stands inside another one: opened by a subordinator or relative, or carried on from such a clause without a comma. */
function isInner(words: Word[], before: Clause[], k: number): boolean {
  const clause = before[k];
  if (!clause) return false;
  if (clause.opener && OPENERS.has(clause.opener) && clause.opener !== 'that') return true;
  if (clause.opener === 'that' && clause.subordinate) return true;
  const previous = before[k - 1];
  if (!previous || !isInner(words, before, k - 1)) return false;
  for (let at = previous.verb.last + 1; at < clause.verb.first; at++) if (words[at]?.normal === ',') return false;
  return true;
}

/** After a comma the main clause may go on: "Felt, who was ..., died". Its subject is the first group that has no main verb yet. */
function mainSubject(words: Word[], groups: NounGroup[], before: Clause[], verb: VerbGroup): NounGroup | undefined {
  const first = groups.find((g) => !isAfterPreposition(words, g) && g.last < verb.first);
  if (!first) return undefined;
  const busy = before.some((c, k) => c.verb.finite && c.subject === first && !isInner(words, before, k));
  return busy ? undefined : first;
}

const isAfterPreposition = (words: Word[], group: NounGroup) => words[group.first - 1]?.tag === 'ADP';

/** The first group that one hangs on, by itself or in a list, or that it explains. */
function hostOf(groups: NounGroup[], group: NounGroup): NounGroup | undefined {
  for (const host of groups) {
    if (host.apposition === group) return host;
    for (const { group: post } of host.post) if (post === group || post.members?.includes(group)) return host;
  }
  return undefined;
}

/** Walks back from "of Bonn" to "the cartel office" that it hangs on, and over an apposition to the group it explains. */
function chainStart(groups: NounGroup[], group: NounGroup | undefined): NounGroup | undefined {
  let current = group;
  for (let steps = 0; current && steps < 4; steps++) {
    const host = hostOf(groups, current);
    if (!host) return current;
    current = host;
  }
  return current;
}

/** "people across the country": what is in front of a preposition that hangs nothing on a noun elsewhere. */
function fromPreposition(words: Word[], groups: NounGroup[], group: NounGroup, limit: number): NounGroup {
  const first = listHead(groups, group);
  // "in the waters of the Gulf and a helicopter thwarted another": a new clause, no list
  if (first !== group && limit >= 0 && isAfterPreposition(words, first)) return group;
  const hangs = isAfterPreposition(words, first) && !OPENERS.has(words[first.first - 1]?.normal ?? '');
  const before = hangs && !first.pronoun ? groupEnding(groups, first.first - 2) : undefined;
  return before && before.first > limit ? (chainStart(groups, before) as NounGroup) : group;
}

/** "ill with listeriosis and three of them died", "killed two women and three men were hurt": what only looks like one list. */
function listedSubject(
  words: Word[],
  groups: NounGroup[],
  subject: NounGroup,
  previous: VerbGroup | undefined,
): NounGroup {
  const head = listHead(groups, subject);
  if (head === subject) return subject;
  const isObject = previous?.last === head.first - 1 && !TAKES_CLAUSE.has(previous.lemma) && previous.finite;
  return isObject || isAfterPreposition(words, head) ? subject : head;
}

const listHead = (groups: NounGroup[], group: NounGroup) => groups.find((g) => g.members?.includes(group)) ?? group;

/** Reads object, complement and adjuncts to the right of a verb, up to the next verb. @param isResumed the next verb has its subject before this one */
function readRight(words: Word[], groups: NounGroup[], clause: Clause, limit: number, isResumed: boolean): void {
  const { verb } = clause;
  let listed: NounGroup[] | undefined;
  let at = verb.last + 1;
  let direct = true;
  for (const group of groups) {
    if (group.first <= verb.last || listed?.includes(group)) continue;
    if (group.first >= limit) break;
    const gap = readGap(words, at, group.first, verb);
    // "a call she made"
    if (
      !gap ||
      isNominative(words[group.first]) ||
      (group.pronoun && RELATIVE.has(words[group.first]?.normal ?? '') && !gap.preposition)
    )
      break;
    if (clause.object && REFLEXIVE.has(group.head)) continue; // "flew the plane himself"
    const { preposition, length } = gap;
    const subjectOfNext = !isResumed && isSubjectOfNext(words, group, limit, SAYS.has(verb.lemma));
    if (preposition) {
      if (!subjectOfNext || group.last + 1 < limit) {
        const start = (words[group.first - 1] as Word).start;
        clause.adjuncts.push({ preposition, group, start, end: group.end });
      }
      direct = false;
    } else if (direct && !clause.object && !subjectOfNext && !gap.hasComma && !gap.hasConjunction)
      clause.object = group;
    else if (!subjectOfNext && clause.object && length === 0 && direct && GIVING.has(verb.lemma)) {
      clause.adjuncts.push({
        preposition: 'to',
        group: clause.object,
        start: clause.object.start,
        end: clause.object.end,
      });
      clause.object = group;
    } else if (gap.hasComma) direct = false;
    if (group.members) listed = group.members;
    const lastGroup = group.members?.at(-1) ?? group;
    at = lastGroup.last + 1;
    clause.end = Math.max(clause.end, lastGroup.end);
  }
  readState(words, clause);
}

/** Verbs with two objects: whom something is given to stands before what is given. */
const GIVING = new Set(
  `give offer hand send pay award tell show grant promise sell lend teach cost deny ask buy bring owe win save wish allow assign fine charge bet earn guarantee
  leave loan read serve write pass throw refuse deal make get find`.split(/\s+/),
);

interface Gap {
  length: number;
  /** The last preposition in it. */
  preposition: string | undefined;
  hasComma: boolean;
  hasConjunction: boolean;
}

const CONJUNCTIONS = new Set(['and', 'but', 'or']);
const LONGEST_GAP = 12;

/** What stands between a verb, or what follows it, and the next group; nothing where another clause begins there. */
function readGap(words: Word[], from: number, to: number, verb: VerbGroup): Gap | undefined {
  const gap: Gap = { length: Math.max(0, to - from), preposition: undefined, hasComma: false, hasConjunction: false };
  if (gap.length > LONGEST_GAP) return undefined;
  for (let k = from; k < to; k++) {
    const { normal, tag } = words[k] as Word;
    if (CLAUSE_OPENERS.has(normal) || /^[;:–—]$/.test(normal)) return undefined;
    if (tag === 'ADP' || tag === 'SCONJ') gap.preposition = normal;
    if (normal === ',') {
      gap.hasComma = true;
      // "on Saturday, his coach said"
      gap.preposition = undefined;
    } else if (CONJUNCTIONS.has(normal)) gap.hasConjunction = true;
  }
  if (gap.preposition && isParticle(words, from, to, verb)) gap.preposition = undefined;
  return gap;
}

const PARTICLES = new Set(['up', 'down', 'off', 'out', 'away', 'back']);

/** "set up a patrol", "called off the search": the word belongs to the verb, and what follows is its object. */
function isParticle(words: Word[], from: number, to: number, verb: VerbGroup): boolean {
  if (to - from > 2 || (to - from === 2 && words[from + 1]?.tag === 'ADP')) return false;
  const particle = words[from]?.normal ?? '';
  return PARTICLES.has(particle) && classesOf(`${verb.lemma}_${particle}`).length > 0;
}

/** After these the next verb is what is said: "they say Bell hid the defect". */
const SAYS = new Set('say think believe claim know hope fear add insist announce admit allege suggest'.split(' '));

/** A group right before the next finite verb with no comma or preposition of its own is that verb's subject. */
function isSubjectOfNext(words: Word[], group: NounGroup, limit: number, isSaid: boolean): boolean {
  let at = group.last + 1;
  while (words[at]?.tag === 'ADV') at++;
  if (at !== limit) return false;
  const next = words[limit];
  return (
    next !== undefined &&
    (next.tag === 'AUX' ||
      (next.tag === 'VERB' && next.form !== 'ing' && next.form !== 'participle' && (isSaid || next.form !== 'past'))) &&
    next.normal !== 'to'
  );
}

/** "unsigned" */
const UNDONE = /^un\p{L}{3,}(?:ed|en)$/u;

/** "is dead", "be present", "was reportedly missing". */
function readState(words: Word[], clause: Clause): void {
  if (!clause.verb.copula && clause.verb.lemma !== 'remain' && clause.verb.lemma !== 'stay') return;
  for (let k = clause.verb.last + 1; k < Math.min(words.length, clause.verb.last + 4); k++) {
    const word = words[k] as Word;
    if (word.normal === 'not' || word.normal === 'no') clause.verb.negative = true;
    else if (word.tag === 'ADJ' || actionOfState(word.normal) || UNDONE.test(word.normal)) {
      clause.state = word;
      clause.end = Math.max(clause.end, word.end);
      return;
    } else if (word.tag !== 'ADV') return;
  }
}

/** "Ten dead in quake", "3 injured": a headline's noun group with a state and no verb. */
function verbless(words: Word[], groups: NounGroup[], clauses: Clause[]): Clause[] {
  const found: Clause[] = [];
  for (const group of groups) {
    const state = words[group.last + 1];
    if (!state || !group.quantity || clauses.some((c) => c.verb.first <= group.last + 1 && c.end > group.start))
      continue;
    const action = actionOfState(state.normal);
    if (!action) continue;
    const clause = emptyClause(clauseVerb(state, group.last + 1), undefined);
    found.push({ ...clause, start: group.start, action, known: true, subject: group, state });
  }
  return found;
}

function clauseVerb(word: Word, at: number): VerbGroup {
  return {
    start: word.start,
    end: word.end,
    first: at,
    last: at,
    lemma: 'be',
    form: 'base',
    negative: false,
    modality: 'fact',
    passive: false,
    finite: true,
    perfect: false,
    past: false,
    copula: true,
    adverbs: [],
    via: undefined,
    infinitive: false,
  };
}

/** A time goes with the verb that it follows most closely, or with the first one when it opens the sentence. */
function giveTimes(clauses: Clause[], clause: Clause, i: number, times: TimeExpression[], words: Word[]): void {
  const next = clauses.find((c, k) => k > i && c.verb.first > clause.verb.last);
  for (const time of times) {
    if (time.possessive) continue;
    const after = time.first > clause.verb.last && (!next || time.last < next.verb.first);
    const opening =
      time.last < clause.verb.first &&
      !clauses.some((c) => c !== clause && c.verb.first > time.last && c.verb.first < clause.verb.first) &&
      (time.first <= 1 || !clauses.some((c) => c.verb.last < time.first));
    if (after && next && isBeforeSubject(words, time, next)) {
      next.times.push(time);
    } else if ((after || opening) && !clause.times.includes(time)) clause.times.push(time);
  }
}

/** "met on Sunday and approved the sale": what is joined to a dated verb by "and" has its date, unless it has its own. */
function shareTimes(clauses: Clause[]): void {
  clauses.forEach((clause, i) => {
    const before = clauses[i - 1];
    if (!before || clause.times.length > 0 || before.times.length === 0 || !clause.coordinated) return;
    if (clause.subject === before.subject && clause.verb.finite) clause.times.push(...before.times);
  });
}

/** "... and on Saturday Buckley fell": the time stands right before the next clause's subject, after a boundary. */
function isBeforeSubject(words: Word[], time: TimeExpression, next: Clause): boolean {
  const subject = next.subject;
  if (!subject || subject.first <= time.last || subject.first > time.last + 2) return false;
  const opening = words[time.from - 1]?.normal ?? '';
  return LIST_LINK.has(opening) || opening === ';' || OPENERS.has(opening);
}
