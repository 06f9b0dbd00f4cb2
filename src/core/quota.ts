import type { Actor, QuotaPolicy, QuotaSubject, QuotaUsage } from './types.js';

/** What a request would cost, and everything that bears on whether it may be paid. */
export interface QuotaQuestion {
  actor: Pick<Actor, 'userId' | 'roleIds' | 'channelId'>;
  /** Images that the request would paint. */
  images: number;
  /** Policies of the actor's space. */
  policies: readonly QuotaPolicy[];
  /** Of the user in this space. */
  user: QuotaUsage;
  /** Of everybody in the channel and in the space; `granted` is 0 there. */
  channel: QuotaUsage;
  space: QuotaUsage;
}

export type QuotaDecision =
  | { isAllowed: true }
  | {
      isAllowed: false;
      /** Whose limit it is. */
      subject: QuotaSubject;
      limit: 'imagesPerDay' | 'inFlight';
      /** The limit, grants included. */
      allowed: number;
      used: number;
    };
