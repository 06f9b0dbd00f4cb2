import type { Oval } from './oval.js';
import type { Rim } from './rims.js';

/** What of a picture is drawn; all of it where nothing is said. */
export interface Clip {
  /** Only what is below this edge: what is in a thing hides what is behind its front wall, and the wall hides that. */
  rim?: Rim;
  /** Only what is between these, from and to in parts of its side, unmirrored. */
  across?: readonly [from: number, to: number];
  /** Only what is within it, as seen through an opening. */
  oval?: Oval;
}

/** The clip alone of what has one. */
export function clipOf({ rim, across, oval }: Clip): Clip {
  return { ...(rim ? { rim } : {}), ...(across ? { across } : {}), ...(oval ? { oval } : {}) };
}
