import type { QueuePosition } from '../core/ports.js';
import type { Generation, Pin, Progress } from '../core/types.js';
import type { Card } from './card.js';

/** Makes cards of generations, in the requester's language. */
export interface CardBuilder {
  build(input: CardInput): Promise<Card>;
}

export interface CardInput {
  generation: Generation;
  pins: readonly Pin[];
  /** While it waits. */
  position?: QueuePosition;
  /** While it runs. */
  progress?: Progress;
  notices?: readonly string[];
  locale: string;
}
