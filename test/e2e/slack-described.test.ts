import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostedFile } from '../servers/hosted-file.js';
import type { SlackChannel } from '../servers/slack/types.js';
import { rocketPng } from './support/described-picture.js';
import { HOSTILE } from './support/own-files.js';
import { SlackWorld } from './support/slack-world.js';

const NAMED = /an? .*rocket, \w+ style: I am \d+ % sure/;

let world: SlackWorld;
let channel: SlackChannel;
let rocket: HostedFile;

beforeAll(async () => {
  rocket = { name: 'photo.png', bytes: await rocketPng(), contentType: 'image/png' };
  world = await SlackWorld.startAll();
  world.slack.addEmoji(world.team, 'our_rocket', rocket);
});

beforeEach(() => {
  const { ada, bob, slack, team } = world;
  channel = slack.addChannel(team, 'described', [ada, bob]);
  slack.clock.advance(120_000);
});

afterEach(() => {
  expect(world.slack.workspace.violations).toEqual([]);
});

afterAll(() => world.stop());

/** What Bob alone is told next in the test's channel. */
async function answer(act: () => unknown) {
  const answers = () => world.slack.ephemeralsFor(world.bob).filter(({ channelId }) => channelId === channel.id);
  const before = answers().length;
  await act();
  await world.slack.waitFor('an answer', () => answers().length > before);
  return answers().at(-1)!;
}

const told = async (act: () => unknown) => world.slack.textOf(await answer(act));
const say = (words: string, file: HostedFile) => world.bob.say(channel.id, `@kaleido ${words}`, { file });

describe('a picture', () => {
  it('that comes with a message is described, and drawn when they want it, also after a restart', async () => {
    const said = await answer(() => say('describe', rocket));
    expect(world.slack.textOf(said)).toMatch(NAMED);
    await world.stopBot();
    await world.startBot();
    await world.bob.press(said, 'Imagine it');
    const { origin, prompt, settings } = await world.generation(await world.grid(1, channel.id));
    expect({ origin, isPrivate: settings.isPrivate }).toEqual({ origin: 'imagine', isPrivate: false });
    expect(world.slack.textOf(said)).toContain(prompt);
  });

  it('as a custom emoji, and of a message by its menu, is described, too', async () => {
    const { ada, bob } = world;
    const command = (words: string) => told(() => bob.command(channel.id, '/kaleido', words));
    expect(await command('describe :our_rocket:')).toMatch(NAMED);
    expect(await command('describe --emoji :fox_face:')).toMatch(/emojis that a server made/);
    const shown = ada.say(channel.id, 'look', { file: rocket });
    expect(await told(() => bob.shortcut(shown, 'describe'))).toMatch(NAMED);
    const emoji = ada.say(channel.id, 'so :our_rocket: it is');
    expect(await told(() => bob.shortcut(emoji, 'describe'))).toMatch(NAMED);
    const words = ada.say(channel.id, 'no picture here');
    expect(await told(() => bob.shortcut(words, 'describe'))).toMatch(/no picture/);
  });

  it.each(HOSTILE)('that is %s is refused kindly', async (_, file, words) => {
    expect(await told(() => say('describe', file))).toMatch(words);
  });

  it('is looked at only where the rules say so', async () => {
    const { ada, slack } = world;
    const rules = () => slack.ephemeralsFor(ada).filter((one) => slack.textOf(one).includes('Own pictures'));
    const policy = async (who: string) => {
      const before = rules().length;
      ada.command(channel.id, '/kaleido', `admin policy --own-pictures ${who}`);
      await slack.waitFor('the rule', () => rules().length > before);
    };
    await policy('off');
    expect(await told(() => say('describe', rocket))).toMatch(/switched off/);
    await policy('members');
  });
});

it('a grid begins from the picture that comes with a message which says how much of it stays', async () => {
  say('in the wind --strength 80 --count 1 --steps 2', rocket);
  const { cells, settings } = await world.generation(await world.grid(1, channel.id));
  expect(settings).toMatchObject({ recall: 87, own: [{ isWhole: true }] });
  expect(cells[0]!.draft).toMatchObject({ things: [{ thing: 'rocket' }], recall: 87 });
});
