import { ownValue } from '../../basics/index.js';
import type { Tables, WornAt, WornRule } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Actor } from './actor.js';
import { bareOf, frameOnBody } from './bodied.js';
import { type Frame, pointAt, squareAt, tightBox } from './frame.js';
import { type Edges, heightOf, middleOf, widthOf } from './geometry.js';
import { isHood } from './hoods.js';
import { MOOD_EYES, moodRadius } from './layers.js';
import { asEach, eachOf, edgesOf, eyesOf, headOf, moved, type Placed, type Stage, seatOf } from './placed.js';

/** What is worn is taken to be no narrower or lower than this, in parts of its picture's side. */
const SMALLEST_WORN = 0.1;

/** Limits in pixels. */
export interface WornLimits {
  /** Longest side of the picture of what is worn on the head, and of the tight box of what is worn before the eyes. */
  side: number;
  /** Where the top of what is worn on the head may lie at the highest. */
  top: number;
}

const UNLIMITED: WornLimits = { side: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY };

/**
 * Puts on a thing at its place what it wears. Where the tables have no rule for the place, as other bundles may not, it
 * goes on the head.
 */
export function putOn(wearer: Placed, worn: Actor, at: WornAt, stage: Stage, limits = UNLIMITED): Placed {
  // Each of several wears its own.
  if (wearer.group) return asEach(eachOf(wearer, stage).map((one) => putOn(one, worn, at, stage)));
  const clothing = frameOnBody(wearer, worn, stage.artwork);
  if (clothing) return { ...worn, frame: clothing };
  if (wearer.body) {
    const on = putOn(bareOf(wearer), worn, at, stage, limits);
    return at === 'body' ? fittedToBody(on, stage) : on;
  }
  const frame = frameOf(wearer, worn, at, stage, limits);
  const profile = profileFor(worn, wearer, stage);
  return { ...worn, frame, ...(profile ? { across: halfOf(worn, profile.looks) } : {}) };
}

/** On a body clothes are so much smaller than below a head alone. */
const ON_BODY = 0.76;

function fittedToBody(worn: Placed, stage: Stage): Placed {
  const { x0, x1, y0 } = edgesOf(worn, stage);
  return moved(worn, squareAt(((1 - ON_BODY) * (x0 + x1)) / 2, (1 - ON_BODY) * y0, ON_BODY));
}

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
function profileFor({ thing }: Actor, wearer: Placed, stage: Stage): Profile | undefined {
  const { frame, flip, picture } = wearer;
  const [eye, other] = stage.artwork.eyesOf(picture);
  // One who is no animal winks.
  const isAside = eye !== undefined && !other && frame.yx === 0 && stage.artwork.isAnimal(picture);
  const looks = isAside && TWO_SIDED.test(thing) ? profileSide(wearer, stage) : 0;
  if (!eye || looks === 0) return undefined;
  const at = pointAt(frame, flip ? 1 - eye.x : eye.x, eye.y);
  return { looks, eye: { ...at, reach: Math.max(eye.across, eye.down) * frame.yy } };
}

/** From so far beside the middle of all its mass, in parts of its width, one eye tells that a head is in profile. */
const AT_AN_END = 0.07;

/** Where a head with one eye looks: 0 at us. */
function profileSide({ picture, flip }: Placed, { artwork }: Stage): -1 | 0 | 1 {
  const head = artwork.headOf(picture);
  const [x0, , x1] = artwork.boxOf(picture);
  const aside = head ? (head.x - artwork.momentsOf(picture)[0]) / (x1 - x0) : 0;
  if (Math.abs(aside) < AT_AN_END) return 0;
  return aside < 0 === flip ? 1 : -1;
}

/** Of what both sides are alike the half that is seen on a head in profile: that behind its middle. */
const halfOf = ({ flip }: Actor, looks: -1 | 1): readonly [number, number] =>
  looks < 0 === flip ? [0, 0.5] : [0.5, 1];

/**
 * Whether what is worn there goes behind its wearer: a face looks out of a coat, which covers the body of what is drawn
 * whole.
 */
export function isBehindWearer(wearer: Pick<Actor, 'picture' | 'body'>, at: WornAt, artwork: Artwork): boolean {
  return (
    at === 'back' ||
    (at === 'body' &&
      (wearer.body !== undefined || artwork.isFace(wearer.picture) || artwork.headOf(wearer.picture) === undefined))
  );
}

