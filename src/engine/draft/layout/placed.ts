import type { Tables } from '../../manifest/index.js';
import type { Artwork, Bounds } from '../../memory/index.js';
import type { MarkShape } from '../paws/index.js';
import type { Actor } from './actor.js';
import { bareOf, boundsWithBody, edgesOfBody, spreadWith } from './bodied.js';
import type { Clip } from './clip.js';
import { edgesIn, type Frame, frameWithin, mapped, pointAt, pointIn, spreadIn, squareAt } from './frame.js';
import { type Edges, edgesAbout, edgesBetween, longestOf, mixtureOf, type Spread } from './geometry.js';
import { inGroup, type Spreading } from './group.js';
import { ovalEdges, ovalSpread } from './oval.js';

/** What drafts are laid out by. */
export interface Stage {
  tables: Tables;
  artwork: Artwork;
  /** Side of the canvas in pixels. */
  size: number;
}

/** A paw, or a hand, of somebody who holds a thing, or a mark that is drawn between things. */
export interface Paw {
  /** Whose it is: it is in the colours of that picture. */
  by: Pick<Actor, 'picture' | 'paint' | 'parts' | 'pattern'>;
  /** Its square; a mark may be stretched and turned. */
  frame: Frame;
  /** What it is, if no paw. */
  shape?: MarkShape;
  /** Whether it is behind the thing that it is drawn with. */
  isBehind?: true;
  /** Whether its fingers reach to the left. */
  flip: boolean;
}

/** A thing on the canvas. */
export interface Placed extends Actor, Clip {
  frame: Frame;
  /** How several that count as one stand, where they stand otherwise than they do by themselves. */
  spread?: Spreading;
  /** Where each of several is that do not stand as a group does: what each of a group wears or holds. */
  each?: readonly Frame[];
  /** Whether a door and windows are drawn on it. */
  isHouse?: true;
  /** What holds it, before it. */
  paws?: readonly Paw[];
}

/** The tight box of a thing, or of all of a group, in parts of the side of its square. */
export function boundsOf(actor: Actor & Pick<Placed, 'spread'>, { artwork }: Stage): Bounds {
  const { group, spread } = actor;
  const own = boundsWithBody(actor, artwork);
  if (!group) return own;
  const isStacked = isTower(actor);
  const bare = isStacked ? boundsWithBody(bareOf(actor), artwork) : own;
  const all = inGroup(group, bare, spread).map(({ x, y, side }, k) => {
    const [x0, y0, x1, y1] = isStacked && k === 0 ? own : bare;
    return { x0: x + side * x0, y0: y + side * y0, x1: x + side * x1, y1: y + side * y1 };
  });
  const { x0, y0, x1, y1 } = edgesAbout(all);
  return [x0, y0, x1, y1];
}

/** Whether all of a group are in one garment, of which the lowest has the body. */
export const isTower = ({ group, body }: Pick<Actor, 'group' | 'body'>): boolean =>
  group?.way === 'stack' && body?.garment !== undefined;

/** A thing by itself, or each of a group, from back to front. */
export function eachOf(placed: Placed, { artwork }: Stage): Placed[] {
  const { group, frame, spread, each, paws, ...one } = placed;
  if (!each && !group) return [placed];
  // Paws are before all of them.
  const held = (all: Placed[]) => all.map((own, k) => (paws && k === all.length - 1 ? { ...own, paws } : own));
  if (each) return held(each.map((at) => ({ ...one, frame: at })));
  const isStacked = isTower(placed);
  const own = boundsWithBody(isStacked ? bareOf(placed) : placed, artwork);
  const alone = inGroup(group!, own, spread).map(({ x, y, side }, k) => {
    return { ...(isStacked && k > 0 ? bareOf(one) : one), frame: frameWithin(frame, x, y, side) };
  });
  return held(alone);
}

/** Where a thing's tight box lies, in pixels. */
export function edgesOf(placed: Placed, stage: Stage): Edges {
  const all = eachOf(placed, stage).map((one) => {
    const { frame, picture, flip, oval } = one;
    const seen = oval ? ovalEdges(frame, oval, flip) : edgesIn(frame, stage.artwork, picture, flip);
    const head = within(one, seen);
    const body = edgesOfBody(one, stage.artwork);
    return body ? edgesAbout([head, body]) : head;
  });
  return edgesAbout(all);
}

/** The edges of what is drawn of an upright thing. */
function within({ across, frame, flip }: Placed, edges: Edges): Edges {
  if (!across) return edges;
  const [from, to] = across.map((u) => frame.x + frame.xx * (flip ? 1 - u : u)).sort((one, other) => one - other);
  return { ...edges, x0: Math.max(edges.x0, from!), x1: Math.min(edges.x1, to!) };
}

