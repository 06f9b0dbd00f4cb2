import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import {
  ASPECTS,
  EngineError,
  ownValue,
  type PictureSize,
  type RgbaImage,
  SQUARE,
  sizeOfAspect,
} from '../../engine/basics/index.js';
import type {
  AboutPainter,
  PictureEvent,
  PictureRequest,
  PictureSource,
  UpscaleRequest,
} from '../../engine/painters/index.js';
import { licenceOf } from '../../engine/painters/index.js';
import { encodePng } from '../../images/index.js';
import { type Api, type ApiOptions, COURTESY, createApi, QUICK, type Refusal, shortened, silence } from '../api.js';
import { partEvent, pictureOf, startPng, upscaledOf } from '../pictures.js';
import { isRefusal, plainWords } from '../words.js';
import { type Ears, type ListenOptions, listen } from './listen.js';
import { type Graph, readUpscaling, readWorkflow, type Workflow } from './workflow.js';

const LOOK_EVERY_MS = 1_000;
/** Of which the sides of pictures are multiples, as networks halve them that often. */
const MULTIPLE = 64;
/** What a workflow that begins with a picture is given where there is none: painted over altogether. */
const NOTHING = { image: { width: 1, height: 1, data: new Uint8Array([128, 128, 128, 255]) }, strength: 1 };

export interface ComfyuiOptions extends Omit<ApiOptions, 'refused'>, ListenOptions {
  /** The workflow's file, in API format; default: one of ours. */
  workflow?: string | undefined;
  /** The workflow that makes pictures larger, and the model that it is to do it with, in place of its own. */
  upscaleWorkflow?: string | undefined;
  upscaler?: string | undefined;
  /** Model to paint with; default: the workflow's, or of ours the first that the engine has. */
  model?: string | undefined;
  /** Where nobody asks for others, and in our workflow only. */
  steps: number;
  guidance: number;
  /** Side of square pictures in pixels. */
  size: number;
  /** Seconds until a picture is there, with the time that it waits for those of others. */
  seconds: number;
  /** Milliseconds between two looks at whether a picture is there, unless it is heard of before; default: a second. */
  lookEveryMs?: number;
}

const INTERRUPTED = 'somebody interrupted it';

const queued = z.object({ prompt_id: z.string() });
const uploaded = z.object({ name: z.string(), subfolder: z.string().default('') });
const file = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string().default('output') });
const entry = z.object({
  outputs: z.record(z.string(), z.object({ images: z.array(file) }).partial()),
  status: z
    .object({ status_str: z.string(), messages: z.array(z.tuple([z.string(), z.unknown()])) })
    .partial()
    .nullish(),
});
const history = z.record(z.string(), entry);
const line = z.array(z.tuple([z.unknown(), z.string()], z.unknown()));
const queue = z.object({ queue_running: line, queue_pending: line });
const failure = z.object({ node_id: z.string(), node_type: z.string(), exception_message: z.string() }).partial();
const nodeErrors = z.object({
  error: z.object({ message: z.string(), details: z.string() }).partial(),
  node_errors: z
    .record(
      z.string(),
      z.object({
        class_type: z.string(),
        errors: z.array(z.object({ message: z.string(), details: z.string() }).partial()),
      }),
    )
    .catch({}),
});
const stats = z.object({ system: z.object({ comfyui_version: z.string().optional() }) });
const nothing = z.unknown();

/**
 * ComfyUI, by a workflow of the host's. How far a picture is comes by a websocket, and without one nothing is shown.
 * A picture that nobody wants any more is taken out of the line, or interrupted by its own id, which stops no other.
 */
export function createComfyui(settings: ComfyuiOptions): PictureSource {
  const api = createApi({ ...settings, refused: meaningOf });
  return {
    about: (signal) => aboutEngine(api, settings, signal),
    picture: (request, signal) => paint(api, request, settings, signal),
    upscale: (request, signal) => upscale(api, request, settings, signal),
  };
}

