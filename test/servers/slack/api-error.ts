import type { Json } from './types.js';

/** Answers a Web API call with `{ ok: false, error }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly data: Json;

  constructor(code: string, data: Json = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

/** `invalid_blocks` with one message for each fault, in the form of Slack's own (`[json-pointer:/blocks/0/…]`). */
export const invalid = (code: 'invalid_blocks' | 'invalid_arguments', faults: readonly string[]): ApiError =>
  new ApiError(code, {
    errors: [...faults],
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  });
