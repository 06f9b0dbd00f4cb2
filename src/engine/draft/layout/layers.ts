import type { PartColour, Pattern } from '../../memory/index.js';
import { edgesIn, type Frame, pointAt, squareAt, tightBox } from './frame.js';
import type { Edges } from './geometry.js';
import { eachOf, edgesOf, headOf, type Placed, type Stage } from './placed.js';
import { cornerSignOf } from './signs.js';

/**
 * What a layer is of a draft: one of its things; the face of a mood, whose lines must be seen on whatever it lies on;
 * or a mark, which tells a mood beside a thing.
 */
export type LayerRole = 'thing' | 'mood' | 'mark';

/** A picture of the memory on the canvas. */
export interface Layer {
  picture: number;
  paint: number;
  /** Parts in other colours. */
  parts: readonly PartColour[];
  /** Over its body. */
  pattern?: Pattern;
  flip: boolean;
  frame: Frame;
  role: LayerRole;
}

/**
 * Radius of the smallest face of a mood that can be read, in parts of a picture's side, and by how much it may outgrow
 * the room for it.
 */
const SMALLEST_FACE = 0.23;
const MOST_BEYOND = 1.4;

/** All that is painted, from back to front. @param things from back to front */
export function layersOf(things: readonly Placed[], stage: Stage): Layer[] {
  const each = things.flatMap((placed) => eachOf(placed, stage));
  return each.flatMap((placed) => {
    const { picture, paint, parts, pattern, flip, frame } = placed;
    const marks = marksOf(placed, stage);
    const look = { picture, paint, parts, ...(pattern ? { pattern } : {}) };
    const thing: Layer = { ...look, flip, frame, role: 'thing' };
    const behind = placed.mark?.at === 'behind';
    return [...(behind ? marks : []), thing, ...moodOf(placed, stage), ...(behind ? [] : marks)];
  });
}

/** Radius of the face of a mood in a circle of what is solid, in parts of the picture's side. */
export function moodRadius(radius: number): number {
  return Math.max(radius, Math.min(SMALLEST_FACE, MOST_BEYOND * radius));
}

function moodOf({ mood, picture, flip, frame }: Placed, { artwork, tables }: Stage): Layer[] {
  if (!mood) return [];
  const [x, y, radius] = artwork.circleOf(picture);
  const { disc, scale } = tables.layouts.mood;
  const spread = moodRadius(radius);
  const part = ((2 * spread) / disc) * scale;
  const [xx, xy, yx, yy] = [part * frame.xx, part * frame.xy, part * frame.yx, part * frame.yy];
  const centre = pointAt(frame, flip ? 1 - x : x, y);
  const at = { x: centre.x - (xx + xy) / 2, y: centre.y - (yx + yy) / 2, xx, xy, yx, yy };
  return [asDrawn(mood.picture, at, 'mood')];
}

function marksOf(placed: Placed, stage: Stage): Layer[] {
  const { mark, frame, picture, flip } = placed;
  if (!mark) return [];
  const { eyes, behind, corner } = stage.tables.layouts.marks;
  const { x0, y0, x1, y1 } = edgesOf(placed, stage);
  const [width, height] = [x1 - x0, y1 - y0];
  const head = headOf(placed, stage);
  if (mark.at === 'eyes') {
    const [u0, v0, u1, v1] = tightBox(stage.artwork, picture, flip);
    const side = eyes.side * (head ? head.x1 - head.x0 : width);
    return eyes.x.map((along) => {
      const { x, y } = head
        ? { x: head.x0 + (head.x1 - head.x0) * along, y: head.y0 + (head.y1 - head.y0) * eyes.y }
        : pointAt(frame, u0 + (u1 - u0) * along, v0 + (v1 - v0) * eyes.y);
      return asDrawn(mark.picture, squareAt(x - side / 2, y, side));
    });
  }
  if (mark.at === 'behind') {
    const side = behind.side * Math.max(width, height);
    return [asDrawn(mark.picture, squareAt(x0 + width / 2 - side / 2, y1 - side, side))];
  }
  const sign = cornerSignOf(placed, stage)!;
  const side = sign.x1 - sign.x0;
  const margin = corner.margin * stage.size;
  const within = (at: number) => Math.max(Math.min(at, stage.size - margin - side), margin);
  return [asDrawn(mark.picture, squareAt(within(sign.x0), within(sign.y0), side))];
}

function asDrawn(picture: number, frame: Frame, role: LayerRole = 'mark'): Layer {
  return { picture, paint: 0, parts: [], flip: false, frame, role };
}

/**
 * Where what is painted has details that a small model would smear, in pixels, from back to front: heads, by what is
 * about their eyes, and each picture as a whole.
 */
export function detailedOf(layers: readonly Layer[], stage: Stage): Edges[] {
  return layers.flatMap((layer) => {
    const { picture, frame, flip } = layer;
    const head = layer.role === 'thing' ? headOf(layer, stage) : undefined;
    const whole = edgesIn(frame, stage.artwork, picture, flip);
    return head ? [head, whole] : [whole];
  });
}
