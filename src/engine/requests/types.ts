import type { Aspect, RgbaImage } from '../basics/index.js';
import type { Draft, Sign } from '../draft/index.js';
import type { CadsOptions, GuidanceName } from '../guidance/index.js';
import type { LatentKind, Latents } from '../latents/index.js';
import type { OwnThing } from '../own/index.js';
import type { SamplerName } from '../samplers/index.js';
import type { ReadOptions } from '../words/index.js';

/** Prompts are read as the options say: for whoever asks, without what is not wanted, in a style. */
export interface PlanRequest extends ReadOptions {
  prompt: string;
  /** Number of plans wanted, in `RANGES.count`. */
  count: number;
  /** In `RANGES.variety`: 0 keeps the plans close to each other, 100 spreads them as far as the prior goes. */
  variety: number;
  /** In `RANGES.seed`. */
  seed: number;
  /**
   * Candidates to choose from, in `RANGES.candidates`; default: by `variety`. As many as `count` means that nothing is
   * chosen: every plan is what the prior drew.
   */
  candidates?: number;
  /** Values that every plan must keep; the other kinds are sampled conditioned on them. */
  pinned?: Latents;
  /** Kinds to sample or keep; default: all the bundle knows. */
  kinds?: readonly LatentKind[];
  /** How much memory says, in `RANGES.recall` (docs/recall.md); 0 is the prior alone. Default: the bundle's. */
  recall?: number;
  /** Artwork and looks to keep: the draft of the cell that is planned anew, with pinned kinds over it. */
  draft?: Draft;
  /** Drafts that were shown already: none of the plans looks like one of them as long as there are others. */
  shown?: readonly Draft[];
  /** Things of one's own, with their pictures; those that the prompt names are drawn by these. */
  own?: readonly OwnThing[];
  /** Whoever paints it may know words that memory does not, and is told them: such prompts are planned in words. */
  isForAnyWords?: boolean;
  /** Shape of the pictures that are painted of it; square when absent. Places are parts of their width and height. */
  aspect?: Aspect;
  /**
   * A pack: one identity (of the draft to keep, where there is one) in each of these moods (`engine/moods`), a cell
   * each whatever `count` says. Cells differ in their moods only.
   */
  moods?: readonly string[];
}

/** Latents sampled for one cell, not painted yet. */
export interface CellPlan {
  latents: Latents;
  /** Mean natural-log likelihood a sampled token, of the prior (≤ 0). */
  logLikelihood: number;
  /** Seed of the cell's diffusion noise. */
  seed: number;
  /** What memory recalled for it; absent where the prior sampled it freely. */
  draft?: Draft;
  /** The cell's own prompt, over the request's. */
  prompt?: string;
}

/** Why templates stand in for a text prior: it does not answer, what it answers is no use, or it has too few plans. */
export const STAND_INS = ['away', 'unusable', 'few'] as const;
export type StandIn = (typeof STAND_INS)[number];

/** Plans that differ, chosen from more candidates. */
export interface Plan {
  cells: CellPlan[];
  /** Vendi score of the chosen latents, 1–count. */
  vendi: number;
  /** How many candidates the cells were chosen from. */
  candidates: number;
  /** Whether memory has nothing new left for the prompt, so that a cell looks like one that was `shown`. */
  isExhausted: boolean;
  /** Where plans are made of templates that a text prior was to make. */
  standIn?: StandIn;
}

/** Prompts are read as when they were planned, so that the denoiser sees the words that the plan was made after. */
export interface PaintRequest extends ReadOptions {
  prompt: string;
  /**
   * A cell with a draft begins with the draft's picture, noised as its recall says; settings that are left out follow
   * recall, then the bundle.
   */
  cells: readonly CellPlan[];
  sampler?: SamplerName;
  /** Denoiser steps, in `RANGES.steps`. Where cells differ, events count those of the cell that has most. */
  steps?: number;
  /** Guidance scale γ of classifier-free guidance, in `RANGES.guidance`; 1 means none. */
  guidance?: number;
  /** Default: `USUAL_GUIDANCE_RULE`. */
  guidanceRule?: GuidanceName;
  /**
   * Guide only while the noise level σ (of the largest resolution, in `RANGES.noiseLevel`) lies in [low, high]; default
   * from the manifest or the whole range.
   */
  guidanceInterval?: readonly [low: number, high: number];
  /** As of the plan: a cell whose draft has an own thing that is not here is painted from its latents alone. */
  own?: readonly OwnThing[];
  /** CADS conditioning noise; absent means off. */
  cads?: CadsOptions;
  /**
   * Cells with drafts are painted without the marks about what shows a mood, and are not finished: these are laid over
   * them or behind (`signs`), and both move (`engine/wiggles`).
   */
  isBare?: boolean;
  /** Shape of the pictures, which whoever paints them has to know; square when absent. */
  aspect?: Aspect;
  /** Yield a preview every so many steps; 0 means none. */
  previewEvery?: number;
}

/**
 * What happens while a request is painted: a denoiser step, pictures as they look so far, the finished ones in the
 * order of the cells.
 */
export type PaintEvent =
  | { type: 'step'; step: number; steps: number }
  | { type: 'preview'; step: number; steps: number; images: RgbaImage[] }
  | { type: 'done'; images: RgbaImage[] };

/** One of several requests that are painted together. */
export interface SharedPaintRequest {
  request: PaintRequest;
  /** Takes its cells out at the next denoiser call; the others go on. */
  signal?: AbortSignal;
}

/** The engine: plans latents with the prior, paints them with the denoiser. Made by `createEngine`. */
export interface Engine {
  /** Samples plans and chooses `count` of them that differ. Throws the signal's reason when aborted. */
  plan(request: PlanRequest, signal?: AbortSignal): Promise<Plan>;
  /** Ends with one `done` event. Throws the signal's reason when aborted between steps. */
  paint(request: PaintRequest, signal?: AbortSignal): AsyncIterable<PaintEvent>;
  /**
   * Paints several requests in the same denoiser calls, as far as their cells have the same settings and recall. Yields
   * what `paint` would for each request, with its index, until that request is done or aborted. A picture differs from
   * the one painted alone by rounding only.
   */
  paintTogether(requests: readonly SharedPaintRequest[]): AsyncIterable<{ index: number; event: PaintEvent }>;
  /**
   * The marks of a draft, which its bare painting lacks.
   * @param own as of the painting
   * @throws EngineError `bad_draft` where the draft is of another memory
   */
  signs(draft: Draft, own?: readonly OwnThing[]): Promise<Sign[]>;
  /** Frees the graphs; nothing else may be called afterwards. */
  dispose(): Promise<void>;
}
