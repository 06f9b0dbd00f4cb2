import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Interaction, Message, TestUser } from '../servers/discord/index.js';
import { actionId, DiscordWorld } from './support/discord-world.js';

/** Milliseconds past which no token of an interaction is used any more. */
const TOKEN_ENDS = 15 * 60_000;

let world: DiscordWorld;
let open: Channel;
let staff: Channel;
let alice: TestUser;
let bob: TestUser;
let carol: TestUser;
let tests = 0;

beforeAll(async () => {
  world = await DiscordWorld.startAll();
});

beforeEach(() => {
  // Each test has people and channels of its own: Bob, unlike Carol, does not see the staff's.
  tests += 1;
  open = world.discord.channel(`open-${tests}`);
  staff = world.discord.channel(`staff-${tests}`);
  [alice, bob, carol] = ['alice', 'bob', 'carol'].map((name) => world.discord.user(`${name}${tests}`)) as [
    TestUser,
    TestUser,
    TestUser,
  ];
  world.discord.denyEveryone(staff, 'ViewChannel');
  for (const one of [alice, carol]) world.discord.allow(staff, one, 'ViewChannel');
  world.discord.allowBot(staff, 'ViewChannel');
});

afterEach(() => {
  expect(world.newRefusals()).toEqual([]);
  expect(world.discord.unanswered).toEqual([]);
});

afterAll(() => world.stop());

const wordsOf = ({ content, embeds }: Message): string =>
  `${content}\n${embeds.map(({ description }) => description).join('\n')}`;

/** What a person is told in private, as words. */
async function told(interaction: Interaction): Promise<string> {
  return wordsOf(await answer(interaction));
}

const answer = (interaction: Interaction): Promise<Message> =>
  world.discord.waitFor(
    () =>
      [interaction.message, ...interaction.followUps].find(
        (one) => one?.deletedAt === null && (one.content !== '' || one.embeds.length > 0) && one.visibleTo !== null,
      ),
    { what: 'a private answer' },
  );

const idOf = async (grid: Message): Promise<string> => (await world.generation(grid)).id;

describe('a private grid', () => {
  it('stays private in what is made of it, unless its requester says otherwise', async () => {
    const id = await idOf(await world.gridOf(world.imagine(alice, open, { private: true })));
    const used = await world.gridOf(alice.slash('latents use', { id, cell: 1 }, { channel: open }));
    expect(used.visibleTo).toBe(alice.id);
    const rerolled = await world.gridOf(alice.slash('reroll', { id }, { channel: open }));
    expect(rerolled.visibleTo).toBe(alice.id);
    expect(world.discord.messages(open).filter((one) => bob.sees(one))).toEqual([]);
    const shared = await world.gridOf(alice.slash('latents use', { id, cell: 1, private: false }, { channel: open }));
    expect(bob.sees(shared)).toBe(true);
  });
});

describe('a grid of a private thread', () => {
  it('is seen by its people, from elsewhere too, and is in no list of the channel', async () => {
    const thread = world.discord.thread('vault', { parent: open, by: alice, isPrivate: true });
    thread.memberIds.add(world.discord.world.app.botId).add(carol.id);
    const id = await idOf(await world.gridOf(world.imagine(alice, thread)));
    expect(await told(bob.slash('history', { everyone: true }, { channel: open }))).not.toContain(id);
    expect(await told(alice.slash('history', { everyone: true }, { channel: open }))).not.toContain(id);
    expect(await told(carol.slash('history', { everyone: true }, { channel: thread }))).toContain(id);
    expect(await told(bob.slash('show', { id }, { channel: open }))).toContain(
      `There is no grid ${id} that you can see`,
    );
    expect(await told(carol.slash('show', { id }, { channel: open }))).toContain(id);
    expect(await told(carol.slash('latents code', { id, cell: 1 }, { channel: open }))).toContain(id);
    // What Carol makes of it elsewhere goes to nobody who could not see it.
    const made = await world.gridOf(carol.slash('reroll', { id, private: false }, { channel: open }));
    expect(made.visibleTo).toBe(carol.id);
  });
});

describe('a grid of a closed channel', () => {
  it('is seen from elsewhere by those who may read the channel now', async () => {
    const id = await idOf(await world.gridOf(world.imagine(alice, staff)));
    const refusal = `There is no grid ${id} that you can see`;
    expect(await told(bob.slash('show', { id }, { channel: open }))).toContain(refusal);
    expect(await told(bob.slash('latents code', { id, cell: 1 }, { channel: open }))).toContain(refusal);
    expect(await told(bob.slash('reroll', { id }, { channel: open }))).toContain(refusal);
    expect(await told(carol.slash('show', { id }, { channel: open }))).not.toContain(refusal);
    const direct = world.discord.directMessages(carol);
    expect(await told(carol.slash('show', { id }, { channel: direct }))).not.toContain(refusal);
    world.discord.deny(staff, carol, 'ViewChannel');
    expect(await told(carol.slash('show', { id }, { channel: open }))).toContain(refusal);
  });
});

