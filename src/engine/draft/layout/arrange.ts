import { EngineError, ownValue } from '../../basics/index.js';
import { type Layouts, type Placement, type Tables, type WornAt, wornAt } from '../../manifest/index.js';
import type { Draft } from '../draft.js';
import type { Actor } from './actor.js';
import { squareAt, tightBox } from './frame.js';
import type { Edges } from './geometry.js';
import { level } from './level.js';
import { edgesOf, moved, type Placed, type Stage } from './placed.js';
import { isRoomy, type RoomyWay, roomy } from './roomy.js';
import { cornerSignOf } from './signs.js';
import { standingOf, wornIn } from './standing.js';
import { isBehindWearer, putOn } from './worn.js';

/** Things are taken to be no smaller than this, in parts of their picture's side. */
const SMALLEST = 0.05;
/** Part of the canvas that stays free at each edge where things are brought into it together. */
const MARGIN = 1 / 64;
/** What stands on something hides no more of its height than this. */
const MOST_SUNK = 0.3;
/** What a face holds begins no further left and up than here, in parts of the face. */
const HELD = { x: 0.66, y: 0.7 } as const;
const HOLDING = 'holding';
/** Wheels and fins of turned things may reach so much further than what is known of them, in parts of the canvas. */
const FINS = 0.07;
/** What reaches this far beyond the canvas is cut off, in pixels. */
const CUT = 0.5;

/**
 * The order in which things are laid over each other, given as they are spoken of: `order[k]` is the k-th from the
 * back.
 */
