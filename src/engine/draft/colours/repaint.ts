import { chromaOf, type Lab, labOf, ownValue, type RgbaImage, SOLID } from '../../basics/index.js';
import type { Tables } from '../../manifest/index.js';
import { coresOf, linesIn } from './thin.js';

/** How far from the area's mean colour a pixel may lie and still belong to it; shadows and lights count as near. */
const REACH = 0.13;
const LIGHTNESS_WEIGHT = 0.6;
/** Black and white keep less of the area's own differences in lightness and hue, or they would read as grey. */
const KEEPS_ALL: Lab = [1, 1, 1];
const PLAIN_KEEPS: Readonly<Record<string, Lab>> = { black: [0.8, 0.3, 0.3], white: [0.8, 0.3, 0.3] };
/**
 * On an area painted black, what is darker than this and was outside it (eyes, outlines) turns light, if the area was
 * lighter itself; the insides of eyes stay dark, or these would be blank.
 */
const DARK = 0.45;
const DARK_SHARPNESS = 30;
const LIGHT_SHIFT = 0.95;
const LIGHT_SCALES: Lab = [-0.4, 0.6, 0.6];

/**
 * Outlines within an area are darker than it by the first, no darker than the second; greyer than the third, or of a
 * hue with this cosine to its.
 */
const [LINE_DARKER, LINE_DARKEST, LINE_GREY, LINE_HUE] = [0.04, 0.22, 0.04, 0.6];
/** They keep so much of how much darker they are. */
const LINE_KEEPS = 0.9;
/** What is less of the area than this is outside it. */
const OUTSIDE = 0.5;
/**
 * Lines that are less of the area than the first stay, as a style's black outlines do; what is more than the second
 * moves with it anyway.
 */
const [PARTLY_INSIDE, ALMOST_INSIDE] = [0.2, 0.9];

/** Moves a picture's largest area to a paint, in place. @param labs its colours, as `labPixels` has them */
export type Repaint = (labs: Float32Array, image: RgbaImage, picture: number, paint: number) => void;

/** Paints pictures by the tables, as training does (docs/bundle.md, "Memory"). */
export function createRepaint({ colours, paints }: Pick<Tables, 'colours' | 'paints'>): Repaint {
  const names = createNearestNames(colours);
  const targets = paints.map((paint) => ownValue(colours, paint)!.map(labOf));
  return (labs, image, picture, paint) => {
    const name = paints[paint - 1]!;
    const codes = targets[paint - 1]!;
    const centre = commonestMean(labs, image, names);
    moveArea(labs, image, centre, codes[picture % codes.length]!, {
      keeps: ownValue(PLAIN_KEEPS, name) ?? KEEPS_ALL,
      turnsLight: name === 'black' && centre[0] > DARK,
    });
  };
}

/** Names of colours as numbers, without allocating. */
interface NearestNames {
  count: number;
  nameOf(l: number, a: number, b: number): number;
}

function createNearestNames(colours: Tables['colours']): NearestNames {
  const prototypes = Float64Array.from(Object.values(colours).flatMap((codes) => codes.flatMap(labOf)));
  const nameOfPrototype = Object.values(colours).flatMap((codes, name) => codes.map(() => name));
  return {
    count: Object.keys(colours).length,
    nameOf(l, a, b) {
      let best = 0;
      let nearest = Number.POSITIVE_INFINITY;
      for (let k = 0; k < nameOfPrototype.length; k++) {
        const dl = l - prototypes[3 * k]!;
        const da = a - prototypes[3 * k + 1]!;
        const db = b - prototypes[3 * k + 2]!;
        const distance = dl * dl + da * da + db * db;
        if (distance < nearest) {
          best = k;
          nearest = distance;
        }
      }
      return nameOfPrototype[best]!;
    },
  };
}

/** Mean colour of the solid pixels of the commonest colour name. */
function commonestMean(labs: Float32Array, { data }: RgbaImage, names: NearestNames): Lab {
  const counts = new Uint32Array(names.count);
  const sums = new Float64Array(3 * names.count);
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3]! <= SOLID) continue;
    const l = labs[3 * p]!;
    const a = labs[3 * p + 1]!;
    const b = labs[3 * p + 2]!;
    const name = names.nameOf(l, a, b);
    counts[name]!++;
    sums[3 * name]! += l;
    sums[3 * name + 1]! += a;
    sums[3 * name + 2]! += b;
  }
  const most = counts.indexOf(Math.max(...counts));
  const count = Math.max(counts[most]!, 1);
  return [sums[3 * most]! / count, sums[3 * most + 1]! / count, sums[3 * most + 2]! / count];
}

/**
 * Moves the area about a mean colour to another, in place; each pixel by how near it is to the mean.
 * @param keeps how much of the area's own differences stays, of L, a and b
 * @param turnsLight whether what is dark and out of the area turns light
 */
function moveArea(
  labs: Float32Array,
  { data, width }: RgbaImage,
  centre: Lab,
  target: Lab,
  { keeps, turnsLight }: { keeps: Lab; turnsLight: boolean },
): void {
  const isThere = (p: number) => data[4 * p + 3]! > SOLID;
  const nearness = (p: number) => nearTo(labs, p, centre);
  const cores = turnsLight
    ? coresOf((p) => isThere(p) && labs[3 * p]! < DARK && nearness(p) < OUTSIDE, width)
    : undefined;
  const lines = turnsLight
    ? undefined
    : linesIn(
        (p) => isThere(p) && isShade(labs, p, centre) && nearness(p) > PARTLY_INSIDE && nearness(p) < ALMOST_INSIDE,
        width,
      );
  for (let p = 0; 3 * p < labs.length; p++) {
    if (data[4 * p + 3] === 0) continue;
    if (lines?.[p] === 1) {
      const darker = LINE_KEEPS * (labs[3 * p]! - centre[0]);
      for (let c = 0; c < 3; c++) labs[3 * p + c] = target[c]! + (c === 0 ? Math.max(darker, -target[0] / 2) : 0);
      continue;
    }
    const lightness = labs[3 * p]!;
    const near = nearness(p);
    const dark = turnsLight && cores![p] === 0 ? (1 - near) / (1 + Math.exp(-DARK_SHARPNESS * (DARK - lightness))) : 0;
    for (let c = 0; c < 3; c++) {
      const old = labs[3 * p + c]!;
      const painted = old + near * (target[c]! + keeps[c]! * (old - centre[c]!) - old);
      const light = LIGHT_SCALES[c]! * old + (c === 0 ? LIGHT_SHIFT : 0);
      labs[3 * p + c] = painted + dark * (light - painted);
    }
  }
}

/** How much a pixel is of the area about a mean colour, 0–1. */
function nearTo(labs: Float32Array, p: number, centre: Lab): number {
  const dl = LIGHTNESS_WEIGHT * (labs[3 * p]! - centre[0]);
  const da = labs[3 * p + 1]! - centre[1];
  const db = labs[3 * p + 2]! - centre[2];
  return Math.exp(-(dl * dl + da * da + db * db) / (2 * REACH ** 2));
}

/** Whether a pixel is a darker shade of an area's colour, which outlines within it are drawn in, and not black. */
function isShade(labs: Float32Array, p: number, centre: Lab): boolean {
  const [l, a, b] = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
  if (l > centre[0] - LINE_DARKER || l < LINE_DARKEST) return false;
  // Greys are shades of anything.
  const along = a * centre[1] + b * centre[2];
  const own = Math.hypot(a, b) * chromaOf(centre);
  return Math.hypot(a, b) < LINE_GREY || own < LINE_GREY ** 2 || along > LINE_HUE * own;
}
