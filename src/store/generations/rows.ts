import { withoutUndefined } from '../../core/basics/index.js';
import type { Cell, Delivery, Generation } from '../../core/index.js';
import { draftSchema } from '../../engine/draft/index.js';
import { type Latents, latentsSchema } from '../../engine/latents/index.js';

import type { Prisma } from '../generated/client.js';
import {
  audienceSchema,
  failureSchema,
  jsonObjectSchema,
  latentKindSchema,
  latentOriginSchema,
  lostSchema,
  originSchema,
  platformSchema,
  refusedSchema,
  resampledSchema,
  settingsSchema,
  standInSchema,
  statusSchema,
  tasksSchema,
} from '../schemas.js';

/** What is read along with a generation. */
export const WITH_CELLS = {
  cells: { include: { latents: true }, orderBy: { index: 'asc' } },
} as const satisfies Prisma.GenerationInclude;

export type GenerationRow = Prisma.GenerationGetPayload<{ include: typeof WITH_CELLS }>;
type CellRow = GenerationRow['cells'][number];
type DeliveryRow = Pick<
  Prisma.DeliveryGetPayload<object>,
  'generationId' | 'platform' | 'address' | 'channelId' | 'messageId' | 'attempts'
>;

/** @throws z.ZodError when the row says something that this version does not know */
export function toGeneration(row: GenerationRow): Generation {
  return {
    id: row.id,
    parentId: row.parentId,
    rootId: row.rootId,
    origin: originSchema.parse(row.origin),
    status: statusSchema.parse(row.status),
    platform: platformSchema.parse(row.platform),
    realm: row.realm,
    userId: row.userId,
    spaceId: row.spaceId,
    channelId: row.channelId,
    conversationId: row.conversationId,
    audience: audienceSchema.parse(row.audience),
    prompt: row.prompt,
    settings: settingsSchema.parse(row.settings),
    tasks: tasksSchema.parse(row.tasks),
    blocklist: row.blocklist,
    cells: row.cells.map(toCell),
    vendi: row.vendi,
    candidates: row.candidates,
    isExhausted: row.isExhausted,
    ...withoutUndefined({ standIn: standInSchema.safeParse(row.standIn).data }),
    gridKey: row.gridKey,
    attempt: row.attempt,
    waits: row.waits,
    failure: row.failure === null ? null : failureSchema.parse(row.failure),
    cancelRequestedAt: row.cancelRequestedAt,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}

function toCell(row: CellRow): Cell {
  const { latents, origins } = toLatents(row);
  return {
    index: row.index,
    seed: Number(row.seed),
    latents,
    origins,
    imageKey: row.imageKey,
    resampled: resampledSchema.safeParse(row.resampled).data ?? [],
    visualTokenizer: row.visualTokenizer,
    lost: lostSchema.safeParse(row.lost).data ?? [],
    draft: draftSchema.safeParse(row.draft).data ?? null,
    prompt: row.prompt,
    ...withoutUndefined({ refused: refusedSchema.safeParse(row.refused).data }),
  };
}

/** A latent that does not parse, such as one of a kind that a newer version knows, is left out. */
function toLatents(row: CellRow): { latents: Latents; origins: Cell['origins'] } {
  let latents: Latents = {};
  const origins: Cell['origins'] = {};
  for (const { kind, value, origin } of row.latents) {
    const known = latentKindSchema.safeParse(kind);
    const parsed = latentsSchema.safeParse({ [kind]: value });
    if (!known.success || !parsed.success) continue;
    latents = { ...latents, ...parsed.data };
    origins[known.data] = latentOriginSchema.safeParse(origin).data ?? 'sampled';
  }
  return { latents, origins };
}

export function toDelivery(row: DeliveryRow): Delivery {
  const { channelId, messageId } = row;
  return {
    id: row.generationId,
    generationId: row.generationId,
    platform: platformSchema.parse(row.platform),
    address: jsonObjectSchema.parse(row.address),
    message: channelId === null || messageId === null ? null : { channelId, messageId },
    attempts: row.attempts,
  };
}
