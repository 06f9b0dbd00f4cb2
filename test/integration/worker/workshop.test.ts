import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Generation, GenerationStatus } from '../../../src/core/types.js';
import { type WorkContext, WorkStopped } from '../../../src/core/work/work.js';
import { decodeLatentCode } from '../../../src/engine/codes/latent-code.js';
import { readMetadata } from '../../../src/images/metadata.js';
import { decodePng, encodePng } from '../../../src/images/sharp.js';
import { toDatabaseError } from '../../../src/store/database-error.js';
import { solid } from '../../unit/images/solid.js';
import { here, somebody } from '../core/support/world.js';
import { breakable, leaving, openWorkbench, recording, type Workbench } from './workbench.js';

const WAIT = { timeout: 60_000, interval: 50 };

let bench: Workbench;
let stopWorker: () => Promise<void>;
beforeAll(async () => {
  bench = await openWorkbench();
  stopWorker = await bench.work();
});
afterAll(() => bench?.close());

async function reaches(id: string, status: GenerationStatus): Promise<Generation> {
  await vi.waitFor(async () => expect((await bench.find(id)).status).toBe(status), WAIT);
  return bench.find(id);
}

async function isPainting(id: string): Promise<void> {
  const steps = () =>
    bench.events.filter(
      (event) => event.type === 'progress' && event.progress.generationId === id && event.progress.phase === 'painting',
    );
  await vi.waitFor(() => expect(steps().length).toBeGreaterThan(0), WAIT);
}

/** How the queue would call a handler. */
function attempt(change: Partial<WorkContext> = {}): WorkContext {
  return { signal: new AbortController().signal, report: () => {}, isLastAttempt: false, ...change };
}

async function picture(key: string | null): Promise<Buffer> {
  const file = key === null ? null : await bench.stores.blobs.get(key);
  if (file === null) throw new Error(`There is no picture ${key}.`);
  return file;
}

