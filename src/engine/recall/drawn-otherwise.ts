/**
 * Pictures with more in them than the thing, which then is left over beside others or at who has it, or that show it
 * put away: rain, notes, sparkles, a flash, a furled umbrella, the tree that a koala hugs. Looked at one by one.
 */
const LEFTOVERS: ReadonlySet<string> = new Set([
  ...['noto', 'noto-v1', 'fluent-emoji-flat', 'twemoji', 'emojione', 'streamline-emojis'].flatMap((set) => [
    `${set}:umbrella-with-rain-drops`,
    `${set}:closed-umbrella`,
    `${set}:camera-with-flash`,
  ]),
  'fluent-3d:2614',
  'fluent-3d:1f302',
  'fluent-3d:1f4f8',
  'noto-v1:microphone',
  'twemoji:microphone',
  'emojione:microphone',
  'twemoji:headphone',
  'noto-v1:headphone',
  'streamline-emojis:guitar',
  'streamline-emojis:sunglasses',
  'noto:dagger',
  'noto-v1:koala',
  'fluent-emoji-flat:hot-beverage',
  'fluent-3d:2615',
]);

/** Whether a picture of a thing goes ill with others and with somebody who has it. */
export const hasLeftovers = (slug: string): boolean => LEFTOVERS.has(slug);

/** Somebody with a helmet under the arm, cut off flat: no beginning of a whole figure. */
const CUT_OFF: ReadonlySet<string> = new Set(['twemoji:astronaut']);

/** Whether a picture of somebody goes ill with a body below it, and with what they have. */
export const isCutOff = (slug: string): boolean => CUT_OFF.has(slug);

/** Glasses with their arms unfolded above the lenses, which go over the forehead of who wears them. */
const WITH_ARMS: ReadonlySet<string> = new Set(['emojione:glasses', 'emojione:sunglasses', 'noto-v1:glasses']);

/** Whether a picture of glasses goes ill with who has them before the eyes. */
export const hasArms = (slug: string): boolean => WITH_ARMS.has(slug);

/** Boards that show their underside and wheels, as nothing stands on, and seats that there is no room under. */
const FROM_BELOW: ReadonlySet<string> = new Set(['twemoji:skateboard']);
const CLOSED_BELOW: ReadonlySet<string> = new Set([
  ...['noto', 'noto-v1', 'fluent-emoji-flat', 'twemoji', 'emojione'].map((set) => `${set}:seat`),
  'fluent-3d:1f4ba',
]);

/** Whether a picture of a thing goes ill with who is on it. */
export const isFromBelow = (slug: string): boolean => FROM_BELOW.has(slug);

/** Whether a picture of a thing goes ill with who is below it. */
export const isClosedBelow = (slug: string): boolean => CLOSED_BELOW.has(slug);

/**
 * Pictures by which hardly anybody would know what they show, where others do it well: without what is known of it
 * (spines, arms, horns), of another shape, cut off at an edge, with a rider, or framed as a scene. Of some 400 everyday
 * things all pictures were looked at side by side.
 */
const POOR_EXAMPLES: ReadonlySet<string> = new Set([
  // A lilac panda, and hamsters that could be a mouse or a beaver.
  ...['fluent-3d:1f43c', 'streamline-emojis:hamster-face', 'emojione:hamster-face', 'twemoji:hamster'],
  ...['1f994', '1f426', '1f985', '1f40a', '1f432', '1f421', '1f9a1', '1f993', '1f33d', '1f364'].map(
    (code) => `fluent-3d:${code}`,
  ),
  ...[
    'fox',
    'bird',
    'eagle',
    'crocodile',
    'dragon-face',
    'blowfish',
    'badger',
    'zebra',
    'ear-of-corn',
    'fried-shrimp',
  ].map((name) => `fluent-emoji-flat:${name}`),
  ...['hedgehog', 'crocodile', 'dragon', 'dragon-face', 'blowfish', 'octopus', 'mouse', 'otter', 'hamster'].map(
    (name) => `twemoji:${name}`,
  ),
  ...['banana', 'bug', 'laptop', 'pistol', 'gem-stone', 'train', 'basketball'].map((name) => `noto-v1:${name}`),
  ...[
    'fox',
    'ewe',
    'tent',
    'motorcycle',
    'speedboat',
    'oncoming-bus',
    'pistol',
    'basketball',
    'snow-capped-mountain',
    'mount-fuji',
  ].map((name) => `emojione:${name}`),
  ...[
    'castle',
    'tent',
    'factory',
    'ferris-wheel',
    'fountain',
    'carousel-horse',
    'roller-coaster',
    'ship',
    'rainbow',
    'pistol',
    'maple-leaf',
  ].map((name) => `streamline-emojis:${name}`),
  'kaleido:axolotl-whole',
]);

/** Whether a picture comes last of those that show a thing. */
export const isPoorExample = (slug: string): boolean => POOR_EXAMPLES.has(slug);

/** Vehicles that come towards us, as their pictures' names say, or as numbers do. */
const ONCOMING = /:(?:oncoming-.*|train|tram|metro)$/;
const ONCOMING_BY_NUMBER: ReadonlySet<string> = new Set(
  ['1f694', '1f696', '1f698', '1f68d', '1f686', '1f68a', '1f687'].map((code) => `fluent-3d:${code}`),
);

/** Whether a picture of a vehicle goes ill with who it runs away from, or after. */
export const isOncoming = (slug: string): boolean => ONCOMING.test(slug) || ONCOMING_BY_NUMBER.has(slug);
