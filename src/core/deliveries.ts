import type { Platform } from './people.js';

/** Where a platform shall show a generation; opaque to core and store, a JSON object that the adapter wrote. */
export type Address = Readonly<Record<string, unknown>>;

/** A message that shows a generation. */
export interface MessageRef {
  /** Channel, or DM, that the message is in. */
  channelId: string;
  /** Discord message id, Slack `ts`. */
  messageId: string;
}

/** The outbox row of a generation: where it is to be shown, and whether that has happened. */
export interface Delivery {
  id: string;
  generationId: string;
  platform: Platform;
  address: Address;
  /** The message once there is one; edits go there. */
  message: MessageRef | null;
  attempts: number;
}

/** What a worker tells while it works. */
export interface Progress {
  generationId: string;
  /** `Generation.attempt` of the work that tells it; 0 when it could not even be begun. */
  attempt: number;
  /** `waiting`: what it is kept in is away, `painter_away`: the engine that paints it; they are tried again. */
  phase: 'planning' | 'painting' | 'waiting' | 'painter_away';
  /** Steps done and in all, of the phase. */
  step: number;
  steps: number;
  /** Key of a small preview (PNG) in the blob store, null while there is none. */
  previewKey: string | null;
}
