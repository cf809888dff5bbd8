import { nounForms, type VerbForm, verbForms } from './inflect.ts';

/**
 * What happens in the news, as classes of words that say the same thing. One line per class:
 * `class: verbs | nouns that name the event | adjectives and other words for the state it leaves`.
 * A verb may carry a particle or an object ("break out", "take part"), joined by an underscore.
 */
const CLASSES = `
die: die perish succumb pass_away slip_away drown suffocate asphyxiate | death passing demise fatality | dead lifeless
kill: kill slay murder assassinate | killing slaying murder homicide |
injure: injure wound hurt maim | injury | hurt
miss: vanish disappear go_missing | disappearance | missing unaccounted
sicken: sicken infect fall_ill | infection case illness | ill sick infected
arrest: arrest detain apprehend nab round_up seize capture collar take_into_custody place_under_arrest put_under_arrest | arrest detention capture | custody
charge: charge indict accuse arraign | charge indictment arraignment |
convict: convict | conviction | guilty
acquit: acquit clear exonerate | acquittal | innocent
sentence: sentence jail imprison send_to_prison send_to_jail | sentence |
confess: confess admit own_up come_clean | confession admission |
suspect: suspect | suspicion |
shoot: shoot gun_down | shooting gunfire |
stab: stab knife | stabbing |
attack: attack assault ambush | attack assault raid |
bomb: bomb detonate | bomb bombing |
explode: explode blow_up go_off | explosion blast |
burn: burn torch catch_fire | fire blaze inferno |
quake: tremble | earthquake quake tremor temblor |
flood: flood inundate | flood flooding |
storm: | storm hurricane typhoon cyclone tornado |
crash: crash collide | crash collision wreck |
derail: derail | derailment |
sink: sink capsize | sinking |
fall: fall plunge tumble slip | fall plunge |
rescue: rescue save | rescue |
evacuate: evacuate | evacuation | evacuated
escape: escape flee get_away break_out_of run_off make_off run_away | escape |
destroy: destroy demolish flatten level raze gut wreck devastate burn_down ravage | destruction |
damage: damage | damage |
strike: hit strike jolt rock shake rattle | |
protest: protest demonstrate riot clash | protest demonstration riot rioting clash unrest |
walkout: walk_out | walkout |
open: open unveil | opening | open
reopen: reopen resume restart | reopening resumption restart |
close: close shut shut_down | closure shutdown | closed shut
start: start begin break_out kick_off get_under_way come_into_force go_into_effect | start beginning outbreak |
end: end finish conclude expire lapse | end conclusion |
halt: halt suspend pause stop put_on_hold | halt suspension |
delay: delay postpone push_back put_off hold_up | delay postponement | late
cancel: cancel call_off scrap abandon axe | cancellation |
buy: buy acquire purchase take_over snap_up swallow gobble_up buy_out | acquisition purchase takeover buyout |
sell: sell divest offload | sale |
merge: merge combine | merger |
offer: offer bid propose tender | offer bid proposal |
pay: pay | payment |
fine: fine penalize penalise | fine penalty |
sue: sue | lawsuit suit |
settle: settle | settlement |
agree: agree ink sign_up strike_deal | agreement accord deal pact |
sign: sign | signing |
negotiate: negotiate | negotiation talk discussion dialogue |
approve: approve ratify endorse pass back recommend vote_for | approval |
reject: reject refuse turn_down rebuff spurn knock_back | rejection refusal |
accept: accept | acceptance |
vote: vote | vote ballot |
elect: elect | election |
win: win clinch | win victory |
defeat: defeat beat rout edge down top | defeat |
lose: lose | loss |
score: score | goal |
draw: draw | draw tie |
name: name appoint nominate pick choose tap select designate | appointment nomination selection |
hire: hire rehire recruit | hiring |
dismiss: fire sack dismiss oust axe let_go relieve_of | firing dismissal sacking ouster |
resign: resign quit step_down stand_down walk_away_from | resignation |
retire: retire | retirement |
cut: cut shed lay_off slash eliminate | cut layoff redundancy |
lead: lead head | |
attend: attend participate take_part turn_up show_up join | attendance participation | present
skip: skip boycott stay_away keep_away | boycott | absent
meet: meet | meeting summit |
visit: visit | visit trip tour |
arrive: arrive land reach get_to | arrival |
depart: depart leave head_out set_off | departure |
travel: travel go fly head_to head_for head_back | journey |
enter: enter check_into check_in admit_into admit_to | admission check-in |
check_out: check_out | |
host: host emcee | |
publish: publish release issue | publication release |
recall: recall | recall |
announce: announce unveil reveal disclose | announcement |
withdraw: pull_out drop_out back_out | |
marry: marry wed | wedding marriage |
divorce: divorce split | divorce |
steal: steal rob loot make_off_with get_away_with | theft robbery heist |
hijack: hijack commandeer | hijacking |
kidnap: kidnap abduct | kidnapping abduction |
release_person: free set_free | release |
find: find discover locate | discovery |
ban: ban bar prohibit outlaw | ban |
warn: warn alert | warning alert |
raise: raise increase hike lift drive_up push_up | increase hike rise |
lower: lower reduce | reduction |
rise: rise climb soar jump gain | rise gain |
drop: drop slump slide plummet | drop |
build: build construct | construction |
replace: replace succeed | replacement |
treat: treat | treatment |
hospitalize: hospitalize hospitalise take_to_hospital rush_to_hospital bring_to_hospital fly_to_hospital admit_to_hospital send_to_hospital taken_to_hospital | hospitalization | hospitalized hospitalised
test: test | test |
learn: learn hear | |
order: order | order |
employ: employ | |
invade: invade | invasion |
deploy: deploy send dispatch | deployment |
intercept: intercept thwart foil repel prevent | interception |
extradite: extradite deport | extradition deportation |
hang: hang | hanging |
suicide: | suicide |
play: play | |
miss_out: miss sit_out | |
vow: vow pledge promise commit | pledge promise |
own: own | |
trial: | trial hearing |
funeral: bury | funeral burial |
premiere: premiere | premiere |
ceremony: | ceremony |
inaugurate: inaugurate | inauguration |
erupt: erupt | eruption |
landslide: | landslide mudslide avalanche |
outage: | outage blackout |
leak: leak spill | leak spill |
verdict: | verdict ruling |
referendum: | referendum |
collapse: collapse fall_through | collapse |
trap: trap | | trapped
strand: strand | | stranded
displace: displace | | displaced homeless
hack: hack breach | hack breach |
birth: give_birth | birth |
expel: expel | expulsion |
raid: raid | |
launch: launch | launch |
surrender: surrender turn_self_in give_self_up hand_self_in | surrender |
`;

