import { eachPixel, type Rgb } from '../expressions/index.js';
import type { Manner, Paw } from './draw-paw.js';
import { type DrawnSign, isDrawnSign, SIGN_COLOURS, signOutlineAt, signToneAt } from './signs-drawn.js';

/**
 * What is drawn between things that something is done with: a board to play on, what flies, drops or binds; where
 * somebody looks out; the inside of an open box; the arm of glasses that are seen from the side; a body about a thing,
 * all the way round, before it, and before it to its tip; an arm; an open mouth; what shows that two fight, are angry,
 * talk or love (`signs-drawn.ts`); or what streams out of a mouth, from the left.
 */
export type MarkShape =
  | 'table'
  | 'leash'
  | 'dash'
  | 'drop'
  | 'crumb'
  | 'window'
  | 'glove'
  | 'hollow'
  | 'temple'
  | 'dust'
  | 'cloud'
  | 'shadow'
  | 'ring'
  | 'coil'
  | 'tail'
  | 'arm'
  | 'maw'
  | 'beam'
  | 'flowerpot'
  | DrawnSign;

/** Side of the picture in pixels. */
const SIZE = 64;
/** Colours by shape; in a style of lines, lines are as dark as those. */
const COLOURS: Readonly<Record<MarkShape, Rgb>> = {
  table: [0.72, 0.5, 0.32],
  leash: [0.78, 0.2, 0.22],
  dash: [0.52, 0.58, 0.68],
  drop: [0.28, 0.62, 0.93],
  crumb: [0.85, 0.66, 0.36],
  window: [0.8, 0.93, 1],
  glove: [0.86, 0.2, 0.22],
  hollow: [0.38, 0.26, 0.16],
  temple: [0.16, 0.16, 0.2],
  dust: [0.87, 0.83, 0.76],
  cloud: [0.97, 0.98, 1],
  shadow: [0.68, 0.73, 0.82],
  ring: [0.5, 0.5, 0.5],
  coil: [0.5, 0.5, 0.5],
  tail: [0.5, 0.5, 0.5],
  arm: [0.5, 0.5, 0.5],
  maw: [0.34, 0.07, 0.1],
  beam: [0.62, 0.84, 1],
  flowerpot: [0.85, 0.5, 0.3],
  ...SIGN_COLOURS,
};
const INK: Rgb = [0.16, 0.16, 0.2];
/** What is of somebody's own fur or skin. */
const BODILY: ReadonlySet<MarkShape> = new Set(['ring', 'coil', 'tail', 'arm', 'beam', 'flowerpot']);
export const isBodily = (shape: MarkShape): boolean => BODILY.has(shape);
/** How wide the edge of that is, in parts of the side, and of what of a body is drawn as an ellipse. */
const BODILY_EDGE = { arm: 0.12, other: 0.028 } as const;
/**
 * A coil: how high it is beside its width, how thick, both in parts of that; how thick the tail is beside
 * it, and its tip beside the tail; and in how many pieces it is drawn.
 */
const COIL = { high: 0.5, thick: 0.24, tail: 0.62, tip: 0.3, pieces: 64 } as const;
/** From where to where each goes around, in radians: the right is 0, the front a quarter turn. */
const COIL_ANGLES = {
  ring: [0, 2 * Math.PI],
  coil: [Math.PI + 0.5, -0.5],
  tail: [-0.3, 1.9],
} as const;
/** The tongue of an open mouth: how far down it begins, and how light it is. */
const TONGUE = { top: 0.6, light: 2.4 } as const;

/** Edges as dark as lines in every style. */
const FRAMED: ReadonlySet<MarkShape> = new Set(['window', 'maw']);
const INKED: ReadonlySet<MarkShape> = new Set(['leash', 'dash']);
/**
 * How wide an edge is, in parts of the side, and how dark beside what it is about, in a style of lines and in others.
 */
const EDGE = { lines: { width: 0.09, share: 0.2 }, other: { width: 0.06, share: 0.72 } } as const;
/** A table: how far down its top reaches, how much narrower that is behind, and its tones from top to front. */
const TABLE = { top: 0.52, narrower: 0.07, light: 1.14, dark: 0.84, edge: 0.05, corner: 0.02 } as const;
/** The far walls of a box: how light the one on the right and that on the left are. */
const HOLLOW = { light: 1.2, dark: 0.9 } as const;
/** A drop: its round end, and how far above that its tip is, in parts of the side. */
const DROP = { y: 0.64, radius: 0.3, tip: 0.06 } as const;

/** A puff of dust, or a cloud: discs whose outline it is, in parts of the side. */
const PUFF: readonly (readonly [x: number, y: number, radius: number])[] = [
  [0.28, 0.62, 0.25],
  [0.5, 0.38, 0.29],
  [0.74, 0.62, 0.24],
  [0.5, 0.68, 0.26],
];

/**
 * Draws a mark that fills its square; strokes are solid, and drawn as long and wide as the frame has them.
 * @param own colour of what it is a part of, if it is in that
 */
export function drawMark(shape: MarkShape, manner: Manner, own: Rgb = COLOURS[shape]): Paw {
  const colours = new Float32Array(3 * SIZE * SIZE);
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  const isInked = manner === 'lines' && INKED.has(shape);
  const fill = isInked ? INK : own;
  const { width: wide, share } = EDGE[manner === 'lines' || FRAMED.has(shape) ? 'lines' : 'other'];
  const width = isBodily(shape) ? BODILY_EDGE[shape === 'arm' ? 'arm' : 'other'] : wide;
  eachPixel(SIZE, [0, 0, SIZE, SIZE], (x, y, p) => {
    const [u, v] = [(x + 0.5) / SIZE, (y + 0.5) / SIZE];
    const outside = outlineAt(shape, u, v);
    const tone = toneAt(shape, u, v, outside > -width ? share : 1);
    for (let c = 0; c < 3; c++) colours[3 * p + c] = Math.min(1, fill[c]! * tone);
    rgba[4 * p + 3] = Math.round(255 * Math.min(Math.max(0.5 - outside * SIZE, 0), 1));
  });
  return { colours, rgba, size: SIZE };
}

