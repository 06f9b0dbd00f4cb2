import { PLANTS, POTS } from '../languages/index.js';
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
/** So many hang on a plant. */
const BORNE = 5;

/**
 * “A **tomato plant**”, “a **lemon tree**”: a plant that bears what it is called after; the pot that it is in says no
 * more.
 * @returns how many spans were taken
 */
export function takePlant(g: Gathering, k: number): number {
  const { view, company, table } = g;
  if (POT_WORDS.has(view.at(k)?.key ?? '') && g.standing?.stand === 'in' && isPlant(g)) {
    g.standing = undefined;
    return 1;
  }
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
