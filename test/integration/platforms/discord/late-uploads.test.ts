import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { DIRECT } from '../../../../src/network/index.js';
import { createRest } from '../../../../src/platforms/discord/client/rest.js';
import { DiscordApi } from '../../../../src/platforms/discord/deliver/api.js';
import { LateUploads } from '../../../../src/platforms/discord/deliver/late-uploads.js';
import { type DiscordServer, startDiscord, type TestUser } from '../../../servers/discord/index.js';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let discord: DiscordServer;
let alice: TestUser;
let uploads: LateUploads;

const rest = () => createRest(discord.token, { api: discord.api, network: DIRECT }, log);

beforeEach(async () => {
  discord = await startDiscord();
  alice = discord.user('alice');
  uploads = new LateUploads(new DiscordApi(rest()), log);
});
afterEach(async () => {
  uploads.stop();
  await discord.close();
});

const late = (upload: () => Promise<void>) => {
  const t = createTranslator('en');
  return {
    waitMs: 20,
    upload,
    address: {
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
    added: t('discord.upload.emoji', { name: 'cat' }),
    failed: () => t('discord.upload.too_large'),
  };
};

it('tells in the channel what came of it', async () => {
  uploads.add(late(async () => {}));
  const message = await discord.waitFor(() => discord.messages(discord.channel('pictures'))[0]);
  expect(message.content).toContain('Added the emoji cat.');
  expect(message.notified.users).toEqual([alice.id]);
});

it('tells of a refusal, in private where the channel is closed', async () => {
  discord.denyBot(discord.channel('pictures'), 'SendMessages');
  uploads.add(late(() => Promise.reject(new Error('refused'))));
  const message = await discord.waitFor(() => discord.messages(discord.directMessages(alice))[0]);
  expect(message.content).toContain('too large');
});

it('is not tried any more once stopped', async () => {
  let tries = 0;
  uploads.add(
    late(async () => {
      tries += 1;
    }),
  );
  uploads.stop();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(tries).toBe(0);
});

it('fails a request at once that would have to wait for half an hour', async () => {
  discord.fault({ path: /emojis$/, happening: { status: 429, retryAfterMs: 1_800_000 } });
  const began = performance.now();
  await expect(rest().get(`/guilds/${discord.home.id}/emojis`)).rejects.toMatchObject({ name: /RateLimitError/ });
  expect(performance.now() - began).toBeLessThan(5000);
});
