import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scopeOf } from '../../src/core/access/scope.js';
import { actionableElements } from '../servers/slack/block-kit.js';
import type { Person } from '../servers/slack/person.js';
import type { SlackChannel } from '../servers/slack/types.js';
import { SlackWorld } from './support/slack-world.js';

const QUICK = '--count 2 --steps 2';

/** Of the workspace. */
const scope = () => scopeOf({ platform: 'slack', realm: world.team.id, spaceId: world.team.id, userId: world.ada.id });

let world: SlackWorld;
let channel: SlackChannel;

beforeAll(async () => {
  world = await SlackWorld.startAll();
});

beforeEach(() => {
  // Each test has a channel of its own, and Slack’s limits start afresh.
  const { ada, bob, slack, team } = world;
  channel = slack.addChannel(team, 'pictures', [ada, bob]);
  slack.clock.advance(120_000);
});

afterEach(() => {
  expect(world.slack.workspace.violations).toEqual([]);
  expect(
    world.slack.workspace.calls.filter(({ outcome }) => outcome.startsWith('invalid_') || outcome === 'missing_scope'),
  ).toEqual([]);
});

afterAll(() => world.stop());

const ask = (words = 'a cat and a pizza', threadTs?: string) =>
  world.ada.say(channel.id, `@kaleido ${words} ${QUICK}`, threadTs ? { threadTs } : {});

/** What only this person saw in the test's channel. */
const answersTo = (person: Person) =>
  world.slack.ephemeralsFor(person).filter(({ channelId }) => channelId === channel.id);

const answer = async (person: Person, count = 1) => {
  await world.slack.waitFor('an answer', () => answersTo(person).length >= count);
  return answersTo(person)[count - 1]!;
};

describe('asking', () => {
  it('in a channel gives one message in a thread that becomes the grid', async () => {
    const asked = ask();
    const grid = await world.grid(1, channel.id);
    expect(grid.threadTs).toBe(asked.ts);
    expect(grid.edits).toBeGreaterThan(0);
    expect(world.slack.botMessages(channel.id)).toHaveLength(1);
    const image = grid.blocks.find(({ type }) => type === 'image');
    expect(String(image?.alt_text)).toContain('a cat and a pizza');
    const { cells, status } = await world.generation(grid);
    expect(status).toBe('done');
    expect(cells).toHaveLength(2);
    const shown = world.slack.textOf(grid);
    for (const number of [1, 2]) expect(shown).toMatch(new RegExp(`^${number}  .*🎨`, 'm'));
  });

  it('in a thread is answered there', async () => {
    const first = world.bob.say(channel.id, 'What shall we have?');
    ask('a cat', first.ts);
    expect((await world.grid(1, channel.id)).threadTs).toBe(first.ts);
  });

  it('by slash command is answered in the channel', async () => {
    const { isAccepted } = await world.bob.command(channel.id, '/imagine', `a dog ${QUICK}`);
    expect(isAccepted).toBe(true);
    expect((await world.grid(1, channel.id)).threadTs).toBeUndefined();
  });

  it('privately is answered where only the requester reads', async () => {
    const before = world.grids(world.ada.dm()).length;
    await world.ada.command(channel.id, '/imagine', `a dog ${QUICK} --private`);
    await world.grid(before + 1, world.ada.dm());
    expect(world.slack.botMessages(channel.id)).toEqual([]);
  });

  it('twice by a retried event gives one grid', async () => {
    const { slack, team, ada } = world;
    const ts = ask('a first cat').ts;
    const event = {
      type: 'app_mention',
      user: ada.id,
      text: `<@${team.botUserId}> a cat ${QUICK}`,
      ts,
      channel: channel.id,
    };
    const envelope = slack.deliveries.envelope(team.id, event);
    for (const retry of [0, 1, 2]) await slack.deliveries.resend(envelope, retry);
    await world.grid(2, channel.id);
    ask('a last cat');
    await world.grid(3, channel.id);
    expect(slack.botMessages(channel.id)).toHaveLength(3);
  });

  it('with markup in the prompt notifies nobody', async () => {
    const prompt = '<!channel> a cat @here & *bold*';
    ask(prompt);
    const grid = await world.grid(1, channel.id);
    expect(grid.notified).toEqual([]);
    expect(world.slack.textOf(grid)).toContain('<!channel>');
  });

  it('still works right after all sockets were cut', async () => {
    const { opened } = world.slack.sockets;
    world.slack.sockets.cut();
    await world.slack.waitFor('new sockets', () => world.slack.sockets.opened >= opened + 2);
    ask();
    await world.grid(1, channel.id);
  });
});

