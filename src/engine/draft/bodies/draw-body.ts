import { apart, colourAt, commonest, eachPixel, lumaOf, OPAQUE, type Raster, type Rgb } from '../expressions/index.js';
import { furOf, type Manner, type Paw } from '../paws/index.js';
import {
  type BodyBox,
  boxAbout,
  boxOfBody,
  boxOfShape,
  type Part,
  type PosedBody,
  partsOf,
  type Shape,
  type Tint,
} from './poses.js';

/** The colours that a body is drawn in. */
export type BodyLook = Readonly<Record<Tint, Rgb>>;

/** Side of the picture in pixels. */
const SIZE = 128;
/** How wide an edge is, in lengths of the head, and how dark beside what it is about. */
const EDGE = {
  lines: { width: 0.055, share: 0.2 },
  shade: { width: 0.035, share: 0.74 },
  plain: { width: 0.04, share: 0.72 },
} as const satisfies Readonly<Record<Manner, { width: number; share: number }>>;
/** How much lighter a part is at its upper left than at its lower right, where it has shades. */
const SHADES = [1.1, 0.84] as const;
/** Edges of darker colours than this would not be seen: they are so much lighter instead. */
const DARK = 0.16;
const LIGHTER = 0.16;
/** Colours are told apart in so many steps, to find the commonest. */
const STEPS = 10;
/** How far the belly of an animal is on the way from its fur to white. */
const PALER = 0.5;
/** Clothes that go with any head, and what is worn below each. */
const CLOTHES: readonly Rgb[] = [
  [0.22, 0.5, 0.86],
  [0.88, 0.3, 0.3],
  [0.28, 0.66, 0.47],
  [0.55, 0.4, 0.78],
  [0.95, 0.62, 0.2],
  [0.18, 0.62, 0.68],
];
const TROUSERS: readonly Rgb[] = [
  [0.23, 0.27, 0.42],
  [0.3, 0.34, 0.42],
  [0.42, 0.34, 0.3],
];
const SHOES: Rgb = [0.3, 0.22, 0.2];
const PALE: Rgb = [0.9, 0.9, 0.9];
/** Legs and feet of who wears nothing beside the rest. */
const SHADED = [0.86, 0.7] as const;
/** So near the colour of a head clothes would be lost. */
const NEAR = 0.16;
/** The lower end of who is drawn with shoulders shows their clothes, in parts of the tight box. */
const SHOULDERS = { x0: 0.12, x1: 0.88, y0: 0.9, y1: 0.985 } as const;

type Box = readonly [number, number, number, number];

/**
 * The colours of the body that goes with a head: of fur and its belly, or of skin and clothes.
 * @param box tight box of the head's picture, in parts of its side
 */
export function lookOfBody(raster: Raster, box: Box, { build, clothes, showsClothes }: PosedBody): BodyLook {
  const fur = furOf(raster, box, build === 'animal') ?? PALE;
  if (build === 'bare') return inShades(fur);
  const shown = build === 'bust' || showsClothes ? commonestIn(raster, box) : undefined;
  const start = clothes % CLOTHES.length;
  const free = [...CLOTHES.slice(start), ...CLOTHES.slice(0, start)].find((one) => apart(one, fur) > NEAR);
  const worn = shown ?? free ?? CLOTHES[start]!;
  const trousers = TROUSERS[clothes % TROUSERS.length]!;
  return {
    fur,
    skin: fur,
    belly: [0, 1, 2].map((c) => fur[c]! + PALER * (1 - fur[c]!)) as unknown as Rgb,
    clothes: worn,
    trousers: apart(trousers, worn) > NEAR ? trousers : TROUSERS[(clothes + 1) % TROUSERS.length]!,
    shoes: SHOES,
    cover: worn,
  };
}

/** All of a body in one colour, of which each part has a shade. */
function inShades(fur: Rgb): BodyLook {
  const [dark, darker] = SHADED.map((part): Rgb => [fur[0] * part, fur[1] * part, fur[2] * part]) as [Rgb, Rgb];
  return { fur, skin: fur, belly: fur, clothes: fur, trousers: dark, shoes: darker, cover: dark };
}

function commonestIn(raster: Raster, [x0, y0, x1, y1]: Box): Rgb | undefined {
  const { size, rgba } = raster;
  const found: Rgb[] = [];
  const across = (part: number) => size * (x0 + part * (x1 - x0));
  const down = (part: number) => size * (y0 + part * (y1 - y0));
  const area = [across(SHOULDERS.x0), down(SHOULDERS.y0), across(SHOULDERS.x1), down(SHOULDERS.y1)] as const;
  eachPixel(size, area, (_x, _y, p) => {
    if (rgba[4 * p + 3]! >= OPAQUE) found.push(colourAt(raster, p));
  });
  return commonest(found, STEPS);
}

