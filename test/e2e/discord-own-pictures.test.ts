import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Message, TestUser } from '../servers/discord/index.js';
import type { HostedFile } from '../servers/hosted-file.js';
import { DiscordWorld } from './support/discord-world.js';
import { carriedOn, HOSTILE, ownNames, pictureFile } from './support/own-files.js';

let world: DiscordWorld;
let channel: Channel;
let alice: TestUser;
let admin: TestUser;
let tests = 0;
let unanswered = 0;

beforeAll(async () => {
  world = await DiscordWorld.startAll();
  // The first interaction loads what the others have; on a busy machine that takes longer than Discord waits.
  const first = world.discord
    .user('first')
    .slash('imagine', { prompt: 'a cat' }, { channel: world.discord.channel('first') });
  await world.discord.waitFor(() => first.state !== 'waiting');
  world.newRefusals();
});

beforeEach(() => {
  tests += 1;
  unanswered = world.discord.unanswered.length;
  channel = world.discord.channel(`own-${tests}`);
  alice = world.discord.user(`alice${tests}`);
  admin = world.discord.user('admin');
  world.discord.grant(admin, 'admins', ['ManageGuild']);
});

afterEach(() => {
  expect(world.newRefusals()).toEqual([]);
  expect(world.discord.unanswered).toHaveLength(unanswered);
});

afterAll(() => world.stop());

type Interaction = ReturnType<TestUser['press']>;

async function told(interaction: Interaction): Promise<string> {
  const message = await world.discord.waitFor(
    () =>
      [interaction.message, ...interaction.followUps].find(
        (one) => one?.deletedAt === null && (one.content !== '' || one.embeds.length > 0),
      ),
    { what: 'an answer' },
  );
  return textOf(message);
}

const textOf = ({ content, embeds }: Message) =>
  [content, ...embeds.map(({ description }) => description ?? '')].join('\n');
const grids = () => world.grids(channel).length;
const imagine = (values: Record<string, string | number | boolean | HostedFile>) =>
  alice.slash('imagine', { count: 1, steps: 2, ...values }, { channel });
const things = (command: string, values: Record<string, string | HostedFile>, who = alice) =>
  told(who.slash(`things ${command}`, values, { channel }));

describe('a picture of one’s own', () => {
  it('as a custom emoji of any server is drawn where the prompt has it', async () => {
    const emoji = world.discord.emoji(pictureFile('cat'));
    const grid = await world.gridOf(imagine({ prompt: `two ${emoji} and a pizza` }));
    const generation = await world.generation(grid);
    expect(generation.prompt).toBe('two cat and a pizza');
    expect(ownNames(generation)).toEqual(['cat']);
  });

  it('as an attachment is what the prompt names so, or what it is about, and stays in rerolls', async () => {
    const grid = await world.gridOf(imagine({ prompt: 'with a pizza', thing: pictureFile('dog.png'), face: 'none' }));
    const generation = await world.generation(grid);
    expect(generation.prompt).toBe('dog with a pizza');
    expect(generation.settings.own).toMatchObject([{ name: 'dog', isFaceless: true }]);
    const again = await world.gridOf(alice.slash('reroll', {}, { channel }));
    expect((await world.generation(again)).settings.own).toEqual(generation.settings.own);
  });

  it.each(HOSTILE)('that is %s is refused kindly, and costs nothing', async (_, file, words) => {
    expect(await told(imagine({ prompt: 'a cat', thing: file }))).toMatch(words);
    expect(grids()).toBe(0);
    expect(await told(alice.slash('quota show', {}, { channel }))).toMatch(/\b0\b/);
  });

  it('is refused where the rules of the server say so', async () => {
    const policy = (who: string) => told(admin.slash('admin policy', { 'own-pictures': who }, { channel }));
    const emoji = world.discord.emoji(pictureFile('cat'));
    expect(await policy('off')).toMatch(/Own pictures/);
    expect(await told(imagine({ prompt: emoji }))).toMatch(/switched off/);
    expect(await things('add', { name: 'mascot', picture: pictureFile('a.png') })).toMatch(/switched off/);
    await policy('admins');
    expect(await told(imagine({ prompt: emoji }))).toMatch(/Only admins/);
    await policy('members');
    await world.gridOf(imagine({ prompt: emoji }));
  });
});

