import type { Rgb } from '../expressions/index.js';
import { EYE, EYES } from './eyes.js';
import type { FaceSeat } from './face-seat.js';
import type { GivenMood } from './given-moods.js';
import { MOUTHS } from './mouths.js';
import { type Ink, Pen, type Shape } from './pen.js';

const BROW = { up: 0.36, half: 0.19 } as const;
const CHEEK = { aside: 0.86, down: 0.2, across: 0.15, high: 0.095, blend: 0.62 } as const;
const WATER: Rgb = [0.36, 0.7, 0.98];
const CHEEKS: Readonly<Record<NonNullable<GivenMood['cheeks']>, Rgb>> = {
  pink: [1, 0.45, 0.52],
  red: [0.93, 0.16, 0.16],
  green: [0.5, 0.72, 0.25],
};

/** All of a face, from back to front. */
export function shapesOf({ eyes, mouth, brows, cheeks, drops }: GivenMood, seat: FaceSeat, tone: Ink): Shape[] {
  const pen = new Pen(seat, tone);
  for (const side of [-1, 1] as const) {
    if (cheeks) {
      const { aside, down, across, high, blend } = CHEEK;
      pen.ellipse(side * aside, down, across, high, CHEEKS[cheeks], { blend, isBare: true });
    }
    EYES[eyes](pen, side);
    if (brows) drawBrow(pen, brows, side);
  }
  MOUTHS[mouth](pen);
  if (drops) drawDrops(pen, drops);
  return pen.shapes;
}

function drawBrow(pen: Pen, brows: NonNullable<GivenMood['brows']>, side: -1 | 1): void {
  const { up, half } = BROW;
  const middle = side * EYE.aside;
  const [outer, inner] = [middle + side * half, middle - side * half];
  if (brows === 'angry') {
    const from = [outer, -up - 0.08] as const;
    pen.line([from, [inner - side * 0.04, -up + 0.13]], pen.tone.ink, 1.25);
  } else if (brows === 'sad') {
    const to = [inner, -up - 0.1] as const;
    pen.line([[outer, -up + 0.07], [middle, -up - 0.03], to]);
  } else if (brows === 'high' || side > 0) {
    const top = brows === 'high' ? -up - 0.1 : -up - 0.14;
    pen.line([
      [outer, top + 0.06],
      [middle, top],
      [inner, top + 0.06],
    ]);
  } else
    pen.line([
      [outer, -up + 0.05],
      [inner, -up + 0.05],
    ]);
}

function drawDrops(pen: Pen, drops: NonNullable<GivenMood['drops']>): void {
  if (drops === 'sweat') {
    drop(pen, 0.98, -0.32, 0.11);
    return;
  }
  for (const side of [-1, 1] as const) {
    const x = side * (EYE.aside + 0.06);
    if (drops === 'streams') {
      pen.line(
        [
          [x, EYE.down + 0.12],
          [x, 0.56],
        ],
        WATER,
        2,
      );
      pen.disc(x, 0.58, 0.12, WATER);
    } else drop(pen, x, 0.22, 0.12);
  }
}

/** A drop whose round end is about a point. */
function drop(pen: Pen, x: number, y: number, radius: number): void {
  const steps = [2, 1.5, 1, 0.5, 0];
  pen.joined(
    steps.map((up) => [x, y - up * radius, radius * (1 - 0.42 * up)] as const),
    WATER,
  );
  pen.disc(x - 0.3 * radius, y + 0.1 * radius, 0.28 * radius, [1, 1, 1], { isBare: true });
}
