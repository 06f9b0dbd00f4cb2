import { labDistance, toOklab } from '../../src/engine/basics/oklab.js';
import type { RgbaImage } from '../../src/engine/basics/rgba-image.js';
import { resize } from '../../src/images/sharp.js';

/** Side of what is measured: grain of an engine is no thing. */
const SIDE = 64;
/** Farther from the ground in OKLab is of something. */
const OFF_GROUND = 0.1;

/**
 * What an opaque picture shows, with all that is of its ground's colour taken out; the ground is the median of its
 * border. Transparent pictures are only made as small.
 */
export async function cutFromGround(image: RgbaImage): Promise<RgbaImage> {
  const small = await resize(image, SIDE, SIDE);
  const border = Array.from({ length: SIDE ** 2 }, (_, p) => p).filter((p) => {
    const [x, y] = [p % SIDE, Math.floor(p / SIDE)];
    return Math.min(x, y) === 0 || Math.max(x, y) === SIDE - 1;
  });
  if (border.some((p) => small.data[4 * p + 3]! < 128)) return small;
  const ground = [0, 1, 2].map((channel) => median(border.map((p) => small.data[4 * p + channel]!)));
  const data = small.data.slice();
  const [its, all] = [new Float64Array(3), new Float64Array(3)];
  toOklab(ground[0]!, ground[1]!, ground[2]!, all, 0);
  for (let at = 0; at < data.length; at += 4) {
    toOklab(data[at]!, data[at + 1]!, data[at + 2]!, its, 0);
    const isGround = labDistance([its[0]!, its[1]!, its[2]!], [all[0]!, all[1]!, all[2]!]) < OFF_GROUND;
    data[at + 3] = isGround ? 0 : 255;
  }
  return { ...small, data };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
