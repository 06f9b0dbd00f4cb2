import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../../src/chat/i18n/translate.js';
import { commandsJson } from '../../../../../src/platforms/discord/register/command-json.js';
import { isSameCommand } from '../../../../../src/platforms/discord/register/same-command.js';
import { newCommand } from '../../../../servers/discord/schemas/command.js';
import { commands } from '../../../commands/support/commands.js';

const all = commandsJson(commands, createTranslator);
const find = (name: string) => all.find((one) => one.name === name)!;

describe('commandsJson', () => {
  it.each(all.map((one) => [one.name, one] as const))('makes of %s what Discord takes', (_name, one) => {
    expect(newCommand.safeParse(one).error).toBeUndefined();
  });

  it('tells every text in German too', () => {
    expect(find('imagine')).toMatchObject({
      description_localizations: { de: createTranslator('de')('command.imagine') },
    });
  });

  it('offers people their commands in servers and wherever they bring the bot along', () => {
    expect(find('imagine')).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(find('imagine')).not.toHaveProperty('default_member_permissions');
  });

  it('shows commands for admins to those who manage a server, there only', () => {
    const forAdmins = commands.filter(({ isForAdmins }) => isForAdmins);
    expect(forAdmins.length).toBeGreaterThan(0);
    for (const { name } of forAdmins) {
      expect(find(name)).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
    }
  });

  it('has the menu entry for messages', () => {
    expect(find('Use latents of this image')).toMatchObject({ type: 3 });
  });
});

describe('isSameCommand', () => {
  const imagine = find('imagine');
  /** As Discord tells a command: with an id, nulls for what is absent, no false flags. */
  const told = (one: object) => ({
    ...JSON.parse(JSON.stringify(one, (key, value) => (value === false && key !== 'nsfw' ? undefined : value))),
    id: '1',
    application_id: '2',
    version: '3',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
  });

  it('overlooks what Discord adds or leaves out', () => {
    expect(isSameCommand(imagine, told(imagine), false)).toBe(true);
  });

  it.each([
    ['a description', { description: 'Another' }],
    ['a localisation', { description_localizations: { de: 'Anders' } }],
    ['a place', { contexts: [0] }],
    ['options', { options: [] }],
  ])('sees another %s', (_what, change) => {
    expect(isSameCommand(imagine, { ...told(imagine), ...change }, false)).toBe(false);
  });

  it('sees a changed limit of an option', () => {
    const other = JSON.parse(JSON.stringify(told(imagine)).replace('"max_value":100', '"max_value":50'));
    expect(isSameCommand(imagine, other, false)).toBe(false);
  });

  it('overlooks the places of a command of one server: it has none', () => {
    expect(isSameCommand(imagine, { ...told(imagine), contexts: null, integration_types: undefined }, true)).toBe(true);
  });
});
