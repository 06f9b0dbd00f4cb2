import type { CanvasMap } from './frame.js';
import { withinCanvas } from './into-canvas.js';
import { moved, type Placed, type Stage } from './placed.js';

/**
 * Things tilted together about the middle of the canvas, as a sticker is put on aslant; as large as it takes them.
 * @param degrees clockwise
 */
export function tilted(placed: readonly Placed[], degrees: number | undefined, stage: Stage): readonly Placed[] {
  if (degrees === undefined) return placed;
  const by = turnAbout(stage.size / 2, (degrees * Math.PI) / 180);
  return withinCanvas(
    placed.map((one) => moved(one, by)),
    stage,
  );
}

/** A turn about a point on the diagonal. @param turn from x towards y */
function turnAbout(middle: number, turn: number): CanvasMap {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: middle * (1 - cos + sin), y: middle * (1 - sin - cos), xx: cos, xy: -sin, yx: sin, yy: cos };
}
