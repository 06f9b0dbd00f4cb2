import { FACE, PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import type { ThingSense } from './sense.js';
import { listed } from './vocabularies.js';
import type { WordTables } from './word-tables.js';

/** What drawings have that no dictionary tells: by a thing's name, or a word of it. */
const DRAWN_WITH: Readonly<Record<string, string>> = {
  cake: 'candle icing frosting cream cherry strawberry layer',
  cupcake: 'icing frosting sprinkle cherry cream topping',
  shortcake: 'cream strawberry',
  doughnut: 'sprinkle icing frosting glaze hole',
  cookie: 'chocolate chip',
  pancakes: 'butter syrup honey',
  hamburger: 'bun bread cheese lettuce salad tomato patty meat beef onion sesame seed sauce',
  sandwich: 'bread cheese lettuce tomato ham meat',
  'hot dog': 'bun bread sausage mustard ketchup sauce',
  taco: 'shell tortilla cheese lettuce salad tomato meat',
  burrito: 'tortilla filling',
  pizza: 'cheese tomato pepperoni salami olive topping crust mushroom sauce basil',
  'french fries': 'box packet bag potato',
  'ice cream': 'cone wafer sprinkle cherry',
  spaghetti: 'sauce tomato fork plate meatball',
  'steaming bowl': 'bowl steam chopsticks egg noodle',
  sushi: 'rice fish',
  popcorn: 'box bucket bag',
  pie: 'crust',
  coffee: 'cup mug steam saucer handle',
  teacup: 'handle steam tea saucer',
  teapot: 'handle spout lid steam',
  beer: 'foam handle mug glass',
  wine: 'glass',
  cocktail: 'glass olive straw umbrella',
  'tropical drink': 'glass straw umbrella fruit',
  'bubble tea': 'straw pearl bubble cup',
  apple: 'leaf stem',
  pear: 'leaf stem',
  orange: 'leaf',
  lemon: 'leaf',
  cherries: 'leaf stem',
  peach: 'leaf',
  strawberry: 'leaf seed stem',
  watermelon: 'seed rind',
  pumpkin: 'stem face eye mouth',
  carrot: 'leaf top',
  tree: 'leaf trunk branch bark',
  flower: 'petal leaf stem',
  rose: 'petal leaf stem thorn',
  tulip: 'petal leaf stem',
  sunflower: 'petal leaf stem seed',
  cactus: 'thorn spine needle spike flower pot',
  mushroom: 'spot dot stem cap',
  'christmas tree': 'star light ornament bauble decoration present trunk',
  snowman: 'hat scarf nose carrot arm button eye mouth face',
  santa: 'hat beard moustache mustache',
  clown: 'nose hair makeup hat',
  wizard: 'hat beard wand robe',
  pirate: 'hat eyepatch',
  robot: 'antenna eye mouth',
  ghost: 'eye mouth face arm',
  skull: 'eye tooth nose jaw',
  alien: 'eye mouth',
  dragon: 'wing horn tail scale eye tooth leg',
  unicorn: 'horn mane',
  fairy: 'wing',
  'baby angel': 'wing halo',
  horse: 'mane tail hoof',
  lion: 'mane',
  deer: 'antler horn',
  cow: 'horn spot nose',
  goat: 'horn beard',
  ram: 'horn',
  ox: 'horn',
  elephant: 'trunk tusk ear tail',
  tiger: 'stripe',
  zebra: 'stripe mane',
  bee: 'stripe wing stinger sting antenna',
  butterfly: 'antenna wing spot',
  ladybug: 'dot spot antenna wing',
  snail: 'antenna shell house eye',
  octopus: 'tentacle arm eye',
  squid: 'tentacle arm',
  jellyfish: 'tentacle',
  spider: 'leg eye',
  crab: 'claw leg eye',
  scorpion: 'tail claw sting stinger',
  fish: 'fin tail scale eye',
  shark: 'fin tooth tail',
  whale: 'fin tail spout',
  sun: 'ray beam',
  moon: 'crater',
  umbrella: 'handle',
  balloon: 'string cord',
  candle: 'flame fire wick',
  rocket: 'flame fire window fin',
  castle: 'tower flag window door gate wall',
  house: 'window door chimney roof tree garden',
  car: 'wheel window door headlight tyre tire',
  bus: 'wheel window door',
  truck: 'wheel window',
  train: 'wheel window light track',
  bicycle: 'wheel pedal seat saddle handlebar',
  motorcycle: 'wheel seat',
  airplane: 'wing window',
  sailboat: 'sail mast flag',
  ship: 'chimney funnel window anchor',
  crown: 'gem jewel diamond ruby pearl stone',
  ring: 'gem diamond stone jewel',
  gift: 'ribbon bow',
  guitar: 'string neck',
  violin: 'string bow',
  'teddy bear': 'ribbon bow',
};

/** What living things are drawn with, whether or not a dictionary says it of them. */
const OF_LIVING =
  listed(`body eye face head ear nose mouth snout muzzle tongue tooth leg arm hand foot paw tail fur hair cheek belly whisker beak feather
  claw finger`);
/** What every face has. */
const FACIAL: ReadonlySet<string> = new Set(['eye', 'eyes', 'mouth', 'face']);
/** What pictures of a face alone do not show. */
const BELOW_HEAD: ReadonlySet<string> = new Set(listed('body tail leg paw foot arm hand belly claw hoof'));

/** What a bundle's drawings have by themselves. */
export interface DrawnParts {
  /** @param words names of a part, in English or of things */
  has(thing: ThingSense, words: readonly string[]): boolean;
  /** Caption names of what shows the same thing without a part; none where nothing is known to do so. */
  without(thing: ThingSense, words: readonly string[]): readonly string[];
}

/** @param isLiving whether a thing is an animal or a person */
export function drawnParts(
  bundle: BundleWords,
  { parts }: Pick<WordTables, 'parts'>,
  isLiving: (name: string) => boolean,
): DrawnParts {
  const { things, measures, pictures } = bundle.memory;
  const byName = new Map(things.map((thing) => [thing.name, thing]));
  const listedParts = new Map(Object.entries(DRAWN_WITH).map(([name, words]) => [name, new Set(listed(words))]));
  const faces = new Set<string>();
  const icons = new Map<string, Set<string>>();
  for (const [picture, shown] of measures.shows.entries()) {
    if (measures.kind[picture] !== PICTURE_KINDS.thing) continue;
    const { name } = things[shown]!;
    if ((measures.flags[picture]! & FACE) !== 0) faces.add(name);
    const slug = pictures[picture]!;
    const icon = slug.slice(slug.indexOf(':') + 1).split('/')[0]!;
    icons.set(icon, (icons.get(icon) ?? new Set()).add(name));
  }

  /** What a thing is called, and the words of that: birthday cake, cake. */
  const calledAs = (name: string) => {
    const all = [name, ...(byName.get(name)?.synonyms ?? [])];
    return [...new Set(all.flatMap((one) => [one, one.slice(one.lastIndexOf(' ') + 1)]))];
  };
  const isDrawnWith = (name: string, word: string): boolean => {
    if (listedParts.has(name)) {
      if (listedParts.get(name)!.has(word)) return true;
    } else if (listedParts.get(name.slice(name.lastIndexOf(' ') + 1))?.has(word)) return true;
    if (isLiving(name) && OF_LIVING.includes(word) && !(isOnlyFace(name) && BELOW_HEAD.has(word))) return true;
    if (FACIAL.has(word) && faces.has(name)) return true;
    // “heart with arrow”
    return name.split(' ').slice(0, -1).includes(word) || (name.endsWith(` ${word}`) && name.includes(' with '));
  };
  const isOnlyFace = (name: string) => name.endsWith(' face') || name.endsWith(' head');
  const isPartOf = (name: string, word: string) =>
    calledAs(name).some((one) => parts.find(`${one}|${word}`) !== undefined);
  const has = (name: string, words: readonly string[]) =>
    words.some((word) => isDrawnWith(name, word) || (!isOnlyFace(name) && isPartOf(name, word)));

  /** Things that some of a thing's own pictures are of too: a shortcake is a cake, a cat’s face a cat. */
  const variantsOf = (name: string) => {
    const own = [...icons.values()].filter((names) => names.has(name));
    return [...new Set(own.flatMap((names) => [...names]))].filter((one) => one !== name);
  };
  return {
    has: ({ names }, words) => names.length > 0 && has(names[0]!, words),
    without({ names }, words) {
      const variants = names.flatMap(variantsOf);
      // Only where another variant is known to have it does the want of it say something.
      return words.some((word) => BELOW_HEAD.has(word)) || variants.some((name) => has(name, words))
        ? variants.filter((name) => !has(name, words))
        : [];
    },
  };
}
