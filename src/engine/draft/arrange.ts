import type { Layouts, Placement, Tables } from '../bundle/tables.js';
import { KaleidoError } from '../errors.js';
import type { Artwork } from '../memory/artwork.js';
import type { Actor } from './actor.js';
import type { Draft } from './draft.js';
import { edgesIn, type Frame, mapped, squareAt, tightBox } from './frame.js';
import type { Edges } from './steps.js';

/** What drafts are laid out by. */
export interface Stage {
  tables: Tables;
  artwork: Artwork;
  /** Side of the canvas in pixels. */
  size: number;
}

/** A thing on the canvas. */
export interface Placed extends Actor {
  frame: Frame;
}

/** Things are taken to be no smaller than this, in parts of their picture's side; what is worn no narrower or lower than that. */
const SMALLEST = 0.05;
const SMALLEST_WORN = 0.1;

/** Where a thing's tight box lies, in pixels. */
export function edgesOf({ frame, picture, flip }: Placed, { artwork }: Stage): Edges {
  return edgesIn(frame, artwork, picture, flip);
}

/** The order in which things are laid over each other, given as they are spoken of: `order[k]` is the k-th from the back. */
export function paintingOrder(kind: string, count: number, { layouts }: Tables): number[] {
  return layouts.pairs[kind]?.back === 'second' ? [1, 0] : Array.from({ length: count }, (_, k) => k);
}

/**
 * Things at the places that the bundle's layouts have for them, as training lays them out, in the order given.
 * @param actors as they are spoken of
 * @throws KaleidoError `bad_option` where the layouts have no places for so many things of the kind
 */
export function arrange(actors: readonly Actor[], { kind, places = 0 }: Draft, stage: Stage): Placed[] {
  const { layouts, wearables, relations } = stage.tables;
  const [first, second, ...rest] = actors;
  const few = () =>
    new KaleidoError('bad_option', `There are no places for ${actors.length} things of the kind "${kind}".`);
  if (kind === 'single') {
    if (first === undefined || second !== undefined) throw few();
    return [put(first, layouts.single, stage)];
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
  if (relations[kind] === undefined || first === undefined || second === undefined || rest.length > 0) throw few();
  if (layouts.pairs[kind]) return pair(first, second, layouts.pairs[kind], stage);
  return wearables.face.includes(second.thing) ? onFace(first, second, stage) : onHead(first, second, stage);
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

function pair(first: Actor, second: Actor, layout: Layouts['pairs'][string], stage: Stage): Placed[] {
  const [a, b] = [put(first, layout.first, stage), put(second, layout.second, stage)];
  const sunk = (one: Placed, sinks: number | undefined, other: Placed): Placed => {
    if (sinks === undefined) return one;
    const down = edgesOf(other, stage).y0 + sinks * stage.size - edgesOf(one, stage).y1;
    return { ...one, frame: { ...one.frame, y: one.frame.y + down } };
  };
  return [sunk(a, layout.first.sinks, b), sunk(b, layout.second.sinks, a)];
}

function onHead(wearer: Actor, worn: Actor, stage: Stage): Placed[] {
  const rule = stage.tables.layouts.worn.head;
  const below = put(wearer, rule.wearer, stage);
  const { x0, y0, x1, y1 } = edgesOf(below, stage);
  const [bx0, by0, bx1, by1] = tightBox(stage.artwork, worn.picture, worn.flip);
  const rim = y0 + rule.sinks * (y1 - y0);
  const byWidth = (rule.width * (x1 - x0)) / Math.max(bx1 - bx0, SMALLEST_WORN);
  const byHeight = (rim - rule.top * stage.size) / Math.max(by1 - by0, SMALLEST_WORN);
  const side = Math.min(byWidth, byHeight, rule.side * stage.size);
  const x = (x0 + x1) / 2 - (side * (bx0 + bx1)) / 2;
  return [below, { ...worn, frame: squareAt(x, rim - side * by1, side) }];
}

function onFace(wearer: Actor, worn: Actor, stage: Stage): Placed[] {
  const rule = stage.tables.layouts.worn.face;
  const below = put(wearer, rule.wearer, stage);
  const { x0, y0, x1, y1 } = edgesOf(below, stage);
  const [bx0, by0, bx1, by1] = tightBox(stage.artwork, worn.picture, worn.flip);
  const side = Math.min(rule.width * (x1 - x0), rule.longest * stage.size) / Math.max(bx1 - bx0, SMALLEST_WORN);
  const eyes = stage.artwork.isFace(wearer.picture)
    ? y0 + rule.eyes * (y1 - y0)
    : below.frame.y + below.frame.yy * (stage.artwork.circleOf(wearer.picture)[1] - rule.above);
  const x = (x0 + x1) / 2 - (side * (bx0 + bx1)) / 2;
  return [below, { ...worn, frame: squareAt(x, eyes - (side * (by0 + by1)) / 2, side) }];
}

/** Whether the thing at `k` of two stands on or is worn by the other, and so goes where that goes. */
export function followsOther(kind: string, k: number, { layouts, relations }: Tables): boolean {
  if (relations[kind] === undefined) return false;
  const layout = layouts.pairs[kind];
  if (!layout) return k === 1;
  return (k === 0 ? layout.first : layout.second).sinks !== undefined;
}

/** The thing after a map of the canvas. */
export function moved<T extends Placed>(placed: T, by: Frame): T {
  return { ...placed, frame: mapped(placed.frame, by) };
}
