import { afterEach, beforeEach, expect, it } from 'vitest';
import { quiet } from '../../../../src/core/basics/log.js';
import { DIRECT } from '../../../../src/network/index.js';
import { createRest } from '../../../../src/platforms/discord/client/rest.js';
import { DiscordApi } from '../../../../src/platforms/discord/deliver/api.js';
import { type Channel, type DiscordServer, startDiscord } from '../../../servers/discord/index.js';

let discord: DiscordServer;
let channel: Channel;

beforeEach(async () => {
  discord = await startDiscord({ isClockFrozen: true });
  channel = discord.channel('pictures');
});
afterEach(() => discord.close());

/** Of a process that knows nothing of what an earlier one posted. */
function post(content: string): Promise<unknown> {
  const api = new DiscordApi(createRest(discord.token, { api: discord.api, network: DIRECT }, quiet));
  const body = { content, embeds: [], components: [], attachments: [], allowed_mentions: { parse: [] } };
  return api.post(channel.id, { body, files: [] }, 'once', null);
}

const shown = () => discord.messages(channel).map(({ content }) => content);

it('a result that Discord answers with an earlier message of the same nonce is shown in that message', async () => {
  await post('painting …');
  discord.clock.advance(20_000);
  const ref = await post('the grid');
  expect(shown()).toEqual(['the grid']);
  expect(ref).toEqual({ channelId: channel.id, messageId: discord.messages(channel)[0]!.id });
});

it('a result whose earlier message was deleted is posted again, once', async () => {
  await post('the grid');
  discord.messages(channel)[0]!.deletedAt = discord.clock.now();
  discord.clock.advance(20_000);
  await post('the grid');
  expect(shown()).toEqual(['the grid']);
  discord.clock.advance(20_000);
  await post('the grid');
  expect(shown()).toEqual(['the grid']);
});

it('an attempt that was not heard of is not repeated', async () => {
  discord.fault({ method: 'POST', path: /messages$/, happening: { drop: 'after' } });
  await expect(post('the grid')).rejects.toThrow('fetch failed');
  await post('the grid');
  expect(shown()).toEqual(['the grid']);
  expect(discord.messages(channel)[0]!.history).toHaveLength(1);
});
