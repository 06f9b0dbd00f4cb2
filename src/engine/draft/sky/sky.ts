import type { Air } from '../../finishes/index.js';
import type { Daylight } from '../../memory/index.js';
import { auroraAt, type Colour, flashAt, MOON, starsAt, sunOrMoon } from './lights.js';
import { openedSky } from './open-sky.js';

/** A place that is drawn, and how light falls into it. */
export interface PlaceLight {
  daylight: Daylight;
  isMirrored: boolean;
}

/** What an hour or weather does to a place. */
interface Light {
  /** What colours are multiplied by. */
  dims: Colour;
  /** What the sky becomes at its upper and its lower end, and how much of that takes the place of its own colours. */
  sky: readonly [upper: Colour, lower: Colour];
  skyPart: number;
  /** What all of it becomes besides, where it says so. */
  veil?: { colour: Colour; upper: number; lower: number };
}

const NIGHT: Light = {
  dims: [0.34, 0.4, 0.62],
  sky: [
    [0.05, 0.07, 0.2],
    [0.14, 0.2, 0.42],
  ],
  skyPart: 0.94,
};

const LIGHTS: Partial<Record<Air, Light>> = {
  night: NIGHT,
  aurora: NIGHT,
  dusk: {
    dims: [0.86, 0.66, 0.66],
    sky: [
      [0.4, 0.26, 0.56],
      [1, 0.6, 0.3],
    ],
    skyPart: 0.9,
  },
  dawn: {
    dims: [0.96, 0.86, 0.86],
    sky: [
      [0.58, 0.62, 0.93],
      [1, 0.74, 0.66],
    ],
    skyPart: 0.85,
  },
  rain: {
    dims: [0.68, 0.74, 0.8],
    sky: [
      [0.38, 0.43, 0.5],
      [0.58, 0.64, 0.7],
    ],
    skyPart: 0.85,
  },
  storm: {
    dims: [0.46, 0.5, 0.6],
    sky: [
      [0.14, 0.16, 0.25],
      [0.32, 0.36, 0.46],
    ],
    skyPart: 0.92,
  },
  snow: {
    dims: [0.95, 0.97, 1],
    sky: [
      [0.66, 0.74, 0.85],
      [0.82, 0.88, 0.94],
    ],
    skyPart: 0.85,
    veil: { colour: [0.95, 0.97, 1], upper: 0.05, lower: 0.95 },
  },
  fog: {
    dims: [0.92, 0.93, 0.95],
    sky: [
      [0.76, 0.8, 0.84],
      [0.86, 0.88, 0.9],
    ],
    skyPart: 0.8,
    veil: { colour: [0.86, 0.89, 0.91], upper: 0.55, lower: 0.5 },
  },
};

/** What shines by itself keeps its light in the dark: warm and light, or white. */
const GLOWS = { light: 0.8, warm: 0.15 } as const;
/** What stands before a place is dimmed by so much of what the place is. */
const FIGURE = 0.3;
/** A sky has its lower colour from here on, in parts of the height. */
const HORIZON = 0.45;

/** What airs do to a place, one night being enough whatever shines in it. */
const lightsIn = (airs: readonly Air[]): ReadonlySet<Light> => new Set(airs.flatMap((air) => LIGHTS[air] ?? []));

/** Whether one of the airs changes the light of a place. */
export const hasSky = (airs: readonly Air[]): boolean => airs.some((air) => LIGHTS[air] !== undefined);

/**
 * A place in the light of an hour or in weather, with what is then in its sky, over what is drawn of it.
 * @param canvas [4, size, size], premultiplied RGBA, 0–1, of which nothing but the place is drawn yet
 */
export function inAirsOf(canvas: Float32Array, size: number, airs: readonly Air[], place: PlaceLight): void {
  const isNightly = airs.includes('night') || airs.includes('aurora');
  if (place.daylight === 'none') {
    if (airs.includes('aurora')) auroraAt(canvas, size, openedSky(canvas, size), place.isMirrored);
    return;
  }
  const isOpen = place.daylight === 'open';
  if (!isOpen && !isNightly) return;
  const sky = isOpen ? openedSky(canvas, size) : new Float32Array(size * size);
  const sun = isOpen && isNightly ? sunIn(canvas, size) : [];
  for (const light of isOpen ? lightsIn(airs) : [NIGHT]) shine(canvas, size, light, sky);
  if (!isOpen) return;
  // The sun of a day is the moon of its night.
  for (const p of sun) for (let c = 0; c < 3; c++) canvas[c * size * size + p] = MOON[c]!;
  const isClear = !['rain', 'storm', 'snow', 'fog'].some((air) => airs.includes(air as Air));
  if (isNightly) starsAt(canvas, size, sky);
  if (airs.includes('aurora')) auroraAt(canvas, size, sky, place.isMirrored);
  else if (isNightly && isClear && sun.length === 0) sunOrMoon(canvas, size, sky, 'moon', place.isMirrored);
  if (airs.includes('dusk')) sunOrMoon(canvas, size, sky, 'low sun', place.isMirrored);
  if (airs.includes('storm')) flashAt(canvas, size, sky, place.isMirrored);
}

/** How what stands in a place is dimmed by the airs about it: what its colours are multiplied by. */
export function tintedAs(airs: readonly Air[]): Colour {
  const lights = [...lightsIn(airs)];
  const dimmed = [0, 1, 2].map((c) => lights.reduce((part, { dims }) => part * (1 - FIGURE * (1 - dims[c]!)), 1));
  return [dimmed[0]!, dimmed[1]!, dimmed[2]!];
}

/** The sun of a day is light and warm, up in the sky, and so much of the canvas; golden leaves are more of it. */
const SUN = { light: 0.85, warm: 0.3, down: 0.4, least: 0.006, most: 0.06 } as const;

/** Pixels of the sun that a place shows; none where it has none. */
function sunIn(canvas: Float32Array, size: number): number[] {
  const plane = size * size;
  const found: number[] = [];
  for (let p = 0; p < SUN.down * plane; p++) {
    const [r, g, b] = [canvas[p]!, canvas[plane + p]!, canvas[2 * plane + p]!];
    if (r > SUN.light && r - b > SUN.warm && g > 0.45) found.push(p);
  }
  return found.length < SUN.least * plane || found.length > SUN.most * plane ? [] : found;
}

function shine(canvas: Float32Array, size: number, light: Light, sky: Float32Array): void {
  const plane = size * size;
  for (let p = 0; p < plane; p++) {
    const alpha = canvas[3 * plane + p]!;
    if (alpha === 0) continue;
    const down = Math.floor(p / size) / (size - 1);
    const [r, g, b] = [canvas[p]! / alpha, canvas[plane + p]! / alpha, canvas[2 * plane + p]! / alpha];
    const glow =
      (1 - sky[p]!) * Math.min(Math.max((r - b - GLOWS.warm) / 0.2, 0), 1) * Number(r > GLOWS.light && g > 0.6);
    const own = [r, g, b];
    for (let c = 0; c < 3; c++) {
      const dim = own[c]! * (glow + (1 - glow) * light.dims[c]!);
      const upper = light.sky[0][c]!;
      const shaded = upper + (light.sky[1][c]! - upper) * Math.min(1, down / HORIZON);
      const part = sky[p]! * light.skyPart;
      let value = (1 - part) * dim + part * shaded;
      if (light.veil) {
        const veiled = (1 - sky[p]!) * (light.veil.upper + (light.veil.lower - light.veil.upper) * down * down);
        value = (1 - veiled) * value + veiled * light.veil.colour[c]!;
      }
      canvas[c * plane + p] = alpha * value;
    }
  }
}
