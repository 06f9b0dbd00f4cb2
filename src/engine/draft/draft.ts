import { z } from 'zod';
import { LIMITS, RANGES } from '../basics/index.js';
import { type Blob, type Box, blobs, boxes, palette, type Swatch } from '../latents/index.js';

import {
  GROUP_WAYS,
  type Group,
  MOST_COPIES,
  PARTS,
  PATTERNS,
  type PartColour,
  type Pattern,
} from '../memory/index.js';

/** One thing of a draft: a picture of the memory in some looks. */
export interface DraftedThing {
  /** Caption name. */
  thing: string;
  /** The picture's slug in `things.json`, of those that show the thing. */
  picture: string;
  /** One of `tables.paints`; absent for the picture as drawn. */
  paint?: string;
  /** Mirrored. */
  flip: boolean;
  /** One of `tables.moods`, laid over a thing without a face. */
  mood?: string;
  /** One of `tables.marks`. */
  mark?: string;
  /** Each part once; absent where all are as drawn. */
  parts?: PartColour[];
  /** Over its body; absent where it has none but its own. */
  pattern?: Pattern;
  /** Absent where there is one of it. */
  group?: Group;
}

/**
 * What memory recalled for one cell, and how it is laid out: all that the draft picture depends on besides the memory.
 * Where boxes, blobs or a palette were chosen by somebody, the draft is fitted to them; otherwise they are measured of
 * it.
 */
export interface Draft {
  /** One of the bundle's styles. */
  style: string;
  /**
   * `single`, `count`, `list`, or a key of `tables.relations`; of three things and more also as many of these as there
   * are things behind the first, as `kindOf` joins them: how each stands to one before it.
   */
  kind: string;
  /**
   * Of `count`, `list` and `beside`: which of the places in `layouts.groups`, from 0; behind them the two ways of
   * `layouts.roomy` and more (`layout/ways.ts`). Of another kind, in which way one thing stands to the other; absent as
   * training has it.
   */
  places?: number;
  /**
   * 1–6, in the order that the description names them; of `count` 2–3 alike. Of more than latents list the first have
   * boxes and blobs.
   */
  things: DraftedThing[];
  /** For the things that their labels name, from back to front; others for things left over. */
  boxes?: Box[];
  /** In the order of the boxes, measured ones where none are chosen: from back to front. */
  blobs?: Blob[];
  palette?: Swatch[];
  /** How far all is tilted together, in degrees, clockwise; absent where it is upright. */
  tilt?: number;
  /** What is made of the painted picture, the name of a finish; absent where it stays as it is painted. */
  finish?: string;
  /** 1 and more, in `RANGES.recall`: how much of it is kept when painting (docs/recall.md). */
  recall: number;
}

/** Below it nothing of memory is left, and there is no draft. */
const LEAST_RECALL = 1;

/** What is tilted more lies. */
const STEEPEST = 45;

const text = z.string().min(1).max(64);

const draftedThing = z.strictObject({
  thing: text,
  picture: z.string().min(1).max(200),
  paint: text.optional(),
  flip: z.boolean(),
  mood: text.optional(),
  mark: text.optional(),
  parts: z
    .array(z.strictObject({ part: z.enum(PARTS), colour: text }))
    .min(1)
    .max(PARTS.length)
    .refine((parts) => new Set(parts.map(({ part }) => part)).size === parts.length, 'has a part twice')
    .optional(),
  pattern: z.strictObject({ kind: z.enum(PATTERNS), colour: text.optional() }).optional(),
  group: z.strictObject({ copies: z.int().min(2).max(MOST_COPIES), way: z.enum(GROUP_WAYS) }).optional(),
});

/** Drafts from outside (a request, a stored record, a code), whatever the bundle. */
export const draftSchema: z.ZodType<Draft> = z.strictObject({
  style: text,
  kind: text,
  places: z.int().nonnegative().optional(),
  things: z.array(draftedThing).min(1).max(LIMITS.things),
  boxes: boxes.schema.optional(),
  blobs: blobs.schema.optional(),
  palette: palette.schema.optional(),
  tilt: z.int().min(-STEEPEST).max(STEEPEST).optional(),
  finish: text.optional(),
  recall: z.int().min(LEAST_RECALL).max(RANGES.recall.max),
});
