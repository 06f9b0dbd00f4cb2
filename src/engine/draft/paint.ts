import type { Tables } from '../bundle/tables.js';
import type { RgbaImage } from '../types.js';
import { type Lab, labOf } from './oklab.js';
import { SOLID } from './pixel-colours.js';

/** How far from the area's mean colour a pixel may lie and still belong to it; shadows and lights count as near. */
const REACH = 0.13;
const LIGHTNESS_WEIGHT = 0.6;
/** Black and white keep less of the area's own differences in lightness and hue, or they would read as grey. */
const KEEPS_ALL: Lab = [1, 1, 1];
const PLAIN_KEEPS: Readonly<Record<string, Lab>> = { black: [0.8, 0.3, 0.3], white: [0.8, 0.3, 0.3] };
/** On an area painted black, what is darker than this and was outside it (eyes, outlines) turns light, if the area was lighter itself. */
const DARK = 0.45;
const DARK_SHARPNESS = 30;
const LIGHT_SHIFT = 0.95;
const LIGHT_SCALES: Lab = [-0.4, 0.6, 0.6];

/** Moves a picture's largest area to a paint, in place. @param labs its colours, as `labPixels` has them */
export type Painter = (labs: Float32Array, image: RgbaImage, picture: number, paint: number) => void;

/** Paints pictures by the tables, as training does (docs/bundle.md, "Memory"). */
export function createPainter({ colours, paints }: Pick<Tables, 'colours' | 'paints'>): Painter {
  const prototypes = Object.values(colours).flatMap((codes, name) => codes.map((code) => ({ name, lab: labOf(code) })));
  const names = Object.keys(colours).length;
  const targets = paints.map((paint) => colours[paint]!.map(labOf));

  function nameOf(l: number, a: number, b: number): number {
    let best = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (const { name, lab } of prototypes) {
      const distance = (l - lab[0]) ** 2 + (a - lab[1]) ** 2 + (b - lab[2]) ** 2;
      if (distance < nearest) [best, nearest] = [name, distance];
    }
    return best;
  }

  /** Mean colour of the solid pixels of the commonest colour name. */
  function centreOf(labs: Float32Array, { data }: RgbaImage): Lab {
    const counts = new Uint32Array(names);
    const sums = new Float64Array(3 * names);
    for (let p = 0; 4 * p < data.length; p++) {
      if (data[4 * p + 3]! <= SOLID) continue;
      const [l, a, b] = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
      const name = nameOf(l, a, b);
      counts[name]!++;
      sums[3 * name]! += l;
      sums[3 * name + 1]! += a;
      sums[3 * name + 2]! += b;
    }
    const most = counts.indexOf(Math.max(...counts));
    const count = Math.max(counts[most]!, 1);
    return [sums[3 * most]! / count, sums[3 * most + 1]! / count, sums[3 * most + 2]! / count];
  }

  return (labs, image, picture, paint) => {
    const name = paints[paint - 1]!;
    const codes = targets[paint - 1]!;
    const target = codes[picture % codes.length]!;
    const centre = centreOf(labs, image);
    const keeps = PLAIN_KEEPS[name] ?? KEEPS_ALL;
    const turnsLight = name === 'black' && centre[0] > DARK;
    for (let p = 0; 3 * p < labs.length; p++) {
      if (image.data[4 * p + 3] === 0) continue;
      const lightness = labs[3 * p]!;
      let distance = 0;
      for (let c = 0; c < 3; c++) distance += ((c === 0 ? LIGHTNESS_WEIGHT : 1) * (labs[3 * p + c]! - centre[c]!)) ** 2;
      const near = Math.exp(-distance / (2 * REACH ** 2));
      const dark = turnsLight ? (1 - near) / (1 + Math.exp(-DARK_SHARPNESS * (DARK - lightness))) : 0;
      for (let c = 0; c < 3; c++) {
        const old = labs[3 * p + c]!;
        const painted = old + near * (target[c]! + keeps[c]! * (old - centre[c]!) - old);
        const light = LIGHT_SCALES[c]! * old + (c === 0 ? LIGHT_SHIFT : 0);
        labs[3 * p + c] = painted + dark * (light - painted);
      }
    }
  };
}
