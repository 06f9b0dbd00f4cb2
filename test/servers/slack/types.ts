import type { Mischief } from '../hosted-file.js';
/** A JSON object of an API call, an event or a view. */
export type Json = Record<string, unknown>;

export interface SlackUser {
  id: string;
  name: string;
  teamId: string;
  isAdmin: boolean;
  isOwner: boolean;
  isBot: boolean;
  locale: string;
}

export interface SlackChannel {
  id: string;
  name: string;
  teamId: string;
  /** `mpim`: a group's direct messages. */
  kind: 'public' | 'private' | 'im' | 'mpim';
  members: Set<string>;
  isArchived: boolean;
}

export interface SlackReaction {
  name: string;
  users: string[];
}

export interface SlackMessage {
  ts: string;
  channelId: string;
  /** `ts` of the thread's first message; absent outside threads. */
  threadTs?: string;
  userId: string;
  botId?: string;
  text: string;
  blocks: Json[];
  fileIds: string[];
  metadata?: Json;
  reactions: SlackReaction[];
  editedAt?: number;
  /** How often the app changed it. */
  edits: number;
  /** Users whom posting it notified by mention. */
  notified: string[];
}

/** A message that one user sees until they reload. */
export interface EphemeralMessage {
  channelId: string;
  userId: string;
  threadTs?: string;
  text: string;
  blocks: Json[];
}

export interface SlackFile {
  id: string;
  teamId: string;
  name: string;
  title: string;
  altText: string;
  ownerId: string;
  declaredLength: number;
  bytes: Buffer | null;
  isCompleted: boolean;
  /** Server time from which it has been processed: its type is known and blocks may show it. */
  readyAt: number;
  /** Channels and messages that it was shared in. */
  shares: { channelId: string; ts: string }[];
  isDeleted: boolean;
  /** What is answered in its place. */
  mischief?: Mischief;
}

export interface SlackView {
  id: string;
  teamId: string;
  userId: string;
  hash: string;
  type: 'modal' | 'home';
  view: Json;
}

/** An Enterprise organisation, which may have the app in all of its workspaces by one token. */
export interface SlackOrganisation {
  id: string;
  name: string;
  /** Null unless the app is installed for the whole of it. */
  token: string | null;
}

export interface SlackTeam {
  id: string;
  /** Null for a workspace on its own. */
  organisation: SlackOrganisation | null;
  name: string;
  botUserId: string;
  botId: string;
  /** Null until the app is installed. */
  token: string | null;
  scopes: Set<string>;
  /** Admins have switched uploads off: refused for good. */
  areUploadsDisabled: boolean;
  /** What token rotation gave beside the token; null where the app does not rotate. */
  rotation: { refreshToken: string; expiresAt: number } | null;
}

/** What Slack answers to a token that was good once (https://docs.slack.dev/reference/methods/auth.test#errors). */
export type EndOfToken = 'account_inactive' | 'token_expired' | 'token_revoked';

/** Something that the real service refuses or punishes; a test that ends with any has failed. */
export interface Violation {
  /** Method or delivery in which it happened. */
  where: string;
  what: string;
}

export interface ApiCall {
  method: string;
  args: Json;
  at: number;
  /** `ok`, or the error that was answered. */
  outcome: string;
}

/** How the app answered one delivery. */
export interface Acknowledgement {
  kind: string;
  latencyMs: number;
  retryNum: number;
  isAccepted: boolean;
}
