import { createRng } from '../basics/index.js';
import { asPainted, type Draft, type DraftMeasures } from '../draft/index.js';
import { type Latents, pickKinds } from '../latents/index.js';
import type { Manifest } from '../manifest/index.js';
import { gridOf, latentKernel, selectDiverse, varietySettings } from '../plan/index.js';
import type { DescriptionScore, Prior, PromptEncoding } from '../prior/index.js';
import { type CellPlan, type CheckedPlanRequest, type Plan, recallSettings } from '../requests/index.js';
import { readOptionsOf } from '../words/index.js';
import type { Candidate } from './candidates.js';
import { draftKernel, sharedDrawings } from './draft-likeness.js';
import { pictureOf } from './from-picture.js';
import { packDrafts } from './pack.js';
import { type CandidateSource, candidatesOf } from './request-candidates.js';
import { stagedApart } from './staging.js';
import { varietyOfDrafts } from './variety-of-drafts.js';

/** What recall plans with. */
export interface Recall extends CandidateSource {
  manifest: Manifest;
  prior: Prior;
  /** The visual tokens of pictures [4, size, size], −1…1. */
  encodePictures(pictures: readonly Float32Array[]): Promise<number[][]>;
}

/**
 * What a repaint, or another size or place, that nobody asked for costs, so that natural looks come first whatever the
 * variety.
 */
const TIER_COST = 1000;

/**
 * What it costs that things show nothing of a pinned palette as it was asked for (`DraftMeasures.paletteShown`): where
 * blue and white are asked for, a cat with a white belly comes before one that can only be blue.
 */
const PALETTE_COST = 6;

/**
 * What it costs to draw what another cell has drawn already, though in another technique: more than three commoner
 * pictures, less than a paint that nobody asked for.
 */
const REPEAT_COST = 1.5;

/** What it costs that three things and more are arranged as in another cell. */
const ARRANGED_COST = 3;

/** Of a description that the bundle cannot write. */
const LEAST_LIKELIHOOD = -1000;

interface Described extends DraftMeasures {
  draft: Draft;
}

/**
 * Plans a grid of what memory has of a prompt: reads it, enumerates the drafts that have what it asks for, lets the
 * prior say how likely the description of each is, and chooses likely ones that differ (a k-DPP, as `planSampled`
 * does). What the prompt asks for is in every plan, as far as memory can draft it.
 *
 * @returns undefined where memory has nothing of the prompt, recall is 0, or visual tokens are given
 * @throws the signal's reason when aborted
 */
export async function planRecalled(
  parts: Recall,
  request: CheckedPlanRequest,
  signal?: AbortSignal,
): Promise<Plan | undefined> {
  const { pinned, recall } = request;
  if (recall === 0 || pinned.tokens !== undefined) return undefined;
  if (request.moods) return planPack(parts, request, request.moods, signal);
  const candidates = candidatesOf(parts, request);
  if (candidates.length === 0) return undefined;
  const described = candidates.map(({ draft }): Described => ({ ...parts.drafts.describe(draft), ...pinned, draft }));
  const encoding = await parts.prior.encode(request.prompt, readOptionsOf(request));
  signal?.throwIfAborted();
  const scores = await scoresOf(described, parts.prior, encoding);
  signal?.throwIfAborted();
  const chosen = choose(candidates, described, scores, request);
  const drafts = chosen.map((k) => candidates[k]!.draft);
  const isPlaced = pinned.boxes !== undefined || pinned.blobs !== undefined;
  const staged = isPlaced ? drafts : stagedApart(drafts, parts.drafts, createRng(request.seed, 'staging'));
  const picked = chosen.map((k, cell) => {
    const draft = staged[cell]!;
    const own = draft === drafts[cell] ? described[k]! : { ...parts.drafts.describe(draft), ...pinned, draft };
    return { described: own, score: scores[k]! };
  });
  const cells = await finished(parts, encoding, request, picked, signal);
  const latents = cells.map((cell) => cell.latents);
  return {
    ...gridOf(cells, latentKernel(latents, parts.manifest), request),
    candidates: candidates.length,
    isExhausted: chosen.some((k) => candidates[k]!.wasShown),
  };
}

/** One identity in several moods, of which the prior chooses none. Cells have the same noise: bodies are alike. */
async function planPack(
  parts: Recall,
  request: CheckedPlanRequest,
  moods: readonly string[],
  signal?: AbortSignal,
): Promise<Plan | undefined> {
  const drafted = packDrafts(parts, request, moods);
  if (drafted.length === 0) return undefined;
  const described = drafted.map(({ draft }) => ({
    described: { ...parts.drafts.describe(draft), ...pickKinds(request.pinned, ['palette']), draft },
    score: NOT_SCORED,
  }));
  const encoding = await parts.prior.encode(request.prompt, readOptionsOf(request));
  signal?.throwIfAborted();
  const cells = await finished(parts, encoding, request, described, signal);
  const latents = cells.map((cell) => cell.latents);
  const grid = gridOf(cells, latentKernel(latents, parts.manifest), request);
  return {
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, seed: request.seed })),
    candidates: drafted.length,
    isExhausted: drafted.some(({ wasShown }) => wasShown),
  };
}

