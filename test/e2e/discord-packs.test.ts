import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Message, TestUser } from '../servers/discord/index.js';
import type { HostedFile } from '../servers/hosted-file.js';
import { actionId, DiscordWorld, isGrid } from './support/discord-world.js';
import { ownNames, pictureFile } from './support/own-files.js';

const MOODS = ['happy', 'crying', 'angry', 'cool'];
const NAMES = MOODS.map((mood) => `cat_${mood}`);
const HALF_AN_HOUR_MS = 1_800_000;

let world: DiscordWorld;
let channel: Channel;
let alice: TestUser;
let tests = 0;

beforeAll(async () => {
  world = await DiscordWorld.startAll();
  // The first interaction loads what the others have; on a busy machine that takes longer than Discord waits.
  const first = world.discord
    .user('first')
    .slash('pack', { thing: 'a cat', moods: 'happy' }, { channel: world.discord.channel('first') });
  await world.discord.waitFor(() => first.state === 'answered' || world.discord.violations.length > 0);
  world.newRefusals();
});

beforeEach(() => {
  tests += 1;
  channel = world.discord.channel(`packs-${tests}`);
  alice = world.discord.user(`alice${tests}`);
  world.discord.grant(alice, 'artists', ['CreateGuildExpressions']);
  world.discord.home.emojis.clear();
  world.discord.home.stickers.clear();
});

afterEach(async () => {
  await world.database.query('DELETE FROM late_upload');
  expect(world.newRefusals().filter(({ status }) => status !== 429)).toEqual([]);
});

afterAll(() => world.stop());

type Interaction = ReturnType<TestUser['press']>;

const pack = (values: Record<string, string | boolean | HostedFile> = {}) =>
  world.gridOf(alice.slash('pack', { thing: 'a cat', moods: MOODS.join(', '), ...values }, { channel }));
const some = (grid: Message, verb: string, cells: readonly number[]) =>
  alice.select(
    grid,
    `k1:${verb}:${/k1:pack-zip:(\w+)/.exec(JSON.stringify(grid.components))?.[1]}:some`,
    cells.map(String),
  );
const addAll = (grid: Message) => alice.press(grid, actionId(grid, 'pack-add'));

/** What somebody was told; a press has its own message as first response. */
async function told(interaction: Interaction): Promise<string> {
  const message = await world.discord.waitFor(
    () =>
      [interaction.sourceId === null ? interaction.message : undefined, ...interaction.followUps].find(
        (one) => one?.deletedAt === null && textOf(one) !== '',
      ),
    { what: 'an answer' },
  );
  return textOf(message);
}

const textOf = ({ content, embeds }: Message) =>
  [content, ...embeds.map(({ description }) => description ?? '')].join('\n').trim();
/** The message that tells how far a pack is, once it says so. */
const progress = (words: RegExp) =>
  world.discord.waitFor(
    () =>
      world.discord.messages(channel).find((one) => one.visibleTo === null && !isGrid(one) && words.test(textOf(one))),
    { what: `a message like ${words}` },
  );
const emojis = () => [...world.discord.home.emojis.values()].map(({ name }) => name);
/** Somebody else's emoji. */
const fill = (from: number, to: number) => {
  for (let slot = from; slot < to; slot++) {
    const id = `other ${slot}`;
    const image = Buffer.from(pictureFile('other').bytes);
    world.discord.home.emojis.set(id, {
      id,
      name: 'other',
      isAnimated: false,
      roleIds: [],
      creatorId: alice.id,
      image,
    });
  }
};
const makeRoom = () => {
  for (const id of world.discord.home.emojis.keys()) if (id.startsWith('other')) world.discord.home.emojis.delete(id);
};
/** Does something as soon as a server has so many emoji. */
function afterEmoji(count: number, act: () => void): void {
  const { emojis: all } = world.discord.home;
  all.set = (id, emoji) => {
    Map.prototype.set.call(all, id, emoji);
    if (all.size === count) {
      Reflect.deleteProperty(all, 'set');
      act();
    }
    return all;
  };
}

