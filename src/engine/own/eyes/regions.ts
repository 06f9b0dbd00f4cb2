/** Pixels of a square picture, by their numbers row by row, each once. */
export type Region = readonly number[];

/** A box around pixels; x1 and y1 are beyond the last. */
export interface Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export function boundsOf(region: Region, side: number): Bounds {
  let [x0, y0, x1, y1] = [side, side, 0, 0];
  for (const p of region) {
    const [x, y] = [p % side, Math.floor(p / side)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  }
  return { x0, y0, x1, y1 };
}

/** What hangs together, also over corners, among pixels of the same label; those below 0 are left out. */
export function components(labels: ArrayLike<number>, side: number): Region[] {
  const seen = new Uint8Array(labels.length);
  const found: number[][] = [];
  for (let first = 0; first < labels.length; first++) {
    const label = labels[first]!;
    if (seen[first] || label < 0) continue;
    seen[first] = 1;
    const piece = [first];
    const reach = (near: number) => {
      if (seen[near] || labels[near] !== label) return;
      seen[near] = 1;
      piece.push(near);
    };
    for (const p of piece) eachAround(p, 1, side, reach);
    found.push(piece);
  }
  return found;
}

/** Visits the pixels within so many steps of one, itself too, as far as there are some. */
export function eachAround(p: number, by: number, side: number, visit: (near: number) => void): void {
  const x = p % side;
  const y = (p - x) / side;
  const [left, right] = [Math.max(x - by, 0), Math.min(x + by, side - 1)];
  for (let v = Math.max(y - by, 0); v <= Math.min(y + by, side - 1); v++) {
    for (let u = left; u <= right; u++) visit(v * side + u);
  }
}

/** A region with all pixels within so many steps. */
export function grown(region: Region, by: number, side: number): Region {
  const all = new Set(region);
  for (const p of region) eachAround(p, by, side, (near) => all.add(near));
  return [...all];
}

/** What is within so many steps of a region, and further than `inner` steps. */
export function ringAbout(region: Region, inner: number, outer: number, side: number): Region {
  const within = new Set(inner === 0 ? region : grown(region, inner, side));
  return grown(region, outer, side).filter((p) => !within.has(p));
}

/** A region without holes: a hole is what no way along rows and columns leads out of. */
export function filled(region: Region, side: number): Region {
  const { x0, y0, x1, y1 } = boundsOf(region, side);
  // A margin of one pixel is outside.
  const width = x1 - x0 + 2;
  const height = y1 - y0 + 2;
  const state = new Uint8Array(width * height);
  for (const p of region) state[(Math.floor(p / side) - y0 + 1) * width + (p % side) - x0 + 1] = 1;
  const waiting = [0];
  state[0] = 2;
  const reach = (at: number) => {
    if (state[at] !== 0) return;
    state[at] = 2;
    waiting.push(at);
  };
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const x = at % width;
    // Beyond the first row and the last there is undefined, which is no 0.
    reach(at - width);
    reach(at + width);
    if (x > 0) reach(at - 1);
    if (x < width - 1) reach(at + 1);
  }
  const all: number[] = [];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (state[(y - y0 + 1) * width + x - x0 + 1] !== 2) all.push(y * side + x);
  }
  return all;
}
