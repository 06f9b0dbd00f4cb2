import { ownValue } from '../../basics/index.js';
import { KIN, KIN_TOGETHER, type Kin, PETS, WHOSE } from '../languages/index.js';
import type { Role, ThingSense } from '../sense.js';
import { byListed, listed } from '../vocabularies.js';
import { type Gathering, standingAs } from './gathering.js';
import { areSame, type Named } from './named.js';
import { nameThing } from './naming.js';
import { REACH } from './span-view.js';

const bareByWord = byListed(KIN.map((kin) => [kin.bare, kin] as const));
const ownedByWord = byListed(KIN.map((kin) => [kin.owned, kin] as const));
const WHOSE_WORDS: ReadonlySet<string> = new Set(listed(WHOSE));
const TOGETHER_WORDS: ReadonlySet<string> = new Set(listed(KIN_TOGETHER));
/** Young of which there are pictures of their own, by the caption name of who has them. */
const YOUNG_OF: Readonly<Record<string, string>> = {
  chicken: 'chick',
  rooster: 'chick',
  duck: 'duckling',
  goose: 'gosling',
  swan: 'cygnet',
  frog: 'tadpole',
  cat: 'kitten',
  dog: 'puppy',
  pig: 'piglet',
  deer: 'fawn',
  horse: 'foal',
  ewe: 'lamb',
  cow: 'calf',
  kangaroo: 'joey',
  lion: 'lion cub',
  bear: 'bear cub',
};
const PARENT_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(YOUNG_OF).map(([parent, young]) => [young, parent]),
);
/** So many are somebody's young, or parents, where nobody says how many. */
const SOME = 2;

/**
 * “A duck **and her babies**”, “a puppy **with its dad**”, “**mama** bear”: an animal's kin are animals of its kind.
 * @returns how many spans were taken
 */
export function takeKin(g: Gathering, k: number): number {
  const { key } = g.view.at(k)!;
  const kin = bareByWord.get(key) ?? ownedByWord.get(key);
  if (g.isNegated || (!kin && !TOGETHER_WORDS.has(key))) return 0;
  if (kin?.isYoung === false && !kin.isPlural && g.standing === undefined) {
    const next = g.view.thingAt(k + 1);
    if (next && g.open.thing === undefined && isAnimal(g, next)) return 1;
    if (g.last === 'thing' && g.open.thing && isAnimal(g, g.open.thing.sense)) return takeParent(g, g.open.thing, k);
  }
  const one = g.lastNamed;
  if (!one || !isAnimal(g, one.sense)) return 0;
  if (!kin) return g.last === 'thing' && g.standing === undefined ? takeFamily(g, one, k) : 0;
  if (g.standing === undefined || !isKinAt(g, k, one)) return 0;
  const names = kinNames(g, one.sense.names, kin.isYoung ? YOUNG_OF : PARENT_OF);
  if (kin.isYoung) g.open.adjectives.setSize('small', '');
  else if (one.adjectives.size === undefined) one.adjectives.setSize('small', '');
  g.standing = { ...g.standing, stand: 'and', isAct: false };
  nameKin(g, k, { ...one.sense, names }, kin);
  return 1;
}

const isAnimal = ({ company }: Gathering, sense: ThingSense): boolean =>
  company.isLiving(sense) && !company.isPerson(sense);

/** What an animal's kin are called: of its kind where these have no pictures of their own. */
function kinNames({ company }: Gathering, names: readonly string[], of: Readonly<Record<string, string>>) {
  const kin = names.map((name) => ownValue(of, name) ?? name).filter((name) => company.has(name));
  return kin.length > 0 ? kin : names;
}

/** Names some of a kind. */
function nameKin(g: Gathering, k: number, sense: ThingSense, { isPlural }: Pick<Kin, 'isPlural'>): void {
  if (isPlural && (g.open.count ?? 1) === 1) g.open.count = SOME;
  nameThing(g, k, { ...sense, isPlural });
}

/** “A penguin **dad**” is a penguin, but a “dog **mom**” is somebody who has one. */
function takeParent(g: Gathering, animal: Named, k: number): number {
  if (!animal.sense.names.some((name) => PETS.has(name))) return 1;
  g.close();
  g.standing = standingAs('and', g.view.at(k)!.said);
  return 0;
}

/** “A bunny **family**”: two with a small one. */
function takeFamily(g: Gathering, one: Named, k: number): number {
  one.count = SOME;
  g.close();
  g.standing = standingAs('and');
  g.open.adjectives.setSize('small', '');
  nameKin(g, k, { ...one.sense, names: kinNames(g, one.sense.names, YOUNG_OF) }, { isPlural: false });
  return 1;
}

/** What may stand before a word for kin, besides whose they are. */
const BETWEEN: ReadonlySet<Role | undefined> = new Set([
  'number',
  'size',
  'filler',
  'mood',
  'colour',
  'trait',
  'definite',
]);

/** Whether kin are those of the animal before: its own, or called so as none but an animal's are. */
function isKinAt({ view, company }: Gathering, k: number, animal: Named): boolean {
  const key = view.at(k)!.key;
  for (let at = k - 1; at > Math.max(-1, k - REACH); at--) {
    const words = view.at(at)!.key.split(' ');
    if (WHOSE_WORDS.has(words.at(-1)!)) return true;
    if (!BETWEEN.has(view.roleAt(at))) break;
  }
  if (view.roleAt(k - 1) === 'article' || MINE.has(view.at(k - 1)?.key ?? '')) return false;
  if (!bareByWord.has(key) || view.thingAt(k + 1)) return false;
  const own = view.thingAt(k);
  // “A dog and kittens”
  return !own || company.isPerson(own) || !company.isLiving(own) || areSame(own, animal.sense);
}

/** Says that somebody is the asker's. */
const MINE: ReadonlySet<string> = new Set(listed('my our mein meine meiner mon ma mi mis meu minha mio mia mijn'));
