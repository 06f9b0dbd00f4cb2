import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CoreError } from '../../../src/core/basics/errors.js';
import { newId } from '../../../src/core/basics/ids.js';
import type { Actor, Generation } from '../../../src/core/types.js';
import {
  type Grids,
  HOMES,
  nameOf,
  personOf,
  type Rooms,
  requesterIn,
  roomsOf,
  type Sight,
  should,
  sightsOf,
} from './support/access-matrix.js';
import { here, openWorld, type World } from './support/world.js';

/**
 * Roles × places × ways to a grid, on both platforms: every cell goes through a use case over a real database, and what
 * comes of it is held against the rules as `access-matrix.ts` states them anew.
 */
const PLATFORMS = ['discord', 'slack'] as const;

type Outcome = 'done' | 'generation_unknown' | 'not_allowed' | 'no_space_here';

interface Way {
  /** The grid that it is tried on. */
  on: keyof Grids;
  /** It changes the grid: each success has a copy of its own. */
  isLasting?: boolean;
  run(actor: Actor, grid: Generation): Promise<unknown>;
  expected(sight: Sight, actor: Actor): Outcome;
}

const seen = (sight: Sight): Outcome => (should.see(sight) ? 'done' : 'generation_unknown');
const ruled = (sight: Sight): Outcome =>
  should.rule(sight) ? 'done' : should.see(sight) ? 'not_allowed' : seen(sight);
const shared = (sight: Sight): Outcome =>
  should.share(sight) ? 'done' : should.see(sight) ? 'not_allowed' : seen(sight);

let world: World;
const rooms: Record<(typeof PLATFORMS)[number], Rooms> = { discord: roomsOf('discord'), slack: roomsOf('slack') };
const grids = new Map<string, Grids>();
const messages = new Map<string, string>();
/** Use cases that were tried. */
const called = new Set<string>();
/** Those that no grid is given to. */
const OF_NO_GRID = [
  ...['imagine', 'newestUnfinished', 'readCode', 'artworks', 'pictureSide', 'savedPins', 'deletePin'],
  ...[
    'thingGroups',
    'thingsOf',
    'findThings',
    'thingsSheet',
    'completions',
    'settings',
    'setSettings',
    'isUpscalable',
    'status',
    'about',
  ],
  ...['quota', 'quotaPolicies', 'setQuota', 'removeQuota', 'grantQuota', 'resetQuota', 'setTimeZone'],
  ...['policy', 'ownPolicy', 'setPolicy', 'models', 'audit', 'keptOf', 'forget', 'packNames'],
  ...['savedThings', 'thingRoom', 'addThing', 'renameThing', 'removeThing'],
  ...['blockedPictures', 'blockPicture', 'unblockPicture', 'describe'],
];
/** Cells of the matrix that were tried, by what came of them. */
const tried = { done: 0, refused: 0 };

const keyOf = ({ platform, home, isPrivate }: Sight) => `${platform}/${home}/${isPrivate}`;

beforeAll(async () => {
  world = await openWorld();
  const core = new Proxy(world.core, {
    get(target, name) {
      called.add(String(name));
      return Reflect.get(target, name);
    },
  });
  world = { ...world, core };
  world.defaults.quota = { imagesPerDay: 1_000_000, inFlight: 100_000 };
  for (const platform of PLATFORMS) {
    const known = new Set(sightsOf(platform).map(({ home }) => home));
    for (const home of HOMES.filter((one) => known.has(one))) {
      for (const isPrivate of [false, true]) {
        const made = await makeGrids(requesterIn(rooms[platform], home), isPrivate);
        const key = `${platform}/${home}/${isPrivate}`;
        grids.set(key, made);
        messages.set(made.done.id, `message-${made.done.id}`);
        const { conversationId: channelId, id } = made.done;
        await world.store.deliveries.shown(id, { channelId, messageId: `message-${id}` });
      }
    }
  }
});
afterAll(() => world?.close());

async function makeGrids(ada: Actor, isPrivate: boolean): Promise<Grids> {
  const ask = (change = {}) => world.core.imagine(ada, { prompt: 'a cat', count: 1, isPrivate, ...change }, here());
  const failed = await ask();
  await world.fail(failed);
  return {
    done: await world.paint(await ask()),
    planned: await world.paint(await ask({ isPlanOnly: true })),
    failed: (await world.store.generations.find(failed.generation.id))!,
    queued: (await ask()).generation,
  };
}

