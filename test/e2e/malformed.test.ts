import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quiet } from '../../src/core/basics/log.js';
import { createRng, type Rng } from '../../src/engine/basics/rng.js';
import { junkText, malform, pick } from '../support/malform.js';
import { actionId, isGrid } from './support/discord-world.js';
import {
  openEverything,
  openJunkQueue,
  postSigned,
  recordDiscord,
  type SlackSide,
  sendBytes,
} from './support/malformed-world.js';

/** Inputs to each entry; 20,000 in all. */
const INPUTS = { health: 9_500, door: 2_500, sockets: 3_000, gateway: 4_000, jobs: 400, events: 600 };
const SEED = 16;
/** Milliseconds on a busy machine; some half a minute of one core's work. */
const TEST_MS = 400_000;
/** At a time and entry. */
const TOGETHER = 100;

let world: Awaited<ReturnType<typeof openEverything>>;
const escaped: unknown[] = [];
const note = (error: unknown) => escaped.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  world = await openEverything(quiet);
});

afterAll(async () => {
  await world.close();
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
});

async function send(to: keyof typeof INPUTS, one: (rng: Rng, index: number) => unknown): Promise<void> {
  const count = INPUTS[to];
  for (let from = 0; from < count; from += TOGETHER) {
    await Promise.all(
      Array.from({ length: Math.min(TOGETHER, count - from) }, (_, k) => one(createRng(SEED, to, from + k), from + k)),
    );
  }
}

/** Bodies of what a person does on Slack. They ask for nothing that is painted. */
function slackBodies({ server, team, ada, channel }: SlackSide) {
  const common = { user: ada.id, channel: channel.id, ts: '1700000000.000100', team: team.id };
  const event = (body: object) => ({
    kind: 'events_api' as const,
    body: server.deliveries.envelope(team.id, { ...body }),
  });
  const who = {
    team: { id: team.id },
    user: { id: ada.id },
    trigger_id: '1.2.abc',
    response_url: `${server.baseUrl}/response/x`,
  };
  const container = { type: 'message', message_ts: common.ts, channel_id: channel.id, is_ephemeral: false };
  const acted = (action: object) => ({
    kind: 'interactive' as const,
    body: {
      type: 'block_actions',
      ...who,
      channel: { id: channel.id },
      container,
      message: { ts: common.ts, blocks: [{ type: 'section', block_id: 'b' }] },
      actions: [{ block_id: 'b', action_ts: common.ts, ...action }],
    },
  });
  return [
    event({ type: 'app_mention', text: `<@${team.botUserId}> florpity`, ...common }),
    event({ type: 'message', channel_type: 'im', text: 'help', ...common }),
    event({ type: 'app_home_opened', tab: 'home', ...common }),
    event({
      type: 'reaction_added',
      reaction: 'repeat',
      item_user: team.botUserId,
      item: { type: 'message', ...common },
      ...common,
    }),
    event({ type: 'tokens_revoked', tokens: { bot: [] } }),
    ...['help', 'things cat', 'quota', 'settings', 'florpity --count 2 --pin palette=red'].map((text) => ({
      kind: 'slash_commands' as const,
      body: {
        team_id: team.id,
        channel_id: channel.id,
        user_id: ada.id,
        command: '/kaleido',
        text,
        trigger_id: '1.2.abc',
        response_url: who.response_url,
      },
    })),
    acted({ type: 'button', action_id: 'k1:reroll-all:abcdefghjkmn', value: 'x' }),
    acted({ type: 'button', action_id: 'k1:edit:abcdefghjkmn:0:palette' }),
    acted({
      type: 'multi_static_select',
      action_id: 'k1:pins:abcdefghjkmn',
      selected_options: [{ value: 'palette=red' }],
    }),
    {
      kind: 'interactive' as const,
      body: {
        type: 'view_submission',
        ...who,
        view: {
          id: 'V1',
          hash: 'h',
          callback_id: 'k1:edit:abcdefghjkmn:0:palette',
          private_metadata: JSON.stringify({ channelId: channel.id, messageTs: common.ts, threadTs: null }),
          state: { values: { value: { value: { type: 'plain_text_input', value: 'red' } } } },
        },
      },
    },
  ];
}

const FORM = 'application/x-www-form-urlencoded';

