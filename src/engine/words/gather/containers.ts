import { meantThing } from '../sense.js';
import { FULL_OF } from '../vessels.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { type Named, plainNamed } from './named.js';

/** By a word for what things are put into, in English, what is drawn with them in it. */
const DRAWN_AS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'bowl with spoon': 'bowl tub dish',
    package: 'box crate carton tray',
    basket: 'basket',
    bucket: 'bucket pail barrel',
    jar: 'jar can tin',
    'open pot': 'pot',
    wheelbarrow: 'cart wagon trolley',
  }).flatMap(([thing, words]) => listed(words).map((word): [string, string] => [word, thing])),
);
/** A bag, of which there is but one for money. */
const BAGS: ReadonlySet<string> = new Set(listed('bag sack pouch'));
const MONEY_BAG = 'money bag';
const COIN = 'coin';

/** Whether a word is one for what food and other things are put into. */
export const isContainer = (word: string): boolean => DRAWN_AS.has(word) || BAGS.has(word);

/** What is drawn in what it is kept, cooked or served in, or runs. */
const SERVED: ReadonlySet<string> = new Set(
  listed(`honey coffee teacup beer wine cocktail tropical_drink glass_of_milk glass_of_water baby_bottle jar_of_jam potion popcorn french_fries ice_cream
    shaved_ice cooked_rice curry_rice steaming_bowl spaghetti green_salad pot_of_food shallow_pan_of_food bowl_of_cereal bowl_with_spoon custard oden sake milkshake
    smoothie water_drop wave ketchup butter salt canned_food cup_with_straw bubble_tea beverage_box tumbler_glass takeout_box bento_box fondue
    cup_noodles lotion_bottle pouring_liquid`),
);

/** Whether a thing is drawn in what it is in by itself. */
export const isServed = (thing: string): boolean => SERVED.has(thing);

/**
 * “A **bowl** of strawberries” is drawn with these in it, and “a **sack** of gold” as one of coins.
 * @param words forms of the container's word
 * @returns whether there is such a container
 */
export function contain(g: Gathering, content: Named, words: readonly string[], said: string): boolean {
  const isMoney = content.sense.names.includes(COIN) && words.some((word) => BAGS.has(word) || word === 'pot');
  const drawn = isMoney ? MONEY_BAG : words.map((word) => DRAWN_AS.get(word)).find((one) => one !== undefined);
  if (drawn === undefined || !g.company.has(drawn) || isServed(content.sense.names[0]!)) return false;
  const { stand, isTurned, isOfFirst, standSaid, isAct } = content;
  g.named.push({ ...plainNamed(meantThing([drawn], false), said), stand, isTurned, isOfFirst, standSaid, isAct });
  if (isMoney) content.sense = { ...meantThing([COIN], false), isPlural: true };
  Object.assign(content, { stand: 'around', isTurned: false, isOfFirst: false, standSaid: FULL_OF, isAct: false });
  if (content.count === 1) content.count = undefined;
  return true;
}
