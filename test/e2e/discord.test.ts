import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDiscordPlatform } from '../../src/platforms/discord/index.js';
import type { Channel, Message, TestUser } from '../servers/discord/index.js';
import { actionId, DiscordWorld } from './support/discord-world.js';

/** Value of the first cell in a card's menu of cells. */
const CELL_1 = '0';
const PATIENCE = { timeout: 60_000, interval: 50 };

let world: DiscordWorld;
let channel: Channel;
let alice: TestUser;
let bob: TestUser;
let tests = 0;

beforeAll(async () => {
  world = await DiscordWorld.startAll();
});

beforeEach(() => {
  // Each test has people and a channel of its own.
  tests += 1;
  channel = world.discord.channel(`pictures-${tests}`);
  alice = world.discord.user(`alice${tests}`);
  bob = world.discord.user(`bob${tests}`);
});

afterEach(() => {
  expect(world.newRefusals()).toEqual([]);
  expect(world.discord.unanswered).toEqual([]);
});

afterAll(() => world.stop());

/** Waits for what a person is told in private. */
async function told(interaction: ReturnType<TestUser['press']>): Promise<Message> {
  return world.discord.waitFor(
    () =>
      [interaction.message, ...interaction.followUps].find(
        (one) => one?.deletedAt === null && one.visibleTo !== null && (one.content || one.embeds.length > 0),
      ),
    { what: 'a private answer' },
  );
}

const textOf = ({ content, embeds }: Message): string =>
  `${content}\n${embeds.map(({ description }) => description).join('\n')}`;
/** For refusals that the test itself brings about. */
const expectRefusals = () => world.newRefusals();

describe('asking', () => {
  it('shows progress and then the grid in one message, with latents, alt text and actions', async () => {
    const asked = world.imagine(alice, channel);
    const grid = await world.gridOf(asked);
    expect(grid.id).toBe(asked.originalId);
    expect(world.discord.messages(channel)).toEqual([grid]);
    expect(grid.history.length).toBeGreaterThan(2);
    expect(grid.attachments[0]?.description).toContain('a cat and a pizza');
    expect(grid.embeds[0]?.description).toMatch(/^\*\*1\*\* .*🎨/m);
    expect(grid.embeds[0]?.description).toMatch(/^\*\*2\*\* .*🎨/m);
    const { status, cells } = await world.generation(grid);
    expect(status).toBe('done');
    expect(cells).toHaveLength(2);
  });

  it('in private shows the grid to nobody else', async () => {
    const asked = world.imagine(alice, channel, { private: true });
    const grid = await world.gridOf(asked);
    expect(grid.visibleTo).toBe(alice.id);
    expect(world.discord.messages(channel).filter((one) => bob.sees(one))).toEqual([]);
  });

  it('with a setting for private grids shows them to nobody else', async () => {
    await told(alice.slash('settings', { private: true }, { channel }));
    const grid = await world.gridOf(world.imagine(alice, channel));
    expect(grid.visibleTo).toBe(alice.id);
  });

  it('in private stays private when the settings could not be read in time', async () => {
    await told(alice.slash('settings', { private: true }, { channel }));
    await world.stopBot();
    await world.startBot({ isPrivacyUnknown: true });
    const asked = world.imagine(alice, channel);
    const grid = await world.gridOf(asked);
    expect(asked.message?.visibleTo).toBeNull();
    expect(asked.message?.deletedAt).not.toBeNull();
    expect(grid.visibleTo).toBe(alice.id);
    await world.stopBot();
    await world.startBot();
  });

  it('with mentions and markup in the prompt notifies nobody', async () => {
    const prompt = '@everyone @here **a cat** [free](https://evil.example) <@&1>';
    const grid = await world.gridOf(world.imagine(alice, channel, { prompt }));
    expect(grid.content).not.toContain('@everyone');
    for (const message of world.discord.messages(channel)) {
      expect(message.notified).toEqual({ users: [], roles: [], everyone: false });
    }
  });

  it('works in a thread, whose channel decides', async () => {
    const thread = world.discord.thread('cats', { parent: channel, by: alice });
    const grid = await world.gridOf(world.imagine(alice, thread));
    expect(grid.channelId).toBe(thread.id);
    expect((await world.generation(grid)).channelId).toBe(channel.id);
  });

  it('works in direct messages', async () => {
    const direct = world.discord.directMessages(alice);
    const grid = await world.gridOf(world.imagine(alice, direct));
    expect((await world.generation(grid)).spaceId).toBeNull();
  });

  it('works where only the user brought the bot along, without ruling there', async () => {
    const elsewhere = world.discord.guild(`Elsewhere ${tests}`, { hasBot: false });
    world.discord.join(alice, elsewhere);
    alice.user.hasApp = true;
    const grid = await world.gridOf(world.imagine(alice, world.discord.channel('general', elsewhere)));
    expect((await world.generation(grid)).spaceId).toBeNull();
  });

  it('suggests while typing', async () => {
    const typing = alice.autocomplete('imagine', { prompt: 'a cat', kinds: 'pal' }, { channel, focused: 'kinds' });
    await world.discord.waitFor(() => typing.choices?.some(({ value }) => value === 'palette'));
  });
});

