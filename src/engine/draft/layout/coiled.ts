import type { Actor } from './actor.js';
import { faceOf } from './costumed.js';
import { ellipseOf, heightOf, middleOf, widthOf } from './geometry.js';
import { whole } from './into-canvas.js';
import { marked, markIn } from './marks.js';
import { turnAbout } from './pair.js';
import { edgesOf, isFigure, moved, type Paw, type Placed, type Stage, shifted, spreadOf, withSide } from './placed.js';
import type { Unit } from './units.js';

/** What is so much longer than wide stands on end, and has more coils about it, in parts of its width. */
const LONG = 1.9;
/**
 * Coils about a thing that is long, and about any other: how many, how wide beside it, how far apart in parts of their
 * width, how far the lowest reaches below it, in parts of its height, and how wide the head is beside them.
 */
const COILS = {
  long: { count: 3, wide: 1.9, apart: 0.5, below: -0.1, head: 0.56 },
  other: { count: 1, wide: 1.7, apart: 0, below: 0.12, head: 0.54 },
} as const;
/** How high a coil is beside its width: it is seen from a little above. */
const FLAT = 0.5;
/** Where the middle of the head is on the uppermost coil, in parts of that, and how much of the head is above it. */
const HEAD = { across: 0.1, above: 0.78 } as const;

/** Who is curled around a thing: that stands in the coils of a body, on whose upper end is the head. */
export function coiled(first: Actor, second: Actor, isMirrored: boolean, stage: Stage): Unit {
  const core = onEnd(whole(second, stage), stage);
  const edges = edgesOf(core, stage);
  const rule = COILS[heightOf(edges) > LONG * widthOf(edges) ? 'long' : 'other'];
  const width = rule.wide * widthOf(edges);
  const high = FLAT * width;
  const bottom = edges.y1 + rule.below * heightOf(edges);
  const by = headOf(first, stage);
  const coilAt = (k: number) => ({ x: middleOf(edges) - width / 2, y: bottom - high - k * rule.apart * width });
  const coils = Array.from({ length: rule.count }, (_, k) => coilAt(k));
  const flipped = (paw: Paw): Paw => (isMirrored ? { ...paw, flip: true } : paw);
  const behind = coils.map(({ x, y }): Paw => ({ ...markIn('ring', by, x, y, width, high), isBehind: true }));
  const before = coils.map(({ x, y }) => markIn('coil', by, x, y, width, high));
  const tail = flipped(markIn('tail', by, coils[0]!.x, coils[0]!.y, width, high));
  const top = coils.at(-1)!;
  const sized = withSide(by, rule.head * width, stage);
  const own = edgesOf(sized, stage);
  const across = top.x + (isMirrored ? 1 - HEAD.across : HEAD.across) * width;
  const head = shifted(sized, across - middleOf(own), top.y + high / 2 - HEAD.above * heightOf(own) - own.y0);
  return [
    { at: 1, placed: marked(core, [...behind, ...before, tail]) },
    { at: 0, placed: head },
  ];
}

/** The head alone of who is drawn whole. */
function headOf(actor: Actor, stage: Stage): Placed {
  const placed = whole(actor, stage);
  if (stage.artwork.isFace(actor.picture)) return placed;
  const oval = faceOf(placed, stage);
  return oval ? { ...placed, oval: { ...oval, isBare: true } } : placed;
}

/** What is long, on its end. */
function onEnd(placed: Placed, stage: Stage): Placed {
  if (isFigure(placed, stage) || placed.group) return placed;
  const spread = spreadOf(placed, stage);
  const { major, minor, angle } = ellipseOf(spread);
  const slope = angle > 90 ? angle - 180 : angle;
  if (major < LONG * minor) return placed;
  return moved(placed, turnAbout(spread, slope > 0 ? 90 - slope : -90 - slope));
}
