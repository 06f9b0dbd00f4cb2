import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FloatTensor, floatTensor } from '../../../../src/engine/basics/tensor.js';
import type { LatentContext } from '../../../../src/engine/context/index.js';
import { inOrder, withAheadInput } from '../../../../src/engine/prior/ahead-input.js';
import { cacheSizes, KvCache } from '../../../../src/engine/prior/kv-cache.js';
import { NO_LOGITS } from '../../../../src/engine/prior/next-tokens.js';
import { crossInputs, type PromptEncoding } from '../../../../src/engine/prior/prompt-encoder.js';
import { padSequences, type TokenSequence } from '../../../../src/engine/prior/sequence.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';
import { maxDifference, TINY_BUNDLE } from '../support/golden.js';
import { openPrior } from '../support/prior.js';

const pools = { edited: createSessionPool({ threads: 1 }), plain: createSessionPool({ threads: 1 }) };
afterAll(() => Promise.all([pools.edited.dispose(), pools.plain.dispose()]));

/** Tokens of a description at the places given. */
function tokensAt(ids: number[], positions: number[]): TokenSequence {
  return { ids, kindIds: ids.map((_, k) => (k === 0 ? 0 : 1)), positions, places: ids.map(() => 0) };
}

/** Everything that the prior needs to read one row. */
function feeds(sequence: TokenSequence, { manifest }: LatentContext, encoding: PromptEncoding) {
  const past = new KvCache({ ...cacheSizes(manifest), rows: 1 }, 0);
  return {
    ...padSequences([sequence], manifest).inputs,
    ...NO_LOGITS,
    ...past.inputs,
    ...crossInputs(encoding, 1),
  };
}

describe('the prior’s input of what is hidden from what', () => {
  it('gives what the exported graph gives where tokens stand one behind the other', async () => {
    const { bundle, context, prior } = await openPrior(TINY_BUNDLE, pools.edited);
    const path = bundle.graphPath('prior.onnx');
    const [edited, plain] = [await pools.edited.open(path, withAheadInput), await pools.plain.open(path)];
    expect([...edited.inputs.keys()].filter((name) => !plain.inputs.has(name))).toEqual(['ahead']);
    expect(edited.outputNames).toEqual(plain.outputNames);
    const inputs = feeds(tokensAt([2, 4, 20, 21, 22], [0, 0, 1, 2, 3]), context, await prior.encode('a cat'));
    const { ahead: _, ...unmasked } = inputs;
    const [ours, theirs] = [await edited.run(inputs), await plain.run(unmasked)];
    for (const name of ['hidden_states', 'new_entries']) expect(ours[name]!.data).toEqual(theirs[name]!.data);
  });

  it('hides tokens of other sequences, which then change nothing', async () => {
    const { bundle, context, prior } = await openPrior(TINY_BUNDLE, pools.edited);
    const session = await pools.edited.open(bundle.graphPath('prior.onnx'), withAheadInput);
    const encoding = await prior.encode('a cat');
    const hidden = async (sequence: TokenSequence, ahead: FloatTensor) => {
      const outputs = await session.run({ ...feeds(sequence, context, encoding), ahead }, ['hidden_states']);
      return outputs.hidden_states as FloatTensor;
    };
    // <bos> start 20 21, and behind the start also 22.
    const both = await hidden(
      tokensAt([2, 4, 20, 21, 22], [0, 0, 1, 2, 1]),
      floatTensor([5, 5], Float32Array.of(0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0)),
    );
    const width = both.dims[2]!;
    const first = await hidden(tokensAt([2, 4, 20, 21], [0, 0, 1, 2]), inOrder(4));
    const second = await hidden(tokensAt([2, 4, 22], [0, 0, 1]), inOrder(3));
    expect(maxDifference(both.data.subarray(0, 4 * width), first.data)).toBeLessThan(1e-5);
    expect(maxDifference(both.data.subarray(4 * width), second.data.subarray(2 * width))).toBeLessThan(1e-5);
    const unhidden = await hidden(tokensAt([2, 4, 20, 21, 22], [0, 0, 1, 2, 1]), inOrder(5));
    expect(maxDifference(unhidden.data.subarray(4 * width), second.data.subarray(2 * width))).toBeGreaterThan(1e-3);
  });

  it('is refused to a graph that is another’s', async () => {
    const decoder = await readFile(join(TINY_BUNDLE, 'visual_decoder.onnx'));
    expect(() => withAheadInput(decoder)).toThrow(expect.objectContaining({ code: 'model_failed' }));
    expect(() => withAheadInput(new Uint8Array(0))).toThrow(expect.objectContaining({ code: 'model_failed' }));
  });
});
