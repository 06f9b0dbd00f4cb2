import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createRng } from '../../../src/engine/basics/rng.js';
import { bytesOf, FAULTS, type Fault, json, type Listening, listenWith, misbehave } from '../engines/engine.js';

/** What is wrong with what it answers. */
export type Trouble =
  | Fault
  | 'limit'
  | 'broken'
  | 'prose'
  | 'other-form'
  | 'wrong-plans'
  | 'cut-off'
  | 'refusal'
  | 'too-few'
  | 'thoughts';

const role = z.enum(['system', 'user', 'assistant']);
/** A schema of strict mode: closed objects whose fields all have to be there, and nothing that it does not know. */
const strictSchema: z.ZodType<Schema> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.enum(['string', 'number']) }),
    z.strictObject({ type: z.literal('array'), items: strictSchema }),
    z
      .strictObject({
        type: z.literal('object'),
        properties: z.record(z.string(), strictSchema),
        required: z.array(z.string()),
        additionalProperties: z.literal(false),
      })
      .refine(({ properties, required }) => Object.keys(properties).every((name) => required.includes(name))),
  ]),
);
interface Schema {
  type: string;
  items?: Schema | undefined;
  properties?: Record<string, Schema> | undefined;
}

const part = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
  z.strictObject({
    type: z.literal('image_url'),
    image_url: z.strictObject({ url: z.string().regex(/^data:image\/(?:png|jpeg|webp|gif);base64,[\w+/]{64,}=*$/) }),
  }),
]);
/** A question about a picture, for models with eyes. */
const pictured = z.strictObject({
  model: z.string(),
  messages: z.tuple([z.strictObject({ role: z.literal('user'), content: z.array(part).min(2) })]),
  stream: z.literal(false).optional(),
});

const question = z.strictObject({
  model: z.string(),
  messages: z.array(z.strictObject({ role, content: z.string().min(1) })).min(1),
  stream: z.literal(false).optional(),
  temperature: z.number().min(0).max(2).optional(),
  seed: z.int().optional(),
  max_tokens: z.int().min(1).optional(),
  response_format: z
    .union([
      z.strictObject({ type: z.literal('json_object') }),
      z.strictObject({
        type: z.literal('json_schema'),
        json_schema: z.strictObject({
          name: z.string().regex(/^[\w-]{1,64}$/),
          strict: z.boolean().optional(),
          schema: strictSchema,
        }),
      }),
    ])
    .optional(),
});
export type Question = z.output<typeof question>;

export interface ChatServerOptions {
  token?: string;
  /** What it refuses by name. */
  refuses?: readonly ('json_schema' | 'response_format' | 'max_tokens' | 'temperature' | 'seed')[];
  answerMs?: number;
}

/** A loopback chat endpoint in the manner of OpenAI's, from its documentation, with a model that plans by seed. */
export interface ChatServer extends Listening {
  /** What it was asked, in order, without what it refused. */
  asked: Question[];
  /** All requests for an answer, also those that it refused. */
  requests: number;
  trouble: Trouble | null;
  /** For so many requests; default: for all. */
  troubles: number;
  models: string[];
  /** Models with eyes, what they say, and how many pictures they were shown. */
  sighted: string[];
  caption: string;
  seen: number;
  /** Requests that somebody left before they were answered. */
  left: number;
}

const error = (message: string, code: string | null = null, param: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code },
});
const isFault = (trouble: Trouble): trouble is Fault => FAULTS.includes(trouble as Fault);

const LOOKS = [
  'brass',
  'velvet',
  'tiny',
  'giant',
  'sleepy',
  'ancient',
  'glowing',
  'broken',
  'floral',
  'icy',
  'rusty',
  'fluffy',
];
const PLACES = [
  'harbour',
  'kitchen',
  'desert',
  'attic',
  'orchard',
  'station',
  'glacier',
  'market',
  'library',
  'meadow',
];
const STYLES = ['photograph', 'watercolor', 'woodcut', 'collage', 'claymation', 'etching', 'fresco', 'comic'];
const COLOURS = ['#b8562b', '#1f2d4d', '#f4c542', '#4d9a58', '#e23b9a', '#eef2f6', '#6b3d24', '#25c3d9'];

/** What the model plans: fields as the schema has them, or all where there is none. */
function plansOf({ seed = 0, messages, response_format: format }: Question): object[] {
  const said = messages.map(({ content }) => content).join('\n');
  const count = Number(/Give (\d+) plans/.exec(said)?.[1] ?? 1);
  const thing = /Request: "(?:an? )?([^"]*)"/.exec(said)?.[1] ?? 'thing';
  const schema = format?.type === 'json_schema' ? format.json_schema.schema : undefined;
  const wanted = schema?.properties?.plans?.items?.properties;
  const rng = createRng(seed, 'chat');
  const pick = <T>(list: readonly T[]) => list[Math.floor(rng.uniform() * list.length)]!;
  return Array.from({ length: count }, () => {
    const [left, top] = [50 + Math.floor(rng.uniform() * 400), 50 + Math.floor(rng.uniform() * 400)];
    const all = {
      description: `a ${pick(LOOKS)} ${thing} in a ${pick(PLACES)}`,
      style: pick(STYLES),
      boxes: [{ label: thing, x0: left, y0: top, x1: left + 450, y1: top + 450 }],
      palette: [
        { colour: pick(COLOURS), share: 0.7 },
        { colour: pick(COLOURS), share: 0.3 },
      ],
      probability: 0.05 + 0.4 * rng.uniform(),
    };
    return Object.fromEntries(Object.entries(all).filter(([name]) => wanted === undefined || name in wanted));
  });
}