/** The names of the classes. */
export const ACTIONS: readonly string[] = CLASSES.trim()
  .split('\n')
  .map((line) => line.slice(0, line.indexOf(':')));

export interface ActionForm {
  action: string;
  base: string;
  form: VerbForm;
  particle?: string;
}

const verbs = new Map<string, ActionForm[]>();
/** What of verbs of two words and more follows the first. */
const particles = new Map<string, Set<string>>();
const nouns = new Map<string, string>();
const states = new Map<string, string>();
const firstNoun = new Map<string, string>();
const firstVerb = new Map<string, string>();
/** Base forms of all verbs in the lexicon, by every form; also those outside any class that rules name. */
const bases = new Map<string, { base: string; form: VerbForm }>();

const OTHER_VERBS =
  `say tell add claim state report deny insist confirm explain note believe think suggest estimate expect plan intend
hope want try attempt decide refuse consider seem appear look become remain stay keep make take get give have hold put set run bring turn
call ask urge show cause leave force help include represent comprise consist contain involve describe blame credit link connect
live work serve teach study write read speak claim demand threaten face await undergo suffer receive require need cost total value price
measure weigh register carry cover affect measure reach exceed hover rank place finish return move settle base locate center centre
cost spend charge owe lend borrow invest post earn grow shrink fall slide ease hire train coach manage run own order rule judge testify plead pretend fool complete weigh
block storm question interview search investigate examine identify confirm admit dispute criticize praise urge promise pledge prepare construct repair check inspect
monitor track follow chase pursue corner surround blow detonate defuse plant fund finance back support oppose veto review change alter extend limit expand move transfer bring
deliver collect gather dump cross pull push drag board guard protect defend escort drive pilot steer ram clip brush overturn flood bury feed house shelter control rent lease
sponsor supply export import tax award grant honor mark celebrate mourn remember record film direct produce edit translate print share watch see hear notice spot photograph answer
phone contact email alert inform advise command govern supervise uphold quash appeal adopt poison strangle choke smother rape abuse harass bully tackle punch kick slap bite bind gag
lock unlock smash pollute contaminate vaccinate quarantine isolate cure heal scan auction split divide unite separate remove strip impose ease tighten enforce violate renew
terminate void annul reinstate promote demote trade draft bench cast broadcast stream shelve fix patch update install restore dedicate bless crown swear christen cremate
handcuff slam slash snub target top test trigger view cite harm help hail fuel fear dump curb cap nix eye mull net oppose probe prompt quiz rap spark stage tap tout trim vie woo`
    .split(/\s+/)
    .filter(Boolean);

