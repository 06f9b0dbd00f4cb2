import { EngineError, LIMITS, ownValue } from '../../basics/index.js';
import { type Layouts, type Tables, type WornAt, wornAt } from '../../manifest/index.js';
import { isHollowed } from '../../memory/index.js';
import type { Draft } from '../draft.js';
import type { Actor } from './actor.js';
import { beyond } from './beyond.js';
import { unitInScene } from './filling.js';
import { geared } from './geared.js';
import { isSheltering } from './held.js';
import { isHood } from './hoods.js';
import { intoCanvas, put, whole, withinCanvas } from './into-canvas.js';
import { handed, joined, placedOf, stands } from './joint.js';
import { lined, listed } from './listed.js';
import { withinScene } from './marks.js';
import { HOLDING, pair } from './pair.js';
import { isFigure, type Placed, type Stage } from './placed.js';
import { isScene } from './scenes.js';
import { atSpot } from './spots.js';
import { jointOf, relationsIn, sectionsOf, standingOf, WEARING, wornIn } from './standing.js';
import { grouped, hindmostOf, turned } from './together.js';
import { alone, beside, type Unit } from './units.js';
import { arrangementOf, isGrouped, isSpotWay, poseIn, standingWay, wayOf } from './ways.js';
import { isBehindWearer, putOn } from './worn.js';

/**
 * The order in which things are laid over each other, given as they are spoken of: `order[k]` is the k-th from the
 * back.
 */
export function paintingOrder(actors: readonly Actor[], draft: Draft, stage: Stage): number[] {
  const { tables, artwork } = stage;
  const arrangement = arrangementOf(draft, tables.layouts);
  if (arrangement !== undefined) return inSections(actors, draft, arrangement, stage).map(({ at }) => at);
  const standing = standingOf(draft);
  const { kind, things } = standing?.base ?? { kind: draft.kind, things: [...actors.keys()] };
  const way = wayOf(kind, things.length, draft.places, tables.layouts);
  const isBehind = kind === HOLDING && way === 'fitted' && isSheltering(actors[things[1]!]!);
  const joint = jointOf(draft);
  if (joint) return joined(actors, joint, standingWay(draft.places), stage).map(({ at }) => at);
  const isReversed = isBehind || (kind === 'above' && way !== undefined) || way === 'sheltered' || way === 'coiled';
  if (isGrouped(kind, things.length, draft.places, tables.layouts)) {
    const hindmost = hindmostOf(actors.map(({ thing }) => thing));
    return [hindmost, ...things.filter((k) => k !== hindmost)];
  }
  const isBorne = kind === 'below' && isSpotWay(way);
  const natural = way === 'inside' || way === 'potted' || isBorne ? [...things] : baseOrder(kind, things, tables);
  const order = isReversed ? [...things].reverse() : natural;
  for (const { thing, wearer } of wornIn(draft)) {
    if (order.includes(thing)) order.splice(order.indexOf(thing), 1);
    const isUnder = isBehindWearer(actors[wearer]!, placeOf(actors[thing]!, tables), artwork);
    order.splice(order.indexOf(wearer) + (isUnder ? 0 : 1), 0, thing);
  }
  return order;
}

function baseOrder(kind: string, things: readonly number[], { layouts }: Tables): number[] {
  return ownValue(layouts.pairs, kind)?.back === 'second' ? [...things].reverse() : [...things];
}

function placeOf({ thing }: Actor, tables: Tables): WornAt {
  return wornAt(tables, [thing]) ?? 'head';
}

/**
 * Things at the places that the bundle's layouts have for them, as training lays them out, in the order given.
 * @param actors as they are spoken of
 * @throws EngineError `bad_draft` where the layouts have no places for so many things of the kind
 */
export function arrange(actors: readonly Actor[], draft: Draft, stage: Stage): Placed[] {
  const placed = arranged(actors, draft, stage);
  const pose = poseIn(draft, stage.tables.layouts);
  return withinCanvas(withinScene(pose ? geared(placed, pose, draft.kind, stage) : placed, stage), stage);
}

function arranged(actors: readonly Actor[], draft: Draft, stage: Stage): Placed[] {
  const arrangement = arrangementOf(draft, stage.tables.layouts);
  if (arrangement !== undefined) return placedOf(inSections(actors, draft, arrangement, stage), stage);
  const joint = jointOf(draft);
  const isUnknown = joint?.some((relation) => !Object.hasOwn(stage.tables.relations, relation));
  if (isUnknown) throw new EngineError('bad_draft', { why: 'no_places', count: actors.length, kind: draft.kind });
  if (joint) return placedOf(joined(actors, joint, standingWay(draft.places), stage), stage);
  const standing = standingOf(draft);
  if (!standing) return arrangeAlone(actors, draft, stage);
  const { base, worn } = standing;
  // Two of whom one wears something have more room than training gives them.
  const isRoomy = base.kind === 'beside' && standingWay(draft.places) === 'fitted';
  const among = isRoomy
    ? sideBySide(
        base.things.map((k) => actors[k]!),
        stage,
      )
    : arrangeAlone(
        base.things.map((k) => actors[k]!),
        { kind: base.kind, ...(draft.places === undefined ? {} : { places: draft.places }) },
        stage,
      );
  const placed: Placed[] = [];
  for (const [k, thing] of base.things.entries()) placed[thing] = among[k]!;
  for (const { thing, wearer } of worn) {
    const actor = actors[thing]!;
    placed[thing] = putOn(placed[wearer]!, actor, placeOf(actor, stage.tables), stage);
  }
  return intoCanvas(placed, stage);
}

