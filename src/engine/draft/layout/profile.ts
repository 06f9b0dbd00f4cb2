import type { Actor } from './actor.js';
import type { Fitting } from './fitting.js';
import { pointIn } from './frame.js';
import { marked, stroke } from './marks.js';
import { eyesOf, type Placed, type Stage } from './placed.js';

/** What is worn on both sides of a head, of which one is seen on a head in profile. */
const TWO_SIDED = /(?:glasses|goggles|headphones)$/;

/** A head in profile. */
interface Profile {
  /** To the left, or to the right. */
  looks: -1 | 1;
  /** Its one eye, and how far that reaches, in pixels. */
  eye: { x: number; y: number; reach: number };
}

/** The head that shows one side of what is worn; undefined where it shows both, or nobody knows. */
export function profileFor({ thing }: Actor, wearer: Placed, stage: Stage): Profile | undefined {
  const { frame, flip, picture } = wearer;
  const [eye] = stage.artwork.eyesOf(picture);
  const looks = TWO_SIDED.test(thing) ? looksAside(wearer, stage) : 0;
  if (!eye || looks === 0) return undefined;
  const at = pointIn({ frame, flip }, eye.x, eye.y);
  return { looks, eye: { ...at, reach: Math.max(eye.across, eye.down) * frame.yy } };
}

/** Where a head looks of which one eye is known: to the left or the right, and 0 at us, or where nobody knows. */
export function looksAside(wearer: Placed, stage: Stage): -1 | 0 | 1 {
  const { frame, picture } = wearer;
  const { artwork } = stage;
  // One who is no animal winks, unless they were looked up.
  const isProfile = artwork.isAnimal(picture) || artwork.sideOf(picture) !== undefined;
  const isAside = artwork.eyesOf(picture).length === 1 && frame.yx === 0 && isProfile;
  return isAside ? profileSide(wearer, stage) : 0;
}

/** From so far beside the middle of all its mass, in parts of its width, one eye tells that a head is in profile. */
const AT_AN_END = 0.07;

/** Where a head with one eye looks: 0 at us. */
function profileSide({ picture, flip }: Placed, { artwork }: Stage): -1 | 0 | 1 {
  const side = artwork.sideOf(picture);
  if (side) return flip ? (-side as -1 | 1) : side;
  const head = artwork.headOf(picture);
  const [x0, , x1] = artwork.boxOf(picture);
  const aside = head ? (head.x - artwork.momentsOf(picture)[0]) / (x1 - x0) : 0;
  if (Math.abs(aside) < AT_AN_END) return 0;
  return aside < 0 === flip ? 1 : -1;
}

/** How much of a head in profile is behind its eye, in pixels. */
function napeOf({ picture, frame, flip }: Placed, looks: -1 | 1, { artwork }: Stage): number {
  const head = artwork.headOf(picture)!;
  return frame.xx * (looks < 0 === flip ? head.x - head.x0 : head.x1 - head.x);
}

/** Of what both sides are alike the half that is seen on a head in profile: that behind its middle. */
const halfOf = ({ flip }: Actor, looks: -1 | 1): readonly [number, number] =>
  looks < 0 === flip ? [0, 0.5] : [0.5, 1];

/**
 * Cups end so far below the eyes, in parts of what of a head is below them, and the band lies so far above the skull.
 */
export const [CUPS, BAND] = [0.42, 0.07];
/**
 * On a head in profile: how wide one lens is beside the eye, and at least beside a head alone, and that of who is drawn
 * whole; how far forward of the eye its inner end is, in parts of it; and how much it, and the lens behind that, are
 * narrowed.
 */
const SIDE_LENS = { eye: 3.4, face: 0.4, figure: 0.52, forward: 0.56, narrowed: 0.9, far: 0.3 } as const;
/**
 * Where the arm of glasses begins, above the middle of the lens, how thick it is, and how long at most, in lenses; of a
 * figure also how far it goes down.
 */
const ARM = { up: 0.18, thick: 0.16, longest: 0.8, figure: { longest: 0.4, down: 0.24 } } as const;
/** How much of what of a head is behind the lens the arm goes over. */
const TO_EAR = 0.8;

/** One lens before the one eye of a head in profile, the other beyond it, and an arm to the ear. */
export function glassesAside({ looks, eye }: Profile, fitting: Fitting): Placed {
  const { worn, wearer, stage, width, across, seen } = fitting;
  const least = stage.artwork.isFace(wearer.picture) ? SIDE_LENS.face : SIDE_LENS.figure;
  const lens = Math.max(SIDE_LENS.eye * eye.reach, least * width);
  const side = (2 * lens) / across;
  const xx = side * SIDE_LENS.narrowed;
  // The middle of what is worn is at the bridge, before the eye.
  const bridge = eye.x + looks * SIDE_LENS.forward * lens * SIDE_LENS.narrowed;
  const y = eye.y - (side * (seen.top + seen.bottom)) / 2;
  const near = { x: bridge - xx / 2, y, xx, xy: 0, yx: 0, yy: side };
  const far = { ...near, x: bridge + (SIDE_LENS.far * xx) / 2, xx: -SIDE_LENS.far * xx };
  const from = { x: bridge - looks * lens * SIDE_LENS.narrowed, y: eye.y - ARM.up * lens };
  const nape = eye.x - looks * napeOf(wearer, looks, stage) - from.x;
  const behind = TO_EAR * Math.max(0, -looks * nape);
  // The skull of who is drawn whole falls off behind the eye.
  const isHead = stage.artwork.isFace(wearer.picture);
  const longest = (isHead ? ARM.longest : ARM.figure.longest) * lens;
  const to = { x: from.x - looks * Math.min(behind, longest), y: from.y + (isHead ? 0 : ARM.figure.down * lens) };
  const placed: Placed = { ...worn, frame: near, each: [far, near], across: halfOf(worn, looks) };
  return marked(placed, [stroke('temple', placed, from, to, ARM.thick * lens)]);
}

/**
 * How far behind the eye of a head in profile an ear is at most, in parts of the head's width and of what of it is
 * behind the eye; how far below it; how far the cup reaches below that; and how narrow half of a band is that goes over
 * the crown, in parts of its height.
 */
const EAR = { behind: 0.32, nape: 0.6, below: 0.06, cup: 0.32, band: 0.5 } as const;

/** One cup over the ear of a head in profile, with its side of the band up to the crown. */
export function halfOverEar({ looks, eye }: Profile, { worn, wearer, stage, edges, width, seen }: Fitting): Placed {
  const crown = (eyesOf(wearer, stage)?.skull.y ?? edges.y0) - BAND * width;
  const bottom = eye.y + (EAR.below + EAR.cup) * width;
  const yy = (bottom - crown) / (seen.bottom - seen.top);
  const half = EAR.band * (bottom - crown);
  const xx = half / 0.5;
  // The cup, at the outer end of the half, is over the ear.
  const nape = napeOf(wearer, looks, stage);
  const outer = eye.x - looks * (Math.min(EAR.behind * width, EAR.nape * nape) + half / 2);
  const frame = { x: looks < 0 ? outer - xx : outer, y: bottom - yy * seen.bottom, xx, xy: 0, yx: 0, yy };
  return { ...worn, frame, across: halfOf(worn, looks) };
}
