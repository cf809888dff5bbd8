import { dictionary } from '../../dictionary.ts';
import { singular } from './inflect.ts';

/**
 * Words that reports of one event put for each other, as classes: one line per class, its first word is the name. Two kinds of
 * word share a line when one sentence has the noun and the other the verb ("the claim", "seeks"). Wider than the action lexicon:
 * a class says only that two figures can be about the same thing, never what happened.
 */
const CLASSES = `
person people individual anyone human soul
worker employee staff staffer workforce personnel colleague hand labourer laborer employ workplace
soldier troop serviceman servicewoman infantryman military
police officer policeman policewoman constable cop
passenger traveller traveler rider commuter
resident inhabitant villager townspeople citizen local household population
fisherman crew sailor seaman crewman mariner deckhand
spectator fan attendance crowd audience onlooker viewer supporter
demonstrator protester protestor marcher rioter
student pupil schoolchild undergraduate
teacher lecturer professor
lawmaker deputy mp legislator parliamentarian senator congressman seat
voter elector electorate
firefighter fireman
doctor physician surgeon medic
patient case infection infected sick sicken ill illness
child kid youngster minor boy girl
man guy male
woman lady female
refugee migrant asylum-seeker immigrant
hostage captive
prisoner inmate detainee convict
attacker gunman assailant shooter robber raider thief burglar bandit
juror jury panel
investor shareholder stockholder
customer client consumer user subscriber holder
tourist visitor guest holidaymaker
volunteer helper
member delegate participant attendee
carriage coach wagon railcar compartment
train express railway locomotive
tram streetcar trolley tramway
car automobile vehicle sedan
ship boat vessel trawler ferry freighter frigate warship destroyer submarine liner yacht barge dinghy
plane aircraft jet airliner airplane
truck lorry
bus minibus
rocket launcher missile
satellite payload cubesat spacecraft
bomb explosive device bombing
house home dwelling residence
building structure premises
flat apartment
school college
factory plant works mill facility
shop store outlet branch
road highway motorway street
bridge crossing viaduct
tent shelter
job post position layoff redundancy redundant out_of lay_off
album record disc lp longplayer
song track single
film movie feature picture
book novel title volume
goal score
match game fixture
round leg stage
win victory
point lead
vote ballot
payment transaction transfer
damages compensation claim lawsuit seek sue redress
price cost fee fetch worth value
wage salary pay
profit earnings income
revenue turnover sales
loss deficit
debt liability
fine penalty
loan credit
grant subsidy aid
donation gift
bail bond
prize purse award reward
budget spending expenditure
investment invest
ransom
loot haul jewel jewelry jewellery gem diamond valuable treasure merchandise
share stock
stake holding shareholding
contract deal agreement accord pact
offer bid proposal approach swoop takeover tender
order booking
committee commission
delivery cargo shipment consignment
property estate
defect fault flaw shortcoming deficiency violation breach
mistake error
complaint objection
document paper file record
witness testimony testify
page sheet
talks negotiation discussion meeting summit meet dialogue
deliberation deliberate confer consult
trial hearing proceedings court
sentence sentencing term jail imprisonment prison imprison
conviction verdict ruling judgment
election poll polling vote ballot
speech address
strike walkout stoppage
outage blackout failure breakdown fail disruption disrupt break_down go_down be_down
delay wait postponement
ceasefire truce armistice
flight journey trip voyage
search hunt
death pass_away lose_life die dead kill fatality fatal toll victim casualty killed deadly perish
injury injure injured wound wounded hurt
sink capsize founder go_under go_down
missing disappear vanish unaccounted
rescue save survivor survive survival
arrest detain custody detention
evacuation evacuate displaced displace
derailment derail derailed come_off jump_the leave_the
collision collide crash ram wreck overturn
explosion explode blast bang blow_up go_off go_up blow
fire blaze burn flame inferno
earthquake quake tremor temblor
flood flooding inundate
storm hurricane typhoon cyclone tornado
eruption erupt volcano
landslide avalanche mudslide
shot shooting shoot bullet round
stabbing stab knife
theft steal robbery heist burglary rob
murder homicide slaying
closure close shut shutdown
opening open
inauguration inaugurate swear oath take_office
reopening reopen resume resumption restart
start begin beginning launch commence
end finish conclude conclusion complete completion
departure leave depart resignation resign quit step_down stand_down exit set_out set_off
arrival arrive reach
return comeback
landfall come_ashore slam
founding found establish set_up foundation
publication publish release come_out
construction build erect put_up
discovery discover find spot locate recover detect unearth
kidnapping kidnap abduct abduction snatch seize hijack hijacking capture
divorce split separate separation
inspection inspect
surgery operation operate
approval approve adopt ratify ratification endorse pass
rejection reject vote_down turn_down
warning warn alert
protest demonstration demonstrate rally march
liftoff lift_off take_off takeoff
landing touch_down touchdown
expulsion expel deport deportation
appointment appoint name
dismissal dismiss sack fire oust
wedding marry marriage
funeral burial bury
birth born
absence absent sideline miss out
recall withdraw withdrawn withdrawal
ban prohibit prohibition
rain rainfall precipitation
snow snowfall
temperature degree heat
wind gust
speed knot fast
depth deep
height high tall
distance away far
width wide
length long
area size
weight weigh heavy
age aged old
zone area perimeter radius cordon
tank container drum
acre hectare
cannabis drug cocaine heroin narcotic
gun weapon rifle pistol firearm
dose vaccine jab shot
tree forest woodland
cow cattle livestock sheep animal
`;

