import { userKeyOf } from '../../core/basics/index.js';
import type { GenerationStore, HistoryQuery } from '../../core/index.js';
import type { Database } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { readable } from '../readable.js';
import { platformSchema } from '../schemas.js';
import { UNFINISHED } from './ending.js';
import { toGeneration, WITH_CELLS } from './rows.js';
import { shownDrafts } from './shown-drafts.js';

/** Most rows of one sweep; the next one goes on. */
const MOST_UNFINISHED = 1000;

/** How generations are found. */
export function readingRepository(
  db: Database,
  onWarning: (message: string) => void,
): Pick<GenerationStore, 'find' | 'findByMessage' | 'history' | 'unfinished' | 'shownDrafts'> {
  return {
    async find(id) {
      const row = await db.generation.findUnique({ where: { id }, include: WITH_CELLS });
      return row === null ? null : toGeneration(row);
    },

    async findByMessage(platform, { channelId, messageId }) {
      const row = await db.generation.findFirst({
        where: { delivery: { platform, channelId, messageId } },
        include: WITH_CELLS,
      });
      return row === null ? null : toGeneration(row);
    },

    async history(query) {
      const before =
        query.before === undefined ? null : await db.generation.findUnique({ where: { id: query.before } });
      const rows = await db.generation.findMany({
        where: { AND: [historyFilter(query), ...(before === null ? [] : [olderThan(before)])] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: query.limit,
        include: WITH_CELLS,
      });
      return readable(rows, toGeneration, onWarning);
    },

    shownDrafts: (generation, limit) => shownDrafts(db, generation, limit),

    async unfinished(before) {
      const rows = await db.generation.findMany({
        where: { status: { in: [...UNFINISHED] }, createdAt: { lt: before } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MOST_UNFINISHED,
        select: { id: true, platform: true, realm: true, userId: true },
      });
      const read = ({ id, platform, realm, userId }: (typeof rows)[number]) => ({
        id,
        userKey: userKeyOf({ platform: platformSchema.parse(platform), realm, userId }),
      });
      return readable(rows, read, onWarning);
    },
  };
}

function historyFilter({ viewer, isOwn, spaceId, conversationId }: HistoryQuery): Prisma.GenerationWhereInput {
  const { platform, realm, userId } = viewer;
  return {
    platform,
    realm,
    status: { not: 'deleted' },
    ...(isOwn ? { userId } : { OR: [{ isPrivate: false }, { userId }] }),
    ...(spaceId === undefined ? {} : { spaceId }),
    ...(conversationId === undefined ? {} : { conversationId }),
  };
}

function olderThan({ createdAt, id }: { createdAt: Date; id: string }): Prisma.GenerationWhereInput {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
