import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { answerWith, connect, open, refusalOf } from './discord-bot.js';

const IMAGINE = {
  name: 'imagine',
  description: 'Paints what you describe',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'prompt',
      description: 'What to paint',
      required: true,
      maxLength: 20,
    },
    { type: ApplicationCommandOptionType.Integer, name: 'count', description: 'How many', minValue: 1, maxValue: 9 },
    { type: ApplicationCommandOptionType.String, name: 'pin', description: 'A pin', autocomplete: true },
    { type: ApplicationCommandOptionType.User, name: 'friend', description: 'For whom' },
  ],
} as const;
const QUOTA = {
  name: 'quota',
  description: 'Quotas',
  defaultMemberPermissions: '32',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'show',
      description: 'Shows it',
      options: [{ type: ApplicationCommandOptionType.Boolean, name: 'all', description: 'All of it' }],
    },
  ],
} as const;
const MENU = { name: 'Use latents', type: ApplicationCommandType.Message } as const;
const USER_MENU = { name: 'Images of', type: ApplicationCommandType.User } as const;

async function openWithCommands(options: Parameters<typeof open>[0] = {}) {
  const server = await open(options);
  const client = await connect(server);
  await client.application.commands.set([IMAGINE, QUOTA, MENU, USER_MENU]);
  return { server, client, general: server.channel('general'), alice: server.user('alice') };
}

const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
const button = (id: string) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);

describe('a slash command', () => {
  it('is answered by a deferral and an edit with a file, whose bytes and description arrive', async () => {
    const { server, client, general, alice } = await openWithCommands();
    answerWith(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      const seen = [interaction.options.getString('prompt'), interaction.options.getInteger('count')];
      const friend = interaction.options.getMember('friend');
      const file = new AttachmentBuilder(Buffer.from('a grid'), { name: 'grid.png', description: 'two cats' });
      await interaction.editReply({ content: JSON.stringify([...seen, friend]), files: [file] });
    });
    const run = alice.slash('imagine', { prompt: 'a cat', count: 2, friend: server.user('bob') }, { channel: general });
    const message = await server.waitFor(() => run.message?.attachments.length === 1 && run.message);

    expect(JSON.parse(message.content)).toMatchObject(['a cat', 2, { userId: server.user('bob').id }]);
    expect(message.attachments[0]).toMatchObject({ filename: 'grid.png', description: 'two cats' });
    expect(message.attachments[0]?.bytes.toString()).toBe('a grid');
    const served = await fetch(message.attachments[0]?.url ?? '');
    expect(await served.text()).toBe('a grid');
    expect(message.history.map((version) => Boolean(version.flags & MessageFlags.Loading))).toEqual([true, false]);
    expect(server.latencies).toEqual([run.latencyMs]);
    expect(server.violations).toEqual([]);
  });

  it('tells the bot where it was used and what may be done there', async () => {
    const { server, client, general, alice } = await openWithCommands();
    server.denyBot(general, 'EmbedLinks');
    alice.user.locale = 'de';
    answerWith(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { locale, guildLocale, context, attachmentSizeLimit, authorizingIntegrationOwners: owners } = interaction;
      const mayEmbed = interaction.appPermissions.has('EmbedLinks');
      const userMayEmbed = interaction.memberPermissions?.has('EmbedLinks');
      const facts = { locale, guildLocale, context, attachmentSizeLimit, owners, mayEmbed, userMayEmbed };
      await interaction.reply(JSON.stringify(facts));
    });
    const inGuild = alice.slash('imagine', { prompt: 'a' }, { channel: general });
    const direct = alice.slash('imagine', { prompt: 'a' }, { channel: server.directMessages(alice) });
    await server.waitFor(() => inGuild.message && direct.message);
    expect(JSON.parse(inGuild.message?.content ?? '')).toEqual({
      locale: 'de',
      guildLocale: 'en-US',
      context: 0,
      attachmentSizeLimit: 10 * 1024 * 1024,
      owners: { 0: server.home.id },
      mayEmbed: false,
      userMayEmbed: true,
    });
    expect(JSON.parse(direct.message?.content ?? '')).toMatchObject({ context: 1, owners: { 0: '0' }, mayEmbed: true });
  });

  it('cannot be used in a way that a real client would not let anybody', async () => {
    const { server, client, general, alice } = await openWithCommands();
    const where = { channel: general };
    expect(() => alice.slash('imagin', {}, where)).toThrow('no command imagin');
    expect(() => alice.slash('imagine', {}, where)).toThrow('prompt is required');
    expect(() => alice.slash('imagine', { prompt: 'a', size: 3 }, where)).toThrow('no option size');
    expect(() => alice.slash('imagine', { prompt: 'a'.repeat(21) }, where)).toThrow('0 to 20 characters');
    expect(() => alice.slash('imagine', { prompt: 'a', count: 1.5 }, where)).toThrow('whole number');
    expect(() => alice.slash('imagine', { prompt: 'a', count: 10 }, where)).toThrow('takes 1 to 9');
    expect(() => alice.slash('quota show', {}, where)).toThrow('lacks the permissions');
    server.deny(general, alice, 'UseApplicationCommands');
    expect(() => alice.slash('imagine', { prompt: 'a' }, where)).toThrow('lacks UseApplicationCommands');

    server.grant(server.user('admin'), 'Admins', ['ManageGuild']);
    answerWith(client, async (one) => one.isChatInputCommand() && one.reply(one.options.getSubcommand()));
    const run = server.user('admin').slash('quota show', { all: true }, where);
    await server.waitFor(() => run.message?.content === 'show');
  });
});

