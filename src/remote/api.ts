import { z } from 'zod';
import { EngineError } from '../engine/basics/index.js';
import type { Network } from '../network/index.js';

/** Bytes of an answer at most: a few large pictures. */
const LARGEST_ANSWER = 64 * 2 ** 20;
/** Characters of an engine's own words that are told. */
const LONGEST_DETAIL = 200;

/** What says that an engine is there but cannot now: busy, starting, behind a proxy that does not reach it. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** What an engine refuses, or fails at, as FastAPI and others say it. */
const complaint = z.object({ detail: z.unknown(), error: z.unknown(), errors: z.unknown() }).partial();

/** One engine over HTTP. */
export interface Api {
  /** Its host and port, for messages. */
  host: string;
  /**
   * Calls it: by POST where there is a body, else by GET. Nothing but the configured host is asked, whatever it
   * answers.
   *
   * @throws EngineError `painter_away`, `painter_failed` or `painter_invalid`; the signal's reason when aborted
   */
  call<T>(path: string, schema: z.ZodType<T>, options: CallOptions): Promise<T>;
}

export interface CallOptions {
  body?: object;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the whole answer is there. */
  withinMs: number;
}

export interface ApiOptions {
  url: string;
  /** The `Authorization` header; absent for none. */
  authorization?: string | undefined;
  fetch: Network['fetch'];
}

/** Asks an engine over HTTP, and takes nothing from it but JSON of the expected form and size. */
export function createApi({ url, authorization, fetch }: ApiOptions): Api {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const { host } = base;

  async function ask(path: string, { body, signal, withinMs }: CallOptions): Promise<string> {
    const limit = AbortSignal.timeout(withinMs);
    try {
      const response = await fetch(new URL(path, base), {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      const text = await textOf(response, host);
      requireSuccess(response, text, host);
      return text;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineError) throw error;
      throw new EngineError('painter_away', { host, detail: limit.aborted ? silence(withinMs) : reason(error) }, error);
    }
  }

  return {
    host,
    async call(path, schema, options) {
      const text = await ask(path, options);
      const parsed = schema.safeParse(jsonOf(text));
      if (parsed.success) return parsed.data;
      throw new EngineError('painter_invalid', { why: 'not_api', host, detail: shortened(text) }, parsed.error);
    },
  };
}

const silence = (ms: number): string => `no answer within ${Math.round(ms / 1000)} s`;

/** The whole answer, unless it is too large. */
async function textOf({ body }: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > LARGEST_ANSWER) {
      throw new EngineError('painter_invalid', { why: 'too_large', host, most: LARGEST_ANSWER });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** @throws EngineError for whatever is no success */
function requireSuccess({ status, ok }: Response, text: string, host: string): void {
  if (ok) return;
  const json = jsonOf(text);
  const said = complaint.safeParse(json).data ?? {};
  const words = [said.error, said.detail, said.errors].find((one) => typeof one === 'string' && one !== '');
  const detail = shortened(typeof words === 'string' ? words : text) || `HTTP ${status}`;
  if (PASSING.has(status)) throw new EngineError('painter_away', { host, detail: `HTTP ${status}` });
  if (status === 401 || status === 403) throw new EngineError('painter_invalid', { why: 'login', host });
  if (status >= 300 && status < 400) throw new EngineError('painter_invalid', { why: 'elsewhere', host });
  if (status >= 500 && json !== undefined) throw new EngineError('painter_failed', { host, status, detail });
  throw new EngineError('painter_invalid', { why: 'not_api', host, detail: `HTTP ${status} ${detail}` });
}

/** What a text says as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_DETAIL);
}

/** What lies beneath “fetch failed”. */
function reason(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost instanceof Error ? innermost.message || innermost.name : String(innermost);
}
