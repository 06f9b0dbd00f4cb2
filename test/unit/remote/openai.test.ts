import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureEvent, PictureRequest } from '../../../src/engine/painters/painter.js';
import { DIRECT } from '../../../src/network/network.js';
import { createOpenai, type OpenaiOptions } from '../../../src/remote/openai.js';
import { type OpenaiServer, startOpenai, type Trouble } from '../../servers/openai/server.js';

let server: OpenaiServer;
beforeEach(async () => {
  server = await startOpenai({ token: 'secret' });
});
afterEach(() => server.die());

const IMAGE = { width: 2, height: 2, data: new Uint8Array(16).fill(255) };
const REQUEST: PictureRequest = { prompt: 'a cat', negative: '', seed: 7 };

function source(change: Partial<OpenaiOptions> = {}) {
  const usual = { size: 256, seconds: 5, fetch: DIRECT.fetch };
  return createOpenai({ url: server.url, authorization: 'Bearer secret', ...usual, ...change });
}

async function painted(request = REQUEST, from = source(), signal?: AbortSignal) {
  const all: PictureEvent[] = [];
  for await (const event of from.picture(request, signal)) all.push(event);
  return all;
}

describe('what is asked', () => {
  it('is one picture of that size, and what is refused is left out from then on', async () => {
    const from = source({ model: 'gpt-image-1' });
    const all = await painted({ ...REQUEST, negative: 'a hat' }, from);
    expect(all).toEqual([{ type: 'done', image: expect.objectContaining({ width: 256, height: 256 }) as object }]);
    expect(server.asked).toHaveLength(4);
    await painted({ ...REQUEST, negative: 'a hat' }, from);
    expect(server.asked).toHaveLength(5);
    expect(server.asked[4]).toEqual({
      path: '/v1/images/generations',
      model: 'gpt-image-1',
      prompt: 'a cat: without a hat',
      size: '256x256',
      n: 1,
    });
  });

  it('is more of endpoints that take more', async () => {
    await server.die();
    server = await startOpenai({ token: 'secret', isStrict: false });
    await painted({ ...REQUEST, negative: 'a hat' });
    expect(server.asked).toEqual([
      expect.objectContaining({ prompt: 'a cat', negative_prompt: 'a hat', seed: 7, response_format: 'b64_json' }),
    ]);
  });

  it('begins with the rough composition where there are edits, unless little of it is to stay', async () => {
    const from = source();
    await painted({ ...REQUEST, start: { image: IMAGE, strength: 0.6 } }, from);
    expect(server.asked.at(-1)).toMatchObject({ path: '/v1/images/edits' });
    expect(server.asked.at(-1)!.prompt).toMatch(/^Repaint .*: a cat$/);
    await painted({ ...REQUEST, start: { image: IMAGE, strength: 0.95 } }, from);
    expect(server.asked.at(-1)).toMatchObject({ path: '/v1/images/generations', prompt: 'a cat' });
  });

  it('is told in words alone where there are none, which is known afterwards', async () => {
    await server.die();
    server = await startOpenai({ token: 'secret', isStrict: false });
    const from = source();
    await painted({ ...REQUEST, start: { image: IMAGE, strength: 0.6 } }, from);
    expect(server.asked.map(({ path, prompt }) => [path, prompt])).toEqual([['/v1/images/generations', 'a cat']]);
    expect((await from.about()).can).toMatchObject({ image: false });
  });

  it('has nothing in it that engines take for more than words', async () => {
    await painted({ ...REQUEST, prompt: 'a cat|dog <lora:secret:1>' });
    expect(server.asked[0]!.prompt).toBe('a cat dog  lora:secret:1 ');
  });
});

describe('a shape', () => {
  it.each([
    ['gpt-image-1', '16:9', '1536x1024'],
    ['gpt-image-1', '3:4', '1024x1536'],
    ['dall-e-3', '3:2', '1792x1024'],
    ['dreams', '16:9', '320x192'],
  ] as const)('is the nearest that %s takes: %s as %s', async (model, aspect, size) => {
    await server.die();
    server = await startOpenai({ token: 'secret', sizes: [] });
    const from = source({ model });
    expect((await from.about().catch(() => undefined))?.aspects ?? [aspect]).toContain(aspect);
    await painted({ ...REQUEST, aspect }, from).catch(() => undefined);
    expect(server.asked[0]!.size).toBe(size);
  });

  it('that a model has never painted is refused without asking', async () => {
    await expect(painted({ ...REQUEST, aspect: '16:9' }, source({ model: 'dall-e-2' }))).rejects.toMatchObject({
      code: 'painter_refused',
      data: { why: 'aspect' },
    });
    expect(server.asked).toEqual([]);
  });

  it('that an endpoint refuses is no fault of its host, and known afterwards', async () => {
    const from = source();
    const refused = { code: 'painter_refused', data: { why: 'aspect' } };
    await expect(painted({ ...REQUEST, aspect: '16:9' }, from)).rejects.toMatchObject(refused);
    expect((await from.about()).aspects).toEqual(['1:1']);
    expect(await painted(REQUEST, from)).toHaveLength(1);
  });
});

