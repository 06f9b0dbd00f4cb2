import type { Rng } from '../../../../src/engine/basics/rng.js';
import type { LatentContext } from '../../../../src/engine/context/index.js';
import { IdSet } from '../../../../src/engine/latents/id-set.js';
import type { LatentKind, Latents } from '../../../../src/engine/latents/index.js';
import { RowWalk } from '../../../../src/engine/prior/row-walk.js';
import { createTokenSampler } from '../../../../src/engine/prior/sample-token.js';

/** Walks a row to its end with random logits in place of the prior. */
export function walkRandomly(
  context: LatentContext,
  kinds: readonly LatentKind[],
  rng: Rng,
  pinned: Latents = {},
): RowWalk {
  const { size, specials } = context.manifest.vocabulary;
  const walk = new RowWalk(pinned, kinds, context);
  const allowed = new IdSet();
  const sampler = createTokenSampler(size);
  // Some walks end their segments at once, others run to the limits.
  const endBias = rng.uniform() * 8;
  while (!walk.done) {
    walk.allowed(allowed);
    const logits = rng.gaussian(size);
    logits[specials.end]! += endBias;
    const id = sampler.sample(logits, 0, allowed, { temperature: 1, topP: 0.95 }, rng.uniform());
    walk.accept(id, allowed.count > 1 ? sampler.logLikelihood() : undefined);
  }
  return walk;
}
