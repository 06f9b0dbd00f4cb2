import type { Attempt, Cell, Generation, GenerationStore } from '../../core/index.js';

import { presentKinds } from '../../engine/latents/index.js';
import type { Database, Transaction } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { refund } from '../quota/index.js';
import { storable, toJson, toNullableJson } from '../text.js';
import { endWithout, makeDue, UNFINISHED } from './ending.js';
import { toGeneration, WITH_CELLS } from './rows.js';

/** States that a worker has begun. */
const BEGUN = ['planning', 'painting'];

async function writeCells(tx: Transaction, generationId: string, cells: readonly Cell[]): Promise<void> {
  await tx.cell.deleteMany({ where: { generationId } });
  await tx.cell.createMany({
    data: cells.map(({ index, seed, imageKey, resampled, visualTokenizer, lost, draft, prompt, refused = null }) => ({
      generationId,
      index,
      seed: BigInt(seed),
      imageKey,
      refused,
      resampled: toJson(resampled),
      visualTokenizer,
      lost: toJson(lost),
      draft: toNullableJson(draft),
      prompt: prompt === null ? null : storable(prompt),
    })),
  });
  await tx.latent.createMany({
    data: cells.flatMap(({ index, latents, origins }) =>
      presentKinds(latents).map((kind) => ({
        generationId,
        cellIndex: index,
        kind,
        value: toJson(latents[kind]),
        origin: origins[kind] ?? 'sampled',
      })),
    ),
  });
}

/**
 * What an attempt may write to. PostgreSQL reads a row again that it had to wait for: of an attempt that writes at the
 * moment that the next one begins, either all comes before or nothing at all.
 */
function ongoing({ id, attempt }: Attempt): Prisma.GenerationWhereInput {
  return { id, attempt, status: { in: BEGUN } };
}

/** See `GenerationStore.begin`. */
async function begin(tx: Transaction, id: string, now: Date): Promise<Generation | null> {
  const aside = await tx.generation.updateMany({
    where: { id, status: { in: [...UNFINISHED] }, waits: { gt: 0 }, cancelRequestedAt: null },
    data: { status: 'planning', attempt: { increment: 1 } },
  });
  if (aside.count > 0) return read(tx, id);
  const { count } = await tx.generation.updateMany({
    where: { id, status: { in: [...UNFINISHED] }, cancelRequestedAt: null },
    data: {
      status: 'planning',
      attempt: { increment: 1 },
      vendi: null,
      candidates: null,
      isExhausted: false,
      standIn: null,
    },
  });
  if (count === 0) {
    // Its worker died before it could honour the cancel.
    const asked = await tx.generation.count({ where: { id, cancelRequestedAt: { not: null } } });
    if (asked > 0) await endWithout(tx, { id }, { status: 'cancelled' }, now);
    return null;
  }
  await tx.generation.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } });
  await tx.cell.deleteMany({ where: { generationId: id } });
  return read(tx, id);
}

async function read(tx: Transaction, id: string): Promise<Generation> {
  return toGeneration(await tx.generation.findUniqueOrThrow({ where: { id }, include: WITH_CELLS }));
}

/** See `GenerationStore.putAside`. */
async function putAside(tx: Transaction, attempt: Attempt, pictures: ReadonlyMap<number, string>): Promise<boolean> {
  const { count } = await tx.generation.updateMany({
    where: { ...ongoing(attempt), cancelRequestedAt: null },
    data: { status: 'queued', waits: { increment: 1 } },
  });
  if (count === 0) return false;
  for (const [index, imageKey] of pictures) {
    await tx.cell.updateMany({ where: { generationId: attempt.id, index }, data: { imageKey } });
  }
  return true;
}

/** What workers do with generations. */
export function workRepository(
  db: Database,
): Pick<GenerationStore, 'begin' | 'planned' | 'putAside' | 'finish' | 'fail' | 'cancelled'> {
  return {
    begin: (id, now) => db.$transaction((tx) => begin(tx, id, now)),

    planned: (attempt, { cells, vendi, candidates, isExhausted, standIn = null }) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.generation.updateMany({
          where: ongoing(attempt),
          data: { status: 'painting', vendi, candidates, isExhausted, standIn },
        });
        if (count > 0) await writeCells(tx, attempt.id, cells);
        return count > 0;
      }),

    putAside: (attempt, pictures) => db.$transaction((tx) => putAside(tx, attempt, pictures)),

    finish: (attempt, { cells, gridKey, unpainted = 0 }, now) =>
      db.$transaction(async (tx) => {
        const end = { gridKey, finishedAt: now };
        const where = ongoing(attempt);
        const plan = await tx.generation.updateMany({
          where: { ...where, origin: 'plan' },
          data: { ...end, status: 'planned' },
        });
        const grid = await tx.generation.updateMany({ where, data: { ...end, status: 'done' } });
        if (plan.count + grid.count === 0) return false;
        await writeCells(tx, attempt.id, cells);
        if (unpainted > 0) await refund(tx, attempt.id, now, unpainted);
        await makeDue(tx, attempt.id, now);
        return true;
      }),

    fail: ({ id, attempt }, failure, now) =>
      db.$transaction((tx) => endWithout(tx, { id, attempt }, { status: 'failed', failure }, now)),

    cancelled: ({ id, attempt }, now) =>
      db.$transaction((tx) => endWithout(tx, { id, attempt }, { status: 'cancelled' }, now)),
  };
}
