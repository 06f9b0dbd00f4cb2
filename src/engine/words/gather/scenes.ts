import { LIMITS, ownValue } from '../../basics/index.js';
import { isPlace } from '../../memory/index.js';
import { AT, NIGHT, SAT_AT, SCENE_PHRASES, SCENE_PLACES, THROUGH } from '../languages/index.js';
import { meantThing, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import { airsOf, placeSaid, takeSecondScene, WEATHER_WORDS } from './airs.js';
import { type Gathering, standingAs } from './gathering.js';
import { nameFirst, nameThing } from './naming.js';

const AT_WORDS = new Set(listed(AT));
const THROUGH_WORDS: ReadonlySet<string> = new Set(listed(THROUGH));
const NIGHT_WORDS = new Set(listed(NIGHT));
/** Things beside a scene that there is room for. */
const MOST_BEFORE = LIMITS.things - 1;

/** By words, the scene that shows what they say. */
const byScene = (scenes: Readonly<Record<string, string>>): [words: string, name: string][] =>
  Object.entries(scenes).map(([name, words]) => [words, name]);
const sceneByWord = byListed(byScene(SCENE_PLACES));
const sceneByPhrase = byListed(Object.values(SCENE_PHRASES).flatMap(byScene));
/** How somebody stands to a place that they are then in. */
const IN: ReadonlySet<string | undefined> = new Set(['in', 'on', 'beside', 'in front of']);
/** Scenes by day that have another by night. */
const BY_NIGHT: Readonly<Record<string, string>> = {
  cityscape: 'night with stars',
  'city street': 'street at night',
  'rainy street': 'rainy night',
  forest: 'forest at night',
  'winter landscape': 'snowy night',
};

/** What has a picture of its ground. */
const GROUNDS: Readonly<Record<string, string>> = { moon: 'moon surface', mars: 'mars surface' };
const RESTS = /^(?:s[ia]t|sleep|l[ay]|perch|rest|dort|schl)/;

/**
 * “Walking on **the moon**” is on its ground, as is who is on Mars; who sits there, or is on a moon, is in a crescent.
 */
export function onGround(g: Gathering, k: number, sense: ThingSense): ThingSense {
  const ground = ownValue(GROUNDS, sense.names[0] ?? '');
  const { stand, said = '' } = g.standing ?? {};
  if (ground === undefined || RESTS.test(said) || !g.company.has(ground)) return sense;
  const isThe = g.view.roleAt(k - 1) === 'definite' || g.view.at(k - 1)?.key === 'the';
  return ground === 'mars surface' || (isThe && stand === 'on') ? { ...sense, names: [ground] } : sense;
}

/** “A sloth **at** a laptop” has it before it, “a dog **at** sunset” the sun behind it. */
export function standAt(g: Gathering, k: number, { names: [name = ''] }: ThingSense): void {
  const word = atBefore(g, k);
  if (!word || !g.isThingSaid) return;
  const stand = SAT_AT.has(name) ? 'behind' : isPlace(name) ? 'in' : undefined;
  if (stand) g.standing = standingAs(stand, word.said);
}

/** The word for “at” that stands before a place. */
function atBefore(g: Gathering, k: number): Span | undefined {
  let at = k - 1;
  while (g.view.roleAt(at) === 'article' || g.view.roleAt(at) === 'definite' || g.view.at(at)?.key === 'the') at -= 1;
  const word = g.view.at(at);
  return word && AT_WORDS.has(word.key) ? word : undefined;
}

/** The scene that a word for a place names, and whether it says by itself that somebody is there. */
function sceneOf(g: Gathering, { key, senses }: Span): { name: string | undefined; isPhrase: boolean } {
  const phrase = sceneByPhrase.get(key);
  if (phrase !== undefined) return { name: phrase, isPhrase: true };
  const [called] = senseOf(senses, 'thing')?.names ?? [];
  const isPictured = called !== undefined && isPlace(called) && g.company.has(called);
  return { name: sceneByWord.get(key) ?? (isPictured ? called : undefined), isPhrase: false };
}

/**
 * “Riding **through** a storm”, “flying **into** space”
 * @returns whether a word says no more than that somebody is in the weather, or in the place, to come
 */
export function takeThrough(g: Gathering, k: number, { key: word, said }: Span): boolean {
  if (!THROUGH_WORDS.has(word)) return false;
  let next = k + 1;
  while (g.view.roleAt(next) === 'article' || g.view.roleAt(next) === 'definite') next += 1;
  const key = g.view.at(next)?.key ?? '';
  if (!WEATHER_WORDS.has(key) && !sceneByWord.has(key)) return false;
  if (g.open.thing) g.close();
  g.standing = standingAs('in', said);
  return true;
}

/** @returns whether a word for a place is a scene that memory has, and stands behind what was named */
export function takeScene(g: Gathering, k: number, span: Span): boolean {
  const { said } = span;
  const { name, isPhrase } = sceneOf(g, span);
  if (takeNight(g, span, name)) return true;
  const { stand } = g.standing ?? {};
  // “Sous l’**eau**”
  const isUnder = stand === 'below' && name === 'seabed';
  const isIn = isPhrase || isUnder || IN.has(stand) || g.table.isHeadLast === true || atBefore(g, k) !== undefined;
  const before = g.named.length + (g.open.thing ? 1 : 0);
  if (name !== undefined && g.company.has(name) && (isIn || airsOf(name)) && takeSecondScene(g, name, said))
    return true;
  if (name === undefined || before > MOST_BEFORE || !g.company.has(name) || placeSaid(g)) return false;
  if (!isIn && stand !== 'above') return false;
  // In languages that say where first, who is there is yet to come.
  if (before === 0 && !g.view.isAnybodyAhead(k)) {
    // “Im Winter”
    if (!isPhrase || g.view.isNamedBeside(k)) return false;
    nameThing(g, k, meantThing([name], true));
    return true;
  }
  if (g.open.thing) g.close();
  if (before === 0) nameFirst(g, k, name);
  else {
    g.standing = standingAs(isIn ? 'in' : 'above', said);
    nameThing(g, k, meantThing([name], false));
  }
  return true;
}

/** “In the city **at night**” @returns whether it was taken */
function takeNight(g: Gathering, { key, said }: Span, name: string | undefined): boolean {
  const scene = g.lastNamed;
  const byNight = scene && ownValue(BY_NIGHT, scene.sense.names[0]!);
  const isNight = NIGHT_WORDS.has(key) || name === 'night sky';
  if (!scene || byNight === undefined || !isNight || !g.company.has(byNight)) return false;
  scene.sense = { ...scene.sense, names: [byNight] };
  scene.said = `${scene.said} ${said}`;
  return true;
}
