import { dictionary } from '../../dictionary.ts';
import type { EntityType } from '../../model.ts';
import { wordClasses } from './classes.ts';
import type { Ladder } from './ladders.ts';

/** To whom or what of a sentence a phrase goes. */
export type Who =
  /** Whose state it is: "the man is on the run". */
  | 'subject'
  /** To whom it is done: "police caught the man", "the man was caught". */
  | 'patient'
  /** Who stands right after: "the search for the man". */
  | 'after'
  /** All who deal with each other: "the club is in talks with the player". */
  | 'parties';

/** A ladder whose rungs are told in phrases, with whom they can be told of. */
export interface Matter extends Ladder {
  /** From this rung on, the rungs are ends of the matter, of which only one can come. */
  ends?: number;
  /** Of whom by name; of the first of these types that the sentence has. */
  names: EntityType[];
  /** Of whom or what without a name, by the noun. */
  nouns: Record<string, string>;
  /** What they all are, where a story mostly has one of them: a fugitive, a ship. */
  unnamed?: string;
  /** The rung that a phrase stands for when it is negated, by its own; none says nothing when negated. */
  denied: Record<number, number>;
  /** The same for what is still to come: "will sign". */
  planned: Record<number, number>;
  /** And for what will not come: "will not sign". */
  refused: Record<number, number>;
}

export interface Phrase {
  matter: Matter;
  rank: number;
  who: Who;
  /** Lemmas in a row; the first may be an action with "@" (actions.ts). */
  words: readonly string[];
}

const TURNED = { 1: 3, 3: 1 };
const PEOPLE =
  'man woman boy girl teenager teen child baby toddler student passenger driver motorist pilot captain skipper officer policeman soldier guard worker climber hiker swimmer diver sailor rider cyclist pedestrian victim keeper';
const SUSPECTS =
  'suspect man woman teenager teen boy girl gunman shooter attacker assailant robber thief burglar killer murderer offender driver student';
const FUGITIVES =
  'fugitive inmate prisoner convict escapee suspect man gunman shooter attacker assailant hijacker killer murderer offender robber thief driver teenager pirate';

const alike = (words: string) => wordClasses(words.split(' '));

type Draft = Pick<Matter, 'name' | 'question'> & Partial<Matter> & { rungs: string };

