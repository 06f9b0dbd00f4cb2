import { scopeOf } from '../access/index.js';
import type { CoreDeps } from '../deps.js';
import { type QuotaDay, quotaDay } from './day.js';

/** The running quota day of the actor's scope, in its time zone. */
export async function dayOf(
  { store, defaults }: Pick<CoreDeps, 'store' | 'defaults'>,
  actor: Parameters<typeof scopeOf>[0],
  now: Date,
): Promise<QuotaDay & { timeZone: string }> {
  const timeZone = (await store.settings.timeZone(scopeOf(actor))) ?? defaults.timeZone;
  return { ...quotaDay(now, timeZone), timeZone };
}
