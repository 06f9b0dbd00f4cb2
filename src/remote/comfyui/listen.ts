import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { jsonOf } from '../api.js';

/** Bytes of one message at most: a preview. */
const LARGEST_MESSAGE = 8 * 2 ** 20;
const HANDSHAKE_MS = 5_000;
/** What a binary message begins with where it is a preview, and how many bytes are before the picture. */
const PREVIEW = 1;
const BEFORE_PICTURE = 8;

const message = z.object({
  type: z.string(),
  data: z
    .object({ prompt_id: z.string(), value: z.number(), max: z.number().positive(), node: z.string().nullable() })
    .partial(),
});

/** What was heard of one picture so far. */
export interface Ears {
  /** How far it is, 0–1, and how it looks; undefined where nothing new was heard since it was last asked. */
  news(): { part: number; preview?: Buffer } | undefined;
  /** Whether anything can be heard. */
  opened: Promise<boolean>;
  /** Resolves once it is likely to have ended. Never, where nothing can be heard. */
  ended: Promise<void>;
  close(): void;
}

export interface ListenOptions {
  authorization?: string | undefined;
  /** Goes through proxies; null for directly. */
  agent: Agent | null;
}

/**
 * Listens to what is said of pictures that a client asks for. Whoever cannot be heard is asked from time to time
 * anyway, so that nothing here fails.
 *
 * @param url of the websocket, with the client's id
 */
export function listen(url: URL, { authorization, agent }: ListenOptions): Ears {
  const socket = new WebSocket(url, {
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: LARGEST_MESSAGE,
    headers: authorization === undefined ? {} : { authorization },
    ...(agent === null ? {} : { agent }),
  });
  let [part, isNew] = [0, false];
  let preview: Buffer | undefined;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  function hear(bytes: Buffer, isBinary: boolean): void {
    if (isBinary) {
      if (bytes.length <= BEFORE_PICTURE || bytes.readUInt32BE(0) !== PREVIEW) return;
      [preview, isNew] = [bytes.subarray(BEFORE_PICTURE), true];
      return;
    }
    const { type, data } = message.safeParse(jsonOf(bytes.toString())).data ?? { type: '', data: {} };
    if (type === 'progress' && data.value !== undefined && data.max !== undefined) {
      // Workflows with several samplers begin again.
      [part, isNew] = [Math.max(part, Math.min(1, Math.max(0, data.value / data.max))), true];
    }
    if (ENDS.has(type) || (type === 'executing' && data.node === null)) end();
  }

  const opened = new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  socket.on('message', (data, isBinary) => hear(data as Buffer, isBinary));
  socket.on('error', () => undefined);
  return {
    opened,
    ended,
    news() {
      if (!isNew) return undefined;
      isNew = false;
      return { part, ...(preview === undefined ? {} : { preview }) };
    },
    close: () => socket.terminate(),
  };
}

const ENDS: ReadonlySet<string> = new Set(['execution_success', 'execution_error', 'execution_interrupted']);
