import { ownValue } from '../basics/index.js';
import type { Finish } from './finish.js';
import { laidOn, splitGround } from './ground.js';
import { lineArt } from './line-art.js';
import { monochrome } from './monochrome.js';
import { neon } from './neon.js';
import { oilPainting } from './oil-painting.js';
import { pixel } from './pixel.js';
import { sepia } from './sepia.js';
import { sketch } from './sketch.js';
import { stainedGlass } from './stained-glass.js';
import { watercolor } from './watercolor.js';

export type { Finish } from './finish.js';
export { groundedName, isGroundColour, splitGround } from './ground.js';

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
} as const satisfies Record<string, Finish>;

/**
 * The finish of a name, alone or on a ground of a colour (`pixel`, `pixel on pink`, `on pink`); undefined where it is
 * none, as another version's may be.
 */
export function finishNamed(name: string | undefined): Finish | undefined {
  const { finish, ground } = splitGround(name);
  const made = finish === undefined ? undefined : ownValue<Finish>(FINISHES, finish);
  if (ground === undefined || (finish !== undefined && made === undefined)) return made;
  return { words: {}, ...made, apply: (image) => laidOn(made?.apply(image) ?? image, ground) };
}

/** What can be asked for as a style: a bundle's, and the finishes that it has no style of the name of. */
export function askableStyles(styles: readonly string[]): string[] {
  return [...styles, ...finishesBeside(styles).map(([name]) => name)];
}

/** The finishes that a bundle has no style of the name of, each with its name. */
export function finishesBeside(styles: readonly string[]): [name: string, finish: Finish][] {
  return Object.entries<Finish>(FINISHES).filter(([name]) => !styles.includes(name));
}
