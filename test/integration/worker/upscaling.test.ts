import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { introducePainters } from '../../../src/app/worker/introduce-painters.js';
import type { Actor, Progress } from '../../../src/core/types.js';
import { createDrafts } from '../../../src/engine/draft/drafts.js';
import { createPlanPainter } from '../../../src/engine/painters/plan-painter.js';
import { decodePng, readMetadata } from '../../../src/images/index.js';
import { DIRECT } from '../../../src/network/network.js';
import { createSdapi } from '../../../src/remote/sdapi.js';
import { type SdapiServer, startSdapi } from '../../servers/sdapi/server.js';
import { here, somebody } from '../core/support/world.js';
import { openWorkbench, type Workbench } from './workbench.js';

let bench: Workbench;
let server: SdapiServer;
beforeAll(async () => {
  bench = await openWorkbench(['dreams', 'v1-5-pruned-emaonly']);
  server = await startSdapi({ stepMs: 10 });
  await introduce();
});
afterEach(() => {
  server.trouble = null;
  server.enlarged.length = 0;
});
afterAll(async () => {
  await bench?.close();
  await server?.die();
});

function painter(model?: string) {
  const { bundle, context } = bench.model;
  const settings = { size: 256, steps: 2, guidance: 7, seconds: 30, lookEveryMs: 30, model };
  const source = createSdapi({ url: server.url, ...settings, fetch: DIRECT.fetch });
  return createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
}

/** As workers do once they start. */
async function introduce() {
  const notes = { store: bench.stores.store.painters, clock: () => new Date(), log: bench.log };
  await introducePainters(notes, ['dreams'], (name) => painter(name).about(), new AbortController().signal);
}

async function work(id: string, onPhase: (phase: Progress['phase']) => void = () => undefined, stop?: AbortSignal) {
  const signal = stop ?? new AbortController().signal;
  const context = { signal, report: ({ phase }: Progress) => onPhase(phase), isLastAttempt: true };
  await bench
    .workshop({ painterFor: painter })(id, context)
    .catch(() => undefined);
}

/** A grid of one that is painted. */
async function painted(more: object = {}) {
  const ada = somebody();
  const { generation } = await bench.core.imagine(ada, { prompt: 'a cat', count: 1, ...more }, here());
  await work(generation.id);
  return { ada, id: generation.id };
}

async function upscaled(ada: Actor, id: string, scale = 2) {
  const { generation, accepted } = await bench.core.upscale(ada, id, 0, scale, here());
  return { id: generation.id, accepted };
}

const imagesOf = async (ada: Actor) => (await bench.core.quota(ada)).usage.images;
const pictureOf = async (id: string) => {
  const { cells, gridKey } = await bench.find(id);
  const file = (await bench.stores.blobs.get(cells[0]!.imageKey!))!;
  return { file, shown: (await bench.stores.blobs.get(gridKey!))!, cell: cells[0]! };
};

describe('a picture that is made larger', () => {
  it('is a grid of one with what its picture was planned as, and costs a picture', async () => {
    const { ada, id } = await painted({ aspect: '16:9' });
    const before = (await bench.find(id)).cells[0]!;
    const larger = await upscaled(ada, id);
    await work(larger.id);
    const made = await bench.find(larger.id);
    expect(made).toMatchObject({ status: 'done', origin: 'upscale', parentId: id });
    expect(made.settings).toMatchObject({ painter: 'dreams', aspect: '16:9', upscale: 2, count: 1 });
    const { file, shown, cell } = await pictureOf(larger.id);
    expect(cell.latents).toEqual(before.latents);
    expect((await decodePng(file)).image).toMatchObject({ width: 640, height: 384 });
    expect((await decodePng(shown)).image).toMatchObject({ width: 640, height: 384 });
    const { painter: by, settings, lineage } = await readMetadata(file);
    expect(by).toEqual({ name: 'sdapi', model: 'dreams', upscaler: 'R-ESRGAN 4x+' });
    expect([settings.upscale, lineage?.parent]).toEqual([2, id]);
    expect(server.enlarged).toEqual([{ resize_mode: 0, upscaling_resize: 2, upscaler_1: 'R-ESRGAN 4x+', width: 320 }]);
    expect(await imagesOf(ada)).toBe(2);
    const handed = await bench.core.picture(ada, larger.id, 0, 'full');
    expect((await decodePng(handed.file)).image.width).toBe(640);
  });

  it('is not made twice for whoever asks again and may see it, unless larger yet, or once it is deleted', async () => {
    const { ada, id } = await painted();
    const first = await upscaled(ada, id);
    expect(await upscaled(ada, id)).toEqual({ id: first.id, accepted: null });
    await work(first.id);
    expect(await upscaled(ada, id)).toEqual({ id: first.id, accepted: null });
    expect((await upscaled(ada, id, 4)).accepted).not.toBeNull();
    const { channelId, conversationId, spaceId } = ada;
    const bob = { ...somebody(), channelId, conversationId, spaceId };
    expect((await upscaled(bob, id)).accepted).toBeNull();
    await bench.core.delete(ada, first.id);
    expect((await upscaled(bob, id)).accepted).not.toBeNull();
    expect(server.enlarged).toHaveLength(1);
  });

  it('is no larger than was asked for where an upscaler has a scale of its own', async () => {
    const { ada, id } = await painted();
    const larger = await upscaled(ada, id);
    const whole = (model?: string) => {
      const made = painter(model);
      return {
        ...made,
        upscale: (request: { image: never; scale: number }) => made.upscale!({ ...request, scale: 4 }),
      };
    };
    const context = { signal: new AbortController().signal, report: () => undefined, isLastAttempt: true };
    await bench.workshop({ painterFor: whole as typeof painter })(larger.id, context);
    expect((await decodePng((await pictureOf(larger.id)).file)).image.width).toBe(512);
  });

  it('is not made of one that was made larger; what is rerolled of it is of the usual size', async () => {
    const { ada, id } = await painted();
    const larger = await upscaled(ada, id);
    await work(larger.id);
    await expect(upscaled(ada, larger.id)).rejects.toMatchObject({ code: 'upscaled_already' });
    expect(await bench.core.isUpscalable(ada, await bench.find(larger.id))).toBe(false);
    const { generation } = await bench.core.rerollAll(ada, larger.id, here());
    expect(generation).toMatchObject({ origin: 'reroll' });
    expect(generation.settings.upscale).toBeUndefined();
  });
});

