/** Nouns that name an office, profession or relation: what can stand before a name as a title. */
export const ROLE_NOUNS = new Set(
  `president minister secretary chancellor premier governor gov mayor senator sen congressman congresswoman representative rep mp
  king queen prince princess pope bishop archbishop cardinal priest reverend rabbi imam sheikh emperor
  chief head director chairman chairwoman chairperson chair officer executive ceo cfo coo boss manager owner founder cofounder partner
  deputy vice aide adviser advisor envoy ambassador diplomat spokesman spokeswoman spokesperson official lawmaker politician leader
  general colonel major captain lieutenant sergeant sgt commander admiral marshal inspector detective constable superintendent officer sheriff
  attorney lawyer prosecutor judge justice solicitor barrister coroner
  doctor dr professor prof surgeon physician nurse scientist researcher economist analyst expert historian author writer journalist reporter
  editor columnist correspondent anchor actor actress singer rapper musician comedian host presenter director producer
  coach quarterback striker midfielder defender goalkeeper linebacker receiver cornerback pitcher baseman outfielder
  slugger boxer champion challenger swimmer climber mountaineer driver runner athlete player captain referee umpire
  teacher student pupil worker employee engineer pilot farmer fisherman trader banker businessman businesswoman entrepreneur
  widow wife husband father mother son daughter brother sister uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother
  girlfriend boyfriend fiancee fiance friend neighbor neighbour partner lady man woman suspect defendant gunman victim witness resident
  mr mrs ms miss sir lord dame baroness count duke duchess mob don godfather boss informant agent spy activist trustee nominee candidate
  plaintiff soldier goalkeeper waiter waitress cook tenant landlord treasurer juror passenger pedestrian cyclist copilot
  stepfather stepmother widower chemist physicist biologist geologist historian astronomer
  contender contestant successor predecessor chaplain caretaker clerk guard commissioner superintendent programmer developer rival counterpart`
    .split(/\s+/)
    .filter(Boolean),
);

/** Courtesy titles, which are no office. */
export const COURTESY = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'prof', 'lord', 'dame']);

/** What nobody is two of at once: sides in court, seats in a vehicle, places on a field, kinship as far as one is seldom both, places in a restaurant, sciences. */
const SETS_OF_ONE = `
plaintiff defendant prosecutor judge juror
driver passenger pedestrian cyclist motorcyclist pilot copilot stowaway
goalkeeper defender midfielder striker forward winger quarterback linebacker pitcher catcher
uncle stepfather grandfather cousin
aunt stepmother grandmother cousin
owner waiter waitress cook bartender guest customer tenant landlord
geologist chemist physicist biologist historian sociologist astronomer archaeologist mathematician botanist zoologist psychologist
treasurer chairman secretary
`;

/** The same of those who do something: an office, a trade, what somebody happens to be doing, what they are to the one it is about. */
const SETS_OF_DOERS = `
mayor governor president premier minister king queen prince princess pope bishop ambassador sheriff chancellor senator
watchman guard jogger hiker walker cyclist farmer fisherman student pupil teacher nurse surgeon doctor patient accountant janitor cleaner postman
 firefighter policeman policewoman soldier journalist tourist sailor hunter amateur astronomer truck-driver taxi-driver passer-by shopkeeper butcher baker plumber electrician
uncle aunt stepfather stepmother grandfather grandmother cousin nephew niece brother sister son daughter widow widower mother father neighbor friend
captain mate helmsman steward engineer navigator
crew passengers
nurse patient colleague
`;

const readSets = (text: string) => {
  const sets = new Map<string, Set<number>>();
  text
    .trim()
    .replace(/\n /g, ' ')
    .split('\n')
    .forEach((line, i) => {
      for (const word of line.split(' ')) sets.set(word, (sets.get(word) ?? new Set()).add(i));
    });
  return sets;
};
const ofOne = readSets(SETS_OF_ONE);
const ofDoers = readSets(`${SETS_OF_ONE.trim()}\n${SETS_OF_DOERS.trim()}`);

const areRivals = (sets: Map<string, Set<number>>, a: string, b: string) =>
  a !== b && [...(sets.get(a) ?? [])].some((set) => sets.get(b)?.has(set) === true);

/** Whether one person cannot be both: a plaintiff and a defendant. @param a lower case, singular */
export const areRivalRoles = (a: string, b: string) => areRivals(ofOne, a, b);

/** Whether "a cyclist" and "the watchman" who did it are two people. */
export const areOtherDoers = (a: string, b: string) => areRivals(ofDoers, a, b);

/** Whether a noun says of somebody who did it what others are not. */
export const isDoerRole = (noun: string) => ofDoers.has(noun);
