import { type FloatTensor, floatTensor } from '../basics/index.js';
import type { LatentContext, Latents } from '../latents/index.js';

import { floatOutput, type Session } from '../runtime/index.js';
import { padSequences } from './batch.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { NO_LOGITS } from './next-tokens.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { encodeSequence } from './sequence.js';

/** See `Prior.hiddenStates`. */
export async function hiddenStates(
  prior: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  latents: readonly Latents[],
): Promise<{ hidden: FloatTensor; mask: FloatTensor }> {
  const rows = latents.length;
  const { inputs, lengths, width } = padSequences(
    latents.map((row) => encodeSequence(row, context)),
    context.manifest,
  );
  const past = new KvCache({ ...cacheSizes(context.manifest), rows }, 0);
  const outputs = await prior.run({ ...inputs, ...NO_LOGITS, ...past.inputs, ...crossInputs(encoding, rows) }, [
    'hidden_states',
  ]);
  const mask = floatTensor([rows, width]);
  lengths.forEach((length, row) => {
    mask.data.fill(1, row * width, row * width + length);
  });
  return { hidden: floatOutput(outputs, 'hidden_states'), mask };
}
