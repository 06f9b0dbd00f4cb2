import type { Rgb } from '../expressions/index.js';

/**
 * What is drawn about two who do something with each other: a burst where they hit, the sign of anger, a bubble of who
 * talks, whose tail is on the left, and a heart.
 */
const DRAWN_SIGNS = ['burst', 'anger', 'bubble', 'love'] as const;
export type DrawnSign = (typeof DRAWN_SIGNS)[number];
const NAMES: ReadonlySet<string> = new Set(DRAWN_SIGNS);
export const isDrawnSign = (shape: string): shape is DrawnSign => NAMES.has(shape);

export const SIGN_COLOURS: Readonly<Record<DrawnSign, Rgb>> = {
  burst: [0.98, 0.72, 0.2],
  anger: [0.9, 0.2, 0.24],
  bubble: [0.98, 0.98, 1],
  love: [0.93, 0.26, 0.38],
};

/** A burst: how many points it has, how far they and the gaps between them reach, and its light middle. */
const BURST = { points: 9, far: 0.48, near: 0.29, core: 0.2, light: 1.35 } as const;
/** The sign of anger: the middles of its four arcs from its own, how wide they are bent, how thick and how long. */
const ANGER = { away: 0.52, radius: 0.36, half: 0.075, reach: 0.3 } as const;
/** A bubble: its round part and its tail, and the dots in it. */
const BUBBLE = { y: 0.42, wide: 0.48, high: 0.36, tail: { x: 0.14, y: 0.96, from: 0.2, to: 0.44 } } as const;
const DOTS = { apart: 0.22, radius: 0.055, dark: 0.5 } as const;
/** A heart: half its width, and where its middle is. */
const LOVE = { half: 0.4, y: 0.55 } as const;

/** How far a point is outside a sign, in parts of its side; about so of a heart. */
export function signOutlineAt(sign: DrawnSign, u: number, v: number): number {
  const [x, y] = [u - 0.5, v - 0.5];
  switch (sign) {
    case 'burst': {
      const turn = (Math.atan2(y, x) / (2 * Math.PI)) * BURST.points;
      const part = Math.abs(turn - Math.floor(turn) - 0.5) * 2;
      return (Math.hypot(x, y) - (BURST.near + part * (BURST.far - BURST.near))) * 0.6;
    }
    case 'anger':
      return Math.min(arcAt(x, y), arcAt(-y, x), arcAt(-x, -y), arcAt(y, -x));
    case 'bubble':
      return Math.min(roundAt(u, v), tailAt(u, v));
    case 'love': {
      const [a, b] = [x / LOVE.half, (LOVE.y - v) / LOVE.half];
      return 0.16 * Math.cbrt((a * a + b * b - 1) ** 3 - a * a * b ** 3);
    }
  }
}

/** The upper of the four arcs. */
const arcAt = (x: number, y: number): number =>
  Math.max(Math.abs(Math.hypot(x, y + ANGER.away) - ANGER.radius) - ANGER.half, Math.abs(x) - ANGER.reach);

const roundAt = (u: number, v: number): number =>
  (Math.hypot((u - 0.5) / BUBBLE.wide, (v - BUBBLE.y) / BUBBLE.high) - 1) * BUBBLE.high;

function tailAt(u: number, v: number): number {
  const { x, y, from, to } = BUBBLE.tail;
  const down = (v - BUBBLE.y) / (y - BUBBLE.y);
  const [left, right] = [from + down * (x - from), to + down * (x - to)];
  return Math.max(left - u, u - right, BUBBLE.y - v, v - y);
}

/** How light a point within a sign is beside its colour. */
export function signToneAt(sign: DrawnSign, u: number, v: number): number {
  if (sign === 'burst') return Math.hypot(u - 0.5, v - 0.5) < BURST.core ? BURST.light : 1;
  if (sign !== 'bubble') return 1;
  const isDot = [-1, 0, 1].some((k) => Math.hypot(u - 0.5 - k * DOTS.apart, v - BUBBLE.y) < DOTS.radius);
  return isDot ? DOTS.dark : 1;
}
