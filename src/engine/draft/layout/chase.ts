import type { Actor } from './actor.js';
import { facingOf } from './facing.js';
import { squareAt } from './frame.js';
import { type Edges, heightOf, longestOf, widthOf } from './geometry.js';
import { intoCanvas } from './into-canvas.js';
import { marked, markIn, stroke } from './marks.js';
import { turnAbout } from './pair.js';
import { edgesOf, isFigure, mirrored, moved, type Paw, type Placed, type Stage, shifted, spreadOf } from './placed.js';
import { inScale, turned } from './together.js';
import { frontOf } from './vehicles.js';
import type { ChaseWay } from './ways.js';

/** What is up in the air as it moves, by caption names; all else runs, drives or rolls. */
const FLYING: ReadonlySet<string> = new Set(
  `butterfly,moth,bee,ladybug,fly,mosquito,dragonfly,bird,black bird,dove,pigeon,eagle,owl,bat,parrot,toucan,phoenix,hummingbird,puffin,seagull,pelican,pterodactyl,pegasus,alicorn,
  ghost,fairy,angel,cupid,airplane,small airplane,helicopter,flying saucer,rocket,space shuttle,satellite,hot air balloon,balloon,kite,parachute,flying disc,paper airplane,drone,comet`.split(
    /,\s*/,
  ),
);
/** What is in the water, and neither leans nor leaves dust. */
const SWIMMING: ReadonlySet<string> = new Set(
  `fish,tropical fish,blowfish,shark,whale,spouting whale,orca,narwhal,dolphin,octopus,squid,jellyfish,stingray,seahorse,seal,mermaid,merman,merperson,turtle,ship,sailboat,speedboat,canoe,submarine,walrus,pirate ship,jet ski`.split(
    ',',
  ),
);

/** How far forward the upper end of who runs is, in parts of the height: drawn whole, and with a body of ours. */
const LEAN = { whole: 0.2, body: 0.12 } as const;
/** What is chased is so much smaller, where both are as large. */
const AHEAD = 0.85;
/**
 * How two are who run one after the other: how much of the narrower one's width the one lies over the other, and how
 * much lower who is ahead is, in parts of the lower one's height; further across the canvas; and where what flies is,
 * high up over the nose of who runs, or straight ahead, in parts of the height of that.
 */
const ROW = { over: -0.06, up: 0.2 } as const;
const ACROSS = { over: 0.2, up: 0.62 } as const;
const ALOFT = { over: 0.42, up: 0.8 } as const;
const AIRBORNE = { over: -0.08, up: 0.42 } as const;
/** How far behind who runs from it a thing is, in parts of their height. */
const FLED = 0.3;
/** Dashes behind who runs: how far behind, how long, how wide and how far down, in parts of their height. */
const DASHES = { gap: 0.03, long: [0.12, 0.2, 0.14], wide: 0.032, down: [0.28, 0.46, 0.64] } as const;
/** Dust at the hind feet: how far behind, how far up and how large, in parts of the height. */
const DUST: readonly (readonly [behind: number, up: number, side: number])[] = [
  [-0.04, 0.08, 0.2],
  [0.13, 0.12, 0.13],
];
/** How far the front of who flies is up, in degrees; and a body of ours leans, as `LEAN` has it. */
const [SOARING, SPRAWLED] = [8, 0.3];
/** How far the front of who jumps is up, in degrees. */
const LEAP = 14;
/** The shadow on the ground below who is in the air: how far down, how wide and high, in parts of their width. */
const SHADOW = { down: 0.16, wide: 0.7, high: 0.1 } as const;
/** Clouds about what flies: where, in parts of its width from its middle and of its height down, and how wide. */
const CLOUDS: readonly (readonly [across: number, down: number, side: number])[] = [
  [-0.62, 0.92, 0.34],
  [0.5, 1.02, 0.26],
];

/** Whether a thing is up in the air as it moves. */
export const isFlying = ({ thing }: Pick<Actor, 'thing'>): boolean => FLYING.has(thing);
const isOnGround = (actor: Actor): boolean => !isFlying(actor) && !SWIMMING.has(actor.thing);

