import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sendFile, sendPage } from '../../hosted-file.js';
import { signatureOf } from '../state/attachments.js';
import type { World } from '../state/world.js';
import { ApiError, refusal } from './api-error.js';
import { readBody } from './body.js';
import type { Faults } from './faults.js';
import { INVALID_REQUEST_LIMIT, type RequestLog } from './log.js';
import type { RateLimiter } from './rate-limiter.js';
import { createRouter, type Reply, type Route } from './router.js';

const API = /^\/api\/v10(\/.*)$/;

export interface HttpParts {
  world: World;
  routes: readonly Route[];
  faults: Faults;
  limiter: RateLimiter;
  log: RequestLog;
}

/** REST API v10 and the files of messages, over a real socket. */
export function createHttpServer(parts: HttpParts): Server {
  const find = createRouter(parts.routes);
  return createServer((request, response) => {
    answer(parts, find, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

async function answer(
  parts: HttpParts,
  find: ReturnType<typeof createRouter>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://loopback');
  const method = request.method ?? 'GET';
  if (/^\/(?:attachments|emojis)\//.test(url.pathname)) {
    // The bot's token is for the API alone.
    if (request.headers.authorization !== undefined) return sendPage(response, 400);
    return sendContent(parts.world, url, response);
  }
  const path = API.exec(url.pathname)?.[1]?.split('/').map(decodeURIComponent).join('/') ?? '';
  const fault = parts.faults.meet(method, path);
  if (fault && 'drop' in fault && fault.drop === 'before') return void response.destroy();

  const headers: Record<string, string> = {};
  let reply: Reply;
  let error: ApiError | null = null;
  try {
    // Read even where the answer is known: a client that is still sending would see a broken connection.
    const body = await readBody(request).catch((reason: unknown) => reason);
    reply = injected(fault, headers) ?? (await judge(parts, find, { method, url, path, request, body }, headers));
  } catch (reason) {
    // A fault of this server itself shows among the violations.
    error = reason instanceof ApiError ? reason : new ApiError(500, 0, `500: ${reason}`);
    reply = { status: error.status, body: errorBody(error) };
  }
  parts.log.record({
    at: parts.world.clock.now(),
    method,
    path,
    status: reply.status,
    code: error?.code ?? (reply.status >= 400 ? 0 : null),
    message: error?.message ?? null,
    errors: error?.errors ?? null,
    scope: headers['X-RateLimit-Scope'] ?? null,
    isInjected: fault !== null,
  });
  parts.world.changed();
  if (fault && 'drop' in fault) return void response.destroy();
  // Whose clock is wrong sees it here.
  headers.Date = new Date(parts.world.clock.now()).toUTCString();
  send(response, reply, headers);
}

interface Asked {
  method: string;
  url: URL;
  path: string;
  request: IncomingMessage;
  /** A Body, or why it could not be read. */
  body: unknown;
}

async function judge(
  { world, limiter, log }: HttpParts,
  find: ReturnType<typeof createRouter>,
  { method, url, path, request, body }: Asked,
  headers: Record<string, string>,
): Promise<Reply> {
  if (log.invalidCount(world.clock.now()) >= INVALID_REQUEST_LIMIT) {
    headers['Retry-After'] = '600';
    return { status: 429, body: { message: 'You are being blocked from accessing our API temporarily.' } };
  }
  const found = path === '' ? 'no path' : find(method, path);
  if (found === 'no path') throw refusal('notFound');
  if (found === 'no method') throw refusal('methodNotAllowed');
  if (!found.route.isOpen && request.headers.authorization !== `Bot ${world.app.token}`) throw refusal('unauthorized');

  const verdict = limiter.check(found.route, found.params, world.app.token);
  Object.assign(headers, verdict.headers);
  if (verdict.retryAfter !== null) {
    const message = 'You are being rate limited.';
    return { status: 429, body: { message, retry_after: verdict.retryAfter, global: verdict.isGlobal } };
  }
  if (!isBody(body)) throw body;
  return found.route.handle({ world, params: found.params, query: url.searchParams, ...body });
}

function isBody(body: unknown): body is Awaited<ReturnType<typeof readBody>> {
  return typeof body === 'object' && body !== null && 'files' in body;
}

function injected(fault: ReturnType<Faults['meet']>, headers: Record<string, string>): Reply | null {
  if (!fault || 'drop' in fault) return null;
  if (fault.status !== 429)
    return { status: fault.status, body: { message: `${fault.status}: Server Error`, code: 0 } };
  const retryAfter = fault.retryAfterMs / 1000;
  headers['Retry-After'] = String(retryAfter);
  headers['X-RateLimit-Scope'] = fault.isGlobal ? 'global' : 'shared';
  if (fault.isGlobal) headers['X-RateLimit-Global'] = 'true';
  const message = fault.isGlobal ? 'You are being rate limited.' : 'The resource is being rate limited.';
  return { status: 429, body: { message, retry_after: retryAfter, global: fault.isGlobal ?? false } };
}

function errorBody(error: ApiError): object {
  return { message: error.message, code: error.code, ...(error.errors && { errors: error.errors }) };
}

function send(response: ServerResponse, reply: Reply, headers: Record<string, string>): void {
  const text = reply.body === undefined ? undefined : JSON.stringify(reply.body);
  response.writeHead(reply.status, { ...headers, ...(text !== undefined && { 'Content-Type': 'application/json' }) });
  response.end(text);
}

/** What the content network has: emojis for all, and files while their messages exist for whoever has a signed URL. */
async function sendContent(world: World, { pathname, searchParams }: URL, response: ServerResponse): Promise<void> {
  const [, area, folder = '', id = ''] = pathname.split('/');
  if (area === 'emojis') {
    const emoji = world.files.get(folder.replace(/\.png$/, ''));
    return emoji === undefined ? sendPage(response, 404) : sendFile(response, emoji);
  }
  if (searchParams.get('hm') !== signatureOf(id)) return sendPage(response, 404);
  const shown = [...world.messages.values()]
    .filter((message) => message.channelId === folder && message.deletedAt === null)
    .flatMap((message) => message.attachments)
    .find((one) => one.id === id);
  const file = world.files.get(id) ?? (shown && { ...shown, name: shown.filename });
  return file === undefined ? sendPage(response, 404) : sendFile(response, file);
}
