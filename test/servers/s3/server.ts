import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A loopback S3 with one bucket, addressed by path: what the picture store uses of the REST API, with its error
 * documents.
 */
export interface S3Server {
  url: string;
  bucket: string;
  /** Bytes and content type by object key. */
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** Answers so many requests with 503 SlowDown before it goes on. */
  failNext(requests: number): void;
  /** How it answers everything from now on; null to be well. */
  trouble: Trouble | null;
  close(): Promise<void>;
}

/**
 * - a code with its status: an answer of that
 * - `silent`: none at all
 * - `half`: the beginning of one
 */
export type Trouble = { status: number; code: string } | 'silent' | 'half';

const ACCESS_KEY = 'test-key';

function xml(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function startS3Server(bucket = 'pictures'): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  let failures = 0;
  let s3: S3Server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, named, ...rest] = decodeURIComponent(pathname).split('/');
    const key = rest.join('/');
    const { trouble } = s3;
    if (trouble === 'silent') return;
    if (trouble === 'half') return void response.writeHead(200, { 'content-length': 1000 }).write('half');
    if (trouble !== null) return refuse(response, trouble.status, trouble.code);
    if (failures > 0) {
      failures--;
      return refuse(response, 503, 'SlowDown');
    }
    if (!request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/`)) {
      return refuse(response, 403, 'AccessDenied');
    }
    // The signature covers this hash; a body that does not fit it was changed on its way.
    const claimed = request.headers['x-amz-content-sha256'];
    if (claimed !== createHash('sha256').update(body).digest('hex')) return refuse(response, 400, 'BadDigest');
    if (named !== bucket) return refuse(response, 404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      objects.set(key, { bytes: body, contentType: request.headers['content-type'] ?? '' });
      response.writeHead(200, { etag: '"1"' }).end();
    } else if (request.method === 'GET') {
      const object = objects.get(key);
      if (object === undefined) return refuse(response, 404, 'NoSuchKey');
      response.writeHead(200, { 'content-type': object.contentType, 'content-length': object.bytes.length });
      response.end(object.bytes);
    } else if (request.method === 'POST' && searchParams.has('delete')) {
      for (const [, one] of body.toString().matchAll(/<Key>(.*?)<\/Key>/g)) objects.delete(one!);
      xml(response, 200, '<DeleteResult/>');
    } else refuse(response, 405, 'MethodNotAllowed');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, 'InternalError'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  s3 = {
    url: `http://127.0.0.1:${port}`,
    bucket,
    objects,
    failNext: (requests) => {
      failures = requests;
    },
    trouble: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return s3;
}
