import { blurred, filledPlane, nearestOf, type Planes, sampled, smoothStep } from './planes.js';

/** How far colours are smoothed before edges are found, in pixels. */
const SIGMA = 1.1;
/** What is darker is drawn with ink already, where it is thin. */
const INK = 0.53;
/** Half of how thick a line that is drawn can be, in pixels. */
const THIN = 3.2;
/** What has no pixel that much darker is a dark colour, and smaller parts than so many pixels are chance. */
const SURE = 0.1;
const LEAST = 6;
/** Of the figure: darker places that are smaller are eyes and the like, and stay whole. */
const SMALL = 0.02;

/** What would be drawn of a picture with a pen. */
export interface Drawing {
  /** How strongly colours change across the nearest edge, in OKLab. */
  strength: Float32Array;
  /** How far the middle of that edge is, in pixels; large where there is none. */
  far: Float32Array;
  /** How much is a dark line or an eye already, 0–1. */
  ink: Float32Array;
}

/**
 * The edges of colours and of the figure: of the gradient of all channels (Di Zenzo, “A note on the gradient of a
 * multi-image”, 1986), which is a Gaussian across a smoothed step, the middle is where its logarithm slopes to.
 */
export function drawingOf(planes: Planes): Drawing {
  const { width } = planes;
  const { ink, clear } = inkOf(planes);
  const { slope, along } = gradientOf(planes, 0.8);
  const strength = new Float32Array(slope.length);
  const far = new Float32Array(slope.length).fill(99);
  for (let p = 0; p < slope.length; p++) {
    if (slope[p]! < 4e-3) continue;
    const [x, y] = [p % width, Math.floor(p / width)];
    const [nx, ny] = [Math.cos(along[p]!), Math.sin(along[p]!)];
    const before = Math.log(Math.max(1e-5, sampled(slope, planes, x - nx, y - ny)));
    const after = Math.log(Math.max(1e-5, sampled(slope, planes, x + nx, y + ny)));
    const bend = 2 * Math.log(slope[p]!) - before - after;
    if (bend < 0.15) continue;
    const towards = (after - before) / 2 / bend;
    far[p] = Math.abs(towards);
    const reach = Math.max(-2, Math.min(2, towards));
    strength[p] =
      sampled(slope, planes, x + reach * nx, y + reach * ny) *
      SIGMA *
      2.5 *
      sampled(clear, planes, x + reach * nx, y + reach * ny);
  }
  return { strength, far, ink };
}

/** How much paper there is about a drawn figure, in pixels, so that its outline is seen on dark ground. */
const RIM = 2.5;

/** How much of a pixel paper covers, 0–1. @param depth as `Planes` has it */
export function paperAt(depth: number): number {
  return smoothStep(-RIM - 0.5, -RIM + 0.5, depth);
}

/** Edges of colours that differ less are not drawn, and those that differ more are drawn in full, in OKLab. */
const FAINT = 0.07;
const PLAIN = 0.13;

/** How much of a pixel a line along an edge covers, 0–1. @param half of how thick it is, in pixels */
export function lineAt({ strength, far }: Drawing, p: number, half: number): number {
  return smoothStep(FAINT, PLAIN, strength[p]!) * smoothStep(half + 0.6, half - 0.4, far[p]!);
}

/**
 * How steeply all channels change, and the angle across, smoothed.
 * @param spread how far angles are smoothed, in pixels
 */
export function gradientOf(
  { width, height, labs, alpha }: Planes,
  spread: number,
): { slope: Float32Array; along: Float32Array } {
  const count = width * height;
  const [xx, xy, yy] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  for (let c = 0; c < 4; c++) {
    const channel = c < 3 ? filledPlane(count, (p) => labs[3 * p + c]!) : alpha;
    const plane = blurred(channel, width, height, SIGMA);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const p = y * width + x;
        const dx = (plane[x < width - 1 ? p + 1 : p]! - plane[x > 0 ? p - 1 : p]!) / 2;
        const dy = (plane[y < height - 1 ? p + width : p]! - plane[y > 0 ? p - width : p]!) / 2;
        xx[p]! += dx * dx;
        xy[p]! += dx * dy;
        yy[p]! += dy * dy;
      }
    }
  }
  const slope = filledPlane(count, (p) => Math.sqrt(xx[p]! + yy[p]!));
  const soft = (plane: Float32Array) => blurred(plane, width, height, spread);
  const [sxx, sxy, syy] = [soft(xx), soft(xy), soft(yy)];
  const along = filledPlane(count, (p) => 0.5 * Math.atan2(2 * sxy[p]!, sxx[p]! - syy[p]!));
  return { slope, along };
}

/** Dark lines, and dark places as small as eyes; `clear` is 0 beside them, 0–1. */
export function inkOf(planes: Planes): { ink: Float32Array; clear: Float32Array } {
  const { width, height, depth } = planes;
  const count = width * height;
  const dark = darknessOf(planes);
  const isDark = (p: number) => dark[p]! > 0;
  const light = nearestOf(width, height, (p) => !isDark(p));
  const figure = depth.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  const cores = partsOf(width, count, (p) => light !== undefined && light.far[p]! > THIN);
  const large = new Set(cores.filter((part) => part.length > SMALL * figure).flat());
  const thick = nearestOf(width, height, (p) => large.has(p));
  const mask = new Float32Array(count);
  for (const part of partsOf(width, count, isDark)) {
    if (part.length < LEAST || !part.some((p) => dark[p]! > SURE)) continue;
    const thin = part.filter((p) => thick === undefined || thick.far[p]! > THIN + 1.5);
    if (thin.length > part.length / 2) for (const p of thin) mask[p] = 1;
  }
  const apart = nearestOf(width, height, (p) => mask[p] === 1);
  return {
    ink: blurred(mask, width, height, 0.6).map((value) => smoothStep(0.25, 0.75, value)),
    clear: filledPlane(count, (p) => (apart === undefined ? 1 : smoothStep(2, 3, apart.far[p]!))),
  };
}

/** How much darker a pixel is than what is not ink; 0 for others. Dark colours count less than dark greys. */
function darknessOf({ labs, alpha }: Planes): Float32Array {
  return filledPlane(alpha.length, (p) => {
    const [a, b] = [labs[3 * p + 1]!, labs[3 * p + 2]!];
    const light = labs[3 * p]! + Math.max(0, Math.sqrt(a * a + b * b) - 0.05);
    return alpha[p]! > 0.5 ? Math.max(0, INK - light) : 0;
  });
}

/** The connected parts of a set of pixels. */
function partsOf(width: number, count: number, isIn: (p: number) => boolean): number[][] {
  const seen = new Uint8Array(count);
  const parts: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (seen[start] === 1 || !isIn(start)) continue;
    const part = [start];
    seen[start] = 1;
    for (let k = 0; k < part.length; k++) {
      const p = part[k]!;
      const x = p % width;
      for (const q of [x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width, p + width]) {
        if (q < 0 || q >= count || seen[q] === 1 || !isIn(q)) continue;
        seen[q] = 1;
        part.push(q);
      }
    }
    parts.push(part);
  }
  return parts;
}
