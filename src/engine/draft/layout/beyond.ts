import type { Layouts } from '../../manifest/index.js';
import { aboutOne, atTable } from './about-one.js';
import type { Actor } from './actor.js';
import { liesOn, lyingOn } from './asleep.js';
import { costumed } from './costumed.js';
import { fallen } from './doing.js';
import { before, stacked, unitInScene } from './filling.js';
import { squareAt } from './frame.js';
import { longestOf, middleOf } from './geometry.js';
import { held } from './held.js';
import { container, inside } from './inside.js';
import { intoCanvas, whole } from './into-canvas.js';
import { doneBeside, placedOf, stands } from './joint.js';
import { isLaid, onLaid } from './laid.js';
import { level, pair } from './pair.js';
import { arePair, bothOf, paired } from './paired.js';
import { edgesOf, isFigure, moved, type Placed, type Stage } from './placed.js';
import { potted } from './potted.js';
import { smallOn } from './real-sizes.js';
import { roomy } from './roomy.js';
import { isScene } from './scenes.js';
import { isPlate, onPlate } from './set-on.js';
import { atSpot } from './spots.js';
import { close, inScale, moving, strewn, turned } from './together.js';
import { alone, isOnHead, onTop, type Unit } from './units.js';
import { isPairWay, isSpotWay, type Way } from './ways.js';

/** What would be smaller by no more than this stays as training has it. */
const BARELY = 0.9;

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
  const done = doneTo(way, first, second, stage);
  if (done) return placedOf(done, stage);
  switch (way) {
    case 'left':
    case 'right': {
      const { side } = stage.tables.layouts.groups;
      return roomy([whole(first, stage, side), whole(second, stage, side)], way, kind === 'count', stage);
    }
    case 'scaledLeft':
    case 'scaledRight':
      return toScale(first, second, way === 'scaledLeft' ? 'left' : 'right', stage);
    case 'close':
      return close(first, second, stage);
    case 'pushed':
    case 'pulled':
      return moving(first, second, way === 'pulled', stage);
    case 'strewn':
      return strewn(first, second, stage);
    case 'nested':
      return layout && pair(kind, first, second, layout, stage).map((one) => fanned(one, stage));
    case 'inside':
      return placedOf(inside(alone(1, whole(second, stage)), { at: 0, placed: container(first, stage) }, stage), stage);
    case 'sheltered':
      return placedOf(stands(kind, alone(0, whole(first, stage)), { at: 1, actor: second }, first.flip, stage), stage);
    default:
      if (isPairWay(way)) return close(first, second, stage);
  }
  if (kind === 'holding') return intoCanvas(held(first, second, way, stage), stage);
  if (kind === 'in front of') return before(first, second, stage);
  if (kind === 'on') return layOn(first, second, way, layout, stage);
  if (kind === 'above' && isScene(second, stage)) {
    const scene = { at: 1, placed: whole(second, stage) };
    return placedOf(unitInScene(alone(0, whole(first, stage)), scene, true, stage), stage);
  }
  if (kind === 'above') return stacked(first, second, way === 'over', stage);
  if (kind === 'below' && isSpotWay(way)) {
    const base = whole(first, stage);
    return intoCanvas([base, atSpot(whole(second, stage), base, way, stage)], stage);
  }
  if (kind === 'below') return [...stacked(second, first, false, stage)].reverse();
  return undefined;
}

/** One who does something to the other that both are seen by; undefined where they stand so without it. */
function doneTo(way: Way, one: Actor, two: Actor, stage: Stage): Unit | undefined {
  const isMirrored = one.flip;
  const first = () => ({ at: 0, placed: whole(one, stage) });
  const second = () => ({ at: 1, placed: whole(two, stage) });
  if (isPairWay(way) && arePair(one, two, stage)) return bothOf(paired(way, one, two, stage));
  const beside = doneBeside(one, two, way, stage);
  if (beside) return beside;
  switch (way) {
    case 'costumed':
      return costumed([first()], { at: 1, actor: two }, stage);
    case 'potted':
      return bothOf(potted(first().placed, second().placed, stage));
    case 'shared':
      return aboutOne([first()], second(), undefined, stage);
    case 'tabled':
      return atTable([first()], second(), undefined, isMirrored, stage);
    case 'fallen':
      return fallen(undefined, first(), second(), isMirrored, stage);
    default:
      return undefined;
  }
}

/** Side by side, as large as they are beside each other in the world; of two figures each looks at the other. */
function toScale(first: Actor, second: Actor, way: 'left' | 'right', stage: Stage): Placed[] {
  const [one, other] = inScale([first, second], stage) as [Placed, Placed];
  const areFigures = isFigure(one, stage) && isFigure(other, stage);
  const side = way === 'left' ? 1 : -1;
  const pair: [Placed, Placed] = areFigures
    ? [turned(one, side, stage), turned(other, -side as 1 | -1, stage)]
    : [one, other];
  return roomy(pair, way, false, stage);
}

/**
 * Who is in a scene is before it; what is on a plate is within its rim, what is on a head small on that, and what is
 * smaller in the world than what it is on is so there too.
 */
function layOn(
  first: Actor,
  second: Actor,
  way: Way,
  layout: Layouts['pairs'][string] | undefined,
  stage: Stage,
): Placed[] | undefined {
  if (isScene(second, stage)) return before(first, second, stage);
  const [on, base] = [whole(first, stage), whole(second, stage)];
  if (isPlate(second.thing)) return intoCanvas([onPlate(on, base, stage), base], stage);
  if (liesOn(on, base, stage)) return intoCanvas([lyingOn(on, base, stage), base], stage);
  if (isSpotWay(way) && (!first.body || way === 'onShoulder'))
    return intoCanvas([atSpot(on, base, way, stage), base], stage);
  if (isLaid(base) && isFigure(on, stage)) return placedOf(onLaid(alone(0, on), { at: 1, placed: base }, stage), stage);
  const under = { at: 1, placed: first.body && first.body.pose !== 'sitting' ? level(base, stage) : base };
  if (first.body || isOnHead(alone(0, on), under, stage)) return placedOf(onTop(alone(0, on), under, stage), stage);
  return layout && way !== 'alike' ? smallerOn(pair('on', first, second, layout, stage), stage) : undefined;
}

/** What is on another, no longer beside it than it is drawn in the world, where it stands. */
function smallerOn([on, base]: readonly Placed[], stage: Stage): Placed[] {
  const [own, under] = [edgesOf(on!, stage), edgesOf(base!, stage)];
  const most = smallOn(on!.thing, base!.thing, isFigure(on!, stage)) * longestOf(under);
  const by = on!.group ? 1 : Math.min(1, most / longestOf(own));
  if (by > BARELY) return [on!, base!];
  const [x, y] = [middleOf(own), own.y1];
  return intoCanvas([moved(on!, squareAt(x - by * x, y - by * y, by)), base!], stage);
}

function fanned(placed: Placed, stage: Stage): Placed {
  if (!placed.group) return placed;
  return { ...whole({ ...placed, spread: 'fan' } as Placed, stage, 0.5), spread: 'fan' };
}