describe('reading the prompt', () => {
  /** The caption names of what memory recalled for each cell. */
  const recalled = async (grid: Message) =>
    (await world.generation(grid)).cells.map(({ draft }) => draft?.things.map(({ thing }) => thing).sort());

  it.each([
    ['another script', '猫とピザ'],
    ['emoji', '🐈🍕'],
    ['emoji among words', 'a 🐈 and a pizza'],
  ])('knows things in %s', async (_, prompt) => {
    const grid = await world.gridOf(world.imagine(alice, channel, { prompt }));
    expect(await recalled(grid)).toEqual([
      ['cat', 'pizza'],
      ['cat', 'pizza'],
    ]);
    expect(textOf(grid)).not.toContain('I do not know');
  });

  it('refuses, privately and for nothing, what it knows nothing of', async () => {
    const refusal = await told(world.imagine(alice, channel, { prompt: 'florpity zindlewurp' }));
    expect(refusal.visibleTo).toBe(alice.id);
    expect(textOf(refusal)).toMatch(/I do not know “florpity zindlewurp”.*Nothing was charged/);
    const quota = await told(alice.slash('quota show', {}, { channel }));
    expect(JSON.stringify(quota.embeds) + quota.content).toContain('0 images');
    expect(world.grids(channel)).toEqual([]);
  });

  it('says what of it is not known, and leaves that out', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel, { prompt: 'a cat and a florpity' }));
    expect(JSON.stringify(grid)).toContain('I do not know “florpity”');
    expect(await recalled(grid)).toEqual([['cat'], ['cat']]);
  });

  it('lets pictures take alternatives in turn', async () => {
    const prompt = '{cat|rocket}';
    const grid = await world.gridOf(world.imagine(alice, channel, { prompt }));
    expect(await recalled(grid)).toEqual([['cat'], ['rocket']]);
    expect(grid.content).toContain('{cat\\|rocket}');
  });

  it('draws in the style that is chosen, without what is not wanted', async () => {
    const values = { prompt: 'a cat', style: 'shaded', without: 'red' };
    const { cells, settings } = await world.generation(await world.gridOf(world.imagine(alice, channel, values)));
    expect(settings).toMatchObject({ style: 'shaded', without: 'red' });
    for (const { draft } of cells) {
      expect(draft?.style).toBe('shaded');
      expect(draft?.things[0]?.paint).not.toBe('red');
    }
  });

  it('suggests things and moods while one types, what was typed first', async () => {
    const typing = alice.autocomplete('imagine', { prompt: 'a cat with a top h' }, { channel, focused: 'prompt' });
    await world.discord.waitFor(() => typing.choices !== null, { what: 'suggestions' });
    expect(typing.choices?.map(({ value }) => value).slice(0, 2)).toEqual([
      'a cat with a top h',
      'a cat with a top hat',
    ]);
  });

  it('shows what it knows, with pictures', async () => {
    const groups = await told(alice.slash('things find', {}, { channel }));
    expect(textOf(groups)).toMatch(/3\d things that I can draw/);
    const found = await told(alice.slash('things find', { search: 'cat' }, { channel }));
    expect(textOf(found)).toContain('cat');
    expect(found.attachments).toHaveLength(1);
    expect(found.visibleTo).toBe(alice.id);
  });
});

