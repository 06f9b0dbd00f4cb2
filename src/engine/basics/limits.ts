import type { Range } from './ranges.js';

/**
 * What may be asked for, wherever it is: in a request, a command, on the command line, in a bundle's defaults or a
 * record.
 */
export const RANGES = {
  /** Cells of a grid. */
  count: { min: 1, max: 9 },
  /** Moods of a pack, a cell each. */
  moods: { min: 1, max: 12 },
  /** 0 keeps plans close to each other, 100 spreads them as far as the prior goes. */
  variety: { min: 0, max: 100 },
  /** How much memory says: 0 is the prior alone, 100 nearly the remembered artwork (docs/recall.md). */
  recall: { min: 0, max: 100 },
  /** How much stays of a picture that painting begins from, as recall says it of remembered artwork. */
  strength: { min: 0, max: 100 },
  /** How many times as long the sides of an upscaled picture are. */
  upscale: { min: 2, max: 4 },
  /** Unsigned 32-bit integers. */
  seed: { min: 0, max: 2 ** 32 - 1 },
  /**
   * Plans of the prior alone to choose the cells from; the most is what the widest variety samples for six cells and
   * more: it bounds a plan's time and memory. Drafts from memory, which cost less, have a bound of their own.
   */
  candidates: { min: 1, max: 36 },
  /** Calls of the denoiser a picture. */
  steps: { min: 1, max: 250 },
  /** Scale γ of classifier-free guidance; 1 means none. */
  guidance: { min: 1, max: 20 },
  /** Noise level σ of the largest resolution: 0 is clean, 1 pure noise. */
  noiseLevel: { min: 0, max: 1 },
  /** Scale of the noise of CADS. */
  cadsScale: { min: 0, max: 10 },
  /** Temperature of the prior's tokens; 0 takes the most probable one. */
  temperature: { min: 0, max: Number.POSITIVE_INFINITY },
  /** Days that grids are kept for; 0 is no limit. */
  keepDays: { min: 0, max: 3650 },
  /** Part of a whole: times in (0, 1], probabilities and weights of a mean. */
  part: { min: 0, max: 1 },
} as const satisfies Readonly<Record<string, Range>>;

/** What is taken of things, and of such as people bring themselves. */
export const LIMITS = {
  /** Things of one picture, of different kinds. */
  things: 6,
  /** Of these, as many as captions say the place of, and layouts of training put beside each other. */
  thingsTogether: 3,
  /** A picture of somebody's: of its file, of what is in it, and of its longer side. */
  ownPicture: { bytes: 8 * 2 ** 20, pixels: 25_000_000, side: 10_000 },
  /** Pixels of the longer side of a picture that an engine made larger, and bytes of its file. */
  upscaled: { side: 4096, bytes: 48 * 2 ** 20 },
  /** Characters of a name. */
  ownName: { min: 2, max: 32 },
  /** Own things in one request. */
  ownThings: 8,
} as const;

/** How much larger pictures become where nobody says it. */
export const DEFAULT_UPSCALE = 2;

/** Cells of a grid where nobody says how many. */
export const DEFAULT_COUNT = 4;

/** How different the cells of a grid are where nobody says it. */
export const DEFAULT_VARIETY = 60;

/** How much stays of a picture that painting begins from where nobody says it. */
export const DEFAULT_STRENGTH = 50;

/** Characters of a prompt; a bundle reads far fewer, and says itself what it cuts. */
export const LONGEST_PROMPT = 4000;

// The quantisation that the bundle's format fixes (docs/bundle.md).

/** A coordinate is k / 32 of the canvas side, k = 0 … 32. A radius is k / 64, k = 1 … 32. */
export const LOCATION_STEPS = 32;
/** An angle is k · 180° / 24, k = 0 … 23. */
export const ANGLE_STEPS = 24;
/** A share is (k + 1) / 8, k = 0 … 7. */
export const SHARE_STEPS = 8;