describe('reading the prompt', () => {
  const recalled = async (count = 1) =>
    (await world.generation(await world.grid(count, channel.id))).cells.map(({ draft }) =>
      draft?.things.map(({ thing }) => thing).sort(),
    );

  it.each([
    ['another script', 'кошка и пицца'],
    ['emoji', ':cat2: :pizza:'],
  ])('knows things in %s', async (_, words) => {
    ask(words);
    expect(await recalled()).toEqual([
      ['cat', 'pizza'],
      ['cat', 'pizza'],
    ]);
  });

  it('refuses, to the asker alone and for nothing, what it knows nothing of', async () => {
    const charged = async () =>
      world.database.store.quotas.usage(scope(), world.bob.id, new Date(0)).then(({ images }) => images);
    const before = await charged();
    world.bob.say(channel.id, `@kaleido florpity ${QUICK}`);
    const refusal = await answer(world.bob);
    expect(world.slack.textOf(refusal)).toMatch(/I do not know “florpity”.*`things` lists all/s);
    expect(world.slack.botMessages(channel.id)).toEqual([]);
    expect(await charged()).toBe(before);
  });

  it('rerolls until memory has nothing new, and then says so', async () => {
    ask('a red cat --style flat');
    let grid = await world.grid(1, channel.id);
    for (let count = 2; count < 22; count++) {
      const { id, isExhausted } = await world.generation(grid);
      if (isExhausted) break;
      await world.ada.press(grid, `k1:reroll-all:${id}`);
      grid = await world.grid(count, channel.id);
      world.slack.clock.advance(120_000);
    }
    expect(world.slack.textOf(grid)).toContain('All that I remember');
  });
});

describe('changing', () => {
  it('a cell by reaction keeps the others, in the same thread', async () => {
    const asked = ask();
    const grid = await world.grid(1, channel.id);
    world.ada.react(grid, 'one');
    const next = await world.grid(2, channel.id);
    expect(next.threadTs).toBe(asked.ts);
    const [before, after] = [await world.generation(grid), await world.generation(next)];
    expect(after.parentId).toBe(before.id);
    expect(after.cells[1]?.latents).toEqual(before.cells[1]?.latents);
    expect(after.cells[1]?.seed).toBe(before.cells[1]?.seed);
  });

  it('all by button makes a child', async () => {
    ask();
    const grid = await world.grid(1, channel.id);
    await world.ada.press(grid, `k1:reroll-all:${(await world.generation(grid)).id}`);
    const next = await world.grid(2, channel.id);
    expect((await world.generation(next)).parentId).toBe((await world.generation(grid)).id);
  });

  it('keeps a palette that was pinned by reaction', async () => {
    ask();
    const grid = await world.grid(1, channel.id);
    const before = await world.generation(grid);
    world.ada.react(grid, 'art');
    await world.slack.waitFor('the pin on the card', () => world.slack.textOf(grid).includes('📌🎨'));
    expect(grid.blocks.some(({ type }) => type === 'image')).toBe(true);
    world.ada.react(grid, 'repeat');
    const after = await world.generation(await world.grid(2, channel.id));
    expect(after.cells.map(({ latents }) => latents.palette)).toEqual(
      before.cells.map(({ latents }) => latents.palette),
    );
    expect(after.cells.every(({ origins }) => origins.palette === 'pinned')).toBe(true);
    expect(after.cells.map(({ latents }) => latents)).not.toEqual(before.cells.map(({ latents }) => latents));
  });

  it('a latent by form changes that picture alone', async () => {
    ask();
    const grid = await world.grid(1, channel.id);
    const { id } = await world.generation(grid);
    await world.ada.choose(grid, `k1:cell:${id}`, ['0']);
    const panel = await answer(world.ada);
    await world.ada.press(panel, `k1:edit:${id}:0:description`);
    const form = await world.slack.waitFor('the form', () => world.slack.modalOf(world.ada));
    const [field] = actionableElements(z.array(z.record(z.string(), z.unknown())).parse(form.view.blocks));
    await world.ada.submit(form, { [field!.blockId]: 'a cat' });
    const after = await world.generation(await world.grid(2, channel.id));
    expect(after).toMatchObject({ parentId: id, origin: 'edit' });
    const before = await world.generation(grid);
    expect(after.cells[0]?.origins.description).toBe('edited');
    expect(after.cells[0]?.seed).toBe(before.cells[0]?.seed);
    const file = (generation: typeof after) => world.blobs.get(generation.cells[1]?.imageKey ?? '');
    expect(await file(after)).toEqual(await file(before));
  });
});

