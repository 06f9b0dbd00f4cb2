import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createRng } from '../../../src/engine/basics/rng.js';
import { decodePng, encodePng } from '../../../src/images/sharp.js';

/** What is wrong with all that it paints, or answers. */
export type Trouble =
  | 'html'
  | 'redirect'
  | 'silent'
  | 'drip'
  | 'huge'
  | 'black'
  | 'out-of-memory'
  | 'busy'
  | 'no-picture'
  | 'other-size';

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
  stepMs?: number;
}

/**
 * A loopback engine with the API of AUTOMATIC1111's web UI, written from its documentation: basic auth, one picture at
 * a time while others wait, progress of each task, an interrupt that stops whatever is painted, and models that are
 * silently left as they are when one is asked for that it lacks. It paints noise of its seed, over the picture that it
 * begins with where there is one.
 */
export interface SdapiServer {
  url: string;
  /** What it was asked to paint, in order, and whether by `img2img`. */
  asked: (Asked & { isFromImage: boolean })[];
  /** Tasks that were painted to their end, and such as were interrupted. */
  painted: string[];
  interrupted: string[];
  trouble: Trouble | null;
  models: string[];
  /** Somebody else's picture, which takes so many steps. Resolves with whether it was interrupted. */
  paintForAnother(steps: number): Promise<boolean>;
  /** Dies with all that it has in hand, and listens again on the same port once `start` is called. */
  die(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const titleOf = (name: string) => `${name}.safetensors [6ce0161689]`;
const HTML = '<!doctype html><html><body>Welcome to nginx!</body></html>';

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}

async function paint({ seed, width, height, init_images: [first] = [], denoising_strength: strength }: Asked) {
  const rng = createRng(seed, 'sdapi');
  const data = new Uint8Array(4 * width * height);
  const start = first === undefined ? undefined : (await decodePng(Buffer.from(first, 'base64'))).image;
  const weight = start === undefined ? 1 : strength / 4;
  for (let at = 0; at < data.length; at++) {
    const noise = 255 * rng.uniform();
    data[at] = at % 4 === 3 ? 255 : weight * noise + (1 - weight) * (start?.data[at] ?? 0);
  }
  return { width, height, data };
}

export async function startSdapi({ user, password, hasPage = true, stepMs = 20 }: SdapiOptions = {}) {
  let jobs: Job[] = [];
  let line: Promise<unknown> = Promise.resolve();
  let tasks = 0;
  let port = 0;
  let server = createServer();

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
    await run(enqueue(asked));
    const { trouble } = sdapi;
    if (trouble === 'out-of-memory') {
      return json(response, 500, { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory.' });
    }
    if (trouble === 'no-picture')
      return json(response, 200, { images: ['bm8gcGljdHVyZQ=='], parameters: {}, info: '{}' });
    const image = await paint(trouble === 'other-size' ? { ...asked, width: asked.width / 2 } : asked);
    if (trouble === 'black')
      image.data.forEach((_, at, data) => {
        data[at] = at % 4 === 3 ? 255 : 0;
      });
    const wanted = asked.override_settings.sd_model_checkpoint;
    const used = sdapi.models.find((name) => name === wanted) ?? sdapi.models[0];
    const images = [(await encodePng(image)).toString('base64')];
    json(response, 200, { images, parameters: {}, info: JSON.stringify({ seed: asked.seed, sd_model_name: used }) });
  }

  function onProgress(response: ServerResponse, body: unknown): void {
    const { id_task: id } = z.object({ id_task: z.string() }).parse(body);
    const at = jobs.findIndex((job) => job.id === id);
    const job = jobs[at];
    const progress = job === undefined ? null : job.step / job.asked.steps;
    json(response, 200, { active: at === 0, queued: at > 0, completed: sdapi.painted.includes(id), progress });
  }

  async function trouble(response: ServerResponse): Promise<boolean> {
    switch (sdapi.trouble) {
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
        return true;
      case 'redirect':
        response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
        return true;
      case 'busy':
        response.writeHead(503, { 'content-type': 'text/html' }).end(HTML);
        return true;
      case 'silent':
        return true;
      case 'drip':
        response.writeHead(200, { 'content-type': 'application/json' });
        for (let k = 0; k < 1000 && !response.destroyed; k++) {
          response.write(' ');
          await sleep(100);
        }
        return true;
      case 'huge':
        response.writeHead(200, { 'content-type': 'application/json' });
        for (let k = 0; k < 128 && !response.destroyed; k++) {
          if (!response.write(Buffer.alloc(2 ** 20, ' '))) await sleep(1);
        }
        response.end();
        return true;
      default:
        return false;
    }
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const path = `${incoming.method} ${incoming.url}`;
    if (await trouble(response)) return;
    if (path === 'POST /internal/progress' && hasPage) return onProgress(response, body);
    const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (user !== undefined && incoming.headers.authorization !== wanted) {
      response.setHeader('www-authenticate', 'Basic');
      return json(response, 401, { detail: 'Incorrect username or password' });
    }
    if (path === 'POST /sdapi/v1/txt2img') return onPaint(response, body, false);
    if (path === 'POST /sdapi/v1/img2img') return onPaint(response, body, true);
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

  const sdapi: SdapiServer = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    asked: [],
    painted: [],
    interrupted: [],
    trouble: null,
    models: ['v1-5-pruned-emaonly', 'dreams'],
    async paintForAnother(steps) {
      const job = enqueue(request.parse({ prompt: 'of another', seed: 1, steps, width: 64, height: 64 }));
      await run(job);
      return job.isInterrupted;
    },
    die: () =>
      new Promise((resolve) => {
        jobs = [];
        line = Promise.resolve();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async start() {
      server = createServer((incoming, response) => {
        answer(incoming, response).catch(() => json(response, 500, { detail: 'Internal Server Error' }));
      });
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    },
    close: () => sdapi.die(),
  };
  await sdapi.start();
  return sdapi;
}
