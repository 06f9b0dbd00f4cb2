import type { Log } from '../core/basics/index.js';
import type { BlobStore, Generation } from '../core/index.js';
import { allAttemptKeys } from '../core/work/index.js';

/**
 * Removes what nobody needs of an attempt that is over and of all before it, whose workers may have died with half a
 * grid stored. Theirs cannot be shown: the generation had not ended when this attempt began, nor could they end it
 * since. What cannot be removed is only logged, and left to the next attempt if there is one.
 *
 * @param isShown the grid and cells of this attempt are, or may be, the generation's
 * @param isAside the cells of this attempt, and of those before it, are needed when its work goes on
 */
export async function removeLeftovers(
  blobs: Pick<BlobStore, 'delete'>,
  generation: Generation,
  { isShown, isAside, previews }: { isShown: boolean; isAside: boolean; previews: readonly string[] },
  log: Log,
): Promise<void> {
  const { id, attempt, settings } = generation;
  const keysOf = (number: number) => allAttemptKeys({ id, attempt: number }, settings.count);
  const earlier = Array.from({ length: attempt - 1 }, (_, k) => keysOf(k + 1)).flat();
  const keys = isAside ? previews : [...earlier, ...(isShown ? previews : keysOf(attempt))];
  if (keys.length === 0) return;
  await blobs
    .delete(keys)
    .catch((err: unknown) => log.warn({ err, generationId: id, attempt }, 'leftovers of work were not removed'));
}
