import { FLAVOURED, FLAVOURS } from '../languages/index.js';
import { RANK, type ThingSense } from '../sense.js';
import { byListed, listed } from '../vocabularies.js';
import type { Named } from './named.js';

const colourOf = byListed(Object.entries(FLAVOURS).map(([colour, words]): [string, string] => [words, colour]));
const FLAVOURED_THINGS = new Set(listed(FLAVOURED));

/** “**Chocolate** cake” is brown. @param tasting what it tastes of @returns whether it has the colour of that */
export function flavour(dish: Named, tasting: ThingSense): boolean {
  const colour = tasting.names.map((name) => colourOf.get(name)).find((one) => one !== undefined);
  if (colour === undefined || !FLAVOURED_THINGS.has(dish.sense.names[0]!) || dish.sense.names[0] === tasting.names[0])
    return false;
  if (dish.adjectives.colours.length === 0) dish.adjectives.addColour(colour, '');
  return true;
}

/** Of what is named together with its flavour, the colour that this has: “strawberry ice cream”. */
export function colourOfFlavour(key: string, { names: [name = ''], rank }: ThingSense): string | undefined {
  const first = key.slice(0, Math.max(0, key.indexOf(' ')));
  return rank > RANK.name && FLAVOURED_THINGS.has(name) ? colourOf.get(first) : undefined;
}
