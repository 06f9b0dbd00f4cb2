import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureEvent, PictureRequest } from '../../../src/engine/painters/painter.js';
import { DIRECT } from '../../../src/network/network.js';
import { createSdapi, type SdapiOptions } from '../../../src/remote/sdapi.js';
import { basic } from '../../servers/engines/engine.js';
import { type SdapiServer, startSdapi, type Trouble } from '../../servers/sdapi/server.js';

let server: SdapiServer;
beforeEach(async () => {
  server = await startSdapi({ user: 'ada', password: 'lovelace' });
});
afterEach(() => server.die());

const REQUEST: PictureRequest = { prompt: 'a cat', negative: '', seed: 7, steps: 2 };

function source(change: Partial<SdapiOptions> = {}) {
  const usual = { size: 256, steps: 20, guidance: 7, seconds: 5, lookEveryMs: 20, fetch: DIRECT.fetch };
  return createSdapi({ url: server.url, authorization: basic('ada', 'lovelace'), ...usual, ...change });
}

async function painted(request = REQUEST, change: Partial<SdapiOptions> = {}, signal?: AbortSignal) {
  const all: PictureEvent[] = [];
  for await (const event of source(change).picture(request, signal)) all.push(event);
  return all;
}

describe('what is asked', () => {
  it('is a picture of that size, seed and model, by words alone where nothing is drafted', async () => {
    await painted({ ...REQUEST, negative: 'a hat' }, { model: 'dreams' });
    expect(server.asked).toEqual([
      expect.objectContaining({
        isFromImage: false,
        prompt: 'a cat',
        negative_prompt: 'a hat',
        seed: 7,
        steps: 2,
        cfg_scale: 7,
        width: 256,
        height: 256,
        override_settings: { sd_model_checkpoint: 'dreams' },
      }),
    ]);
  });

  it('begins with the rough composition, at the size of the picture', async () => {
    const image = { width: 2, height: 2, data: new Uint8Array(16).fill(255) };
    const all = await painted({ ...REQUEST, start: { image, strength: 0.6 } });
    expect(server.asked[0]).toMatchObject({ isFromImage: true, denoising_strength: 0.6 });
    expect(all.at(-1)).toMatchObject({ type: 'done', image: { width: 256, height: 256 } });
  });

  it('has nothing in it that the engine takes for more than words', async () => {
    await painted({ ...REQUEST, prompt: 'a (cat:2) <lora:secret:1> [a|b] BREAK dog AND fish \\' });
    expect(server.asked[0]!.prompt).toBe(String.raw`a \(cat:2\)  lora:secret:1  \[a b\] break dog and fish  `);
  });
});

describe('what it says of itself', () => {
  it('is the model that is loaded, with its licence where that is known', async () => {
    expect(await source().about()).toMatchObject({
      name: 'sdapi',
      model: 'v1-5-pruned-emaonly',
      licence: 'CreativeML Open RAIL-M',
      size: 256,
      can: { progress: true, anyWords: true },
    });
    expect(await source({ model: 'dreams.safetensors' }).about()).toMatchObject({ model: 'dreams', licence: null });
  });

  it('is refused where it lacks the model, which is named with those that it has', async () => {
    await expect(source({ model: 'x' }).about()).rejects.toMatchObject({
      code: 'painter_invalid',
      data: { why: 'other_model', wanted: 'x', detail: 'v1-5-pruned-emaonly, dreams' },
    });
    await expect(painted(REQUEST, { model: 'x' })).rejects.toMatchObject({
      code: 'painter_invalid',
      data: { why: 'other_model', detail: 'v1-5-pruned-emaonly' },
    });
  });
});

