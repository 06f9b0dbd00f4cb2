/** What is no thicker than this, in pixels, is a line. */
const THICKEST = 5;
/** A line is at least so long across or down; what is shorter is an eye or a nostril. */
const SHORTEST = 14;
/** What lies this deep inside something is its core. */
const DEEP = 3;

/**
 * Long thin parts of what a predicate holds for, 1 for their pixels.
 * @param width of the square picture
 */
export function linesIn(holds: (p: number) => boolean, width: number): Uint8Array {
  const mask = maskOf(holds, width);
  const inside = eroded(mask, width, Math.floor(THICKEST / 2));
  const thick = grown(inside, width, Math.floor(THICKEST / 2) + 1);
  const thin = mask.map((value, p) => (thick[p] === 1 ? 0 : value));
  return longOnes(thin, width);
}

/** What lies deep inside what a predicate holds for, 1 for its pixels. @param width of the square picture */
export function coresOf(holds: (p: number) => boolean, width: number): Uint8Array {
  return eroded(maskOf(holds, width), width, DEEP);
}

function maskOf(holds: (p: number) => boolean, width: number): Uint8Array {
  return Uint8Array.from({ length: width * width }, (_, p) => (holds(p) ? 1 : 0));
}

/** 1 where all within `reach` across and down are 1; outside the picture nothing is. */
function eroded(mask: Uint8Array, width: number, reach: number): Uint8Array {
  const not = grown(
    mask.map((value) => 1 - value),
    width,
    reach,
  );
  return not.map((value, p) => {
    const [x, y] = [p % width, Math.floor(p / width)];
    const isAtEdge = Math.min(x, y) < reach || Math.max(x, y) >= width - reach;
    return value === 1 || isAtEdge ? 0 : 1;
  });
}

/** 1 where any within `reach` across and down is 1: first along rows, then along columns. */
function grown(mask: Uint8Array, width: number, reach: number): Uint8Array {
  const across = new Uint8Array(mask.length);
  const both = new Uint8Array(mask.length);
  for (let p = 0; p < mask.length; p++) {
    if (mask[p] === 0) continue;
    const x = p % width;
    across.fill(1, p - Math.min(reach, x), p + Math.min(reach, width - 1 - x) + 1);
  }
  for (let p = 0; p < mask.length; p++) {
    if (across[p] === 0) continue;
    const y = Math.floor(p / width);
    const last = Math.min(y + reach, width - 1);
    for (let v = Math.max(y - reach, 0); v <= last; v++) both[v * width + (p % width)] = 1;
  }
  return both;
}

/** The connected parts that are long enough to be lines. */
function longOnes(mask: Uint8Array, width: number): Uint8Array {
  const left = mask.slice();
  const kept = new Uint8Array(mask.length);
  for (let first = 0; first < left.length; first++) {
    if (left[first] === 0) continue;
    const part = partFrom(left, width, first);
    const [xs, ys] = [part.map((p) => p % width), part.map((p) => Math.floor(p / width))];
    const span = (values: number[]) => Math.max(...values) - Math.min(...values) + 1;
    if (Math.max(span(xs), span(ys)) >= SHORTEST) for (const p of part) kept[p] = 1;
  }
  return kept;
}

/** The pixels connected to one, diagonals too; they are taken out of the mask. */
function partFrom(mask: Uint8Array, width: number, first: number): number[] {
  const part = [first];
  mask[first] = 0;
  for (const p of part) {
    const [x, y] = [p % width, Math.floor(p / width)];
    for (let v = Math.max(0, y - 1); v <= Math.min(width - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const q = v * width + u;
        if (mask[q] === 0) continue;
        mask[q] = 0;
        part.push(q);
      }
    }
  }
  return part;
}