describe('a worker', () => {
  it('plans, paints and stores a grid that its own metadata can reproduce', async () => {
    const ada = somebody();
    const asked = await bench.core.imagine(ada, { prompt: 'a cat', count: 3, steps: 3, seed: 5 }, here());
    const { id } = asked.generation;
    const done = await reaches(id, 'done');
    expect(done.cells.map(({ index, imageKey }) => [index, imageKey])).toEqual(
      [0, 1, 2].map((index) => [index, `cells/${id}/1-${index}.png`]),
    );
    expect(done.gridKey).toBe(`grids/${id}-1.png`);
    expect(done.vendi).toBeGreaterThanOrEqual(1);
    for (const cell of done.cells) {
      const file = await picture(cell.imageKey);
      const { image } = await decodePng(file);
      const { size } = bench.model.bundle.manifest.image;
      expect([image.width, image.height]).toEqual([size, size]);
      const record = await readMetadata(file);
      expect(record.cells).toHaveLength(1);
      expect(record.cells[0]!.seed).toBe(cell.seed);
      expect(decodeLatentCode(record.cells[0]!.latents).latents).toEqual(cell.latents);
    }
    expect((await readMetadata(await picture(done.gridKey))).cells).toHaveLength(3);
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 3, inFlight: 0 });
    await vi.waitFor(
      () => expect(bench.events.some((event) => event.type === 'ended' && event.generationId === id)).toBe(true),
      WAIT,
    );
  });

  it('ends a plan with a sheet and paints nothing', async () => {
    const ada = somebody();
    const input = { prompt: 'a dog', count: 2, isPlanOnly: true };
    const { id } = (await bench.core.imagine(ada, input, here())).generation;
    const planned = await reaches(id, 'planned');
    expect(planned.cells.map(({ imageKey }) => imageKey)).toEqual([null, null]);
    const { image } = await decodePng(await picture(planned.gridKey));
    expect(image.width).toBeGreaterThan(512);
    expect((await bench.core.quota(ada)).usage.images).toBe(0);
  });

  it('keeps the files of the other pictures when one is rerolled', async () => {
    const ada = somebody();
    const first = await bench.core.imagine(ada, { prompt: 'a cat', count: 3, steps: 2 }, here());
    const parent = await reaches(first.generation.id, 'done');
    const { id } = (await bench.core.rerollCell(ada, parent.id, 1, here())).generation;
    const child = await reaches(id, 'done');
    const file = ({ cells }: Generation, cell: number) => picture(cells[cell]!.imageKey);
    for (const cell of [0, 2]) {
      expect(child.cells[cell]!.latents).toEqual(parent.cells[cell]!.latents);
      expect(await file(child, cell)).toEqual(await file(parent, cell));
    }
    expect(await file(child, 1)).not.toEqual(await file(parent, 1));
    expect((await bench.core.quota(ada)).usage.images).toBe(4);
  });

  it('names in the file what memory recalled, and gives the same cell again by its code', async () => {
    const ada = somebody();
    const input = { prompt: 'a cat', count: 1, steps: 2, style: 'shaded', seed: 3 };
    const { generation } = await bench.core.imagine(ada, input, here());
    const [cell] = (await reaches(generation.id, 'done')).cells;
    expect(cell!.draft).toMatchObject({ style: 'shaded', things: [{ thing: 'cat', picture: 'shaded:cat' }] });
    const record = await readMetadata(await picture(cell!.imageKey));
    expect(record.settings).toMatchObject({ style: 'shaded', seed: 3 });
    expect(record.cells[0]!.artworks).toEqual([expect.objectContaining({ thing: 'cat', picture: 'shaded:cat' })]);

    const code = await bench.core.code(ada, generation.id, 0);
    const replayed = await bench.core.imagine(ada, { ...input, code }, here());
    const again = await reaches(replayed.generation.id, 'done');
    expect(again.cells[0]).toMatchObject({ latents: cell!.latents, draft: cell!.draft, seed: cell!.seed });
    const pixels = async (key: string | null) => (await decodePng(await picture(key))).image.data;
    expect(await pixels(again.cells[0]!.imageKey)).toEqual(await pixels(cell!.imageKey));
  });

  it('paints with pictures of people’s own, and refunds what was to be painted with one that is gone', async () => {
    const ada = somebody();
    const own = [{ name: 'cat', bytes: await encodePng(solid(64, [200, 30, 30, 255])) }];
    const input = { prompt: 'a cat', count: 1, steps: 2, own };
    const first = await reaches((await bench.core.imagine(ada, input, here())).generation.id, 'done');
    const key = first.settings.own![0]!.picture;
    await bench.stores.blobs.delete([key]);
    const { id } = (await bench.core.rerollAll(ada, first.id, here())).generation;
    expect((await reaches(id, 'failed')).failure).toMatchObject({ code: 'own_picture_gone', data: { name: 'cat' } });
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 1, inFlight: 0 });
  });

  it('paints each alternative of a prompt for itself', async () => {
    const ada = somebody();
    const input = { prompt: '{cat|rocket}', count: 3, steps: 2 };
    const { cells } = await reaches((await bench.core.imagine(ada, input, here())).generation.id, 'done');
    expect(cells.map(({ prompt }) => prompt)).toEqual(['cat', 'rocket', 'cat']);
    expect(cells.map(({ draft }) => draft?.things[0]?.thing)).toEqual(['cat', 'rocket', 'cat']);
    expect((await readMetadata(await picture(cells[1]!.imageKey))).cells[0]!.prompt).toBe('rocket');
  });

  it('rerolls into nothing that the line has shown', async () => {
    const ada = somebody();
    const looks = ({ cells }: Generation) =>
      cells.map(({ draft }) =>
        JSON.stringify([draft?.things.map(({ picture, paint }) => [picture, paint]), draft?.boxes, draft?.tilt]),
      );
    const { id } = (await bench.core.imagine(ada, { prompt: 'a cat', count: 2, steps: 2 }, here())).generation;
    const seen = looks(await reaches(id, 'done'));
    for (let parent = id, round = 0; round < 3; round++) {
      // Twice of the same parent: what its other child has shown is no news either.
      for (let child = 0; child < 2; child++) {
        const made = (await bench.core.rerollAll(ada, parent, here())).generation;
        seen.push(...looks(await reaches(made.id, 'done')));
        if (child === 1) parent = made.id;
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('stops painting when that is cancelled, leaves no previews and takes no quota', async () => {
    const ada = somebody();
    const { id } = (await bench.core.imagine(ada, { prompt: 'a cat', count: 9, steps: 250 }, here())).generation;
    await isPainting(id);
    expect(await bench.core.cancel(ada, id)).toBe('stopping');
    const { gridKey } = await reaches(id, 'cancelled');
    expect(gridKey).toBeNull();
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 0, inFlight: 0 });
    const shown = bench.events.flatMap((event) =>
      event.type === 'progress' && event.progress.generationId === id ? (event.progress.previewKey ?? []) : [],
    );
    await vi.waitFor(async () => {
      for (const key of shown) expect(await bench.stores.blobs.get(key)).toBeNull();
    }, WAIT);
  });

  it('honours a cancel that only the store knows of', async () => {
    const { id } = (await bench.core.imagine(somebody(), { prompt: 'a cat', count: 9, steps: 250 }, here())).generation;
    await isPainting(id);
    expect(await bench.stores.store.generations.cancel(id, new Date())).toBe('stopping');
    await reaches(id, 'cancelled');
  });

  // On a machine that stalls, the painting may be over before the worker is told to stop.
  it('finishes elsewhere what another worker hands back, charged once', { retry: 2 }, async () => {
    const ada = somebody();
    const { id } = (await bench.core.imagine(ada, { prompt: 'a cat', count: 9, steps: 60 }, here())).generation;
    await isPainting(id);
    await stopWorker();
    const { status } = await bench.find(id);
    stopWorker = await bench.work();
    expect(['planning', 'painting']).toContain(status);
    await reaches(id, 'done');
    expect((await bench.core.quota(ada)).usage).toMatchObject({ images: 9, inFlight: 0 });
  });

  it('makes several generations at once, each whole', async () => {
    const people = Array.from({ length: 6 }, () => somebody());
    const asked = await Promise.all(
      people.map((person, seed) => bench.core.imagine(person, { prompt: 'a cat', count: 2, steps: 3, seed }, here())),
    );
    for (const { generation } of asked) expect((await reaches(generation.id, 'done')).cells).toHaveLength(2);
  });
});

