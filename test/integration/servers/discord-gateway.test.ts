import { type Client, GatewayIntentBits as Intent, Partials } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { shardOf } from '../../servers/discord/snowflakes.js';
import { connect, createClient, open, refusalOf } from './discord-bot.js';

const { Guilds, GuildMessages, GuildMessageReactions, GuildPresences, MessageContent } = Intent;

function texts(client: Client): string[] {
  const seen: string[] = [];
  client.on('messageCreate', (message) => seen.push(message.content));
  return seen;
}

describe('a login', () => {
  it('fails with a wrong token', async () => {
    const server = await open();
    const client = createClient(server);
    await expect(client.login('wrong.token.here')).rejects.toMatchObject({ code: 'TokenInvalid' });
    expect(server.invalidRequestCount).toBe(1);
  });

  it('fails with privileged intents that are switched off, and succeeds when they are on', async () => {
    const off = await open();
    const refused = createClient(off, { intents: [Guilds, GuildPresences] });
    await expect(refused.login(off.token)).rejects.toThrow(/disallowed intents/i);
    const on = await open({ privilegedIntents: ['GuildPresences'] });
    await connect(on, { intents: [Guilds, GuildPresences] });
    expect(on.connectedSessions).toBe(1);
  });

  it('waits its turn when it comes too soon after another', async () => {
    const server = await open({ identifyIntervalMs: 4000 });
    await connect(server);
    const second = createClient(server);
    const told: string[] = [];
    second.on('debug', (line) => told.push(line));
    await second.login(server.token);
    await server.waitFor(() => second.isReady());
    expect(told.some((line) => line.includes('Invalid session'))).toBe(true);
    expect(server.connectedSessions).toBe(2);
  });
});

describe('a connection', () => {
  /** Sends raw text and tells the close code. */
  const closeCode = (api: string, ...packets: string[]) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(`${api.replace('http', 'ws').replace(/api$/, 'gateway')}/?v=10&encoding=json`);
      socket.on('error', reject).on('close', resolve);
      socket.once('message', () => {
        for (const packet of packets) socket.send(packet);
      });
    });
  const identify = (token: string, more: object = {}) =>
    JSON.stringify({ op: 2, d: { token, intents: 1, properties: { os: 'a', browser: 'a', device: 'a' }, ...more } });

  it('is closed with the code that says what was wrong', async () => {
    const server = await open({ identifyIntervalMs: 0 });
    const { api, token } = server;
    expect(await closeCode(api, 'no json')).toBe(4002);
    expect(await closeCode(api, '{"op":8,"d":{}}')).toBe(4003);
    expect(await closeCode(api, identify('wrong'))).toBe(4004);
    expect(await closeCode(api, identify(token), identify(token))).toBe(4005);
    expect(await closeCode(api, identify(token), '{"op":99,"d":{}}')).toBe(4001);
    expect(await closeCode(api, identify(token, { shard: [2, 2] }))).toBe(4010);
    expect(await closeCode(api, identify(token, { intents: 2 ** 30 }))).toBe(4013);
    expect(await closeCode(api, ...Array(121).fill('{"op":1,"d":null}'))).toBe(4008);
  });

  it('lives on heartbeats', async () => {
    const server = await open({ heartbeatIntervalMs: 1000 });
    expect(await closeCode(server.api)).toBe(4009);
    const client = await connect(server);
    // The latency is known from the first heartbeat that was answered.
    await server.waitFor(() => client.ws.ping >= 0 && server.connectedSessions === 1);
  });
});

