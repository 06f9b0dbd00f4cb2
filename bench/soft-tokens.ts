import { createLatentContext, createTextTokenizer, type LatentContext } from '../src/engine/context/index.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { withAheadInput } from '../src/engine/prior/ahead-input.js';
import { createPrior, type Prior } from '../src/engine/prior/prior.js';
import { sampleSoftTokens } from '../src/engine/prior/soft-tokens.js';
import { recallSettings } from '../src/engine/requests/recall-settings.js';
import type { CellPlan } from '../src/engine/requests/types.js';
import type { Session } from '../src/engine/runtime/onnx.js';
import { createSessionPool } from '../src/engine/runtime/session-pool.js';
import { countingSession } from './counting-session.js';
import type { Row, Section } from './section.js';
import { CELLS, PROMPT, type Setup, VARIETY } from './setup.js';
import { interleave } from './timing.js';

/** One thing, as the prior has seen it, and two, which it has not seen together. */
const PROMPTS = ['a cat', PROMPT];
const RECALLS = [10, 30, 50];

/**
 * What the draft as a proposal saves where the prior samples the visual tokens itself: passes of the prior a cell and
 * seconds a grid, token by token and in blocks. Both give the same tokens.
 */
export async function softTokens({ bundle, threads, rounds }: Setup): Promise<Section> {
  const engine = await createEngine(bundle, { threads });
  const pool = createSessionPool({ threads });
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const session = await pool.open(bundle.graphPath('prior.onnx'), withAheadInput);
  const textEncoder = await pool.open(bundle.graphPath('text_encoder.onnx'));
  const prior = createPrior({ context, textEncoder, prior: session });
  const rows: Row[] = [];
  for (const prompt of PROMPTS) {
    // At the default recall the tokens are the draft's.
    const { cells } = await engine.plan({ prompt, count: CELLS, variety: VARIETY, seed: 1 });
    const encoding = await prior.encode(prompt);
    for (const recall of RECALLS) {
      const work = { context, session, encoding, cells, beta: recallSettings(recall).beta };
      const seconds = await interleave({ single: () => secondsOf(work, 1), blocks: () => secondsOf(work) }, rounds);
      const blocks = await passesOf(work);
      rows.push({
        prompt,
        recall,
        "of 64 the draft's": blocks.kept,
        'passes a cell, one by one': (await passesOf(work, 1)).passes,
        'in blocks': blocks.passes,
        'a grid, one by one, s': seconds.single.median,
        'in blocks, s': seconds.blocks.median,
      });
    }
  }
  await engine.dispose();
  await pool.dispose();
  return {
    name: 'soft-tokens',
    title: "Visual tokens sampled with the draft's favoured",
    rows,
    notes: [
      `${CELLS} cells, ${threads} threads, ${rounds} rounds in turn; the pass over description, boxes, blobs and ` +
        'palette included.',
    ],
  };
}

/** Cells whose visual tokens are sampled with those of their drafts favoured. */
interface Work {
  context: LatentContext;
  session: Session;
  encoding: Awaited<ReturnType<Prior['encode']>>;
  cells: readonly CellPlan[];
  beta: number;
}

/** @param block tokens proposed at a time; the engine's own number when absent */
function sample({ context, session, encoding, cells, beta }: Work, block?: number) {
  const latents = cells.map(({ latents: { tokens: _, ...rest } }) => rest);
  const drafted = cells.map((cell) => cell.latents.tokens!);
  return sampleSoftTokens(session, context, { encoding, latents, drafted, beta, seed: 1 }, block);
}

/** Passes of the prior a cell, each by itself, and how many of a cell's tokens are its draft's, in the mean. */
async function passesOf(work: Work, block?: number): Promise<{ passes: number; kept: number }> {
  const { cells } = work;
  const { counted, passes } = countingSession(work.session);
  const alone = [];
  for (const cell of cells) alone.push(...(await sample({ ...work, session: counted, cells: [cell] }, block)));
  const kept = alone.map((tokens, k) => tokens.filter((code, at) => code === cells[k]!.latents.tokens![at]).length);
  return { passes: passes() / cells.length, kept: kept.reduce((sum, one) => sum + one, 0) / kept.length };
}

async function secondsOf(work: Work, block?: number): Promise<number> {
  const start = performance.now();
  await sample(work, block);
  return (performance.now() - start) / 1000;
}