/** Centre and covariance of a thing, or of all of a group together, in pixels. */
export function spreadOf(placed: Placed, stage: Stage): Spread {
  const all = eachOf(placed, stage).map((one) => {
    const { frame, picture, flip, oval } = one;
    const head = oval ? ovalSpread(frame, oval, flip) : spreadIn(frame, stage.artwork, picture, flip);
    const body = edgesOfBody(one, stage.artwork);
    return body ? spreadWith(head, edgesOf(bareOf(one), stage), body) : head;
  });
  return mixtureOf(all.map((spread) => ({ spread, weight: 1 })));
}

/**
 * Where something sits or stands on a thing, in pixels; undefined of a group, of what is turned, and where the bundle
 * does not tell.
 */
export function seatOf(placed: Placed, { artwork }: Stage): { x: number; y: number } | undefined {
  const seat = placed.group || placed.each || isTurned(placed) ? undefined : artwork.seatOf(placed.picture);
  return seat && pointIn(placed, seat.x, seat.y);
}

/** Whether a thing is somebody, or an animal, and no mere thing. */
export function isFigure({ picture }: Pick<Placed, 'picture'>, { artwork }: Pick<Stage, 'artwork'>): boolean {
  return !artwork.isFaceless(picture);
}

/** Whether a thing does not stand as it is drawn. */
export function isTurned({ frame }: Placed): boolean {
  return frame.yx !== 0;
}

/** The thing after a map of the canvas. */
export function moved<T extends Placed>(placed: T, by: Frame): T {
  const each = placed.each?.map((frame) => mapped(frame, by));
  const paws = placed.paws?.map((paw) => ({ ...paw, frame: mapped(paw.frame, by) }));
  return { ...placed, frame: mapped(placed.frame, by), ...(each ? { each } : {}), ...(paws ? { paws } : {}) };
}

/** Copies of one thing as one. @param copies at least one */
export function asEach(copies: readonly Placed[]): Placed {
  const paws = copies.flatMap((copy) => copy.paws ?? []);
  return { ...copies[0]!, each: copies.map(({ frame }) => frame), ...(paws.length > 0 ? { paws } : {}) };
}

/**
 * Where the eyes of a thing have their middle, and where its head begins above them, in pixels; undefined where nobody
 * knows.
 */
export function eyesOf(
  { frame, picture, flip }: Pick<Placed, 'frame' | 'picture' | 'flip'>,
  { artwork }: Pick<Stage, 'artwork'>,
): { eyes: { x: number; y: number }; skull: { x: number; y: number } } | undefined {
  const head = artwork.headOf(picture);
  if (!head) return undefined;
  const x = flip ? 1 - head.x : head.x;
  return { eyes: pointAt(frame, x, head.y), skull: pointAt(frame, x, head.top) };
}

/** The thing elsewhere, by so many pixels. */
export const shifted = (placed: Placed, x: number, y: number): Placed => moved(placed, squareAt(x, y, 1));

/** The thing with so many pixels along its longer side; where it is then, is not told. */
export const withSide = (placed: Placed, side: number, stage: Stage): Placed =>
  moved(placed, squareAt(0, 0, side / longestOf(edgesOf(placed, stage))));

/** The thing mirrored where it is. */
export function mirrored(placed: Placed, stage: Stage): Placed {
  const flipped = { ...placed, flip: !placed.flip };
  return shifted(flipped, edgesOf(placed, stage).x0 - edgesOf(flipped, stage).x0, 0);
}

/**
 * A head reaches this much further from its eyes to one side than to the other, at most, as all of a body may lie
 * behind them: from the side, and where both eyes are seen.
 */
const MOST_BEHIND = { side: 1.7, front: 1.25 } as const;

/**
 * Where the head of what is no face is, in pixels, as if it were one: its eyes are where those of a face are. Undefined
 * for faces, and where nobody knows.
 */
export function headOf(
  { frame, picture, flip }: Pick<Placed, 'frame' | 'picture' | 'flip'>,
  { artwork, tables }: Stage,
): Edges | undefined {
  const head = artwork.isFace(picture) ? undefined : artwork.headOf(picture);
  if (!head) return undefined;
  const [before, behind] = [head.x - head.x0, head.x1 - head.x];
  const most = MOST_BEHIND[artwork.eyesOf(picture).length > 1 ? 'front' : 'side'];
  const half = Math.min(Math.max(before, behind), most * Math.min(before, behind));
  const middle = flip ? 1 - head.x : head.x;
  const height = (head.y - head.top) / tables.layouts.worn.face.eyes;
  return edgesBetween(pointAt(frame, middle - half, head.top), pointAt(frame, middle + half, head.top + height));
}
