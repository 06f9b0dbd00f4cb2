import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EngineError, ownValue } from '../engine/basics/index.js';
import { inputShapes, type WeightsFile, weightsFiles } from '../engine/runtime/index.js';
import { type ClipTokenizer, readTokenizer } from './clip-tokenizer.js';
import { bytesOf, detailOf, isThere, readJson } from './files.js';
import { readLicence } from './licences.js';
import { readSafetyChecker, type SafetyChecker } from './safety-checker.js';
import { type CreateScheduler, SCHEDULERS } from './schedulers/index.js';

/** What a pipeline's kind fixes that its files may leave out. */
interface Pipeline {
  /** Its two text encoders are read before their last layer, and the UNet is told sizes. */
  isXl: boolean;
  /** Of latents, as the decoder takes them, beside those that are diffused. */
  scaling: number;
}

const SD: Pipeline = { isXl: false, scaling: 0.18215 };
const XL: Pipeline = { isXl: true, scaling: 0.13025 };
/** Pipelines by what `model_index.json` calls them. */
const PIPELINES: Readonly<Record<string, Pipeline>> = {
  StableDiffusionPipeline: SD,
  StableDiffusionImg2ImgPipeline: SD,
  LatentConsistencyModelPipeline: SD,
  LatentConsistencyModelImg2ImgPipeline: SD,
  StableDiffusionXLPipeline: XL,
  StableDiffusionXLImg2ImgPipeline: XL,
};
/** Exports name pipelines so, too. */
const PREFIX = /^(?:ORT|Onnx)/;

/** Larger graphs have their weights within, and tell nothing of files. */
const LARGEST_GRAPH = 64 * 2 ** 20;

const modelIndex = z.object({
  _class_name: z.string(),
  _name_or_path: z.string().nullish(),
  force_zeros_for_empty_prompt: z.boolean().nullish(),
});
const schedulerIndex = z.looseObject({ _class_name: z.string() });
const vaeConfig = z
  .object({
    scaling_factor: z.number().positive().nullish(),
    shift_factor: z.number().nullish(),
    block_out_channels: z.array(z.int().positive()).min(1).nullish(),
  })
  .partial();
const unetConfig = z.object({
  sample_size: z.int().positive().nullish(),
  time_cond_proj_dim: z.int().nullish(),
  block_out_channels: z.array(z.int().positive()).min(1).max(8).nullish(),
});
/** Where nothing says how often a network halves latents. */
const USUAL_HALVINGS = 3;
const textConfig = z.object({ num_hidden_layers: z.int().min(1).max(100).nullish() });

/** A text encoder, with what comes before it. */
export interface TextPart {
  graph: string;
  tokenizer: ClipTokenizer;
  /** As many as its states are of; undefined where nothing says so. */
  layers: number | undefined;
}

/** A folder in the layout of ONNX exports of latent diffusion models, read and found to be whole. */
export interface ModelFolder {
  dir: string;
  licence: string | null;
  /** Of its graphs with their weights. */
  bytes: number;
  isXl: boolean;
  /** Where nothing is unwanted, the network is told zeros and not an empty text. */
  hasZeros: boolean;
  scheduler: CreateScheduler;
  /** The scheduler's own name, and what it says of timesteps: few-step models are known by these. */
  schedulerName: string;
  spacing: unknown;
  texts: readonly TextPart[];
  unet: string;
  decoder: string;
  /** Undefined where there is none: pictures begin with noise alone. */
  encoder: string | undefined;
  /** What looks at pictures before anybody else does; undefined where there is none. */
  checker: SafetyChecker | undefined;
  scaling: number;
  shift: number;
  /** Pixels of a picture's side beside latents. */
  scale: number;
  /** Of which a picture's sides are multiples in pixels, so that the network can halve latents as often as it does. */
  multiple: number;
  /** Of pictures in pixels, as the network was trained. */
  side: number;
  /** The UNet's graph is of pictures of one size alone, a square's. */
  isSquare: boolean;
}

/**
 * Reads a folder in the layout of ONNX exports: `model_index.json`, `scheduler/`, `tokenizer[_2]/`,
 * `text_encoder[_2]/`, `unet/`, `vae_decoder/` and, where they are there, `vae_encoder/` for pictures to begin with and
 * `safety_checker/` with `feature_extractor/`.
 *
 * @throws EngineError `painter_invalid` naming what is missing, cut off, unknown or not to be read
 */
