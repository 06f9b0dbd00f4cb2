import { isPack, userKeyOf } from '../../core/basics/index.js';
import type { Generation, GenerationStore, HistoryQuery } from '../../core/index.js';
import { type Draft, draftSchema } from '../../engine/draft/index.js';
import type { Database } from '../database.js';
import { Prisma } from '../generated/client.js';
import { readable } from '../readable.js';
import { platformSchema, settingsSchema } from '../schemas.js';
import { UNFINISHED } from './ending.js';
import { toGeneration, WITH_CELLS } from './rows.js';

/** Most rows of one sweep; the next one goes on. */
const MOST_UNFINISHED = 1000;
/** Of one generation: whoever asks for more of the same has seen enough. */
const MOST_CHILDREN = 100;
/** Kept cells stand in many grids of a line: so many times as many rows are read as drafts are wanted. */
const ROWS_A_DRAFT = 4;

/** How generations are found. */
export function readingRepository(
  db: Database,
  onWarning: (message: string) => void,
): Pick<GenerationStore, 'find' | 'childrenOf' | 'findByMessage' | 'history' | 'unfinished' | 'shownDrafts'> {
  return {
    async find(id) {
      const row = await db.generation.findUnique({ where: { id }, include: WITH_CELLS });
      return row === null ? null : toGeneration(row);
    },

    childrenOf: async (id, origin) => readable(await childRows(db, id, origin), toGeneration, onWarning),

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

    async unfinished(before, after) {
      const rows = await db.generation.findMany({
        where: { status: { in: [...UNFINISHED] }, createdAt: { lt: before } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MOST_UNFINISHED,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
        select: { id: true, platform: true, realm: true, userId: true, settings: true },
      });
      return readable(rows, toUnfinished, onWarning);
    },
  };
}

function toUnfinished({
  id,
  platform,
  realm,
  userId,
  settings,
}: Record<'id' | 'platform' | 'realm' | 'userId', string> & { settings: unknown }) {
  return {
    id,
    userKey: userKeyOf({ platform: platformSchema.parse(platform), realm, userId }),
    isPatient: isPack({ settings: settingsSchema.parse(settings) }),
  };
}

function childRows(db: Database, parentId: string, origin: Generation['origin']) {
  return db.generation.findMany({
    where: { parentId, origin, status: { not: 'deleted' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_CHILDREN,
    include: WITH_CELLS,
  });
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

/** See `GenerationStore.shownDrafts`. Drafts that this version cannot read are left out. */
async function shownDrafts(
  db: Database,
  { id, rootId, prompt, createdAt }: Pick<Generation, 'id' | 'rootId' | 'prompt' | 'createdAt'>,
  limit: number,
): Promise<Draft[]> {
  const rows = await db.cell.findMany({
    where: {
      draft: { not: Prisma.DbNull },
      generation: {
        rootId,
        prompt,
        id: { not: id },
        createdAt: { lte: createdAt },
        status: { in: ['done', 'planned'] },
      },
    },
    orderBy: [{ generation: { createdAt: 'desc' } }, { generationId: 'desc' }, { index: 'asc' }],
    take: ROWS_A_DRAFT * limit,
    select: { draft: true },
  });
  const drafts = new Map<string, Draft>();
  for (const { draft } of rows) {
    const read = draftSchema.safeParse(draft);
    if (read.success) drafts.set(JSON.stringify(read.data), read.data);
  }
  return [...drafts.values()].slice(0, limit);
}
