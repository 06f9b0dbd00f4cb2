import type { MessageComponent } from '../schemas/components.js';
import type { Embed } from '../schemas/embed.js';

export interface User {
  id: string;
  name: string;
  isBot: boolean;
  locale: string;
  /** Direct messages of the bot are refused (50007). */
  hasDmsClosed: boolean;
  /** Has the app installed to the account. */
  hasApp: boolean;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  isMentionable: boolean;
}

export interface Member {
  userId: string;
  roleIds: Set<string>;
  joinedAt: string;
}

export interface CustomEmoji {
  id: string;
  name: string;
  isAnimated: boolean;
  roleIds: string[];
  creatorId: string;
  /** The picture as uploaded. */
  image: Buffer;
}

export interface Sticker {
  id: string;
  name: string;
  description: string;
  tags: string;
  /** 1 PNG, 2 APNG, 3 Lottie, 4 GIF. */
  format: number;
  creatorId: string;
  file: Buffer;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  /** The bot is a member. */
  hasBot: boolean;
  /** Bytes a file may have here; servers with boosts allow more than 10 MiB. */
  attachmentSizeLimit: number;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  emojis: Map<string, CustomEmoji>;
  stickers: Map<string, Sticker>;
}

export interface Overwrite {
  /** A role's or a user's id. */
  id: string;
  kind: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

export interface Channel {
  id: string;
  kind: 'text' | 'public-thread' | 'private-thread' | 'dm' | 'group-dm';
  /** Null for direct messages. */
  guildId: string | null;
  name: string;
  /** Threads only. */
  parentId: string | null;
  ownerId: string | null;
  overwrites: Overwrite[];
  /** Of direct messages and of threads. */
  memberIds: Set<string>;
  isArchived: boolean;
  isLocked: boolean;
  isNsfw: boolean;
}

export interface Attachment {
  id: string;
  filename: string;
  description: string | null;
  contentType: string;
  url: string;
  /** The file as it arrived. */
  bytes: Buffer;
}

/** Whom a message notified when it was posted: what pings. Edits notify nobody. */
export interface Notified {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** What a message showed from `at` on. */
export interface Version {
  /** Milliseconds of the server's clock. */
  at: number;
  content: string;
  embeds: Embed[];
  components: MessageComponent[];
  attachments: Attachment[];
  flags: number;
}

export interface Message extends Version {
  id: string;
  channelId: string;
  authorId: string;
  /** 0 default, 19 reply, 20 slash command, 23 context menu. */
  type: number;
  notified: Notified;
  /** Ids named in the text, notified or not. */
  mentions: Notified;
  /** By emoji key (`🔁`, or `name:id`), ids of users in order. */
  reactions: Map<string, Set<string>>;
  editedAt: number | null;
  /** All versions, the first and the present one included. */
  history: Version[];
  deletedAt: number | null;
  /** The only person who sees an ephemeral message; null when everyone does. */
  visibleTo: string | null;
  /** The interaction that it answers. */
  interactionId: string | null;
  repliesTo: string | null;
  nonce: string | null;
  /** The thread started from it. */
  threadId: string | null;
  stickerIds: string[];
}