describe('quotas', () => {
  it('refuse a person, until an admin grants more', async () => {
    const { ada, slack, team } = world;
    const cleo = slack.addPerson(team, 'cleo');
    channel.members.add(cleo.id);
    ada.say(channel.id, '@kaleido quota set --user @cleo --images 0');
    await answer(ada);
    cleo.say(channel.id, `@kaleido a cat ${QUICK}`);
    expect(slack.textOf(await answer(cleo))).toContain('0 of 0 images');
    expect(slack.botMessages(channel.id)).toEqual([]);
    await ada.command(channel.id, '/kaleido-quota', 'grant --user @cleo --images 4');
    await answer(ada, 2);
    cleo.say(channel.id, `@kaleido a cat ${QUICK}`);
    await world.grid(1, channel.id);
  });

  it('are not for everybody to set', async () => {
    world.bob.say(channel.id, '@kaleido quota grant --user @bob --images 100');
    await answer(world.bob);
    const { bob, database } = world;
    const entries = await database.store.audit.list(scope(), 10);
    expect(entries.every(({ actorId }) => actorId !== bob.id)).toBe(true);
  });

  it('and history are on the Home tab', async () => {
    ask('a memorable cat');
    await world.grid(1, channel.id);
    world.ada.openHome();
    await world.slack.waitFor('the tab', () =>
      JSON.stringify(world.slack.homeOf(world.ada)?.view ?? '').includes('a memorable cat'),
    );
  });
});

describe('a bot that is restarted', () => {
  it('brings what was asked for before, once, and its buttons work', async () => {
    await world.stopWorker();
    ask();
    await world.slack.waitFor('the card', () => world.slack.botMessages(channel.id).length === 1);
    await world.stopBot();
    await world.startWorker();
    await world.startBot();
    const grid = await world.grid(1, channel.id);
    expect(world.slack.botMessages(channel.id)).toHaveLength(1);
    await world.ada.press(grid, `k1:reroll-all:${(await world.generation(grid)).id}`);
    await world.grid(2, channel.id);
  });

  it('brings what was finished while it was away', async () => {
    ask();
    await world.slack.waitFor('the card', () => world.slack.botMessages(channel.id).length === 1);
    const [waiting] = world.slack.botMessages(channel.id);
    const { id } = await world.generation(waiting!);
    await world.stopBot();
    const { generations } = world.database.store;
    for (let status = ''; status !== 'done'; ) {
      status = (await generations.find(id))?.status ?? '';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await world.startBot();
    await world.grid(1, channel.id);
    expect(world.slack.botMessages(channel.id)).toHaveLength(1);
  });
});
