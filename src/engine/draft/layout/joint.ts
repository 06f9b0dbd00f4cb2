import { isSignThing } from '../../memory/index.js';
import { aboutOne, atTable, isTable } from './about-one.js';
import type { Actor } from './actor.js';
import { chase } from './chase.js';
import { coiled } from './coiled.js';
import { costumed } from './costumed.js';
import { inWeather, isCover, isWeather, under } from './covers.js';
import { aimedAt, fallen, fed, onGroundOf, walked } from './doing.js';
import { figureOf } from './facing.js';
import { unitInScene } from './filling.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { heldBy, isSheltering } from './held.js';
import { container, inside } from './inside.js';
import { intoCanvas, whole } from './into-canvas.js';
import { isLaid, onLaid } from './laid.js';
import { level } from './pair.js';
import { arePair, bothOf, giving, paired } from './paired.js';
import { edgesOf, isFigure, type Placed, type Stage } from './placed.js';
import { isScene } from './scenes.js';
import { atSpot } from './spots.js';
import type { Joint } from './standing.js';
import { swallowing } from './swallowing.js';
import { alone, beside, inRow, type Member, onTop, type Unit, unitEdges, unitStanding, unitWithin } from './units.js';
import { waiting } from './waiting.js';
import { isChase, isPairWay, isSpotWay, type SpotWay, type Way } from './ways.js';

/** How high and wide what stands behind a unit is beside that, and how far to one side the unit then is. */
const BEHIND = { high: 1.5, wide: 1.9, aside: 0.12 } as const;
/** How wide what is above something is beside it, at most, and how much of that it hides. */
const ABOVE = { wide: 1.1, high: 0.9, over: 0.06 } as const;
/** How large a sign over several is beside the shorter side of these, and how much of it is before them. */
const SIGN_OVER = { side: 0.34, sinks: 0.16 } as const;
const HAND = 'holding';
const IN_FRONT = 'in front of';

/**
 * Three things, from back to front by the order of what is returned: those that belong together are laid out first, and
 * then stand as one to the third.
 * @param way what is done with what is held, or whether things are in the first
 */
export function joined(actors: readonly Actor[], [second, third]: Joint, way: Way | undefined, stage: Stage): Unit {
  const at = (k: number) => ({ at: k, placed: whole(actors[k]!, stage) });
  const isMirrored = actors[0]!.flip;
  const standing = (relation: string, unit: Unit, k: number): Unit =>
    k === 1 && relation === 'on' && isSpotWay(way) && !actors[0]!.body
      ? [at(1), { at: 0, placed: atSpot(at(0).placed, at(1).placed, way, stage) }]
      : stands(relation, unit, { at: k, actor: actors[k]! }, isMirrored, stage);
  const borne = third === 'below' && isSpotWay(way) ? way : undefined;
  if (borne) return bearing(actors, second, borne, stage);
  const holds = (unit: Unit, by: number, k: number, isOther: boolean, how: Way | undefined): Unit =>
    handed(unit, by, { at: k, actor: actors[k]! }, how ?? 'fitted', isOther, stage);
  if ((way === 'inside' || way === 'potted') && second === IN_FRONT) {
    const others = third === 'beside' ? inRow([at(1)], [at(2)], stage) : standing(third, [at(1)], 2);
    const inner = third === HAND ? holds([at(1)], 1, 2, false, undefined) : others;
    return inside(inner, { at: 0, placed: container(actors[0]!, stage) }, stage);
  }
  if (way === 'costumed' && second === IN_FRONT) {
    const dressed = costumed([at(0)], { at: 1, actor: actors[1]! }, stage);
    return third === HAND ? holds(dressed, 1, 2, false, undefined) : standing(third, dressed, 2);
  }
  if (way === 'costumed' && third === IN_FRONT)
    return beside(costumed([at(1)], { at: 2, actor: actors[2]! }, stage), [at(0)], stage);
  const done = doneTogether(actors, [second, third], way, stage) ?? doneBy(actors, [second, third], way, stage);
  if (done) return done;
  // Who is somewhere is there with all that stands to them.
  const isThere = (second === IN_FRONT || second === 'on') && isScene(actors[1]!, stage);
  if (isThere && third !== HAND) return standing(second, standing(third, [at(0)], 2), 1);
  if (third === HAND) {
    const isOnDish = way === 'topped' && isFigure(at(0).placed, stage);
    if (second === HAND && (way === 'cooked' || isOnDish))
      return holds(holds([at(0)], 0, 1, false, 'fitted'), 1, 2, false, way);
    if (second === HAND) return holds(holds([at(0)], 0, 1, false, way), 0, 2, true, way === 'topped' ? way : undefined);
    const isFirst = second !== 'beside' && second !== 'below' && isFigure(at(0).placed, stage);
    if (isFirst) return standing(second, holds([at(0)], 0, 2, false, way), 1);
    const pair = holds([at(1)], 1, 2, false, way);
    if (second === 'beside') return beside(pair, [at(0)], stage);
    return standing(second, pair, 0);
  }
  if (second === HAND) return standing(third, holds([at(0)], 0, 1, false, way), 2);
  if (second === 'beside' && third !== 'beside') return standing(third, inRow([at(0)], [at(1)], stage), 2);
  return standing(third, standing(second, [at(0)], 1), 2);
}

