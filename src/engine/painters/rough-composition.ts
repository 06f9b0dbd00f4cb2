import type { RgbaImage } from '../basics/index.js';
import type { Drafts } from '../draft/index.js';
import type { Box, Swatch } from '../latents/index.js';
import type { CellPlan } from '../requests/index.js';
import type { PictureStart } from './painter.js';

/** What lies behind all: neutral, and light enough for dark things and dark enough for white ones. */
const GROUND = [208, 210, 215] as const;
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
 * @param size side in pixels
 */
export async function roughComposition(
  { latents: { boxes, palette }, draft }: Pick<CellPlan, 'latents' | 'draft'>,
  drafts: Pick<Drafts, 'picture'>,
  size: number,
): Promise<PictureStart | undefined> {
  if (draft !== undefined) {
    const strength = USUAL_STRENGTH - STRENGTH_A_POINT * (draft.recall - USUAL_RECALL);
    return { image: onGround(await drafts.picture(draft), size), strength: Math.min(strength, MOST_STRENGTH) };
  }
  if (boxes === undefined && palette === undefined) return undefined;
  return {
    image: filledBoxes(boxes ?? MIDDLE, palette ?? [{ colour: GREY, share: 1 }], size),
    strength: USUAL_STRENGTH,
  };
}

/** @param planes [4, size, size], premultiplied RGBA, −1…1 */
function onGround(planes: Float32Array, size: number): RgbaImage {
  const pixels = size * size;
  const image = plain(size);
  const unit = (at: number) => (planes[at]! + 1) / 2;
  for (let p = 0; p < pixels; p++) {
    const uncovered = 1 - unit(3 * pixels + p);
    GROUND.forEach((ground, channel) => {
      image.data[4 * p + channel] = Math.round(Math.min(255, 255 * unit(channel * pixels + p) + uncovered * ground));
    });
  }
  return image;
}

function plain(size: number): RgbaImage {
  const data = new Uint8Array(4 * size * size);
  for (let at = 0; at < data.length; at += 4) data.set([...GROUND, 255], at);
  return { width: size, height: size, data };
}

/** Every box has the palette's colours as bands, as high as their shares. */
function filledBoxes(boxes: readonly Omit<Box, 'label'>[], palette: readonly Swatch[], size: number): RgbaImage {
  const image = plain(size);
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

function fill({ width, data }: RgbaImage, { x0, y0, x1, y1 }: Omit<Box, 'label'>, colour: Uint8Array): void {
  for (let y = Math.round(y0 * width); y < Math.round(y1 * width); y++) {
    for (let x = Math.round(x0 * width); x < Math.round(x1 * width); x++) data.set(colour, 4 * (y * width + x));
  }
}
