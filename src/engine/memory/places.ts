/** How the light of a day falls into a place: not at all where it is dark or of no day by itself. */
export type Daylight = 'open' | 'indoors' | 'none';

/** Places that somebody is in, as pictures show them, by their light. */
const PLACES: Readonly<Record<Daylight, readonly string[]>> = {
  open: [
    'beach with umbrella',
    'desert',
    'desert island',
    'national park',
    'camping',
    'mountain',
    'cityscape',
    'cityscape at dusk',
    'sunrise',
    'sunrise over mountains',
    'sunset',
    'foggy',
    'fog',
    'hot springs',
    'stadium',
    'landslide',
    'motorway',
    'railway track',
    'mountain railway',
    'forest',
    'jungle',
    'open sea',
    'lake',
    'river',
    'country road',
    'winter landscape',
    'meadow',
    'garden',
    'city park',
    'city street',
    'farm',
    'blue sky',
    'rainy street',
    'stormy sea',
    'foggy landscape',
    'sunset beach',
    'zoo',
    'swimming pool',
    'football pitch',
    'traffic jam',
    'ski slope',
    'playground',
    'race track',
    'pirate ship deck',
    'rooftop',
    'beach',
  ],
  // Under leaves no sky is seen either.
  indoors: [
    'autumn forest',
    'kitchen',
    'bedroom',
    'living room',
    'classroom',
    'library',
    'office',
    'bathroom',
    'gym',
    'cafe',
    'supermarket',
    'laboratory',
    'castle hall',
    'restaurant',
    'train interior',
    'hospital room',
    'boxing ring',
    'basketball court',
    'dungeon',
    'airport',
  ],
  none: [
    'stage',
    'cave',
    'hell',
    'seabed',
    'milky way',
    'outer space',
    'mars surface',
    'night sky',
    'night with stars',
    'street at night',
    'forest at night',
    'bridge at night',
    'rainy night',
    'stormy night',
    'snowy night',
    'graveyard',
    'moon surface',
    'northern lights',
    'concert',
    'moon viewing ceremony',
    'spaceship interior',
    'fireworks',
    'sparkler',
  ],
};

const DAYLIGHT: ReadonlyMap<string, Daylight> = new Map(
  Object.entries(PLACES).flatMap(([daylight, names]) => names.map((name) => [name, daylight as Daylight])),
);

/** Vehicles, by caption names, of which there is no inside: who is in one looks out of a window. */
const WINDOWED: ReadonlySet<string> = new Set([
  'airplane',
  'ship',
  'bus',
  'trolleybus',
  'helicopter',
  'rocket',
  'van',
  'truck',
]);

export const isWindowed = (name: string): boolean => WINDOWED.has(name);

/** Whether a thing of this name is a place that somebody is in, and not one that they are beside. */
export const isPlace = (name: string): boolean => DAYLIGHT.has(name);

/** Undefined of what is no place. */
export const daylightOf = (name: string): Daylight | undefined => DAYLIGHT.get(name);
