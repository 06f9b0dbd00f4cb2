import type { Manifest } from '../bundle/manifest.js';
import { vendiScore } from '../metrics/vendi.js';
import type { Prior } from '../prior/prior.js';
import type { RowSample } from '../prior/sample-rows.js';
import type { CheckedPlanRequest } from '../requests.js';
import { createRng, type Rng } from '../rng.js';
import type { Plan } from '../types.js';
import type { NamingManifest } from '../words/language.js';
import { betterTakes, draftDescriptions } from './draft-descriptions.js';
import { latentKernel } from './kernel.js';
import { paletteAgreement } from './palette-agreement.js';
import { createPromptJudge } from './prompt-agreement.js';
import { selectDiverse } from './select.js';
import { varietySettings } from './variety.js';

/**
 * How much a plan's quality falls as its tokens leave its palette, and as the plan leaves the prompt, whatever the variety: who asks for blue
 * wants no black one for a change.
 */
const PALETTE_WEIGHT = 2;
const PROMPT_WEIGHT = 6;
/** Below this all plans miss alike. */
const LEAST_AGREEMENT = 0.01;

/**
 * Plans a grid before anything is painted: samples more candidates than cells and keeps those that are likely and far
 * apart (group selection, 2508.15773, moved from pictures to plans; a k-DPP with a quality term, Kulesza & Taskar 1207.6083,
 * Section 3.1). The same prior and request give the same plan; candidate i is the same whatever their number, unless descriptions are drafted, which they
 * are where the prompt is demanding.
 *
 * @throws the signal's reason when aborted between steps of the prior
 */
export async function planCells(
  prior: Prior,
  manifest: Pick<Manifest, 'defaults' | 'codebook'> & NamingManifest,
  request: CheckedPlanRequest,
  signal?: AbortSignal,
): Promise<Plan> {
  const { prompt, count, variety, seed, pinned, kinds } = request;
  const { defaults, codebook } = manifest;
  const settings = varietySettings(variety, count, defaults);
  const allPinned = kinds.every((kind) => pinned[kind] !== undefined);
  const rows = allPinned ? 1 : (request.candidates ?? settings.candidates);
  const judge = createPromptJudge(manifest, prompt);
  const sampling = {
    encoding: await prior.encode(prompt),
    rows,
    pinned,
    temperature: settings.temperature,
    topP: settings.topP,
    signal,
  };
  const isDrafted =
    judge.isDemanding &&
    rows > 1 &&
    request.candidates === undefined &&
    kinds.includes('description') &&
    pinned.description === undefined;
  const drafts = isDrafted
    ? await draftDescriptions(prior, judge, {
        ...sampling,
        uniform: coupledDraws(seed, 'draft', settings.independence),
      })
    : undefined;
  const sampled = await prior.sample({
    ...sampling,
    kinds,
    rows: drafts?.length ?? rows,
    pinned: drafts?.map(({ latents }) => latents) ?? pinned,
    byKind: { tokens: settings.tokens },
    uniform: coupledDraws(seed, 'plan', settings.independence),
  });
  const candidates = sampled.map((rest, row) => ({ ...rest, logLikelihood: meanOf(rest, drafts?.[row]) }));
  const quality = candidates.map(({ latents, logLikelihood }) => {
    const toPalette = paletteAgreement(latents, codebook.colours);
    const toPrompt = judge.agreement(latents);
    return settings.qualityWeight * logLikelihood + PALETTE_WEIGHT * logOf(toPalette) + PROMPT_WEIGHT * logOf(toPrompt);
  });
  const open = drafts ? betterTakes(quality) : [...candidates.keys()];
  const kernel = latentKernel(
    open.map((i) => candidates[i]!.latents),
    codebook.colours,
  );
  const chosen = selectDiverse(
    kernel,
    open.map((i) => quality[i]!),
    Math.min(count, open.length),
  );
  // A single candidate is shared by all cells, which then differ in their noise.
  const cells = Array.from({ length: count }, (_, cell) => chosen[cell % chosen.length]!);
  return {
    cells: cells.map((i, cell) => ({
      latents: candidates[open[i]!]!.latents,
      logLikelihood: candidates[open[i]!]!.logLikelihood,
      seed: createRng(seed, 'cell-seed', cell).uint32(),
    })),
    vendi: vendiScore(cells.map((i) => cells.map((j) => kernel[i]![j]!))),
    candidates: candidates.length,
  };
}

/** Of an agreement; that of a plan where there is none to judge by counts as whole. */
function logOf(agreement: number | undefined): number {
  return Math.log(Math.max(agreement ?? 1, LEAST_AGREEMENT));
}

/** Mean log-likelihood of a plan's tokens, of which some were drawn with its draft. */
function meanOf(rest: RowSample, draft: RowSample | undefined): number {
  const drawn = rest.drawn + (draft?.drawn ?? 0);
  const sum = rest.logLikelihood * rest.drawn + (draft ? draft.logLikelihood * draft.drawn : 0);
  return drawn === 0 ? 0 : sum / drawn;
}

/**
 * Uniform draws for every row and step of one use, each the row's own with the chance `independence` and otherwise one that all rows
 * share at that step. A row's draws depend on the seed, the use and the row alone.
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