describe('changing', () => {
  it('edits one picture alone, with its artwork and noise, and leaves the others to the byte', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel, { prompt: 'a cat', count: 3 }));
    const panel = await told(alice.select(grid, actionId(grid, 'cell'), [CELL_1]));
    const pressed = alice.press(panel, `k1:edit:${(await world.generation(grid)).id}:0:boxes`);
    await world.discord.waitFor(() => pressed.modal, { what: 'the form' });
    const child = await world.gridOf(alice.submit(pressed, { value: 'cat 0,0,64,64' }));
    const [before, after] = [await world.generation(grid), await world.generation(child)];
    const file = ({ imageKey }: { imageKey: string | null }) => world.blobs.get(imageKey ?? '');
    for (const cell of [1, 2]) {
      expect(await file(after.cells[cell]!)).toEqual(await file(before.cells[cell]!));
      expect(after.cells[cell]!.latents).toEqual(before.cells[cell]!.latents);
    }
    const [old, made] = [before.cells[0]!, after.cells[0]!];
    expect(made.seed).toBe(old.seed);
    expect(made.draft?.things).toEqual(old.draft?.things);
    expect(made.latents.description).toBe(old.latents.description);
    expect(made.latents.boxes).toEqual([{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }]);
    expect(await file(made)).not.toEqual(await file(old));
    expect(after.settings.count).toBe(3);
  });

  it('rerolls into nothing that was shown, until memory has nothing left, and then says so', async () => {
    const looks = (generation: Awaited<ReturnType<typeof world.generation>>) =>
      generation.cells.map(({ draft }) =>
        JSON.stringify([
          draft?.things.map(({ picture, paint }) => [picture, paint]),
          draft?.boxes,
          draft?.palette,
          draft?.tilt,
        ]),
      );
    let grid = await world.gridOf(world.imagine(alice, channel, { prompt: 'a red cat', style: 'flat' }));
    const seen = new Set(looks(await world.generation(grid)));
    for (let round = 0; round < 20; round++) {
      grid = await world.gridOf(alice.press(grid, actionId(grid, 'reroll-all')));
      const generation = await world.generation(grid);
      if (generation.isExhausted) break;
      expect(JSON.stringify(grid)).not.toContain('All that I remember');
      for (const look of looks(generation)) {
        expect(seen.has(look), look).toBe(false);
        seen.add(look);
      }
    }
    expect(JSON.stringify(grid)).toContain('All that I remember');
    expect(seen.size).toBeGreaterThan(4);
  });

  it('rerolls all by button into a new grid', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    const child = await world.gridOf(alice.press(grid, actionId(grid, 'reroll-all')));
    expect(child.id).not.toBe(grid.id);
    expect((await world.generation(child)).parentId).toBe((await world.generation(grid)).id);
    expect(grid.deletedAt).toBeNull();
  });

  it('rerolls all by reaction', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    alice.react(grid, '🔁');
    const child = await world.grid(channel, 2);
    expect(child.repliesTo).toBe(grid.id);
    expect((await world.generation(child)).parentId).toBe((await world.generation(grid)).id);
  });

  it('rerolls one cell by reaction and keeps the other', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    alice.react(grid, '1️⃣');
    const [before, after] = [await world.generation(grid), await world.generation(await world.grid(channel, 2))];
    expect(after.cells[1]?.seed).toBe(before.cells[1]?.seed);
    expect(after.cells[1]?.latents).toEqual(before.cells[1]?.latents);
    expect(after.cells[0]?.seed).not.toBe(before.cells[0]?.seed);
  });

  it('keeps a pinned palette', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    alice.react(grid, '🎨');
    await world.discord.waitFor(() => textOf(grid).includes('📌'), { what: 'the pin on the card' });
    const child = await world.gridOf(alice.press(grid, actionId(grid, 'reroll-all')));
    const [before, after] = [await world.generation(grid), await world.generation(child)];
    expect(after.cells.map(({ latents }) => latents.palette)).toEqual(
      before.cells.map(({ latents }) => latents.palette),
    );
    expect(after.cells.map(({ seed }) => seed)).not.toEqual(before.cells.map(({ seed }) => seed));
  });

  it('uses the latents of an image by the menu of its message', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    const menu = bob.messageMenu('Use latents of this image', grid);
    await world.discord.waitFor(() => menu.modal, { what: 'the form' });
    const child = await world.gridOf(bob.submit(menu, { prompt: 'a dog', kinds: 'palette' }));
    const [before, after] = [await world.generation(grid), await world.generation(child)];
    expect(after.prompt).toBe('a dog');
    for (const { latents } of after.cells) expect(latents.palette).toEqual(before.cells[0]?.latents.palette);
  });

  it('says so where a message shows no grid', async () => {
    const message = bob.say('hello', { channel });
    expect((await told(bob.messageMenu('Use latents of this image', message))).content).toContain('none of my images');
  });

  it('rerolls another’s grid only by enough votes', async () => {
    const admin = world.discord.user(`admin${tests}`);
    world.discord.grant(admin, 'Admins', ['ManageGuild']);
    await told(admin.slash('admin channels', { 'reroll-votes': 2, channel: { id: channel.id } }, { channel }));
    const grid = await world.gridOf(world.imagine(alice, channel));
    bob.react(grid, '🔁');
    admin.react(grid, '🔁');
    expect((await world.generation(await world.grid(channel, 2))).parentId).toBe((await world.generation(grid)).id);
  });

  it('pins what is chosen in the menu, on the card itself', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    const menu = actionId(grid, 'pins');
    const code = /"value":"([^"]*palette[^"]*)"/.exec(JSON.stringify(grid.components))?.[1] ?? '';
    alice.select(grid, menu, [code]);
    await world.discord.waitFor(() => textOf(grid).includes('🎨📌'), { what: 'the pin on the card' });
    expect(
      (await world.database.store.generations.pins((await world.generation(grid)).id)).map(({ kind }) => kind),
    ).toEqual(['palette']);
  });

  it('cancels by button', async () => {
    await world.stopWorker();
    const asked = world.imagine(alice, channel);
    const waiting = await world.discord.waitFor(() => (asked.message?.components.length ? asked.message : undefined));
    alice.press(waiting, actionId(waiting, 'cancel'));
    await vi.waitFor(async () => expect((await world.generation(waiting)).status).toBe('cancelled'), PATIENCE);
    await world.discord.waitFor(() => !JSON.stringify(waiting.components).includes('k1:cancel:'), {
      what: 'the card to say so',
    });
    await world.startWorker();
  });

  it('refuses to delete another’s grid', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    bob.react(grid, '🗑️');
    await world.discord.waitFor(() => world.discord.messages(world.discord.directMessages(bob)).length > 0, {
      what: 'the refusal',
    });
    expect(grid.deletedAt).toBeNull();
  });

  it('deletes by reaction of the requester, who is asked first', async () => {
    const grid = await world.gridOf(world.imagine(alice, channel));
    alice.react(grid, '🗑️');
    const direct = world.discord.directMessages(alice);
    const asked = await world.discord.waitFor(() => world.discord.messages(direct)[0], { what: 'the question' });
    expect(grid.deletedAt).toBeNull();
    alice.press(asked, actionId(asked, 'delete-now'));
    await world.discord.waitFor(() => grid.deletedAt !== null, { what: 'the grid to be gone' });
  });
});

