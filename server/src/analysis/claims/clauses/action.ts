import { dictionary } from '../../dictionary.ts';
import { isGivenName } from '../../entities/gazetteer.ts';
import {
  actionOfIdiom,
  actionOfNoun,
  actionOfState,
  actionOfVerb,
  isPhrasal,
  isTransitiveOnly,
  takesParticle,
} from '../lexicon/actions.ts';
import { GATHERINGS } from '../lexicon/gatherings.ts';
import { isPerson, isPersonNoun, type NounGroup } from './groups.ts';
import type { Clause } from './read.ts';
import type { VerbGroup } from './verbs.ts';
import type { Word } from './words.ts';

export const REFLEXIVE = new Set(['himself', 'herself', 'itself', 'themselves']);

/** Says what a clause is about: by its verb, alone or with other words, its state or its noun. */
export function nameAction(words: Word[], groups: NounGroup[], clause: Clause): void {
  const { verb } = clause;
  const state = clause.state && actionOfState(clause.state.normal);
  if (state) {
    clause.action = state;
    clause.known = true;
    return;
  }
  if (isAtGathering(clause)) {
    clause.action = 'attend';
    clause.known = true;
  }
  if (verb.lemma === 'be' || verb.lemma === 'have') return;
  const next = verb.last + (REFLEXIVE.has(words[verb.last + 1]?.normal ?? '') ? 2 : 1);
  const [one, two] = [words[next]?.normal ?? '', words[next + 1]?.normal ?? ''];
  if (takesParticle(verb.lemma, one)) clause.end = Math.max(clause.end, words[next]?.end ?? 0);
  if (isPassed(clause)) passOn(clause);
  const guilty = findVerdict(words, clause) ?? bail(clause) ?? vote(clause);
  const shot = verb.lemma === 'fire' && isFired(words, clause) ? 'shoot' : undefined;
  const action =
    guilty ??
    shot ??
    released(clause) ??
    lifted(clause) ??
    reached(clause) ??
    idiomOf(words, clause) ??
    presence(words, clause) ??
    injury(clause) ??
    (isOfThings(clause) || isLeftSo(words, clause) || isLetIn(clause) || isOtherSense(clause)
      ? undefined
      : actionOfVerb(verb.lemma, one, isPhrasal(verb.lemma) ? `${one} ${two}` : '')) ??
    lightVerb(clause);
  if (action) {
    clause.action = action;
    clause.known = true;
  }
  // "Paris store hit by robbers"
  const isBare = verb.form === 'past' && verb.finite && !verb.passive && !verb.perfect && !clause.object;
  if (isBare && one === 'by' && action && ['strike', 'shoot', 'attack'].includes(action)) verb.passive = true;
  // "Two men hurt in crash"
  if (isBare && /^(?:shot|hurt)$/.test(words[verb.last]?.normal ?? '') && SUFFERED_AT.test(one)) verb.passive = true;
  // "Gunman shot dead by police"
  if (action === 'shoot' && verb.form === 'past' && !clause.object && one === 'dead') verb.passive = true;
  if (!verb.finite && !verb.passive && !verb.perfect && (verb.form === 'past' || verb.form === 'participle'))
    verb.passive = true;
  else if (
    verb.form === 'past' &&
    verb.finite &&
    !verb.passive &&
    !verb.perfect &&
    !clause.object &&
    isTransitiveOnly(action ?? verb.lemma) &&
    !NO_PARTICIPLE.test(words[verb.last]?.normal ?? '') &&
    !(action && isSuffered({ action, verb })) &&
    clause.idiom === undefined &&
    one !== 'that' &&
    !leadsToInfinitive(words, verb) &&
    !verb.copula
  ) {
    verb.passive = true;
    const direct = groups.find((g) => g.last === verb.first - 1);
    if (direct) clause.subject = direct;
  }
}

const BILLS = new Set('bill law measure motion budget resolution amendment act legislation reform'.split(' '));
const isPassed = ({ verb, subject }: Clause) =>
  verb.lemma === 'pass' && !verb.passive && subject !== undefined && BILLS.has(subject.head);

/** "The bill passed the Senate": the Senate passed it. */
function passOn(clause: Clause): void {
  const { object } = clause;
  clause.verb.passive = true;
  if (object) clause.adjuncts.unshift({ preposition: 'by', group: object, start: object.start, end: object.end });
  clause.object = undefined;
}

const SUFFERED_AT = /^(?:in|outside|near|inside|during|after)$/;

/** Past forms that are no participles: "she took over". */
const NO_PARTICIPLE =
  /^(?:took|gave|stole|shook|drove|rose|wrote|spoke|broke|chose|froze|wore|flew|knew|threw|grew|drew|saw|went|did|ate|fell|began|sank|swam|rang|hid|tore|swore|forgot|got)$/;

/** "refused on Monday to sign" */
function leadsToInfinitive(words: Word[], { last }: VerbGroup): boolean {
  for (let k = last + 1; k + 1 < words.length && words[k]?.tag !== 'PUNCT' && words[k]?.tag !== 'VERB'; k++)
    if (words[k]?.normal === 'to') return k === last + 1 || words[k + 1]?.tag === 'VERB';
  return false;
}

