import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { decodePng, encodePng, resize } from '../../../src/images/sharp.js';
import {
  bytesOf,
  FAULTS,
  type Fault,
  formOf,
  json,
  type Listening,
  listenWith,
  misbehave,
  noisePng,
} from '../engines/engine.js';
import { enlargedBy, type Graph, graphSchema, sampledBy, wrongIn } from './graph.js';

/** What is wrong with all that it answers, or paints. */
export type Trouble = Fault | 'refused' | 'out-of-memory' | 'interrupted' | 'black' | 'no-output' | 'other-size';

export interface ComfyuiServerOptions {
  /** What a proxy before it lets in; it has no authentication of its own. */
  authorization?: string;
  /** Whether its websocket can be reached, which some proxies cut off. */
  hasSocket?: boolean;
  /** Whether requests name their pictures, and interrupts one: older ones know neither. */
  isOld?: boolean;
  stepMs?: number;
}

interface Job {
  id: string;
  client: string;
  graph: Graph;
  isInterrupted: boolean;
}

/**
 * A loopback ComfyUI, written from its documentation: it checks workflows, runs one at a time, tells the client that
 * asked by a websocket, keeps a history, and forgets all, with what was uploaded for a while, when it is restarted. An
 * interrupt without an id stops whatever is being run.
 */
export interface ComfyuiServer extends Listening {
  /** What it was asked to run, in order. */
  asked: Graph[];
  /** Such as ran to their end, were interrupted, or taken out of the line. */
  painted: string[];
  interrupted: string[];
  withdrawn: string[];
  trouble: Trouble | null;
  checkpoints: string[];
  upscalers: string[];
  /** Somebody else's picture, which takes so many steps. Resolves with whether it was interrupted. */
  paintForAnother(steps: number): Promise<boolean>;
}

/** How long it takes to make a picture larger, in steps of painting. */
const ENLARGING_STEPS = 5;
const isFault = (trouble: Trouble): trouble is Fault => FAULTS.includes(trouble as Fault);
const promptBody = z.object({ prompt: graphSchema, client_id: z.string(), prompt_id: z.string().optional() });
const deleteBody = z.object({ delete: z.array(z.string()) });