describe('quota', () => {
  it('refuses in private, until an admin grants more', async () => {
    const admin = world.discord.user(`admin${tests}`);
    world.discord.grant(admin, 'Admins', ['ManageGuild']);
    await told(admin.slash('quota set', { user: { id: alice.id }, images: 1 }, { channel }));
    const refused = await told(world.imagine(alice, channel));
    expect(refused.visibleTo).toBe(alice.id);
    expect(world.discord.messages(channel).filter((one) => bob.sees(one))).toEqual([]);
    await told(admin.slash('quota grant', { user: { id: alice.id }, images: 5 }, { channel }));
    await world.gridOf(world.imagine(alice, channel));
  });
});

describe('trouble', () => {
  it('posts the grid by the bot when the token is rejected early', async () => {
    await world.stopWorker();
    const asked = world.imagine(alice, channel);
    await world.discord.waitFor(() => asked.message?.content.includes('a cat'));
    asked.expireToken();
    await world.startWorker();
    await world.grid(channel, 1);
    expectRefusals();
  });

  it('edits its message by its own right when the token is too old, and tells whoever waited so long', async () => {
    await world.stopWorker();
    const asked = world.imagine(alice, channel);
    await world.discord.waitFor(() => asked.message?.content.includes('a cat'));
    world.discord.clock.advance(16 * 60_000);
    await world.startWorker();
    const grid = await world.gridOf(asked);
    const note = await world.discord.waitFor(() =>
      world.discord.messages(channel).find(({ repliesTo }) => repliesTo === grid.id),
    );
    expect(note.notified.users).toEqual([alice.id]);
  });

  it('sends a private grid as a direct message when the token is too old', async () => {
    await world.stopWorker();
    const asked = world.imagine(alice, channel, { private: true });
    await world.discord.waitFor(() => asked.message?.content.includes('a cat'));
    world.discord.clock.advance(16 * 60_000);
    await world.startWorker();
    await world.grid(world.discord.directMessages(alice), 1);
    expect(world.discord.messages(channel).filter((one) => bob.sees(one))).toEqual([]);
  });

  it('delivers after a restart of the bot, and old buttons still work', async () => {
    const old = await world.gridOf(world.imagine(alice, channel));
    await world.stopWorker();
    const asked = world.imagine(alice, channel);
    await world.discord.waitFor(() => asked.message?.content.includes('a cat'));
    await world.stopBot();
    await world.startWorker();
    await world.startBot();
    await world.gridOf(asked);
    expect(world.grids(channel)).toHaveLength(2);
    await world.gridOf(alice.press(old, actionId(old, 'reroll-all')));
  });

  it('posts the grid anew when its message was deleted meanwhile', async () => {
    await world.stopWorker();
    const asked = world.imagine(alice, channel);
    const waiting = await world.discord.waitFor(() =>
      asked.message?.content.includes('a cat') ? asked.message : undefined,
    );
    world.discord.grant(bob, 'Moderators', ['ManageMessages']);
    bob.delete(waiting);
    await world.startWorker();
    const grid = await world.grid(channel, 1);
    expect(grid.id).not.toBe(waiting.id);
    expectRefusals();
  });

  it('sends the grid as a direct message when it may not write there any more', async () => {
    await world.stopWorker();
    const asked = world.imagine(alice, channel);
    await world.discord.waitFor(() => asked.message?.content.includes('a cat'));
    world.discord.clock.advance(16 * 60_000);
    world.discord.denyBot(channel, 'ViewChannel', 'SendMessages');
    await world.startWorker();
    await world.grid(world.discord.directMessages(alice), 1);
    expectRefusals();
  });

  it('goes on after the gateway dropped the connection', async () => {
    world.discord.dropGateway();
    await world.discord.waitFor(() => world.discord.connectedSessions > 0);
    await world.gridOf(world.imagine(alice, channel));
  });

  it('tries again when Discord is unwell', async () => {
    world.discord.fault({ method: 'PATCH', path: /@original$|messages\/\d+$/, happening: { status: 502 }, times: 3 });
    const before = world.discord.requests.filter(({ status }) => status === 502).length;
    await world.gridOf(world.imagine(alice, channel));
    expect(world.discord.requests.filter(({ status }) => status === 502).length).toBe(before + 3);
  });
});