describe('a pack', () => {
  it('is a sheet of one thing in moods, of which single ones are drawn again or left out', async () => {
    const sheet = await pack();
    const child = await world.gridOf(some(sheet, 'pack-redo', [1]));
    const [before, after] = [await world.generation(sheet), await world.generation(child)];
    expect(after).toMatchObject({ parentId: before.id, settings: { moods: MOODS } });
    const file = ({ imageKey }: { imageKey: string | null }) => world.blobs.get(imageKey ?? '');
    for (const cell of [0, 2, 3]) {
      expect(await file(after.cells[cell]!)).toEqual(await file(before.cells[cell]!));
    }
    expect(await file(after.cells[1]!)).not.toEqual(await file(before.cells[1]!));
    expect(await told(some(child, 'pack-add', [0, 2, 3]))).toContain('3 emoji are being added');
    await progress(/3 emoji were added/);
    expect(emojis()).toEqual(['cat_happy', 'cat_angry', 'cat_cool']);
  });

  it('is added through a rate limit and a restart, and taken out again by one press', async () => {
    fill(0, 1);
    afterEmoji(3, () => {
      const happening = { status: 429, retryAfterMs: HALF_AN_HOUR_MS } as const;
      world.discord.fault({ method: 'POST', path: /emojis$/, happening });
    });
    const sheet = await pack();
    expect(await told(addAll(sheet))).toContain('4 emoji are being added');
    await progress(/2 of 4\. Discord takes no more for now; it goes on by itself in about (29|30) minutes/);
    await world.stopBot();
    await world.startBot();
    expect(emojis()).toEqual(['other', ...NAMES.slice(0, 2)]);
    world.discord.clock.advance(HALF_AN_HOUR_MS);
    const done = await progress(/4 emoji were added: cat\\_happy, cat\\_crying, cat\\_angry, cat\\_cool/);
    expect(emojis()).toEqual(['other', ...NAMES]);
    expect(await told(alice.press(done, actionId(done, 'pack-undo')))).toContain('is being removed');
    await progress(/4 emoji of this pack were removed/);
    expect(emojis()).toEqual(['other']);
  });

  it('says which of it could not be added, and tries these again', async () => {
    afterEmoji(2, () => fill(2, 50));
    const sheet = await pack();
    await told(addAll(sheet));
    const partly = await progress(/2 could not be added .*cat\\_angry, cat\\_cool.*no room for another emoji/s);
    expect(world.newRefusals()).toHaveLength(2);
    makeRoom();
    expect(await told(alice.press(partly, actionId(partly, 'pack-retry')))).toContain('try again');
    await progress(/4 emoji were added/);
    expect(emojis()).toEqual(NAMES);
  });

  it('is not begun where there is no room for all of it, nor by who may not', async () => {
    fill(0, 48);
    const sheet = await pack();
    expect(await told(addAll(sheet))).toMatch(/room for 2 more still emoji, and this would be 4/);
    const bob = world.discord.user('bob');
    expect(await told(bob.press(sheet, actionId(sheet, 'pack-add')))).toMatch(/Create Expressions/);
    expect(emojis()).toHaveLength(48);
  });

  it('moves, and goes up as stickers too, of which a server has room for five', async () => {
    const sheet = await pack({ moods: 'happy, angry', wiggle: true });
    const { stickers: all } = world.discord.home;
    const other = {
      name: 'other',
      description: '',
      tags: 'art',
      format: 1,
      creatorId: alice.id,
      file: Buffer.alloc(0),
    };
    for (const id of ['1', '2', '3', '4']) all.set(id, { id, ...other });
    expect(await told(some(sheet, 'pack-stickers', [0, 1]))).toMatch(/room for one more sticker, and this would be 2/);
    all.clear();
    expect(await told(some(sheet, 'pack-stickers', [0, 1]))).toContain('2 stickers are being added');
    await progress(/2 stickers were added/);
    // Animated PNGs.
    expect([...all.values()].map(({ name, format }) => [name, format])).toEqual([
      ['cat_happy', 2],
      ['cat_angry', 2],
    ]);
    await told(addAll(sheet));
    await progress(/2 emoji were added/);
    expect([...world.discord.home.emojis.values()].every(({ isAnimated }) => isAnimated)).toBe(true);
  });
});

describe('a pack of one’s own', () => {
  const made = async (grid: Message) => {
    const generation = await world.generation(grid);
    await told(some(grid, 'pack-add', [0]));
    await progress(/One emoji was added/);
    return { prompt: generation.prompt, own: ownNames(generation), emojis: emojis() };
  };

  it('shows a custom emoji', async () => {
    const emoji = world.discord.emoji(pictureFile('our_mascot'));
    expect(await made(await pack({ thing: emoji }))).toEqual({
      prompt: 'our mascot',
      own: ['our mascot'],
      emojis: ['our_mascot_happy'],
    });
  });

  it('shows an attachment, which is called what the thing is', async () => {
    const sheet = await pack({ thing: 'Otto', picture: pictureFile('IMG_1234.png'), face: 'none' });
    expect(await made(sheet)).toEqual({ prompt: 'Otto', own: ['Otto'], emojis: ['otto_happy'] });
    const again = await world.gridOf(alice.press(sheet, actionId(sheet, 'reroll-all')));
    expect(ownNames(await world.generation(again))).toEqual(['Otto']);
  });

  it('shows a saved thing, with something on', async () => {
    await told(alice.slash('things add', { name: 'otter', picture: pictureFile('a.png') }, { channel }));
    expect(await made(await pack({ thing: 'an otter wearing a crown' }))).toEqual({
      prompt: 'an otter wearing a crown',
      own: ['otter'],
      emojis: ['otter_happy'],
    });
  });
});
