import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { EngineError } from '../../engine/basics/index.js';
import type { ProposalRequest } from '../../engine/text-prior/index.js';
import { type Api, type ApiOptions, createApi, QUICK, type Refusal, shortened, withVersion } from '../api.js';
import type { Message } from './instructions.js';

export interface ChatOptions extends Omit<ApiOptions, 'refused' | 'mostBytes'> {
  /** Model to ask; default: the first that the endpoint names. */
  model?: string | undefined;
}

/** What is asked of a model. */
export interface Question {
  messages: readonly Message[];
  /** JSON schema of the answer. */
  schema: object;
  /** What the answer is about. */
  request: ProposalRequest;
  seed: number;
  temperature: number;
  /** Tokens of the answer at most. */
  mostTokens: number;
}

/** What is known of a model that lies here. */
export interface AboutChat {
  /** Null where nobody knows. */
  licence?: string | null;
  /** Of its files. */
  bytes?: number;
}

/** One chat endpoint, or a language model in this process. */
export interface Chat {
  about?(): Promise<AboutChat>;
  dispose?(): Promise<void>;
  /** Its host and port. */
  host: string;
  /** @throws EngineError `painter_away`, `painter_failed` or `painter_invalid` */
  model(signal?: AbortSignal): Promise<string | undefined>;
  /**
   * What the model answers. While the endpoint asks to wait it is asked again, as long as there is time.
   *
   * @param until when it has to be there, as `performance.now` tells time
   * @throws EngineError `painter_away`, `painter_failed`, `painter_invalid`, or `painter_refused` where it will not;
   *   the signal's reason when aborted
   */
  ask(question: Question, until: number, signal?: AbortSignal): Promise<string>;
}

/** One endpoint over HTTP, which may have a model with eyes. */
export interface ChatEndpoint extends Chat {
  /**
   * What the model says of a picture.
   *
   * @param url of the picture: data
   * @throws as `ask` does; nobody is asked twice
   */
  tell(instructions: string, url: string, withinMs: number): Promise<string>;
}

/** Bytes of an answer at most: some dozen plans, and thoughts before them. */
const LARGEST_ANSWER = 2 ** 20;
/** Milliseconds between attempts while the endpoint is away. */
const PAUSES_MS = [500, 2_000, 5_000] as const;
/** What not every endpoint takes: where it is refused it is left out from then on, or made weaker. */
const OPTIONAL = ['response_format', 'max_tokens', 'temperature', 'seed'] as const;
type Optional = (typeof OPTIONAL)[number] | 'json_schema' | 'models';

const models = z.object({ data: z.array(z.object({ id: z.string() })) });
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
});

/** Something is not taken that an answer can be had without. */
class NotTaken extends Error {
  constructor(readonly option: Optional) {
    super(option);
  }
}

/**
 * Chat endpoints in the manner of OpenAI's: its own, Ollama, llama.cpp, vLLM. The form of answers is asked for as a
 * JSON schema, then as JSON, then in words alone, as far as an endpoint takes it; some take it and do not keep to it.
 */
export function createChat(options: ChatOptions): ChatEndpoint {
  const api = createApi({ ...options, url: withVersion(options.url), mostBytes: LARGEST_ANSWER, refused: meaningOf });
  const lacking = new Set<Optional>();
  let known: string | undefined;

  async function model(signal?: AbortSignal): Promise<string | undefined> {
    known ??= await modelOf(api, options.model, signal);
    return known;
  }

  async function attempt(question: Question, until: number, signal?: AbortSignal): Promise<string> {
    for (;;) {
      const body = { model: await model(signal), ...bodyOf(question, lacking) };
      try {
        const withinMs = Math.max(1, Math.ceil(until - performance.now()));
        return textOf(await api.call('chat/completions', completion, { body, signal, withinMs }));
      } catch (error) {
        const option = error instanceof NotTaken ? weaker(error.option, lacking) : undefined;
        if (option === undefined) throw error;
        lacking.add(option);
      }
    }
  }

  return {
    host: api.host,
    model,
    async tell(instructions, url, withinMs) {
      const content = [
        { type: 'text', text: instructions },
        { type: 'image_url', image_url: { url } },
      ];
      const body = { model: await model(), messages: [{ role: 'user', content }], stream: false };
      return textOf(await api.call('chat/completions', completion, { body, withinMs }));
    },
    async ask(question, until, signal) {
      for (let k = 0; ; k++) {
        const pause = PAUSES_MS[k];
        try {
          return await attempt(question, until, signal);
        } catch (error) {
          const isAway = error instanceof EngineError && error.code === 'painter_away';
          if (!isAway || pause === undefined || performance.now() + pause >= until) throw error;
          await sleep(pause, undefined, signal === undefined ? {} : { signal }).catch(() => signal?.throwIfAborted());
        }
      }
    },
  };
}

/** @throws EngineError `painter_invalid` where the endpoint names others, and not that which is wanted */
async function modelOf(api: Api, wanted: string | undefined, signal?: AbortSignal): Promise<string | undefined> {
  const all = await api.call('models', models, { signal, withinMs: QUICK }).catch((error: unknown) => {
    // Not every endpoint has a list.
    if (error instanceof NotTaken) return undefined;
    throw error;
  });
  const names = all?.data.map(({ id }) => id);
  // Ollama's names may leave that out.
  if (wanted === undefined || names === undefined || [wanted, `${wanted}:latest`].some((one) => names.includes(one)))
    return wanted ?? names?.[0];
  const detail = shortened(names.join(', ')) || 'none';
  throw new EngineError('painter_invalid', { why: 'other_model', host: api.host, wanted, detail });
}

function bodyOf({ messages, schema, seed, temperature, mostTokens }: Question, lacking: ReadonlySet<Optional>) {
  const strict = { type: 'json_schema', json_schema: { name: 'plans', strict: true, schema } };
  const optional = {
    response_format: lacking.has('json_schema') ? { type: 'json_object' } : strict,
    max_tokens: mostTokens,
    temperature,
    seed,
  };
  const taken = Object.entries(optional).filter(([name]) => !lacking.has(name as Optional));
  return { messages, stream: false, ...Object.fromEntries(taken) };
}

/** What to leave out next where an option is refused; undefined where it was left out already. */
function weaker(option: Optional, lacking: ReadonlySet<Optional>): Optional | undefined {
  const next = option === 'response_format' && !lacking.has('json_schema') ? 'json_schema' : option;
  return lacking.has(next) ? undefined : next;
}

/** @throws EngineError `painter_refused` where the model will not */
function textOf({ choices: [choice] }: z.output<typeof completion>): string {
  const { message, finish_reason: reason } = choice!;
  if (message.refusal || reason === 'content_filter') throw new EngineError('painter_refused', { why: 'policy' });
  return message.content ?? '';
}

/** @throws NotTaken for an option that is refused by its name */
function meaningOf({ path, status, json }: Refusal): void {
  if (path === 'models' && [404, 405, 501].includes(status)) throw new NotTaken('models');
  if (path === 'models' || status === 401 || status === 429) return;
  const said = JSON.stringify(json ?? '');
  const option = OPTIONAL.find((name) => new RegExp(`\\b${name}\\b`).test(said));
  if (option !== undefined) throw new NotTaken(option);
}
