import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendFile, sendPage } from '../hosted-file.js';
import type { OAuth } from './oauth.js';
import type { ResponseUrls } from './response-urls.js';
import type { Sockets } from './sockets.js';
import type { Json } from './types.js';
import { type ApiAnswer, readArguments, type WebApi } from './web-api.js';
import type { Workspace } from './workspace.js';

export interface HttpParts {
  workspace: Workspace;
  api: WebApi;
  oauth: OAuth;
  responses: ResponseUrls;
  sockets: Sockets;
  appToken: string;
  /** Base URL without a slash at its end. */
  baseUrl: () => string;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status, headers, body }: ApiAnswer, now: number): void {
  // Whose clock is wrong sees it here.
  const date = new Date(now).toUTCString();
  response.writeHead(status, { date, 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Routes one request: the Web API, uploads, response URLs and the consent page. */
export async function handleRequest(
  parts: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await readBody(request);
  const [, area = '', ...rest] = url.pathname.split('/');
  if (area === 'api') {
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    send(
      response,
      callApi(parts, rest.join('/'), token, readArguments(request.headers['content-type'] ?? '', body.toString())),
      parts.workspace.clock.now(),
    );
  } else if (area === 'upload') {
    upload(parts, rest[1] ?? '', request, body, response);
  } else if (area === 'response') {
    const answer = parts.responses.answer(rest[0] ?? '', JSON.parse(body.toString() || '{}'));
    send(response, answer, parts.workspace.clock.now());
  } else if (area === 'oauth') {
    const target = parts.oauth.consent(url.searchParams);
    response.writeHead(target ? 302 : 400, target ? { location: target } : {}).end();
  } else if (area === 'files-pri' || area === 'emoji') {
    await handOut(parts, area, rest, request, response);
  } else {
    response.writeHead(404).end();
  }
}

/** Files for a token, and emojis for all: whoever asks for a file without one sees a page to sign in. */
async function handOut(
  { workspace }: HttpParts,
  area: string,
  [first = '', second = '']: readonly string[],
  { headers: { authorization } }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (area === 'emoji') {
    if (authorization !== undefined) workspace.violate('emoji', 'a token came where none is for');
    const emoji = workspace.emojis.get(first)?.get(second);
    return typeof emoji === 'object' ? sendFile(response, emoji) : sendPage(response, 404);
  }
  const [teamId = '', id = ''] = first.split('-');
  const file = workspace.files.get(id);
  if (!file?.bytes || file.isDeleted) return sendPage(response, 404);
  if (authorization !== `Bearer ${workspace.team(teamId).token}`) return sendPage(response);
  const { bytes, mischief, name } = file;
  const about = { name, bytes, contentType: 'image/png' };
  await sendFile(response, mischief === undefined ? about : { ...about, mischief });
}

function callApi(parts: HttpParts, method: string, header: string | undefined, args: Json): ApiAnswer {
  const token = header ?? (typeof args.token === 'string' ? args.token : undefined);
  if (method === 'oauth.v2.access') return parts.oauth.exchange(args);
  if (method !== 'apps.connections.open') return parts.api.call(method, token, args);
  const forced = parts.api.forced.get(method)?.shift();
  if (forced) return forced;
  if (token !== parts.appToken) return { status: 200, body: { ok: false, error: 'invalid_auth' } };
  const socketUrl = `${parts.baseUrl().replace('http', 'ws')}/link?ticket=${parts.sockets.ticket()}`;
  return { status: 200, body: { ok: true, url: socketUrl } };
}

function upload(parts: HttpParts, id: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const file = parts.workspace.files.get(id);
  if (!file || file.bytes) {
    response.writeHead(404).end();
    return;
  }
  const bytes = unwrap(request.headers['content-type'] ?? '', body);
  if (bytes.byteLength !== file.declaredLength) {
    parts.workspace.violate('upload', `${bytes.byteLength} bytes came, ${file.declaredLength} were declared`);
    response.writeHead(400).end();
    return;
  }
  file.bytes = bytes;
  response.writeHead(200).end(`OK - ${bytes.byteLength}`);
}

/** The first part of a multipart form, or the whole body. */
function unwrap(contentType: string, body: Buffer): Buffer {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  if (!boundary) return body;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}
