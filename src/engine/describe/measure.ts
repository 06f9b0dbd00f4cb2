import { type Lab, labOf, nearestLab, type RgbaImage, SOLID, toOklab } from '../basics/index.js';
import { blobSteps, boxSeen, createColourNamer, createPaletteOfAreas, measureExtent } from '../draft/index.js';
import type { Blob, Box, Swatch } from '../latents/index.js';
import type { Manifest } from '../manifest/index.js';

/** What can be said of a picture without knowing what it shows. */
export interface Seen {
  /** At most two names, the commonest first. */
  colours: string[];
  palette: Swatch[];
  /** About all of it, in parts of the canvas; without a label. */
  box: Box;
  blob: Blob;
}

/** Colours are counted in squares of so many pixels, as the memory's are. */
const SQUARE = 4;

/** Measures pictures as those of the memory are measured. */
export function createMeasure({ palette, tables }: Pick<Manifest, 'palette' | 'tables'>): (image: RgbaImage) => Seen {
  const codebook = palette.colours.map(labOf);
  const paletteOfAreas = createPaletteOfAreas(palette.colours);
  const namesOf = createColourNamer(tables.colours);
  return (image) => {
    const areas = new Float32Array(codebook.length);
    const squares = squaresOf(image);
    for (const lab of squares) areas[nearestLab(lab, codebook)]!++;
    const shown = squares.map((lab) => ({ lab, share: 1 / squares.length }));
    return {
      colours: namesOf(shown),
      palette: paletteOfAreas(areas, Math.max(1, squares.length)),
      ...placed(image),
    };
  };
}

/** Mean colours of the squares that are solid; of a picture without any, of the least faint. */
function squaresOf({ width, height, data }: RgbaImage): Lab[] {
  const found: { lab: Lab; alpha: number }[] = [];
  for (let y = 0; y + SQUARE <= height; y += SQUARE) {
    for (let x = 0; x + SQUARE <= width; x += SQUARE) {
      const sums = [0, 0, 0, 0];
      for (let k = 0; k < SQUARE ** 2; k++) {
        const at = 4 * ((y + Math.floor(k / SQUARE)) * width + x + (k % SQUARE));
        for (let c = 0; c < 3; c++) sums[c]! += data[at + c]! * data[at + 3]!;
        sums[3]! += data[at + 3]!;
      }
      if (sums[3] === 0) continue;
      const [red, green, blue] = sums.map((sum) => Math.round(sum / sums[3]!)) as [number, number, number, number];
      const lab = new Float64Array(3);
      toOklab(red, green, blue, lab, 0);
      found.push({ lab: [lab[0]!, lab[1]!, lab[2]!], alpha: sums[3]! / SQUARE ** 2 });
    }
  }
  const solid = found.filter(({ alpha }) => alpha > SOLID);
  const most = Math.max(0, ...found.map(({ alpha }) => alpha));
  return (solid.length > 0 ? solid : found.filter(({ alpha }) => alpha === most)).map(({ lab }) => lab);
}

/** Where what is opaque lies, or else all of the canvas, and the ellipse of what is seen. */
function placed(image: RgbaImage): Pick<Seen, 'box' | 'blob'> {
  const side = image.width;
  const extent = measureExtent(image);
  const [x, y, xx, xy, yy] = extent.moments;
  const spread = { x: x * side, y: y * side, xx: xx * side ** 2, xy: xy * side ** 2, yy: yy * side ** 2 };
  return {
    box: boxSeen(extent, '', side),
    blob: blobSteps(spread, side),
  };
}
