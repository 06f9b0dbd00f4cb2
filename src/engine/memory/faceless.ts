import { FACE, PICTURE_KINDS, ROOM_FOR_MOOD } from './measures.js';
import type { Memory } from './memory.js';

/** Groups whose things mostly have no face; those that do have one say so by large pictures without room for a mood. */
const GROUPS = ['food-drink', 'travel-places', 'activities', 'objects'];
/** So do plants, among the animals. */
const PLANT = 'plant';
/** Radius of the circle from which on training gives every faceless picture room for a mood. */
const ROOMY = 0.25;

/**
 * Which things have no face of their own, so that a mood may be laid over them however narrow they are. A picture with
 * room for a mood is of such a thing. Where all of them are too narrow for that, its group tells.
 *
 * @returns by number of the thing
 */
export function facelessThings({
  things,
  measures,
}: Pick<Memory, 'things'> & {
  readonly measures: Pick<Memory['measures'], 'kind' | 'shows' | 'flags' | 'circle'>;
}): boolean[] {
  const { kind, shows, flags, circle } = measures;
  const hasRoom = things.map(() => false);
  const hasFace = things.map(() => false);
  for (const [picture, thing] of shows.entries()) {
    if (kind[picture] !== PICTURE_KINDS.thing) continue;
    const isRoomy = (flags[picture]! & ROOM_FOR_MOOD) !== 0;
    if (isRoomy) hasRoom[thing] = true;
    else if ((flags[picture]! & FACE) !== 0 || circle[3 * picture + 2]! > ROOMY) hasFace[thing] = true;
  }
  return things.map(({ group, tags }, k) => {
    return hasRoom[k]! || (!hasFace[k] && (GROUPS.includes(group) || tags.includes(PLANT)));
  });
}