/** Everything that decides where something worn goes. */
interface Fitting {
  wearer: Placed;
  worn: Actor;
  stage: Stage;
  limits: WornLimits;
  rules: ReturnType<typeof rulesFor>;
  own: WornRule | undefined;
  /** The wearer's head, or all of it where no head is known. */
  edges: Edges;
  width: number;
  height: number;
  isFace: boolean;
  /** Where what is worn is seen on its picture, and how large it is at least, in parts of the picture's side. */
  seen: { top: number; bottom: number };
  across: number;
  down: number;
  /** The left edge of a square of `side` whose seen part is centred. */
  left: (side: number, middle?: number) => number;
}

function frameOf(wearer: Placed, worn: Actor, at: WornAt, stage: Stage, limits: WornLimits): Frame {
  const found = wearer.oval ? undefined : headOf(wearer, stage);
  const edges = found ?? edgesOf(wearer, stage);
  const [bx0, top, bx1, bottom] = tightBox(stage.artwork, worn.picture, worn.flip);
  const fitting: Fitting = {
    wearer,
    worn,
    stage,
    limits,
    rules: rulesFor(worn.thing, stage.tables.layouts.worn),
    own: ownValue(stage.tables.layouts.worn.own ?? {}, worn.thing),
    edges,
    width: edges.x1 - edges.x0,
    height: edges.y1 - edges.y0,
    isFace: found !== undefined || wearer.oval !== undefined || stage.artwork.isFace(wearer.picture),
    seen: { top, bottom },
    across: Math.max(bx1 - bx0, SMALLEST_WORN),
    down: Math.max(bottom - top, SMALLEST_WORN),
    left: (side, middle = (edges.x0 + edges.x1) / 2) => middle - (side * (bx0 + bx1)) / 2,
  };
  return FRAMES[at](fitting) ?? onHead(fitting);
}

/** Where each place is; undefined where the tables have no rule for it. */
const FRAMES: Record<WornAt, (fitting: Fitting) => Frame | undefined> = {
  head: onHead,
  face: beforeFace,
  ears: atEars,
  neck: aroundNeck,
  body: onBody,
  back: onBack,
  over: overAll,
  feet: onFeet,
};

function beforeFace(fitting: Fitting): Frame {
  const { wearer, worn, stage, limits, rules, own, edges, width, height, isFace, seen, across, left } = fitting;
  const lens = own?.lens && beforeOneEye(wearer, worn, own.lens, width, stage);
  if (lens) return lens;
  const profile = profileFor(worn, wearer, stage);
  if (profile) return halfBeforeEye(profile, fitting);
  const { face } = rules;
  const side = Math.min(face.width * width, limits.side) / across;
  const known = own?.eyes === undefined ? eyesOf(wearer, stage)?.eyes.y : undefined;
  const eyes = known ?? (isFace ? edges.y0 + face.eyes * height : eyesOnBody(wearer, face.above, stage.artwork));
  const middle = (edges.x0 + edges.x1) / 2 + aside(wearer, stage) * side * across;
  return squareAt(left(side, middle), eyes - (side * (seen.top + seen.bottom)) / 2, side);
}

function atEars(fitting: Fitting) {
  const { wearer, worn, stage, rules, own, edges, width, height, seen, across, left } = fitting;
  const { ears } = rules;
  if (!ears) return undefined;
  const profile = profileFor(worn, wearer, stage);
  if (profile) return halfOverEar(profile, fitting);
  const side = (ears.width * width) / across;
  const eyes = own && eyesOf(wearer, stage);
  if (eyes) return overEars(eyes, edges, { side, left: left(side), top: seen.top, bottom: seen.bottom });
  return squareAt(left(side), edges.y0 - ears.above * height - side * seen.top, side);
}

function aroundNeck({ rules: { neck }, edges, width, height, isFace, seen, across, left }: Fitting) {
  if (!neck) return undefined;
  const part = isFace ? neck.width : neck.width * neck.figure;
  const side = (part * width) / across;
  const chin = isFace ? edges.y1 - neck.rises * height : edges.y0 + neck.chin * height;
  return squareAt(left(side), chin - side * seen.top, side);
}

/** On who stands upright before us: as wide as that, from the chin down to so far above the feet, in parts of what is below it. */
const FIGURE = { wide: 0.92, chin: 0.12, feet: 0.16, most: 1.3 } as const;

