import { createRng, type Rng } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import { vendiScore } from '../metrics/index.js';
import { meanScore, type Prior } from '../prior/index.js';
import type { CheckedPlanRequest, Plan } from '../requests/index.js';
import { readOptionsOf } from '../words/index.js';
import { draftDescriptions } from './draft-descriptions.js';
import { latentKernel } from './kernel.js';
import { createPromptJudge } from './prompt-agreement.js';
import { paletteAgreement } from './seen-colours.js';
import { selectDiverse } from './select.js';
import { varietySettings } from './variety.js';

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
export async function planCells(
  prior: Prior,
  context: Pick<LatentContext, 'manifest' | 'reader'>,
  request: CheckedPlanRequest,
  signal?: AbortSignal,
): Promise<Plan> {
  const { prompt, count, variety, seed, pinned, kinds } = request;
  const reading = readOptionsOf(request);
  const { defaults, codebook } = context.manifest;
  const settings = varietySettings(variety, count, defaults);
  const allPinned = kinds.every((kind) => pinned[kind] !== undefined);
  const rows = allPinned ? 1 : (request.candidates ?? settings.candidates);
  const judge = createPromptJudge(context, prompt, reading);
  const sampling = {
    encoding: await prior.encode(prompt, reading),
    rows,
    pinned,
    temperature: settings.temperature,
    topP: settings.topP,
    signal,
  };
  const isDrafted =
    rows > 1 && request.candidates === undefined && kinds.includes('description') && pinned.description === undefined;
  const drafts = isDrafted
    ? await draftDescriptions(prior, judge, {
        ...sampling,
        uniform: coupledDraws(seed, 'draft', settings.independence),
      })
    : undefined;
  const sampled = await prior.sample({
    ...sampling,
    kinds,
    pinned: drafts?.map(({ latents }) => latents) ?? pinned,
    byKind: { tokens: settings.tokens },
    uniform: coupledDraws(seed, 'plan', settings.independence),
  });
  const candidates = sampled.map(({ latents, scores }, row) => {
    const drafted = drafts?.[row]?.scores.words;
    return { latents, words: drafted ? [scores.words, drafted] : [scores.words], codes: [scores.codes] };
  });
  const paletteWeight = pinned.palette ? PINNED_PALETTE_WEIGHT : SAMPLED_PALETTE_WEIGHT;
  const quality = candidates.map(({ latents, words, codes }) => {
    const toPalette = paletteAgreement(latents, codebook.colours);
    const toPrompt = judge.agreement(latents);
    // Apart, since of visual tokens there are always many, and the likelier ones of two plans are nearly always the
    // clearer picture.
    const likelihood = meanScore(words) + meanScore(codes);
    return settings.qualityWeight * likelihood + paletteWeight * logOf(toPalette) + PROMPT_WEIGHT * logOf(toPrompt);
  });
  const kernel = latentKernel(
    candidates.map(({ latents }) => latents),
    context.manifest,
  );
  const chosen = selectDiverse(kernel, quality, Math.min(count, candidates.length));
  // A single candidate is shared by all cells, which then differ in their noise.
  const cells = Array.from({ length: count }, (_, cell) => chosen[cell % chosen.length]!);
  return {
    cells: cells.map((i, cell) => {
      const { latents, words, codes } = candidates[i]!;
      const logLikelihood = meanScore([...words, ...codes]);
      return { latents, logLikelihood, seed: createRng(seed, 'cell-seed', cell).uint32() };
    }),
    vendi: vendiScore(cells.map((i) => cells.map((j) => kernel[i]![j]!))),
    candidates: candidates.length,
    isExhausted: false,
  };
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