describe('a picture that is made larger', () => {
  const image = { width: 8, height: 4, data: new Uint8Array(128).fill(255) };
  const larger = (change: Partial<SdapiOptions> = {}, signal?: AbortSignal) =>
    source(change).upscale!({ image, scale: 2 }, signal);

  it('is so by the upscaler that adds detail, unless another is named', async () => {
    expect(await source().about()).toMatchObject({ upscaler: 'R-ESRGAN 4x+' });
    expect(await larger()).toMatchObject({ width: 16, height: 8 });
    expect(await larger({ upscaler: 'Lanczos' })).toMatchObject({ width: 16 });
    server.upscalers.pop();
    expect(await source().about()).toMatchObject({ upscaler: 'ESRGAN_4x' });
    expect(server.enlarged.map(({ upscaler_1 }) => upscaler_1)).toEqual(['R-ESRGAN 4x+', 'Lanczos']);
    expect(server.enlarged[0]).toMatchObject({ resize_mode: 0, upscaling_resize: 2, width: 8 });
  });

  it('is refused where nothing does that, or what is to do it is not there', async () => {
    const refused = { code: 'painter_refused', data: { why: 'upscale' } };
    await expect(larger({ upscaler: 'x' })).rejects.toMatchObject(refused);
    expect((await source({ upscaler: 'x' }).about()).upscaler).toBeUndefined();
    server.upscalers.splice(3);
    await expect(larger()).rejects.toMatchObject(refused);
    expect((await source().about()).upscaler).toBeUndefined();
  });

  it('is done without by servers that have less of the API, which paint all the same', async () => {
    await server.die();
    server = await startSdapi({ user: 'ada', password: 'lovelace', hasExtras: false });
    expect((await source().about()).upscaler).toBeUndefined();
    expect((await painted()).at(-1)).toMatchObject({ type: 'done' });
  });

  it('is waited for no longer by who wants it no more, or longer than it may take', async () => {
    const stop = new AbortController();
    const another = server.paintForAnother(100);
    another.catch(() => undefined);
    const waiting = larger({}, stop.signal);
    waiting.catch(() => undefined);
    await vi.waitFor(() => expect(server.enlarged).toHaveLength(1));
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(larger({ seconds: 0.2 })).rejects.toMatchObject({ code: 'painter_away' });
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
    swallows: { code: 'painter_away', data: { detail: 'no answer within 1 s' } },
    censored: { code: 'painter_refused', data: { why: 'unsafe' } },
    'out-of-memory': { code: 'painter_failed', data: { detail: 'HTTP 500 OutOfMemoryError' } },
    'no-picture': { code: 'painter_invalid', data: { why: 'bad_picture' } },
    'other-size': { code: 'painter_invalid', data: { why: 'bad_picture', detail: '128 × 256 pixels, not 256 × 256' } },
  };

  it.each(Object.entries(FAULTS))('is told apart: %s', async (trouble, error) => {
    server.trouble = trouble as Trouble;
    const seconds = trouble === 'huge' ? 30 : 1;
    await expect(painted(REQUEST, { seconds })).rejects.toMatchObject(error);
  });

  it('may be the password, which no message has in it', async () => {
    const failing = painted(REQUEST, { authorization: basic('ada', 'charles-babbage') });
    await expect(failing).rejects.toMatchObject({ code: 'painter_invalid', data: { why: 'login' } });
    await expect(failing).rejects.not.toThrow(/babbage/);
  });

  it('may be that nobody listens, or that it dies with the picture in hand', async () => {
    const dying = painted({ ...REQUEST, steps: 200 });
    dying.catch(() => undefined);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    await server.die();
    await expect(dying).rejects.toMatchObject({ code: 'painter_away' });
    const detail: unknown = expect.stringContaining('ECONNREFUSED');
    await expect(painted()).rejects.toMatchObject({ code: 'painter_away', data: { detail } });
  });
});

it('that answers not even how far a picture is, twice, is away before the picture’s own time is over', async () => {
  const painting = painted({ ...REQUEST, steps: 200 }, { seconds: 60, lookWithinMs: 500 });
  painting.catch(() => undefined);
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  server.trouble = 'silent';
  await expect(painting).rejects.toMatchObject({ code: 'painter_away', data: { detail: 'no answer within 1 s' } });
});

describe('a picture that is no longer wanted', () => {
  it('is interrupted while it is painted', async () => {
    const stop = new AbortController();
    const painting = painted({ ...REQUEST, steps: 200 }, {}, stop.signal);
    painting.catch(() => undefined);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    await sleep(50);
    stop.abort(new Error('enough'));
    await expect(painting).rejects.toThrow('enough');
    await vi.waitFor(() => expect(server.interrupted).toHaveLength(1));
  });

  it('stops no other that is painted before it', async () => {
    const another = server.paintForAnother(30);
    const stop = new AbortController();
    const painting = painted({ ...REQUEST, steps: 200 }, {}, stop.signal);
    painting.catch(() => undefined);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    stop.abort(new Error('enough'));
    await expect(painting).rejects.toThrow('enough');
    expect(await another).toBe(false);
  });
});
