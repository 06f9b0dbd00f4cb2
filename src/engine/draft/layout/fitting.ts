import { ownValue } from '../../basics/index.js';
import type { Tables, WornAt, WornRule } from '../../manifest/index.js';
import type { Actor } from './actor.js';
import { tightBox } from './frame.js';
import type { Edges } from './geometry.js';
import { edgesOf, headOf, type Placed, type Stage } from './placed.js';

/** What is worn is taken to be no narrower or lower than this, in parts of its picture's side. */
const SMALLEST_WORN = 0.1;

/** Limits in pixels. */
export interface WornLimits {
  /** Longest side of the picture of what is worn on the head, and of the tight box of what is worn before the eyes. */
  side: number;
  /** Where the top of what is worn on the head may lie at the highest. */
  top: number;
}

/** Everything that decides where something worn goes. */
export interface Fitting {
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

/** Measures who wears something, and what that is. */
export function fittingOf(wearer: Placed, worn: Actor, stage: Stage, limits: WornLimits): Fitting {
  const found = wearer.oval ? undefined : headOf(wearer, stage);
  const edges = found ?? edgesOf(wearer, stage);
  const [bx0, top, bx1, bottom] = tightBox(stage.artwork, worn.picture, worn.flip);
  return {
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
}

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
