import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureEvent, PictureRequest } from '../../../../src/engine/painters/painter.js';
import { DIRECT } from '../../../../src/network/network.js';
import { type ComfyuiOptions, createComfyui } from '../../../../src/remote/comfyui/comfyui.js';
import {
  type ComfyuiServer,
  type ComfyuiServerOptions,
  startComfyui,
  type Trouble,
} from '../../../servers/comfyui/server.js';
import { basic } from '../../../servers/engines/engine.js';

let server: ComfyuiServer;
beforeEach(async () => {
  server = await startComfyui({ authorization: basic('ada', 'lovelace') });
});
afterEach(() => server.die());

const IMAGE = { width: 2, height: 2, data: new Uint8Array(16).fill(255) };
const REQUEST: PictureRequest = { prompt: 'a cat', negative: '', seed: 7, steps: 2 };

function source(change: Partial<ComfyuiOptions> = {}) {
  const { fetch, agent } = DIRECT;
  const usual = { size: 256, steps: 20, guidance: 7, seconds: 5, lookEveryMs: 20, fetch, agent };
  return createComfyui({ url: server.url, authorization: basic('ada', 'lovelace'), ...usual, ...change });
}

async function painted(request = REQUEST, change: Partial<ComfyuiOptions> = {}, signal?: AbortSignal) {
  const all: PictureEvent[] = [];
  for await (const event of source(change).picture(request, signal)) all.push(event);
  return all;
}

async function restarted(options: ComfyuiServerOptions): Promise<void> {
  await server.die();
  server = await startComfyui(options);
}

const inputsOf = (type: string) =>
  Object.values(server.asked.at(-1) ?? {}).find(({ class_type }) => class_type === type)?.inputs;

describe('what is asked', () => {
  it('is the workflow with prompt, negative, seed, steps, guidance and model in it', async () => {
    await painted({ ...REQUEST, prompt: 'a (cat:2) embedding:x', negative: 'a hat' }, { model: 'dreams.safetensors' });
    const texts = Object.values(server.asked[0]!).filter(({ class_type }) => class_type === 'CLIPTextEncode');
    expect(texts.map(({ inputs }) => inputs.text)).toEqual([String.raw`a \(cat:2\) embedding x`, 'a hat']);
    expect(inputsOf('KSampler')).toMatchObject({ seed: 7, steps: 2, cfg: 7, denoise: 1 });
    expect(inputsOf('CheckpointLoaderSimple')).toEqual({ ckpt_name: 'dreams.safetensors' });
  });

  it('begins with the rough composition', async () => {
    const all = await painted({ ...REQUEST, start: { image: IMAGE, strength: 0.6 } });
    expect(inputsOf('KSampler')).toMatchObject({ denoise: 0.6 });
    expect(inputsOf('LoadImage')!.image).toMatch(/^kaleido\/.*\.png \[temp\]$/);
    expect(all.at(-1)).toMatchObject({ type: 'done', image: { width: 256, height: 256 } });
  });
});

describe('a picture that is made larger', () => {
  const upscaleWorkflow = 'test/fixtures/comfyui/upscale.json';
  const larger = (change: Partial<ComfyuiOptions> = {}, signal?: AbortSignal) =>
    source({ upscaleWorkflow, ...change }).upscale!({ image: IMAGE, scale: 2 }, signal);

  it('is so by the workflow for that, with the model that is named', async () => {
    server.upscalers.push('8x.pth');
    expect(await source({ upscaleWorkflow }).about()).toMatchObject({ upscaler: '4x-UltraSharp' });
    expect(await larger({ upscaler: '8x.pth' })).toMatchObject({ width: 8, height: 8 });
    expect(inputsOf('UpscaleModelLoader')).toEqual({ model_name: '8x.pth' });
    expect(inputsOf('LoadImage')!.image).toMatch(/^kaleido\/.*\.png \[temp\]$/);
  });

  it('is refused where there is no workflow for it, or no such model; pictures are painted all the same', async () => {
    await expect(larger({ upscaleWorkflow: undefined })).rejects.toMatchObject({
      code: 'painter_refused',
      data: { why: 'upscale' },
    });
    await expect(larger({ upscaler: 'x.pth' })).rejects.toMatchObject({
      code: 'painter_invalid',
      data: { why: 'other_model', wanted: 'x.pth', detail: '4x-UltraSharp.pth' },
    });
    for (const change of [{}, { upscaleWorkflow, upscaler: 'x.pth' }, { upscaleWorkflow: 'package.json' }]) {
      expect((await source(change).about()).upscaler).toBeUndefined();
    }
    expect((await painted()).at(-1)).toMatchObject({ type: 'done' });
  });

  it('is taken out of the line once nobody wants it', async () => {
    const stop = new AbortController();
    const another = server.paintForAnother(100);
    const waiting = larger({}, stop.signal);
    waiting.catch(() => undefined);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await vi.waitFor(() => expect(server.withdrawn).toHaveLength(1));
    expect(await another).toBe(false);
  });
});