/** The room that several have in a place and by themselves, by its proportions. */
const ROOM = {
  there: { width: 1.3, height: 1 },
  alone: { width: 1, height: 1 },
} as const;

/**
 * Those that stand to each other are laid out first, and then stand as one among the others, or with these in a place
 * or on what they are on.
 */
function inSections(actors: readonly Actor[], draft: Draft, arrangement: number, stage: Stage): Unit {
  const { sections, last } = sectionsOf(draft);
  const units = sections.map(({ kind, things }): Unit => {
    const own = things.map((k) => actors[k]!);
    if (own.length === 1) return alone(things[0]!, whole(own[0]!, stage));
    if (own.length > LIMITS.thingsTogether) return inTurn(own, kind, things, stage);
    const { places: _, ...rest } = draft;
    const among = { ...rest, kind, things: things.map((k) => draft.things[k]!), ...placesAmong(kind) };
    const placed = arranged(own, among, stage);
    return paintingOrder(own, among, stage).map((k) => ({ at: things[k]!, placed: placed[k]! }));
  });
  const other = last && { at: last.at, actor: actors[last.at]! };
  const isThere = other !== undefined && isScene(other.actor, stage);
  const [first, second, ...more] = units as [Unit, Unit?, ...Unit[]];
  if (other && !isThere) return stands(last.relation, lined(units, stage), other, actors[0]!.flip, stage);
  const together = !second
    ? first
    : more.length === 0
      ? beside(first, second, stage)
      : listed(units, arrangement, ROOM[isThere ? 'there' : 'alone'], stage);
  return other ? unitInScene(together, { at: other.at, placed: whole(other.actor, stage) }, false, stage) : together;
}

/**
 * More than three of which each stands to those before it: one on the other on the other. What is worn, held, or on a
 * shoulder is so by the first.
 */
function inTurn(actors: readonly Actor[], kind: string, things: readonly number[], stage: Stage): Unit {
  const [at] = things as readonly [number];
  const relations = relationsIn(kind);
  let unit: Unit = alone(at, whole(actors[0]!, stage));
  for (const [k, relation] of relations.entries()) {
    const other = { at: things[k + 1]!, actor: actors[k + 1]! };
    const isOther = relations.indexOf(HOLDING) < k;
    unit =
      relation === HOLDING
        ? handed(unit, at, other, 'fitted', isOther, stage)
        : (hadByFirst(unit, at, relation, other, stage) ?? stands(relation, unit, other, actors[0]!.flip, stage));
  }
  return unit;
}

/** A unit with what the one at `at` wears, or has on a shoulder; undefined where the other stands otherwise to it. */
function hadByFirst(
  unit: Unit,
  at: number,
  relation: string,
  { at: own, actor }: { at: number; actor: Actor },
  stage: Stage,
): Unit | undefined {
  const first = unit.findIndex((member) => member.at === at);
  const base = unit[first]!.placed;
  if (relation === WEARING) {
    const where = placeOf(actor, stage.tables);
    const isUnder = isBehindWearer(base, where, stage.artwork);
    return unit.toSpliced(first + (isUnder ? 0 : 1), 0, { at: own, placed: putOn(base, actor, where, stage) });
  }
  const other = whole(actor, stage);
  const isBorne = relation === 'below' && isFigure(base, stage) && isFigure(other, stage);
  return isBorne ? unit.concat({ at: own, placed: atSpot(other, base, 'onShoulder', stage) }) : undefined;
}

/** As large as the canvas takes those who stand to each other, the first of the ways beyond training's. */
const placesAmong = (kind: string) => (kind === WEARING ? {} : { places: 0 });

/** Of two figures each looks at the other. */
function sideBySide([first, second]: readonly Actor[], stage: Stage): Placed[] {
  const [left, right] = [whole(first!, stage), whole(second!, stage)];
  const areFigures = isFigure(left, stage) && isFigure(right, stage);
  const [one, other] = areFigures ? [turned(left, 1, stage), turned(right, -1, stage)] : [left, right];
  return placedOf(beside(alone(0, one), alone(1, other), stage), stage);
}

