import type { Delivery, MessageRef, Platform, TakenAnswer } from '../core/index.js';
import { KaleidoError } from '../engine/basics/index.js';
import type { Card } from './cards/index.js';

/** What a chat platform does for the common delivery loop; one adapter each. */
export interface ChatPlatform {
  readonly platform: Platform;
  /** Least milliseconds between two progress edits of a message: what the platform bears. */
  readonly progressEveryMs: number;
  /** Connects and begins to take events. */
  start(): Promise<void>;
  /** Takes no new events, and resolves when those being answered are done. */
  stop(): Promise<void>;
  /** Whether it is connected: readiness. */
  isReady(): boolean;
  /**
   * Shows a card at a delivery's address: edits the message it has, or creates it. Idempotent as far as the platform
   * allows: showing the same card twice leaves one message.
   *
   * @param isFinal the card will not change by itself any more: notify the requester, fall back to a new channel
   *   message when the first one cannot be edited; a progress edit that cannot be made is dropped
   * @returns where the message is; null when nothing was shown (a dropped progress edit)
   * @throws DeliveryError
   */
  show(delivery: Delivery, card: Card, isFinal: boolean): Promise<MessageRef | null>;
  /**
   * Removes the message of a delivery whose generation was deleted, with its picture; one that is gone already is no
   * error.
   *
   * @param isPrivate the generation was private
   * @returns false when the platform will never let it be removed
   * @throws DeliveryError when another attempt may do it
   */
  withdraw(delivery: Delivery, isPrivate: boolean): Promise<boolean>;
  /**
   * Answers a request that was acknowledged by a process that is gone, so that only its asker is disturbed. Absent
   * where nothing is acknowledged before it is answered.
   *
   * @param sentenceFor what to say to somebody whose language the platform tells as this BCP 47 tag
   * @throws DeliveryError
   */
  answerOwed?(owed: TakenAnswer, sentenceFor: (locale: string) => Promise<string>): Promise<void>;
}

/** Why a card could not be shown. `refusal` is what the platform answered. */
export interface DeliveryErrors {
  delivery:
    | { why: 'not_shown' | 'closed' }
    | { why: 'refused'; platform: string; refusal: string }
    | { why: 'unreachable' | 'rate_limited'; platform: string }
    | { why: 'not_installed'; teamId: string };
}

/** A card could not be shown. */
export class DeliveryError extends KaleidoError<DeliveryErrors> {
  /** Milliseconds to wait before another attempt; null when no attempt can ever succeed (channel gone, bot removed). */
  readonly retryAfterMs: number | null;

  constructor(retryAfterMs: number | null, problem: DeliveryErrors['delivery'], cause?: unknown) {
    super('delivery', problem, cause);
    this.retryAfterMs = retryAfterMs;
  }
}
