import { LIMITS, LOCATION_STEPS } from '../basics/index.js';
import { type Draft, jointOf, WEARING, wornIn } from '../draft/index.js';
import type { Box, Edges } from '../latents/index.js';
import { isPlace } from '../memory/index.js';
import type { AskedThing } from '../words/index.js';
import type { Composition } from './composition.js';

/** Parts of its natural side: of what is asked to be small, and of what is not asked to be large beside what is. */
const SMALL = 0.55;
const SMALLER = 0.7;
/** Of what is alone: “a little slime” is said fondly, and nobody wants a speck. */
const SMALL_ALONE = 0.7;
/** Of several things that are all small; they stand nearer to each other, about the middle. */
const ALL_SMALL = 0.85;
/** How much what is large grows beside others, where there is room. */
const LARGER = 1.35;
/** Of what is worn, as it is to fit still. */
const WORN = { small: 0.7, large: 1.25 } as const;
/** Of its natural width and height, what is asked to be stout or slender: more would have it centred (`fitBox`). */
const SHAPED = { stout: { wide: 1.24, high: 0.88 }, slender: { wide: 0.8, high: 1.12 } } as const;
/** Part of the canvas that stays free at each edge. */
const MARGIN = 1 / 64;
/** Kinds of which each thing has a place for itself. */
const APART: ReadonlySet<string> = new Set(['count', 'list', 'beside']);
/** Of its natural side, what is asked to be small in something: smaller, nobody would see it. */
const SMALL_INSIDE = 0.75;

/** Who is called small for their age. */
const YOUNG: ReadonlySet<string> = new Set(['baby', 'child', 'boy', 'girl']);

/**
 * Boxes for things as large as they are asked to be beside each other.
 *
 * @param boxes the things' natural boxes, from back to front
 * @param objects the things as they are spoken of
 * @returns undefined where nothing is asked of sizes, or three stand to each other: each alone would lose touch
 */
export function boxesAsAsked(boxes: readonly Box[], { kind, objects, way }: Composition): Box[] | undefined {
  const isMany = objects.length > LIMITS.thingsTogether && kind !== 'list';
  const isAsked = objects.some(({ size, stature }) => (size ?? stature) !== undefined);
  if (!isAsked || isMany || jointOf({ kind, things: objects })) return undefined;
  const things = thingsOf(boxes, objects);
  if (things === undefined) return undefined;
  if (APART.has(kind) && objects.every(({ size }) => size === 'small')) {
    return boxes.map((box) => ({ label: box.label, ...scaled(box, ALL_SMALL, [0.5, 0.5]) }));
  }
  const edges = boxes.map(withoutLabel);
  const worn = new Map(wornIn({ kind, things: objects }).map(({ thing, wearer }) => [thing, wearer]));
  const sized = edges.map((box, at) => {
    const k = things[at]!;
    const wearer = worn.get(k);
    if (wearer !== undefined) {
      const on = edges[things.indexOf(wearer)]!;
      const along = scaled(box, factorOf(wearer, objects), anchorOf(on, wearer, kind));
      const own = objects[k]!.size;
      return own === undefined ? along : scaled(along, WORN[own], [middle(along), along.y1]);
    }
    // Who is in something stays within its opening.
    if (way === 'inside')
      return scaled(box, k === 1 && objects[k]!.size === 'small' ? SMALL_INSIDE : 1, [middle(box), box.y1]);
    const factor = factorOf(k, objects);
    return scaled(box, factor > 1 && !APART.has(kind) ? 1 : factor, anchorOf(box, k, kind));
  });
  const shaped = way === 'inside' ? sized : shapedBoxes(sized, { things, worn }, objects, kind);
  return shaped.map((box, at) => ({ label: boxes[at]!.label, ...box }));
}

/** Boxes of what is asked to be broader or narrower for its height; what it wears goes with it, as does what it has. */
function shapedBoxes(
  boxes: readonly Edges[],
  { things, worn }: { things: readonly number[]; worn: ReadonlyMap<number, number> },
  objects: readonly AskedThing[],
  kind: string,
): Edges[] {
  const all = [...boxes];
  for (const [at, k] of things.entries()) {
    const { stature } = objects[k]!;
    const old = all[at]!;
    if (stature === undefined || worn.has(k)) continue;
    const made = shaped(old, SHAPED[stature]);
    for (const [other, one] of all.entries()) {
      const isWorn = worn.get(things[other]!) === k;
      if (other === at) all[other] = made;
      else if (isWorn)
        all[other] = {
          ...goneWith(one, old, made),
          x0: acrossWith(one.x0, old, made),
          x1: acrossWith(one.x1, old, made),
        };
      else if (!APART.has(kind) && !isPlace(objects[things[other]!]!.names[0]!)) all[other] = goneWith(one, old, made);
    }
  }
  return all;
}

/** The box with other proportions on the same ground, or smaller where the canvas has no room. */
function shaped(box: Edges, { wide, high }: { wide: number; high: number }): Edges {
  const [width, height] = [wide * (box.x1 - box.x0), high * (box.y1 - box.y0)];
  const by = Math.min(1, (1 - 2 * MARGIN) / width, (1 - 2 * MARGIN) / height);
  const x = within(middle(box), by * width);
  const y = within((box.y0 + box.y1) / 2 + ((1 - high) * (box.y1 - box.y0)) / 2, by * height);
  return { x0: x - (by * width) / 2, y0: y - (by * height) / 2, x1: x + (by * width) / 2, y1: y + (by * height) / 2 };
}

