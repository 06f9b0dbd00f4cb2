import type { Person } from '../types.js';

/** Whose requests share a place in the queue: one person of one realm, whatever the space. */
export function userKeyOf({ platform, realm, userId }: Person): string {
  return `${platform}-${realm}-${userId}`;
}