export function paintingOrder(actors: readonly Actor[], draft: Draft, { tables, artwork }: Stage): number[] {
  const standing = standingOf(draft);
  const order = baseOrder(standing?.base.kind ?? draft.kind, standing?.base.things ?? [...actors.keys()], tables);
  for (const { thing, wearer } of wornIn(draft)) {
    if (order.includes(thing)) order.splice(order.indexOf(thing), 1);
    const isBehind = isBehindWearer(actors[wearer]!, placeOf(actors[thing]!, tables), artwork);
    order.splice(order.indexOf(wearer) + (isBehind ? 0 : 1), 0, thing);
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
  return withinCanvas(arranged(actors, draft, stage), stage);
}

function arranged(actors: readonly Actor[], draft: Draft, stage: Stage): Placed[] {
  const standing = standingOf(draft);
  if (!standing) return arrangeAlone(actors, draft, stage);
  const { base, worn } = standing;
  const among = arrangeAlone(
    base.things.map((k) => actors[k]!),
    { kind: base.kind },
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

function arrangeAlone(
  actors: readonly Actor[],
  { kind, places = 0 }: Pick<Draft, 'kind' | 'places'>,
  stage: Stage,
): Placed[] {
  const { layouts, relations } = stage.tables;
  const [first, second, ...rest] = actors;
  const few = () => new EngineError('bad_draft', { why: 'no_places', count: actors.length, kind });
  if (kind === 'single') {
    if (first === undefined || second !== undefined) throw few();
    return [put(first, layouts.single, stage)];
  }
  const way = roomyWay(kind, actors.length, places, layouts);
  if (way !== undefined && first && second) {
    const { side } = layouts.groups;
    return roomy(
      [put(first, { x: 0.5, y: 0.5, side }, stage), put(second, { x: 0.5, y: 0.5, side }, stage)],
      way,
      stage,
    );
  }
  if (kind === 'count' || kind === 'list') {
    const choices: Layouts['groups'][2 | 3] | undefined =
      actors.length === 2 ? layouts.groups[2] : actors.length === 3 ? layouts.groups[3] : undefined;
    const chosen = choices?.[places];
    if (!chosen) throw few();
    return actors.map((actor, k) =>
      put(actor, { x: chosen.places[k]![0], y: chosen.places[k]![1], side: layouts.groups.side }, stage),
    );
  }
  const layout = ownValue(layouts.pairs, kind);
  if (!Object.hasOwn(relations, kind) || first === undefined || second === undefined || rest.length > 0) throw few();
  if (layout) {
    const [one, other] = pair(first, second, layout, stage);
    return kind === HOLDING ? intoCanvas([one, offTheMouth(other, one, stage)], stage) : [one, other];
  }
  return dressed(first, second, stage);
}

/** The numbers of places that a draft of so many things of a kind may have; none where it has no choice. */
export function placesFor(kind: string, things: number, layouts: Layouts): readonly number[] {
  const { groups } = layouts;
  if (isRoomy(kind, things, layouts)) return [groups[2].length, groups[2].length + 1];
  if (kind !== 'count' && kind !== 'list') return [];
  return [...(things === 2 ? groups[2] : things === 3 ? groups[3] : []).keys()];
}

/** Behind the numbers of the places that training draws come two for things that share the canvas as they fit it. */
function roomyWay(kind: string, things: number, places: number, layouts: Layouts): RoomyWay | undefined {
  if (!isRoomy(kind, things, layouts)) return undefined;
  const way = places - layouts.groups[2].length;
  return way === 0 || way === 1 ? way : undefined;
}

/**
 * One thing that wears another: as training has it on the head and before the eyes, else as large as the canvas takes
 * both.
 */
function dressed(wearer: Actor, worn: Actor, stage: Stage): Placed[] {
  const { single, worn: rules } = stage.tables.layouts;
  const at = placeOf(worn, stage.tables);
  if (at === 'head' || at === 'face') {
    const below = put(wearer, rules[at].wearer, stage);
    const limits =
      at === 'head'
        ? { side: rules.head.side * stage.size, top: rules.head.top * stage.size }
        : { side: rules.face.longest * stage.size, top: 0 };
    return [below, putOn(below, worn, at, stage, limits)];
  }
  const alone = put(wearer, single, stage);
  return intoCanvas([alone, putOn(alone, worn, at, stage)], stage);
}

/** Brings things into the canvas together, as they stand to each other: as large as it takes them, in its middle. */
function intoCanvas(
  placed: readonly Placed[],
  stage: Stage,
  all: readonly Edges[] = placed.map((one) => reachOf(one, stage)),
): Placed[] {
  const x0 = Math.min(...all.map((edges) => edges.x0));
  const y0 = Math.min(...all.map((edges) => edges.y0));
  const x1 = Math.max(...all.map((edges) => edges.x1));
  const y1 = Math.max(...all.map((edges) => edges.y1));
  const scale = ((1 - 2 * MARGIN) * stage.size) / Math.max(x1 - x0, y1 - y0);
  const by = squareAt(stage.size / 2 - (scale * (x0 + x1)) / 2, stage.size / 2 - (scale * (y0 + y1)) / 2, scale);
  return placed.map((one) => moved(one, by));
}

const isTurned = ({ frame }: Placed) => frame.yx !== 0;

/** How far a thing reaches. Of turned ones it is not known exactly, only at most. */
function reachOf(placed: Placed, stage: Stage): Edges {
  const edges = edgesOf(placed, stage);
  const more = isTurned(placed) ? FINS * stage.size : 0;
  return { x0: edges.x0 - more, y0: edges.y0 - more, x1: edges.x1 + more, y1: edges.y1 + more };
}

/** The things as they are, unless one of them or its sign would be cut off: then all are brought into the canvas. */
function withinCanvas(placed: readonly Placed[], stage: Stage): Placed[] {
  const all = placed.flatMap((one) => {
    const sign = cornerSignOf(one, stage);
    return sign ? [reachOf(one, stage), sign] : [reachOf(one, stage)];
  });
  const isCut = all.some(({ x0, y0, x1, y1 }) => Math.min(x0, y0) < -CUT || Math.max(x1, y1) > stage.size + CUT);
  return isCut ? intoCanvas(placed, stage, all) : [...placed];
}

/** Whether something can be worn before the eyes of a picture. */
export function takesFaceWear(picture: number, { tables, artwork }: Pick<Stage, 'tables' | 'artwork'>): boolean {
  return artwork.isFace(picture) || artwork.circleOf(picture)[2] > tables.layouts.worn.face.radius;
}

/** The thing at a placement, but for `sinks`, which takes the other thing. */
function put(actor: Actor, at: Placement, { artwork, size }: Stage): Placed {
  const [x0, y0, x1, y1] = tightBox(artwork, actor.picture, actor.flip);
  const side = (at.side * size) / Math.max(x1 - x0, y1 - y0, SMALLEST);
  const x = at.x * size - (side * (x0 + x1)) / 2;
  const y = at.bottom === undefined ? at.y * size - (side * (y0 + y1)) / 2 : at.bottom * size - side * y1;
  return { ...actor, frame: squareAt(x, y, side) };
}

/** What a face holds, brought down and aside where it would cover the mouth. */
function offTheMouth(held: Placed, holder: Placed, stage: Stage): Placed {
  if (!stage.artwork.isFace(holder.picture)) return held;
  const [face, edges] = [edgesOf(holder, stage), edgesOf(held, stage)];
  const least = (from: number, to: number, part: number) => from + part * (to - from);
  const right = Math.max(0, least(face.x0, face.x1, HELD.x) - edges.x0);
  const down = Math.max(0, least(face.y0, face.y1, HELD.y) - edges.y0);
  return moved(held, squareAt(right, down, 1));
}

/** What something stands on, levelled, and then as long as the layout has it. */
function lying(natural: Placed, at: Placement, stage: Stage): Placed {
  const levelled = level(natural, stage);
  if (levelled === natural) return natural;
  const { x0, x1, y1 } = edgesOf(levelled, stage);
  const scale = (at.side * stage.size) / (x1 - x0);
  const bottom = at.bottom === undefined ? y1 : at.bottom * stage.size;
  return moved(levelled, squareAt(at.x * stage.size - (scale * (x0 + x1)) / 2, bottom - scale * y1, scale));
}

function pair(first: Actor, second: Actor, layout: Layouts['pairs'][string], stage: Stage): [Placed, Placed] {
  const placed = (actor: Actor, at: Placement, isBase: boolean) => {
    const natural = put(actor, at, stage);
    return isBase ? lying(natural, at, stage) : natural;
  };
  const a = placed(first, layout.first, layout.second.sinks !== undefined);
  const b = placed(second, layout.second, layout.first.sinks !== undefined);
  const sunk = (one: Placed, sinks: number | undefined, other: Placed): Placed => {
    if (sinks === undefined) return one;
    const { y0, y1 } = edgesOf(other, stage);
    const depth = Math.min(sinks * stage.size, MOST_SUNK * (y1 - y0));
    const down = y0 + depth - edgesOf(one, stage).y1;
    return { ...one, frame: { ...one.frame, y: one.frame.y + down } };
  };
  const standing: [Placed, Placed] = [sunk(a, layout.first.sinks, b), sunk(b, layout.second.sinks, a)];
  // A board takes less height than the layout has for what things stand on.
  return [a, b].some(isTurned) ? (intoCanvas(standing, stage) as [Placed, Placed]) : standing;
}

/**
 * The thing that the one at `k` stands on or is worn by, and so goes where that goes; undefined where it goes by
 * itself.
 */
export function leaderOf(draft: Draft, k: number, { layouts, relations }: Tables): number | undefined {
  const standing = standingOf(draft);
  if (standing) {
    const { base, worn } = standing;
    const wearer = worn.find(({ thing }) => thing === k)?.wearer;
    if (wearer !== undefined || base.things.length === 1) return wearer;
    const [first, second] = base.things as [number, number];
    if (k !== first && k !== second) return undefined;
    return stands(base.kind, k === first, layouts) ? (k === first ? second : first) : undefined;
  }
  if (!Object.hasOwn(relations, draft.kind)) return undefined;
  const isFollowing = Object.hasOwn(layouts.pairs, draft.kind) ? stands(draft.kind, k === 0, layouts) : k === 1;
  return isFollowing ? 1 - k : undefined;
}

function stands(kind: string, isFirst: boolean, { pairs }: Layouts): boolean {
  const layout = ownValue(pairs, kind);
  return (isFirst ? layout?.first : layout?.second)?.sinks !== undefined;
}
