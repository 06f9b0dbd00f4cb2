import { type Lab, labDistance, nearestLab } from '../basics/index.js';

/** Rounds of Lloyd's algorithm: more change nothing that is seen. */
const ROUNDS = 8;
/** Colours nearer to each other than this are one, in OKLab. */
const ONE = 0.035;

/**
 * Few colours that stand for many: k-means in OKLab, begun with the commonest place to all and then always the colour
 * furthest from those chosen, so that eyes and other small things keep a colour of their own. The same colours give the
 * same few.
 *
 * @param labs at least one
 * @param most ≥ 1
 * @returns at most so many
 */
export function fewColours(labs: readonly Lab[], most: number): Lab[] {
  let centres = [mean(labs)];
  while (centres.length < most) {
    const far = labs.reduce((best, lab) => (toNearest(lab, centres) > toNearest(best, centres) ? lab : best));
    if (toNearest(far, centres) < ONE) break;
    centres.push(far);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const groups: Lab[][] = centres.map(() => []);
    for (const lab of labs) groups[nearestLab(lab, centres)]!.push(lab);
    centres = groups.flatMap((group) => (group.length === 0 ? [] : [mean(group)]));
  }
  return centres;
}

function toNearest(lab: Lab, centres: readonly Lab[]): number {
  return Math.min(...centres.map((centre) => labDistance(lab, centre)));
}

function mean(labs: readonly Lab[]): Lab {
  const of = (c: 0 | 1 | 2) => labs.reduce((sum, lab) => sum + lab[c], 0) / labs.length;
  return [of(0), of(1), of(2)];
}