/**
 * Draws a body into a square, whose longer side its box fills, from its upper left.
 * @returns the picture, of which a length of the head is `SIZE / longer side of the box`
 */
export function drawBody(body: PosedBody, look: BodyLook, manner: Manner): Paw {
  const box = boxOfBody(body);
  const scale = SIZE / Math.max(box.x1 - box.x0, box.y1 - box.y0);
  const colours = new Float32Array(3 * SIZE * SIZE);
  const alpha = new Float32Array(SIZE * SIZE);
  for (const part of partsOf(body)) drawPart({ colours, alpha, box, scale, manner }, part, look[part.tint]);
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  for (let p = 0; p < SIZE * SIZE; p++) rgba[4 * p + 3] = Math.round(255 * alpha[p]!);
  return { colours, rgba, size: SIZE };
}

/** What is drawn into, and how: lengths of the head begin at the upper left of the box. */
interface Sheet {
  colours: Float32Array;
  alpha: Float32Array;
  box: BodyBox;
  scale: number;
  manner: Manner;
}

function drawPart({ colours, alpha, box, scale, manner }: Sheet, { shapes }: Part, tint: Rgb): void {
  const own = boxAbout(shapes.map(boxOfShape));
  const edge = EDGE[manner];
  const line = edgeColour(tint, edge.share);
  const area = [own.x0 - box.x0, own.y0 - box.y0, own.x1 - box.x0, own.y1 - box.y0].map((at) => at * scale);
  eachPixel(SIZE, [area[0]! - 1, area[1]! - 1, area[2]! + 1, area[3]! + 1], (px, py, p) => {
    const [x, y] = [px / scale + box.x0, py / scale + box.y0];
    const beyond = Math.min(...shapes.map((shape) => distanceTo(shape, x, y)));
    const share = Math.min(Math.max(0.5 - beyond * scale, 0), 1);
    if (share === 0) return;
    const isLine = Math.min(Math.max(0.5 + (beyond + edge.width) * scale, 0), 1);
    const lit = manner === 'shade' ? SHADES[0] + (SHADES[1] - SHADES[0]) * litAt(own, x, y) : 1;
    const below = alpha[p]! * (1 - share);
    const all = share + below;
    for (let c = 0; c < 3; c++) {
      const fill = Math.min(tint[c]! * lit, 1);
      const top = fill + isLine * (line[c]! - fill);
      colours[3 * p + c] = (share * top + below * colours[3 * p + c]!) / all;
    }
    alpha[p] = all;
  });
}

/** How far a spot is from the light, 0–1. */
function litAt({ x0, y0, x1, y1 }: BodyBox, x: number, y: number): number {
  return (0.35 * (x - x0)) / (x1 - x0) + (0.65 * (y - y0)) / (y1 - y0);
}

function edgeColour(tint: Rgb, part: number): Rgb {
  if (lumaOf(tint) < DARK) return [tint[0] + LIGHTER, tint[1] + LIGHTER, tint[2] + LIGHTER];
  return [tint[0] * part, tint[1] * part, tint[2] * part];
}

/** How far a spot is outside a shape, in lengths of the head. */
function distanceTo(shape: Shape, x: number, y: number): number {
  switch (shape.kind) {
    case 'limb': {
      const [ax, ay] = shape.from;
      const [dx, dy] = [shape.to[0] - ax, shape.to[1] - ay];
      const along = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1);
      const thick = shape.thick[0] + along * (shape.thick[1] - shape.thick[0]);
      return Math.hypot(x - ax - along * dx, y - ay - along * dy) - thick;
    }
    case 'oval': {
      const [u, v] = [(x - shape.at[0]) / shape.radii[0], (y - shape.at[1]) / shape.radii[1]];
      const far = Math.hypot(u, v);
      const steep = Math.hypot(u / shape.radii[0], v / shape.radii[1]);
      return steep === 0 ? -Math.min(...shape.radii) : (far * (far - 1)) / steep;
    }
    default:
      return toCorners(shape.at, x, y) - shape.round;
  }
}

/** How far a spot is outside a polygon. */
function toCorners(at: readonly (readonly [number, number])[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  let isInside = false;
  for (const [k, [bx, by]] of at.entries()) {
    const [ax, ay] = at[(k + at.length - 1) % at.length]!;
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1);
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy));
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  }
  return isInside ? -least : least;
}
