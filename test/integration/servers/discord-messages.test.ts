import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ComponentType,
  type DiscordAPIError,
  MessageFlags,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Channel, DiscordServer } from '../../servers/discord/index.js';
import { connect, open, refusalOf } from './discord-bot.js';

const BUTTON = { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'a', custom_id: 'a' };
const TEXT = { type: ComponentType.TextDisplay, content: 'a' };
const V2 = MessageFlags.IsComponentsV2;

const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const buttons = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ ...BUTTON, custom_id: `b${from + index}` }));
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(...buttons(5, index * 5)));
const menu = (count: number, more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 's',
  options: Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `o${index}` })),
  ...more,
});
const embed = (size: number) => ({ title: 't'.repeat(10), description: 'd'.repeat(size - 10) });

async function openWithChannel(): Promise<{ server: DiscordServer; client: Client<true>; general: Channel }> {
  const server = await open();
  const client = await connect(server);
  return { server, client, general: server.channel('general') };
}

const post = (client: Client, channel: Channel, body: object) =>
  client.rest.post(`/channels/${channel.id}/messages`, { body });

/** Code of Discord's and where in the form, as discord.js tells it. */
function complaint(error: DiscordAPIError): string {
  return `${error.code} ${error.message.split('\n').slice(1).join(' ')}`.trim();
}