describe('the workshop by itself', () => {
  // Nobody else shall take these.
  beforeAll(() => stopWorker());

  async function ask(person = somebody()) {
    const { generation } = await bench.core.imagine(person, { prompt: 'a cat', count: 2, steps: 2 }, here());
    return { person, id: generation.id };
  }

  it('changes nothing when a job runs again after its generation has ended', async () => {
    const { id, person } = await ask();
    const handler = bench.workshop();
    await handler(id, attempt());
    const done = await bench.find(id);
    await handler(id, attempt());
    expect(await bench.find(id)).toEqual(done);
    expect((await bench.core.quota(person)).usage.images).toBe(2);
  });

  it('makes the same pictures when its worker died half-way', async () => {
    const { id } = await ask();
    const { blobs } = bench.stores;
    let isBroken = true;
    const { recorded, written } = recording(blobs);
    const handler = bench.workshop({ blobs: breakable(recorded, 'grids/', () => isBroken) });
    await expect(handler(id, attempt())).rejects.toThrow('no space');
    isBroken = false;
    await handler(id, attempt());
    expect((await bench.find(id)).status).toBe('done');
    expect(await picture(`cells/${id}/2-0.png`)).toEqual(written.get(`cells/${id}/1-0.png`));
    for (const key of written.keys()) expect((await blobs.get(key)) !== null).toBe(/\/2-|-2\.png/.test(key));
  });

  it('fails after the last attempt, with a refund and without the words of the outage', async () => {
    const { id, person } = await ask();
    const ended = vi.fn();
    const handler = bench.workshop({
      blobs: breakable(bench.stores.blobs, 'grids/', () => true),
      metrics: { ended },
    });
    await expect(handler(id, attempt({ isLastAttempt: true }))).rejects.toThrow('no space');
    const failed = await bench.find(id);
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'internal' } });
    expect(failed.failure!.message).not.toContain('space');
    expect((await bench.core.quota(person)).usage).toMatchObject({ images: 0, inFlight: 0 });
    expect(ended.mock.calls).toEqual([['failed']]);
  });

  it('waits for pictures and database that are away, says so, and paints and charges once', async () => {
    const { id, person } = await ask();
    const { blobs, store } = bench.stores;
    const away = { pictures: 2, database: 2 };
    const generations = {
      ...store.generations,
      async finish(...given: Parameters<typeof store.generations.finish>) {
        const answer = await store.generations.finish(...given);
        // The answer gets lost on its way, though the database has done it.
        if (away.database-- > 0) throw toDatabaseError(new Error('Connection terminated unexpectedly'));
        return answer;
      },
    };
    const painted = vi.fn();
    const handler = bench.workshop({
      blobs: leaving(blobs, () => away.pictures-- > 0),
      store: { generations },
      metrics: { painted },
    });
    const phases = new Set<string>();
    await handler(id, attempt({ isLastAttempt: true, report: ({ phase }) => phases.add(phase) }));
    const { status, settings } = await bench.find(id);
    expect(status).toBe('done');
    expect(await picture(`grids/${id}-1.png`)).not.toBeNull();
    expect([...phases]).toEqual(['planning', 'painting', 'waiting']);
    expect(painted).toHaveBeenCalledOnce();
    expect((await bench.core.quota(person)).usage).toMatchObject({ images: settings.count, inFlight: 0 });
  });

  it('stops waiting for what is away when its work is cancelled', async () => {
    const { id } = await ask();
    const stop = new AbortController();
    const handler = bench.workshop({ blobs: leaving(bench.stores.blobs, () => true) });
    const report = ({ phase }: { phase: string }) => phase === 'waiting' && stop.abort(new WorkStopped('cancelled'));
    await handler(id, attempt({ signal: stop.signal, report }));
    expect((await bench.find(id)).status).toBe('cancelled');
  });

  it('gives up a generation whose workers died again and again', async () => {
    const { id, person } = await ask();
    await bench.stores.query('UPDATE generation SET attempt = 10 WHERE id = $1', [id]);
    await expect(bench.workshop()(id, attempt())).rejects.toMatchObject({ code: 'workers_died' });
    expect(await bench.find(id)).toMatchObject({ status: 'failed', failure: { code: 'workers_died' } });
    expect((await bench.core.quota(person)).usage.images).toBe(0);
  });

  it('leaves unfinished what is handed back', async () => {
    const { id } = await ask();
    const signal = AbortSignal.abort(new WorkStopped('handed_back'));
    await expect(bench.workshop()(id, attempt({ signal, isLastAttempt: true }))).rejects.toMatchObject({
      kind: 'handed_back',
    });
    expect((await bench.find(id)).status).toBe('planning');
  });

  it('passes over what was cancelled or deleted while it waited', async () => {
    const handler = bench.workshop();
    const [cancelled, deleted] = [await ask(), await ask()];
    await bench.core.cancel(cancelled.person, cancelled.id);
    await bench.core.delete(deleted.person, deleted.id);
    for (const { id } of [cancelled, deleted]) await handler(id, attempt());
    expect((await bench.find(cancelled.id)).status).toBe('cancelled');
    expect(await bench.stores.blobs.get(`grids/${deleted.id}-1.png`)).toBeNull();
    await handler('nosuchthing0', attempt());
  });
});
