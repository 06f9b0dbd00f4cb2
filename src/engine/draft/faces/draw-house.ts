import { apart, around, groundOf, OPAQUE, type Point, paint, type Raster, type Rgb } from '../expressions/index.js';

/** A door and windows, of what is drawn as a house. */
export interface HouseFront {
  isHouse: true;
  /** Least width of a line, in pixels of the picture. */
  line: number;
}

/** A door is so wide in parts of the body's shorter side, at most, and so wide at least, in parts of the picture's. */
const DOOR = { most: 0.32, least: 0.1, high: 1.5, sizes: 12 } as const;
/** A window is so wide beside the door, at most and at least, and so far to the side of it, in parts of the body. */
const WINDOW = { most: 0.8, least: 0.44, aside: 0.25, down: 0.36, sizes: 5 } as const;
/** Places are tried so many pixels apart, in parts of the picture's side. */
const STEP = 1 / 64;
/** How much the way from the best place counts. */
const AWAY = { across: 9, down: 4 } as const;
/** How much a larger one counts. */
const SIZE = 0.7;
/** Free room about each, in parts of its width. */
const MARGIN = 0.12;
/** Doors: the first whose colour is so far from that of the wall. */
const DOORS: readonly Rgb[] = [
  [0.56, 0.33, 0.17],
  [0.78, 0.22, 0.2],
  [0.16, 0.47, 0.52],
];
const SEEN = 0.34;
const [FRAME, DARK_FRAME]: readonly [Rgb, Rgb] = [
  [0.98, 0.95, 0.88],
  [0.3, 0.18, 0.11],
];
const PANE: Rgb = [1, 0.87, 0.42];
const KNOB: Rgb = [0.98, 0.8, 0.26];

interface Rect {
  /** Its middle, its lower edge and its size. */
  x: number;
  bottom: number;
  wide: number;
  high: number;
}

/** Draws a door low on a body, and a window or two above it, in place; nothing where there is no room for a door. */
export function drawHouse(raster: Raster, { line }: HouseFront): void {
  const solid = solidIn(raster);
  if (!solid) return;
  const door = doorIn(solid);
  if (!door) return;
  const ground = groundOf(raster, areaOf(door))?.(door.x, door.bottom - door.high / 2) ?? FRAME;
  const frame = apart(ground, FRAME) > SEEN ? FRAME : DARK_FRAME;
  const width = Math.max(line, 0.09 * door.wide);
  const windows = [-1, 1].flatMap((side) => windowIn(solid, door, side) ?? []);
  const least = Math.min(...windows.map(({ wide }) => wide));
  for (const { x, bottom, high } of windows) {
    const one = { x, bottom: bottom - (high - least) / 2, wide: least, high: least };
    const inset = { ...one, bottom: one.bottom - width, wide: least - 2 * width, high: least - 2 * width };
    fill(raster, one, 0.2, frame);
    fill(raster, inset, 0.14, PANE);
    const bar = 0.7 * width;
    fill(raster, { ...inset, wide: bar }, 0, frame);
    fill(raster, { ...inset, bottom: inset.bottom - (inset.high - bar) / 2, high: bar }, 0, frame);
  }
  fill(raster, door, 0.5, frame);
  const leaf = { ...door, wide: door.wide - 2 * width, high: door.high - width };
  fill(raster, leaf, 0.5, DOORS.find((one) => apart(one, ground) > SEEN) ?? DOORS[0]!);
  const [x, y, radius] = [door.x + 0.24 * door.wide, door.bottom - 0.42 * door.high, Math.max(1.2, 0.07 * door.wide)];
  paint(raster, around([[x, y]], radius + 1), (u, v) => Math.hypot(u - x, v - y) - radius, KNOB);
}

/** A rectangle whose upper corners, or of a window all, are round. @param round in parts of its width */
function fill(raster: Raster, rect: Rect, round: number, colour: Rgb): void {
  const { x, bottom, wide, high } = rect;
  const radius = round * wide;
  const isArched = round === 0.5;
  const distance = (u: number, v: number): number => {
    const across = Math.abs(u - x) - wide / 2;
    const [up, down] = [bottom - high - v, v - bottom];
    const [dx, dy] = [across + radius, (isArched ? up : Math.max(up, down)) + radius];
    const corner = dx > 0 && dy > 0 ? Math.hypot(dx, dy) - radius : Math.max(across, up);
    return Math.max(corner, across, down);
  };
  paint(raster, around(cornersOf(rect), 1), distance, colour);
}

const cornersOf = ({ x, bottom, wide, high }: Rect): Point[] => [
  [x - wide / 2, bottom - high],
  [x + wide / 2, bottom],
];
const areaOf = (rect: Rect) => [...around(cornersOf(rect), 0)] as [number, number, number, number];

