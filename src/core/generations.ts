import type { Aspect } from '../engine/basics/index.js';
import type { LatentKind } from '../engine/latents/index.js';
import type { MoodName } from '../engine/moods/index.js';
import type { SamplerName, StandIn } from '../engine/requests/index.js';
import type { Cell, CellTask } from './cells.js';
import type { GENERATION_ORIGINS, GENERATION_STATUSES } from './names/index.js';
import type { OwnPicture } from './own-pictures.js';
import type { Audience, Platform } from './people.js';

/** How a generation came about. */
export type GenerationOrigin = (typeof GENERATION_ORIGINS)[number];

/**
 * `queued → planning → painting → done`; a plan-only generation ends in `planned`. `failed`, `cancelled` and `deleted`
 * are final too. What is put aside because its painter is away is `queued` again.
 */
export type GenerationStatus = (typeof GENERATION_STATUSES)[number];

/** What was asked for; fields that are absent are the bundle's defaults. */
export interface GenerationSettings {
  /** In `RANGES.count`, of a pack in `RANGES.moods`. */
  count: number;
  /** In `RANGES.variety`. */
  variety: number;
  /** In `RANGES.seed`, always known: drawn when nobody gave one. */
  seed: number;
  guidance?: number;
  steps?: number;
  sampler?: SamplerName;
  /** Latent kinds to use; all of the bundle when absent. */
  kinds?: LatentKind[];
  /** How much memory, or a picture that painting begins from, says, in `RANGES.recall`. */
  recall?: number;
  /** One of the bundle's styles, over what the prompt says. */
  style?: string;
  /** What is not wanted, in words. */
  without?: string;
  /**
   * BCP 47 tag of who asked for the first grid of the line: what the prompt's words mean there, they mean in all that
   * is made of it.
   */
  locale?: string;
  /** Things of people's own that it may draw: what the prompt names so is these pictures. */
  own?: OwnPicture[];
  /** Of a pack: what each cell shows its thing in, of `engine/moods`, as many as `count`. */
  moods?: MoodName[];
  /** Of a pack: each cell moves, too. */
  isMoving?: boolean;
  /**
   * What paints it, for people to read: the model of an engine over HTTP, or what it is reached by; absent where
   * Kaleido paints itself.
   */
  painter?: string;
  /** What was to paint it and is not allowed, or not there any more. */
  insteadOf?: string;
  /** Shape of its pictures; absent for squares. */
  aspect?: Aspect;
  /** Of an upscaled picture: how many times as long its sides are to be, in `RANGES.upscale`. */
  upscale?: number;
  /** Draw boxes, blobs and palette on the grid. */
  showLatents: boolean;
  /** Only the requester sees the result. */
  isPrivate: boolean;
  /** The result is hidden behind a spoiler until clicked. */
  isSpoiler: boolean;
}

/** Why a generation failed: a code that the chat side turns into words, with its data. */
export interface Failure {
  code: string;
  /** Fallback text for people when the catalogue has none for the code. */
  message: string;
  data: Record<string, unknown>;
}

/** One grid and how it came about. */
export interface Generation {
  /** 12 characters of Crockford's base 32 in lower case. */
  id: string;
  parentId: string | null;
  /** First generation of the lineage; its own id when it has no parent. */
  rootId: string;
  origin: GenerationOrigin;
  status: GenerationStatus;
  platform: Platform;
  /** As of `Person`. */
  realm: string;
  userId: string;
  spaceId: string | null;
  channelId: string;
  /** The thread that it was asked for in, or else the channel. */
  conversationId: string;
  /** Who could read there when it was asked for. */
  audience: Audience;
  prompt: string;
  settings: GenerationSettings;
  tasks: CellTask[];
  /** Blocked terms that applied when it was accepted; the worker checks sampled latents against them. */
  blocklist: string[];
  /** Empty until planned. */
  cells: Cell[];
  /** Vendi score of the plans, 1–count; null until planned. */
  vendi: number | null;
  /** Plans that the cells were chosen from; null until planned. */
  candidates: number | null;
  /** Memory had nothing new left for it: a cell looks like one that was shown before in its line. */
  isExhausted: boolean;
  /** Why some of it is made of templates that a text prior was to plan; absent where none is. */
  standIn?: StandIn;
  /** Key of the rendered grid (PNG) in the blob store. */
  gridKey: string | null;
  /** How often work on it was begun, 0 while it waits: the number of the newest beginning, which alone may go on. */
  attempt: number;
  /** How often such work was put aside because its painter was away: then it waits, with what was done of it. */
  waits: number;
  failure: Failure | null;
  /** Set when cancelling was asked for while it ran; the worker stops at the next step. */
  cancelRequestedAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/**
 * Something of a generation that is kept in its next reroll.
 * - cell and no kind: the whole cell stays as it is
 * - cell and kind: that cell's value of the kind goes to every cell that is rerolled; with `isLocal`, to that cell
 *   alone
 * - kind and no cell: each cell keeps its own value of the kind
 */
export interface Pin {
  /** Index from 0, or null. */
  cell: number | null;
  kind: LatentKind | null;
  /** Only with both. */
  isLocal?: boolean;
}