async function aboutEngine(api: Api, settings: ComfyuiOptions, signal?: AbortSignal): Promise<AboutPainter> {
  const workflow = await readWorkflow(settings.workflow);
  await api.call('system_stats', stats, { signal, withinMs: QUICK });
  const model = await modelOf(api, workflow, settings, signal);
  const called = bareName(model ?? 'ComfyUI');
  // Who cannot make pictures larger paints them all the same.
  const upscaler = await upscalerOf(api, settings, signal).catch(() => undefined);
  signal?.throwIfAborted();
  const ears = listen(socketOf(settings.url, randomUUID()), settings);
  const isHeard = await ears.opened;
  ears.close();
  const can = { progress: isHeard, previews: isHeard, seed: true, image: workflow.takes('image') };
  return {
    name: 'comfyui',
    model: called,
    licence: licenceOf(called),
    size: settings.size,
    aspects: workflow.isSquare ? [SQUARE] : ASPECTS,
    ...(upscaler === undefined ? {} : { upscaler }),
    can: { ...can, negative: workflow.takes('negative'), transparency: false, anyWords: true },
  };
}

/** What makes pictures larger; undefined where no workflow does. @throws EngineError as `modelOf` does */
async function upscalerOf(api: Api, settings: ComfyuiOptions, signal?: AbortSignal): Promise<string | undefined> {
  if (settings.upscaleWorkflow === undefined) return undefined;
  const workflow = await readUpscaling(settings.upscaleWorkflow);
  return bareName((await modelOf(api, workflow, { model: settings.upscaler }, signal)) ?? 'ComfyUI');
}

/** A model without its file's ending. */
function bareName(file: string): string {
  return file.replace(/\.(?:safetensors|ckpt|gguf|sft|pth|pt)$/, '');
}

/** @throws EngineError `painter_invalid` where the engine lacks it */
async function modelOf(
  api: Api,
  workflow: Workflow,
  settings: Pick<ComfyuiOptions, 'model'>,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (workflow.model === undefined) return undefined;
  const { className, input, name } = workflow.model;
  const about = await api.call(`object_info/${encodeURIComponent(className)}`, nothing, { signal, withinMs: QUICK });
  const known = choicesOf(about, className, input);
  const model = settings.model ?? (name || known?.[0] || '');
  if (known === undefined || known.includes(model)) return model;
  const detail = shortened(known.join(', ')) || 'none';
  throw new EngineError('painter_invalid', { why: 'other_model', host: api.host, wanted: model, detail });
}

const described = z.record(z.string(), z.object({ input: z.object({ required: z.record(z.string(), z.unknown()) }) }));
/** Choices are listed themselves, or, of late, as options of their kind. */
const listed = z.union([
  z.tuple([z.array(z.string())], z.unknown()).transform(([all]) => all),
  z.tuple([z.string(), z.object({ options: z.array(z.string()) })]).transform(([, { options }]) => options),
]);

function choicesOf(about: unknown, className: string, input: string): readonly string[] | undefined {
  const node = ownValue(described.safeParse(about).data, className);
  return listed.safeParse(ownValue(node?.input.required, input)).data;
}

function paint(
  api: Api,
  request: PictureRequest,
  settings: ComfyuiOptions,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  const size = sizeOf(request, settings);
  const graph = () => graphFor(api, request, settings, signal);
  return run(api, { graph, read: (bytes) => pictureOf(api.host, bytes, size) }, settings, signal);
}

async function upscale(
  api: Api,
  { image, scale }: UpscaleRequest,
  settings: ComfyuiOptions,
  signal?: AbortSignal,
): Promise<RgbaImage> {
  const { upscaleWorkflow: path, upscaler: model } = settings;
  if (path === undefined) throw new EngineError('painter_refused', { why: 'upscale' });
  const graph = async () => {
    const workflow = await readUpscaling(path);
    const chosen = await modelOf(api, workflow, { model }, signal);
    return workflow.filled(image, {
      image: await upload(api, await encodePng(image), signal),
      scale,
      model: chosen,
    });
  };
  const running = run(api, { graph, read: (bytes) => upscaledOf(api.host, bytes) }, settings, signal);
  for await (const event of running) if (event.type === 'done') return event.image;
  throw new EngineError('painter_failed', { host: api.host, detail: 'it ended without a picture' });
}