/** Each line of `rungs` is `rank who: phrases`. */
const DRAFTS: Draft[] = [
  {
    name: 'pursuit',
    question: 'Has {0} been caught?',
    names: ['person'],
    nouns: alike(FUGITIVES),
    unnamed: '@fugitive',
    denied: { 4: 1 },
    rungs: `
    1 subject: on the run, on the loose, on the lam, at large, evade capture, elude capture, evade arrest, elude police, evade police, remain free, still free, in hiding, go into hiding, give police the slip
    1 after: search for, hunt for, look for, manhunt for, in search of, on the trail of, in pursuit of
    1 patient: seek, hunt, pursue
    4 patient: @arrest, catch, pick up
    4 subject: in custody, behind bars, in a cell, @surrender`,
  },
  {
    name: 'capture',
    question: 'How was {0} caught?',
    stages: false,
    names: ['person'],
    nouns: alike(FUGITIVES),
    unnamed: '@fugitive',
    rungs: `
    1 subject: @surrender, come out with hand up, walk into a police station, walk into the police station, give up without a fight
    3 patient: overpower, track down, corner, subdue, tackle, wrestle, arrest after a chase, catch after a chase, arrest at, arrest in, catch at, catch in`,
  },
  {
    name: 'freeing',
    question: 'How was {0} freed?',
    stages: false,
    names: ['person'],
    nouns: alike('hostage captive crew sailor child worker passenger tourist'),
    unnamed: '@hostage',
    rungs: `
    1 patient: @release_person, hand over, let go, release, give up without
    3 patient: rescue, free in a raid`,
  },
  {
    name: 'fate',
    question: 'What became of {0}?',
    ends: 4,
    names: ['person'],
    nouns: alike(PEOPLE),
    rungs: `
    1 subject: unaccounted for, go missing, @miss, remain missing, not be found
    2 subject: in critical condition, in a critical condition, fight for life, critically ill, critically injured, critically hurt, in intensive care, in a coma, on life support, gravely ill, between life and death, in grave condition, near death
    3 subject: in stable condition, in a stable condition, out of danger, recover in, recover from, in good condition, in fair condition, in serious condition, in hospital, in the hospital, in a hospital
    3 patient: treat for, treat in, treat at, hospitalize
    4 subject: survive, alive, safe and sound, safe and well, in good health, home safe, out of hospital, leave hospital, leave the hospital
    4 patient: find alive, find safe, find unharmed, find unhurt, rescue alive, pull alive, discharge from, release from hospital, release from the hospital
    5 subject: dead, @die, among the dead, lose life
    5 patient: kill, find dead, pronounce dead, declare dead, confirm dead`,
  },
  {
    name: 'harm',
    question: 'Was {0} hurt?',
    stages: false,
    names: ['person'],
    nouns: alike(PEOPLE),
    rungs: `
    1 subject: unhurt, unharmed, uninjured, unscathed, escape injury, escape unhurt, escape unharmed, escape uninjured, without a scratch, without injury
    3 subject: in hospital, in the hospital, in critical condition, in intensive care, break leg, break arm, break jaw, break rib, break nose, suffer injury, suffer burn
    3 patient: injure, wound, hurt, hospitalize, treat for`,
  },
  {
    name: 'armed',
    question: 'Was {0} armed?',
    stages: false,
    names: ['person'],
    nouns: alike(SUSPECTS),
    unnamed: '@suspect',
    denied: TURNED,
    rungs: `
    1 subject: unarmed, without a weapon, without a gun, without a knife, have no gun, have no weapon, have no knife
    3 subject: armed, have a gun, have a knife, have a weapon, have a pistol, have a rifle, pull a gun, pull a knife, pull out a gun, draw a gun, draw a knife, point a gun, point a pistol, aim a gun, brandish, wield, carry a gun, carry a knife, carry a weapon, hold a gun, hold a knife`,
  },
  {
    name: 'sober',
    question: 'Was {0} drunk?',
    stages: false,
    names: ['person'],
    nouns: alike('driver captain pilot skipper master motorist man woman suspect'),
    denied: TURNED,
    rungs: `
    1 subject: sober
    3 subject: drunk, intoxicated, inebriated, under the influence, over the limit, drive drunk, drive while intoxicated, have drink, have be drink, smell of alcohol`,
  },
  {
    name: 'bail',
    question: 'Is {0} free on bail?',
    names: ['person'],
    nouns: alike(SUSPECTS),
    unnamed: '@suspect',
    rungs: `
    1 patient: hold without bail, hold without bond, deny bail, refuse bail, remand in custody, remand
    3 patient: release on bail, free on bail, release on bond, grant bail
    3 subject: post bail, post bond, out on bail, free on bail`,
  },
  {
    name: 'scene',
    question: 'Did {0} stay at the scene?',
    stages: false,
    names: ['person'],
    nouns: wordClasses(['driver motorist']),
    denied: TURNED,
    rungs: `
    1 subject: flee the scene, leave the scene, drive off, drive away, speed off, fail to stop
    3 subject: remain at the scene, stay at the scene, stay on the scene, remain on the scene, stop at the scene, stop to help, wait for police, wait for the police`,
  },
  {
    name: 'plea',
    question: 'Did {0} plead guilty?',
    stages: false,
    names: ['person'],
    nouns: dictionary(),
    unnamed: '@suspect',
    rungs: `
    1 patient: find guilty, convict by jury
    3 subject: plead guilty, admit guilt`,
  },
  {
    name: 'admission',
    question: 'Did {0} admit it?',
    stages: false,
    names: ['person'],
    nouns: alike(SUSPECTS),
    unnamed: '@suspect',
    denied: { 3: 1 },
    rungs: `
    1 subject: plead not guilty, deny the charge, deny charge, deny the murder, deny murder, deny the killing, deny kill, deny guilt, deny any guilt, deny wrongdoing, deny any wrongdoing, deny the allegation, maintain innocence, protest innocence
    3 subject: plead guilty, admit guilt, admit the charge, admit the murder, admit murder, admit the killing, admit kill, admit to, confess, own up to`,
  },
  {
    name: 'jury',
    question: 'Has the jury reached a verdict?',
    ends: 2,
    names: [],
    nouns: wordClasses(['jury juror panel']),
    denied: { 3: 1 },
    rungs: `
    1 subject: deliberate, begin deliberation
    2 subject: deadlock, hang, fail to agree, unable to agree
    3 subject: reach a verdict, convict, acquit, return a verdict`,
  },
  {
    name: 'office',
    question: 'Is {0} still in office?',
    ends: 3,
    names: ['person'],
    nouns: dictionary(),
    rungs: `
    1 patient: suspend, place on leave, put on leave, place on administrative leave
    1 subject: on leave, stay in the post, remain in the post, stay in office, remain in office, keep job, stay on
    3 patient: @dismiss
    4 subject: @resign, leave the post, vacate the post`,
  },
  {
    name: 'hiring',
    question: 'Is there an agreement with {0}?',
    ends: 4,
    names: ['person'],
    nouns: dictionary(),
    denied: { 4: 2 },
    planned: { 4: 3 },
    refused: { 4: 5 },
    rungs: `
    1 after: interested in, interest in
    1 patient: eye, court, woo, target
    1 subject: front runner, front-runner, frontrunner, favourite, favorite, shortlisted
    2 parties: in talk, in negotiation, in discussion, negotiate, hold talk, discuss term, open talk, in final talk, in early talk, in advanced talk, in exclusive talk, offer on the table, have an offer, make an offer
    3 parties: close to, near a deal, near deal, on the verge of, all but, on the brink of
    4 parties: sign, ink, say yes to, hire, appoint, recruit, accept, agree, reach a deal, reach agreement, reach an agreement, seal a deal, seal the deal, clinch a deal, confirm as, name as, cast as, join, take over as, take the job, get the job, land the role, land the part
    5 parties: turn down, say no to, pull out, drop out, withdraw from, walk away, fall through, break off talk, break down, rule out, end talk, reject, decline, off the table`,
  },
  {
    name: 'takeover',
    question: 'Is the sale of {0} agreed?',
    ends: 4,
    names: ['organization'],
    nouns: dictionary(),
    denied: { 4: 2 },
    planned: { 4: 3 },
    refused: { 4: 5 },
    rungs: `
    1 after: interested in, bid for
    1 patient: eye, court, woo, target
    2 parties: in talk, in negotiation, in discussion, negotiate, hold talk, open talk, in final talk, in early talk, in advanced talk, in exclusive talk, discuss a merger, discuss a deal, discuss a sale, explore a merger, make an offer, make a bid
    3 parties: close to, near a deal, near deal, on the verge of, on the brink of
    4 parties: @buy, @merge, reach a deal, reach agreement, reach an agreement, seal a deal, seal the deal, complete the deal, complete the takeover, complete the merger, clinch a deal
    5 parties: walk away, fall through, break off talk, break down, end talk, turn down, reject, collapse`,
  },
  {
    name: 'fit',
    question: 'Can {0} play?',
    names: ['person'],
    nouns: dictionary(),
    planned: { 3: 3 },
    rungs: `
    1 subject: out for the season, out for the rest, on injured reserve, sidelined, miss the rest, miss the season, on the disabled list
    2 subject: day-to-day, questionable, list as questionable, list as doubtful, doubtful, game-time decision, limited in practice
    3 subject: cleared to play, clear to play, back in the lineup, return to the lineup, return to practice, return to action, fit to play`,
  },
  {
    name: 'staging',
    question: 'Will it go ahead ({0})?',
    names: [],
    nouns: wordClasses([
      'protest demonstration march rally',
      'strike walkout stoppage',
      'talk negotiation',
      'concert gig show',
      'match game',
      'vote referendum ballot',
      'ceremony',
      'launch liftoff',
      'visit trip',
      'trial hearing',
      'summit meeting',
      'parade',
    ]),
    planned: { 3: 3 },
    refused: { 3: 5 },
    rungs: `
    3 patient: announce, plan, schedule, call for, hold
    3 subject: go ahead, take place
    4 patient: postpone, put off, push back
    5 patient: call off, cancel, scrap, abandon, scrub`,
  },
  {
    name: 'accord',
    question: 'Is there an agreement?',
    names: [],
    nouns: wordClasses(['deal agreement accord pact truce ceasefire settlement compromise consensus talk negotiation']),
    denied: { 3: 1 },
    rungs: `
    1 subject: collapse, break down, fall through, end without, end in failure, break up without
    1 patient: fail to reach, unable to reach, fail to agree on, fail to strike
    3 patient: reach, sign, strike, conclude, agree on, agree to, seal, clinch, ink`,
  },
  {
    name: 'bill',
    question: 'Was it passed ({0})?',
    names: [],
    nouns: wordClasses(['bill law legislation measure motion amendment', 'budget', 'resolution', 'referendum']),
    denied: { 3: 1 },
    stages: false,
    rungs: `
    1 subject: fail, fall
    1 patient: reject, vote down, defeat, vote against, throw out
    3 subject: pass, go through
    3 patient: pass, approve, adopt, vote for, vote in favour of, vote in favor of`,
  },
  {
    name: 'way',
    question: 'Is it open ({0})?',
    names: [],
    nouns: wordClasses([
      'road highway motorway street',
      'bridge',
      'airport',
      'runway',
      'school',
      'border crossing',
      'port',
      'tunnel',
      'station',
    ]),
    denied: { 3: 1 },
    rungs: `
    1 subject: closed, blocked, remain closed, stay closed, remain shut, stay shut, impassable, off limits
    1 patient: close, block, cordon off, seal off
    3 subject: open again, reopen, remain open, back open, stay open
    3 patient: reopen`,
  },
  {
    name: 'release',
    question: 'Is it out ({0})?',
    names: [],
    nouns: wordClasses([
      'patch fix update hotfix',
      'film movie',
      'album record',
      'game',
      'phone handset smartphone',
      'tablet',
      'report',
      'vaccine',
    ]),
    denied: { 3: 1 },
    planned: { 3: 1 },
    rungs: `
    1 patient: promise, prepare, plan, work on, develop, test
    3 patient: release, issue, ship, roll out, push out, publish, launch, unveil`,
  },
  {
    name: 'service',
    question: 'Is it back ({0})?',
    names: [],
    nouns: wordClasses(['power electricity', 'internet web', 'network', 'service', 'website site', 'water', 'line']),
    denied: { 3: 1 },
    planned: { 3: 1 },
    rungs: `
    1 subject: down, offline, out of action, out of service, knock out, cut off, disrupt
    3 subject: back online, back on, up and running, back to normal, resume
    3 patient: restore, reconnect, repair`,
  },
  {
    name: 'fire',
    question: 'Is the fire out?',
    names: [],
    nouns: wordClasses(['fire blaze wildfire inferno flame']),
    denied: { 2: 1, 3: 1 },
    rungs: `
    1 subject: rage, out of control, spread, still burn
    2 patient: contain, bring under control, get under control
    2 subject: under control
    3 patient: extinguish, put out, douse, quench`,
  },
  {
    name: 'vessel',
    question: 'What became of {0}?',
    names: ['product', 'work'],
    nouns: alike('ship ferry boat tanker trawler vessel freighter yacht barge liner cutter'),
    unnamed: '@ship',
    rungs: `
    1 subject: adrift, aground, under tow
    3 subject: limp into, creep into, reach port, arrive in port, return to port, stay afloat, afloat
    3 patient: tow into, tow to, bring to port, bring into port
    5 subject: sink, go down, capsize, go under`,
  },
];

function toMatter({ rungs: _, ...draft }: Draft): Matter {
  const turns = { denied: {}, planned: {}, refused: {} };
  return { stages: true, names: [], nouns: dictionary(), ...turns, ...draft };
}

const ALL = DRAFTS.map((draft) => ({ matter: toMatter(draft), rungs: draft.rungs }));

export const MATTERS: Record<string, Matter> = dictionary(
  Object.fromEntries(ALL.map(({ matter }) => [matter.name, matter])),
);

/** All phrases by their first word. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = byFirstWord();

function byFirstWord(): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const { matter, rungs } of ALL)
    for (const line of rungs.trim().split('\n')) {
      const [rung = '', phrases = ''] = line.trim().split(': ');
      const [rank, who] = rung.split(' ');
      for (const words of phrases.split(', ').map((phrase) => phrase.split(' '))) {
        const first = words[0] as string;
        found.set(first, [...(found.get(first) ?? []), { matter, rank: Number(rank), who: who as Who, words }]);
      }
    }
  return found;
}
