import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import type { Delivery } from '../../../../src/core/types.js';
import { DIRECT } from '../../../../src/network/index.js';
import { createRest } from '../../../../src/platforms/discord/client/rest.js';
import { DiscordApi } from '../../../../src/platforms/discord/deliver/api.js';
import { CardDisplay } from '../../../../src/platforms/discord/deliver/card-display.js';
import { type Channel, type DiscordServer, startDiscord, type TestUser } from '../../../servers/discord/index.js';
import { done } from '../slack/bench.js';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let discord: DiscordServer;
let alice: TestUser;
let thread: Channel;

beforeEach(async () => {
  discord = await startDiscord();
  alice = discord.user('alice');
  thread = discord.thread('cats', { parent: discord.channel('pictures'), by: alice });
});
afterEach(() => discord.close());

/** Of a process that knows nothing of an earlier one's cards. */
const display = () =>
  new CardDisplay({
    api: new DiscordApi(createRest(discord.token, { api: discord.api, network: DIRECT }, log)),
    deliveries: { find: async () => null, shown: async () => {} },
    translate: createTranslator,
    log,
    clock: () => new Date(),
  });

const delivery = (message: Delivery['message'] = null): Delivery => ({
  id: 'delivery',
  generationId: 'abcdefghjkmn',
  platform: 'discord',
  address: {
    userId: alice.id,
    channelId: thread.id,
    guildId: discord.home.id,
    locale: 'en',
    isPrivate: false,
    requestedAt: Date.now(),
    fileLimit: 1_000_000,
    interaction: null,
    replyTo: null,
  },
  message,
  attempts: 1,
});
const result = () => done({ requesterId: alice.id, actions: [] });
const progress = () => done({ state: 'painting', requesterId: alice.id, actions: [] });

it.each([false, true])('opens an archived thread for the result of a card in it (locked: %s)', async (isLocked) => {
  const ref = await display().show(delivery(), progress(), false);
  if (isLocked) discord.allowBot(discord.channel('pictures'), 'ManageThreads');
  discord.archive(thread, isLocked);
  expect(await display().show(delivery(ref), result(), true)).toEqual(ref);
  expect(thread.isArchived).toBe(false);
});

it.each([
  ['is locked', () => discord.archive(thread, true)],
  ['takes nothing from the bot', () => discord.denyBot(discord.channel('pictures'), 'SendMessagesInThreads')],
])('goes to the channel around it, tells its requester and says why, where a thread %s', async (_, close) => {
  close();
  const ref = await display().show(delivery(), result(), true);
  const [message] = discord.messages(discord.channel('pictures'));
  expect(ref?.messageId).toBe(message?.id);
  expect(message?.content).toContain(`could not post in <#${thread.id}>`);
  expect(message?.notified.users).toEqual([alice.id]);
  expect(discord.messages(thread)).toEqual([]);
});

it.each([
  ['the channel around it is closed too', () => discord.denyBot(discord.channel('pictures'), 'SendMessages')],
  [
    'it is only for some',
    () => {
      thread = discord.thread('secret', { parent: discord.channel('pictures'), by: alice, isPrivate: true });
    },
  ],
])('goes to the person where a thread is locked and %s', async (_, close) => {
  close();
  discord.archive(thread, true);
  const ref = await display().show(delivery(), result(), true);
  const [message] = discord.messages(discord.directMessages(alice));
  expect(ref?.messageId).toBe(message?.id);
  expect(message?.content).toContain(`could not post in <#${thread.id}>`);
  expect(discord.messages(discord.channel('pictures'))).toEqual([]);
});

it('opens no thread for mere progress', async () => {
  const ref = await display().show(delivery(), progress(), false);
  discord.archive(thread);
  expect(await display().show(delivery(ref), progress(), false)).toBe(null);
  expect(thread.isArchived).toBe(true);
});
