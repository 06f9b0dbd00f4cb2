/** What bodies are drawn of, in lengths of the head: the origin is the middle of the chin, x to the right, y down. */

import type { Edges } from '../../latents/index.js';

/**
 * An animal's body, somebody's, what is below the shoulders of who is drawn with them, and that of who wears nothing,
 * as robots and aliens; no more than arms and legs, of a thing that does something.
 */
export type Build = 'animal' | 'person' | 'bust' | 'bare' | 'limbs';

/** What is drawn in one colour; of what somebody does something with `gear` is of metal, and `bright` is painted. */
export type Tint =
  | 'fur'
  | 'belly'
  | 'skin'
  | 'clothes'
  | 'trousers'
  | 'shoes'
  | 'cover'
  | 'gear'
  | 'bright'
  | 'ball'
  | 'steel'
  | 'hilt';

export type Spot = readonly [x: number, y: number];

/** A limb from one end to the other, each end as thick as it says; an ellipse; or corners that are rounded. */
export type Shape =
  | { kind: 'limb'; from: Spot; to: Spot; thick: readonly [number, number] }
  | { kind: 'oval'; at: Spot; radii: Spot }
  | { kind: 'corners'; at: readonly Spot[]; round: number };

/** One part of a body, all of one piece; parts are drawn from back to front. */
export interface Part {
  tint: Tint;
  shapes: readonly Shape[];
}

/** Where a body lies, in lengths of the head. */
export type BodyBox = Readonly<Edges>;

const stretch = (from: Spot, to: Spot, first: number, last = first): Shape => ({
  kind: 'limb',
  from,
  to,
  thick: [first, last],
});
export const limb = (tint: Tint, from: Spot, to: Spot, first: number, last = first): Part => ({
  tint,
  shapes: [stretch(from, to, first, last)],
});
export const oval = (tint: Tint, at: Spot, radii: Spot): Part => ({ tint, shapes: [{ kind: 'oval', at, radii }] });
export const corners = (tint: Tint, at: readonly Spot[], round: number): Part => ({
  tint,
  shapes: [{ kind: 'corners', at, round }],
});
/** Parts of one tint as one piece. */
export const joined = (...parts: readonly Part[]): Part => ({
  tint: parts[0]!.tint,
  shapes: parts.flatMap(({ shapes }) => shapes),
});
export const mirrored = ([x, y]: Spot): Spot => [-x, y];

/** A part whose spots are elsewhere. */
export function mapped({ tint, shapes }: Part, to: (spot: Spot) => Spot): Part {
  const moved = shapes.map((shape): Shape => {
    if (shape.kind === 'oval') return { ...shape, at: to(shape.at) };
    if (shape.kind === 'limb') return { ...shape, from: to(shape.from), to: to(shape.to) };
    return { ...shape, at: shape.at.map(to) };
  });
  return { tint, shapes: moved };
}

/** The same on both sides. */
export const both = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, mapped(part, mirrored)]);

/** What limbs are made of: sleeves and hands, legs and shoes, or fur throughout. */
export interface Tints {
  body: Tint;
  leg: Tint;
  hand: Tint;
  foot: Tint;
}
export const CLOTHED: Tints = { body: 'clothes', leg: 'trousers', hand: 'skin', foot: 'shoes' };
export const TINTS: Readonly<Record<Build, Tints>> = {
  animal: { body: 'fur', leg: 'fur', hand: 'fur', foot: 'fur' },
  person: CLOTHED,
  bare: CLOTHED,
  bust: CLOTHED,
  limbs: { body: 'trousers', leg: 'trousers', hand: 'trousers', foot: 'shoes' },
};

/** Hip, knee, ankle and the middle of the foot. */
export type Leg = readonly [Spot, Spot, Spot, Spot];

/** A leg: from the hip over the knee to the foot, which points to the left. */
export function leg({ leg: own, foot }: Tints, [hip, knee, ankle, toes]: Leg): Part[] {
  const drawn = joined(limb(own, hip, knee, 0.16, 0.14), limb(own, knee, ankle, 0.13, 0.11));
  const shoe = oval(foot, toes, [0.19, 0.1]);
  return own === foot ? [joined(drawn, shoe)] : [drawn, shoe];
}

/** The box about a shape. */
export function boxOfShape(shape: Shape): BodyBox {
  const about = (spots: readonly Spot[], radii: readonly Spot[]): BodyBox => ({
    x0: Math.min(...spots.map(([x], k) => x - radii[k]![0])),
    y0: Math.min(...spots.map(([, y], k) => y - radii[k]![1])),
    x1: Math.max(...spots.map(([x], k) => x + radii[k]![0])),
    y1: Math.max(...spots.map(([, y], k) => y + radii[k]![1])),
  });
  if (shape.kind === 'oval') return about([shape.at], [shape.radii]);
  if (shape.kind === 'limb')
    return about(
      [shape.from, shape.to],
      shape.thick.map((thick): Spot => [thick, thick]),
    );
  return about(
    shape.at,
    shape.at.map(() => [shape.round, shape.round]),
  );
}