describe('an admin', () => {
  it('rules nothing in direct messages', async () => {
    world.discord.grant(alice, 'boss', ['ManageGuild']);
    const direct = world.discord.directMessages(alice);
    const reply = await told(alice.slash('quota set', { images: 0 }, { channel: direct }));
    expect(reply).toContain('of a server or workspace, and here is none');
    await world.gridOf(world.imagine(bob, world.discord.directMessages(bob)));
  });
});

describe('deleting', () => {
  it('asks first, works after a restart, and removes the message in another channel', async () => {
    const grid = await world.gridOf(world.imagine(alice, staff));
    const asked = await answer(alice.slash('delete', { id: await idOf(grid) }, { channel: open }));
    expect(grid.deletedAt).toBeNull();
    await world.stopBot();
    await world.startBot();
    const pressed = alice.press(asked, actionId(asked, 'delete-now'));
    await world.discord.waitFor(() => grid.deletedAt !== null, { what: 'the grid to be gone' });
    expect(await told(pressed)).toContain('Deleted.');
  });

  it('of all that somebody has removes every message of theirs, and no other', async () => {
    const [mine, also, other] = [
      await world.gridOf(world.imagine(alice, open)),
      await world.gridOf(world.imagine(alice, staff)),
      await world.gridOf(world.imagine(bob, open)),
    ];
    const asked = await answer(alice.slash('forget-me', {}, { channel: open }));
    alice.press(asked, actionId(asked, 'forget-now'));
    await world.discord.waitFor(() => mine.deletedAt !== null && also.deletedAt !== null, {
      what: 'the grids to be gone',
    });
    expect(other.deletedAt).toBeNull();
  });

  it('removes the message when the answer to its request is long over', async () => {
    const grid = await world.gridOf(world.imagine(alice, staff));
    const id = await idOf(grid);
    world.discord.clock.advance(TOKEN_ENDS);
    const asked = await answer(alice.slash('delete', { id }, { channel: open }));
    alice.press(asked, actionId(asked, 'delete-now'));
    await world.discord.waitFor(() => grid.deletedAt !== null, { what: 'the grid to be gone' });
  });

  it('removes the message in a thread that is archived by now, unless it is locked', async () => {
    const [thread, locked] = ['a', 'b'].map((name) => world.discord.thread(name, { parent: open, by: alice }));
    const grids = [
      await world.gridOf(world.imagine(alice, thread!)),
      await world.gridOf(world.imagine(alice, locked!)),
    ];
    const ids = await Promise.all(grids.map(idOf));
    world.discord.clock.advance(TOKEN_ENDS);
    world.discord.archive(thread!);
    world.discord.archive(locked!, true);
    for (const [index, word] of ['Deleted.', 'may not remove the message'].entries()) {
      const asked = await answer(alice.slash('delete', { id: ids[index]! }, { channel: open }));
      const pressed = alice.press(asked, actionId(asked, 'delete-now'));
      const [said] = await world.discord.waitFor(() => pressed.followUps.length > 0 && pressed.followUps, {
        what: word,
      });
      expect(wordsOf(said!)).toContain(word);
    }
    expect(grids.map(({ deletedAt }) => deletedAt !== null)).toEqual([true, false]);
    // Refused as it is here to be.
    world.newRefusals();
  });

  it('says so where Discord lets the message not be removed', async () => {
    const grid = await world.gridOf(world.imagine(alice, open, { private: true }));
    const id = await idOf(grid);
    world.discord.clock.advance(TOKEN_ENDS);
    const asked = await answer(alice.slash('delete', { id }, { channel: open }));
    const pressed = alice.press(asked, actionId(asked, 'delete-now'));
    const [word] = await world.discord.waitFor(() => pressed.followUps.length > 0 && pressed.followUps, {
      what: 'a word',
    });
    expect(wordsOf(word!)).toContain('may not remove the message');
    expect((await world.database.store.generations.find(id))?.status).toBe('deleted');
  });

  it('by a moderator’s reaction is confirmed in direct messages', async () => {
    const grid = await world.gridOf(world.imagine(alice, open));
    world.discord.grant(carol, 'moderator', ['ManageMessages']);
    carol.react(grid, '🗑️');
    const direct = world.discord.directMessages(carol);
    const asked = await world.discord.waitFor(() => world.discord.messages(direct)[0], { what: 'the question' });
    expect(grid.deletedAt).toBeNull();
    carol.press(asked, actionId(asked, 'delete-now'));
    await world.discord.waitFor(() => grid.deletedAt !== null, { what: 'the grid to be gone' });
  });

  it('is for moderators of the grid’s own channel', async () => {
    world.discord.allow(open, bob, 'ManageMessages');
    const there = world.discord.channel(`there-${tests}`);
    const id = await idOf(await world.gridOf(world.imagine(alice, there)));
    expect(await told(bob.slash('delete', { id }, { channel: open }))).toContain('Only the person who asked');
  });
});
