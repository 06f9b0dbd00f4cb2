import type { Expression } from '../../memory/index.js';
import { browsAbove } from './brows.js';
import { drawMouth } from './draw-mouth.js';
import type { Face } from './face.js';
import { flush } from './flush.js';
import { areaOf, removeEye, type Surroundings, shapeOf, surroundingsOf } from './inpaint.js';
import { mouthBelow } from './mouth.js';
import { apart, around, type Distance, heartAt, type Point, paint, type Raster, type Rgb, stroke } from './raster.js';
import { type Socket, socketsOf } from './sockets.js';

/** Width of lines in parts of an eye's half size. */
const LINE = 0.3;
/** A closed eye is so wide, in widths of a line and in parts of the eye. */
const [CLOSED_LINES, CLOSED_EYES] = [1.7, 1.1];
/** Lines are no thicker than so much of the room for an eye: two closed eyes would be sunglasses. */
const THICKEST = 0.38;
/** Lines this much different from what they lie on are seen. */
const SEEN = 0.3;
/** Eyes of more lines' widths are large: lids and hearts are seen in them. */
const LARGE = 1.7;
/** Eyes of which so much is white have a white, which ends so far within them, in pixels. */
const [HAS_WHITE, INSIDE] = [0.3, 0.8];
const ROUND = 0.95;
const HEART: Rgb = [0.9, 0.16, 0.27];
const STAR: Rgb = [1, 0.8, 0.12];
const STAR_ON_YELLOW: Rgb = [0.98, 0.38, 0.16];
const WHITE: Rgb = [1, 1, 1];
const STEPS = 12;

/** An eye that is drawn into. */
interface Drawn {
  raster: Raster;
  socket: Socket;
  surroundings: Surroundings;
  /** Colour and width of lines. */
  ink: Rgb;
  line: number;
  /** Half the width of what stands for a closed eye. */
  half: number;
  /** Whether it is a patch of dark fur about an eye that is not to be told from it: a panda's. */
  isPatch: boolean;
}

/**
 * Draws an expression into a picture, in its own colours, whatever these have become: eyes are closed, narrowed or
 * widened, brows are drawn above them, and where a mouth is found another one takes its place. Colours alone are
 * changed, in place.
 */
export function drawExpression(raster: Raster, { expression, eyes, facing, isAnimal, line }: Face): void {
  const sockets = socketsOf(eyes, facing, raster.size);
  const found = sockets.map((socket) => surroundingsOf(raster, socket));
  if (found.some((one) => one === undefined)) return;
  const mouth = TOLD_BY_MOUTH.has(expression) ? mouthBelow(raster, sockets, isAnimal) : undefined;
  for (const [k, socket] of sockets.entries()) {
    const surroundings = found[k]!;
    const size = Math.max(socket.across, socket.down);
    const width = Math.min(Math.max(line, LINE * size), THICKEST * socket.room);
    const half = Math.min(Math.max(CLOSED_EYES * socket.across, size, CLOSED_LINES * width), socket.room);
    const isPatch = isAnimal && isPatchOf(socket, surroundings);
    const eye = { raster, socket, surroundings, ink: inkOn(surroundings), line: width, half, isPatch };
    DRAW[expression](eye, k, sockets.length);
  }
  if (mouth) drawMouth(raster, mouth, expression, { ink: inkOn(found[0]!), line });
  if (expression === 'furious' && !isAnimal) flush(raster, found[0]!.skin);
}

/** In other moods the mouth that a face has will do. */
const TOLD_BY_MOUTH: ReadonlySet<Expression> = new Set<Expression>([
  'angry',
  'furious',
  'sad',
  'surprised',
  'bored',
  'smug',
  'sick',
]);

const DRAW: Readonly<Record<Expression, (eye: Drawn, which: number, eyes: number) => void>> = {
  asleep(eye) {
    closed(eye, 1);
    lashes(eye);
  },
  happy: (eye) => closed(eye, -1),
  laughing(eye, _, eyes) {
    // From the side nobody would read it.
    if (eyes === 1) closed(eye, -1);
    else squeezed(eye);
  },
  angry: (eye) => lowered(eye),
  furious: (eye) => lowered(eye),
  sad: (eye) => raised(eye),
  surprised: (eye) => widened(eye),
  'in-love': (eye) => heart(eye),
  winking(eye, which, eyes) {
    if (which === eyes - 1) closed(eye, -1);
  },
  dizzy: (eye) => crossed(eye),
  bored: (eye) => halfClosed(eye, 0),
  smug(eye, which, eyes) {
    halfClosed(eye, 0);
    if (which === eyes - 1) brow(eye, 0.9);
  },
  sick(eye) {
    halfClosed(eye, 0.25);
    brow(eye, -0.8);
  },
  doubting(eye, which) {
    if (which === 0) lowered(eye);
    else brow(eye, 1.1);
  },
  starry: (eye) => star(eye),
};