describe('emojis and stickers', () => {
  const add = async (user: TestUser, as: 'emoji' | 'sticker'): Promise<string> => {
    await world.gridOf(world.imagine(user, channel));
    return textOf(await told(user.slash('deliver', { cell: 1, as, name: `cat_${tests}` }, { channel })));
  };
  const mayAdd = (user: TestUser) =>
    world.discord.grant(user, 'Artists', ['CreateGuildExpressions', 'ManageGuildExpressions']);

  it.each(['emoji', 'sticker'] as const)('adds one as %s for whoever may', async (as) => {
    mayAdd(alice);
    expect(await add(alice, as)).toContain(`cat\\_${tests}`);
    const { emojis, stickers } = world.discord.home;
    const added = as === 'emoji' ? emojis : stickers;
    expect([...added.values()].map(({ name }) => name)).toContain(`cat_${tests}`);
  });

  it('adds an emoji by the button of the panel and its form', async () => {
    mayAdd(alice);
    const grid = await world.gridOf(world.imagine(alice, channel));
    const panel = await told(alice.select(grid, actionId(grid, 'cell'), [CELL_1]));
    const pressed = alice.press(panel, actionId(panel, 'emoji'));
    await world.discord.waitFor(() => pressed.modal, { what: 'the form' });
    alice.submit(pressed, { name: `panel_${tests}` });
    const names = () => [...world.discord.home.emojis.values()].map(({ name }) => name);
    await world.discord.waitFor(() => names().includes(`panel_${tests}`), { what: 'the emoji' });
  });

  it('refuses whoever may not', async () => {
    expect(await add(alice, 'emoji')).toContain('You need the permission');
  });

  it('says so where the bot may not', async () => {
    mayAdd(alice);
    world.discord.denyBot(channel, 'CreateGuildExpressions', 'ManageGuildExpressions');
    expect(await add(alice, 'emoji')).toContain('I lack the permission');
  });

  it('says so when the server has no room', async () => {
    mayAdd(alice);
    await add(alice, 'sticker');
    const { stickers } = world.discord.home;
    const before = [...stickers];
    const [sticker] = stickers.values();
    if (sticker === undefined) throw new Error('No sticker was added.');
    for (let slot = 0; slot < 5; slot++) stickers.set(`full${slot}`, sticker);
    expect(await add(alice, 'sticker')).toContain('no room for another sticker');
    stickers.clear();
    for (const [id, one] of before) stickers.set(id, one);
    expectRefusals();
  });
});

