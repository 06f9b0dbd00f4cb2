import { CoreError } from '../basics/index.js';
import type { Actor } from '../types.js';

/**
 * What belongs to a whole space (rules, quotas, records, pins for all) is for its admins, and only from within it:
 * elsewhere nothing tells which space is meant, and a person's own direct messages have no admins, for limits of the
 * host hold there.
 *
 * @throws CoreError `no_space_here` outside spaces, `not_allowed` for anybody else
 */
export function requireAdmin(actor: Pick<Actor, 'place' | 'spaceId' | 'isAdmin'>, action: string): void {
  if (actor.place !== 'space' || actor.spaceId === null) throw new CoreError('no_space_here', { action });
  if (!actor.isAdmin) throw new CoreError('not_allowed', { action });
}
