/**
 * What the generated news is of. Each fact has what sources can say of it, in other words each time, and how its value is
 * drawn; a source that is made to contradict the others gives another value. `{it}` is the fact's value.
 */
export interface FactKind {
  name: string;
  value: 'toll' | 'hurt' | 'crowd' | 'jobs' | 'money' | 'size' | 'day' | 'clock' | 'age' | 'person' | 'town' | 'cause';
  says: string[];
}

export interface EventKind {
  name: string;
  headlines: string[];
  leads: string[];
  facts: FactKind[];
  details: string[];
}

/** A fact of a kind, with what sources can say of it. */
const fact = (name: string, value: FactKind['value'], ...says: string[]): FactKind => ({ name, value, says });

const POLICE = '[police|officials|the authorities|local officials|emergency services]';
const SAID = '[said|confirmed|told reporters|said in a statement|announced]';

const TOLL = fact(
  'dead',
  'toll',
  `{it} people were killed in the {thing}, ${POLICE} ${SAID}.`,
  'The {thing} in {town} killed {it} people, according to {official}.',
  `At {hospital}, doctors said that {it} people had died in the {thing}.`,
  'The death toll of the {thing} stands at {it}, {official} said.',
);
const HURT = fact(
  'injured',
  'hurt',
  'Another {it} people were injured, [officials said|the ministry said|the mayor said].',
  '{it} people were injured in the {thing}, {official} said.',
  '[Rescuers|Medics|Ambulance crews] took {it} injured people to {hospital}.',
);
const DAY = (verb: string) =>
  fact('day', 'day', `The {thing} ${verb} {town} on {it}.`, `The {thing} ${verb} {town} on {it}, {official} said.`);
const DAMAGE = fact(
  'damage',
  'money',
  'The damage was put at {it} by {company}, an insurer.',
  'Insurers estimate the damage from the {thing} at {it}.',
  'The {thing} caused damage of {it}, the finance ministry said.',
);
const CLOCK = fact(
  'hour',
  'clock',
  'The {thing} began at {it}, a spokesman said.',
  'The first call came at {it}, when the {thing} began.',
);

