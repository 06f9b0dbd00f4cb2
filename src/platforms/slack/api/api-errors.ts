import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { DeliveryError } from '../../../chat/index.js';

/** Slack's own code of a refusal (https://docs.slack.dev/reference/methods, Errors); null for anything else. */
export const refusalCode = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null;

/** Seconds to wait after a 429; null for anything else. */
export const rateLimitSeconds = (error: unknown): number | null =>
  error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : null;

/** The message that was to be edited cannot be any more: post anew. */
const GONE = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
];

/** The thread takes no answers (any more): its first message is gone, or it is locked. The channel may still. */
const THREAD_CLOSED = [
  'thread_not_found',
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
];

/** The channel takes nothing from the bot: go to the person. */
const CLOSED = [
  ...THREAD_CLOSED,
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'team_access_not_granted',
  'no_permission',
  'access_denied',
];

/** The workspace takes no files, whoever sends them, until its admins allow that again. */
const UPLOADS = ['file_uploads_disabled', 'file_upload_size_restricted', 'storage_limit_reached', 'team_not_eligible'];

/** The person is out of reach for good, or the app may not do that. */
const LOST = [
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'missing_scope',
  'not_allowed_token_type',
];

/** Whether the message that was to be edited cannot be any more. */
export const isGone = (error: unknown): boolean => GONE.includes(refusalCode(error) ?? '');
/** Whether the channel takes nothing from the bot. */
export const isClosed = (error: unknown): boolean => CLOSED.includes(refusalCode(error) ?? '');

/** Whether it is the thread that takes nothing. */
export const isThreadClosed = (error: unknown): boolean => THREAD_CLOSED.includes(refusalCode(error) ?? '');

/** Whether the workspace takes no files. */
export const areUploadsRefused = (error: unknown): boolean => UPLOADS.includes(refusalCode(error) ?? '');

const details = z.object({ response_metadata: z.object({ messages: z.array(z.string()) }) });

/** Slack does not (yet) show the file of an image block: it is processed still, or may not be shown there. */
export function isFileRefused(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIPlatformError)) return false;
  const messages = details.safeParse(error.data).data?.response_metadata.messages ?? [];
  return messages.some((message) => message.includes('slack_file') || message.includes('slack file'));
}

/** Milliseconds before another attempt after an outage of Slack or the network. */
const OUTAGE_MS = 5000;

/**
 * Anything thrown by a call, as the delivery loop wants it. A refused token is no end: Slack may have had a bad moment,
 * and a new one comes by an installation anew or a restart; what is to be shown waits for it.
 */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const seconds = rateLimitSeconds(error);
  if (seconds !== null) return new DeliveryError(seconds * 1000, { why: 'rate_limited', platform: 'Slack' }, error);
  const code = refusalCode(error);
  if (code === null) return new DeliveryError(OUTAGE_MS, { why: 'unreachable', platform: 'Slack' }, error);
  const isFinal =
    LOST.includes(code) || CLOSED.includes(code) || (code.startsWith('invalid_') && code !== 'invalid_auth');
  return new DeliveryError(isFinal ? null : OUTAGE_MS, { why: 'refused', platform: 'Slack', refusal: code }, error);
}
