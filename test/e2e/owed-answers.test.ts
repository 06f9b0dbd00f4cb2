import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { actionableElements } from '../servers/slack/block-kit.js';
import { appOfManifest } from '../servers/slack/manifest.js';
import type { Person } from '../servers/slack/person.js';
import { SlackServer } from '../servers/slack/slack-server.js';
import type { SlackChannel, SlackMessage, SlackTeam } from '../servers/slack/types.js';
import { actionId } from './support/discord-world.js';
import { holdRequests } from './support/hold-requests.js';
import type { ServiceProcess } from './support/processes.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';

const PATIENCE = { timeout: 60_000, interval: 50 };
/** Milliseconds within which people are told, from when a bot is there again. */
const TOLD_WITHIN = { timeout: 20_000, interval: 50 };
/** More looks than it takes to be told. */
const TWICE_MS = 6_000;
const TEST_MS = 240_000;
const SENTENCE = 'I was interrupted before I could answer this. Nothing was charged. Please try again.';

let world: ServiceWorld;
let slack: SlackServer;
let team: SlackTeam;
let [ada, bob, eve]: Person[] = [];
let channel: SlackChannel;

beforeEach(async () => {
  world = await openServiceWorld();
  slack = await SlackServer.start(await appOfManifest());
  team = slack.addTeam('acme');
  const people = ['ada', 'bob', 'eve'].map((name) => slack.addPerson(team, name));
  [ada, bob, eve] = people;
  channel = slack.addChannel(team, 'pictures', people);
});

afterEach(async () => {
  await world.close('kill');
  await slack.stop();
});

const slackSettings = () => ({ SLACK_BOT_TOKEN: team.token ?? '', SLACK_API_URL: slack.apiUrl });

/** Kills a bot once all that it is asked is noted, and before any of it is accepted. */
async function killOver(bot: ServiceProcess, count: number, ask: () => void): Promise<void> {
  const release = await holdRequests(world.database.url);
  ask();
  const noted = async () => (await world.database.query('SELECT 1 FROM owed_answer')).length;
  await vi.waitFor(async () => expect(await noted()).toBe(count), PATIENCE);
  await bot.kill();
  await release();
}

/** Resolves when it is on record that all were told: who is killed before that says it once more. */
const recorded = () =>
  vi.waitFor(async () => {
    expect(await world.database.query('SELECT 1 FROM owed_answer WHERE told_at IS NULL')).toEqual([]);
  }, PATIENCE);
const generations = async () => (await world.database.query('SELECT 1 FROM generation')).length;
const saidTo = (person: Person | undefined) =>
  slack.workspace.ephemerals.filter(({ userId, text }) => userId === person?.id && text === SENTENCE).length;
const saidIn = (channelId: string) => slack.botMessages(channelId).filter(({ text }) => text === SENTENCE).length;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('who asked a bot that was killed before it could accept the request', () => {
  it(
    'is told on Discord, and on Slack by HTTP, to try again, once, whatever it was',
    async () => {
      const { discord, general } = world;
      const [alice, bert] = [discord.user('alice'), discord.user('bert')];
      const settings = {
        ...slackSettings(),
        SLACK_SIGNING_SECRET: slack.app.signingSecret,
        SLACK_PORT: await freePort(),
      };
      slack.app.requestUrl = `http://127.0.0.1:${settings.SLACK_PORT}/slack/events`;
      const doomed = await world.start('bot', settings);
      const worker = await world.start('worker');
      alice.slash('imagine', { prompt: 'a cat', count: 2, steps: 2 }, { channel: general });
      await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);
      const [grid] = world.grids();
      await worker.stop();
      const { id } = (await world.database.query('SELECT id FROM generation'))[0]!;
      const chosen = alice.select(grid!, actionId(grid!, 'cell'), ['0']);
      await vi.waitFor(() => expect(chosen.followUps.length).toBe(1), PATIENCE);
      const opened = alice.press(chosen.followUps[0]!, `k1:edit:${id}:0:boxes`);
      await vi.waitFor(() => expect(opened.modal).not.toBeNull(), PATIENCE);

      const asked: ReturnType<typeof alice.press>[] = [];
      await killOver(doomed, 6, () => {
        void bob!.command(channel.id, '/imagine', 'a pizza');
        eve!.say(channel.id, '@kaleido a heart');
        asked.push(
          bert.slash('imagine', { prompt: 'a dog' }, { channel: general }),
          bert.press(grid!, actionId(grid!, 'reroll-all')),
          alice.select(grid!, actionId(grid!, 'pins'), ['.palette']),
          alice.submit(opened, { value: 'cat 0,0,64,64' }),
        );
      });
      const bot = await world.start('bot', settings);
      const TOLD = [true, true, true, true, true, true];
      const [slash, reroll, pins, edit] = asked;
      const said = () => [
        ...[slash, reroll, edit].map((one) => one?.message?.content.endsWith(SENTENCE)),
        ...(pins?.followUps ?? []).map(
          ({ content, visibleTo }) => content.endsWith(SENTENCE) && visibleTo === alice.id,
        ),
        saidTo(bob) === 1,
        saidTo(eve) === 1,
      ];
      await vi.waitFor(() => expect(said()).toEqual(TOLD), TOLD_WITHIN);

      await recorded();
      await bot.kill();
      await world.start('bot', settings);
      await sleep(TWICE_MS);
      expect(said()).toEqual(TOLD);
      expect(asked.map(({ message }) => message?.history.length ?? 0)).toEqual([2, 2, expect.any(Number), 2]);
      expect(await generations()).toBe(1);
      expect(await world.database.query('SELECT sum(images)::int AS charged FROM ledger_entry')).toEqual([
        { charged: 2 },
      ]);
    },
    TEST_MS,
  );

  it(
    'is told on Slack by sockets to try again, once, whatever it was',
    async () => {
      const settings = { ...slackSettings(), SLACK_APP_TOKEN: slack.app.appToken };
      const doomed = await world.start('bot', settings);
      const worker = await world.start('worker');
      ada!.say(channel.id, '@kaleido a cat --count 2 --steps 2');
      const grid = await shown();
      await worker.stop();
      const { id } = (await world.database.query('SELECT id FROM generation'))[0]!;
      await ada!.choose(grid, `k1:cell:${id}`, ['0']);
      const panel = await slack.waitFor('the panel', () => slack.ephemeralsFor(ada!).at(-1));
      await ada!.press(panel, `k1:edit:${id}:0:description`);
      const form = await slack.waitFor('the form', () => slack.modalOf(ada!));
      const [field] = actionableElements(z.array(z.record(z.string(), z.unknown())).parse(form.view.blocks));

      await killOver(doomed, 5, () => {
        void ada!.submit(form, { [field!.blockId]: 'a dog' });
        void bob!.command(channel.id, '/imagine', 'a pizza');
        bob!.say(channel.id, '@kaleido a heart');
        bob!.say(bob!.dm(), 'a rocket');
        void eve!.press(grid, `k1:reroll-all:${id}`);
      });
      await world.start('bot', settings);
      const said = () => [saidTo(ada), saidTo(bob), saidIn(bob!.dm()), saidTo(eve)];
      await vi.waitFor(() => expect(said()).toEqual([1, 2, 1, 1]), TOLD_WITHIN);

      expect(await generations()).toBe(1);
    },
    TEST_MS,
  );
});

/** The card of the first grid, when it is done. */
async function shown(): Promise<SlackMessage> {
  return slack.waitFor('the grid', () =>
    slack.botMessages(channel.id).find(({ blocks }) => JSON.stringify(blocks).includes('k1:reroll-all:')),
  );
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? `${address.port}` : '';
}