describe('what comes in malformed', () => {
  it(
    `ends nothing, ${Object.values(INPUTS).reduce((a, b) => a + b)} inputs at every entry`,
    async () => {
      const { discord, byHttp, bySocket, health, queue } = world;
      const frames = await discordFrames();
      const toHealth = send('health', (rng) => {
        const target = pick(
          ['/', '//', '/%', '/health/live', '/health/ready/..', '/metrics?%', '*', 'http://[', junkText(rng)],
          rng,
        );
        const method = pick(['GET', 'POST', 'PUT', 'OPTIONS', 'CONNECT', 'get', '', junkText(rng)], rng);
        const version = pick(['HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', 'HTTP/', ''], rng);
        const header = pick(
          [
            'host: a',
            'host:',
            'content-length: -1',
            'content-length: 9',
            'transfer-encoding: chunked',
            'upgrade: h2c\r\nconnection: upgrade',
            'expect: 100-continue',
            junkText(rng),
          ],
          rng,
        );
        return sendBytes(
          health.url,
          Buffer.from(`${method} ${target} ${version}\r\n${header}\r\n\r\n${junkText(rng)}`),
        );
      });

      const door = byHttp.server.app.requestUrl!;
      const bodies = slackBodies(byHttp);
      const toDoor = send('door', (rng) => {
        const way = rng.uniform();
        if (way < 0.1) return postSigned(door, pick([FORM, 'application/json', 'text/html', ''], rng), junkText(rng));
        if (way < 0.15)
          return sendBytes(
            door,
            `POST ${pick(['//', '*', '/slack/events', junkText(rng)], rng)} HTTP/1.1\r\nhost: a\r\nx-slack-request-timestamp: ${pick(['', '1', String(Math.floor(Date.now() / 1000))], rng)}\r\nx-slack-signature: ${pick(['', 'v0', 'v0=', '=', junkText(rng)], rng)}\r\n\r\n`,
          );
        if (way < 0.17)
          return postSigned(door, FORM, junkText(rng), { 'x-slack-signature': `v0=${junkText(rng).length}` });
        if (way < 0.2)
          return postSigned(
            door,
            FORM,
            junkText(rng),
            {},
            pick(['/', '//', '/slack/install', '/slack/oauth_redirect?state=%'], rng),
          );
        const { kind, body } = pick(bodies, rng);
        const broken = malform(body, rng);
        if (kind === 'events_api')
          return postSigned(door, 'application/json', String(JSON.stringify(broken)), {
            'x-slack-retry-num': pick(['1', 'x', '-1'], rng),
          });
        if (kind === 'interactive')
          return postSigned(door, FORM, new URLSearchParams({ payload: String(JSON.stringify(broken)) }).toString());
        const fields = Object.entries(Object(broken)).map(([name, value]): [string, string] => [
          name,
          typeof value === 'string' ? value : String(JSON.stringify(value)),
        ]);
        return postSigned(door, FORM, new URLSearchParams(fields).toString());
      });

      const envelopes = slackBodies(bySocket).map(({ kind, body }) => ({
        envelope_id: 'e',
        type: kind,
        payload: body,
        accepts_response_payload: true,
      }));
      const toSockets = send('sockets', async (rng) => {
        const way = rng.uniform();
        if (way < 0.15) bySocket.server.sockets.sendRaw(junkText(rng));
        else if (way < 0.2)
          bySocket.server.sockets.sendRaw(
            JSON.stringify({
              type: pick(['error', 'close', 'ws_message', 'slack_event', 'connected', 'disconnected'], rng),
              payload: {},
            }),
          );
        else bySocket.server.sockets.sendRaw(String(JSON.stringify(malform(pick(envelopes, rng), rng))));
        await sleep(1);
      });

      let seq = 1e6;
      const toGateway = send('gateway', async (rng) => {
        const way = rng.uniform();
        const { t, d } = pick(frames, rng);
        if (way < 0.05) discord.sendFrame(junkText(rng));
        else if (way < 0.1)
          discord.sendFrame(
            JSON.stringify({
              op: 0,
              s: seq,
              t: pick(['error', 'constructor', '__proto__', 'toString', 'NO_SUCH_EVENT', 'RESUMED'], rng),
              d,
            }),
          );
        else if (way < 0.25) discord.sendFrame(String(JSON.stringify(malform({ op: 0, t, s: seq, d }, rng))));
        else discord.sendFrame(JSON.stringify({ op: 0, t, s: seq++, d: malform(d, rng) ?? null }));
        await sleep(1);
      });

      const junk = openJunkQueue(queue);
      const toQueue = send('jobs', (rng, k) => {
        return junk.add(
          pick(['generation', 'constructor', ' '], rng),
          malform({ generationId: 'abcdefghjkmn', userKey: 'u' }, rng) ?? null,
          `${pick(['g-', 'x-', 'g-__proto__'], rng)}${k}`,
        );
      });
      const toEvents = send('events', (rng) => {
        const eventName = pick(
          ['progress', 'completed', 'failed', 'stop', 'ended', 'hello', 'error', 'delayed', 'constructor', ''],
          rng,
        );
        return junk.publish({
          eventName,
          ...Object(malform({ jobId: 'g-abcdefghjkmn', data: '{', returnvalue: '{' }, rng)),
        });
      });
      // All at once, as nothing waits for the others outside either.
      await Promise.all([toHealth, toDoor, toSockets, toGateway, toQueue, toEvents]);
      await junk.close();
      await stillAnswers();
      expect(escaped).toEqual([]);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
    TEST_MS,
  );
});

/** One frame of each kind of event, and of each thing that a person does. */
async function discordFrames() {
  const { discord } = world;
  const frames = recordDiscord(discord);
  const channel = discord.channel('pictures');
  const ada = discord.user('ada');
  const asked = ada.slash('imagine', { prompt: 'a cat', count: 2, steps: 2 }, { channel });
  const grid = await discord.waitFor(() => (asked.message && isGrid(asked.message) ? asked.message : undefined));
  // From here on nothing that is asked for is painted.
  ada.slash('imagine', { prompt: 'florpity', count: 2 }, { channel });
  ada.slash('quota show', {}, { channel });
  ada.autocomplete('imagine', { prompt: 'a cat', kinds: 'pal' }, { channel, focused: 'kinds' });
  ada.messageMenu('Use latents of this image', grid);
  const panel = ada.select(grid, actionId(grid, 'cell'), ['0']);
  const shown = await discord.waitFor(() =>
    [panel.message, ...panel.followUps].find((one) => JSON.stringify(one?.components ?? []).includes('k1:edit:')),
  );
  const pressed = ada.press(shown, actionId(shown, 'edit'));
  await discord.waitFor(() => pressed.modal);
  ada.submit(pressed, { value: 'nothing that anybody knows' });
  ada.react(grid, '❤️');
  ada.unreact(grid, '❤️');
  const elsewhere = discord.guild('Elsewhere', { hasBot: false });
  discord.addBot(elsewhere);
  discord.removeBot(elsewhere);
  const thread = discord.thread('cats', { parent: channel, by: ada });
  discord.archive(thread);
  discord.deleteChannel(discord.channel('gone'));
  discord.grant(ada, 'Artists', ['ManageMessages']);
  await sleep(300);
  return frames;
}

/** A good request at each entry is answered as ever. */
async function stillAnswers(): Promise<void> {
  const { discord, byHttp, bySocket, health } = world;
  expect((await fetch(`${health.url}/health/live`)).status).toBe(200);
  await discord.waitFor(() => discord.connectedSessions > 0, { what: 'the gateway' });
  await discord.waitFor(async () => (await fetch(`${health.url}/health/ready`)).status === 200);
  const carol = discord.user('carol');
  const asked = carol.slash('imagine', { prompt: 'a cat', count: 1, steps: 1 }, { channel: discord.channel('after') });
  for (const { server, team } of [byHttp, bySocket]) {
    const dora = server.addPerson(team, 'dora');
    const { id } = server.addChannel(team, 'after', [dora]);
    await server.waitFor('a socket or door', () => server === byHttp.server || server.sockets.count > 0);
    expect((await dora.command(id, '/kaleido', 'help')).isAccepted).toBe(true);
    await server.waitFor('the answer', () => server.ephemeralsFor(dora).length > 0);
    // What is painted for the other workspace goes the same way.
    if (server !== byHttp.server) continue;
    await dora.command(id, '/imagine', 'a dog --count 1 --steps 1');
    await server.waitFor('the grid', () => JSON.stringify(server.botMessages(id)).includes('k1:reroll-all:'));
  }
  await discord.waitFor(() => asked.message && isGrid(asked.message), { what: 'the grid' });
}
