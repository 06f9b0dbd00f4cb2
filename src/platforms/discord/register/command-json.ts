import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import {
  type CommandSpec,
  commandKey,
  type Executable,
  messageMenus,
  type OptionSpec,
  optionKey,
  shownOptions,
} from '../../../chat/commands/index.js';

import type { MessageKey } from '../../../chat/i18n/en/index.js';
import { LANGUAGES, type Translate } from '../../../chat/i18n/index.js';

/** A command as Discord registers it (https://docs.discord.com/developers/interactions/application-commands). */
export type CommandJson =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

type TranslateTo = (locale: string) => Translate;

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
/** Who rules a server does so there. */
const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

const BASE = 'en';

/**
 * What is registered with Discord (docs/interactions/application-commands.mdx): the commands and the menu of messages.
 */
export function commandsJson(commands: readonly CommandSpec[], translateTo: TranslateTo): CommandJson[] {
  const texts = textsOf(translateTo);
  const menus: MessageKey[] = ['discord.use_latents.menu', ...messageMenus(commands).map(({ key }) => key)];
  return [
    ...commands.map((command) => commandJson(command, texts)),
    ...menus.map((key) => {
      const { text, others } = texts(key);
      return { type: ApplicationCommandType.Message, name: text, name_localizations: others, ...EVERYWHERE } as const;
    }),
  ];
}

type Texts = (key: MessageKey) => { text: string; others: LocalizationMap };

function commandJson({ name, isForAdmins, execute, subcommands = {} }: CommandSpec, texts: Texts): CommandJson {
  const description = texts(commandKey(name));
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: description.text,
    description_localizations: description.others,
    options:
      execute === undefined
        ? Object.entries(subcommands).map(([subcommand, one]) => subcommandJson(name, subcommand, one, texts))
        : optionsJson(execute, name, texts),
    ...(isForAdmins === true ? IN_SERVERS : EVERYWHERE),
  };
}

function subcommandJson(
  command: string,
  name: string,
  executable: Executable,
  texts: Texts,
): APIApplicationCommandOption {
  const path = `${command} ${name}`;
  const { text, others } = texts(commandKey(path));
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: text,
    description_localizations: others,
    options: optionsJson(executable, path, texts),
  };
}

function optionsJson(executable: Executable, path: string, texts: Texts): APIApplicationCommandBasicOption[] {
  // Discord wants required options first.
  const shown = shownOptions(executable);
  const required = shown.filter((option) => option.isRequired === true);
  const others = shown.filter((option) => option.isRequired !== true);
  return [...required, ...others].map((option) => optionJson(option, texts(optionKey(path, option.name))));
}

function optionJson(option: OptionSpec, { text, others }: ReturnType<Texts>): APIApplicationCommandBasicOption {
  const base = {
    name: option.name,
    description: text,
    description_localizations: others,
    required: option.isRequired ?? false,
  };
  const autocomplete = option.suggest !== undefined;
  switch (option.type) {
    case 'text':
      return { ...base, type: ApplicationCommandOptionType.String, max_length: option.maxLength, autocomplete };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map((choice) => ({ name: choice, value: choice })),
      };
    case 'integer':
    case 'number':
      return {
        ...base,
        type: option.type === 'integer' ? ApplicationCommandOptionType.Integer : ApplicationCommandOptionType.Number,
        min_value: option.min,
        max_value: option.max,
        autocomplete,
      };
    case 'picture':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case 'flag':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'user':
      return { ...base, type: ApplicationCommandOptionType.User };
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'channel':
      return { ...base, type: ApplicationCommandOptionType.Channel };
  }
}

/** English, and the other languages that Discord has too. */
function textsOf(translateTo: TranslateTo): Texts {
  const locales = Object.values(Locale).filter((locale) => {
    const { language } = new Intl.Locale(locale);
    return language !== BASE && LANGUAGES.includes(language);
  });
  return (key) => ({
    text: translateTo(BASE)(key),
    others: Object.fromEntries(locales.map((locale) => [locale, translateTo(locale)(key)])),
  });
}
