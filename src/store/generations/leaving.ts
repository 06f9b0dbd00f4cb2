import type { GenerationStore } from '../../core/index.js';
import type { Database, Transaction } from '../database.js';
import { refund } from '../quota/index.js';
import { letGo } from '../references.js';
import { jsonObjectSchema } from '../schemas.js';
import { toJson } from '../text.js';
import { endWithout, makeWithdrawable, UNFINISHED } from './ending.js';

/** What people end: cancelling and deleting. */
export function leavingRepository(db: Database): Pick<GenerationStore, 'cancel' | 'delete'> {
  return {
    cancel: (id, now) => db.$transaction((tx) => cancel(tx, id, now)),
    delete: (id, now) => db.$transaction((tx) => emptyGeneration(tx, id, now)),
  };
}

async function cancel(tx: Transaction, id: string, now: Date): ReturnType<GenerationStore['cancel']> {
  const { count } = await tx.generation.updateMany({
    where: { id, status: 'queued' },
    data: { cancelRequestedAt: now },
  });
  if (count > 0) {
    await endWithout(tx, { id }, { status: 'cancelled' }, now);
    return 'cancelled';
  }
  const running = await tx.generation.updateMany({
    where: { id, status: { in: [...UNFINISHED] } },
    data: { cancelRequestedAt: now },
  });
  return running.count > 0 ? 'stopping' : 'ended';
}

/**
 * Empties a generation. Returns the keys of its files that are let go of.
 * @param isWithdrawn what shows it is to be taken away; else it stays where it is
 */
export async function emptyGeneration(
  tx: Transaction,
  id: string,
  now: Date,
  { isWithdrawn } = { isWithdrawn: true },
): Promise<string[]> {
  const row = await tx.generation.findUnique({ where: { id }, include: { cells: true } });
  if (row === null) return [];
  const settings = jsonObjectSchema.parse(row.settings);
  const unfinished = await tx.generation.updateMany({
    where: { id, status: { in: [...UNFINISHED] } },
    data: { status: 'deleted', cancelRequestedAt: now, finishedAt: now },
  });
  if (unfinished.count > 0) await refund(tx, id, now);
  await tx.cell.deleteMany({ where: { generationId: id } });
  await tx.pin.deleteMany({ where: { generationId: id } });
  await tx.vote.deleteMany({ where: { generationId: id } });
  // The ledger stays: what was painted was paid for.
  await tx.generation.update({
    where: { id },
    data: {
      status: 'deleted',
      prompt: '',
      settings: toJson({ ...settings, without: undefined, own: undefined }),
      ownKeys: [],
      tasks: toJson([]),
      blocklist: [],
      gridKey: null,
      vendi: null,
    },
  });
  await tx.delivery.updateMany({ where: { generationId: id }, data: { isDue: false } });
  if (isWithdrawn) await makeWithdrawable(tx, id, now);
  const cells = row.cells.flatMap(({ imageKey }) => imageKey ?? []);
  const others = [row.gridKey, ...row.ownKeys].filter((key) => key !== null);
  return letGo(tx, [...cells, ...others], settings.isMoving === true ? cells : []);
}