/** The middle of what is so long, brought to where it is on the canvas. */
const within = (at: number, length: number) => Math.min(Math.max(at, MARGIN + length / 2), 1 - MARGIN - length / 2);

/** A box beside, on or before another that came elsewhere: its lower end stays at the same place of that. */
function goneWith(box: Edges, from: Edges, to: Edges): Edges {
  const x = acrossWith(middle(box), from, to) - middle(box);
  const y = to.y0 + ((box.y1 - from.y0) * (to.y1 - to.y0)) / (from.y1 - from.y0) - box.y1;
  return { x0: box.x0 + x, y0: box.y0 + y, x1: box.x1 + x, y1: box.y1 + y };
}

/** Where across another something is that came elsewhere with it. */
const acrossWith = (x: number, from: Edges, to: Edges): number =>
  to.x0 + ((x - from.x0) * (to.x1 - to.x0)) / (from.x1 - from.x0);

/** Of each box, the thing that its label names, each once; undefined where some have none. */
function thingsOf(boxes: readonly Box[], objects: readonly AskedThing[]): number[] | undefined {
  const free = new Set(objects.keys());
  const found = boxes.map(({ label }) => {
    const k = [...free].find((one) => objects[one]!.called === label || objects[one]!.names.includes(label));
    if (k !== undefined) free.delete(k);
    return k;
  });
  return found.every((k) => k !== undefined) && free.size === 0 ? (found as number[]) : undefined;
}

function factorOf(k: number, objects: readonly AskedThing[]): number {
  const { size, names, count } = objects[k]!;
  // A little girl is young, and no smaller than a flower.
  if (size === 'small' && objects.length > 1 && YOUNG.has(names[0]!)) return 1;
  if (size === 'small' && objects.length === 1) return count > 1 ? ALL_SMALL : SMALL_ALONE;
  if (size === 'small') return SMALL;
  const isAnyLarge = objects.some((one) => one.size === 'large');
  const isAllLarge = objects.every((one) => one.size === 'large');
  if (!isAnyLarge || isAllLarge) return 1;
  return size === 'large' ? LARGER : SMALLER;
}

/** What stays where it is when a thing shrinks or grows: where it touches the other, or what is towards the edge. */
function anchorOf(box: Edges, k: number, kind: string): [x: number, y: number] {
  const x = middle(box);
  const centre = (box.y0 + box.y1) / 2;
  if (APART.has(kind))
    return [outward(box.x0, box.x1, x), outward(box.y0, box.y1, kind === 'beside' ? box.y1 : centre)];
  if (kind === 'on') return [x, k === 0 ? box.y1 : box.y0];
  return [x, kind === 'in front of' || kind === WEARING ? box.y1 : centre];
}

/** The end that is towards the edge of the canvas, if one is. */
function outward(from: number, to: number, otherwise: number): number {
  const centre = (from + to) / 2;
  return centre < 0.4 ? from : centre > 0.6 ? to : otherwise;
}

/** The box larger or smaller, by no more than the canvas has room for. */
function scaled(box: Edges, by: number, [ax, ay]: readonly [number, number]): Edges {
  const room = [
    (ax - MARGIN) / (ax - box.x0),
    (1 - MARGIN - ax) / (box.x1 - ax),
    (ay - MARGIN) / (ay - box.y0),
    (1 - MARGIN - ay) / (box.y1 - ay),
  ].filter((most) => Number.isFinite(most) && most > 0);
  const factor = by <= 1 ? by : Math.max(1, Math.min(by, ...room));
  const along = (at: number, anchor: number) => anchor + (at - anchor) * factor;
  return { x0: along(box.x0, ax), y0: along(box.y0, ay), x1: along(box.x1, ax), y1: along(box.y1, ay) };
}

const middle = ({ x0, x1 }: Edges) => (x0 + x1) / 2;
const withoutLabel = ({ x0, y0, x1, y1 }: Box): Edges => ({ x0, y0, x1, y1 });

/** Parts of the canvas that a layout is shrunk to. What is small in a corner leaves much empty, and comes last. */
export const SIZES = [0.75, 0.55];
/** The corners, or the middle, that it is shrunk towards. */
const ANCHORS: readonly (readonly [x: number, y: number])[] = [
  [0.5, 0.5],
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

/**
 * The draft in a smaller size at other places: its boxes shrunk together, so that things keep standing as they do to
 * each other. That of a single thing lies where latents can have it, so that its code makes the very same picture.
 */
export function resized(draft: Draft, boxes: readonly Box[], size: number): Draft[] {
  const step = (at: number) => (boxes.length === 1 ? Math.round(at * LOCATION_STEPS) / LOCATION_STEPS : at);
  return ANCHORS.map(([x, y]) => {
    const along = (at: number, anchor: number) => step(anchor + (at - anchor) * size);
    return {
      ...draft,
      boxes: boxes.map((box) => ({
        label: box.label,
        x0: along(box.x0, x),
        y0: along(box.y0, y),
        x1: along(box.x1, x),
        y1: along(box.y1, y),
      })),
    };
  });
}
