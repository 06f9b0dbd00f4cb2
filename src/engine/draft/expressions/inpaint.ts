import { apart, colourAt, type Distance, eachPixel, lumaOf, OPAQUE, paint, type Raster, type Rgb } from './raster.js';
import type { Socket } from './sockets.js';

/** What is removed reaches so far beyond an eye, in pixels and in parts of it, as edges are soft. */
const [BEYOND, BEYOND_PART] = [1.6, 0.1];
/** Colours are taken from a ring so wide, in pixels. */
const RING = 2.5;
/** Nearer pixels count more, by this power of their distance. */
const NEARNESS = 4;
/** Colours as near as this to those of the eye's lines are a lash's, a brow's or an outline's, not of what is about. */
const LINE = 0.22;
const LEAST_LEFT = 0.3;
/** A white ends within so many of an eye's half sizes, in most of so many directions. */
const [FARTHEST, DIRECTIONS, MOST_DIRECTIONS] = [2.7, 16, 14];
/** Least of red, green and blue of what is white. */
const WHITE = 0.75;

/** What is about an eye, and the eye's own darkest and lightest colour. */
export interface Surroundings {
  /** Pixels, and the mean of their colours. */
  ring: readonly number[];
  skin: Rgb;
  dark: Rgb;
  light: Rgb;
  /** How much of the eye is white, 0–1. */
  white: number;
  /** How far the white reaches, where the eye is the pupil of a larger one; undefined where it is not. */
  about: number | undefined;
}

/** @returns undefined where nothing solid is about the eye */
export function surroundingsOf(raster: Raster, socket: Socket): Surroundings | undefined {
  const [ring, own]: [number[], number[]] = [[], []];
  const distance = removedOf(socket);
  eachPixel(raster.size, areaOf(socket, RING + BEYOND + BEYOND_PART * socket.across + 1), (x, y, p) => {
    if (raster.rgba[4 * p + 3]! < OPAQUE) return;
    const away = distance(x, y);
    if (away > 0.5 && away <= 0.5 + RING) ring.push(p);
    if (shapeOf(socket, 0)(x, y) <= 0) own.push(p);
  });
  if (ring.length === 0 || own.length === 0) return undefined;
  const byLuma = own.map((p) => colourAt(raster, p)).sort((a, b) => lumaOf(a) - lumaOf(b));
  const tenth = Math.ceil(byLuma.length / 8);
  const dark = meanOf(byLuma.slice(0, tenth));
  const light = meanOf(byLuma.slice(-tenth));
  const white = byLuma.filter((colour) => Math.min(...colour) > WHITE).length / byLuma.length;
  const clean = ring.filter((p) => apart(colourAt(raster, p), dark) > LINE);
  const kept = clean.length >= LEAST_LEFT * ring.length ? clean : ring;
  const skin = meanOf(kept.map((p) => colourAt(raster, p)));
  return { ring: kept, skin, dark, light, white, about: whiteAbout(raster, socket, skin) };
}

/** How far the white about a pupil reaches, on average; undefined where it is not white, or is more than an eye's. */
function whiteAbout(raster: Raster, socket: Socket, skin: Rgb): number | undefined {
  if (Math.min(...skin) < WHITE) return undefined;
  const size = Math.max(socket.across, socket.down);
  const reaches: number[] = [];
  for (let k = 0; k < DIRECTIONS; k++) {
    const [dx, dy] = [Math.cos((2 * Math.PI * k) / DIRECTIONS), Math.sin((2 * Math.PI * k) / DIRECTIONS)];
    for (let away = size + BEYOND; away < FARTHEST * size + BEYOND; away += 0.5) {
      const [x, y] = [Math.floor(socket.x + away * dx), Math.floor(socket.y + away * dy)];
      if (x < 0 || y < 0 || x >= raster.size || y >= raster.size) break;
      if (apart(colourAt(raster, y * raster.size + x), skin) < LINE) continue;
      reaches.push(away);
      break;
    }
  }
  if (reaches.length < MOST_DIRECTIONS) return undefined;
  return reaches.reduce((sum, away) => sum + away, 0) / reaches.length;
}

/**
 * Fills an eye's place with what is about it: each pixel gets the mean of the ring's colours, the nearest of which
 * count most (inverse distance weighting, Shepard 1968), so that patches of fur go on where the eye was.
 */
export function removeEye(raster: Raster, socket: Socket, { ring }: Surroundings): void {
  const known = ring.map((p) => ({
    x: (p % raster.size) + 0.5,
    y: Math.floor(p / raster.size) + 0.5,
    colour: colourAt(raster, p),
  }));
  const filled = (p: number): Rgb => {
    const [x, y] = [(p % raster.size) + 0.5, Math.floor(p / raster.size) + 0.5];
    const sum = [0, 0, 0, 0];
    for (const one of known) {
      const weight = 1 / ((one.x - x) ** 2 + (one.y - y) ** 2 + 0.25) ** (NEARNESS / 2);
      for (let c = 0; c < 3; c++) sum[c]! += weight * one.colour[c]!;
      sum[3]! += weight;
    }
    return [sum[0]! / sum[3]!, sum[1]! / sum[3]!, sum[2]! / sum[3]!];
  };
  paint(raster, areaOf(socket, BEYOND + BEYOND_PART * socket.across + 1), removedOf(socket), filled);
}

function removedOf(socket: Socket): Distance {
  return shapeOf(socket, BEYOND + BEYOND_PART * Math.max(socket.across, socket.down));
}

/** About a rounded box: eyes are ellipses, and squares with round corners. */
export function shapeOf({ x, y, across, down }: Socket, beyond: number): Distance {
  const [a, b] = [across + beyond, down + beyond];
  return (px, py) => {
    const [u, v] = [Math.abs(px - x) / a, Math.abs(py - y) / b];
    return ((u ** 3 + v ** 3) ** (1 / 3) - 1) * Math.min(a, b);
  };
}

export function areaOf({ x, y, across, down }: Socket, beyond: number): [number, number, number, number] {
  return [x - across - beyond, y - down - beyond, x + across + beyond, y + down + beyond];
}

function meanOf(colours: readonly Rgb[]): Rgb {
  const sum = (c: 0 | 1 | 2) => colours.reduce((total, colour) => total + colour[c], 0) / colours.length;
  return [sum(0), sum(1), sum(2)];
}
