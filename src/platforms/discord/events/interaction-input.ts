import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { ArgumentValues } from '../../../chat/commands/index.js';
import { type Exchange, tokenExpiry } from '../deliver/index.js';
import { LIMITS } from '../render/index.js';
import { actorOfInteraction } from './actor.js';

/**
 * Who asks for what, where and how it can be answered.
 * @param now when it came
 * @param onAcknowledged as the exchange has it
 */
export function exchangeOf(
  interaction: Exclude<Interaction, AutocompleteInteraction>,
  now: Date,
  onAcknowledged: () => void,
): Exchange {
  const actor = actorOfInteraction(interaction);
  const { applicationId, id, token, guildId } = interaction;
  const channelId = interaction.channelId ?? actor.channelId;
  const message = interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  return {
    ref: { id, token, applicationId },
    actor,
    guildId,
    address: {
      userId: actor.userId,
      channelId,
      guildId,
      locale: actor.locale,
      isPrivate: false,
      requestedAt: now.getTime(),
      fileLimit: interaction.attachmentSizeLimit ?? LIMITS.fileBytes,
      interaction: { applicationId, token, expiresAt: tokenExpiry(now.getTime()), answer: 'original' },
      replyTo: message?.id ?? null,
    },
    acknowledged: { kind: 'none' },
    debt: null,
    onAcknowledged,
    source: message === null ? null : { channelId, messageId: message.id },
    permissions: {
      bot: interaction.appPermissions.bitfield,
      user: interaction.memberPermissions?.bitfield ?? 0n,
    },
  };
}

/** `imagine`, or with the subcommand: `quota set`. */
export function pathOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}

/** Values as the user gave them, by option; users, roles and channels by their ids, files by their URLs. */
export function valuesOf({ options }: ChatInputCommandInteraction): ArgumentValues {
  return Object.fromEntries(
    leaves(options.data).map(({ attachment, name, value }) => [name, attachment?.url ?? value]),
  );
}

function leaves(options: readonly CommandInteractionOption[]): CommandInteractionOption[] {
  return options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? leaves(option.options ?? [])
      : [option],
  );
}

/** Submitted texts of a form, by the ids of its fields. */
export function fieldsOf({ fields }: ModalSubmitInteraction): Record<string, string> {
  return Object.fromEntries(
    [...fields.fields.values()].flatMap((field) =>
      'value' in field && typeof field.value === 'string' ? [[field.customId, field.value]] : [],
    ),
  );
}
