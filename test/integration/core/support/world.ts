import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { AcceptedNow, Core, Origin } from '../../../../src/core/core.js';
import { createCore } from '../../../../src/core/create-core.js';
import { type CoreDefaults, DEFAULT_POLICY, type Prices } from '../../../../src/core/deps.js';
import type { BlobStore, Store } from '../../../../src/core/ports.js';
import type { Actor, Cell, CellTask, Generation } from '../../../../src/core/types.js';
import { createRng, type Rng } from '../../../../src/engine/basics/rng.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { encodeLatentCode } from '../../../../src/engine/codes/latent-code.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../../../src/engine/context/index.js';
import { type LatentKind, type Latents, parsePin } from '../../../../src/engine/latents/index.js';
import { visualTokenizerOf } from '../../../../src/engine/manifest/manifest.js';
import { createPictures } from '../../../../src/engine/memory/pictures.js';
import { toXmp } from '../../../../src/images/metadata.js';
import { encodePng } from '../../../../src/images/sharp.js';
import { stickerSide } from '../../../../src/platforms/index.js';
import { actorOf, OPEN_CHANNELS } from '../../../support/people.js';
import { THING_ROOM } from '../../../support/things.js';
import { walkRandomly } from '../../../unit/engine/support/random-latents.js';
import { solid } from '../../../unit/images/solid.js';
import { createRecordingJobs, type RecordingJobs } from './recording-jobs.js';
import { openStores, type Stores } from './stores.js';

/** The core over a real database and a real folder of pictures. */
export interface World {
  core: Core;
  store: Store;
  blobs: BlobStore;
  query: Stores['query'];
  jobs: RecordingJobs;
  model: LatentContext;
  defaults: CoreDefaults;
  /** What the core's clock says. */
  time: { now: Date };
  /**
   * Does a worker's work: random latents for what is to be sampled, a red square for each picture.
   * @param change of the cells that are made
   */
  paint(accepted: Pick<AcceptedNow, 'generation'>, change?: (index: number) => Partial<Cell>): Promise<Generation>;
  fail(accepted: Pick<AcceptedNow, 'generation'>): Promise<void>;
  close(): Promise<void>;
}

export const BUNDLE = 'test/fixtures/bundle-tiny';

/** Somebody in a space and channel of their own, so that no test sees another's. */
export function somebody(change: Partial<Actor> = {}): Actor {
  return actorOf({
    userId: `user-${randomUUID()}`,
    spaceId: `space-${randomUUID()}`,
    channelId: `channel-${randomUUID()}`,
    channels: OPEN_CHANNELS,
    ...change,
  });
}

/** Another person in the same channel. */
export function beside(actor: Actor, change: Partial<Actor> = {}): Actor {
  return { ...actor, userId: `user-${randomUUID()}`, userName: 'Bob', isAdmin: false, isModerator: false, ...change };
}

export function here(idempotencyKey: string | null = null): Origin {
  return { address: { kind: 'test' }, idempotencyKey };
}

/** What a worker would have painted. */
function paintedCells(generation: Generation, parent: Generation | null, model: LatentContext): Cell[] {
  const isPlan = generation.origin === 'plan';
  return generation.tasks.map((task: CellTask, index) => {
    if (task.mode === 'keep') return { ...parent!.cells[task.from]!, index };
    const painted = {
      index,
      imageKey: isPlan ? null : `${generation.id}/${index}.png`,
      visualTokenizer: visualTokenizerOf(model.manifest),
      lost: [...(task.lost ?? [])],
      resampled: [],
      draft: task.draft ?? null,
      prompt: task.prompt ?? null,
    };
    if (task.mode === 'paint') return { ...painted, seed: task.seed, latents: task.given, origins: task.origins };
    const rng = createRng(generation.settings.seed, 'test', index);
    const kinds = generation.settings.kinds ?? model.manifest.kinds;
    const { latents } = walkRandomly(model, kinds, rng, { ...wordsOf(rng, kinds, model), ...task.given });
    const sampled = Object.fromEntries(kinds.map((kind) => [kind, 'sampled' as const]));
    return { ...painted, seed: task.seed ?? rng.uint32(), latents, origins: { ...sampled, ...task.origins } };
  });
}

