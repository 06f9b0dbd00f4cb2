import { isPlace } from '../../memory/index.js';
import { AT, NIGHT, SAT_AT, SCENE_PLACES } from '../languages/index.js';
import { RANK, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { nameThing } from './naming.js';

const AT_WORDS = new Set(listed(AT));
const NIGHT_WORDS = new Set(listed(NIGHT));
/** Things beside a scene that there is room for. */
const MOST_BEFORE = 2;

/** By words for where something is, the scene that shows it. */
const sceneByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(SCENE_PLACES).flatMap(([name, words]) => listed(words).map((word): [string, string] => [word, name])),
);

/** “A sloth **at** a laptop” has it before it, “a dog **at** sunset” the sun behind it. */
export function standAt(g: Gathering, k: number, { names: [name = ''] }: ThingSense): void {
  let at = k - 1;
  while (g.view.roleAt(at) === 'article' || g.view.roleAt(at) === 'definite' || g.view.at(at)?.key === 'the') at -= 1;
  const word = g.view.at(at);
  if (!word || !AT_WORDS.has(word.key) || !g.isThingSaid) return;
  const stand = SAT_AT.has(name) ? 'behind' : isPlace(name) ? 'in' : undefined;
  if (stand) g.standing = { stand, isTurned: false, isOfFirst: false, said: word.said, isAct: false };
}

/** @returns whether a word for a place is a scene that memory has, and stands behind what was named */
export function takeScene(g: Gathering, k: number, { key, said }: Span): boolean {
  const scene = g.lastNamed;
  // “In the city **at night**”
  if (scene?.sense.names[0] === 'cityscape' && NIGHT_WORDS.has(key) && g.company.has('night with stars')) {
    scene.sense = { ...scene.sense, names: ['night with stars'] };
    scene.said = `${scene.said} ${said}`;
    return true;
  }
  const name = sceneByWord.get(key);
  const isIn = g.standing?.stand === 'in' || g.standing?.stand === 'on' || g.table.isHeadLast === true;
  const before = g.named.length + (g.open.thing ? 1 : 0);
  if (name === undefined || !isIn || before > MOST_BEFORE || !g.company.has(name)) return false;
  // In languages that say where first, who is there is yet to come.
  const next = g.view.nextThing(g.view.roleAt(k + 1) === 'of' ? k + 1 : k);
  if (before === 0 && next === undefined) return false;
  const sense: ThingSense = { role: 'thing', names: [name], rank: RANK.synonym, isPlural: false, isGuess: false };
  if (before === 0) g.standing = undefined;
  else g.standing = { stand: 'in', isTurned: false, isOfFirst: false, said, isAct: false };
  nameThing(g, k, sense);
  if (before === 0) {
    g.close();
    g.standing = { stand: 'in', isTurned: true, isOfFirst: false, said, isAct: false };
  }
  return true;
}
