import { STATUS_CODES } from 'node:http';
import { type Dispatcher, request } from 'undici';

/** A request without a form. */
export interface Plain {
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  signal: AbortSignal | null;
}

/** What is read of an answer; all of it is there already. */
export type PlainAnswer = Pick<
  Response,
  'arrayBuffer' | 'bodyUsed' | 'headers' | 'json' | 'ok' | 'status' | 'statusText' | 'text'
> & { body: null };

/** @throws what `fetch` throws: a TypeError with what was wrong as its cause, and an AbortError */
export type Send = (url: string, plain: Plain) => Promise<PlainAnswer>;

/** Does what `fetch` does for plain requests in a third of its processor time, by undici's way below `fetch`. */
export function sendBy(dispatcher: Dispatcher): Send {
  return async (url, { method, ...rest }) => {
    try {
      const options = { ...rest, method: method as Dispatcher.HttpMethod, dispatcher };
      const { body, headers, statusCode } = await request(url, options);
      // Whole, as an answer that is left unread would keep its connection.
      return answerOf(statusCode, headers, await body.bytes());
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error;
      throw new TypeError('fetch failed', { cause: error });
    }
  };
}

function answerOf(
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  bytes: Uint8Array,
): PlainAnswer {
  const text = () => new TextDecoder().decode(bytes);
  return {
    body: null,
    bodyUsed: true,
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
    json: async () => JSON.parse(text()),
    text: async () => text(),
    headers: new Headers(
      Object.entries(headers).flatMap(([name, values]) =>
        [values ?? []].flat().map((value): [string, string] => [name, value]),
      ),
    ),
    status,
    statusText: STATUS_CODES[status] ?? '',
    ok: status >= 200 && status < 300,
  };
}
