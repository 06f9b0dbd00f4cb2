import { z } from 'zod';
import type { Translate } from '../../../chat/i18n/index.js';
import { DeliveryError } from '../../../chat/index.js';
import { errorMessage } from '../../../chat/replies/index.js';
import { idempotencyKeyOf } from '../../../core/basics/index.js';
import type { OwedAnswer, TakenAnswer } from '../../../core/index.js';
import { deliveryError, problemOf } from '../client/index.js';
import { LIMITS, renderReply } from '../render/index.js';
import { type Acknowledged, type Exchange, type InteractionRef, TOKEN_USABLE_MS } from './address.js';
import type { DiscordApi } from './api.js';

/** What answers an interaction that another process has acknowledged. */
const schema = z.object({
  applicationId: z.string(),
  token: z.string(),
  /** Of the requester, BCP 47. */
  locale: z.string(),
  /** How it was acknowledged. */
  kind: z.enum(['reply', 'update']),
});

/** What keeps the same interaction from being done twice, among those of Discord. */
export function keyOf({ id }: InteractionRef): string {
  return `discord:${id}`;
}

/** The answer that is owed to an interaction which is being acknowledged. */
export function owedByInteraction({ actor, ref }: Exchange, kind: Acknowledged['kind']): OwedAnswer {
  const { platform, realm, userId, locale } = actor;
  const address: z.infer<typeof schema> = { applicationId: ref.applicationId, token: ref.token, locale, kind };
  return { key: idempotencyKeyOf(actor, keyOf(ref)), platform, realm, userId, address, lifeMs: TOKEN_USABLE_MS };
}

/** As `ChatPlatform.answerOwed`: in place of "thinking…", or as a message that only the requester sees. */
export async function answerOwed(
  { api, translate }: { api: DiscordApi; translate: (locale: string) => Translate },
  owed: TakenAnswer,
  sentenceFor: (locale: string) => Promise<string>,
): Promise<void> {
  const { kind, locale, ...webhook } = schema.parse(owed.address);
  const message = renderReply(errorMessage(await sentenceFor(locale)), translate(locale), LIMITS.fileBytes);
  try {
    if (kind === 'reply') await api.editResponse(webhook, '@original', message);
    else await api.followUp(webhook, message, true);
  } catch (error) {
    // A token that is refused was never acknowledged, or is over: Discord itself has told the requester.
    if (problemOf(error, true) === 'passing') throw deliveryError(error, true);
    throw new DeliveryError(null, { why: 'not_shown' }, error);
  }
}