describe('the first answer', () => {
  it('comes too late after three seconds of the server', async () => {
    const { server, client, general, alice } = await openWithCommands({ isClockFrozen: true });
    const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
    const route = `/interactions/${run.id}/${run.token}/callback` as const;
    server.clock.advance(2999);
    expect(run.state).toBe('waiting');
    expect(server.unanswered).toEqual([run]);
    server.clock.advance(1);
    expect(run.state).toBe('failed');
    const late = await refusalOf(client.rest.post(route, { body: { type: 5 }, auth: false }));
    expect([late.status, late.code, late.message]).toEqual([404, 10062, 'Unknown interaction']);
    expect(server.violations.map((one) => one.code)).toEqual([10062]);
  });

  it('can be given once, with the right token, and of a fitting type', async () => {
    const { client, general, alice } = await openWithCommands();
    const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
    const call = (token: string, body: object) =>
      client.rest.post(`/interactions/${run.id}/${token}/callback`, { body, auth: false });
    expect((await refusalOf(call('wrong', { type: 5 }))).code).toBe(10062);
    expect((await refusalOf(call(run.token, { type: 6 }))).code).toBe(50035);
    expect((await refusalOf(call(run.token, { type: 4, data: { content: '' } }))).code).toBe(50006);
    await call(run.token, { type: 5 });
    expect((await refusalOf(call(run.token, { type: 5 }))).code).toBe(40060);
  });

  it('must come before its message can be edited', async () => {
    const { client, general, alice } = await openWithCommands();
    const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
    const early = client.rest.patch(`/webhooks/${client.user.id}/${run.token}/messages/@original`, {
      body: { content: 'a' },
    });
    expect((await refusalOf(early)).code).toBe(10015);
  });
});

describe('an interaction token', () => {
  it('dies after fifteen minutes or when told to, while the channel stays open', async () => {
    const { server, client, general, alice } = await openWithCommands();
    answerWith(client, async (interaction) => interaction.isChatInputCommand() && interaction.deferReply());
    const runs = [1, 2].map(() => alice.slash('imagine', { prompt: 'a cat' }, { channel: general }));
    await server.waitFor(() => server.unanswered.length === 0);
    const edit = (index: number) =>
      client.rest.patch(`/webhooks/${client.user.id}/${runs[index]?.token}/messages/@original`, {
        body: { content: 'done' },
      });
    runs[0]?.expireToken();
    const early = await refusalOf(edit(0));
    expect([early.status, early.code]).toEqual([401, 50027]);
    // discord.js forgets its bot token when an authorised request is answered 401, so this one goes without.
    client.rest.setToken(server.token);
    runs[0]?.expireToken('unknown');
    expect(await refusalOf(edit(0))).toMatchObject({ status: 404, code: 10015 });
    await edit(1);
    server.clock.advance(15 * 60_000);
    expect((await refusalOf(edit(1))).code).toBe(50027);
    client.rest.setToken(server.token);
    await client.rest.post(`/channels/${general.id}/messages`, { body: { content: 'here it is' } });
    expect(server.messages(general).at(-1)?.content).toBe('here it is');
  });
});

