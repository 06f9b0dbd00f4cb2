import { createRng, LOCATION_STEPS, SOLID } from '../basics/index.js';
import { boxSeen, type Draft, isWeather, measureExtent } from '../draft/index.js';
import type { Box } from '../latents/index.js';
import { isPlace, plainName } from '../memory/index.js';
import { type OwnThing, ownPicture } from '../own/index.js';
import { type CheckedPlanRequest, DEFAULT_RECALL } from '../requests/index.js';
import type { PromptReading } from '../words/index.js';
import type { Candidate } from './candidates.js';

/** Part of its box that is solid in a picture that is no cut-out. */
const NEARLY_ALL = 0.94;
/** How far what does not fill the canvas is tilted, in degrees, and what of its size it keeps, cell by cell. */
const MOVED: readonly { tilt?: number; size?: number }[] = [
  {},
  { tilt: -8 },
  { size: 0.84 },
  { tilt: 8 },
  { tilt: -4, size: 0.9 },
];
/** How much less of a scene is kept in each further cell, in recall. */
const LOOSER = 9;

/** The picture that a request begins from; undefined where it begins from none. */
export function pictureOf({ own = [] }: Pick<CheckedPlanRequest, 'own'>): OwnThing | undefined {
  return own.find(({ isWhole }) => isWhole);
}

/**
 * Drafts that are the picture itself, as it lies on its canvas and called what the prompt names first, or else what it
 * shows: one a cell, each in another style where none is asked for. Where so much stays that nothing else would tell
 * cells apart, what is cut out is also tilted and made smaller; a scene is kept a little less from cell to cell.
 */
export function draftsFromPicture(
  picture: OwnThing,
  { style, finish, things }: PromptReading,
  { count, pinned, recall, seed, variety }: CheckedPlanRequest,
  styles: readonly string[],
): Candidate[] {
  const thing = nameOf(things) ?? picture.name.toLowerCase();
  const box = boxSeen(measureExtent(picture.picture), thing, picture.picture.width);
  const isVaried = variety > 0;
  const isScene = isSolid(picture, box);
  const isMoved = isVaried && !isScene && recall >= DEFAULT_RECALL && pinned.boxes === undefined;
  const looser = isVaried && isScene ? LOOSER : 0;
  const first = Math.floor(createRng(seed, 'from-picture').uniform() * styles.length);
  return Array.from({ length: count }, (_, k): Candidate => {
    const { tilt, size = 1 } = (isMoved && MOVED[k % MOVED.length]) || {};
    const draft: Draft = {
      style: style ?? styles[(first + k) % styles.length]!,
      kind: 'single',
      things: [{ thing, picture: ownPicture(picture), flip: false }],
      boxes: pinned.boxes ?? [shrunk(box, size)],
      ...(pinned.blobs ? { blobs: pinned.blobs } : {}),
      ...(pinned.palette ? { palette: pinned.palette } : {}),
      ...(tilt === undefined ? {} : { tilt }),
      ...(finish === undefined ? {} : { finish }),
      recall: Math.max(1, recall - looser * k),
    };
    return { draft, tier: 0, wasShown: false, oddity: 0 };
  });
}

/** What the prompt names first, as descriptions call it: of several together a label has no room. */
function nameOf(things: PromptReading['things']): string | undefined {
  const first = things.find(({ names: [name] }) => !isPlace(name!) && !isWeather(name!));
  return first && (first.called ?? plainName(first.names[0]!));
}

/** Whether it is a photo, say, all of whose box is solid: its edges would be seen if it moved. */
function isSolid({ picture: { width, data } }: OwnThing, { x0, y0, x1, y1 }: Box): boolean {
  let solid = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! > SOLID) solid++;
  return solid >= NEARLY_ALL * (x1 - x0) * (y1 - y0) * width ** 2;
}

/** About its middle. */
function shrunk({ label, x0, y0, x1, y1 }: Box, size: number): Box {
  const about = (at: number, middle: number) =>
    Math.round(LOCATION_STEPS * (middle + size * (at - middle))) / LOCATION_STEPS;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return { label, x0: about(x0, x), y0: about(y0, y), x1: about(x1, x), y1: about(y1, y) };
}
