import { z } from 'zod';
import { RANGES } from '../basics/index.js';
import { GUIDANCE_NAMES } from '../guidance/index.js';
import { LATENT_KINDS } from '../latents/index.js';
import { SAMPLER_NAMES } from '../samplers/index.js';
import { colour, tables } from './tables.js';

/** The one format that this version reads (docs/bundle.md). */
const BUNDLE_FORMAT = 6;

const count = z.int().positive();
const id = z.int().nonnegative();
/** Ids [first, last + 1]. */
const range = z.tuple([id, id]);
const kind = z.enum(LATENT_KINDS);

const model = z.object({
  width: count,
  layers: count,
  heads: count,
  context_layers: count,
  context_heads: count,
  context_head_size: count,
});

const vocabulary = z.object({
  size: count,
  specials: z.object({ pad: id, unk: id, bos: id, end: id }),
  starts: z.partialRecord(kind, id),
  ranges: z.object({
    text: range,
    location: range,
    angle: range,
    colour: range,
    share: range,
    code: range,
  }),
});

const limits = z.object({ prompt: count, description: count, objects: count, label: count, colours: count });

const schedule = z.object({
  type: z.literal('squaredcos_cap_v2'),
  timesteps: count,
  max_beta: z.number().gt(0).lt(1),
  snr_power: z.number().nonnegative(),
  prediction: z.literal('sample'),
});

const { steps, guidance, noiseLevel, temperature, part } = RANGES;
const level = z.number().min(noiseLevel.min).max(noiseLevel.max);
const topP = z.number().gt(part.min).max(part.max);

const defaults = z.object({
  sampler: z.enum(SAMPLER_NAMES),
  steps: z.int().min(steps.min).max(steps.max),
  guidance: z.number().min(guidance.min).max(guidance.max),
  guidance_rule: z.enum(GUIDANCE_NAMES).optional(),
  guidance_interval: z.tuple([level, level]).optional(),
  temperature: z.number().min(temperature.min),
  top_p: topP,
  tokens_temperature: z.number().min(temperature.min).optional(),
  tokens_top_p: topP.optional(),
});

/** What a manifest records of a file. */
export const fileRecord = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().nonnegative() });

/** The fields of `kaleido.json`, each by itself; `manifestSchema` also checks how they agree. */
export const manifestFields = z.object({
  format: z.literal(BUNDLE_FORMAT),
  name: z.string().min(1),
  version: z.string().min(1),
  licence: z.string().min(1),
  description: z.string(),
  kinds: z.array(kind).min(1),
  model,
  vocabulary,
  limits,
  palette: z.object({ colours: z.array(colour).min(1) }),
  codebook: z.object({ grid: count, colours: z.array(z.string().regex(/^#[0-9a-f]{8}$/)).min(1) }),
  image: z.object({ size: count, channels: z.literal(4), resolutions: z.array(count).min(1) }),
  schedule,
  defaults,
  concepts: z.array(z.string()),
  styles: z.array(z.string()),
  words: z.array(z.string()).optional(),
  names: z
    .record(
      z.string(),
      z.object({ things: z.record(z.string(), z.string()), colours: z.record(z.string(), z.string()) }),
    )
    .optional(),
  memory: z.object({ pictures: count, things: count }),
  tables,
  files: z.record(z.string(), fileRecord),
  training: z.record(z.string(), z.unknown()),
  /** `set` is what slugs of the memory begin with. */
  attribution: z.array(
    z.object({
      set: z.string().optional(),
      name: z.string(),
      author: z.string(),
      licence: z.string(),
      source: z.string(),
    }),
  ),
});

/** `kaleido.json` of a bundle, checked (docs/bundle.md). */
export type Manifest = z.infer<typeof manifestFields>;

/** Hex digits of the name: 4 bytes, enough to tell every bundle that anybody has apart, and short in a latent code. */
export const VISUAL_TOKENIZER_DIGITS = 8;

/**
 * Name of a bundle's visual tokenizer, which alone says what visual tokens look like: the first 8 hex digits of the
 * sha256 of `visual_decoder.onnx`. Bundles that have the same one, such as those trained on from each other with the
 * tokenizer left as it was, read each other's tokens; to any other bundle they are noise.
 */
export function visualTokenizerOf({ files }: Pick<Manifest, 'files'>): string {
  // Every manifest lists it: manifest-checks.ts.
  return files['visual_decoder.onnx']!.sha256.slice(0, VISUAL_TOKENIZER_DIGITS);
}
