import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decodePng } from '../../src/images/index.js';
import { GUTTER } from '../../src/images/layout.js';
import { startChat } from '../servers/chat/server.js';
import type { Interaction } from '../servers/discord/index.js';
import { type SdapiServer, startSdapi } from '../servers/sdapi/server.js';
import { TINY_BUNDLE } from './command-line.js';
import { actionId } from './support/discord-world.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';
import { SlackWorld } from './support/slack-world.js';

/** Milliseconds that the test may take on a busy machine. */
const TEST_MS = 300_000;
const PATIENCE = { timeout: 120_000, interval: 50 };
const PASSWORD = 'lovelace-of-the-engine';
const KEY = 'key-of-the-language-model';
const WIDE = { prompt: 'florpity zindlewurp', count: 3, aspect: '16:9' };

let world: ServiceWorld;
let engine: SdapiServer;
beforeEach(async () => {
  world = await openServiceWorld();
  engine = await startSdapi({ user: 'ada', password: PASSWORD, stepMs: 100 });
});
afterEach(async () => {
  await world.close('stop');
  await engine.die();
});

it(
  'a wide grid of what nobody here knows is painted by an engine that is restarted in the middle of it, and holds nobody else up',
  async () => {
    const shared = { KALEIDO_PAINTER: 'sdapi', KALEIDO_PAINTER_MODEL: 'dreams', KALEIDO_BUNDLE: TINY_BUNDLE };
    await world.start('bot', shared);
    const worker = await world.start('worker', {
      ...shared,
      KALEIDO_PAINTER_URL: engine.url,
      KALEIDO_PAINTER_USER: 'ada',
      KALEIDO_PAINTER_PASSWORD: PASSWORD,
      KALEIDO_PAINTER_SIZE: '256',
      KALEIDO_WORKER_JOBS: '2',
    });
    const alice = world.discord.user('alice');
    const asked = alice.slash('imagine', WIDE, { channel: world.general });
    const shown = () => JSON.stringify(asked.message ?? {});
    await vi.waitFor(() => expect(engine.asked).toHaveLength(2), PATIENCE);
    await engine.die();
    await vi.waitFor(() => expect(shown()).toContain('The engine that paints is away'), PATIENCE);
    // More wait for it than there are places, and what it does not paint passes them.
    for (const prompt of ['zindlewurp', 'a zindlewurp']) {
      alice.slash('imagine', { prompt, count: 1 }, { channel: world.general });
    }
    alice.slash('imagine', { prompt: 'a cat', count: 1, model: 'kaleido' }, { channel: world.general });
    await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);
    expect(JSON.stringify(world.grids()[0])).not.toContain('dreams');
    await engine.start();
    await vi.waitFor(() => expect(world.grids()).toHaveLength(4), PATIENCE);

    const grid = world.grids().find((one) => JSON.stringify(one).includes('florpity'));
    expect(JSON.stringify(grid)).toContain('dreams');
    // Each picture was painted to its end once.
    expect(engine.painted).toHaveLength(5);
    expect(new Set(engine.asked.map(({ prompt }) => prompt)).size).toBe(5);
    expect(await world.database.query('SELECT kind, images FROM ledger_entry ORDER BY id')).toEqual(
      [3, 1, 1, 1].map((images) => ({ kind: 'charge', images })),
    );
    engine.trouble = 'black';
    const unseen = alice.slash('imagine', { prompt: 'a zindlewurp', count: 1 }, { channel: world.general });
    await vi.waitFor(() => expect(JSON.stringify(unseen.message ?? {})).toContain('it came back black'), PATIENCE);
    engine.trouble = null;
    const refunds = await world.database.query("SELECT images FROM ledger_entry WHERE kind = 'refund'");
    expect(refunds).toEqual([{ images: -1 }]);
    // An admin allows it no more.
    world.discord.grant(alice, 'boss', ['ManageGuild']);
    const tells = (run: Interaction, text: string) =>
      vi.waitFor(() => expect(JSON.stringify([run.message, run.followUps])).toContain(text), PATIENCE);
    await tells(alice.slash('admin models', { allowed: 'kaleido' }, { channel: world.general }), 'Usual model');
    const bob = world.discord.user('bob');
    const typing = bob.autocomplete(
      'imagine',
      { prompt: 'a cat', model: '' },
      { channel: world.general, focused: 'model' },
    );
    await vi.waitFor(() => expect(typing.choices?.map(({ value }) => value)).toEqual(['kaleido']), PATIENCE);
    const refused = bob.slash('imagine', { prompt: 'a cat', model: 'dreams' }, { channel: world.general });
    await tells(refused, 'dreams is not allowed here. You can choose kaleido.');

    const wide = engine.asked.filter(({ prompt }) => prompt.includes('florpity'));
    for (const { width, height } of wide) expect([width, height]).toEqual([320, 192]);
    const { width, height } = (await decodePng(grid!.attachments[0]!.bytes)).image;
    // Three cells of 320 × 192 pixels beside each other.
    expect([width, height]).toEqual([3 * (320 + GUTTER) + GUTTER, 192 + 2 * GUTTER]);
    expect(worker.log()).not.toContain(PASSWORD);
    expect(world.discord.violations.filter(({ status }) => status !== 429)).toEqual([]);
  },
  TEST_MS,
);

