import { KaleidoError } from '../../engine/basics/index.js';

/** Something that work is kept in, or done by, is away: a server, a disk, a network. It may be back any moment. */
const OUTAGES: ReadonlySet<string> = new Set([
  'database_unavailable',
  'blobs_unavailable',
  'queue_unavailable',
  'painter_away',
]);

/** Whether something was away, which says nothing about the work itself. */
export function isOutage(error: unknown): boolean {
  return error instanceof KaleidoError && OUTAGES.has(error.code);
}
