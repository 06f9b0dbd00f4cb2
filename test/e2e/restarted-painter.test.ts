import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decodePng } from '../../src/images/index.js';
import { type ComfyuiServer, startComfyui } from '../servers/comfyui/server.js';
import { TINY_BUNDLE } from './command-line.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';
import { openSlackTeam, type SlackTeamWorld } from './support/slack-team.js';

/** Milliseconds that the test may take on a busy machine. */
const TEST_MS = 300_000;
const PATIENCE = { timeout: 120_000, interval: 50 };
const CELLS = 2;
const AWAY = 'The engine that paints is away';

let world: ServiceWorld;
let engine: ComfyuiServer;
let slack: SlackTeamWorld['slack'];
let team: SlackTeamWorld['team'];
let ada: SlackTeamWorld['ada'];
let channel: SlackTeamWorld['channel'];
beforeEach(async () => {
  world = await openServiceWorld();
  engine = await startComfyui({ stepMs: 20 });
  ({ slack, team, ada, channel } = await openSlackTeam());
});
afterEach(async () => {
  await world.close('stop');
  await engine.die();
  await slack.stop();
});

const slackGrids = () =>
  slack.botMessages(channel.id).filter(({ blocks }) => JSON.stringify(blocks).includes('k1:reroll-all:'));

it(
  'ComfyUI that is restarted in the middle of two grids paints both on, on Slack and on Discord: each picture once, charged once',
  async () => {
    const shared = {
      KALEIDO_PAINTER: 'comfyui',
      KALEIDO_PAINTER_MODEL: 'dreams.safetensors',
      KALEIDO_BUNDLE: TINY_BUNDLE,
    };
    const slackSettings = {
      SLACK_BOT_TOKEN: team.token ?? '',
      SLACK_API_URL: slack.apiUrl,
      SLACK_APP_TOKEN: slack.app.appToken,
    };
    await world.start('bot', { ...shared, ...slackSettings });
    await world.start('worker', { ...shared, KALEIDO_PAINTER_URL: engine.url, KALEIDO_PAINTER_SIZE: '256' });
    const alice = world.discord.user('alice');
    const wanted = { prompt: 'florpity zindlewurp', count: CELLS };
    ada.say(channel.id, `@kaleido florpity on slack --count ${CELLS}`);
    const asked = alice.slash('imagine', wanted, { channel: world.general });
    // One grid has a picture, and the other is begun.
    await vi.waitFor(() => expect(engine.asked).toHaveLength(3), PATIENCE);
    const before = engine.painted.length;
    expect(before).toBeGreaterThan(0);
    await engine.die();
    await vi.waitFor(() => {
      const cards = JSON.stringify([asked.message, slack.botMessages(channel.id)]);
      expect(cards).toContain(AWAY);
    }, PATIENCE);
    await engine.start();
    await vi.waitFor(() => {
      expect(world.grids()).toHaveLength(1);
      expect(slackGrids()).toHaveLength(1);
    }, PATIENCE);

    // Nothing was painted to its end twice.
    expect(engine.painted).toHaveLength(2 * CELLS);
    expect(await world.database.query('SELECT kind, images FROM ledger_entry')).toEqual([
      { kind: 'charge', images: CELLS },
      { kind: 'charge', images: CELLS },
    ]);
    expect(JSON.stringify(slackGrids()[0])).toContain('dreams');
    const { width } = (await decodePng(world.grids()[0]!.attachments[0]!.bytes)).image;
    expect(width).toBeGreaterThanOrEqual(CELLS * 256);
    expect(world.discord.violations.filter(({ status }) => status !== 429)).toEqual([]);
    expect(slack.workspace.violations).toEqual([]);
  },
  TEST_MS,
);
