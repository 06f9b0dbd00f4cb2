import type { Platform } from './types.js';

/** Whose requests share a place in the queue: one person on one platform, whatever the space. */
export function userKeyOf({ platform, userId }: { platform: Platform; userId: string }): string {
  return `${platform}-${userId}`;
}
