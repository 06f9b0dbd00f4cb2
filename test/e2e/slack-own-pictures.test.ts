import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostedFile } from '../servers/hosted-file.js';
import type { Person } from '../servers/slack/person.js';
import type { SlackChannel } from '../servers/slack/types.js';
import { carriedOn, HOSTILE, ownNames, pictureFile } from './support/own-files.js';
import { SlackWorld } from './support/slack-world.js';

const QUICK = '--count 1 --steps 2';

let world: SlackWorld;
let channel: SlackChannel;

beforeAll(async () => {
  world = await SlackWorld.startAll();
  world.slack.addEmoji(world.team, 'cat', pictureFile('cat'));
  world.slack.addEmoji(world.team, 'kitty', 'alias:cat');
  world.slack.addEmoji(world.team, 'slice', 'alias:pizza');
});

beforeEach(() => {
  const { ada, bob, slack, team } = world;
  channel = slack.addChannel(team, 'own', [ada, bob]);
  slack.clock.advance(120_000);
});

afterEach(() => {
  expect(world.slack.workspace.violations).toEqual([]);
});

afterAll(() => world.stop());

const say = (words: string, file?: HostedFile, person: Person = world.bob) =>
  person.say(channel.id, `@kaleido ${words}`, file === undefined ? {} : { file });

/** What a person is told next in the test's channel. */
async function told(act: () => unknown, person: Person = world.bob): Promise<string> {
  const answers = () => world.slack.ephemeralsFor(person).filter(({ channelId }) => channelId === channel.id);
  const before = answers().length;
  await act();
  await world.slack.waitFor('an answer', () => answers().length > before);
  return world.slack.textOf(answers().at(-1)!);
}

const generation = async (count: number) => world.generation(await world.grid(count, channel.id));

describe('a picture of one’s own', () => {
  it.each([
    [':cat: and a dog', 'cat and a dog', ['cat']],
    ['a :kitty:', 'a kitty', ['kitty']],
    ['a :slice:', 'a pizza', []],
  ])('as a custom emoji is drawn where the prompt has it: %s', async (prompt, read, names) => {
    say(`${prompt} ${QUICK}`);
    const made = await generation(1);
    expect(made.prompt).toBe(read);
    expect(ownNames(made)).toEqual(names);
  });

  it('as a file that comes with a message is what the prompt is about', async () => {
    say(`with a pizza ${QUICK}`, pictureFile('dog.png'));
    const made = await generation(1);
    expect(made.prompt).toBe('dog with a pizza');
    expect(ownNames(made)).toEqual(['dog']);
  });

  it('as a link to a file is taken of who may see it', async () => {
    const { ada, bob, slack, team } = world;
    const closed = slack.addChannel(team, 'closed', [ada], { kind: 'private' });
    const [id = ''] = ada.say(closed.id, 'secret', { file: pictureFile('cat.png') }).fileIds;
    const link = `https://acme.slack.com/files/${ada.id}/${id}/cat.png`;
    expect(await told(() => bob.command(channel.id, '/imagine', `a cat --thing ${link} ${QUICK}`))).toMatch(
      /no picture there that you can see/,
    );
    await ada.command(channel.id, '/imagine', `a cat --thing ${link} ${QUICK}`);
    expect(ownNames(await generation(1))).toEqual(['cat']);
    const elsewhere = `a cat --thing https://evil.example/cat.png ${QUICK}`;
    expect(await told(() => bob.command(channel.id, '/imagine', elsewhere))).toMatch(/only from this chat/);
  });

  it.each(HOSTILE)('that is %s is refused kindly, and costs nothing', async (_, file, words) => {
    expect(await told(() => say('a cat', file))).toMatch(words);
    expect(world.grids(channel.id)).toEqual([]);
  });

  it('is refused where the rules of the workspace say so', async () => {
    const policy = (who: string) =>
      told(() => world.ada.command(channel.id, '/kaleido', `admin policy --own-pictures ${who}`), world.ada);
    await policy('off');
    expect(await told(() => say(':cat:'))).toMatch(/switched off/);
    await policy('admins');
    expect(await told(() => say('a cat', pictureFile('cat.png')))).toMatch(/Only admins/);
    await policy('members');
  });
});

describe('a saved thing', () => {
  it('is added by a file, drawn by its name, renamed and removed', async () => {
    expect(await told(() => say('things add dog', pictureFile('a.png')))).toMatch(/I know “dog” now/);
    say(`a dog with a pizza ${QUICK}`);
    expect(ownNames(await generation(1))).toEqual(['dog']);
    expect(await told(() => say('things rename dog --to otter'))).toMatch(/is called “otter” now/);
    expect(await told(() => say('things list'))).toContain('otter');
    expect(await told(() => say('things remove otter'))).toMatch(/forgotten/);
    expect(await told(() => say('things add dog'))).toMatch(/“picture” is needed/);
  });

  it('is made of a message’s picture by its menu', async () => {
    const { ada, bob, slack } = world;
    const shown = ada.say(channel.id, 'look', { file: pictureFile('look.png') });
    await bob.shortcut(shown, 'things_add');
    const form = await slack.waitFor('a form', () => slack.modalOf(bob));
    expect(await told(() => bob.submit(form, { name: 'rabbit' }))).toMatch(/I know “rabbit” now/);
    const words = ada.say(channel.id, 'no picture here');
    expect(await told(() => bob.shortcut(words, 'things_add'))).toMatch(/no picture/);
  });
});

/** What was told of the emojis counts for a minute, or until another process asks. */
async function afterOldEmojis(): Promise<void> {
  await world.stopBot();
  await world.startBot();
}

it('a picture that an admin blocks by its menu is brought along by nobody, whatever has been done to it', async () => {
  const { ada, bob, slack, team } = world;
  const [picture, again] = await carriedOn();
  const shown = bob.say(channel.id, 'look', { file: picture });
  const isRefused = /looks like it, is blocked here/;
  expect(await told(() => bob.shortcut(shown, 'admin_block-picture'))).toMatch(/may not do that/);
  expect(await told(() => ada.shortcut(shown, 'admin_block-picture'), ada)).toMatch(/Blocked here from now on: insult/);
  slack.addEmoji(team, 'harmless', again);
  await afterOldEmojis();
  for (const file of [picture, again]) {
    expect(await told(() => say(`with a pizza ${QUICK}`, file))).toMatch(isRefused);
    expect(await told(() => say('things add mascot', file))).toMatch(isRefused);
  }
  expect(await told(() => say(`a :harmless: ${QUICK}`))).toMatch(isRefused);
  expect(world.grids(channel.id)).toEqual([]);
  const list = () => told(() => ada.command(channel.id, '/kaleido', 'admin blocked-pictures'), ada);
  for (const [, id] of (await list()).matchAll(/\b([0-9a-f]{16})\b/g))
    await told(() => ada.command(channel.id, '/kaleido', `admin blocked-pictures --unblock ${id}`), ada);
  say(`with a pizza ${QUICK}`, again);
  await generation(1);
});

it('without the scope, prompts with custom emoji say what is missing', async () => {
  world.slack.workspace.team(world.team.id).scopes.delete('emoji:read');
  await afterOldEmojis();
  expect(await told(() => say(':zorp:'))).toMatch(/emoji:read/);
  say(`a cat ${QUICK}`);
  await generation(1);
});
