import { DateTime, IANAZone } from 'luxon';
import { scopeOf } from '../access/index.js';
import type { CoreDeps } from '../deps.js';

/** The day that a quota is counted over. */
export interface QuotaDay {
  /** Its first moment: usage counts from here. */
  since: Date;
  /** First moment of the next day. */
  resetsAt: Date;
}

/**
 * The calendar day of a time zone that `now` lies in; 23 or 25 hours long when clocks change, and beginning at one
 * o'clock where they skip midnight.
 *
 * @param zone IANA name, such as `Europe/Berlin`
 */
export function quotaDay(now: Date, zone: string): QuotaDay {
  const start = DateTime.fromJSDate(now, { zone }).startOf('day');
  return { since: start.toJSDate(), resetsAt: start.plus({ days: 1 }).startOf('day').toJSDate() };
}

/** The running quota day of the actor's scope, in its time zone. */
export async function dayOf(
  { store, defaults }: Pick<CoreDeps, 'store' | 'defaults'>,
  actor: Parameters<typeof scopeOf>[0],
  now: Date,
): Promise<QuotaDay & { timeZone: string }> {
  const timeZone = (await store.settings.timeZone(scopeOf(actor))) ?? defaults.timeZone;
  return { ...quotaDay(now, timeZone), timeZone };
}

const NAMES = new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]));

/** A time zone by its IANA name in any case; undefined when there is no such zone. */
export function findTimeZone(text: string): string | undefined {
  const name = text.trim();
  return NAMES.get(name.toLowerCase()) ?? (IANAZone.isValidZone(name) ? name : undefined);
}
