import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import type { MessageReply, PackAddition } from '../../../../src/chat/replies/index.js';
import { DIRECT } from '../../../../src/network/index.js';
import { createRest } from '../../../../src/platforms/discord/client/rest.js';
import type { Exchange } from '../../../../src/platforms/discord/deliver/address.js';
import { DiscordApi } from '../../../../src/platforms/discord/deliver/api.js';
import { LateUploads } from '../../../../src/platforms/discord/deliver/late-uploads.js';
import { PackAdditions } from '../../../../src/platforms/discord/deliver/pack-additions.js';
import { type DiscordServer, startDiscord, type TestUser } from '../../../servers/discord/index.js';
import type { CustomEmoji } from '../../../servers/discord/state/types.js';
import { openTestDatabase, type TestDatabase } from '../../../support/database.js';
import { png } from '../slack/bench.js';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const t = createTranslator('en');
const NAMES = ['fox_happy', 'fox_crying', 'fox_angry', 'fox_cool'];
const MAY_ADD = 1n << 43n;

let database: TestDatabase;
let discord: DiscordServer;
let alice: TestUser;
let packs: PackAdditions;
let uploads: LateUploads;

/** Of a process of its own. */
function start(): void {
  const rest = createRest(discord.token, { api: discord.api, network: DIRECT }, log);
  const api = new DiscordApi(rest);
  const parts = {
    api,
    rest,
    store: database.store.lateUploads,
    translate: createTranslator,
    log,
    clock: () => new Date(),
  };
  packs = new PackAdditions(parts);
  uploads = new LateUploads(parts, packs, 20);
  uploads.start();
}

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  discord = await startDiscord();
  alice = discord.user('alice');
  start();
});
afterEach(async () => {
  await uploads.stop();
  await database.query('DELETE FROM late_upload');
  await discord.close();
});

const exchange = (permissions = { user: MAY_ADD, bot: MAY_ADD }) =>
  ({
    actor: { spaceId: discord.home.id, userName: 'alice', userId: alice.id },
    permissions,
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
  }) as unknown as Exchange;

const PACK = (): PackAddition & { do: 'add' } => ({
  do: 'add',
  use: 'emoji',
  generationId: '01hx3v9w2k4m',
  isPrivate: false,
  pictures: NAMES.map((name) => ({ name, picture: { file: png(), name: `${name}.png`, altText: name } })),
});
const begin = (addition: PackAddition): Promise<MessageReply> => packs.begin(exchange(), addition, t);
/** Does something as soon as a server has so many emoji. */
function afterEmoji(count: number, what: (made: CustomEmoji) => void): void {
  const { emojis: all } = discord.home;
  all.set = (id, emoji) => {
    Map.prototype.set.call(all, id, emoji);
    if (all.size === count) what(emoji);
    return all;
  };
}
const emojis = () => [...discord.home.emojis.values()].map(({ name }) => name);
/** What the message says, as its text or, of several sentences, in an embed. */
const told = () => {
  const [message] = discord.messages(discord.channel('pictures'));
  return message?.content || JSON.stringify(message?.embeds ?? '');
};
const additionId = async () => String((await database.query('SELECT id FROM late_upload'))[0]?.id);
const makeDue = () => database.query('UPDATE late_upload SET due_at = now()');
const words = ({ blocks }: MessageReply) => JSON.stringify(blocks);

it('are added one after another, and told of in one message', async () => {
  expect(words(await begin(PACK()))).toContain('4 emoji are being added');
  await expect.poll(told, { timeout: 10_000 }).toContain('4 emoji were added: fox\\_happy, fox\\_crying');
  expect(emojis()).toEqual(NAMES);
  expect(discord.messages(discord.channel('pictures'))).toHaveLength(1);
});

it('wait for a rate limit, and go on in another process without adding any twice', async () => {
  afterEmoji(2, () =>
    discord.fault({ path: /emojis$/, method: 'POST', happening: { status: 429, retryAfterMs: 1_800_000 } }),
  );
  await begin(PACK());
  await expect.poll(told, { timeout: 10_000 }).toMatch(/goes on by itself in about (29|30) minutes/);
  const before = emojis();
  expect(before).toEqual(NAMES.slice(0, 2));
  await uploads.stop();
  start();
  await sleep(100);
  expect(emojis()).toEqual(before);
  // Discord's half hour is over.
  await makeDue();
  await expect.poll(told, { timeout: 10_000 }).toContain('4 emoji were added');
  expect(emojis()).toEqual(NAMES);
});

it('are undone by one press, and leave what was there before', async () => {
  await begin({ ...PACK(), pictures: PACK().pictures.slice(0, 1) });
  await expect.poll(told, { timeout: 10_000 }).toContain('One emoji was added');
  await database.query('DELETE FROM late_upload');
  await begin(PACK());
  await expect.poll(() => emojis().length, { timeout: 10_000 }).toBe(5);
  const id = await additionId();
  const rests = () => database.query("SELECT id FROM late_upload WHERE due_at > now() + interval '1 day'");
  await expect.poll(rests).toHaveLength(1);
  expect(words(await begin({ do: 'undo', additionId: id }))).toContain('being removed');
  await expect.poll(emojis, { timeout: 10_000 }).toEqual(['fox_happy']);
});

it('say what failed, and try it again', async () => {
  // Somebody fills the server meanwhile.
  afterEmoji(2, (made) => {
    for (let slot = 2; slot < 50; slot++) discord.home.emojis.set(`other ${slot}`, made);
  });
  await begin(PACK());
  await expect.poll(told, { timeout: 10_000 }).toContain('2 could not be added');
  for (const id of discord.home.emojis.keys()) if (id.startsWith('other')) discord.home.emojis.delete(id);
  await begin({ do: 'retry', additionId: await additionId() });
  await expect.poll(told, { timeout: 10_000 }).toContain('4 emoji were added');
});

it('are not begun without room for all, nor by who may not', async () => {
  await begin({ ...PACK(), pictures: PACK().pictures.slice(0, 1) });
  await expect.poll(() => emojis().length).toBe(1);
  const [made] = discord.home.emojis.values();
  for (let slot = 1; slot < 48; slot++) discord.home.emojis.set(String(slot), made!);
  const full = await begin(PACK());
  expect([full.isError, words(full)]).toEqual([true, expect.stringContaining('room for 2 more still emoji')]);
  const refused = await packs.begin(exchange({ user: 0n, bot: MAY_ADD }), PACK(), t);
  expect(words(refused)).toContain('Create Expressions');
  expect(words(await begin({ do: 'undo', additionId: 'gone' }))).toContain('too long ago');
});

it('go up as stickers too, of which a server has room for five, and are taken out again', async () => {
  const stickers = () => [...discord.home.stickers.values()].map(({ name }) => name);
  const five = [...NAMES, 'fox_love'].map((name) => ({ ...PACK().pictures[0]!, name }));
  const asked = { ...PACK(), use: 'sticker', pictures: five } as const;
  const full = await begin({ ...asked, pictures: [...five, ...five] });
  expect([full.isError, words(full)]).toEqual([true, expect.stringContaining('room for 5 more stickers')]);
  expect(words(await begin(asked))).toContain('5 stickers are being added');
  await expect.poll(told, { timeout: 10_000 }).toContain('5 stickers were added: fox\\_happy');
  expect(stickers()).toEqual([...NAMES, 'fox_love']);
  expect(words(await begin(asked))).toContain('room for no more stickers');
  await begin({ do: 'undo', additionId: await additionId() });
  await expect.poll(told, { timeout: 10_000 }).toContain('5 stickers of this pack were removed');
  expect(stickers()).toEqual([]);
});
