import { plainName } from '../memory/index.js';
import { isOwnName, type OwnThing, wholePicture } from '../own/index.js';
import type { Describer, PictureToDescribe } from './describe.js';

/** Called so when nobody is sure what it shows. */
const UNNAMED = 'picture';

/** A picture for painting to begin from, called what it shows. */
export function describedPicture(describe: Describer, seen: PictureToDescribe): OwnThing {
  const name = plainName(describe(seen).thing?.name ?? UNNAMED);
  return wholePicture(isOwnName(name) ? name : UNNAMED, seen.whole);
}
