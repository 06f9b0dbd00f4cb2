import { z } from 'zod';
import { KaleidoError } from '../../../engine/basics/index.js';

/** What Slack refuses, for the host to mend. @param refusal Slack's own code */
export interface SlackErrors {
  bad_setting: { why: 'slack_token'; option: string; refusal: string };
  not_installed: { teamId: string };
}

/** A setting that Slack refuses. */
class SlackError extends KaleidoError<Pick<SlackErrors, 'bad_setting'>> {}

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
  throw new SlackError(
    'bad_setting',
    { why: 'slack_token', option: 'SLACK_BOT_TOKEN', refusal: code.data.error },
    error,
  );
}