export async function startComfyui(options: ComfyuiServerOptions = {}): Promise<ComfyuiServer> {
  const { authorization, hasSocket = true, isOld = false, stepMs = 20 } = options;
  let jobs: Job[] = [];
  let line: Promise<unknown> = Promise.resolve();
  let history: Record<string, object> = {};
  const uploads = new Map<string, Buffer>();
  const files = new Map<string, Buffer>();
  const sockets = new Map<string, WebSocket>();

  function tell(client: string, type: string, data: object): void {
    sockets.get(client)?.send(JSON.stringify({ type, data }));
  }

  async function run(job: Job): Promise<void> {
    const mine = line.then(() => paint(job));
    line = mine.catch(() => undefined);
    await mine;
  }

  /** What the file of its picture is called. */
  function keep(png: Buffer): object {
    const filename = `${randomUUID()}.png`;
    files.set(filename, png);
    return { saved: { images: [{ filename, subfolder: '', type: 'output' }] } };
  }

  async function enlarge(job: Job, from: string, scale: number): Promise<void> {
    await sleep(ENLARGING_STEPS * stepMs);
    if (!jobs.includes(job)) return;
    if (job.isInterrupted) {
      server.interrupted.push(job.id);
      return end(job, {}, [['execution_interrupted', { prompt_id: job.id }]]);
    }
    const { image } = await decodePng(uploads.get(from)!);
    const larger = await resize(image, Math.round(image.width * scale), Math.round(image.height * scale));
    const outputs = keep(await encodePng(larger));
    server.painted.push(job.id);
    end(job, outputs, [['execution_success', { prompt_id: job.id }]]);
  }

  async function paint(job: Job): Promise<void> {
    const { id, client, graph } = job;
    const larger = enlargedBy(graph);
    if (larger !== undefined) return enlarge(job, larger.image, larger.scale);
    const { seed, steps, denoise, image, ...empty } = sampledBy(graph);
    const start = image === undefined ? undefined : uploads.get(image);
    const { width, height } = start === undefined ? empty : (await decodePng(start)).image;
    tell(client, 'execution_start', { prompt_id: id });
    const { trouble } = server;
    for (let step = 1; step <= steps && !job.isInterrupted && jobs.includes(job); step++) {
      await sleep(stepMs);
      tell(client, 'progress', { value: step, max: steps, prompt_id: id, node: '3' });
      if (step === 1) {
        const preview = await noisePng({ seed, width: 64, height: 64 });
        sockets.get(client)?.send(Buffer.concat([Buffer.from([0, 0, 0, 1, 0, 0, 0, 2]), preview]));
      }
    }
    if (!jobs.includes(job)) return;
    if (job.isInterrupted || trouble === 'interrupted') {
      server.interrupted.push(id);
      return end(job, {}, [['execution_interrupted', { prompt_id: id }]]);
    }
    if (trouble === 'refused') {
      const exception_message = 'Your request was rejected as a result of our content policy.';
      const said = { prompt_id: id, node_id: '7', node_type: 'OpenAIGPTImage1', exception_message };
      return end(job, {}, [['execution_error', said]]);
    }
    if (trouble === 'out-of-memory') {
      const said = { prompt_id: id, node_id: '3', node_type: 'KSampler', exception_message: 'Allocation on device' };
      return end(job, {}, [['execution_error', said]]);
    }
    const side = trouble === 'other-size' ? width / 2 : width;
    const from = trouble === 'other-size' ? undefined : start;
    const png = await noisePng({
      seed,
      width: side,
      height,
      start: from,
      strength: denoise,
      isBlack: trouble === 'black',
    });
    if (!jobs.includes(job)) return;
    const outputs = keep(png);
    server.painted.push(id);
    end(job, trouble === 'no-output' ? {} : outputs, [['execution_success', { prompt_id: id }]]);
  }

  /** Out of the line and into the history at once. */
  function end(job: Job, outputs: object, messages: [string, object][]): void {
    const { id, client } = job;
    jobs = jobs.filter((one) => one !== job);
    const isGood = messages[0]![0] === 'execution_success';
    history[id] = { outputs, status: { status_str: isGood ? 'success' : 'error', completed: isGood, messages } };
    for (const [type, data] of messages) tell(client, type, data);
    if (isGood) tell(client, 'executing', { node: null, prompt_id: id });
  }

  function enqueue(graph: Graph, client: string, id: string): Job {
    const job = { id, client, graph, isInterrupted: false };
    jobs.push(job);
    return job;
  }

  function onPrompt(response: ServerResponse, body: unknown) {
    const { prompt, client_id: client, prompt_id: wanted } = promptBody.parse(body);
    server.asked.push(prompt);
    const wrong = wrongIn(prompt, server, [...uploads.keys()]);
    if (wrong !== undefined) return json(response, 400, wrong);
    const job = enqueue(prompt, client, isOld ? randomUUID() : (wanted ?? randomUUID()));
    void run(job);
    json(response, 200, { prompt_id: job.id, number: server.asked.length, node_errors: {} });
  }

  function onQueue(response: ServerResponse, body: unknown) {
    if (body === undefined) {
      const items = jobs.map(({ id, graph }, number) => [number, id, graph, {}, []]);
      return json(response, 200, { queue_running: items.slice(0, 1), queue_pending: items.slice(1) });
    }
    for (const id of deleteBody.parse(body).delete) {
      const at = jobs.findIndex((job) => job.id === id);
      if (at <= 0) continue;
      jobs.splice(at, 1);
      server.withdrawn.push(id);
    }
    response.writeHead(200).end();
  }

  function onInterrupt(response: ServerResponse, body: unknown): void {
    const { prompt_id: id } = z.object({ prompt_id: z.string().optional() }).parse(body ?? {});
    const [running] = jobs;
    if (running !== undefined && (isOld || id === undefined || running.id === id)) running.isInterrupted = true;
    response.writeHead(200).end();
  }

  async function onUpload(response: ServerResponse, bytes: Buffer, contentType: string): Promise<void> {
    const form = await formOf(bytes, contentType);
    const { type, subfolder } = z.object({ type: z.literal('temp'), subfolder: z.string() }).parse(form);
    const name = `${randomUUID()}.png`;
    uploads.set(`${subfolder}/${name} [${type}]`, form.image as Buffer);
    json(response, 200, { name, subfolder, type });
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(incoming);
    const { trouble } = server;
    if (trouble !== null && isFault(trouble)) return misbehave(response, trouble);
    if (authorization !== undefined && incoming.headers.authorization !== authorization) {
      response.setHeader('www-authenticate', 'Basic');
      return void response.writeHead(401).end('401 Authorization Required');
    }
    const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://comfyui');
    if (pathname === '/upload/image') return onUpload(response, bytes, incoming.headers['content-type'] ?? '');
    const body: unknown = bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
    const file = files.get(searchParams.get('filename') ?? '');
    if (pathname === '/prompt') return onPrompt(response, body);
    if (pathname === '/queue') return onQueue(response, body);
    if (pathname === '/interrupt') return onInterrupt(response, body);
    if (pathname === '/system_stats')
      return json(response, 200, { system: { comfyui_version: '0.3.60' }, devices: [] });
    if (pathname.startsWith('/history/')) {
      const id = pathname.slice('/history/'.length);
      return json(response, 200, history[id] === undefined ? {} : { [id]: history[id] });
    }
    if (pathname === '/object_info/CheckpointLoaderSimple') {
      const required = { ckpt_name: [server.checkpoints, {}] };
      return json(response, 200, { CheckpointLoaderSimple: { input: { required } } });
    }
    if (pathname === '/object_info/UpscaleModelLoader') {
      const required = { model_name: ['COMBO', { options: server.upscalers }] };
      return json(response, 200, { UpscaleModelLoader: { input: { required } } });
    }
    if (pathname.startsWith('/object_info/')) return json(response, 200, {});
    if (pathname === '/view' && file !== undefined) {
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(file);
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404: Not Found');
  }

  function onStart(http: Server): void {
    const accepting = new WebSocketServer({ noServer: true });
    http.on('upgrade', (request, socket, head) => {
      const isLetIn = authorization === undefined || request.headers.authorization === authorization;
      if (!hasSocket || !isLetIn) {
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        return;
      }
      accepting.handleUpgrade(request, socket, head, (accepted) => {
        const client = new URL(request.url ?? '', 'http://comfyui').searchParams.get('clientId') ?? '';
        sockets.set(client, accepted);
        tell(client, 'status', { status: { exec_info: { queue_remaining: jobs.length } }, sid: client });
      });
    });
  }

  const listening = await listenWith(answer, onStart);
  const { die } = listening;
  const server: ComfyuiServer = Object.assign(listening, {
    asked: [],
    painted: [],
    interrupted: [],
    withdrawn: [],
    trouble: null,
    checkpoints: ['v1-5-pruned-emaonly.safetensors', 'dreams.safetensors'],
    upscalers: ['4x-UltraSharp.pth'],
    async paintForAnother(steps: number) {
      const sampler = { class_type: 'KSampler', inputs: { seed: 1, steps, denoise: 1 } };
      const size = { class_type: 'EmptyLatentImage', inputs: { width: 64, height: 64 } };
      const job = enqueue({ sampler, size }, 'another', randomUUID());
      await run(job);
      return job.isInterrupted;
    },
    die() {
      [jobs, history, line] = [[], {}, Promise.resolve()];
      uploads.clear();
      for (const socket of sockets.values()) socket.terminate();
      sockets.clear();
      return die();
    },
  });
  return server;
}
