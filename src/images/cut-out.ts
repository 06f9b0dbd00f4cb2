import type { RgbaImage } from '../engine/basics/index.js';
import { type Line, outline } from './outline.js';
import { encodePng, resize } from './sharp.js';
import { frameSubject } from './subject.js';

/** Free space around the subject, as a share of the side. */
const MARGIN = 0.05;

/**
 * The subject of a picture as large as it goes, outlined as if cut out.
 *
 * @param side in pixels
 * @returns a transparent PNG of `side` × `side` pixels
 */
export async function renderCutOut(image: RgbaImage, side: number, lines: readonly Line[]): Promise<Buffer> {
  return encodePng(outline(await resize(frameSubject(image, MARGIN), side, side), lines));
}
