import { deflateSync } from 'node:zlib';
import { type Client, GuildPremiumTier } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { DiscordServer } from '../../servers/discord/index.js';
import { connect, open, refusalOf } from './discord-bot.js';

const send = (client: Client, server: DiscordServer, content: string) =>
  client.rest.post(`/channels/${server.channel('general').id}/messages`, { body: { content } });
const said = (server: DiscordServer) => server.messages(server.channel('general')).map((message) => message.content);

describe('rate limits', () => {
  it('are told in headers, refused with 429 when ignored, and obeyed by the client', async () => {
    const server = await open();
    const raw = () =>
      fetch(`${server.api}/v10/channels/${server.channel('general').id}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'a' }),
      });
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await raw());
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('5');
    expect(answers[4]?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(answers[5]?.headers.get('x-ratelimit-scope')).toBe('user');
    const body = await answers[5]?.json();
    expect(body).toMatchObject({ message: 'You are being rate limited.', global: false });
    expect(Number(answers[5]?.headers.get('retry-after'))).toBe(body.retry_after);
    expect(body.retry_after).toBeGreaterThan(0);
    expect(server.invalidRequestCount).toBe(1);

    const client = await connect(server);
    await send(client, server, 'patient');
    expect(said(server).at(-1)).toBe('patient');
  });

  it('count everything but interactions together', async () => {
    const server = await open({ globalRequestsPerSecond: 3 });
    const get = (path: string) =>
      fetch(`${server.api}/v10${path}`, { headers: { authorization: `Bot ${server.token}` } });
    const answers = await Promise.all(['/users/@me', '/gateway/bot', '/applications/@me', '/users/@me'].map(get));
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
    expect(await refused?.json()).toMatchObject({ global: true });
    expect((await get('/webhooks/1/unknown/messages/@original')).status).toBe(404);
  });

  it('ban who goes on regardless', async () => {
    const server = await open();
    const ask = () => fetch(`${server.api}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
    expect((await ask()).status).toBe(401);
    const [record] = server.violations;
    if (!record) throw new Error('The refusal was recorded.');
    // Ten thousand real requests would only take longer.
    for (let count = 1; count < 10_000; count++) server.log.record(record);
    expect((await ask()).status).toBe(429);
    server.clock.advance(600_001);
    expect((await ask()).status).toBe(401);
  });
});

describe('faults', () => {
  it.each([500, 502, 503] as const)('of status %s pass, and the client tries again', async (status) => {
    const server = await open();
    const client = await connect(server);
    server.fault({ method: 'POST', path: /\/messages$/, times: 2, happening: { status } });
    await send(client, server, 'hello');
    expect(said(server)).toEqual(['hello']);
    expect(server.violations).toEqual([]);
    expect(server.requests.filter((one) => one.isInjected)).toHaveLength(2);
  });

  it('of status 429 are waited out', async () => {
    const server = await open();
    const client = await connect(server);
    server.fault({ path: /\/messages$/, happening: { status: 429, retryAfterMs: 120 } });
    const began = performance.now();
    await send(client, server, 'hello');
    // Timers may ring a little early.
    expect(performance.now() - began).toBeGreaterThan(100);
    // The shared kind is not counted against the client.
    expect(server.invalidRequestCount).toBe(0);
    expect(said(server)).toEqual(['hello']);
  });

  it('break the connection before or after the request took effect', async () => {
    const server = await open();
    const client = await connect(server, { rest: { retries: 0 } });
    server.fault({ path: /\/messages$/, happening: { drop: 'before' } });
    await expect(send(client, server, 'one')).rejects.toThrow();
    expect(said(server)).toEqual([]);
    server.fault({ path: /\/messages$/, happening: { drop: 'after' } });
    await expect(send(client, server, 'two')).rejects.toThrow();
    expect(said(server)).toEqual(['two']);
  });
});

/** A real PNG of one colour, made heavier by a chunk that viewers skip. */
function png(size: number, bytes: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const whole = Buffer.alloc(12 + data.length);
    whole.writeUInt32BE(data.length, 0);
    whole.write(type, 4, 'latin1');
    data.copy(whole, 8);
    return whole;
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  const picture = deflateSync(Buffer.alloc((size + 1) * size));
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', picture),
    chunk('IEND', Buffer.alloc(0)),
  ];
  const weight = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([
    ...parts.slice(0, 2),
    chunk('teXt', Buffer.alloc(Math.max(0, bytes - weight - 12))),
    ...parts.slice(2),
  ]);
}

