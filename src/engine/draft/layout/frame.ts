import { clamp } from '../../latents/index.js';
import type { Artwork, Bounds } from '../../memory/index.js';
import { type Edges, edgesBetween, type Spread } from './geometry.js';

/**
 * Where a picture's square lies on the canvas, in pixels: the point (u, v) of the picture, mirrored already, is drawn
 * at (x + xx · u + xy · v, y + yx · u + yy · v).
 */
export interface Frame {
  x: number;
  y: number;
  xx: number;
  xy: number;
  yx: number;
  yy: number;
}

/** A map of the canvas onto itself, as a frame is of a picture. */
export type CanvasMap = Frame;

/** Part of its tight box that an ellipse fills. */
const ELLIPSE_FILLS = Math.PI / 4;

/** An upright square. */
export function squareAt(x: number, y: number, side: number): Frame {
  return { x, y, xx: side, xy: 0, yx: 0, yy: side };
}

/** Whether the picture lies on its side. */
export const isQuarterTurned = ({ xx, yy }: Frame): boolean => xx === 0 && yy === 0;

/** Whether the picture stands upright, or on its head, though it may be stretched. */
function isUpright({ xy, yx }: Frame): boolean {
  return xy === 0 && yx === 0;
}

/** A frame after a map of the canvas. */
export function mapped(frame: Frame, by: CanvasMap): Frame {
  const across = (x: number, y: number) => by.xx * x + by.xy * y;
  const down = (x: number, y: number) => by.yx * x + by.yy * y;
  return {
    x: by.x + across(frame.x, frame.y),
    y: by.y + down(frame.x, frame.y),
    xx: across(frame.xx, frame.yx),
    xy: across(frame.xy, frame.yy),
    yx: down(frame.xx, frame.yx),
    yy: down(frame.xy, frame.yy),
  };
}

/** The map of the canvas that brings a picture from one frame into another. */
export function mapBetween(from: Frame, to: Frame): CanvasMap {
  const determinant = from.xx * from.yy - from.xy * from.yx;
  const xx = (to.xx * from.yy - to.xy * from.yx) / determinant;
  const xy = (to.xy * from.xx - to.xx * from.xy) / determinant;
  const yx = (to.yx * from.yy - to.yy * from.yx) / determinant;
  const yy = (to.yy * from.xx - to.yx * from.xy) / determinant;
  return { x: to.x - xx * from.x - xy * from.y, y: to.y - yx * from.x - yy * from.y, xx, xy, yx, yy };
}

/** The point of the canvas where a point of the picture, mirrored already, is drawn. */
export function pointAt(frame: Frame, u: number, v: number): { x: number; y: number } {
  return { x: frame.x + frame.xx * u + frame.xy * v, y: frame.y + frame.yx * u + frame.yy * v };
}

/** The point of the canvas where a point of a picture as it is stored is drawn, both in parts of its side. */
export function pointIn(
  { frame, flip }: { frame: Frame; flip: boolean },
  x: number,
  y: number,
): { x: number; y: number } {
  return pointAt(frame, flip ? 1 - x : x, y);
}

/** The part of a frame that begins at a point of its picture, and is so wide and high, in parts of its side. */
export function frameWithin(frame: Frame, u: number, v: number, wide: number, high = wide): Frame {
  const { xx, xy, yx, yy } = frame;
  return { ...pointAt(frame, u, v), xx: wide * xx, xy: high * xy, yx: wide * yx, yy: high * yy };
}

/** Edges of all of a frame, however it is turned. */
export function edgesOfFrame(frame: Frame): Edges {
  const { x, y, xx, xy, yx, yy } = frame;
  return {
    x0: x + Math.min(0, xx) + Math.min(0, xy),
    y0: y + Math.min(0, yx) + Math.min(0, yy),
    x1: x + Math.max(0, xx) + Math.max(0, xy),
    y1: y + Math.max(0, yx) + Math.max(0, yy),
  };
}

/** The tight box of a picture, mirrored or not, in parts of its side. */
export function tightBox(artwork: Artwork, picture: number, flip: boolean): Bounds {
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  return flip ? [1 - x1, y0, 1 - x0, y1] : [x0, y0, x1, y1];
}

/** Centre and covariance in pixels of a picture drawn in a frame. */
export function spreadIn(frame: Frame, artwork: Artwork, picture: number, flip: boolean): Spread {
  const [u, v, uu, uv, vv] = momentsOf(artwork, picture, flip);
  const { xx, xy, yx, yy } = frame;
  return {
    ...pointAt(frame, u, v),
    xx: xx * xx * uu + 2 * xx * xy * uv + xy * xy * vv,
    xy: xx * yx * uu + (xx * yy + xy * yx) * uv + xy * yy * vv,
    yy: yx * yx * uu + 2 * yx * yy * uv + yy * yy * vv,
  };
}

function momentsOf(artwork: Artwork, picture: number, flip: boolean): ReturnType<Artwork['momentsOf']> {
  const [u, v, uu, uv, vv] = artwork.momentsOf(picture);
  return flip ? [1 - u, v, uu, -uv, vv] : [u, v, uu, uv, vv];
}

/**
 * Edges in pixels of what is drawn in a frame. Of a turned picture they are judged by its moments: how far it reaches
 * in a direction, in standard deviations of its alpha, lies between how far it reaches across and down when it stands
 * upright; and the more of its tight box it fills, the nearer it comes to the corners of that.
 */
export function edgesIn(frame: Frame, artwork: Artwork, picture: number, flip: boolean): Edges {
  const [u0, v0, u1, v1] = tightBox(artwork, picture, flip);
  if (isUpright(frame) || isQuarterTurned(frame)) return edgesBetween(pointAt(frame, u0, v0), pointAt(frame, u1, v1));
  const [u, v, uu, uv, vv] = momentsOf(artwork, picture, flip);
  const centre = pointAt(frame, u, v);
  const filled = artwork.areaOf(picture) / Math.max((u1 - u0) * (v1 - v0), 1e-9);
  const squareness = clamp((filled - ELLIPSE_FILLS) / (1 - ELLIPSE_FILLS), 0, 1);
  const reach = (a: number, b: number) => {
    // Furthest along (a, b) of the picture: reaches of its four sides, in deviations, blended by direction.
    const across = (a > 0 ? u1 - u : u - u0) / Math.sqrt(Math.max(uu, 1e-9));
    const down = (b > 0 ? v1 - v : v - v0) / Math.sqrt(Math.max(vv, 1e-9));
    const length = a * a + b * b;
    const blended = Math.sqrt((across * across * a * a + down * down * b * b) / Math.max(length, 1e-9));
    const round = blended * Math.sqrt(Math.max(a * a * uu + 2 * a * b * uv + b * b * vv, 0));
    const corner = (a > 0 ? a * (u1 - u) : a * (u0 - u)) + (b > 0 ? b * (v1 - v) : b * (v0 - v));
    return round + squareness * (corner - round);
  };
  const { xx, xy, yx, yy } = frame;
  return {
    x0: centre.x - reach(-xx, -xy),
    y0: centre.y - reach(-yx, -yy),
    x1: centre.x + reach(xx, xy),
    y1: centre.y + reach(yx, yy),
  };
}