describe('a message', () => {
  it.each([
    ['2,000 characters', { content: 'a'.repeat(2000) }],
    ['ten embeds of 6,000 characters together', { embeds: Array(10).fill(embed(600)) }],
    ['five rows of five buttons', { content: 'a', components: rows(5) }],
    ['25 options', { content: 'a', components: [row(menu(25))] }],
    [
      'an emoji instead of a label',
      { content: 'a', components: [row({ ...BUTTON, label: '', emoji: { name: '🔁' } })] },
    ],
    ['40 components of the second version', { flags: V2, components: Array(40).fill(TEXT) }],
    ['named users only', { content: 'a', allowed_mentions: { parse: [], users: ['175928847299117063'] } }],
  ])('is taken with %s', async (_, body) => {
    const { server, client, general } = await openWithChannel();
    await post(client, general, body);
    expect(server.messages(general)).toHaveLength(1);
    expect(server.violations).toEqual([]);
  });

  it.each([
    ['nothing in it', {}, '50006'],
    ['only white space', { content: ' \n ' }, '50006'],
    ['2,001 characters', { content: 'a'.repeat(2001) }, '50035 content[BASE_TYPE_MAX_LENGTH]'],
    ['eleven embeds', { embeds: Array(11).fill(embed(20)) }, '50035 embeds[BASE_TYPE_MAX_LENGTH]'],
    ['6,001 characters in embeds', { embeds: [embed(4000), embed(2001)] }, '50035 embeds[MAX_EMBED_SIZE_EXCEEDED]'],
    [
      'a field of 1,025',
      { embeds: [{ fields: [{ name: 'a', value: 'v'.repeat(1025) }] }] },
      '50035 embeds[0].fields[0].value[BASE_TYPE_MAX_LENGTH]',
    ],
    ['six rows', { content: 'a', components: rows(6) }, '50035 components[BASE_TYPE_MAX_LENGTH]'],
    [
      'six buttons in a row',
      { content: 'a', components: [row(...buttons(6))] },
      '50035 components[0].components[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'a menu beside a button',
      { content: 'a', components: [row(menu(1), BUTTON)] },
      '50035 components[0].components[COMPONENT_LAYOUT_WIDTH_EXCEEDED]',
    ],
    [
      'two custom ids alike',
      { content: 'a', components: [row(BUTTON), row(BUTTON)] },
      '50035 components[COMPONENT_CUSTOM_ID_DUPLICATED]',
    ],
    [
      'a custom id of 101',
      { content: 'a', components: [row({ ...BUTTON, custom_id: 'a'.repeat(101) })] },
      '50035 components[0].components[0].custom_id[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'a label of 81',
      { content: 'a', components: [row({ ...BUTTON, label: 'a'.repeat(81) })] },
      '50035 components[0].components[0].label[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'neither label nor emoji',
      { content: 'a', components: [row({ ...BUTTON, label: '' })] },
      '50035 components[0].components[0].label[BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED]',
    ],
    [
      'what is no emoji',
      { content: 'a', components: [row({ ...BUTTON, emoji: { name: 'cat' } })] },
      '50035 components[0].components[0].emoji.name[COMPONENT_INVALID_EMOJI]',
    ],
    [
      '26 options',
      { content: 'a', components: [row(menu(26))] },
      '50035 components[0].components[0].options[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'more to choose than there is',
      { content: 'a', components: [row(menu(2, { max_values: 3 }))] },
      '50035 components[0].components[0].max_values[BASE_TYPE_BAD_LENGTH]',
    ],
    [
      'text beside second-version components',
      { content: 'a', flags: V2, components: [TEXT] },
      '50035 content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
    ],
    [
      'second-version components without the flag',
      { content: 'a', components: [TEXT] },
      '50035 components[0].type[UNION_TYPE_CHOICES]',
    ],
    [
      '41 components',
      { flags: V2, components: Array(41).fill(TEXT) },
      '50035 components[COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED]',
    ],
    [
      'a picture that is not there',
      { flags: V2, components: [{ type: ComponentType.File, file: { url: 'attachment://a.png' } }] },
      '50035 components[UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND]',
    ],
    [
      'mentions allowed twice',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['175928847299117063'] } },
      '50035 allowed_mentions[MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE]',
    ],
    [
      'a description of a file that is not there',
      { content: 'a', attachments: [{ id: '0' }] },
      '50035 attachments[0].id[ATTACHMENT_NOT_FOUND]',
    ],
  ])('is refused with %s', async (_, body, wanted) => {
    const { server, client, general } = await openWithChannel();
    const error = await refusalOf(post(client, general, body));
    expect(error.status).toBe(400);
    expect(complaint(error)).toContain(wanted);
    expect(server.messages(general)).toEqual([]);
    expect(server.violations).toMatchObject([{ status: 400, code: error.code }]);
  });

  it('is too large with a file over ten MiB where the server has no more, or over 25 MiB in all', async () => {
    const { server, client, general } = await openWithChannel();
    const send = (mebibytes: number) => {
      const files = [
        { name: 'a.bin', data: Buffer.alloc(mebibytes * 1024 * 1024), contentType: 'application/octet-stream' },
      ];
      return client.rest.post(`/channels/${general.id}/messages`, { body: {}, files });
    };
    await send(10);
    expect(await refusalOf(send(11))).toMatchObject({ status: 413, code: 40005 });
    server.home.attachmentSizeLimit = 100 * 1024 * 1024;
    await send(11);
    expect(await refusalOf(send(25))).toMatchObject({ status: 413, code: 40005 });
  });

  it('describes its files in up to 1,024 characters', async () => {
    const { server, client, general } = await openWithChannel();
    const send = (description: string) =>
      client.rest.post(`/channels/${general.id}/messages`, {
        body: { attachments: [{ id: 0, description }] },
        files: [{ name: 'a.png', data: Buffer.from('a') }],
      });
    await send('d'.repeat(1024));
    expect(complaint(await refusalOf(send('d'.repeat(1025))))).toContain(
      'attachments[0].description[BASE_TYPE_MAX_LENGTH]',
    );
    expect(server.messages(general)[0]?.attachments[0]?.description).toHaveLength(1024);
  });
});

describe('mentions', () => {
  it('notify as the request allows, the text says and the bot may', async () => {
    const { server, client, general } = await openWithChannel();
    const [alice, bob] = [server.user('alice'), server.user('bob')];
    const role = server.grant(bob, 'Painters', []);
    const content = `<@${alice.id}> <@${bob.id}> <@&${role.id}> @everyone`;
    const notified = async (body: object) => {
      await post(client, general, { content, ...body });
      return server.messages(general).at(-1)?.notified;
    };
    const all = { users: [alice.id, bob.id], roles: [role.id], everyone: true };
    expect(await notified({})).toEqual(all);
    expect(await notified({ allowed_mentions: { parse: [] } })).toEqual({ users: [], roles: [], everyone: false });
    expect(await notified({ allowed_mentions: { parse: [], users: [alice.id] } })).toEqual({
      users: [alice.id],
      roles: [],
      everyone: false,
    });
    expect(await notified({ content: 'hello', allowed_mentions: { users: [alice.id] } })).toMatchObject({ users: [] });
    server.denyBot(general, 'MentionEveryone');
    expect(await notified({})).toEqual({ ...all, roles: [], everyone: false });
  });

  it('of an edit notify nobody', async () => {
    const { server, client, general } = await openWithChannel();
    await post(client, general, { content: 'soon' });
    const [message] = server.messages(general);
    await client.rest.patch(`/channels/${general.id}/messages/${message?.id}`, { body: { content: '@everyone' } });
    expect(message).toMatchObject({
      content: '@everyone',
      mentions: { everyone: true },
      notified: { everyone: false },
    });
  });
});

