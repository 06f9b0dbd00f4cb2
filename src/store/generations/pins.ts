import { z } from 'zod';
import type { GenerationStore, Pin } from '../../core/index.js';

import type { Database, Transaction } from '../database.js';
import { latentKindSchema } from '../schemas.js';

/** How "no cell" and "no kind" stand in the table, whose key has no nulls. */
const NO_CELL = -1;
const NO_KIND = '';

const kindSchema = z.union([z.literal(NO_KIND).transform(() => null), latentKindSchema]);

/** The key columns of a pin. */
function pinKey({ cell, kind }: Pin): { cell: number; kind: string } {
  return { cell: cell ?? NO_CELL, kind: kind ?? NO_KIND };
}

/** The columns that say what a pin is of. */
export function pinRow(pin: Pin): { cell: number; kind: string; isLocal: boolean } {
  return { ...pinKey(pin), isLocal: pin.isLocal ?? false };
}

async function readPins(db: Database | Transaction, generationId: string): Promise<Pin[]> {
  const rows = await db.pin.findMany({ where: { generationId }, orderBy: [{ cell: 'asc' }, { kind: 'asc' }] });
  return rows.flatMap(({ cell, kind, isLocal }) => {
    const known = kindSchema.safeParse(kind);
    if (!known.success) return [];
    const pin = { cell: cell === NO_CELL ? null : cell, kind: known.data };
    return [isLocal ? { ...pin, isLocal } : pin];
  });
}

/** The pins and votes of generations. */
export function pinRepository(db: Database): Pick<GenerationStore, 'pins' | 'pin' | 'unpin' | 'vote' | 'votesOf'> {
  return {
    pins: (id) => readPins(db, id),

    pin: (generationId, pin, { userId }) =>
      db.$transaction(async (tx) => {
        if (pin.kind !== null) {
          const rivals = pin.isLocal ? { OR: [{ isLocal: false }, pinKey(pin)] } : {};
          await tx.pin.deleteMany({ where: { generationId, kind: pin.kind, ...rivals } });
        }
        // Two people may pin the same at once.
        await tx.pin.createMany({ data: [{ generationId, ...pinRow(pin), userId }], skipDuplicates: true });
        return readPins(tx, generationId);
      }),

    async unpin(generationId, pin) {
      await db.pin.deleteMany({ where: { generationId, ...pinKey(pin) } });
      return readPins(db, generationId);
    },

    async vote(generationId, action, userId, isFor) {
      const vote = { generationId, action, userId };
      if (isFor) await db.vote.createMany({ data: [vote], skipDuplicates: true });
      else await db.vote.deleteMany({ where: vote });
      return db.vote.count({ where: { generationId, action } });
    },

    async votesOf(generationId, userId) {
      const rows = await db.vote.findMany({ where: { generationId, userId }, orderBy: { action: 'asc' } });
      return rows.map(({ action }) => action);
    },
  };
}
