import type { Delivery, DeliveryStore, Generation } from '../../core/index.js';

import type { ChatPlatform } from '../platform.js';

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
