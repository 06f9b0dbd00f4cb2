import { z } from 'zod';
import { EngineError } from '../engine/basics/index.js';
import { type ApiOptions, createApi } from './api.js';
import { type ChatOptions, createChat } from './chat/index.js';

/** An engine that says in words what a picture shows. */
export interface Teller {
  /** For people to read. */
  name: string;
  /**
   * @param jpeg of a picture
   * @returns words to paint the like by, on one line of at most 300 characters
   * @throws EngineError of painters, after 15 seconds at the latest
   */
  tell(jpeg: Uint8Array): Promise<string>;
}

/** Milliseconds that words may take: whoever asked is waiting for them. */
const TELL_MS = 15_000;
/** Characters of what is told: prompts have no use for more. */
const LONGEST = 300;

const interrogated = z.object({ caption: z.string().nullable() });

/** What the interrogators of AUTOMATIC1111's web UI say: a sentence and tags (`clip`), or tags (`deepdanbooru`). */
export function createSdapiTeller({
  model,
  ...options
}: Omit<ApiOptions, 'refused'> & { model: 'clip' | 'deepdanbooru' }): Teller {
  const api = createApi(options);
  return {
    name: model,
    async tell(jpeg) {
      const body = { image: Buffer.from(jpeg).toString('base64'), model };
      const { caption } = await api.call('sdapi/v1/interrogate', interrogated, { body, withinMs: TELL_MS });
      // What it says where it broke off, as for want of memory.
      if (caption?.includes('<error>')) throw nothingTold(api.host);
      return oneLine(caption ?? '', api.host);
    },
  };
}

const INSTRUCTIONS =
  'Describe this picture as a prompt for an image generator: what it shows, its style and its colours. ' +
  'Answer with that prompt alone, on one line of at most forty words, in English.';

/** What a language model with eyes says, behind a chat endpoint in the manner of OpenAI's. */
export function createChatTeller(options: ChatOptions): Teller {
  const chat = createChat(options);
  return {
    name: options.model ?? 'chat',
    async tell(jpeg) {
      const url = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
      return oneLine(await chat.tell(INSTRUCTIONS, url, TELL_MS), chat.host);
    },
  };
}

/**
 * Without thoughts, quotation marks and signs of web UIs.
 * @throws EngineError `painter_failed` where nothing is left
 */
function oneLine(said: string, host: string): string {
  const line = said
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/g, '')
    .replace(/[\p{Cc}\s_\\]+/gu, ' ')
    .replace(/^["“'` ]+|["”'` ]+$/g, '');
  if (line === '') throw nothingTold(host);
  return line.length <= LONGEST ? line : line.slice(0, LONGEST).replace(/[\s,]+\S*$/, '');
}

const nothingTold = (host: string) => new EngineError('painter_failed', { host, detail: 'it said nothing' });
