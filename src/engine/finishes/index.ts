import { ownValue, type RgbaImage } from '../basics/index.js';
import { inAirs } from './airs.js';
import { cyberpunk, gothic, popArt, steampunk, synthwave } from './backdrops/index.js';
import { chalk } from './chalk.js';
import { crochet } from './crochet.js';
import type { Finish } from './finish.js';
import { laidOn, splitGround } from './ground.js';
import { lettered } from './lettering.js';
import { lineArt } from './line-art.js';
import { lowPoly } from './low-poly.js';
import { monochrome } from './monochrome.js';
import { neon } from './neon.js';
import { oilPainting } from './oil-painting.js';
import { pastel } from './pastel.js';
import { pixel } from './pixel.js';
import { sepia } from './sepia.js';
import { sketch } from './sketch.js';
import { stainedGlass } from './stained-glass.js';
import { watercolor } from './watercolor.js';

export type { Air } from './airs.js';
export type { Finish } from './finish.js';
export { groundedName, isGroundColour, splitGround } from './ground.js';
export { writable } from './lettering.js';

/** By the name that descriptions, options and drafts have for each. */
const FINISHES = {
  pixel,
  watercolor,
  'oil-painting': oilPainting,
  sketch,
  'line-art': lineArt,
  monochrome,
  sepia,
  neon,
  'stained-glass': stainedGlass,
  pastel,
  synthwave,
  cyberpunk,
  steampunk,
  gothic,
  'pop-art': popArt,
  'low-poly': lowPoly,
  chalk,
  crochet,
} as const satisfies Record<string, Finish>;

/**
 * The finish of a name, alone, on a ground of a colour, with what falls through the air or with a text (`pixel`,
 * `pixel on pink`, `under rain`, `saying DAVE`); undefined where it is none, as another version's may be.
 */
export function finishNamed(name: string | undefined): Finish | undefined {
  const { finish, ground, airs = [], text } = splitGround(name);
  const made = finish === undefined ? undefined : ownValue<Finish>(FINISHES, finish);
  const isBare = ground === undefined && airs.length === 0 && text === undefined;
  if (isBare || (finish !== undefined && made === undefined)) return made;
  const laid = (image: RgbaImage) => (ground === undefined ? image : laidOn(image, ground));
  const written = (image: RgbaImage) => (text === undefined ? image : lettered(image, text));
  const aired = (image: RgbaImage) => made?.apply(inAirs(image, airs)) ?? inAirs(image, airs);
  return { words: {}, ...made, apply: (image) => laid(written(aired(image))) };
}

/** What can be asked for as a style: a bundle's, and the finishes that it has no style of the name of. */
export function askableStyles(styles: readonly string[]): string[] {
  return [...styles, ...finishesBeside(styles).map(([name]) => name)];
}

/** The finishes that a bundle has no style of the name of, each with its name. */
export function finishesBeside(styles: readonly string[]): [name: string, finish: Finish][] {
  return Object.entries<Finish>(FINISHES).filter(([name]) => !styles.includes(name));
}
