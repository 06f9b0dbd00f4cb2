import { LIMITS, ownValue } from '../../basics/index.js';
import type { Air } from '../../finishes/index.js';
import { isPlace } from '../../memory/index.js';
import { AIR_WORDS, UNSEEN_WEATHER, WEATHER } from '../languages/index.js';
import { meantThing, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { type Named, plainNamed } from './named.js';

const airByWord = byListed(
  Object.values(AIR_WORDS).flatMap((airs) =>
    Object.entries(airs).map(([air, words]): [string, Air] => [words, air as Air]),
  ),
);
export const WEATHER_WORDS: ReadonlySet<string> = new Set([
  ...WEATHER.flatMap(({ words }) => listed(words)),
  ...listed(UNSEEN_WEATHER),
]);

/** Places that are no more than an hour or weather, by caption names: in another place they are what is in its air. */
const AIRS_OF: Readonly<Record<string, readonly Air[]>> = {
  'night sky': ['night'],
  'night with stars': ['night'],
  sunset: ['dusk'],
  'cityscape at dusk': ['dusk'],
  sunrise: ['dawn'],
  'rainy street': ['rain'],
  'rainy night': ['night', 'rain'],
  'stormy night': ['storm'],
  'winter landscape': ['snow'],
  'snowy night': ['night', 'snow'],
  'northern lights': ['aurora'],
  fog: ['fog'],
  foggy: ['fog'],
  'foggy landscape': ['fog'],
};

/** Where somebody is of whom no more is said than what is in the air, by the first of it that there is a place for. */
const PLACE_OF: readonly (readonly [air: Air, names: readonly string[]])[] = [
  ['aurora', ['northern lights', 'night sky', 'night with stars']],
  ['night', ['night sky', 'night with stars']],
  ['fog', ['foggy landscape']],
  ['dusk', ['sunset beach', 'sunset']],
  ['dawn', ['sunrise']],
];
/** What is seen where there is no place, too. */
const FALLING: ReadonlySet<Air> = new Set(['rain', 'storm', 'snow', 'wind', 'confetti']);
/** Things beside a scene that there is room for. */
const MOST_BEFORE = LIMITS.thingsTogether;

/** What of a scene is in the air; undefined of all other places. */
export const airsOf = (name: string): readonly Air[] | undefined => ownValue(AIRS_OF, name);

/** Where somebody is already, if it is said. */
export const placeSaid = (g: Gathering): Named | undefined =>
  [...g.named, ...(g.open.thing ? [g.open.thing] : [])].find(({ sense }) => isPlace(sense.names[0]!));

/** @returns whether a word is one for what is in the air */
export function takeAir(g: Gathering, { key, said, senses }: Span): boolean {
  const air = airByWord.get(key);
  // German “Mist” is none.
  const isOfLanguage = senseOf(senses, 'place') !== undefined;
  if (air === undefined || !isOfLanguage || g.isNegated) return false;
  if (g.open.thing) g.close();
  g.standing = undefined;
  g.airs.push({ air, said });
  return true;
}

/** A scene where somebody is somewhere already: the one is the place, and the other in its air. @returns whether so */
export function takeSecondScene(g: Gathering, name: string, said: string): boolean {
  const there = placeSaid(g);
  const airs = airsOf(name);
  if (!there) return false;
  const [own = ''] = there.sense.names;
  if (airs === undefined) {
    const before = airsOf(own);
    if (before === undefined) return false;
    for (const air of before) g.airs.push({ air, said: there.said });
    there.sense = meantThing([name], false);
    there.said = said;
  } else for (const air of airs) g.airs.push({ air, said });
  if (g.open.thing) g.close();
  g.standing = undefined;
  return true;
}

/** Of two places of which one is an hour or weather only the other is one; and where none is, that is found. */
export function settleAirs(g: Gathering): void {
  const { named, airs } = g;
  withoutWeatherBehind(g);
  settleSunset(g);
  const places = named.filter(({ sense }) => isPlace(sense.names[0]!));
  for (const place of places.length > 1 ? places : []) {
    const own = airsOf(place.sense.names[0]!);
    if (own === undefined || places.filter((one) => named.includes(one)).length < 2) continue;
    named.splice(named.indexOf(place), 1);
    airs.push(...own.map((air) => ({ air, said: place.said })));
    // “Mist over mountains” is one place.
    for (const one of places) one.count ??= 1;
    const [first] = named;
    if (first) Object.assign(first, { stand: undefined, isTurned: false, isOfFirst: false });
  }
  const isFree = places.length === 0 && named.length <= MOST_BEFORE;
  const place = isFree ? PLACE_OF.find(([air]) => airs.some((one) => one.air === air)) : undefined;
  const name = place?.[1].find((one) => g.company.has(one));
  if (name === undefined) {
    if (places.length === 0) leaveOutLight(g);
    return;
  }
  const said = airs.find((one) => one.air === place![0])!.said;
  const stand = named.length === 0 ? {} : ({ stand: 'in', standSaid: '' } as const);
  named.push({ ...plainNamed(meantThing([name], false), said), ...stand });
  // What the picture of a place shows already is not laid over it.
  if (airsOf(name)?.includes('aurora')) g.airs = airs.filter(({ air }) => air !== 'aurora');
}

/** What is at sea. */
const AT_SEA: ReadonlySet<string> = new Set([
  'sailboat',
  'ship',
  'speedboat',
  'canoe',
  'submarine',
  'whale',
  'orca',
  'dolphin',
  'shark',
  'person rowing boat',
]);

/** The sun sets for each where they are: pictures of a sunset are of a city. */
function settleSunset(g: Gathering): void {
  const { named, company } = g;
  const [place, ...others] = named.filter(({ sense }) => isPlace(sense.names[0]!));
  const who = named.find((one) => one !== place);
  if (place?.stand !== 'in' || place.sense.names[0] !== 'sunset' || !who || others.length > 0) return;
  const isAtSea = AT_SEA.has(who.sense.names[0]!);
  const name = isAtSea ? 'open sea' : company.isSomebody(who.sense) ? 'sunset beach' : 'meadow';
  if (!company.has(name)) return;
  place.sense = { ...place.sense, names: [name] };
  if (name !== 'sunset beach') g.airs.push({ air: 'dusk', said: '' });
}

/** Who stands before something in a weather has that in the air, and not behind both. */
function withoutWeatherBehind({ named, airs }: Gathering): void {
  const [, second, third] = named;
  if (second?.stand !== 'in front of' || third?.stand !== 'in') return;
  const own = airsOf(third.sense.names[0]!);
  if (own === undefined) return;
  named.splice(2, 1);
  airs.push(...own.map((air) => ({ air, said: third.said })));
}

/** Where nobody is anywhere, nothing but what falls is seen of what is in the air. */
function leaveOutLight(g: Gathering): void {
  for (const { air, said } of g.airs) if (!FALLING.has(air)) g.leaveOut(said, 'place');
  g.airs = g.airs.filter(({ air }) => FALLING.has(air));
}
