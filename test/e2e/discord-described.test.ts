import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Message, TestUser } from '../servers/discord/index.js';
import type { HostedFile } from '../servers/hosted-file.js';
import { rocketPng } from './support/described-picture.js';
import { actionId, DiscordWorld } from './support/discord-world.js';
import { HOSTILE } from './support/own-files.js';

const NAMED = /^an? .*rocket, \w+ style: I am \d+ % sure/m;

let world: DiscordWorld;
let channel: Channel;
let alice: TestUser;
let rocket: HostedFile;
let tests = 0;

beforeAll(async () => {
  rocket = { name: 'photo.png', bytes: await rocketPng(), contentType: 'image/png' };
  world = await DiscordWorld.startAll();
  // The first interaction loads what the others have; on a busy machine that takes longer than Discord waits.
  const first = world.discord.user('first').slash('help', {}, { channel: world.discord.channel('first') });
  await world.discord.waitFor(() => first.state !== 'waiting');
  world.newRefusals();
});

beforeEach(() => {
  tests += 1;
  channel = world.discord.channel(`described-${tests}`);
  alice = world.discord.user(`alice${tests}`);
});

afterEach(() => {
  expect(world.newRefusals()).toEqual([]);
});

afterAll(() => world.stop());

type Interaction = ReturnType<TestUser['press']>;

function answer(interaction: Interaction): Promise<Message> {
  return world.discord.waitFor(
    () =>
      [interaction.message, ...interaction.followUps].find(
        (one) => one?.deletedAt === null && (one.content !== '' || one.embeds.length > 0),
      ),
    { what: 'an answer' },
  );
}

const textOf = ({ content, embeds }: Message) =>
  [content, ...embeds.map(({ description }) => description ?? '')].join('\n');
const told = async (interaction: Interaction) => textOf(await answer(interaction));
const describePicture = (values: Record<string, string | HostedFile>, who = alice) =>
  who.slash('describe', values, { channel });

describe('a picture', () => {
  it('is described for whoever asks alone, and drawn for all when they want it, also after a restart', async () => {
    const said = await answer(describePicture({ picture: rocket }));
    expect(textOf(said)).toMatch(NAMED);
    expect(textOf(said)).toContain('📦');
    expect(said.visibleTo).toBe(alice.id);
    await world.stopBot();
    await world.startBot();
    const grid = await world.gridOf(alice.press(said, actionId(said, 'imagine')));
    expect(grid.visibleTo).toBeNull();
    const { origin, prompt, settings } = await world.generation(grid);
    expect({ origin, isPrivate: settings.isPrivate }).toEqual({ origin: 'imagine', isPrivate: false });
    expect(textOf(said)).toContain(prompt);
    expect(await told(alice.slash('quota show', {}, { channel }))).toMatch(/\b4\b/);
  });

  it('as a custom emoji, and of a message by its menu, is described, too', async () => {
    expect(await told(describePicture({ emoji: world.discord.emoji({ ...rocket, name: 'our_rocket' }) }))).toMatch(
      NAMED,
    );
    const shown = world.discord.user('bob').say('look', { channel, file: rocket });
    expect(await told(alice.messageMenu('Describe this', shown))).toMatch(NAMED);
    const ours = world.discord.emoji({ ...rocket, name: 'our_other' });
    const said = world.discord.user('bob').say(`so ${ours}`, { channel });
    expect(await told(alice.messageMenu('Describe this', said))).toMatch(NAMED);
    const bare = world.discord.user('bob').say('words only', { channel });
    expect(await told(alice.messageMenu('Describe this', bare))).toMatch(/no picture/);
    expect(await told(describePicture({ emoji: '🦊' }))).toMatch(/emojis that a server made/);
    expect(await told(describePicture({}))).toMatch(/“picture” is needed/);
  });

  it.each(HOSTILE)('that is %s is refused kindly', async (_, file, words) => {
    expect(await told(describePicture({ picture: file }))).toMatch(words);
  });

  it('is looked at only where the rules say so, and once there is somebody to look', async () => {
    const admin = world.discord.user('admin');
    world.discord.grant(admin, 'admins', ['ManageGuild']);
    const policy = (who: string) => told(admin.slash('admin policy', { 'own-pictures': who }, { channel }));
    await policy('admins');
    expect(await told(describePicture({ picture: rocket }))).toMatch(/Only admins/);
    await policy('members');
    await world.stopWorker();
    const asked = describePicture({ picture: rocket });
    await world.startWorker();
    expect(await told(asked)).toMatch(NAMED);
  });
});

describe('a grid that begins from a picture', () => {
  const imagine = (values: Record<string, string | number | HostedFile>) =>
    alice.slash('imagine', { prompt: 'in the wind', count: 2, steps: 2, ...values }, { channel });

  it('keeps of it what somebody says, also when it is drawn again or edited', async () => {
    const grid = await world.gridOf(imagine({ image: rocket, strength: 80 }));
    const { cells, settings } = await world.generation(grid);
    expect(settings).toMatchObject({ recall: 87, own: [{ isWhole: true }] });
    const ofPicture = { things: [{ thing: 'rocket', picture: expect.stringMatching(/^own:/) }] };
    for (const { draft } of cells) expect(draft).toMatchObject(ofPicture);
    expect(cells[0]!.draft!.recall).toBe(87);
    const again = await world.generation(await world.gridOf(alice.slash('reroll', { cell: 2 }, { channel })));
    expect(again.cells[1]!.draft).toMatchObject(ofPicture);
    const edit = alice.slash('latents edit', { kind: 'palette', value: 'red', cell: 1 }, { channel });
    const edited = await world.generation(await world.gridOf(edit));
    expect(edited.cells[0]!.draft).toMatchObject({ ...ofPicture, palette: [expect.anything()] });
    expect(edited.cells[1]!.latents).toEqual(again.cells[1]!.latents);
  });

  it('is refused kindly without one, and with one that cannot be read', async () => {
    expect(await told(imagine({ strength: 30 }))).toMatch(/“image” is needed/);
    const [[, file, words]] = HOSTILE.slice(-1) as [(typeof HOSTILE)[number]];
    expect(await told(imagine({ image: file }))).toMatch(words);
    expect(world.grids(channel)).toEqual([]);
  });
});
