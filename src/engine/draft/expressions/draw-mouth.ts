import type { Expression } from '../../memory/index.js';
import { type Mouth, mouthArc, removeMouth } from './mouth.js';
import { apart, around, type Distance, type Point, paint, type Raster, type Rgb, stroke } from './raster.js';

/** Lines this much different from what they lie on are seen. */
const SEEN = 0.25;
/** A mouth that a mood puts in the place of another: half its width in parts of that one's, and in widths of a line. */
const [WIDE, LEAST] = [0.72, 2.2];
/** How far the ends of a mouth hang down, in parts of half its width. */
const HANGS = { sad: 0.62, angry: 0.42 } as const;
/** How far one end of a smirk is raised, in the same parts. */
const SMIRK = 0.55;
const TOOTH: Rgb = [1, 1, 1];
/** Fewer widths of a line across show no teeth. */
const TOOTHED = 2.6;
const TEETH = 4;

/** Lines of a face. */
interface Lines {
  ink: Rgb;
  /** Least width, in pixels. */
  line: number;
}

/** Puts into a mouth's place that of a mood: hanging down, open, or with teeth that are clenched. */
export function drawMouth(raster: Raster, mouth: Mouth, expression: Expression, { ink, line }: Lines): void {
  const skin = mouth.ground(mouth.x, mouth.y);
  const colour = apart(mouth.lips, skin) > SEEN ? mouth.lips : ink;
  const half = Math.max(WIDE * mouth.across, LEAST * line);
  removeMouth(raster, mouth);
  if (expression === 'surprised') {
    open(raster, mouth, Math.min(half, Math.max(2 * mouth.down, LEAST * line)), colour);
  } else if (expression === 'furious' && mouth.across > TOOTHED * line) {
    clenched(raster, mouth, mouth.across, { ink, line });
  } else if (expression === 'bored' || expression === 'smug') {
    const rise = expression === 'smug' ? SMIRK * half : 0;
    const [left, right] = [mouth.x - 0.8 * half, mouth.x + 0.8 * half];
    const arc: Point[] = [
      [left, mouth.y + 0.4 * rise],
      [mouth.x + 0.15 * half, mouth.y + 0.3 * rise],
      [right, mouth.y - 0.6 * rise],
    ];
    stroke(raster, arc, Math.max(line, 0.18 * half), colour);
  } else {
    const width = Math.max(line, Math.min(0.55 * mouth.down, 0.34 * half));
    const hangs = expression === 'angry' ? HANGS.angry : HANGS.sad;
    stroke(raster, mouthArc(mouth, half - width / 2, hangs * half), width, colour);
  }
}

function open(raster: Raster, { x, y }: Mouth, half: number, colour: Rgb): void {
  const [across, down] = [0.62 * half, 0.8 * half];
  const inside: Distance = (u, v) => (Math.hypot((u - x) / across, (v - y) / down) - 1) * across;
  paint(raster, around([[x, y]], down + 1), inside, colour);
}

function clenched(raster: Raster, { x, y }: Mouth, half: number, { ink, line }: Lines): void {
  const [across, down] = [half, Math.max(0.42 * half, 1.6 * line)];
  const box = (beyond: number): Distance => {
    const round = 0.6 * down;
    return (u, v) => {
      const [a, b] = [Math.abs(u - x) - across - beyond + round, Math.abs(v - y) - down - beyond + round];
      return Math.hypot(Math.max(a, 0), Math.max(b, 0)) + Math.min(Math.max(a, b), 0) - round;
    };
  };
  const area = around([[x, y]], across + 1);
  paint(raster, area, box(0), ink);
  paint(raster, area, box(-0.7 * line), TOOTH);
  const [left, gap] = [x - across, (2 * across) / TEETH];
  for (let k = 1; k < TEETH; k++) {
    const at = left + k * gap;
    stroke(
      raster,
      [
        [at, y - down + line / 2],
        [at, y + down - line / 2],
      ],
      0.5 * line,
      ink,
    );
  }
  stroke(
    raster,
    [
      [x - across + line / 2, y],
      [x + across - line / 2, y],
    ],
    0.5 * line,
    ink,
  );
}