function arrangeAlone(
  actors: readonly Actor[],
  { kind, places: chosen }: Pick<Draft, 'kind' | 'places'>,
  stage: Stage,
): Placed[] {
  const places = chosen ?? 0;
  const { layouts, relations } = stage.tables;
  const [first, second, ...rest] = actors;
  const few = () => new EngineError('bad_draft', { why: 'no_places', count: actors.length, kind });
  if (kind === 'single') {
    if (first === undefined || second !== undefined) throw few();
    const placed = put(first, layouts.single, stage);
    return [standingWay(chosen) === 'housed' ? asHouse(placed) : placed];
  }
  const layout = ownValue(layouts.pairs, kind);
  const way = wayOf(kind, actors.length, chosen, layouts) ?? (kind === 'on' && first?.body ? 'fitted' : undefined);
  if (way !== undefined && first && second && rest.length === 0) {
    const made = beyond(kind, way === 'housed' ? 'fitted' : way, first, second, layout, stage);
    if (made) return way === 'housed' ? made.map(asHouse) : made;
  }
  if (isGrouped(kind, actors.length, chosen, layouts)) return grouped(actors, stage);
  if (kind === 'count' || kind === 'list') {
    const choices: Layouts['groups'][2 | 3] | undefined =
      actors.length === 2 ? layouts.groups[2] : actors.length === 3 ? layouts.groups[3] : undefined;
    const group = choices?.[places];
    if (!group) throw few();
    return actors.map((actor, k) =>
      put(actor, { x: group.places[k]![0], y: group.places[k]![1], side: layouts.groups.side }, stage),
    );
  }
  if (!Object.hasOwn(relations, kind) || first === undefined || second === undefined || rest.length > 0) throw few();
  return layout ? pair(kind, first, second, layout, stage) : dressed(first, second, stage);
}

/** A mushroom with a door. */
const asHouse = (placed: Placed): Placed => (isHollowed(placed.thing) ? { ...placed, isHouse: true } : placed);

/**
 * One thing that wears another: as training has it on the head and before the eyes, else as large as the canvas takes
 * both.
 */
function dressed(wearer: Actor, worn: Actor, stage: Stage): Placed[] {
  const { single, worn: rules } = stage.tables.layouts;
  const at = placeOf(worn, stage.tables);
  if (!wearer.group && !wearer.body && (at === 'head' || at === 'face')) {
    const below = put(wearer, rules[at].wearer, stage);
    const limits =
      at === 'head'
        ? { side: rules.head.side * stage.size, top: rules.head.top * stage.size }
        : { side: rules.face.longest * stage.size, top: 0 };
    return [below, putOn(below, worn, at, stage, limits)];
  }
  const spread = spreadFor(wearer, worn, at);
  const spreadOut: Actor & Pick<Placed, 'spread'> = spread ? { ...wearer, spread } : wearer;
  const alone = put(spreadOut, single, stage);
  return intoCanvas([alone, putOn(alone, worn, at, stage)], stage);
}

/** How several stand who wear something. */
function spreadFor({ group }: Actor, { thing }: Actor, at: WornAt): Placed['spread'] {
  if (!group) return undefined;
  if (at === 'head') return 'hatted';
  return group.way === 'stack' && group.copies === 2 && isHood(thing) ? 'collar' : undefined;
}

/** Whether something can be worn before the eyes of a picture. */
export function takesFaceWear(picture: number, { tables, artwork }: Pick<Stage, 'tables' | 'artwork'>): boolean {
  return artwork.isFace(picture) || artwork.circleOf(picture)[2] > tables.layouts.worn.face.radius;
}

/**
 * The thing that the one at `k` stands on or is worn by, and so goes where that goes; undefined where it goes by
 * itself.
 */
export function leaderOf(draft: Draft, k: number, { layouts, relations }: Tables): number | undefined {
  if (jointOf(draft) || arrangementOf(draft, layouts) !== undefined) return undefined;
  const standing = standingOf(draft);
  if (standing) {
    const { base, worn } = standing;
    const wearer = worn.find(({ thing }) => thing === k)?.wearer;
    if (wearer !== undefined || base.things.length === 1) return wearer;
    const [first, second] = base.things as [number, number];
    if (k !== first && k !== second) return undefined;
    return isSeated(base.kind, k === first, layouts) ? (k === first ? second : first) : undefined;
  }
  if (!Object.hasOwn(relations, draft.kind)) return undefined;
  if (draft.kind === 'in front of' && standingWay(draft.places) === 'costumed') return k === 0 ? 1 : undefined;
  const isFollowing = Object.hasOwn(layouts.pairs, draft.kind) ? isSeated(draft.kind, k === 0, layouts) : k === 1;
  return isFollowing ? 1 - k : undefined;
}

function isSeated(kind: string, isFirst: boolean, { pairs }: Layouts): boolean {
  const layout = ownValue(pairs, kind);
  return (isFirst ? layout?.first : layout?.second)?.sinks !== undefined;
}
