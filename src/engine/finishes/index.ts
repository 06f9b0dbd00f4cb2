import { namesOf, ownValue } from '../basics/index.js';
import type { Finish } from './finish.js';
import { pixel } from './pixel.js';

export type { Finish } from './finish.js';

/** By the name that descriptions, options and drafts have for each. */
const FINISHES = { pixel } as const satisfies Record<string, Finish>;

/** Names of all finishes. */
export const FINISH_NAMES: readonly string[] = namesOf(FINISHES);

/** The finish of a name; undefined where it is none, as another version's may be. */
export function finishNamed(name: string | undefined): Finish | undefined {
  return name === undefined ? undefined : ownValue<Finish>(FINISHES, name);
}

/** What can be asked for as a style: a bundle's, and the finishes that it has no style of the name of. */
export function askableStyles(styles: readonly string[]): string[] {
  return [...styles, ...FINISH_NAMES.filter((name) => !styles.includes(name))];
}
