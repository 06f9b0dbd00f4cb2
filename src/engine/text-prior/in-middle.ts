import { LOCATION_STEPS } from '../basics/index.js';
import type { Latents } from '../latents/index.js';

/**
 * Latents of a square as those of a canvas of another shape, in whose middle the square stands: boxes as parts of the
 * canvas's width and height, blobs by their centres; radii are of the shorter side, which is the square's.
 *
 * @param ratio of the canvas's width to its height
 */
export function inMiddleOf(latents: Latents, ratio: number): Latents {
  const x = onto(ratio);
  const y = onto(1 / ratio);
  const { boxes, blobs } = latents;
  return {
    ...latents,
    ...(boxes && {
      boxes: boxes.map((box) => {
        const [x0, x1] = apart(x(box.x0), x(box.x1));
        const [y0, y1] = apart(y(box.y0), y(box.y1));
        return { ...box, x0, y0, x1, y1 };
      }),
    }),
    ...(blobs && { blobs: blobs.map((blob) => ({ ...blob, x: x(blob.x), y: y(blob.y) })) }),
  };
}

/** A coordinate of the square on the canvas, along a side that is `longer` times as long. */
function onto(longer: number): (at: number) => number {
  if (longer <= 1) return (at) => at;
  return (at) => Math.round((0.5 + (at - 0.5) / longer) * LOCATION_STEPS) / LOCATION_STEPS;
}

/** Both ends of a box, a step apart where rounding has put them together. */
function apart(from: number, to: number): [number, number] {
  if (from < to) return [from, to];
  const step = 1 / LOCATION_STEPS;
  return from + step <= 1 ? [from, from + step] : [from - step, from];
}