export async function readFolder(dir: string): Promise<ModelFolder> {
  const index = await readJson(join(dir, 'model_index.json'), modelIndex);
  const kind = index._class_name.replace(PREFIX, '');
  const pipeline = known(PIPELINES, kind, join(dir, 'model_index.json'), 'unknown_pipeline');
  const { scheduler, name, spacing } = await readScheduler(dir);
  const vae = await readJson(join(dir, 'vae_decoder', 'config.json'), vaeConfig, {});
  const unet = await readJson(join(dir, 'unet', 'config.json'), unetConfig, {});
  const scale = 2 ** ((vae.block_out_channels?.length ?? 4) - 1);
  const graph = (part: string) => join(dir, part, 'model.onnx');
  const encoder = (await isThere(graph('vae_encoder'))) ? graph('vae_encoder') : undefined;
  const checker = await readSafetyChecker(dir);
  const parts = pipeline.isXl ? ['', '_2'] : [''];
  const needed = [...parts.map((part) => graph(`text_encoder${part}`)), graph('unet'), graph('vae_decoder')];
  const others = [encoder, checker?.graph].flatMap((one) => one ?? []);
  return {
    dir,
    licence: await readLicence(dir, index._name_or_path ?? ''),
    bytes: await sizeOf([...needed, ...others]),
    isXl: pipeline.isXl,
    hasZeros: pipeline.isXl && (index.force_zeros_for_empty_prompt ?? true),
    scheduler,
    schedulerName: name,
    spacing,
    texts: await Promise.all(parts.map((part) => readText(dir, part))),
    unet: graph('unet'),
    decoder: graph('vae_decoder'),
    encoder,
    checker,
    scaling: vae.scaling_factor ?? pipeline.scaling,
    shift: vae.shift_factor ?? 0,
    scale,
    multiple: scale * 2 ** (unet.block_out_channels ? unet.block_out_channels.length - 1 : USUAL_HALVINGS),
    isSquare: await isOfSquares(graph('unet')),
    side: (unet.sample_size ?? (pipeline.isXl ? 128 : 64)) * scale,
  };
}

/** @throws EngineError `painter_invalid` where the graph cannot be read */
async function isOfSquares(unet: string): Promise<boolean> {
  const shapes = await inputShapes(unet).catch((cause: unknown) => {
    throw new EngineError('painter_invalid', { why: 'bad_graph', path: unet, detail: detailOf(cause) }, cause);
  });
  const [, , height, width] = shapes.get('sample') ?? [];
  return height !== undefined && height === width;
}

async function readText(dir: string, part: string): Promise<TextPart> {
  const folder = join(dir, `text_encoder${part}`);
  const { num_hidden_layers } = await readJson(join(folder, 'config.json'), textConfig, {});
  return {
    graph: join(folder, 'model.onnx'),
    tokenizer: await readTokenizer(join(dir, `tokenizer${part}`)),
    layers: num_hidden_layers ?? undefined,
  };
}

async function readScheduler(dir: string) {
  const path = join(dir, 'scheduler', 'scheduler_config.json');
  const config = await readJson(path, schedulerIndex);
  const read = known(SCHEDULERS, config._class_name, path, 'unknown_scheduler');
  try {
    return { scheduler: read(config), name: config._class_name, spacing: config.timestep_spacing };
  } catch (cause) {
    throw new EngineError('painter_invalid', { why: 'bad_file', path, detail: detailOf(cause) }, cause);
  }
}

function known<T>(
  table: Readonly<Record<string, T>>,
  name: string,
  path: string,
  why: 'unknown_pipeline' | 'unknown_scheduler',
): T {
  const found = ownValue(table, name);
  if (found !== undefined) return found;
  throw new EngineError('painter_invalid', { why, path, has: name, known: Object.keys(table).join(', ') });
}

/** Of graphs and all that their weights lie in. @throws EngineError `painter_invalid` for what is missing or cut off */
async function sizeOf(graphs: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    graphs.map(async (path) => {
      const own = await bytesOf(path);
      const weights = own > LARGEST_GRAPH ? [] : weightsOf(path, await readFile(path));
      const others = await Promise.all(weights.map((file) => wholeFile(join(dirname(path), file.name), file.bytes)));
      return [own, ...others].reduce((sum, size) => sum + size);
    }),
  );
  return sizes.reduce((sum, size) => sum + size);
}

function weightsOf(path: string, model: Uint8Array): WeightsFile[] {
  try {
    return weightsFiles(model);
  } catch (cause) {
    throw new EngineError('painter_invalid', { why: 'bad_graph', path, detail: detailOf(cause) }, cause);
  }
}

async function wholeFile(path: string, wanted: number): Promise<number> {
  const bytes = await bytesOf(path);
  if (bytes >= wanted) return bytes;
  throw new EngineError('painter_invalid', { why: 'cut_file', path, bytes, wanted });
}