/** What the model says, and why it stops. */
function answerTo(
  asked: Question,
  trouble: Trouble | null,
): { content: string | null; refusal?: string; reason: string } {
  const plans = plansOf(asked);
  const whole = JSON.stringify({ plans });
  switch (trouble) {
    case 'prose':
      return { content: 'Sure! Here are some lovely ideas for your picture.', reason: 'stop' };
    case 'other-form':
      return { content: JSON.stringify({ ideas: plans }), reason: 'stop' };
    case 'wrong-plans':
      return {
        content: JSON.stringify({ plans: plans.map((plan) => ({ ...plan, probability: 'high' })) }),
        reason: 'stop',
      };
    case 'cut-off':
      return { content: whole.slice(0, whole.length / 2), reason: 'length' };
    case 'refusal':
      return { content: null, refusal: 'I cannot help with that.', reason: 'stop' };
    case 'too-few':
      return { content: JSON.stringify({ plans: plans.slice(0, 1) }), reason: 'stop' };
    case 'thoughts':
      return { content: `<think>{so many ideas}</think>\nHere:\n\`\`\`json\n${whole}\n\`\`\``, reason: 'stop' };
    default:
      return { content: whole, reason: 'stop' };
  }
}

export async function startChat(options: ChatServerOptions = {}): Promise<ChatServer> {
  const { token, refuses = [], answerMs = 0 } = options;

  /** @returns whether the request was refused */
  function refused(response: ServerResponse, given: Record<string, unknown>): boolean {
    const form = (given.response_format as { type?: string } | undefined)?.type;
    const option = refuses.find((name) => (name === 'json_schema' ? form === name : given[name] !== undefined));
    if (option === 'json_schema') {
      const message = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.";
      json(response, 400, error(message, null, 'response_format'));
    } else if (option !== undefined) {
      const message = `Unsupported parameter: '${option}' is not supported with this model.`;
      json(response, 400, error(message, 'unsupported_parameter', option));
    } else return false;
    return true;
  }

  function onPicture(response: ServerResponse, model: string, trouble: Trouble | null) {
    if (!server.sighted.includes(model)) return json(response, 400, error(`${model} does not support image input.`));
    server.seen++;
    const refusal = trouble === 'refusal' ? 'I cannot help with that.' : null;
    const content = trouble === 'thoughts' ? `<think>a fox?</think>\n"${server.caption}"` : server.caption;
    const message = { role: 'assistant', content: refusal === null ? content : null, refusal };
    json(response, 200, { id: 'chatcmpl-1', choices: [{ index: 0, message, finish_reason: 'stop' }] });
  }

  async function onQuestion(response: ServerResponse, given: Record<string, unknown>, trouble: Trouble | null) {
    if (refused(response, given)) return;
    const seen = pictured.safeParse(given).data;
    if (seen !== undefined) return onPicture(response, seen.model, trouble);
    const parsed = question.safeParse(given);
    if (!parsed.success) return json(response, 400, error(`Invalid request: ${parsed.error.message}`));
    if (!server.models.includes(parsed.data.model)) {
      const message = `The model '${parsed.data.model}' does not exist or you do not have access to it.`;
      return json(response, 404, error(message, 'model_not_found'));
    }
    server.asked.push(parsed.data);
    if (trouble === 'limit')
      return json(response, 429, error('Rate limit reached for requests.', 'rate_limit_exceeded'));
    if (trouble === 'broken') return json(response, 500, error('The model runner has stopped.'));
    response.on('close', () => {
      if (!response.writableEnded) server.left++;
    });
    await sleep(answerMs);
    if (response.destroyed) return;
    const { content, refusal = null, reason } = answerTo(parsed.data, trouble);
    const message = { role: 'assistant', content, refusal };
    json(response, 200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: parsed.data.model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: reason }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(incoming);
    const isQuestion = incoming.url === '/v1/chat/completions' && incoming.method === 'POST';
    const trouble = isQuestion && server.troubles > 0 ? server.trouble : null;
    if (isQuestion) server.requests++;
    if (trouble !== null) server.troubles--;
    if (trouble !== null && isFault(trouble)) return misbehave(response, trouble);
    if (token !== undefined && incoming.headers.authorization !== `Bearer ${token}`) {
      return json(response, 401, error('Incorrect API key provided.', 'invalid_api_key'));
    }
    if (isQuestion) {
      return onQuestion(response, z.record(z.string(), z.unknown()).parse(JSON.parse(bytes.toString())), trouble);
    }
    if (incoming.method === 'GET' && incoming.url === '/v1/models') {
      return json(response, 200, { object: 'list', data: server.models.map((id) => ({ id, object: 'model' })) });
    }
    json(response, 404, error(`Invalid URL (${incoming.method} ${incoming.url})`));
  }

  const server: ChatServer = Object.assign(await listenWith(answer), {
    asked: [],
    requests: 0,
    trouble: null,
    troubles: Number.POSITIVE_INFINITY,
    models: ['planner-small', 'planner-large'],
    sighted: ['planner-large'],
    caption: 'a red fox in the snow, photograph',
    seen: 0,
    left: 0,
  });
  return server;
}
