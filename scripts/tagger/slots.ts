import gazetteers from '../../server/src/analysis/entities/data/gazetteers.json' with { type: 'json' };
import type { Label, LabelledText } from './conll.ts';

type Random = () => number;

const lines = (text: string): string[] => text.split('\n');
const GIVEN = lines(gazetteers.givenNames);
const COMMON_GIVEN = [...lines(gazetteers.male), ...lines(gazetteers.female)];
const FAMILY = lines(gazetteers.familyNames);
const TOWNS = Object.values(gazetteers.towns as Record<string, string>).flatMap(lines);
const TOWN_NAMES = TOWNS.map((town) => town.slice(0, -1));
const CITY_NAMES = TOWNS.filter((town) => Number(town.at(-1)) >= 6).map((town) => town.slice(0, -1));
const COUNTRIES = Object.values(gazetteers.countries as Record<string, { names: string[]; demonym?: string }>);
const REGIONS = lines(gazetteers.known.places);
const KNOWN_ORGANIZATIONS = lines(gazetteers.known.organizations);
const WORDS = lines(gazetteers.words).filter((word) => word.length > 3 && word.length < 9);

const words = (text: string): string[] => text.trim().split(/\s+/);
const COMPANY_HEADS =
  words(`Inc Inc. Corp Corp. Ltd plc Plc AG GmbH SA Group Holdings Industries International Systems Technologies
  Bank Motors Energy Airlines Airways Foods Media Pharma Pharmaceuticals Capital Securities Partners Insurance Oil Steel Mining
  Telecom Networks Software Stores Logistics Construction Electric Solutions Entertainment Records Pictures Press Books Brewery Cafe
  Restaurant Grill Bakery Salon Dental Auto Plumbing Hotels Pizza Consulting Properties Studios Railroad Railway Railways
  Lines Shipping Brewing Distillery Winery Chemical Chemicals Petroleum Aerospace Aviation Robotics Semiconductor Biotech Labs Toys
  Games Interactive Fashion Cosmetics Jewelers Furniture Hardware Supply Tire Towing Roofing Landscaping Realty Mortgage Law Legal
  Accounting Marketing Advertising Communications Broadcasting Publishing Theatres Cinemas Fitness Yoga Spa Clinic Veterinary Kennels
  Daycare Trucking Freight Airlines Cruises Travel Tours Casino Diner Deli Sushi Tavern Pub Brothers Sons Works Machine Tool Cycles`);
const FIELDS =
  words(`Health Education Defence Defense Justice Finance Energy Transport Agriculture Labor Trade Environment Immigration
  Aviation Fisheries Forestry Security Intelligence Statistics Meteorological Nuclear Space Food Drug Water Consumer`);
const AGENCY_HEADS =
  words(`Agency Authority Commission Council Association Federation Union Institute Foundation Alliance Committee
  Office Board Society Organization League Front Party Movement Trust Centre Center Service Conference Congress Assembly Church Mission
  Brigade Regiment Division Corps Battalion Squadron Wing Fleet Command Army Navy Guard Militia Infantry Cavalry Artillery Chamber
  Guild Brotherhood Club Academy Orchestra Choir Ballet Opera Company Theatre Band Bureau Inspectorate Directorate Tribunal Court`);
const TEAM_HEADS =
  words(`United City Rovers Wanderers Athletic Town FC Tigers Lions Bears Eagles Hawks Bulls Giants Kings Rangers Saints
  Sharks Wolves Warriors Pirates Stars Panthers Dynamo Spartak Real Sporting Racing Wildcats Bulldogs`);
const MEDIA_HEADS =
  words(`Times Post Herald Gazette Tribune Chronicle Telegraph Guardian Mirror Observer Journal News Star Sun Mail
  Express Echo Courier Record Globe Inquirer Examiner Review Today Radio TV Television Press Standard`);
