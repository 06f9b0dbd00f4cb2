import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { introducePainters } from '../../../src/app/worker/introduce-painters.js';
import type { Progress } from '../../../src/core/types.js';
import { ASPECTS } from '../../../src/engine/basics/aspects.js';
import { createDrafts } from '../../../src/engine/draft/drafts.js';
import { createPlanPainter } from '../../../src/engine/painters/plan-painter.js';
import { decodePng, encodePng, readMetadata } from '../../../src/images/index.js';
import { DIRECT } from '../../../src/network/network.js';
import { createSdapi } from '../../../src/remote/sdapi.js';
import { type SdapiServer, startSdapi } from '../../servers/sdapi/server.js';
import { pixel, solid } from '../../unit/images/solid.js';
import { here, somebody } from '../core/support/world.js';
import { openWorkbench, type Workbench } from './workbench.js';

let bench: Workbench;
let server: SdapiServer;
beforeAll(async () => {
  bench = await openWorkbench(['dreams', 'v1-5-pruned-emaonly']);
  server = await startSdapi({ stepMs: 10 });
});
afterEach(() => {
  server.trouble = null;
  server.asked.length = 0;
});
afterAll(async () => {
  await bench?.close();
  await server?.die();
});

function painter(model?: string) {
  const { bundle, context } = bench.model;
  const settings = { size: 256, steps: 10, guidance: 7, seconds: 5, lookEveryMs: 30, model };
  const source = createSdapi({ url: server.url, ...settings, fetch: DIRECT.fetch });
  return createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
}

/** Works on a request as a worker that gives up at once. @returns the phases that were told */
async function work(id: string, onPhase: (phase: Progress['phase']) => void = () => undefined) {
  const phases: Progress['phase'][] = [];
  const report = ({ phase }: Progress) => {
    phases.push(phase);
    onPhase(phase);
  };
  const context = { signal: new AbortController().signal, report, isLastAttempt: true };
  await bench
    .workshop({ painterFor: painter })(id, context)
    .catch(() => undefined);
  return phases;
}

const ask = async (prompt: string, more: object = {}) => {
  const ada = somebody();
  const { generation } = await bench.core.imagine(ada, { prompt, count: 2, ...more }, here());
  return { ada, id: generation.id };
};

it('what paints is told to admins with its licence, once a worker has reached it', async () => {
  const boss = somebody({ isAdmin: true });
  expect((await bench.core.status(boss)).painters).toEqual([{ name: 'dreams' }, { name: 'v1-5-pruned-emaonly' }]);
  const notes = { store: bench.stores.store.painters, clock: () => new Date(), log: bench.log };
  const aboutOf = (name: string) => painter(name).about();
  await introducePainters(notes, ['v1-5-pruned-emaonly', 'dreams'], aboutOf, new AbortController().signal);
  const { painters, licence } = await bench.core.status(boss);
  expect(painters).toEqual([
    { name: 'dreams', protocol: 'sdapi', model: 'dreams', licence: null, upscaler: 'R-ESRGAN 4x+', aspects: ASPECTS },
    {
      name: 'v1-5-pruned-emaonly',
      protocol: 'sdapi',
      model: 'v1-5-pruned-emaonly',
      licence: 'CreativeML Open RAIL-M',
      upscaler: 'R-ESRGAN 4x+',
      aspects: ASPECTS,
    },
  ]);
  expect(licence).toBe(bench.model.bundle.manifest.licence);
});

