import type { AUDIENCES } from './names/index.js';

/**
 * A chat platform that people talk to the bot on, by its name: that of its folder in `src/platforms`. The core knows
 * none of them.
 */
export type Platform = string;

/** A person as rules, settings and grids know one. */
export interface Person {
  platform: Platform;
  /**
   * Within which ids of people are told apart. Slack's are of a workspace (of an organisation where the app is
   * installed for all of it), so that the same id elsewhere is somebody else; those of Discord and of the terminal are
   * of the whole platform, whose name it is.
   */
  realm: string;
  /** The platform's own user id. */
  userId: string;
}

declare const MADE_HERE: unique symbol;

/**
 * What rules, quotas, saved pins and records are kept under: one space, or one person's own conversations with the bot.
 * Only `scopeOf` (access/scope.ts) makes one, so that nothing is ever kept under a key that many spaces or people
 * share.
 */
export interface Scope {
  readonly platform: Platform;
  readonly key: string;
  readonly [MADE_HERE]: true;
}

/**
 * Where people are when they do something.
 * - `space`: a channel or thread of a space that has the bot
 * - `direct`: a conversation of one person with the bot
 * - `guest`: several people without a space that has the bot: a group, or a server that somebody brought the bot along
 *   to
 */
export type Place = 'space' | 'direct' | 'guest';

/**
 * Who may read what is posted in a conversation: everybody of its space, chosen people of it, one person, or whoever is
 * in a conversation without a space.
 */
export type Audience = (typeof AUDIENCES)[number];

/** A channel of a space, or a thread in it. */
export interface Conversation {
  spaceId: string;
  /** The channel; a thread's is its parent. */
  channelId: string;
  /** The thread, or else the channel. */
  conversationId: string;
}

/** What a person may do in a conversation. */
export interface Rights {
  mayRead: boolean;
  /** Delete and cancel what others asked for there. */
  mayModerate: boolean;
}

/** What a platform knows of the channels of a person; asked only when it matters. What it cannot tell counts as no. */
export interface ChannelAccess {
  /** Whether everybody of the space may read the conversation that the person is in. */
  isOpen(): Promise<boolean>;
  /** What the person may do in another conversation of the same realm. */
  rightsIn(conversation: Conversation): Promise<Rights>;
}

/**
 * Who does something, and where: all that rules, quotas and texts depend on. Built afresh by the adapter for each
 * event.
 */
export interface Actor extends Person {
  /** For people to read, in audits; never used to decide. */
  userName: string;
  place: Place;
  /** Discord guild or Slack workspace; null outside spaces. */
  spaceId: string | null;
  /** The channel that policies and quotas are of; a thread's is its parent. */
  channelId: string;
  /** The thread, or else the channel. */
  conversationId: string;
  channels: ChannelAccess;
  /** Roles (Discord) or user groups (Slack) that the user has in the space. */
  roleIds: readonly string[];
  /**
   * May set quotas and policies of the space: Discord's Manage Server, a Slack admin or owner, the person at the
   * terminal.
   */
  isAdmin: boolean;
  /** May delete and cancel what others asked for in this conversation: Discord's Manage Messages, a Slack admin. */
  isModerator: boolean;
  /** BCP 47 tag of the user's language as the platform tells it. */
  locale: string;
}
