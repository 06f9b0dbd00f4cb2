import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
  RawFile,
} from 'discord.js';
import type { CardPicture } from '../../../chat/cards/index.js';
import { clip, plainLine } from '../../../chat/text/index.js';

/**
 * Discord's limits (docs/resources/message.mdx, docs/components/reference.mdx), in characters unless said otherwise.
 */
export const LIMITS = {
  content: 2_000,
  embedDescription: 4_096,
  embedFooter: 2_048,
  /** All texts of a message's embeds together. */
  embedTotal: 6_000,
  altText: 1_024,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  options: 25,
  optionLabel: 100,
  placeholder: 150,
  modalTitle: 45,
  fieldLabel: 45,
  fieldPlaceholder: 100,
  fieldValue: 4_000,
  modalFields: 5,
  choices: 25,
  choiceName: 100,
  /** Bytes of a file where the interaction told no limit. */
  fileBytes: 10 * 1_024 * 1_024,
} as const;

/** What is sent to Discord, for any of the ways to post or edit a message. */
export interface DiscordMessage {
  body: MessageBody;
  files: RawFile[];
}

/** The part of a message that posting, editing, replying and following up have in common. */
export interface MessageBody {
  content: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  /** Files of this request by index; those of the message that are not listed are taken off it. */
  attachments: { id: number; filename: string; description: string }[];
  allowed_mentions: APIAllowedMentions;
}

/** Nobody is notified, whatever the texts say. */
export const NO_MENTIONS: APIAllowedMentions = { parse: [] };

/** Only this user may be notified, by a `<@id>` that we wrote. */
export function onlyUser(userId: string): APIAllowedMentions {
  return { parse: [], users: [userId] };
}

/** Attachments of pictures, with alt text; a name that starts with SPOILER_ hides one until it is clicked. */
export function attach(
  pictures: readonly CardPicture[],
  isSpoiler: boolean,
): Pick<MessageBody, 'attachments'> & Pick<DiscordMessage, 'files'> {
  const named = pictures.map((picture) => ({ ...picture, name: `${isSpoiler ? 'SPOILER_' : ''}${picture.name}` }));
  return {
    attachments: named.map(({ name, altText }, id) => ({
      id,
      filename: name,
      description: clip(plainLine(altText), LIMITS.altText),
    })),
    files: named.map(({ name, file }) => ({ name, data: file })),
  };
}
