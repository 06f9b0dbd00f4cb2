import type { Layouts } from '../../manifest/index.js';
import type { Actor } from './actor.js';
import { before, stacked, unitInScene } from './filling.js';
import { held } from './held.js';
import { container, inside } from './inside.js';
import { intoCanvas, whole } from './into-canvas.js';
import { placedOf, stands } from './joint.js';
import { pair } from './pair.js';
import type { Placed, Stage } from './placed.js';
import { roomy } from './roomy.js';
import { isScene } from './scenes.js';
import { isPlate, onPlate } from './set-on.js';
import { chased, close, strewn } from './together.js';
import { alone, isOnHead, onTop } from './units.js';
import type { Way } from './ways.js';

/**
 * Two things that stand to each other in a way that training does not draw.
 * @returns undefined where they stand as training has it
 */
export function beyond(
  kind: string,
  way: Way,
  first: Actor,
  second: Actor,
  layout: Layouts['pairs'][string] | undefined,
  stage: Stage,
): Placed[] | undefined {
  switch (way) {
    case 'left':
    case 'right': {
      const { side } = stage.tables.layouts.groups;
      return roomy([whole(first, stage, side), whole(second, stage, side)], way, kind === 'count', stage);
    }
    case 'close':
      return close(first, second, stage);
    case 'chased':
      return chased(first, second, stage);
    case 'strewn':
      return strewn(first, second, stage);
    case 'nested':
      return layout && pair(kind, first, second, layout, stage).map((one) => (one.group ? fanned(one, stage) : one));
    case 'inside':
      return placedOf(inside(alone(1, whole(second, stage)), { at: 0, placed: container(first, stage) }, stage), stage);
    case 'sheltered':
      return placedOf(stands(kind, alone(0, whole(first, stage)), { at: 1, actor: second }, first.flip, stage), stage);
    default:
  }
  if (kind === 'holding') return intoCanvas(held(first, second, way, stage), stage);
  if (kind === 'in front of') return before(first, second, stage);
  if (kind === 'on') return isScene(second, stage) ? before(first, second, stage) : layOn(first, second, stage);
  if (kind === 'above' && isScene(second, stage)) {
    const scene = { at: 1, placed: whole(second, stage) };
    return placedOf(unitInScene(alone(0, whole(first, stage)), scene, true, stage), stage);
  }
  if (kind === 'above') return stacked(first, second, way === 'over', stage);
  if (kind === 'below') return [...stacked(second, first, false, stage)].reverse();
  return undefined;
}

/** Who is in a scene is before it; what is on a plate is within its rim, what is on a head small on that. */
function layOn(first: Actor, second: Actor, stage: Stage): Placed[] | undefined {
  if (isScene(second, stage)) return before(first, second, stage);
  const [on, base] = [whole(first, stage), whole(second, stage)];
  if (isPlate(second.thing)) return intoCanvas([onPlate(on, base, stage), base], stage);
  const under = { at: 1, placed: base };
  return isOnHead(alone(0, on), under, stage) ? placedOf(onTop(alone(0, on), under, stage), stage) : undefined;
}

function fanned(placed: Placed, stage: Stage): Placed {
  return { ...whole({ ...placed, spread: 'fan' } as Placed, stage, 0.5), spread: 'fan' };
}
