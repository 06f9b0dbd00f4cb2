import { z } from 'zod';
import {
  ASPECTS,
  type Aspect,
  EngineError,
  LIMITS,
  LONGEST_PROMPT,
  problemOf,
  RANGES,
  SQUARE,
  telling,
  type ValueProblem,
} from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import { type Draft, draftSchema } from '../draft/index.js';
import { GUIDANCE_NAMES } from '../guidance/index.js';
import {
  encodeContent,
  findKind,
  LATENT_KINDS,
  type LatentKind,
  type Latents,
  latentKind,
  latentsSchema,
  presentKinds,
} from '../latents/index.js';
import { MOOD_NAMES } from '../moods/index.js';
import { inOrder, isOwnName, type OwnFace, type OwnThing } from '../own/index.js';
import { SAMPLER_NAMES } from '../samplers/index.js';
import { ranged, whole } from '../schemas/index.js';
import { type ReadOptions, readOptionsOf, remembered } from '../words/index.js';

import { type PaintSettings, paintSettings } from './paint-settings.js';
import { DEFAULT_RECALL, PACK_RECALL } from './recall-settings.js';
import type { CellPlan, PaintRequest, PlanRequest } from './types.js';

/** Of a pack; grids have fewer. */
const MOST_CELLS = Math.max(RANGES.count.max, RANGES.moods.max);

const prompt = z.string().trim().min(1).max(LONGEST_PROMPT);
const seed = whole(RANGES.seed);

const ownThing = z.object({
  name: z.string().refine(isOwnName, telling({ why: 'not_own_name', ...LIMITS.ownName } satisfies ValueProblem)),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  picture: z.object({ width: z.number(), height: z.number(), data: z.instanceof(Uint8Array) }),
  isFaceless: z.boolean(),
  isWhole: z.literal(true).exactOptional(),
  hasEyes: z.boolean().optional(),
  face: z.custom<OwnFace>().optional(),
});

const reading = {
  locale: z.string().optional(),
  style: z.string().optional(),
  without: z.string().max(LONGEST_PROMPT).optional(),
  own: z.array(ownThing).max(LIMITS.ownThings).transform(inOrder).optional(),
};

const planned = {
  prompt,
  variety: ranged(RANGES.variety),
  seed,
  candidates: whole(RANGES.candidates).optional(),
  pinned: latentsSchema.optional(),
  kinds: z
    .array(z.string())
    .refine((kinds) => kinds.length > 0, telling({ why: 'no_kinds' } satisfies ValueProblem))
    .optional(),
  recall: ranged(RANGES.recall).optional(),
  ...reading,
  draft: draftSchema.optional(),
  shown: z.array(draftSchema).optional(),
  isForAnyWords: z.boolean().optional(),
  aspect: z.enum(ASPECTS).optional(),
  moods: z.array(z.enum(MOOD_NAMES)).optional(),
};
const planRequestSchema = z.object({ ...planned, count: whole(RANGES.count) });
const packRequestSchema = z.object({ ...planned, count: whole(RANGES.moods) });

const cell = z.object({
  latents: latentsSchema,
  logLikelihood: z.number(),
  seed,
  draft: draftSchema.optional(),
  prompt: prompt.optional(),
});

const interval = z
  .tuple([ranged(RANGES.noiseLevel), ranged(RANGES.noiseLevel)])
  .refine(([low, high]) => low <= high, telling({ why: 'not_interval', ...RANGES.noiseLevel } satisfies ValueProblem));

const cads = z
  .object({
    tau1: ranged(RANGES.part),
    tau2: ranged(RANGES.part),
    scale: ranged(RANGES.cadsScale),
    mix: ranged(RANGES.part),
  })
  .refine(({ tau1, tau2 }) => tau1 < tau2, telling({ why: 'tau_order' } satisfies ValueProblem));

const isCount = (cells: readonly unknown[]) => cells.length >= RANGES.count.min && cells.length <= MOST_CELLS;

const paintRequestSchema = z.object({
  prompt,
  ...reading,
  cells: z.array(cell).refine(isCount, telling({ why: 'cell_count', min: 1, max: MOST_CELLS } satisfies ValueProblem)),
  sampler: z.enum(SAMPLER_NAMES).optional(),
  steps: whole(RANGES.steps).optional(),
  guidance: ranged(RANGES.guidance).optional(),
  guidanceRule: z.enum(GUIDANCE_NAMES).optional(),
  guidanceInterval: interval.optional(),
  cads: cads.optional(),
  isBare: z.boolean().optional(),
  aspect: z.enum(ASPECTS).optional(),
  previewEvery: whole({ min: 0, max: RANGES.steps.max }).optional(),
});

/** A plan request that fits the bundle. Pinned values are rounded to what the bundle can express. */
export interface CheckedPlanRequest extends PlanRequest {
  pinned: Latents;
  recall: number;
  /** Kinds that every plan shall have, in canonical order: those asked for and the pinned ones. */
  kinds: LatentKind[];
}