export const EVENTS: EventKind[] = [
  {
    name: 'earthquake',
    headlines: [
      '[Deadly|Strong] earthquake [hits|strikes|shakes] {town}',
      'Rescuers search rubble in {town} after quake',
    ],
    leads: [
      'A strong earthquake [struck|hit|shook] {town} in {country}, [toppling buildings|cutting power|blocking roads] and [sending people into the streets|leaving thousands without shelter].',
    ],
    facts: [
      TOLL,
      HURT,
      DAY('struck'),
      DAMAGE,
      fact(
        'magnitude',
        'size',
        'The earthquake had a magnitude of {it}.',
        'The magnitude {it} quake was felt [far away|across the province|in the capital].',
      ),
    ],
    details: [
      'Cracks ran through the walls of the {building}, and the road to {other} was closed.',
      '{witness} said the floor had moved "like a boat" and that plates fell from the shelves.',
      'Geologists warned of aftershocks that may go on for weeks.',
    ],
  },
  {
    name: 'fire',
    headlines: ['Fire [guts|destroys|sweeps through] {building} in {town}', 'Blaze at {building}: {town} mourns'],
    leads: [
      'A fire [swept through|destroyed|gutted] the {building} in {town}, {country}, [sending smoke over the city|as hundreds looked on].',
    ],
    facts: [
      TOLL,
      HURT,
      DAY('broke out in'),
      CLOCK,
      DAMAGE,
      fact(
        'cause',
        'cause',
        'The fire was caused by {it}, {official} said.',
        'Investigators said that {it} caused the fire.',
      ),
    ],
    details: [
      'Fire engines from {other} came to help, but the water pressure was low.',
      '{witness} ran back for a neighbor and carried him down four flights of stairs.',
      'The {building} had passed an inspection in the spring.',
    ],
  },
  {
    name: 'flood',
    headlines: ['Floods [cut off|swamp|inundate] {town}', 'River bursts its banks at {town}'],
    leads: [
      'Days of rain [flooded|inundated|swamped] {town} in {country}, [cutting roads and rail lines|leaving streets under a meter of water].',
    ],
    facts: [
      TOLL,
      DAY('reached'),
      DAMAGE,
      fact(
        'evacuated',
        'crowd',
        '{it} people were evacuated from {town}, {official} said.',
        '[Soldiers|Volunteers|Boats] evacuated {it} people.',
      ),
    ],
    details: [
      'Sandbags were stacked along the embankment, and schools stayed shut.',
      'The lower streets near the {building} were under water by nightfall.',
      '{witness} spent the night on a roof with two dogs and a radio.',
    ],
  },
  {
    name: 'crash',
    headlines: ['[Bus|Train] crash near {town} [kills several|leaves many hurt]', 'Questions after crash near {town}'],
    leads: [
      'A [bus|train] carrying [workers|students|pilgrims|tourists] crashed near {town} in {country}, [leaving wreckage across the tracks|blocking the main road for hours].',
    ],
    facts: [
      TOLL,
      HURT,
      DAY('happened near'),
      CLOCK,
      fact(
        'driver',
        'age',
        'The driver, {driver}, {it}, was [taken to hospital|questioned|unhurt].',
        'The driver was named as {driver}, {it}.',
      ),
    ],
    details: [
      'Skid marks were visible for a hundred meters before the bend.',
      'The operator, {company}, suspended the service and promised to help the families.',
      '{witness}, who was in the second row, said the brakes had squealed for a long time.',
    ],
  },
  {
    name: 'closure',
    headlines: ['{company} to [close|shut] its {town} plant', 'Anger in {town} as {company} leaves'],
    leads: [
      '{company} will close its plant in {town}, {country}, [blaming weak demand|citing high energy costs|as orders dry up].',
    ],
    facts: [
      fact(
        'jobs',
        'jobs',
        '{it} workers will lose their jobs at {company}, the union said.',
        '{company} will cut {it} jobs in {town}.',
        'The closure will cost {it} jobs, {official} said.',
      ),
      fact('loss', 'money', '{company} reported a loss of {it} last year.', 'Last year {company} made a loss of {it}.'),
      fact(
        'head',
        'person',
        'The chief executive of {company}, {it}, called the decision painful.',
        '{it}, the chief executive of {company}, spoke to the workers at the gate.',
      ),
      fact('date', 'day', 'The closure was announced on {it}.', '{company} announced the closure on {it}.'),
    ],
    details: [
      'The plant has made parts for tractors and cranes for half a century.',
      'A petition started by {witness} had hundreds of names by noon.',
      'Suppliers in {other} fear for their own orders.',
    ],
  },
  {
    name: 'merger',
    headlines: ['{company} [buys|takes over|acquires] rival in {town}', '{company} seals deal'],
    leads: [
      '{company} has agreed to buy {rival}, a maker of [medical devices|packaging|farm machines|wind turbines] from {town}, {country}.',
    ],
    facts: [
      fact(
        'price',
        'money',
        '{company} will pay {it} for {rival}.',
        'The deal values {rival} at {it}.',
        '{company} bought {rival} for {it}.',
      ),
      fact('staff', 'jobs', '{rival} employs {it} people.', '{rival}, which employs {it} people, will keep its name.'),
      fact(
        'head',
        'person',
        '{it} will be chief executive of {rival}.',
        '{rival} will be led by {it}, who becomes chief executive.',
      ),
      fact('day', 'day', 'The takeover was announced on {it}.', 'The companies announced the takeover on {it}.'),
    ],
    details: [
      'Regulators must still approve the takeover, which lawyers expect to take months.',
      'Shares in {company} rose in early trading and gave up the gain by the close.',
      'Analysts had long seen {rival} as a target.',
    ],
  },
  {
    name: 'trial',
    headlines: ['{town} court [jails|sentences] {accused}', '{accused} [guilty|convicted] in {town}'],
    leads: [
      'A court in {town}, {country}, convicted {accused}, a former [banker|councillor|contractor|football agent], of [fraud|bribery|embezzlement].',
    ],
    facts: [
      fact('sum', 'money', '{accused} took {it}, the court found.', 'Prosecutors said {accused} stole {it}.'),
      fact('age', 'age', '{accused}, {it}, showed no emotion.', '{accused}, {it}, will appeal.'),
      fact(
        'judge',
        'person',
        'The judge, {it}, spoke of a breach of trust.',
        'Judge {it} said the crime had been planned for years.',
      ),
      fact('day', 'day', 'The verdict was given on {it}.', 'The court gave its verdict on {it}.'),
    ],
    details: [
      'The gallery was full, and some of the victims wept when the sentence was read.',
      'A lawyer for {accused} spoke of a scapegoat and of missing papers.',
      'The investigation began after a tip from {witness}, a bookkeeper.',
    ],
  },
  {
    name: 'match',
    headlines: ['{club} [stun|beat|edge past] visitors', 'Late drama in {town}'],
    leads: [
      '{club} [beat|defeated|overcame] the visitors from {other} in {town}, [in a match that had everything|after a slow first half|under steady rain].',
    ],
    facts: [
      fact('crowd', 'crowd', 'A crowd of {it} watched the match in {town}.', '{it} people watched the match.'),
      fact('scorer', 'person', '{it} scored the winning goal.', 'The winning goal was scored by {it}.'),
      fact('day', 'day', 'The match was played on {it}.', '{club} won the match on {it}.'),
      fact(
        'coach',
        'age',
        'The coach of {club}, {driver}, {it}, praised the young players.',
        '{driver}, {it}, coach of {club}, was carried off the field.',
      ),
    ],
    details: [
      'The goalkeeper kept out two penalties, to the delight of the away end.',
      '{witness}, a season ticket holder for decades, called it the best evening in years.',
      'The league table has not been so close since the club was promoted.',
    ],
  },
  {
    name: 'protest',
    headlines: ['[Thousands march|Crowds gather] in {town}', 'Protest in {town} over [rents|pensions|prices]'],
    leads: [
      '[Students|Farmers|Nurses|Teachers|Pensioners] marched through {town}, {country}, to protest against [higher rents|a new tax|cuts to hospitals|rising prices].',
    ],
    facts: [
      fact(
        'crowd',
        'crowd',
        '{it} people took part in the protest, the organizers said.',
        '{it} protesters marched to the {building}.',
      ),
      fact('arrests', 'hurt', 'Police arrested {it} protesters.', '{it} protesters were arrested, police said.'),
      DAY('took place in'),
      CLOCK,
    ],
    details: [
      'Drums and whistles could be heard from the {building} to the river.',
      '{witness} had come from {other} with three colleagues and a home-made banner.',
      'Shops along the route closed early as a precaution.',
    ],
  },
  {
    name: 'robbery',
    headlines: ['[Thieves|Robbers] [raid|empty] {building} in {town}', 'Hunt for robbers in {town}'],
    leads: [
      '[Armed|Masked] robbers raided the {building} in {town}, {country}, and [fled in a van|escaped on motorbikes|got away before police arrived].',
    ],
    facts: [
      fact('loot', 'money', 'The robbers stole {it}.', 'The robbers escaped with {it}, police said.'),
      fact('hour', 'clock', 'The robbery began at {it}.', 'The alarm went off at {it}.'),
      fact('hurt', 'hurt', '{it} people were injured in the robbery.', 'The robbers injured {it} people, police said.'),
      DAY('happened in'),
    ],
    details: [
      'The gang used a stolen digger to break through the back wall.',
      '{witness}, a florist across the street, saw four figures climb over the gate.',
      'A burned-out car was found near {other} the next morning.',
    ],
  },
];