/** The thing with its front where it goes, as far as it is known which end that is; a body of ours turns with it. */
export function headed(placed: Placed, to: 1 | -1, stage: Stage): Placed {
  const front = isFigure(placed, stage) ? 0 : frontOf(placed);
  if (front !== 0) return front === to ? placed : mirrored(placed, stage);
  if (!placed.body) {
    // Of whom it is not known nearly all are drawn to the left.
    const isUnknown = isFigure(placed, stage) && facingOf(placed, stage) === 0;
    return isUnknown && placed.flip !== to > 0 ? mirrored(placed, stage) : turned(placed, to, stage);
  }
  const flip = facingOf(placed, stage) === -to ? !placed.flip : placed.flip;
  return { ...placed, flip, body: { ...placed.body, isMirrored: flip !== to > 0 } };
}

/** Leaning forward about its feet; things stay upright. */
export function leaning(placed: Placed, to: 1 | -1, stage: Stage): Placed {
  if (!isFigure(placed, stage)) return placed;
  const by = -to * LEAN[placed.body ? 'body' : 'whole'];
  const ground = edgesOf(placed, stage).y1;
  return moved(placed, { ...squareAt(-by * ground, 0, 1), xy: by });
}

/** Who runs on the ground, with dashes and dust behind; what flies, with dashes alone. */
export function speeding(placed: Placed, to: 1 | -1, parts: { dashes: boolean; dust: boolean }, stage: Stage): Placed {
  const edges = edgesOf(placed, stage);
  return marked(placed, [
    ...(parts.dust ? dustBehind(placed, edges, to) : []),
    ...(parts.dashes ? dashesBehind(placed, edges, to) : []),
  ]);
}

function dashesBehind(placed: Placed, edges: Edges, to: 1 | -1): Paw[] {
  const high = heightOf(edges);
  const back = to > 0 ? edges.x0 : edges.x1;
  return DASHES.down.map((down, k) => {
    const from = { x: back - to * DASHES.gap * high, y: edges.y0 + down * high };
    return stroke('dash', placed, from, { ...from, x: from.x - to * DASHES.long[k]! * high }, DASHES.wide * high);
  });
}

function dustBehind(placed: Placed, edges: Edges, to: 1 | -1): Paw[] {
  const high = heightOf(edges);
  const back = to > 0 ? edges.x0 : edges.x1;
  return DUST.map(([behind, up, part]) => {
    const side = part * high;
    const x = back - to * (behind * high + side / 2);
    return markIn('dust', placed, x - side / 2, edges.y1 - up * high - side / 2, side);
  });
}

/**
 * The first runs after the second, both in the direction in which the first is mirrored; what flies is in the air.
 * @param isAcross whether the one is ahead of the other across the canvas, rather than on the same ground
 */
function chased(first: Actor, second: Actor, isAcross: boolean, isRight: boolean, stage: Stage): [Placed, Placed] {
  const to = isRight ? 1 : -1;
  const [one, two] = inScale([first, second], stage) as [Placed, Placed];
  const areAlike = longestOf(edgesOf(two, stage)) > AHEAD * longestOf(edgesOf(one, stage));
  const ahead = areAlike ? moved(two, squareAt(0, 0, AHEAD)) : two;
  const [chaser, runner] = [one, ahead].map((placed) => {
    const front = headed(placed, to, stage);
    return isOnGround(front) ? leaning(front, to, stage) : front;
  }) as [Placed, Placed];
  const stands = placedAhead(chaser, runner, to, isAcross, stage);
  const both = [
    speeding(chaser, to, { dashes: true, dust: isOnGround(chaser) }, stage),
    speeding(stands, to, { dashes: !isOnGround(runner), dust: isOnGround(runner) }, stage),
  ];
  return intoCanvas(both, stage) as [Placed, Placed];
}

/**
 * The same, as the two are spoken of.
 * @param way in which of these the first runs after the second, or flees from it
 */
export function chase(way: ChaseWay, first: Actor, second: Actor, isRight: boolean, stage: Stage): [Placed, Placed] {
  const isAcross = way === 'chasedAcross' || way === 'fledAcross';
  if (way === 'chased' || way === 'chasedAcross') return chased(first, second, isAcross, isRight, stage);
  if (staysPut(second, stage)) return fleeing(first, second, isRight, stage);
  const [chaser, runner] = chased(second, first, isAcross, isRight, stage);
  return [runner, chaser];
}