/** The eye's own darkest colour, or its lightest where only that is seen on what is about it. */
function inkOn({ skin, dark, light }: Surroundings): Rgb {
  return apart(dark, skin) >= Math.min(SEEN, apart(light, skin)) ? dark : light;
}

/** A closed lid. @param way 1 hangs down, as asleep; −1 is raised, as in a smile */
function closed(eye: Drawn, way: 1 | -1): void {
  const { raster, socket, surroundings, ink, line, half, isPatch } = eye;
  if (isPatch) {
    stroke(raster, lidOf(socket, PATCH_LID * socket.across, way), line, surroundings.skin);
    return;
  }
  removeEye(raster, socket, surroundings);
  stroke(raster, lidOf(socket, half, way), line, ink);
}

/** A patch is so wide at least, in parts of the room for an eye, and of one colour, and a lid so wide in it. */
const [PATCH, ONE_COLOUR, PATCH_LID] = [0.6, 0.55, 0.62];

function isPatchOf({ across, room }: Socket, { dark, light }: Surroundings): boolean {
  return across > PATCH * room && apart(dark, light) < ONE_COLOUR;
}

/** Points of an arc through the middle of an eye. */
function lidOf(socket: Socket, half: number, way: 1 | -1): Point[] {
  const depth = 0.72 * half;
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const along = (2 * k) / STEPS - 1;
    return socket.at(along * half, way * depth * (0.55 - along * along));
  });
}

/** Lashes at the outer end of a lid. */
function lashes({ raster, socket, ink, line, half, isPatch }: Drawn): void {
  if (isPatch || half < 2.6 * line) return;
  for (const along of [0.55, 0.95]) {
    const down = 0.72 * half * (0.55 - along * along);
    const from = socket.at(-along * half, down);
    stroke(raster, [from, socket.at(-along * half - 0.3 * half, down + 0.38 * half)], 0.75 * line, ink);
  }
}

/** Eyes shut tight. */
function squeezed({ raster, socket, surroundings, ink, line, half }: Drawn): void {
  removeEye(raster, socket, surroundings);
  const [back, high] = [0.8 * half, 0.75 * half];
  stroke(raster, [socket.at(-back, -high), socket.at(back, 0), socket.at(-back, high)], line, ink);
}

function crossed({ raster, socket, surroundings, ink, line, half }: Drawn): void {
  removeEye(raster, socket, surroundings);
  const reach = 0.75 * half;
  stroke(raster, [socket.at(-reach, -reach), socket.at(reach, reach)], line, ink);
  stroke(raster, [socket.at(-reach, reach), socket.at(reach, -reach)], line, ink);
}

/** A brow that is pressed down towards the middle, and cuts off the lid above it. */
function lowered(eye: Drawn): void {
  const { raster, socket, surroundings, line } = eye;
  browsAbove(raster, socket, surroundings);
  const reach = Math.min(Math.max(socket.across, 1.6 * line) + 0.8 * line, socket.room);
  const isLarge = socket.down > LARGE * line;
  const [outer, inner] = isLarge
    ? [-1.05 * socket.down - 0.2 * line, -0.2 * socket.down]
    : [-socket.down - 1.3 * line, -0.35 * socket.down - 0.3 * line];
  cutAlong(eye, [-1.15 * reach, outer], [reach, inner], 1.15 * line);
}

/** A line across an eye of so much width, and nothing of the eye above it. */
function cutAlong(eye: Drawn, outer: Point, inner: Point, width: number): void {
  const { raster, socket, ink } = eye;
  cut(eye, outer, inner);
  stroke(raster, [socket.at(...outer), socket.at(...inner)], width, ink);
}