/** What is solid: sums of what is not, above and to the left, and the edges of what is. */
interface Solid {
  size: number;
  clear: Float64Array;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Middle of the lower half of it. */
  x: number;
}

function solidIn({ size, rgba }: Raster): Solid | undefined {
  const clear = new Float64Array((size + 1) ** 2);
  const all = { x0: size, x1: 0, y0: size, y1: 0 };
  const isSolid = (x: number, y: number) => rgba[4 * (y * size + x) + 3]! >= OPAQUE;
  for (let y = 0; y < size; y++) {
    let row = 0;
    for (let x = 0; x < size; x++) {
      if (!isSolid(x, y)) row++;
      else {
        all.x0 = Math.min(all.x0, x);
        all.x1 = Math.max(all.x1, x + 1);
        all.y0 = Math.min(all.y0, y);
        all.y1 = Math.max(all.y1, y + 1);
      }
      clear[(y + 1) * (size + 1) + x + 1] = clear[y * (size + 1) + x + 1]! + row;
    }
  }
  if (all.x1 === 0) return undefined;
  let [sum, count] = [0, 0];
  for (let y = Math.floor((all.y0 + all.y1) / 2); y < all.y1; y++)
    for (let x = all.x0; x < all.x1; x++)
      if (isSolid(x, y)) {
        sum += x + 0.5;
        count++;
      }
  return { size, clear, ...all, x: count > 0 ? sum / count : (all.x0 + all.x1) / 2 };
}

function isFree({ size, clear }: Solid, { x, bottom, wide, high }: Rect): boolean {
  const edge = MARGIN * wide;
  const [left, right] = [Math.floor(x - wide / 2 - edge), Math.ceil(x + wide / 2 + edge)];
  const [top, low] = [Math.floor(bottom - high - edge), Math.ceil(bottom)];
  if (left < 0 || top < 0 || right > size || low > size) return false;
  const row = size + 1;
  return (
    clear[low * row + right]! - clear[top * row + right]! - clear[low * row + left]! + clear[top * row + left]! === 0
  );
}

/** The best of places for something of any of some sizes. @param widths from the largest */
function bestOf(
  solid: Solid,
  widths: readonly number[],
  shape: (wide: number) => number,
  at: { x: number; bottom: number },
  isAllowed: (rect: Rect) => boolean,
): Rect | undefined {
  const { size, x0, x1, y0, y1 } = solid;
  const step = Math.max(1, Math.round(STEP * size));
  let found: (Rect & { score: number }) | undefined;
  for (const wide of widths) {
    for (let bottom = y1; bottom > y0; bottom -= step) {
      for (let x = x0; x < x1; x += step) {
        const away = AWAY.across * ((x - at.x) / (x1 - x0)) ** 2 + AWAY.down * ((bottom - at.bottom) / (y1 - y0)) ** 2;
        const score = (wide / widths[0]!) ** SIZE * Math.exp(-away);
        const rect = { x, bottom, wide, high: shape(wide) };
        if ((found && score <= found.score) || !isAllowed(rect) || !isFree(solid, rect)) continue;
        found = { ...rect, score };
      }
    }
  }
  return found;
}

const between = (most: number, least: number, steps: number): number[] =>
  Array.from({ length: steps }, (_, k) => most - (k * (most - least)) / (steps - 1));

function doorIn(solid: Solid): Rect | undefined {
  const { size, x0, x1, y0, y1, x } = solid;
  const most = DOOR.most * Math.min(x1 - x0, y1 - y0);
  const widths = between(Math.max(most, DOOR.least * size), DOOR.least * size, DOOR.sizes);
  return bestOf(
    solid,
    widths,
    (wide) => DOOR.high * wide,
    { x, bottom: y1 },
    () => true,
  );
}

/** A window to one side of the middle, in the upper part. */
function windowIn(solid: Solid, door: Rect, side: number): Rect | undefined {
  const { x0, x1, y0, y1 } = solid;
  const widths = between(WINDOW.most * door.wide, WINDOW.least * door.wide, WINDOW.sizes);
  const at = {
    x: door.x + side * WINDOW.aside * (x1 - x0),
    bottom: y0 + WINDOW.down * (y1 - y0) + widths[0]! / 2,
  };
  const isApart = ({ x, bottom, wide, high }: Rect) => {
    const gap = (door.wide + wide) / 2 + MARGIN * door.wide;
    const isAbove = bottom < door.bottom - door.high - MARGIN * door.wide;
    const isBeside = Math.abs(x - door.x) > gap;
    return side * (x - door.x) > wide / 2 + 1 && (isAbove || isBeside) && bottom - high > y0;
  };
  return bestOf(solid, widths, (wide) => wide, at, isApart);
}
