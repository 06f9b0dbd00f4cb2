/** Where the middle of a thing is, in parts of the room. */
export interface Point {
  x: number;
  y: number;
}

/** How wide and high a thing is beside the others, in whatever it is measured in. */
export interface Extent {
  width: number;
  height: number;
}

/** A thing at its place: its middle, and how many times as large it is. */
export interface Packed extends Point {
  scale: number;
}

/** Silhouettes fill the corners of their boxes by little: how round they are taken to be, as a superellipse. */
const ROUND = 3;
/** How far apart they are, in parts of both: what is of one colour would run together. */
const GAP = 0.015;
/** The first try takes so much of the room; each is larger by so much until one does not fit. */
const FIRST = 0.3;
const GROWS = 1.05;
/** What then has room left grows by itself, in so many steps, the smallest first. */
const OWN = { grows: 1.07, steps: 4 } as const;
/** Moves of one try, and how much of a distance may lack in the end. */
const MOVES = 16;
const SLACK = 0.01;
/** Two on one spot are told apart by so much. */
const APART = 1e-3;

/**
 * Things about given places, as large as the room takes them without hiding each other: they push each other away from
 * where they begin, and keep within the room.
 *
 * @param starts in parts of the room, one for each extent
 * @param room in the measure of the extents
 */
export function packed(extents: readonly Extent[], starts: readonly Point[], room: Extent): Packed[] {
  const area = extents.reduce((sum, { width, height }) => sum + width * height, 0);
  const most = Math.min(...extents.map(({ width, height }) => Math.min(room.width / width, room.height / height)));
  let scale = Math.min(most, Math.sqrt((FIRST * room.width * room.height) / area));
  let tried = starts.map(({ x, y }): Packed => ({ x: x * room.width, y: y * room.height, scale }));
  let best: Packed[] | undefined;
  for (;;) {
    tried = tried.map(({ x, y }) => ({ x, y, scale }));
    const isFitting = isSettled(tried, extents, room);
    if (!isFitting && best) return grown(best, extents, room);
    if (isFitting) best = tried;
    if (isFitting && scale >= most) return tried;
    scale = isFitting ? Math.min(most, scale * GROWS) : scale / GROWS ** 2;
  }
}

/** With each as much larger as there is room for it beside the others. */
function grown(settled: readonly Packed[], extents: readonly Extent[], room: Extent): Packed[] {
  let best = [...settled];
  const areaOf = (k: number) => extents[k]!.width * extents[k]!.height;
  const open = new Set([...extents.keys()].sort((one, other) => areaOf(one) - areaOf(other)));
  for (let step = 0; step < OWN.steps; step++) {
    for (const k of open) {
      const tried = best.map((one, at) => ({ ...one, scale: at === k ? one.scale * OWN.grows : one.scale }));
      const { width, height } = extents[k]!;
      const { scale } = tried[k]!;
      const isWithin = scale * width <= room.width && scale * height <= room.height;
      if (isWithin && isSettled(tried, extents, room)) best = tried;
      else open.delete(k);
    }
  }
  return best;
}

/** Moves things apart until none is too near to another. @returns whether that came about */
function isSettled(placed: Packed[], extents: readonly Extent[], room: Extent): boolean {
  for (let move = 0; move < MOVES; move++) {
    if (!pushed(placed, extents) && move > 0) return true;
    for (const [k, { width, height }] of extents.entries()) {
      const one = placed[k]!;
      one.x = within(one.x, (one.scale * width) / 2, room.width);
      one.y = within(one.y, (one.scale * height) / 2, room.height);
    }
  }
  return !pushed(placed, extents);
}

const within = (at: number, half: number, room: number): number => Math.min(Math.max(at, half), room - half);

/** Pushes all that are too near to each other apart, both by half. @returns whether any were */
function pushed(placed: Packed[], extents: readonly Extent[]): boolean {
  let isAny = false;
  for (let one = 1; one < extents.length; one++) {
    for (let other = 0; other < one; other++) {
      const [a, b] = [placed[one]!, placed[other]!];
      const across = ((1 + GAP) * (a.scale * extents[one]!.width + b.scale * extents[other]!.width)) / 2;
      const down = ((1 + GAP) * (a.scale * extents[one]!.height + b.scale * extents[other]!.height)) / 2;
      const [x, y] = [a.x - b.x, a.y - b.y];
      const far = (Math.abs(x) / across) ** ROUND + (Math.abs(y) / down) ** ROUND;
      if (far >= (1 - SLACK) ** ROUND) continue;
      isAny = true;
      const by = (1 / Math.cbrt(Math.max(far, APART)) - 1) / 2;
      const [byX, byY] = far < APART ? [across / 2, down / 2] : [by * x, by * y];
      a.x += byX;
      a.y += byY;
      b.x -= byX;
      b.y -= byY;
    }
  }
  return isAny;
}
