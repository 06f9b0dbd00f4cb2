import {
  apart,
  around,
  colourAt,
  type Distance,
  eachPixel,
  groundOf,
  lumaOf,
  type Point,
  paint,
  type Raster,
  type Rgb,
} from '../expressions/index.js';
import { type FaceSeat, faceSeatOf } from './face-seat.js';
import type { GivenMood } from './given-moods.js';
import type { Shape } from './pen.js';
import { shapesOf } from './shapes.js';

/** A face that is given to a thing without one. */
export interface GivenFace {
  mood: GivenMood;
  /** Least width of a line, in pixels of the picture. */
  line: number;
  /** Where the face must be, as something is worn there, in parts of the picture's side; found by itself if absent. */
  at?: FaceSeat;
}

/** Ink on what is light, and on what is dark. */
const [DARK, LIGHT]: readonly [Rgb, Rgb] = [
  [0.17, 0.1, 0.09],
  [1, 0.98, 0.94],
];
/** Ground that is lighter than this is written on in dark ink: luma, 0–1. */
const WRITTEN_DARK = 0.27;
/** A colour that is nearer than this to more than so much of its ground has a rim, of so many widths of a line. */
const [SEEN, MUCH, RIM] = [0.4, 0.25, 0.5];

/** What is further than this from the ground's colour is no shading of it. */
const DRAWN_THERE = 0.09;
/** It gives way to a face where what is as far as this from it covers no more than so much of its place. */
const [PLAIN, MINOR] = [0.2, 0.41];
/** Half sizes of the ellipse about a face in which it gives way, in parts of half the face's width. */
const [CALM_ACROSS, CALM_DOWN] = [1.12, 0.8];

/** Draws a face onto the calmest large part of a body, in place. Nothing is drawn where none would be seen. */
export function drawGivenFace(raster: Raster, { mood, line, at }: GivenFace): void {
  const { size } = raster;
  const seat = at ? { x: at.x * size, y: at.y * size, half: at.half * size } : faceSeatOf(raster);
  if (!seat) return;
  const { x, y, half } = seat;
  const ground = groundOf(raster, [x - half, y - 0.6 * half, x + half, y + 0.6 * half]);
  if (!ground) return;
  calm(raster, seat, ground);
  const [ink, rim] = lumaOf(ground(x, y)) > WRITTEN_DARK ? [DARK, LIGHT] : [LIGHT, DARK];
  const shapes = shapesOf(mood, seat, { line, ink, rim });
  const sunken = shapes.filter((shape) => !shape.isBare && isSunken(raster, shape));
  for (const { distance, colour, area } of sunken) {
    const lightOrDark = apart(colour, rim) < SEEN ? ink : rim;
    paint(raster, around(area, RIM * line + 1), (u, v) => distance(u, v) - RIM * line, lightOrDark);
  }
  for (const { distance, colour, area, blend = 1 } of shapes)
    paint(raster, around(area, 1), distance, (p) => mixed(raster, p, colour, blend));
}

/** Whether much of what a shape lies on is of about its colour. */
function isSunken(raster: Raster, { distance, colour, area }: Shape): boolean {
  let [alike, all] = [0, 0];
  eachPixel(raster.size, around(area, 0), (u, v, p) => {
    if (distance(u, v) > 0) return;
    all++;
    if (apart(colour, colourAt(raster, p)) < SEEN) alike++;
  });
  return alike > MUCH * all;
}

function mixed({ colours }: Raster, p: number, colour: Rgb, share: number): Rgb {
  const mix = (c: 0 | 1 | 2) => colours[3 * p + c]! + share * (colour[c] - colours[3 * p + c]!);
  return [mix(0), mix(1), mix(2)];
}

/** Lines and signs under a face give way to what is about them, softly, unless they are most of what is there. */
function calm(raster: Raster, { x, y, half }: FaceSeat, ground: (x: number, y: number) => Rgb): void {
  const [across, down] = [CALM_ACROSS * half, CALM_DOWN * half];
  const { size } = raster;
  const area: Point[] = [
    [x - across, y - down],
    [x + across, y + down],
  ];
  const under = (p: number) => ground((p % size) + 0.5, Math.floor(p / size) + 0.5);
  const drawn = (p: number) =>
    Math.min(Math.max((apart(colourAt(raster, p), under(p)) - DRAWN_THERE / 2) / DRAWN_THERE, 0), 1);
  const away = (u: number, v: number) => Math.hypot((u - x) / across, (v - y) / down);
  let [marked, all] = [0, 0];
  eachPixel(size, around(area, 0), (u, v, p) => {
    if (away(u, v) > 1) return;
    if (apart(colourAt(raster, p), under(p)) > PLAIN) marked++;
    all++;
  });
  if (marked > MINOR * all) return;
  const inside: Distance = (u, v) => (away(u, v) - 0.9) * half * 2.5;
  paint(raster, around(area, 1), inside, (p) => mixed(raster, p, under(p), drawn(p)));
}