const LANDSCAPES =
  words(`River Street Road Avenue Lane Square Park Bridge Island Bay Valley Lake Hill Hills Mountains Forest Canyon Creek
  Peninsula Airport Castle Palace Stadium Arena Beach Harbour County Heights Station Gardens Tower Prison Mall Hall House Building
  Base Barracks Field Gym Pavilion Junction Brook Mill Mills Parish District Ridge Pass Falls Springs Point Cove Pond Swamp Desert
  Plateau Strait Highway Expressway Boulevard Court Place Terrace Crescent Plaza Cathedral Abbey Mosque Temple Cemetery Library
  Farm Ranch Estate Manor Fort Dam Reservoir Tunnel Crossing Gate Dock Pier Port Range Volcano Glacier National_Park Convention_Center`);
const ADJECTIVES = words(
  'National American British International General United First Central Global Pacific Atlantic Northern Southern Western Eastern New Royal Federal People’s World Advanced Free Independent Christian Islamic Liberal Democratic Green',
);
const SYLLABLES = words(
  'ka lo ri den mar vos tel gra pe lin sha dor ben ul ta kov mi zan ger hal bre nu wei qua fal tor es ly ven da rok han ip so wyn ax cor jo bi lev nek pra sti ell ova ar um',
);
const PLACE_ENDINGS = words(
  'ton ville burg ford stad ovo itsa abad pur grad haven field bury shire ia land minster wick ach ino au',
);
const NAME_ENDINGS = words('ov ova ski sky enko ic ez son sen man er i a o ian wala ello ard ins ley quist');

/** One text's names, so that a slot means the same each time it stands in the text. */
class Names {
  private readonly made = new Map<string, string>();
  constructor(private readonly random: Random) {}

  get(slot: string): string {
    let name = this.made.get(slot);
    if (name === undefined) {
      name = this.make(slot);
      this.made.set(slot, name);
    }
    return name;
  }

