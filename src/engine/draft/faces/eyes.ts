import type { Rgb } from '../expressions/index.js';
import type { GivenEyes } from './given-moods.js';
import type { Pen } from './pen.js';

/** Where eyes are, and how large, in parts of half a face's width. */
export const EYE = { aside: 0.54, down: -0.04, radius: 0.155 } as const;
const HEART: Rgb = [0.93, 0.14, 0.3];
const STAR: Rgb = [1, 0.8, 0.12];
const WHITE: Rgb = [1, 1, 1];
const BLACK: Rgb = [0.12, 0.12, 0.15];
const HALF = 0.19;
const FIFTH = Math.PI / 5;

type Side = -1 | 1;

/** Draws an eye, the left one where `side` is −1. */
export const EYES: Readonly<Record<GivenEyes, (pen: Pen, side: Side) => void>> = {
  dots: (pen, side) => dot(pen, at(side)),
  wide: (pen, side) => ball(pen, at(side), 0.21, 0.085),
  shining(pen, side) {
    const x = at(side);
    pen.disc(x, EYE.down, 1.45 * EYE.radius, pen.tone.ink);
    pen.disc(x - 0.07, EYE.down - 0.07, 0.075, pen.tone.rim, { isBare: true });
    pen.disc(x + 0.07, EYE.down + 0.07, 0.045, pen.tone.rim, { isBare: true });
  },
  smiling: (pen, side) => lid(pen, at(side), -1),
  asleep: (pen, side) => lid(pen, at(side), 1),
  squeezed(pen, side) {
    const x = at(side);
    const [outer, inner] = [x + side * 0.85 * HALF, x - side * 0.85 * HALF];
    pen.line([
      [outer, EYE.down - 0.8 * HALF],
      [inner, EYE.down],
      [outer, EYE.down + 0.8 * HALF],
    ]);
  },
  hearts: (pen, side) => pen.heart(at(side), EYE.down, 0.2, HEART),
  stars: (pen, side) => star(pen, at(side)),
  crossed(pen, side) {
    const [x, reach] = [at(side), 0.8 * HALF];
    pen.line([
      [x - reach, EYE.down - reach],
      [x + reach, EYE.down + reach],
    ]);
    pen.line([
      [x - reach, EYE.down + reach],
      [x + reach, EYE.down - reach],
    ]);
  },
  lidded(pen, side) {
    const x = at(side);
    pen.bowl(x, EYE.down, EYE.radius, EYE.radius, pen.tone.ink);
    pen.line([
      [x - HALF, EYE.down],
      [x + HALF, EYE.down],
    ]);
  },
  rolled: (pen, side) => ball(pen, at(side), 0.2, 0.085, { x: 0, y: -0.09 }),
  aside: (pen, side) => ball(pen, at(side), 0.2, 0.095, { x: 0.08, y: -0.07 }),
  wink: (pen, side) => (side > 0 ? lid(pen, at(side), -1) : dot(pen, at(side))),
  uneven: (pen, side) => ball(pen, at(side), side > 0 ? 0.24 : 0.16, 0.07),
  sunglasses(pen, side) {
    const x = side * 0.42;
    pen.bowl(x, EYE.down - 0.16, 0.38, 0.36, BLACK);
    pen.line(
      [
        [x - 0.4, EYE.down - 0.16],
        [x + 0.4, EYE.down - 0.16],
      ],
      BLACK,
    );
    pen.line(
      [
        [x - 0.16, EYE.down - 0.06],
        [x - 0.05, EYE.down + 0.04],
      ],
      [0.6, 0.65, 0.72],
      0.7,
    );
  },
  spectacles(pen, side) {
    const x = at(side);
    pen.disc(x, EYE.down, 0.34, pen.tone.ink);
    pen.disc(x, EYE.down, 0.34 - pen.lineWidth, WHITE, { isBare: true });
    pen.disc(x, EYE.down, 0.11, BLACK, { isBare: true });
    if (side > 0)
      pen.line([
        [-0.22, EYE.down],
        [0.22, EYE.down],
      ]);
  },
};

const at = (side: Side) => side * EYE.aside;

/** A round eye with a light in it. */
function dot(pen: Pen, x: number): void {
  pen.ellipse(x, EYE.down, EYE.radius, 1.15 * EYE.radius, pen.tone.ink);
  pen.disc(x - 0.045, EYE.down - 0.06, 0.05, pen.tone.rim, { isBare: true });
}

/** An eye whose white is seen. */
function ball(pen: Pen, x: number, radius: number, pupil: number, look = { x: 0, y: 0 }): void {
  pen.disc(x, EYE.down, radius, BLACK);
  pen.disc(x, EYE.down, radius - 0.6 * pen.lineWidth, WHITE, { isBare: true });
  pen.disc(x + look.x, EYE.down + look.y, pupil, BLACK, { isBare: true });
}

/** @param way 1 hangs down, −1 is raised */
function lid(pen: Pen, x: number, way: 1 | -1): void {
  pen.line(pen.arc(x, EYE.down, HALF, way * 0.7 * HALF));
}

function star(pen: Pen, x: number): void {
  for (const turn of [0, 1, 2, 3, 4]) {
    const angle = -Math.PI / 2 + 2 * FIFTH * turn;
    const tip = [x + 0.22 * Math.cos(angle), EYE.down + 0.22 * Math.sin(angle), 0.01] as const;
    pen.joined([[x, EYE.down, 0.11], tip], STAR);
  }
}