describe('connecting', () => {
  it('registers nothing twice', async () => {
    const before = world.discord.commandCreations();
    const again = await world.register();
    expect(again).toMatchObject({ created: [], changed: [], removed: [] });
    expect(world.discord.commandCreations()).toBe(before);
  });

  it('acknowledges forty requests at once in time', async () => {
    const people = Array.from({ length: 40 }, (_, index) => world.discord.user(`crowd${index}`));
    await world.stopWorker();
    const asked = people.map((user) => world.imagine(user, channel));
    await world.discord.waitFor(() => asked.every(({ state }) => state !== 'waiting'));
    expect(asked.filter(({ state }) => state !== 'answered')).toEqual([]);
    await world.startWorker();
  });

  it('keeps account of the servers that have it', async () => {
    const { installations } = world.database.store;
    const name = `New ${tests}`;
    const there = world.discord.guild(name, { hasBot: false });
    world.discord.addBot(there);
    await vi.waitFor(async () => expect((await installations.find('discord', there.id))?.name).toBe(name), PATIENCE);
    world.discord.removeBot(there);
    await vi.waitFor(async () => expect(await installations.find('discord', there.id)).toBeNull(), PATIENCE);
  });

  it('says what to do about a token that Discord does not know', async () => {
    const wrong = createDiscordPlatform({ ...world.parts, token: 'wrong.token.here' });
    await expect(wrong.start()).rejects.toMatchObject({
      code: 'bad_setting',
      data: { why: 'discord_token', option: 'DISCORD_TOKEN' },
    });
    expectRefusals();
  });
});

describe('the shipped bundle', () => {
  let shipped: DiscordWorld;
  beforeAll(async () => {
    shipped = await DiscordWorld.start('models/stickers');
    await shipped.startWorker();
    await shipped.startBot();
  });
  afterAll(() => shipped.stop());

  it('paints four different cats', async () => {
    const user = shipped.discord.user('carol');
    const asked = user.slash('imagine', { prompt: 'a cat' }, { channel: shipped.discord.channel('pictures') });
    const grid = await shipped.gridOf(asked);
    const { cells, vendi } = await shipped.generation(grid);
    expect(cells).toHaveLength(4);
    expect(vendi).toBeGreaterThan(1);
    expect(textOf(grid).match(/^\*\*[1-4]\*\* .*cat/gm)).toHaveLength(4);
    expect(shipped.discord.violations).toEqual([]);
  });
});