  private make(slot: string): string {
    const n = slot.slice(1);
    switch (slot[0]) {
      case 'g':
        return this.given();
      case 'p':
        return this.surname();
      case 'P':
        return this.fullName(n);
      case 'L':
        return this.town();
      case 'C':
        return this.country(n).name;
      case 'N':
        return this.country(n).demonym;
      case 'R':
        return capitalize(this.chance(0.7) ? this.pick(REGIONS) : this.invented(PLACE_ENDINGS));
      case 'F':
        return this.landscape();
      case 'O':
        return this.company(n);
      case 'o':
        return this.brand(n);
      case 'A':
        return this.agency();
      case 'a':
        return initials(this.get(`A${n}`));
      case 'T':
        return this.team();
      case 'U':
        return this.school();
      case 'M':
        return this.medium();
      case 'B':
        return this.band();
      case 'G':
        return this.government();
      case 'W':
        return this.work();
      case 'E':
        return this.event();
      default:
        return `${capitalize(this.invented([]))} ${this.chance(0.5) ? Math.floor(this.random() * 900) : this.pick(['Pro', 'X', 'Star', 'II'])}`;
    }
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private chance(p: number): boolean {
    return this.random() < p;
  }

  private invented(endings: string[]): string {
    const count = this.chance(0.6) ? 2 : this.chance(0.5) ? 1 : 3;
    return (
      Array.from({ length: count }, () => this.pick(SYLLABLES)).join('') +
      (endings.length > 0 ? this.pick(endings) : '')
    );
  }

  private given(): string {
    if (this.chance(0.03)) return `${capitalize(this.pick(SYLLABLES))}-${this.pick(SYLLABLES)}`;
    const name = this.chance(0.6)
      ? this.pick(COMMON_GIVEN)
      : this.chance(0.8)
        ? this.pick(GIVEN)
        : this.invented(['a', 'o', 'i', 'an', 'in', '']);
    return capitalize(name);
  }

  private surname(): string {
    const r = this.random();
    if (r < 0.62) return capitalize(this.pick(FAMILY));
    if (r < 0.82) return capitalize(this.invented(NAME_ENDINGS));
    if (r < 0.86) return capitalize(this.pick(TOWN_NAMES)).split(' ')[0] as string;
    if (r < 0.9) return capitalize(this.pick(WORDS));
    if (r < 0.93)
      return `${this.pick(['van', 'de', 'von', 'van der', 'de la', 'al', 'Al', 'bin', 'du', 'di'])} ${capitalize(this.pick(FAMILY))}`;
    if (r < 0.95) return `al-${capitalize(this.invented(NAME_ENDINGS))}`;
    if (r < 0.97) return `${this.pick(["O'", 'Mc', 'Mac', "D'"])}${capitalize(this.pick(FAMILY))}`;
    return `${capitalize(this.pick(FAMILY))}-${capitalize(this.pick(FAMILY))}`;
  }

  private fullName(n: string): string {
    const given = this.get(`g${n}`);
    const surname = this.get(`p${n}`);
    const r = this.random();
    if (r < 0.78) return `${given} ${surname}`;
    if (r < 0.86) return `${given} ${this.pick([...'ABCDEFGHJKLMPRSTW'])}. ${surname}`;
    if (r < 0.9) return `${given} ${this.given()} ${surname}`;
    if (r < 0.93) return `${given[0]}. ${surname}`;
    if (r < 0.95) return `${given[0]}. ${this.pick([...'ABCDEFGHJKLMPRSTW'])}. ${surname}`;
    return `${given} ${surname}${this.pick([' Jr.', ' Jr', ' III', ' Sr.'])}`;
  }

  private town(): string {
    const r = this.random();
    if (r < 0.4) return capitalize(this.pick(CITY_NAMES));
    if (r < 0.7) return capitalize(this.pick(TOWN_NAMES));
    if (r < 0.9) return capitalize(this.invented(PLACE_ENDINGS));
    return `${this.pick(['North', 'South', 'East', 'West', 'New', 'St.', 'San', 'Port', 'Fort', 'El', 'Upper', 'Santa'])} ${capitalize(this.chance(0.5) ? this.pick(FAMILY) : this.pick(TOWN_NAMES))}`;
  }

  private country(n: string): { name: string; demonym: string } {
    const index = this.made.get(`#${n}`) ?? String(Math.floor(this.random() * COUNTRIES.length));
    this.made.set(`#${n}`, index);
    const record = COUNTRIES[Number(index)] as { names: string[]; demonym?: string };
    return { name: (record.names.at(-1) as string).replace(/ \(.*/, ''), demonym: record.demonym ?? 'Arab' };
  }

  private landscape(): string {
    const stem = capitalize(this.chance(0.6) ? this.pick(FAMILY) : this.invented(PLACE_ENDINGS));
    const r = this.random();
    if (r < 0.12) return `Lake ${stem}`;
    if (r < 0.22) return `Mount ${stem}`;
    if (r < 0.25) return `${this.pick(['Gulf', 'Bay', 'Isle', 'Strait', 'Cape', 'Island', 'Port', 'Lake'])} of ${stem}`;
    if (r < 0.29)
      return `${this.pick(['Fort', 'Camp', 'Cape', 'Port', 'Point', 'Loch', 'Rio', 'Monte', 'Val', 'Sierra'])} ${stem}`;
    if (r < 0.37) return `${capitalize(this.pick(WORDS))} ${this.pick(LANDSCAPES)}`;
    return `${stem} ${this.pick(LANDSCAPES)}`;
  }

  private brand(n: string): string {
    const known = this.made.get(`O${n}`);
    if (known) return known.split(/ (?:&|of|and) | /)[0] as string;
    const r = this.random();
    if (r < 0.4) return capitalize(this.invented([]));
    if (r < 0.7) return capitalize(this.pick(FAMILY));
    if (r < 0.8) return capitalize(this.pick(WORDS));
    if (r < 0.9) return this.letters(3);
    return capitalize(this.pick(KNOWN_ORGANIZATIONS));
  }

  private company(n: string): string {
    const brand = this.get(`o${n}`);
    const r = this.random();
    if (r < 0.3) return brand;
    if (r < 0.35) return `${capitalize(this.pick(WORDS))} ${capitalize(this.pick(WORDS))}`;
    if (r < 0.4) return `${brand} ${capitalize(this.pick(WORDS))}`;
    if (r < 0.62) return `${brand} ${this.pick(COMPANY_HEADS)}`;
    if (r < 0.72) return `${brand} ${this.pick(FIELDS)} ${this.pick(COMPANY_HEADS)}`;
    if (r < 0.79) return `${brand} & ${capitalize(this.pick(FAMILY))}`;
    if (r < 0.84) return `${brand} ${capitalize(this.pick(WORDS))} ${this.pick(COMPANY_HEADS)}`;
    if (r < 0.9) return `${this.pick(ADJECTIVES)} ${this.pick(FIELDS)} ${this.pick(COMPANY_HEADS)}`;
    if (r < 0.94) return `Bank of ${this.get(`C${n}9`)}`;
    return `${this.town()} ${this.pick(COMPANY_HEADS)}`;
  }

  private agency(): string {
    const r = this.random();
    const head = this.pick(AGENCY_HEADS);
    if (r < 0.3) return `${this.pick(ADJECTIVES)} ${this.pick(FIELDS)} ${head}`;
    if (r < 0.5)
      return `${this.pick(ADJECTIVES)} ${head} ${this.pick(['of', 'for', 'on'])} ${this.pick(FIELDS)}${this.chance(0.4) ? ` and ${this.pick(FIELDS)}` : ''}`;
    if (r < 0.65) return `${this.country('77').demonym} ${capitalize(this.pick(WORDS))} ${head}`;
    if (r < 0.8) return `${head} ${this.pick(['of', 'for'])} ${capitalize(this.pick(WORDS))} ${this.pick(FIELDS)}`;
    return `${capitalize(this.pick(WORDS))} ${capitalize(this.pick(WORDS))} ${head}`;
  }

  private team(): string {
    const r = this.random();
    if (r < 0.45) return `${this.town()} ${this.pick(TEAM_HEADS)}`;
    if (r < 0.7) return this.town();
    if (r < 0.85) return capitalize(this.invented([]));
    return this.pick(TEAM_HEADS);
  }

  private school(): string {
    const r = this.random();
    if (r < 0.35) return `University of ${this.town()}`;
    if (r < 0.6) return `${this.town()} University`;
    if (r < 0.7) return `${this.town()} State University`;
    if (r < 0.85)
      return `${capitalize(this.pick(FAMILY))} ${this.pick(['College', 'High School', 'School', 'Academy', 'Institute'])}`;
    return `${this.town()} ${this.pick(['Institute of Technology', 'School of Medicine', 'High School', 'Business School'])}`;
  }

  private medium(): string {
    const r = this.random();
    if (r < 0.6) return `${this.town()} ${this.pick(MEDIA_HEADS)}`;
    if (r < 0.75) return this.letters(3);
    if (r < 0.9) return `${capitalize(this.pick(WORDS))} ${this.pick(MEDIA_HEADS)}`;
    return `Daily ${this.pick(MEDIA_HEADS)}`;
  }

  private band(): string {
    const word = capitalize(this.pick(WORDS));
    const other = capitalize(this.pick(WORDS));
    return this.pick([
      `The ${word}s`,
      `${word} ${other}`,
      `The ${word} ${other}s`,
      `${other}`,
      `${capitalize(this.invented([]))}`,
    ]);
  }

  private government(): string {
    const field = this.pick(FIELDS);
    return this.pick([
      `${this.town()} City Council`,
      `Ministry of ${field}`,
      `Department of ${field}`,
      `${this.town()} Police Department`,
      `${field} Ministry`,
      `${this.town()} Police`,
      `${this.town()} County Council`,
      `${field} Department`,
      `Office of ${field}`,
    ]);
  }

  private work(): string {
    const word = () => capitalize(this.pick(WORDS));
    return this.pick([
      `The ${word()} ${word()}`,
      `${word()} of the ${word()}`,
      `${word()}`,
      `${word()} and ${word()}`,
      `The ${word()}`,
      `${word()} in ${word()}`,
    ]);
  }

  private event(): string {
    const place = capitalize(this.pick(CITY_NAMES));
    return this.pick([
      `${place} Open`,
      `${place} Film Festival`,
      'World Cup',
      `${this.get('N88')} Grand Prix`,
      'Olympic Games',
      `${capitalize(this.pick(WORDS))} Prize`,
      'European Championships',
    ]);
  }

  private letters(count: number): string {
    return Array.from({ length: count + (this.chance(0.3) ? 1 : 0) }, () =>
      this.pick([...'ABCDEFGHIKLMNOPRSTUVW']),
    ).join('');
  }
}

function capitalize(name: string): string {
  return name.replace(/(^|[ '-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function initials(name: string): string {
  return name
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');
}

const SLOT_LABELS: Record<string, Label | undefined> = {
  ...{ P: 'PER', p: 'PER', g: 'PER', L: 'LOC', C: 'LOC', R: 'LOC', F: 'LOC' },
  ...{ O: 'ORG', o: 'ORG', A: 'ORG', a: 'ORG', T: 'ORG', U: 'ORG', M: 'ORG', B: 'ORG', G: 'ORG' },
  ...{ W: 'MISC', E: 'MISC', V: 'MISC' },
};

/** The names that templates label as they stand, by label: each can stand for another of its kind. */
export type Pool = Map<string, string[]>;

/** Collects the names that templates label as they stand. */
export function readPool(templates: string[]): Pool {
  const pool: Pool = new Map();
  for (const [, label = '', name = ''] of templates.join('\n').matchAll(/\[([A-Z]+) ([^\]{}]+)\]/g)) {
    if (!pool.has(label)) pool.set(label, []);
    pool.get(label)?.push(name);
  }
  return pool;
}

/** How often a name that is labelled as it stands gives way to another (Dai and Adel, COLING 2020: mention replacement). */
const REPLACED = 0.3;

/** Fills the slots of one template text with names. */
export function fillSlots(template: string, random: Random, pool: Pool): LabelledText {
  const names = new Names(random);
  const replaced = new Map<string, string>();
  const replace = (label: string, name: string): string => {
    const list = pool.get(label);
    if (!list || name.includes('{')) return name;
    if (!replaced.has(name)) {
      const other = list[Math.floor(random() * list.length)] as string;
      replaced.set(name, random() < REPLACED && /^\p{Lu}/u.test(name) ? other : name);
    }
    return replaced.get(name) as string;
  };
  const out: LabelledText = { text: '', names: [] };
  for (const part of template.split(/(\[[A-Z]+ (?:[^\]]+)\]|\{[A-Za-z]\d*[a-z]?\})/)) {
    const bracket = /^\[([A-Z]+) (.+)\]$/.exec(part);
    const slot = /^\{([A-Za-z]\d*[a-z]?)\}$/.exec(part)?.[1];
    const text = bracket
      ? replace(bracket[1] as string, bracket[2] as string).replace(/\{([A-Za-z]\d*[a-z]?)\}/g, (_, inner: string) =>
          names.get(inner),
        )
      : slot
        ? names.get(slot)
        : part;
    const label = bracket
      ? bracket[1] === 'O'
        ? undefined
        : (bracket[1] as Label)
      : slot
        ? SLOT_LABELS[slot[0] as string]
        : undefined;
    if (label) out.names.push({ start: out.text.length, end: out.text.length + text.length, label });
    out.text += text;
  }
  return out;
}

/** Names lose nothing when a text is printed in capitals, as headlines and opening words are. */
export function shout({ text, names }: LabelledText): LabelledText {
  return { text: text.toUpperCase().length === text.length ? text.toUpperCase() : text, names };
}

/** Posts and comments leave out the capitals. */
export function whisper({ text, names }: LabelledText): LabelledText {
  return { text: text.toLowerCase().length === text.length ? text.toLowerCase() : text, names };
}

const SMALL = /^(?:a|an|the|of|in|on|at|to|for|and|or|as|by|with|from|is)$/;

/** Capitalizes the words of a text as many headlines do. */
export function titleCase({ text, names }: LabelledText): LabelledText {
  return {
    text: text.replace(/\p{L}+/gu, (word, at: number) =>
      SMALL.test(word) || /[’']/.test(text[at - 1] ?? '') ? word : (word[0] as string).toUpperCase() + word.slice(1),
    ),
    names,
  };
}