for (const base of OTHER_VERBS) addForms(base);
for (const line of CLASSES.trim().split('\n')) {
  const [action = '', rest = ''] = line.split(': ');
  const [verbPart = '', nounPart = '', statePart = ''] = rest.split('|');
  const [noun] = nounPart.trim().split(/\s+/);
  if (noun) firstNoun.set(action, noun);
  const [usual] = verbPart.trim().split(/\s+/);
  if (usual) firstVerb.set(action, usual);
  for (const verb of verbPart.trim().split(/\s+/).filter(Boolean)) addVerb(action, verb);
  for (const noun of nounPart.trim().split(/\s+/).filter(Boolean))
    for (const form of nounForms(noun)) if (!nouns.has(form)) nouns.set(form, action);
  for (const state of statePart.trim().split(/\s+/).filter(Boolean)) states.set(state, action);
}

function addForms(base: string): void {
  for (const [form, kind] of verbForms(base)) if (!bases.has(form)) bases.set(form, { base, form: kind });
}

function addVerb(action: string, verb: string): void {
  const [base = '', ...rest] = verb.split('_');
  const particle = rest.join(' ') || undefined;
  addForms(base);
  if (particle) particles.set(base, (particles.get(base) ?? new Set()).add(particle));
  const list = verbs.get(base) ?? [];
  list.push({ action, base, form: 'base', ...(particle ? { particle } : {}) });
  verbs.set(base, list);
}

/** The class of a verb given as base form, with the word or words after it when they belong to it ("break out"). */
export function actionOfVerb(base: string, next: string, nextTwo = ''): string | undefined {
  const entries = verbs.get(base);
  if (!entries) return undefined;
  let plain: string | undefined;
  let short: string | undefined;
  for (const { particle, action } of entries) {
    if (particle === undefined) plain ??= action;
    else if (particle === nextTwo) return action;
    else if (particle === next) short ??= action;
  }
  return short ?? plain;
}

/** The usual noun for a class ("fire" for burn), or its usual verb where it has none. */
export function nounFor(action: string): string {
  return action === 'negotiate' ? 'meeting' : (firstNoun.get(action) ?? action.replace(/_/g, ' '));
}

/** The past participle of a class's usual verb. */
export function participleFor(action: string): string {
  const base = firstVerb.get(action) ?? action;
  const [verb = '', ...rest] = base.split('_');
  return [verbForms(verb)[4]?.[0] ?? verb, ...rest].join(' ');
}

/** The usual verb of a class. */
export function verbFor(action: string): string {
  return (firstVerb.get(action) ?? action).replace(/_/g, ' ');
}

/** Whether the lexicon knows the verb together with that particle ("check into"). */
export function takesParticle(base: string, particle: string): boolean {
  return particles.get(base)?.has(particle) ?? false;
}

/** Whether the lexicon knows the verb together with any particle or idiom. */
export function isPhrasal(base: string): boolean {
  return particles.has(base);
}

/** The class of a verb that is one only with two words more ("take into custody", "turn oneself in", for which "self" stands). */
export function actionOfIdiom(base: string, twoWords: string): string | undefined {
  return verbs.get(base)?.find((e) => e.particle === twoWords)?.action;
}

/** The class of an event noun, singular or plural, lower case. */
export function actionOfNoun(word: string): string | undefined {
  return nouns.get(word);
}

/** The class that a predicative adjective is the state of ("dead", "closed"). */
export function actionOfState(word: string): string | undefined {
  return states.get(word);
}

/** The base and form of a word when the lexicon knows it as a verb. */
export function knownVerb(word: string): { base: string; form: VerbForm } | undefined {
  return bases.get(word);
}

const TRANSITIVE_ONLY = new Set(
  `kill injure arrest charge convict acquit sentence suspect destroy damage name hire dismiss buy offer sue approve reject host rescue
  evacuate recall cancel delay hospitalize treat find ban steal kidnap extradite lead deploy stab bomb
  attack raid storm defeat deny halt suspend release_person publish announce intercept elect visit invade build raise lower hijack replace order employ trap strand displace expel hack inaugurate fine accept cut launch
  catch block question interview investigate examine identify describe blame criticize praise construct repair inspect surround defuse plant fund finance support oppose veto ram clip
  house own lease sponsor tax award grant honor film edit translate photograph inform advise supervise uphold quash adopt poison rape abuse harass tackle punch slap bind gag
  blindfold breach contaminate vaccinate quarantine isolate strip impose enforce violate terminate annul reinstate promote demote bench shelve fix patch install restore crown christen
  cremate handcuff lock unlock corner overpower`.split(/\s+/),
);

/** Whether a past form of the class, or of a verb of none, with no object is a passive ("man charged with arson") rather than active ("the man fell"). */
export function isTransitiveOnly(action: string): boolean {
  return TRANSITIVE_ONLY.has(action);
}
