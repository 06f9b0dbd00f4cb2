import type { ServerClock } from './server-clock.js';

/** Calls a minute by tier (https://docs.slack.dev/apis/web-api/rate-limits). */
const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;

/**
 * Each method's tier, from its page under https://docs.slack.dev/reference/methods. Methods with limits of their own
 * lack here.
 */
const METHOD_TIERS: Readonly<Record<string, keyof typeof TIERS>> = {
  'apps.connections.open': 1,
  'chat.delete': 3,
  'chat.postEphemeral': 4,
  'chat.update': 3,
  'conversations.history': 3,
  'conversations.info': 3,
  'conversations.open': 3,
  'conversations.replies': 3,
  'files.completeUploadExternal': 4,
  'files.delete': 3,
  'files.getUploadURLExternal': 4,
  'files.info': 4,
  'oauth.v2.access': 4,
  'reactions.add': 3,
  'reactions.get': 3,
  'reactions.remove': 2,
  'usergroups.list': 2,
  'usergroups.users.list': 2,
  'users.conversations': 3,
  'users.info': 4,
  'views.open': 4,
  'views.publish': 4,
  'views.update': 4,
};

/** What apps outside the Marketplace may do once a minute, with so many messages an answer. */
const SLOW_READS = ['conversations.history', 'conversations.replies'];
export const SLOW_READ_MESSAGES = 15;

/** `chat.postMessage`: one a second and channel, with short bursts. */
const POST_BURST = 5;
/** apps.connections.open is of tier 1, yet an app that opens its sockets at start is not refused. */
const OPEN_BURST = 12;

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets, one for each method and workspace, and for each channel that is posted to. */
export class RateLimits {
  readonly #clock: ServerClock;
  readonly #buckets = new Map<string, Bucket>();
  /** Makes all limits stricter (below 1) or laxer. */
  factor = 1;

  readonly #readsSlowly: boolean;

  /** @param readsSlowly whether conversations may be read once a minute only */
  constructor(clock: ServerClock, readsSlowly: boolean) {
    this.#clock = clock;
    this.#readsSlowly = readsSlowly;
  }

  /** @returns seconds to wait, for `Retry-After`; 0 when the call may go through */
  take(method: string, teamId: string, channelId: string | undefined): number {
    if (method === 'chat.postMessage') return this.#takeFrom(`${method} ${teamId} ${channelId ?? ''}`, POST_BURST, 1);
    if (this.#readsSlowly && SLOW_READS.includes(method)) return this.#takeFrom(`${method} ${teamId}`, 1, 1 / 60);
    const tier = METHOD_TIERS[method];
    if (tier === undefined) return 0;
    const perMinute = TIERS[tier];
    const burst = method === 'apps.connections.open' ? OPEN_BURST : perMinute;
    return this.#takeFrom(`${method} ${teamId}`, burst, perMinute / 60);
  }

  #takeFrom(key: string, burst: number, perSecond: number): number {
    const now = this.#clock.now();
    const capacity = Math.max(1, burst * this.factor);
    const rate = perSecond * this.factor;
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, at: now };
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / rate));
    bucket.tokens -= 1;
    return 0;
  }
}