/** Latents with words in them: random letters could spell something blocked. */
function wordsOf(rng: Rng, kinds: readonly LatentKind[], model: LatentContext): Latents {
  const side = () => 8 + 4 * (rng.uint32() % 8);
  const words = { description: 'description=a cat', boxes: `boxes=cat 0,0,${side()},${side()}` };
  const texts = Object.entries(words).filter(([name]) => kinds.some((kind) => kind === name));
  return Object.assign({}, ...texts.map(([, text]) => parsePin(text, model)));
}

/** A picture as a worker leaves it: the model's own size, with its record. */
function pictureOf({ prompt, settings }: Generation, seed: number, latents: Latents, model: LatentContext) {
  return encodePng(
    solid(64, [200, 30, 30, 255]),
    toXmp({
      software: 'kaleido test',
      bundle: { name: 'tiny', version: '0.1.0', hash: 'f00d' },
      prompt,
      settings: { seed: settings.seed },
      cells: [{ latents: encodeLatentCode(latents, visualTokenizerOf(model.manifest)), seed }],
    }),
  );
}

/** @param painters what paints besides Kaleido; may be changed while the world is open */
export async function openWorld(painters: readonly string[] = [], prices?: Prices): Promise<World> {
  const bundle = await loadBundle(BUNDLE);
  const model = createLatentContext(bundle, createTextTokenizer(bundle));
  const { store, blobs, query, close } = await openStores();
  const jobs = createRecordingJobs();
  const time = { now: new Date('2026-05-04T10:00:00Z') };
  const defaults: CoreDefaults = {
    timeZone: 'UTC',
    quota: { imagesPerDay: 40, inFlight: 20 },
    things: THING_ROOM,
    policy: DEFAULT_POLICY,
  };
  const log = pino({ level: 'silent' });
  const clock = () => time.now;
  const core = createCore({
    store,
    jobs,
    blobs,
    model,
    pictures: createPictures(bundle),
    stickerSide,
    painters,
    ...(prices && { prices }),
    bundleHash: bundle.hash,
    clock,
    defaults,
    log,
  });

  return {
    core,
    store,
    blobs,
    query,
    jobs,
    model,
    defaults,
    time,
    close,

    async paint({ generation: { id } }, change: (index: number) => Partial<Cell> = () => ({})) {
      const generation = (await store.generations.begin(id, time.now))!;
      const { parentId } = generation;
      const parent = parentId === null ? null : await store.generations.find(parentId);
      const cells = paintedCells(generation, parent, model).map((cell) =>
        generation.tasks[cell.index]?.mode === 'keep' ? cell : { ...cell, ...change(cell.index) },
      );
      await store.generations.planned(generation, { cells, vendi: 2, candidates: 8, isExhausted: false });
      for (const { imageKey, seed, latents } of cells) {
        if (imageKey?.startsWith(id)) {
          await blobs.put(imageKey, await pictureOf(generation, seed, latents, model), 'image/png');
        }
      }
      const gridKey = `${id}/grid.png`;
      await blobs.put(gridKey, await encodePng(solid(64, [0, 0, 200, 255])), 'image/png');
      if (!(await store.generations.finish(generation, { cells, gridKey }, time.now)))
        throw new Error(`${id} has ended already`);
      return (await store.generations.find(id))!;
    },

    async fail({ generation: { id } }) {
      const known = await store.generations.find(id);
      const begun = known?.status === 'queued' ? await store.generations.begin(id, time.now) : known;
      await store.generations.fail(begun!, { code: 'model_failed', message: 'No memory.', data: {} }, time.now);
    },
  };
}