describe('emojis and stickers', () => {
  it('are checked for name, size, kind and slots, and need a permission', async () => {
    const server = await open();
    const client = await connect(server);
    const guild = await client.guilds.fetch(server.home.id);
    expect(guild.premiumTier).toBe(GuildPremiumTier.None);
    const make = (name: string, attachment: Buffer) => guild.emojis.create({ name, attachment });
    const emoji = await make('cat', png(128, 256 * 1024));
    expect(server.home.emojis.get(emoji.id)?.image).toHaveLength(256 * 1024);
    await server.waitFor(() => guild.emojis.cache.has(emoji.id));
    expect((await refusalOf(make('cat', png(128, 256 * 1024 + 1)))).message).toContain('image[BINARY_TYPE_MAX_SIZE]');
    expect((await refusalOf(make('a-cat', png(8, 0)))).message).toContain('name[STRING_TYPE_REGEX]');
    expect((await refusalOf(make('c', png(8, 0)))).message).toContain('name[BASE_TYPE_MIN_LENGTH]');
    expect((await refusalOf(make('cat', Buffer.from('no picture')))).message).toContain('image[IMAGE_INVALID]');
    for (let count = 1; count < 50; count++)
      server.home.emojis.set(`${count}`, { ...server.home.emojis.get(emoji.id)!, id: `${count}` });
    expect((await refusalOf(make('cat', png(8, 0)))).code).toBe(30008);
    await emoji.delete();
    expect(server.home.emojis.has(emoji.id)).toBe(false);
    const role = server.home.members.get(client.user.id)?.roleIds;
    role?.clear();
    expect(await refusalOf(make('cat', png(8, 0)))).toMatchObject({ status: 403, code: 50013 });
  });

  it('may be the application’s own', async () => {
    const server = await open();
    const client = await connect(server);
    const emoji = await client.application.emojis.create({ name: 'dice', attachment: png(128, 0) });
    expect([...(await client.application.emojis.fetch()).keys()]).toEqual([emoji.id]);
    await send(client, server, 'look');
    const [message] = server.messages(server.channel('general'));
    await client.rest.put(`/channels/${message?.channelId}/messages/${message?.id}/reactions/dice:${emoji.id}/@me`);
    expect([...(message?.reactions.keys() ?? [])]).toEqual([`dice:${emoji.id}`]);
  });

  it('as stickers weigh at most 512 KiB, measure 320 pixels, and fill five slots', async () => {
    const server = await open();
    const client = await connect(server);
    const guild = await client.guilds.fetch(server.home.id);
    const make = (file: Buffer, more: object = {}) =>
      guild.stickers.create({
        file: { attachment: file, name: 'cat.png' },
        name: 'cat',
        tags: 'cat',
        description: 'A cat',
        ...more,
      });
    const sticker = await make(png(320, 512 * 1024));
    expect(server.home.stickers.get(sticker.id)).toMatchObject({
      name: 'cat',
      tags: 'cat',
      description: 'A cat',
      format: 1,
    });
    expect((await refusalOf(make(png(320, 512 * 1024 + 1)))).code).toBe(50045);
    expect((await refusalOf(make(png(321, 0)))).code).toBe(50046);
    expect((await refusalOf(make(png(8, 0), { name: 'c' }))).message).toContain('name[BASE_TYPE_MIN_LENGTH]');
    expect((await refusalOf(make(png(8, 0), { tags: 't'.repeat(201) }))).message).toContain(
      'tags[BASE_TYPE_MAX_LENGTH]',
    );
    for (let count = 1; count < 5; count++) await make(png(8, 0));
    expect((await refusalOf(make(png(8, 0)))).code).toBe(30039);
  });
});

it('limits new emojis by the half hour', async () => {
  const server = await open({ globalRequestsPerSecond: 1000 });
  const image = `data:image/png;base64,${png(1, 0).toString('base64')}`;
  const make = () =>
    fetch(`${server.api}/v10/applications/${server.world.app.id}/emojis`, {
      method: 'POST',
      headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'cat', image }),
    });
  for (let count = 0; count < 50; count++) expect((await make()).status).toBe(201);
  const refused = await make();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1700);
});

it('tells its own time, and shows commands twice that are registered twice', async () => {
  const server = await open();
  server.clock.advance(20 * 60_000);
  const headers = { authorization: `Bot ${server.token}`, 'content-type': 'application/json' };
  const { id } = server.world.app;
  for (const path of [`/applications/${id}/commands`, `/applications/${id}/guilds/${server.home.id}/commands`]) {
    const body = JSON.stringify({ name: 'imagine', description: 'Paints.' });
    const answer = await fetch(`${server.api}/v10${path}`, { method: 'POST', headers, body });
    expect(Date.parse(answer.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(19 * 60_000);
  }
  expect(server.shownCommands()).toEqual(['imagine', 'imagine']);
});
