/**
 * Kinds of place by size: something cannot be in two of one size, but one lies inside another of the next size. Words on one line
 * can be the same place.
 */
const VENUES: Record<Venue['size'], string> = {
  container: `
    bag backpack rucksack handbag satchel holdall suitcase trunk luggage
    box crate carton
    bin dustbin dumpster skip
    fridge refrigerator
    freezer
    drawer
    safe vault strongbox
    wardrobe closet cupboard locker
    envelope
    barrel
    bed mattress
    pocket
    oven
    bathtub bath tub`,
  room: `
    kitchen
    bedroom
    bathroom toilet lavatory
    basement cellar
    attic loft
    corridor hallway stairwell staircase
    lobby foyer
    classroom
    roof rooftop
    cell
    canteen cafeteria
    storeroom stockroom pantry
    workshop
    laboratory lab
    garage
    laundry
    living-room lounge sitting-room
    balcony terrace
    cab cabin cockpit
    sleeper couchette
    deck
    stage
    elevator lift
    courtroom
    ward
    office`,
  building: `
    home house apartment flat residence cottage villa bungalow farmhouse
    ranch farm farmstead plantation vineyard
    camp barracks base
    square plaza
    hospital clinic infirmary
    hospice
    hotel inn
    motel
    prison jail
    school college
    university
    church cathedral chapel
    monastery convent
    mosque
    synagogue temple
    restaurant bar pub club cafe nightclub
    car vehicle van taxi truck lorry
    train carriage
    bus coach
    plane aircraft helicopter
    boat ship ferry yacht vessel
    store shop supermarket mall
    airport
    station
    factory plant mill works refinery
    warehouse depot
    court courthouse
    embassy consulate
    museum gallery
    library
    bank
    theater theatre cinema
    stadium arena
    barn stable
    mine
    tunnel
    well
    bridge
    palace
    parliament`,
  open: `
    park garden
    street road highway motorway avenue lane
    field meadow pasture
    forest wood woods jungle
    river stream creek canal
    lake pond reservoir
    sea ocean
    beach shore
    desert
    mountain hill
    ravine gorge canyon gully
    ditch
    swamp marsh
    glacier
    island
    quarry
    cave cavern
    cemetery graveyard churchyard`,
};

export const SIZES = ['container', 'room', 'building', 'open'] as const;

export interface Venue {
  line: string;
  size: (typeof SIZES)[number];
}

const venues = new Map<string, Venue>();
for (const [size, lines] of Object.entries(VENUES))
  for (const line of lines.split('\n').map((l) => l.trim()))
    for (const word of line.split(' ').filter(Boolean)) venues.set(word, { line, size: size as Venue['size'] });

/** The kind of place that a noun names: a word, or "press room", "assembly hall", where the word before tells them apart. */
export function venueOf(word: string): Venue | undefined {
  const known = venues.get(word);
  if (known) return known;
  return word.endsWith(' room') || word.endsWith(' hall') ? { line: word, size: 'room' } : undefined;
}
