import type { CoreDeps } from './deps.js';
import { type QuotaDay, quotaDay } from './quota-day.js';
import type { Actor } from './types.js';

/** The running quota day of the actor's space, in the space's time zone. */
export async function dayOf(
  { store, defaults }: Pick<CoreDeps, 'store' | 'defaults'>,
  { platform, spaceId }: Pick<Actor, 'platform' | 'spaceId'>,
  now: Date,
): Promise<QuotaDay & { timeZone: string }> {
  const timeZone = (await store.settings.timeZone(platform, spaceId)) ?? defaults.timeZone;
  return { ...quotaDay(now, timeZone), timeZone };
}
