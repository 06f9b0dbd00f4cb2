import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
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

/** How such endpoints refuse: OpenAI's by two codes, Azure's, and some by an answer without a picture. */
export type Refusing = 'policy' | 'moderation' | 'filter' | 'filtered';

/** What is wrong with all that it answers, or paints. */
export type Trouble =
  | Fault
  | Refusing
  | 'unpaid'
  | 'limit'
  | 'black'
  | 'no-picture'
  | 'other-size'
  | 'elsewhere'
  | 'broken';

const fields = z.object({
  prompt: z.string().min(1),
  model: z.string().optional(),
  size: z.string().regex(/^\d+x\d+$/),
  n: z.coerce.number().pipe(z.literal(1)).optional(),
  seed: z.coerce.number().optional(),
  negative_prompt: z.string().optional(),
  response_format: z.enum(['url', 'b64_json']).optional(),
});
type Fields = z.output<typeof fields>;
export type Asked = Fields & { path: string };

export interface OpenaiServerOptions {
  token?: string;
  /**
   * As OpenAI itself: it refuses every field that it does not know, and chooses seeds; a copy takes more, ignores what
   * it does not know, tells pictures by their address unless it is asked otherwise, and knows no edits.
   */
  isStrict?: boolean;
  sizes?: readonly string[];
  paintMs?: number;
}

/** A loopback endpoint in the manner of OpenAI's images, written from its documentation. */
export interface OpenaiServer extends Listening {
  /** What it was asked to paint, in order, also where it refused. */
  asked: Asked[];
  painted: number;
  /** Requests that somebody left before they were answered. */
  left: number;
  trouble: Trouble | null;
  models: string[];
}

const error = (code: string | null, message: string, param: string | null = null) => ({
  error: { code, message, param, type: 'invalid_request_error' },
});
const isFault = (trouble: Trouble): trouble is Fault => FAULTS.includes(trouble as Fault);
/** What OpenAI's own takes of its image models today. */
const STRICT_FIELDS = ['prompt', 'model', 'size', 'n', 'image'];

export async function startOpenai(options: OpenaiServerOptions = {}): Promise<OpenaiServer> {
  const { token, isStrict = true, sizes = ['256x256', '1024x1024'], paintMs = 20 } = options;
  const files = new Map<string, Buffer>();
  let chosen = 0;

  /** @returns whether the request was refused */
  function refused(response: ServerResponse, given: Record<string, unknown>): boolean {
    const unknown = isStrict ? Object.keys(given).find((name) => !STRICT_FIELDS.includes(name)) : undefined;
    if (unknown !== undefined) {
      json(response, 400, error('unknown_parameter', `Unknown parameter: '${unknown}'.`, unknown));
    } else if (!sizes.includes(String(given.size))) {
      const known = sizes.map((size) => `'${size}'`).join(', ');
      json(
        response,
        400,
        error('invalid_value', `Invalid value: '${given.size}'. Supported values are: ${known}.`, 'size'),
      );
    } else if (given.model !== undefined && !server.models.includes(String(given.model))) {
      json(response, 404, error('model_not_found', `The model '${given.model}' does not exist.`));
    } else return false;
    return true;
  }

  function troubled(response: ServerResponse): boolean {
    switch (server.trouble) {
      case 'policy':
        json(response, 400, error('content_policy_violation', 'Your request was rejected by our safety system.'));
        return true;
      case 'moderation':
        json(response, 400, error('moderation_blocked', 'Your request was rejected.'));
        return true;
      case 'filter': {
        const inner = { code: 'ResponsibleAIPolicyViolation', content_filter_results: { sexual: { filtered: true } } };
        json(response, 400, { error: { code: 'bad_request', message: 'Rejected.', inner_error: inner } });
        return true;
      }
      case 'filtered':
        json(response, 200, { created: 1, data: [{ content_filter_results: { sexual: { filtered: true } } }] });
        return true;
      case 'unpaid':
        json(response, 429, error('insufficient_quota', 'You exceeded your current quota.'));
        return true;
      case 'limit':
        json(response, 429, error('rate_limit_exceeded', 'Rate limit reached for images per minute.'));
        return true;
      case 'broken':
        json(response, 500, error(null, 'The server had an error while processing your request.'));
        return true;
      case 'no-picture':
        json(response, 200, { created: 1, data: [{ b64_json: 'bm8gcGljdHVyZQ==' }] });
        return true;
      case 'elsewhere':
        json(response, 200, { created: 1, data: [{ url: 'http://169.254.169.254/latest/meta-data' }] });
        return true;
      default:
        return false;
    }
  }

  async function onPaint(path: string, response: ServerResponse, given: Record<string, unknown>): Promise<void> {
    const asked = fields.parse(given);
    server.asked.push({ ...asked, path });
    if (refused(response, given) || troubled(response)) return;
    response.on('close', () => {
      if (!response.writableEnded) server.left++;
    });
    await sleep(paintMs);
    if (response.destroyed) return;
    const [width = 0, height = 0] = asked.size.split('x').map(Number);
    const png = await noisePng({
      seed: isStrict ? ++chosen : (asked.seed ?? ++chosen),
      width: server.trouble === 'other-size' ? width / 2 : width,
      height,
      start: given.image as Buffer | undefined,
      isBlack: server.trouble === 'black',
    });
    server.painted++;
    if (isStrict || asked.response_format === 'b64_json') {
      return json(response, 200, { created: 1, data: [{ b64_json: png.toString('base64') }] });
    }
    const file = `/generated-images/${files.size}.png`;
    files.set(file, png);
    json(response, 200, { created: 1, data: [{ url: `${server.url}${file}` }] });
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(incoming);
    const { trouble } = server;
    if (trouble !== null && isFault(trouble)) return misbehave(response, trouble);
    if (token !== undefined && incoming.headers.authorization !== `Bearer ${token}`) {
      return json(response, 401, error('invalid_api_key', 'Incorrect API key provided.'));
    }
    const path = incoming.url ?? '';
    const file = files.get(path);
    if (file !== undefined) return void response.writeHead(200, { 'content-type': 'image/png' }).end(file);
    switch (`${incoming.method} ${path}`) {
      case 'GET /v1/models':
        return json(response, 200, { object: 'list', data: server.models.map((id) => ({ id, object: 'model' })) });
      case 'POST /v1/images/generations':
        return onPaint(path, response, z.record(z.string(), z.unknown()).parse(JSON.parse(bytes.toString())));
      case 'POST /v1/images/edits':
        if (!isStrict) break;
        return onPaint(path, response, await formOf(bytes, incoming.headers['content-type'] ?? ''));
    }
    json(response, 404, error(null, `Invalid URL (${incoming.method} ${path})`));
  }

  const server: OpenaiServer = Object.assign(await listenWith(answer), {
    asked: [],
    painted: 0,
    left: 0,
    trouble: null,
    models: ['gpt-image-1', 'dall-e-3'],
  });
  return server;
}