/** Whether nobody who runs from it is run after: it neither drives nor flies. */
const staysPut = (actor: Actor, stage: Stage): boolean =>
  !isFigure(actor, stage) && frontOf(actor) === 0 && !FLYING.has(actor.thing);

/** Who runs away from a thing, their back to that, with dashes and dust between. */
function fleeing(first: Actor, second: Actor, isRight: boolean, stage: Stage): [Placed, Placed] {
  const to = isRight ? 1 : -1;
  const [one, thing] = inScale([first, second], stage) as [Placed, Placed];
  const front = headed(one, to, stage);
  const runner = isOnGround(front) ? leaning(front, to, stage) : front;
  const [own, its] = [edgesOf(runner, stage), edgesOf(thing, stage)];
  const gap = FLED * heightOf(own);
  const x = to > 0 ? own.x0 - gap - its.x1 : own.x1 + gap - its.x0;
  const stands = shifted(thing, x, own.y1 - its.y1);
  return intoCanvas([speeding(runner, to, { dashes: true, dust: isOnGround(front) }, stage), stands], stage) as [
    Placed,
    Placed,
  ];
}

/** Who is ahead, where they are before who is behind. */
function placedAhead(chaser: Placed, runner: Placed, to: 1 | -1, isAcross: boolean, stage: Stage): Placed {
  const [own, its] = [edgesOf(chaser, stage), edgesOf(runner, stage)];
  const narrow = Math.min(widthOf(own), widthOf(its));
  const [isChaserUp, isRunnerUp] = [isFlying(chaser), isFlying(runner)];
  const isAloft = isChaserUp !== isRunnerUp;
  const { over, up } = isAloft ? (isAcross ? AIRBORNE : ALOFT) : isAcross ? ACROSS : ROW;
  const x = to > 0 ? own.x1 - over * narrow - its.x0 : own.x0 + over * narrow - its.x1;
  const raised = up * (isAloft ? heightOf(isRunnerUp ? own : its) : Math.min(heightOf(own), heightOf(its)));
  const lower = isRunnerUp && isAloft ? -raised : raised;
  return shifted(runner, x, own.y1 + lower - its.y1);
}

/** Who is off the ground, a shadow below; who is drawn whole, and from the side, has their front higher. */
export function airborne(jumper: Placed, stage: Stage): Placed {
  const facing = jumper.body || !isFigure(jumper, stage) ? 0 : facingOf(jumper, stage);
  const up = turnAbout(spreadOf(jumper, stage), -facing * LEAP);
  const placed = facing === 0 ? jumper : moved(jumper, up);
  const { x0, x1, y1 } = edgesOf(placed, stage);
  const wide = x1 - x0;
  const [half, y] = [(SHADOW.wide * wide) / 2, y1 + SHADOW.down * wide];
  const shadow = markIn('shadow', placed, (x0 + x1) / 2 - half, y, 2 * half, SHADOW.high * wide);
  return marked(placed, [shadow]);
}

/** Who flies to a side, tilted up there: clouds below, and dashes behind; a body of ours lies in the air. */
export function flying(flier: Placed, to: 1 | -1, stage: Stage): Placed {
  const placed = inAir(flier, to, stage);
  const edges = edgesOf(placed, stage);
  const [wide, high] = [widthOf(edges), heightOf(edges)];
  const clouds = CLOUDS.map(([across, down, part]) => {
    const side = part * wide;
    const [x, y] = [edges.x0 + (0.5 - to * across) * wide, edges.y0 + down * high];
    return markIn('cloud', placed, x - side / 2, y - side / 2, side);
  });
  return marked(placed, [...clouds, ...dashesBehind(placed, edges, to)]);
}

function inAir(flier: Placed, to: 1 | -1, stage: Stage): Placed {
  if (!flier.body)
    return isFigure(flier, stage) ? moved(flier, turnAbout(spreadOf(flier, stage), -to * SOARING)) : flier;
  const by = -to * SPRAWLED;
  return moved(flier, { ...squareAt(-by * edgesOf(flier, stage).y1, 0, 1), xy: by });
}