it('answers a message that is there, and tells when it is not', async () => {
  const { server, client, general } = await openWithChannel();
  const alice = server.user('alice');
  const asked = alice.say('paint', { channel: general });
  const answer = (more: object = {}, allowed?: object) =>
    post(client, general, {
      content: 'done',
      message_reference: { message_id: asked.id, ...more },
      ...(allowed && { allowed_mentions: allowed }),
    });
  await answer();
  await answer({}, { parse: [] });
  expect(server.messages(general).map((one) => [one.repliesTo, one.notified.users])).toEqual([
    [null, []],
    [asked.id, [alice.id]],
    [asked.id, []],
  ]);
  alice.delete(asked);
  expect(complaint(await refusalOf(answer()))).toContain('message_reference[MESSAGE_REFERENCE_UNKNOWN_MESSAGE]');
  await answer({ fail_if_not_exists: false });
  expect(server.messages(general).at(-1)?.repliesTo).toBeNull();
});

it('posts once where a nonce is enforced', async () => {
  const { server, client, general } = await openWithChannel();
  const first = await post(client, general, { content: 'a', nonce: 'n1', enforce_nonce: true });
  expect(await post(client, general, { content: 'b', nonce: 'n1', enforce_nonce: true })).toEqual(first);
  await post(client, general, { content: 'c', nonce: 'n2', enforce_nonce: true });
  await post(client, general, { content: 'd', nonce: 'n2' });
  expect(server.messages(general).map((message) => message.content)).toEqual(['a', 'c', 'd']);
});

describe('permissions', () => {
  it('are asked for what a request does', async () => {
    const { server, client, general } = await openWithChannel();
    const said = server.user('alice').say('hello', { channel: general });
    const path = `/channels/${general.id}/messages` as const;
    const files = [{ name: 'a.png', data: Buffer.from('a') }];
    const reaction = `${path}/${said.id}/reactions/${encodeURIComponent('🔁')}/@me` as const;
    expect(await refusalOf(client.rest.patch(`${path}/${said.id}`, { body: { content: 'a' } }))).toMatchObject({
      status: 403,
      code: 50005,
    });
    server.denyBot(general, 'AttachFiles', 'ReadMessageHistory', 'ManageMessages');
    expect(await refusalOf(client.rest.post(path, { body: {}, files }))).toMatchObject({ status: 403, code: 50013 });
    expect((await refusalOf(client.rest.get(`${path}/${said.id}`))).code).toBe(50013);
    expect((await refusalOf(client.rest.delete(`${path}/${said.id}`))).code).toBe(50013);
    expect((await refusalOf(client.rest.put(reaction))).code).toBe(50013);
    await post(client, general, { content: 'still' });
    server.denyBot(general, 'SendMessages');
    expect((await refusalOf(post(client, general, { content: 'a' }))).code).toBe(50013);
    server.denyBot(general, 'ViewChannel');
    expect((await refusalOf(post(client, general, { content: 'a' }))).code).toBe(50001);
    server.allowBot(general, 'ViewChannel', 'SendMessages', 'ManageMessages', 'ReadMessageHistory');
    await client.rest.put(reaction);
    await client.rest.delete(`${path}/${said.id}`);
    server.deleteChannel(general);
    expect((await refusalOf(post(client, general, { content: 'a' }))).code).toBe(10003);
    const forbidden = server.violations.filter((one) => one.status === 403);
    expect(forbidden).toHaveLength(7);
    expect(server.invalidRequestCount).toBeGreaterThanOrEqual(7);
  });

  it('of threads are their own, and a locked thread takes nothing', async () => {
    const { server, client, general } = await openWithChannel();
    const thread = server.thread('art', { parent: general, by: server.user('alice') });
    server.denyBot(general, 'SendMessages');
    await post(client, thread, { content: 'in a thread' });
    server.archive(thread);
    await post(client, thread, { content: 'opens it' });
    expect(thread.isArchived).toBe(false);
    server.archive(thread, true);
    expect((await refusalOf(post(client, thread, { content: 'a' }))).code).toBe(50083);
    server.allowBot(general, 'ManageThreads');
    await post(client, thread, { content: 'as a moderator' });
    expect(thread.isArchived).toBe(false);
    server.denyBot(general, 'ManageThreads');
    expect((await refusalOf(post(client, thread, { content: 'a' }))).code).toBe(160005);
    server.allowBot(general, 'SendMessages');
    server.denyBot(general, 'SendMessagesInThreads');
    expect((await refusalOf(post(client, thread, { content: 'a' }))).code).toBe(50013);
    await post(client, general, { content: 'a' });
  });

  it('of direct messages are the user’s', async () => {
    const { server, client } = await openWithChannel();
    const alice = server.user('alice');
    const sent = await client.users.send(alice.id, 'hello');
    expect(server.messages(server.directMessages(alice)).map((message) => message.id)).toEqual([sent.id]);
    alice.user.hasDmsClosed = true;
    expect(await refusalOf(client.users.send(alice.id, 'again'))).toMatchObject({ status: 403, code: 50007 });
  });
});