describe('what is heard', () => {
  it('is how far it is, and what it looks like', async () => {
    const all = await painted({ ...REQUEST, steps: 12 });
    const parts = all.flatMap((event) => (event.type === 'part' ? [event] : []));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.some(({ image }) => image?.width === 64)).toBe(true);
  });

  it('may be nothing, and the picture comes all the same', async () => {
    await restarted({ authorization: basic('ada', 'lovelace'), hasSocket: false });
    expect((await painted()).map(({ type }) => type)).toEqual(['done']);
    expect((await source().about()).can).toMatchObject({ progress: false, previews: false });
  });
});

describe('what it says of itself', () => {
  it('is the model, with its licence where that is known', async () => {
    expect(await source().about()).toMatchObject({
      name: 'comfyui',
      model: 'v1-5-pruned-emaonly',
      licence: 'CreativeML Open RAIL-M',
      can: { progress: true, image: true, negative: true },
    });
  });

  it('is refused where it lacks the model, which is named with those that it has', async () => {
    const lacking = { code: 'painter_invalid', data: { why: 'other_model', wanted: 'x' } };
    await expect(source({ model: 'x' }).about()).rejects.toMatchObject(lacking);
    await expect(painted(REQUEST, { model: 'x' })).rejects.toMatchObject(lacking);
  });
});

describe('what is wrong', () => {
  const FAULTS: Readonly<Record<Exclude<Trouble, 'black'>, object>> = {
    html: { code: 'painter_invalid', data: { why: 'not_api' } },
    redirect: { code: 'painter_invalid', data: { why: 'elsewhere' } },
    silent: { code: 'painter_away' },
    drip: { code: 'painter_away' },
    huge: { code: 'painter_invalid', data: { why: 'too_large' } },
    busy: { code: 'painter_away', data: { detail: 'HTTP 503' } },
    refused: { code: 'painter_refused', data: { why: 'policy' } },
    'out-of-memory': { code: 'painter_failed', data: { detail: 'node 3 (KSampler): Allocation on device' } },
    interrupted: { code: 'painter_failed', data: { detail: 'somebody interrupted it' } },
    'no-output': { code: 'painter_failed', data: { detail: 'no node saved a picture' } },
    'other-size': { code: 'painter_invalid', data: { why: 'bad_picture' } },
  };

  it.each(Object.entries(FAULTS))('is told apart: %s', async (trouble, error) => {
    server.trouble = trouble as Trouble;
    await expect(painted()).rejects.toMatchObject(error);
  });

  it('may be the password, which no message has in it', async () => {
    const failing = painted(REQUEST, { authorization: basic('ada', 'charles-babbage') });
    await expect(failing).rejects.toMatchObject({ code: 'painter_invalid', data: { why: 'login' } });
    await expect(failing).rejects.not.toThrow(/babbage/);
  });

  it('may be that it is restarted with the picture in hand, or takes too long for it', async () => {
    const forgetting = painted({ ...REQUEST, steps: 100 });
    forgetting.catch(() => undefined);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    await server.die();
    await server.start();
    await expect(forgetting).rejects.toMatchObject({ code: 'painter_away' });
    const late = painted({ ...REQUEST, steps: 1000 }, { seconds: 1 });
    await expect(late).rejects.toMatchObject({ code: 'painter_away', data: { detail: 'no answer within 1 s' } });
    await vi.waitFor(() => expect(server.interrupted).toHaveLength(1));
  });
});

describe('a picture that is no longer wanted', () => {
  async function leave(): Promise<void> {
    const stop = new AbortController();
    const painting = painted({ ...REQUEST, steps: 200 }, {}, stop.signal);
    painting.catch(() => undefined);
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    await sleep(50);
    stop.abort(new Error('enough'));
    await expect(painting).rejects.toThrow('enough');
  }

  it.each([[false], [true]])('is interrupted while it is painted, by an old engine: %s', async (isOld) => {
    await restarted({ isOld });
    await leave();
    await vi.waitFor(() => expect(server.interrupted).toHaveLength(1));
  });

  it.each([[false], [true]])('is taken out of the line and stops no other, of an old engine: %s', async (isOld) => {
    await restarted({ isOld });
    const another = server.paintForAnother(40);
    await leave();
    expect(server.withdrawn).toHaveLength(1);
    expect(await another).toBe(false);
  });
});