/** Who has a second thing, or stands to it, and a third on a part of the body. */
function bearing(actors: readonly Actor[], second: string, way: SpotWay, stage: Stage): Unit {
  const [first, other, borne] = actors as readonly [Actor, Actor, Actor];
  const one = alone(0, whole(first, stage));
  const member = { at: 1, actor: other };
  const unit =
    second === HAND ? handed(one, 0, member, 'fitted', false, stage) : stands(second, one, member, first.flip, stage);
  const base = unit.find(({ at }) => at === 0)!.placed;
  return [...unit, { at: 2, placed: atSpot(whole(borne, stage), base, way, stage) }];
}

/**
 * Three of which one does something to another that is seen by how all of them stand; undefined where nothing is done.
 */
function doneBy(
  actors: readonly Actor[],
  [second, third]: Joint,
  way: Way | undefined,
  stage: Stage,
): Unit | undefined {
  const at = (k: number): Member => ({ at: k, placed: whole(actors[k]!, stage) });
  const isMirrored = actors[0]!.flip;
  const thirdStands = (unit: Unit) => withThird(unit, actors, third, stage);
  const beside = second === 'beside' ? doneBeside(actors[0]!, actors[1]!, way, stage) : undefined;
  if (beside) return thirdStands(beside);
  switch (way) {
    case 'fallen':
      return third === 'on' ? fallen(at(0), at(1), at(2), isMirrored, stage) : undefined;
    case 'aimed':
    case 'breathed':
    case 'watered': {
      if (second !== HAND || third !== 'beside') return undefined;
      // Who looks at us breathes down, and not at somebody.
      const isSent = way === 'breathed' && figureOf(at(0).placed, stage).facing === 0;
      return aimedAt(
        handed([at(0)], 0, { at: 1, actor: actors[1]! }, isSent ? 'aimed' : way, false, stage),
        at(2),
        way === 'watered',
        stage,
      );
    }
    case 'shared':
      if (second === 'beside') return aboutOne([at(0), at(1)], at(2), undefined, stage);
      return third === HAND || third === 'beside'
        ? aboutOne([at(0)], at(1), at(2), stage)
        : thirdStands(aboutOne([at(0)], at(1), undefined, stage));
    case 'tabled':
      if (second === 'beside') return atTable([at(0), at(1)], at(2), undefined, isMirrored, stage);
      return isTable(actors[2]!.thing)
        ? atTable([at(0)], at(1), at(2), isMirrored, stage)
        : thirdStands(atTable([at(0)], at(1), undefined, isMirrored, stage));
    default:
      return undefined;
  }
}

/** What one does to another that is beside them, where how the two stand shows it; undefined of anything else. */
export function doneBeside(one: Actor, two: Actor, way: Way | undefined, stage: Stage): Unit | undefined {
  if (isChase(way)) return bothOf(chase(way, one, two, one.flip, stage));
  const members = (): [Member, Member] => [
    { at: 0, placed: whole(one, stage) },
    { at: 1, placed: whole(two, stage) },
  ];
  switch (way) {
    case 'walked':
      return walked(...members(), one.flip, stage);
    case 'fed':
      return fed(...members(), one.flip, stage);
    case 'waited':
      return waiting(one, two, stage);
    case 'coiled':
      return coiled(one, two, one.flip, stage);
    case 'swallowed':
      return swallowing(one, two, one.flip, stage);
    default:
      return undefined;
  }
}

/** Two who do something with each other, wherever they are, or with a third thing. */
function doneTogether(
  [first, second, last]: readonly Actor[],
  [relation, third]: Joint,
  way: Way | undefined,
  stage: Stage,
): Unit | undefined {
  const [one, two, three] = [first!, second!, last!];
  if (way === 'given' && relation === HAND && third === 'beside' && arePair(one, three, stage))
    return giving(one, { at: 1, placed: whole(two, stage) }, three, stage);
  if (!isPairWay(way) || relation !== 'beside' || !arePair(one, two, stage)) return undefined;
  return withThird(bothOf(paired(way, one, two, stage)), [one, two, three], third, stage);
}