describe('answers that only one person sees', () => {
  it('are invisible to others, unknown to the channel, and stay so when the deferral was', async () => {
    const { server, client, general, alice } = await openWithCommands();
    const events: string[] = [];
    client.on('messageCreate', (message) => events.push(message.content));
    answerWith(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp({ content: 'first', components: [row(button('more'))] });
      await interaction.followUp({ content: 'second' });
    });
    const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
    const [second] = await server.waitFor(() => run.followUps.length === 1 && run.followUps);
    const first = await server.waitFor(() => run.message);
    const bob = server.user('bob');
    expect([first.content, second?.content]).toEqual(['first', 'second']);
    expect([alice.sees(first), bob.sees(first), second && bob.sees(second)]).toEqual([true, false, true]);
    expect(() => bob.press(first, 'more')).toThrow('does not see');
    expect(() => alice.react(first, '🔁')).toThrow('ephemeral');
    const read = client.rest.get(`/channels/${general.id}/messages/${first.id}`);
    expect((await refusalOf(read)).code).toBe(10008);
    await server.waitFor(() => events.includes('second'));
    expect(events).toEqual(['second']);
  });
});

describe('an app that only the user installed', () => {
  it('acts for that user, posts five follow-ups, and cannot write to the channel itself', async () => {
    const { server, client } = await openWithCommands();
    const elsewhere = server.guild('Elsewhere', { hasBot: false });
    const channel = server.channel('lobby', elsewhere);
    const alice = server.user('alice');
    server.join(alice, elsewhere);
    expect(() => alice.slash('imagine', { prompt: 'a' }, { channel })).toThrow('not installed');
    alice.user.hasApp = true;
    const failures = answerWith(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(JSON.stringify(interaction.authorizingIntegrationOwners));
      for (let count = 1; count <= 6; count++) await interaction.followUp(`number ${count}`);
    });
    const run = alice.slash('imagine', { prompt: 'a' }, { channel });
    await server.waitFor(() => failures.length === 1);
    expect(failures[0]).toMatchObject({ code: 40094, status: 400 });
    expect(run.followUps).toHaveLength(5);
    expect(JSON.parse(run.message?.content ?? '')).toEqual({ 1: alice.id });
    expect(
      (await refusalOf(client.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'a' } }))).code,
    ).toBe(50001);
  });

  it('is seen by others only where the server lets members bring apps', async () => {
    const { server, client } = await openWithCommands();
    const elsewhere = server.guild('Elsewhere', { hasBot: false });
    const channel = server.channel('lobby', elsewhere);
    const alice = server.user('alice');
    alice.user.hasApp = true;
    server.join(alice, elsewhere);
    answerWith(client, async (interaction) => interaction.isChatInputCommand() && interaction.reply('grid'));
    const open = alice.slash('imagine', { prompt: 'a' }, { channel });
    await server.waitFor(() => open.message);
    server.deny(channel, alice, 'UseExternalApps');
    const closed = alice.slash('imagine', { prompt: 'a' }, { channel });
    await server.waitFor(() => closed.message);
    expect([open.message?.visibleTo, closed.message?.visibleTo]).toEqual([null, alice.id]);
  });

  it('works between friends, where the bot is not', async () => {
    const { server, client, alice } = await openWithCommands();
    alice.user.hasApp = true;
    answerWith(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`${interaction.context} ${interaction.guildId}`);
    });
    const channel = server.privateChannel(alice, server.user('bob'));
    const run = alice.slash('imagine', { prompt: 'a' }, { channel });
    await server.waitFor(() => run.message?.content === '2 null');
    expect((await refusalOf(client.rest.get(`/channels/${channel.id}`))).code).toBe(50001);
  });
});

