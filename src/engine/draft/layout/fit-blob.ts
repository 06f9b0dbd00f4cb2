import type { Blob } from '../../latents/index.js';
import type { CanvasMap } from './frame.js';
import { ellipseOf, type Spread } from './geometry.js';

/** A symmetric matrix. */
interface Symmetric {
  xx: number;
  xy: number;
  yy: number;
}

/**
 * What a turn by one radian costs against the logarithm of a stretch: a cat is rather made wide than laid on its side,
 * a banana rather turned.
 */
const TURN_COST = 0.5;
/** An ellipse whose radii differ by less has no direction that a picture could be turned to. */
const ROUND_RATIO = 1.15;
/** Variances are taken to be no smaller than this, in square pixels. */
const LEAST_VARIANCE = 0.05;

/**
 * Turns and stretches a picture so that its alpha gets the centre and the second moments of an ellipse. Of the turns
 * that lay one of its own axes, or one of its sides, along the ellipse, the one is taken that turns and stretches it
 * least; never upside down.
 *
 * @param spread centre and covariance of its alpha in pixels
 * @param size side of the canvas in pixels
 */
export function fitBlob(spread: Spread, blob: Blob, size: number): CanvasMap {
  const target = covarianceOf(blob, size);
  const own = ellipseOf(spread);
  const isRound = blob.major < ROUND_RATIO * blob.minor;
  const turns = isRound ? [0] : [own.angle, own.angle + 90, 0, 90].map((angle) => upright(blob.angle - angle));
  const maps = turns.map((degrees) => {
    const turn = (degrees * Math.PI) / 180;
    const stretch = stretchBetween(turned(spread, turn), target);
    const { major, minor } = axesOf(stretch);
    return { turn, stretch, cost: Math.log(major / minor) + TURN_COST * Math.abs(turn) };
  });
  const { turn, stretch } = maps.reduce((best, other) => (other.cost < best.cost ? other : best));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const by = {
    xx: stretch.xx * cos + stretch.xy * sin,
    xy: -stretch.xx * sin + stretch.xy * cos,
    yx: stretch.xy * cos + stretch.yy * sin,
    yy: -stretch.xy * sin + stretch.yy * cos,
  };
  return {
    x: blob.x * size - by.xx * spread.x - by.xy * spread.y,
    y: blob.y * size - by.yx * spread.x - by.yy * spread.y,
    ...by,
  };
}

/** Whether two ellipses are one and the same as latents are written. */
export function isSameBlob(a: Blob, b: Blob): boolean {
  const isNear = (x: number, y: number) => Math.abs(x - y) < 1e-6;
  return (['x', 'y', 'major', 'minor', 'angle'] as const).every((key) => isNear(a[key], b[key]));
}

/** The same direction within (−90°, 90°]. */
function upright(degrees: number): number {
  const angle = ((degrees % 180) + 180) % 180;
  return angle > 90 ? angle - 180 : angle;
}

function covarianceOf({ major, minor, angle }: Blob, size: number): Symmetric {
  const turn = (angle * Math.PI) / 180;
  // A filled ellipse of radius r has variance r² / 4 along that axis.
  const variances = { xx: (major * size) ** 2 / 4, xy: 0, yy: (minor * size) ** 2 / 4 };
  return turned(variances, turn);
}

/** The covariance of what is turned by an angle, from x towards y. */
function turned({ xx, xy, yy }: Symmetric, turn: number): Symmetric {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    xx: cos * cos * xx - 2 * cos * sin * xy + sin * sin * yy,
    xy: cos * sin * (xx - yy) + (cos * cos - sin * sin) * xy,
    yy: sin * sin * xx + 2 * cos * sin * xy + cos * cos * yy,
  };
}

/** The symmetric map S with S · from · S = to, which turns nothing: from^−½ (from^½ · to · from^½)^½ from^−½. */
function stretchBetween(from: Symmetric, to: Symmetric): Symmetric {
  const root = power(from, 0.5);
  const inverse = power(from, -0.5);
  return sandwich(power(sandwich(to, root), 0.5), inverse);
}

/** bread · filling · bread */
function sandwich(filling: Symmetric, bread: Symmetric): Symmetric {
  const { xx, xy, yy } = bread;
  const [a, b] = [filling.xx * xx + filling.xy * xy, filling.xx * xy + filling.xy * yy];
  const [c, d] = [filling.xy * xx + filling.yy * xy, filling.xy * xy + filling.yy * yy];
  return { xx: xx * a + xy * c, xy: xx * b + xy * d, yy: xy * b + yy * d };
}

/** Eigenvalues. */
function axesOf({ xx, xy, yy }: Symmetric): { major: number; minor: number } {
  const [middle, half] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return { major: middle + half, minor: Math.max(middle - half, 1e-9) };
}

function power(matrix: Symmetric, exponent: number): Symmetric {
  const { major, minor } = axesOf(matrix);
  const angle = Math.atan2(2 * matrix.xy, matrix.xx - matrix.yy) / 2;
  const axes = [major, minor].map((value) => Math.max(value, LEAST_VARIANCE) ** exponent);
  return turned({ xx: axes[0]!, xy: 0, yy: axes[1]! }, angle);
}
