import type { LatentContext } from '../context/index.js';
import { IdSet, type LatentKind, type Latents } from '../latents/index.js';

import type { Session } from '../runtime/index.js';
import { prefill } from './decoder.js';
import type { NextToken, VocabularyPart } from './next-tokens.js';
import type { PromptEncoding } from './prompt-encoder.js';
import { RowWalk, type Score } from './row-walk.js';
import { sampleCode } from './sample-code.js';
import { createTokenSampler, type TokenOptions } from './sample-token.js';

/** Rows of latents to sample (`Prior.sample`). */
export interface PriorSampleRequest {
  encoding: PromptEncoding;
  /** Number of rows, at least 1. */
  rows: number;
  /** Values to keep: one for all rows, or one for each. */
  pinned?: Latents | readonly Latents[];
  /** Kinds that the rows shall have, pinned ones included; default: all that the bundle has. */
  kinds?: readonly LatentKind[];
  /** ≥ 0; 0 takes the most probable token. */
  temperature: number;
  /** (0, 1]. */
  topP: number;
  /** Temperature and top-p of single kinds, where they differ from those of the rest. */
  byKind?: Partial<Record<LatentKind, TokenOptions>>;
  /**
   * u of [0, 1) for a row's token at a decoding step, counted from 0 behind the pinned prefix. Asked only where there
   * is a choice.
   */
  uniform: (step: number, row: number) => number;
  signal?: AbortSignal;
}

/** One sampled row. */
export interface RowSample {
  /** Pinned and sampled values. */
  latents: Latents;
  /** Of the words and of the visual tokens that were drawn. */
  scores: Readonly<Record<VocabularyPart, Readonly<Score>>>;
  /** Vocabulary ids, `<bos>` first. */
  ids: readonly number[];
}

/** A request with its defaults filled in and the kinds in canonical order. */
export interface FullSampleRequest extends PriorSampleRequest {
  pinned: Latents | readonly Latents[];
  kinds: readonly LatentKind[];
}

/** Part of the batch that may be finished before the rest is moved together: a move costs about as much as a step. */
const IDLE_SHARE = 0.25;

/** See `Prior.sample`. */
export async function sampleRows(
  prior: Session,
  context: LatentContext,
  request: FullSampleRequest,
): Promise<RowSample[]> {
  const { pinned, kinds, rows } = request;
  const walks = Array.from({ length: rows }, (_, row) => {
    return new RowWalk(isList(pinned) ? pinned[row]! : pinned, kinds, context);
  });
  if (walks.some(({ done }) => !done)) await finish(walks, prior, context, request);
  return walks.map((walk) => ({
    latents: walk.latents,
    scores: walk.scores,
    ids: walk.sequence.ids,
  }));
}

/** Samples all rows to their ends, of which one at least is not there yet. */
async function finish(
  walks: readonly RowWalk[],
  prior: Session,
  context: LatentContext,
  request: FullSampleRequest,
): Promise<void> {
  const { signal, pinned, encoding } = request;
  const extend = createExtender(walks, context, request);
  const isOpen = (row: number) => !walks[row]!.done;
  const sequencesOf = (rows: readonly number[]) => rows.map((row) => walks[row]!.sequence);
  const partsOf = (rows: readonly number[]) => rows.map((row) => (isOpen(row) ? walks[row]!.part : undefined));
  let active = [...walks.keys()].filter(isOpen);
  signal?.throwIfAborted();
  for (const row of active) await extend(row, 0);
  const prefilled = await prefill(prior, context, {
    encoding,
    sequences: sequencesOf(active),
    parts: partsOf(active),
    shared: !isList(pinned),
    codeTemperature: optionsOf(request, 'tokens').temperature,
  });
  const { decoder } = prefilled;
  let { next } = prefilled;
  for (let step = 1; ; step++) {
    signal?.throwIfAborted();
    for (const [slot, row] of active.entries()) if (isOpen(row)) await extend(row, step, next[slot]);
    const live = active.filter(isOpen);
    if (live.length === 0) break;
    if (live.length <= active.length * (1 - IDLE_SHARE)) {
      decoder.keepRows(live.map((row) => active.indexOf(row)));
      active = live;
    }
    next = await decoder.step(sequencesOf(active), partsOf(active));
  }
  decoder.end();
}

/**
 * Appends the token of one decoding step to a row; `next` is what may come behind its last one, absent where there is
 * no choice.
 */
type Extender = (row: number, step: number, next?: NextToken) => Promise<void>;

function createExtender(walks: readonly RowWalk[], { manifest }: LatentContext, request: FullSampleRequest): Extender {
  const allowed = new IdSet();
  const sampler = createTokenSampler(manifest.vocabulary.size);
  return async (row, step, next) => {
    const walk = walks[row]!;
    walk.allowed(allowed);
    if (allowed.count === 1) return walk.accept(allowed.at(0));
    const options = optionsOf(request, walk.kind);
    const uniform = request.uniform(step, row);
    if (next!.part === 'words') {
      const id = sampler.sample(next!.data, next!.offset, allowed, options, uniform);
      return walk.accept(id, sampler.logLikelihood());
    }
    const { id, logLikelihood } =
      sampleCode(next!, options, uniform) ?? sampleCode(await next!.whole(), options, uniform)!;
    walk.accept(id, logLikelihood);
  };
}

function optionsOf(request: FullSampleRequest, kind: LatentKind | undefined): TokenOptions {
  return (kind && request.byKind?.[kind]) ?? request;
}

function isList(pinned: Latents | readonly Latents[]): pinned is readonly Latents[] {
  return Array.isArray(pinned);
}
