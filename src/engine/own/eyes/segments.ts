import { type Lab, labPixels, type RgbaImage, SOLID } from '../../basics/index.js';
import { eachAround } from './regions.js';

/** A drawing in areas of one colour, as training takes artwork apart. */
export interface Segments {
  /** In pixels. */
  side: number;
  /** OKLab, three numbers a pixel. */
  lab: Float32Array;
  /** 1 where something is drawn. */
  solid: Uint8Array;
  /** Which of the colours a pixel has; −1 where nothing is drawn. */
  colour: Int16Array;
  /** The commonest first. */
  colours: readonly Lab[];
}

/** A pixel is flat where no neighbour differs by more; the others, on borders, are blends. */
const FLAT = 0.035;
/** Shades this near in OKLab are one colour; lightness counts so much. */
const [SAME, LIGHTNESS] = [0.06, 0.8];
const MOST_COLOURS = 40;
const FEWEST_PIXELS = 3;
const [BIN, BINS] = [0.02, 128];
/** Blends lie so far from the colours that they are of. */
const BLENDED = 2;

/** Areas of a square picture. Blends along borders go to the nearer of the colours beside them. */
export function segmentsOf(image: RgbaImage): Segments {
  const side = image.width;
  const lab = labPixels(image);
  const solid = Uint8Array.from({ length: side * side }, (_, p) => Number(image.data[4 * p + 3]! > SOLID));
  const steep = steepness(lab, solid, side);
  const flat = solid.map((is, p) => Number(is === 1 && steep[p]! < FLAT));
  const sure = flat.includes(1) ? flat : solid;
  const colours = coloursOf(lab, sure);
  const nearest = (p: number, among: Iterable<number>) => {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (const k of among) {
      const distance = apart(lab[3 * p]!, lab[3 * p + 1]!, lab[3 * p + 2]!, colours[k]!);
      if (distance < least) [best, least] = [k, distance];
    }
    return best;
  };
  const all = colours.map((_, k) => k);
  const seed = Int16Array.from(sure, (is, p) => (is ? nearest(p, all) : -1));
  const colour = seed.map((known, p) => {
    if (known >= 0 || !solid[p]) return known;
    const beside = new Set<number>();
    eachAround(p, BLENDED, side, (near) => {
      if (seed[near]! >= 0) beside.add(seed[near]!);
    });
    return nearest(p, beside.size > 0 ? beside : all);
  });
  return { side, lab, solid, colour, colours };
}

/** How far each pixel is from the furthest of the four solid ones beside it. */
function steepness(lab: Float32Array, solid: Uint8Array, side: number): Float32Array {
  const steep = new Float32Array(solid.length);
  const compare = (p: number, q: number) => {
    if (!solid[p] || !solid[q]) return;
    const [a, b] = [3 * p, 3 * q];
    const step = Math.hypot(lab[a]! - lab[b]!, lab[a + 1]! - lab[b + 1]!, lab[a + 2]! - lab[b + 2]!);
    steep[p] = Math.max(steep[p]!, step);
    steep[q] = Math.max(steep[q]!, step);
  };
  for (let p = 0; p < solid.length; p++) {
    if ((p + 1) % side !== 0) compare(p, p + 1);
    if (p + side < solid.length) compare(p, p + side);
  }
  return steep;
}

/** Square of a distance in which lightness counts less. */
function apart(l: number, a: number, b: number, other: Lab): number {
  const [dl, da, db] = [LIGHTNESS * (l - other[0]), a - other[1], b - other[2]];
  return dl * dl + da * da + db * db;
}

/** The colours that some pixels are shades of. */
function coloursOf(lab: Float32Array, of: Uint8Array): Lab[] {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  for (let p = 0; p < of.length; p++) {
    if (!of[p]) continue;
    const [l, a, b] = [lab[3 * p]!, lab[3 * p + 1]!, lab[3 * p + 2]!];
    // Lightness, a and b are within −1…1.
    const key = (Math.round(l / BIN) * BINS + Math.round(a / BIN) + BINS / 2) * BINS + Math.round(b / BIN) + BINS / 2;
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bin.count += 1;
    bin.sum[0] += l;
    bin.sum[1] += a;
    bin.sum[2] += b;
    bins.set(key, bin);
  }
  const found: { colour: [number, number, number]; size: number }[] = [];
  for (const { count, sum } of [...bins.values()].sort((one, other) => other.count - one.count)) {
    const mean: typeof sum = [sum[0] / count, sum[1] / count, sum[2] / count];
    const distances = found.map(({ colour }) => apart(...mean, colour));
    const nearest = distances.indexOf(Math.min(...distances));
    if (found.length > 0 && distances[nearest]! < SAME ** 2) {
      const known = found[nearest]!;
      known.size += count;
      for (const c of [0, 1, 2] as const) known.colour[c] += ((mean[c] - known.colour[c]) * count) / known.size;
    } else if ((count >= FEWEST_PIXELS || found.length === 0) && found.length < MOST_COLOURS)
      found.push({ colour: mean, size: count });
  }
  return found.map(({ colour }) => colour);
}
