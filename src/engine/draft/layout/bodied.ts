import type { Artwork, Bounds } from '../../memory/index.js';
import { type BodyBox, boxOfBody, garmentOf, inGarment, type PosedBody, type Spot } from '../bodies/index.js';
import type { Actor } from './actor.js';
import { edgesOfFrame, type Frame, frameWithin, pointAt, squareAt, tightBox } from './frame.js';
import { type Edges, mixtureOf, type Spread, spreadOfBox } from './geometry.js';
import { ovalEdges } from './oval.js';

/** How much of a head lies over the upper end of its body, in parts of its length. */
const OVER = 0.06;

type Headed = Pick<Actor, 'picture' | 'flip' | 'body' | 'oval'>;

/** Whether a body is mirrored on the canvas. */
export const isBodyMirrored = ({ flip, body }: Headed): boolean => flip !== (body?.isMirrored ?? false);

/** The tight box of what is seen of a head, mirrored as it is drawn. */
function headBox({ picture, flip, oval }: Headed, artwork: Artwork): Bounds {
  if (!oval) return tightBox(artwork, picture, flip);
  const { x0, y0, x1, y1 } = ovalEdges(squareAt(0, 0, 1), oval, flip);
  return [x0, y0, x1, y1];
}

/** Where the chin of a head is, and how long that is, in parts of the side of its picture, mirrored as it is drawn. */
function chinOf(actor: Headed, artwork: Artwork): { x: number; y: number; length: number } {
  const [x0, y0, x1, y1] = headBox(actor, artwork);
  const length = Math.min(x1 - x0, y1 - y0);
  const middle = actor.body?.build === 'limbs' ? massOf(actor, artwork) : (x0 + x1) / 2;
  return { x: middle, y: y1 - OVER * length, length };
}

/** Where most of a thing is: a cup has its handle aside. */
function massOf({ picture, flip }: Headed, artwork: Artwork): number {
  const [x] = artwork.momentsOf(picture);
  return flip ? 1 - x : x;
}

/** Half of how broad a thing is that fills its square evenly, in its standard deviations. */
const EVENLY = 1.65;

/** How much further to either side of its middle than a head a thing reaches, in lengths of the head. */
export function broadOf(picture: number, artwork: Artwork): number {
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  const [, , across] = artwork.momentsOf(picture);
  return Math.max(0, (EVENLY * Math.sqrt(across)) / Math.min(x1 - x0, y1 - y0) - 0.5);
}

/** A body's box as it is mirrored on the canvas. */
function boxIn(actor: Headed, body: PosedBody): BodyBox {
  const { x0, y0, x1, y1 } = boxOfBody(body);
  return isBodyMirrored(actor) ? { x0: -x1, y0, x1: -x0, y1 } : { x0, y0, x1, y1 };
}

/** The tight box of a head with its body, in parts of the side of its picture: some of that is beyond its square. */
export function boundsWithBody(actor: Headed, artwork: Artwork): Bounds {
  const [x0, y0, x1, y1] = headBox(actor, artwork);
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
  const { x, y, length } = chin;
  return { frame: frameWithin(frame, x + length * left, y + length * box.y0, length * side), flip };
}

/** Edges of a body in pixels; undefined of who has none. */
export function edgesOfBody(actor: Headed & { frame: Frame }, artwork: Artwork): Edges | undefined {
  if (!actor.body) return undefined;
  const { x, y, length } = chinOf(actor, artwork);
  const { x0, y0, x1, y1 } = boxIn(actor, actor.body);
  return edgesOfFrame(
    frameWithin(actor.frame, x + length * x0, y + length * y0, length * (x1 - x0), length * (y1 - y0)),
  );
}

/** A spot of a body that is drawn to look to the left, on the canvas. */
export function bodySpot(
  actor: Headed & { frame: Frame },
  [x, y]: readonly [number, number],
  artwork: Artwork,
): { x: number; y: number } {
  const chin = chinOf(actor, artwork);
  return pointAt(actor.frame, chin.x + chin.length * (isBodyMirrored(actor) ? -x : x), chin.y + chin.length * y);
}

/** Where a point of the canvas is, in lengths of the head, as `bodySpot` has it. */
export function inBody(actor: Headed & { frame: Frame }, point: { x: number; y: number }, artwork: Artwork): Spot {
  const { x, y, length } = chinOf(actor, artwork);
  const chin = pointAt(actor.frame, x, y);
  const unit = length * actor.frame.xx;
  const across = (point.x - chin.x) / unit;
  return [isBodyMirrored(actor) ? -across : across, (point.y - chin.y) / unit];
}

/** How high beside its width a picture's tight box is. */
export const shapeOf = (picture: number, artwork: Artwork): number => {
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  return (y1 - y0) / (x1 - x0);
};

/** A garment as a body wears it. */
export const garmentAs = ({ thing, picture }: Actor, artwork: Artwork) =>
  garmentOf(thing, artwork.slugOf(picture), shapeOf(picture, artwork));

/** The frame in which the picture of a garment is before the body that is in it; undefined before any other. */
export function frameOnBody(wearer: Headed & { frame: Frame }, worn: Actor, artwork: Artwork): Frame | undefined {
  const garment = wearer.body?.garment;
  if (garment?.thing !== worn.thing) return undefined;
  const { x, y, length } = chinOf(wearer, artwork);
  const [u0, v0, u1] = tightBox(artwork, worn.picture, worn.flip);
  const [left, top] = inGarment(garment, [0, 0]);
  const side = garment.width / (u1 - u0);
  return frameWithin(wearer.frame, x + length * (left - side * u0), y + length * (top - side * v0), length * side);
}

/** The same thing without its body. */
export function bareOf<T extends Actor>(actor: T): T {
  const { body: _, ...bare } = actor;
  return bare as T;
}

/** Centre and covariance of a head and its body together, in pixels, as if each filled its box alike. */
export function spreadWith(head: Spread, own: Edges, body: Edges): Spread {
  const areaOf = ({ x0, y0, x1, y1 }: Edges) => (x1 - x0) * (y1 - y0);
  return mixtureOf([
    { spread: head, weight: areaOf(own) },
    { spread: spreadOfBox(body, 1), weight: areaOf(body) },
  ]);
}
