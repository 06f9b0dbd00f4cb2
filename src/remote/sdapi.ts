import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import {
  ASPECTS,
  EngineError,
  type PictureSize,
  type RgbaImage,
  SQUARE,
  sizeOfAspect,
} from '../engine/basics/index.js';
import type { AboutPainter, PictureEvent, PictureRequest, PictureSource } from '../engine/painters/index.js';
import { licenceOf } from '../engine/painters/index.js';
import { type Api, type ApiOptions, COURTESY, createApi, jsonOf, QUICK, silence } from './api.js';
import { fromBase64, partEvent, pictureOf, startPng } from './pictures.js';
import { type SdapiUpscaling, upscale, upscalerOf } from './sdapi-upscaling.js';
import { plainWords } from './words.js';

const LOOK_EVERY_MS = 1_000;
/** Looks without an answer, one after another, after which it is away: the picture is no more to be had than these. */
const MOST_UNANSWERED = 2;
/** Of the time for an answer, by which timers are early. */
const NEARLY = 0.99;
/** Of which the sides of pictures are multiples, as networks halve them that often. */
const MULTIPLE = 64;

export interface SdapiOptions extends Omit<ApiOptions, 'refused'>, SdapiUpscaling {
  /** Checkpoint to paint with; default: the one that is loaded. */
  model?: string | undefined;
  /** Side of square pictures in pixels, a multiple of 64. */
  size: number;
  /** Where nobody asks for others. */
  steps: number;
  guidance: number;
  /** Milliseconds between two looks at how far a picture is; default: a second. */
  lookEveryMs?: number;
  /** Milliseconds in which a look is to be answered; default: ten seconds. */
  lookWithinMs?: number;
}

const painted = z.object({ images: z.array(z.string()).min(1), info: z.string().optional() });
const checkpoints = z.array(z.object({ title: z.string(), model_name: z.string() }));
const options = z.object({ sd_model_checkpoint: z.string().nullish() });
const task = z.object({
  active: z.boolean(),
  progress: z.number().nullish(),
  live_preview: z.string().nullish(),
});
const nothing = z.unknown();

/**
 * Text-to-image engines with the API of AUTOMATIC1111's web UI (`--api`): that itself, Forge, and with less of it
 * SD.Next and stable-diffusion.cpp's server. How far a picture is, and whether it is ours that is being painted, tells
 * the way that its own page asks (`/internal/progress`); where that is missing, nothing is shown and nothing
 * interrupted.
 */
export function createSdapi(settings: SdapiOptions): PictureSource {
  const api = createApi(settings);
  return {
    about: (signal) => aboutEngine(api, settings, signal),
    picture: (request, signal) => paint(api, request, settings, signal),
    upscale: (request, signal) => upscale(api, request, settings, signal),
  };
}

async function aboutEngine(api: Api, settings: SdapiOptions, signal?: AbortSignal): Promise<AboutPainter> {
  const { model, size } = settings;
  const quickly = { signal, withinMs: QUICK };
  const all = await api.call('sdapi/v1/sd-models', checkpoints, quickly);
  const loaded = (await api.call('sdapi/v1/options', options, quickly)).sd_model_checkpoint ?? 'unknown';
  const chosen = model === undefined ? bareName(loaded) : all.find((one) => isModel(one, model))?.model_name;
  if (chosen === undefined) {
    const detail = all.map(({ model_name }) => model_name).join(', ') || 'none';
    throw new EngineError('painter_invalid', { why: 'other_model', host: api.host, wanted: model!, detail });
  }
  const isTold = (await lookAt(api, 'nothing', QUICK, signal)) !== undefined;
  // What has less of this API paints all the same.
  const upscaler = await upscalerOf(api, settings, signal).catch(() => undefined);
  signal?.throwIfAborted();
  const can = { progress: isTold, previews: isTold, seed: true, image: true, negative: true };
  return {
    name: 'sdapi',
    model: chosen,
    licence: licenceOf(chosen),
    size,
    aspects: ASPECTS,
    ...(upscaler === undefined ? {} : { upscaler }),
    can: { ...can, transparency: false, anyWords: true },
  };
}

async function* paint(
  api: Api,
  request: PictureRequest,
  settings: SdapiOptions,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  signal?.throwIfAborted();
  const id = `task(kaleido-${randomUUID()})`;
  const [left, over] = [new AbortController(), new AbortController()];
  const painting = askFor(api, id, request, settings, left.signal).finally(() => over.abort());
  // Who leaves early hears no more of it.
  painting.catch(() => undefined);
  const looking = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
  const { lookEveryMs = LOOK_EVERY_MS, lookWithinMs = QUICK } = settings;
  let unanswered = 0;
  try {
    while (!over.signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal: looking }).catch(() => undefined);
      const since = performance.now();
      const look = looking.aborted ? undefined : await lookAt(api, id, lookWithinMs, looking);
      signal?.throwIfAborted();
      unanswered = look === undefined && performance.now() - since >= NEARLY * lookWithinMs ? unanswered + 1 : 0;
      if (unanswered === MOST_UNANSWERED) {
        throw new EngineError('painter_away', { host: api.host, detail: silence(MOST_UNANSWERED * lookWithinMs) });
      }
      if (look?.active) yield await partOf(look);
    }
    yield { type: 'done', image: await painting };
  } finally {
    if (!over.signal.aborted) await interrupt(api, id);
    left.abort();
  }
}