/** A cell that fits the bundle, with its own settings, every one chosen. */
export type CheckedCell = CellPlan & {
  settings: PaintSettings;
  /** What is made of the picture; absent where it stays as it is painted. */
  finish?: string;
};

/** A paint request that fits the bundle. */
export interface CheckedPaintRequest {
  prompt: string;
  /** How its prompts are read. */
  reading: ReadOptions;
  /** Things of one's own, whose pictures its drafts may name. */
  own: readonly OwnThing[] | undefined;
  cells: readonly CheckedCell[];
  isBare: boolean;
  aspect: Aspect;
  previewEvery: number;
}

/**
 * Checks a plan request against its ranges and the bundle.
 * @throws EngineError `empty_prompt`, `prompt_too_long`, `bad_option`, `unknown_kind` or `bad_pin`
 */
export function checkPlanRequest(request: PlanRequest, context: LatentContext): CheckedPlanRequest {
  const { moods } = request;
  const {
    kinds,
    pinned = {},
    recall,
    ...rest
  } = moods ? parse(packRequestSchema, { ...request, count: moods.length }) : parse(planRequestSchema, request);
  const { manifest } = context;
  checkPictures(rest.own, context);
  const wanted = kinds ? kinds.map((kind) => findKind(kind, manifest)) : manifest.kinds;
  return {
    ...rest,
    // Candidates are of the prior.
    recall: recall ?? (rest.moods ? PACK_RECALL : rest.candidates === undefined ? DEFAULT_RECALL : 0),
    pinned: fitLatents(pinned, context),
    kinds: LATENT_KINDS.filter((kind) => wanted.includes(kind) || pinned[kind] !== undefined),
  };
}

/**
 * Checks a paint request against its ranges and the bundle, and fills in what recall and the bundle's defaults say. A
 * draft that the memory does not have is left out: such a cell is painted from its latents alone, as at recall 0. What
 * is made of a picture says the draft or, where there never was one, the prompt.
 * @param has whether the memory, with own things, has all of a draft; default: that it has
 * @throws EngineError `empty_prompt`, `prompt_too_long`, `bad_option`, `unknown_kind` or `bad_pin`
 */
export function checkPaintRequest(
  request: PaintRequest,
  context: LatentContext,
  has: (draft: Draft, own?: readonly OwnThing[]) => boolean = () => true,
): CheckedPaintRequest {
  const parsed = parse(paintRequestSchema, request);
  checkPictures(parsed.own, context);
  const reading = readOptionsOf(parsed);
  const finishOf = remembered((one) => context.reader.read(one, reading).finish);
  return {
    prompt: parsed.prompt,
    reading,
    own: parsed.own,
    cells: parsed.cells.map(({ draft, ...one }) => {
      const known = draft && has(draft, parsed.own) ? draft : undefined;
      const finish = draft ? draft.finish : finishOf(one.prompt ?? parsed.prompt);
      return {
        ...one,
        ...(known ? { draft: known } : {}),
        ...(finish === undefined ? {} : { finish }),
        latents: fitLatents(one.latents, context),
        settings: paintSettings(parsed, context.manifest.defaults, known?.recall),
      };
    }),
    isBare: parsed.isBare ?? false,
    aspect: parsed.aspect ?? SQUARE,
    previewEvery: parsed.previewEvery ?? 0,
  };
}

/** Pictures of own things are as large as the bundle's. */
function checkPictures(own: readonly OwnThing[] = [], { manifest }: LatentContext): void {
  const { size } = manifest.image;
  const isFitting = ({ picture: { width, height, data } }: OwnThing) =>
    width === size && height === size && data.length === 4 * size * size;
  if (!own.every(isFitting)) throw new EngineError('bad_option', { why: 'bad_shape', option: 'own' });
}

/** The latents as the bundle will see them. */
function fitLatents(latents: Latents, context: LatentContext): Latents {
  const fitted = presentKinds(latents).map((kind) => {
    findKind(kind, context.manifest);
    return [kind, latentKind(kind).decode(encodeContent(kind, latents, context), context)];
  });
  return Object.fromEntries(fitted);
}

function parse<T>(schema: z.ZodType<T>, request: unknown): T {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  throw refusal(result.error.issues[0]!, result.error);
}

function refusal(issue: z.core.$ZodIssue, cause: unknown): EngineError {
  const { path, code } = issue;
  if (path[0] === 'prompt') {
    return code === 'too_big'
      ? new EngineError('prompt_too_long', { most: LONGEST_PROMPT }, cause)
      : new EngineError('empty_prompt', {}, cause);
  }
  const at = path.findIndex((part) => part === 'pinned' || part === 'latents');
  const option = path.join('.');
  if (at < 0) return new EngineError('bad_option', { ...problemOf<ValueProblem>(issue), option }, cause);
  if (code === 'unrecognized_keys') {
    return new EngineError('unknown_kind', { name: issue.keys.join(', '), kinds: LATENT_KINDS }, cause);
  }
  const kind = LATENT_KINDS.find((known) => known === path[at + 1]) ?? String(path[at + 1] ?? '');
  return new EngineError('bad_pin', { why: 'bad_shape', kind, option }, cause);
}
