import { ApplicationCommandType, ApplicationCommandOptionType as Option } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connect, open, refusalOf } from './discord-bot.js';

const SLASH = { name: 'imagine', description: 'Paints' };
const option = (more: object = {}) => ({ type: Option.String, name: 'prompt', description: 'What', ...more });
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index));

async function openWithRoute() {
  const server = await open();
  const client = await connect(server);
  const route = `/applications/${client.user.id}/commands` as const;
  return { server, client, route };
}

describe('commands', () => {
  it('are told otherwise than they were sent: defaults added, empty and false left out', async () => {
    const { client, route } = await openWithRoute();
    const choices = [{ name: 'One', value: '1', name_localizations: { de: 'Eins' } }];
    const sent = option({ required: false, autocomplete: false, choices, description_localizations: { de: 'Was' } });
    await client.rest.post(route, { body: { ...SLASH, options: [sent] } });
    const plain = { type: Option.String, name: 'prompt', description: 'What', choices: [{ name: 'One', value: '1' }] };
    const added = { nsfw: false, default_member_permissions: null, contexts: null, integration_types: [0, 1] };
    expect(await client.rest.get(route)).toMatchObject([{ ...SLASH, ...added, options: [plain] }]);
    const [full] = z
      .array(z.object({ options: z.array(z.record(z.string(), z.unknown())) }))
      .parse(await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }));
    const translated = { name_localizations: null, description_localizations: { de: 'Was' } };
    expect(full?.options).toEqual([{ ...plain, ...translated, choices }]);
  });

  it('are registered globally and in a server, read back with translations, changed and removed', async () => {
    const { server, client, route } = await openWithRoute();
    const [command] = (
      await client.application.commands.set([
        { ...SLASH, descriptionLocalizations: { de: 'Malt' }, contexts: [0, 1], integrationTypes: [0, 1] },
      ])
    ).values();
    const read = await client.application.commands.fetch({ withLocalizations: true });
    expect(command && read.first()?.equals(command)).toBe(true);
    expect(read.first()?.descriptionLocalizations).toEqual({ de: 'Malt' });
    expect(await client.rest.get(route)).not.toMatchObject([{ description_localizations: { de: 'Malt' } }]);
    const changed = await command?.edit({ description: 'Paints well' });
    expect([changed?.id, changed?.description]).toEqual([command?.id, 'Paints well']);
    await client.application.commands.create({ name: 'local', description: 'Here' }, server.home.id);
    expect((await client.application.commands.fetch({ guildId: server.home.id })).map((one) => one.name)).toEqual([
      'local',
    ]);
    await command?.delete();
    expect(await client.rest.get(route)).toEqual([]);
    expect(server.violations).toEqual([]);
  });

  it('are created 200 times a day in each scope, and a known name costs nothing', async () => {
    const { server, client, route } = await openWithRoute();
    const set = (prefix: string) => many(100, (index) => ({ ...SLASH, name: `${prefix}${index}` }));
    await client.rest.put(route, { body: set('a') });
    await client.rest.put(route, { body: set('a') });
    await client.rest.post(route, { body: { ...SLASH, name: 'a0', description: 'again' } });
    expect(server.commandCreations()).toBe(100);
    expect((await refusalOf(client.rest.post(route, { body: { ...SLASH, name: 'one-more' } }))).code).toBe(30032);
    await client.rest.put(route, { body: set('b') });
    expect((await refusalOf(client.rest.put(route, { body: set('c') }))).code).toBe(30034);
    expect(server.commandCreations()).toBe(200);
    await client.rest.post(`/applications/${client.user.id}/guilds/${server.home.id}/commands`, { body: SLASH });
    expect(server.commandCreations(server.home)).toBe(1);
  });

  it.each([
    ['a name of capitals', { ...SLASH, name: 'Imagine' }, 'name[APPLICATION_COMMAND_INVALID_NAME]'],
    ['a name with a space', { ...SLASH, name: 'imagine it' }, 'name[STRING_TYPE_REGEX]'],
    ['a name of 33', { ...SLASH, name: 'a'.repeat(33) }, 'name[BASE_TYPE_MAX_LENGTH]'],
    ['no description', { name: 'imagine' }, 'description[BASE_TYPE_REQUIRED]'],
    ['a description of 101', { ...SLASH, description: 'a'.repeat(101) }, 'description[BASE_TYPE_MAX_LENGTH]'],
    [
      'a menu with a description',
      { type: ApplicationCommandType.Message, name: 'Use', description: 'a' },
      'description[BASE_TYPE_CHOICES]',
    ],
    ['an unknown language', { ...SLASH, name_localizations: { xx: 'a' } }, 'name_localizations'],
    [
      'a bad translated name',
      { ...SLASH, name_localizations: { de: 'Mal es' } },
      'name_localizations.de[STRING_TYPE_REGEX]',
    ],
    [
      '26 options',
      { ...SLASH, options: many(26, (index) => option({ name: `o${index}` })) },
      'options[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      '26 choices',
      { ...SLASH, options: [option({ choices: many(26, (index) => ({ name: 'a', value: `${index}` })) })] },
      'options[0].choices[BASE_TYPE_MAX_LENGTH]',
    ],
    [
      'choices of the wrong type',
      { ...SLASH, options: [option({ choices: [{ name: 'a', value: 1 }] })] },
      'options[0].choices[0].value[BASE_TYPE_INVALID]',
    ],
    [
      'choices and autocomplete',
      { ...SLASH, options: [option({ choices: [{ name: 'a', value: 'a' }], autocomplete: true })] },
      'options[0].autocomplete',
    ],
    [
      'two options alike',
      { ...SLASH, options: [option(), option()] },
      'options[1].name[APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED]',
    ],
    [
      'required after optional',
      { ...SLASH, options: [option(), option({ name: 'b', required: true })] },
      'options[1][APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID]',
    ],
    [
      'subcommands beside values',
      { ...SLASH, options: [option(), { type: Option.Subcommand, name: 'show', description: 'a' }] },
      'options[APPLICATION_COMMAND_OPTIONS_TYPE_INVALID]',
    ],
    [
      'options in a text option',
      { ...SLASH, options: [option({ options: [option()] })] },
      'options[0].options[APPLICATION_COMMAND_OPTIONS_TYPE_INVALID]',
    ],
    [
      '8,001 characters',
      {
        ...SLASH,
        options: many(25, (a) =>
          option({ name: `o${a}`, choices: many(4, () => ({ name: 'n', value: 'v'.repeat(90) })) }),
        ),
      },
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('are refused with %s', async (_, body, wanted) => {
    const { server, client, route } = await openWithRoute();
    const error = await refusalOf(client.rest.post(route, { body }));
    expect([error.status, error.code]).toEqual([400, 50035]);
    expect(error.message).toContain(wanted);
    expect(server.commandCreations()).toBe(0);
  });
});
