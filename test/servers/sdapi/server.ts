import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { decodePng, encodePng, resize } from '../../../src/images/sharp.js';
import {
  basic,
  bytesOf,
  FAULTS,
  type Fault,
  json,
  type Listening,
  listenWith,
  misbehave,
  noisePng,
} from '../engines/engine.js';

/** What is wrong with all that it paints, or answers. */
export type Trouble = Fault | 'swallows' | 'black' | 'censored' | 'out-of-memory' | 'no-picture' | 'other-size';

const request = z.object({
  prompt: z.string(),
  negative_prompt: z.string().default(''),
  seed: z.int().min(-1),
  steps: z.int().min(1).default(50),
  cfg_scale: z.number().default(7),
  width: z.int().min(64).max(2048).multipleOf(8),
  height: z.int().min(64).max(2048).multipleOf(8),
  force_task_id: z.string().optional(),
  init_images: z.array(z.string()).optional(),
  denoising_strength: z.number().min(0).max(1).default(0.75),
  override_settings: z.object({ sd_model_checkpoint: z.string().optional() }).default({}),
});
type Asked = z.output<typeof request>;

const extras = z.object({
  image: z.string().default(''),
  resize_mode: z.union([z.literal(0), z.literal(1)]).default(0),
  upscaling_resize: z.number().positive().default(2),
  upscaler_1: z.string().default('None'),
});
/** What it was asked to make larger, and by how much. */
type Enlarged = Omit<z.output<typeof extras>, 'image'> & { width: number };

interface Job {
  id: string;
  asked: Asked;
  step: number;
  isInterrupted: boolean;
}

export interface SdapiOptions {
  /** Whom it lets in (`--api-auth`); everybody when absent. */
  user?: string;
  password?: string;
  /** Whether the page's own way to ask for progress is there, as it is unless `--nowebui`. */
  hasPage?: boolean;
  /** Whether it can make pictures larger, which servers with less of the API cannot. */
  hasExtras?: boolean;
  stepMs?: number;
}

/**
 * A loopback engine with the API of AUTOMATIC1111's web UI, written from its documentation: basic auth, one picture at
 * a time while others wait, progress of each task, an interrupt that stops whatever is painted, and models that are
 * silently left as they are when one is asked for that it lacks. Upscalers are named as it lists them, or it breaks
 * off; they tell nobody how far they are. It paints noise of its seed, over the picture that it begins with where there
 * is one.
 */
export interface SdapiServer extends Listening {
  /** What it was asked to paint, in order, and whether by `img2img`. */
  asked: (Asked & { isFromImage: boolean })[];
  /** Tasks that were painted to their end, and such as were interrupted. */
  painted: string[];
  interrupted: string[];
  trouble: Trouble | null;
  models: string[];
  enlarged: Enlarged[];
  upscalers: string[];
  /** What it says of pictures, and which interrogators it was asked by. */
  caption: string;
  interrogated: string[];
  /** Somebody else's picture, which takes so many steps. Resolves with whether it was interrupted. */
  paintForAnother(steps: number): Promise<boolean>;
}

/** How long it takes to make a picture larger, in steps of painting. */
const EXTRAS_STEPS = 5;
/** Of what is sent for a picture, in characters. */
const SHORTEST_IMAGE = 64;
const titleOf = (name: string) => `${name}.safetensors [6ce0161689]`;
const isFault = (trouble: Trouble): trouble is Fault => FAULTS.includes(trouble as Fault);

