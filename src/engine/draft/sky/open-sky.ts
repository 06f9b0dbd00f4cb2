/** Beside each other, pixels of a sky differ by no more than this in the largest of red, green and blue. */
const STEP = 0.09;
/** A sky is open no further down than this, in parts of the height. */
const LOWEST = 0.72;
/** How much the first pixel of a column may differ from the sky of most others. */
const SAME = 0.16;
/** How much a pixel may differ from the sky of its row to be of it. */
const OF_ROW = 0.13;
/** Part of a row that must be sky for the rest to be told by it. */
const LEAST_OF_ROW = 0.15;
/** A frame about the place is no thicker, in parts of the side, and the sky is looked for below it. */
const FRAME = 0.11;
/** What fills less of the canvas was cut out, and has no sky of its own. */
const WHOLE = 0.86;
/** The panel that is behind what was cut out: its margin and the radius of its corners, in parts of the side. */
const PANEL = { margin: 0.015, corner: 0.11 } as const;

/**
 * Where a place shows its sky. A place that was cut out gets one behind it, all over its panel; of any other it is what
 * lies in each column from above, as far as colours change no more than a sky's do, what is of its colour beside that,
 * and what it encloses: clouds.
 * @param canvas [4, size, size], premultiplied RGBA, 0–1
 * @returns [size, size], 0–1
 */
export function openedSky(canvas: Float32Array, size: number): Float32Array {
  const plane = size * size;
  let solid = 0;
  for (let p = 0; p < plane; p++) solid += canvas[3 * plane + p]!;
  return solid < WHOLE * plane ? filledBehind(canvas, size) : smoothed(whole(ownSky(canvas, size), canvas, size), size);
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
  for (let x = 0; x < size; x++) {
    let y = 0;
    // Below a frame that some styles have.
    while (y < FRAME * size && !isLike(canvas, size, y * size + x, reference, SAME)) y += 1;
    let last = reference;
    let most = SAME;
    for (; y < LOWEST * size; y++) {
      const p = y * size + x;
      if (!isLike(canvas, size, p, last, most)) break;
      sky[p] = 1;
      last = at(p);
      most = STEP;
    }
  }
  return sky;
}

/** Whether a pixel differs from a colour by less than so much in each of red, green and blue. */
function isLike(canvas: Float32Array, size: number, p: number, colour: readonly number[], most: number): boolean {
  return colour.every((value, c) => Math.abs(canvas[c * size * size + p]! - value) < most);
}

/** With what is like the sky of its row and lies beside it, and what is enclosed by it: clouds. */
function whole(sky: Float32Array, canvas: Float32Array, size: number): Float32Array {
  const plane = size * size;
  const lowest = Math.floor(LOWEST * size);
  const isSeen = (p: number) => canvas[3 * plane + p]! > 0.9;
  const near = (p: number) => [
    p - size,
    p + size,
    ...(p % size > 0 ? [p - 1] : []),
    ...(p % size < size - 1 ? [p + 1] : []),
  ];
  const within = (p: number) => p >= 0 && p < lowest * size;
  const rows = Array.from({ length: lowest }, (_, y) => rowOf(sky, canvas, size, y));
  const reach = (from: readonly number[], may: (p: number) => boolean, meet: (p: number) => void) => {
    const open = [...from];
    for (let p = open.pop(); p !== undefined; p = open.pop()) {
      for (const other of near(p)) {
        if (!within(other) || !may(other)) continue;
        meet(other);
        open.push(other);
      }
    }
  };
  const isOfRow = (p: number) => {
    const row = rows[Math.floor(p / size)];
    return row !== undefined && isLike(canvas, size, p, row, OF_ROW);
  };
  const all = [...sky.keys()].filter((p) => sky[p] === 1);
  reach(
    all,
    (p) => sky[p] === 0 && isSeen(p) && isOfRow(p),
    (p) => (sky[p] = 1),
  );
  const ground = new Uint8Array(plane);
  const edge = Array.from({ length: size }, (_, x) => lowest * size + x);
  reach(
    edge,
    (p) => sky[p] === 0 && ground[p] === 0,
    (p) => (ground[p] = 1),
  );
  for (let p = 0; p < lowest * size; p++) if (isSeen(p) && ground[p] === 0) sky[p] = 1;
  return sky;
}

/** Mean colour of what is sky in a row; undefined where little is. */
function rowOf(sky: Float32Array, canvas: Float32Array, size: number, y: number): readonly number[] | undefined {
  const plane = size * size;
  const own = Array.from({ length: size }, (_, x) => y * size + x).filter((p) => sky[p] === 1);
  if (own.length < LEAST_OF_ROW * size) return undefined;
  return [0, 1, 2].map((c) => own.reduce((sum, p) => sum + canvas[c * plane + p]!, 0) / own.length);
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
