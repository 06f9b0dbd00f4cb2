import { asKey } from './as-key.js';
import { listed } from './vocabularies.js';

/** What is open above, and has in it what it is said to be with, by its caption name. */
const VESSELS: ReadonlySet<string> = new Set(
  listed(`amphora vase basket bucket bathtub package jar shopping_cart treasure_chest wastebasket takeout_box cauldron
    christmas_stocking wheelbarrow`),
);
/** Words for having so much in it that it is heaped up. */
const FULL: ReadonlySet<string> = new Set(listed('full_of filled_with'));
/** As what is said of a basket **of** apples. */
export const FULL_OF = 'full of';

/** Whether things are in a thing that is said to be with them. */
export const isVessel = (thing: string): boolean => VESSELS.has(thing);

/** Whether what was named before is said to be full of it. */
export const isFullOf = ({ standSaid }: { standSaid: string }): boolean => FULL.has(asKey(standSaid));
