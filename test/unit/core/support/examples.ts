import type { Cell, Generation } from '../../../../src/core/types.js';
import type { Latents } from '../../../../src/engine/latents/index.js';

/** A painted cell with the given latents. */
export function cellLike(index: number, latents: Latents): Cell {
  const painted = { index, seed: 1000 + index, imageKey: `cell-${index}` };
  return {
    ...painted,
    latents,
    origins: {},
    resampled: [],
    visualTokenizer: 'c0ffee00',
    lost: [],
    draft: null,
    prompt: null,
  };
}

/** A finished grid that Ada asked for in the channel `art` of the space `guild`, as changed. */
export function generationLike(change: Partial<Generation>): Generation {
  return {
    id: '0123456789ab',
    parentId: null,
    rootId: '0123456789ab',
    origin: 'imagine',
    status: 'done',
    platform: 'discord',
    realm: 'discord',
    userId: 'ada',
    spaceId: 'guild',
    channelId: 'art',
    conversationId: 'art',
    audience: 'closed',
    prompt: 'a cat',
    settings: { count: 4, variety: 60, seed: 1, showLatents: false, isPrivate: false, isSpoiler: false },
    tasks: [],
    blocklist: [],
    cells: [],
    vendi: null,
    candidates: null,
    isExhausted: false,
    gridKey: null,
    attempt: 1,
    waits: 0,
    failure: null,
    cancelRequestedAt: null,
    createdAt: new Date(0),
    startedAt: null,
    finishedAt: new Date(1),
    ...change,
  };
}