describe('components', () => {
  it('are used as they stand in the message, and update it', async () => {
    const { server, client, general, alice } = await openWithCommands();
    const menu = new StringSelectMenuBuilder()
      .setCustomId('kinds')
      .setMinValues(1)
      .setMaxValues(2)
      .addOptions(['boxes', 'palette', 'text'].map((value) => ({ label: value, value })));
    const menuRow = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
    answerWith(client, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const components = [row(button('again'), button('off').setDisabled(true)), menuRow];
        await interaction.reply({ content: 'grid', components });
      }
      if (interaction.isButton())
        await interaction.update({ content: `${interaction.customId}!`, components: [menuRow] });
      if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.editReply({ content: interaction.values.join('+'), components: [] });
      }
    });
    const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
    const message = await server.waitFor(() => run.message);
    expect(() => alice.press(message, 'gone')).toThrow('no component gone');
    expect(() => alice.press(message, 'off')).toThrow('disabled');
    expect(() => alice.select(message, 'kinds', [])).toThrow('1 to 2 values');
    expect(() => alice.select(message, 'kinds', ['blobs'])).toThrow('no option blobs');
    const press = server.user('bob').press(message, 'again');
    await server.waitFor(() => message.content === 'again!');
    expect(press.message).toBe(message);
    expect(() => alice.press(message, 'again')).toThrow('no component again');
    alice.select(message, 'kinds', ['boxes', 'text']);
    await server.waitFor(() => message.content === 'boxes+text');
    expect(message.history.map((version) => version.content)).toEqual(['grid', 'again!', 'boxes+text']);
    expect(server.messages(general)).toHaveLength(1);
    expect(server.violations).toEqual([]);
  });

  it('open forms, whose fields are checked as the client checks them', async () => {
    const { server, client, general, alice } = await openWithCommands();
    const field = new TextInputBuilder()
      .setCustomId('text')
      .setLabel('Text')
      .setStyle(TextInputStyle.Short)
      .setMaxLength(5)
      .setValue('old');
    const form = new ModalBuilder()
      .setCustomId('edit')
      .setTitle('Edit')
      .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(field));
    answerWith(client, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'grid', components: [row(button('edit'))] });
      if (interaction.isButton()) await interaction.showModal(form);
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update({ content: interaction.fields.getTextInputValue('text') });
      }
    });
    const run = alice.slash('imagine', { prompt: 'a cat' }, { channel: general });
    const message = await server.waitFor(() => run.message);
    const press = alice.press(message, 'edit');
    await server.waitFor(() => press.modal);
    expect(() => server.user('bob').submit(press, {})).toThrow('Only the user');
    expect(() => alice.submit(press, { text: 'too long' })).toThrow('1 to 5 characters');
    expect(() => alice.submit(press, { other: 'a' })).toThrow('no field other');
    alice.submit(press, { text: 'new' });
    await server.waitFor(() => message.content === 'new');
    expect(() => alice.submit(press, {})).toThrow('No form');
  });
});

it('suggests while an option is being typed', async () => {
  const { server, client, general, alice } = await openWithCommands();
  answerWith(client, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name} ${value} ${interaction.options.getString('prompt')}`, value: 'x' }]);
  });
  const where = { channel: general, focused: 'pin' };
  const typing = alice.autocomplete('imagine', { prompt: 'a cat', pin: 'su' }, where);
  await server.waitFor(() => typing.choices);
  expect(typing.choices).toEqual([{ name: 'pin su a cat', value: 'x' }]);
  expect(() => alice.autocomplete('imagine', { prompt: 'a' }, { ...where, focused: 'prompt' })).toThrow(
    'no autocomplete',
  );
});

it('gives a command of a context menu the whole message, or the user', async () => {
  const { server, client, general, alice } = await openWithCommands();
  answerWith(client, async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(`Of: ${interaction.targetMessage.content}`);
    if (interaction.isUserContextMenuCommand()) await interaction.reply(`By: ${interaction.targetUser.username}`);
  });
  const run = alice.messageMenu('Use latents', server.user('bob').say('look at this', { channel: general }));
  await server.waitFor(() => run.message?.content === 'Of: look at this');
  const who = alice.userMenu('Images of', server.user('bob'), { channel: general });
  await server.waitFor(() => who.message?.content === 'By: bob');
});

it('serves 200 interactions of 40 users at once', async () => {
  const { server, client, general } = await openWithCommands({ isClockFrozen: true });
  const failures = answerWith(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply(interaction.options.getString('prompt', true));
  });
  const users = Array.from({ length: 40 }, (_, index) => server.user(`user ${index}`));
  const runs = users.flatMap((user) =>
    [1, 2, 3, 4, 5].map((count) => user.slash('imagine', { prompt: `${count}` }, { channel: general })),
  );
  await server.waitFor(() => failures.length > 0 || runs.every((run) => run.message?.content));
  expect(failures).toEqual([]);
  expect(server.unanswered).toEqual([]);
  expect(server.latencies).toHaveLength(200);
  expect(server.messages(general).map((message) => message.history.length)).toEqual(Array(200).fill(2));
});
