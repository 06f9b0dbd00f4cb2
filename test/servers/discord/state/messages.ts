import { MessageFlags } from 'discord.js';
import { refusal } from '../rest/api-error.js';
import type { UploadedFile } from '../rest/body.js';
import { type FormIssue, invalidForm } from '../rest/form.js';
import { checkComponents, shownFiles } from '../schemas/component-rules.js';
import type { MessageEdit, NewMessage } from '../schemas/message.js';
import { placeAttachments } from './attachments.js';
import { readMentions } from './mentions.js';
import { memberJson, messageJson } from './render.js';
import { tellOfMessage } from './tell.js';
import type { Attachment, Channel, Message, Version } from './types.js';
import type { World } from './world.js';

/** The flags an app may set (developers/interactions/receiving-and-responding#interaction-response-object). */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.IsComponentsV2 |
  MessageFlags.SuppressNotifications;

export interface Posting {
  channel: Channel;
  authorId: string;
  /** Message type; 0 unless it answers something. */
  type?: number;
  interactionId?: string;
  /** Only this person sees it. */
  visibleTo?: string | null;
  /** The "thinking…" message of a deferred answer. */
  isLoading?: boolean;
}

/** Posts a message after all checks that the real service makes. */
export function postMessage(world: World, posting: Posting, body: NewMessage, files: readonly UploadedFile[]): Message {
  const { channel, authorId, visibleTo = null, isLoading = false } = posting;
  const attachments = placeAttachments(world, channel, [], body.attachments, files);
  const flags =
    ((body.flags ?? 0) & SETTABLE & ~MessageFlags.Ephemeral) |
    (visibleTo === null ? 0 : MessageFlags.Ephemeral) |
    (isLoading ? MessageFlags.Loading : 0);
  const version = {
    at: world.clock.now(),
    content: (body.content ?? '').trim(),
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments,
    flags,
  };
  if (!isLoading) checkWhole(version, body.sticker_ids ?? []);
  const { named, notified } = readMentions(world, channel, authorId, version.content, body.allowed_mentions);
  const repliedTo = body.message_reference ? world.messages.get(body.message_reference.message_id) : undefined;
  if (repliedTo && (!body.allowed_mentions || body.allowed_mentions.replied_user))
    notified.users.push(repliedTo.authorId);
  const message: Message = {
    ...version,
    id: world.nextId(),
    channelId: channel.id,
    authorId,
    type: repliedTo ? 19 : (posting.type ?? 0),
    mentions: named,
    notified:
      visibleTo === null
        ? notified
        : { users: notified.users.filter((id) => id === visibleTo), roles: [], everyone: false },
    reactions: new Map(),
    editedAt: null,
    history: [version],
    deletedAt: null,
    visibleTo,
    interactionId: posting.interactionId ?? null,
    repliesTo: repliedTo?.id ?? null,
    nonce: body.nonce === undefined || body.nonce === null ? null : String(body.nonce),
    threadId: null,
    stickerIds: body.sticker_ids ?? [],
  };
  world.messages.set(message.id, message);
  announce(world, 'MESSAGE_CREATE', message);
  return message;
}

/**
 * Changes a message; what the request leaves out stays. The first text of a deferred answer notifies, later edits never
 * do.
 *
 * @throws ApiError as for a new message; also where a Components V2 message would lose that flag
 */
export function editMessage(
  world: World,
  message: Message,
  body: MessageEdit,
  files: readonly UploadedFile[],
): Message {
  const channel = world.channel(message.channelId);
  const wasLoading = Boolean(message.flags & MessageFlags.Loading);
  const changeable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  const kept = message.flags & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds);
  const asked = body.flags === undefined || body.flags === null ? message.flags : body.flags;
  const isV2 = Boolean((kept | asked) & MessageFlags.IsComponentsV2);
  const version: Version = {
    at: world.clock.now(),
    content: body.content === undefined ? message.content : (body.content ?? '').trim(),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components: body.components === undefined ? message.components : (body.components ?? []),
    attachments: placeAttachments(world, channel, message.attachments, body.attachments, files),
    flags: kept | (asked & changeable) | (isV2 ? MessageFlags.IsComponentsV2 : 0),
  };
  checkWhole(version, message.stickerIds);
  const { named, notified } = readMentions(world, channel, message.authorId, version.content, body.allowed_mentions);
  Object.assign(message, version, { mentions: named, notified: wasLoading ? notified : message.notified });
  message.editedAt = wasLoading ? null : version.at;
  message.history.push(version);
  announce(world, 'MESSAGE_UPDATE', message);
  return message;
}

export function deleteMessage(world: World, message: Message): void {
  message.deletedAt = world.clock.now();
  tellOfMessage(world, message, 'MESSAGE_DELETE', { id: message.id, channel_id: message.channelId });
}

function announce(world: World, name: string, message: Message): void {
  const { guildId } = world.channel(message.channelId);
  const member = guildId === null ? undefined : world.guild(guildId).members.get(message.authorId);
  tellOfMessage(world, message, name, {
    ...messageJson(world, message),
    ...(member && { member: memberJson(member) }),
  });
}

/** What holds for the message as a whole, new or edited. */
function checkWhole(version: Version, stickerIds: readonly string[]): void {
  const isV2 = Boolean(version.flags & MessageFlags.IsComponentsV2);
  const issues: FormIssue[] = [];
  if (isV2) {
    for (const key of ['content', 'embeds'] as const) {
      if (version[key].length === 0) continue;
      const message = `The 'MessageFlags.IS_COMPONENTS_V2' flag was used, and field '${key}' cannot be used with it`;
      issues.push({ path: [key], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message });
    }
    const names = new Set(version.attachments.map((one: Attachment) => one.filename));
    for (const name of shownFiles(version.components).filter((shown) => !names.has(shown))) {
      const message = `The file attachment://${name} is not among the attachments`;
      issues.push({ path: ['components'], code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message });
    }
  }
  if (issues.length > 0) throw invalidForm(issues);
  checkComponents(version.components, isV2, []);
  const shows = isV2
    ? version.components.length
    : version.content.length +
      version.embeds.length +
      version.attachments.length +
      version.components.length +
      stickerIds.length;
  if (shows === 0) throw refusal('emptyMessage');
}