describe('a grid that an engine over HTTP paints', () => {
  it('has its pictures at their size, and says by what they were painted', async () => {
    const { id } = await ask('a cat', { without: 'a hat' });
    await work(id);
    const { status, cells, settings } = await bench.find(id);
    expect({ status, painter: settings.painter }).toEqual({ status: 'done', painter: 'dreams' });
    const file = (await bench.stores.blobs.get(cells[0]!.imageKey!))!;
    expect((await decodePng(file)).image.width).toBe(256);
    expect((await readMetadata(file)).painter).toEqual({ name: 'sdapi', model: 'dreams' });
    expect(server.asked.map(({ isFromImage }) => isFromImage)).toEqual([true, true]);
    expect(server.asked[0]!.prompt).toMatch(/^a cat, .*colours /);
    expect(server.asked[0]!.negative_prompt).toBe('a hat');
  });

  it('is painted by the model that somebody chooses, and so is what is made of it', async () => {
    const { ada, id } = await ask('a cat', { model: 'v1-5-pruned-emaonly' });
    await work(id);
    const file = (await bench.stores.blobs.get((await bench.find(id)).cells[0]!.imageKey!))!;
    expect((await readMetadata(file)).painter).toMatchObject({ licence: 'CreativeML Open RAIL-M' });
    const { generation } = await bench.core.rerollAll(ada, id, here());
    expect(generation.settings.painter).toBe('v1-5-pruned-emaonly');
  });

  it('is not one that somebody has Kaleido paint, who then knows no other words, or whoever is unknown', async () => {
    const { id } = await ask('a cat', { model: 'kaleido' });
    await work(id);
    const { status, settings } = await bench.find(id);
    expect({ status, painter: settings.painter }).toEqual({ status: 'done', painter: undefined });
    expect(server.asked).toEqual([]);
    await expect(ask('florpity', { model: 'kaleido' })).rejects.toMatchObject({ code: 'nothing_known' });
    await expect(ask('a cat', { model: 'x' })).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'model', choices: ['dreams', 'v1-5-pruned-emaonly', 'kaleido'] },
    });
  });

  it('is of the shape that somebody asks for, and so are rerolls, its code and what is told of it', async () => {
    const { ada, id } = await ask('a cat', { aspect: '16:9', showLatents: true });
    await work(id);
    expect(server.asked.map(({ width, height }) => [width, height])).toEqual(new Array(2).fill([320, 192]));
    const { cells, gridKey, settings } = await bench.find(id);
    expect(settings.aspect).toBe('16:9');
    // The draft stands in the middle of the canvas, and so does its box.
    for (const { latents } of cells) {
      for (const { x0, x1 } of latents.boxes!) expect([x0 >= 6 / 32, x1 <= 26 / 32]).toEqual([true, true]);
    }
    const grid = (await bench.stores.blobs.get(gridKey!))!;
    expect((await readMetadata(grid)).settings.aspect).toBe('16:9');
    const { width, height } = (await decodePng(grid)).image;
    expect(width / height).toBeGreaterThan(3);

    expect((await bench.core.rerollAll(ada, id, here())).generation.settings.aspect).toBe('16:9');
    const code = await bench.core.code(ada, id, 0);
    const again = await bench.core.imagine(ada, { prompt: 'a cat', code }, here());
    expect(again.generation.settings.aspect).toBe('16:9');
    const square = await bench.core.imagine(ada, { prompt: 'a cat', code, model: 'kaleido' }, here());
    expect(square.generation.settings.aspect).toBeUndefined();
    const picture = await bench.core.picture(ada, id, 0, 'full');
    expect((await decodePng(picture.file)).image).toMatchObject({ width: 320, height: 192 });
  });

  it('cannot be of a shape that a worker found its painter not to paint, nor is what is made of one', async () => {
    const { ada, id } = await ask('a cat', { aspect: '16:9' });
    await work(id);
    const note = { name: 'dreams', protocol: 'comfyui', model: 'dreams', licence: null, upscaler: null };
    const { painters } = bench.stores.store;
    await painters.say({ ...note, aspects: ['1:1'] }, new Date());
    await expect(ask('a cat', { aspect: '16:9' })).rejects.toMatchObject({
      code: 'aspect_refused',
      data: { painter: 'dreams', other: 'v1-5-pruned-emaonly' },
    });
    expect((await bench.core.rerollAll(ada, id, here())).generation.settings.aspect).toBeUndefined();
    await painters.say({ ...note, protocol: 'sdapi', aspects: ASPECTS }, new Date());
  });

  it('begins with the picture that somebody begins from, as much of it as they say', async () => {
    const bytes = await encodePng(solid(64, [200, 30, 30, 255]));
    const own = [{ name: 'image', bytes, isWhole: true as const }];
    for (const strength of [80, 20]) {
      const { id } = await ask('florpity', { own, strength, count: 1 });
      await work(id);
      expect((await bench.find(id)).status).toBe('done');
    }
    const [much, little] = server.asked;
    expect([much!.isFromImage, little!.isFromImage]).toEqual([true, true]);
    expect(much!.denoising_strength).toBeLessThan(little!.denoising_strength);
    const begun = (await decodePng(Buffer.from(much!.init_images![0]!, 'base64'))).image;
    const [red, green] = pixel(begun, begun.width / 2, begun.height / 2);
    expect([red! > 150, green! < 100]).toEqual([true, true]);
  });

  it('cannot be of another shape where Kaleido paints it', async () => {
    await expect(ask('a cat', { aspect: '16:9', model: 'kaleido' })).rejects.toMatchObject({
      code: 'aspect_refused',
      data: { painter: 'kaleido', other: 'dreams' },
    });
  });

  it('may be of what memory knows nothing of, planned in words that differ', async () => {
    const { id } = await ask('florpity zindlewurp');
    await work(id);
    const { status, cells } = await bench.find(id);
    expect(status).toBe('done');
    for (const { latents } of cells) expect(Object.keys(latents).sort()).toEqual(['boxes', 'description', 'palette']);
    const prompts = server.asked.map(({ prompt }) => prompt);
    for (const prompt of prompts) expect(prompt).toMatch(/^florpity zindlewurp, .*, colours /);
    expect(new Set(prompts).size).toBe(2);
  });

  it('waits while the engine is away, and is painted and charged once', async () => {
    const { ada, id } = await ask('a cat');
    let deaths = 0;
    const phases = await work(id, (phase) => {
      if (phase === 'painting' && server.asked.length === 2 && deaths++ === 0) void server.die();
      if (phase === 'painter_away' && deaths === 1) void server.start().then(() => deaths++);
    });
    expect([...new Set(phases)]).toEqual(['planning', 'painting', 'painter_away']);
    expect((await bench.find(id)).status).toBe('done');
    // The first picture is not painted again.
    expect(server.asked.map(({ seed }) => seed)).toHaveLength(3);
    expect(server.asked[1]!.seed).toBe(server.asked[2]!.seed);
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 2, inFlight: 0 });
  });

  it.each([
    ['black', 'painter_refused'],
    ['html', 'painter_invalid'],
    ['out-of-memory', 'painter_failed'],
  ] as const)('fails by name and costs nothing where the engine’s answer is %s', async (trouble, code) => {
    const { ada, id } = await ask('a cat');
    server.trouble = trouble;
    await work(id);
    expect(await bench.find(id)).toMatchObject({ status: 'failed', failure: { code } });
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 0, inFlight: 0 });
  });

  it('is shown without the one picture that the engine refuses, which is paid back and rerolled by itself', async () => {
    const { ada, id } = await ask('a cat', { count: 3 });
    await work(id, () => {
      server.trouble = server.asked.length === 2 ? 'black' : null;
    });
    const grid = await bench.find(id);
    expect(grid.status).toBe('done');
    expect(grid.cells.map(({ refused }) => refused)).toEqual([undefined, 'black', undefined]);
    expect(grid.cells.map(({ imageKey }) => imageKey === null)).toEqual([false, true, false]);
    const { usage } = await bench.core.quota(ada);
    expect(usage).toMatchObject({ images: 2, inFlight: 0 });
    await expect(bench.core.picture(ada, id, 1, 'full')).rejects.toMatchObject({
      code: 'cell_refused',
      data: { cell: 2, reason: 'black' },
    });

    // What is kept of it stays so, and costs nothing.
    const other = (await bench.core.rerollCell(ada, id, 0, here())).generation;
    await work(other.id);
    expect((await bench.find(other.id)).cells.map(({ refused }) => refused)).toEqual([undefined, 'black', undefined]);
    const again = (await bench.core.rerollCell(ada, other.id, 1, here())).generation;
    await work(again.id);
    expect((await bench.find(again.id)).cells.every(({ imageKey }) => imageKey !== null)).toBe(true);
    expect((await bench.core.quota(ada)).usage.images).toBe(4);
    // Where the one new picture is refused, there is nothing to show.
    server.trouble = 'censored';
    const none = (await bench.core.rerollCell(ada, again.id, 1, here())).generation;
    await work(none.id);
    const failure = { code: 'painter_refused', data: { why: 'unsafe' } };
    expect(await bench.find(none.id)).toMatchObject({ status: 'failed', failure });
    expect((await bench.core.quota(ada)).usage.images).toBe(4);
  });

  it('fails where a worker knows no engine', async () => {
    const { id } = await ask('a cat');
    const context = { signal: new AbortController().signal, report: () => undefined, isLastAttempt: true };
    await bench
      .workshop()(id, context)
      .catch(() => undefined);
    expect((await bench.find(id)).failure?.code).toBe('painter_missing');
  });
});

it('a pack is painted by Kaleido itself, of what memory knows', async () => {
  const { generation } = await bench.core.imagine(somebody(), { prompt: 'a cat', moods: 'happy, sad' }, here());
  await work(generation.id);
  expect((await bench.find(generation.id)).status).toBe('done');
  expect(server.asked).toEqual([]);
  const unknown = bench.core.imagine(somebody(), { prompt: 'florpity zindlewurp', moods: 'happy' }, here());
  await expect(unknown).rejects.toMatchObject({ code: 'nothing_known' });
});
