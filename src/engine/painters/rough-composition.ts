import { type Aspect, type PictureSize, type RgbaImage, ratioOf, SQUARE } from '../basics/index.js';
import type { Draft, Drafts } from '../draft/index.js';
import type { Box, Swatch } from '../latents/index.js';
import type { CellPlan } from '../requests/index.js';
import type { PictureStart } from './painter.js';

/** What lies behind all: neutral, and light enough for dark things and dark enough for white ones. */
export const GROUND = [208, 210, 215] as const;
/** What fills a box where no palette says otherwise. */
const GREY = '#808080';
/** Of boxes alone, and of the usual recall: layout and colours stay, all else is the engine's. */
const USUAL_STRENGTH = 0.75;
const MOST_STRENGTH = 0.95;
/** How much less is painted over for each point of recall above the one that `USUAL_STRENGTH` belongs to. */
const STRENGTH_A_POINT = 0.005;
const USUAL_RECALL = 60;
/** Where something is when nothing says it. */
const MIDDLE: readonly Omit<Box, 'label'>[] = [{ x0: 0.2, y0: 0.2, x1: 0.8, y1: 0.8 }];

/**
 * The rough composition that a plan begins with: what memory recalled as it is drafted, or else its boxes filled with
 * its palette. Layout and colours hold by that on engines that know neither. Undefined where the plan says nothing of
 * them.
 *
 * @param size of the shorter side, in pixels
 */
export async function roughComposition(
  { latents: { boxes, palette }, draft }: Pick<CellPlan, 'latents' | 'draft'>,
  drafts: Pick<Drafts, 'picture'>,
  size: number,
  aspect: Aspect = SQUARE,
): Promise<PictureStart | undefined> {
  const ratio = ratioOf(aspect);
  const canvas = { width: Math.round(size * Math.max(1, ratio)), height: Math.round(size * Math.max(1, 1 / ratio)) };
  if (draft !== undefined) {
    const strength = USUAL_STRENGTH - STRENGTH_A_POINT * (draft.recall - USUAL_RECALL);
    const image = await drafted(draft, drafts, size, canvas);
    return { image, strength: Math.min(strength, MOST_STRENGTH) };
  }
  if (boxes === undefined && palette === undefined) return undefined;
  return {
    image: filledBoxes(boxes ?? MIDDLE, palette ?? [{ colour: GREY, share: 1 }], canvas),
    strength: USUAL_STRENGTH,
  };
}

/**
 * A draft on a canvas whose shorter side it fills. Drafts are of squares: one whose places somebody chose is looked at
 * from both ends of the canvas, any other stands in the middle, with what is at its edges going on beside it.
 */
async function drafted(
  draft: Draft,
  drafts: Pick<Drafts, 'picture'>,
  size: number,
  canvas: PictureSize,
): Promise<RgbaImage> {
  const left = canvas.width - size;
  const top = canvas.height - size;
  if ((draft.boxes ?? draft.blobs) === undefined || left + top === 0) {
    const square = onGround(await drafts.picture(draft), size);
    return framed(square, Math.floor(left / 2), Math.floor(top / 2), canvas);
  }
  const seen = async (x: number, y: number) =>
    framed(onGround(await drafts.picture(seenFrom(draft, { x, y }, canvas, size)), size), x, y, canvas);
  const [first, second] = [await seen(0, 0), await seen(left, top)];
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      if (left > 0 ? 2 * x < canvas.width : 2 * y < canvas.height) continue;
      const at = 4 * (y * canvas.width + x);
      first.data.set(second.data.subarray(at, at + 4), at);
    }
  }
  return first;
}

/** The places of a canvas as a square sees them that lies on it; they may lie beside it. */
function seenFrom(
  { boxes, blobs, ...draft }: Draft,
  corner: { x: number; y: number },
  canvas: PictureSize,
  size: number,
): Draft {
  const x = (at: number) => (at * canvas.width - corner.x) / size;
  const y = (at: number) => (at * canvas.height - corner.y) / size;
  return {
    ...draft,
    ...(boxes && {
      boxes: boxes.map(({ label, x0, y0, x1, y1 }) => ({ label, x0: x(x0), y0: y(y0), x1: x(x1), y1: y(y1) })),
    }),
    ...(blobs && { blobs: blobs.map((blob) => ({ ...blob, x: x(blob.x), y: y(blob.y) })) }),
  };
}

/** A picture on a canvas, its outermost pixels going on to the canvas's edges. */
function framed(image: RgbaImage, left: number, top: number, canvas: PictureSize): RgbaImage {
  if (image.width === canvas.width && image.height === canvas.height) return image;
  const data = new Uint8Array(4 * canvas.width * canvas.height);
  const clamped = (at: number, length: number) => Math.min(length - 1, Math.max(0, at));
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const from = 4 * (clamped(y - top, image.height) * image.width + clamped(x - left, image.width));
      data.set(image.data.subarray(from, from + 4), 4 * (y * canvas.width + x));
    }
  }
  return { ...canvas, data };
}

/** @param planes [4, size, size], premultiplied RGBA, −1…1 */
function onGround(planes: Float32Array, size: number): RgbaImage {
  const pixels = size * size;
  const image = plain({ width: size, height: size });
  const unit = (at: number) => (planes[at]! + 1) / 2;
  for (let p = 0; p < pixels; p++) {
    const uncovered = 1 - unit(3 * pixels + p);
    GROUND.forEach((ground, channel) => {
      image.data[4 * p + channel] = Math.round(Math.min(255, 255 * unit(channel * pixels + p) + uncovered * ground));
    });
  }
  return image;
}

function plain({ width, height }: PictureSize): RgbaImage {
  const data = new Uint8Array(4 * width * height);
  for (let at = 0; at < data.length; at += 4) data.set([...GROUND, 255], at);
  return { width, height, data };
}

/** Every box has the palette's colours as bands, as high as their shares. */
function filledBoxes(boxes: readonly Omit<Box, 'label'>[], palette: readonly Swatch[], canvas: PictureSize): RgbaImage {
  const image = plain(canvas);
  const all = palette.reduce((sum, { share }) => sum + share, 0);
  for (const { x0, y0, x1, y1 } of boxes) {
    let top = y0;
    for (const { colour, share } of palette) {
      const bottom = top + ((y1 - y0) * share) / all;
      fill(image, { x0, y0: top, x1, y1: bottom }, Buffer.from(colour.slice(1), 'hex'));
      top = bottom;
    }
  }
  return image;
}

function fill({ width, height, data }: RgbaImage, { x0, y0, x1, y1 }: Omit<Box, 'label'>, colour: Uint8Array): void {
  for (let y = Math.round(y0 * height); y < Math.round(y1 * height); y++) {
    for (let x = Math.round(x0 * width); x < Math.round(x1 * width); x++) data.set(colour, 4 * (y * width + x));
  }
}
