import type { IncomingMessage } from 'node:http';
import { ApiError, refusal } from './api-error.js';

/** The whole request may weigh 25 MiB (developers/reference#uploading-files). */
const REQUEST_LIMIT = 25 * 1024 * 1024;

export interface UploadedFile {
  /** The n of `files[n]`, or the field's name. */
  index: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

export interface Body {
  /** The JSON of the body or of `payload_json`; undefined when there is none. */
  json: unknown;
  /** Other text fields of a form. */
  fields: Record<string, string>;
  files: UploadedFile[];
}

/**
 * Reads a JSON or multipart body.
 *
 * @throws ApiError 413 (40005) when it is too large, 400 (50109) when it is not JSON
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // The rest is still read, so that the client gets the answer and not a broken pipe.
    if (size <= REQUEST_LIMIT) chunks.push(chunk);
  }
  if (size > REQUEST_LIMIT) throw refusal('tooLarge');
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readForm(bytes, contentType);
  if (bytes.length === 0) return { json: undefined, fields: {}, files: [] };
  if (!contentType.startsWith('application/json')) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      _errors: [
        {
          code: 'CONTENT_TYPE_INVALID',
          message: 'Expected "Content-Type" header to be one of {\'application/json\'}.',
        },
      ],
    });
  }
  return { json: parseJson(bytes.toString()), fields: {}, files: [] };
}

async function readForm(bytes: Buffer, contentType: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const body: Body = { json: undefined, fields: {}, files: [] };
  for (const [name, value] of form) {
    if (name === 'payload_json') {
      body.json = parseJson(typeof value === 'string' ? value : await value.text());
    } else if (typeof value === 'string') {
      body.fields[name] = value;
    } else {
      const contents = Buffer.from(await value.arrayBuffer());
      const index = /^files\[(\d+)\]$/.exec(name)?.[1] ?? name;
      body.files.push({
        index,
        name: value.name,
        contentType: value.type || 'application/octet-stream',
        bytes: contents,
      });
    }
  }
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}
