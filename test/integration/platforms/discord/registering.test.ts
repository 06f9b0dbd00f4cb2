import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { keepRegistering } from '../../../../src/platforms/discord/register/keep-registering.js';
import { registerCommands } from '../../../../src/platforms/discord/register/register-commands.js';
import { type DiscordServer, startDiscord } from '../../../servers/discord/index.js';
import { commands } from '../../../unit/commands/support/commands.js';

const few = commands.slice(0, 3);
let discord: DiscordServer;
let logged: { facts: object; message: string }[];

beforeEach(async () => {
  discord = await startDiscord();
  logged = [];
});
afterEach(() => discord.close());

const options = (guildId?: string) => {
  const note = (facts: object, message: string) => logged.push({ facts, message });
  const log = { debug: note, info: note, warn: note, error: note };
  const where = guildId === undefined ? {} : { guildId };
  return { token: discord.token, api: discord.api, commands: few, translate: createTranslator, log, ...where };
};

it('shows no command twice, whether for one server or for all, in whatever order', async () => {
  const shown: string[][] = [];
  for (const guildId of [discord.home.id, undefined, discord.home.id]) {
    await registerCommands(options(guildId));
    shown.push(discord.shownCommands());
  }
  expect(shown[0]?.length).toBeGreaterThanOrEqual(few.length);
  for (const names of shown) {
    expect(names).toEqual(shown[0]);
    expect(new Set(names).size).toBe(names.length);
  }
});

const failed = () => discord.waitFor(() => logged.some(({ message }) => message.includes('trying again')));

it.each([
  ['an outage', () => discord.fault({ path: /commands$/, happening: { status: 503 }, times: 8 })],
  ['too many new commands in a day', () => void discord.world.commandCreations.set('global', 200)],
])('goes on after %s until it is done', async (_, trouble) => {
  trouble();
  const registering = keepRegistering({ ...options(), signal: new AbortController().signal }, 20);
  await failed();
  discord.world.commandCreations.clear();
  await registering;
  expect(discord.shownCommands().length).toBeGreaterThanOrEqual(few.length);
});

it('ends when it is told to, however long Discord asks it to wait', async () => {
  discord.fault({ path: /commands$/, happening: { status: 429, retryAfterMs: 1_800_000 } });
  const stopping = new AbortController();
  const registering = keepRegistering({ ...options(), signal: stopping.signal });
  await failed();
  expect(logged.at(-1)?.facts).toMatchObject({ retryMs: expect.closeTo(1_800_000, -4) });
  stopping.abort();
  await registering;
  expect(discord.shownCommands()).toEqual([]);
});
