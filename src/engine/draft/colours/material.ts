import { chromaOf, type Lab, type RgbaImage } from '../../basics/index.js';
import type { PatternName } from '../../memory/index.js';

/** What all of a picture can look as if made of. */
export type MaterialName = Extract<PatternName, 'gloss' | 'grain' | 'galaxy'>;

export const isMaterial = (kind: PatternName): kind is MaterialName =>
  kind === 'gloss' || kind === 'grain' || kind === 'galaxy';

/** Darker and greyer than this are outlines and eyes, unless most is. */
const DARK = 0.42;
const DARK_CHROMA = 0.09;
/** Whether a colour is that of outlines and eyes. */
export const isLine = (lab: Lab): boolean => lab[0] < DARK && chromaOf(lab) < DARK_CHROMA;

/** How much of a picture's own light and shade stays. */
const KEEPS: Readonly<Record<MaterialName, number>> = { gloss: 0.6, grain: 0.5, galaxy: 0.45 };
/** Parts of another hue than the body are darker by this for each step of chroma. */
const OTHER_HUE = 0.7;
const MOST_OTHER = 0.09;
/** The least and the most lightness of what is made of something. */
const [DARKEST, LIGHTEST] = [0.3, 0.98];
/** Bands of light that lie aslant, by their middle and half their width, and how much lighter they are. */
const GLEAMS = [
  [-0.27, 0.055],
  [-0.13, 0.02],
  [0.26, 0.035],
] as const;
const GLEAM = 0.17;
/** Edges of gleams and stars are as soft as this. */
const SOFT = 0.012;
const SLANT = 0.55;
/** Lines of a grain, and how much darker they are. */
const GRAIN = { every: 0.085, wide: 0.2, darker: 0.13 } as const;
/** Night, its clouds of two kinds, and how large its stars are. */
const NIGHT: Lab = [0.36, 0.02, -0.13];
const CLOUDS: readonly Lab[] = [
  [0.5, 0.14, -0.15],
  [0.6, 0.19, -0.06],
];
const STARS = { every: 0.15, radius: 0.01, larger: 0.016 } as const;

interface Material {
  kind: MaterialName;
  /** The body's own colour. */
  main: Lab;
  /** That of what it is made of. */
  of: Lab;
  /** Whether the body is as dark as lines are. */
  isDark: boolean;
}

/**
 * Makes all of a picture but its lines and eyes of one stuff, light and shade kept.
 * @param labs the picture's colours, changed in place
 */
export function paintMaterial(labs: Float32Array, image: RgbaImage, { kind, main, of, isDark }: Material): void {
  const { data, width } = image;
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3] === 0) continue;
    const pixel: Lab = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
    if (isLine(pixel) && !isDark) continue;
    const [u, v] = [((p % width) + 0.5) / width - 0.5, (Math.floor(p / width) + 0.5) / image.height - 0.5];
    const [l, a, b] = stuffAt(kind, of, u, v);
    const other = Math.min(MOST_OTHER, OTHER_HUE * Math.hypot(pixel[1] - main[1], pixel[2] - main[2]) ** 2);
    const light = Math.min(LIGHTEST, Math.max(DARKEST, l + KEEPS[kind] * (pixel[0] - main[0]) - other));
    // What is nearly white, or nearly black, has little colour.
    const chroma = Math.min(1, (1 - light) / Math.max(0.05, 1 - l));
    labs.set([light, a * chroma, b * chroma], 3 * p);
  }
}

/** The colour of a stuff at a point, told from the middle in parts of the side. */
function stuffAt(kind: MaterialName, of: Lab, u: number, v: number): Lab {
  if (kind === 'gloss') {
    const across = u + SLANT * v;
    const gleam = Math.max(...GLEAMS.map(([at, half]) => within(Math.abs(across - at), half)));
    return [of[0] + GLEAM * gleam - 0.08 * v, of[1], of[2]];
  }
  if (kind === 'grain') {
    const at = (v + 0.03 * Math.sin(7 * u + 3 * v) + 0.012 * Math.sin(19 * u)) / GRAIN.every;
    const isLineOfGrain = at - Math.floor(at) < GRAIN.wide;
    return [of[0] - (isLineOfGrain ? GRAIN.darker : 0), of[1], of[2]];
  }
  const cloud = Math.min(1, Math.max(0, 0.5 + 0.8 * patchiness(u, v)));
  const [one, other] = cloud < 0.5 ? [NIGHT, CLOUDS[0]!] : [CLOUDS[0]!, CLOUDS[1]!];
  const part = cloud < 0.5 ? 2 * cloud : 2 * cloud - 1;
  const star = starAt(u, v);
  const [l, a, b] = [0, 1, 2].map((c) => (1 - star) * (one[c]! + part * (other[c]! - one[c]!))) as [
    number,
    number,
    number,
  ];
  return [l + star * LIGHTEST, a, b];
}

/** 1 within a distance, 0 beyond it. */
const within = (far: number, most: number) => Math.min(1, Math.max(0, (most - far) / SOFT + 0.5));

/** How much of a point is a star: they lie one in a square, each elsewhere in it. */
function starAt(u: number, v: number): number {
  const [x, y] = [Math.floor(u / STARS.every), Math.floor(v / STARS.every)];
  const chance = (seed: number) => {
    const wave = Math.sin(127.1 * x + 311.7 * y + 74.7 * seed) * 43758.5453;
    return wave - Math.floor(wave);
  };
  const middle = (at: number, seed: number) => (at + 0.2 + 0.6 * chance(seed)) * STARS.every;
  return within(Math.hypot(u - middle(x, 1), v - middle(y, 2)), STARS.radius + STARS.larger * chance(3) ** 3);
}

/** How patchy a point is, about −1 to 1: waves that lie aslant over each other. */
export function patchiness(u: number, v: number): number {
  const [x, y] = [u + 0.06 * Math.sin(11 * v), v + 0.06 * Math.sin(9 * u + 1)];
  return 0.4 * (Math.sin(13 * x + 8 * y + 0.6) + Math.sin(9 * x - 14 * y + 2.1) + 0.6 * Math.sin(21 * x + 17 * y));
}