describe('events', () => {
  it('come only to who asked for them', async () => {
    const server = await open({ identifyIntervalMs: 0 });
    const unheard = texts(await connect(server, { intents: [Guilds] }));
    const heard = texts(await connect(server, { intents: [Guilds, GuildMessages] }));
    server.user('alice').say('hello', { channel: server.channel('general') });
    await server.waitFor(() => heard.length === 1);
    expect(unheard).toEqual([]);
  });

  it('carry what others write only with the content intent or a mention', async () => {
    const server = await open({ privilegedIntents: ['MessageContent'], maxConcurrency: 1, identifyIntervalMs: 0 });
    const blind = texts(await connect(server, { intents: [Guilds, GuildMessages] }));
    const sighted = texts(await connect(server, { intents: [Guilds, GuildMessages, MessageContent] }));
    const [alice, channel] = [server.user('alice'), server.channel('general')];
    const mention = `<@${server.world.app.botId}> paint`;
    alice.say('secret', { channel });
    alice.say(mention, { channel });
    await server.waitFor(() => blind.length === 2 && sighted.length === 2);
    expect([blind, sighted]).toEqual([
      ['', mention],
      ['secret', mention],
    ]);
  });

  it('of hidden channels do not come', async () => {
    const server = await open();
    const heard = texts(await connect(server));
    const [alice, hidden] = [server.user('alice'), server.channel('hidden')];
    server.denyBot(hidden, 'ViewChannel');
    alice.say('<@1> psst', { channel: hidden });
    alice.say(`<@${server.world.app.botId}> hello`, { channel: server.channel('general') });
    await server.waitFor(() => heard.length === 1);
    expect(heard).toEqual([`<@${server.world.app.botId}> hello`]);
  });

  it.each([4000, null])('that were missed are sent again on resuming after %s', async (code) => {
    const server = await open();
    const client = await connect(server);
    const heard = texts(client);
    let resumed = 0;
    client.on('shardResume', () => {
      resumed++;
    });
    const say = (text: string) =>
      server.user('alice').say(`<@${server.world.app.botId}> ${text}`, { channel: server.channel('general') });
    say('one');
    await server.waitFor(() => heard.length === 1);
    server.dropGateway(code);
    await server.waitFor(() => server.connectedSessions === 0);
    say('two');
    await server.waitFor(() => resumed === 1);
    say('three');
    await server.waitFor(() => heard.length === 3);
    expect(heard.map((text) => text.split(' ')[1])).toEqual(['one', 'two', 'three']);
  });

  it('go on after a session that was forgotten', async () => {
    const server = await open({ identifyIntervalMs: 0 });
    const client = await connect(server);
    const heard = texts(client);
    server.forgetSessions();
    await server.waitFor(() => server.connectedSessions === 1);
    server.user('alice').say(`<@${server.world.app.botId}> hello`, { channel: server.channel('general') });
    await server.waitFor(() => heard.length === 1);
  });

  it('tell of being added to a server and of being removed', async () => {
    const server = await open();
    const client = await connect(server);
    const elsewhere = server.guild('Elsewhere', { hasBot: false });
    const lobby = server.channel('lobby', elsewhere);
    const path = `/channels/${lobby.id}/messages` as const;
    expect(await refusalOf(client.rest.post(path, { body: { content: 'a' } }))).toMatchObject({
      status: 403,
      code: 50001,
    });
    server.addBot(elsewhere);
    await server.waitFor(() => client.guilds.cache.get(elsewhere.id)?.channels.cache.has(lobby.id));
    await client.rest.post(path, { body: { content: 'hello' } });
    server.removeBot(elsewhere);
    await server.waitFor(() => !client.guilds.cache.has(elsewhere.id));
    expect((await refusalOf(client.rest.get(path))).code).toBe(50001);
  });

  it('of a server go to its shard', async () => {
    const server = await open({ identifyIntervalMs: 0 });
    const clients = [];
    for (const shard of [0, 1]) clients.push(await connect(server, { shards: [shard], shardCount: 2 }));
    const heard = clients.map(texts);
    // Ids made in different milliseconds fall to both shards sooner or later.
    const guilds = await server.waitFor(() => {
      server.clock.advance(1);
      server.guild(`server ${server.world.guilds.size}`);
      const found = [0, 1].map((shard) =>
        [...server.world.guilds.values()].find((guild) => shardOf(guild.id, 2) === shard),
      );
      return found[0] && found[1] && [found[0], found[1]];
    });
    const alice = server.user('alice');
    for (const [index, guild] of guilds.entries()) {
      server.join(alice, guild);
      alice.say(`<@${server.world.app.botId}> ${index}`, { channel: server.channel('general', guild) });
    }
    await server.waitFor(() => heard.flat().length === 2);
    expect(heard.map((seen) => seen.map((text) => text.split(' ')[1]))).toEqual([['0'], ['1']]);
  });
});

describe('reactions', () => {
  it('arrive for messages that the client never saw, whole after fetching', async () => {
    const server = await open();
    const channel = server.channel('general');
    const message = server.user('bob').say('old', { channel });
    const client = await connect(server, { partials: [Partials.Message, Partials.Reaction, Partials.User] });
    const seen: string[] = [];
    client.on('messageReactionAdd', async (reaction, user) => {
      const whole = await reaction.message.fetch();
      const counted = await reaction.fetch();
      seen.push(`+${reaction.emoji.name} ${user.id} ${whole.author.username} ${counted.count}`);
    });
    client.on('messageReactionRemove', (reaction, user) => seen.push(`-${reaction.emoji.name} ${user.id}`));
    const alice = server.user('alice');
    alice.react(message, '🔁');
    await server.waitFor(() => seen.length === 1);
    alice.unreact(message, '🔁');
    await server.waitFor(() => seen.length === 2);
    expect(seen).toEqual([`+🔁 ${alice.id} bob 1`, `-🔁 ${alice.id}`]);
    expect(() => alice.unreact(message, '🔁')).toThrow('has not reacted');
  });

  it('of the bot are real emoji, at most twenty kinds, and may be taken away by a moderator', async () => {
    const server = await open();
    const client = await connect(server, { intents: [Guilds, GuildMessages, GuildMessageReactions] });
    const message = server.user('bob').say('look', { channel: server.channel('general') });
    const path = `/channels/${message.channelId}/messages/${message.id}/reactions` as const;
    const put = (emoji: string) => client.rest.put(`${path}/${encodeURIComponent(emoji)}/@me`);
    for (const emoji of ['1️⃣', '🗑️', '🗑']) await put(emoji);
    expect(await refusalOf(put('cat'))).toMatchObject({ status: 400, code: 10014 });
    for (let index = message.reactions.size; index < 20; index++) {
      server.user('bob').react(message, String.fromCodePoint(0x1f400 + index));
    }
    expect((await refusalOf(put('🔁'))).code).toBe(30010);
    const rat = encodeURIComponent(String.fromCodePoint(0x1f400 + 19));
    expect(await client.rest.get(`${path}/${rat}`)).toMatchObject([{ username: 'bob' }]);
    await client.rest.delete(`${path}/${rat}/${server.user('bob').id}`);
    expect(message.reactions.size).toBe(19);
    await client.rest.delete(path);
    expect(message.reactions.size).toBe(0);
  });
});

it.each([
  ['more servers than a shard may have', { guildsPerShard: 1 }, 4011],
  ['too many logins in a day', { identifiesADay: 0 }, 4004],
] as const)('closes on %s', async (_, limits, code) => {
  const server = await open(limits);
  server.guild('Another');
  const socket = new WebSocket(`${server.api.replace('http', 'ws').replace(/api$/, 'gateway')}`);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  socket.once('open', () => socket.send(JSON.stringify({ op: 2, d: { token: server.token, intents: 1, properties } })));
  expect(await closed).toBe(code);
});
