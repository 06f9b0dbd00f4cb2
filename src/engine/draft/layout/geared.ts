import type { Posed } from '../bodies/index.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { upsideDown } from './handled.js';
import { marked, stroke } from './marks.js';
import { edgesOf, isFigure, type Placed, type Stage } from './placed.js';

/**
 * How far what is below somebody reaches to either side of their middle, and how wide it is, in parts of their height.
 */
const BELOW = {
  mat: { half: 0.62, wide: 0.07 },
  ski: { half: 0.56, wide: 0.035 },
  board: { half: 0.6, wide: 0.06 },
} as const;
/** How high the tips of skis are, and how far beside somebody poles are held and end, in parts of their height. */
const [TIP, POLE] = [0.09, { wide: 0.025, held: 0.44, aside: 0.06, out: 0.18 }] as const;

/**
 * What belongs to a pose of who has no body of ours, as all of them is drawn already: a mat, on which they stand on
 * their head where they are alone, skis and poles, a board. Bodies have it by themselves.
 */
export function geared(placed: readonly Placed[], pose: Posed, kind: string, stage: Stage): readonly Placed[] {
  const [first, ...others] = placed as [Placed, ...Placed[]];
  if (first.body || first.group || first.each || !isFigure(first, stage)) return placed;
  const isUpended = pose === 'stretching' && kind === 'single';
  const one = isUpended ? upsideDown(first) : first;
  return [withGear(one, pose, stage), ...others];
}

function withGear(placed: Placed, pose: Posed, stage: Stage): Placed {
  const edges = edgesOf(placed, stage);
  const [x, high] = [middleOf(edges), heightOf(edges)];
  const along = ({ half, wide }: { half: number; wide: number }, down: number) =>
    stroke(
      'leash',
      placed,
      { x: x - half * high, y: edges.y1 + down * high },
      { x: x + half * high, y: edges.y1 + down * high },
      wide * high,
    );
  switch (pose) {
    case 'stretching':
    case 'meditating':
      return marked(placed, [along(BELOW.mat, BELOW.mat.wide / 2)]);
    case 'snowboarding':
      return marked(placed, [along(BELOW.board, 0)]);
    case 'skiing': {
      const ends = [-1, 1].map((side) =>
        stroke(
          'dash',
          placed,
          { x: x + side * (widthOf(edges) / 2 + POLE.aside * high), y: edges.y1 - POLE.held * high },
          { x: x + side * (widthOf(edges) / 2 + POLE.out * high), y: edges.y1 },
          POLE.wide * high,
        ),
      );
      const front = { x: x - BELOW.ski.half * high, y: edges.y1 };
      const tip = stroke(
        'leash',
        placed,
        front,
        { x: front.x - TIP * high, y: front.y - TIP * high },
        BELOW.ski.wide * high,
      );
      return marked(placed, [...ends, along(BELOW.ski, 0), tip]);
    }
    default:
      return placed;
  }
}
