import type { Artwork, Bounds } from '../../memory/index.js';
import { type BodyBox, boxOfBody, type PosedBody } from '../bodies/index.js';
import type { Actor } from './actor.js';
import { type Frame, pointAt, tightBox } from './frame.js';
import { type Edges, edgesBetween, type Spread } from './geometry.js';

/** How much of a head lies over the upper end of its body, in parts of its length. */
const OVER = 0.06;

type Headed = Pick<Actor, 'picture' | 'flip' | 'body'>;

/** Whether a body is mirrored on the canvas. */
export const isBodyMirrored = ({ flip, body }: Headed): boolean => flip !== (body?.isMirrored ?? false);

/** Where the chin of a head is, and how long that is, in parts of the side of its picture, mirrored as it is drawn. */
function chinOf({ picture, flip }: Headed, artwork: Artwork): { x: number; y: number; length: number } {
  const [x0, y0, x1, y1] = tightBox(artwork, picture, flip);
  const length = Math.min(x1 - x0, y1 - y0);
  return { x: (x0 + x1) / 2, y: y1 - OVER * length, length };
}

/** A body's box as it is mirrored on the canvas. */
function boxIn(actor: Headed, body: PosedBody): BodyBox {
  const { x0, y0, x1, y1 } = boxOfBody(body);
  return isBodyMirrored(actor) ? { x0: -x1, y0, x1: -x0, y1 } : { x0, y0, x1, y1 };
}

/** The tight box of a head with its body, in parts of the side of its picture: some of that is beyond its square. */
export function boundsWithBody(actor: Headed, artwork: Artwork): Bounds {
  const [x0, y0, x1, y1] = tightBox(artwork, actor.picture, actor.flip);
  if (!actor.body) return [x0, y0, x1, y1];
  const chin = chinOf(actor, artwork);
  const box = boxIn(actor, actor.body);
  return [
    Math.min(x0, chin.x + chin.length * box.x0),
    Math.min(y0, chin.y + chin.length * box.y0),
    Math.max(x1, chin.x + chin.length * box.x1),
    Math.max(y1, chin.y + chin.length * box.y1),
  ];
}

/** The square that a body is drawn in, and whether it is mirrored there; undefined of who has none. */
export function bodyIn(
  actor: Headed & { frame: Frame },
  artwork: Artwork,
): { frame: Frame; flip: boolean } | undefined {
  if (!actor.body) return undefined;
  const { frame } = actor;
  const chin = chinOf(actor, artwork);
  const box = boxIn(actor, actor.body);
  const side = Math.max(box.x1 - box.x0, box.y1 - box.y0);
  const flip = isBodyMirrored(actor);
  const left = flip ? box.x1 - side : box.x0;
  const part = side * chin.length;
  return {
    frame: {
      ...pointAt(frame, chin.x + chin.length * left, chin.y + chin.length * box.y0),
      xx: part * frame.xx,
      xy: part * frame.xy,
      yx: part * frame.yx,
      yy: part * frame.yy,
    },
    flip,
  };
}

/** Edges of a body in pixels; undefined of who has none. */
export function edgesOfBody(actor: Headed & { frame: Frame }, artwork: Artwork): Edges | undefined {
  if (!actor.body) return undefined;
  const box = boxIn(actor, actor.body);
  const [one, other] = [spotOf(actor, [box.x0, box.y0], artwork), spotOf(actor, [box.x1, box.y1], artwork)];
  const [two, three] = [spotOf(actor, [box.x1, box.y0], artwork), spotOf(actor, [box.x0, box.y1], artwork)];
  const [a, b] = [edgesBetween(one, other), edgesBetween(two, three)];
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

/** A spot of the canvas by where it is beside the chin, in lengths of the head, to the right and down. */
function spotOf(
  actor: Headed & { frame: Frame },
  [x, y]: readonly [number, number],
  artwork: Artwork,
): { x: number; y: number } {
  const chin = chinOf(actor, artwork);
  return pointAt(actor.frame, chin.x + chin.length * x, chin.y + chin.length * y);
}

/** A spot of a body that is drawn to look to the left, on the canvas. */
export function bodySpot(
  actor: Headed & { frame: Frame },
  [x, y]: readonly [number, number],
  artwork: Artwork,
): { x: number; y: number } {
  return spotOf(actor, [isBodyMirrored(actor) ? -x : x, y], artwork);
}

/** The same thing without its body. */
export function bareOf<T extends Actor>(actor: T): T {
  const { body: _, ...bare } = actor;
  return bare as T;
}

/** Centre and covariance of a head and its body together, in pixels, as if each filled its box alike. */
export function spreadWith(head: Spread, own: Edges, body: Edges): Spread {
  const [area, other] = [own, body].map(({ x0, y0, x1, y1 }) => (x1 - x0) * (y1 - y0)) as [number, number];
  const part = other / (area + other);
  const its: Spread = {
    x: (body.x0 + body.x1) / 2,
    y: (body.y0 + body.y1) / 2,
    xx: ((body.x1 - body.x0) / 4) ** 2,
    xy: 0,
    yy: ((body.y1 - body.y0) / 4) ** 2,
  };
  const mean = (of: (one: Spread) => number) => (1 - part) * of(head) + part * of(its);
  const [x, y] = [mean((one) => one.x), mean((one) => one.y)];
  return {
    x,
    y,
    xx: mean((one) => one.xx + (one.x - x) ** 2),
    xy: mean((one) => one.xy + (one.x - x) * (one.y - y)),
    yy: mean((one) => one.yy + (one.y - y) ** 2),
  };
}
