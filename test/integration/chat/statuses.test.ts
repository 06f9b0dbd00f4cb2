import { afterAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/chat/replies/reply.js';
import type { AcceptedNow } from '../../../src/core/core.js';
import type { Actor, Generation } from '../../../src/core/types.js';
import { here, openWorld, somebody } from '../core/support/world.js';
import { controllerOf } from './support/controller-of.js';

const world = await openWorld();
const controller = controllerOf(world);
afterAll(() => world.close());

const ask = (actor: Actor, isPlan = false) =>
  world.core.imagine(actor, { prompt: 'a cat', count: 2, ...(isPlan ? { isPlanOnly: true } : {}) }, here());

/** Decides the cells as a worker does before it paints, with latents that another grid was given. */
async function plan(actor: Actor, { generation: { id } }: AcceptedNow): Promise<void> {
  const { cells } = await world.paint(await ask(actor));
  const begun = (await world.store.generations.begin(id, world.time.now))!;
  const decided = cells.map((cell) => ({ ...cell, imageKey: null }));
  await world.store.generations.planned(begun, { cells: decided, vendi: 1.5, candidates: 8, isExhausted: false });
}

/** A generation in every state that people come back to, by a name for it. */
const STATES: Readonly<Record<string, (actor: Actor) => Promise<Pick<Generation, 'id'>>>> = {
  waiting: async (actor) => (await ask(actor)).generation,
  planning: async (actor) => {
    const { generation } = await ask(actor);
    await world.store.generations.begin(generation.id, world.time.now);
    return generation;
  },
  painting: async (actor) => {
    const accepted = await ask(actor);
    await plan(actor, accepted);
    return accepted.generation;
  },
  stopping: async (actor) => {
    const accepted = await ask(actor);
    await plan(actor, accepted);
    await world.core.cancel(actor, accepted.generation.id);
    return accepted.generation;
  },
  'cancelled at once': async (actor) => {
    const { generation } = await ask(actor);
    await world.core.cancel(actor, generation.id);
    return generation;
  },
  'cancelled while it was painted': async (actor) => {
    const accepted = await ask(actor);
    await plan(actor, accepted);
    await world.core.cancel(actor, accepted.generation.id);
    await world.store.generations.cancelled({ id: accepted.generation.id, attempt: 1 }, world.time.now);
    return accepted.generation;
  },
  failed: async (actor) => {
    const accepted = await ask(actor);
    await plan(actor, accepted);
    await world.fail(accepted);
    return accepted.generation;
  },
  planned: async (actor) => world.paint(await ask(actor, true)),
  done: async (actor) => world.paint(await ask(actor)),
  deleted: async (actor) => {
    const done = await world.paint(await ask(actor));
    await world.core.delete(actor, done.id);
    return done;
  },
};

const invoke = (actor: Actor, path: string, values: Record<string, string>) =>
  controller.invoke({ actor, path, values, origin: here() });

function read(reply: Reply) {
  if (reply.type !== 'message') throw new Error(`The reply is a ${reply.type}.`);
  return {
    isError: reply.isError,
    text: reply.blocks.map((block) => ('text' in block ? block.text : '')).join('\n'),
    codes: reply.blocks.filter(({ type }) => type === 'code').length,
    labels: reply.actions.flat().map((action) => ('label' in action ? action.label : action.placeholder)),
  };
}

describe('/show of a grid that is', () => {
  it.each([
    ['waiting', /\d+ requests? goe?s? first|Next in line/, ['Cancel'], 0],
    ['planning', /Thinking up 2 different pictures/, ['Cancel'], 0],
    ['painting', /Painting 2 pictures/, ['Cancel'], 2],
    ['stopping', /Stopping/, [], 2],
    [
      'cancelled at once',
      /Cancelled before it was done\. Nothing was charged\. “Try again”/,
      ['Try again', 'Delete'],
      0,
    ],
    ['cancelled while it was painted', /Cancelled .* What was decided .* below/, ['Try again', 'Delete'], 2],
    ['failed', /did not work.*Nothing was charged.*What was decided/s, ['Try again', 'Delete'], 2],
    ['planned', /2 plans, not painted yet/, ['Paint all 2', 'Latents', 'Delete'], 2],
    ['done', /a cat/, ['Latents', 'Delete'], 2],
  ])('%s says so, and offers what can be done', async (state, words, labels, codes) => {
    const actor = somebody();
    const { id } = await STATES[state]!(actor);
    const shown = read(await invoke(actor, 'show', { id }));
    expect(shown).toMatchObject({ isError: false, codes });
    expect(shown.text).toMatch(words);
    expect(shown.labels).toEqual(expect.arrayContaining(labels));
    if (labels.length === 0) expect(shown.labels).toEqual([]);
    const latents = read(await invoke(actor, 'latents show', { id }));
    expect(latents).toMatchObject({ isError: false, codes });
  });

  it('deleted says that there is none, and where to look', async () => {
    const actor = somebody();
    const { id } = await STATES.deleted!(actor);
    const shown = read(await invoke(actor, 'show', { id }));
    expect(shown.isError).toBe(true);
    expect(shown.text).toMatch(/may have been deleted.*`history`/s);
  });

  it('cancelled speaks German too', async () => {
    const actor = somebody({ locale: 'de' });
    const { id } = await STATES['cancelled while it was painted']!(actor);
    const shown = read(await invoke(actor, 'show', { id }));
    expect(shown.text).toMatch(/Abgebrochen.*„Noch einmal“.*steht darunter/s);
    expect(shown.labels).toContain('Noch einmal');
  });
});

describe('what needs a finished grid says of one that is', () => {
  it.each([
    ['waiting', /not finished yet/],
    ['painting', /not finished yet/],
    ['cancelled at once', /was cancelled.*once more/],
    ['cancelled while it was painted', /was cancelled.*once more/],
    ['failed', /could not be painted.*`show` says why/],
  ])('%s why it cannot be had, and what to do', async (state, words) => {
    const actor = somebody();
    const { id } = await STATES[state]!(actor);
    for (const [path, values] of [
      ['reroll', {}],
      ['variations', { cell: '1' }],
    ] as const) {
      const refused = read(await invoke(actor, path, { ...values, id }));
      expect(refused.isError, path).toBe(true);
      expect(refused.text, path).toMatch(words);
    }
  });

  it('planned that plans are no pictures yet', async () => {
    const actor = somebody();
    const { id } = await STATES.planned!(actor);
    const refused = read(await invoke(actor, 'deliver', { id, cell: '1' }));
    expect(refused).toMatchObject({ isError: true, text: expect.stringMatching(/plans, not pictures yet.*`paint`/) });
  });
});
