import { ownValue, type RgbaImage } from '../../basics/index.js';
import type { Tables } from '../../manifest/index.js';
import { type Lab, labOf, SOLID } from './oklab.js';

/** How far from the area's mean colour a pixel may lie and still belong to it; shadows and lights count as near. */
const REACH = 0.13;
const LIGHTNESS_WEIGHT = 0.6;
/** Black and white keep less of the area's own differences in lightness and hue, or they would read as grey. */
const KEEPS_ALL: Lab = [1, 1, 1];
const PLAIN_KEEPS: Readonly<Record<string, Lab>> = { black: [0.8, 0.3, 0.3], white: [0.8, 0.3, 0.3] };
/**
 * On an area painted black, what is darker than this and was outside it (eyes, outlines) turns light, if the area was
 * lighter itself.
 */
const DARK = 0.45;
const DARK_SHARPNESS = 30;
const LIGHT_SHIFT = 0.95;
const LIGHT_SCALES: Lab = [-0.4, 0.6, 0.6];

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
  { data }: RgbaImage,
  centre: Lab,
  target: Lab,
  { keeps, turnsLight }: { keeps: Lab; turnsLight: boolean },
): void {
  for (let p = 0; 3 * p < labs.length; p++) {
    if (data[4 * p + 3] === 0) continue;
    const lightness = labs[3 * p]!;
    const dl = LIGHTNESS_WEIGHT * (lightness - centre[0]);
    const da = labs[3 * p + 1]! - centre[1];
    const db = labs[3 * p + 2]! - centre[2];
    const distance = dl * dl + da * da + db * db;
    const near = Math.exp(-distance / (2 * REACH ** 2));
    const dark = turnsLight ? (1 - near) / (1 + Math.exp(-DARK_SHARPNESS * (DARK - lightness))) : 0;
    for (let c = 0; c < 3; c++) {
      const old = labs[3 * p + c]!;
      const painted = old + near * (target[c]! + keeps[c]! * (old - centre[c]!) - old);
      const light = LIGHT_SCALES[c]! * old + (c === 0 ? LIGHT_SHIFT : 0);
      labs[3 * p + c] = painted + dark * (light - painted);
    }
  }
}
