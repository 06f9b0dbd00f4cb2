import { ownValue } from '../basics/index.js';
import type { Draft, DraftedThing, Drafts } from '../draft/index.js';
import type { Tables } from '../manifest/index.js';
import { isPlace } from '../memory/index.js';
import { isOwnPicture } from '../own/index.js';
import { isHanded } from './handed.js';
import { resized } from './sizes.js';

/** Degrees, clockwise; a little, as stickers are put on. */
const TILTS = [-10, 10, -5] as const;
/** What a smaller one takes of the canvas, about its middle. */
const SMALLER = 0.82;
/** What is beside something else, or stands in rows, would fall over. */
const TILTABLE: ReadonlySet<string> = new Set(['single', 'wearing', 'holding', 'on']);

/**
 * The only drawing of what was asked for, varied as somebody would who has no other: in other shades of the colour
 * asked for, tilted, a little smaller and, where nobody can tell left from right, mirrored; always in the middle.
 * @param colours that its only thing was asked to have
 */
export function variations(
  draft: Draft,
  colours: readonly string[],
  drafts: Pick<Drafts, 'describe'>,
  tables: Pick<Tables, 'colours'>,
): Draft[] {
  // A place fills the canvas, upright.
  if (draft.things.some(({ thing }) => isPlace(thing))) return [];
  const tilted = TILTABLE.has(draft.kind)
    ? TILTS.map((tilt, k) => (k % 2 === 1 ? mirrored({ ...draft, tilt }) : { ...draft, tilt }))
    : [];
  const [smaller] = resized(draft, drafts.describe(draft).boxes, SMALLER);
  return [...shades(draft, colours, drafts, tables), ...tilted, mirrored(smaller!)];
}

/** In other shades of its colour, each tilted otherwise, as far as these are still called so. */
function shades(
  draft: Draft,
  colours: readonly string[],
  drafts: Pick<Drafts, 'describe'>,
  tables: Pick<Tables, 'colours'>,
): Draft[] {
  const [colour] = colours;
  const [thing, other] = draft.things;
  if (colour === undefined || colours.length > 1 || !thing || other || draft.palette) return [];
  // Nothing of a photo is left in one colour alone.
  if (isOwnPicture(thing.picture)) return [];
  const { paint: _paint, ...plain } = thing;
  return (ownValue(tables.colours, colour) ?? []).slice(1).flatMap((code, k) => {
    const shaded = { ...draft, things: [plain], palette: [{ colour: code, share: 1 }], tilt: TILTS[k % TILTS.length]! };
    return drafts.describe(shaded).description.split(' ').includes(colour) ? [shaded] : [];
  });
}

/** A thing that is alone, mirrored; others stand to each other as they are drawn. */
function mirrored(draft: Draft): Draft {
  const [thing, other] = draft.things as [DraftedThing, DraftedThing?];
  return other || isHanded(thing.thing) || isOwnPicture(thing.picture)
    ? draft
    : { ...draft, things: [{ ...thing, flip: !thing.flip }] };
}
