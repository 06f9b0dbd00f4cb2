import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../../../src/engine/context/index.js';
import { withAheadInput } from '../../../../src/engine/prior/ahead-input.js';
import { createPrior, type Prior } from '../../../../src/engine/prior/prior.js';
import type { SessionPool } from '../../../../src/engine/runtime/session-pool.js';

/** A bundle's prior with what it needs; the pool closes its graphs. */
export async function openPrior(
  dir: string,
  pool: SessionPool,
): Promise<{ bundle: Bundle; context: LatentContext; prior: Prior }> {
  const bundle = await loadBundle(dir);
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const prior = createPrior({
    context,
    textEncoder: await pool.open(bundle.graphPath('text_encoder.onnx')),
    prior: await pool.open(bundle.graphPath('prior.onnx'), withAheadInput),
  });
  return { bundle, context, prior };
}
