import { ownValue } from '../basics/index.js';
import type { Eye } from './eyes.js';
import type { Head } from './parts.js';

/** A head in parts of the picture's tight box, each eye as x, y and half of its width and height. */
interface SideHead {
  /** Left and right end at the height of the eyes, and where it begins above them. */
  ends: readonly [x0: number, x1: number, top: number];
  eyes: readonly (readonly [x: number, y: number, across: number, down: number])[];
}

const HEDGEHOG: SideHead = { ends: [0.02, 0.46, 0.42], eyes: [[0.2, 0.67, 0.025, 0.045]] };
const HORSE: SideHead = { ends: [0.2, 0.62, 0.12], eyes: [[0.345, 0.37, 0.04, 0.055]] };
const TURTLE: SideHead = { ends: [0, 0.17, 0.44], eyes: [[0.09, 0.56, 0.02, 0.03]] };

/**
 * Heads of animals that training was not sure of, most of them low and seen from the side, looked up by eye, one
 * picture at a time, by slug.
 */
const SIDE_HEADS: Readonly<Record<string, SideHead>> = {
  'fluent-3d:1f994': HEDGEHOG,
  'fluent-emoji-flat:hedgehog': HEDGEHOG,
  'noto:hedgehog': { ends: [0.03, 0.46, 0.38], eyes: [[0.25, 0.53, 0.03, 0.05]] },
  'fluent-3d:1f434': HORSE,
  'fluent-emoji-flat:horse-face': HORSE,
  'noto:horse-face': { ends: [0.22, 0.76, 0.14], eyes: [[0.41, 0.43, 0.035, 0.045]] },
  'fluent-3d:1f422': TURTLE,
  'fluent-emoji-flat:turtle': TURTLE,
  'noto-v1:duck': { ends: [0.16, 0.44, 0.01], eyes: [[0.295, 0.085, 0.03, 0.035]] },
};

/**
 * The head and the eyes of such an animal, in parts of its picture's side; undefined of all other pictures.
 * @param box tight box of the picture
 */
export function sideHead(
  slug: string,
  [bx0, by0, bx1, by1]: readonly [number, number, number, number],
): { head: Head; eyes: readonly Eye[] } | undefined {
  const found = ownValue(SIDE_HEADS, slug);
  if (!found) return undefined;
  const [wide, high] = [bx1 - bx0, by1 - by0];
  const [x0, x1, top] = found.ends;
  const eyes = found.eyes.map(([x, y, across, down]) => ({
    x: bx0 + x * wide,
    y: by0 + y * high,
    across: across * wide,
    down: down * high,
  }));
  const middle = (of: 'x' | 'y') => eyes.reduce((sum, eye) => sum + eye[of], 0) / eyes.length;
  return {
    head: { x0: bx0 + x0 * wide, x1: bx0 + x1 * wide, top: by0 + top * high, x: middle('x'), y: middle('y') },
    eyes,
  };
}
