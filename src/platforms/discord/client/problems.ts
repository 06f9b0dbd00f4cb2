import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { DeliveryError } from '../../../chat/index.js';
import { messageOf } from '../../../core/basics/index.js';

/** What a refusal of Discord means for a message that was to be shown. */
export type ProblemKind =
  /** The interaction's token is dead: there are other ways to the user. */
  | 'token'
  /** The message was deleted. */
  | 'message'
  /** The bot may not read or write there, or the channel is gone. */
  | 'place'
  /** The thread is archived: open it first, where the bot may. */
  | 'archived'
  /** The request itself is refused: sending it again cannot help. */
  | 'request'
  /** Discord or the network is unwell; later it may work. */
  | 'passing';

// Codes: docs/topics/opcodes-and-status-codes.mdx#json-json-error-codes.
const TOKEN_CODES: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);
const PLACE_CODES: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
]);

const ARCHIVED_CODES: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

/** Milliseconds until another attempt where Discord told none. */
const RETRY_AFTER_MS = 5_000;

/** @param isWebhook the request was authorised by an interaction's token, so that 401 and 404 mean that one */
export function problemOf(error: unknown, isWebhook: boolean): ProblemKind {
  if (!(error instanceof DiscordAPIError)) return 'passing';
  if (error.code === RESTJSONErrorCodes.UnknownMessage) return 'message';
  if (ARCHIVED_CODES.has(error.code)) return 'archived';
  if (TOKEN_CODES.has(error.code)) return 'token';
  if (PLACE_CODES.has(error.code)) return 'place';
  if (isWebhook && (error.status === 401 || error.status === 404)) return 'token';
  // 401 for the bot's own token is an outage of ours that a new token mends; the grid waits for it.
  if (error.status === 401 || error.status === 429 || error.status >= 500) return 'passing';
  if (error.status === 403 || error.status === 404) return 'place';
  return 'request';
}

/** Turns what Discord answered into what the delivery loop needs to know. */
export function deliveryError(error: unknown, isWebhook: boolean): DeliveryError {
  const kind = problemOf(error, isWebhook);
  return new DeliveryError(
    kind === 'passing' || kind === 'token' ? retryAfterMs(error) : null,
    { why: 'refused', platform: 'Discord', refusal: describe(error) },
    error,
  );
}

/** Whether Discord refused with this code. */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** What went wrong in one line, without the URL: it may hold a token. */
export function describe(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.status} ${error.code} ${error.message}`;
  if (error instanceof HTTPError) return `${error.status} ${error.message}`;
  return messageOf(error);
}

/** Milliseconds that Discord asks to wait, and never less than `least`. */
export function retryAfterMs(error: unknown, least = RETRY_AFTER_MS): number {
  return error instanceof RateLimitError ? Math.max(error.retryAfter, least) : least;
}
