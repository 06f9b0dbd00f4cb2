import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel, type Model } from '../../src/app/base/model.js';
import { createCardBuilder } from '../../src/chat/cards/card-builder.js';
import type { AcceptedNow, Core } from '../../src/core/core.js';
import { createCore } from '../../src/core/create-core.js';
import { DEFAULT_POLICY } from '../../src/core/deps.js';
import type { Store } from '../../src/core/ports.js';
import type { Generation } from '../../src/core/types.js';
import type { WorkHandler } from '../../src/core/work/work.js';
import { decodeLatentCode } from '../../src/engine/codes/latent-code.js';
import { LATENT_KINDS, type Latents } from '../../src/engine/latents/index.js';
import { visualTokenizerOf } from '../../src/engine/manifest/manifest.js';
import { createPictures } from '../../src/engine/memory/pictures.js';
import { createEngine } from '../../src/engine/pipeline/engine.js';
import type { Engine } from '../../src/engine/requests/types.js';
import { readMetadata } from '../../src/images/metadata.js';
import { decodePng } from '../../src/images/sharp.js';
import { stickerSide } from '../../src/platforms/index.js';
import { createFolderBlobs } from '../../src/store/blobs/folder.js';
import { migrate } from '../../src/store/migrations/migrate.js';
import { createStore } from '../../src/store/store.js';
import { createWorkshop } from '../../src/worker/workshop.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { THING_ROOM } from '../support/things.js';
import { createRecordingJobs } from './core/support/recording-jobs.js';
import { here, somebody } from './core/support/world.js';

const FIXTURE = 'test/fixtures/upgrade';
/** The one that was there when the fixture was written. */
const FIRST_MIGRATION = '20261123000000_first';
const DROPPED = 'Texture from another model cannot be used with this one';
const NOW = new Date('2026-05-04T12:00:00Z');

interface Fixture {
  ids: { grid: string; plan: string; failed: string; waiting: string };
  code: string;
  bundle: { name: string; version: string; hash: string };
  tables: Record<string, Record<string, unknown>[]>;
}

// Who asked for everything in the fixture.
const ada = somebody({ userId: 'ada', spaceId: 'guild', channelId: 'art', isAdmin: true });

let fixture: Fixture;
let server: TestDatabase;
let store: Store;
let core: Core;
let model: Model;
let engine: Engine;
let workshop: WorkHandler;
let folder: string;
let applied: string[];

