import type { Rgb } from '../expressions/index.js';
import type { GivenMouth } from './given-moods.js';
import type { Pen } from './pen.js';

/** Height of a mouth below the middle of a face, and half its width, in parts of half the face's width. */
const [DOWN, HALF] = [0.26, 0.23];
const TONGUE: Rgb = [0.96, 0.42, 0.46];
const MAW: Rgb = [0.36, 0.07, 0.1];
const WHITE: Rgb = [1, 1, 1];
const BLACK: Rgb = [0.12, 0.1, 0.1];
const TEETH = 4;

/** Draws a mouth. */
export const MOUTHS: Readonly<Record<GivenMouth, (pen: Pen) => void>> = {
  smile: (pen) => pen.line(pen.arc(0, DOWN, HALF, 0.6 * HALF)),
  open: (pen) => maw(pen),
  frown: (pen) => pen.line(pen.arc(0, DOWN + 0.05, HALF, -0.6 * HALF)),
  wail(pen) {
    pen.ellipse(0, DOWN + 0.1, 0.9 * HALF, 0.85 * HALF, pen.tone.ink);
    pen.ellipse(0, DOWN + 0.16, 0.55 * HALF, 0.45 * HALF, TONGUE, { isBare: true });
  },
  'small-o': (pen) => pen.ellipse(0, DOWN + 0.06, 0.4 * HALF, 0.5 * HALF, pen.tone.ink),
  round: (pen) => pen.ellipse(0, DOWN + 0.1, 0.7 * HALF, HALF, pen.tone.ink),
  flat: (pen) =>
    pen.line([
      [-HALF, DOWN + 0.02],
      [HALF, DOWN + 0.02],
    ]),
  slanted: (pen) =>
    pen.line([
      [-0.8 * HALF, DOWN + 0.08],
      [HALF, DOWN - 0.03],
    ]),
  smirk: (pen) =>
    pen.line([
      [-HALF, DOWN + 0.06],
      [0, DOWN + 0.08],
      [0.7 * HALF, DOWN + 0.03],
      [1.1 * HALF, DOWN - 0.06],
    ]),
  teeth: (pen) => teeth(pen),
  wavy(pen) {
    const wave = Array.from({ length: 25 }, (_, k) => {
      const along = k / 12 - 1;
      return [1.1 * HALF * along, DOWN + 0.04 - 0.045 * Math.cos(3 * Math.PI * along)] as const;
    });
    pen.line(wave);
  },
  tongue(pen) {
    pen.ellipse(0.05, DOWN + 0.14, 0.55 * HALF, 0.75 * HALF, TONGUE);
    pen.line(pen.arc(0, DOWN, HALF, 0.5 * HALF));
  },
  kiss(pen) {
    pen.line(pen.arc(0.02, DOWN - 0.05, 0.07, 0.12, true));
    pen.line(pen.arc(0.02, DOWN + 0.08, 0.07, 0.12, true));
    pen.heart(0.62, DOWN + 0.12, 0.14, [0.93, 0.14, 0.3]);
  },
};

function maw(pen: Pen): void {
  const top = DOWN - 0.07;
  pen.bowl(0, top, 1.25 * HALF, 1.5 * HALF, pen.tone.ink);
  const edge = 0.5 * pen.lineWidth;
  pen.bowl(0, top + edge, 1.25 * HALF - edge, 1.5 * HALF - 2 * edge, MAW, { isBare: true });
  pen.ellipse(0, top + 0.95 * HALF, 0.65 * HALF, 0.38 * HALF, TONGUE, { isBare: true });
}

function teeth(pen: Pen): void {
  const [across, high, middle] = [1.3 * HALF, 0.5 * HALF, DOWN + 0.06];
  pen.joined(
    [
      [-across + high, middle, high],
      [across - high, middle, high],
    ],
    BLACK,
  );
  const edge = 0.6 * pen.lineWidth;
  pen.joined(
    [
      [-across + high, middle, high - edge],
      [across - high, middle, high - edge],
    ],
    WHITE,
    { isBare: true },
  );
  for (let k = 1; k < TEETH; k++) {
    const x = -across + (2 * across * k) / TEETH;
    pen.line(
      [
        [x, middle - high + edge],
        [x, middle + high - edge],
      ],
      BLACK,
      0.4,
    );
  }
  pen.line(
    [
      [-across + edge, middle],
      [across - edge, middle],
    ],
    BLACK,
    0.4,
  );
}