/** A graph to be run, and how its picture is read. */
interface Work {
  graph: () => Promise<Graph>;
  read: (bytes: Buffer) => Promise<RgbaImage>;
}

async function* run(
  api: Api,
  { graph, read }: Work,
  settings: ComfyuiOptions,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  signal?.throwIfAborted();
  const client = randomUUID();
  const ears = listen(socketOf(settings.url, client), settings);
  const limit = AbortSignal.timeout(1000 * settings.seconds);
  let id: string | undefined;
  try {
    const prompt = await graph();
    const body = { prompt, client_id: client, prompt_id: client };
    id = client;
    ({ prompt_id: id } = await api.call('prompt', queued, { body, signal, withinMs: QUICK }));
    yield* untilDone(api, id, ears, { ...settings, read }, limit, signal);
    id = undefined;
  } finally {
    ears.close();
    if (id !== undefined) await withdraw(api, id);
  }
}

function socketOf(url: string, client: string): URL {
  const socket = new URL(`ws?clientId=${client}`, url.endsWith('/') ? url : `${url}/`);
  socket.protocol = socket.protocol === 'https:' ? 'wss:' : 'ws:';
  return socket;
}

async function graphFor(
  api: Api,
  request: PictureRequest,
  settings: ComfyuiOptions,
  signal?: AbortSignal,
): Promise<Graph> {
  const workflow = await readWorkflow(settings.workflow);
  const { prompt, negative, seed, start = NOTHING, aspect = SQUARE } = request;
  if (workflow.isSquare && aspect !== SQUARE) throw new EngineError('painter_refused', { why: 'aspect' });
  const size = sizeOf(request, settings);
  const { steps, guidance } = settings.workflow === undefined ? { ...settings, ...request } : request;
  const model = await modelOf(api, workflow, settings, signal);
  const begun = workflow.takes('image')
    ? { image: await upload(api, await startPng(start, size), signal), strength: start.strength }
    : {};
  return workflow.filled(size, {
    prompt: plainWords(prompt),
    negative: plainWords(negative),
    seed,
    steps,
    guidance,
    model,
    ...begun,
  });
}

function sizeOf({ aspect = SQUARE }: PictureRequest, { size }: ComfyuiOptions): PictureSize {
  return sizeOfAspect(size, aspect, MULTIPLE);
}

/** To where the engine keeps what may be gone once it starts again. @returns what nodes call it */
async function upload(api: Api, png: Buffer, signal?: AbortSignal): Promise<string> {
  const body = new FormData();
  body.set('image', new Blob([new Uint8Array(png)], { type: 'image/png' }), `${randomUUID()}.png`);
  body.set('type', 'temp');
  body.set('subfolder', 'kaleido');
  const { name, subfolder } = await api.call('upload/image', uploaded, { body, signal, withinMs: QUICK });
  return `${subfolder === '' ? '' : `${subfolder}/`}${name} [temp]`;
}

async function* untilDone(
  api: Api,
  id: string,
  ears: Ears,
  { lookEveryMs = LOOK_EVERY_MS, seconds, read }: ComfyuiOptions & Pick<Work, 'read'>,
  limit: AbortSignal,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  const waiting = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  for (;;) {
    const pause = sleep(lookEveryMs, undefined, { signal: waiting }).catch(() => undefined);
    await Promise.race([pause, ears.ended]);
    signal?.throwIfAborted();
    if (limit.aborted) throw new EngineError('painter_away', { host: api.host, detail: silence(1000 * seconds) });
    const news = ears.news();
    if (news !== undefined) yield await partEvent(news.part, news.preview);
    const image = await finished(api, id, read, signal);
    if (image === undefined) continue;
    yield { type: 'done', image };
    return;
  }
}

