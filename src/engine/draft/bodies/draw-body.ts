import { edgesAbout } from '../../latents/index.js';
import {
  apart,
  type Distance,
  eachPixel,
  type Point,
  type Raster,
  type Rgb,
  toCone,
  toPath,
} from '../expressions/index.js';
import { commonestOf, edgeColour, furOf, type Manner, type Paw } from '../paws/index.js';
import { type BodyBox, boxOfShape, type Part, type Shape, type Tint } from './parts.js';
import { type Attire, boxOfBody, type PosedBody, partsOf } from './poses.js';

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
/** Edges of darker colours would not be seen. */
const FAINT = { below: 0.16, lighter: 0.16 } as const;
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
const STEEL: Rgb = [0.74, 0.78, 0.84];
/** What somebody is known by, in the colours of its parts. */
const ATTIRES: Readonly<Record<Attire, Partial<BodyLook>>> = {
  armour: {
    clothes: STEEL,
    trousers: [0.6, 0.64, 0.71],
    shoes: [0.42, 0.46, 0.53],
    skin: [0.6, 0.64, 0.71],
    cover: STEEL,
  },
  'space suit': {
    clothes: [0.93, 0.94, 0.96],
    trousers: [0.84, 0.86, 0.9],
    shoes: [0.4, 0.44, 0.52],
    skin: [0.84, 0.86, 0.9],
  },
  black: { clothes: [0.19, 0.2, 0.25], trousers: [0.15, 0.16, 0.2], shoes: [0.1, 0.1, 0.13] },
  pirate: { clothes: [0.72, 0.16, 0.2], trousers: [0.2, 0.2, 0.26], shoes: [0.13, 0.11, 0.12] },
  robe: { clothes: [0.36, 0.27, 0.62], trousers: [0.31, 0.23, 0.54], shoes: [0.2, 0.16, 0.34] },
  hides: { clothes: [0.55, 0.38, 0.24], trousers: [0.4, 0.29, 0.21], shoes: [0.28, 0.2, 0.15] },
  royal: { clothes: [0.56, 0.16, 0.38], trousers: [0.46, 0.12, 0.32], shoes: [0.85, 0.66, 0.2] },
  red: { clothes: [0.83, 0.18, 0.2], trousers: [0.72, 0.15, 0.18], shoes: [0.16, 0.15, 0.17] },
  navy: { clothes: [0.16, 0.24, 0.45], trousers: [0.13, 0.18, 0.34], shoes: [0.1, 0.1, 0.13] },
  white: { clothes: [0.95, 0.95, 0.95], trousers: [0.3, 0.34, 0.42], shoes: [0.2, 0.2, 0.22] },
};
const PALE: Rgb = [0.9, 0.9, 0.9];
/** What somebody does something with, of metal, painted, and a ball. */
const GEAR = {
  gear: [0.36, 0.4, 0.46],
  bright: [0.86, 0.2, 0.22],
  ball: [0.97, 0.97, 0.97],
  steel: [0.78, 0.82, 0.88],
  hilt: [0.55, 0.36, 0.2],
} as const satisfies Partial<Record<Tint, Rgb>>;
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
export function lookOfBody(raster: Raster, box: Box, { build, clothes, showsClothes, attire }: PosedBody): BodyLook {
  const fur = furOf(raster, box, build === 'animal') ?? PALE;
  if (build === 'bare' || build === 'limbs') return inShades(fur);
  const shown = build === 'bust' || showsClothes ? commonestOf(raster, box, SHOULDERS) : undefined;
  const start = clothes % CLOTHES.length;
  const free = [...CLOTHES.slice(start), ...CLOTHES.slice(0, start)].find((one) => apart(one, fur) > NEAR);
  const worn = shown ?? free ?? CLOTHES[start]!;
  const trousers = TROUSERS[clothes % TROUSERS.length]!;
  const suit = attire ? ATTIRES[attire] : build === 'bust' ? suitOf(worn) : {};
  return {
    fur,
    skin: fur,
    belly: [0, 1, 2].map((c) => fur[c]! + PALER * (1 - fur[c]!)) as unknown as Rgb,
    clothes: worn,
    trousers: apart(trousers, worn) > NEAR ? trousers : TROUSERS[(clothes + 1) % TROUSERS.length]!,
    shoes: SHOES,
    cover: worn,
    ...suit,
    ...GEAR,
  };
}

/** Who is drawn in what they wear has all of it of one piece. */
const suitOf = (worn: Rgb): Partial<BodyLook> => ({
  trousers: shaded(worn, SHADED[0]),
  shoes: shaded(worn, SHADED[1]),
});

const shaded = (colour: Rgb, part: number): Rgb => [colour[0] * part, colour[1] * part, colour[2] * part];

/** All of a body in one colour, of which each part has a shade. */
function inShades(fur: Rgb): BodyLook {
  const [dark, darker] = SHADED.map((part) => shaded(fur, part)) as [Rgb, Rgb];
  return { fur, skin: fur, belly: fur, clothes: fur, trousers: dark, shoes: darker, cover: dark, ...GEAR };
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
  const own = edgesAbout(shapes.map(boxOfShape));
  const distances = shapes.map(distanceFrom);
  const edge = EDGE[manner];
  const line = edgeColour(tint, edge.share, FAINT);
  const area = [own.x0 - box.x0, own.y0 - box.y0, own.x1 - box.x0, own.y1 - box.y0].map((at) => at * scale);
  eachPixel(SIZE, [area[0]! - 1, area[1]! - 1, area[2]! + 1, area[3]! + 1], (px, py, p) => {
    const [x, y] = [px / scale + box.x0, py / scale + box.y0];
    const beyond = Math.min(...distances.map((distance) => distance(x, y)));
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

/** How far spots are outside a shape, in lengths of the head. */
function distanceFrom(shape: Shape): Distance {
  switch (shape.kind) {
    case 'limb': {
      const [one, other] = [
        { at: shape.from, radius: shape.thick[0] },
        { at: shape.to, radius: shape.thick[1] },
      ];
      return (x, y) => toCone(one, other, x, y);
    }
    case 'oval': {
      const { at, radii } = shape;
      return (x, y) => {
        const [u, v] = [(x - at[0]) / radii[0], (y - at[1]) / radii[1]];
        const far = Math.hypot(u, v);
        const steep = Math.hypot(u / radii[0], v / radii[1]);
        return steep === 0 ? -Math.min(...radii) : (far * (far - 1)) / steep;
      };
    }
    default: {
      const closed = [...shape.at, shape.at[0]!];
      return (x, y) => (isWithin(shape.at, x, y) ? -1 : 1) * toPath(closed, x, y) - shape.round;
    }
  }
}

/** Whether a spot is in a polygon. */
function isWithin(at: readonly Point[], x: number, y: number): boolean {
  let isInside = false;
  for (const [k, [bx, by]] of at.entries()) {
    const [ax, ay] = at[(k + at.length - 1) % at.length]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  }
  return isInside;
}
