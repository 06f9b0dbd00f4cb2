import { ownValue } from '../../basics/index.js';
import { meantThing, RANK, type ThingSense } from '../sense.js';
import { type Gathering, standingAs } from './gathering.js';
import { type Named, plainNamed } from './named.js';

/** What people have of an animal who are called by it, and in which colour where it has one of its own. */
const HAD: Readonly<Record<string, { worn: string; colour?: string }>> = {
  cat: { worn: 'cat ears' },
  kitten: { worn: 'cat ears' },
  fox: { worn: 'cat ears', colour: 'orange' },
  wolf: { worn: 'cat ears', colour: 'grey' },
  dog: { worn: 'cat ears', colour: 'brown' },
  puppy: { worn: 'cat ears', colour: 'brown' },
  tiger: { worn: 'cat ears', colour: 'orange' },
  leopard: { worn: 'cat ears', colour: 'yellow' },
  raccoon: { worn: 'cat ears', colour: 'grey' },
  'red panda': { worn: 'cat ears', colour: 'brown' },
  rabbit: { worn: 'bunny ears' },
  unicorn: { worn: 'unicorn horn' },
  dragon: { worn: 'devil horns', colour: 'green' },
};

/** Who is called so besides what they are, by caption name. */
const CALLED: ReadonlySet<string> = new Set(['girl', 'boy', 'woman', 'man', 'person', 'child', 'princess', 'prince']);

const LADY = /^(?:lady|ladies)$/i;

/**
 * “A **fox girl**”, “chica zorro”, “dragon cat”: people who are called by an animal, and animals that are called by a
 * being, are those with its ears or horns, or, of one that has none, dressed as it.
 *
 * @returns whether that is what two nouns say that run together
 */
export function isAnimalPerson(g: Gathering, before: Named, sense: ThingSense, said: string): boolean {
  const hasHeadFirst = g.table.hasHeadFirst === true;
  const [animal, who] = hasHeadFirst ? [sense, before.sense] : [before.sense, sense];
  if (g.last !== 'thing' || before.stand !== undefined || (before.count ?? 1) > 1) return false;
  // A cat lady has cats.
  if (LADY.test(said)) return false;
  const isPerson = CALLED.has(who.names[0]!) && isAnimal(g, animal);
  if (who.rank > RANK.foreign || !(isPerson || isBeing(g, animal, who))) return false;
  const had = ownValue(HAD, animal.names[0]!);
  if (had !== undefined && !g.company.has(had.worn)) return false;
  const own = { ...plainNamed(meantThing([had?.worn ?? animal.names[0]!], false), said), ...standingAs('wearing') };
  if (had?.colour !== undefined) own.adjectives.addColour(had.colour, '');
  g.open.thing = { ...before, said: `${before.said} ${said}`, sense: who };
  g.activities.push({ own: had === undefined ? { ...own, isCostume: true } : own, at: g.named.length });
  return true;
}

/** Beings that animals are called by, which are then as these are, and not beside them: “a dragon cat”. */
const BEINGS: ReadonlySet<string> = new Set(['unicorn', 'dragon', 'skeleton', 'alien', 't-rex', 'monster', 'goblin']);

const isBeing = (g: Gathering, { names, rank }: ThingSense, who: ThingSense): boolean =>
  BEINGS.has(names[0]!) && rank <= RANK.foreign && !BEINGS.has(who.names[0]!) && isAnimal(g, who);

function isAnimal({ company }: Gathering, sense: ThingSense): boolean {
  return sense.rank <= RANK.foreign && company.isLiving(sense) && !company.isPerson(sense);
}