const VERDICTS = new Map([
  ['find', 'convict'],
  ['hold', 'convict'],
  ['plead', 'plead'],
]);

/** "found him not guilty of murder": the adjective says what was done. */
function findVerdict(words: Word[], { verb }: Clause): string | undefined {
  const action = VERDICTS.get(verb.lemma);
  if (!action) return undefined;
  for (let k = verb.last + 1; k < Math.min(words.length, verb.last + 8); k++) {
    const word = words[k]?.normal ?? '';
    if (/^(?:guilty|innocent)$/.test(word)) {
      if (words[k - 1]?.normal === 'not' || word === 'innocent') verb.negative = true;
      return action;
    }
    if (/^(?:VERB|AUX|PUNCT)$/.test(words[k]?.tag ?? '')) return undefined;
  }
  return undefined;
}

const GRANTS: Record<string, boolean> = dictionary({ grant: true, give: true, get: true, deny: false, refuse: false });

/** "was granted bail", "denied him bail": whether he is released. Whom it is about becomes what is done to. */
function bail(clause: Clause): string | undefined {
  const { verb, object, adjuncts } = clause;
  const granted = GRANTS[verb.lemma];
  if (granted === undefined || object?.head !== 'bail') return undefined;
  clause.idiom = object.last;
  clause.object = undefined;
  if (verb.lemma === 'get') verb.passive = true;
  else if (!verb.passive) clause.object = adjuncts.find((a) => a.preposition === 'to')?.group;
  if (!granted) verb.negative = !verb.negative;
  return 'release_person';
}

const VOTES = /^(?:vote|ballot|referendum|challenge)$/;

/** "survived the vote": won it; "defeated the bill": rejected it. */
function vote({ verb, object, subject }: Clause): string | undefined {
  if (verb.lemma === 'survive' && object && VOTES.test(object.head)) return 'win';
  const what = verb.passive ? subject : object;
  return verb.lemma === 'defeat' && what && !what.name && BILLS.has(what.head) ? 'reject' : undefined;
}

/** "fired a shot", "the gun was fired", "fired at the crowd": nobody is dismissed. */
function isFired(words: Word[], { verb, object, subject }: Clause): boolean {
  const what = verb.passive ? subject : object;
  return what ? FIRED.test(what.head) : /^(?:at|on|into|upon)$/.test(words[verb.last + 1]?.normal ?? '');
}
const FIRED =
  /^(?:shot|bullet|gun|pistol|rifle|weapon|round|rocket|missile|gas|cannon|torpedo|flare|shell|grenade|volley)$/;

/** "took the man into custody", "turned himself in" */
function idiomOf(words: Word[], clause: Clause): string | undefined {
  const { verb, object } = clause;
  if (!isPhrasal(verb.lemma)) return undefined;
  for (const at of object ? [verb.last + 1, object.last + 1] : [verb.last + 1]) {
    const one = words[at]?.normal ?? '';
    const action = actionOfIdiom(verb.lemma, `${REFLEXIVE.has(one) ? 'self' : one} ${words[at + 1]?.normal ?? ''}`);
    if (!action) continue;
    clause.idiom = at + 1;
    clause.end = Math.max(clause.end, words[at + 1]?.end ?? 0);
    return action;
  }
  return undefined;
}

/** Those who are captured, where the lists of persons do not know them. */
const SOMEBODY =
  /(?:ist|eer|man|men|fighter|killer|robber|smuggler|pirate|brigand|rebel|militant|insurgent|thug|spy|thief|civilian|troop|bandit|fugitive)$/;

/** "documents were seized": nobody is arrested. */
function isOfThings({ verb, object, subject }: Clause): boolean {
  const group = verb.passive || !object ? subject : object;
  if (!group || !/^(?:seize|capture|detain)$/.test(verb.lemma)) return false;
  const what = group.post.find((p) => p.preposition === 'of')?.group ?? group;
  return !what.pronoun && what.head !== '#' && !isPerson(what) && !SOMEBODY.test(what.head);
}

/** "he was admitted on Friday": nothing is confessed in the passive. */
const isLetIn = ({ verb }: Clause) => verb.lemma === 'admit' && verb.passive;

/** "committed crimes" is no vow, "passed Phil Ford" no approval. */
function isOtherSense({ verb, object }: Clause): boolean {
  if (verb.lemma === 'commit') return object !== undefined && !REFLEXIVE.has(object.head);
  return verb.lemma === 'pass' && object?.name !== undefined && !verb.passive;
}

/** "Bell was at the funeral" */
const isAtGathering = ({ verb, object, state, subject, adjuncts }: Clause) =>
  verb.lemma === 'be' &&
  !object &&
  !state &&
  subject !== undefined &&
  isPerson(subject) &&
  adjuncts.some((a) => a.preposition === 'at' && GATHERINGS.has(a.group.head));

