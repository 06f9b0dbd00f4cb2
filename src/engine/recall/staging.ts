import { LIMITS, type Rng } from '../basics/index.js';
import type { Draft, Drafts } from '../draft/index.js';
import { type Box, edgesAbout } from '../latents/index.js';
import { isPlace } from '../memory/index.js';

/**
 * Where who is in a place stands, in parts of the free room to one side, and how large, in parts of what is natural.
 */
const STAGES = [
  { aside: 0, by: 1.12 },
  { aside: -0.9, by: 0.86 },
  { aside: 0.9, by: 0.94 },
  { aside: 0.4, by: 0.74 },
] as const;
/** Of more things than are drawn together, with their place, each is small enough: no smaller than this. */
const NEAR = 0.96;
/** Who is further off is smaller and stands higher: by so much of what they lack in height. */
const RISES = 0.3;
/** What stays free at the edges of the place, in parts of the canvas. */
const MARGIN = 0.03;

/** Whether a draft shows a place. */
export const isStaged = ({ things }: Pick<Draft, 'things'>): boolean => things.some(({ thing }) => isPlace(thing));

/**
 * Drafts of which each has its place seen otherwise: mirrored in every other one, and who is there in the middle, on
 * the left or on the right, near or far. Drafts without a place, and those that boxes were chosen for, stay as they
 * are.
 */
export function stagedApart(given: readonly Draft[], drafts: Pick<Drafts, 'describe'>, rng: Rng): Draft[] {
  const first = Math.floor(rng.uniform() * STAGES.length);
  return given.map((draft, k) => {
    if (!isStaged(draft) || draft.boxes || draft.blobs) return draft;
    const isMirrored = (k + first) % 2 === 1;
    const isCrowd = draft.things.length > LIMITS.thingsTogether;
    const things = draft.things.map((one) => (isPlace(one.thing) ? { ...one, flip: isMirrored } : one));
    const turned = { ...draft, things };
    if (things.every(({ thing }) => isPlace(thing))) return turned;
    const { aside, by } = STAGES[(k + first) % STAGES.length]!;
    const at = { aside, by: isCrowd ? Math.max(by, NEAR) : by };
    return { ...turned, boxes: boxesAt(drafts.describe(turned).boxes, at) };
  });
}

function boxesAt(boxes: readonly Box[], { aside, by }: { aside: number; by: number }): Box[] {
  const place = boxes.find(({ label }) => isPlace(label));
  const figures = boxes.filter(({ label }) => !isPlace(label));
  if (!place) return [...boxes];
  const own = edgesAbout(figures);
  const most = Math.min(
    (place.x1 - place.x0 - 2 * MARGIN) / (own.x1 - own.x0),
    (own.y1 - place.y0 - MARGIN) / (own.y1 - own.y0),
  );
  const scale = Math.max(Math.min(by, most), Math.min(1, by));
  const [middle, half] = [(own.x0 + own.x1) / 2, (scale * (own.x1 - own.x0)) / 2];
  const room = Math.max(0, aside < 0 ? middle - half - place.x0 - MARGIN : place.x1 - MARGIN - middle - half);
  const bottom = own.y1 - RISES * Math.max(0, 1 - scale) * (own.y1 - own.y0);
  const x = (at: number) => middle + aside * room + scale * (at - middle);
  const y = (at: number) => bottom + scale * (at - own.y1);
  return boxes.map((box) =>
    isPlace(box.label) ? box : { label: box.label, x0: x(box.x0), y0: y(box.y0), x1: x(box.x1), y1: y(box.y1) },
  );
}
