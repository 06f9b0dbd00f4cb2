import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { DIRECT } from '../../../../src/network/index.js';
import { createRest } from '../../../../src/platforms/discord/client/rest.js';
import { DiscordApi } from '../../../../src/platforms/discord/deliver/api.js';
import { LateUploads } from '../../../../src/platforms/discord/deliver/late-uploads.js';
import { PackAdditions } from '../../../../src/platforms/discord/deliver/pack-additions.js';
import { type DiscordServer, startDiscord, type TestUser } from '../../../servers/discord/index.js';
import { openTestDatabase, type TestDatabase } from '../../../support/database.js';
import { png } from '../slack/bench.js';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let database: TestDatabase;
let discord: DiscordServer;
let alice: TestUser;
let uploads: LateUploads;

const rest = () => createRest(discord.token, { api: discord.api, network: DIRECT }, log);

/** Of a process of its own. */
const create = () => {
  const parts = {
    api: new DiscordApi(rest()),
    rest: rest(),
    store: database.store.lateUploads,
    translate: createTranslator,
    log,
    clock: () => new Date(),
  };
  return new LateUploads(parts, new PackAdditions(parts), 20);
};

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  discord = await startDiscord();
  alice = discord.user('alice');
  uploads = create();
});
afterEach(async () => {
  await uploads.stop();
  await database.query('DELETE FROM late_upload');
  await discord.close();
});

const add = (waitMs = 0) =>
  uploads.add(
    { use: 'emoji', guildId: discord.home.id, name: 'cat', fileName: 'cat.png', altText: 'A cat.', reason: 'alice' },
    png(),
    {
      userId: alice.id,
      channelId: discord.channel('pictures').id,
      guildId: discord.home.id,
      locale: 'en',
      isPrivate: false,
      requestedAt: Date.now(),
      fileLimit: 1,
      interaction: null,
      replyTo: null,
    },
    waitMs,
  );
const emojis = () => [...discord.home.emojis.values()].map(({ name }) => name);

it('are made by another process when their time has come, and told of in the channel', async () => {
  expect(await add(300)).toBe(true);
  await uploads.stop();
  uploads = create();
  uploads.start();
  await sleep(100);
  expect(emojis()).toEqual([]);
  const message = await discord.waitFor(() => discord.messages(discord.channel('pictures'))[0]);
  expect(message.content).toContain('Added the emoji cat.');
  expect(message.notified.users).toEqual([alice.id]);
  expect(emojis()).toEqual(['cat']);
  expect(await database.store.lateUploads.count('discord')).toBe(0);
});

it('wait on when Discord still takes none', async () => {
  await add();
  discord.fault({ path: /emojis$/, happening: { status: 429, retryAfterMs: 1_800_000 } });
  uploads.start();
  const due = async () => (await database.query('SELECT due_at FROM late_upload'))[0]?.due_at as Date;
  await expect.poll(async () => (await due()).getTime() - Date.now()).toBeGreaterThan(1_700_000);
  expect(discord.messages(discord.channel('pictures'))).toEqual([]);
});

it('are told of when refused, in private where the channel is closed', async () => {
  discord.denyBot(discord.channel('pictures'), 'SendMessages');
  const emoji = { image: `data:image/png;base64,${png().toString('base64')}`, name: 'dog' };
  await rest().post(`/guilds/${discord.home.id}/emojis`, { body: emoji });
  const [made] = discord.home.emojis.values();
  for (let slot = 1; slot < 50; slot++) discord.home.emojis.set(String(slot), made!);
  await add();
  uploads.start();
  const message = await discord.waitFor(() => discord.messages(discord.directMessages(alice))[0]);
  expect(message.content).toContain('no room');
  expect(await database.store.lateUploads.count('discord')).toBe(0);
});

it('hold up no stop, and are left to the next process', async () => {
  await add();
  // So long a wait the client does by itself.
  discord.fault({ path: /emojis$/, happening: { status: 429, retryAfterMs: 8000 } });
  uploads.start();
  await sleep(100);
  const began = performance.now();
  await uploads.stop();
  expect(performance.now() - began).toBeLessThan(2000);
  expect(await database.store.lateUploads.count('discord')).toBe(1);
});

it('are so many at most', async () => {
  await database.query(
    "INSERT INTO late_upload SELECT 'x' || n, 'discord', '{}', '', 0, now() + interval '1 hour' FROM generate_series(1, 200) n",
  );
  expect(await add()).toBe(false);
});

it('fails a request at once that would have to wait for half an hour', async () => {
  discord.fault({ path: /emojis$/, happening: { status: 429, retryAfterMs: 1_800_000 } });
  const began = performance.now();
  await expect(rest().get(`/guilds/${discord.home.id}/emojis`)).rejects.toMatchObject({ name: /RateLimitError/ });
  expect(performance.now() - began).toBeLessThan(5000);
});
