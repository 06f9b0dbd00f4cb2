import { z } from 'zod';
import type { Address, Delivery, Generation, MessageRef, Progress, QueuePosition } from '../../core/index.js';
import type { Card } from '../cards/index.js';
import type { DeliverySettings } from './delivery-options.js';

/** What an edit before the end shows besides the generation itself. */
export type Update = { type: 'progress'; progress: Progress } | { type: 'position'; position: QueuePosition };

/** What came of it. `foreign`: of another platform; `over`: ended, gone, or no longer waiting. */
export type UpdateOutcome = 'shown' | 'dropped' | 'foreign' | 'over';

/** The controller writes the requester's language into the address. */
const addressed = z.object({ locale: z.string() });

type Deps = Pick<DeliverySettings, 'store' | 'cards' | 'platform' | 'metrics'>;

/** The card of a generation in the language of its requester. */
export async function deliveredCard(
  { store, cards }: Pick<Deps, 'store' | 'cards'>,
  generation: Generation,
  address: Address,
  update?: Update,
): Promise<Card> {
  const { data } = addressed.safeParse(address);
  const pins = await store.generations.pins(generation.id);
  const input = { generation, pins, locale: data?.locale ?? 'en' };
  switch (update?.type) {
    case 'progress':
      return cards.build({ ...input, progress: update.progress });
    case 'position':
      return cards.build({ ...input, position: update.position });
    case undefined:
      return cards.build(input);
  }
}

/**
 * Edits the message of a generation that has not ended. To be called under the generation's lock: nothing else shows it
 * then, so an edit that finds it unfinished never lands on top of the final card.
 *
 * @throws DeliveryError
 */
export async function showUpdate(deps: Deps, generationId: string, update: Update): Promise<UpdateOutcome> {
  const { store, platform, metrics } = deps;
  const generation = await store.generations.find(generationId);
  if (generation === null) return 'over';
  if (generation.platform !== platform.platform) return 'foreign';
  const isWaiting = generation.status === 'queued';
  const isRunning = generation.status === 'planning' || generation.status === 'painting';
  if (update.type === 'position' ? !isWaiting : !isRunning && !isWaiting) return 'over';
  // Told by a worker that was taken for dead, while another one is at it.
  if (update.type === 'progress' && update.progress.attempt !== generation.attempt) return 'dropped';
  const delivery = await store.deliveries.find(generationId);
  if (delivery === null) return 'over';
  const card = await deliveredCard(deps, generation, delivery.address, update);
  const message = await platform.show(delivery, card, false);
  if (message === null) return 'dropped';
  if (!isSameMessage(delivery, message)) await store.deliveries.shown(delivery.id, message);
  metrics.updated?.();
  return 'shown';
}

function isSameMessage({ message }: Delivery, other: MessageRef): boolean {
  return message?.channelId === other.channelId && message.messageId === other.messageId;
}
