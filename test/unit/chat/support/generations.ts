import type { Cell, Generation, GenerationSettings } from '../../../../src/core/types.js';
import type { Latents } from '../../../../src/engine/latents/index.js';

export const ID = '0123456789ab';

/** A cell with a value of every kind, long ones on purpose. */
export function cellAt(index: number, latents: Latents = everyKind(index)): Cell {
  return {
    index,
    seed: 100 + index,
    latents,
    origins: Object.fromEntries(Object.keys(latents).map((kind) => [kind, 'sampled'])),
    imageKey: `cells/${index}.png`,
    resampled: [],
    visualTokenizer: 'c0ffee00',
    lost: [],
    draft: null,
    prompt: null,
  };
}

export function everyKind(index: number): Latents {
  return {
    description: `picture ${index + 1} , ${'a rather long description of a cat and a pizza '.repeat(8)}`,
    boxes: Array.from({ length: 6 }, (_, k) => ({
      label: `thing ${k} with a long label`,
      x0: 0,
      y0: 0,
      x1: 0.5,
      y1: 0.5 + index / 32,
    })),
    blobs: Array.from({ length: 6 }, (_, k) => ({ x: 0.5, y: k / 8, major: 0.25, minor: 0.1, angle: 30 })),
    palette: [
      { colour: '#dc2a2a', share: 0.5 },
      { colour: '#2e6fdd', share: 0.375 },
      { colour: '#ffffff', share: 0.125 },
    ],
    tokens: Array.from({ length: 64 }, (_, k) => (k + index) % 60),
  };
}

interface Parts extends Partial<Omit<Generation, 'settings'>> {
  settings?: Partial<GenerationSettings>;
}

/** A finished grid of `settings.count` (default 4) cells; parts replace what they name. */
export function generationOf({ settings, ...parts }: Parts = {}): Generation {
  const count = settings?.count ?? 4;
  return {
    id: ID,
    parentId: null,
    rootId: ID,
    origin: 'imagine',
    status: 'done',
    platform: 'discord',
    realm: 'discord',
    userId: 'ada',
    spaceId: 'space',
    channelId: 'channel',
    conversationId: 'channel',
    audience: 'closed',
    prompt: 'a cat and a pizza',
    settings: {
      count,
      variety: 60,
      seed: 4294967295,
      showLatents: false,
      isPrivate: false,
      isSpoiler: false,
      ...settings,
    },
    tasks: [],
    blocklist: [],
    cells: Array.from({ length: count }, (_, index) => cellAt(index)),
    vendi: 2.374,
    candidates: 16,
    isExhausted: false,
    gridKey: 'grids/one.png',
    attempt: 1,
    waits: 0,
    failure: null,
    cancelRequestedAt: null,
    createdAt: new Date('2026-01-01T10:00:00Z'),
    startedAt: new Date('2026-01-01T10:00:01Z'),
    finishedAt: new Date('2026-01-01T10:00:09Z'),
    ...parts,
  };
}
