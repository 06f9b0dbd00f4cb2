import type { RetentionStore } from '../../core/index.js';
import type { Database, Transaction } from '../database.js';
import { emptyGeneration } from '../generations/index.js';
import { letGo } from '../references.js';
import { platformSchema } from '../schemas.js';

type Space = Parameters<RetentionStore['forgetSpace']>[0];

/** What is kept of spaces that the bot has left. */
export function spacesRepository(
  db: Database,
): Pick<RetentionStore, 'leftSpaces' | 'forgetSpaceGrids' | 'forgetSpace'> {
  return {
    async leftSpaces(before) {
      const rows = await db.leftSpace.findMany({ where: { since: { lt: before } } });
      const left: Space[] = [];
      for (const { platform, spaceId, since } of rows) {
        const isBack = await db.generation.findFirst({
          where: { platform, spaceId, createdAt: { gt: since } },
          select: { id: true },
        });
        if (isBack === null) left.push({ platform: platformSchema.parse(platform), spaceId });
        else await db.leftSpace.deleteMany({ where: { platform, spaceId } });
      }
      return left;
    },

    async forgetSpaceGrids(space, limit, now) {
      const grids = await db.generation.findMany({
        where: { ...gridsOf(space), status: { not: 'deleted' } },
        select: { id: true },
        take: limit,
      });
      const ids = grids.map(({ id }) => id);
      const keys: string[] = [];
      for (const id of ids)
        keys.push(...(await db.$transaction((tx) => emptyGeneration(tx, id, now, { isWithdrawn: false }))));
      return { ids, keys };
    },

    forgetSpace: (space) => db.$transaction((tx) => forgetSpace(tx, space)),
  };
}

/** People of a workspace that is a realm by itself have none of their grids elsewhere. */
const gridsOf = ({ platform, spaceId }: Space) => ({ platform, OR: [{ spaceId }, { realm: spaceId }] });

async function forgetSpace(tx: Transaction, { platform, spaceId }: Space): Promise<string[]> {
  const people = { startsWith: `person:${spaceId}:` };
  const owned = {
    platform,
    OR: [
      { owner: 'space', ownerId: spaceId },
      { owner: 'user', ownerId: people },
    ],
  };
  const scoped = { platform, scope: spaceId };
  const things = await tx.savedThing.findMany({ where: owned, select: { picture: true } });
  await tx.savedThing.deleteMany({ where: owned });
  await tx.savedPin.deleteMany({ where: owned });
  await tx.userSettings.deleteMany({ where: { platform, person: people } });
  await tx.policy.deleteMany({ where: scoped });
  await tx.spaceSettings.deleteMany({ where: scoped });
  await tx.quotaPolicy.deleteMany({ where: scoped });
  await tx.blockedPicture.deleteMany({ where: scoped });
  await tx.auditEntry.deleteMany({ where: scoped });
  await tx.leftSpace.deleteMany({ where: { platform, spaceId } });
  return letGo(
    tx,
    things.map(({ picture }) => picture),
  );
}
