import { labDistance, labOf, SHARE_STEPS } from '../../basics/index.js';
import { clamp, type Swatch } from '../../latents/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Layer } from '../layout/index.js';
import { roundEven } from '../layout/index.js';
import type { PartColours } from './part-colours.js';

/**
 * A palette has no colour of a smaller share, and no more colours than these; it is made of the commonest entries of
 * the codebook.
 */
const MIN_SHARE = 0.06;
const MAX_COLOURS = 4;
const LOOKED_AT = 14;

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
  const paletteOfAreas = createPaletteOfAreas(colours);
  return (layers) => {
    const areas = new Float32Array(colours.length);
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
    return paletteOfAreas(areas, whole);
  };
}

/**
 * Measures palettes from how much of a picture each entry of the codebook covers.
 * @param colours the palette's codebook, `#rrggbb`
 */
export function createPaletteOfAreas(colours: readonly string[]): (areas: Float32Array, whole: number) => Swatch[] {
  const labs = colours.map(labOf);
  const count = colours.length;
  const alikeTable = Uint8Array.from({ length: count * count }, (_, k) =>
    Number(labDistance(labs[Math.floor(k / count)]!, labs[k % count]!) < MERGE_DISTANCE),
  );
  const alike = (entry: number, other: number) => alikeTable[entry * count + other] === 1;
  return (areas, whole) => paletteSteps(areas, colours, alike, whole);
}

/**
 * The palette of areas, largest share first.
 *
 * @param areas what each entry of the codebook covers, in float32
 * @param alike whether two entries count as one colour
 * @param whole the area in all
 */
function paletteSteps(
  areas: Float32Array,
  colours: readonly string[],
  alike: (entry: number, other: number) => boolean,
  whole: number,
): Swatch[] {
  const clusters: { entry: number; area: number }[] = [];
  const order: number[] = [];
  for (let k = 0; k < areas.length; k++) if (areas[k]! > 0) order.push(k);
  order.sort((a, b) => areas[b]! - areas[a]!);
  for (const k of order.slice(0, LOOKED_AT)) {
    const cluster = clusters.find(({ entry }) => alike(entry, k));
    if (cluster) cluster.area += areas[k]!;
    else clusters.push({ entry: k, area: areas[k]! });
  }
  clusters.sort((a, b) => b.area - a.area);
  const common = clusters.slice(0, MAX_COLOURS).filter(({ area }) => area / whole >= MIN_SHARE);
  const kept = common.length > 0 ? common : clusters.slice(0, 1);
  return (kept.length > 0 ? kept : [{ entry: 0, area: 0 }]).map(({ entry, area }) => ({
    colour: colours[entry]!,
    share: clamp(roundEven((area / whole) * SHARE_STEPS), 1, SHARE_STEPS) / SHARE_STEPS,
  }));
}
