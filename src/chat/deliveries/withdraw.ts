import { type Log, messageOf } from '../../core/basics/index.js';
import type { Delivery, DeliveryStore, Generation } from '../../core/index.js';
import { type ChatPlatform, DeliveryError } from '../platform.js';
import type { RemoveReply } from '../replies/index.js';

/**
 * Removes the message that shows a deleted generation, and keeps on record that it is done or cannot be.
 * @returns whether it is gone
 * @throws DeliveryError when another attempt may do it; it stays due
 */
export async function withdraw(
  deliveries: Pick<DeliveryStore, 'withdrawn' | 'failed'>,
  platform: Pick<ChatPlatform, 'withdraw'>,
  delivery: Delivery,
  isPrivate: Generation['settings']['isPrivate'],
): Promise<boolean> {
  const isGone = await platform.withdraw(delivery, isPrivate);
  if (isGone) await deliveries.withdrawn(delivery.id);
  else
    await deliveries.failed(delivery.id, 'The platform does not let the message of a deleted grid be removed.', null);
  return isGone;
}

/** What it takes to remove the message of a deleted grid. */
export interface WithdrawDeps {
  deliveries: Pick<DeliveryStore, 'find' | 'withdrawn' | 'failed'>;
  display: Pick<ChatPlatform, 'withdraw'>;
  log: Log;
}

/**
 * Removes the message of a generation that somebody deletes now.
 * @returns whether it is gone, or will be: where the platform is unwell, the delivery loop goes on
 */
export async function withdrawDeleted(
  { deliveries, display, log }: WithdrawDeps,
  { generationId, isPrivate }: Pick<RemoveReply, 'generationId' | 'isPrivate'>,
): Promise<boolean> {
  const delivery = await deliveries.find(generationId);
  if (delivery === null) return true;
  try {
    return await withdraw(deliveries, display, delivery, isPrivate);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    // Without the cause, whose address may hold a token.
    log.warn({ generationId, problem: messageOf(error) }, 'the message of a deleted grid is not removed yet');
    return true;
  }
}
