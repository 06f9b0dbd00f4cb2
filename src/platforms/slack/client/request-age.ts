import type { IncomingHttpHeaders } from 'node:http';

/** How far a request's timestamp may be from now, in seconds, either way. */
const TOLERANCE_SECONDS = 300;

/**
 * Whether a request was signed just now. Bolt checks the signature and refuses requests older than five minutes, but takes a
 * timestamp of the future, whose request could be replayed until long after.
 *
 * @param now milliseconds since the epoch
 */
export function isSignedNow(headers: IncomingHttpHeaders, now: number): boolean {
  const text = headers['x-slack-request-timestamp'];
  if (typeof text !== 'string' || !/^\d{1,12}$/.test(text)) return false;
  return Math.abs(now / 1000 - Number(text)) <= TOLERANCE_SECONDS;
}