/** How likely the prior finds each description; where all are the same there is nothing to tell. */
async function scoresOf(
  described: readonly Described[],
  prior: Prior,
  encoding: PromptEncoding,
): Promise<DescriptionScore[]> {
  const texts = described.map(({ description, draft }) => asPainted(description, draft));
  const isOpen = texts.some((text) => text !== texts[0]);
  return isOpen ? prior.scoreDescriptions(encoding, texts) : texts.map(() => NOT_SCORED);
}

const NOT_SCORED: DescriptionScore = { sum: 0, count: 0 };

function choose(
  candidates: readonly Candidate[],
  described: readonly Described[],
  scores: readonly DescriptionScore[],
  { seed, variety, count }: CheckedPlanRequest,
): number[] {
  const { temperature, qualityWeight, oddityCost, kept } = varietyOfDrafts(variety);
  const rng = createRng(seed, 'recall-choice');
  const quality = candidates.map(({ tier, oddity }, k) => {
    // With Gumbel noise, the best of all is a draw from softmax(log p / temperature).
    const noise = -Math.log(-Math.log(Math.max(rng.uniform(), Number.MIN_VALUE)));
    const likelihood = Math.max(scores[k]!.sum, LEAST_LIKELIHOOD);
    const likely = qualityWeight * (likelihood + temperature * noise - oddityCost * oddity);
    return likely - TIER_COST * tier - PALETTE_COST * (1 - described[k]!.paletteShown);
  });
  const best = [...quality.keys()].sort((a, b) => quality[b]! - quality[a]! || a - b);
  const open = best.slice(0, Math.max(1, Math.ceil(kept * candidates.length)));
  const kernel = draftKernel(open.map((k) => described[k]!));
  const chosen = selectDiverse(
    kernel,
    open.map((k) => quality[k]!),
    Math.min(count, open.length),
    (one, other) => repeatCost(described[open[one]!]!, described[open[other]!]!),
  );
  return chosen.map((k) => open[k]!);
}

/** What it costs to draw what another cell has drawn, or to arrange several things as that does. */
function repeatCost(one: Described, other: Described): number {
  const isListed = one.draft.things.length > 2;
  const isAsThat = isListed && one.draft.kind === other.draft.kind && one.draft.places === other.draft.places;
  return REPEAT_COST * sharedDrawings(one, other) + (isAsThat ? ARRANGED_COST : 0);
}

/** The chosen cells with their visual tokens: those of the draft, or drawn by the prior with the draft's favoured. */
async function finished(
  { drafts, manifest, prior, encodePictures }: Recall,
  encoding: PromptEncoding,
  request: CheckedPlanRequest,
  chosen: readonly { described: Described; score: DescriptionScore }[],
  signal?: AbortSignal,
): Promise<Omit<CellPlan, 'seed'>[]> {
  const { kinds, seed, recall } = request;
  const known = chosen.map(({ described: { draft: _, ...latents } }) => listing(pickKinds(latents, kinds), manifest));
  const whole = await withOtherKinds(prior, manifest, encoding, request, known, signal);
  const rows = chosen.map(({ described: { draft }, score: { sum, count } }, k) => ({
    latents: whole[k]!,
    logLikelihood: count === 0 ? 0 : sum / count,
    draft,
  }));
  if (!kinds.includes('tokens')) return rows;
  const drafted = await encodePictures(await Promise.all(rows.map(({ draft }) => drafts.picture(draft))));
  signal?.throwIfAborted();
  // What the prior never saw the like of, it would not go on with.
  const beta = pictureOf(request) ? Number.POSITIVE_INFINITY : recallSettings(recall).beta;
  const latents = rows.map((row) => row.latents);
  const tokens = Number.isFinite(beta)
    ? await prior.sampleSoftTokens({ encoding, latents, drafted, beta, seed, ...(signal ? { signal } : {}) })
    : drafted;
  return rows.map((row, k) => ({ ...row, latents: { ...row.latents, tokens: tokens[k]! } }));
}

/** Latents list no more things than the bundle's do, the first of a draft. */
function listing(latents: Latents, { limits }: Pick<Manifest, 'limits'>): Latents {
  const { boxes, blobs } = latents;
  return {
    ...latents,
    ...(boxes ? { boxes: boxes.slice(0, limits.objects) } : {}),
    ...(blobs ? { blobs: blobs.slice(0, limits.objects) } : {}),
  };
}

/** Latents that draft and pins do not give, and that come before the visual tokens: sampled by the prior. */
async function withOtherKinds(
  prior: Prior,
  manifest: Manifest,
  encoding: PromptEncoding,
  { kinds, seed, variety, count }: CheckedPlanRequest,
  known: readonly Latents[],
  signal?: AbortSignal,
): Promise<readonly Latents[]> {
  const before = kinds.filter((kind) => kind !== 'tokens');
  if (before.every((kind) => known.every((latents) => latents[kind] !== undefined))) return known;
  const { temperature, topP } = varietySettings(variety, count, manifest.defaults);
  const draws = known.map((_, row) => createRng(seed, `recall-kinds-${row}`));
  const sampled = await prior.sample({
    encoding,
    rows: known.length,
    pinned: known,
    kinds: before,
    temperature,
    topP,
    uniform: (_, row) => draws[row]!.uniform(),
    ...(signal ? { signal } : {}),
  });
  return sampled.map(({ latents }) => latents);
}