export async function startSdapi({ user, password, hasPage = true, hasExtras = true, stepMs = 20 }: SdapiOptions = {}) {
  let jobs: Job[] = [];
  let line: Promise<unknown> = Promise.resolve();
  let tasks = 0;

  async function run(job: Job): Promise<void> {
    const mine = line.then(async () => {
      for (; job.step < job.asked.steps && !job.isInterrupted && jobs.includes(job); job.step++) await sleep(stepMs);
    });
    line = mine;
    await mine;
    if (!jobs.includes(job)) return;
    jobs = jobs.filter((one) => one !== job);
    (job.isInterrupted ? sdapi.interrupted : sdapi.painted).push(job.id);
  }

  function enqueue(asked: Asked): Job {
    const job = { id: asked.force_task_id ?? `task(${++tasks})`, asked, step: 0, isInterrupted: false };
    jobs.push(job);
    return job;
  }

  async function onPaint(response: ServerResponse, body: unknown, isFromImage: boolean): Promise<void> {
    const parsed = request.safeParse(body);
    if (!parsed.success) return json(response, 422, { detail: parsed.error.issues });
    const asked = parsed.data;
    if (isFromImage && asked.init_images === undefined) return json(response, 404, { detail: 'Init image not found' });
    sdapi.asked.push({ ...asked, isFromImage });
    // As where the process behind it hangs: all else is answered still.
    if (sdapi.trouble === 'swallows') return;
    await run(enqueue(asked));
    const { trouble } = sdapi;
    if (trouble === 'out-of-memory') {
      return json(response, 500, { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory.' });
    }
    if (trouble === 'no-picture')
      return json(response, 200, { images: ['bm8gcGljdHVyZQ=='], parameters: {}, info: '{}' });
    const png = await noisePng({
      ...asked,
      width: trouble === 'other-size' ? asked.width / 2 : asked.width,
      start: asked.init_images?.map((encoded) => Buffer.from(encoded, 'base64'))[0],
      strength: asked.denoising_strength,
      isBlack: trouble === 'black',
    });
    const wanted = asked.override_settings.sd_model_checkpoint;
    const used = sdapi.models.find((name) => name === wanted) ?? sdapi.models[0];
    const images = [png.toString('base64')];
    // A script that looks at pictures blurs what it finds, and tells it with the picture.
    const seen = trouble === 'censored' ? { extra_generation_params: { NudeNet: 'belly:0.54', NSFW: true } } : {};
    const info = JSON.stringify({ seed: asked.seed, sd_model_name: used, ...seen });
    json(response, 200, { images, parameters: {}, info });
  }

  async function onExtras(response: ServerResponse, body: unknown): Promise<void> {
    const { data, error } = extras.safeParse(body);
    if (error !== undefined) return json(response, 422, { detail: error.issues });
    const { image: encoded, ...asked } = data;
    const decoded = await decodePng(Buffer.from(encoded, 'base64')).catch(() => undefined);
    if (decoded === undefined) return json(response, 500, { detail: 'Invalid encoded image' });
    const { image } = decoded;
    sdapi.enlarged.push({ ...asked, width: image.width });
    const mine = line.then(() => sleep(EXTRAS_STEPS * stepMs));
    line = mine;
    await mine;
    if (!sdapi.upscalers.includes(asked.upscaler_1)) {
      const errors = `could not find upscaler named ${asked.upscaler_1}`;
      return json(response, 500, { error: 'AssertionError', detail: '', body: '', errors });
    }
    if (sdapi.trouble === 'no-picture') return json(response, 200, { html_info: '', image: 'bm8gcGljdHVyZQ==' });
    const scale = asked.upscaling_resize;
    const width = Math.trunc(image.width * (sdapi.trouble === 'other-size' ? 2 * scale : scale));
    const larger = await encodePng(await resize(image, width, Math.trunc(image.height * scale)));
    json(response, 200, { html_info: '', image: larger.toString('base64') });
  }

  async function onInterrogate(response: ServerResponse, body: unknown): Promise<void> {
    const asked = z.object({ image: z.string().default(''), model: z.string().default('clip') }).parse(body);
    if (asked.image.length < SHORTEST_IMAGE) return json(response, 404, { detail: 'Image not found' });
    const isPicture = await decodePng(Buffer.from(asked.image, 'base64')).then(
      () => true,
      () => false,
    );
    if (!isPicture) return json(response, 500, { detail: 'Invalid encoded image' });
    if (asked.model !== 'clip' && asked.model !== 'deepdanbooru')
      return json(response, 404, { detail: 'Model not found' });
    sdapi.interrogated.push(asked.model);
    json(response, 200, { caption: sdapi.caption });
  }

  function onProgress(response: ServerResponse, body: unknown): void {
    const { id_task: id } = z.object({ id_task: z.string() }).parse(body);
    const at = jobs.findIndex((job) => job.id === id);
    const job = jobs[at];
    const progress = job === undefined ? null : job.step / job.asked.steps;
    json(response, 200, { active: at === 0, queued: at > 0, completed: sdapi.painted.includes(id), progress });
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(incoming);
    const body: unknown = bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
    const path = `${incoming.method} ${incoming.url}`;
    if (sdapi.trouble !== null && isFault(sdapi.trouble)) return misbehave(response, sdapi.trouble);
    if (path === 'POST /internal/progress' && hasPage) return onProgress(response, body);
    if (user !== undefined && incoming.headers.authorization !== basic(user, password ?? '')) {
      response.setHeader('www-authenticate', 'Basic');
      return json(response, 401, { detail: 'Incorrect username or password' });
    }
    if (path === 'POST /sdapi/v1/txt2img') return onPaint(response, body, false);
    if (path === 'POST /sdapi/v1/img2img') return onPaint(response, body, true);
    if (path === 'POST /sdapi/v1/extra-single-image' && hasExtras) return onExtras(response, body);
    if (path === 'GET /sdapi/v1/upscalers' && hasExtras) {
      const all = sdapi.upscalers.map((name) => ({
        name,
        model_name: null,
        model_path: null,
        model_url: null,
        scale: 4,
      }));
      return json(response, 200, all);
    }
    if (path === 'POST /sdapi/v1/interrogate' && hasExtras) return onInterrogate(response, body);
    if (path === 'GET /sdapi/v1/options')
      return json(response, 200, { sd_model_checkpoint: titleOf(sdapi.models[0]!) });
    if (path === 'GET /sdapi/v1/sd-models') {
      const all = sdapi.models.map((name) => ({ title: titleOf(name), model_name: name }));
      return json(response, 200, all);
    }
    if (path === 'POST /sdapi/v1/interrupt') {
      if (jobs[0]) jobs[0].isInterrupted = true;
      return json(response, 200, {});
    }
    json(response, 404, { detail: 'Not Found' });
  }

  const listening = await listenWith(answer);
  const { die } = listening;
  const sdapi: SdapiServer = Object.assign(listening, {
    asked: [],
    painted: [],
    interrupted: [],
    trouble: null,
    models: ['v1-5-pruned-emaonly', 'dreams'],
    enlarged: [],
    caption: 'a red fox sitting in the snow, artstation',
    interrogated: [],
    upscalers: ['None', 'Lanczos', 'Nearest', 'ESRGAN_4x', 'R-ESRGAN 4x+'],
    async paintForAnother(steps: number) {
      const job = enqueue(request.parse({ prompt: 'of another', seed: 1, steps, width: 64, height: 64 }));
      await run(job);
      return job.isInterrupted;
    },
    die() {
      jobs = [];
      line = Promise.resolve();
      return die();
    },
  });
  return sdapi;
}
