import { type Lab, labOf, type RgbaImage, SOLID, toOklab } from '../basics/index.js';
import { blobSteps, boxSteps, createColourNamer, createPaletteOfAreas } from '../draft/index.js';
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
/** Alpha of what belongs to the subject, of 255, and where colours count, as training measures pictures. */
const OPAQUE = 76;

/** Measures pictures as those of the memory are measured. */
export function createMeasure({ palette, tables }: Pick<Manifest, 'palette' | 'tables'>): (image: RgbaImage) => Seen {
  const codebook = palette.colours.map(labOf);
  const paletteOfAreas = createPaletteOfAreas(palette.colours);
  const namesOf = createColourNamer(tables.colours);
  return (image) => {
    const areas = new Float32Array(codebook.length);
    const squares = squaresOf(image);
    for (const lab of squares) areas[nearest(codebook, lab)]!++;
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

function nearest(codebook: readonly Lab[], [l, a, b]: Lab): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  codebook.forEach(([l2, a2, b2], k) => {
    const apart = (l - l2) ** 2 + (a - a2) ** 2 + (b - b2) ** 2;
    if (apart < least) [best, least] = [k, apart];
  });
  return best;
}

/** Where what is opaque lies, and the ellipse of its second moments. */
function placed({ width, height, data }: RgbaImage): Pick<Seen, 'box' | 'blob'> {
  const edges = { x0: width, y0: height, x1: 0, y1: 0 };
  const sums = { alpha: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (let p = 0; p < width * height; p++) {
    const alpha = data[4 * p + 3]!;
    const [x, y] = [p % width, Math.floor(p / width)];
    if (alpha > OPAQUE) {
      edges.x0 = Math.min(edges.x0, x);
      edges.y0 = Math.min(edges.y0, y);
      edges.x1 = Math.max(edges.x1, x + 1);
      edges.y1 = Math.max(edges.y1, y + 1);
    }
    const [u, v] = [x + 0.5, y + 0.5];
    sums.alpha += alpha;
    sums.x += alpha * u;
    sums.y += alpha * v;
    sums.xx += alpha * u * u;
    sums.xy += alpha * u * v;
    sums.yy += alpha * v * v;
  }
  const [x, y] = [sums.x / sums.alpha, sums.y / sums.alpha];
  const spread = {
    x,
    y,
    xx: sums.xx / sums.alpha - x * x,
    xy: sums.xy / sums.alpha - x * y,
    yy: sums.yy / sums.alpha - y * y,
  };
  const isSeen = edges.x0 < edges.x1;
  return {
    box: boxSteps(isSeen ? edges : { x0: 0, y0: 0, x1: width, y1: height }, '', width),
    blob: blobSteps(spread, width),
  };
}