/** "came to the funeral", "turned up at the meeting", "missed the talks": was there or was not. */
function presence(words: Word[], { verb, object, adjuncts }: Clause): string | undefined {
  if (verb.passive) return undefined;
  if (verb.lemma === 'miss') return object && !object.name && GATHERINGS.has(object.head) ? 'skip' : undefined;
  const next = words[verb.last + 1]?.normal ?? '';
  const comes = /^(?:come|go)$/.test(verb.lemma) || (/^(?:turn|show)$/.test(verb.lemma) && next === 'up');
  const there =
    comes && !object && adjuncts.some((a) => /^(?:to|at)$/.test(a.preposition) && GATHERINGS.has(a.group.head));
  return there ? 'attend' : undefined;
}

const MANY = /^(?:thousand|hundred|dozen|million|score|many|some|home)s?$/;

/** "left rates unchanged", "left three people dead": nobody goes away. */
function isLeftSo(words: Word[], { verb, object }: Clause): boolean {
  const next = verb.lemma === 'leave' && object ? words[object.last + 1] : undefined;
  if (next?.normal === 'without')
    return object?.quantity !== undefined || isPersonNoun(object?.head ?? '') || MANY.test(object?.head ?? '');
  return (
    next !== undefined && (next.tag === 'ADJ' || (next.tag === 'VERB' && next.form !== 'base' && next.form !== 's'))
  );
}

const RESTRICTIONS = new Set(
  'ban sanction curfew embargo siege alert warning order restriction blockade lockdown moratorium suspension'.split(
    ' ',
  ),
);

/** "lifted the ban", "ban lifted": nothing is raised. */
function lifted(clause: Clause): string | undefined {
  const { verb, object, subject } = clause;
  if (verb.lemma !== 'lift' || !RESTRICTIONS.has((verb.passive || !object ? subject : object)?.head ?? ''))
    return undefined;
  if (!object) verb.passive = true;
  return 'end';
}

/** "a deal was reached", "deal reached" */
function reached({ verb, object, subject }: Clause): string | undefined {
  const noun = verb.lemma === 'reach' && !object ? actionOfNoun(subject?.head ?? '') : undefined;
  if (noun !== 'agree' && noun !== 'settle') return undefined;
  verb.passive = true;
  return noun;
}

/** "released the hostages", "he was released": of people it is not said as of books. */
function released({ verb, object, subject }: Clause): string | undefined {
  const whom = verb.passive ? subject : object;
  if (verb.lemma !== 'release' || !whom) return undefined;
  const { head } = whom.head === '#' ? (whom.post.find((p) => p.preposition === 'of')?.group ?? whom) : whom;
  const [given = '', surname] = whom.name?.text.toLowerCase().split(' ') ?? [];
  const isOne = whom.pronoun
    ? /^(?:he|she|they|him|her|them|who)$/.test(head)
    : isPersonNoun(head) || (surname !== undefined && isGivenName(given));
  return isOne ? 'release_person' : undefined;
}

const HARM =
  /^(?:injury|injuries|wound|wounds|burn|burns|fracture|fractures|bruise|bruises|concussion|inhalation|hypothermia|laceration|lacerations|trauma|bleeding)$/;
const BODY = new Set(
  'wrist arm leg ankle foot hand finger rib jaw nose skull neck back hip shoulder collarbone elbow knee pelvis thigh bone toe cheekbone spine vertebra'.split(
    ' ',
  ),
);
const isHarm = ({ head, modifiers }: NounGroup) =>
  HARM.test(head) || (BODY.has(head) && modifiers.some((m) => /^(?:break|broken|fractured|sprained|injured)$/.test(m)));

/** By verb, when a clause tells that somebody was hurt: "was treated for burns", "suffered a broken rib", "broke a wrist". */
const HARMING = new Map<string, (clause: Clause) => boolean>();
const harms: [verbs: string, isTold: (clause: Clause) => boolean][] = [
  ['treat hospitalize hospitalise', (clause) => clause.verb.passive && (has(clause, 'for') || has(clause, 'with'))],
  ['suffer sustain receive', ({ object }) => object !== undefined && isHarm(object)],
  ['break fracture sprain dislocate', ({ object }) => BODY.has(object?.head ?? '')],
  ['escape', (clause) => has(clause, 'with')],
];
for (const [verbs, isTold] of harms) for (const verb of verbs.split(' ')) HARMING.set(verb, isTold);

const has = ({ adjuncts }: Clause, preposition: string) =>
  adjuncts.some((adjunct) => adjunct.preposition === preposition && isHarm(adjunct.group));

const injury = (clause: Clause) => (HARMING.get(clause.verb.lemma)?.(clause) ? 'injure' : undefined);

/** Whether it is the subject to whom the action is done, though the verb is active: "suffered burns", "broke a wrist". */
export const isSuffered = ({ action, verb }: Pick<Clause, 'action' | 'verb'>) =>
  action === 'injure' && !verb.passive && HARMING.has(verb.lemma);

const LIGHT_VERBS = new Set(
  'make take give have hold reach confirm extend commit suffer cause strike do get'.split(' '),
);

/** "made an offer", "confirmed his attendance", "reached a deal": the noun says what happens. */
function lightVerb(clause: Clause): string | undefined {
  return LIGHT_VERBS.has(clause.verb.lemma) ? actionOfNoun(clause.object?.head ?? '') : undefined;
}
