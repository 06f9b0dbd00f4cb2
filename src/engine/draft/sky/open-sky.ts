/** Beside each other, pixels of a sky differ by no more than this in the largest of red, green and blue. */
const STEP = 0.09;
/** A sky is open no further down than this, in parts of the height, and clouds in it are no higher. */
const LOWEST = 0.72;
const CLOUD = 0.2;
/** How much a pixel may differ from the sky above a cloud to be of the sky below it again. */
const SAME = 0.16;
/** A frame about the place is no thicker, in parts of the side, and the sky is looked for below it. */
const FRAME = 0.11;
/** What fills less of the canvas was cut out, and has no sky of its own. */
const WHOLE = 0.86;
/** The panel that is behind what was cut out: its margin and the radius of its corners, in parts of the side. */
const PANEL = { margin: 0.015, corner: 0.11 } as const;

/**
 * Where a place shows its sky. A place that was cut out gets one behind it, all over its panel; of any other it is what
 * lies in each column from above, as far as colours change no more than a sky's do, and again below clouds.
 * @param canvas [4, size, size], premultiplied RGBA, 0–1
 * @returns [size, size], 0–1
 */
export function openedSky(canvas: Float32Array, size: number): Float32Array {
  const plane = size * size;
  let solid = 0;
  for (let p = 0; p < plane; p++) solid += canvas[3 * plane + p]!;
  return solid < WHOLE * plane ? filledBehind(canvas, size) : smoothed(ownSky(canvas, size), size);
}

/** The panel behind a place, which becomes solid. */
function filledBehind(canvas: Float32Array, size: number): Float32Array {
  const plane = size * size;
  const sky = new Float32Array(plane);
  const half = 0.5 - PANEL.margin - PANEL.corner;
  for (let p = 0; p < plane; p++) {
    const [x, y] = [((p % size) + 0.5) / size - 0.5, (Math.floor(p / size) + 0.5) / size - 0.5];
    const far = Math.hypot(Math.max(Math.abs(x) - half, 0), Math.max(Math.abs(y) - half, 0));
    const panel = Math.min(Math.max((PANEL.corner - far) * size + 0.5, 0), 1);
    const behind = panel * (1 - canvas[3 * plane + p]!);
    sky[p] = behind;
    for (let c = 0; c < 4; c++) canvas[c * plane + p]! += behind;
  }
  return sky;
}

function ownSky(canvas: Float32Array, size: number): Float32Array {
  const plane = size * size;
  const sky = new Float32Array(plane);
  const reference = referenceOf(canvas, size);
  const at = (p: number) => [canvas[p]!, canvas[plane + p]!, canvas[2 * plane + p]!];
  const isLike = (p: number, colour: readonly number[], most: number) =>
    at(p).every((value, c) => Math.abs(value - colour[c]!) < most);
  for (let x = 0; x < size; x++) {
    let y = 0;
    // Below a frame that some styles have.
    while (y < FRAME * size && !isLike(y * size + x, reference, SAME)) y += 1;
    let last = reference;
    for (let cloud = 0; y < LOWEST * size && cloud < CLOUD * size; y++) {
      const p = y * size + x;
      if (!isLike(p, last, cloud > 0 ? SAME : STEP)) {
        cloud += 1;
        continue;
      }
      for (let up = 0; up <= cloud; up++) sky[p - up * size] = 1;
      cloud = 0;
      last = at(p);
    }
  }
  return sky;
}

/** The colour of the sky below a frame: that of most of its row. */
function referenceOf(canvas: Float32Array, size: number): readonly number[] {
  const plane = size * size;
  const y = Math.round(FRAME * size);
  const row = Array.from({ length: size }, (_, x) => y * size + x).filter((p) => canvas[3 * plane + p]! > 0.9);
  const median = (c: number) => row.map((p) => canvas[c * plane + p]!).sort((a, b) => a - b)[row.length >> 1] ?? 0;
  return [median(0), median(1), median(2)];
}

function smoothed(sky: Float32Array, size: number): Float32Array {
  const soft = new Float32Array(sky.length);
  for (let p = 0; p < sky.length; p++) {
    const x = p % size;
    let [sum, count] = [0, 0];
    for (const step of [-size - 1, -size, -size + 1, -1, 0, 1, size - 1, size, size + 1]) {
      const other = p + step;
      if (other < 0 || other >= sky.length || Math.abs((other % size) - x) > 1) continue;
      sum += sky[other]!;
      count += 1;
    }
    soft[p] = sum / count;
  }
  return soft;
}