/** What of an eye is above a line gets the colours about it. */
function cut({ raster, socket, surroundings }: Drawn, outer: Point, inner: Point): void {
  const kept = raster.colours.slice();
  removeEye(raster, socket, surroundings);
  const [a, b] = [socket.at(...outer), socket.at(...inner)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  // Positive above the line, which goes inward.
  const above = (x: number, y: number) => (socket.inward * ((x - a[0]) * dy - (y - a[1]) * dx)) / length;
  paint(raster, around([socket.at(0, 0)], 2 * Math.max(socket.across, socket.down) + 4), above, (p) => [
    kept[3 * p]!,
    kept[3 * p + 1]!,
    kept[3 * p + 2]!,
  ]);
}

/** A brow raised at its inner end. */
function raised(eye: Drawn): void {
  const { raster, socket, surroundings, ink, line } = eye;
  browsAbove(raster, socket, surroundings);
  const reach = Math.min(Math.max(socket.across, 1.7 * line), socket.room);
  const outer: Point = [-1.3 * reach, -socket.down - 0.6 * line];
  const inner: Point = [0.75 * reach, -socket.down - 1.1 * line - 0.75 * reach];
  const middle: Point = [-0.15 * reach, -socket.down - 1.25 * line - 0.3 * reach];
  stroke(raster, [socket.at(...outer), socket.at(...middle), socket.at(...inner)], line, ink);
}

/**
 * A lid down to about the middle.
 * @param tilt how much lower it is at the outer end, in parts of half the eye's height
 */
function halfClosed(eye: Drawn, tilt: number): void {
  const { socket, line } = eye;
  const reach = 1.2 * Math.min(Math.max(socket.across, 1.6 * line) + 0.4 * line, socket.room);
  const at = socket.down > LARGE * line ? -0.12 * socket.down : -0.3 * line;
  const hung = tilt * socket.down;
  cutAlong(eye, [-reach, at + hung], [reach, at - hung], 1.05 * line);
}

/**
 * A brow by itself.
 * @param bend how far its middle is above its ends, in parts of its reach; below 0 its outer end hangs
 */
function brow({ raster, socket, surroundings, ink, line }: Drawn, bend: number): void {
  browsAbove(raster, socket, surroundings);
  const reach = Math.min(Math.max(socket.across, 1.7 * line), socket.room);
  const up = -socket.down - 1.6 * line;
  const outer: Point = [-1.1 * reach, up + Math.max(0, -0.5 * bend) * reach];
  const middle: Point = [-0.1 * reach, up - Math.max(0, 0.5 * bend) * reach];
  const inner: Point = [0.9 * reach, up + Math.min(0, 0.4 * bend) * reach];
  stroke(raster, [socket.at(...outer), socket.at(...middle), socket.at(...inner)], line, ink);
}

/** Wide open, with a small pupil and a brow high above. */
function widened(eye: Drawn): void {
  const { raster, socket, surroundings, ink, line } = eye;
  browsAbove(raster, socket, surroundings);
  const size = Math.max(socket.across, socket.down);
  const centre = socket.at(0, 0);
  const rim = apart(ink, WHITE) > SEEN ? ink : surroundings.dark;
  const wide = Math.min(Math.max(1.2 * size, size + line, 2.3 * line), socket.room);
  const radius = surroundings.about ?? (surroundings.white >= HAS_WHITE ? size : wide);
  if (surroundings.about !== undefined) removeEye(raster, socket, surroundings);
  else if (surroundings.white >= HAS_WHITE) {
    // It has a rim of its own, or needs none; what is long becomes round.
    const round = { ...socket, down: Math.max(socket.down, ROUND * socket.across) };
    paint(raster, areaOf(round, 1), shapeOf(round, -INSIDE), WHITE);
  } else {
    removeEye(raster, socket, surroundings);
    disc(raster, centre, radius, rim);
    disc(raster, centre, radius - 0.75 * line, WHITE);
  }
  disc(raster, centre, Math.max(0.3 * Math.min(radius, 1.5 * size), 0.5 * line), rim);
  const brow = -radius - 1.3 * line;
  const [reach, bend] = [0.8 * radius, 0.35 * radius];
  stroke(raster, [socket.at(-reach, brow), socket.at(0, brow - bend), socket.at(reach, brow)], 0.9 * line, ink);
}

function disc(raster: Raster, centre: Point, radius: number, colour: Rgb): void {
  paint(raster, around([centre], radius + 1), (x, y) => Math.hypot(x - centre[0], y - centre[1]) - radius, colour);
}

/** A heart in an eye's place, as large as there is room. */
function heart({ raster, socket, surroundings, line }: Drawn): void {
  removeEye(raster, socket, surroundings);
  const radius = Math.min(Math.max(1.35 * Math.max(socket.across, socket.down), 2.2 * line), 1.05 * socket.room);
  const [x0, y0] = socket.at(0, 0);
  paint(raster, around([[x0, y0]], 1.3 * radius + 1), heartAt(x0, y0, radius), HEART);
}

/** A star in an eye's place, as large as there is room, with a rim that is seen on any skin. */
function star({ raster, socket, surroundings, ink, line }: Drawn): void {
  removeEye(raster, socket, surroundings);
  const radius = Math.min(Math.max(1.5 * Math.max(socket.across, socket.down), 2.6 * line), 1.1 * socket.room);
  const centre = socket.at(0, 0);
  const area = around([centre], radius + line + 1);
  paint(raster, area, starAt(centre, radius + 0.6 * line), ink);
  paint(raster, area, starAt(centre, radius), apart(surroundings.skin, STAR) > SEEN ? STAR : STAR_ON_YELLOW);
}

/** A star of five points. */
function starAt([x0, y0]: Point, radius: number): Distance {
  return (x, y) => {
    const turn = Math.atan2(x - x0, y0 - y);
    return Math.hypot(x - x0, y - y0) - radius * (1 - 0.52 * Math.abs(Math.sin(2.5 * turn)));
  };
}