/** What streams out of a mouth: halves of its width there and at its far end, in parts of that; and its light core. */
const BEAM = { from: 0.14, to: 0.48, core: 0.4, light: 1.3 } as const;

const halfOfBeam = (u: number): number => BEAM.from + u * (BEAM.to - BEAM.from);

/**
 * A flower pot: how far down its rim reaches, how much narrower it is below that and at its lower end, to each side,
 * how round its corners are, and how dark it is in the shade.
 */
const POT = { rim: 0.22, neck: 0.07, foot: 0.2, round: 0.02, shade: 0.84 } as const;

function beyondPot(u: number, v: number): number {
  const { rim, neck, foot, round } = POT;
  const inset = v < rim ? 0 : neck + ((v - rim) / (1 - rim)) * (foot - neck);
  return Math.max(Math.abs(u - 0.5) - (0.5 - inset - round), round - v, v - 1 + round);
}

/** How far a point is outside, in parts of the side. */
function outlineAt(shape: MarkShape, u: number, v: number): number {
  if (isDrawnSign(shape)) return signOutlineAt(shape, u, v);
  switch (shape) {
    case 'table': {
      const inset = TABLE.narrower * Math.max(0, 1 - v / TABLE.top);
      return Math.max(inset - u, u - (1 - inset), TABLE.corner - v, v - 1 + TABLE.corner);
    }
    case 'drop': {
      const round = Math.hypot(u - 0.5, v - DROP.y) - DROP.radius;
      const down = (v - DROP.tip) / (DROP.y - DROP.tip);
      const cone = v > DROP.y ? 1 : Math.max(DROP.tip - v, Math.abs(u - 0.5) - DROP.radius * down);
      return Math.min(round, cone);
    }
    case 'hollow':
      return (Math.abs(u - 0.5) + Math.abs(v - 0.5) - 0.5) * Math.SQRT1_2;
    case 'dust':
    case 'cloud':
      return Math.min(...PUFF.map(([x, y, radius]) => Math.hypot(u - x, v - y) - radius));
    case 'crumb':
      return Math.hypot(u - 0.5, (v - 0.5) * 1.25) - 0.38;
    case 'ring':
    case 'coil':
    case 'tail':
      return beyondCoil(shape, u, v);
    case 'arm':
      return Math.abs(v - 0.5) - 0.48;
    case 'flowerpot':
      return beyondPot(u, v);
    case 'beam':
      return Math.max(Math.abs(v - 0.5) - halfOfBeam(u), u - 0.98);
    case 'maw':
    case 'window':
    case 'shadow':
    case 'glove':
      return Math.hypot(u - 0.5, v - 0.5) - 0.49;
    default:
      return -1;
  }
}

/** How far a point is outside a coil that is seen from a little above, in parts of its width. */
function beyondCoil(shape: 'ring' | 'coil' | 'tail', u: number, v: number): number {
  const { high, thick, tail, tip, pieces } = COIL;
  const isTail = shape === 'tail';
  const [rx, ry] = [0.49 - thick / 2, high / 2 - thick / 2 - 0.01];
  const [from, to] = COIL_ANGLES[shape];
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= pieces; k++) {
    const angle = from + (k / pieces) * (to - from);
    const radius = (thick / 2) * (isTail ? tail * (1 - (1 - tip) * (k / pieces)) : 1);
    const lower = isTail ? (1 - tail) * (thick / 2) * Math.sin(angle) : 0;
    const far = Math.hypot(u - 0.5 - rx * Math.cos(angle), (v - 0.5) * high - ry * Math.sin(angle) - lower);
    least = Math.min(least, far - radius);
  }
  return least;
}

/** Without an edge, as it is on the ground. */
const EDGELESS: ReadonlySet<MarkShape> = new Set(['shadow']);

/** Darker below its rim, and on the right. */
function potToneAt(u: number, v: number): number {
  const tone = v < POT.rim ? 1.06 : v < POT.rim + 0.07 ? POT.shade * 0.92 : 0.97;
  return tone * (u > 0.74 - 0.1 * v ? POT.shade : 1);
}

/** How light a point is beside the colour of all. */
function toneAt(shape: MarkShape, u: number, v: number, atEdge: number): number {
  if (isDrawnSign(shape)) return atEdge * signToneAt(shape, u, v);
  if (shape === 'beam') return atEdge * (Math.abs(v - 0.5) < BEAM.core * halfOfBeam(u) ? BEAM.light : 1);
  // Of its two far walls one is in the light.
  if (shape === 'maw') return atEdge * (v > TONGUE.top && atEdge === 1 ? TONGUE.light : 1);
  if (shape === 'hollow') return atEdge * (u > 0.5 ? HOLLOW.light : HOLLOW.dark);
  if (shape === 'flowerpot') return atEdge * potToneAt(u, v);
  if (EDGELESS.has(shape)) return 1;
  if (shape !== 'table') return atEdge;
  if (Math.abs(v - TABLE.top) < TABLE.edge / 2) return TABLE.dark * 0.8;
  // Its edge is thinner than that of what is small.
  const isEdge = Math.min(u, 1 - u, v, 1 - v) < TABLE.corner;
  return (isEdge ? atEdge : 1) * (v < TABLE.top ? TABLE.light : TABLE.dark);
}