/** Those who do something, and what they are on or stand to. */
function withThird(unit: Unit, actors: readonly Actor[], relation: string, stage: Stage): Unit {
  const other = { at: 2, actor: actors[2]! };
  return relation === 'on' && !isScene(other.actor, stage)
    ? onGroundOf(unit, { at: 2, placed: whole(other.actor, stage) }, stage)
    : stands(relation, unit, other, actors[0]!.flip, stage);
}

/** A unit with what one of it holds. @param isOther whether that one holds something already */
export function handed(
  unit: Unit,
  by: number,
  { at, actor }: { at: number; actor: Actor },
  way: Way,
  isOther: boolean,
  stage: Stage,
): Unit {
  const holder = unit.find((member) => member.at === by)!.placed;
  const thing = { at, placed: heldBy(holder, actor, way, stage, isOther) };
  return isSheltering(actor) && way === 'fitted' ? [thing, ...unit] : [...unit, thing];
}

/** A unit that stands to something as a relation says. */
export function stands(
  relation: string,
  unit: Unit,
  { at, actor }: { at: number; actor: Actor },
  isMirrored: boolean,
  stage: Stage,
): Unit {
  const other: Member = { at, placed: whole(actor, stage) };
  const isThere = relation === IN_FRONT || relation === 'on';
  if ((isThere || relation === 'above') && isScene(actor, stage)) return unitInScene(unit, other, !isThere, stage);
  switch (relation) {
    case 'on':
      if (isLaid(other.placed) && unit.some(({ placed }) => isFigure(placed, stage))) return onLaid(unit, other, stage);
      return onTop(unit, { at, placed: level(other.placed, stage) }, stage);
    case IN_FRONT:
      return before(unit, other, isMirrored, stage);
    case 'above':
      // “Under a mushroom in the rain” has the mushroom first.
      if (shelters(unit, other, stage)) return under([other], unit[0]!, isMirrored, stage);
      return above(unit, alone(at, other.placed), stage);
    case 'below':
      if (isSignThing(actor.thing) && isSeveral(unit)) return signOver(unit, other, stage);
      if (isWeather(actor.thing)) return inWeather(unit, { at, actor }, isMirrored, stage);
      if (isCover(actor.thing)) return under(unit, other, isMirrored, stage);
      return above(alone(at, other.placed), unit, stage);
    default:
      return beside(unit, alone(at, other.placed), stage);
  }
}

/** Whether a unit is what somebody who is below it is under. */
const shelters = (unit: Unit, { placed }: Member, stage: Stage): boolean =>
  unit.length === 1 && isCover(unit[0]!.placed.thing) && isFigure(placed, stage);

const isSeveral = (unit: Unit): boolean => unit.length > 1 || unit[0]!.placed.group !== undefined;

/** Over the middle of several, between their heads: small, and whole. */
function signOver(unit: Unit, other: Member, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  const lowest = Math.max(...unit.map(({ placed }) => edgesOf(placed, stage).y0));
  const side = SIGN_OVER.side * Math.min(widthOf(edges), heightOf(edges));
  const small = unitWithin([other], side, side, stage);
  const over = heightOf(unitEdges(small, stage));
  const bottom = Math.min(lowest, edges.y0 + over) + SIGN_OVER.sinks * over;
  return [...unit, ...unitStanding(small, middleOf(edges), bottom, stage)];
}

/** Before something larger, which is seen above it. */
function before(unit: Unit, other: Member, isMirrored: boolean, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  const [width, height] = [edges.x1 - edges.x0, edges.y1 - edges.y0];
  const back = unitWithin([other], BEHIND.wide * width, BEHIND.high * height, stage);
  const aside = (isMirrored ? -1 : 1) * BEHIND.aside * width;
  return [...unitStanding(back, (edges.x0 + edges.x1) / 2 - aside, edges.y1, stage), ...unit];
}

/** One above the other, about as wide. */
function above(upper: Unit, lower: Unit, stage: Stage): Unit {
  const edges = unitEdges(lower, stage);
  const [width, height] = [edges.x1 - edges.x0, edges.y1 - edges.y0];
  const sized = unitWithin(upper, ABOVE.wide * width, ABOVE.high * height, stage);
  return [...lower, ...unitStanding(sized, (edges.x0 + edges.x1) / 2, edges.y0 + ABOVE.over * height, stage)];
}

/** A unit's things brought into the canvas, in the draft's order. */
export function placedOf(unit: Unit, stage: Stage): Placed[] {
  const brought = intoCanvas(
    unit.map(({ placed }) => placed),
    stage,
  );
  const placed: Placed[] = [];
  for (const [k, { at }] of unit.entries()) placed[at] = brought[k]!;
  return placed;
}