/** On all that is below the head of who is drawn whole, stretched to it a little. */
function onFigure({ wearer, stage, edges, seen, across, left }: Fitting): Frame {
  const whole = edgesOf(wearer, stage);
  const below = whole.y1 - edges.y1;
  const top = edges.y1 - FIGURE.chin * heightOf(edges);
  const xx = (FIGURE.wide * widthOf(whole)) / across;
  const high = (whole.y1 - FIGURE.feet * below - top) / (seen.bottom - seen.top);
  const yy = Math.min(Math.max(high, xx / FIGURE.most), xx * FIGURE.most);
  return { x: left(xx, middleOf(whole)), y: top - yy * seen.top, xx, xy: 0, yx: 0, yy };
}

function onBody(fitting: Fitting) {
  const { wearer, stage, rules, edges, width, height, seen, across, down, left } = fitting;
  const { body } = rules;
  if (!body) return undefined;
  if (edges.y1 < edgesOf(wearer, stage).y1 - width / 4 && stage.artwork.isFrontal(wearer.picture))
    return onFigure(fitting);
  const side = Math.min((body.width * width) / across, (body.width * height) / down);
  return squareAt(left(side), edges.y1 - body.rises * height - side * seen.top, side);
}

/** Opening of a hood: its width, in parts of the picture's side, and how far down that its middle is. */
const HOOD = { wide: 0.7, down: 0.34 } as const;

function onBack({ wearer, worn, rules: { back }, edges, width, height, seen, across, left }: Fitting) {
  if (!back) return undefined;
  if (wearer.oval && isHood(worn.thing)) {
    const side = width / HOOD.wide;
    return squareAt(left(side), (edges.y0 + edges.y1) / 2 - HOOD.down * side, side);
  }
  const side = (back.width * width) / across;
  return squareAt(left(side), edges.y1 - back.rises * height - side * seen.top, side);
}

function overAll({ wearer, stage, rules: { over }, isFace, seen, across, left }: Fitting) {
  if (!over) return undefined;
  const whole = edgesOf(wearer, stage);
  const side = (over.width * (whole.x1 - whole.x0)) / across;
  const under = (isFace ? over.rises : FIGURE_UNDER) * (whole.y1 - whole.y0);
  return squareAt(left(side, (whole.x0 + whole.x1) / 2), whole.y1 - under - side * seen.top, side);
}

function onFeet({ wearer, stage, rules: { feet }, seen, across, down, left }: Fitting) {
  if (!feet) return undefined;
  const whole = edgesOf(wearer, stage);
  const [width, height] = [whole.x1 - whole.x0, whole.y1 - whole.y0];
  const side = Math.min((feet.width * width) / across, (HIGHEST_SHOE * height) / down);
  return squareAt(left(side, (whole.x0 + whole.x1) / 2), whole.y1 - feet.sinks * height - side * seen.top, side);
}

function onHead(fitting: Fitting): Frame {
  const { wearer, stage, limits, rules, own, edges, width, isFace, seen, across, down, left } = fitting;
  const top = topOf(wearer, edges, isFace, stage);
  const rim = top.y + rules.head.sinks * (edges.y1 - top.y);
  const side = Math.min((rules.head.width * width) / across, (rim - limits.top) / down, limits.side);
  // Of a helmet with an opening, what hangs down beside it may.
  const brows = browsOf(wearer, stage);
  const isOpen = brows !== undefined && brows.across < OPENING * side * across;
  const brow = (isOpen ? own?.brow : undefined) ?? seen.bottom;
  const above = brows?.y;
  const sunk = above === undefined ? rim : Math.min(rim, above + side * (seen.bottom - brow));
  const turned = wearer.frame.yx === 0 ? turnedHead(wearer, stage) : 0;
  const level = squareAt(left(side, top.x), sunk - side * seen.bottom, side);
  return turned === 0 ? level : leantBack(level, { x: top.x, y: sunk }, turned, width);
}

/** Of a figure so much is under a blanket, in parts of its height. */
const FIGURE_UNDER = 0.5;
/** Shoes and boots are no higher than this, in parts of the height of what wears them. */
const HIGHEST_SHOE = 0.42;
/** Eyes that are further apart than this, in parts of a helmet's width, are not in its opening. */
const OPENING = 0.52;
/** How far above the eyes a hat ends at the lowest, in parts of the distance between them. */
const BROW = 0.06;