describe('a saved thing', () => {
  it('is drawn by its name, suggested while typing, renamed and removed', async () => {
    expect(await things('add', { name: 'cat', picture: pictureFile('a.png') })).toMatch(/I know “cat” now/);
    expect(ownNames(await world.generation(await world.gridOf(imagine({ prompt: 'a CAT with a pizza' }))))).toEqual([
      'cat',
    ]);
    expect(await things('rename', { name: 'cat', to: 'otter' })).toMatch(/is called “otter” now/);
    expect(await things('list', {})).toContain('otter');
    const typing = alice.autocomplete('imagine', { prompt: 'a pizza and ott' }, { channel, focused: 'prompt' });
    await world.discord.waitFor(() => typing.choices?.some(({ value }) => value === 'a pizza and otter'));
    expect(ownNames(await world.generation(await world.gridOf(imagine({ prompt: 'a cat' }))))).toEqual([]);
    expect(await things('remove', { name: 'otter' })).toMatch(/forgotten/);
    expect(await things('remove', { name: 'otter' })).toMatch(/Nothing is kept as/);
  });

  it('of the server is for all in it, and for its admins to keep', async () => {
    const logo = { name: 'pizza', picture: pictureFile('logo.png'), for: 'server' };
    expect(await things('add', logo)).toMatch(/may not do that/);
    expect(await things('add', logo, admin)).toMatch(/I know “pizza” now/);
    expect(ownNames(await world.generation(await world.gridOf(imagine({ prompt: 'a pizza' }))))).toEqual(['pizza']);
    expect(await told(admin.slash('admin audit', {}, { channel }))).toContain('added the thing “pizza”');
    expect(await things('remove', { name: 'pizza', for: 'server' }, admin)).toMatch(/forgotten/);
  });

  it('is made of a message’s picture by its menu', async () => {
    const bob = world.discord.user('bob');
    const shown = bob.say('look', { channel, file: pictureFile('look.png') });
    const opened = alice.messageMenu('Use as a thing', shown);
    await world.discord.waitFor(() => opened.modal);
    expect(await told(alice.submit(opened, { name: 'cat' }))).toMatch(/I know “cat” now/);
    expect(await things('list', {})).toContain('cat');
    const bare = alice.messageMenu('Use as a thing', bob.say('words only', { channel }));
    expect(await told(bare)).toMatch(/no picture/);
  });
});

it('a picture that an admin blocks by its menu is brought along by nobody, whatever has been done to it', async () => {
  const [picture, again] = await carriedOn();
  const shown = alice.say('look', { channel, file: picture });
  const isRefused = /looks like it, is blocked here/;
  expect(await told(alice.messageMenu('Block this picture', shown))).toMatch(/may not do that/);
  expect(await told(admin.messageMenu('Block this picture', shown))).toMatch(/Blocked here from now on: insult/);
  for (const file of [picture, again]) {
    expect(await told(imagine({ prompt: 'with a pizza', thing: file }))).toMatch(isRefused);
    expect(await told(imagine({ prompt: `a ${world.discord.emoji({ ...file, name: 'cat' })}` }))).toMatch(isRefused);
    expect(await things('add', { name: 'mascot', picture: file })).toMatch(isRefused);
  }
  expect(grids()).toBe(0);
  expect(await told(alice.slash('quota show', {}, { channel }))).toMatch(/\b0\b/);

  const list = () => told(admin.slash('admin blocked-pictures', {}, { channel }));
  for (const [, unblock] of (await list()).matchAll(/\b([0-9a-f]{16})\b/g))
    await told(admin.slash('admin blocked-pictures', { unblock: unblock! }, { channel }));
  expect(await list()).toMatch(/No picture is blocked/);
  await world.gridOf(imagine({ prompt: 'with a pizza', thing: again }));
});
