import { listed } from './vocabularies.js';

/** What something may lie or hang on, by its caption name. */
const DISHES: ReadonlySet<string> = new Set(
  listed(`cake birthday_cake plain_cake chocolate_cake wedding_cake shortcake cupcake pancakes waffle pizza ice_cream shaved_ice pie custard doughnut bread croissant green_salad bowl_with_spoon
    cooked_rice curry_rice steaming_bowl spaghetti hamburger flatbread bagel shallow_pan_of_food pot_of_food cookie chocolate moon_cake bento_box toast muffin milkshake
    potted_plant tree cheesecake bowl_of_cereal churros`),
);
/** What lies on a dish, by its caption name. */
const TOPPINGS: ReadonlySet<string> = new Set(
  listed(`strawberry blueberries cherries grapes banana kiwi mango pineapple peach apple orange lemon lime tomato mushroom brown_mushroom olive egg bacon cheese butter
    honey chocolate candy cookie chili_pepper bell_pepper onion garlic shrimp fried_shrimp avocado coconut nuts peanuts chestnut corn candle leaf herb leafy_green flower heart star
    watermelon melon pear cucumber`),
);
/** What may be small on any thing. */
const DECORATIONS: ReadonlySet<string> = new Set(
  listed(`gem star heart flower rose tulip sunflower hibiscus cherry_blossom daisy ribbon clover four_leaf_clover leaf maple_leaf snowflake lightning skull moon crescent_moon sun
    broken_heart feather bell butterfly pink_heart black_heart white_heart paw_prints crown eye anchor rosette white_flower
    spider_web adhesive_bandage`),
);
/** What has nothing on it, but others beside it. */
const BARE: ReadonlySet<string> = new Set([
  'food-drink',
  'animals-nature',
  'people-body',
  'smileys-emotion',
  'symbols',
]);

/** What is spread on a dish, or one piece of it. */
const SPREADS: ReadonlySet<string> = new Set(['butter', 'honey', 'cheese']);

/** Whether several of another lie on a dish where nobody says how many. */
export const isStrewnOn = (dish: string, other: string): boolean => isTopping(dish, other) && !SPREADS.has(other);

/** Whether a thing is a dish, and another lies on dishes. */
export const isTopping = (dish: string, other: string): boolean => DISHES.has(dish) && TOPPINGS.has(other);

/**
 * How a thing is with another that it has on it: topped, or set with it.
 * @param group of the thing
 * @returns undefined where the other is beside it
 */
export function smallOn(thing: string, other: string, group: string): 'topped' | 'set' | undefined {
  if (isTopping(thing, other)) return 'topped';
  return DECORATIONS.has(other) && !BARE.has(group) && !DECORATIONS.has(thing) ? 'set' : undefined;
}
