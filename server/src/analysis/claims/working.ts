import { assertionOf } from './assertion.ts';
import type { Claim, StanceValue } from './claim.ts';
import type { NounGroup } from './clauses/groups.ts';
import type { Clause, ReadSentence } from './clauses/read.ts';
import { wordClasses } from './lexicon/classes.ts';
import { claim, isReporting, type Reading, textAt } from './reading.ts';

/** Things that are there to work when they are needed, under one word each. */
const DEVICES = wordClasses([
  'siren alarm',
  'bell',
  'light lamp headlight floodlight lantern lighting',
  'brake',
  'sprinkler',
  'camera cctv',
  'radio',
  'transponder',
  'beacon',
  'airbag',
  'detector',
  'lock',
  'signal',
  'radar',
  'sensor',
  'extinguisher',
  'hydrant',
  'elevator lift',
  'horn whistle',
  'recorder',
  'parachute',
  'transmitter',
]);
const WORKS = new Set(
  'work function sound ring operate run burn shine activate trigger respond start deploy blare wail flash record transmit'.split(
    ' ',
  ),
);
const FAILS = new Set('fail malfunction break jam die stop misfire disable disconnect remove deactivate'.split(' '));
const ON = new Set('on lit working operational active functional intact fine normal'.split(' '));
const OFF = new Set(
  'off dark silent dead broken faulty defective inactive inoperative unlit out disabled dumb mute'.split(' '),
);
const HAVING = new Set(['have', 'carry', 'show', 'use', 'wear', 'display']);
const NO = new Set(['no', 'neither', 'nor', 'without', 'nobody', 'none']);

export const WORKING_TRIGGERS = Object.keys(DEVICES);

/** Whether an alarm sounded, lights burned, brakes worked. */
export function readWorkings(reading: Reading, sentence: ReadSentence): Claim[] {
  if (sentence.isQuestion) return [];
  const found = sentence.clauses.flatMap((clause, i) =>
    isReporting(clause) || assertionOf(sentence, clause, i) !== 'asserted' ? [] : ofClause(reading, sentence, clause),
  );
  return found.length > 0 ? found : absent(reading, sentence);
}

function ofClause(reading: Reading, sentence: ReadSentence, clause: Clause): Claim[] {
  const { verb, subject, object } = clause;
  if (verb.modality !== 'fact') return [];
  const own = deviceIn(subject) ? subject : undefined;
  const had =
    !own && !verb.passive && HAVING.has(verb.lemma) && object ? (object.members ?? [object]).find(deviceIn) : undefined;
  const heard =
    !own &&
    !had &&
    /^(?:hear|see|switch|turn|activate|trigger|sound|ring)$/.test(verb.lemma) &&
    object &&
    deviceIn(object)
      ? object
      : undefined;
  const device = own ?? had ?? heard;
  if (!device) return [];
  const works = had || heard ? true : stateOf(sentence, clause);
  if (works === undefined) return [];
  const negative = verb.negative || isNone(sentence, device) || isNone(sentence, subject) || isNone(sentence, object);
  const focus = {
    start: Math.min(device.start, verb.start),
    end: Math.max(device.end, clause.state?.end ?? 0, verb.end),
  };
  return [toClaim(reading, sentence, device, works !== negative, focus)];
}

function stateOf(sentence: ReadSentence, clause: Clause): boolean | undefined {
  const { verb } = clause;
  const next = sentence.words.slice(verb.last + 1, verb.last + 3).map((w) => w.normal);
  if (verb.copula || /^(?:stay|remain|go|switch|turn|keep)$/.test(verb.lemma)) {
    const word = next.find((w) => ON.has(w) || OFF.has(w));
    if (verb.lemma === 'go' && word === 'off') return true;
    return word === undefined ? undefined : ON.has(word);
  }
  if (verb.passive && /^(?:hear|sound|ring)$/.test(verb.lemma)) return true;
  if (WORKS.has(verb.lemma)) return true;
  return FAILS.has(verb.lemma) ? false : undefined;
}

/** "No siren", "without lights", "neither lights nor a radio": a sentence that has it only as missing. */
function absent(reading: Reading, sentence: ReadSentence): Claim[] {
  return sentence.groups.flatMap((group) =>
    deviceIn(group) && isNone(sentence, group)
      ? [toClaim(reading, sentence, group, false, { start: group.start, end: group.end })]
      : [],
  );
}

const deviceIn = (group: NounGroup | undefined) => (group && !group.name ? DEVICES[group.head] : undefined);

function isNone(sentence: ReadSentence, group: NounGroup | undefined): boolean {
  if (!group) return false;
  return [sentence.words[group.first - 1], sentence.words[group.first]].some((w) => NO.has(w?.normal ?? ''));
}

function toClaim(
  reading: Reading,
  sentence: ReadSentence,
  group: NounGroup,
  works: boolean,
  focus: { start: number; end: number },
): Claim {
  const value: StanceValue = { type: 'stance', stance: works ? 'yes' : 'no', text: textAt(reading, focus) };
  const subject = [{ word: deviceIn(group) ?? group.head, name: false }];
  return claim(reading, sentence, {
    kind: 'deed',
    as: 'polarity',
    topic: 'works',
    subject,
    value,
    focus,
    negative: !works,
  });
}
