import { InteractionType, MessageFlags, PermissionFlagsBits, InteractionResponseType as Type } from 'discord.js';
import { z } from 'zod';
import { refusal } from '../rest/api-error.js';
import type { UploadedFile } from '../rest/body.js';
import { invalidForm, parseForm } from '../rest/form.js';
import { messageEdit, type NewMessage, newMessage } from '../schemas/message.js';
import { modal } from '../schemas/modal.js';
import { editMessage, postMessage } from '../state/messages.js';
import { channelPermissions } from '../state/permissions.js';
import type { Message } from '../state/types.js';
import type { World } from '../state/world.js';
import type { Interaction } from './interaction.js';

const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });
const autocomplete = z.object({
  choices: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.union([z.string().max(100), z.number()]) }))
    .max(25),
});

/** Which answers each kind of interaction takes (…#interaction-response-object-interaction-callback-type). */
const MESSAGES = [Type.ChannelMessageWithSource, Type.DeferredChannelMessageWithSource];
const UPDATES = [Type.DeferredMessageUpdate, Type.UpdateMessage];

/**
 * Takes the first answer to an interaction and does what it asks.
 *
 * @throws ApiError 10062 when it came too late, 40060 when there was one already, 50035 for what may not be answered
 */
export function answer(
  world: World,
  interaction: Interaction,
  body: unknown,
  files: readonly UploadedFile[],
): Message | null {
  if (interaction.state === 'failed' || interaction.isExpired) throw refusal('unknownInteraction');
  if (interaction.state === 'answered') throw refusal('alreadyAcknowledged');
  const { type, data } = parseForm(callback, body);
  if (!allowed(interaction).includes(type)) {
    const message = 'Value must be one of the callback types that this interaction takes.';
    throw invalidForm([{ path: ['type'], code: 'INTERACTION_RESPONSE_TYPE_INVALID', message }]);
  }
  const message = perform(world, interaction, type, data ?? {}, files);
  interaction.state = 'answered';
  interaction.responseType = type;
  interaction.latencyMs = world.clock.now() - interaction.createdAt;
  interaction.originalId = message?.id ?? interaction.sourceId;
  world.changed();
  return message;
}

/** Posts an answer or follow-up in the interaction's channel, seen by all or by its user. */
export function postAnswer(
  world: World,
  interaction: Interaction,
  body: NewMessage,
  files: readonly UploadedFile[],
  isLoading = false,
): Message {
  const { userId } = interaction;
  const channel = world.channel(interaction.channelId);
  const isEphemeral = Boolean((body.flags ?? 0) & MessageFlags.Ephemeral) || isForcedEphemeral(world, interaction);
  const posting = {
    channel,
    authorId: world.app.botId,
    type: interaction.messageType,
    interactionId: interaction.id,
    visibleTo: isEphemeral ? userId : null,
    isLoading,
  };
  return postMessage(world, posting, body, files);
}

function perform(
  world: World,
  interaction: Interaction,
  type: Type,
  data: unknown,
  files: readonly UploadedFile[],
): Message | null {
  switch (type) {
    case Type.ChannelMessageWithSource: {
      const message = postAnswer(world, interaction, parseForm(newMessage, data), files);
      interaction.isEphemeral = message.visibleTo !== null;
      return message;
    }
    case Type.DeferredChannelMessageWithSource: {
      // Of a deferred answer only its being ephemeral is settled now.
      const flags = (parseForm(newMessage, data).flags ?? 0) & MessageFlags.Ephemeral;
      const message = postAnswer(world, interaction, { flags }, [], true);
      interaction.isEphemeral = message.visibleTo !== null;
      return message;
    }
    case Type.UpdateMessage: {
      const source = world.messages.get(interaction.sourceId ?? '');
      if (!source || source.deletedAt !== null) throw refusal('unknownMessage');
      return editMessage(world, source, parseForm(messageEdit, data), files);
    }
    case Type.ApplicationCommandAutocompleteResult:
      interaction.choices = parseForm(autocomplete, data).choices;
      return null;
    case Type.Modal:
      interaction.modal = parseForm(modal, data);
      return null;
    default:
      return null;
  }
}

function allowed(interaction: Interaction): Type[] {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Type.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...MESSAGES, ...UPDATES, Type.Modal];
    case InteractionType.ModalSubmit:
      return interaction.sourceId === null ? MESSAGES : [...MESSAGES, ...UPDATES];
    default:
      return [...MESSAGES, Type.Modal];
  }
}

/** Where a user may not use apps of their own in public, only they see the answers (developers/topics/permissions). */
function isForcedEphemeral(world: World, interaction: Interaction): boolean {
  if (!interaction.isOutside || interaction.guildId === null) return false;
  const channel = world.channel(interaction.channelId);
  return !(channelPermissions(world, channel, interaction.userId) & PermissionFlagsBits.UseExternalApps);
}
