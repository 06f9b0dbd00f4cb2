import { z } from 'zod';
import type {
  CellTask,
  Failure,
  GenerationSettings,
  Lost,
  OwnPicture,
  Policy,
  Resampled,
  UserSettings,
} from '../core/index.js';
import {
  AUDIENCES,
  GENERATION_ORIGINS,
  GENERATION_STATUSES,
  LATENT_ORIGINS,
  OWN_PICTURES,
  QUOTA_SUBJECTS,
  WAYS_LOST,
} from '../core/names/index.js';
import { ASPECTS, RANGES, REFUSED_WHYS } from '../engine/basics/index.js';

import { draftSchema } from '../engine/draft/index.js';
import { LATENT_KINDS, latentsSchema } from '../engine/latents/index.js';
import { MOOD_NAMES } from '../engine/moods/index.js';
import { STAND_INS } from '../engine/requests/index.js';
import { SAMPLER_NAMES } from '../engine/samplers/index.js';

/**
 * What the text and JSON columns hold. Rows may be of another version of Kaleido: unknown fields are left out, and a
 * row whose meaning would change by that does not parse.
 */
export const platformSchema = z.string().regex(/^[a-z]{1,32}$/);
export const latentKindSchema = z.enum(LATENT_KINDS);

/** A schema for each field, those that may be absent too: what a schema lacks would be lost as a row is read. */
type Fields<T> = Record<keyof T, z.ZodType>;

export const originSchema = z.enum(GENERATION_ORIGINS);
export const statusSchema = z.enum(GENERATION_STATUSES);
export const audienceSchema = z.enum(AUDIENCES);
export const latentOriginSchema = z.enum(LATENT_ORIGINS);

export const standInSchema = z.enum(STAND_INS);
export const refusedSchema = z.enum(REFUSED_WHYS);

const seedSchema = z.int().min(RANGES.seed.min).max(RANGES.seed.max);
const originsSchema = z.partialRecord(latentKindSchema, latentOriginSchema);

export const lostSchema: z.ZodType<Lost[]> = z.array(z.object({ kind: latentKindSchema, how: z.enum(WAYS_LOST) }));

const givenSchema = z.object({
  given: latentsSchema,
  origins: originsSchema,
  visualTokenizer: z.string().nullable().optional(),
  lost: lostSchema.optional(),
  draft: draftSchema.optional(),
  prompt: z.string().optional(),
} satisfies Fields<Omit<Extract<CellTask, { mode: 'sample' }>, 'mode' | 'seed'>>);

const ownPictureSchema = z.object({
  name: z.string(),
  picture: z.string(),
  isFaceless: z.boolean(),
  isWhole: z.literal(true).exactOptional(),
  hasEyes: z.boolean().optional(),
} satisfies Fields<OwnPicture>);

export const settingsSchema: z.ZodType<GenerationSettings> = z.object({
  count: z.int(),
  variety: z.number(),
  seed: seedSchema,
  guidance: z.number().optional(),
  steps: z.int().optional(),
  sampler: z.enum(SAMPLER_NAMES).optional(),
  kinds: z.array(latentKindSchema).optional(),
  recall: z.number().optional(),
  style: z.string().optional(),
  without: z.string().optional(),
  locale: z.string().optional(),
  own: z.array(ownPictureSchema).optional(),
  moods: z.array(z.enum(MOOD_NAMES)).optional(),
  isMoving: z.boolean().optional(),
  painter: z.string().optional(),
  insteadOf: z.string().optional(),
  aspect: z.enum(ASPECTS).optional(),
  upscale: z.number().optional(),
  showLatents: z.boolean(),
  isPrivate: z.boolean(),
  isSpoiler: z.boolean(),
} satisfies Fields<GenerationSettings>);

export const tasksSchema: z.ZodType<CellTask[]> = z.array(
  z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('keep'), from: z.int().min(0) }),
    givenSchema.extend({ mode: z.literal('sample'), seed: seedSchema.optional() }),
    givenSchema.extend({ mode: z.literal('paint'), seed: seedSchema }),
  ]),
);

export const failureSchema: z.ZodType<Failure> = z.object({
  code: z.string(),
  message: z.string(),
  data: z.record(z.string(), z.unknown()),
} satisfies Fields<Failure>);

export const resampledSchema: z.ZodType<Resampled[]> = z.array(z.object({ kind: latentKindSchema, rule: z.string() }));

export const userSettingsSchema: z.ZodType<UserSettings> = z.object({
  count: z.int().optional(),
  variety: z.number().optional(),
  guidance: z.number().optional(),
  steps: z.int().optional(),
  recall: z.number().optional(),
  showLatents: z.boolean().optional(),
  isPrivate: z.boolean().optional(),
  locale: z.string().optional(),
} satisfies Fields<UserSettings>);

export const policySchema: z.ZodType<Policy> = z.object({
  isEnabled: z.boolean().optional(),
  isSpoiler: z.boolean().optional(),
  isPrivate: z.boolean().optional(),
  rerollVotes: z.int().optional(),
  models: z.array(z.string()).optional(),
  usualModel: z.string().optional(),
  ownPictures: z.enum(OWN_PICTURES).optional(),
  blocked: z.array(z.string()).optional(),
  allowed: z.array(z.string()).optional(),
  useBuiltInBlocklist: z.boolean().optional(),
  keepDays: z.int().optional(),
} satisfies Fields<Policy>);

export const quotaSubjectSchema = z.enum(QUOTA_SUBJECTS);

export const jsonObjectSchema = z.record(z.string(), z.unknown());
