import { GROWING, PLANTS, POTS, POTTED } from '../languages/index.js';
import { plural } from '../plurals.js';
import { meantThing, RANK, type ThingSense } from '../sense.js';
import { isTopping } from '../small-on.js';
import { FULL_OF } from '../vessels.js';
import { byListed, listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';
import { nameThing } from './naming.js';

const plantByWord = byListed(Object.entries(PLANTS).map(([name, words]): [string, string] => [words, name]));
const POT_WORDS: ReadonlySet<string> = new Set(listed(POTS));
const POTTED_WORDS: ReadonlySet<string> = new Set(listed(POTTED));
const GROWN: ReadonlySet<string> = new Set(listed(GROWING));
/** Caption name of what gives a flower pot its colour, that of clay where none is said. */
const [POT, CLAY] = ['vase', 'orange'];
/** So many hang on a plant. */
const BORNE = 5;

/**
 * “A **tomato plant**”, “a **lemon tree**”: a plant that bears what it is called after; the pot that it is in says no
 * more.
 * @returns how many spans were taken
 */
export function takePlant(g: Gathering, k: number): number {
  const { view, company, table } = g;
  if (takePot(g, k)) return 1;
  const found = table.hasHeadFirst === true || g.isNegated ? undefined : (twoWords(g, k) ?? oneName(g, k));
  if (!found || !company.has(found.plant) || !isTopping(found.plant, found.fruit.names[0]!)) return 0;
  const { plant, fruit, takes } = found;
  const said = view.said(k, k + takes);
  const { isPlural = false } = view.thingAt(k + takes - 1) ?? {};
  nameThing(g, k + takes - 1, { ...meantThing([plant], false), isPlural });
  const colours = g.open.thing?.adjectives.takeColours() ?? [];
  g.close();
  const borne = plainNamed({ ...fruit, isGuess: false, isPlural: true }, said);
  for (const colour of colours) borne.adjectives.addColour(colour, '');
  g.named.push({ ...borne, count: BORNE, stand: 'around', standSaid: FULL_OF });
  return takes;
}

/** “A cactus **in a yellow pot**”, “a **potted** rose”: no cooking pot. @returns whether that was said */
function takePot(g: Gathering, k: number): boolean {
  const { view, company } = g;
  const { key, said } = view.at(k)!;
  const isOwn = key.startsWith('potted ');
  if ((isOwn || POTTED_WORDS.has(key)) && !g.lastNamed) {
    const at = isOwn ? k : view.nextThing(k)?.[1];
    const isNext = at !== undefined && isGrowing(view.thingAt(at));
    if (isNext) g.potted = said;
    return isNext && !isOwn;
  }
  if (!POT_WORDS.has(key) || g.standing?.stand !== 'in' || g.open.thing) return false;
  const [plant, ...others] = g.named;
  // Of what is drawn in a pot that is the pot, unless it is of another colour.
  if (g.open.adjectives.colours.length === 0 && isPlant(g)) {
    g.standing = undefined;
    return true;
  }
  if (!plant || others.length > 0 || !company.has(POT)) return false;
  if (plant.sense.names[0] === IN_POT && company.has(SEEDLING)) plant.sense = { ...plant.sense, names: [SEEDLING] };
  if (!isGrowing(plant.sense)) return false;
  nameThing(g, k, meantThing([POT], false));
  g.act = 'potted';
  return true;
}

const [IN_POT, SEEDLING] = ['potted plant', 'seedling'];

const isGrowing = (thing: ThingSense | undefined): boolean => thing?.names.some((name) => GROWN.has(name)) === true;

/** “A **potted** cactus” that nothing else is said of; a pot of no colour is of clay. */
export function settlePots(g: Gathering): void {
  const { named, potted, company } = g;
  if (potted !== undefined && named.length === 1 && company.has(POT)) {
    named.push({ ...plainNamed(meantThing([POT], false), potted), stand: 'in' });
    g.act = 'potted';
  }
  const own = g.act === 'potted' ? named.find(({ sense }) => sense.names[0] === POT) : undefined;
  if (own?.adjectives.colours.length === 0) own.adjectives.addColour(CLAY, '');
}

interface Bearing {
  plant: string;
  fruit: ThingSense;
  takes: number;
}

/** “**Strawberry plant**”, of which each word is known. */
function twoWords({ view }: Gathering, k: number): Bearing | undefined {
  const fruit = view.thingAt(k);
  const plant = plantByWord.get(view.at(k + 1)?.key ?? '');
  return fruit && plant !== undefined && fruit.rank <= RANK.synonym ? { plant, fruit, takes: 2 } : undefined;
}

/** “**Tomato plant**”, “**lemon tree**”, which dictionaries know as one. */
function oneName({ view, company }: Gathering, k: number): Bearing | undefined {
  const [fruit = '', word = '', ...others] = view.at(k)!.key.split(' ');
  const plant = plantByWord.get(word);
  const name = [fruit, plural(fruit)].find((one) => company.has(one));
  if (plant === undefined || name === undefined || others.length > 0) return undefined;
  return { plant, fruit: meantThing([name], false), takes: 1 };
}

/** Whether what was named last is a plant that is drawn in a pot. */
function isPlant({ named }: Gathering): boolean {
  return [named.at(-1), named.at(-2)].some((one) => one?.sense.names[0] === 'potted plant');
}
