import { isDeepStrictEqual } from 'node:util';
import { EngineError } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import { type Latents, pickKinds, presentKinds } from '../latents/index.js';
import { gridOf, latentKernel, selectDiverse, varietySettings } from '../plan/index.js';
import {
  type CheckedPlanRequest,
  checkPlanRequest,
  type Plan,
  type PlanRequest,
  type StandIn,
} from '../requests/index.js';
import { type PromptReading, readOptionsOf } from '../words/index.js';
import { fitted } from './fit.js';
import { templates } from './templates.js';
import { type Proposal, type ProposalRequest, TEXT_KINDS, type TextKind, type TextPrior } from './text-prior.js';

/** What plans in words are made with. */
export interface ProposedParts {
  context: LatentContext;
  /** Default: `templates`, which also stand in for it where it has too few. */
  prior?: TextPrior | undefined;
  /** Told why templates stand in. */
  onStandIn?: (error: unknown) => void;
}

/** How much the logarithm of a probability that somebody put a number to counts: it is a guess. */
const GUESS_WEIGHT = 0.2;

interface Candidate {
  latents: Latents;
  style: string | undefined;
  logProbability: number;
}

/**
 * Plans a grid in words: a text prior proposes more plans than there are cells, and a k-DPP chooses likely ones that
 * differ, as of our own prior's. What is pinned every plan has; where nothing is open, nobody is asked. The blobs and
 * visual tokens of a plan are those that are pinned.
 *
 * @throws EngineError of `checkPlanRequest`; the signal's reason when aborted
 */
export async function planProposed(parts: ProposedParts, request: PlanRequest, signal?: AbortSignal): Promise<Plan> {
  const { context } = parts;
  const checked = checkPlanRequest(request, context);
  const { manifest } = context;
  const { qualityWeight } = varietySettings(checked.variety, checked.count, manifest.defaults);
  const { candidates, standIn } = await candidatesOf(parts, checked, signal);
  signal?.throwIfAborted();
  const latents = candidates.map((candidate) => candidate.latents);
  const styles = candidates.flatMap(({ style }) => (style === undefined ? [] : [lastWord(style)]));
  const kernel = latentKernel(latents, { ...manifest, styles: [...manifest.styles, ...styles] });
  const quality = candidates.map(({ logProbability }) => qualityWeight * GUESS_WEIGHT * logProbability);
  const chosen = selectDiverse(kernel, quality, Math.min(checked.count, candidates.length));
  const cells = chosen.map((k) => ({ latents: latents[k]!, logLikelihood: candidates[k]!.logProbability }));
  const among = chosen.map((a) => chosen.map((b) => kernel[a]![b]!));
  const plan = { ...gridOf(cells, among, checked), candidates: candidates.length, isExhausted: false };
  return standIn === undefined ? plan : { ...plan, standIn };
}

/** Candidates that differ, and why templates stand in for others, where they do. */
interface Candidates {
  candidates: Candidate[];
  standIn?: StandIn;
}

async function candidatesOf(
  parts: ProposedParts,
  checked: CheckedPlanRequest,
  signal: AbortSignal | undefined,
): Promise<Candidates> {
  const { context, prior = templates } = parts;
  const { pinned, kinds } = checked;
  const given = pickKinds(pinned, kinds);
  const nothing = { latents: given, style: undefined, logProbability: 0 };
  const open = TEXT_KINDS.filter((kind) => kinds.includes(kind) && pinned[kind] === undefined);
  if (open.length === 0) return { candidates: [nothing] };
  const asked = proposalRequest(checked, open, context, prior);
  const needed = Math.min(asked.count, checked.count);
  const { proposals, standIn } = await proposed(parts, asked, signal);
  const candidates = distinct(proposals, given, open, context);
  if (prior === templates) return { candidates: candidates.length === 0 ? [nothing] : candidates };
  if (candidates.length >= needed) return { candidates };
  const more = distinct(await templates.propose(asked, signal), given, open, context);
  return { candidates: [...candidates, ...more.slice(0, needed - candidates.length)], standIn: standIn ?? 'few' };
}

/** What the prior proposes; nothing where it cannot. */
async function proposed(
  { prior = templates, onStandIn = () => undefined }: ProposedParts,
  asked: ProposalRequest,
  signal: AbortSignal | undefined,
): Promise<{ proposals: readonly Proposal[]; standIn?: StandIn }> {
  try {
    return { proposals: await prior.propose(asked, signal) };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof EngineError)) throw error;
    onStandIn(error);
    return { proposals: [], standIn: error.code === 'prior_away' ? 'away' : 'unusable' };
  }
}

function proposalRequest(
  { prompt, count, variety, seed, candidates, ...rest }: CheckedPlanRequest,
  open: readonly TextKind[],
  { manifest, reader }: LatentContext,
  { usualCount }: TextPrior,
): ProposalRequest {
  const reading = reader.read(prompt, readOptionsOf(rest));
  const settings = varietySettings(variety, count, manifest.defaults);
  return {
    prompt: wanted(prompt, reading),
    given: rest.pinned,
    ...(rest.aspect === undefined ? {} : { aspect: rest.aspect }),
    open,
    style: reading.finish ?? reading.style,
    colours: coloursIn(reading, manifest.tables.colours),
    // Where variety is 0, one plan serves all cells.
    count: candidates ?? Math.min(settings.candidates, Math.max(count, usualCount)),
    seed,
    temperature: settings.temperature / manifest.defaults.temperature,
    independence: settings.independence,
    limits: manifest.limits,
  };
}

/** Engines paint whatever is named, “without” before it or not. */
function wanted(prompt: string, { notes, worded }: PromptReading): string {
  return notes.some(({ type }) => type === 'removed' || type === 'inseparable') ? worded : prompt;
}

function coloursIn({ worded }: PromptReading, colours: Readonly<Record<string, readonly string[]>>): string[] {
  const said = new Set(worded.toLowerCase().match(/\p{L}+/gu));
  return Object.entries(colours).flatMap(([name, [first]]) => (said.has(name) && first !== undefined ? [first] : []));
}

function distinct(
  proposals: readonly Proposal[],
  given: Latents,
  open: readonly TextKind[],
  context: LatentContext,
): Candidate[] {
  const all = proposals.reduce((sum, { probability }) => sum + probability, 0);
  const found: Candidate[] = [];
  for (const proposal of proposals) {
    const whole = { ...given, ...fitted(proposal, open, context) };
    const latents = pickKinds(whole, presentKinds(whole));
    if (open.every((kind) => latents[kind] === undefined)) continue;
    if (found.some((one) => isDeepStrictEqual(one.latents, latents))) continue;
    found.push({ latents, style: proposal.style, logProbability: Math.log(proposal.probability / all) });
  }
  return found;
}

function lastWord(style: string): string {
  return style.toLowerCase().split(/\s+/u).at(-1)!;
}
