import type { Motion } from '../moods/index.js';

/** How something is drawn at a moment, beside how it stands still. */
export interface Pose {
  /** Moved to the right and down, in parts of the canvas's side. */
  x?: number;
  y?: number;
  /** Degrees, clockwise. */
  turn?: number;
  /** Stretched across and down; 0 hides it. */
  across?: number;
  down?: number;
}

/** How a mood moves. Times are parts of the loop, 0–1; what is of a loop's end is what is of its beginning. */
export interface Move {
  /** Milliseconds a frame. */
  frameMs: number;
  /** The thing, about the middle of its foot. */
  body(time: number): Pose;
  /** A mark, about its own middle; those at eyes begin there, and are drawn several times. */
  mark(time: number): Pose;
}

const wave = (time: number, times = 1) => Math.sin(2 * Math.PI * times * time);
const turning = (time: number, times = 1) => Math.cos(2 * Math.PI * times * time);
/** As many ends of a swing as there are frames: what trembles as fast as frames go. */
const rattle = (time: number) => turning(time, 8);
/** Up and down again between two times, 0–1. */
const hill = (time: number, from: number, to: number) =>
  time > from && time < to ? Math.sin((Math.PI * (time - from)) / (to - from)) : 0;
const even = (by: number): Pose => ({ across: by, down: by });

/** A drop grows, falls faster and faster, and is gone. */
const fall = (time: number): Pose => {
  const size = Math.min(1, 3 * time) * Math.min(1, 4 * (1 - time));
  return { y: 0.26 * time ** 2, ...even(size) };
};

/** What rises from a corner, growing, and is gone. */
const rise = (time: number): Pose => {
  const size = (0.45 + 0.75 * time) * Math.min(1, 5 * (1 - time), 5 * time);
  return { x: 0.02 * wave(time), y: 0.08 - 0.13 * time, ...even(size) };
};

const pulse =
  (by: number, times = 1) =>
  (time: number) =>
    even(1 + by * wave(time, times));

/** Every motion that a mood can have. */
export const MOVES: Readonly<Record<Motion, Move>> = {
  hop: {
    frameMs: 60,
    body: (time) => {
      const high = hill(time, 0.2, 0.8);
      const low = hill(time, 0, 0.2) + hill(time, 0.8, 1);
      return { y: -0.1 * high, across: 1 + 0.08 * low - 0.04 * high, down: 1 - 0.12 * low + 0.05 * high };
    },
    mark: (time) => ({ turn: 14 * wave(time), ...even(1 + 0.3 * wave(time, 2)) }),
  },
  'shake-with-laughter': {
    frameMs: 60,
    body: (time) => ({ turn: 7 * wave(time, 2), y: -0.03 * Math.abs(wave(time, 2)), down: 1 - 0.04 * wave(time, 4) }),
    mark: (time) => ({ ...fall(time), x: 0 }),
  },
  beat: {
    frameMs: 60,
    body: (time) => even(1 + 0.07 * hill(time, 0.05, 0.35) + 0.05 * hill(time, 0.4, 0.7)),
    mark: (time) => even(1 + 0.4 * hill(time, 0.05, 0.35) + 0.25 * hill(time, 0.4, 0.7)),
  },
  sob: {
    frameMs: 70,
    body: (time) => ({ y: 0.012 * wave(time, 4), down: 1 - 0.03 * hill(time, 0, 0.5), turn: 2 * wave(time) }),
    mark: fall,
  },
  rage: {
    frameMs: 50,
    body: (time) => ({ x: 0.022 * rattle(time), turn: 3 * wave(time), down: 1 + 0.03 * wave(time, 2) }),
    mark: (time) => ({ turn: 6 * rattle(time), ...even(1.1 + 0.3 * wave(time, 2)) }),
  },
  breathe: {
    frameMs: 120,
    body: (time) => ({ across: 1 - 0.025 * wave(time), down: 1 + 0.05 * wave(time) }),
    mark: rise,
  },
  start: {
    frameMs: 60,
    body: (time) => {
      const up = hill(time, 0, 0.35);
      return {
        y: -0.1 * up,
        across: 1 - 0.06 * up,
        down: 1 + 0.1 * up,
        turn: 3 * wave(time, 3) * Math.max(0, 0.6 - time),
      };
    },
    mark: (time) => ({ turn: 8 * wave(time, 2), ...even(1 + 0.55 * hill(time, 0, 0.4) - 0.1 * hill(time, 0.4, 0.7)) }),
  },
  nod: {
    frameMs: 70,
    body: (time) => ({ turn: 8 * wave(time), y: -0.02 * Math.abs(wave(time)) }),
    mark: pulse(0.15),
  },
  ponder: {
    frameMs: 100,
    body: (time) => ({ turn: 6 * wave(time) }),
    mark: (time) => ({ y: 0.025 * turning(time), ...even(1.05 + 0.12 * wave(time)) }),
  },
  dance: {
    frameMs: 60,
    body: (time) => ({ x: 0.02 * wave(time), turn: 9 * wave(time), y: -0.05 * Math.abs(wave(time)) }),
    mark: (time) => ({ turn: 18 * wave(time, 2), ...even(1.1 + 0.25 * turning(time, 2)) }),
  },
  reel: {
    frameMs: 70,
    body: (time) => ({ x: 0.02 * turning(time), y: 0.012 * wave(time, 2), turn: 8 * wave(time) }),
    mark: (time) => ({ turn: 360 * time }),
  },
  tremble: {
    frameMs: 50,
    body: (time) => ({ x: 0.014 * rattle(time) }),
    mark: (time) => ({ y: 0.05 * time, ...even(Math.min(1, 4 * time, 4 * (1 - time))) }),
  },
  tilt: {
    frameMs: 80,
    body: (time) => ({ turn: 10 * Math.sin((Math.PI / 2) * wave(time)) }),
    mark: (time) => ({ turn: -16 * wave(time), y: -0.02 * Math.abs(wave(time)) }),
  },
  sway: {
    frameMs: 70,
    body: (time) => ({ turn: 7 * wave(time), down: 1 + 0.03 * wave(time, 2) }),
    mark: (time) => ({ x: 0.02 * wave(time), y: -0.04 * Math.abs(wave(time, 2)), turn: 12 * wave(time) }),
  },
  'light-up': {
    frameMs: 60,
    body: (time) => ({ y: -0.05 * hill(time, 0.1, 0.45), down: 1 + 0.05 * hill(time, 0.1, 0.45) }),
    mark: (time) => even(0.8 + 0.55 * hill(time, 0, 0.6)),
  },
  flicker: {
    frameMs: 60,
    body: (time) => ({ x: 0.01 * rattle(time), down: 1 + 0.03 * wave(time, 2) }),
    mark: (time) => ({ across: 1 + 0.05 * turning(time, 3), down: 1 + 0.08 * wave(time, 2), turn: 3 * wave(time) }),
  },
};
