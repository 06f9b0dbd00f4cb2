import { createHash } from 'node:crypto';
import type { RateLimit, Route } from './router.js';

/** Where a route names none. Discord publishes no numbers, only the headers to obey (developers/topics/rate-limits). */
const DEFAULT_LIMIT: RateLimit = { limit: 30, windowMs: 10_000 };

export interface Verdict {
  headers: Record<string, string>;
  /** Seconds to wait; null when the request may pass. */
  retryAfter: number | null;
  isGlobal: boolean;
}

/**
 * Counts requests in windows of real time, as clients wait in real time: one bucket a route and top-level resource, and
 * one for everything (50 a second) that interaction endpoints are outside of.
 */
export class RateLimiter {
  readonly #windows = new Map<string, { endsAt: number; used: number }>();

  constructor(readonly globalPerSecond: number) {}

  check(route: Route, params: Record<string, string>, token: string): Verdict {
    if (!route.isOpen) {
      const global = this.#take(`global ${token}`, { limit: this.globalPerSecond, windowMs: 1000 });
      if (!global.passes) {
        const retryAfter = global.resetMs / 1000;
        const headers = {
          'X-RateLimit-Global': 'true',
          'X-RateLimit-Scope': 'global',
          'Retry-After': String(retryAfter),
        };
        return { headers, retryAfter, isGlobal: true };
      }
    }
    // The answer to an interaction may be given once, at any rate.
    if (route.path.endsWith('/callback')) return { headers: {}, retryAfter: null, isGlobal: false };
    const limit = route.limit ?? DEFAULT_LIMIT;
    const bucket = createHash('md5')
      .update(`${route.method} ${bucketPath(route)}`)
      .digest('hex');
    const major = [params.channel, params.guild, params.app, params.token].filter(Boolean).join('/');
    const { passes, remaining, resetMs } = this.#take(`${bucket} ${major}`, limit);
    const headers: Record<string, string> = {
      'X-RateLimit-Limit': String(limit.limit),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': ((Date.now() + resetMs) / 1000).toFixed(3),
      'X-RateLimit-Reset-After': (resetMs / 1000).toFixed(3),
      'X-RateLimit-Bucket': bucket,
    };
    if (passes) return { headers, retryAfter: null, isGlobal: false };
    const retryAfter = resetMs / 1000;
    return {
      headers: { ...headers, 'X-RateLimit-Scope': 'user', 'Retry-After': String(retryAfter) },
      retryAfter,
      isGlobal: false,
    };
  }

  #take(key: string, { limit, windowMs }: RateLimit): { passes: boolean; remaining: number; resetMs: number } {
    const now = performance.now();
    let window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + windowMs, used: 0 };
      this.#windows.set(key, window);
    }
    const resetMs = Math.ceil(window.endsAt - now);
    if (window.used >= limit) return { passes: false, remaining: 0, resetMs };
    window.used++;
    return { passes: true, remaining: limit - window.used, resetMs };
  }
}

/** Adding and removing reactions share a bucket. */
function bucketPath(route: Route): string {
  return route.path.replace(/\/reactions\/.*/, '/reactions/*');
}