it(
  'a language model plans what nobody here knows around a pinned palette, also when it is asked anew, and templates stand in for it',
  async () => {
    const chat = await startChat({ token: KEY });
    const shared = { KALEIDO_PAINTER: 'sdapi', KALEIDO_PAINTER_MODEL: 'dreams', KALEIDO_BUNDLE: TINY_BUNDLE };
    await world.start('bot', shared);
    const worker = await world.start('worker', {
      ...shared,
      KALEIDO_PAINTER_URL: engine.url,
      KALEIDO_PAINTER_USER: 'ada',
      KALEIDO_PAINTER_PASSWORD: PASSWORD,
      KALEIDO_PAINTER_SIZE: '256',
      KALEIDO_PRIOR: 'chat',
      KALEIDO_PRIOR_URL: chat.url,
      KALEIDO_PRIOR_TOKEN: KEY,
    });
    const alice = world.discord.user('alice');
    const grids = (count: number) => vi.waitFor(() => expect(world.grids()).toHaveLength(count), PATIENCE);
    const prompts = () => engine.asked.splice(0).map(({ prompt }) => prompt);
    const wanted = { prompt: 'a florpity', count: 2, pin: 'palette=#2e6fdd' };
    alice.slash('imagine', wanted, { channel: world.general });
    await grids(1);
    const planned = prompts();
    for (const prompt of planned)
      expect(prompt).toMatch(/^a florpity, a \w+ florpity in a \w+, .*colours blue, florpity /);
    expect(new Set(planned).size).toBe(2);
    expect(chat.asked).toHaveLength(1);

    alice.press(world.grids()[0]!, actionId(world.grids()[0]!, 'reroll-all'));
    await grids(2);
    const again = prompts();
    for (const prompt of again) expect(prompt).toMatch(/colours blue,/);
    for (const prompt of again) expect(planned).not.toContain(prompt);
    expect(chat.asked).toHaveLength(2);

    await chat.die();
    alice.press(world.grids()[0]!, actionId(world.grids()[0]!, 'reroll-all'));
    await grids(3);
    for (const prompt of prompts()) expect(prompt).toMatch(/^a florpity, .*colours blue,/);
    expect(
      world
        .grids()
        .map((grid) => JSON.stringify(grid))
        .join(),
    ).toContain('The language model does not answer');
    expect(worker.log()).toContain('templates stand in');
    expect(worker.log()).not.toContain(KEY);
  },
  TEST_MS,
);

it(
  'on Slack a wide grid is asked for as people type it, its pictures are had whole, and rerolls stay wide',
  async () => {
    const painter = { KALEIDO_PAINTER: 'sdapi', KALEIDO_PAINTER_URL: engine.url, KALEIDO_PAINTER_SIZE: '256' };
    const login = { KALEIDO_PAINTER_USER: 'ada', KALEIDO_PAINTER_PASSWORD: PASSWORD, KALEIDO_PAINTER_STEPS: '2' };
    const slack = await SlackWorld.startAll({ ...painter, ...login });
    try {
      const { ada, bob, channel } = slack;
      const told = (person: typeof ada, text: string) =>
        slack.slack.waitFor(text, () => JSON.stringify(slack.slack.ephemeralsFor(person)).includes(text));
      ada.say(channel.id, '@kaleido a florpity aspect:16:9 --count 1');
      const grid = await slack.generation(await slack.grid());
      expect(grid).toMatchObject({ prompt: 'a florpity', settings: { aspect: '16:9', painter: 'sdapi' } });
      const file = await slack.blobs.get(grid.cells[0]!.imageKey!);
      expect((await decodePng(file!)).image).toMatchObject({ width: 320, height: 192 });

      await ada.press(await slack.grid(), `k1:reroll-all:${grid.id}`);
      expect((await slack.generation(await slack.grid(2))).settings.aspect).toBe('16:9');
      expect(engine.asked.map(({ width, height }) => [width, height])).toEqual(new Array(2).fill([320, 192]));

      ada.say(channel.id, '@kaleido a cat --ar 9:16 --model kaleido');
      await told(ada, 'paints squares; `model:sdapi` paints 9:16');

      engine.trouble = 'censored';
      ada.say(channel.id, '@kaleido a florpity --count 1');
      await slack.slack.waitFor('a picture that is not shown', () =>
        JSON.stringify(slack.slack.botMessages(channel.id)).includes('took what came out for something indecent'),
      );
      engine.trouble = null;

      // An admin allows the engine no more, and takes that back.
      await ada.command(channel.id, '/kaleido', 'admin models --allowed kaleido');
      await told(ada, 'Usual model');
      bob.say(channel.id, '@kaleido a cat --count 1 --model sdapi');
      await told(bob, 'sdapi is not allowed here. You can choose kaleido.');
      bob.say(channel.id, '@kaleido a cat --count 1');
      expect((await slack.generation(await slack.grid(3))).settings.painter).toBeUndefined();
      await bob.command(channel.id, '/kaleido', 'admin models --allowed all');
      await slack.slack.waitFor('who is no admin', () => slack.slack.ephemeralsFor(bob).length > 1);
      await ada.command(channel.id, '/kaleido', 'admin models --allowed all');
      await slack.slack.waitFor('that all may paint', () => slack.slack.ephemeralsFor(ada).length > 2);
      bob.say(channel.id, '@kaleido a florpity --count 1 --model sdapi');
      expect((await slack.generation(await slack.grid(4))).settings.painter).toBe('sdapi');
    } finally {
      await slack.stop();
    }
  },
  TEST_MS,
);
