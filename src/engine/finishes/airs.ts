import type { RgbaImage } from '../basics/index.js';
import { noiseAt } from './noise.js';
import { type Colour, isAllSolid, type Stroke, stroked } from './strokes.js';

/**
 * What is about all that a picture shows: the light of an hour, weather, and what is thrown at a party. Drafts have the
 * light of their places by it (`draft/sky`); what falls through the air lies over the finished picture, where no
 * network smears it.
 */
export const AIRS = ['night', 'dusk', 'dawn', 'rain', 'storm', 'snow', 'fog', 'wind', 'aurora', 'confetti'] as const;

/** One of these. */
export type Air = (typeof AIRS)[number];

/** Whether a name is one of an air. */
export const isAir = (name: string): name is Air => (AIRS as readonly string[]).includes(name);

/** The picture with what falls or drifts before all of it, 0 or more of the airs; the same pixels give the same. */
export function inAirs(image: RgbaImage, airs: readonly Air[]): RgbaImage {
  const drawnAs = airs.flatMap((air) => STROKES[air]?.(fieldOf(image)) ?? []);
  if (drawnAs.length === 0) return image;
  // In a place there is nothing behind.
  const strokes = isAllSolid(image) ? drawnAs.map(({ isBehind: _, ...stroke }) => stroke) : drawnAs;
  return stroked(image, strokes);
}

/** A number of its own for each picture, so that cells beside each other do not rain alike. */
function fieldOf({ data }: RgbaImage): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 64) sum = (Math.imul(sum, 31) + data[at]!) | 0;
  return sum & 0xffff;
}

/** Pseudo-random, 0–1. */
const chance = (k: number, field: number): number => 0.5 + noiseAt(17.3 * k + 0.37, 5.1 * k, field) / 2;

/** Where the k-th of so many lies: spread evenly, as the steps of two irrational numbers do, and shaken a little. */
function spreadAt(k: number, field: number): { x: number; y: number } {
  const x = (k * 0.7548776662 + field * 0.137) % 1;
  const y = (k * 0.5698402909 + field * 0.291) % 1;
  return { x: x + 0.04 * (chance(k, field) - 0.5), y: y + 0.04 * (chance(k + 90, field) - 0.5) };
}

const DROPS = { rain: 34, storm: 46, aside: -0.035, long: 0.1, thick: 0.011 } as const;
const DROP: Colour = [206, 230, 255];
const FLAKES = 34;
const FLAKE: Colour = [255, 255, 255];
const PIECES = 52;
/** One of so many lies before what is not all of the picture. */
const BEFORE = 6;
const PAPERS: readonly Colour[] = [
  [236, 72, 84],
  [255, 196, 46],
  [56, 178, 110],
  [62, 138, 240],
  [176, 96, 224],
  [255, 130, 190],
];
const GUSTS = 7;
const GUST: Colour = [250, 252, 255];
const WISPS = 9;
const WISP: Colour = [236, 240, 244];

const STROKES: Partial<Record<Air, (field: number) => Stroke[]>> = {
  rain: (field) => drops(DROPS.rain, field),
  storm: (field) => drops(DROPS.storm, field),
  snow: (field) =>
    Array.from({ length: FLAKES }, (_, k) => {
      const { x, y } = spreadAt(k, field);
      return { x0: x, y0: y, x1: x, y1: y, thick: 0.016 + 0.022 * chance(k, field), colour: FLAKE, alpha: 0.95 };
    }),
  confetti: (field) =>
    Array.from({ length: PIECES }, (_, k) => {
      const { x, y } = spreadAt(k, field);
      const angle = 2 * Math.PI * chance(k, field);
      const [dx, dy] = [0.02 * Math.cos(angle), 0.02 * Math.sin(angle)];
      return {
        x0: x,
        y0: y,
        x1: x + dx,
        y1: y + dy,
        thick: 0.024,
        colour: PAPERS[k % PAPERS.length]!,
        alpha: 1,
        isBehind: k % BEFORE !== 0,
      };
    }),
  wind: (field) => Array.from({ length: GUSTS }, (_, k) => gust(k, field)).flat(),
  fog: (field) =>
    Array.from({ length: WISPS }, (_, k) => {
      const { x } = spreadAt(k, field);
      const y = 0.58 + 0.4 * ((k * 0.618) % 1);
      return { x0: x - 0.3, y0: y, x1: x + 0.3, y1: y + 0.01, thick: 0.13, colour: WISP, alpha: 0.34, soft: 1 };
    }),
};

function drops(count: number, field: number): Stroke[] {
  return Array.from({ length: count }, (_, k) => {
    const { x, y } = spreadAt(k, field);
    const long = DROPS.long * (0.6 + 0.6 * chance(k, field));
    const aside = (DROPS.aside * long) / DROPS.long;
    return { x0: x, y0: y, x1: x + aside, y1: y + long, thick: DROPS.thick, colour: DROP, alpha: 0.72 };
  });
}

/** A gust: a long line that swings once. */
function gust(k: number, field: number): Stroke[] {
  const { x } = spreadAt(k, field);
  const [y, long] = [(k + 0.5) / GUSTS, 0.3 + 0.25 * chance(k, field)];
  const at = (t: number) => ({ x: x - long / 2 + t * long, y: y + 0.022 * Math.sin(2 * Math.PI * t) });
  return Array.from({ length: 10 }, (_, n) => {
    const [from, to] = [at(n / 10), at((n + 1) / 10)];
    return { x0: from.x, y0: from.y, x1: to.x, y1: to.y, thick: 0.013, colour: GUST, alpha: 0.85 };
  });
}