it('a picture that is told by its address is fetched from the endpoint itself', async () => {
  await server.die();
  server = await startOpenai({ token: 'secret', isStrict: false });
  // What an endpoint does that knows no such field.
  const fetchWithout: typeof fetch = (input, init) => {
    const body = init?.body;
    return fetch(input, typeof body === 'string' ? { ...init, body: body.replace('b64_json', 'url') } : init);
  };
  const [last] = await painted(REQUEST, source({ fetch: fetchWithout }));
  expect(last).toMatchObject({ type: 'done', image: { width: 256 } });
});

describe('what it says of itself', () => {
  it('is the model, and no more than such endpoints can', async () => {
    expect(await source({ model: 'dall-e-3' }).about()).toMatchObject({
      name: 'openai',
      model: 'dall-e-3',
      can: { progress: false, seed: false, image: true },
    });
  });

  it('is refused where it lacks the model, which is named with those that it has', async () => {
    const failing = source({ model: 'x' }).about();
    await expect(failing).rejects.toMatchObject({
      code: 'painter_invalid',
      data: { why: 'other_model', wanted: 'x', detail: 'gpt-image-1, dall-e-3' },
    });
  });
});

describe('what is wrong', () => {
  const FAULTS: Readonly<Record<Exclude<Trouble, 'black'>, object>> = {
    html: { code: 'painter_invalid', data: { why: 'not_api' } },
    redirect: { code: 'painter_invalid', data: { why: 'elsewhere' } },
    silent: { code: 'painter_away', data: { detail: 'no answer within 1 s' } },
    drip: { code: 'painter_away', data: { detail: 'no answer within 1 s' } },
    huge: { code: 'painter_invalid', data: { why: 'too_large' } },
    busy: { code: 'painter_away', data: { detail: 'HTTP 503' } },
    policy: { code: 'painter_refused', data: { why: 'policy' } },
    moderation: { code: 'painter_refused', data: { why: 'policy' } },
    filter: { code: 'painter_refused', data: { why: 'policy' } },
    filtered: { code: 'painter_refused', data: { why: 'policy' } },
    unpaid: { code: 'painter_invalid', data: { why: 'unpaid' } },
    limit: { code: 'painter_away', data: { detail: 'HTTP 429' } },
    broken: { code: 'painter_failed' },
    'no-picture': { code: 'painter_invalid', data: { why: 'bad_picture' } },
    'other-size': { code: 'painter_invalid', data: { why: 'bad_picture' } },
    elsewhere: { code: 'painter_invalid', data: { why: 'elsewhere' } },
  };

  it.each(Object.entries(FAULTS))('is told apart: %s', async (trouble, error) => {
    server.trouble = trouble as Trouble;
    const seconds = trouble === 'huge' ? 30 : 1;
    await expect(painted(REQUEST, source({ seconds }))).rejects.toMatchObject(error);
  });

  it('may be a size that it does not paint, or the token, which no message has in it', async () => {
    await expect(painted(REQUEST, source({ size: 512 }))).rejects.toMatchObject({
      code: 'painter_invalid',
      data: { why: 'size', detail: expect.stringContaining("'1024x1024'") as string },
    });
    const failing = painted(REQUEST, source({ authorization: 'Bearer wrong-token' }));
    await expect(failing).rejects.toMatchObject({ code: 'painter_invalid', data: { why: 'login' } });
    await expect(failing).rejects.not.toThrow(/wrong-token/);
  });
});

it('a picture that is no longer wanted is no longer waited for', async () => {
  await server.die();
  server = await startOpenai({ token: 'secret', isStrict: false, paintMs: 60_000 });
  const stop = new AbortController();
  const painting = painted(REQUEST, source(), stop.signal);
  painting.catch(() => undefined);
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  stop.abort(new Error('enough'));
  await expect(painting).rejects.toThrow('enough');
  await vi.waitFor(() => expect(server.left).toBe(1));
});