/** The picture; undefined while there is none. */
async function finished(
  api: Api,
  id: string,
  read: Work['read'],
  signal?: AbortSignal,
): Promise<RgbaImage | undefined> {
  const made = await historyOf(api, id, signal);
  if (made === undefined) return undefined;
  const { outputs, status } = made;
  const broken = status?.messages?.find(([name]) => name === 'execution_error' || name === 'execution_interrupted');
  if (broken !== undefined) throw brokenOff(api.host, broken);
  const images = Object.values(outputs).flatMap(({ images: some = [] }) => some);
  const found = images.find(({ type }) => type === 'output') ?? images[0];
  if (found === undefined)
    throw new EngineError('painter_failed', { host: api.host, detail: 'no node saved a picture' });
  const { filename, subfolder, type } = found;
  const where = new URLSearchParams({ filename, subfolder, type }).toString();
  return read(await api.bytes(`view?${where}`, { signal, withinMs: QUICK }));
}

/** @throws EngineError `painter_away` where the engine knows nothing of it any more, as when it was restarted */
async function historyOf(api: Api, id: string, signal?: AbortSignal): Promise<z.output<typeof entry> | undefined> {
  const ask = async () => ownValue(await api.call(`history/${id}`, history, { signal, withinMs: QUICK }), id);
  const made = await ask();
  if (made !== undefined || (await isInLine(api, id, signal))) return made;
  // It may have ended between the two looks.
  const after = await ask();
  if (after !== undefined) return after;
  throw new EngineError('painter_away', { host: api.host, detail: 'it has forgotten the picture, as after a restart' });
}

async function isInLine(api: Api, id: string, signal?: AbortSignal): Promise<boolean> {
  const all = await api.call('queue', queue, { signal, withinMs: QUICK });
  return [...all.queue_running, ...all.queue_pending].some(([, one]) => one === id);
}

function brokenOff(host: string, [name, data]: [string, unknown]): EngineError {
  if (name === 'execution_interrupted') return new EngineError('painter_failed', { host, detail: INTERRUPTED });
  const { node_id: id = '?', node_type: type = '?', exception_message: said = '' } = failure.safeParse(data).data ?? {};
  // Nodes that ask services of others, and such as look for what is indecent, fail at what they refuse.
  if (isRefusal(said)) return new EngineError('painter_refused', { why: 'policy' });
  return new EngineError('painter_failed', { host, detail: shortened(`node ${id} (${type}): ${said}`) });
}

/** Out of the line, or interrupted if it is being painted. A courtesy: nobody waits for this picture. */
async function withdraw(api: Api, id: string): Promise<void> {
  const courteously = { withinMs: COURTESY };
  const gone = async () => {
    await api.call('queue', nothing, { body: { delete: [id] }, ...courteously });
    const { queue_running: running } = await api.call('queue', queue, courteously);
    // Older ones read no id and interrupt whatever they paint.
    if (running.some(([, one]) => one === id)) {
      await api.call('interrupt', nothing, { body: { prompt_id: id }, ...courteously });
    }
  };
  await gone().catch(() => undefined);
}

/** @throws EngineError `painter_invalid` for a workflow that this engine cannot run */
function meaningOf({ host, path, status, json }: Refusal): void {
  if (path !== 'prompt' || status !== 400) return;
  const { error = {}, node_errors: nodes = {} } = nodeErrors.partial().safeParse(json).data ?? {};
  const ofNodes = Object.entries(nodes).flatMap(([id, { class_type: type, errors }]) =>
    errors.map(({ message = '', details = '' }) => `node ${id} (${type}): ${message} ${details}`),
  );
  const detail = [...ofNodes, `${error.message ?? ''} ${error.details ?? ''}`].join('; ');
  throw new EngineError('painter_invalid', { why: 'workflow_refused', host, detail: shortened(detail) });
}