/**
 * Down to where a hat may come down on a head that looks at us, and how wide both its eyes are together, in pixels;
 * undefined where nobody knows.
 */
function browsOf({ picture, frame }: Placed, { artwork }: Stage): { y: number; across: number } | undefined {
  const eyes = artwork.eyesOf(picture);
  const [left, right] = eyes;
  if (!left || !right || frame.yx !== 0) return undefined;
  const top = Math.min(...eyes.map(({ y, down }) => y - down));
  const across = Math.abs(frame.xx) * (right.x + right.across - left.x + left.across);
  return { y: frame.y + frame.yy * (top - BROW * (right.x - left.x)), across };
}

/** Where a head that is seen from the side looks: −1 to the left, 1 to the right, 0 where it looks at us. */
function turnedHead({ picture, flip }: Placed, { artwork }: Stage): -1 | 0 | 1 {
  const head = artwork.headOf(picture);
  if (!head || artwork.isFrontal(picture)) return 0;
  const looksRight = head.x - head.x0 > head.x1 - head.x;
  return looksRight === flip ? -1 : 1;
}

/** How far behind the eye the middle of a skull is, in parts of its head's width, and how a hat leans, in radians. */
const [BEHIND, LEANS] = [0.16, 0.22];

/** What is worn on a skull behind the eye, leant back. */
function leantBack(level: Frame, rim: { x: number; y: number }, looks: -1 | 1, width: number): Frame {
  const [cos, sin] = [Math.cos(LEANS), -looks * Math.sin(LEANS)];
  const [x, y] = [level.x - rim.x, level.y - rim.y];
  return {
    x: rim.x - looks * BEHIND * width + cos * x - sin * y,
    y: rim.y + sin * x + cos * y,
    xx: cos * level.xx,
    xy: -sin * level.yy,
    yx: sin * level.xx,
    yy: cos * level.yy,
  };
}

/** A lens is so much larger than the eye behind it, and no smaller than this, in parts of a head's width. */
const [LENS_OVER, LEAST_LENS] = [1.4, 0.15];

/**
 * What has one lens, before the eye on the right.
 * @param lens its middle and its half size, in parts of the picture's side
 * @returns undefined where it is not known where eyes are
 */
function beforeOneEye(
  { picture, frame, flip }: Placed,
  worn: Actor,
  [x, y, half]: readonly [number, number, number],
  width: number,
  { artwork }: Stage,
): Frame | undefined {
  const eyes = artwork.eyesOf(picture);
  if (eyes.length === 0 || frame.yx !== 0) return undefined;
  const shown = eyes.map((eye) => ({ ...eye, x: flip ? 1 - eye.x : eye.x }));
  const eye = shown.reduce((right, one) => (one.x > right.x ? one : right));
  const least = LEAST_LENS * width;
  const radius = Math.max(LENS_OVER * Math.max(eye.across, eye.down) * frame.yy, least);
  const side = radius / half;
  return squareAt(
    frame.x + frame.xx * eye.x - side * (worn.flip ? 1 - x : x),
    frame.y + frame.yy * eye.y - side * y,
    side,
  );
}

/**
 * Cups end so far below the eyes, in parts of what of a head is below them, and the band lies so far above the skull.
 */
const [CUPS, BAND] = [0.42, 0.07];
/** What is worn over the ears may be so much lower or higher than it is drawn. */
const [FLATTEST, TALLEST] = [0.72, 1.25];

/** A band over the crown whose cups are at the ears, stretched a little between the two. */
function overEars(
  { eyes, skull }: NonNullable<ReturnType<typeof eyesOf>>,
  edges: Edges,
  { side, left, top, bottom }: { side: number; left: number; top: number; bottom: number },
): Frame {
  const below = eyes.y + CUPS * (edges.y1 - eyes.y);
  const crown = skull.y - BAND * (edges.y1 - skull.y);
  const high = Math.min(Math.max((below - crown) / (bottom - top), FLATTEST * side), TALLEST * side);
  return { x: left, y: below - high * bottom, xx: side, xy: 0, yx: 0, yy: high };
}

/**
 * On a head in profile: how wide one lens is beside the eye, and the head, at least; how far forward of the eye its
 * inner end is, in parts of it; and how much the half is narrowed.
 */
const SIDE_LENS = { eye: 3.4, head: 0.4, forward: 0.56, narrowed: 0.9 } as const;

