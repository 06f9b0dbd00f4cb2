import type { Aspect } from '../basics/index.js';
import type { LatentKind, Latents } from '../latents/index.js';

/** Latents that mean something to any engine: words, places and colours. */
export const TEXT_KINDS = ['description', 'boxes', 'palette'] as const satisfies readonly LatentKind[];
export type TextKind = (typeof TEXT_KINDS)[number];

/** What a text prior is asked for. */
export interface ProposalRequest {
  /** What a picture is asked of, as it was typed; without what is not wanted. */
  prompt: string;
  /** What every plan has already, so that the rest goes with it. */
  given: Readonly<Latents>;
  /** Shape of the pictures, width to height; square when absent. */
  aspect?: Aspect;
  /** What is asked for. */
  open: readonly TextKind[];
  /** Style that the prompt names; undefined where plans are to name one each. */
  style: string | undefined;
  /** Colours that the prompt names, as `#rrggbb`. */
  colours: readonly string[];
  /** How many plans, at least 1. */
  count: number;
  /** In `RANGES.seed`. */
  seed: number;
  /** Of sampling words, > 0; 1 is a model as it is. */
  temperature: number;
  /** 0–1, how far plans may lie from each other, as `VarietySettings` has it. */
  independence: number;
  /** Most boxes, and colours of a palette. */
  limits: { readonly objects: number; readonly colours: number };
}

/** A plan in words. */
export interface Proposal {
  /** The kinds asked for, or some of them, as `latentsSchema` has them; what is too long is shortened. */
  latents: Pick<Latents, TextKind>;
  /** One or two words that end its description; absent where it names none. */
  style?: string;
  /** How likely it is among those proposed, > 0; not scaled. */
  probability: number;
}

/** Plans pictures in words: what makes plans of prompts that our own prior has never learned of. */
export interface TextPrior {
  /** Plans that it is asked for at once where more are not needed: each may cost time. */
  readonly usualCount: number;
  /**
   * Proposes plans that differ from each other; fewer than asked for where it has no more.
   *
   * @throws EngineError `prior_away` or `prior_invalid` where it has none; the signal's reason when aborted
   */
  propose(request: ProposalRequest, signal?: AbortSignal): Promise<readonly Proposal[]>;
}
