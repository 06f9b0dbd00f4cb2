import type { Swatch } from '../latents/index.js';
import type { Artwork } from '../memory/index.js';
import type { Layer } from './layers.js';
import { labDistance, labOf } from './oklab.js';
import type { PartColours } from './part-colours.js';
import { paletteSteps } from './steps.js';

/** Entries of the palette nearer than this in OKLab are one colour. */
const MERGE_DISTANCE = 0.09;

/**
 * Measures palettes from what is known of the pictures. Areas are those of whole pictures: what one hides of another is
 * not taken off.
 * @param colours the palette's codebook, `#rrggbb`
 */
export function createPaletteMeasure(
  colours: readonly string[],
  artwork: Artwork,
  histogramOf: PartColours['histogramOf'],
): (layers: readonly Layer[]) => Swatch[] {
  const labs = colours.map(labOf);
  const count = colours.length;
  const alikeTable = Uint8Array.from({ length: count * count }, (_, k) =>
    Number(labDistance(labs[Math.floor(k / count)]!, labs[k % count]!) < MERGE_DISTANCE),
  );
  const alike = (entry: number, other: number) => alikeTable[entry * count + other] === 1;
  return (layers) => {
    const areas = new Float32Array(count);
    let whole = 0;
    for (const layer of layers) {
      const { picture, frame } = layer;
      const histogram = histogramOf(layer);
      const area = artwork.areaOf(picture) * Math.abs(frame.xx * frame.yy - frame.xy * frame.yx);
      const step = Math.fround(area / 255);
      for (let k = 0; k < histogram.colours.length; k++) {
        const entry = histogram.colours[k]!;
        areas[entry] = Math.fround(areas[entry]! + Math.fround(histogram.shares[k]! * step));
      }
      whole += area;
    }
    return paletteSteps(areas, colours, alike, whole);
  };
}