it('keeps, replaces and drops files as an edit says', async () => {
  const { server, client, general } = await openWithChannel();
  const channel = await client.channels.fetch(general.id);
  if (!channel?.isSendable()) throw new Error('The channel takes messages.');
  const file = (name: string) => new AttachmentBuilder(Buffer.from(name), { name });
  const message = await channel.send({ content: 'a', files: [file('one.png'), file('two.png')] });
  const names = () => server.messages(general)[0]?.attachments.map((one) => one.filename);
  await message.edit({ content: 'b' });
  expect(names()).toEqual(['one.png', 'two.png']);
  await message.edit({ attachments: message.attachments.first(1), files: [file('three.png')] });
  expect(names()).toEqual(['one.png', 'three.png']);
  await message.edit({ attachments: [] });
  expect(names()).toEqual([]);
  const before = server.messages(general)[0]?.history[0];
  expect(before?.attachments.map((one) => one.bytes.toString())).toEqual(['one.png', 'two.png']);
  expect(before?.at).toBeLessThanOrEqual(server.messages(general)[0]?.editedAt ?? 0);
});

it('starts a thread from a message, once', async () => {
  const { server, client, general } = await openWithChannel();
  const channel = await client.channels.fetch(general.id);
  if (!channel?.isSendable()) throw new Error('The channel takes messages.');
  const message = await channel.send({
    content: 'grid',
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('a').setLabel('a').setStyle(ButtonStyle.Primary),
      ),
    ],
  });
  const thread = await message.startThread({ name: 'about it' });
  await thread.send('inside');
  expect(server.messages(server.channel('about it')).map((one) => one.content)).toEqual(['inside']);
  expect((await refusalOf(message.startThread({ name: 'again' }))).code).toBe(160004);
});

it('keeps what lies in an archived thread as it is', async () => {
  const { server, client, general } = await openWithChannel();
  const thread = server.thread('art', { parent: general, by: server.user('alice') });
  await post(client, thread, { content: 'a' });
  const path = `/channels/${thread.id}/messages/${server.messages(thread)[0]?.id}` as const;
  server.archive(thread);
  const changes = [
    client.rest.patch(path, { body: { content: 'b' } }),
    client.rest.put(`${path}/reactions/${encodeURIComponent('🔁')}/@me`),
    client.rest.delete(path),
  ];
  expect((await Promise.all(changes.map(refusalOf))).map(({ code }) => code)).toEqual([50083, 50083, 50083]);
  await client.rest.patch(`/channels/${thread.id}`, { body: { archived: false } });
  await client.rest.patch(path, { body: { content: 'b' } });
  expect(server.messages(thread)[0]?.content).toBe('b');
});
