import { ApplicationCommandType, ApplicationCommandOptionType as Option } from 'discord.js';
import { z } from 'zod';
import { complain } from '../rest/form.js';
import { LOCALES } from './basics.js';

/** developers/interactions/application-commands#application-command-object-application-command-naming */
const slashName = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), {
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
    message: 'Command name is invalid',
  });
const description = z.string().min(1).max(100);
const localised = <Value extends z.ZodType>(value: Value) => z.partialRecord(z.enum(LOCALES), value).nullish();

const choice = z.object({
  name: z.string().min(1).max(100),
  name_localizations: localised(z.string().min(1).max(100)),
  value: z.union([z.string().min(1).max(100), z.number()]),
});

const optionBase = z.object({
  type: z.number().int().min(Option.Subcommand).max(Option.Attachment),
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
  required: z.boolean().nullish(),
  choices: z.array(choice).max(25).nullish(),
  channel_types: z.array(z.number().int()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().int().min(0).max(6000).nullish(),
  max_length: z.number().int().min(1).max(6000).nullish(),
  autocomplete: z.boolean().nullish(),
});

export type CommandOption = z.output<typeof optionBase> & { options?: CommandOption[] | null | undefined };

const option: z.ZodType<CommandOption> = optionBase
  .extend({ options: z.lazy(() => options.nullish()) })
  .superRefine((one, context) => {
    const holdsOptions = one.type === Option.Subcommand || one.type === Option.SubcommandGroup;
    if (one.options?.length && !holdsOptions)
      complain(context, ['options'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only subcommands hold options');
    if (one.choices?.length && one.autocomplete) {
      complain(
        context,
        ['autocomplete'],
        'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
        'Choices and autocomplete exclude each other',
      );
    }
    const takesChoices = [Option.String, Option.Integer, Option.Number].includes(one.type);
    if ((one.choices?.length || one.autocomplete) && !takesChoices) {
      complain(
        context,
        ['choices'],
        'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
        'This type takes neither choices nor autocomplete',
      );
    }
    for (const [index, { value }] of (one.choices ?? []).entries()) {
      const fits = one.type === Option.String ? typeof value === 'string' : typeof value === 'number';
      if (!fits) complain(context, ['choices', index, 'value'], 'BASE_TYPE_INVALID', 'The value does not fit the type');
    }
    for (const nested of one.options ?? []) {
      const fits =
        one.type === Option.SubcommandGroup ? nested.type === Option.Subcommand : nested.type > Option.SubcommandGroup;
      if (!fits)
        complain(
          context,
          ['options'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command option type is invalid',
        );
    }
  });

/** At most 25, names unique, required before optional, subcommands or values but not both. */
const options = z
  .array(option)
  .max(25)
  .superRefine((list, context) => {
    const names = new Set<string>();
    let seenOptional = false;
    const subcommands = list.filter((one) => one.type <= Option.SubcommandGroup).length;
    if (subcommands > 0 && subcommands < list.length) {
      complain(
        context,
        [],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Subcommands and values cannot stand side by side',
      );
    }
    for (const [index, one] of list.entries()) {
      if (names.has(one.name))
        complain(
          context,
          [index, 'name'],
          'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
          'Option names must be unique',
        );
      names.add(one.name);
      if (one.type <= Option.SubcommandGroup) continue;
      if (one.required && seenOptional) {
        complain(
          context,
          [index],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        );
      }
      seenOptional ||= !one.required;
    }
  });

const shared = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  integration_types: z.array(z.number().int().min(0).max(1)).nullish(),
  contexts: z.array(z.number().int().min(0).max(2)).nullish(),
};
const menuName = z.string().min(1).max(32);

const slash = z.object({
  type: z.literal(ApplicationCommandType.ChatInput).default(ApplicationCommandType.ChatInput),
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
  options: options.nullish(),
  ...shared,
});
const menu = z.object({
  type: z.union([z.literal(ApplicationCommandType.User), z.literal(ApplicationCommandType.Message)]),
  name: menuName,
  name_localizations: localised(menuName),
  description: z.literal('').optional(),
  ...shared,
});

/** developers/interactions/application-commands#application-command-object */
export const newCommand = z
  .preprocess(
    (body) => (typeof body === 'object' && body !== null && !('type' in body) ? { ...body, type: 1 } : body),
    z.discriminatedUnion('type', [slash, menu]),
  )
  .superRefine((command, context) => {
    if (sizeOf(command) > 8000) {
      complain(context, [], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
    }
  });

export type NewCommand = z.output<typeof newCommand>;

/** A registered command. */
export type ApplicationCommand = NewCommand & { id: string; version: string };

export function optionsOf(command: NewCommand): CommandOption[] {
  return (command.type === ApplicationCommandType.ChatInput && command.options) || [];
}

/** Characters of names, descriptions and values together, of each text its longest translation. */
function sizeOf(command: NewCommand): number {
  return (
    longest(command.name, command.name_localizations) +
    (command.description?.length ?? 0) +
    sizeOfOptions(optionsOf(command))
  );
}

function sizeOfOptions(list: readonly CommandOption[]): number {
  return list.reduce((sum, one) => {
    const choices = (one.choices ?? []).reduce((all, each) => all + each.name.length + String(each.value).length, 0);
    const own = longest(one.name, one.name_localizations) + longest(one.description, one.description_localizations);
    return sum + own + choices + sizeOfOptions(one.options ?? []);
  }, 0);
}

function longest(text: string, translations: Partial<Record<string, string>> | null | undefined): number {
  return Math.max(text.length, ...Object.values(translations ?? {}).map((each) => each?.length ?? 0));
}