/** The same grid once more. */
async function copy({ id }: Generation): Promise<Generation> {
  const fresh = newId();
  const columns = (
    await world.query(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'generation' AND column_name NOT IN ('id', 'idempotency_key')`,
    )
  )
    .map(({ name }) => `"${name}"`)
    .join(', ');
  await world.query(`INSERT INTO generation (id, ${columns}) SELECT $2, ${columns} FROM generation WHERE id = $1`, [
    id,
    fresh,
  ]);
  await world.query(`INSERT INTO delivery (generation_id, platform, address) VALUES ($1, 'discord', '{}')`, [fresh]);
  return (await world.store.generations.find(fresh))!;
}

const kinds = ['palette' as const];
const input = { prompt: 'a cat', count: 1 };

/** Each use case that takes a grid, and each list that may show one. */
const WAYS: Readonly<Record<string, Way>> = {
  show: { on: 'done', run: (actor, { id }) => world.core.show(actor, id), expected: seen },
  'show, failed': { on: 'failed', run: (actor, { id }) => world.core.show(actor, id), expected: seen },
  'show, waiting': { on: 'queued', run: (actor, { id }) => world.core.show(actor, id), expected: seen },
  'place in the queue': {
    on: 'queued',
    run: (actor, { id }) => world.core.queuePosition(actor, id),
    expected: seen,
  },
  pins: { on: 'done', run: (actor, { id }) => world.core.pins(actor, id), expected: seen },
  code: { on: 'done', run: (actor, { id }) => world.core.code(actor, id, 0), expected: seen },
  picture: { on: 'done', run: (actor, { id }) => world.core.picture(actor, id, 0, 'full'), expected: seen },
  emoji: { on: 'done', run: (actor, { id }) => world.core.picture(actor, id, 0, 'emoji'), expected: shared },
  grid: { on: 'done', run: (actor, { id }) => world.core.grid(actor, id), expected: seen },
  message: {
    on: 'done',
    async run(actor, { id, conversationId: channelId }) {
      if ((await world.core.findByMessage(actor, { channelId, messageId: messages.get(id)! })) === null)
        throw unseen(id);
    },
    expected: seen,
  },
  'own history': {
    on: 'done',
    async run(actor, { id }) {
      if (!(await idsOf(actor, true)).includes(id)) throw unseen(id);
    },
    // Nobody has another's in their own.
    expected: (sight) => (sight.role === 'requester' ? seen(sight) : 'generation_unknown'),
  },
  'history of all': {
    on: 'done',
    async run(actor, { id }) {
      if (!(await idsOf(actor, false)).includes(id)) throw unseen(id);
    },
    expected: (sight) => (sight.where === 'in its conversation' ? seen(sight) : 'generation_unknown'),
  },
  'save pin': {
    on: 'done',
    run: (actor, { id }) => world.core.savePin(actor, 'mine', { id, cell: 0, kinds }, 'user'),
    expected: seen,
  },
  'save pin for all': {
    on: 'done',
    run: (actor, { id }) => world.core.savePin(actor, 'house', { id, cell: 0, kinds }, 'space'),
    expected: (sight, { isAdmin, place }) =>
      place !== 'space' ? 'no_space_here' : isAdmin ? shared(sight) : 'not_allowed',
  },
  'block its pictures': {
    on: 'done',
    run: (actor, { id }) => world.core.blockPicturesOf(actor, id),
    expected: (sight, { isAdmin, place }) =>
      place !== 'space' ? 'no_space_here' : isAdmin ? seen(sight) : 'not_allowed',
  },
  pack: { on: 'done', run: (actor, { id }) => world.core.packZip(actor, id, [0], 'A cat'), expected: shared },
  mark: { on: 'done', run: (actor, { id }) => world.core.mark(actor, id, '📌', true), expected: seen },
  deletable: { on: 'done', run: (actor, { id }) => world.core.deletable(actor, id), expected: ruled },
  pin: {
    on: 'done',
    run: (actor, { id }) => world.core.pin(actor, id, { cell: null, kind: 'palette' }),
    expected: ruled,
  },
  unpin: {
    on: 'done',
    run: (actor, { id }) => world.core.unpin(actor, id, { cell: null, kind: 'palette' }),
    expected: ruled,
  },
  'reroll all': { on: 'done', run: (actor, { id }) => world.core.rerollAll(actor, id, here()), expected: seen },
  'reroll one': { on: 'done', run: (actor, { id }) => world.core.rerollCell(actor, id, 0, here()), expected: seen },
  'reroll some': { on: 'done', run: (actor, { id }) => world.core.rerollCells(actor, id, [0], here()), expected: seen },
  'vote to reroll': {
    on: 'done',
    run: (actor, { id }) => world.core.voteReroll(actor, id, null, true, here()),
    expected: seen,
  },
  edit: {
    on: 'done',
    run: (actor, { id }) => world.core.edit(actor, id, 0, 'palette', 'red 60%, white 40%', here()),
    expected: seen,
  },
  splice: { on: 'done', run: (actor, { id }) => world.core.splice(actor, id, { palette: 0 }, here()), expected: seen },
  variations: { on: 'done', run: (actor, { id }) => world.core.variations(actor, id, 0, here()), expected: seen },
  upscale: {
    on: 'done',
    async run(actor, { id }) {
      // What painted it has no upscaler, which whoever may have it made larger is told.
      await world.core.upscale(actor, id, 0, 2, here()).catch((error: unknown) => {
        if (!(error instanceof CoreError) || !error.is('upscale_refused')) throw error;
      });
    },
    expected: seen,
  },
  'use latents': {
    on: 'done',
    run: (actor, { id }) => world.core.useLatents(actor, id, 0, kinds, input, here()),
    expected: seen,
  },
  paint: { on: 'planned', run: (actor, { id }) => world.core.paint(actor, id, [0], here()), expected: seen },
  retry: { on: 'failed', run: (actor, { id }) => world.core.retry(actor, id, here()), expected: seen },
  cancel: { on: 'queued', isLasting: true, run: (actor, { id }) => world.core.cancel(actor, id), expected: ruled },
  delete: { on: 'done', isLasting: true, run: (actor, { id }) => world.core.delete(actor, id), expected: ruled },
};

const unseen = (id: string) => new CoreError('generation_unknown', { id });

const idsOf = async (actor: Actor, mine: boolean) =>
  (await world.core.history(actor, { mine, limit: 100 })).map(({ id }) => id);

/** What making a grid of it gave, if it is a use case that makes one. */
function madeOf(answer: unknown): Generation | null {
  const made = typeof answer === 'object' && answer !== null && 'accepted' in answer ? answer.accepted : answer;
  return typeof made === 'object' && made !== null && 'generation' in made ? (made.generation as Generation) : null;
}

async function tryCell(way: Way, sight: Sight): Promise<string[]> {
  const actor = personOf(rooms[sight.platform as 'discord' | 'slack'], sight);
  const grid = grids.get(keyOf(sight))![way.on];
  const expected = way.expected(sight, actor);
  const target = way.isLasting && expected === 'done' ? await copy(grid) : grid;
  let outcome: string;
  let made: Generation | null = null;
  try {
    made = madeOf(await way.run(actor, target));
    outcome = 'done';
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    outcome = error.code;
  }
  tried[outcome === 'done' ? 'done' : 'refused']++;
  const faults = outcome === expected ? [] : [`${nameOf(sight)}: ${outcome}, not ${expected}`];
  if (made !== null && made.settings.isPrivate !== should.stayPrivate(sight)) {
    faults.push(`${nameOf(sight)}: made ${made.settings.isPrivate ? 'private' : 'public'}`);
  }
  return faults;
}

/**
 * Of the ways that decide alike, each takes one in so many cells, each from another one on: together they take them
 * all.
 */
const STRIDE = 7;
/** One of each kind of deed takes every cell. */
const WHOLE: readonly string[] = ['show', 'use latents', 'deletable', 'save pin for all'];

describe.each(PLATFORMS)('on %s a grid is reached', (platform) => {
  it.each(Object.keys(WAYS))('by %s by those alone who may', async (name) => {
    const first = Object.keys(WAYS).indexOf(name);
    const sights = sightsOf(platform).filter((_, k) => WHOLE.includes(name) || (k + first) % STRIDE === 0);
    const faults: string[] = [];
    for (const sight of sights) faults.push(...(await tryCell(WAYS[name]!, sight)));
    expect(faults).toEqual([]);
  });
});

it('is reached by no use case that was not tried', () => {
  const all = Object.keys(world.core).filter((name) => !OF_NO_GRID.includes(name));
  expect(all.sort()).toEqual([...called].filter((name) => !OF_NO_GRID.includes(name)).sort());
});

it('is tried in thousands of cells of both outcomes', () => {
  expect(tried.done + tried.refused).toBeGreaterThanOrEqual(5_000);
  expect(Math.min(tried.done, tried.refused)).toBeGreaterThan(900);
});
