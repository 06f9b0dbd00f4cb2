import type { Edges } from '../../latents/index.js';
import { commonestIn, eachPixel, lumaOf, type Raster, type Rgb } from '../expressions/index.js';

/** How the pictures of a style are drawn: within lines, in light and shade, or in plain colours. */
export type Manner = 'lines' | 'shade' | 'plain';

/** A picture of a paw whose fingers reach to the right: colours of 0–1, and RGBA for its alpha. */
export type Paw = Pick<Raster, 'colours' | 'rgba' | 'size'>;

/** Side of the picture in pixels. */
const SIZE = 64;
/** Discs of which it is the outline, in parts of its side: the back of the hand, and the ends of its fingers. */
const BACK = [0.4, 0.5, 0.35] as const;
const FINGERS = [
  [0.68, 0.27, 0.15],
  [0.76, 0.5, 0.16],
  [0.68, 0.73, 0.15],
] as const;
/** How softly discs run into each other, and the gaps between fingers, in parts of its side. */
const SOFT = 0.1;
const GAPS = { x0: 0.62, x1: 0.9, y: [0.385, 0.615], half: 0.022 } as const;
/** How wide its edge is, in parts of its side, and how much darker than its fur. */
const EDGE = {
  lines: { width: 0.075, share: 0.2 },
  shade: { width: 0.07, share: 0.7 },
  plain: { width: 0.075, share: 0.66 },
} as const satisfies Readonly<Record<Manner, { width: number; share: number }>>;
/** How much lighter it is at its upper end than at its lower one, where it has shades. */
const SHADES = [1.08, 0.8] as const;
/** Edges of darker fur would not be seen. */
const FAINT = { below: 0.2, lighter: 0.22 } as const;
/** Colours are told apart in so many steps, to find the commonest. */
const STEPS = 10;
/** Where a face that is no animal's shows its skin, in parts of its tight box: about its nose and mouth. */
const SKIN = { x0: 0.3, x1: 0.7, y0: 0.5, y1: 0.85 } as const;

/** And an animal's its fur: below its brow are muzzles and throats, which are often of another colour. */
const CROWN = { x0: 0, x1: 1, y0: 0, y1: 0.55 } as const;

/**
 * The colour of the hands that go with a picture: the commonest of an animal's fur, and of skin.
 * @param box tight box of the picture, in parts of its side
 * @returns undefined where nothing of it is solid
 */
export function furOf(
  raster: Raster,
  box: readonly [number, number, number, number],
  isAnimal: boolean,
): Rgb | undefined {
  return commonestOf(raster, box, isAnimal ? CROWN : SKIN);
}

/**
 * The commonest colour of what is solid in a part of a box.
 * @param box in parts of the picture's side
 * @param part of the box, in parts of its sides
 */
export function commonestOf(
  raster: Raster,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  part: Readonly<Edges>,
): Rgb | undefined {
  const along = (from: number, to: number, at: number) => raster.size * (from + at * (to - from));
  const [left, right] = [along(x0, x1, part.x0), along(x0, x1, part.x1)];
  return commonestIn(raster, [left, along(y0, y1, part.y0), right, along(y0, y1, part.y1)], STEPS);
}

/** Draws a paw, or a hand: the back of it, and the ends of three fingers that lie over what it holds. */
export function drawPaw(fur: Rgb, manner: Manner): Paw {
  const colours = new Float32Array(3 * SIZE * SIZE);
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  const edge = edgeColour(fur, EDGE[manner].share, FAINT);
  eachPixel(SIZE, [0, 0, SIZE, SIZE], (x, y, p) => {
    const [u, v] = [x / SIZE, y / SIZE];
    const outside = outlineAt(u, v);
    const gap = gapAt(u, v);
    const isLine = Math.max(share(-outside - EDGE[manner].width), share(gap));
    const lit = manner === 'shade' ? SHADES[0] + v * (SHADES[1] - SHADES[0]) : 1;
    for (let c = 0; c < 3; c++) {
      const own = Math.min(fur[c]! * lit, 1);
      colours[3 * p + c] = own + isLine * (edge[c]! - own);
    }
    rgba[4 * p + 3] = Math.round(255 * share(outside));
  });
  return { colours, rgba, size: SIZE };
}

/**
 * The colour of the edge about a colour: a part of it.
 * @param faint of what is darker than so much luma it is so much lighter instead
 */
export function edgeColour(
  [r, g, b]: Rgb,
  part: number,
  { below, lighter }: Readonly<Record<'below' | 'lighter', number>>,
): Rgb {
  return lumaOf([r, g, b]) < below ? [r + lighter, g + lighter, b + lighter] : [r * part, g * part, b * part];
}

/** How much of a pixel is within an edge, from how far its middle is beyond that, in parts of the side. */
const share = (beyond: number): number => Math.min(Math.max(0.5 - beyond * SIZE, 0), 1);

/** How far a point is outside the paw, in parts of its side: its discs as one, whose joints are smooth. */
function outlineAt(u: number, v: number): number {
  return [BACK, ...FINGERS]
    .map(([x, y, radius]) => Math.hypot(u - x, v - y) - radius)
    .reduce((one, other) => {
      const near = Math.max(SOFT - Math.abs(one - other), 0) / SOFT;
      return Math.min(one, other) - (near * near * SOFT) / 4;
    });
}

function gapAt(u: number, v: number): number {
  const aside = Math.max(GAPS.x0 - u, u - GAPS.x1, 0);
  return Math.min(...GAPS.y.map((y) => Math.hypot(aside, v - y) - GAPS.half));
}