beforeAll(async () => {
  fixture = JSON.parse(await readFile(join(FIXTURE, 'database.json'), 'utf8'));
  folder = await mkdtemp(join(tmpdir(), 'kaleido-upgrade-'));
  await cp(join(FIXTURE, 'cells'), join(folder, 'pictures', 'cells'), { recursive: true });
  server = await openTestDatabase();
  const url = await oldDatabase();
  applied = await migrate(url);

  store = createStore(url, { onWarning: (warning) => expect.unreachable(warning) });
  const blobs = createFolderBlobs(join(folder, 'pictures'));
  model = await loadModel('test/fixtures/bundle-tiny');
  engine = await createEngine(model.bundle, { threads: 1 });
  const common = { store, blobs, clock: () => NOW, log: pino({ level: 'silent' }) };
  const defaults = {
    timeZone: 'UTC',
    quota: { imagesPerDay: 1000, inFlight: 50 },
    things: THING_ROOM,
    policy: DEFAULT_POLICY,
  };
  const { context, bundle } = model;
  core = createCore({
    ...common,
    jobs: createRecordingJobs(),
    model: context,
    pictures: createPictures(bundle),
    stickerSide,
    bundleHash: bundle.hash,
    defaults,
  });
  workshop = createWorkshop({ ...common, ...model, engine, batchCells: 8, places: 1 });
});
afterAll(async () => {
  await engine?.dispose();
  await store?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A database with the schema and the rows of the fixture's version. */
async function oldDatabase(): Promise<string> {
  await server.query('CREATE DATABASE upgraded');
  const url = Object.assign(new URL(server.url), { pathname: '/upgraded' }).href;
  const directory = join(folder, 'migrations');
  await mkdir(directory);
  await cp(join('prisma/migrations', FIRST_MIGRATION), join(directory, FIRST_MIGRATION), { recursive: true });
  await migrate(url, { directory });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [table, rows] of Object.entries(fixture.tables)) {
    const values = [JSON.stringify(rows)];
    await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, values);
  }
  for (const table of ['ledger_entry', 'audit_entry']) {
    await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`);
  }
  await client.end();
  return url;
}

/** What the old version stored of a cell. */
function oldLatents(generationId: string, cell: number): Latents {
  const rows = fixture.tables.latent!.filter((row) => row.generation_id === generationId && row.cell_index === cell);
  return Object.fromEntries(rows.map(({ kind, value }) => [kind, value]));
}

async function find(id: string): Promise<Generation> {
  return (await store.generations.find(id))!;
}

async function work(id: string): Promise<Generation> {
  const signal = new AbortController().signal;
  await workshop(id, { signal, report: () => undefined, isLastAttempt: true });
  return find(id);
}

async function noticesOf(generation: Generation, locale = 'en'): Promise<string> {
  const blobs = { get: async () => null };
  const cards = createCardBuilder({ blobs, generations: store.generations, clock: () => NOW });
  return (await cards.build({ generation, pins: [], locale })).notices.join('\n');
}

const spent = async () => (await core.quota(ada)).usage.images;

/** Does it, and tells what was charged for it. */
async function charged(ask: () => Promise<AcceptedNow>): Promise<{ generation: Generation; images: number }> {
  const before = await spent();
  const { generation } = await ask();
  return { generation, images: (await spent()) - before };
}

/**
 * The old latents that the new cell has: all but the visual tokens, whose place others took, texts as far as there is
 * room.
 */
function expectCarried({ latents, visualTokenizer }: Generation['cells'][number], old: Latents): void {
  expect(latents.boxes?.map(({ label: _, ...box }) => box)).toEqual(old.boxes?.map(({ label: _, ...box }) => box));
  expect(latents.blobs).toEqual(old.blobs);
  // The nearest of the new bundle's colours, equal ones together.
  expect(latents.palette!.length).toBeLessThanOrEqual(old.palette!.length);
  expect(old.description!.startsWith(latents.description!.slice(0, 12))).toBe(true);
  expect(latents.tokens).toHaveLength(64);
  expect(latents.tokens).not.toEqual(old.tokens);
  expect(visualTokenizer).toBe(visualTokenizerOf(model.bundle.manifest));
}

describe('after an upgrade from the 64-pixel version', () => {
  it('everything is there as it was, of a bundle that is not known', async () => {
    expect(applied).not.toContain(FIRST_MIGRATION);
    expect(applied.length).toBeGreaterThan(0);
    for (const id of [fixture.ids.grid, fixture.ids.plan]) {
      for (const cell of (await core.show(ada, id)).cells) {
        expect(cell).toMatchObject({ latents: oldLatents(id, cell.index), visualTokenizer: null, lost: [] });
      }
    }
    const saved = await core.savedPins(ada);
    expect(saved.map(({ name, visualTokenizer }) => [name, visualTokenizer])).toEqual([
      ['look', null],
      ['house', null],
    ]);
    expect(saved[0]!.latents).toEqual(oldLatents(fixture.ids.grid, 2));
    expect(await spent()).toBe(6);
  });

  it('a grid’s full picture is still that of its own bundle', async () => {
    const record = await readMetadata((await core.picture(ada, fixture.ids.grid, 0, 'full')).file);
    expect(record.bundle).toEqual(fixture.bundle);
    expect(record.cells[0]!.latents).toBe(fixture.code);
  });

  it('a reroll keeps pinned pictures and colours, and samples the pinned tokens anew', async () => {
    const { grid } = fixture.ids;
    const { generation, images } = await charged(() => core.rerollAll(ada, grid, here()));
    expect(images).toBe(3);
    expect(generation.tasks.map(({ mode }) => mode)).toEqual(['sample', 'keep', 'sample', 'sample']);
    expect(await noticesOf(generation)).toContain(DROPPED);
    expect(await noticesOf(generation, 'de')).toContain('Textur aus einem anderen Modell kann dieses nicht verwenden');
    expect(await core.pins(ada, generation.id)).toEqual([
      { cell: null, kind: 'palette' },
      { cell: 1, kind: null },
    ]);

    const done = await work(generation.id);
    expect(done.status).toBe('done');
    expect(await noticesOf(done)).toContain(DROPPED);
    expect(done.cells[1]).toMatchObject({ latents: oldLatents(grid, 1), visualTokenizer: null, lost: [] });
    const kept = await readFile(join(folder, 'pictures', done.cells[1]!.imageKey!));
    expect((await readMetadata(kept)).bundle).toEqual(fixture.bundle);
    const old = await decodePng(await readFile(join(FIXTURE, 'cells', grid, '1.png')));
    expect((await decodePng(kept)).image).toEqual(old.image);

    // The next one has nothing left to lose but what is kept.
    const next = (await core.rerollAll(ada, done.id, here())).generation;
    expect(await noticesOf(next)).toBe('');
    expect((await work(next.id)).cells[1]!.latents).toEqual(oldLatents(grid, 1));
  });

  it('a reroll that keeps no tokens loses nothing', async () => {
    const { generation } = await core.splice(ada, fixture.ids.plan, { boxes: 1, palette: 2 }, here());
    expect(generation.tasks[1]).toMatchObject({ given: { boxes: oldLatents(fixture.ids.plan, 1).boxes } });
    expect(await noticesOf(generation)).not.toContain(DROPPED);
  });

  it('variations, used latents and an edit keep all but the tokens', async () => {
    const { grid } = fixture.ids;
    const asked = [
      () => core.variations(ada, grid, 0, here()),
      () => core.useLatents(ada, grid, 0, [], { prompt: '' }, here()),
    ];
    for (const ask of asked) {
      const { generation, images } = await charged(ask);
      expect(images).toBe(2);
      const done = await work(generation.id);
      for (const cell of done.cells) expectCarried(cell, oldLatents(grid, 0));
      expect(await noticesOf(done)).toContain(DROPPED);
      expect((await core.pins(ada, done.id)).map(({ kind }) => kind)).not.toContain('tokens');
    }
    const { generation } = await core.edit(ada, grid, 0, 'palette', 'red', here());
    expect((await work(generation.id)).status).toBe('done');
  });

  it('saved pins keep all but the tokens', async () => {
    const look = (await core.imagine(ada, { prompt: 'a cat', pins: ['look'], count: 2 }, here())).generation;
    const done = await work(look.id);
    for (const cell of done.cells) expectCarried(cell, oldLatents(fixture.ids.grid, 2));
    expect(await noticesOf(done)).toContain(DROPPED);
    const house = (await core.imagine(ada, { prompt: 'a cat', pins: ['house'], count: 1 }, here())).generation;
    expect(house.tasks[0]).toMatchObject({ mode: 'sample', origins: { palette: 'pinned' } });
    expect(await noticesOf(house)).toContain(DROPPED);
  });

  it('a pin saved now of an old cell is still one of the old bundle', async () => {
    await core.savePin(ada, 'again', { id: fixture.ids.grid, cell: 3, kinds: [] }, 'user');
    const again = (await core.savedPins(ada)).find(({ name }) => name === 'again');
    expect(again).toMatchObject({ latents: oldLatents(fixture.ids.grid, 3), visualTokenizer: null });
  });

  it('an old plan is painted as planned but for the tokens', async () => {
    const { plan } = fixture.ids;
    const { generation, images } = await charged(() => core.paint(ada, plan, [0, 2], here()));
    expect(images).toBe(2);
    const done = await work(generation.id);
    expect(done.status).toBe('done');
    for (const [k, cell] of [0, 2].entries()) expectCarried(done.cells[k]!, oldLatents(plan, cell));
    expect(await noticesOf(done)).toContain(DROPPED);
  });

  it('what failed before can be tried again', async () => {
    const { generation, images } = await charged(() => core.retry(ada, fixture.ids.failed, here()));
    expect(images).toBe(2);
    expect(await noticesOf(generation)).toContain(DROPPED);
    expect((await core.pins(ada, generation.id)).map(({ kind }) => kind)).not.toContain('tokens');
    const done = await work(generation.id);
    for (const cell of done.cells) expectCarried(cell, oldLatents(fixture.ids.grid, 3));
  });

  it('what waited in the queue is painted for what was paid', async () => {
    const before = await spent();
    const done = await work(fixture.ids.waiting);
    expect(done.status).toBe('done');
    for (const cell of done.cells) expectCarried(cell, oldLatents(fixture.ids.grid, 0));
    expect(await noticesOf(done)).toContain(DROPPED);
    expect(await spent()).toBe(before);
  });

  it('a code of an old cell says what it is of', async () => {
    const code = await core.code(ada, fixture.ids.grid, 0);
    expect(Object.keys(core.readCode(code))).toEqual(LATENT_KINDS.filter((kind) => kind !== 'tokens'));
    const { generation } = await core.imagine(ada, { prompt: 'a cat', code, count: 1 }, here());
    expect(await noticesOf(generation)).toContain(DROPPED);
    expectCarried((await work(generation.id)).cells[0]!, oldLatents(fixture.ids.grid, 0));
  });

  it('a code that the old version wrote is read, all but the tokens', async () => {
    expect(decodeLatentCode(fixture.code).latents).toEqual(oldLatents(fixture.ids.grid, 0));
    const input = { prompt: 'a cat', pins: [`code=${fixture.code}`], count: 1 };
    const { generation } = await core.imagine(ada, input, here());
    expect(await noticesOf(generation)).toContain(DROPPED);
    expectCarried((await work(generation.id)).cells[0]!, oldLatents(fixture.ids.grid, 0));
  });

  it('the tokens alone are refused, and nothing is charged', async () => {
    const { grid } = fixture.ids;
    const before = await spent();
    const refusal = { code: 'latent_of_another_model', data: { kind: 'tokens' } };
    const useTokens = core.useLatents(ada, grid, 0, ['tokens'], { prompt: 'a cat' }, here());
    await expect(useTokens).rejects.toMatchObject(refusal);
    await expect(core.splice(ada, grid, { boxes: 0, tokens: 1 }, here())).rejects.toMatchObject(refusal);
    await expect(core.pin(ada, grid, { cell: 2, kind: 'tokens' })).rejects.toMatchObject(refusal);
    await expect(core.pin(ada, grid, { cell: null, kind: 'tokens' })).rejects.toMatchObject(refusal);
    const from = { id: grid, cell: 0, kinds: ['tokens' as const] };
    await expect(core.savePin(ada, 'tokens-only', from, 'user')).rejects.toMatchObject(refusal);
    expect(await spent()).toBe(before);
  });
});
