import { z } from 'zod';
import { EngineError } from '../engine/basics/index.js';
import type { Network } from '../network/index.js';

/** Milliseconds that an answer may take that needs no painting. */
export const QUICK = 10_000;
/** Those that may be spent on stopping what nobody waits for. */
export const COURTESY = 2_000;

/** Bytes of an answer at most, where nothing else is said: a few large pictures. */
const LARGEST_ANSWER = 64 * 2 ** 20;
/** Characters of an engine's own words that are told. */
const LONGEST_DETAIL = 200;

/** What says that an engine is there but cannot now: busy, starting, behind a proxy that does not reach it. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** What an engine refuses, or fails at, as FastAPI and others say it. */
const complaint = z
  .object({ detail: z.unknown(), error: z.unknown(), errors: z.unknown(), message: z.unknown() })
  .partial();

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
  /** The same for an answer of any form. */
  bytes(path: string, options: CallOptions): Promise<Buffer>;
}

export interface CallOptions {
  /** A form, or what becomes JSON. */
  body?: object | FormData;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the whole answer is there. */
  withinMs: number;
}

export interface ApiOptions {
  url: string;
  /** The `Authorization` header; absent for none. */
  authorization?: string | undefined;
  fetch: Network['fetch'];
  /** Bytes of an answer at most. */
  mostBytes?: number;
  /** Throws what a refusal means in a protocol, where that is more than it means in all. */
  refused?(refusal: Refusal): void;
}

/** An answer that is no success. */
export interface Refusal {
  host: string;
  path: string;
  status: number;
  /** What it says; undefined where that is no JSON. */
  json: unknown;
}

/** Asks an engine over HTTP, and takes nothing from it but answers of the expected form and size. */
export function createApi({ url, authorization, fetch, refused, mostBytes = LARGEST_ANSWER }: ApiOptions): Api {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const { host } = base;

  /** The answer, unless it is too large. */
  async function exchange(path: string, { body, signal, withinMs }: CallOptions) {
    const limit = AbortSignal.timeout(withinMs);
    try {
      const response = await fetch(within(base, path), {
        ...requestOf(body, authorization),
        redirect: 'manual',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      return { status: response.status, bytes: await bytesOf(response, host, mostBytes) };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineError) throw error;
      throw new EngineError('painter_away', { host, detail: limit.aborted ? silence(withinMs) : reason(error) }, error);
    }
  }

  async function bytes(path: string, options: CallOptions): Promise<Buffer> {
    const { status, bytes: answered } = await exchange(path, options);
    if (status >= 200 && status < 300) return answered;
    const text = answered.toString();
    refused?.({ host, path, status, json: jsonOf(text) });
    throw meaningOf(status, text, host);
  }

  return {
    host,
    bytes,
    async call(path, schema, options) {
      const text = (await bytes(path, options)).toString();
      const parsed = schema.safeParse(jsonOf(text));
      if (parsed.success) return parsed.data;
      throw new EngineError('painter_invalid', { why: 'not_api', host, detail: shortened(text) }, parsed.error);
    },
  };
}

/** By POST where there is a body. */
function requestOf(body: CallOptions['body'], authorization: string | undefined): RequestInit {
  const isForm = body instanceof FormData;
  return {
    headers: {
      accept: 'application/json, image/*',
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(authorization === undefined ? {} : { authorization }),
    },
    ...(body === undefined ? { method: 'GET' } : { method: 'POST', body: isForm ? body : JSON.stringify(body) }),
  };
}

/** @throws EngineError `painter_invalid` for an address of another */
function within(base: URL, path: string): URL {
  const target = URL.canParse(path, base) ? new URL(path, base) : undefined;
  if (target?.origin === base.origin) return target;
  throw new EngineError('painter_invalid', { why: 'elsewhere', host: base.host });
}

/** An address without a path means the usual one of endpoints in the manner of OpenAI's. */
export function withVersion(url: string): string {
  return new URL(url).pathname === '/' ? new URL('v1', url).href : url;
}

/** How it is said that nothing came in time. */
export const silence = (ms: number): string => `no answer within ${Math.round(ms / 1000)} s`;

/** @throws EngineError `painter_invalid` for what is too large */
async function bytesOf({ body }: Response, host: string, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > most) throw new EngineError('painter_invalid', { why: 'too_large', host, most });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What a refusal means in every protocol. */
function meaningOf(status: number, text: string, host: string): EngineError {
  const json = jsonOf(text);
  const detail = `HTTP ${status} ${wordsOf(json) || shortened(text)}`.trim();
  if (PASSING.has(status)) return new EngineError('painter_away', { host, detail: `HTTP ${status}` });
  if (status === 401 || status === 403) return new EngineError('painter_invalid', { why: 'login', host });
  if (status >= 300 && status < 400) return new EngineError('painter_invalid', { why: 'elsewhere', host });
  if (status >= 500 && json !== undefined) return new EngineError('painter_failed', { host, detail });
  return new EngineError('painter_invalid', { why: 'not_api', host, detail });
}

/** What a refusal says in words; empty for nothing. */
export function wordsOf(json: unknown): string {
  const { error, detail, errors, message } = complaint.safeParse(json).data ?? {};
  const inner = complaint.safeParse(error).data?.message;
  const words = [error, inner, detail, errors, message].find((one) => typeof one === 'string' && one !== '');
  return typeof words === 'string' ? shortened(words) : '';
}

/** What a text says as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An engine's own words, as long as is told. */
export function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_DETAIL);
}

/** What lies beneath “fetch failed”. */
function reason(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost instanceof Error ? innermost.message || innermost.name : String(innermost);
}
