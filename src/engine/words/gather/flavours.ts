import { BAKED, FLAVOURED, FLAVOURS, FRUITS } from '../languages/index.js';
import { meantThing, RANK, type ThingSense } from '../sense.js';
import { byListed, listed } from '../vocabularies.js';
import { type Named, plainNamed } from './named.js';

const colourOf = byListed(Object.entries(FLAVOURS).map(([colour, words]): [string, string] => [words, colour]));
const fruitOf = byListed(Object.entries(FRUITS).map(([fruit, words]): [string, string] => [words, fruit]));
const FLAVOURED_THINGS = new Set(listed(FLAVOURED));
const BAKED_THINGS = new Set(listed(BAKED));

/**
 * “**Chocolate** cake” is brown, and on “**blueberry** pancakes” lie blueberries.
 * @param tasting what it tastes of
 * @returns whether it shows that
 */
export function flavour(dish: Named, tasting: ThingSense): boolean {
  const name = dish.sense.names[0]!;
  const fruit = tasting.names.map((one) => fruitOf.get(one)).find((one) => one !== undefined);
  if (fruit !== undefined && BAKED_THINGS.has(name)) {
    dish.topping = fruit;
    return true;
  }
  const colour = tasting.names.map((one) => colourOf.get(one)).find((one) => one !== undefined);
  if (colour === undefined || !FLAVOURED_THINGS.has(name) || name === tasting.names[0]) return false;
  if (dish.adjectives.colours.length === 0) dish.adjectives.addColour(colour, '');
  return true;
}

/** Of what is named together with its flavour, what shows this: “strawberry ice cream” is pink. */
export function flavourNamed(
  key: string,
  { names: [name = ''], rank }: ThingSense,
): { colour?: string | undefined; topping?: string } {
  const first = key.slice(0, Math.max(0, key.indexOf(' ')));
  if (rank <= RANK.name) return {};
  const fruit = fruitOf.get(first);
  // A banana split is ice cream with bananas.
  if (fruit !== undefined && (BAKED_THINGS.has(name) || key.endsWith(' split'))) return { topping: fruit };
  return FLAVOURED_THINGS.has(name) ? { colour: colourOf.get(first) } : {};
}

/** What lies on a dish that is called after it. */
export const toppingOf = (fruit: string): Named => ({
  ...plainNamed({ ...meantThing([fruit], false), isPlural: true }, ''),
  count: undefined,
  stand: 'with',
});
