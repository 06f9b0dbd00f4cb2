import { InteractionResponseType, MessageFlags } from 'discord.js';
import { answer, postAnswer } from '../interactions/answer.js';
import { FOLLOW_UPS_OUTSIDE, type Interaction, idOfToken } from '../interactions/interaction.js';
import { refusal } from '../rest/api-error.js';
import { parseForm } from '../rest/form.js';
import { NO_CONTENT, ok, parameter, type Reply, type Request, type Route } from '../rest/router.js';
import { messageEdit, newMessage } from '../schemas/message.js';
import { openForWriting } from '../state/channels.js';
import { deleteMessage, editMessage } from '../state/messages.js';
import { messageJson } from '../state/render.js';
import type { Message } from '../state/types.js';

/** Webhooks take five requests in two seconds each, as clients have seen. */
const WEBHOOK = { limit: 5, windowMs: 2000 };

/** developers/interactions/receiving-and-responding#endpoints */
export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', isOpen: true, handle: callback },
  { method: 'POST', path: '/webhooks/:app/:token', isOpen: true, limit: WEBHOOK, handle: followUp },
  { method: 'GET', path: '/webhooks/:app/:token/messages/:message', isOpen: true, limit: WEBHOOK, handle: read },
  { method: 'PATCH', path: '/webhooks/:app/:token/messages/:message', isOpen: true, limit: WEBHOOK, handle: edit },
  { method: 'DELETE', path: '/webhooks/:app/:token/messages/:message', isOpen: true, limit: WEBHOOK, handle: remove },
];

function callback(request: Request): Reply {
  const { world } = request;
  const interaction = world.interactions.get(parameter(request, 'interaction'));
  if (!interaction || interaction.token !== parameter(request, 'token')) throw refusal('unknownInteraction');
  const message = answer(world, interaction, request.json, request.files);
  if (request.query.get('with_response') !== 'true') return NO_CONTENT;
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: Boolean(message.flags & MessageFlags.Loading),
        response_message_ephemeral: message.visibleTo !== null,
      }),
    },
    ...(interaction.responseType !== null && {
      resource: { type: interaction.responseType, ...(message && { message: messageJson(world, message) }) },
    }),
  });
}

function followUp(request: Request): Reply {
  const { world } = request;
  const interaction = byToken(request);
  // Its token has no rights of a moderator's.
  openForWriting(world, world.channel(interaction.channelId), false);
  if (interaction.isThinking && interaction.message?.deletedAt === null) {
    // The first follow-up becomes the deferred answer; whether it is ephemeral is settled already
    // (…#create-followup-message).
    const message = editMessage(world, interaction.message, parseForm(messageEdit, request.json), request.files);
    return ok(messageJson(world, message));
  }
  if (interaction.isOutside && interaction.followUpIds.length >= FOLLOW_UPS_OUTSIDE) {
    throw refusal('tooManyFollowUps');
  }
  const message = postAnswer(world, interaction, parseForm(newMessage, request.json), request.files);
  interaction.followUpIds.push(message.id);
  return ok(messageJson(world, message));
}

function read(request: Request): Reply {
  return ok(messageJson(request.world, addressed(request, byToken(request))));
}

function edit(request: Request): Reply {
  const message = addressed(request, byToken(request));
  if (request.world.channel(message.channelId).isArchived) throw refusal('archivedThread');
  const body = parseForm(messageEdit, request.json);
  return ok(messageJson(request.world, editMessage(request.world, message, body, request.files)));
}

function remove(request: Request): Reply {
  const message = addressed(request, byToken(request));
  if (request.world.channel(message.channelId).isArchived) throw refusal('archivedThread');
  deleteMessage(request.world, message);
  return NO_CONTENT;
}

function byToken(request: Request): Interaction {
  const token = parameter(request, 'token');
  const interaction = request.world.interactions.get(idOfToken(token));
  if (interaction?.token !== token || parameter(request, 'app') !== request.world.app.id || interaction.isForgotten) {
    throw refusal('unknownWebhook');
  }
  if (interaction.isExpired) throw refusal('invalidWebhookToken');
  const hasMessages = interaction.responseType !== InteractionResponseType.ApplicationCommandAutocompleteResult;
  if (interaction.state !== 'answered' || !hasMessages) throw refusal('unknownWebhook');
  return interaction;
}

/** A message of this interaction: its answer, what its component sits on, or a follow-up. */
function addressed(request: Request, interaction: Interaction): Message {
  const name = parameter(request, 'message');
  const own = [interaction.originalId, interaction.sourceId, ...interaction.followUpIds];
  const id = name === '@original' ? interaction.originalId : name;
  const message = id !== null && own.includes(id) ? request.world.messages.get(id) : undefined;
  if (!message || message.deletedAt !== null) throw refusal('unknownMessage');
  return message;
}
