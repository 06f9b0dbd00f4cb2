import { z } from 'zod';
import { KaleidoError } from '../../../engine/basics/index.js';

const refusalSchema = z.object({ data: z.object({ error: z.string() }) });
/** https://docs.slack.dev/reference/methods/auth.test#errors */
const REFUSALS = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

/**
 * Rethrows a refusal of a token as one that says what to do.
 * @throws KaleidoError `bad_option`, or the error itself when it is about something else
 */
export function explainToken(error: unknown): never {
  const { data: code } = refusalSchema.safeParse(error);
  if (code === undefined || !REFUSALS.includes(code.data.error)) throw error;
  throw new KaleidoError('bad_option', `Slack refuses the token in SLACK_BOT_TOKEN (${code.data.error}).`, {
    hint: 'Copy the bot token (xoxb-…) again from the OAuth page of your app at https://api.slack.com/apps, or install the app anew.',
    data: { option: 'SLACK_BOT_TOKEN' },
    cause: error,
  });
}
