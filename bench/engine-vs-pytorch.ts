import { setTimeout as pause } from 'node:timers/promises';
import type { RgbaImage } from '../src/engine/basics/rgba-image.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../src/engine/context/index.js';
import { toRgbaImage } from '../src/engine/diffusion/paint.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { planSampled } from '../src/engine/plan/plan-sampled.js';
import { varietySettings } from '../src/engine/plan/variety.js';
import { withAheadInput } from '../src/engine/prior/ahead-input.js';
import { createPrior, type Prior } from '../src/engine/prior/prior.js';
import { checkPlanRequest } from '../src/engine/requests/check.js';
import type { Plan } from '../src/engine/requests/types.js';
import { openSession } from '../src/engine/runtime/onnx.js';
import { drawTable, jobOf } from './job.js';
import { paintToEnd } from './paint-to-end.js';
import { startReference } from './pytorch.js';
import type { Row, Section } from './section.js';
import { CELLS, PROMPT, type Setup, VARIETY } from './setup.js';
import { summarise, timed } from './timing.js';

/** Lets the other side's threads fall asleep: both keep spinning for a while after their last work. */
const REST_MS = 400;
/** Rounds that do not count: the first opens the painting graphs, and V8 still compiles in the second and third. */
const WARM_UP = 3;
const AIMS = { plan: 'ratio ≤ 0.4', paint: 'ratio ≤ 1.05', grid: '≤ 2.5 s' };

/**
 * Seconds for a grid, the engine against PyTorch: same weights, prompt, draws, noise, sampler, settings and threads.
 */
export async function engineVsPytorch(setup: Setup): Promise<Section> {
  const { bundle, threads, rounds, python } = setup;
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const draws = drawTable(setup);
  const [textEncoder, priorSession] = await Promise.all([
    openSession(bundle.graphPath('text_encoder.onnx'), { threads }),
    openSession(bundle.graphPath('prior.onnx'), { threads, edit: withAheadInput }),
  ]);
  const sampled: { sequences: readonly (readonly number[])[] } = { sequences: [] };
  const prior = withDraws(createPrior({ context, textEncoder, prior: priorSession }), draws, (sequences) => {
    sampled.sequences = sequences;
  });
  const engine = await createEngine(bundle, { threads });
  const { cells } = await plan(prior, context);
  const reference = await startReference(python, jobOf(setup, context, draws, cells));

  const seconds = {
    ours: { plan: [] as number[], paint: [] as number[] },
    theirs: { plan: [] as number[], paint: [] as number[] },
  };
  const notes: string[] = [];
  for (let round = 1 - WARM_UP; round <= rounds; round++) {
    const planned = await timed(() => plan(prior, context));
    // The reference knows plain classifier-free guidance only; a rule's own arithmetic is a trifle beside the denoiser.
    const painted = await timed(() => paintToEnd(engine, { prompt: PROMPT, cells, guidanceRule: 'cfg' }));
    if (round > 0) {
      seconds.ours.plan.push(planned.seconds);
      seconds.ours.paint.push(painted.seconds);
    }
    if (!reference) continue;
    await pause(REST_MS);
    const theirPlan = await reference.plan();
    const theirPaint = await reference.paint();
    if (round > 0) {
      seconds.theirs.plan.push(theirPlan.seconds);
      seconds.theirs.paint.push(theirPaint.seconds);
    } else if (notes.length === 0) {
      notes.push(
        agreement(sampled.sequences, theirPlan.sequences, painted.result, theirPaint.pictures),
        `PyTorch ${reference.torch}, eager, ${threads} threads on either side; ${rounds} rounds in turn.`,
      );
    }
    await pause(REST_MS);
  }
  await Promise.all([reference?.close(), engine.dispose(), textEncoder.dispose(), priorSession.dispose()]);
  const { sampler, steps, guidance, guidance_interval } = bundle.manifest.defaults;
  const where = guidance_interval ? ` where σ is ${guidance_interval.join('–')}` : '';
  notes.push(
    `${CELLS} cells of “${PROMPT}”, variety ${VARIETY}, ${sampler}, ${steps} steps, guidance ${guidance}${where}.`,
  );
  return {
    name: 'engine-vs-pytorch',
    title: 'A grid, the engine against PyTorch (seconds)',
    rows: [
      row('plan', seconds.ours.plan, seconds.theirs.plan, AIMS.plan),
      row('paint', seconds.ours.paint, seconds.theirs.paint, AIMS.paint),
      row('grid', sums(seconds.ours), sums(seconds.theirs), AIMS.grid),
    ],
    notes,
  };
}

/** The prior, drawing from a table and telling the sequences it made. */
function withDraws(
  prior: Prior,
  draws: readonly (readonly number[])[],
  told: (sequences: readonly (readonly number[])[]) => void,
): Prior {
  return {
    ...prior,
    async sample(request) {
      const uniform = (step: number, row: number) => draws[step % draws.length]![row]!;
      const rows = await prior.sample({ ...request, uniform });
      told(rows.map(({ ids }) => ids));
      return rows;
    },
  };
}

function plan(prior: Prior, context: LatentContext): Promise<Plan> {
  // As many as variety gives; said outright, so that no descriptions are drafted, which PyTorch's side does not.
  const { candidates } = varietySettings(VARIETY, CELLS, context.manifest.defaults);
  const request = checkPlanRequest({ prompt: PROMPT, count: CELLS, variety: VARIETY, seed: 1, candidates }, context);
  return planSampled(prior, context, request);
}

function sums({ plan, paint }: { plan: readonly number[]; paint: readonly number[] }): number[] {
  return plan.map((value, round) => value + paint[round]!);
}

function row(work: string, ours: readonly number[], theirs: readonly number[], aim = ''): Row {
  const engine = summarise(ours);
  const pytorch = theirs.length > 0 ? summarise(theirs) : undefined;
  return {
    work,
    engine: engine.median,
    'engine, least': engine.min,
    PyTorch: pytorch?.median ?? '–',
    'PyTorch, least': pytorch?.min ?? '–',
    ratio: pytorch ? engine.median / pytorch.median : '–',
    aim,
  };
}

/** Says how alike the two sides' results are: a comparison of different work would mean nothing. */
function agreement(
  sequences: readonly (readonly number[])[],
  theirSequences: readonly (readonly number[])[],
  images: readonly RgbaImage[],
  theirPictures: Float32Array,
): string {
  const same = sequences.filter((ids, index) => ids.join() === theirSequences[index]!.join()).length;
  const length = theirPictures.length / images.length;
  let most = 0;
  images.forEach(({ data, width }, cell) => {
    const other = toRgbaImage(theirPictures.subarray(cell * length, (cell + 1) * length), width).data;
    for (const k of data.keys()) most = Math.max(most, Math.abs(seen(data, k) - seen(other, k)));
  });
  return (
    `Same work: ${same} of ${sequences.length} plans agree token for token; ` +
    `the pictures differ by at most ${Math.round(most)} of 255.`
  );
}

/** A channel as it shows: the colour of a pixel that is hardly there says nothing. */
function seen(data: Uint8Array, k: number): number {
  const alpha = data[k | 3]!;
  return (k & 3) === 3 ? alpha : (data[k]! * alpha) / 255;
}