async function askFor(
  api: Api,
  id: string,
  request: PictureRequest,
  settings: SdapiOptions,
  signal: AbortSignal,
): Promise<RgbaImage> {
  const { model, seconds } = settings;
  const path = request.start === undefined ? 'sdapi/v1/txt2img' : 'sdapi/v1/img2img';
  const body = await bodyOf(id, request, settings);
  const { images, info } = await api.call(path, painted, { body, signal, withinMs: 1000 * seconds });
  if (model !== undefined) requireModel(api.host, model, info);
  if (isCensored(info)) throw new EngineError('painter_refused', { why: 'unsafe' });
  return pictureOf(api.host, fromBase64(images[0]!), sizeOf(request, settings));
}

/** How far a picture is; undefined where the engine does not tell. The picture itself tells what else is wrong. */
function lookAt(api: Api, id: string, withinMs: number, signal?: AbortSignal) {
  const body = { id_task: id, id_live_preview: -1, live_preview: true };
  return api.call('internal/progress', task, { body, signal, withinMs }).catch(() => undefined);
}

function partOf({ progress, live_preview: shown }: z.output<typeof task>): Promise<PictureEvent> {
  return partEvent(Math.min(1, Math.max(0, progress ?? 0)), shown ? fromBase64(shown) : undefined);
}

/** Interrupting stops whatever is being painted, which must be ours. A courtesy: nobody waits for this picture. */
async function interrupt(api: Api, id: string): Promise<void> {
  const look = await lookAt(api, id, COURTESY);
  if (look?.active !== true) return;
  await api.call('sdapi/v1/interrupt', nothing, { body: {}, withinMs: COURTESY }).catch(() => undefined);
}

async function bodyOf(id: string, request: PictureRequest, settings: SdapiOptions): Promise<object> {
  const { prompt, negative, seed, start } = request;
  const { model } = settings;
  const size = sizeOf(request, settings);
  return {
    prompt: plainWords(prompt),
    negative_prompt: plainWords(negative),
    seed,
    steps: request.steps ?? settings.steps,
    cfg_scale: request.guidance ?? settings.guidance,
    ...size,
    batch_size: 1,
    n_iter: 1,
    save_images: false,
    force_task_id: id,
    ...(model === undefined ? {} : { override_settings: { sd_model_checkpoint: model } }),
    ...(start === undefined
      ? {}
      : {
          init_images: [(await startPng(start, size)).toString('base64')],
          denoising_strength: start.strength,
        }),
  };
}

function sizeOf({ aspect = SQUARE }: PictureRequest, { size }: SdapiOptions): PictureSize {
  return sizeOfAspect(size, aspect, MULTIPLE);
}

const infoSchema = z.object({ sd_model_name: z.string() });

/** An engine that does not know a model paints with another, and says so. @throws EngineError `painter_invalid` */
function requireModel(host: string, wanted: string, info = ''): void {
  const used = infoSchema.safeParse(jsonOf(info)).data?.sd_model_name;
  if (used === undefined || isModel({ title: used, model_name: used }, wanted)) return;
  throw new EngineError('painter_invalid', { why: 'other_model', host, wanted, detail: used });
}

/** How scripts that look at pictures, such as NudeNet of SD.Next, tell what they found. */
const found = z.preprocess((value) => (Array.isArray(value) ? value.some(isYes) : isYes(value)), z.boolean());
const looked = z.object({ nsfw: found, NSFW: found, has_nsfw_concept: found, nsfw_content_detected: found }).partial();
const censored = looked.extend({ extra_generation_params: looked.nullish() });

const isYes = (value: unknown) => value === true || (typeof value === 'string' && /^(?:true|yes)$/i.test(value));

/** Whether a script of the engine's says that a picture is not to be shown, which it may have blurred. */
function isCensored(info = ''): boolean {
  const { extra_generation_params: extra, ...said } = censored.safeParse(jsonOf(info)).data ?? {};
  return [said, extra ?? {}].some((one) => Object.values(one).includes(true));
}

/** Whether a checkpoint is the one that is called so: by its name, its title, or its file's name. */
function isModel({ title, model_name }: z.output<typeof checkpoints>[number], wanted: string): boolean {
  return [title, model_name].some((name) => bareName(name) === bareName(wanted));
}

/** A checkpoint's title without hash and ending. */
function bareName(title: string): string {
  return title.replace(/ \[\w+\]$/, '').replace(/\.(?:safetensors|ckpt|gguf)$/, '');
}