const classes = new Map<string, string>();
for (const line of CLASSES.trim().split('\n')) {
  const [name = '', ...others] = line.split(' ');
  for (const word of [name, ...others]) if (!classes.has(word)) classes.set(word, `=${name}`);
}

/** The verbs of those that are a verb with its particle. */
const phrasal = new Set([...classes.keys()].flatMap((word) => (word.includes('_') ? [word.replace(/_.*/, '')] : [])));

/** The class of a word given as a lemma, lower case, or the word itself where it is in none. */
export function senseOf(lemma: string): string {
  return classes.get(lemma) ?? classes.get(singular(lemma)) ?? lemma;
}

/** The class of a verb with its particle ("break down"), where that is one. */
export const phraseSense = (lemma: string, next: string) =>
  phrasal.has(lemma) ? classes.get(`${lemma}_${next}`) : undefined;

/** Words for people of some kind; where one source says "fishermen", another says "men" or "people". */
const PEOPLE = new Set(
  `person worker soldier police passenger resident fisherman spectator demonstrator student teacher lawmaker firefighter doctor patient child man
  woman refugee hostage prisoner attacker customer tourist volunteer member`
    .split(/\s+/)
    .map((name) => `=${name}`),
);

/** Whether a class is one of people. */
export const isPeople = (sense: string) => PEOPLE.has(sense);

/** Disasters and crimes by what can be one of them in another word: a collision may sink a ship or derail a train, a fire may follow a blast. */
const EVENTS: Record<string, string> = dictionary({
  derailment: 'rail',
  collision: 'rail sea road air',
  crash: 'rail sea road air',
  sink: 'sea',
  capsize: 'sea',
  explosion: 'blast fire violence',
  bomb: 'blast violence',
  fire: 'fire blast',
  earthquake: 'quake',
  flood: 'water weather',
  storm: 'weather water',
  landslide: 'slide weather quake',
  eruption: 'volcano',
  shot: 'violence',
  stabbing: 'violence',
  attack: 'violence blast',
  theft: 'theft violence',
});

/** The families of events that a class of words belongs to, if it is one of an event. */
export const eventFamilies = (sense: string): string[] => EVENTS[sense.replace(/^[=@]/, '')]?.split(' ') ?? [];