/** One lens before the one eye of a head in profile. */
function halfBeforeEye({ looks, eye }: Profile, { width, across, seen }: Fitting): Frame {
  const lens = Math.max(SIDE_LENS.eye * eye.reach, SIDE_LENS.head * width);
  const side = (2 * lens) / across;
  const xx = side * SIDE_LENS.narrowed;
  // The middle of what is worn is at the bridge, before the eye.
  const bridge = eye.x + looks * SIDE_LENS.forward * lens * SIDE_LENS.narrowed;
  return { x: bridge - xx / 2, y: eye.y - (side * (seen.top + seen.bottom)) / 2, xx, xy: 0, yx: 0, yy: side };
}

/**
 * How far behind the eye of a head in profile an ear is at most, in parts of the head's width and of what of it is
 * behind the eye; how far below it; how far the cup reaches below that; and how narrow half of a band is that goes over
 * the crown, in parts of its height.
 */
const EAR = { behind: 0.32, nape: 0.6, below: 0.06, cup: 0.32, band: 0.5 } as const;

/** One cup over the ear of a head in profile, with its side of the band up to the crown. */
function halfOverEar({ looks, eye }: Profile, { wearer, stage, edges, width, seen }: Fitting): Frame {
  const crown = (eyesOf(wearer, stage)?.skull.y ?? edges.y0) - BAND * width;
  const bottom = eye.y + (EAR.below + EAR.cup) * width;
  const yy = (bottom - crown) / (seen.bottom - seen.top);
  const half = EAR.band * (bottom - crown);
  const xx = half / 0.5;
  // The cup, at the outer end of the half, is over the ear.
  const head = stage.artwork.headOf(wearer.picture)!;
  const nape = looks < 0 === wearer.flip ? head.x - head.x0 : head.x1 - head.x;
  const outer = eye.x - looks * (Math.min(EAR.behind * width, EAR.nape * nape * wearer.frame.xx) + half / 2);
  return { x: looks < 0 ? outer - xx : outer, y: bottom - yy * seen.bottom, xx, xy: 0, yx: 0, yy };
}

/** Height of the eyes that are laid over a thing, or of where they would be. */
function eyesOnBody({ frame, picture, mood }: Placed, above: number, artwork: Artwork): number {
  const [, y, radius] = artwork.circleOf(picture);
  return frame.y + frame.yy * (y - (mood ? MOOD_EYES * moodRadius(radius) : above));
}

/** Where what is worn on the head rests: between the ears, and on what has no head where things stand on it. */
function topOf(wearer: Placed, edges: Edges, isFace: boolean, stage: Stage): { x: number; y: number } {
  const middle = (edges.x0 + edges.x1) / 2;
  const skull = eyesOf(wearer, stage)?.skull;
  if (skull) return { x: middle, y: Math.max(skull.y, edges.y0) };
  const seat = isFace ? undefined : seatOf(wearer, stage);
  return seat && seat.y <= edges.y0 + UPPER * (edges.y1 - edges.y0) ? seat : { x: middle, y: edges.y0 };
}

/** What stands on a thing this far below its top, in parts of its height, stands on no head: on a banana's peel. */
const UPPER = 0.3;

/** Of a lens, from the middle of what is worn before the eyes to its own, in parts of the whole. */
const LENS = 0.25;

/** Of a head seen from the side one lens lies before its one eye, and the other towards the snout. */
const aside = (wearer: Placed, stage: Stage): number => LENS * turnedHead(wearer, stage);

/** The layouts' numbers, but for those in which the thing goes its own way. */
function rulesFor(thing: string, rules: Tables['layouts']['worn']): Tables['layouts']['worn'] {
  const own = ownValue(rules.own ?? {}, thing);
  if (!own) return rules;
  const { at, ...numbers } = own;
  const shared = { ...DEFAULTS[at], ...rules[at] };
  return { ...rules, [at]: { ...shared, ...numbers } };
}

/** Numbers of places that tables may lack: what hangs down a back begins at the neck. */
const DEFAULTS: Readonly<Partial<Record<WornAt, Omit<WornRule, 'at'>>>> = {
  ears: { width: 1.3, above: 0.1 },
  body: { width: 1.15, rises: 0.1 },
  back: { width: 1.6, rises: 0.2 },
  over: { width: 1.25, rises: 0.3 },
  feet: { width: 0.6, sinks: 0.06 },
};
