import { createRng, type Rng } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import type { Latents } from '../latents/index.js';
import { meanScore, type Prior, type Score } from '../prior/index.js';
import type { CheckedPlanRequest, Plan } from '../requests/index.js';
import { readOptionsOf } from '../words/index.js';
import { draftDescriptions } from './draft-descriptions.js';
import { gridOf } from './grid.js';
import { latentKernel } from './kernel.js';
import { createPromptJudge, type PromptJudge } from './prompt-agreement.js';
import { paletteAgreement } from './seen-colours.js';
import { selectDiverse } from './select.js';
import { type VarietySettings, varietySettings } from './variety.js';

/**
 * How much a plan's quality falls as its tokens leave a palette that somebody chose, and as the plan leaves the prompt,
 * whatever the variety: who asks for blue wants no black one for a change. A palette that was sampled is a guess about
 * tokens to come, which may as well be the better guess.
 */
const PINNED_PALETTE_WEIGHT = 2;
const SAMPLED_PALETTE_WEIGHT = 0.5;
const PROMPT_WEIGHT = 6;
/** Below this all plans miss alike. */
const LEAST_AGREEMENT = 0.01;

/**
 * Plans a grid before anything is painted: samples more candidates than cells and keeps those that are likely and far
 * apart (group selection, 2508.15773, moved from pictures to plans; a k-DPP with a quality term, Kulesza & Taskar
 * 1207.6083, Section 3.1). Where descriptions are open, more of them are drafted than there are candidates. The same
 * prior and request give the same plan.
 *
 * @throws the signal's reason when aborted between steps of the prior
 */
export async function planSampled(
  prior: Prior,
  context: PlanningContext,
  request: CheckedPlanRequest,
  signal?: AbortSignal,
): Promise<Plan> {
  const { prompt, count, variety } = request;
  const settings = varietySettings(variety, count, context.manifest.defaults);
  const judge = createPromptJudge(context, prompt, readOptionsOf(request));
  const candidates = await sampleCandidates(prior, judge, request, settings, signal);
  const latents = candidates.map((candidate) => candidate.latents);
  const kernel = latentKernel(latents, context.manifest);
  const quality = qualityOf(candidates, judge, request, settings, context.manifest);
  const chosen = selectDiverse(kernel, quality, Math.min(count, candidates.length));
  const cells = chosen.map((k) => {
    const { latents: own, words, codes } = candidates[k]!;
    return { latents: own, logLikelihood: meanScore([...words, ...codes]) };
  });
  const among = chosen.map((a) => chosen.map((b) => kernel[a]![b]!));
  return { ...gridOf(cells, among, request), candidates: candidates.length, isExhausted: false };
}

/** What planning knows of a bundle. */
type PlanningContext = Pick<LatentContext, 'manifest' | 'reader'>;

/** A plan that was sampled. */
interface SampledPlan {
  latents: Latents;
  /** Of the words that were drawn: those of the plan and, where it was drafted before, those of its description. */
  words: readonly Readonly<Score>[];
  /** Of the visual tokens that were drawn. */
  codes: readonly Readonly<Score>[];
}

/** Samples the candidates; where nobody gave a description, each goes on from one that was drafted before. */
async function sampleCandidates(
  prior: Prior,
  judge: PromptJudge,
  request: CheckedPlanRequest,
  settings: VarietySettings,
  signal: AbortSignal | undefined,
): Promise<SampledPlan[]> {
  const { prompt, seed, pinned, kinds } = request;
  const { temperature, topP, tokens, independence } = settings;
  const isAllPinned = kinds.every((kind) => pinned[kind] !== undefined);
  const rows = isAllPinned ? 1 : (request.candidates ?? settings.candidates);
  const encoding = await prior.encode(prompt, readOptionsOf(request));
  const sampling = { encoding, rows, pinned, temperature, topP, signal };
  const isDescribed = !kinds.includes('description') || pinned.description !== undefined;
  const isDrafted = rows > 1 && request.candidates === undefined && !isDescribed;
  const drafts = isDrafted
    ? await draftDescriptions(prior, judge, { ...sampling, uniform: coupledDraws(seed, 'draft', independence) })
    : undefined;
  const sampled = await prior.sample({
    ...sampling,
    kinds,
    pinned: drafts?.map(({ latents }) => latents) ?? pinned,
    byKind: { tokens },
    uniform: coupledDraws(seed, 'plan', independence),
  });
  return sampled.map(({ latents, scores }, row) => {
    const drafted = drafts?.[row]?.scores.words;
    return { latents, words: drafted ? [scores.words, drafted] : [scores.words], codes: [scores.codes] };
  });
}

/**
 * q of each candidate, log scale: how likely the prior finds it, how well its tokens keep to its palette, and how much
 * it has of the prompt.
 */
function qualityOf(
  candidates: readonly SampledPlan[],
  judge: PromptJudge,
  { pinned }: CheckedPlanRequest,
  { qualityWeight }: VarietySettings,
  { codebook }: PlanningContext['manifest'],
): number[] {
  const paletteWeight = pinned.palette ? PINNED_PALETTE_WEIGHT : SAMPLED_PALETTE_WEIGHT;
  return candidates.map(({ latents, words, codes }) => {
    const toPalette = paletteAgreement(latents, codebook.colours);
    const toPrompt = judge.agreement(latents);
    // Apart, since of visual tokens there are always many, and the likelier ones of two plans are nearly always the
    // clearer picture.
    const likelihood = meanScore(words) + meanScore(codes);
    return qualityWeight * likelihood + paletteWeight * logOf(toPalette) + PROMPT_WEIGHT * logOf(toPrompt);
  });
}

/** Of an agreement; that of a plan where there is none to judge by counts as whole. */
function logOf(agreement: number | undefined): number {
  return Math.log(Math.max(agreement ?? 1, LEAST_AGREEMENT));
}

/**
 * Uniform draws for every row and step of one use, each the row's own with the chance `independence` and otherwise one
 * that all rows share at that step. A row's draws depend on the seed, the use and the row alone.
 */
function coupledDraws(
  seed: number,
  use: 'draft' | 'plan',
  independence: number,
): (step: number, row: number) => number {
  const prefix = use === 'plan' ? '' : `${use}-`;
  const sharedStream = createRng(seed, `${prefix}shared-draw`);
  const shared: number[] = [];
  const own: Rng[] = [];
  return (step, row) => {
    while (shared.length <= step) shared.push(sharedStream.uniform());
    own[row] ??= createRng(seed, `${prefix}own-draw`, row);
    const isOwn = own[row].uniform() < independence;
    const draw = own[row].uniform();
    return isOwn ? draw : shared[step]!;
  };
}
