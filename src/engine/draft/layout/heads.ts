import { ownValue } from '../../basics/index.js';

/** What is drawn as a head, with no more than a neck, whether or not its eyes were found. */
const HEADS: ReadonlySet<string> = new Set([
  'baby',
  'child',
  'boy',
  'girl',
  'person',
  'man',
  'woman',
  'older person',
  'old man',
  'old woman',
  'skull',
  'clown',
  'robot',
  'alien',
  'ogre',
  'goblin',
]);
/** “man with beard”, “person with blond hair”. */
const HAIRED = /^(?:man|woman|person) with (?:.* hair|beard|bald)$/;

/** How far down a head its mouth is, where that is not as in other faces: teeth are at the lower end of a skull. */
const MOUTHS: Readonly<Record<string, number>> = { skull: 0.8, robot: 0.74 };

/** Whether a thing is drawn as nothing but a head. */
export const isHead = (thing: string): boolean => HEADS.has(thing) || HAIRED.test(thing);

/** How far down it a mouth is, in parts of its height; undefined where it is as in other faces. */
export const mouthOf = (thing: string): number | undefined => ownValue(MOUTHS, thing);

/** Who is drawn down to the shoulders, in most styles. */
const BUSTS: ReadonlySet<string> = new Set([
  'health worker',
  'student',
  'teacher',
  'judge',
  'farmer',
  'cook',
  'mechanic',
  'factory worker',
  'office worker',
  'scientist',
  'technologist',
  'singer',
  'artist',
  'pilot',
  'astronaut',
  'firefighter',
  'police officer',
  'detective',
  'guard',
  'ninja',
  'construction worker',
  'prince',
  'princess',
  'person with crown',
  'person wearing turban',
  'person with skullcap',
  'person in tuxedo',
  'person with veil',
  'santa',
  'mrs. claus',
  'mx claus',
  'elf',
  'vampire',
  'wizard',
]);

/** Whether somebody is drawn with the shoulders, and no further down. */
export const isBust = (thing: string): boolean => BUSTS.has(thing);
