import { BACKGROUND } from './background.ts';
import { EVENTS, type EventKind, type FactKind } from './events.ts';
import { Random } from './random.ts';
import { World } from './world.ts';

/** Where a source states a fact; offsets are UTF-16 code units. */
export interface Said {
  path: string;
  start: number;
  end: number;
}

/** A fact that one source of an event was made to give another value of. */
export interface Planted {
  kind: string;
  fact: string;
  /** Where the dissenting source says it. */
  dissent: Said;
  /** Where the others do. */
  others: Said[];
}

export interface MadeSource {
  path: string;
  text: string;
  /** Sources with the same number are of one event. */
  event: number;
}

export interface MadeEvent {
  sources: MadeSource[];
  planted: Planted[];
}

/** About how long a source is, in characters. */
const LENGTH = 3450;
const SOURCES_PER_EVENT = { least: 2, most: 6 };
/** How many events have a planted contradiction, of those with enough sources. */
const PLANTED = 0.7;
const SOURCES_PER_FOLDER = 100;

/**
 * Makes the sources of a folder, event by event: varied reports of invented events, and in a known number of them one source that
 * contradicts the others. The same seed makes the same folder.
 */
export function* makeFolder(count: number, seed = 1): Generator<MadeEvent> {
  const random = new Random(seed);
  const world = new World(random);
  let made = 0;
  for (let event = 0; made < count; event++) {
    const { least, most } = SOURCES_PER_EVENT;
    const size = Math.min(random.whole(least, most), count - made);
    yield new Story(random, world, event).tell(size, made);
    made += size;
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const AGENCIES = ['Reuters', 'AP', 'AFP', 'BBC News', 'dpa', 'CNN', 'EFE', 'ANSA'];
const THINGS: Record<string, string> = { closure: 'closure', merger: 'takeover', trial: 'trial', match: 'match' };
const CAUSES = ['a short circuit', 'a gas leak', 'arson', 'a lightning strike', 'a cigarette', 'a welding torch'];
const BUILDINGS =
  'town hall,market hall,central library,old theater,city museum,post office,grain store,shopping center'.split(',');
const TRADES = 'Foods,Steel,Logistics,Energy,Textiles,Motors,Chemicals,Electronics,Timber,Holdings'.split(',');

/** One event with its facts, told by several sources. */
class Story {
  readonly #kind: EventKind;
  readonly #slots: Record<string, string>;
  readonly #day: Date;
  readonly #values = new Map<string, string>();

  constructor(
    private readonly random: Random,
    private readonly world: World,
    private readonly event: number,
  ) {
    this.#kind = random.pick(EVENTS);
    this.#day = new Date(Date.UTC(2024, 0, random.whole(1, 700)));
    this.#slots = this.#name();
    for (const fact of this.#kind.facts) this.#values.set(fact.name, this.#valueOf(fact));
  }

  tell(size: number, first: number): MadeEvent {
    const { random } = this;
    const disputed = size >= 3 && random.chance(PLANTED) ? random.pick(this.#kind.facts) : undefined;
    const other = disputed && this.#otherValue(disputed);
    const dissenter = random.whole(0, size - 1);
    const planted: Planted[] = [];
    const told = Array.from({ length: size }, (_, i) => {
      const path = pathOf(first + i);
      return this.#source(path, disputed, disputed && i === dissenter ? other : undefined);
    });
    if (disputed) {
      const said = told.map(({ said }) => said as Said);
      const dissent = said[dissenter] as Said;
      planted.push({ kind: this.#kind.name, fact: disputed.name, dissent, others: said.filter((s) => s !== dissent) });
    }
    return { sources: told.map(({ source }) => source), planted };
  }

  #source(
    path: string,
    disputed: FactKind | undefined,
    other: string | undefined,
  ): { source: MadeSource; said?: Said } {
    const { random } = this;
    const shown = new Date(this.#day.getTime() + random.whole(0, 1) * 86_400_000);
    const agency = random.pick(AGENCIES);
    const town = this.#slots.town as string;
    const date = `${MONTHS[shown.getUTCMonth()]} ${shown.getUTCDate()}`;
    const head = `${this.#fill(random.pick(this.#kind.headlines))}\n\n${town.toUpperCase()}, ${date}, ${shown.getUTCFullYear()} (${agency}) - ${this.#fill(random.pick(this.#kind.leads))}`;
    const facts = this.#kind.facts.filter((fact) => fact === disputed || random.chance(0.8));
    const sentences = random.shuffle(facts).map((fact) => ({
      fact,
      text: this.#fill(random.pick(fact.says), fact === disputed && other ? other : this.#values.get(fact.name)),
    }));
    const paragraphs = this.#paragraphs(
      sentences.map(({ text }) => text),
      head.length,
    );
    const text = `${[head, ...paragraphs].join('\n\n')}\n`;
    const source = { path, text, event: this.event };
    const line = sentences.find(({ fact }) => fact === disputed);
    if (!line) return { source };
    const start = text.indexOf(line.text);
    return { source, said: { path, start, end: start + line.text.length } };
  }

  /** The facts among details and background, until the text is long enough. */
  #paragraphs(facts: string[], head: number): string[] {
    const { random } = this;
    const details = random.shuffle(this.#kind.details).map((text) => this.#fill(text, undefined, this.#passersBy()));
    const paragraphs = facts.map((fact, i) => [fact, details[i]].filter(Boolean).join(' '));
    const length = () => head + paragraphs.reduce((sum, text) => sum + text.length + 2, 0);
    for (const template of random.shuffle(BACKGROUND)) {
      if (length() >= LENGTH) break;
      paragraphs.splice(random.whole(1, paragraphs.length), 0, this.#fill(template, undefined, this.#passersBy()));
    }
    return paragraphs;
  }

  #fill(template: string, it?: string, more: Record<string, string> = {}): string {
    return this.random.fill(template, { ...this.#slots, ...more, ...(it === undefined ? {} : { it }) });
  }

  #name(): Record<string, string> {
    const { random, world } = this;
    const town = world.town();
    const official = world.person();
    const company = () => `${world.person().last} ${random.pick(TRADES)}`;
    return {
      thing: THINGS[this.#kind.name] ?? this.#kind.name,
      town: town.name,
      country: town.country,
      country2: world.town().country,
      other: world.town().name,
      official: official.full,
      officialLast: official.last,
      driver: world.person().full,
      accused: world.person().full,
      rivalPerson: world.person().full,
      company: company(),
      rival: company(),
      club: `${town.name} ${random.pick(['United', 'Rovers', 'City', 'Athletic'])}`,
      building: random.pick(BUILDINGS),
      hospital: `${world.person().last} Hospital`,
    };
  }

  /** People whom only one source talks to. */
  #passersBy(): Record<string, string> {
    const names = ['witness', 'witness2', 'doctor', 'expert', 'broker'];
    return Object.fromEntries(names.map((name) => [name, this.world.person().full]));
  }

  #valueOf({ value }: FactKind): string {
    const { random } = this;
    switch (value) {
      case 'toll':
        return String(random.whole(13, 90));
      case 'hurt':
        return String(random.whole(11, 400));
      case 'crowd':
        return `${random.whole(2, 60)},${random.whole(1, 9)}00`;
      case 'jobs':
        return String(random.whole(120, 990));
      case 'money':
        return `$${random.whole(12, 900)} million`;
      case 'size':
        return `${random.whole(5, 7)}.${random.whole(0, 9)}`;
      case 'day':
        return WEEKDAYS[this.#day.getUTCDay()] as string;
      case 'clock':
        return `${random.whole(1, 11)}:${random.pick(['05', '10', '20', '30', '40', '50'])} ${random.pick(['a.m.', 'p.m.'])}`;
      case 'age':
        return String(random.whole(24, 69));
      case 'person':
        return this.world.person().full;
      case 'town':
        return this.world.town().name;
      case 'cause':
        return random.pick(CAUSES);
    }
  }

  #otherValue(fact: FactKind): string {
    if (fact.value === 'day') return WEEKDAYS[(this.#day.getUTCDay() + 6) % 7] as string;
    for (;;) {
      const other = this.#valueOf(fact);
      if (other !== this.#values.get(fact.name)) return other;
    }
  }
}

/** Folders of a size that people and file systems can live with. */
function pathOf(number: number): string {
  const folder = String(Math.floor(number / SOURCES_PER_FOLDER)).padStart(4, '0');
  return `${folder}/${String(number).padStart(6, '0')}.txt`;
}
