import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import type { Bundle } from '../../../../src/engine/bundle/bundle.js';
import { decodeLatentCode, encodeLatentCode } from '../../../../src/engine/codes/latent-code.js';
import type { LatentContext } from '../../../../src/engine/context/index.js';
import type { LatentKind, Latents } from '../../../../src/engine/latents/index.js';
import { visualTokenizerOf } from '../../../../src/engine/manifest/manifest.js';
import { type PrefillRequest, prefill } from '../../../../src/engine/prior/decoder.js';
import type { NextToken, VocabularyPart } from '../../../../src/engine/prior/next-tokens.js';
import { createPrior, type Prior } from '../../../../src/engine/prior/prior.js';
import { encodeSequence } from '../../../../src/engine/prior/sequence.js';
import type { Session } from '../../../../src/engine/runtime/onnx.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';
import { GOLDEN_BUNDLES, goldenTensor, maxDifference, readGolden } from '../support/golden.js';
import { openPrior } from '../support/prior.js';

const TOLERANCE = 1e-4;

describe.each(GOLDEN_BUNDLES)('the prior against PyTorch: %s', (dir) => {
  const golden = readGolden(dir);
  const latents = golden.latents.map(({ sequence: _, ...rest }): Latents => rest);
  const pool = createSessionPool();
  let bundle: Bundle;
  let context: LatentContext;
  let prior: Prior;

  beforeAll(async () => {
    ({ bundle, context, prior } = await openPrior(dir, pool));
  });
  afterAll(() => pool.dispose());

  it('reads prompts into the same ids', () => {
    expect(golden.prompt.map((prompt) => context.tokenizer.encodePrompt(prompt).ids)).toEqual(golden.input_ids);
  });

  it('encodes prompts to the same states', async () => {
    const expected = goldenTensor(golden.encoder_states);
    const [, longest = 0, width = 0] = expected.dims;
    for (const [row, prompt] of golden.prompt.entries()) {
      const { states, ids } = await prior.encode(prompt);
      const start = row * longest * width;
      const real = expected.data.subarray(start, start + ids.length * width);
      expect(maxDifference(states.data, real)).toBeLessThan(TOLERANCE);
    }
  });

  it('writes latents as the same sequences, and as codes that give them back', () => {
    latents.forEach((row, index) => {
      expect(encodeSequence(row, context).ids).toEqual(golden.latents[index]!.sequence);
      const code = encodeLatentCode(row, visualTokenizerOf(bundle.manifest));
      expect(decodeLatentCode(code).latents).toEqual(row);
    });
  });

  it('gives the same hidden states, whatever shares the batch', async () => {
    const expected = goldenTensor(golden.hidden_states);
    const [, longest = 0, width = 0] = expected.dims;
    for (const [row, prompt] of golden.prompt.entries()) {
      const encoding = await prior.encode(prompt);
      const { hidden, mask } = await prior.hiddenStates(encoding, latents);
      expect(hidden.dims).toEqual([2, longest, width]);
      const length = golden.latents[row]!.sequence.length;
      expect(mask.data.subarray(row * longest, (row + 1) * longest).reduce((sum, m) => sum + m, 0)).toBe(length);
      const from = row * longest * width;
      const to = from + length * width;
      expect(maxDifference(hidden.data.subarray(from, to), expected.data.subarray(from, to))).toBeLessThan(TOLERANCE);
    }
  });

  it('gives the same logits behind whole sequences, at once and token by token', async () => {
    const session = await pool.open(bundle.graphPath('prior.onnx'));
    const expected = goldenTensor(golden.logits_last);
    const { size, ranges } = bundle.manifest.vocabulary;
    const bounds = { words: [0, ranges.code[0]], codes: ranges.code } as const;
    for (const [row, prompt] of golden.prompt.entries()) {
      const encoding = await prior.encode(prompt);
      const whole = encodeSequence(latents[row]!, context);
      const real = expected.data.subarray(row * size, (row + 1) * size);
      const upTo = (length: number) => ({
        ids: whole.ids.slice(0, length),
        kindIds: whole.kindIds.slice(0, length),
        positions: whole.positions.slice(0, length),
        places: whole.places.slice(0, length),
      });
      for (const part of ['words', 'codes'] as const) {
        const [first, end] = bounds[part];
        const differs = async ([found]: (NextToken | undefined)[]) => {
          return maxDifference(await logitsOf(found!, first, end), real.subarray(first, end));
        };
        const request = { encoding, sequences: [whole], parts: [part], shared: true, codeTemperature: 1 };
        const { next } = await prefill(session, context, request);
        expect(await differs(next)).toBeLessThan(TOLERANCE);

        const { decoder } = await prefill(session, context, {
          ...request,
          sequences: [upTo(1), upTo(3)],
          parts: [undefined, 'words'],
          shared: false,
        });
        decoder.keepRows([1]);
        let last: (NextToken | undefined)[] = [];
        for (let length = 4; length <= whole.ids.length; length++) last = await decoder.step([upTo(length)], [part]);
        expect(await differs(last)).toBeLessThan(TOLERANCE);
      }
    }
  });

  it('gives every row of a batch its own logits, and none where none are wanted', async () => {
    const session = await pool.open(bundle.graphPath('prior.onnx'));
    const encoding = await prior.encode(golden.prompt[0]!);
    const rows = latents.map((row) => encodeSequence(row, context));
    const feed = (sequences: typeof rows, parts: (VocabularyPart | undefined)[]) => {
      const request: PrefillRequest = { encoding, sequences, parts, shared: false, codeTemperature: 1 };
      return prefill(session, context, request);
    };
    const { next } = await feed([rows[0]!, rows[1]!, rows[1]!, rows[0]!], ['codes', 'words', undefined, 'codes']);
    expect(next[2]).toBeUndefined();
    const { ranges } = bundle.manifest.vocabulary;
    const bounds: Record<VocabularyPart, readonly [number, number]> = {
      words: [0, ranges.code[0]],
      codes: ranges.code,
    };
    for (const [row, sequence, part] of [
      [0, 0, 'codes'],
      [1, 1, 'words'],
      [3, 0, 'codes'],
    ] as const) {
      const alone = await feed([rows[sequence]!], [part]);
      const [found, wanted] = [next[row]!, alone.next[0]!];
      expect(
        maxDifference(await logitsOf(found, ...bounds[part]), await logitsOf(wanted, ...bounds[part])),
      ).toBeLessThan(1e-3);
    }
  });

  it('sorts codes and knows how much all of them weigh, at the temperature asked for', async () => {
    const session = await pool.open(bundle.graphPath('prior.onnx'));
    const encoding = await prior.encode(golden.prompt[0]!);
    const sequences = latents.map((row) => encodeSequence(row, context));
    const { next } = await prefill(session, context, {
      encoding,
      sequences,
      parts: ['codes', 'codes'],
      shared: false,
      codeTemperature: 0.6,
    });
    for (const head of next) {
      if (head?.part !== 'codes') throw new Error('There are no codes.');
      const whole = await head.whole();
      expect(head.isWhole).toBe(head.logits.length === bundle.manifest.codebook.colours.length);
      expect(whole.isWhole).toBe(true);
      expect([...whole.logits]).toEqual([...whole.logits].sort((a, b) => b - a));
      expect(new Set(whole.codes).size).toBe(bundle.manifest.codebook.colours.length);
      expect([...head.codes]).toEqual([...whole.codes.subarray(0, head.codes.length)]);
      const peak = (temperature: number) =>
        1 / whole.logits.reduce((sum, logit) => sum + Math.exp((logit - whole.logits[0]!) / temperature), 0);
      expect(head.peak).toBeCloseTo(peak(1), 5);
      expect(head.temperedPeak).toBeCloseTo(peak(0.6), 5);
    }
  });

  it('samples the same tokens from the same draws', async () => {
    const { sampling } = golden;
    const draws = goldenTensor(golden.draws);
    const steps = draws.dims[0]!;
    for (const [row, prompt] of golden.prompt.entries()) {
      const pinned = Object.fromEntries(
        sampling.pinned.map((kind) => [kind, latents[row]![kind as LatentKind]]),
      ) as Latents;
      const [sample] = await prior.sample({
        encoding: await prior.encode(prompt),
        rows: 1,
        pinned,
        temperature: sampling.temperature,
        topP: sampling.top_p,
        uniform: (step) => draws.data[(step % steps) * 2 + row]!,
      });
      expect(sample!.ids).toEqual(sampling.sequences[row]);
      expect(sample!.latents).toMatchObject(pinned);
      expect(sample!.scores.codes.drawn).toBe(bundle.manifest.codebook.grid ** 2);
      expect(sample!.scores.codes.sum).toBeLessThan(0);
    }
  });

  it('scores a whole description as it does while sampling it, alone and among others, in any order', async () => {
    const encoding = await prior.encode(golden.prompt[0]!);
    const rng = createRng(5, 'draws');
    const table = Array.from({ length: 60 }, () => Array.from({ length: 24 }, () => rng.uniform()));
    const sampled = await prior.sample({
      encoding,
      rows: 24,
      kinds: ['description'],
      temperature: 1,
      topP: 1,
      uniform: (step, row) => table[step]![row]!,
    });
    // The prior may spell a word otherwise than the tokenizer would: that is another sequence.
    const spelled = sampled.filter(({ latents: { description }, ids }) => {
      return encodeSequence({ description: description! }, context).ids.join() === ids.join();
    });
    expect(spelled.length).toBeGreaterThan(3);
    const texts = spelled.map(({ latents }) => latents.description!);
    const scores = await prior.scoreDescriptions(encoding, [...texts, texts[0]!]);
    for (const [k, { scores: wanted }] of spelled.entries()) {
      expect(scores[k]!.count).toBe(wanted.words.drawn);
      expect(Math.abs(scores[k]!.sum - wanted.words.sum)).toBeLessThan(2e-3);
      const [alone] = await prior.scoreDescriptions(encoding, [texts[k]!]);
      expect(Math.abs(alone!.sum - scores[k]!.sum)).toBeLessThan(1e-3);
    }
    expect(scores.at(-1)).toEqual(scores[0]);
  });

  it('scores more descriptions than go into one call, and gives up on what the bundle cannot write', async () => {
    const encoding = await prior.encode(golden.prompt[0]!);
    const words = ['cat', 'dog', 'red', 'a', 'pizza'];
    const texts = Array.from({ length: 100 }, (_, k) => `${words[k % 5]} ${words[(k >> 2) % 5]} ${words[k % 3]} ${k}`);
    const scores = await prior.scoreDescriptions(encoding, texts);
    const backwards = await prior.scoreDescriptions(encoding, [...texts].reverse());
    expect(scores.every(({ sum, count }) => Number.isFinite(sum) && sum < 0 && count > 1)).toBe(true);
    for (const [k, { sum }] of backwards.reverse().entries()) expect(Math.abs(sum - scores[k]!.sum)).toBeLessThan(1e-3);
    const tooLong = Array.from({ length: 60 }, () => 'cat').join(' ');
    expect(await prior.scoreDescriptions(encoding, [tooLong])).toEqual([{ sum: Number.NEGATIVE_INFINITY, count: 0 }]);
    expect(await prior.scoreDescriptions(encoding, [])).toEqual([]);
  });

  it('samples the same rows alone and in a batch whose rows end at different steps', async () => {
    const encoding = await prior.encode(golden.prompt[0]!);
    const kinds = ['description', 'boxes', 'palette'] as const;
    const draws = Array.from({ length: 6 }, (_, row) => createRng(row, 'draws'));
    const table = draws.map((rng) => Array.from({ length: 200 }, () => rng.uniform()));
    const options = { encoding, kinds, temperature: 1, topP: 0.95 };
    const together = await prior.sample({ ...options, rows: 6, uniform: (step, row) => table[row]![step]! });
    expect(new Set(together.map(({ ids }) => ids.length)).size).toBeGreaterThan(1);
    for (const [row, sample] of together.entries()) {
      const [alone] = await prior.sample({ ...options, rows: 1, uniform: (step) => table[row]![step]! });
      expect(alone!.ids).toEqual(sample.ids);
      expect(alone!.latents).toEqual(sample.latents);
      expect(alone!.scores.words.drawn).toBe(sample.scores.words.drawn);
      expect(alone!.scores.words.sum).toBeCloseTo(sample.scores.words.sum, 2);
    }
  });

  it('samples rows that differ in what is pinned', async () => {
    const encoding = await prior.encode(golden.prompt[0]!);
    const { description, ...rest } = latents[0]!;
    const pinned: Latents[] = [{}, { description: description! }, rest, latents[0]!];
    const rows = await prior.sample({ encoding, rows: 4, pinned, temperature: 1, topP: 0.9, uniform: () => 0.5 });
    rows.forEach((row, index) => {
      expect(row.latents).toMatchObject(pinned[index]!);
      expect(Object.keys(row.latents).sort()).toEqual([...context.manifest.kinds].sort());
    });
    expect(rows[3]!.scores).toEqual({ words: { sum: 0, drawn: 0 }, codes: { sum: 0, drawn: 0 } });
  });

  it('takes the most probable token at temperature 0, without a draw', async () => {
    const request = {
      encoding: await prior.encode('cat'),
      rows: 2,
      kinds: ['palette'],
      temperature: 0,
      topP: 1,
    } as const;
    const rows = await prior.sample({ ...request, uniform: (_, row) => row * 0.99 });
    expect(rows[0]!.latents).toEqual(rows[1]!.latents);
  });

  it('asks for all codes where the most probable ones hold less than top-p', async () => {
    const session = await pool.open(bundle.graphPath('prior.onnx'));
    const counts: number[] = [];
    const counting: Session = {
      ...session,
      async run(inputs, outputs) {
        const found = await session.run(inputs, outputs);
        if (found.code_logits) counts.push(found.code_logits.dims[1]!);
        return found;
      },
    };
    const watched = createPrior({
      context,
      textEncoder: await pool.open(bundle.graphPath('text_encoder.onnx')),
      prior: counting,
    });
    const request = { encoding: await prior.encode('cat'), rows: 2, kinds: ['tokens'] as const, temperature: 1.5 };
    const rng = createRng(3, 'draws');
    const table = Array.from({ length: 80 }, () => [rng.uniform(), rng.uniform()]);
    const uniform = (step: number, row: number) => table[step]![row]!;
    const [first, second] = await watched.sample({ ...request, topP: 1, uniform });
    const { codebook } = bundle.manifest;
    expect(Math.max(...counts)).toBe(codebook.colours.length);
    expect(first!.latents.tokens).toHaveLength(codebook.grid ** 2);
    expect(second!.latents.tokens).not.toEqual(first!.latents.tokens);
  });

  it('stops between steps when aborted, with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const sampling = prior.sample({
      encoding: await prior.encode('cat'),
      rows: 1,
      temperature: 1,
      topP: 1,
      uniform: (step) => {
        if (step === 3) controller.abort(reason);
        if (step > 3) throw new Error('asked for a draw after the abort');
        return 0.5;
      },
      signal: controller.signal,
    });
    await expect(sampling).rejects.toBe(reason);
  });

  it('refuses an empty prompt, and encodes one prompt once', async () => {
    await expect(prior.encode(' ! ')).rejects.toMatchObject({ code: 'empty_prompt' });
    expect(await prior.encode('cat')).toBe(await prior.encode('cat'));
  });
});

/** The logits of the ids first … end − 1. */
async function logitsOf(found: NextToken, first: number, end: number): Promise<Float32Array> {
  if (found.part === 'words') return found.data.subarray(found.offset + first, found.offset + end);
  const { logits, codes } = await found.whole();
  const all = new Float32Array(end - first);
  codes.forEach((code, k) => {
    all[Number(code)] = logits[k]!;
  });
  return all;
}
