import { type Head, isFromFront, isWindowed } from '../../memory/index.js';
import type { Actor } from './actor.js';
import { pointIn, squareAt } from './frame.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { whole } from './into-canvas.js';
import { marked, markIn } from './marks.js';
import type { Oval } from './oval.js';
import { edgesOf, eyesOf, headOf, moved, type Placed, type Stage } from './placed.js';
import { type Unit, unitStanding, unitWithin } from './units.js';

/** How far above the eyes a face is seen, in parts of how far it is from these to the chin. */
const FOREHEAD = 0.78;
/** Half the width of what is seen of it, in parts of half its height, and of half the width of the head at most. */
const [WIDEST, OF_HEAD] = [1.06, 0.94] as const;
/** Where the eyes of a face are that nobody knows, from its top. */
const EYES = 0.5;
/** How high who is seen at a window, with all of the head, is beside that. */
const AT_WINDOW = { high: 1.9, opening: 1 } as const;
/** How high the opening is: about the largest disc in a body, beside its longer side at least, beside a head. */
const OPENING = { disc: 1.05, least: 0.21, most: 0.31, head: 0.6 } as const;
/** Below the eyes of a hood begins what looks out of it, which hangs over its lower end; in parts of its height. */
const HOOD = { below: 0.1, over: 0.08, least: 0.27, most: 0.36 } as const;

/**
 * Who is dressed as a thing: all of that, and before it the face of who wears it, as seen through a round opening. That
 * is below the eyes of what is a face by itself, before the face of what looks at us, and else where a body is the
 * broadest.
 * @param unit who is dressed first, by itself
 */
export function costumed(unit: Unit, costume: { at: number; actor: Actor }, stage: Stage): Unit {
  const [{ at, placed: wearer }] = unit as [Unit[0]];
  const body = whole(costume.actor, stage);
  const { x, y, half } = openingOf(body, stage);
  if (isWindowed(body.thing)) return atWindow({ at, placed: wearer }, { at: costume.at, placed: body }, stage);
  const oval = faceOf(wearer, stage);
  const edges = edgesOf(wearer, stage);
  const scale = oval ? half / (oval.ry * wearer.frame.yy) : (2 * half) / longestOf(edges);
  const sized: Placed = { ...moved(wearer, squareAt(0, 0, scale)), ...(oval ? { oval } : {}) };
  const own = edgesOf(sized, stage);
  const shift = squareAt(x - middleOf(own), y - (own.y0 + own.y1) / 2, 1);
  return [
    { at: costume.at, placed: body },
    { at, placed: moved(sized, shift) },
  ];
}

/** Who looks out of a vehicle, chin on the lower edge of a round window, with ears or hat over its upper one. */
function atWindow(who: Unit[0], { at, placed: vehicle }: Unit[0], stage: Stage): Unit {
  const { x, y, half } = openingOf(vehicle, stage);
  const radius = AT_WINDOW.opening * half;
  const [sized] = unitWithin([who], AT_WINDOW.high * radius, AT_WINDOW.high * radius, stage);
  const pane = markIn('window', vehicle, x - radius, y - radius, 2 * radius);
  return [{ at, placed: marked(vehicle, [pane]) }, ...unitStanding([sized!], x, y + 0.94 * radius, stage)];
}

/** Middle and half the height of the opening of a costume, in pixels. */
function openingOf(body: Placed, stage: Stage): { x: number; y: number; half: number } {
  const { artwork } = stage;
  const edges = edgesOf(body, stage);
  const [longest, height] = [longestOf(edges), heightOf(edges)];
  const eyes = eyesOf(body, stage)?.eyes;
  if (artwork.isFace(body.picture)) {
    const top = (eyes?.y ?? edges.y0 + EYES * height) + HOOD.below * height;
    const bottom = edges.y1 + HOOD.over * height;
    const half = Math.min(Math.max((bottom - top) / 2, HOOD.least * height), HOOD.most * widthOf(edges));
    return { x: eyes?.x ?? middleOf(edges), y: bottom - half, half };
  }
  const head = artwork.isFrontal(body.picture) ? headOf(body, stage) : undefined;
  if (head) {
    const half = Math.max(OPENING.head * heightOf(head), OPENING.least * longest);
    return { x: middleOf(head), y: (head.y0 + head.y1) / 2, half };
  }
  const [u, v, radius] = artwork.circleOf(body.picture);
  const middle = pointIn(body, u, v);
  const half = Math.min(
    Math.max(OPENING.disc * radius * body.frame.yy, OPENING.least * longest),
    OPENING.most * longest,
  );
  return { ...middle, half };
}

/**
 * Of a head in profile: how large a circle about all of it is, beside half its width, or beside how far its eye is from
 * the snout where all of a body lies behind that; and how far behind the eye the middle is then.
 */
const PROFILE = { half: 1.08, snout: 1.12, behind: 0.16 } as const;
/** The middle of a head in profile is so far below its top, in parts of the radius. */
const BELOW_TOP = 0.94;

/** All of a head in profile, whose snout is at the end that is nearer to its eye. */
function profileOf(head: Head): Oval {
  const { x, y, x0, x1, top } = head;
  const [before, behind] = [x - x0, x1 - x];
  const snout = Math.min(before, behind);
  const radius = isFromFront(head) ? PROFILE.half * ((x1 - x0) / 2) : PROFILE.snout * snout;
  const middle = isFromFront(head) ? (x0 + x1) / 2 : x + Math.sign(behind - before) * PROFILE.behind * snout;
  return { x: middle, y: Math.max(y, top + BELOW_TOP * radius), rx: radius, ry: radius };
}

/** What is seen of a face; undefined where nobody knows where a head is. */
export function faceOf({ picture }: Pick<Placed, 'picture'>, stage: Stage): Oval | undefined {
  const { artwork } = stage;
  const upright = { frame: squareAt(0, 0, 1), picture, flip: false };
  const found = headOf(upright, stage);
  if (!found && !artwork.isFace(picture)) return undefined;
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  const head = found ?? { x0, y0, x1, y1 };
  const isProfile = !artwork.isFace(picture) && (artwork.eyesOf(picture).length === 1 || !artwork.isFrontal(picture));
  const profile = isProfile ? artwork.headOf(picture) : undefined;
  if (profile) return profileOf(profile);
  const eyes = eyesOf(upright, stage)?.eyes ?? { x: middleOf(head), y: head.y0 + EYES * heightOf(head) };
  const top = Math.max(head.y0, eyes.y - FOREHEAD * (head.y1 - eyes.y));
  const ry = (head.y1 - top) / 2;
  return { x: eyes.x, y: top + ry, rx: Math.min(WIDEST * ry, (OF_HEAD * widthOf(head)) / 2), ry };
}
