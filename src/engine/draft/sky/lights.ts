import { toPath } from '../expressions/index.js';

/** A colour, 0–1 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Where each of the stars is, in parts of the side, and how large. */
const STARS: readonly (readonly [x: number, y: number, radius: number])[] = [
  [0.1, 0.12, 0.011],
  [0.22, 0.26, 0.008],
  [0.3, 0.09, 0.01],
  [0.41, 0.2, 0.008],
  [0.52, 0.07, 0.011],
  [0.6, 0.29, 0.008],
  [0.68, 0.15, 0.01],
  [0.86, 0.32, 0.009],
  [0.93, 0.1, 0.008],
  [0.15, 0.4, 0.008],
  [0.48, 0.37, 0.008],
  [0.75, 0.42, 0.008],
];
const STAR: Colour = [1, 0.98, 0.86];
/** The moon. */
export const MOON: Colour = [0.99, 0.95, 0.8];
const ORBS = {
  moon: { x: 0.8, y: 0.2, radius: 0.088, colour: MOON, glow: 0.05 },
  'low sun': { x: 0.72, y: 0.36, radius: 0.11, colour: [1, 0.87, 0.46], glow: 0.09 },
} as const;
const BOLT: readonly (readonly [x: number, y: number])[] = [
  [0.8, 0.02],
  [0.72, 0.19],
  [0.79, 0.2],
  [0.7, 0.42],
];
const FLASH: Colour = [1, 0.96, 0.66];
const CURTAINS = [
  { y: 0.3, swing: 0.06, waves: 1.3, phase: 0.4, high: 0.26 },
  { y: 0.2, swing: 0.045, waves: 2.1, phase: 2.6, high: 0.18 },
] as const;
const GREEN: Colour = [0.28, 0.98, 0.6];
const VIOLET: Colour = [0.66, 0.36, 0.95];

/** Stars over all of a sky. @param sky [size, size], 0–1 */
export function starsAt(canvas: Float32Array, size: number, sky: Float32Array): void {
  over(canvas, size, sky, (u, v) => {
    const parts = STARS.map(([x, y, radius]) => fades(Math.hypot(u - x, v - y), radius, 0.008));
    return [STAR, Math.max(...parts)];
  });
}

/** The moon, or the sun near the ground, where the sky is free. */
export function sunOrMoon(
  canvas: Float32Array,
  size: number,
  sky: Float32Array,
  which: keyof typeof ORBS,
  isMirrored: boolean,
): void {
  const { y, radius, colour, glow, ...orb } = ORBS[which];
  const x = isMirrored ? 1 - orb.x : orb.x;
  over(canvas, size, sky, (u, v) => {
    const far = Math.hypot(u - x, v - y);
    return [colour, Math.max(fades(far, radius, 0.012), 0.4 * fades(far, radius, 2 * glow))];
  });
}

/** Lightning from the upper edge down. */
export function flashAt(canvas: Float32Array, size: number, sky: Float32Array, isMirrored: boolean): void {
  const points = BOLT.map(([x, y]) => [isMirrored ? 1 - x : x, y] as const);
  over(canvas, size, sky, (u, v) => {
    const far = toPath(points, u, v);
    return [FLASH, Math.max(fades(far, 0.014, 0.012), 0.35 * fades(far, 0.014, 0.09))];
  });
}

/** Curtains of light: green at their lower hems, violet above, in rays. */
export function auroraAt(canvas: Float32Array, size: number, sky: Float32Array, isMirrored: boolean): void {
  for (const { y, swing, waves, phase, high } of CURTAINS) {
    over(canvas, size, sky, (across, v) => {
      const u = isMirrored ? 1 - across : across;
      const hem = y + swing * Math.sin(2 * Math.PI * waves * u + phase) + 0.04 * u;
      const up = (hem - v) / high;
      const rays = 0.8 + 0.2 * Math.sin(2 * Math.PI * (9 * u + 0.5 * Math.sin(5 * u)) + phase);
      const part = up < 0 ? Math.exp(-((up * high) ** 2) / 0.0004) : Math.max(0, 1 - up) ** 1.2;
      const t = Math.min(Math.max(up * 1.25, 0), 1);
      const colour: Colour = [0, 1, 2].map((c) => GREEN[c]! + (VIOLET[c]! - GREEN[c]!) * t) as unknown as Colour;
      return [colour, 0.85 * rays * part];
    });
  }
}

/** 1 within a radius, 0 from so much beyond it on. */
const fades = (far: number, radius: number, soft: number): number =>
  Math.min(Math.max((radius + soft - far) / soft, 0), 1);

/** Lays colours over a sky, by where they are in parts of the side. */
function over(
  canvas: Float32Array,
  size: number,
  sky: Float32Array,
  at: (u: number, v: number) => readonly [colour: Colour, part: number],
): void {
  const plane = size * size;
  for (let p = 0; p < plane; p++) {
    if (sky[p]! === 0) continue;
    const [colour, amount] = at(((p % size) + 0.5) / size, (Math.floor(p / size) + 0.5) / size);
    const part = amount * sky[p]!;
    if (part <= 0) continue;
    const alpha = canvas[3 * plane + p]!;
    for (let c = 0; c < 3; c++) canvas[c * plane + p] = (1 - part) * canvas[c * plane + p]! + part * alpha * colour[c]!;
  }
}