describe('where it cannot be made', () => {
  it.each([
    ['other-size', 'painter_failed'],
    ['no-picture', 'painter_invalid'],
    ['html', 'painter_invalid'],
  ] as const)(
    'it fails by name and costs nothing, as of an answer that is %s, and is tried again',
    async (trouble, code) => {
      const { ada, id } = await painted();
      const larger = await upscaled(ada, id);
      server.trouble = trouble;
      await work(larger.id);
      expect(await bench.find(larger.id)).toMatchObject({ status: 'failed', failure: { code } });
      expect(await imagesOf(ada)).toBe(1);
      server.trouble = null;
      const { generation } = await bench.core.retry(ada, larger.id, here());
      await work(generation.id);
      expect(await bench.find(generation.id)).toMatchObject({ status: 'done', origin: 'upscale' });
      expect((await upscaled(ada, id)).id).toBe(generation.id);
    },
  );

  it('it is refused by name where the engine has lost its upscaler, and told once a worker has seen that', async () => {
    const { ada, id } = await painted();
    const larger = await upscaled(ada, id);
    const upscalers = server.upscalers.splice(3);
    try {
      await work(larger.id);
      expect((await bench.find(larger.id)).failure).toMatchObject({
        code: 'painter_refused',
        data: { why: 'upscale' },
      });
      expect(await imagesOf(ada)).toBe(1);
      await introduce();
      expect(await bench.core.isUpscalable(ada, await bench.find(id))).toBe(false);
      await expect(upscaled(ada, id)).rejects.toMatchObject({
        code: 'upscale_refused',
        data: { painter: 'dreams', other: 'none' },
      });
    } finally {
      server.upscalers.push(...upscalers);
      await introduce();
    }
  });

  it('one is named that can: Kaleido’s own pictures are not made larger', async () => {
    const { ada, id } = await painted({ model: 'kaleido' });
    expect(await bench.core.isUpscalable(ada, await bench.find(id))).toBe(false);
    await expect(upscaled(ada, id)).rejects.toMatchObject({
      code: 'upscale_refused',
      data: { painter: 'kaleido', other: 'dreams' },
    });
  });

  it('as its grid is deleted meanwhile, it fails by name and costs nothing', async () => {
    const { ada, id } = await painted();
    const larger = await upscaled(ada, id);
    await bench.core.delete(ada, id);
    await work(larger.id);
    expect((await bench.find(larger.id)).failure?.code).toBe('parent_gone');
    expect(await imagesOf(ada)).toBe(1);
  });

  it('somebody who may not see its grid is told that it is unknown', async () => {
    const { id } = await painted({ isPrivate: true });
    await expect(upscaled(somebody(), id)).rejects.toMatchObject({ code: 'generation_unknown' });
  });
});

it('it waits while the engine is away, and is charged once', async () => {
  const { ada, id } = await painted();
  const larger = await upscaled(ada, id);
  const phases = new Set<Progress['phase']>();
  await server.die();
  await work(larger.id, (phase) => {
    if (phase === 'painter_away' && !phases.has(phase)) void server.start();
    phases.add(phase);
  });
  expect([...phases]).toContain('painter_away');
  expect((await bench.find(larger.id)).status).toBe('done');
  expect(await imagesOf(ada)).toBe(2);
});

it('it is stopped by whoever cancels it, and paid back', async () => {
  const { ada, id } = await painted();
  const larger = await upscaled(ada, id);
  expect(await bench.core.cancel(ada, larger.id)).toBe('cancelled');
  await work(larger.id);
  expect(server.enlarged).toEqual([]);
  expect(await imagesOf(ada)).toBe(1);
  expect((await upscaled(ada, id)).accepted).not.toBeNull();
});
