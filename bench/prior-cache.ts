import { createRng } from '../src/engine/basics/rng.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../src/engine/context/index.js';
import { withAheadInput } from '../src/engine/prior/ahead-input.js';
import { prefill } from '../src/engine/prior/decoder.js';
import { cacheSizes, KvCache } from '../src/engine/prior/kv-cache.js';
import { NO_LOGITS } from '../src/engine/prior/next-tokens.js';
import { createPrior } from '../src/engine/prior/prior.js';
import { crossInputs, type PromptEncoding } from '../src/engine/prior/prompt-encoder.js';
import { encodeSequence, padSequences, type TokenSequence } from '../src/engine/prior/sequence.js';
import { openSession, type Session } from '../src/engine/runtime/onnx.js';
import type { Section } from './section.js';
import { PROMPT, type Setup } from './setup.js';
import { interleave, timed } from './timing.js';

const BATCHES = [1, 16];
/** The slow side passes over some thousand tokens a row and round. */
const MOST_ROUNDS = 3;

/** Tokens a second of the prior with its cache of keys and values, and without. */
export async function priorCache({ bundle, threads, rounds }: Setup): Promise<Section> {
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const [textEncoder, session] = await Promise.all([
    openSession(bundle.graphPath('text_encoder.onnx'), { threads }),
    openSession(bundle.graphPath('prior.onnx'), { threads, edit: withAheadInput }),
  ]);
  const prior = createPrior({ context, textEncoder, prior: session });
  const encoding = await prior.encode(PROMPT);
  const { uniform } = createRng(0, 'bench-sequence');
  const [one] = await prior.sample({ encoding, rows: 1, temperature: 0.9, topP: 0.95, uniform });
  const prefixes = prefixesOf(encodeSequence(one!.latents, context));

  const rows = [];
  for (const batch of BATCHES) {
    const tokens = batch * prefixes.length;
    const sides = {
      cached: () => withCache(session, context, encoding, prefixes, batch),
      uncached: () => withoutCache(session, context, encoding, prefixes, batch),
    };
    const seconds = await interleave(
      {
        cached: async () => (await timed(sides.cached)).seconds,
        uncached: async () => (await timed(sides.uncached)).seconds,
      },
      Math.min(rounds, MOST_ROUNDS),
    );
    rows.push({
      rows: batch,
      'with cache, tokens/s': tokens / seconds.cached.median,
      'without, tokens/s': tokens / seconds.uncached.median,
      'times faster': seconds.uncached.median / seconds.cached.median,
    });
  }
  await Promise.all([textEncoder.dispose(), session.dispose()]);
  return {
    name: 'prior-cache',
    title: 'The prior with and without its cache',
    rows,
    notes: [
      `A sequence of ${prefixes.length} tokens, fed and not sampled, so that both sides do the model’s work alone. Without the cache each token costs one pass over all before it through the same graph, with an empty past.`,
    ],
  };
}

/** The first token, the first two, … all of a sequence. */
function prefixesOf({ ids, kindIds, positions, places }: TokenSequence): TokenSequence[] {
  return ids.map((_, last) => ({
    ids: ids.slice(0, last + 1),
    kindIds: kindIds.slice(0, last + 1),
    positions: positions.slice(0, last + 1),
    places: places.slice(0, last + 1),
  }));
}

async function withCache(
  session: Session,
  context: LatentContext,
  encoding: PromptEncoding,
  prefixes: readonly TokenSequence[],
  rows: number,
): Promise<void> {
  const [first, ...rest] = prefixes.map((prefix) => new Array<TokenSequence>(rows).fill(prefix));
  const none = new Array<undefined>(rows).fill(undefined);
  const { decoder } = await prefill(session, context, {
    encoding,
    sequences: first!,
    parts: none,
    shared: true,
    codeTemperature: 1,
  });
  for (const sequences of rest) await decoder.step(sequences, none);
}

async function withoutCache(
  session: Session,
  { manifest }: LatentContext,
  encoding: PromptEncoding,
  prefixes: readonly TokenSequence[],
  rows: number,
): Promise<void> {
  const past = new KvCache({ ...cacheSizes(manifest), rows }, 0);
  const cross = crossInputs(encoding, rows);
  for (const prefix of prefixes) {
    const { inputs } = padSequences(new Array<TokenSequence>(rows).fill(prefix), manifest);
    await session.run({ ...inputs, ...NO_LOGITS, ...past.inputs, ...cross }, ['new_entries']);
  }
}
