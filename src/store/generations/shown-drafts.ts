import type { Generation } from '../../core/index.js';
import { type Draft, draftSchema } from '../../engine/draft/index.js';
import type { Database } from '../database.js';
import { Prisma } from '../generated/client.js';

/** Kept cells stand in many grids of a line: so many times as many rows are read as drafts are wanted. */
const ROWS_A_DRAFT = 4;

/** See `GenerationStore.shownDrafts`. Drafts that this version cannot read are left out. */
export async function shownDrafts(
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
