import type { Failure, GenerationStatus } from '../../core/index.js';
import { ownCellKeys } from '../../core/work/index.js';
import type { Transaction } from '../database.js';
import { refund } from '../quota/index.js';
import { letGo } from '../references.js';
import { toJson } from '../text.js';

/** States that a worker may still move on from. */
export const UNFINISHED: readonly GenerationStatus[] = ['queued', 'planning', 'painting'];

/** The result is now to be delivered. */
export async function makeDue(tx: Transaction, generationId: string, now: Date): Promise<void> {
  await tx.delivery.updateMany({ where: { generationId }, data: { isDue: true, nextAttemptAt: now } });
}

/** The message that shows a deleted generation is now to be taken away, if there is one. */
export async function makeWithdrawable(tx: Transaction, generationId: string, now: Date): Promise<void> {
  await tx.delivery.updateMany({
    where: { generationId, messageId: { not: null }, generation: { status: 'deleted' } },
    data: { isDue: true, nextAttemptAt: now, attempts: 0, deliveredAt: null, abandonedAt: null },
  });
}

/** Lets go of pictures that were painted before its painter went away; those that it was to keep are others'. */
async function dropPictures(tx: Transaction, generationId: string): Promise<void> {
  const where = { generationId, imageKey: { startsWith: ownCellKeys(generationId) } };
  const cells = await tx.cell.findMany({ where, select: { imageKey: true } });
  if (cells.length === 0) return;
  await tx.cell.updateMany({ where, data: { imageKey: null } });
  await letGo(
    tx,
    cells.flatMap(({ imageKey }) => imageKey ?? []),
  );
}

/**
 * Ends an unfinished generation without a result: refunds it and makes its delivery due.
 * @param which with an attempt, only while that is the newest
 * @returns false when it had ended already, or was begun again
 */
export async function endWithout(
  tx: Transaction,
  which: { id: string; attempt?: number },
  end: { status: 'failed'; failure: Failure } | { status: 'cancelled' },
  now: Date,
): Promise<boolean> {
  const failure = end.status === 'failed' ? { failure: toJson(end.failure) } : {};
  const { count } = await tx.generation.updateMany({
    where: { ...which, status: { in: [...UNFINISHED] } },
    data: { status: end.status, finishedAt: now, ...failure },
  });
  if (count === 0) return false;
  await dropPictures(tx, which.id);
  await refund(tx, which.id, now);
  await makeDue(tx, which.id, now);
  return true;
}
