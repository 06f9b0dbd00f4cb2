import type { RefusedWhy } from '../engine/basics/index.js';
import type { Draft } from '../engine/draft/index.js';
import type { LatentKind, Latents } from '../engine/latents/index.js';
import type { LATENT_ORIGINS, WAYS_LOST } from './names/index.js';

/** How one latent of a cell was decided. `kept`: taken over from the parent's cell. */
export type LatentOrigin = (typeof LATENT_ORIGINS)[number];

/** Latents as they were stored, perhaps with another bundle than today's. */
export interface StoredLatents {
  latents: Latents;
  /**
   * The visual tokenizer that the visual tokens are of, as `visualTokenizerOf` names it; null for what was stored
   * before that was recorded, whose bundle is not known.
   */
  visualTokenizer: string | null;
}

/**
 * A latent that cannot be taken as it was: of another bundle, not at all or only a part of it; of a picture of
 * somebody's own, without that picture.
 */
export interface Lost {
  kind: LatentKind;
  how: (typeof WAYS_LOST)[number];
}

/** What a task gives to its cell. */
interface GivenToCell {
  given: Latents;
  origins: Partial<Record<LatentKind, LatentOrigin>>;
  /** As in `StoredLatents`; absent for null. */
  visualTokenizer?: string | null;
  /** What more it was to be given, but could not. */
  lost?: readonly Lost[];
  /** Artwork and looks to keep: the planner fits them to what is given. */
  draft?: Draft;
  /** The cell's own prompt, where the generation's has alternatives. */
  prompt?: string;
}

/**
 * What the worker does for one cell.
 * - `keep`: take over picture, seed and latents of cell `from` of the parent
 * - `sample`: sample the kinds that `given` lacks, conditioned on it, then paint; with `seed`, from that noise
 * - `paint`: `given` is complete; only the noise, from `seed`, is new
 */
export type CellTask =
  | { mode: 'keep'; from: number }
  | ({ mode: 'sample'; seed?: number } & GivenToCell)
  | ({ mode: 'paint'; seed: number } & GivenToCell);

/** A latent that a rule made the worker sample again. */
export interface Resampled {
  kind: LatentKind;
  /** The rule's own words: the blocked term. */
  rule: string;
}

/** One cell as planned or painted. */
export interface Cell extends StoredLatents {
  /** From 0; people see it from 1. */
  index: number;
  /** Seed of the cell's diffusion noise. */
  seed: number;
  origins: Partial<Record<LatentKind, LatentOrigin>>;
  /**
   * Key of the picture (transparent PNG at the model's own size, with metadata) in the blob store; null while
   * unpainted.
   */
  imageKey: string | null;
  /** Latents that were sampled again because of the blocklist. */
  resampled: Resampled[];
  /** What its task was to give it, but could not. */
  lost: Lost[];
  /** What memory recalled for it; null where the prior sampled freely. */
  draft: Draft | null;
  /** Why its painter shows no picture of it, where the grid's others have theirs; absent else. */
  refused?: RefusedWhy;
  /** Its own prompt, where the generation's has alternatives (`{red|blue} fox`); null where it is the generation's. */
  prompt: string | null;
}

/** Latents that a user, or an admin for a whole space, saved under a name. */
export interface SavedPin extends StoredLatents {
  name: string;
  owner: 'user' | 'space';
  createdAt: Date;
}

/** A work of somebody's that memory recalled for a picture. */
export interface ArtworkCredit {
  /** What it shows, by its caption name. */
  thing: string;
  /** Its slug in the bundle's `things.json`. */
  picture: string;
  /** The collection that it is from, its author and licence; absent where the bundle does not say. */
  set?: string;
  author?: string;
  licence?: string;
  /** Where it can be had. */
  source?: string;
}
