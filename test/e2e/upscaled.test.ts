import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decodePng } from '../../src/images/index.js';
import { type SdapiServer, startSdapi } from '../servers/sdapi/server.js';
import { actionId } from './support/discord-world.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';
import { openSlackTeam, type SlackTeamWorld } from './support/slack-team.js';

/** Milliseconds that the test may take on a busy machine. */
const TEST_MS = 300_000;
const PATIENCE = { timeout: 120_000, interval: 50 };

let world: ServiceWorld;
let engine: SdapiServer;
let slack: SlackTeamWorld['slack'];
let team: SlackTeamWorld['team'];
let ada: SlackTeamWorld['ada'];
let channel: SlackTeamWorld['channel'];
beforeEach(async () => {
  world = await openServiceWorld();
  engine = await startSdapi({ stepMs: 20 });
  ({ slack, team, ada, channel } = await openSlackTeam());
});
afterEach(async () => {
  await world.close('stop');
  await engine.die();
  await slack.stop();
});

const larger = () => world.discord.messages(world.general).filter((one) => JSON.stringify(one).includes('Upscaled'));
const slackGrid = (mark: string) =>
  slack.botMessages(channel.id).find(({ blocks }) => {
    return blocks.some(({ type }) => type === 'image') && JSON.stringify(blocks).includes(mark);
  });

it(
  'a picture is made larger by a button on Discord and a command on Slack, once, also by an engine that is restarted meanwhile',
  async () => {
    const shared = { KALEIDO_PAINTER: 'sdapi', KALEIDO_PAINTER_MODEL: 'dreams' };
    await world.start('worker', {
      ...shared,
      KALEIDO_PAINTER_URL: engine.url,
      KALEIDO_PAINTER_SIZE: '256',
      KALEIDO_PAINTER_STEPS: '2',
    });
    await world.start('bot', {
      ...shared,
      SLACK_BOT_TOKEN: team.token ?? '',
      SLACK_API_URL: slack.apiUrl,
      SLACK_APP_TOKEN: slack.app.appToken,
    });
    const alice = world.discord.user('alice');
    alice.slash('imagine', { prompt: 'florpity', count: 2 }, { channel: world.general });
    ada.say(channel.id, '@kaleido zindlewurp --count 1');
    await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);
    const [grid] = world.grids();
    // A worker has said what it found of the engine: the panel of a picture has a button.
    const panel = () => {
      const chosen = alice.select(grid!, actionId(grid!, 'cell'), ['1']);
      return vi.waitFor(() => {
        const message = [chosen.message, ...chosen.followUps].find((one) => JSON.stringify(one).includes('k1:upscale'));
        expect(message).toBeDefined();
        return message!;
      }, PATIENCE);
    };
    const shown = await panel();
    alice.press(shown, actionId(shown, 'upscale'));
    await vi.waitFor(() => expect(engine.enlarged).toHaveLength(1), PATIENCE);
    await engine.die();
    await vi.waitFor(() => expect(JSON.stringify(larger())).toContain('The engine that paints is away'), PATIENCE);
    await engine.start();
    await vi.waitFor(() => expect(larger()[0]?.attachments).toHaveLength(1), PATIENCE);
    const [card] = larger();
    expect((await decodePng(card!.attachments[0]!.bytes)).image).toMatchObject({ width: 512, height: 512 });
    expect(engine.enlarged).toHaveLength(2);
    // Asked again, it is shown again.
    const again = alice.press(shown, actionId(shown, 'upscale'));
    await vi.waitFor(() => {
      const told = JSON.stringify([again.message, ...again.followUps]);
      expect(told).toContain('Upscaled');
      expect(told).not.toContain('k1:cancel');
    }, PATIENCE);

    await vi.waitFor(() => expect(slackGrid('k1:reroll-all:')).toBeDefined(), PATIENCE);
    ada.say(channel.id, '@kaleido upscale --scale 3');
    const made = await vi.waitFor(() => {
      const found = slackGrid('Upscaled');
      expect(found).toBeDefined();
      return found!;
    }, PATIENCE);
    expect(JSON.stringify(made.blocks)).toContain('k1:deliver:');
    expect(engine.enlarged.map(({ upscaling_resize: scale }) => scale)).toEqual([2, 2, 3]);
    expect(await world.database.query('SELECT kind, images FROM ledger_entry ORDER BY images')).toEqual(
      [1, 1, 1, 2].map((images) => ({ kind: 'charge', images })),
    );
    expect(world.discord.violations.filter(({ status }) => status !== 429)).toEqual([]);
    expect(slack.workspace.violations).toEqual([]);
  },
  TEST_MS,
);
